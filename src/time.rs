//! Virtual time, and the deadlines on it.
//!
//! Time is *logical*. It doesn't tick: whoever drives a machine moves it from one
//! deadline to the next, so the time that a task sees when it wakes is exactly the
//! time that it asked for, however late the driver came. Nothing drifts.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::ids::TaskId;

/// Virtual time since the start, or a span of it, in whole units of the program's
/// choice: the lesson counts milliseconds, and so does everything that shows it.
pub type Time = u64;

/// Who waits until when: by deadline, and of equal deadlines who began to wait first.
///
/// Mostly many begin to wait for the same deadline one after the other. They are together,
/// so a round of a thousand tasks is one entry of the heap.
#[derive(Debug, Clone, Default)]
pub(crate) struct Deadlines {
    /// Those who began to wait last, while they have the same deadline.
    latest: Option<Together>,
    others: BinaryHeap<Together>,
    /// How many entries there have been.
    count: u64,
}

/// Some who began to wait one after the other, for one deadline.
#[derive(Debug, Clone)]
struct Together {
    at: Time,
    number: u64,
    waiters: Vec<Waiter>,
}

/// The first is the greatest, because a heap has that on top.
impl Ord for Together {
    fn cmp(&self, other: &Self) -> Ordering {
        (other.at, other.number).cmp(&(self.at, self.number))
    }
}

impl PartialOrd for Together {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Together {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Together {}

/// Who waits for a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Waiter {
    pub task: TaskId,
    /// Which of its waits it is: one that has ended otherwise leaves its deadline behind,
    /// and that counts no more.
    pub wait: u32,
}

impl Deadlines {
    /// Notes that somebody waits until `at`.
    pub fn add(&mut self, at: Time, waiter: Waiter) {
        if let Some(latest) = &mut self.latest
            && latest.at == at
        {
            latest.waiters.push(waiter);
            return;
        }
        self.count += 1;
        let latest = Together {
            at,
            number: self.count,
            waiters: vec![waiter],
        };
        self.others.extend(self.latest.replace(latest));
    }

    /// The deadline that is due first.
    pub fn first(&self) -> Option<Time> {
        self.peek().map(|first| first.at)
    }

    /// All who wait, and until when.
    #[cfg(feature = "choices")]
    pub fn iter(&self) -> impl Iterator<Item = (Time, Waiter)> + '_ {
        let all = self.latest.iter().chain(&self.others);
        all.flat_map(|together| together.waiters.iter().map(|&waiter| (together.at, waiter)))
    }

    /// Forgets deadlines that nobody waits for any more, as far as they are the first.
    pub fn forget(&mut self, still_waits: impl Fn(&Waiter) -> bool) {
        while let Some(first) = self.peek()
            && !first.waiters.iter().any(&still_waits)
        {
            self.pop();
        }
    }

    /// Takes the first of those whose deadline is due at `now` away.
    pub fn take_due(&mut self, now: Time) -> Option<Vec<Waiter>> {
        if self.first()? > now {
            return None;
        }
        self.pop().map(|first| first.waiters)
    }

    fn peek(&self) -> Option<&Together> {
        self.latest.iter().chain(self.others.peek()).max()
    }

    fn pop(&mut self) -> Option<Together> {
        if self.others.peek() > self.latest.as_ref() {
            self.others.pop()
        } else {
            self.latest.take()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equal_deadlines_the_first_to_wait_is_due_first() {
        let mut deadlines = Deadlines::default();
        for (at, task) in [(5, 0), (3, 1), (5, 2), (3, 3), (9, 4)] {
            let task = TaskId(task);
            deadlines.add(at, Waiter { task, wait: 1 });
        }
        let mut due = Vec::new();
        while let Some(waiters) = deadlines.take_due(5) {
            due.extend(waiters.iter().map(|waiter| waiter.task.0));
        }
        assert_eq!(due, [1, 3, 0, 2]);
        assert_eq!(deadlines.first(), Some(9));
        deadlines.forget(|waiter| waiter.wait == 2);
        assert_eq!(deadlines.first(), None);
    }
}
