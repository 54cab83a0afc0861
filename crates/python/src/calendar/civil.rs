//! The Gregorian calendar, in both directions as far as numbers go.

use crate::fault::Fault;

/// Days in the four hundred years after which the calendar repeats.
const DAYS_PER_ERA: i64 = 146_097;

/// From the first of March of the year 0 to the first of January 1970.
const DAYS_TO_EPOCH: i64 = 719_468;

/// A point in time, in the fields that `time.struct_time` has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The year.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
    /// 0 to 23.
    pub hour: i64,
    /// 0 to 59.
    pub minute: i64,
    /// 0 to 59; up to 61 where a program says so.
    pub second: i64,
    /// 0 is Monday.
    pub weekday: i64,
    /// 1 to 366.
    pub day_of_year: i64,
}

/// Whether the year has a 29th of February.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days the month has.
pub fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since the first of January 1970. Years are within some millions of 0.
pub fn days_from_date(year: i64, month: i64, day: i64) -> i64 {
    // Years that start in March have the leap day at their end.
    let (year, month) = if month <= 2 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    let day_of_era = 365 * year + year / 4 - year / 100 + day_of_year;
    era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH
}

/// Year, month and day, from the days since the first of January 1970.
pub fn date_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + DAYS_TO_EPOCH;
    let (era, day) = (days.div_euclid(DAYS_PER_ERA), days.rem_euclid(DAYS_PER_ERA));
    let leap_days = day / 1_460 - day / 36_524 + day / 146_096;
    let year = (day - leap_days) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = (year + era * 400, month + 3);
    if month > 12 {
        (year + 1, month - 12, day)
    } else {
        (year, month, day)
    }
}

/// The day of the week, 0 for Monday, from the days since the first of January 1970,
/// a Thursday.
pub fn weekday(days: i64) -> i64 {
    (days + 3).rem_euclid(7)
}

/// ISO's year, week and day of the week (1 is Monday).
pub fn iso_calendar(year: i64, month: i64, day: i64) -> (i64, i64, i64) {
    let days = days_from_date(year, month, day);
    let weekday = weekday(days);
    // A week belongs to the year that its Thursday is in.
    let (iso_year, _, _) = date_from_days(days - weekday + 3);
    let first = days_from_date(iso_year, 1, 1);
    (iso_year, (days - weekday + 3 - first) / 7 + 1, weekday + 1)
}

impl Moment {
    /// From seconds since the beginning of 1970: `time.gmtime(seconds)`. Beyond some
    /// millions of years it stays at their ends.
    pub fn from_seconds(seconds: i64) -> Self {
        const FAR: i64 = 100_000_000_000_000;
        let seconds = seconds.clamp(-FAR, FAR);
        let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let (year, month, day) = date_from_days(days);
        Self {
            hour: second / 3600,
            minute: second / 60 % 60,
            second: second % 60,
            ..Self::from_date(year, month, day)
        }
    }

    /// The beginning of a day.
    pub fn from_date(year: i64, month: i64, day: i64) -> Self {
        let days = days_from_date(year, month, day);
        Self {
            year,
            month,
            day,
            hour: 0,
            minute: 0,
            second: 0,
            weekday: weekday(days),
            day_of_year: days - days_from_date(year, 1, 1) + 1,
        }
    }

    /// From the first eight fields of a tuple that a program gives to `time.strftime`
    /// or `time.asctime`.
    ///
    /// # Errors
    /// `ValueError` for a field that is out of range, `OverflowError` for such a year.
    pub fn from_fields(fields: [i64; 8]) -> Result<Self, Fault> {
        let [year, month, day, hour, minute, second, weekday, day_of_year] = fields;
        if i32::try_from(year).is_err() {
            return Err(Fault::overflow("signed integer is greater than maximum"));
        }
        // Python takes a 0 for the first month, day, and day of the year.
        for (name, value, greatest) in [
            ("month", month, 12),
            ("day of month", day, 31),
            ("hour", hour, 23),
            ("minute", minute, 59),
            ("seconds", second, 61),
            ("day of week", weekday, i64::MAX),
            ("day of year", day_of_year, 366),
        ] {
            let least = if name == "day of week" { -1 } else { 0 };
            if !(least..=greatest).contains(&value) {
                return Err(Fault::value(format!("{name} out of range")));
            }
        }
        Ok(Self {
            year,
            month: month.max(1),
            day: day.max(1),
            hour,
            minute,
            second,
            weekday: weekday.rem_euclid(7),
            day_of_year: day_of_year.max(1),
        })
    }

    /// Seconds since the beginning of 1970: `calendar.timegm`, and `time.mktime` in
    /// UTC. Fields may be out of range: the 32nd is the first of the next month.
    ///
    /// # Errors
    /// `OverflowError` for fields beyond all calendars.
    pub fn to_seconds(self) -> Result<i64, Fault> {
        const FAR: u64 = 1_000_000_000_000;
        let fields = [
            self.year,
            self.month,
            self.day,
            self.hour,
            self.minute,
            self.second,
        ];
        if fields.iter().any(|field| field.unsigned_abs() > FAR) {
            return Err(Fault::overflow("mktime argument out of range"));
        }
        let year = self.year + (self.month - 1).div_euclid(12);
        let month = (self.month - 1).rem_euclid(12) + 1;
        let days = days_from_date(year, month, 1) + self.day - 1;
        let minutes = i128::from(days * 24 + self.hour) * 60 + i128::from(self.minute);
        let seconds = minutes * 60 + i128::from(self.second);
        i64::try_from(seconds).map_err(|_| Fault::overflow("mktime argument out of range"))
    }

    /// `time.asctime(...)`
    pub fn asctime(self) -> String {
        let name = |names: &[&'static str], index: i64| {
            names.get(index as usize).map_or("???", |name| &name[..3])
        };
        format!(
            "{} {}{:3} {:02}:{:02}:{:02} {}",
            name(&super::strftime::DAYS, self.weekday),
            name(&super::strftime::MONTHS, self.month - 1),
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.year
        )
    }
}
