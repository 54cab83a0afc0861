//! The search: from each state that runs can be in where it matters who goes on, on with
//! everybody who can. States that were there before are not gone on from again; those that
//! need few interruptions come first.

use std::cell::Cell;
use std::collections::HashMap;
use std::hash::Hash;
use std::rc::Rc;

use interleaved::ids::TaskId;
use interleaved::trace::Keep;

use super::Limits;
use super::found::Found;
use super::graph::{From, Graph};
use super::node::{Node, State, Try};
use super::path::{Path, Step};
use super::rounds::Rounds;
use super::sites::{By, Site, Sites, common_resource};
use super::wanted::Wanted;
use crate::driver::{Driver, Options, Outcome, Pause};
use crate::machine::digest::{Mixer, Origin};

/// See the module.
#[derive(Debug)]
pub struct Search {
    limits: Limits,
    sites: Sites,
    /// Where more than one thread begins to be, and how many resources there are then.
    origin: Option<(Origin, u32)>,
    pub(super) start: Option<Path>,
    /// What is still to be tried: at each number of interruptions, the last first.
    levels: Vec<Vec<Try>>,
    /// The states that were gone on from.
    states: HashMap<u128, State>,
    pub(super) graph: Graph,
    /// Runs that go on for ever, as long as nothing more is known of what threads touch.
    pub(super) endless: Vec<(Path, Option<u32>)>,
    /// What the states take that are still to be gone on from.
    bytes: Rc<Cell<usize>>,
    pub(super) is_over: bool,
    /// Whether the output that is wanted was printed.
    pub(super) is_met: bool,
    pub found: Found,
}

/// Where a run has come to.
pub(super) enum Stop {
    Choice,
    End,
    /// Where it was before, with nobody else to change anything: it goes on for ever.
    Endless,
    /// It matters elsewhere, too, who goes on.
    Anew,
}

impl Search {
    /// A search of which nothing has been done yet.
    pub fn new(text: &str, options: Options, limits: Limits) -> Search {
        let options = Options {
            keep: Keep::Nothing,
            bounds: crate::driver::Bounds {
                steps: limits.steps,
                ..options.bounds
            },
            ..options
        };
        Search {
            limits,
            sites: Sites::default(),
            origin: None,
            start: Some(Path::new(Driver::searched(text, options))),
            levels: Vec::new(),
            states: HashMap::new(),
            graph: Graph::default(),
            endless: Vec::new(),
            bytes: Rc::default(),
            is_over: false,
            is_met: false,
            found: Found::default(),
        }
    }

    /// Looks for one output alone: only runs that may still print it are gone on with, and the
    /// first that has ends the search. What has come of it [`Found::check`] tells.
    #[must_use]
    pub fn wanting(mut self, output: &str) -> Search {
        self.found.wanted = Some(Wanted::new(output));
        self
    }

    /// Goes on for so many tries at most. Returns whether there is more to be done.
    pub fn go_on(&mut self, tries: usize) -> bool {
        if self.is_over {
            return false;
        }
        if self.origin.is_none() && !self.begin() {
            self.is_over = true;
            return false;
        }
        if self.is_met {
            self.close();
            return false;
        }
        for _ in 0..tries {
            let limit = self.limits.reached(self.states.len(), self.bytes.get());
            if let Some(limit) = limit {
                self.stop(limit);
                return false;
            }
            let Some(next) = self.levels.iter_mut().find_map(Vec::pop) else {
                self.end();
                return false;
            };
            self.attempt(next);
            if self.is_met {
                self.close();
                return false;
            }
        }
        true
    }

    /// Stops it, and says why.
    pub fn stop(&mut self, bound: &'static str) {
        self.found.stopped = Some(bound);
        self.close();
    }

    /// Runs the program until it has more than one thread. Returns whether it ever has.
    fn begin(&mut self) -> bool {
        let Some(mut path) = self.start.take() else {
            return false;
        };
        let mut step = Step::default();
        while path.driver.thread_count() == 1 {
            if path.driver.outcome().is_some() {
                self.ends(&path, 0, None);
                self.found.is_complete = !matches!(path.driver.outcome(), Some(Outcome::Limit(_)));
                return false;
            }
            if path.driver.unfinished().is_some() {
                path.advance(&mut step);
            } else if let Some(&task) = path.driver.ready().first() {
                path.give_turn(task, &mut step);
            } else {
                path.driver.let_time_pass();
            }
        }
        path.separate();
        let origin = Origin::new(path.driver.machine());
        self.origin = Some((origin, path.driver.resource_count()));
        self.start = Some(path);
        self.probe();
        self.restart();
        true
    }

    fn restart(&mut self) {
        self.levels.clear();
        self.states.clear();
        self.graph = Graph::default();
        self.endless.clear();
        self.found.restart();
        if let Some(path) = self.start.clone() {
            self.run(path, None, 0, Step::default());
        }
    }

    /// A step of a thread whose turn it is, told to all who want to know.
    pub(super) fn advance(&mut self, path: &mut Path, step: &mut Step) -> Pause {
        let Some(task) = path.driver.unfinished() else {
            return Pause::Away;
        };
        let by = path.by(task);
        let pause = path.advance(step);
        self.note(path, task, by, step);
        pause
    }

    pub(super) fn give_turn(&mut self, path: &mut Path, task: TaskId, step: &mut Step) -> bool {
        let by = path.by(task);
        let runs = path.give_turn(task, step);
        if !runs {
            self.note(path, task, by, step);
        }
        runs
    }

