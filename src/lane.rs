//! The arrangements: the same summations one after the other, or all at once.

use crate::clock::Millis;
use crate::event::{Log, TaskId};
use crate::executor::{Executor, Main};
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
        main.spawn(task, sum).await;
    }
    main.print("Done!!");
}

/// Starts every summation, then waits for them all.
async fn concurrent(main: Main) {
    let started: Vec<_> = main.tasks().map(|task| main.spawn(task, sum)).collect();
    for task in started {
        task.await;
    }
    main.print("Done!!!");
}

/// Starts a thread for every summation, then joins them all.
async fn threads(main: Main) {
    let started: Vec<_> = main
        .tasks()
        .map(|task| main.spawn(task, sum_in_thread))
        .collect();
    for thread in started {
        thread.await;
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
    pub tasks: std::rc::Rc<[Summation]>,
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
        let steps = program.tasks.iter().map(Summation::steps);
        let longest = match kind {
            LaneKind::Sequential => steps.sum(),
            LaneKind::Async | LaneKind::Threads => steps.max().unwrap_or(0),
        };
        let executor = match kind {
            LaneKind::Sequential => Executor::new(program, Schedule::InTurn, log, sequential),
            LaneKind::Async => Executor::new(program, Schedule::InTurn, log, concurrent),
            LaneKind::Threads => Executor::new(program, program.schedule.clone(), log, threads),
        };
        Self {
            kind,
            executor,
            duration: longest.saturating_mul(Millis::from(program.interval)),
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
