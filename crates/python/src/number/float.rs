//! Arithmetic of floats that can fail or that Rust does otherwise.

use crate::fault::{Class, Fault};
use crate::math::elementary;

/// `a / b`
///
/// # Errors
/// `ZeroDivisionError`
pub fn divide(a: f64, b: f64) -> Result<f64, Fault> {
    if b == 0.0 {
        return Err(Fault::zero_division("float division by zero"));
    }
    Ok(a / b)
}

/// `a // b`
///
/// # Errors
/// `ZeroDivisionError`
pub fn floor_div(a: f64, b: f64) -> Result<f64, Fault> {
    if b == 0.0 {
        return Err(Fault::zero_division("float floor division by zero"));
    }
    Ok(quotient_and_rest(a, b).0)
}

/// `a % b`: the rest has the sign of `b`.
///
/// # Errors
/// `ZeroDivisionError`
pub fn modulo(a: f64, b: f64) -> Result<f64, Fault> {
    if b == 0.0 {
        return Err(Fault::zero_division("float modulo"));
    }
    Ok(quotient_and_rest(a, b).1)
}

/// `divmod(a, b)`
///
/// # Errors
/// `ZeroDivisionError`
pub fn div_mod(a: f64, b: f64) -> Result<(f64, f64), Fault> {
    if b == 0.0 {
        return Err(Fault::zero_division("float divmod()"));
    }
    Ok(quotient_and_rest(a, b))
}

fn quotient_and_rest(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(b);
    } else if (rest < 0.0) != (b < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), rest);
    }
    // The division above may have rounded a whole number away.
    let floor = quotient.floor();
    let up = quotient - floor > 0.5;
    (floor + f64::from(up), rest)
}

/// `a ** b`
///
/// # Errors
/// `ZeroDivisionError` for 0 to a negative power, `OverflowError`, and `ValueError`
/// where Python would answer with a complex number.
pub fn pow(a: f64, b: f64) -> Result<f64, Fault> {
    if a == 0.0 && b < 0.0 {
        let message = "0.0 cannot be raised to a negative power";
        return Err(Fault::zero_division(message));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
        let message = "negative number cannot be raised to a fractional power";
        return Err(Fault::value(message));
    }
    let power = elementary::power(a, b);
    if power.is_infinite() && a.is_finite() && b.is_finite() {
        let message = "(34, 'Numerical result out of range')";
        return Err(Fault::new(Class::Overflow, message));
    }
    Ok(power)
}
