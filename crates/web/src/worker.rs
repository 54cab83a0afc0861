//! What runs in a web worker: `worker.js` and its wasm file.

use wasm_bindgen::prelude::*;

use interleaved::crossing;
use interleaved::{Next, Thread};

/// What can be done to a thread.
#[wasm_bindgen]
pub enum Order {
    /// Nothing: time has passed.
    Tick,
    /// Let it run.
    Play,
    /// Hold it.
    Pause,
    /// Give it the lock that it wants; after that it has it no more.
    Lock,
    /// Let it compute, whatever it is at, to see how long that takes.
    Compute,
}

/// A [`Thread`] behind plain numbers and text. Times are in milliseconds: `now` in
/// those of `performance.now()`.
#[wasm_bindgen]
pub struct Worker {
    thread: Thread,
    /// How many events have been told of.
    told: usize,
}

#[wasm_bindgen]
impl Worker {
    /// A worker that is held at its start. `settings` are those of a player that has
    /// taken them, but with one lane, and the tasks that are this worker's. A
    /// millisecond has so many `rounds` of computing.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(settings: &str, rounds: f64) -> Self {
        Self {
            thread: Thread::new(crossing::read_settings(settings).0, rounds),
            told: 0,
        }
    }

    /// Follows an order, then runs what is due, but no more than one poll or a slice
    /// of computing. Returns how many real milliseconds there is nothing to do: 0
    /// if there is more to do at once, -1 if there is nothing until the next order,
    /// -2 if there is nothing until it has the lock.
    ///
    /// `value` is the number of rounds of [`Order::Compute`].
    pub fn act(&mut self, order: Order, value: f64, now: f64) -> f64 {
        let now = (now * 1_000.0) as u64;
        let thread = &mut self.thread;
        match order {
            Order::Tick => {}
            Order::Play => thread.play(now),
            Order::Pause => thread.pause(now),
            Order::Lock => thread.lock(now),
            Order::Compute => Thread::compute(value),
        }
        match thread.advance(now) {
            Next::Now => 0.0,
            Next::After(micros) => micros.div_ceil(1_000) as f64,
            Next::Never => -1.0,
            Next::Lock => -2.0,
        }
    }

    /// What has happened since this was asked before: see `records` of the player. But a deadline is told as the time until then,
    /// because this clock is only this worker's.
    #[must_use]
    pub fn news(&mut self) -> Vec<f64> {
        let log = self.thread.log();
        let told = std::mem::replace(&mut self.told, log.len());
        crossing::events(&log, told, log.len(), true)
    }

    /// What the last `count` events have printed, byte for byte.
    #[must_use]
    pub fn text(&self, count: usize) -> String {
        let log = self.thread.log();
        log.printed(log.len().saturating_sub(count), log.len())
            .to_owned()
    }
}
