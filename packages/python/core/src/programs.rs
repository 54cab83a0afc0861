//! Programs in Python: `programs.wasm`.

use interleaved_python::driver::{Bounds, Driver, Options};
use interleaved_python::explore::Asked;
use interleaved_python::refusal::Language;
use interleaved_python::told;

use crate::reply;

/// Runs the program that follows so many bytes of options in the text: their names and
/// values in turn, each ended by a NUL. `korean`, unless it is 0, is the language of what
/// is refused.
///
/// The answer are two lines of JSON: what has come of it, as [`told::answer`] has it, and
/// its events. But if an option can't be used it is an empty line and what is wrong with
/// it. Returns its length.
#[unsafe(no_mangle)]
pub extern "C" fn run(options: usize, korean: u32) -> usize {
    reply(|text| {
        let (given, program) = text.split_at(options);
        let mut options = Options {
            bounds: Bounds::inside(),
            ..Options::default()
        };
        if let Err(bad) = options.read(given) {
            return format!("\n{bad}");
        }
        let mut driver = Driver::new(program, options);
        while driver.turn() {}
        let events = told::events(driver.log(), 0, driver.log().len());
        format!("{}\n{events}", told::answer(&driver, language(korean)))
    })
}

/// So many states are told apart at most, unless more are asked for.
const STATES: usize = 50_000;

/// Goes through all schedules of a program; the text and the numbers are as those of
/// [`run`].
///
/// The answer is JSON: what was found, as [`told::explored`] has it. But if an option can't
/// be used it is an empty line and what is wrong with it. Returns its length.
#[unsafe(no_mangle)]
pub extern "C" fn explore(options: usize, korean: u32) -> usize {
    reply(|text| {
        let (given, program) = text.split_at(options);
        let mut asked = Asked::default();
        asked.options.bounds = Bounds::inside();
        asked.limits.states = STATES;
        if let Err(bad) = asked.read(given) {
            return format!("\n{bad}");
        }
        let mut search = asked.search(program);
        while search.go_on(usize::MAX) {}
        told::explored(&search.found, language(korean))
    })
}

fn language(korean: u32) -> Language {
    if korean == 0 {
        Language::English
    } else {
        Language::Korean
    }
}
