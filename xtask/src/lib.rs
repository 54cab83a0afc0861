//! What automates the project, as far as a fresh machine has to compile it to serve
//! the site: the modules of `cargo xtask`, in the order in which they depend on each other.

pub mod engine;
pub mod files;
pub mod places;
pub mod process;

pub mod need;
pub mod node;

pub mod programs;
pub mod wasm;

pub mod site;

pub mod contenders;
pub mod e2e;
pub mod fuzz;
pub mod packages;
pub mod reproduce;
pub mod serve;
pub mod test;
