//! Steps: the next moment, or the last one before, at which something begins.

use std::rc::Rc;

use interleaved::ids::TaskId;
use interleaved::time::Time;
use interleaved::trace::{EventKind, Log};

use super::line::Place;
use super::{AHEAD_OF_SEARCH, Budget, Moment, Replay};
use crate::driver::Driver;

/// What a step goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// An event.
    Event,
    /// A line of the program: to where nothing of it has run yet.
    Line,
    /// A line of the program, or of one that called it: calls are passed over.
    Over,
    /// The first write of a print.
    Print,
    /// The moment at which another thread runs.
    Switch,
}

impl Unit {
    /// Those of a name, which says what pages and programs call it.
    pub fn named(name: &str) -> Option<Unit> {
        Some(match name {
            "event" => Unit::Event,
            "line" => Unit::Line,
            "over" => Unit::Over,
            "print" => Unit::Print,
            "switch" => Unit::Switch,
            _ => return None,
        })
    }
}

/// What a search has come to so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// It isn't over.
    NotYet,
    Nothing,
    /// The first moment by which so many events have happened.
    Events(usize),
    /// This one, which is at that time.
    Moment(Moment, Time),
}

/// A search that can be carried on.
#[derive(Debug)]
pub(super) struct Search {
    unit: Unit,
    thread: Option<TaskId>,
    forward: bool,
    from: Moment,
    walk: Option<Walk>,
    /// The deepest frame at which a line counts.
    depth: usize,
    /// The lines that count, if not all do.
    lines: Option<Rc<[u32]>>,
}

/// A driver that goes instruction by instruction, up to a moment if there is one.
#[derive(Debug)]
struct Walk {
    driver: Driver,
    until: Option<Moment>,
    start: Moment,
    /// Where each thread has been seen last.
    places: Vec<Option<Place>>,
    /// Whose print is under way.
    prints: Vec<bool>,
    /// The last moment that was looked for.
    last: Option<(Moment, Time)>,
}

impl Search {
    pub fn new(replay: &Replay, unit: Unit, thread: Option<TaskId>, forward: bool) -> Search {
        let at = &replay.at;
        let whose = || at.unfinished().or_else(|| last_task(replay));
        let thread = match unit {
            Unit::Over => thread.or_else(whose),
            _ => thread,
        };
        let place = thread.and_then(|thread| Place::of(at, thread));
        Search {
            unit,
            thread,
            forward,
            from: replay.moment(),
            walk: None,
            depth: place
                .filter(|_| unit == Unit::Over)
                .map_or(usize::MAX, |it| it.depth),
            lines: None,
        }
    }

    /// For the next of these lines, whichever thread comes there.
    pub fn lines(replay: &Replay, lines: &Rc<[u32]>) -> Search {
        Search {
            lines: Some(Rc::clone(lines)),
            ..Search::new(replay, Unit::Line, None, true)
        }
    }

    /// Up to when it has looked.
    pub fn reached(&self, replay: &Replay) -> Time {
        let walk = self.walk.as_ref();
        walk.map_or_else(|| replay.at.now(), |walk| walk.driver.now())
    }

    /// Goes on.
    pub fn go_on(&mut self, replay: &mut Replay, budget: &mut Budget) -> Found {
        match (self.unit, self.forward) {
            (Unit::Event | Unit::Switch, true) => self.next_event(replay, budget),
            (Unit::Event | Unit::Switch, false) => self.event_before(replay.log()),
            (_, true) => self.next_moment(replay, budget),
            (_, false) => self.moment_before(replay, budget),
        }
    }

    /// Whether the line before which a thread is is among those that count.
    fn counts(&self, driver: &Driver, task: TaskId, place: Place) -> bool {
        let lines = self.lines.as_ref();
        lines.is_none_or(|lines| {
            place
                .line(driver, task)
                .is_some_and(|line| lines.contains(&line))
        })
    }

    // By events.

    fn next_event(&mut self, replay: &mut Replay, budget: &mut Budget) -> Found {
        loop {
            let log = replay.log();
            let mut events = self.from.events..log.len();
            if let Some(event) = events.find(|&event| self.is_it(log, event)) {
                return Found::Events(event + 1);
            }
            self.from.events = log.len();
            if replay.is_known() {
                return Found::Nothing;
            }
            if budget.is_used_up() {
                return Found::NotYet;
            }
            replay.run_on(budget);
        }
    }

    fn event_before(&self, log: &Log) -> Found {
        let shown = self.from.events;
        // What a step forward has ended with is what a step back takes away.
        let Some(last) = (0..shown).rev().find(|&event| self.is_it(log, event)) else {
            return if shown > 0 {
                Found::Events(0)
            } else {
                Found::Nothing
            };
        };
        if last + 1 < shown {
            return Found::Events(last + 1);
        }
        let before = (0..last).rev().find(|&event| self.is_it(log, event));
        Found::Events(before.map_or(0, |event| event + 1))
    }

    fn is_it(&self, log: &Log, event: usize) -> bool {
        let Some(it) = log.get(event) else {
            return false;
        };
        if self.thread.is_some_and(|thread| thread != it.task) {
            return false;
        }
        self.unit == Unit::Event
            || it.kind == EventKind::Resumed && {
                let mut before = (0..event).rev().filter_map(|event| log.get(event));
                let last = before.find(|before| before.kind == EventKind::Resumed);
                last.is_none_or(|last| last.task != it.task)
            }
    }

