//! The lesson: three summations, and the ways to run them.

mod lane;
mod program;

pub use lane::LaneKind;
pub use program::{Program, Summation, Work, run};
pub(crate) use program::{last_line, print_lock, run_worker};
