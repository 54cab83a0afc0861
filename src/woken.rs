//! The tasks whose wakers have been called: the one thing that wakers and the
//! executor share.
//!
//! A waker may be called from anywhere, even from another thread; Rust demands
//! that it can be. So this is a list that threads can push to without a lock.

use std::mem;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::event::TaskId;

/// Of a list's link: the task isn't on the list.
const ABSENT: u32 = u32::MAX;
/// Of a list's link or head: nothing follows.
const END: u32 = u32::MAX - 1;

/// A list of tasks, each on it once at most, linked through one place per task.
#[derive(Debug)]
pub(crate) struct Woken {
    /// The task that was pushed last.
    head: AtomicU32,
    /// For each task the one that was pushed before it.
    next: Vec<AtomicU32>,
}

impl Woken {
    /// An empty list for as many tasks.
    pub(crate) fn new(tasks: usize) -> Self {
        Self {
            head: AtomicU32::new(END),
            next: (0..tasks).map(|_| AtomicU32::new(ABSENT)).collect(),
        }
    }

    /// Puts a task on the list, if it isn't there: to be woken twice before the
    /// executor looks is to be woken once.
    pub(crate) fn push(&self, task: TaskId) {
        let next = &self.next[task as usize];
        let mut head = self.head.load(Ordering::Relaxed);
        let claim = next.compare_exchange(ABSENT, head, Ordering::Relaxed, Ordering::Relaxed);
        if claim.is_err() {
            return;
        }
        // Released, so that whoever takes the list sees the links behind its head.
        while let Err(other) =
            self.head
                .compare_exchange_weak(head, task, Ordering::Release, Ordering::Relaxed)
        {
            head = other;
            next.store(head, Ordering::Relaxed);
        }
    }

    /// Takes all tasks off the list, the first pushed first.
    pub(crate) fn take(&self, mut each: impl FnMut(TaskId)) {
        // Mostly nobody has been woken, and to look costs less than to take.
        if self.head.load(Ordering::Relaxed) == END {
            return;
        }
        // The whole list at once: what is never taken in part can't be mixed up. Nobody
        // else writes to the link of a task that is on a list, so it can be turned round.
        let mut task = self.head.swap(END, Ordering::Acquire);
        let mut first = END;
        while task != END {
            let next = &self.next[task as usize];
            let before = next.load(Ordering::Relaxed);
            next.store(first, Ordering::Relaxed);
            first = mem::replace(&mut task, before);
        }
        while first != END {
            let next = &self.next[first as usize];
            let after = next.load(Ordering::Relaxed);
            next.store(ABSENT, Ordering::Relaxed);
            each(first);
            first = after;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(woken: &Woken) -> Vec<TaskId> {
        let mut tasks = Vec::new();
        woken.take(|task| tasks.push(task));
        tasks
    }

    #[test]
    fn tasks_come_in_the_order_in_which_they_were_pushed() {
        let woken = Woken::new(4);
        assert_eq!(taken(&woken), []);
        for task in [2, 0, 3] {
            woken.push(task);
        }
        assert_eq!(taken(&woken), [2, 0, 3]);
        woken.push(0);
        assert_eq!(taken(&woken), [0]);
    }

    #[test]
    fn a_task_is_there_once_however_often_it_is_pushed() {
        let woken = Woken::new(2);
        for task in [1, 0, 1, 1, 0] {
            woken.push(task);
        }
        assert_eq!(taken(&woken), [1, 0]);
    }

    #[test]
    fn no_thread_loses_a_task() {
        const THREADS: u32 = 4;
        const TASKS: u32 = 500;
        let woken = Woken::new((THREADS * TASKS) as usize);
        let mut tasks = Vec::new();
        std::thread::scope(|scope| {
            let pushing: Vec<_> = (0..THREADS)
                .map(|thread| {
                    let woken = &woken;
                    scope.spawn(move || (0..TASKS).for_each(|i| woken.push(thread * TASKS + i)))
                })
                .collect();
            while !pushing.iter().all(|thread| thread.is_finished()) {
                woken.take(|task| tasks.push(task));
            }
        });
        woken.take(|task| tasks.push(task));
        tasks.sort_unstable();
        assert_eq!(tasks, Vec::from_iter(0..THREADS * TASKS));
    }
}
