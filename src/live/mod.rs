//! What really runs: a thread's own part, and the record of what all of them report.

mod recording;
mod thread;

pub(crate) use recording::Recording;
pub use thread::{Next, Thread};
