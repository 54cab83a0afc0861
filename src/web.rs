//! The browser boundary, and the only part that knows of one.
//!
//! The site has a wasm file for each of the modules here, so that a page loads
//! only what it uses; a feature of the crate with the module's name makes it.
//! Nothing but plain numbers and text crosses: no object, closure or promise, but where
//! the browser's own event loop is what is shown. That makes it small, and fast.

#[cfg(feature = "check")]
mod check;
#[cfg(feature = "worker")]
mod event_loop;
#[cfg(feature = "core")]
mod player;
#[cfg(feature = "worker")]
mod worker;

#[cfg(any(feature = "core", feature = "worker"))]
use crate::config::Config;
#[cfg(any(feature = "core", feature = "check"))]
use crate::decimal::push_decimal;
#[cfg(any(feature = "core", feature = "worker", feature = "check"))]
use crate::error::Error;
#[cfg(any(feature = "core", feature = "check"))]
use crate::summation::Summation;

/// Smaller than the standard one, and faster.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Reads settings: names and values in turn, each ended by a NUL. What comes after
/// one that can't be used isn't read.
#[cfg(any(feature = "core", feature = "worker"))]
fn read(settings: &str) -> (Config, Option<Error>) {
    let mut config = Config::default();
    let separates: fn(char) -> bool = |c| c == '\0';
    let mut texts = settings.split(separates);
    while let (Some(name), Some(value)) = (texts.next(), texts.next()) {
        if let Err(error) = config.set(name, value) {
            return (config, Some(error));
        }
    }
    let refusal = config.check().err();
    (config, refusal)
}

/// What is wrong with a setting: an exclamation mark, the problem's code, the
/// setting and what is allowed, between spaces; then, in a line of its own, the
/// value.
#[cfg(any(feature = "core", feature = "check"))]
fn refusal(error: &Error) -> String {
    let mut text = String::new();
    for part in [
        "! ",
        error.code(),
        " ",
        error.setting(),
        " ",
        error.allowed(),
        "\n",
        error.value(),
    ] {
        text.push_str(part);
    }
    text
}

/// Writes a task as the setting has it, `name:low:high`.
#[cfg(any(feature = "core", feature = "check"))]
fn push_task(text: &mut String, task: &Summation) {
    text.push_str(&task.name);
    for bound in [task.low, task.high] {
        text.push(':');
        push_decimal(text, bound.into());
    }
}
