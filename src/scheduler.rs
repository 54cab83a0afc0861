//! Who goes next among the tasks that are ready.

use std::rc::Rc;

use crate::event::TaskId;
use crate::queue::{Entry, Queue};

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
    Chosen(Rc<Vec<usize>>),
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
    Turns(Turns),
    Lateness(Lateness),
}

impl Scheduler {
    pub(crate) fn new(schedule: &Schedule) -> Self {
        match schedule {
            Schedule::InTurn => Self::Turns(Turns::default()),
            Schedule::Seeded(seed) => Self::Lateness(Lateness::new(*seed)),
            Schedule::Chosen(choices) => Self::Turns(Turns {
                choices: Rc::clone(choices),
                ..Turns::default()
            }),
        }
    }

    pub(crate) fn push(&mut self, task: TaskId, why: Why) {
        match self {
            Self::Turns(turns) => turns.push(task, why),
            Self::Lateness(lateness) => lateness.push(task, why),
        }
    }

    /// Takes the task that goes next.
    pub(crate) fn pop(&mut self) -> Option<TaskId> {
        match self {
            Self::Turns(turns) => turns.pop(),
            Self::Lateness(lateness) => lateness.ready.pop().map(|entry| entry.value),
        }
    }

    /// The ready tasks, in the order in which they would go if nobody else came.
    pub(crate) fn ready(&self) -> Vec<TaskId> {
        match self {
            Self::Turns(turns) => turns.ready[turns.gone..].to_vec(),
            Self::Lateness(lateness) => {
                let mut ready: Vec<_> = lateness.ready.iter().collect();
                ready.sort_by_key(|entry| entry.key);
                ready.into_iter().map(|entry| entry.value).collect()
            }
        }
    }
}

/// First in, first out, but for the choices.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    /// The tasks that are ready, behind those that have had their turn. A round of
    /// turns is over before the clock moves on, so the list needs no ring.
    ready: Vec<TaskId>,
    /// How many have had their turn.
    gone: usize,
    /// See [`Schedule::Chosen`].
    choices: Rc<Vec<usize>>,
    made: usize,
}

impl Turns {
    fn push(&mut self, task: TaskId, why: Why) {
        self.ready.push(task);
        if why == Why::GaveWay {
            self.bring_forward(self.ready.len() - 1);
        }
    }

    fn pop(&mut self) -> Option<TaskId> {
        let last = self.ready.len().saturating_sub(1);
        if self.gone < last
            && let Some(&choice) = self.choices.get(self.made)
        {
            self.made += 1;
            self.bring_forward(last.min(self.gone + choice));
        }
        let task = self.ready.get(self.gone).copied();
        self.gone += 1;
        if task.is_none() {
            self.ready.clear();
            self.gone = 0;
        }
        task
    }

    /// Brings the task at `place` before all others that are ready.
    fn bring_forward(&mut self, place: usize) {
        for place in (self.gone..place).rev() {
            self.ready.swap(place, place + 1);
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
    /// The key is the lateness, and the value the task.
    ready: Queue,
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
            ready: Queue::default(),
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
        self.ready.push(Entry {
            key: u64::from(*late),
            value: task,
        });
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
