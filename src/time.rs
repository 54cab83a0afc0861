//! Virtual time, and the deadlines on it.
//!
//! Time is *logical*. It doesn't tick: whoever drives a machine moves it from one
//! deadline to the next, so the time that a task sees when it wakes is exactly the
//! time that it asked for, however late the driver came. Nothing drifts.

use std::collections::BTreeMap;

use crate::ids::TaskId;

/// Virtual time since the start, or a span of it, in whole units of the program's
/// choice: the lesson counts milliseconds, and so does everything that shows it.
pub type Time = u64;

/// Who waits until when: by deadline, and of equal deadlines who began to wait first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Deadlines(BTreeMap<Time, Vec<Waiter>>);

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
        self.0.entry(at).or_default().push(waiter);
    }

    /// The deadline that is due first.
    pub fn first(&self) -> Option<Time> {
        self.0.first_key_value().map(|(&at, _)| at)
    }

    /// Forgets deadlines that nobody waits for any more, as far as they are the first.
    pub fn forget(&mut self, still_waits: impl Fn(&Waiter) -> bool) {
        while let Some(first) = self.0.first_entry()
            && !first.get().iter().any(&still_waits)
        {
            first.remove();
        }
    }

    /// Takes those with the first deadline away, if it is due at `now`.
    pub fn take_due(&mut self, now: Time) -> Option<Vec<Waiter>> {
        let first = self.0.first_entry()?;
        (*first.key() <= now).then(|| first.remove())
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
