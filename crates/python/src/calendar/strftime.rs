//! `strftime`, in the C locale, with the directives that Linux has.

use super::civil::{Moment, iso_calendar};
use crate::fault::Fault;
use crate::text::check_length;

/// The days' names; a short name is the first three letters.
pub const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The months' names.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What `%z`, `%Z` and `%f` stand for.
#[derive(Clone, Debug, Default)]
pub struct Extras<'a> {
    /// `+0000` for `time.strftime`, nothing for a naive `datetime`.
    pub offset: &'a str,
    /// `UTC` for `time.strftime`, nothing for a naive `datetime`.
    pub zone: &'a str,
    /// `datetime` has microseconds; `time.strftime` doesn't know the directive.
    pub microsecond: Option<i64>,
}

/// How a number is filled, and how wide it is at least: `%d`, `%-d`, `%_d`, `%5d`.
#[derive(Clone, Copy, Default)]
struct Width {
    /// `-`: not at all; `_`: with spaces; `0`: with zeros.
    flag: Option<char>,
    least: usize,
}

impl Width {
    /// Reads what stands before the directive's letter, and says how long it is.
    fn parse(text: &str) -> (Self, usize) {
        let flag = text.chars().next().filter(|c| matches!(c, '-' | '_' | '0'));
        let after_flag = flag.map_or(0, char::len_utf8);
        let rest = &text[after_flag..];
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let least = match &rest[..digits] {
            "" => 0,
            digits => digits.parse().unwrap_or(usize::MAX),
        };
        (Self { flag, least }, after_flag + digits)
    }

    fn number(self, value: i64, usual_width: usize, usual_fill: char) -> String {
        let width = usual_width.max(self.least);
        match self.flag {
            Some('-') => format!("{value:least$}", least = self.least),
            Some('_') => format!("{value:width$}"),
            Some(_) => format!("{value:0width$}"),
            None if usual_fill == '0' => format!("{value:0width$}"),
            None => format!("{value:width$}"),
        }
    }

    fn text(self, text: &str) -> String {
        let width = self.least;
        match self.flag {
            Some('-') => text.to_owned(),
            Some('0') => {
                let zeros = width.saturating_sub(text.len());
                format!("{}{text}", "0".repeat(zeros))
            }
            _ => format!("{text:>width$}"),
        }
    }
}

/// `time.strftime(format, moment)`, and that of `datetime`.
///
/// # Errors
/// `MemoryError`
pub fn strftime(format: &str, moment: &Moment, extras: &Extras) -> Result<String, Fault> {
    let mut out = String::with_capacity(format.len() * 2);
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let directive = &rest[at..];
        let (width, length) = Width::parse(&directive[1..]);
        let letter_at = 1 + length;
        // Beyond this, Rust has no width, and a program made a mistake.
        if width.least > usize::from(u16::MAX) {
            return Err(Fault::memory());
        }
        let letter = directive[letter_at..].chars().next();
        let end = letter_at + letter.map_or(0, char::len_utf8);
        match letter.and_then(|letter| expand(letter, width, moment, extras)) {
            Some(text) => out.push_str(&text),
            // What there is no directive for stands as it is.
            None => out.push_str(&directive[..end]),
        }
        check_length(out.len())?;
        rest = &directive[end..];
    }
    out.push_str(rest);
    Ok(out)
}

fn expand(letter: char, width: Width, m: &Moment, extras: &Extras) -> Option<String> {
    let number = |value: i64, usual: usize| width.number(value, usual, '0');
    let spaced = |value: i64, usual: usize| width.number(value, usual, ' ');
    let text = |text: &str| width.text(text);
    let parts = |format: &str| Some(text(&strftime(format, m, extras).ok()?));
    let day = DAYS.get(m.weekday as usize).copied().unwrap_or("?");
    let month = MONTHS.get((m.month - 1) as usize).copied().unwrap_or("?");
    let short = |name: &str| text(&name[..name.len().min(3)]);
    let twelve = (m.hour + 11) % 12 + 1;
    let half = if m.hour < 12 { "AM" } else { "PM" };
    let sunday_first = (m.weekday + 1) % 7;
    let iso = || iso_calendar(m.year, m.month, m.day);
    Some(match letter {
        'a' => short(day),
        'A' => text(day),
        'b' | 'h' => short(month),
        'B' => text(month),
        'c' => return parts("%a %b %e %H:%M:%S %Y"),
        'C' => number(m.year.div_euclid(100), 1),
        'd' => number(m.day, 2),
        'D' | 'x' => return parts("%m/%d/%y"),
        'e' => spaced(m.day, 2),
        'f' => format!("{:06}", extras.microsecond?),
        'F' => return parts("%Y-%m-%d"),
        'g' => number(iso().0.rem_euclid(100), 2),
        'G' => number(iso().0, 1),
        'H' => number(m.hour, 2),
        'I' => number(twelve, 2),
        'j' => number(m.day_of_year, 3),
        'k' => spaced(m.hour, 2),
        'l' => spaced(twelve, 2),
        'm' => number(m.month, 2),
        'M' => number(m.minute, 2),
        'n' => text("\n"),
        'p' => text(half),
        'P' => text(&half.to_lowercase()),
        'r' => return parts("%I:%M:%S %p"),
        'R' => return parts("%H:%M"),
        's' => number(m.to_seconds().ok()?, 1),
        'S' => number(m.second, 2),
        't' => text("\t"),
        'T' | 'X' => return parts("%H:%M:%S"),
        'u' => number(m.weekday + 1, 1),
        'U' => number((m.day_of_year + 6 - sunday_first) / 7, 2),
        'V' => number(iso().1, 2),
        'w' => number(sunday_first, 1),
        'W' => number((m.day_of_year + 6 - m.weekday) / 7, 2),
        'y' => number(m.year.rem_euclid(100), 2),
        'Y' => number(m.year, 1),
        'z' => text(extras.offset),
        'Z' => text(extras.zone),
        '%' => text("%"),
        _ => return None,
    })
}
