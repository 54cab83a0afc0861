//! Python programs in a browser: `python.js` and its wasm file.
//!
//! Text goes in and JSON comes out. The crate is one by itself: who uses
//! `interleaved-python` in a program of their own gets no export and no allocator from
//! here.
#![cfg(target_arch = "wasm32")]

mod exploration;
mod player;
mod story;

pub use exploration::Exploration;
use interleaved_python::driver::{BadOption, Bounds, Driver, Options};
use interleaved_python::refusal::Language;
use interleaved_python::told;
pub use player::{Action, Player};
pub use story::story;
use wasm_bindgen::prelude::*;

/// Smaller than the standard one, and faster.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A program that is run.
#[wasm_bindgen]
pub struct Run {
    driver: Driver,
    bad: Option<BadOption>,
}

#[wasm_bindgen]
impl Run {
    /// A program of which nothing has run yet. `options` holds names and values in turn,
    /// each ended by a NUL.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(program: &str, options: &str) -> Self {
        let mut set = Options {
            bounds: Bounds::inside(),
            ..Options::default()
        };
        let bad = set.read(options).err();
        // With a wrong option it isn't run.
        let program = if bad.is_none() { program } else { "" };
        Self {
            driver: Driver::new(program, set),
            bad,
        }
    }

    /// What is wrong with the options, in lines: a word for it, the option, the value, and
    /// what would be right, with spaces between. Empty if nothing is.
    #[must_use]
    pub fn bad(&self) -> String {
        lines(self.bad.as_ref())
    }

    /// Lets it run for so many instructions or turns more. Returns whether it goes on.
    pub fn advance(&mut self, instructions: u32) -> bool {
        let mut left = u64::from(instructions);
        while left > 0 {
            let before = self.driver.machine().steps;
            if !self.driver.turn_within(left) {
                return false;
            }
            let ran = self.driver.machine().steps - before;
            left = left.saturating_sub(ran.max(1));
        }
        true
    }

    /// What it has come to: see [`told::answer`].
    #[must_use]
    pub fn answer(&self, korean: bool) -> String {
        told::answer(&self.driver, language(korean))
    }

    /// The events `from..to`: see [`told::events`].
    #[must_use]
    pub fn events(&self, from: usize, to: usize) -> String {
        told::events(self.driver.log(), from, to)
    }
}

fn lines(bad: Option<&BadOption>) -> String {
    let lines = |bad: &BadOption| {
        let value = bad.value.replace('\n', " ");
        [bad.code, &bad.option, &value, bad.allowed].join("\n")
    };
    bad.map(lines).unwrap_or_default()
}

fn language(korean: bool) -> Language {
    if korean {
        Language::Korean
    } else {
        Language::English
    }
}
