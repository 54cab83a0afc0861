//! Events as the log keeps them.

use super::event::On;
use crate::ids::{ResourceId, TaskId};
use crate::time::Time;

/// An event as it is kept: its time is with the other events of the same instant, its
/// text in the output. Twelve bytes, since a long run has millions of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record {
    pub task: TaskId,
    pub what: What,
}

/// An event's kind; longer details are kept apart, under their number.
#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    Created {
        by: TaskId,
    },
    Started,
    Polled,
    Resumed,
    Preempted,
    Waiting {
        wait: u32,
    },
    Woke,
    Acquired {
        resource: ResourceId,
    },
    Released {
        resource: ResourceId,
    },
    /// How much has been printed by then, in bytes.
    WroteOutput {
        end: u32,
    },
    WroteError {
        piece: u32,
    },
    Raised {
        piece: u32,
    },
    Finished,
    Deadlocked,
    Done,
}

/// A time, and the number of the first event that happened then.
#[derive(Debug, Clone, Copy)]
pub(super) struct Instant {
    pub at: Time,
    pub first: u32,
}

/// What a task waits for, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wait {
    pub on: On,
    pub until: Option<Time>,
}
