//! Every schedule of a program: how it can end, whether that is all, and what races.
//!
//! The machine is a value, so a state is gone on from in each way by going on with a copy.
//! Who goes on matters only at instructions that touch what several threads touch: see
//! `sites`. States in which runs go on alike are one: see
//! [`digest`](crate::machine::digest).

mod asked;
mod ends;
mod found;
mod graph;
mod node;
mod path;
mod probe;
mod races;
mod reach;
mod rounds;
mod search;
mod sites;
mod story;
mod touch;
mod wanted;

pub use asked::Asked;
pub use found::{Circle, Ending, Found, Order};
pub use races::{Race, Side};
pub use search::Search;
pub use story::{Between, Cut, Use, story};
pub use wanted::{Check, Verdict};

use crate::driver::Options;

/// When a search stops before it has come to its end.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Different states.
    pub states: usize,
    /// Instructions of one run.
    pub steps: u64,
    /// Bytes that states take which are still to be gone on from. What they share is counted
    /// for each.
    pub bytes: usize,
    /// What is left out of the search, as it leads to nothing else: to show that it does.
    pub leaves_out: LeavesOut,
}

/// See [`Limits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeavesOut {
    /// Both that others have.
    All,
    /// Interruptions where nobody else can notice.
    Unseen,
    /// States that there were before.
    Repeated,
    Nothing,
}

impl LeavesOut {
    fn unseen(self) -> bool {
        matches!(self, LeavesOut::All | LeavesOut::Unseen)
    }

    fn repeated(self) -> bool {
        matches!(self, LeavesOut::All | LeavesOut::Repeated)
    }
}

impl Limits {
    /// The limit that so many states, or so many bytes of them, are beyond.
    fn reached(&self, states: usize, bytes: usize) -> Option<&'static str> {
        if states > self.states {
            Some("states")
        } else if bytes > self.bytes {
            Some("memory")
        } else {
            None
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            states: 200_000,
            steps: 200_000,
            // No more than a quarter of what there are addresses for.
            bytes: (4u64 << 30).min(usize::MAX as u64 / 4) as usize,
            leaves_out: LeavesOut::All,
        }
    }
}

/// Searches all schedules of a program.
pub fn explore(text: &str, options: Options, limits: Limits) -> Found {
    let mut search = Search::new(text, options, limits);
    while search.go_on(usize::MAX) {}
    search.found
}
