//! The kernel: time, tasks, resources, the schedule, and the log that tells of them.
//!
//! It is a value: a clone of it goes on as the original would. It doesn't know what its
//! tasks are. Whoever runs them asks [`Kernel::next_turn`] who it is, lets that task run, and
//! tells the kernel what the task does. A task waits for one thing at a time.

use super::resource::Resource;
use super::{Outcome, Rules, Stuck};
use crate::ids::TaskId;
use crate::schedule::{Schedule, Scheduler, Why};
use crate::time::{Deadlines, Time, Waiter};
use crate::trace::{Event, EventKind, Log, On};

/// See the module.
#[derive(Debug, Clone)]
pub struct Kernel {
    pub(super) rules: Rules,
    pub(super) now: Time,
    pub(super) deadlines: Deadlines,
    pub(super) tasks: Vec<TaskInfo>,
    /// Who waits for the end of a task: who, and for which.
    pub(super) joining: Vec<(TaskId, TaskId)>,
    pub(super) resources: Vec<Resource>,
    pub(super) scheduler: Scheduler,
    /// Who runs.
    pub(super) running: Option<TaskId>,
    /// Who computes on the one processor, and until when.
    pub(super) busy: Option<(TaskId, Time)>,
    /// Who goes next because somebody gave way.
    pub(super) chosen: Option<TaskId>,
    /// How many tasks the run waits for.
    pub(super) unfinished: usize,
    pub(super) outcome: Option<Outcome>,
    pub(super) log: Log,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct TaskInfo {
    pub(super) doing: Doing,
    /// How often it has waited: deadlines of earlier waits count no more.
    pub(super) waits: u32,
    /// Whether its last wait ended because its time was over.
    pub(super) timed_out: bool,
    /// Whether the run ends without waiting for its end.
    pub(super) daemon: bool,
    pub(super) line: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doing {
    Created,
    Ready,
    Running,
    /// Computes on a processor of its own, or has done so and goes on when it is its turn.
    Computing,
    /// Could have been interrupted, and goes on with its turn.
    GoesOn,
    Waiting(On),
    Finished,
}

impl TaskInfo {
    /// Whether this is the wait that the task is in.
    fn waits_for(&self, waiter: &Waiter) -> bool {
        self.waits == waiter.wait
    }
}

/// Whether an operation is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Progress {
    /// It is: the task goes on.
    Complete,
    /// It isn't: the task runs again once it is.
    Waits,
}

impl Kernel {
    /// A kernel whose main program is ready to run.
    #[must_use]
    pub fn new(rules: Rules, schedule: &Schedule, log: Log) -> Self {
        let mut kernel = Self {
            rules,
            now: 0,
            deadlines: Deadlines::default(),
            tasks: Vec::new(),
            joining: Vec::new(),
            resources: Vec::new(),
            scheduler: Scheduler::new(schedule),
            running: None,
            busy: None,
            chosen: None,
            unfinished: 0,
            outcome: None,
            log,
        };
        let main = kernel.create("main");
        kernel.start(main);
        kernel
    }

    /// A copy that goes on as this one does, but remembers nothing of what has happened:
    /// small, however long the run is.
    #[cfg(feature = "choices")]
    #[must_use]
    pub fn without_past(&self) -> Self {
        Self {
            rules: self.rules,
            now: self.now,
            deadlines: self.deadlines.clone(),
            tasks: self.tasks.clone(),
            joining: self.joining.clone(),
            resources: self.resources.clone(),
            scheduler: self.scheduler.without_record(),
            running: self.running,
            busy: self.busy,
            chosen: self.chosen,
            unfinished: self.unfinished,
            outcome: self.outcome.clone(),
            log: self.log.counting_on(),
        }
    }

    /// The current virtual time.
    #[must_use]
    pub fn now(&self) -> Time {
        self.now
    }

    /// The rules that it goes by.
    #[must_use]
    pub fn rules(&self) -> Rules {
        self.rules
    }

    /// All that has happened.
    #[must_use]
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// How the run has ended, if it has.
    #[must_use]
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    /// The ready tasks, in the order in which they would go if nobody else came.
    #[must_use]
    pub fn ready(&self) -> Vec<TaskId> {
        let mut ready = self.scheduler.ready();
        ready.splice(0..0, self.chosen);
        ready
    }

    /// Records from now on who goes on each time that several can.
    #[cfg(feature = "choices")]
    pub fn record_choices(&mut self) {
        self.scheduler.record();
    }

    /// Who went on each time that several could, as far as it is recorded: with it,
    /// [`Schedule::Chosen`] repeats the run.
    #[cfg(feature = "choices")]
    #[must_use]
    pub fn choices(&self) -> &[usize] {
        self.scheduler.choices()
    }

    /// When something happens next, if nobody is ready.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Time> {
        self.busy_until().or_else(|| self.deadlines.first())
    }

    /// Until when a task keeps the one processor, if one does.
    #[must_use]
    pub fn busy_until(&self) -> Option<Time> {
        self.busy.map(|(_, until)| until)
    }

    /// Those who are ready are held up until somebody else is, if that is by `limit`.
    #[cfg(feature = "choices")]
    pub fn hold_up(&mut self, limit: Time) {
        if self.next_deadline().is_some_and(|at| at <= limit) && self.advance(limit) {
            self.scheduler.prefer_last();
        }
    }

    /// Makes room for so many more tasks.
    pub fn reserve(&mut self, tasks: usize) {
        self.tasks.reserve(tasks);
    }

