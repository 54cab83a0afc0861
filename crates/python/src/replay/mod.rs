//! A program's run that can be gone through in both directions.
//!
//! One driver has run furthest: it has the log of all that has happened. Another is at the
//! moment that is shown. Copies of the first are kept at growing distances: from the nearest
//! one before it, any moment is reached by going forward. So nothing is ever undone.

mod halt;
mod kept;
mod lanes;
mod line;
mod look;
mod moment;
mod playback;
mod reach;
mod resources;
mod search;

use std::collections::HashMap;

use interleaved::time::Time;
use interleaved::trace::{EventKind, History, Log, State, Stream};

use crate::driver::{Driver, Options};
use kept::{Kept, Limits};
pub use look::{Does, Ended, FrameLook, Look, Seen, Stuck, ThreadLook};
pub use moment::Moment;
use moment::Target;
pub use playback::{Playback, Progress};
pub use resources::Awaited;
use search::Found;
pub use search::Unit;

/// So many instructions at a time the driver that has run furthest goes, at least, before
/// the one that looks for something has to wait.
const AHEAD_OF_SEARCH: u64 = 20_000;

/// The copies of all of the run, and those of the part that was gone through last.
const ALL: Limits = Limits {
    spacing: 16_384,
    count: 128,
    bytes: 48 << 20,
};
const NEAR: Limits = Limits {
    spacing: 4_096,
    count: 32,
    bytes: 8 << 20,
};

/// See the module.
#[derive(Debug)]
pub struct Replay {
    front: Driver,
    at: Driver,
    target: Target,
    kept: Kept,
    near: Kept,
    /// Up to where copies are kept nearer to each other, since somebody is going back.
    near_until: Moment,
    history: History,
    texts: look::Texts,
    /// What resources are called, and when that was looked for last.
    names: HashMap<u32, String>,
    named_at: Option<(Moment, Moment)>,
}

/// How many instructions may still be run in a call. A turn without any counts as one.
#[derive(Clone, Copy, Debug)]
pub struct Budget(pub u64);

impl Budget {
    /// Lets a driver run for as much as is left, but for no more than so many instructions,
    /// or until so many events have happened.
    fn run(&mut self, driver: &mut Driver, most: u64, events: usize) {
        let before = driver.steps();
        driver.turn_until(most.min(self.0), events as u64);
        driver.take_written();
        self.0 = self.0.saturating_sub((driver.steps() - before).max(1));
    }

    /// Whether nothing is left.
    pub fn is_used_up(self) -> bool {
        self.0 == 0
    }
}

impl Replay {
    /// A run of which nothing is shown.
    pub fn new(program: &str, options: Options) -> Replay {
        let front = Driver::new(program, options);
        let mut kept = Kept::new(ALL);
        kept.offer(&front);
        Replay {
            at: front.without_past(),
            front,
            target: Target::Events(0),
            kept,
            near: Kept::new(NEAR),
            near_until: Moment::default(),
            history: History::default(),
            texts: look::Texts::default(),
            names: HashMap::new(),
            named_at: None,
        }
    }

    /// The driver that has run furthest.
    pub fn front(&self) -> &Driver {
        &self.front
    }

    /// The driver at the moment that is shown. Its log is empty.
    pub fn at(&self) -> &Driver {
        &self.at
    }

    /// All that has happened, as far as it has run.
    pub fn log(&self) -> &Log {
        self.front.log()
    }

    /// How many events are shown.
    pub fn shown(&self) -> usize {
        self.target.events()
    }

    /// The moment that is shown.
    pub fn moment(&self) -> Moment {
        Moment {
            events: self.shown(),
            steps: self.at.steps(),
        }
    }

    /// When that is.
    pub fn time(&self) -> Time {
        match self.target {
            Target::Events(events) => self.time_of_event(events),
            Target::Moment(_, time) => time,
            Target::Until(..) => self.at.now(),
        }
    }

    /// When the last of so many events has happened.
    fn time_of_event(&self, events: usize) -> Time {
        let last = events.checked_sub(1);
        last.and_then(|last| self.log().time_of(last)).unwrap_or(0)
    }

    /// When what a search has found is, if there is something.
    fn time_of(&self, found: Found) -> Option<Time> {
        match found {
            Found::Events(events) => Some(self.time_of_event(events)),
            Found::Moment(_, time) => Some(time),
            Found::NotYet | Found::Nothing => None,
        }
    }

