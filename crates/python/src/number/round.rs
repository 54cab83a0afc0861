//! `round()`: half to even, in the decimal digits of the exact value.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::convert;
use crate::fault::Fault;

/// `round(x)`: the nearest int, half to even.
///
/// # Errors
/// As [`convert::to_int`].
pub fn to_int(x: f64) -> Result<BigInt, Fault> {
    convert::to_int(x.round_ties_even())
}

/// `round(x, digits)`
///
/// # Errors
/// `OverflowError` where rounding up leaves the floats.
pub fn float(x: f64, digits: i64) -> Result<f64, Fault> {
    if !x.is_finite() || x == 0.0 || digits > 323 {
        return Ok(x);
    }
    let text = match digits {
        0.. => format!("{x:.*}", digits as usize),
        _ => before_the_point(x, digits),
    };
    match text.parse::<f64>() {
        Ok(rounded) if rounded.is_finite() => Ok(rounded),
        _ => Err(Fault::overflow("rounded value too large to represent")),
    }
}

/// The text of `x` rounded to tens, hundreds, ... (`digits` is -1, -2, ...).
fn before_the_point(x: f64, digits: i64) -> String {
    let exact = format!("{:.800e}", x.abs());
    let sign = if x < 0.0 { "-" } else { "" };
    let (mantissa, exponent) = exact.split_once('e').unwrap_or((&exact, "0"));
    let exponent: i64 = exponent.parse().unwrap_or_default();
    match exponent.saturating_add(digits) {
        kept @ 0.. => format!("{x:.*e}", kept as usize),
        // The first digit is just below the place that is rounded to.
        -1 if is_above_half(mantissa) => format!("{sign}1e{}", exponent + 1),
        _ => format!("{sign}0.0"),
    }
}

/// Whether `d.ddd` is above 5. At 5 exactly the even neighbour is 0.
fn is_above_half(mantissa: &str) -> bool {
    let (first, rest) = mantissa.split_at(1);
    match first.cmp("5") {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => rest.contains(|c| matches!(c, '1'..='9')),
    }
}

/// `round(n, digits)` of an int: only a negative `digits` changes it.
pub fn int(n: &BigInt, digits: &BigInt) -> BigInt {
    if !digits.is_negative() {
        return n.clone();
    }
    // A number has fewer decimal digits than bits.
    let places = match (-digits).to_u64() {
        Some(places) if places <= n.bits() + 1 => places as u32,
        _ => return BigInt::zero(),
    };
    let unit = BigInt::from(10).pow(places);
    let (mut tens, rest) = n.div_mod_floor(&unit);
    match (rest * 2_u32).cmp(&unit) {
        Ordering::Greater => tens += 1,
        Ordering::Equal if tens.is_odd() => tens += 1,
        _ => {}
    }
    tens * unit
}
