//! `strptime`, in the C locale.

use super::civil::{Moment, date_from_days, days_from_date, days_in_month, weekday};
use super::strftime::{DAYS, MONTHS};
use crate::fault::Fault;
use crate::text::classes::is_space;
use crate::text::repr;

/// What `strptime` has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The fields of `time.struct_time`.
    pub moment: Moment,
    /// `%f`, for `datetime`.
    pub microsecond: i64,
    /// `%z` in seconds, for `datetime`.
    pub offset: Option<i64>,
    /// `%Z` as it stands in the text.
    pub zone: Option<String>,
}

/// A part of a format.
#[derive(Clone, Copy, PartialEq)]
enum Item {
    Literal(char),
    Spaces,
    Field(char),
}

/// `time.strptime(text, format)`, and that of `datetime`.
///
/// # Errors
/// `ValueError`
pub fn strptime(text: &str, format: &str) -> Result<Parsed, Fault> {
    let mut items = Vec::new();
    compile(format, format, &mut items)?;
    let characters: Vec<char> = text.chars().collect();
    let Some(ends) = find_match(&items, &characters) else {
        let (text, format) = (repr::text(text), repr::text(format));
        let message = format!("time data {text} does not match format {format}");
        return Err(Fault::value(message));
    };
    let end = ends.last().copied().unwrap_or(0);
    if end < characters.len() {
        let rest: String = characters[end..].iter().collect();
        return Err(Fault::value(format!("unconverted data remains: {rest}")));
    }
    let mut start = 0;
    let mut fields = Vec::new();
    for (item, end) in items.iter().zip(ends) {
        if let Item::Field(letter) = item {
            let value: String = characters[start..end].iter().collect();
            fields.push((*letter, value));
        }
        start = end;
    }
    Fields(fields).evaluate()
}

/// `whole` is the format that messages show; `%c` and the like are formats in it.
fn compile(format: &str, whole: &str, items: &mut Vec<Item>) -> Result<(), Fault> {
    let mut characters = format.chars().peekable();
    while let Some(c) = characters.next() {
        if is_space(c) {
            while characters.next_if(|&next| is_space(next)).is_some() {}
            items.push(Item::Spaces);
            continue;
        }
        if c != '%' {
            items.push(Item::Literal(c));
            continue;
        }
        let Some(letter) = characters.next() else {
            return Err(Fault::value(format!("stray % in format '{whole}'")));
        };
        match letter {
            'c' => compile("%a %b %d %H:%M:%S %Y", whole, items)?,
            'x' => compile("%m/%d/%y", whole, items)?,
            'X' => compile("%H:%M:%S", whole, items)?,
            '%' => items.push(Item::Literal('%')),
            _ if "aAbBdfGHIjmMpSuUVwWyYzZ".contains(letter) => {
                let field = Item::Field(letter);
                if items.contains(&field) {
                    let message = format!("redefinition of group name '{letter}'");
                    return Err(Fault::value(message));
                }
                items.push(field);
            }
            _ => {
                // CPython finds these only once they are escaped.
                let special = is_space(letter) || "\\.^$*+?(){}[]|".contains(letter);
                let shown = if special { '%' } else { letter };
                let message = format!("'{shown}' is a bad directive in format '{whole}'");
                return Err(Fault::value(message));
            }
        }
    }
    Ok(())
}

/// Where each item ends. An item takes as much as it can; where what follows then
/// fails, it takes less.
fn find_match(items: &[Item], text: &[char]) -> Option<Vec<usize>> {
    let mut ends: Vec<usize> = Vec::with_capacity(items.len());
    // The ends that each item so far can still be given.
    let mut others: Vec<Vec<usize>> = Vec::with_capacity(items.len());
    while ends.len() < items.len() {
        let start = ends.last().copied().unwrap_or(0);
        let mut lengths = lengths(items[ends.len()], &text[start..]);
        lengths.reverse();
        others.push(lengths.into_iter().map(|length| start + length).collect());
        loop {
            if let Some(end) = others.last_mut()?.pop() {
                ends.push(end);
                break;
            }
            others.pop();
            ends.pop();
        }
    }
    Some(ends)
}

