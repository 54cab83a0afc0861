//! `format(n, spec)` and `format(x, spec)`.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::spec::{Grouping, Spec};
use super::{check_length, format_text};
use crate::fault::Fault;
use crate::number::float_text::{Digits, float_repr};
use crate::number::{convert, int_text};

/// A number's text in the parts that the layout treats differently.
struct Parts {
    negative: bool,
    /// `0x` and the like.
    prefix: &'static str,
    /// The digits before the point.
    digits: String,
    /// The point and what follows; or all of what has no digits.
    rest: String,
}

/// `format(n, spec)` of an int; of a bool too, whose `type_name` then is `bool`.
/// `limit` is that of [`int_text::to_text`].
///
/// # Errors
/// `ValueError` for a wrong specification, `OverflowError` for what has no float or
/// is no character.
pub fn int(n: &BigInt, spec: &str, type_name: &str, limit: usize) -> Result<String, Fault> {
    if spec.is_empty() {
        return int_text::to_text(n, limit);
    }
    let spec = Spec::parse(spec, Some('d'), '>', type_name)?;
    let kind = spec.kind.unwrap_or('d');
    let base = match kind {
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => return float_by(convert::to_float(n)?, &spec),
        'b' => 2,
        'o' => 8,
        'x' | 'X' => 16,
        'd' | 'n' | 'c' => 10,
        _ => return Err(spec.unknown_kind(type_name)),
    };
    check_int_spec(&spec)?;
    let negative = n.sign() == Sign::Minus;
    let parts = match (kind, base) {
        ('c', _) => Parts {
            negative: false,
            prefix: "",
            digits: String::new(),
            rest: character(n)?.to_string(),
        },
        (_, 10) => {
            let text = int_text::to_text(n, limit)?;
            let digits = text.trim_start_matches('-').to_owned();
            Parts {
                negative,
                prefix: "",
                digits,
                rest: String::new(),
            }
        }
        _ => {
            let lower = int_text::digits(n, base);
            let digits = if kind == 'X' {
                lower.to_uppercase()
            } else {
                lower
            };
            let prefix = if spec.alternate { prefix(kind) } else { "" };
            Parts {
                negative,
                prefix,
                digits,
                rest: String::new(),
            }
        }
    };
    Ok(lay_out(&parts, &spec))
}

fn check_int_spec(spec: &Spec) -> Result<(), Fault> {
    let is_character = spec.kind == Some('c');
    let forbidden = if spec.precision.is_some() {
        "Precision not allowed in integer format specifier"
    } else if spec.no_negative_zero {
        "Negative zero coercion (z) not allowed in integer format specifier"
    } else if is_character && spec.sign.is_some() {
        "Sign not allowed with integer format specifier 'c'"
    } else if is_character && spec.alternate {
        "Alternate form (#) not allowed with integer format specifier 'c'"
    } else {
        return Ok(());
    };
    Err(Fault::value(forbidden))
}

/// What `#` puts before the digits.
pub(super) fn prefix(kind: char) -> &'static str {
    match kind {
        'b' => "0b",
        'o' => "0o",
        'x' => "0x",
        'X' => "0X",
        _ => "",
    }
}

/// The character with this number.
///
/// # Errors
/// `OverflowError` for what is no character.
fn character(n: &BigInt) -> Result<char, Fault> {
    let Some(small) = n.to_i64() else {
        return Err(Fault::overflow("Python int too large to convert to C long"));
    };
    let found = u32::try_from(small).ok().and_then(char::from_u32);
    found.ok_or_else(|| Fault::overflow("%c arg not in range(0x110000)"))
}

/// `format(x, spec)` of a float.
///
/// # Errors
/// `ValueError` for a wrong specification.
pub fn float(x: f64, spec: &str) -> Result<String, Fault> {
    if spec.is_empty() {
        return Ok(float_repr(x));
    }
    let spec = Spec::parse(spec, None, '>', "float")?;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => float_by(x, &spec),
        _ => Err(spec.unknown_kind("float")),
    }
}

