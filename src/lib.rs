//! The same summations in sequence, as futures, and as threads: what concurrency
//! does and what it costs, by code that runs.
//!
//! # The parts
//! 1. [`Config`]: settings as text become what to run. It is the only step that
//!    can fail, with an [`Error`] that names the setting and what would be right.
//! 2. [`Program`]: the program of the lesson. Its [`Summation`]s add, wait and print.
//! 3. [`machine`]: the engine for any program of tasks, which start and join others,
//!    sleep, compute, print, and wait for resources.
//! 4. [`Schedule`]: who goes next; in turn, or as threads would.
//! 5. [`time`]: virtual time. A deadline is a number, so a run of an hour takes no time
//!    in a test.
//! 6. [`trace`]: what happened, as [`Event`]s in a [`Log`], and the state after any
//!    prefix of it. Everything shown is a view of it. Who shows nothing can do with
//!    less ([`Keep`]).
//! 7. [`Lane`]: one way of running the program: by a machine or, for real threads, as a
//!    record of what they report.
//! 8. [`Thread`]: what one real thread runs, and reports.
//! 9. [`Demo`]: lanes side by side, with a playhead that can play at any speed
//!    ([`Pace`]), stop, step and go back.
//! 10. [`check_log`]: the other way round, from a log to the lanes that can have
//!     printed it.
//!
//! Natively the caller moves time. In a browser the site does, with one timer; its wasm
//! files are made by a crate of their own, `crates/web`, the only one that knows
//! JavaScript. [`crossing`] says in which form they hand all this on.
//!
//! # Examples
//! Three summations that wait at the same time take as long as the longest:
//! ```
//! use interleaved::{Config, Demo, LaneKind};
//!
//! let mut demo = Demo::new(Config::default());
//! let seconds: Vec<_> = demo
//!     .lanes()
//!     .iter()
//!     .map(|lane| (lane.kind(), lane.duration() / 1000))
//!     .collect();
//! assert_eq!(seconds, [(LaneKind::Sequential, 14), (LaneKind::Async, 5)]);
//!
//! demo.seek(1_000, 0);
//! assert_eq!(demo.log_text(1), "[A] total=1\n[B] total=5\n[C] total=10\n");
//! ```

mod check;
mod config;
pub mod crossing;
mod decimal;
mod error;
pub mod ids;
mod live;
pub mod machine;
mod pace;
pub mod schedule;
mod session;
pub mod summation;
pub mod time;
pub mod trace;

pub use check::{Check, Doubt, MAX_LOG, Reason, Verdict, Write, Written, check_log};
pub use config::{Config, MAX_BOUND, MAX_STEPS, MAX_TASKS, MAX_WORKERS, SETTINGS, Setting};
pub use error::Error;
pub use ids::TaskId;
pub use live::{Next, Thread};
pub use pace::{MilliSpeed, Pace, REAL_TIME};
pub use schedule::Schedule;
pub use session::{Demo, Lane, Progress};
pub use summation::{LaneKind, Program, Summation, Work};
pub use time::Time;
pub use trace::{Event, EventKind, Keep, Log};
