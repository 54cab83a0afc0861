//! The lesson: three summations, and the ways to run them.

mod lane;
mod program;

pub use lane::LaneKind;
pub use program::{Program, Summation, Work, last_line, run};
pub(crate) use program::{print_lock, run_worker};
