//! Virtual time: deadlines in whole milliseconds, and who waits for them.
//!
//! The clock is *logical*. It doesn't tick: whoever drives it moves it from one
//! deadline to the next, so the time that a task sees when it wakes is exactly
//! the time that it asked for, however late the driver came. Nothing drifts.

use std::mem;
use std::task::Waker;

use crate::queue::{Entry, Queue};

/// Virtual time in whole milliseconds; a lane starts at 0.
pub type Millis = u64;

/// The sleeping tasks of one lane, ordered by (deadline, when they began to wait).
#[derive(Debug, Default)]
pub struct Clock {
    now: Millis,
    /// Who sleeps until when: places in `wakers`.
    sleepers: Queue,
    wakers: Vec<Place>,
    /// The first unused place in `wakers`; after the last comes their length.
    free: u32,
}

/// A place for a waker.
#[derive(Debug)]
enum Place {
    Taken(Waker),
    /// The next unused place.
    Free(u32),
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
        self.sleepers.peek().map(|sleeper| sleeper.key)
    }

    /// Asks for `waker` to be woken at `deadline`, after all who asked for the
    /// same deadline before.
    pub fn wake_at(&mut self, deadline: Millis, waker: Waker) {
        let place = self.free;
        let taken = Place::Taken(waker);
        match self.wakers.get_mut(place as usize) {
            Some(unused) => {
                if let Place::Free(next) = mem::replace(unused, taken) {
                    self.free = next;
                }
            }
            None => {
                self.wakers.push(taken);
                self.free += 1;
            }
        }
        self.sleepers.push(Entry {
            key: deadline,
            value: place,
        });
    }

    /// Makes room for so many more sleepers.
    pub(crate) fn reserve(&mut self, sleepers: usize) {
        self.wakers.reserve(sleepers);
        self.sleepers.reserve(sleepers);
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
        if self.next_deadline()? > self.now {
            return None;
        }
        let place = self.sleepers.pop()?.value;
        let unused = Place::Free(mem::replace(&mut self.free, place));
        match mem::replace(&mut self.wakers[place as usize], unused) {
            Place::Taken(waker) => Some(waker),
            Place::Free(_) => None,
        }
    }
}