/// How many characters an item can take, the preferred number first.
fn lengths(item: Item, text: &[char]) -> Vec<usize> {
    match item {
        Item::Literal(c) => {
            let matches = text.first().is_some_and(|&other| same_letter(c, other));
            if matches { vec![1] } else { vec![] }
        }
        Item::Spaces => {
            let spaces = text.iter().take_while(|&&c| is_space(c)).count();
            (1..=spaces).rev().collect()
        }
        Item::Field(letter) => match letter {
            'a' => names(&DAYS, 3, text),
            'A' => names(&DAYS, usize::MAX, text),
            'b' => names(&MONTHS, 3, text),
            'B' => names(&MONTHS, usize::MAX, text),
            'p' => names(&["am", "pm"], 2, text),
            'Z' => names(&["utc", "gmt"], 3, text),
            'z' => offset_lengths(text),
            'd' => match text {
                [' ', '1'..='9', ..] => vec![2],
                _ => numbers(text, 1..=2, 1..=31),
            },
            'f' => numbers(text, 1..=6, 0..=999_999),
            'G' | 'Y' => numbers(text, 4..=4, 0..=9999),
            'H' => numbers(text, 1..=2, 0..=23),
            'I' | 'm' => numbers(text, 1..=2, 1..=12),
            'j' => numbers(text, 1..=3, 1..=366),
            'M' => numbers(text, 1..=2, 0..=59),
            'S' => numbers(text, 1..=2, 0..=61),
            'u' => numbers(text, 1..=1, 1..=7),
            'V' => numbers(text, 1..=2, 1..=53),
            'w' => numbers(text, 1..=1, 0..=6),
            'y' => numbers(text, 2..=2, 0..=99),
            _ => numbers(text, 1..=2, 0..=53),
        },
    }
}

fn same_letter(a: char, b: char) -> bool {
    a == b || a.to_lowercase().eq(b.to_lowercase())
}

fn names(names: &[&str], longest: usize, text: &[char]) -> Vec<usize> {
    let fits = |name: &&str| {
        let length = name.len().min(longest);
        let same = |(a, b): (char, &char)| same_letter(a, *b);
        text.len() >= length && name[..length].chars().zip(text).all(same)
    };
    names
        .iter()
        .filter(|name| fits(name))
        .map(|name| name.len().min(longest))
        .collect()
}

fn numbers(
    text: &[char],
    widths: std::ops::RangeInclusive<usize>,
    values: std::ops::RangeInclusive<u32>,
) -> Vec<usize> {
    let value = |width: usize| {
        let digits = text.get(..width)?.iter().map(|c| c.to_digit(10));
        digits
            .reduce(|sum, digit| Some(sum? * 10 + digit?))
            .flatten()
    };
    let fits = |width: &usize| value(*width).is_some_and(|value| values.contains(&value));
    widths.rev().filter(fits).collect()
}

/// `+HH:MM`, `+HHMM`, with seconds and microseconds, or `Z`.
fn offset_lengths(text: &[char]) -> Vec<usize> {
    let digits = |at: usize, count: usize| {
        text.get(at..at + count)
            .is_some_and(|part| part.iter().all(char::is_ascii_digit))
    };
    let after_colon = |at: usize| at + usize::from(text.get(at) == Some(&':'));
    // Minutes and seconds go up to 59.
    let sixty = |at: usize| digits(at, 2) && text[at] <= '5';
    match text {
        ['Z', ..] => return vec![1],
        ['+' | '-', ..] if digits(1, 2) && sixty(after_colon(3)) => {}
        _ => return vec![],
    }
    let minutes_end = after_colon(3) + 2;
    let mut lengths = vec![minutes_end];
    if sixty(after_colon(minutes_end)) {
        let end = after_colon(minutes_end) + 2;
        lengths.push(end);
        let more = text.get(end + 1..).unwrap_or_default();
        let count = more
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .count()
            .min(6);
        if text.get(end) == Some(&'.') && count > 0 {
            lengths.extend((1..=count).map(|count| end + 1 + count));
        }
    }
    lengths.reverse();
    lengths
}

/// What the directives have matched.
struct Fields(Vec<(char, String)>);

