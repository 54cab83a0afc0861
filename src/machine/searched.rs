//! What a search through schedules asks of a kernel: whose turn it is it says itself, and
//! it wants to know when two kernels will go on alike.

use std::hash::{Hash, Hasher};

use super::kernel::{Doing, Kernel, TaskInfo};
use crate::ids::TaskId;
use crate::schedule::Why;
use crate::time::Time;
use crate::trace::On;

impl Kernel {
    /// Gives the processor to this task, which has to be ready.
    pub fn give_turn(&mut self, task: TaskId) {
        self.scheduler.take(task);
        self.run(task);
    }

    /// The task could be interrupted here: it is ready, and whoever is may go on, as after
    /// [`checkpoint`](Self::checkpoint).
    pub fn offer_turn(&mut self, task: TaskId) {
        self.wake_due();
        self.scheduler.push(task, Why::GaveWay);
        self.tasks[task.index()].doing = Doing::GoesOn;
    }

    /// Whether others could run now, be it that they are woken first.
    #[must_use]
    pub fn could_switch(&self) -> bool {
        !self.scheduler.is_empty() || self.deadlines.first().is_some_and(|at| at <= self.now)
    }

    /// Whether all tasks but one have finished.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        let is_there = |task: &&TaskInfo| task.doing != Doing::Finished;
        self.tasks.iter().filter(is_there).nth(1).is_none()
    }

    /// Tells all by which this kernel goes on: two that tell the same go on alike. Of times
    /// it tells how far away they are, in units of `grain`.
    pub fn tell(&self, grain: Time, hasher: &mut impl Hasher) {
        for task in &self.tasks {
            let doing = match task.doing {
                Doing::Created => 0,
                Doing::Ready | Doing::Running | Doing::Computing | Doing::GoesOn => 1,
                Doing::Waiting(On::Time) => 2,
                Doing::Waiting(On::Elsewhere) => 3,
                Doing::Waiting(On::Task(other)) => 4 + (u64::from(other.0) << 8),
                Doing::Waiting(On::Resource(resource)) => 5 + (u64::from(resource.0) << 8),
                Doing::Finished => 6,
            };
            (doing, task.timed_out, task.daemon).hash(hasher);
        }
        let waiters = self.deadlines.iter();
        let mut left: Vec<_> = waiters
            .filter(|(_, waiter)| self.tasks[waiter.task.index()].waits == waiter.wait)
            .map(|(at, waiter)| (waiter.task, at.saturating_sub(self.now) / grain))
            .collect();
        left.sort_unstable();
        left.hash(hasher);
        for resource in &self.resources {
            resource.permits.hash(hasher);
            resource.waiters.hash(hasher);
        }
    }
}
