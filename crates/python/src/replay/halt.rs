//! Breakpoints: lines before which a playhead that plays stops.

use std::rc::Rc;

use interleaved::time::Time;

use super::search::{Found, Search};
use super::{Budget, Replay};

/// Where the next breakpoint is in each run, as far as that has been looked for.
#[derive(Debug)]
pub(super) struct Halt(Vec<(Search, Found)>);

impl Halt {
    /// Looks on from the moments that are shown.
    pub fn new(lanes: &[Replay], lines: &Rc<[u32]>) -> Halt {
        let search = |lane: &Replay| (Search::lines(lane, lines), Found::NotYet);
        Halt(lanes.iter().map(search).collect())
    }

    /// Looks further where a time hasn't been reached yet, for so many instructions in each run.
    /// Returns before when there is no breakpoint: so far nothing is missed.
    pub fn look(&mut self, lanes: &mut [Replay], until: Time, instructions: u64) -> Time {
        for ((search, found), lane) in self.0.iter_mut().zip(lanes.iter_mut()) {
            if *found == Found::NotYet && search.reached(lane) <= until {
                *found = search.go_on(lane, &mut Budget(instructions));
            }
        }
        let places = self.0.iter().zip(lanes.iter());
        let clear = places.map(|((search, found), lane)| match *found {
            Found::NotYet => search.reached(lane),
            Found::Moment(_, time) => time,
            // To its end there is none.
            Found::Nothing | Found::Events(_) => Time::MAX,
        });
        clear.min().unwrap_or(Time::MAX)
    }

    /// The run whose breakpoint is the next, and its moment, if it is known and at this time.
    pub fn met(&self, at: Time) -> Option<(usize, Found)> {
        let mut founds = self.0.iter().map(|&(_, found)| found).enumerate();
        founds.find(|&(_, found)| matches!(found, Found::Moment(_, time) if time == at))
    }

    /// When the next one is, if that is known.
    pub fn next(&self) -> Option<Time> {
        let times = self.0.iter().filter_map(|&(_, found)| match found {
            Found::Moment(_, time) => Some(time),
            _ => None,
        });
        times.min()
    }
}
