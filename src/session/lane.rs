//! A lane: what runs the lesson's program in one way, with all that it has done so far.

use std::cell::Ref;

use crate::ids::TaskId;
use crate::live::Recording;
use crate::machine::{Executor, Machine, Outcome};
use crate::summation::{LaneKind, Program, run};
use crate::time::Time;
use crate::trace::Log;

/// See the module.
#[derive(Debug)]
pub struct Lane {
    kind: LaneKind,
    runner: Runner,
    /// How long it takes if nothing takes longer than it should.
    expected: Time,
}

#[derive(Debug)]
enum Runner {
    /// In virtual time.
    Virtual(Box<Executor>),
    /// Threads elsewhere, in real time.
    Real(Box<Recording>),
}

impl Lane {
    /// A lane that has not begun, and that runs in virtual time. Its events go to `log`.
    ///
    /// # Examples
    /// ```
    /// use std::rc::Rc;
    /// use interleaved::{Config, Keep, Lane, LaneKind, Log, Program, Schedule, Work};
    ///
    /// let program = Program {
    ///     tasks: Rc::new(Config::default().tasks),
    ///     interval: 1_000,
    ///     work: Work::Wait,
    ///     schedule: Schedule::InTurn,
    ///     lock: false,
    /// };
    /// let mut lane = Lane::new(LaneKind::Async, &program, Log::new(Keep::Output));
    /// lane.run_until(1_000, u32::MAX);
    /// assert_eq!(lane.log().output(usize::MAX), "[A] total=1\n[B] total=5\n[C] total=10\n");
    /// assert!(lane.log().is_empty());
    /// ```
    #[must_use]
    pub fn new(kind: LaneKind, program: &Program, mut log: Log) -> Self {
        // A step is a print.
        log.reserve(LaneKind::Sequential.intervals(program), program.tasks.len());
        let schedule = kind.schedule(program);
        let main = |main| run(main, program.clone());
        let executor = Executor::new(kind.rules(), schedule, log, main);
        Self {
            kind,
            runner: Runner::Virtual(Box::new(executor)),
            expected: kind.duration(program),
        }
    }

    /// A lane that runs elsewhere, in real time.
    pub(super) fn elsewhere(kind: LaneKind, program: &Program) -> Self {
        Self {
            kind,
            runner: Runner::Real(Box::new(Recording::new(kind, program))),
            expected: kind.duration(program),
        }
    }

    /// Which way this is.
    #[must_use]
    pub fn kind(&self) -> LaneKind {
        self.kind
    }

    /// How long the lane takes in virtual milliseconds: known before it runs, but
    /// for real threads, which are late now and then. Theirs is what it should be
    /// until it is measured.
    #[must_use]
    pub fn duration(&self) -> Time {
        match &self.runner {
            Runner::Virtual(_) => self.expected,
            Runner::Real(recording) => recording.duration(self.expected),
        }
    }

    /// How long the lane should take in virtual milliseconds. Only real threads may
    /// take longer, or, where they compute, shorter.
    #[must_use]
    pub fn expected(&self) -> Time {
        self.expected
    }

    /// Whether the lane has come to its end.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.outcome().is_some()
    }

    /// How the lane has ended, if it has.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.machine().outcome()
    }

    /// Everything that has happened so far.
    #[must_use]
    pub fn log(&self) -> Ref<'_, Log> {
        self.machine().log()
    }

    /// When something happens next, if nobody is ready to run now.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Time> {
        self.machine().next_deadline()
    }

    /// Runs up to and including `time`, in at most `turns` turns. Returns how
    /// many turns are left; 0 means that there may be more to do.
    pub fn run_until(&mut self, time: Time, turns: u32) -> u32 {
        self.machine_mut().run_until(time, turns)
    }

    /// Runs until at least one more event has happened. Returns whether one has.
    pub fn run_one(&mut self) -> bool {
        self.machine_mut().run_one()
    }

    /// The tasks that are ready, the next first. See [`Schedule`](crate::Schedule).
    #[must_use]
    pub fn ready(&self) -> Vec<TaskId> {
        match &self.runner {
            Runner::Virtual(executor) => executor.kernel().ready(),
            Runner::Real(_) => Vec::new(),
        }
    }

    pub(super) fn recording(&self) -> Option<&Recording> {
        match &self.runner {
            Runner::Virtual(_) => None,
            Runner::Real(recording) => Some(recording),
        }
    }

    pub(super) fn recording_mut(&mut self) -> Option<&mut Recording> {
        match &mut self.runner {
            Runner::Virtual(_) => None,
            Runner::Real(recording) => Some(recording),
        }
    }

    fn machine(&self) -> &dyn Machine {
        match &self.runner {
            Runner::Virtual(executor) => &**executor,
            Runner::Real(recording) => &**recording,
        }
    }

    fn machine_mut(&mut self) -> &mut dyn Machine {
        match &mut self.runner {
            Runner::Virtual(executor) => &mut **executor,
            Runner::Real(recording) => &mut **recording,
        }
    }
}
