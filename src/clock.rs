//! Virtual time: deadlines in whole milliseconds, and the future that waits for one.
//!
//! The clock is *logical*. It doesn't tick: whoever drives it moves it from one
//! deadline to the next, so the time that a task sees when it wakes is exactly
//! the time that it asked for, however late the driver came. Nothing drifts.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::task::Waker;

/// Virtual time in whole milliseconds; a lane starts at 0.
pub type Millis = u64;

/// The sleeping tasks of one lane, ordered by (deadline, when they began to wait).
///
/// Neighbours that ask for the same deadline share one *run*: a first-in,
/// first-out list with one place in the heap. A thousand tasks with the same
/// interval cost one heap operation a step, and a thousand different deadlines
/// cost no more than a plain heap would. Two runs may have the same deadline
/// (another deadline came between them); their numbers keep the order.
#[derive(Debug, Default)]
pub struct Clock {
    now: Millis,
    /// The run that is still growing. It is outside the heap so that it can.
    open: Option<Run>,
    runs: BinaryHeap<Reverse<Run>>,
    started_runs: u64,
    sleepers: Vec<Sleeper>,
    /// The first unused place in `sleepers`; the others follow through `next`.
    free: Option<u32>,
}

/// Those who wait for one deadline. The order of the fields is the order of the runs.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    deadline: Millis,
    number: u64,
    first: u32,
    last: u32,
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
        let heap = self.runs.peek().map(|Reverse(run)| run.deadline);
        let open = self.open.as_ref().map(|run| run.deadline);
        match (heap, open) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }

    /// Asks for `waker` to be woken at `deadline`, after all who asked for the
    /// same deadline before.
    pub fn wake_at(&mut self, deadline: Millis, waker: Waker) {
        let place = self.store(waker);
        if let Some(run) = &mut self.open
            && run.deadline == deadline
        {
            self.sleepers[run.last as usize].next = Some(place);
            run.last = place;
            return;
        }
        let run = Run {
            deadline,
            number: self.started_runs,
            first: place,
            last: place,
        };
        self.started_runs += 1;
        if let Some(full) = self.open.replace(run) {
            self.runs.push(Reverse(full));
        }
    }

    /// Moves the time to the next deadline, if that is not after `limit`, and
    /// adds those who waited for it to `due`, in order. Returns whether it moved.
    ///
    /// The caller wakes them once it has let go of the clock, because whoever
    /// wakes may want to sleep again at once.
    pub fn advance(&mut self, limit: Millis, due: &mut Vec<Waker>) -> bool {
        let Some(deadline) = self.next_deadline().filter(|&deadline| deadline <= limit) else {
            return false;
        };
        self.now = deadline;
        while let Some(run) = self.take_run(deadline) {
            let mut place = Some(run.first);
            while let Some(at) = place {
                let sleeper = &mut self.sleepers[at as usize];
                place = sleeper.next.take();
                due.extend(sleeper.waker.take());
                sleeper.next = self.free.replace(at);
            }
        }
        true
    }

    fn take_run(&mut self, deadline: Millis) -> Option<Run> {
        // Of two runs with one deadline the open one is the younger.
        match self.runs.peek() {
            Some(Reverse(run)) if run.deadline == deadline => self.runs.pop().map(|run| run.0),
            _ => self.open.take_if(|run| run.deadline == deadline),
        }
    }

    fn store(&mut self, waker: Waker) -> u32 {
        let sleeper = Sleeper {
            waker: Some(waker),
            next: None,
        };
        if let Some(place) = self.free {
            let old = std::mem::replace(&mut self.sleepers[place as usize], sleeper);
            self.free = old.next;
            return place;
        }
        self.sleepers.push(sleeper);
        (self.sleepers.len() - 1) as u32
    }
}
