//! Functions of ints of any size.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::fault::Fault;
use crate::number::int::MAX_BITS;

/// A quotient or a common divisor of greater ints would take seconds.
const MAX_DIVIDED_BITS: u64 = 1 << 18;

/// `math.factorial(n)`
///
/// # Errors
/// `ValueError` for a negative number, `OverflowError` or `MemoryError` for a great one.
pub fn factorial(n: &BigInt) -> Result<BigInt, Fault> {
    if n.is_negative() {
        return Err(Fault::value("factorial() not defined for negative values"));
    }
    if n.to_i64().is_none() {
        let message = "factorial() argument should not exceed 9223372036854775807";
        return Err(Fault::overflow(message));
    }
    product_of_falling(n, n.to_u64().unwrap_or(u64::MAX))
}

/// `n * (n - 1) * ...`, `count` factors.
fn product_of_falling(n: &BigInt, count: u64) -> Result<BigInt, Fault> {
    if n.bits().saturating_mul(count) > 2 * MAX_BITS {
        return Err(Fault::memory());
    }
    let lowest = n - count + 1_u32;
    let product = product_from(&lowest, count);
    if product.bits() > MAX_BITS {
        return Err(Fault::memory());
    }
    Ok(product)
}

/// The product of `count` numbers from `lowest` on. Halves of like size are the
/// quickest to multiply.
fn product_from(lowest: &BigInt, count: u64) -> BigInt {
    if count < 16 {
        return (0..count).fold(BigInt::one(), |product, more| product * (lowest + more));
    }
    let half = count / 2;
    product_from(lowest, half) * product_from(&(lowest + half), count - half)
}

/// `math.perm(n, k)`
///
/// # Errors
/// `ValueError` for negative numbers, `MemoryError` for great ones.
pub fn perm(n: &BigInt, k: &BigInt) -> Result<BigInt, Fault> {
    check_not_negative(n, k)?;
    if k > n {
        return Ok(BigInt::zero());
    }
    if k.to_i64().is_none() {
        return Err(Fault::overflow("k must not exceed 9223372036854775807"));
    }
    product_of_falling(n, k.to_u64().unwrap_or(u64::MAX))
}

/// `math.comb(n, k)`
///
/// # Errors
/// `ValueError` for negative numbers, `MemoryError` for great ones.
pub fn comb(n: &BigInt, k: &BigInt) -> Result<BigInt, Fault> {
    check_not_negative(n, k)?;
    if k > n {
        return Ok(BigInt::zero());
    }
    let fewer = k.min(&(n - k)).clone();
    if fewer.to_i64().is_none() {
        let message = "min(n - k, k) must not exceed 9223372036854775807";
        return Err(Fault::overflow(message));
    }
    let count = fewer.to_u64().unwrap_or(u64::MAX);
    if n.bits().saturating_mul(count) > 8 * MAX_DIVIDED_BITS {
        return Err(Fault::memory());
    }
    Ok(product_of_falling(n, count)? / product_of_falling(&fewer, count)?)
}

fn check_not_negative(n: &BigInt, k: &BigInt) -> Result<(), Fault> {
    if n.is_negative() {
        return Err(Fault::value("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(Fault::value("k must be a non-negative integer"));
    }
    Ok(())
}

/// `math.gcd(a, b)`
///
/// # Errors
/// `MemoryError` for great numbers.
pub fn gcd(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    let (small, great) = if a.bits() < b.bits() { (a, b) } else { (b, a) };
    if small.is_zero() {
        return Ok(great.abs());
    }
    if small.bits() > MAX_DIVIDED_BITS {
        return Err(Fault::memory());
    }
    Ok(small.gcd(&(great % small)))
}

/// `math.lcm(a, b)`
///
/// # Errors
/// `MemoryError` for great numbers.
pub fn lcm(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    if a.is_zero() || b.is_zero() {
        return Ok(BigInt::zero());
    }
    let common = gcd(a, b)?;
    Ok((a / common).abs() * b.abs())
}

/// `math.isqrt(n)`
///
/// # Errors
/// `ValueError` for a negative number.
pub fn isqrt(n: &BigInt) -> Result<BigInt, Fault> {
    if n.is_negative() {
        return Err(Fault::value("isqrt() argument must be nonnegative"));
    }
    Ok(n.sqrt())
}
