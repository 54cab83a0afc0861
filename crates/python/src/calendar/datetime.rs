//! `datetime.datetime` and `datetime.time`, without time zones.

use super::civil::Moment;
use super::date::{Date, out_of_range};
use super::delta::{DAY, Delta, SECOND};
use crate::fault::Fault;
use crate::number::round;
use crate::text::repr;
use num_traits::ToPrimitive;

/// A time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// 0 to 23.
    pub hour: i64,
    /// 0 to 59.
    pub minute: i64,
    /// 0 to 59.
    pub second: i64,
    /// 0 to 999999.
    pub microsecond: i64,
}

impl Time {
    /// `time(hour, minute, second, microsecond)`
    ///
    /// # Errors
    /// `ValueError`
    pub fn new(hour: i64, minute: i64, second: i64, microsecond: i64) -> Result<Self, Fault> {
        for (name, value, greatest) in [
            ("hour", hour, 23),
            ("minute", minute, 59),
            ("second", second, 59),
            ("microsecond", microsecond, 999_999),
        ] {
            if !(0..=greatest).contains(&value) {
                return Err(Fault::value(format!("{name} must be in 0..{greatest}")));
            }
        }
        Ok(Self {
            hour,
            minute,
            second,
            microsecond,
        })
    }

    /// Microseconds since midnight.
    fn micros(self) -> i128 {
        let seconds = (self.hour * 60 + self.minute) * 60 + self.second;
        i128::from(seconds) * SECOND + i128::from(self.microsecond)
    }

    /// `isoformat(timespec=...)`; `auto` shows microseconds where there are any.
    ///
    /// # Errors
    /// `ValueError`
    pub fn iso(self, timespec: &str) -> Result<String, Fault> {
        let Self {
            hour,
            minute,
            second,
            microsecond,
        } = self;
        let seconds = || format!("{hour:02}:{minute:02}:{second:02}");
        Ok(match timespec {
            "auto" if microsecond == 0 => seconds(),
            "auto" | "microseconds" => format!("{}.{microsecond:06}", seconds()),
            "milliseconds" => format!("{}.{:03}", seconds(), microsecond / 1000),
            "seconds" => seconds(),
            "minutes" => format!("{hour:02}:{minute:02}"),
            "hours" => format!("{hour:02}"),
            _ => return Err(Fault::value("Unknown timespec value")),
        })
    }

    /// The arguments that `repr` shows: seconds and microseconds only where needed.
    fn arguments(self) -> String {
        let Self {
            hour,
            minute,
            second,
            microsecond,
        } = self;
        match (second, microsecond) {
            (0, 0) => format!("{hour}, {minute}"),
            (_, 0) => format!("{hour}, {minute}, {second}"),
            _ => format!("{hour}, {minute}, {second}, {microsecond}"),
        }
    }

    /// `repr(time)`
    pub fn repr(self) -> String {
        format!("datetime.time({})", self.arguments())
    }

    /// `12:30`, `12:30:15` or `12:30:15.5`, with three or six digits in CPython.
    fn fields_from_iso(text: &str) -> Option<[i64; 4]> {
        let (clock, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let has_fraction = clock.len() < text.len();
        if has_fraction && (fraction.is_empty() || !digits(fraction) || clock.len() != 8) {
            return None;
        }
        let mut fields = [0; 3];
        let parts: Vec<&str> = clock.split(':').collect();
        if parts.len() > 3 {
            return None;
        }
        for (field, part) in fields.iter_mut().zip(parts) {
            if part.len() != 2 || !digits(part) {
                return None;
            }
            *field = part.parse().ok()?;
        }
        let micros = format!("{fraction:0<6}");
        let micros = micros.get(..6)?.parse().ok()?;
        Some([fields[0], fields[1], fields[2], micros])
    }
}

/// A date and a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    /// The date.
    pub date: Date,
    /// The time of day.
    pub time: Time,
}

impl DateTime {
    /// Microseconds since the beginning of 1970.
    fn micros(self) -> i128 {
        i128::from(self.date.days()) * DAY + self.time.micros()
    }

