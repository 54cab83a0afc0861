//! Virtual time: deadlines in whole milliseconds, and who waits for them.
//!
//! The clock is *logical*. It doesn't tick: whoever drives it moves it from one
//! deadline to the next, so the time that a task sees when it wakes is exactly
//! the time that it asked for, however late the driver came. Nothing drifts.

use std::task::Waker;

use crate::queue::{Entry, Queue};

/// Virtual time in whole milliseconds; a lane starts at 0.
pub type Millis = u64;

/// The sleeping tasks of one lane, ordered by (deadline, when they began to wait).
///
/// Neighbours that ask for the same deadline share one *run*: a first-in,
/// first-out list with one place in the queue. A thousand tasks with the same
/// interval cost one queue operation a step, and a thousand different deadlines
/// cost no more than a plain heap would. Two runs may have the same deadline
/// (another deadline came between them); their numbers keep the order.
#[derive(Debug, Default)]
pub struct Clock {
    now: Millis,
    /// The run that is still growing. It is outside the queue so that it can.
    open: Option<Entry>,
    /// The other runs: the key is the deadline, and `first` and `last` are the
    /// ends of the list in `sleepers`.
    runs: Queue,
    started_runs: u64,
    /// What is left of the run that is due.
    due: Option<u32>,
    sleepers: Vec<Sleeper>,
    /// The first unused place in `sleepers`; the others follow through `next`.
    free: Option<u32>,
}

#[derive(Debug)]
struct Sleeper {
    waker: Option<Waker>,
    next: Option<u32>,
}

impl Clock {
    /// The current virtual time.
    #[must_use]
    pub fn now(&self) -> Millis {
        self.now
    }

    /// The earliest deadline that somebody waits for.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Millis> {
        let queued = self.runs.peek().map_or(Millis::MAX, |run| run.key);
        let open = self.open.map_or(Millis::MAX, |run| run.key);
        Some(queued.min(open)).filter(|&deadline| deadline < Millis::MAX)
    }

    /// Asks for `waker` to be woken at `deadline`, after all who asked for the
    /// same deadline before.
    pub fn wake_at(&mut self, deadline: Millis, waker: Waker) {
        let place = self.store(waker);
        if let Some(run) = &mut self.open
            && run.key == deadline
        {
            self.sleepers[run.last as usize].next = Some(place);
            run.last = place;
            return;
        }
        let run = Entry {
            key: deadline,
            number: self.started_runs,
            first: place,
            last: place,
        };
        self.started_runs += 1;
        if let Some(full) = self.open.replace(run) {
            self.runs.push(full);
        }
    }

    /// Moves the time to the next deadline, if that is not after `limit`. Returns
    /// whether somebody is due: they come from [`next_due`](Self::next_due).
    pub fn advance(&mut self, limit: Millis) -> bool {
        match self.next_deadline() {
            Some(deadline) if deadline <= limit => {
                self.pass(deadline);
                true
            }
            _ => false,
        }
    }

    /// Lets the time pass until `time`, whoever has a deadline before that: nobody
    /// looked at the clock meanwhile.
    pub fn pass(&mut self, time: Millis) {
        self.now = self.now.max(time);
    }

    /// The next of those whose deadline has come, in order. One at a time, so
    /// that the caller wakes it after it has let go of the clock.
    pub fn next_due(&mut self) -> Option<Waker> {
        let place = match self.due {
            Some(place) => place,
            None => self.take_run()?.first,
        };
        let sleeper = &mut self.sleepers[place as usize];
        self.due = sleeper.next;
        sleeper.next = self.free;
        self.free = Some(place);
        sleeper.waker.take()
    }

    /// Takes the first run whose deadline has come.
    fn take_run(&mut self) -> Option<Entry> {
        let due = self.now.min(self.next_deadline()?);
        // Of two runs with one deadline the open one is the younger.
        match self.runs.peek() {
            Some(run) if run.key <= due => self.runs.pop(),
            _ => self.open.take_if(|run| run.key <= due),
        }
    }

    fn store(&mut self, waker: Waker) -> u32 {
        let sleeper = Sleeper {
            waker: Some(waker),
            next: None,
        };
        match self.free {
            Some(place) => {
                let unused = &mut self.sleepers[place as usize];
                self.free = unused.next;
                *unused = sleeper;
                place
            }
            None => {
                self.sleepers.push(sleeper);
                (self.sleepers.len() - 1) as u32
            }
        }
    }
}