    fn note(&mut self, path: &Path, task: TaskId, mut by: By, step: &Step) {
        for &asked in &step.asked {
            self.found.asked(path, task, &by.locks, asked);
        }
        let Some((origin, resources)) = &self.origin else {
            return;
        };
        for lock in step.released.iter().filter(|lock| !by.locks.contains(lock)) {
            self.sites.loosen(common_resource(*lock, *resources));
        }
        // Those made later have other numbers in each run.
        by.locks.retain(|lock| lock < resources);
        for &touch in &step.touches {
            let touch = path.common(touch, origin, *resources);
            self.sites.add(&by, touch);
        }
    }

    fn attempt(&mut self, next: Try) {
        let Try { node, task } = next;
        let mut path = node.path.clone();
        let mut interruptions = node.interruptions;
        let Some(task) = task else {
            path.driver.interrupt_running();
            path.driver.hold_all_up();
            let from = Some((node.number, None));
            self.run(path, from, interruptions + 1, Step::default());
            return;
        };
        let sites = self.sites.count();
        let mut step = Step::of_first();
        let runs = match node.last() {
            Some(last) if last == task && path.driver.unfinished().is_some() => true,
            last => {
                if last.is_some_and(|last| last != task) {
                    interruptions += 1;
                }
                path.driver.interrupt_running();
                self.give_turn(&mut path, task, &mut step)
            }
        };
        if runs {
            self.advance(&mut path, &mut step);
        }
        let own = step.own.take().unwrap_or_default();
        let mut steps = node.steps.borrow_mut();
        for (other, others) in &*steps {
            self.found.compare(&node, (*other, others), (task, &own));
        }
        steps.push((task, own));
        drop(steps);
        if self.sites.count() > sites {
            self.restart();
            return;
        }
        let from = Some((node.number, Some(task)));
        drop(node);
        self.run(path, from, interruptions, Step::default());
    }

    /// Lets a run go on to where it matters who does, or to its end.
    fn run(&mut self, mut path: Path, from: From, interruptions: usize, mut step: Step) {
        match self.follow(&mut path, &mut step) {
            Stop::Anew => self.restart(),
            Stop::End => self.run_ends(&path, from, interruptions),
            Stop::Endless => {
                self.graph.end(from);
                self.endless.push((path, from.map(|(state, _)| state)));
            }
            Stop::Choice if self.may_come(&path, from) => self.arrive(path, from, interruptions),
            Stop::Choice => {}
        }
    }

    /// Whether it matters who goes on where a thread is.
    fn matters(&self, site: Site) -> bool {
        !self.limits.leaves_out.unseen() || self.sites.has(site)
    }

    pub(super) fn follow(&mut self, path: &mut Path, step: &mut Step) -> Stop {
        let sites = self.sites.count();
        let mut rounds = Rounds::default();
        loop {
            if self.sites.count() > sites {
                return Stop::Anew;
            }
            if path.driver.outcome().is_some() {
                return Stop::End;
            }
            if let Some(task) = path.driver.unfinished() {
                let site = path.site(task);
                if path.driver.could_switch() && self.matters(site) {
                    return Stop::Choice;
                }
                if let Some((origin, _)) = &self.origin
                    && rounds.are_endless(site, || path.driver.digest(origin))
                {
                    return Stop::Endless;
                }
            } else {
                if path.driver.ready().is_empty() {
                    path.driver.let_time_pass();
                    continue;
                }
                // Who has offered its turn, where it matters to nobody, goes on.
                let goes_on = path
                    .driver
                    .offers()
                    .filter(|&task| !self.matters(path.site(task)));
                // Where only one can go on it is looked whether this was there before.
                let Some(task) = goes_on else {
                    return Stop::Choice;
                };
                step.clear();
                if !self.give_turn(path, task, step) {
                    continue;
                }
                self.advance(path, step);
                continue;
            }
            step.clear();
            self.advance(path, step);
        }
    }

    /// A run has come to where it matters who goes on.
    fn arrive(&mut self, path: Path, from: From, interruptions: usize) {
        let Some((origin, _)) = &self.origin else {
            return;
        };
        let mut mixer = Mixer::default();
        path.output.hash(&mut mixer);
        path.errors.hash(&mut mixer);
        let key = if self.limits.leaves_out.repeated() {
            path.driver.digest(origin) ^ mixer.sum().rotate_left(1)
        } else {
            self.states.len() as u128
        };
        let last = path.driver.unfinished().or_else(|| path.driver.offers());
        let next = self.states.len() as u32;
        let state = self.states.entry(key).or_insert_with(|| State {
            number: next,
            interruptions,
            last: Vec::new(),
        });
        let number = state.number;
        self.graph.arrive(from, number);
        let is_known = !state.last.is_empty();
        if is_known && (interruptions > state.interruptions || state.last.contains(&last)) {
            return;
        }
        state.last.push(last);
        self.found.states = self.states.len();
        let start = self.start.as_ref();
        let node = Rc::new(Node::new(path, number, interruptions, start, &self.bytes));
        let mut tasks = node.path.driver.could_go_on();
        if is_known {
            // The others would come here with an interruption more.
            tasks.retain(|&task| Some(task) == last);
        }
        if !is_known && node.path.driver.could_be_held_up() {
            self.try_later(interruptions + 1, &node, None);
        }
        // Of those with as many interruptions the last is tried first.
        for &task in tasks.iter().rev() {
            let more = usize::from(last.is_some_and(|last| last != task));
            self.try_later(interruptions + more, &node, Some(task));
        }
    }

    fn try_later(&mut self, interruptions: usize, node: &Rc<Node>, task: Option<TaskId>) {
        let levels = self.levels.len().max(interruptions + 1);
        self.levels.resize_with(levels, Vec::new);
        let node = Rc::clone(node);
        self.levels[interruptions].push(Try { node, task });
    }
}
