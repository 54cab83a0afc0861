//! An int against a float: exact, whatever their sizes.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::FromPrimitive;

/// How `n` stands to `x`; `None` for nan, which is neither less, equal nor greater.
pub fn small_to_float(n: i64, x: f64) -> Option<Ordering> {
    // Up to here every int has a float of its own.
    const EXACT: u64 = 1 << 53;
    if n.unsigned_abs() <= EXACT {
        return (n as f64).partial_cmp(&x);
    }
    to_float(&BigInt::from(n), x)
}

/// How `n` stands to `x`; `None` for nan.
pub fn to_float(n: &BigInt, x: f64) -> Option<Ordering> {
    if x.is_nan() {
        return None;
    }
    let Some(whole) = BigInt::from_f64(x) else {
        return Some(if x > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        });
    };
    // `whole` is `x` cut towards zero: where they differ, the rest decides.
    let rest = x - x.trunc();
    Some(n.cmp(&whole).then(0.0_f64.partial_cmp(&rest)?))
}
