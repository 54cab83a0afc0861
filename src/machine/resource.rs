//! What tasks wait for and hold.

use std::collections::VecDeque;

use crate::ids::TaskId;

/// So many permits, and who waits for one. A lock is one permit; a semaphore some; a
/// queue has as many as it has items.
#[derive(Debug, Clone)]
pub(crate) struct Resource {
    pub permits: u32,
    pub waiters: VecDeque<TaskId>,
    /// Whether it is run from outside of the machine, so that who waits for it isn't stuck.
    pub elsewhere: bool,
}

impl Resource {
    pub fn new(permits: u32) -> Self {
        Self {
            permits,
            waiters: VecDeque::new(),
            elsewhere: false,
        }
    }

    /// Takes a permit if one is there.
    pub fn try_take(&mut self) -> bool {
        let taken = self.permits > 0;
        self.permits -= u32::from(taken);
        taken
    }

    /// Puts a permit there, and says who gets it at once, if somebody waits for it: it is
    /// handed over rather than let go, so nobody can overtake the one who is woken.
    pub fn put(&mut self) -> Option<TaskId> {
        let next = self.waiters.pop_front();
        if next.is_none() {
            self.permits += 1;
        }
        next
    }

    /// Stops waiting.
    pub fn leave(&mut self, task: TaskId) {
        self.waiters.retain(|&waiter| waiter != task);
    }
}
