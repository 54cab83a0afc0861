//! `datetime.date`.

use super::civil::{Moment, date_from_days, days_from_date, days_in_month};
use super::delta::{DAY, Delta};
use crate::fault::Fault;
use crate::text::repr;

/// The first of January of the year 1 has the ordinal 1.
const ORDINAL_OF_1970: i64 = 719_163;

/// A date from the year 1 to the year 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// 1 to 9999.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
}

/// `OverflowError` for what is beyond the years 1 and 9999.
pub(super) fn out_of_range() -> Fault {
    Fault::overflow("date value out of range")
}

impl Date {
    /// `date(year, month, day)`
    ///
    /// # Errors
    /// `ValueError`
    pub fn new(year: i64, month: i64, day: i64) -> Result<Self, Fault> {
        if !(1..=9999).contains(&year) {
            return Err(Fault::value(format!("year {year} is out of range")));
        }
        if !(1..=12).contains(&month) {
            return Err(Fault::value("month must be in 1..12"));
        }
        if !(1..=days_in_month(year, month)).contains(&day) {
            return Err(Fault::value("day is out of range for month"));
        }
        Ok(Self { year, month, day })
    }

    /// Days since the first of January 1970.
    pub fn days(self) -> i64 {
        days_from_date(self.year, self.month, self.day)
    }

    /// From days since the first of January 1970.
    ///
    /// # Errors
    /// `OverflowError`
    pub fn from_days(days: i64) -> Result<Self, Fault> {
        // Four million days are beyond the year 9999.
        if days.abs() > 4_000_000 {
            return Err(out_of_range());
        }
        let (year, month, day) = date_from_days(days);
        Self::new(year, month, day).map_err(|_| out_of_range())
    }

    /// `toordinal()`
    pub fn ordinal(self) -> i64 {
        self.days() + ORDINAL_OF_1970
    }

    /// `date.fromordinal(ordinal)`
    ///
    /// # Errors
    /// `ValueError`
    pub fn from_ordinal(ordinal: i64) -> Result<Self, Fault> {
        if ordinal < 1 {
            return Err(Fault::value("ordinal must be >= 1"));
        }
        Self::from_days(ordinal.saturating_sub(ORDINAL_OF_1970)).map_err(|_| {
            let (year, _, _) = date_from_days(ordinal.min(1 << 40) - ORDINAL_OF_1970);
            Fault::value(format!("year {year} is out of range"))
        })
    }

    /// `self + delta`: the delta's days count, its seconds don't.
    ///
    /// # Errors
    /// `OverflowError`
    pub fn plus(self, delta: Delta) -> Result<Self, Fault> {
        Self::from_days(self.days() + delta.fields().0)
    }

    /// `self - other` of two dates.
    pub fn minus(self, other: Self) -> Delta {
        Delta::new(i128::from(self.days() - other.days()) * DAY).unwrap_or_default()
    }

    /// The beginning of the day, for `strftime`, `timetuple`, `weekday` and `ctime`.
    pub fn moment(self) -> Moment {
        Moment::from_date(self.year, self.month, self.day)
    }

    /// `repr(date)`
    pub fn repr(self) -> String {
        format!("datetime.date({}, {}, {})", self.year, self.month, self.day)
    }

    /// `date.fromisoformat(text)` for `2026-11-30` and `20261130`.
    ///
    /// # Errors
    /// `ValueError`
    pub fn from_iso(text: &str) -> Result<Self, Fault> {
        let wrong = || Fault::value(format!("Invalid isoformat string: {}", repr::text(text)));
        let (year, month, day) = match text.as_bytes() {
            [.., b'-', _, _, b'-', _, _] if text.len() == 10 => {
                (text.get(..4), text.get(5..7), text.get(8..))
            }
            _ if text.len() == 8 => (text.get(..4), text.get(4..6), text.get(6..)),
            _ => return Err(wrong()),
        };
        let number = |part: Option<&str>| {
            let digits = part.filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
            digits.and_then(|part| part.parse().ok()).ok_or_else(wrong)
        };
        Self::new(number(year)?, number(month)?, number(day)?)
    }
}

/// `str(date)` and `date.isoformat()`
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
