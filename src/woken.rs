//! The tasks whose wakers have been called: the one thing that wakers and the
//! executor share.
//!
//! A waker may be called from anywhere, even from another thread; Rust demands
//! that it can be. So there is a lock, which nobody has to wait for as long as a lane
//! and its wakers stay on one thread.

use std::mem;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::event::TaskId;

/// A list of tasks, each on it once at most.
#[derive(Debug)]
pub(crate) struct Woken(Mutex<List>);

#[derive(Debug)]
struct List {
    /// In the order in which they were woken.
    tasks: Vec<TaskId>,
    /// For each task there is whether it is on the list.
    is_listed: Vec<bool>,
}

impl Woken {
    /// An empty list for as many tasks.
    pub(crate) fn new(tasks: usize) -> Self {
        Self(Mutex::new(List {
            tasks: Vec::new(),
            is_listed: vec![false; tasks],
        }))
    }

    /// Puts a task on the list, if it isn't there: to be woken twice before the
    /// executor looks is to be woken once.
    pub(crate) fn push(&self, task: TaskId) {
        let mut list = self.lock();
        if !mem::replace(&mut list.is_listed[task as usize], true) {
            list.tasks.push(task);
        }
    }

    /// Takes all tasks off the list, the first pushed first.
    pub(crate) fn take(&self) -> Vec<TaskId> {
        let mut list = self.lock();
        let tasks = mem::take(&mut list.tasks);
        for &task in &tasks {
            list.is_listed[task as usize] = false;
        }
        tasks
    }

    fn lock(&self) -> MutexGuard<'_, List> {
        // Nothing is done under the lock that could leave the list half changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_come_in_the_order_in_which_they_were_pushed() {
        let woken = Woken::new(4);
        assert_eq!(woken.take(), []);
        for task in [2, 0, 3] {
            woken.push(task);
        }
        assert_eq!(woken.take(), [2, 0, 3]);
        woken.push(0);
        assert_eq!(woken.take(), [0]);
    }

    #[test]
    fn a_task_is_there_once_however_often_it_is_pushed() {
        let woken = Woken::new(2);
        for task in [1, 0, 1, 1, 0] {
            woken.push(task);
        }
        assert_eq!(woken.take(), [1, 0]);
    }

    /// One thread wakes a task again and again, each time for another reason; to wake it
    /// while it is on the list does nothing. Whoever takes it sees the last reason.
    #[test]
    fn no_wake_up_is_lost_between_two_threads() {
        use std::sync::atomic::{AtomicU32, Ordering::*};
        const WAKES: u32 = 1_000_000;
        let woken = Woken::new(1);
        let (reason, woken_for) = (AtomicU32::new(0), AtomicU32::new(0));
        let mut seen = 0;
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for wake in 1..=WAKES {
                    reason.store(wake, Relaxed);
                    woken.push(0);
                    woken_for.store(wake, Release);
                }
            });
            while seen < WAKES {
                let due = woken_for.load(Acquire);
                for _ in woken.take() {
                    seen = reason.load(Relaxed);
                }
                assert!(
                    seen >= due,
                    "wake-up {due} is lost: the last seen is {seen}"
                );
            }
        });
    }
}