    // Who runs.

    /// Gives a processor to the task that goes next, if one is ready.
    pub fn next_turn(&mut self) -> Option<TaskId> {
        if self.outcome.is_some() {
            return None;
        }
        if let Some((task, until)) = self.busy {
            if self.now < until {
                return None;
            }
            self.busy = None;
            return Some(self.run(task));
        }
        let chosen = self.chosen.take();
        let task = chosen.or_else(|| self.scheduler.pop())?;
        // These go on with what they were doing.
        let doing = self.tasks[task.index()].doing;
        if !matches!(doing, Doing::Computing | Doing::GoesOn) {
            self.event(task, self.turn());
        }
        Some(self.run(task))
    }

    pub(super) fn run(&mut self, task: TaskId) -> TaskId {
        self.tasks[task.index()].doing = Doing::Running;
        self.running = Some(task);
        task
    }

    fn turn(&self) -> EventKind<'static> {
        if self.rules.preemptive {
            EventKind::Resumed
        } else {
            EventKind::Polled
        }
    }

    /// Moves the time to the next deadline, if that isn't after `limit`, and makes ready
    /// who waited for it; or, if nobody will ever be ready again, ends the run. Returns
    /// whether anything has happened. Only for when nobody is ready.
    pub fn advance(&mut self, limit: Time) -> bool {
        if self.outcome.is_some() {
            return false;
        }
        if let Some((_, until)) = self.busy {
            let is_due = until <= limit;
            if is_due {
                self.now = until;
            }
            return is_due;
        }
        let tasks = &self.tasks;
        self.deadlines
            .forget(|waiter| tasks[waiter.task.index()].waits_for(waiter));
        let Some(first) = self.deadlines.first() else {
            return self.end_if_stuck();
        };
        if first > limit {
            return false;
        }
        self.now = self.now.max(first);
        self.wake_due();
        true
    }

    /// Makes ready who waited for a time that has come.
    pub(super) fn wake_due(&mut self) {
        while let Some(waiters) = self.deadlines.take_due(self.now) {
            for waiter in waiters {
                self.come_due(waiter);
            }
        }
    }

    fn come_due(&mut self, waiter: Waiter) {
        let task = waiter.task;
        let info = &mut self.tasks[task.index()];
        if !info.waits_for(&waiter) {
            return;
        }
        if info.doing == Doing::Computing {
            info.waits += 1;
            self.scheduler.push(task, Why::Woke);
        } else {
            info.timed_out = true;
            self.wake(task);
        }
    }

    /// Ends the run if everybody waits for what will never come.
    fn end_if_stuck(&mut self) -> bool {
        let mut stuck = Vec::new();
        for (number, task) in (0..).zip(&self.tasks) {
            let Doing::Waiting(on) = task.doing else {
                continue;
            };
            let may_come = match on {
                On::Elsewhere => true,
                On::Resource(resource) => self.resources[resource.index()].elsewhere,
                On::Time | On::Task(_) => false,
            };
            if may_come {
                return false;
            }
            let task = TaskId(number);
            stuck.push(Stuck { task, on });
        }
        if stuck.is_empty() {
            return false;
        }
        for stuck in &stuck {
            self.event(stuck.task, EventKind::Deadlocked);
        }
        self.outcome = Some(Outcome::Deadlock(stuck));
        true
    }

    pub(super) fn end(&mut self, task: TaskId) {
        let info = &mut self.tasks[task.index()];
        info.doing = Doing::Finished;
        self.running = None;
        self.unfinished -= usize::from(!info.daemon);
        let waiters = self.joining.iter().filter(|&&(_, other)| other == task);
        let waiters: Vec<_> = waiters.map(|&(waiter, _)| waiter).collect();
        for waiter in waiters {
            self.wake_because(waiter, Why::Joined(task));
        }
        if self.unfinished == 0 {
            self.event(TaskId::MAIN, EventKind::Done);
            self.outcome = Some(Outcome::Done);
        }
    }

    pub(super) fn wait(&mut self, task: TaskId, on: On, until: Option<Time>) -> Progress {
        let info = &mut self.tasks[task.index()];
        debug_assert!(info.doing == Doing::Running, "who waits has been running");
        info.doing = Doing::Waiting(on);
        info.timed_out = false;
        let wait = info.waits;
        if let Some(until) = until {
            self.deadlines.add(until, Waiter { task, wait });
        }
        self.event(task, EventKind::Waiting { on, until });
        Progress::Waits
    }

    pub(super) fn wake(&mut self, task: TaskId) {
        self.wake_because(task, Why::Woke);
    }

    pub(super) fn wake_because(&mut self, task: TaskId, why: Why) {
        let info = &mut self.tasks[task.index()];
        let Doing::Waiting(on) = info.doing else {
            return;
        };
        info.doing = Doing::Ready;
        info.waits += 1;
        match on {
            On::Resource(resource) => self.resources[resource.index()].leave(task),
            On::Task(_) => self.joining.retain(|&(waiter, _)| waiter != task),
            On::Time | On::Elsewhere => {}
        }
        self.event(task, EventKind::Woke);
        self.scheduler.push(task, why);
    }

    pub(super) fn event(&mut self, task: TaskId, kind: EventKind<'_>) {
        self.log.append(Event {
            at: self.now,
            task,
            line: self.tasks[task.index()].line,
            kind,
        });
        if self.log.appended() >= self.rules.most_events {
            self.outcome.get_or_insert(Outcome::Limit);
        }
    }
}
