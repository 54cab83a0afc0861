//! The kernel alone, with deadlines that are all different, which no lane has.
//!
//! An event is a sleeper that wakes, notes the time, and sleeps again.

use interleaved::ids::TaskId;
use interleaved::machine::{Kernel, Rules};
use interleaved::{Keep, Log, Schedule, Time};

/// Sleepers on a kernel, and what they have noted.
pub struct Sleepers {
    kernel: Kernel,
    count: u32,
    random: Time,
    noted: Vec<(Time, TaskId)>,
}

impl Sleepers {
    /// As many sleepers, each of whom waits, with room for `events` notes.
    pub fn new(count: u32, events: usize) -> Self {
        let log = Log::new(Keep::Nothing);
        let mut sleepers = Self {
            kernel: Kernel::new(Rules::FUTURES, &Schedule::InTurn, log),
            count,
            random: 1,
            noted: Vec::with_capacity(events),
        };
        let kernel = &mut sleepers.kernel;
        kernel.reserve(count as usize);
        for _ in 0..count {
            let sleeper = kernel.create("");
            kernel.start(sleeper);
        }
        while let Some(task) = sleepers.kernel.next_turn() {
            sleepers.sleep(task);
        }
        sleepers
    }

    /// Lets time pass until `events` more have been noted, and returns how many were.
    pub fn run(&mut self, events: usize) -> u64 {
        self.noted.clear();
        while self.noted.len() < events && self.kernel.advance(Time::MAX) {
            while let Some(task) = self.kernel.next_turn() {
                self.noted.push((self.kernel.now(), task));
                self.sleep(task);
            }
        }
        self.noted.len() as u64
    }

    /// Sleeps for a random time. A deadline's remainder by the number of tasks is its
    /// owner's number, so no two are equal.
    fn sleep(&mut self, task: TaskId) {
        // Park and Miller's generator.
        self.random = self.random * 48_271 % 0x7fff_ffff;
        let rounds = 500 + self.random % 1_000;
        // The main program is one more.
        let tasks = Time::from(self.count) + 1;
        let first = if self.kernel.now() == 0 { Time::from(task.0) } else { 0 };
        let _ = self.kernel.sleep(task, rounds * tasks + first);
    }
}