fn float_by(x: f64, spec: &Spec) -> Result<String, Fault> {
    let precision = spec.precision;
    if precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(Fault::value("precision too big"));
    }
    check_length(precision.unwrap_or(0))?;
    let (kind, x) = match spec.kind {
        Some('%') => ('f', x * 100.0),
        Some('n') => ('g', x),
        Some(kind) => (kind, x),
        None if precision.is_some() => ('g', x),
        None => ('r', x),
    };
    let text = magnitude(
        x,
        kind,
        precision.unwrap_or(6),
        spec.alternate,
        spec.kind.is_none(),
    );
    let before_exponent = text.split(['e', 'E']).next().unwrap_or_default();
    let is_zero = !before_exponent.contains(|c| matches!(c, '1'..='9' | 'n' | 'N'));
    let negative = x.is_sign_negative() && !x.is_nan();
    let split = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(split);
    let percent = if spec.kind == Some('%') { "%" } else { "" };
    let parts = Parts {
        negative: negative && !(spec.no_negative_zero && is_zero),
        prefix: "",
        digits: digits.to_owned(),
        rest: format!("{rest}{percent}"),
    };
    Ok(lay_out(&parts, spec))
}

/// A float without its sign, by one of the kinds `e f g` (capitals too) or `r`, the
/// shortest that reads back. `keep_point` is what `#` asks for: a point always, and
/// all digits of `g`. With `as_float`, what has no exponent has a digit after the
/// point.
pub(super) fn magnitude(
    x: f64,
    kind: char,
    precision: usize,
    keep_point: bool,
    as_float: bool,
) -> String {
    let text = if !x.is_finite() {
        String::from(if x.is_nan() { "nan" } else { "inf" })
    } else {
        match kind.to_ascii_lowercase() {
            'e' => {
                let digits = Digits::significant(x, precision.saturating_add(1));
                digits.scientific(Some(precision), keep_point)
            }
            'f' => fixed(x, precision, keep_point),
            'r' => {
                let digits = Digits::shortest(x);
                by_size(&digits, 16, 0, keep_point, as_float)
            }
            _ => {
                let count = precision.max(1);
                let digits = Digits::significant(x, count);
                let all = if keep_point { count } else { 0 };
                let limit = count - usize::from(as_float);
                by_size(&digits, limit, all, keep_point, as_float)
            }
        }
    };
    if kind.is_ascii_uppercase() {
        text.to_ascii_uppercase()
    } else {
        text
    }
}

fn fixed(x: f64, precision: usize, keep_point: bool) -> String {
    // No float has more places than this; the rest are zeros.
    let places = precision.min(1100);
    let mut text = format!("{:.*}", places, x.abs());
    if keep_point && precision == 0 {
        text.push('.');
    }
    text.extend(std::iter::repeat_n('0', precision - places));
    text
}

/// With an exponent where the number is small, or has more than `limit` digits
/// before the point. `all` is how many digits to show at least.
fn by_size(digits: &Digits, limit: usize, all: usize, keep_point: bool, as_float: bool) -> String {
    let point = i64::from(digits.point);
    if point <= -4 || point > limit as i64 {
        let places = all.max(digits.digits.len()) - 1;
        return digits.scientific(Some(places), keep_point);
    }
    let places = (all as i64 - point).max(i64::from(as_float));
    digits.plain(places as usize, keep_point)
}

/// Sign, prefix, digits in groups and the rest, in the specification's width.
fn lay_out(parts: &Parts, spec: &Spec) -> String {
    let sign = match (parts.negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    };
    let start = format!("{sign}{}", parts.prefix);
    let others = start.len() + parts.rest.chars().count();
    let width = spec.width.unwrap_or(0);
    let zeros_to = match (spec.fill, spec.align) {
        ('0', '=') => width.saturating_sub(others),
        _ => 0,
    };
    let digits = match parts.digits.is_empty() {
        true => String::new(),
        false => grouped(&parts.digits, spec.grouping, zeros_to),
    };
    if spec.align == '=' {
        let missing = width.saturating_sub(others + digits.len());
        let fill: String = std::iter::repeat_n(spec.fill, missing).collect();
        return format!("{start}{fill}{digits}{}", parts.rest);
    }
    format_text::pad(&format!("{start}{digits}{}", parts.rest), spec)
}

/// The digits in groups, with zeros in front up to `width`. A separator is never
/// the first, so the result may be one wider.
fn grouped(digits: &str, grouping: Option<Grouping>, width: usize) -> String {
    let Some(grouping) = grouping else {
        let zeros = width.saturating_sub(digits.len());
        return std::iter::repeat_n('0', zeros)
            .chain(digits.chars())
            .collect();
    };
    let mut reversed = String::with_capacity(width + digits.len() * 2);
    let mut left = digits.chars().rev();
    for count in 0.. {
        let next = left.next();
        let full = reversed.len() >= width;
        if next.is_none() && full {
            break;
        }
        if count > 0 && count % grouping.size() == 0 {
            reversed.push(grouping.separator());
        }
        reversed.push(next.unwrap_or('0'));
    }
    reversed.chars().rev().collect()
}
