//! Settings and tasks as text, and what is wrong with a setting.

use crate::config::Config;
use crate::decimal::push_decimal;
use crate::error::Error;
use crate::session::Demo;
use crate::summation::Summation;

/// Reads settings: names and values in turn, each ended by a NUL. What comes after
/// one that can't be used isn't read.
#[must_use]
pub fn read_settings(settings: &str) -> (Config, Option<Error>) {
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
#[must_use]
pub fn refusal(error: &Error) -> String {
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

/// Two lines. The names of the lanes, between spaces; then the tasks, each in the form
/// `name:low:high`, between spaces.
#[must_use]
pub fn about(demo: &Demo) -> String {
    let mut text = String::new();
    for lane in demo.lanes() {
        text.push_str(lane.kind().name());
        text.push(' ');
    }
    text.push('\n');
    for task in &*demo.program().tasks {
        push_task(&mut text, task);
        text.push(' ');
    }
    text
}

/// Writes a task as the setting has it, `name:low:high`.
pub(super) fn push_task(text: &mut String, task: &Summation) {
    text.push_str(&task.name);
    for bound in [task.low, task.high] {
        text.push(':');
        push_decimal(text, bound.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_up_to_the_first_that_cannot_be_used() {
        let texts = ["interval", "250", "seed", "x", "lock", ""];
        let (config, error) = read_settings(&texts.map(|text| format!("{text}\0")).concat());
        assert_eq!((config.interval, config.lock), (250, false));
        let error = error.expect("a seed is a number");
        assert_eq!(refusal(&error), "! notWhole seed 0 4294967295\nx");
    }

    #[test]
    fn a_demo_says_what_runs_in_it() {
        let (config, error) = read_settings("lanes\0async threads\0tasks\0x:y:-1:2\0");
        assert_eq!(error, None);
        assert_eq!(about(&Demo::new(config)), "async threads \nx:y:-1:2 ");
    }
}
