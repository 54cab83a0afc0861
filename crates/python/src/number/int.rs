//! Arithmetic of ints that can fail or that Rust does otherwise: division rounds
//! down, and the remainder has the divisor's sign.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::convert;
use crate::fault::Fault;

/// No int grows beyond this many bits: the machine answers `MemoryError` instead.
pub const MAX_BITS: u64 = 1 << 22;

/// Nothing takes more than about so many steps.
const MAX_WORK: u64 = 1 << 31;

/// `a // b` of small ints; `None` where the result is not small.
///
/// # Errors
/// `ZeroDivisionError`
pub fn floor_div_small(a: i64, b: i64) -> Result<Option<i64>, Fault> {
    if b == 0 {
        return Err(division_by_zero());
    }
    let Some(quotient) = a.checked_div(b) else {
        return Ok(None);
    };
    let down = a % b != 0 && (a < 0) != (b < 0);
    Ok(Some(quotient - i64::from(down)))
}

/// `a % b` of small ints.
///
/// # Errors
/// `ZeroDivisionError`
pub fn modulo_small(a: i64, b: i64) -> Result<i64, Fault> {
    if b == 0 {
        return Err(modulo_by_zero());
    }
    let rest = a.wrapping_rem(b);
    let other_side = rest != 0 && (rest < 0) != (b < 0);
    Ok(if other_side { rest + b } else { rest })
}

/// `a // b`
///
/// # Errors
/// `ZeroDivisionError`
pub fn floor_div(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    if b.is_zero() {
        return Err(division_by_zero());
    }
    Ok(a.div_floor(b))
}

/// `a % b`
///
/// # Errors
/// `ZeroDivisionError`
pub fn modulo(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    if b.is_zero() {
        return Err(modulo_by_zero());
    }
    Ok(a.mod_floor(b))
}

/// `divmod(a, b)`
///
/// # Errors
/// `ZeroDivisionError`
pub fn div_mod(a: &BigInt, b: &BigInt) -> Result<(BigInt, BigInt), Fault> {
    if b.is_zero() {
        return Err(division_by_zero());
    }
    Ok(a.div_mod_floor(b))
}

fn division_by_zero() -> Fault {
    Fault::zero_division("integer division or modulo by zero")
}

fn modulo_by_zero() -> Fault {
    Fault::zero_division("integer modulo by zero")
}

/// `a / b` of small ints.
///
/// # Errors
/// `ZeroDivisionError`
pub fn true_div_small(a: i64, b: i64) -> Result<f64, Fault> {
    // Ints up to 2 ** 53 are floats as they are, so one division rounds once.
    const EXACT: u64 = 1 << 53;
    if b != 0 && a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
        return Ok(a as f64 / b as f64);
    }
    true_div(&BigInt::from(a), &BigInt::from(b))
}

