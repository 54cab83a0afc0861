//! Where the ways of a search end.

use interleaved::ids::TaskId;

use super::graph::From;
use super::path::{Path, Step};
use super::search::Search;
use crate::driver::Outcome;

impl Search {
    /// A run has come to its end. Returns whether that is what is looked for.
    pub(super) fn ends(&mut self, path: &Path, interruptions: usize, at: Option<u32>) -> bool {
        // What can't be run is said, whatever is looked for.
        let is_refused = matches!(path.driver.outcome(), Some(Outcome::Refused(_)));
        let wanted = self.found.wanted.as_mut();
        if !is_refused && wanted.is_some_and(|wanted| !wanted.ends(&path.output)) {
            self.found.schedules += 1;
            return false;
        }
        self.found.end(path, interruptions, at);
        true
    }

    /// A run that was gone on with has come to its end.
    pub(super) fn run_ends(&mut self, path: &Path, from: From, interruptions: usize) {
        self.graph.end(from);
        let is_it = self.ends(path, interruptions, from.map(|(state, _)| state));
        if let Some(Outcome::Limit(bound)) = path.driver.outcome() {
            self.found.stopped.get_or_insert(bound.name());
        }
        self.is_met |= is_it && self.found.wanted.is_some();
    }

    /// Whether a run may still print what is wanted; if it can't, its way ends.
    pub(super) fn may_come(&mut self, path: &Path, from: From) -> bool {
        let wanted = self.found.wanted.as_mut();
        let may = wanted.is_none_or(|wanted| wanted.may_come(&path.output));
        if !may {
            self.graph.end(from);
        }
        may
    }

    /// Everything has been tried.
    pub(super) fn end(&mut self) {
        if let Some(number) = self.graph.without_end() {
            let way = self.graph.way_to(number);
            let path = self.go_along(&way);
            self.endless.extend(path.map(|path| (path, Some(number))));
        }
        self.close();
        if self.found.stopped.is_none() {
            self.found.is_complete = true;
        }
    }

    pub(super) fn close(&mut self) {
        self.is_over = true;
        for (path, at) in std::mem::take(&mut self.endless) {
            let wanted = self.found.wanted.as_mut();
            if wanted.is_none_or(|wanted| wanted.ends(&path.output)) {
                self.found.never_ends(&path, at);
            }
        }
        self.found.close(&self.graph);
    }

    /// Goes a way once more.
    fn go_along(&mut self, way: &[Option<TaskId>]) -> Option<Path> {
        let mut path = self.start.clone()?;
        let mut step = Step::default();
        self.follow(&mut path, &mut step);
        for &task in way {
            let Some(task) = task else {
                path.driver.interrupt_running();
                path.driver.hold_all_up();
                continue;
            };
            if path.driver.unfinished() != Some(task) {
                path.driver.interrupt_running();
                if !path.give_turn(task, &mut step) {
                    continue;
                }
            }
            path.advance(&mut step);
            self.follow(&mut path, &mut step);
        }
        Some(path)
    }
}
