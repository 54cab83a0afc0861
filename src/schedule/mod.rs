//! Who goes next among the tasks that are ready.

mod lateness;
mod random;
mod turns;

use std::rc::Rc;

use crate::ids::TaskId;
use lateness::Lateness;
pub use random::Random;
use turns::Turns;

/// By which rule the next task is taken from those that are ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    /// First ready, first polled: the rule of an executor.
    InTurn,
    /// As an operating system may do with threads. The seed decides; the same
    /// seed decides the same.
    Seeded(u32),
    /// Each time that more than one task is ready, the next number says which
    /// goes on: 0 is the one that has been running, if it still can, and after
    /// it they stand in the order in which they became ready. A number that is
    /// too high means the last; when the numbers have run out, the rest are 0.
    Chosen(Rc<Vec<usize>>),
}

/// Why a task is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    Started,
    Woke,
    /// This task has ended, for which it waited.
    Joined(TaskId),
    /// It could have gone on, and lets the scheduler decide whether it does.
    GaveWay,
    /// It could have gone on, but it is the others' turn.
    TimeIsUp,
}

/// The tasks that are ready, and the rule.
#[derive(Debug, Clone)]
pub(crate) enum Scheduler {
    Turns(Turns),
    Lateness(Lateness),
}

impl Scheduler {
    pub fn new(schedule: &Schedule) -> Self {
        match schedule {
            Schedule::InTurn => Self::Turns(Turns::default()),
            Schedule::Seeded(seed) => Self::Lateness(Lateness::new(*seed)),
            Schedule::Chosen(choices) => Self::Turns(Turns::chosen(Rc::clone(choices))),
        }
    }

    pub fn push(&mut self, task: TaskId, why: Why) {
        match self {
            Self::Turns(turns) => turns.push(task, why),
            Self::Lateness(lateness) => lateness.push(task, why),
        }
    }

    /// Takes the task that goes next.
    pub fn pop(&mut self) -> Option<TaskId> {
        match self {
            Self::Turns(turns) => turns.pop(),
            Self::Lateness(lateness) => lateness.pop(),
        }
    }

    /// Whether nobody is ready.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Turns(turns) => turns.is_empty(),
            Self::Lateness(lateness) => lateness.is_empty(),
        }
    }

    /// The ready tasks, in the order in which they would go if nobody else came.
    pub fn ready(&self) -> Vec<TaskId> {
        match self {
            Self::Turns(turns) => turns.ready(),
            Self::Lateness(lateness) => lateness.ready(),
        }
    }
}
