//! Programs in Python: `programs.wasm`.

use interleaved_python::driver::{Bounds, Driver, Options};
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
        let mut texts = given.split('\0');
        while let (Some(name), Some(value)) = (texts.next(), texts.next()) {
            if let Err(bad) = options.set(name, value) {
                return format!("\n{bad}");
            }
        }
        let mut driver = Driver::new(program, options);
        while driver.turn() {}
        let language = if korean == 0 {
            Language::English
        } else {
            Language::Korean
        };
        let events = told::events(driver.log(), 0, driver.log().len());
        format!("{}\n{events}", told::answer(&driver, language))
    })
}
