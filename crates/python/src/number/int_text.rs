//! Ints to and from text.

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::Zero;

use crate::fault::Fault;
use crate::text::classes::{decimal_value, is_space};
use crate::text::repr;

/// Python refuses longer texts of ints in decimal, since they take quadratic time.
pub const DIGITS_LIMIT: usize = 4300;

/// `str(n)`
///
/// # Errors
/// `ValueError` beyond `limit` digits; 0 is no limit.
pub fn to_text(n: &BigInt, limit: usize) -> Result<String, Fault> {
    let too_long = || {
        Fault::value(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    // A digit is more than three bits: what is surely too long is not written at all.
    if limit > 0 && n.bits() / 4 > limit as u64 {
        return Err(too_long());
    }
    let text = n.to_string();
    let digits = text.trim_start_matches('-').len();
    if limit > 0 && digits > limit {
        return Err(too_long());
    }
    Ok(text)
}

/// The digits of `n` in base 2, 8, 10 or 16, without sign and prefix.
pub fn digits(n: &BigInt, base: u32) -> String {
    n.magnitude().to_str_radix(base)
}

/// `bin(n)`, `oct(n)`, `hex(n)`: sign, prefix, digits.
pub fn with_prefix(n: &BigInt, base: u32) -> String {
    let sign = if n.sign() == Sign::Minus { "-" } else { "" };
    let prefix = match base {
        2 => "0b",
        8 => "0o",
        16 => "0x",
        _ => "",
    };
    format!("{sign}{prefix}{}", digits(n, base))
}

/// `int(text, base)`; base 0 reads prefixes as source code does.
///
/// # Errors
/// `ValueError` for a wrong base, for what is no number, and for one of more than
/// `limit` digits (0 is no limit) where the base is no power of two.
pub fn parse(text: &str, base: i64, limit: usize) -> Result<BigInt, Fault> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(Fault::value("int() base must be >= 2 and <= 36, or 0"));
    }
    let wrong = || {
        let shown: String = repr::text(text).chars().take(200).collect();
        Fault::value(format!(
            "invalid literal for int() with base {base}: {shown}"
        ))
    };
    let number: Vec<char> = text.trim_matches(is_space).chars().map(to_ascii).collect();
    let (sign, number) = match number.as_slice() {
        ['-', rest @ ..] => (Sign::Minus, rest),
        ['+', rest @ ..] => (Sign::Plus, rest),
        all => (Sign::Plus, all),
    };
    let (radix, number, old_octal) = strip_prefix(number, base as u32);
    let values = digit_values(number, radix).ok_or_else(wrong)?;
    if limit > 0 && !radix.is_power_of_two() && values.len() > limit {
        return Err(Fault::value(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {} \
             digits; use sys.set_int_max_str_digits() to increase the limit",
            values.len()
        )));
    }
    let magnitude = BigUint::from_radix_be(&values, radix).ok_or_else(wrong)?;
    // `010` means eight elsewhere, so Python leaves it to nobody to guess.
    if old_octal && !magnitude.is_zero() {
        return Err(wrong());
    }
    Ok(BigInt::from_biguint(sign, magnitude))
}

/// Digits of other scripts count as the ASCII ones.
fn to_ascii(c: char) -> char {
    decimal_value(c).map_or(c, |value| char::from(b'0' + value))
}

/// The base, what follows its prefix, and whether it looks like an old octal number.
fn strip_prefix(number: &[char], base: u32) -> (u32, &[char], bool) {
    let prefixed = match number {
        ['0', 'x' | 'X', ..] => 16,
        ['0', 'o' | 'O', ..] => 8,
        ['0', 'b' | 'B', ..] => 2,
        ['0', _, ..] if base == 0 => return (10, number, true),
        _ if base == 0 => return (10, number, false),
        _ => return (base, number, false),
    };
    if base != 0 && base != prefixed {
        return (base, number, false);
    }
    match &number[2..] {
        ['_', rest @ ..] => (prefixed, rest, false),
        rest => (prefixed, rest, false),
    }
}

/// The digits' values; single underscores may stand between them.
fn digit_values(number: &[char], radix: u32) -> Option<Vec<u8>> {
    let mut values = Vec::with_capacity(number.len());
    let mut after_digit = false;
    for &c in number {
        if c == '_' && after_digit {
            after_digit = false;
            continue;
        }
        values.push(c.to_digit(radix)? as u8);
        after_digit = true;
    }
    after_digit.then_some(values)
}
