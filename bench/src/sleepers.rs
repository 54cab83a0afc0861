//! The clock alone, with deadlines that are all different, which no lane has.
//!
//! An event is a sleeper that is woken by its waker, notes the time, and sleeps again.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Wake, Waker};

use interleaved::{Clock, Millis};

/// Wakes a sleeper, by saying who it is.
struct Sleeper {
    number: u32,
    woken: Arc<AtomicU32>,
}

impl Wake for Sleeper {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.woken.store(self.number, Ordering::Relaxed);
    }
}

/// Sleepers on a clock, and what they have noted.
pub struct Sleepers {
    clock: Clock,
    count: u32,
    woken: Arc<AtomicU32>,
    random: Millis,
    noted: Vec<(Millis, u32)>,
}

impl Sleepers {
    /// As many sleepers, each of whom waits, with room for `events` notes.
    pub fn new(count: u32, events: usize) -> Self {
        let woken = Arc::new(AtomicU32::new(0));
        let waker = |number| {
            Waker::from(Arc::new(Sleeper {
                number,
                woken: Arc::clone(&woken),
            }))
        };
        let mut sleepers = Self {
            clock: Clock::default(),
            count,
            woken: Arc::clone(&woken),
            random: 1,
            noted: Vec::with_capacity(events),
        };
        for number in 0..count {
            sleepers.sleep(number.into(), waker(number));
        }
        sleepers
    }

    /// Lets time pass until `events` more have been noted, and returns how many were.
    pub fn run(&mut self, events: usize) -> u64 {
        self.noted.clear();
        while self.noted.len() < events && self.clock.advance(Millis::MAX) {
            while let Some(waker) = self.clock.next_due() {
                waker.wake_by_ref();
                let number = self.woken.load(Ordering::Relaxed);
                self.noted.push((self.clock.now(), number));
                self.sleep(self.clock.now(), waker);
            }
        }
        self.noted.len() as u64
    }

    /// Sleeps for a random time. A deadline's remainder by the number of sleepers is
    /// its owner's number, so no two are equal.
    fn sleep(&mut self, from: Millis, waker: Waker) {
        // Park and Miller's generator.
        self.random = self.random * 48_271 % 0x7fff_ffff;
        let rounds = 500 + self.random % 1_000;
        let deadline = from + rounds * Millis::from(self.count);
        self.clock.wake_at(deadline, waker);
    }
}