/// `a / b`: the float nearest to the exact quotient.
///
/// # Errors
/// `ZeroDivisionError`, and `OverflowError` where no float is near.
pub fn true_div(a: &BigInt, b: &BigInt) -> Result<f64, Fault> {
    if b.is_zero() {
        return Err(Fault::zero_division("division by zero"));
    }
    let negative = a.is_negative() != b.is_negative();
    let too_large = || Fault::overflow("integer division result too large for a float");
    let (top, bottom) = (a.magnitude(), b.magnitude());
    // The quotient is below 2 ** size and at least a quarter of it.
    let size = top.bits() as i64 - bottom.bits() as i64 + 1;
    if size > 1025 {
        return Err(too_large());
    }
    if a.is_zero() || size < -1080 {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // 63 or 64 bits of the quotient, and in the lowest one whether more follow:
    // enough to round once. Below 2 ** -1076 no bit matters by itself.
    let shift = (size - 64).max(-1076);
    let (quotient, rest) = match shift {
        0.. => top.div_rem(&(bottom << shift as u64)),
        _ => (top << shift.unsigned_abs()).div_rem(bottom),
    };
    let sticky = u64::from(!rest.is_zero());
    let kept = quotient.to_u64().unwrap_or(u64::MAX) | sticky;
    let magnitude = round_to_float(kept, shift as i32);
    if magnitude.is_infinite() {
        return Err(too_large());
    }
    Ok(if negative { -magnitude } else { magnitude })
}

/// `kept * 2 ** shift`, half to even, also where the float has fewer bits than usual.
fn round_to_float(kept: u64, shift: i32) -> f64 {
    let bits = 64 - kept.leading_zeros() as i32;
    let drop = (bits - 53).max(-1074 - shift);
    if drop <= 0 {
        return convert::scale(kept as f64, shift);
    }
    let unit = 1_u64.checked_shl(drop as u32).unwrap_or(0);
    let rest = kept & unit.wrapping_sub(1);
    let half = unit / 2;
    let cut = kept.checked_shr(drop as u32).unwrap_or(0);
    let up = rest > half || (rest == half && cut % 2 == 1);
    convert::scale((cut + u64::from(up)) as f64, shift + drop)
}

/// `a ** b` for `b >= 0`. A negative exponent makes a float: see [`super::float::pow`].
///
/// # Errors
/// `MemoryError` beyond [`MAX_BITS`].
pub fn pow(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    let unit = a.magnitude().is_one() || a.is_zero();
    let Some(exponent) = b.to_u32() else {
        if !unit {
            return Err(Fault::memory());
        }
        return Ok(match (a.sign(), b.is_even()) {
            (Sign::NoSign, _) => BigInt::zero(),
            (Sign::Minus, false) => -BigInt::one(),
            _ => BigInt::one(),
        });
    };
    if !unit && (a.bits() - 1).saturating_mul(u64::from(exponent)) > MAX_BITS {
        return Err(Fault::memory());
    }
    Ok(a.pow(exponent))
}

/// `pow(a, b, m)`
///
/// # Errors
/// `ValueError` if `m` is 0, or if `b` is negative and `a` has no inverse;
/// `MemoryError` where it would take minutes.
pub fn pow_mod(a: &BigInt, b: &BigInt, m: &BigInt) -> Result<BigInt, Fault> {
    if m.is_zero() {
        return Err(Fault::value("pow() 3rd argument cannot be 0"));
    }
    let words = m.bits() / 64 + 1;
    if words.saturating_mul(words).saturating_mul(b.bits()) > MAX_WORK {
        return Err(Fault::memory());
    }
    let modulus = m.abs();
    let mut base = a.mod_floor(&modulus);
    if b.is_negative() {
        let Some(inverse) = base.modinv(&modulus) else {
            return Err(Fault::value("base is not invertible for the given modulus"));
        };
        base = inverse;
    }
    Ok(base.modpow(&b.abs(), &modulus).mod_floor(m))
}

/// `a << b`
///
/// # Errors
/// `ValueError` for a negative count, `MemoryError` beyond [`MAX_BITS`].
pub fn shift_left(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    if b.is_negative() {
        return Err(Fault::value("negative shift count"));
    }
    if a.is_zero() {
        return Ok(BigInt::zero());
    }
    match b.to_u64() {
        Some(count) if count + a.bits() <= MAX_BITS => Ok(a << count),
        _ => Err(Fault::memory()),
    }
}

/// `a >> b`
///
/// # Errors
/// `ValueError` for a negative count.
pub fn shift_right(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    if b.is_negative() {
        return Err(Fault::value("negative shift count"));
    }
    match b.to_u64() {
        Some(count) if count <= a.bits() => Ok(a >> count),
        _ if a.is_negative() => Ok(-BigInt::one()),
        _ => Ok(BigInt::zero()),
    }
}

/// `a * b`
///
/// # Errors
/// `MemoryError` beyond [`MAX_BITS`].
pub fn multiply(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    if a.bits() + b.bits() > MAX_BITS {
        return Err(Fault::memory());
    }
    Ok(a * b)
}

/// `n.bit_count()`: the ones in the magnitude.
pub fn bit_count(n: &BigInt) -> u64 {
    n.magnitude().count_ones()
}
