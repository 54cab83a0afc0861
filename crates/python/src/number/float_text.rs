//! Floats to and from text.

use crate::fault::Fault;
use crate::text::classes::{decimal_value, is_space};
use crate::text::repr;

/// The decimal digits of a float, without its sign: `0.d1d2d3... * 10 ** point`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    /// The digits; the first is 0 only for zero.
    pub digits: String,
    /// How many of them stand before the point; may be negative or more than there are.
    pub point: i32,
}

impl Digits {
    /// The fewest digits that read back as `x`, which is finite.
    pub fn shortest(x: f64) -> Self {
        let shortest = format!("{:e}", x.abs());
        let digits = Self::split(&shortest);
        let count = digits.digits.len();
        if count < 15 {
            return digits;
        }
        // Two texts of this length may be equally near: then Python takes the even one.
        let rounded = format!("{:.*e}", count - 1, x.abs());
        if rounded != shortest && rounded.parse() == Ok(x.abs()) {
            return Self::split(&rounded);
        }
        digits
    }

    /// `count` digits of `x`, which is finite; zeros at the end are left out.
    pub fn significant(x: f64, count: usize) -> Self {
        // No float has more digits than this.
        let places = count.clamp(1, 800) - 1;
        let mut digits = Self::split(&format!("{:.*e}", places, x.abs()));
        let kept = digits.digits.trim_end_matches('0').len().max(1);
        digits.digits.truncate(kept);
        digits
    }

    fn split(text: &str) -> Self {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let digits = mantissa.replace('.', "");
        let point = exponent.parse::<i32>().unwrap_or_default() + 1;
        Self { digits, point }
    }

    /// `d.ddde+XX`, with as many places as there are digits, or `places` if given.
    pub fn scientific(&self, places: Option<usize>, keep_point: bool) -> String {
        let (first, rest) = self.digits.split_at(1);
        let mut text = String::from(first);
        let places = places.unwrap_or(rest.len());
        if places > 0 || keep_point {
            text.push('.');
        }
        text.push_str(rest);
        text.extend(std::iter::repeat_n('0', places.saturating_sub(rest.len())));
        let exponent = self.point - 1;
        let sign = if exponent < 0 { '-' } else { '+' };
        text + &format!("e{sign}{:02}", exponent.abs())
    }

    /// `ddd.ddd`, with as many places as the digits need, or `places` if that is more.
    pub fn plain(&self, places: usize, keep_point: bool) -> String {
        let length = self.digits.len() as i32;
        let mut text = String::new();
        let before = self.point.clamp(0, length) as usize;
        text.push_str(if before == 0 {
            "0"
        } else {
            &self.digits[..before]
        });
        text.extend(std::iter::repeat_n(
            '0',
            (self.point - length).max(0) as usize,
        ));
        let zeros = (-self.point).max(0) as usize;
        let rest = &self.digits[before..];
        let after = if rest.is_empty() {
            0
        } else {
            zeros + rest.len()
        };
        if after > 0 || places > 0 || keep_point {
            text.push('.');
        }
        if after > 0 {
            text.extend(std::iter::repeat_n('0', zeros));
            text.push_str(rest);
        }
        text.extend(std::iter::repeat_n('0', places.saturating_sub(after)));
        text
    }
}

/// `repr(x)`, which is `str(x)` too.
pub fn float_repr(x: f64) -> String {
    if x.is_nan() {
        return "nan".into();
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x.is_infinite() {
        return format!("{sign}inf");
    }
    let digits = Digits::shortest(x);
    let text = match digits.point {
        -3..=16 => digits.plain(1, true),
        _ => digits.scientific(None, false),
    };
    format!("{sign}{text}")
}

/// `float(text)`
///
/// # Errors
/// `ValueError` for what is no number.
pub fn parse(text: &str) -> Result<f64, Fault> {
    let wrong = || {
        let shown = repr::text(text);
        Fault::value(format!("could not convert string to float: {shown}"))
    };
    let mut plain = String::with_capacity(text.len());
    let mut last = ' ';
    let mut characters = text.trim_matches(is_space).chars().peekable();
    while let Some(c) = characters.next() {
        let c = match decimal_value(c) {
            Some(value) => char::from(b'0' + value),
            None => c,
        };
        if c == '_' {
            // An underscore stands between two digits and nowhere else.
            let next = characters.peek().copied().and_then(decimal_value);
            if !last.is_ascii_digit() || next.is_none() {
                return Err(wrong());
            }
        } else {
            plain.push(c);
        }
        last = c;
    }
    plain.parse().map_err(|_| wrong())
}

/// `x.hex()`
pub fn hex(x: f64) -> String {
    if !x.is_finite() {
        return float_repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = x.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let (lead, exponent) = match (bits >> 52 & 0x7ff) as i32 {
        0 => (0, -1022),
        exponent => (1, exponent - 1023),
    };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}
