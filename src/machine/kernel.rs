//! The kernel: time, tasks, resources, the schedule, and the log that tells of them.
//!
//! It is a value: a clone of it goes on as the original would. It doesn't know what its
//! tasks are. Whoever runs them asks [`Kernel::next_turn`] who it is, lets that task run, and
//! tells the kernel what the task does. A task waits for one thing at a time.

use super::resource::Resource;
use super::{Outcome, Processors, Rules, Stuck};
use crate::ids::{ResourceId, TaskId};
use crate::schedule::{Schedule, Scheduler, Why};
use crate::time::{Deadlines, Time, Waiter};
use crate::trace::{Event, EventKind, Log, On, ResourceInfo, Stream};

/// See the module.
#[derive(Debug, Clone)]
pub struct Kernel {
    rules: Rules,
    now: Time,
    deadlines: Deadlines,
    tasks: Vec<TaskInfo>,
    /// Who waits for the end of a task: who, and for which.
    joining: Vec<(TaskId, TaskId)>,
    resources: Vec<Resource>,
    scheduler: Scheduler,
    /// Who runs.
    running: Option<TaskId>,
    /// Who computes on the one processor, and until when.
    busy: Option<(TaskId, Time)>,
    /// Who goes next because somebody gave way.
    chosen: Option<TaskId>,
    unfinished: usize,
    outcome: Option<Outcome>,
    log: Log,
}

