//! Dates and times as texts, and back: what `time` and `datetime` need of Rust.
//!
//! There is one time zone, UTC, and one locale, C. What "now" is, the machine says.

pub mod civil;
pub mod strftime;
pub mod strptime;