    fn from_micros(micros: i128) -> Result<Self, Fault> {
        let days = i64::try_from(micros.div_euclid(DAY)).map_err(|_| out_of_range())?;
        let date = Date::from_days(days)?;
        let rest = micros.rem_euclid(DAY);
        let (seconds, microsecond) = ((rest / SECOND) as i64, (rest % SECOND) as i64);
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        Ok(Self {
            date,
            time: Time {
                hour,
                minute,
                second,
                microsecond,
            },
        })
    }

    /// `datetime.fromtimestamp(seconds)`, in UTC, rounded to microseconds half to even.
    ///
    /// # Errors
    /// `ValueError` beyond the years 1 and 9999 and for nan; `OverflowError` for
    /// infinities.
    pub fn from_timestamp(seconds: f64) -> Result<Self, Fault> {
        if seconds.is_nan() {
            return Err(Fault::value("Invalid value NaN (not a number)"));
        }
        if seconds.is_infinite() {
            let message = "timestamp out of range for platform time_t";
            return Err(Fault::overflow(message));
        }
        let whole = round::to_int(seconds.floor())?;
        let micros = ((seconds - seconds.floor()) * 1e6).round_ties_even() as i128;
        let found = whole
            .to_i64()
            .map(|whole| i128::from(whole) * SECOND + micros);
        let found = found.and_then(|micros| Self::from_micros(micros).ok());
        found.ok_or_else(|| {
            let year = Moment::from_seconds(whole.to_i64().unwrap_or(i64::MAX)).year;
            Fault::value(format!("year {year} is out of range"))
        })
    }

    /// `timestamp()`, in UTC.
    pub fn timestamp(self) -> f64 {
        self.minus_micros(0).total_seconds()
    }

    /// `self + delta`
    ///
    /// # Errors
    /// `OverflowError`
    pub fn plus(self, delta: Delta) -> Result<Self, Fault> {
        Self::from_micros(self.micros() + delta.micros())
    }

    /// `self - other` of two.
    pub fn minus(self, other: Self) -> Delta {
        self.minus_micros(other.micros())
    }

    fn minus_micros(self, micros: i128) -> Delta {
        Delta::new(self.micros() - micros).unwrap_or_default()
    }

    /// The fields, for `strftime`, `timetuple`, `weekday` and `ctime`.
    pub fn moment(self) -> Moment {
        let Time {
            hour,
            minute,
            second,
            ..
        } = self.time;
        Moment {
            hour,
            minute,
            second,
            ..self.date.moment()
        }
    }

    /// `isoformat(separator, timespec)`; `str` has a space and `auto`.
    ///
    /// # Errors
    /// `ValueError`
    pub fn iso(self, separator: char, timespec: &str) -> Result<String, Fault> {
        Ok(format!(
            "{}{separator}{}",
            self.date,
            self.time.iso(timespec)?
        ))
    }

    /// `repr(datetime)`
    pub fn repr(self) -> String {
        let Date { year, month, day } = self.date;
        format!(
            "datetime.datetime({year}, {month}, {day}, {})",
            self.time.arguments()
        )
    }

    /// `datetime.fromisoformat(text)`: a date, and a time after any character, as
    /// `isoformat` writes them.
    ///
    /// # Errors
    /// `ValueError`
    pub fn from_iso(text: &str) -> Result<Self, Fault> {
        let wrong = || Fault::value(format!("Invalid isoformat string: {}", repr::text(text)));
        if text.len() <= 10 {
            let date = Date::from_iso(text)?;
            return Ok(Self {
                date,
                time: Time::default(),
            });
        }
        let date = text.get(..10).ok_or_else(wrong)?;
        let mut rest = text[10..].chars();
        rest.next();
        let date = Date::from_iso(date).map_err(|_| wrong())?;
        let [hour, minute, second, micros] =
            Time::fields_from_iso(rest.as_str()).ok_or_else(wrong)?;
        let time = Time::new(hour, minute, second, micros)?;
        Ok(Self { date, time })
    }
}
