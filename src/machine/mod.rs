//! A machine: how a program is run. Its kernel owns time, tasks, resources, the schedule
//! and the log; an executor lets futures act on it.

mod actions;
mod executor;
mod kernel;
mod operation;
mod resource;
#[cfg(feature = "choices")]
mod searched;

use std::cell::Ref;

pub use executor::{BoxedFuture, Executor, Task};
pub use kernel::{Kernel, Progress};
pub use operation::{Guard, Operation};

use crate::ids::TaskId;
use crate::time::Time;
use crate::trace::{Log, On};

/// How a machine differs from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// How many tasks can compute at a time.
    pub processors: Processors,
    /// Whether a task can be interrupted where it gives the schedule a chance. If not it
    /// is a future, which gives way only where it awaits what isn't there.
    pub preemptive: bool,
    /// What starting a task does.
    pub spawn: Spawn,
    /// Whether a task's turn ends where it can be interrupted, even if it goes on: so who
    /// drives a machine in real time can look up in between.
    pub turns_end_at_checkpoints: bool,
    /// After so many events the run is ended as [`Outcome::Limit`].
    pub most_events: u64,
}

/// How many tasks can compute at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Processors {
    /// Who computes keeps everybody else from running.
    One,
    /// As many as there are tasks.
    Each,
}

/// What starting a task does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spawn {
    /// It is ready, and the one who started it goes on.
    Starts,
    /// The one who started it waits for its end.
    Joins,
}

impl Rules {
    /// One thing after the other.
    pub const SEQUENTIAL: Self = Self {
        spawn: Spawn::Joins,
        ..Self::FUTURES
    };
    /// Futures on one thread.
    pub const FUTURES: Self = Self {
        processors: Processors::One,
        preemptive: false,
        spawn: Spawn::Starts,
        turns_end_at_checkpoints: false,
        most_events: u64::MAX,
    };
    /// Threads, each with a processor of its own.
    pub const THREADS: Self = Self {
        processors: Processors::Each,
        preemptive: true,
        ..Self::FUTURES
    };
}

/// How a run has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// All tasks have come to their ends.
    Done,
    /// An error has ended the main program.
    Raised,
    /// These tasks wait for each other, or for what nobody will bring, for ever.
    Deadlock(Vec<Stuck>),
    /// More has happened than the rules allow.
    Limit,
    /// Who ran it elsewhere does so no more.
    Abandoned,
}

/// A task that waits for ever, and for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stuck {
    /// Who.
    pub task: TaskId,
    /// What for.
    pub on: On,
}

/// Whatever runs a program and keeps a log of it: an executor of futures, say.
pub trait Machine {
    /// Everything that has happened so far.
    fn log(&self) -> Ref<'_, Log>;

    /// How the run has ended, if it has.
    fn outcome(&self) -> Option<Outcome>;

    /// When something happens next, if nobody is ready to run now.
    fn next_deadline(&self) -> Option<Time>;

    /// Runs up to and including `time`, in at most `turns` turns. Returns how many are
    /// left; 0 means that there may be more to do.
    fn run_until(&mut self, time: Time, turns: u32) -> u32;

    /// Runs until at least one more event has happened. Returns whether one has.
    fn run_one(&mut self) -> bool;
}
