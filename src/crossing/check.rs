//! What the checker has found out, as text and numbers.

use super::texts::push_task;
use crate::check::{Check, Reason, Verdict, Write};
use crate::decimal::push_decimal;

/// Lines. The first is the verdict, how many lines are torn, how many are lost;
/// of an undecided log the doubt as well, and of an impossible one the line, the
/// reason, and for a wrong total the one found and the one expected, if there is
/// one; all between spaces. The second is the name of the task that is the
/// reason. Then the tasks, each in the form `name:low:high`.
#[must_use]
pub fn about(check: &Check) -> String {
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
        push_task(&mut text, task);
    }
    text
}

/// The writes, five numbers each: its line; its task; what it is in the order of
/// [`Write`]; and where it starts and ends in the log, in units of UTF-16.
#[must_use]
pub fn writes(log: &str, check: &Check) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(check.writes.len() * 5);
    let mut units = Units::of(log);
    for written in &check.writes {
        let write = match written.write {
            Write::Total(_) => 0,
            Write::Words => 1,
            Write::Newline => 2,
            Write::LostNewline => 3,
            Write::Part => 4,
        };
        let (start, end) = (written.range.start, written.range.end);
        numbers.extend_from_slice(&[written.line as u32, written.task as u32, write]);
        numbers.extend_from_slice(&[units.until(start), units.until(end)]);
    }
    numbers
}

/// For each line where it starts and ends in the log, in units of UTF-16, without
/// what ends it.
#[must_use]
pub fn lines(log: &str, check: &Check) -> Vec<u32> {
    let mut units = Units::of(log);
    let places = check.lines.iter().flat_map(|line| [line.start, line.end]);
    places.map(|place| units.until(place)).collect()
}

/// Counts units of UTF-16. Who asks for places in their order has each character
/// counted once.
struct Units<'a> {
    log: &'a str,
    bytes: usize,
    units: u32,
}

impl<'a> Units<'a> {
    fn of(log: &'a str) -> Self {
        Self {
            log,
            bytes: 0,
            units: 0,
        }
    }

    fn until(&mut self, end: usize) -> u32 {
        let passed = self.log.get(self.bytes..end).unwrap_or_default().chars();
        self.units += passed.map(char::len_utf16).sum::<usize>() as u32;
        self.bytes = end;
        self.units
    }
}
