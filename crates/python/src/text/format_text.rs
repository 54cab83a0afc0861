//! `format(text, spec)`.

use std::iter::repeat_n;

use super::chars::{length, offset};
use super::spec::Spec;
use crate::fault::Fault;

/// `format(text, spec)`
///
/// # Errors
/// `ValueError` for a wrong specification.
pub fn format(text: &str, spec: &str) -> Result<String, Fault> {
    if spec.is_empty() {
        return Ok(text.to_owned());
    }
    let spec = Spec::parse(spec, Some('s'), '<', "str")?;
    if spec.kind != Some('s') {
        return Err(spec.unknown_kind("str"));
    }
    let forbidden = match spec.sign {
        Some(' ') => Some("Space not allowed in string format specifier"),
        Some(_) => Some("Sign not allowed in string format specifier"),
        None if spec.no_negative_zero => {
            Some("Negative zero coercion (z) not allowed in string format specifier")
        }
        None if spec.alternate => Some("Alternate form (#) not allowed in string format specifier"),
        None if spec.align == '=' => Some("'=' alignment not allowed in string format specifier"),
        None => None,
    };
    if let Some(message) = forbidden {
        return Err(Fault::value(message));
    }
    let kept = match spec.precision {
        Some(precision) => &text[..offset(text, precision)],
        None => text,
    };
    Ok(pad(kept, &spec))
}

/// The text in the specification's width.
pub(super) fn pad(text: &str, spec: &Spec) -> String {
    let missing = spec.width.unwrap_or(0).saturating_sub(length(text));
    let left = match spec.align {
        '<' => 0,
        '^' => missing / 2,
        _ => missing,
    };
    let fill = spec.fill;
    let right = missing - left;
    repeat_n(fill, left)
        .chain(text.chars())
        .chain(repeat_n(fill, right))
        .collect()
}
