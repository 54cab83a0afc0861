//! A search through all schedules, for JavaScript.

use interleaved_python::driver::{BadOption, Bounds};
use interleaved_python::explore::{Asked, Search};
use interleaved_python::told;
use wasm_bindgen::prelude::*;

use crate::{language, lines};

/// So many states are told apart at most, unless more are asked for: a state takes some
/// kilobytes, of which there is less in a page.
const STATES: usize = 50_000;

/// A search of all schedules of a program.
#[wasm_bindgen]
pub struct Exploration {
    search: Search,
    seconds: Option<u32>,
    bad: Option<BadOption>,
}

#[wasm_bindgen]
impl Exploration {
    /// A search of which nothing has been done yet. `options` is as that of a run.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(program: &str, options: &str) -> Self {
        let mut asked = Asked::default();
        asked.options.bounds = Bounds::inside();
        asked.limits.states = STATES;
        let bad = asked.read(options).err();
        // With a wrong option nothing is searched.
        let program = if bad.is_none() { program } else { "" };
        Self {
            seconds: asked.seconds,
            search: asked.search(program),
            bad,
        }
    }

    /// What is wrong with the options: see `Run`.
    #[must_use]
    pub fn bad(&self) -> String {
        lines(self.bad.as_ref())
    }

    /// After so many seconds it is to be stopped.
    #[must_use]
    pub fn seconds(&self) -> Option<u32> {
        self.seconds
    }

    /// Goes on for so many tries. Returns whether there is more to be done.
    pub fn advance(&mut self, tries: usize) -> bool {
        self.search.go_on(tries)
    }

    /// Ends it, because its time is over, or else because whoever has asked for it wants so.
    pub fn stop(&mut self, is_late: bool) {
        self.search.stop(if is_late { "seconds" } else { "signal" });
    }

    /// How many outcomes, schedules and states there are so far.
    #[must_use]
    pub fn counts(&self) -> Vec<u32> {
        let found = &self.search.found;
        vec![
            found.outcomes.len() as u32,
            found.schedules as u32,
            found.states as u32,
        ]
    }

    /// What it has found: see [`told::explored`].
    #[must_use]
    pub fn answer(&self, korean: bool) -> String {
        told::explored(&self.search.found, language(korean))
    }
}
