//! What a search has found.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use interleaved::ids::TaskId;

use super::graph::Graph;
use super::node::Node;
use super::path::{Own, Path};
use super::races::{self, Race};
use super::sites::Locks;
use super::wanted::{Check, Wanted};
use crate::driver::{Bound, Chosen, Outcome, Waits};

/// See the module.
#[derive(Debug, Default)]
pub struct Found {
    /// How runs can end, those with the fewest interruptions first.
    pub outcomes: Vec<Ending>,
    pub races: Vec<Race>,
    pub circles: Vec<Circle>,
    /// How many runs have gone to their end.
    pub schedules: u64,
    /// In how many different states it mattered who goes on.
    pub states: usize,
    /// Whether there are no other outcomes.
    pub is_complete: bool,
    /// The bound at which it has stopped.
    pub stopped: Option<&'static str>,
    /// The one output that is looked for, if it is one.
    pub(super) wanted: Option<Wanted>,
    numbers: HashMap<Key, usize>,
    /// The states in which threads race, and the numbers of these races.
    races_at: HashMap<u32, Vec<usize>>,
    orders: BTreeMap<(u32, u32), Order>,
}

type Key = (&'static str, bool, u8, String, String, Vec<String>);

/// How a run can end.
#[derive(Clone, Debug)]
pub struct Ending {
    pub outcome: Outcome,
    pub output: String,
    pub errors: String,
    pub status: u8,
    /// Whether something has gone wrong: an error has ended a thread, or it never ends.
    pub fails: bool,
    /// The schedule that leads there with the fewest interruptions.
    pub schedule: Chosen,
    /// How often threads are interrupted then that could go on.
    pub interruptions: usize,
    /// The numbers of the races on the way there, once the search is over.
    pub races: Vec<usize>,
    /// The last state on the way there.
    at: Option<u32>,
}

/// Locks that are taken in different orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// Each is held where the next is asked for, and the last where the first is.
    pub orders: Vec<Order>,
}

/// A lock is asked for while another one is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub held: String,
    pub asked: String,
    pub thread: String,
    pub line: u32,
}

impl Found {
    /// Whether the program can print the output that was asked for, if one was and it can run.
    pub fn check(&self) -> Option<Check> {
        let wanted = self.wanted.as_ref()?;
        let refused = |ending: &Ending| matches!(ending.outcome, Outcome::Refused(_));
        if self.outcomes.iter().any(refused) {
            return None;
        }
        Some(wanted.check(!self.outcomes.is_empty(), self.is_complete))
    }

    /// A run has come to its end, from a state if any was looked at.
    pub(super) fn end(&mut self, path: &Path, interruptions: usize, at: Option<u32>) {
        self.schedules += 1;
        if let Some(outcome) = path.driver.outcome() {
            self.add(path, outcome.clone(), interruptions, at);
        }
    }

    /// States are numbered anew.
    pub(super) fn restart(&mut self) {
        self.races_at.clear();
        for ending in &mut self.outcomes {
            ending.at = None;
        }
    }

    /// All that there is has been found.
    pub(super) fn close(&mut self, graph: &Graph) {
        for ending in &mut self.outcomes {
            let states = graph.states_to(ending.at);
            let races = states.filter_map(|state| self.races_at.get(&state));
            let races: BTreeSet<usize> = races.flatten().copied().collect();
            ending.races = races.into_iter().collect();
        }
        self.outcomes.sort_by_key(|ending| ending.interruptions);
    }

    /// A run has come to where it can go on only for ever.
    pub(super) fn never_ends(&mut self, path: &Path, at: Option<u32>) {
        let interruptions = path.driver.chosen().interruptions.len();
        self.add(path, Outcome::Limit(Bound::Steps), interruptions, at);
    }

    fn add(&mut self, path: &Path, outcome: Outcome, interruptions: usize, at: Option<u32>) {
        let driver = &path.driver;
        let mut waits = match &outcome {
            Outcome::Deadlock(waits) => waits.iter().map(Waits::to_string).collect(),
            _ => Vec::new(),
        };
        waits.sort();
        let fails = driver.failed_threads() > 0
            || driver.status() != 0
            || matches!(outcome, Outcome::Limit(_));
        let key = (
            outcome.name(),
            fails,
            driver.status(),
            path.output.clone(),
            path.errors.clone(),
            waits,
        );
        let next = self.outcomes.len();
        let number = *self.numbers.entry(key).or_insert(next);
        if let Some(known) = self.outcomes.get(number) {
            let tells_more = known.at.is_none() && at.is_some();
            let is_better = interruptions < known.interruptions
                || (interruptions == known.interruptions && tells_more);
            if !is_better {
                return;
            }
        }
        let ending = Ending {
            outcome,
            output: path.output.clone(),
            errors: path.errors.clone(),
            status: driver.status(),
            fails,
            schedule: driver.chosen(),
            interruptions,
            races: Vec::new(),
            at,
        };
        if number == next {
            self.outcomes.push(ending);
        } else {
            self.outcomes[number] = ending;
        }
    }

    /// Two threads could go on from the same state: do they touch the same?
    pub(super) fn compare(&mut self, node: &Node, one: (TaskId, &[Own]), other: (TaskId, &[Own])) {
        for race in races::between(&node.path, one, other) {
            let known = self.races.iter().position(|known| known.is_same(&race));
            let index = known.unwrap_or(self.races.len());
            match known {
                Some(index) => self.races[index].is_benign &= race.is_benign,
                None => self.races.push(race.clone()),
            }
            self.races_at.entry(node.number).or_default().push(index);
            // What is written may come of what was read.
            let of_it = || self.races.iter().filter(|it| it.variable == race.variable);
            if of_it().any(|it| !it.is_benign) {
                let all = self.races.iter_mut();
                all.filter(|it| it.variable == race.variable)
                    .for_each(|it| it.is_benign = false);
            }
        }
    }

    /// A thread asks for a lock while it holds others.
    pub(super) fn asked(&mut self, path: &Path, task: TaskId, held: &Locks, asked: u32) {
        let driver = &path.driver;
        for &held in held {
            if held == asked || !driver.is_lock(asked) || self.orders.contains_key(&(held, asked)) {
                continue;
            }
            let name = |number| races::lock_name(driver, number);
            let line = driver
                .thread_id(task)
                .and_then(|id| driver.machine().line(id));
            let order = Order {
                held: name(held),
                asked: name(asked),
                thread: driver.thread_name(task).to_string(),
                line: line.unwrap_or_default(),
            };
            self.orders.insert((held, asked), order);
            self.find_circle(held, asked);
        }
    }

    /// Whether a lock is held, maybe by way of others, where one is asked for that is asked
    /// for while the first is held.
    fn find_circle(&mut self, held: u32, asked: u32) {
        let mut ways = vec![vec![(held, asked)]];
        while let Some(way) = ways.pop() {
            let last = way.last().map_or(asked, |&(_, asked)| asked);
            if last == held {
                let orders: Vec<_> = way.iter().map(|key| self.orders[key].clone()).collect();
                let first = &orders[0].thread;
                if orders.iter().any(|order| order.thread != *first) {
                    self.circles.push(Circle { orders });
                }
                return;
            }
            for &(from, to) in self.orders.keys() {
                if from == last && !way.contains(&(from, to)) {
                    let mut longer = way.clone();
                    longer.push((from, to));
                    ways.push(longer);
                }
            }
        }
    }
}
