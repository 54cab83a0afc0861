//! The closed set of what can happen.

use crate::ids::{ResourceId, TaskId};
use crate::time::Time;

/// One thing that happened in a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event<'a> {
    /// When, in virtual time since the machine started.
    pub at: Time,
    /// To whom. Events of the whole machine are the main program's.
    pub task: TaskId,
    /// At which line of the program's source, if it has one, counted from 1.
    pub line: Option<u32>,
    /// What.
    pub kind: EventKind<'a>,
}

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind<'a> {
    /// The task exists. It doesn't run before it is started.
    Created {
        /// By whom; the main program counts as its own maker.
        by: TaskId,
    },
    /// The task is ready to run for the first time.
    Started,
    /// The executor polls the task: as a future, it runs until its next `await` of
    /// something that isn't there yet.
    Polled,
    /// The task, a thread, runs on.
    Resumed,
    /// The task, a thread, was interrupted where it could have run on; another does.
    Preempted,
    /// The task waits, and lets others run.
    Waiting {
        /// What for.
        on: On,
        /// Until when at most, in virtual time.
        until: Option<Time>,
    },
    /// What the task waited for has come, or its time is over: it is ready to run again.
    Woke,
    /// The task got a lock, or one of whatever the resource has several of.
    Acquired {
        /// Of what.
        resource: ResourceId,
    },
    /// The task gave it back, or put one more there.
    Released {
        /// To what.
        resource: ResourceId,
    },
    /// One write: a print is several, say its text and its newline.
    Wrote {
        /// Where to.
        stream: Stream,
        /// What.
        text: &'a str,
    },
    /// An error ended the task; the text says which.
    Raised(&'a str),
    /// The task has nothing left to do.
    Finished,
    /// The task will wait for ever, since all others do as well or have ended.
    Deadlocked,
    /// All tasks have ended.
    Done,
}

/// What a task waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Nothing but time: it sleeps.
    Time,
    /// The end of a task.
    Task(TaskId),
    /// A resource that it wants to acquire.
    Resource(ResourceId),
    /// Something that the machine doesn't know, which will call the task's waker.
    Elsewhere,
}

impl On {
    /// What kind of thing it is, as pages and exports name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Task(_) => "task",
            Self::Resource(_) => "resource",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// Where a write goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

impl EventKind<'_> {
    /// The event's name, as pages and exports use it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Created { .. } => "created",
            Self::Started => "started",
            Self::Polled => "polled",
            Self::Resumed => "resumed",
            Self::Preempted => "preempted",
            Self::Waiting { .. } => "waiting",
            Self::Woke => "woke",
            Self::Acquired { .. } => "acquired",
            Self::Released { .. } => "released",
            Self::Wrote { .. } => "wrote",
            Self::Raised(_) => "raised",
            Self::Finished => "finished",
            Self::Deadlocked => "deadlocked",
            Self::Done => "done",
        }
    }
}
