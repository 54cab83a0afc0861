//! Who goes next among the tasks that are ready.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use crate::event::TaskId;

/// By which rule the next task is taken from those that are ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    /// First ready, first polled: the rule of an executor.
    InTurn,
    /// As an operating system may do with threads. The seed decides; the same
    /// seed decides the same.
    Seeded(u32),
    /// Each time that more than one task is ready, the next number says which
    /// goes on: 0 is the one that has been running, if it still can, and after
    /// it they stand in the order in which they became ready. A number that is
    /// too high means the last; when the numbers have run out, the rest are 0.
    Chosen(Vec<usize>),
}

/// Why a task is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    Started,
    Woke,
    /// It could have gone on, and let the scheduler decide whether it does.
    GaveWay,
}

/// The tasks that are ready, and the rule.
#[derive(Debug)]
pub(crate) enum Scheduler {
    InTurn(VecDeque<TaskId>),
    Seeded(Lateness),
    Chosen {
        ready: Vec<TaskId>,
        choices: std::vec::IntoIter<usize>,
    },
}

impl Scheduler {
    pub(crate) fn new(schedule: Schedule) -> Self {
        match schedule {
            Schedule::InTurn => Self::InTurn(VecDeque::new()),
            Schedule::Seeded(seed) => Self::Seeded(Lateness::new(seed)),
            Schedule::Chosen(choices) => Self::Chosen {
                ready: Vec::new(),
                choices: choices.into_iter(),
            },
        }
    }

    pub(crate) fn push(&mut self, task: TaskId, why: Why) {
        match self {
            Self::InTurn(ready) => ready.push_back(task),
            Self::Seeded(lateness) => lateness.push(task, why),
            Self::Chosen { ready, .. } => match why {
                Why::GaveWay => ready.insert(0, task),
                Why::Started | Why::Woke => ready.push(task),
            },
        }
    }

    /// Takes the task that goes next.
    pub(crate) fn pop(&mut self) -> Option<TaskId> {
        match self {
            Self::InTurn(ready) => ready.pop_front(),
            Self::Seeded(lateness) => lateness.pop(),
            Self::Chosen { ready, choices } => {
                let choice = match ready.len() {
                    0 => return None,
                    1 => 0,
                    several => choices.next().unwrap_or(0).min(several - 1),
                };
                Some(ready.remove(choice))
            }
        }
    }

    /// The ready tasks, in the order in which they would go if nobody else came.
    pub(crate) fn ready(&self) -> Vec<TaskId> {
        match self {
            Self::InTurn(ready) => ready.iter().copied().collect(),
            Self::Seeded(lateness) => lateness.ready(),
            Self::Chosen { ready, .. } => ready.clone(),
        }
    }
}

/// A model of threads: each is a little late, by its own random amount, and
/// whoever is least late goes next.
///
/// Real threads that sleep for the same time don't wake at the same instant.
/// Each has gathered some microseconds: from being started after another, from
/// the sleep itself, from each write. Two of them tear each other's print when
/// one becomes ready to write while the other is between its two writes. The
/// amounts below were chosen to feel like CPython's threads, which were
/// measured (200 runs of the default tasks): the first round in the order A B C
/// in three of four runs, else A C B; by the fourth round any order, A B C in a
/// quarter; some torn line in three of four runs.
#[derive(Debug)]
pub(crate) struct Lateness {
    random: Random,
    /// How late each task is, in microseconds after the current instant.
    late: Vec<u32>,
    /// (lateness, arrival, task): arrival breaks ties.
    ready: BinaryHeap<Reverse<(u32, u64, TaskId)>>,
    arrivals: u64,
}

/// `Thread.start` returns when the new thread runs, so each is later than the one before.
const START_MICROS: u32 = 60;
/// A sleep ends late by up to this much.
const SLEEP_MICROS: u32 = 90;
/// What lies between the two writes of a print takes up to this long.
const WRITE_MICROS: u32 = 20;

impl Lateness {
    fn new(seed: u32) -> Self {
        Self {
            // The offset makes a good first example of seed 1, the default: the
            // order changes, and one print is torn.
            random: Random(u64::from(seed) + 2),
            late: Vec::new(),
            ready: BinaryHeap::new(),
            arrivals: 0,
        }
    }

    fn push(&mut self, task: TaskId, why: Why) {
        let place = task as usize;
        if self.late.len() <= place {
            self.late.resize(place + 1, 0);
        }
        let late = &mut self.late[place];
        match why {
            Why::Started => *late = START_MICROS.saturating_mul(task),
            // What was gathered fades: threads keep near each other for ever.
            Why::Woke => *late = *late / 4 * 3 + self.random.below(SLEEP_MICROS),
            Why::GaveWay => *late += self.random.below(WRITE_MICROS),
        }
        self.ready.push(Reverse((*late, self.arrivals, task)));
        self.arrivals += 1;
    }

    fn pop(&mut self) -> Option<TaskId> {
        self.ready.pop().map(|Reverse((_, _, task))| task)
    }

    fn ready(&self) -> Vec<TaskId> {
        let mut ready: Vec<_> = self.ready.iter().map(|Reverse(entry)| *entry).collect();
        ready.sort_unstable();
        ready.into_iter().map(|(_, _, task)| task).collect()
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
#[derive(Debug)]
struct Random(u64);

impl Random {
    /// A number from 0 to `bound - 1`.
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let high = (bits ^ (bits >> 31)) >> 32;
        ((high * u64::from(bound)) >> 32) as u32
    }
}
