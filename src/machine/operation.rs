//! What a task awaits: sleeping, computing, joining, locks and the like, as futures.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use super::executor::Task;
use super::kernel::{Kernel, Progress};
use crate::ids::{ResourceId, TaskId};

/// Something that a task does and the kernel completes. It begins when it is polled for
/// the first time; the task is polled again once it is complete.
#[must_use = "does something when it is awaited"]
#[derive(Debug)]
pub struct Operation<'a, F> {
    task: &'a Task,
    /// What asks the kernel for it, until it has been asked.
    begin: Option<F>,
}

impl<'a, F> Operation<'a, F> {
    pub(super) fn new(task: &'a Task, begin: F) -> Self {
        let begin = Some(begin);
        Self { task, begin }
    }
}

impl<F: FnOnce(&mut Kernel, TaskId) -> Progress + Unpin> Future for Operation<'_, F> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        // The context's waker isn't needed: the kernel knows by itself when it is complete,
        // and until then doesn't let this task be polled.
        let Some(begin) = self.begin.take() else {
            return Poll::Ready(());
        };
        let task = self.task;
        match begin(&mut task.kernel(), task.id()) {
            Progress::Complete => Poll::Ready(()),
            Progress::Waits => Poll::Pending,
        }
    }
}

/// A permit of a resource: it is given back when this is dropped.
#[must_use = "the permit is given back when this is dropped"]
#[derive(Debug)]
pub struct Guard<'a> {
    task: &'a Task,
    resource: ResourceId,
}

impl<'a> Guard<'a> {
    pub(super) fn new(task: &'a Task, resource: ResourceId) -> Self {
        Self { task, resource }
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        let task = self.task;
        task.kernel().release(task.id(), self.resource);
    }
}
