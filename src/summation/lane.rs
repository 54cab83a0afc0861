//! The lanes: the ways of running the lesson's program.

use super::Program;
use crate::machine::Rules;
use crate::schedule::Schedule;
use crate::time::Time;

/// One way of running the summations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LaneKind {
    /// One after the other.
    Sequential,
    /// Each a future, all on one thread; whoever waits lets the others go on.
    Async,
    /// The same futures on the browser's own executor.
    EventLoop,
    /// What an operating system may do with one thread each.
    Threads,
    /// Real threads: a web worker each.
    Workers,
}

impl LaneKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 5] = [
        Self::Sequential,
        Self::Async,
        Self::EventLoop,
        Self::Threads,
        Self::Workers,
    ];

    /// The lane's name in settings and exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sequential => "sequential",
            Self::Async => "async",
            Self::EventLoop => "event-loop",
            Self::Threads => "threads",
            Self::Workers => "workers",
        }
    }

    /// The rules of the machine that runs it in virtual time.
    #[must_use]
    pub fn rules(self) -> Rules {
        match self {
            Self::Sequential => Rules::SEQUENTIAL,
            Self::Async | Self::EventLoop => Rules::FUTURES,
            Self::Threads | Self::Workers => Rules::THREADS,
        }
    }

    /// By which rule that machine takes who goes next. Where nothing is real, what else
    /// would be is a model as well, but without chance.
    pub(crate) fn schedule(self, program: &Program) -> &Schedule {
        match self {
            Self::Threads => &program.schedule,
            Self::Sequential | Self::Async | Self::EventLoop | Self::Workers => &Schedule::InTurn,
        }
    }

    /// How long the lane takes in milliseconds if nothing takes longer than it should.
    #[must_use]
    pub fn duration(self, program: &Program) -> Time {
        self.intervals(program)
            .saturating_mul(Time::from(program.interval))
    }

    /// The same in intervals.
    pub(crate) fn intervals(self, program: &Program) -> u64 {
        let mut together = 0;
        let mut one_by_one = 0_u64;
        for (index, summation) in program.tasks.iter().enumerate() {
            let steps = summation.steps();
            // One thread can do nothing else while a task computes.
            let alone = match self {
                Self::Sequential => true,
                Self::Async | Self::EventLoop => program.work.computes(index),
                Self::Threads | Self::Workers => false,
            };
            if alone {
                one_by_one = one_by_one.saturating_add(steps);
            } else {
                together = steps.max(together);
            }
        }
        one_by_one.saturating_add(together)
    }
}
