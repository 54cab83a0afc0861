//! `datetime.timedelta`: a duration in microseconds.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use crate::fault::Fault;
use crate::number::{convert, int};

/// Microseconds in a second.
pub const SECOND: i128 = 1_000_000;

/// Microseconds in a day.
pub const DAY: i128 = 86_400 * SECOND;

const MAX_DAYS: i128 = 999_999_999;

/// A duration, up to a billion days in both directions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Delta {
    micros: i128,
}

impl Delta {
    /// From microseconds.
    ///
    /// # Errors
    /// `OverflowError`
    pub fn new(micros: i128) -> Result<Self, Fault> {
        let days = micros.div_euclid(DAY);
        if i32::try_from(days).is_err() {
            return Err(too_large());
        }
        if days.abs() > MAX_DAYS {
            let message = format!("days={days}; must have magnitude <= {MAX_DAYS}");
            return Err(Fault::overflow(message));
        }
        Ok(Self { micros })
    }

    /// All of it in microseconds.
    pub fn micros(self) -> i128 {
        self.micros
    }

    /// `days`, `seconds` and `microseconds`, of which only the days may be negative.
    pub fn fields(self) -> (i64, i64, i64) {
        let rest = self.micros.rem_euclid(DAY);
        let days = self.micros.div_euclid(DAY) as i64;
        (days, (rest / SECOND) as i64, (rest % SECOND) as i64)
    }

    /// `total_seconds()`
    pub fn total_seconds(self) -> f64 {
        let second = BigInt::from(SECOND);
        int::true_div(&BigInt::from(self.micros), &second).unwrap_or_default()
    }

    /// `self * n`
    ///
    /// # Errors
    /// `OverflowError`
    pub fn times(self, n: &BigInt) -> Result<Self, Fault> {
        Self::from_big(&(BigInt::from(self.micros) * n))
    }

    /// `self * x`, half to even.
    ///
    /// # Errors
    /// `OverflowError`; `ValueError` for nan.
    pub fn times_float(self, x: f64) -> Result<Self, Fault> {
        let (top, bottom) = convert::as_integer_ratio(x)?;
        Self::from_big(&divide_half_to_even(
            &(BigInt::from(self.micros) * top),
            &bottom,
        ))
    }

    /// `self / n`, half to even.
    ///
    /// # Errors
    /// `ZeroDivisionError`
    pub fn over(self, n: &BigInt) -> Result<Self, Fault> {
        check_divisor(n)?;
        Self::from_big(&divide_half_to_even(&BigInt::from(self.micros), n))
    }

    /// `self / x`, half to even.
    ///
    /// # Errors
    /// `ZeroDivisionError`, `OverflowError`; `ValueError` for nan.
    pub fn over_float(self, x: f64) -> Result<Self, Fault> {
        let (top, bottom) = convert::as_integer_ratio(x)?;
        check_divisor(&top)?;
        Self::from_big(&divide_half_to_even(
            &(BigInt::from(self.micros) * bottom),
            &top,
        ))
    }

    /// `self // n`
    ///
    /// # Errors
    /// `ZeroDivisionError`
    pub fn floor_over(self, n: &BigInt) -> Result<Self, Fault> {
        Self::from_big(&int::floor_div(&BigInt::from(self.micros), n)?)
    }

    /// `self / other` of two durations.
    ///
    /// # Errors
    /// `ZeroDivisionError`
    pub fn ratio(self, other: Self) -> Result<f64, Fault> {
        int::true_div(&BigInt::from(self.micros), &BigInt::from(other.micros))
    }

    /// `divmod(self, other)` of two durations.
    ///
    /// # Errors
    /// `ZeroDivisionError`
    pub fn div_mod(self, other: Self) -> Result<(BigInt, Self), Fault> {
        let (top, bottom) = (BigInt::from(self.micros), BigInt::from(other.micros));
        let quotient = int::floor_div(&top, &bottom)?;
        let rest = Self::from_big(&(top - &quotient * bottom))?;
        Ok((quotient, rest))
    }

    fn from_big(micros: &BigInt) -> Result<Self, Fault> {
        Self::new(micros.to_i128().ok_or_else(too_large)?)
    }
}

fn too_large() -> Fault {
    Fault::overflow("Python int too large to convert to C int")
}

fn check_divisor(n: &BigInt) -> Result<(), Fault> {
    if n.bits() == 0 {
        return Err(Fault::zero_division("integer division or modulo by zero"));
    }
    Ok(())
}

/// The int nearest to the quotient, the even one of two. The divisor isn't 0.
fn divide_half_to_even(top: &BigInt, bottom: &BigInt) -> BigInt {
    let (quotient, rest) = top.div_mod_floor(bottom);
    // The rest has the divisor's sign.
    let doubled: BigInt = rest * 2;
    match doubled.magnitude().cmp(bottom.magnitude()) {
        std::cmp::Ordering::Greater => quotient + 1,
        std::cmp::Ordering::Equal if quotient.is_odd() => quotient + 1,
        _ => quotient,
    }
}

/// Adds up what `timedelta(days=..., hours=...)` is given: ints exactly, floats with
/// their fractions rounded all together.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    micros: i128,
    fractions: f64,
}

impl Builder {
    /// So many of a unit, which is given in microseconds.
    ///
    /// # Errors
    /// `OverflowError`
    pub fn add_int(&mut self, n: &BigInt, unit: i128) -> Result<(), Fault> {
        let micros = (n * BigInt::from(unit)).to_i128();
        let sum = micros.and_then(|micros| self.micros.checked_add(micros));
        self.micros = sum.ok_or_else(too_large)?;
        Ok(())
    }

    /// So many of a unit, which is given in microseconds.
    ///
    /// # Errors
    /// `OverflowError`; `ValueError` for nan.
    pub fn add_float(&mut self, x: f64, unit: i128) -> Result<(), Fault> {
        self.add_int(&convert::to_int(x.trunc())?, unit)?;
        let micros = (x - x.trunc()) * unit as f64;
        self.micros += micros.trunc() as i128;
        self.fractions += micros - micros.trunc();
        Ok(())
    }

    /// The duration.
    ///
    /// # Errors
    /// `OverflowError`
    pub fn finish(&self) -> Result<Delta, Fault> {
        let mut whole = self.fractions.round_ties_even();
        if (whole - self.fractions).abs() == 0.5 {
            // Half way, the sum is what shall be even.
            let odd = self.micros & 1;
            whole = 2.0 * ((self.fractions + odd as f64) * 0.5).round_ties_even() - odd as f64;
        }
        Delta::new(self.micros + whole as i128)
    }
}

/// `str(delta)`
impl std::fmt::Display for Delta {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (days, seconds, micros) = self.fields();
        if days != 0 {
            let plural = if days.abs() == 1 { "" } else { "s" };
            write!(f, "{days} day{plural}, ")?;
        }
        write!(
            f,
            "{}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )?;
        if micros > 0 {
            write!(f, ".{micros:06}")
        } else {
            Ok(())
        }
    }
}

impl Delta {
    /// `repr(delta)`
    pub fn repr(self) -> String {
        let (days, seconds, micros) = self.fields();
        let named = [
            ("days", days),
            ("seconds", seconds),
            ("microseconds", micros),
        ];
        let shown: Vec<String> = named
            .iter()
            .filter(|(_, value)| *value != 0)
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let shown = if shown.is_empty() {
            "0".into()
        } else {
            shown.join(", ")
        };
        format!("datetime.timedelta({shown})")
    }
}
