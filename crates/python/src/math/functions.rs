//! The functions of floats, with Python's errors.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::{angles, elementary, gamma};
use crate::fault::Fault;
use crate::number::convert;

/// `ValueError: math domain error`
pub fn domain_error() -> Fault {
    Fault::value("math domain error")
}

/// `OverflowError: math range error`
pub fn range_error() -> Fault {
    Fault::overflow("math range error")
}

/// What is called like this in `math`: takes a float, gives a float or an error.
pub type Function = fn(f64) -> Result<f64, Fault>;

/// The functions that take one float and give one, by name.
pub const FUNCTIONS: [(&str, Function); 29] = [
    ("acos", |x| bounded(x, angles::acos)),
    ("acosh", |x| bounded(x, libm::acosh)),
    ("asin", |x| bounded(x, angles::asin)),
    ("asinh", |x| bounded(x, libm::asinh)),
    ("atan", |x| bounded(x, angles::atan)),
    ("atanh", |x| bounded(x, libm::atanh)),
    ("cbrt", |x| bounded(x, libm::cbrt)),
    ("cos", |x| bounded(x, angles::cos)),
    ("cosh", |x| growing(x, elementary::cosh)),
    ("degrees", |x| Ok(x * (180.0 / std::f64::consts::PI))),
    ("erf", |x| bounded(x, libm::erf)),
    ("erfc", |x| bounded(x, libm::erfc)),
    ("exp", |x| growing(x, elementary::exp)),
    ("exp2", |x| growing(x, |x| elementary::power(2.0, x))),
    ("expm1", |x| growing(x, libm::expm1)),
    ("fabs", |x| Ok(x.abs())),
    ("gamma", gamma::gamma),
    ("lgamma", gamma::log_gamma),
    ("log", |x| bounded(x, elementary::ln)),
    ("log10", |x| bounded(x, elementary::log10)),
    ("log1p", |x| bounded(x, libm::log1p)),
    ("log2", |x| bounded(x, elementary::log2)),
    ("radians", |x| Ok(x * (std::f64::consts::PI / 180.0))),
    ("sin", |x| bounded(x, angles::sin)),
    ("sinh", |x| growing(x, elementary::sinh)),
    ("sqrt", |x| bounded(x, f64::sqrt)),
    ("tan", |x| bounded(x, angles::tan)),
    ("tanh", |x| bounded(x, elementary::tanh)),
    ("ulp", |x| Ok(ulp(x))),
];

/// A function that is infinite only where it isn't defined.
fn bounded(x: f64, function: fn(f64) -> f64) -> Result<f64, Fault> {
    let value = function(x);
    let is_defined = x.is_nan() || !value.is_nan() && (x.is_infinite() || value.is_finite());
    if is_defined {
        Ok(value)
    } else {
        Err(domain_error())
    }
}

/// A function that grows beyond the floats.
fn growing(x: f64, function: fn(f64) -> f64) -> Result<f64, Fault> {
    let value = function(x);
    if value.is_infinite() && x.is_finite() {
        return Err(range_error());
    }
    Ok(value)
}

/// A logarithm of an int of any size: `name` is `log`, `log2` or `log10`.
///
/// # Errors
/// `ValueError` for what isn't positive.
pub fn log_of_int(n: &BigInt, name: &str) -> Result<f64, Fault> {
    if !n.is_positive() {
        return Err(domain_error());
    }
    let log = match name {
        "log2" => elementary::log2,
        "log10" => elementary::log10,
        _ => elementary::ln,
    };
    if let Ok(x) = convert::to_float(n) {
        return Ok(log(x));
    }
    let twos = n.bits() - 53;
    let x = (n >> twos).to_f64().unwrap_or(1.0);
    // As in CPython, a fraction from a half to 1 and the twos beside it.
    let (fraction, more) = libm::frexp(x);
    Ok(log(fraction) + log(2.0) * (twos as f64 + f64::from(more)))
}

/// `math.log(x, base)`, from the logarithms of both.
///
/// # Errors
/// `ZeroDivisionError` for a base of 1.
pub fn log_to_base(log_x: f64, log_base: f64) -> Result<f64, Fault> {
    crate::number::float::divide(log_x, log_base)
}

/// `math.atan2(y, x)`
pub fn atan2(y: f64, x: f64) -> f64 {
    angles::atan2(y, x)
}

/// `math.pow(x, y)`
///
/// # Errors
/// `ValueError` where it isn't defined, `OverflowError`.
pub fn pow(x: f64, y: f64) -> Result<f64, Fault> {
    let value = elementary::power(x, y);
    if !x.is_finite() || !y.is_finite() || value.is_finite() {
        return Ok(value);
    }
    Err(if value.is_nan() || x == 0.0 {
        domain_error()
    } else {
        range_error()
    })
}

/// `math.fmod(x, y)`
///
/// # Errors
/// `ValueError` where it isn't defined.
pub fn fmod(x: f64, y: f64) -> Result<f64, Fault> {
    let value = x % y;
    if value.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error());
    }
    Ok(value)
}

/// `math.remainder(x, y)`
///
/// # Errors
/// `ValueError` where it isn't defined.
pub fn remainder(x: f64, y: f64) -> Result<f64, Fault> {
    let value = libm::remainder(x, y);
    if value.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error());
    }
    Ok(value)
}

/// `math.ldexp(x, exponent)`
///
/// # Errors
/// `OverflowError`
pub fn ldexp(x: f64, exponent: i64) -> Result<f64, Fault> {
    let exponent = exponent.clamp(-5000, 5000) as i32;
    let value = convert::scale(x, exponent);
    if value.is_infinite() && x.is_finite() {
        return Err(range_error());
    }
    Ok(value)
}

/// `math.frexp(x)`
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        (x, 0)
    } else {
        libm::frexp(x)
    }
}

/// `math.modf(x)`: what follows the point, and what precedes it.
pub fn modf(x: f64) -> (f64, f64) {
    if x.is_infinite() {
        return (0.0_f64.copysign(x), x);
    }
    ((x - x.trunc()).copysign(x), x.trunc())
}

/// `math.ulp(x)`
pub fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let above = x.next_up();
    if above.is_infinite() {
        x - x.next_down()
    } else {
        above - x
    }
}

/// `math.nextafter(x, y)`
pub fn next_after(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        y
    } else if y > x {
        x.next_up()
    } else {
        x.next_down()
    }
}

/// `math.floor(x)`
///
/// # Errors
/// As [`convert::to_int`].
pub fn floor(x: f64) -> Result<BigInt, Fault> {
    convert::to_int(x.floor())
}

/// `math.ceil(x)`
///
/// # Errors
/// As [`convert::to_int`].
pub fn ceil(x: f64) -> Result<BigInt, Fault> {
    convert::to_int(x.ceil())
}

/// `math.isclose(a, b, rel_tol=relative, abs_tol=absolute)`; Python's defaults are
/// 1e-09 and 0.
///
/// # Errors
/// `ValueError` for a negative tolerance.
pub fn is_close(a: f64, b: f64, relative: f64, absolute: f64) -> Result<bool, Fault> {
    if relative < 0.0 || absolute < 0.0 {
        return Err(Fault::value("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let distance = (b - a).abs();
    Ok(
        distance <= (relative * b).abs()
            || distance <= (relative * a).abs()
            || distance <= absolute,
    )
}
