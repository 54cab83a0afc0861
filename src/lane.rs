//! The arrangements: the same summations one after the other, or all at once.

use std::rc::Rc;

use crate::clock::Millis;
use crate::event::{Log, TaskId};
use crate::executor::{BoxedFuture, Executor, Main, Task};
use crate::scheduler::Schedule;
use crate::task::{Summation, sum, sum_in_thread};

/// One way of running the summations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LaneKind {
    /// One after the other.
    Sequential,
    /// Each a future, all on one thread; whoever waits lets the others go on.
    Async,
    /// What an operating system may do with one thread each.
    Threads,
}

impl LaneKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Sequential, Self::Async, Self::Threads];

    /// The lane's name in settings and exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sequential => "sequential",
            Self::Async => "async",
            Self::Threads => "threads",
        }
    }
}

/// Starts a summation and waits for its end before it starts the next.
async fn sequential(main: Main) {
    for task in main.tasks() {
        main.spawn(Box::pin(sum(task))).await;
    }
    main.print("Done!!");
}

/// Starts every summation, then waits for them all.
async fn concurrent(main: Main, program: fn(Task) -> BoxedFuture) {
    let mut started = Vec::new();
    for task in main.tasks() {
        started.push(main.spawn(program(task)));
    }
    for task in started {
        task.await;
    }
    main.print("Done!!!");
}

/// A lane: its executor, with all that it has done so far.
#[derive(Debug)]
pub struct Lane {
    kind: LaneKind,
    executor: Executor,
    duration: Millis,
}

/// What a lane runs.
#[derive(Debug, Clone)]
pub struct Program {
    /// The summations, in the order in which they start.
    pub tasks: Rc<Vec<Summation>>,
    /// How long a step waits, in milliseconds.
    pub interval: u32,
    /// Who goes next in [`LaneKind::Threads`]; the other lanes are always in turn.
    pub schedule: Schedule,
    /// Whether [`LaneKind::Threads`] prints under a lock.
    pub lock: bool,
}

impl Lane {
    /// A lane that has not begun. Its events go to `log`.
    #[must_use]
    pub fn new(kind: LaneKind, program: &Program, log: Log) -> Self {
        let mut steps = 0;
        for task in &*program.tasks {
            steps = match kind {
                LaneKind::Sequential => steps + task.steps(),
                LaneKind::Async | LaneKind::Threads => task.steps().max(steps),
            };
        }
        let schedule = match kind {
            LaneKind::Sequential | LaneKind::Async => &Schedule::InTurn,
            LaneKind::Threads => &program.schedule,
        };
        let executor = Executor::new(program, schedule, log, |main| match kind {
            LaneKind::Sequential => Box::pin(sequential(main)),
            LaneKind::Async => Box::pin(concurrent(main, |task| Box::pin(sum(task)))),
            LaneKind::Threads => Box::pin(concurrent(main, |task| Box::pin(sum_in_thread(task)))),
        });
        Self {
            kind,
            executor,
            duration: steps.saturating_mul(Millis::from(program.interval)),
        }
    }

    /// Which arrangement this is.
    #[must_use]
    pub fn kind(&self) -> LaneKind {
        self.kind
    }

    /// How long the lane takes in virtual milliseconds, known before it runs.
    #[must_use]
    pub fn duration(&self) -> Millis {
        self.duration
    }

    /// Whether the lane has come to its end.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.executor.is_done()
    }

    /// Everything that has happened so far.
    pub fn log(&self) -> std::cell::Ref<'_, Log> {
        self.executor.log()
    }

    /// When something happens next, if nobody is ready to run now.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Millis> {
        self.executor.next_deadline()
    }

    /// Runs up to and including `time`, in at most `polls` polls. Returns how
    /// many polls are left; 0 means that there may be more to do.
    pub fn run_until(&mut self, time: Millis, polls: u32) -> u32 {
        self.executor.run_until(time, polls)
    }

    /// Runs until at least one more event has happened. Returns whether one has.
    pub fn run_one(&mut self) -> bool {
        self.executor.run_one()
    }

    /// The tasks that are ready, the next first. See [`Schedule`].
    #[must_use]
    pub fn ready(&self) -> Vec<TaskId> {
        self.executor.ready()
    }
}