impl Fields {
    fn text(&self, letter: char) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| *known == letter);
        found.map(|(_, value)| value.as_str())
    }

    fn number(&self, letter: char) -> Option<i64> {
        self.text(letter)?.trim().parse().ok()
    }

    /// The index of a name, 0 for the first.
    fn name(&self, letter: char, names: &[&str]) -> Option<i64> {
        let text = self.text(letter)?.to_lowercase();
        let index = names
            .iter()
            .position(|name| name.to_lowercase().starts_with(&text))?;
        Some(index as i64)
    }

    fn weekday(&self) -> Option<i64> {
        let from_name = self.name('A', &DAYS).or_else(|| self.name('a', &DAYS));
        let from_sunday = || self.number('w').map(|day| (day + 6) % 7);
        from_name
            .or_else(from_sunday)
            .or_else(|| self.number('u').map(|day| day - 1))
    }

    fn year(&self) -> Option<i64> {
        let short = || {
            self.number('y')
                .map(|year| if year <= 68 { 2000 } else { 1900 } + year)
        };
        self.number('Y').or_else(short)
    }

    fn hour(&self) -> i64 {
        let Some(hour) = self.number('I') else {
            return self.number('H').unwrap_or(0);
        };
        let afternoon = self
            .text('p')
            .is_some_and(|half| half.eq_ignore_ascii_case("pm"));
        hour % 12 + if afternoon { 12 } else { 0 }
    }

    fn check_iso(&self, year: Option<i64>, weekday: Option<i64>) -> Result<(), Fault> {
        let (has_year, week) = (self.text('G').is_some(), self.text('V').is_some());
        let complete = week && weekday.is_some();
        Err(Fault::value(match (year, has_year) {
            (None, true) if !complete => {
                "ISO year directive '%G' must be used with the ISO week directive '%V' \
                 and a weekday directive ('%A', '%a', '%w', or '%u')."
            }
            (None, true) if self.text('j').is_some() => {
                "Day of the year directive '%j' is not compatible with ISO year directive \
                 '%G'. Use '%Y' instead."
            }
            (None, true) => return Ok(()),
            _ if !week || self.week().is_some() => return Ok(()),
            _ if weekday.is_none() => {
                "ISO week directive '%V' must be used with the ISO year directive '%G' \
                 and a weekday directive ('%A', '%a', '%w', or '%u')."
            }
            _ => {
                "ISO week directive '%V' is incompatible with the year directive '%Y'. \
                 Use the ISO year '%G' instead."
            }
        }))
    }

    /// The week of the year, and whether weeks start on Monday.
    fn week(&self) -> Option<(i64, bool)> {
        let monday = self.number('W').map(|week| (week, true));
        self.number('U').map(|week| (week, false)).or(monday)
    }

    /// The year and the day in it that weeks and days of the week name, if they do.
    /// The first of January is 1; days before it and after December count on.
    fn day_from_week(&self, year: i64, day: i64) -> Option<(i64, i64)> {
        if let Some((week, starts_monday)) = self.week() {
            let shift = i64::from(!starts_monday);
            let first_weekday = (weekday(days_from_date(year, 1, 1)) + shift) % 7;
            let before_first_week = (7 - first_weekday) % 7;
            let day = (day + shift) % 7;
            return Some(match week {
                0 => (year, 1 + day - first_weekday),
                _ => (year, 1 + before_first_week + 7 * (week - 1) + day),
            });
        }
        let (iso_year, week) = (self.number('G')?, self.number('V')?);
        // The fourth of January is always in the first week.
        let fourth = weekday(days_from_date(iso_year, 1, 4));
        Some((iso_year, 4 - fourth + 7 * (week - 1) + day))
    }

    fn evaluate(&self) -> Result<Parsed, Fault> {
        let weekday_given = self.weekday();
        let given_year = self.year();
        self.check_iso(given_year, weekday_given)?;
        let month_name = self.name('B', &MONTHS).or_else(|| self.name('b', &MONTHS));
        let month = month_name
            .map(|index| index + 1)
            .or(self.number('m'))
            .unwrap_or(1);
        let day = self.number('d').unwrap_or(1);
        // Without a year, the 29th of February is one of 1900 all the same.
        let leap_day = given_year.is_none() && month == 2 && day == 29;
        let year = given_year.unwrap_or(if leap_day { 1904 } else { 1900 });
        if day > days_in_month(year, month) {
            return Err(Fault::value("day is out of range for month"));
        }
        let from_year = self.number('j').map(|day| (year, day));
        let named = from_year.or_else(|| self.day_from_week(year, weekday_given?));
        let days = match named {
            Some((year, day)) => days_from_date(year, 1, 1) + day - 1,
            None => days_from_date(year, month, day),
        };
        let (year, month, day) = date_from_days(days);
        if !(1..=9999).contains(&year) {
            return Err(Fault::value(format!("year {year} is out of range")));
        }
        let date = Moment::from_date(year, month, day);
        let moment = Moment {
            hour: self.hour(),
            minute: self.number('M').unwrap_or(0),
            second: self.number('S').unwrap_or(0),
            weekday: weekday_given.unwrap_or(weekday(days)),
            // Python keeps a number that goes beyond the year.
            day_of_year: match named {
                Some((_, day)) if day > 0 => day,
                _ => date.day_of_year,
            },
            ..date
        };
        let fraction = self.text('f').map(|digits| format!("{digits:0<6}"));
        Ok(Parsed {
            moment: if leap_day {
                Moment {
                    year: 1900,
                    ..moment
                }
            } else {
                moment
            },
            microsecond: fraction.and_then(|digits| digits.parse().ok()).unwrap_or(0),
            offset: self.offset()?,
            zone: self.text('Z').map(str::to_owned),
        })
    }

    fn offset(&self) -> Result<Option<i64>, Fault> {
        let Some(text) = self.text('z') else {
            return Ok(None);
        };
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let part = |at: usize| digits.get(at..at + 2).and_then(|part| part.parse().ok());
        let colons = text.chars().filter(|&c| c == ':').count();
        if digits.len() > 4 && colons == 1 && text[3..].starts_with(':') {
            return Err(Fault::value(format!("Inconsistent use of : in {text}")));
        }
        let seconds =
            part(0).unwrap_or(0) * 3600 + part(2).unwrap_or(0) * 60 + part(4).unwrap_or(0);
        Ok(Some(if text.starts_with('-') {
            -seconds
        } else {
            seconds
        }))
    }
}
