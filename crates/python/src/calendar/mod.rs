//! Dates, times and durations: what `time` and `datetime` need of them.
//!
//! There is one time zone, UTC, and one locale, C. What "now" is, the machine says.

pub mod civil;
pub mod date;
pub mod datetime;
pub mod delta;
pub mod strftime;
pub mod strptime;
