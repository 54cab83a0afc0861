//! What tasks do, as the kernel is told of it.

use super::kernel::{Doing, Kernel, Progress, TaskInfo};
use super::resource::Resource;
use super::{Outcome, Processors};
use crate::ids::{ResourceId, TaskId};
use crate::schedule::Why;
use crate::time::{Time, Waiter};
use crate::trace::{EventKind, On, ResourceInfo, Stream};

impl Kernel {
    /// Creates a task, which doesn't run before it is started.
    pub fn create(&mut self, name: &str) -> TaskId {
        let task = TaskId(self.tasks.len() as u32);
        let by = self.running.unwrap_or(TaskId::MAIN);
        self.tasks.push(TaskInfo {
            doing: Doing::Created,
            waits: 0,
            timed_out: false,
            daemon: false,
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

    /// The run ends without waiting for this task's end.
    pub fn make_daemon(&mut self, task: TaskId) {
        let info = &mut self.tasks[task.index()];
        if !std::mem::replace(&mut info.daemon, true) && info.doing != Doing::Finished {
            self.unfinished -= 1;
        }
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

    /// Who computes on the one processor has come to the end of it. Real computing takes as
    /// long as it takes, so that is `now`, be it sooner or later than it should, and the
    /// time is the same for all who wait.
    pub fn end_computing(&mut self, now: Time) {
        self.now = self.now.max(now);
        if let Some((_, until)) = &mut self.busy {
            *until = self.now;
        }
    }

    /// The task has run for so long without giving way: that much time has passed.
    pub fn spend(&mut self, span: Time) {
        self.now = self.now.saturating_add(span);
    }

    /// The task could be interrupted here. It goes on if the schedule has it so.
    pub fn checkpoint(&mut self, task: TaskId) -> Progress {
        if !self.rules.preemptive {
            return Progress::Complete;
        }
        self.wake_due();
        self.scheduler.push(task, Why::GaveWay);
        let next = self.scheduler.pop();
        let goes_on = next == Some(task);
        if goes_on && !self.rules.turns_end_at_checkpoints {
            return Progress::Complete;
        }
        self.chosen = next;
        if goes_on {
            self.tasks[task.index()].doing = Doing::GoesOn;
        } else {
            self.tasks[task.index()].doing = Doing::Ready;
            self.event(task, EventKind::Preempted);
        }
        Progress::Waits
    }

    /// Whether others could run now.
    pub fn others_are_ready(&mut self) -> bool {
        self.wake_due();
        !self.scheduler.is_empty()
    }

    /// The task has run for as long as it may while others are ready: it is their turn.
    pub fn pass_turn(&mut self, task: TaskId) -> Progress {
        self.wake_due();
        if self.scheduler.is_empty() {
            return Progress::Complete;
        }
        self.scheduler.push(task, Why::TimeIsUp);
        self.tasks[task.index()].doing = Doing::Ready;
        self.event(task, EventKind::Preempted);
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

    /// Whether a resource has been created.
    #[must_use]
    pub fn has_resource(&self, resource: ResourceId) -> bool {
        resource.index() < self.resources.len()
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

    /// The task gives a permit to a resource, and wakes who waits for it: that one has to
    /// acquire it once more, and others may be quicker, as with the locks of operating
    /// systems.
    pub fn let_go(&mut self, task: TaskId, resource: ResourceId) {
        self.event(task, EventKind::Released { resource });
        let given = &mut self.resources[resource.index()];
        given.permits += 1;
        if let Some(&first) = given.waiters.front() {
            self.wake(first);
        }
    }

    /// How many permits of a resource there are.
    #[must_use]
    pub fn permits(&self, resource: ResourceId) -> u32 {
        self.resources[resource.index()].permits
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
}
