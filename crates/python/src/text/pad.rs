//! `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use std::iter::repeat_n;

use super::chars::length;
use super::check_length;
use crate::fault::Fault;

/// How many fill characters are missing.
///
/// # Errors
/// `MemoryError` beyond [`super::MAX_LENGTH`].
fn missing(text: &str, width: i64) -> Result<usize, Fault> {
    let missing = (width.max(0) as usize).saturating_sub(length(text));
    // A fill character takes at most four bytes.
    check_length(missing.saturating_mul(4).saturating_add(text.len()))?;
    Ok(missing)
}

/// `text` with this many fill characters on each side.
fn surround(text: &str, left: usize, right: usize, fill: char) -> String {
    repeat_n(fill, left)
        .chain(text.chars())
        .chain(repeat_n(fill, right))
        .collect()
}

/// `text.ljust(width, fill)`
///
/// # Errors
/// `MemoryError`
pub fn left(text: &str, width: i64, fill: char) -> Result<String, Fault> {
    Ok(surround(text, 0, missing(text, width)?, fill))
}

/// `text.rjust(width, fill)`
///
/// # Errors
/// `MemoryError`
pub fn right(text: &str, width: i64, fill: char) -> Result<String, Fault> {
    Ok(surround(text, missing(text, width)?, 0, fill))
}

/// `text.center(width, fill)`
///
/// # Errors
/// `MemoryError`
pub fn center(text: &str, width: i64, fill: char) -> Result<String, Fault> {
    let missing = missing(text, width)?;
    // An odd one goes to the left only where the width is odd too.
    let left = missing / 2 + (missing & width.max(0) as usize & 1);
    Ok(surround(text, left, missing - left, fill))
}

/// `text.zfill(width)`: zeros after the sign.
///
/// # Errors
/// `MemoryError`
pub fn zeros(text: &str, width: i64) -> Result<String, Fault> {
    let missing = missing(text, width)?;
    let sign = usize::from(text.starts_with(['+', '-']));
    let (sign, digits) = text.split_at(sign);
    Ok(sign
        .chars()
        .chain(repeat_n('0', missing))
        .chain(digits.chars())
        .collect())
}

/// `text.expandtabs(size)`
///
/// # Errors
/// `MemoryError`
pub fn expand_tabs(text: &str, size: i64) -> Result<String, Fault> {
    let size = size.max(0) as usize;
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        if c == '\t' {
            let spaces = if size > 0 { size - column % size } else { 0 };
            check_length(out.len().saturating_add(spaces))?;
            out.extend(repeat_n(' ', spaces));
            column += spaces;
            continue;
        }
        out.push(c);
        column = if matches!(c, '\n' | '\r') {
            0
        } else {
            column + 1
        };
    }
    Ok(out)
}
