//! The arrangements: the same summations one after the other, or all at once.

use std::cell::Ref;
use std::rc::Rc;

use crate::clock::Millis;
use crate::event::{Log, TaskId};
use crate::executor::{BoxedFuture, Executor, Main, Task};
use crate::recording::Recording;
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
    /// Real threads: a web worker each.
    Workers,
}

/// What a step of a summation does for an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// It waits, as for a disk or a server; meanwhile its thread is free.
    Wait,
    /// It computes, and never gives way.
    Compute,
    /// The first task computes; the others wait.
    Block,
}

impl Work {
    /// Whether the steps of a task compute.
    pub(crate) fn computes(self, task: TaskId) -> bool {
        match self {
            Self::Wait => false,
            Self::Compute => true,
            Self::Block => task == 0,
        }
    }
}

impl LaneKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::Sequential, Self::Async, Self::Threads, Self::Workers];

    /// The lane's name in settings and exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sequential => "sequential",
            Self::Async => "async",
            Self::Threads => "threads",
            Self::Workers => "workers",
        }
    }

    /// What runs the program in this arrangement.
    pub(crate) fn executor(self, program: &Program, log: Log) -> Executor {
        let schedule = match self {
            Self::Threads => &program.schedule,
            Self::Sequential | Self::Async | Self::Workers => &Schedule::InTurn,
        };
        let parallel = matches!(self, Self::Threads | Self::Workers);
        Executor::new(program, schedule, parallel, log, |main| match self {
            Self::Sequential => Box::pin(sequential(main)),
            Self::Async => Box::pin(concurrent(main, |task| Box::pin(sum(task)))),
            // Without threads of their own workers are a model as well, without chance.
            _ => Box::pin(concurrent(main, |task| Box::pin(sum_in_thread(task)))),
        })
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
    let start = |task| main.spawn(program(task));
    let started: Vec<_> = main.tasks().map(start).collect();
    for task in started {
        task.await;
    }
    main.print("Done!!!");
}

/// A lane: what runs it, with all that it has done so far.
#[derive(Debug)]
pub struct Lane {
    kind: LaneKind,
    runner: Runner,
    /// How long it takes if nothing takes longer than it should.
    duration: Millis,
}

#[derive(Debug)]
enum Runner {
    /// An executor, in virtual time.
    Executor(Executor),
    /// Threads elsewhere, in real time.
    Recording(Recording),
}

/// What a lane runs.
#[derive(Debug, Clone)]
pub struct Program {
    /// The summations, in the order in which they start.
    pub tasks: Rc<Vec<Summation>>,
    /// How long a step works, in milliseconds.
    pub interval: u32,
    /// What a step does.
    pub work: Work,
    /// Who goes next in [`LaneKind::Threads`]; the other lanes are always in turn.
    pub schedule: Schedule,
    /// Whether threads print under a lock.
    pub lock: bool,
}

impl Program {
    /// How long a lane takes in milliseconds if it has as many processors as tasks.
    fn duration(&self, kind: LaneKind) -> Millis {
        self.intervals(kind)
            .saturating_mul(Millis::from(self.interval))
    }

    /// The same in intervals.
    fn intervals(&self, kind: LaneKind) -> u64 {
        let mut together = 0;
        let mut one_by_one = 0_u64;
        for (task, summation) in (0..).zip(&*self.tasks) {
            let steps = summation.steps();
            // One thread can do nothing else while a task computes.
            let alone = match kind {
                LaneKind::Sequential => true,
                LaneKind::Async => self.work.computes(task),
                LaneKind::Threads | LaneKind::Workers => false,
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

impl Lane {
    /// A lane that has not begun, and that runs in virtual time. Its events go to
    /// `log`.
    #[must_use]
    pub fn new(kind: LaneKind, program: &Program, mut log: Log) -> Self {
        // A step is a print.
        log.reserve(program.intervals(LaneKind::Sequential));
        Self {
            kind,
            runner: Runner::Executor(kind.executor(program, log)),
            duration: program.duration(kind),
        }
    }

    /// A lane that runs elsewhere, in real time.
    pub(crate) fn elsewhere(kind: LaneKind, program: &Program) -> Self {
        let joins = kind == LaneKind::Workers;
        Self {
            kind,
            runner: Runner::Recording(Recording::new(joins, program)),
            duration: program.duration(kind),
        }
    }

    /// Which arrangement this is.
    #[must_use]
    pub fn kind(&self) -> LaneKind {
        self.kind
    }

    /// How long the lane takes in virtual milliseconds: known before it runs, but
    /// for real threads, which are late now and then. Theirs is what it should be
    /// until it is measured.
    #[must_use]
    pub fn duration(&self) -> Millis {
        match &self.runner {
            Runner::Executor(_) => self.duration,
            Runner::Recording(recording) => recording.duration(self.duration),
        }
    }

    /// How long the lane should take in virtual milliseconds. Only real threads may
    /// take longer, or, where they compute, shorter.
    #[must_use]
    pub fn expected(&self) -> Millis {
        self.duration
    }

    /// Whether the lane has come to its end.
    #[must_use]
    pub fn is_done(&self) -> bool {
        match &self.runner {
            Runner::Executor(executor) => executor.is_done(),
            Runner::Recording(recording) => recording.is_done(),
        }
    }

    /// Everything that has happened so far.
    #[must_use]
    pub fn log(&self) -> Ref<'_, Log> {
        match &self.runner {
            Runner::Executor(executor) => executor.log(),
            Runner::Recording(recording) => recording.log(),
        }
    }

    /// When something happens next, if nobody is ready to run now.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Millis> {
        match &self.runner {
            Runner::Executor(executor) => executor.next_deadline(),
            Runner::Recording(_) => None,
        }
    }

    /// Runs up to and including `time`, in at most `polls` polls. Returns how
    /// many polls are left; 0 means that there may be more to do.
    pub fn run_until(&mut self, time: Millis, polls: u32) -> u32 {
        match &mut self.runner {
            Runner::Executor(executor) => executor.run_until(time, polls),
            Runner::Recording(_) => polls,
        }
    }

    /// Runs until at least one more event has happened. Returns whether one has.
    pub fn run_one(&mut self) -> bool {
        match &mut self.runner {
            Runner::Executor(executor) => executor.run_one(),
            Runner::Recording(_) => false,
        }
    }

    /// The tasks that are ready, the next first. See [`Schedule`].
    #[must_use]
    pub fn ready(&self) -> Vec<TaskId> {
        match &self.runner {
            Runner::Executor(executor) => executor.ready(),
            Runner::Recording(_) => Vec::new(),
        }
    }

    pub(crate) fn recording(&self) -> Option<&Recording> {
        match &self.runner {
            Runner::Executor(_) => None,
            Runner::Recording(recording) => Some(recording),
        }
    }

    pub(crate) fn recording_mut(&mut self) -> Option<&mut Recording> {
        match &mut self.runner {
            Runner::Executor(_) => None,
            Runner::Recording(recording) => Some(recording),
        }
    }
}
