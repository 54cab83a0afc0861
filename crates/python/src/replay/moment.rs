//! Moments of a run, and how a driver comes to them.

use interleaved::time::Time;

use crate::driver::{Driver, INSTRUCTION};

/// A moment: so many events have happened, and so many instructions have been run. Of two
/// moments of one run, the later one has no less of either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub events: usize,
    pub steps: u64,
}

/// Where a driver is to come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The first moment by which so many events have happened.
    Events(usize),
    /// This very one, which is at that time.
    Moment(Moment, Time),
    /// The last one up to this time, by which so many events have happened.
    Until(Time, usize),
}

impl Driver {
    /// The moment that it is at.
    pub fn moment(&self) -> Moment {
        Moment {
            events: self.events(),
            steps: self.steps(),
        }
    }
}

impl Target {
    pub fn events(self) -> usize {
        match self {
            Target::Events(events) | Target::Until(_, events) => events,
            Target::Moment(moment, _) => moment.events,
        }
    }

    /// Whether a driver comes there when it goes on.
    pub fn is_ahead_of(self, driver: &Driver) -> bool {
        match self {
            Target::Events(events) => driver.events() < events,
            Target::Moment(moment, _) => driver.moment() <= moment,
            Target::Until(time, events) => driver.now() <= time && driver.events() <= events,
        }
    }

    /// Whether a driver that it has been ahead of has come there.
    pub fn is_reached_by(self, driver: &Driver) -> bool {
        if driver.outcome().is_some() {
            return true;
        }
        match self {
            Target::Events(events) => driver.events() >= events,
            Target::Moment(moment, _) => driver.moment() >= moment,
            Target::Until(time, events) => {
                let computes = driver.unfinished().is_some();
                let left = time.saturating_sub(driver.now());
                driver.events() >= events && (!computes || left < INSTRUCTION)
            }
        }
    }

    /// How many instructions a driver may run on its way there, and after how many events it
    /// has to look again.
    pub fn from(self, driver: &Driver) -> (u64, usize) {
        match self {
            Target::Events(events) => (u64::MAX, events),
            Target::Moment(moment, _) => {
                let is_last = driver.events() == moment.events;
                let events = if is_last { usize::MAX } else { moment.events };
                (moment.steps - driver.steps(), events)
            }
            Target::Until(_, events) if driver.events() < events => (u64::MAX, events),
            Target::Until(time, _) => ((time - driver.now()) / INSTRUCTION, usize::MAX),
        }
    }
}
