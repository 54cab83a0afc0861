//! A model of threads: each is a little late, by its own random amount, and whoever is
//! least late goes next.
//!
//! Real threads that sleep for the same time don't wake at the same instant. Each has
//! gathered some microseconds: from being started after another, from the sleep itself,
//! from each write. Two of them tear each other's print when one becomes ready to write
//! while the other is between its two writes. The amounts below were chosen to feel like
//! CPython's threads, which were measured (200 runs of the default tasks): the first
//! round in the order A B C in three of four runs, else A C B; by the fourth round any
//! order, A B C in a quarter; some torn line in three of four runs.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Why;
use super::random::Random;
use crate::ids::TaskId;

/// See [`super::Schedule::Seeded`].
#[derive(Debug, Clone)]
pub(crate) struct Lateness {
    random: Random,
    /// How late each task is, in microseconds after the current instant.
    late: Vec<u32>,
    /// Who is ready: by lateness, and of equally late ones who became ready first.
    ready: BinaryHeap<Reverse<(u32, u64, TaskId)>>,
    /// How many have become ready so far.
    count: u64,
}

/// `Thread.start` returns when the new thread runs, so each is later than the one before.
const START_MICROS: u32 = 60;
/// A sleep ends late by up to this much.
const SLEEP_MICROS: u32 = 90;
/// What lies between the two writes of a print takes up to this long.
const WRITE_MICROS: u32 = 20;

impl Lateness {
    pub fn new(seed: u32) -> Self {
        Self {
            // The offset makes a good first example of seed 1, the default: the
            // order changes, and one print is torn.
            random: Random::new(u64::from(seed) + 2),
            late: Vec::new(),
            ready: BinaryHeap::new(),
            count: 0,
        }
    }

    pub fn push(&mut self, task: TaskId, why: Why) {
        let place = task.index();
        if self.late.len() <= place {
            self.late.resize(place + 1, 0);
        }
        let late = match why {
            // The main program is there before all others.
            Why::Started => START_MICROS.saturating_mul(task.0.saturating_sub(1)),
            // What was gathered fades: threads keep near each other for ever.
            Why::Woke => self.late[place] / 4 * 3 + self.random.below(SLEEP_MICROS),
            Why::Joined(ended) => self.late[ended.index()],
            Why::GaveWay => self.late[place] + self.random.below(WRITE_MICROS),
            Why::TimeIsUp => {
                let latest = self.ready.iter().map(|&Reverse((late, ..))| late).max();
                latest.unwrap_or(self.late[place]) + self.random.below(WRITE_MICROS)
            }
        };
        self.late[place] = late;
        self.ready.push(Reverse((late, self.count, task)));
        self.count += 1;
    }

    pub fn pop(&mut self) -> Option<TaskId> {
        self.ready.pop().map(|Reverse((_, _, task))| task)
    }

    pub fn is_empty(&self) -> bool {
        self.ready.is_empty()
    }

    pub fn ready(&self) -> Vec<TaskId> {
        let mut ready: Vec<_> = self.ready.iter().map(|&Reverse(entry)| entry).collect();
        ready.sort_unstable();
        ready.into_iter().map(|(_, _, task)| task).collect()
    }
}
