//! The lesson: three summations, and the ways to run them.

mod program;

pub use program::{Program, Summation, Work};
