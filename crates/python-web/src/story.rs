//! Why a schedule leads where it does.

use interleaved_python::driver::{Bounds, Options};
use interleaved_python::told;
use wasm_bindgen::prelude::*;

/// Where the schedule among the options interrupts threads, and why that matters, of the first
/// so many instructions: see [`told::story`]. With a wrong option there is nothing to tell.
#[wasm_bindgen]
#[must_use]
pub fn story(program: &str, options: &str, steps: u32) -> String {
    let mut set = Options {
        bounds: Bounds::inside(),
        ..Options::default()
    };
    let cuts = match set.read(options) {
        Ok(()) => interleaved_python::explore::story(program, set, steps.into()),
        Err(_) => Vec::new(),
    };
    told::story(&cuts)
}