    // By instructions.

    fn next_moment(&mut self, replay: &mut Replay, budget: &mut Budget) -> Found {
        let mut walk = match self.walk.take() {
            Some(walk) => walk,
            None => Walk::new(replay.at.without_past(), None, replay.log()),
        };
        loop {
            let is_at_front = walk.driver.steps() + AHEAD_OF_SEARCH > replay.front.steps();
            if is_at_front && !replay.is_known() {
                replay.run_on(budget);
            }
            if walk.driver.outcome().is_some() {
                let end = replay.log().len();
                return match end > self.from.events {
                    true => Found::Events(end),
                    false => Found::Nothing,
                };
            }
            if budget.is_used_up() {
                self.walk = Some(walk);
                return Found::NotYet;
            }
            if walk.step(self, replay.log(), budget) {
                return Found::Moment(walk.driver.moment(), walk.driver.now());
            }
        }
    }

    fn moment_before(&mut self, replay: &mut Replay, budget: &mut Budget) -> Found {
        if self.from == Moment::default() {
            return Found::Nothing;
        }
        let mut walk = match self.walk.take() {
            Some(walk) => walk,
            None => {
                let from = self.from;
                self.walk_before(replay, from)
            }
        };
        loop {
            // Where one walk ends the one that was before it has begun.
            while walk.until.is_some_and(|until| walk.driver.moment() < until) {
                if budget.is_used_up() {
                    self.walk = Some(walk);
                    return Found::NotYet;
                }
                let is_it = walk.step(self, replay.log(), budget);
                let moment = walk.driver.moment();
                if is_it && moment < self.from {
                    walk.last = Some((moment, walk.driver.now()));
                }
                replay.near.offer(&walk.driver);
            }
            match walk.last {
                Some((moment, time)) => return Found::Moment(moment, time),
                None if walk.start == replay.kept.first().moment() => return Found::Events(0),
                None => walk = self.walk_before(replay, walk.start),
            }
        }
    }

    /// A walk from the copy before a moment up to that.
    fn walk_before(&self, replay: &mut Replay, moment: Moment) -> Walk {
        let is_before = |driver: &Driver| driver.moment() < moment;
        let near = replay.near.last(is_before);
        let far = replay.kept.last(is_before).unwrap_or(replay.kept.first());
        let nearest = match near {
            Some(near) if near.moment() >= far.moment() => near.without_past(),
            _ => {
                let far = far.without_past();
                replay.near.clear();
                far
            }
        };
        Walk::new(nearest, Some(moment), replay.front.log())
    }
}

/// Whose event is the last that is shown.
fn last_task(replay: &Replay) -> Option<TaskId> {
    let last = replay.log().get(replay.shown().checked_sub(1)?)?;
    Some(last.task)
}

impl Walk {
    fn new(driver: Driver, until: Option<Moment>, log: &Log) -> Walk {
        let tasks = (0..driver.thread_count()).map(|task| TaskId(task as u32));
        let places: Vec<_> = tasks.map(|task| Place::of(&driver, task)).collect();
        let prints = places.iter().enumerate().map(|(task, place)| {
            let is_called = place.is_some_and(|place| !place.runs);
            is_called && has_just_written(log, driver.events(), TaskId(task as u32))
        });
        Walk {
            prints: prints.collect(),
            places,
            start: driver.moment(),
            driver,
            until,
            last: None,
        }
    }

    /// Goes on by an instruction. Returns whether it has come to what is looked for.
    fn step(&mut self, search: &Search, log: &Log, budget: &mut Budget) -> bool {
        let driver = &mut self.driver;
        let (events, before) = (driver.events(), driver.unfinished());
        budget.run(driver, 1, events + 1);
        let count = driver.thread_count();
        self.places.resize(count, None);
        self.prints.resize(count, false);
        let mut is_it = false;
        if search.unit == Unit::Print {
            for event in (events..driver.events()).filter_map(|event| log.get(event)) {
                if let EventKind::Wrote { .. } = event.kind {
                    let begins = !std::mem::replace(&mut self.prints[event.task.index()], true);
                    is_it |= begins && search.thread.is_none_or(|thread| thread == event.task);
                }
            }
        }
        // Whose turn it was may have waited, or whose it is may have begun.
        let Some(task) = driver.unfinished().or(before) else {
            return is_it;
        };
        let place = Place::of(driver, task);
        let before = std::mem::replace(&mut self.places[task.index()], place);
        let Some(place) = place else { return is_it };
        if place.runs {
            self.prints[task.index()] = false;
        }
        if let Unit::Line | Unit::Over = search.unit {
            let is_whose = search.thread.is_none_or(|thread| thread == task);
            let counts = is_whose && place.depth <= search.depth;
            is_it |= counts
                && place.begins_line(before, driver, task)
                && search.counts(driver, task, place);
        }
        is_it
    }
}

/// Whether the last that a thread has done before an event is that it has written.
fn has_just_written(log: &Log, events: usize, task: TaskId) -> bool {
    const FAR: usize = 64;
    let before = (events.saturating_sub(FAR)..events).rev();
    let mut own = before.filter_map(|event| log.get(event));
    let last = own.find(|event| {
        event.task == task && event.kind != EventKind::Preempted && event.kind != EventKind::Resumed
    });
    matches!(last, Some(event) if matches!(event.kind, EventKind::Wrote { .. }))
}
