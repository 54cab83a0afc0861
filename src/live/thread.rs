//! What one real thread runs: an executor in real time, which computes in earnest.
//!
//! A thread of [`LaneKind::Workers`] has one summation. Where steps compute, the
//! other lanes run whole in one thread each. What happens is done one poll at a
//! time, so that whoever drives it can tell of the two writes of a print apart,
//! and can hear orders in between. Its time is real time, less the time in which
//! it was held.

use std::cell::Ref;
use std::hint::black_box;

use crate::config::Config;
use crate::ids::ResourceId;
use crate::machine::{Executor, Machine, Rules, Spawn};
use crate::pace::{Pace, REAL_TIME};
use crate::schedule::Schedule;
use crate::summation::{LaneKind, Program, run, run_worker};
use crate::trace::Log;

/// The rules of a worker, which has one processor for its one summation.
const WORKER: Rules = Rules {
    preemptive: true,
    spawn: Spawn::Joins,
    turns_end_at_checkpoints: true,
    ..Rules::FUTURES
};

/// The lock around print, where there is one: nothing else is made before it.
const LOCK: ResourceId = ResourceId(0);

/// So many milliseconds a thread computes before it looks up.
const SLICE_MILLIS: f64 = 4.0;

/// An executor of real threads, and how far it has come. Real time is given in
/// microseconds by the caller, on any clock that doesn't go back.
#[derive(Debug)]
pub struct Thread {
    executor: Executor,
    /// Whether prints are under a lock, which others have as well.
    has_lock: bool,
    pace: Pace,
    /// How long a step should compute, in milliseconds,
    interval: f64,
    /// and how much of it is left, once one has begun to.
    left: Option<f64>,
    /// How many rounds of computing stand for a real millisecond.
    rounds: f64,
}

/// When a thread has something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// At once.
    Now,
    /// After so many real microseconds.
    After(u64),
    /// When it has the lock: see [`Thread::lock`].
    Lock,
    /// When it is told to play; or it has come to its end.
    Never,
}

impl Thread {
    /// A thread that is held at its start, of the first lane of `config`. A real
    /// millisecond has so many `rounds` of computing: see [`compute`](Self::compute).
    #[must_use]
    pub fn new(config: Config, rounds: f64) -> Self {
        let kind = config.lanes.first().copied();
        let kind = kind.unwrap_or(LaneKind::Workers);
        let program = Program {
            tasks: config.tasks.into(),
            interval: config.interval,
            work: config.work,
            schedule: Schedule::InTurn,
            lock: config.lock,
        };
        let (schedule, log) = (program.schedule.clone(), Log::default());
        let is_worker = kind == LaneKind::Workers;
        let executor = if is_worker {
            Executor::new(WORKER, &schedule, log, |main| run_worker(main, program))
        } else {
            Executor::new(kind.rules(), &schedule, log, |main| run(main, program))
        };
        Self {
            executor,
            has_lock: is_worker && config.lock,
            pace: Pace::new(REAL_TIME),
            interval: f64::from(config.interval),
            left: None,
            rounds,
        }
    }

    /// All that has happened in this thread, with its own times.
    #[must_use]
    pub fn log(&self) -> Ref<'_, Log> {
        self.executor.log()
    }

    /// Lets it run.
    pub fn play(&mut self, now_micros: u64) {
        self.pace.play(now_micros);
    }

    /// Holds it.
    pub fn pause(&mut self, now_micros: u64) {
        self.pace.pause(now_micros);
    }

    /// Gives it the lock that it wants, and lets it make both writes of its print;
    /// after that it has the lock no more. That happens even if it is held: the
    /// others would wait for the lock as well.
    pub fn lock(&mut self, now_micros: u64) {
        if self.wants_lock() {
            self.executor.kernel_mut().grant(LOCK);
            self.executor.run_until(self.pace.position(now_micros), 2);
        }
    }

    /// Runs what is due, but no more than one poll or one slice of computing.
    pub fn advance(&mut self, now_micros: u64) -> Next {
        if !self.pace.is_playing() {
            return Next::Never;
        }
        let now = self.pace.position(now_micros);
        if self.executor.kernel().busy_until().is_some() {
            // That nothing is left is seen one turn later, when the last slice is over.
            let left = self.left.take().unwrap_or(self.interval);
            if left > 0.0 {
                self.compute_slice(left);
            } else {
                self.executor.kernel_mut().end_computing(now);
                self.executor.run_until(now, 1);
            }
            return Next::Now;
        }
        if self.wants_lock() {
            return Next::Lock;
        }
        if self.executor.run_until(now, 1) == 0 {
            return Next::Now;
        }
        match self.executor.next_deadline() {
            Some(deadline) => Next::After(self.pace.micros_until(deadline, now_micros)),
            None => Next::Never,
        }
    }

    /// Computes so many rounds, whatever the thread is at. How long that takes says how
    /// many a millisecond has.
    pub fn compute(rounds: f64) {
        let mut sum = 0_u64;
        for _ in 0..rounds as u64 {
            // Each round needs the result of the one before.
            sum = black_box(sum)
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
        }
        // It has to come to something.
        black_box(sum);
    }

    fn wants_lock(&self) -> bool {
        self.has_lock
            && self.executor.kernel().has_resource(LOCK)
            && self.executor.kernel().is_wanted(LOCK)
    }

    /// Computes a slice of the step that the thread is busy with, of which so many
    /// milliseconds are left.
    fn compute_slice(&mut self, left: f64) {
        let slice = left.min(SLICE_MILLIS);
        Self::compute(slice * self.rounds);
        self.left = Some(left - slice);
    }
}
