//! Copies of a driver at several moments of its run.

use super::Moment;
use crate::driver::Driver;

/// How many copies there may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// How many instructions lie between two of them at first.
    pub spacing: u64,
    pub count: usize,
    /// How many bytes they may take, as far as they don't share them.
    pub bytes: usize,
}

/// So many events are worth as many instructions.
const INSTRUCTIONS_OF_AN_EVENT: u64 = 16;

/// Copies in the order of their moments. When they have become too many, every other one is
/// given up, and from then on they are twice as far from each other.
#[derive(Debug)]
pub(super) struct Kept {
    limits: Limits,
    spacing: u64,
    copies: Vec<Copy>,
    bytes: usize,
}

#[derive(Debug)]
struct Copy {
    driver: Driver,
    /// About how many bytes it doesn't share with the one before.
    bytes: usize,
}

impl Kept {
    pub fn new(limits: Limits) -> Kept {
        Kept {
            limits,
            spacing: limits.spacing,
            copies: Vec::new(),
            bytes: 0,
        }
    }

    pub fn spacing(&self) -> u64 {
        self.spacing
    }

    pub fn count(&self) -> usize {
        self.copies.len()
    }

    pub fn bytes(&self) -> usize {
        self.bytes
    }

    pub fn clear(&mut self) {
        *self = Kept::new(self.limits);
    }

    /// Keeps a copy of a driver, if it is far enough from the last one.
    pub fn offer(&mut self, driver: &Driver) {
        let last = self.copies.last().map(|last| last.driver.moment());
        if last.is_some_and(|last| self.distance(last, driver.moment()) < self.spacing) {
            return;
        }
        let copy = driver.without_past();
        let bytes = self.bytes_of(&copy, self.copies.len());
        self.bytes += bytes;
        self.copies.push(Copy {
            driver: copy,
            bytes,
        });
        let limits = self.limits;
        while self.copies.len() > 2
            && (self.copies.len() > limits.count || self.bytes > limits.bytes)
        {
            self.thin_out();
        }
    }

    /// How far a moment is after another; 0 if it isn't.
    fn distance(&self, from: Moment, to: Moment) -> u64 {
        let events = to.events.saturating_sub(from.events) as u64;
        to.steps.saturating_sub(from.steps) + INSTRUCTIONS_OF_AN_EVENT * events
    }

    /// About how many bytes a driver has that the copy before this place doesn't have.
    fn bytes_of(&self, driver: &Driver, place: usize) -> usize {
        let before = place.checked_sub(1).map(|before| &self.copies[before]);
        driver.bytes_apart(before.map(|before| &before.driver))
    }

    fn thin_out(&mut self) {
        self.spacing *= 2;
        let mut is_kept = false;
        self.copies.retain(|_| {
            is_kept = !is_kept;
            is_kept
        });
        for place in 0..self.copies.len() {
            self.copies[place].bytes = self.bytes_of(&self.copies[place].driver, place);
        }
        self.bytes = self.copies.iter().map(|copy| copy.bytes).sum();
    }

    /// The first one.
    pub fn first(&self) -> &Driver {
        &self.copies[0].driver
    }

    /// The last one of those that something is true of: of none after one of which it isn't.
    pub fn last(&self, is_true: impl Fn(&Driver) -> bool) -> Option<&Driver> {
        let after = self.copies.partition_point(|copy| is_true(&copy.driver));
        Some(&self.copies[after.checked_sub(1)?].driver)
    }
}