    /// Up to when it has run.
    pub fn duration(&self) -> Time {
        self.front.now()
    }

    /// Whether it has run to its end.
    pub fn is_known(&self) -> bool {
        self.front.outcome().is_some()
    }

    /// Whether its end is shown.
    pub fn is_done(&self) -> bool {
        self.is_known() && self.shown() == self.log().len()
    }

    /// Who is where after the events that are shown.
    pub fn state(&mut self) -> &State {
        let shown = self.shown();
        self.history.after(self.front.log(), shown)
    }

    /// How many copies are kept, and about how many bytes they take.
    pub fn kept(&self) -> (usize, usize) {
        let (all, near) = (&self.kept, &self.near);
        (all.count() + near.count(), all.bytes() + near.bytes())
    }

    /// Lets it run on until a time is past, or it has ended. Returns whether that is so.
    pub fn run_past(&mut self, time: Time, budget: &mut Budget) -> bool {
        while !self.is_known() && self.front.now() <= time {
            if budget.is_used_up() {
                return false;
            }
            self.run_on(budget);
        }
        true
    }

    /// Lets it run on for as long as may be.
    pub fn run_ahead(&mut self, budget: &mut Budget) {
        while !self.is_known() && !budget.is_used_up() {
            self.run_on(budget);
        }
    }

    /// Lets it run until its next event that is not shown is known, but for no more than so
    /// many instructions.
    pub fn look_ahead(&mut self, instructions: u64) {
        let mut budget = Budget(instructions);
        while !self.is_known() && self.log().len() <= self.shown() && !budget.is_used_up() {
            self.run_on(&mut budget);
        }
    }

    /// What an event has written to standard error, or the error that has ended a thread.
    pub fn error_text(&self, event: usize) -> Option<&str> {
        match self.log().get(event)?.kind {
            EventKind::Raised(text)
            | EventKind::Wrote {
                stream: Stream::Error,
                text,
            } => Some(text),
            _ => None,
        }
    }

    fn run_on(&mut self, budget: &mut Budget) {
        budget.run(&mut self.front, self.kept.spacing(), usize::MAX);
        self.kept.offer(&self.front);
    }

    /// Shows so many events, or all if there are fewer.
    pub fn show_events(&mut self, events: usize) {
        self.show(Target::Events(events.min(self.log().len())));
    }

    /// Shows what a search has found, if there is something.
    fn show_found(&mut self, found: Found) {
        match found {
            Found::Events(events) => self.show_events(events),
            Found::Moment(moment, time) => self.show(Target::Moment(moment, time)),
            Found::NotYet | Found::Nothing => {}
        }
    }

    /// Shows what has happened up to a time, inclusive, as far as it has run.
    pub fn show_until(&mut self, time: Time) {
        let time = time.min(self.front.now());
        let events = self.log().count_until(time);
        self.show(Target::Until(time, events));
    }

    /// Puts the driver that is shown on the way to a target.
    fn show(&mut self, target: Target) {
        if target == self.target {
            return;
        }
        let here = self.moment();
        self.target = target;
        let leads_there = |driver: &Driver| target.is_ahead_of(driver);
        let far = self.kept.last(leads_there).unwrap_or(self.kept.first());
        let near = self.near.last(leads_there);
        let near = near.filter(|near| near.moment() >= far.moment());
        let (nearest, is_far) = (near.unwrap_or(far), near.is_none());
        let goes_on = leads_there(&self.at);
        if goes_on && nearest.moment() <= self.at.moment() {
            return;
        }
        self.at = nearest.without_past();
        if is_far {
            self.near.clear();
        }
        self.near_until = if goes_on { Moment::default() } else { here };
    }

    /// Whether what is to be shown is shown.
    pub fn is_there(&self) -> bool {
        self.target.is_reached_by(&self.at)
    }

    /// Goes on towards what is to be shown. Returns whether it is.
    pub fn catch_up(&mut self, budget: &mut Budget) -> bool {
        while !self.is_there() {
            if budget.is_used_up() {
                return false;
            }
            let (most, events) = self.target.from(&self.at);
            let spacing = self.near.spacing();
            budget.run(&mut self.at, most.min(spacing), events);
            if self.at.moment() < self.near_until {
                self.near.offer(&self.at);
            }
        }
        true
    }
}
