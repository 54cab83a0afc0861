//! From int to float and back.

use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, ToPrimitive};

use crate::fault::Fault;

/// `float(n)`: the nearest float, ties to even.
///
/// # Errors
/// `OverflowError` where no float is near.
pub fn to_float(n: &BigInt) -> Result<f64, Fault> {
    match n.to_f64() {
        Some(value) if value.is_finite() => Ok(value),
        _ => Err(Fault::overflow("int too large to convert to float")),
    }
}

/// `int(x)`: the part before the point.
///
/// # Errors
/// `OverflowError` for an infinity, `ValueError` for nan.
pub fn to_int(x: f64) -> Result<BigInt, Fault> {
    match BigInt::from_f64(x) {
        Some(n) => Ok(n),
        None if x.is_nan() => Err(Fault::value("cannot convert float NaN to integer")),
        None => Err(Fault::overflow("cannot convert float infinity to integer")),
    }
}

/// `x.as_integer_ratio()`: numerator and denominator, in lowest terms.
///
/// # Errors
/// `OverflowError` for an infinity, `ValueError` for nan.
pub fn as_integer_ratio(x: f64) -> Result<(BigInt, BigInt), Fault> {
    if x.is_nan() {
        return Err(Fault::value("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(Fault::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = parts(x);
    let twos = mantissa.trailing_zeros().min(63);
    let (mantissa, exponent) = match mantissa {
        0 => (0, 0),
        _ => (mantissa >> twos, exponent + twos as i32),
    };
    let sign = if x < 0.0 { Sign::Minus } else { Sign::Plus };
    let mantissa = BigInt::from_biguint(sign, mantissa.into());
    let power = BigInt::from(1) << exponent.unsigned_abs();
    Ok(match exponent {
        0.. => (mantissa * power, BigInt::from(1)),
        _ => (mantissa, power),
    })
}

/// The magnitude of a finite float as `mantissa * 2 ** exponent`.
pub fn parts(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    match (bits >> 52 & 0x7ff) as i32 {
        0 => (fraction, -1074),
        exponent => (fraction | 1 << 52, exponent - 1075),
    }
}

/// `x * 2 ** exponent`, rounded once.
pub fn scale(x: f64, exponent: i32) -> f64 {
    libm::scalbn(x, exponent)
}
