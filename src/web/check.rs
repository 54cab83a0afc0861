//! The checker of pasted logs: `check.js` and its wasm file.

use wasm_bindgen::prelude::*;

use crate::check::{Check, Reason, Verdict, Write, check_log};
use crate::config::Config;
use crate::decimal::push_decimal;

/// What a check has found out, behind plain numbers and text.
#[wasm_bindgen]
pub struct Checked {
    about: String,
    writes: Vec<u32>,
}

#[wasm_bindgen]
impl Checked {
    /// Checks a log; without `tasks`, they are taken from it.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(log: &str, tasks: &str) -> Self {
        let mut given = None;
        if !tasks.is_empty() {
            match Config::parse_tasks(tasks) {
                Ok(tasks) => given = Some(tasks),
                Err(error) => {
                    return Self {
                        about: super::refusal(&error),
                        writes: Vec::new(),
                    };
                }
            }
        }
        let check = check_log(log, given.as_deref());
        Self {
            about: about(&check),
            writes: writes(log, &check),
        }
    }

    /// Lines. The first is the verdict, how many lines are torn, how many are lost;
    /// of an undecided log the doubt as well, and of an impossible one the line, the
    /// reason, and for a wrong total the one found and the one expected, if there is
    /// one; all between spaces. The second is the name of the task that is the
    /// reason. Then the tasks, each in the form `name:low:high`.
    ///
    /// But if the tasks can't be used: as the player's `about` has it.
    #[must_use]
    pub fn about(&self) -> String {
        self.about.clone()
    }

    /// The writes, five numbers each: its line; its task; what it is in the order of
    /// [`Write`]; and where it starts and ends in the log, in units of UTF-16.
    #[must_use]
    pub fn writes(&self) -> Vec<u32> {
        self.writes.clone()
    }
}

fn about(check: &Check) -> String {
    let mut text = String::new();
    let number = |text: &mut String, number: i128| {
        text.push(' ');
        push_decimal(text, number);
    };
    text.push_str(check.verdict.name());
    number(&mut text, check.torn as i128);
    number(&mut text, check.lost as i128);
    let mut name = "";
    match &check.verdict {
        Verdict::Impossible { line, reason } => {
            number(&mut text, *line as i128);
            text.push(' ');
            text.push_str(reason.code());
            name = reason.task().unwrap_or_default();
            if let Reason::WrongTotal {
                found, expected, ..
            } = reason
            {
                number(&mut text, *found);
                if let Some(expected) = expected {
                    number(&mut text, *expected);
                }
            }
        }
        Verdict::Undecided(doubt) => {
            text.push(' ');
            text.push_str(doubt.code());
        }
        _ => {}
    }
    text.push('\n');
    text.push_str(name);
    for task in &check.tasks {
        text.push('\n');
        super::push_task(&mut text, task);
    }
    text
}

fn writes(log: &str, check: &Check) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(check.writes.len() * 5);
    // The writes are in the order of the log, so its characters are counted once.
    let (mut bytes, mut units) = (0, 0);
    let mut units_until = |end: usize| {
        let passed = log.get(bytes..end).unwrap_or_default().chars();
        units += passed.map(char::len_utf16).sum::<usize>() as u32;
        bytes = end;
        units
    };
    for written in &check.writes {
        let write = match written.write {
            Write::Total(_) => 0,
            Write::Words => 1,
            Write::Newline => 2,
            Write::LostNewline => 3,
        };
        let (start, end) = (written.range.start, written.range.end);
        numbers.extend_from_slice(&[written.line as u32, written.task as u32, write]);
        numbers.extend_from_slice(&[units_until(start), units_until(end)]);
    }
    numbers
}
