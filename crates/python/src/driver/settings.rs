//! Options as text: their names, and what each may be.

use std::fmt;

use super::{Chosen, Options, Stdout, Switch};

/// The options of a run that have a name, as [`Options::set`] takes them.
const NAMES: &str = "seed schedule switch stdout input limits.steps limits.events limits.output \
    limits.memory";

/// The most that a limit may be, where a larger one would be none: the largest number that
/// JavaScript knows exactly; and of bytes half of what a wasm file can address.
pub(crate) const MOST: u64 = (1 << 53) - 1;
const MOST_BYTES: u64 = (1 << 31) - 1;

/// Of a seed, and of each number of a schedule.
const SEEDS: &str = "0 4294967295";
pub(crate) const AMOUNTS: &str = "1 9007199254740991";
const BYTES: &str = "1 2147483647";

/// A value is quoted up to so many characters: an error is a sentence, not a page.
const QUOTED: usize = 60;

/// An option that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadOption {
    /// A word for what is wrong: `notOneOf` or `notWhole`.
    pub code: &'static str,
    pub option: String,
    /// The value, or the part of it, that can't be used.
    pub value: String,
    /// What would be right, with spaces between: the possible values, or the lowest and
    /// the highest number.
    pub allowed: &'static str,
}

impl fmt::Display for BadOption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (option, value) = (&self.option, &self.value);
        if self.code == "notOneOf" {
            let list = self.allowed.replace(' ', ", ");
            write!(f, "{option}: “{value}” is not one of {list}.")
        } else {
            let range = self.allowed.replace(' ', " to ");
            write!(f, "{option}: “{value}” is not a whole number from {range}.")
        }
    }
}

impl std::error::Error for BadOption {}

impl Options {
    /// Sets several: `text` holds names and values in turn, each ended by a NUL.
    ///
    /// # Errors
    /// What is wrong with the first that can't be used: see [`set`](Options::set). Those after it are set all the same.
    pub fn read(&mut self, text: &str) -> Result<(), BadOption> {
        let mut result = Ok(());
        for (name, value) in pairs(text) {
            let set = self.set(name, value);
            result = result.and(set);
        }
        result
    }

    /// Sets an option by its name: `seed`, `schedule` (see [`Chosen`]), `switch`,
    /// `stdout`, `input` (lines), and `limits.steps`, `limits.events`, `limits.output` and
    /// `limits.memory`.
    ///
    /// # Errors
    /// What is wrong, if there is no such option, or it can't be this.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), BadOption> {
        let bounds = &mut self.bounds;
        match name {
            "seed" => self.seed = whole(name, value, 0, u32::MAX.into(), SEEDS)? as u32,
            "schedule" => {
                let chosen = Chosen::read(value);
                let chosen = chosen.map_err(|part| bad("notWhole", name, part, SEEDS))?;
                self.schedule = (!value.trim().is_empty()).then_some(chosen);
            }
            "switch" => {
                self.switch = match value {
                    "instruction" => Switch::Instruction,
                    "gil" => Switch::Gil,
                    _ => return Err(bad("notOneOf", name, value, "instruction gil")),
                }
            }
            "stdout" => {
                self.stdout = match value {
                    "notebook" => Stdout::Notebook,
                    "terminal" => Stdout::Terminal,
                    _ => return Err(bad("notOneOf", name, value, "notebook terminal")),
                }
            }
            "input" => self.input = value.lines().map(str::to_string).collect(),
            "limits.steps" => bounds.steps = whole(name, value, 1, MOST, AMOUNTS)?,
            "limits.events" => bounds.events = whole(name, value, 1, MOST, AMOUNTS)?,
            "limits.output" => bounds.output = whole(name, value, 1, MOST_BYTES, BYTES)? as usize,
            "limits.memory" => bounds.memory = whole(name, value, 1, MOST_BYTES, BYTES)? as usize,
            _ => return Err(bad("notOneOf", "options", name, NAMES)),
        }
        Ok(())
    }
}

/// Names and values in turn, each ended by a NUL.
pub(crate) fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut texts = text.split('\0');
    std::iter::from_fn(move || texts.next().zip(texts.next()))
}

pub(crate) fn whole(
    option: &str,
    value: &str,
    least: u64,
    most: u64,
    allowed: &'static str,
) -> Result<u64, BadOption> {
    let number = value.parse().ok();
    let number = number.filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| bad("notWhole", option, value, allowed))
}

pub(crate) fn bad(
    code: &'static str,
    option: &str,
    value: &str,
    allowed: &'static str,
) -> BadOption {
    let mut quoted: String = value.chars().take(QUOTED).collect();
    if quoted.len() < value.len() {
        quoted.push('…');
    }
    BadOption {
        code,
        option: option.to_string(),
        value: quoted,
        allowed,
    }
}