#[derive(Debug, Clone, Copy)]
struct TaskInfo {
    doing: Doing,
    /// How often it has waited: deadlines of earlier waits count no more.
    waits: u32,
    /// Whether its last wait ended because its time was over.
    timed_out: bool,
    line: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Created,
    Ready,
    Running,
    /// Computes on a processor of its own, or has done so and goes on when it is its turn.
    Computing,
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
        // Who has computed goes on with what it was doing.
        if self.tasks[task.index()].doing != Doing::Computing {
            self.event(task, self.turn());
        }
        Some(self.run(task))
    }

    fn run(&mut self, task: TaskId) -> TaskId {
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
        while let Some(waiters) = self.deadlines.take_due(self.now) {
            for waiter in waiters {
                self.come_due(waiter);
            }
        }
        true
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

    // What tasks do.

    /// Creates a task, which doesn't run before it is started.
    pub fn create(&mut self, name: &str) -> TaskId {
        let task = TaskId(self.tasks.len() as u32);
        let by = self.running.unwrap_or(TaskId::MAIN);
        self.tasks.push(TaskInfo {
            doing: Doing::Created,
            waits: 0,
            timed_out: false,
            line: None,
        });
        self.unfinished += 1;
        self.log.name_task(name);
        self.event(task, EventKind::Created { by });
        task
    }

    /// Makes a task ready that has been created.
    ///
    /// # Panics
    /// If it has been started before.
    pub fn start(&mut self, task: TaskId) {
        let info = &mut self.tasks[task.index()];
        assert!(info.doing == Doing::Created, "a task is started once");
        info.doing = Doing::Ready;
        self.event(task, EventKind::Started);
        self.scheduler.push(task, Why::Started);
    }

    /// Says at which line of its source a task is: its next events are told with it.
    pub fn at_line(&mut self, task: TaskId, line: u32) {
        self.tasks[task.index()].line = Some(line);
    }

    /// The task waits for `span`, and lets others run.
    pub fn sleep(&mut self, task: TaskId, span: Time) -> Progress {
        self.wait(task, On::Time, Some(self.now.saturating_add(span)))
    }

    /// The task computes for `span`, and doesn't give way.
    pub fn compute(&mut self, task: TaskId, span: Time) -> Progress {
        let until = self.now.saturating_add(span);
        let info = &mut self.tasks[task.index()];
        match self.rules.processors {
            Processors::One => self.busy = Some((task, until)),
            Processors::Each => {
                info.doing = Doing::Computing;
                let wait = info.waits;
                self.deadlines.add(until, Waiter { task, wait });
            }
        }
        Progress::Waits
    }

    /// The task could be interrupted here. It goes on if the schedule has it so.
    pub fn checkpoint(&mut self, task: TaskId) -> Progress {
        if !self.rules.preemptive {
            return Progress::Complete;
        }
        self.scheduler.push(task, Why::GaveWay);
        let next = self.scheduler.pop();
        if next == Some(task) {
            return Progress::Complete;
        }
        self.tasks[task.index()].doing = Doing::Ready;
        self.event(task, EventKind::Preempted);
        self.chosen = next;
        Progress::Waits
    }

    /// The task writes to standard output whatever `write` adds to it.
    pub fn print(&mut self, task: TaskId, write: impl FnOnce(&mut String)) {
        let line = self.tasks[task.index()].line;
        self.log.print(self.now, task, line, write);
    }

    /// The task writes a text.
    pub fn write(&mut self, task: TaskId, stream: Stream, text: &str) {
        self.event(task, EventKind::Wrote { stream, text });
    }

    /// The task waits for the end of another, until a time at most: see
    /// [`timed_out`](Self::timed_out).
    pub fn join(&mut self, task: TaskId, other: TaskId, until: Option<Time>) -> Progress {
        if self.tasks[other.index()].doing == Doing::Finished {
            return Progress::Complete;
        }
        self.joining.push((task, other));
        self.wait(task, On::Task(other), until)
    }

    /// Makes a resource.
    pub fn create_resource(&mut self, info: ResourceInfo) -> ResourceId {
        let resource = ResourceId(self.resources.len() as u32);
        self.resources.push(Resource::new(info.permits));
        self.log.describe_resource(info);
        resource
    }

    /// From now on a resource is run from outside of the machine, which is asked for it
    /// each time that a task wants it, and grants it.
    pub fn run_elsewhere(&mut self, resource: ResourceId) {
        let resource = &mut self.resources[resource.index()];
        resource.elsewhere = true;
        resource.permits = 0;
    }

    /// Whether a task waits for a resource.
    #[must_use]
    pub fn is_wanted(&self, resource: ResourceId) -> bool {
        !self.resources[resource.index()].waiters.is_empty()
    }

    /// The task wants a permit of a resource, and waits for it, until a time at most: see
    /// [`timed_out`](Self::timed_out).
    pub fn acquire(&mut self, task: TaskId, resource: ResourceId, until: Option<Time>) -> Progress {
        let wanted = &mut self.resources[resource.index()];
        if wanted.try_take() {
            self.event(task, EventKind::Acquired { resource });
            return Progress::Complete;
        }
        wanted.waiters.push_back(task);
        self.wait(task, On::Resource(resource), until)
    }

    /// The task gives a permit to a resource, or to who waits for it.
    pub fn release(&mut self, task: TaskId, resource: ResourceId) {
        self.event(task, EventKind::Released { resource });
        if !self.resources[resource.index()].elsewhere {
            self.grant(resource);
        }
    }

    /// Puts a permit there, from outside of all tasks or on behalf of one.
    pub fn grant(&mut self, resource: ResourceId) {
        if let Some(next) = self.resources[resource.index()].put() {
            self.event(next, EventKind::Acquired { resource });
            self.wake(next);
        }
    }

    /// The task waits for what the machine doesn't know, until somebody wakes it.
    pub fn wait_elsewhere(&mut self, task: TaskId) -> Progress {
        self.wait(task, On::Elsewhere, None)
    }

    /// Wakes a task that waits for what the machine doesn't know; others stay as they are.
    pub fn wake_from_elsewhere(&mut self, task: TaskId) {
        if self.tasks[task.index()].doing == Doing::Waiting(On::Elsewhere) {
            self.wake(task);
        }
    }

    /// An error has ended the task.
    pub fn raise(&mut self, task: TaskId, error: &str) {
        self.event(task, EventKind::Raised(error));
        self.end(task);
        if task == TaskId::MAIN && self.outcome == Some(Outcome::Done) {
            self.outcome = Some(Outcome::Raised);
        }
    }

    /// The task has come to its end.
    pub fn finish(&mut self, task: TaskId) {
        self.event(task, EventKind::Finished);
        self.end(task);
    }

    /// Whether the task's last wait ended because its time was over, not because what it
    /// waited for has come.
    #[must_use]
    pub fn timed_out(&self, task: TaskId) -> bool {
        self.tasks[task.index()].timed_out
    }

    /// Whether the task is being run, rather than waiting for something.
    #[must_use]
    pub fn is_running(&self, task: TaskId) -> bool {
        self.tasks[task.index()].doing == Doing::Running
    }

    fn end(&mut self, task: TaskId) {
        self.tasks[task.index()].doing = Doing::Finished;
        self.running = None;
        self.unfinished -= 1;
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

    fn wait(&mut self, task: TaskId, on: On, until: Option<Time>) -> Progress {
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

    fn wake(&mut self, task: TaskId) {
        self.wake_because(task, Why::Woke);
    }

    fn wake_because(&mut self, task: TaskId, why: Why) {
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

    fn event(&mut self, task: TaskId, kind: EventKind<'_>) {
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
