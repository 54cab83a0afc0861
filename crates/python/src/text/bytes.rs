//! Methods of bytes. Their letters and their white space are those of ASCII.

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, Zero};

use super::chars::bounds;
use crate::fault::Fault;

fn part(data: &[u8], start: Option<i64>, end: Option<i64>) -> Option<(usize, &[u8])> {
    let range = bounds(start, end, data.len());
    Some((range.start, data.get(range)?))
}

/// The places of `needle` in `data`, overlapping ones included.
fn places<'a>(data: &'a [u8], needle: &'a [u8]) -> impl DoubleEndedIterator<Item = usize> + 'a {
    let places = (data.len() + 1).saturating_sub(needle.len());
    (0..places).filter(move |&at| data[at..].starts_with(needle))
}

/// `data.find(needle, start, end)`; `None` is -1.
pub fn find(data: &[u8], needle: &[u8], start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (first, part) = part(data, start, end)?;
    Some(first + places(part, needle).next()?)
}

/// `data.rfind(needle, start, end)`; `None` is -1.
pub fn rfind(data: &[u8], needle: &[u8], start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (first, part) = part(data, start, end)?;
    Some(first + places(part, needle).next_back()?)
}

/// `data.count(needle, start, end)`
pub fn count(data: &[u8], needle: &[u8], start: Option<i64>, end: Option<i64>) -> usize {
    let Some((_, part)) = part(data, start, end) else {
        return 0;
    };
    match needle.is_empty() {
        true => part.len() + 1,
        false => pieces(part, needle, usize::MAX).len() - 1,
    }
}

/// `data.startswith(prefixes, start, end)`
pub fn starts_with(data: &[u8], prefixes: &[&[u8]], start: Option<i64>, end: Option<i64>) -> bool {
    let starts = |part: &[u8]| prefixes.iter().any(|prefix| part.starts_with(prefix));
    part(data, start, end).is_some_and(|(_, part)| starts(part))
}

/// `data.endswith(suffixes, start, end)`
pub fn ends_with(data: &[u8], suffixes: &[&[u8]], start: Option<i64>, end: Option<i64>) -> bool {
    let ends = |part: &[u8]| suffixes.iter().any(|suffix| part.ends_with(suffix));
    part(data, start, end).is_some_and(|(_, part)| ends(part))
}

/// `data` cut at each place of `separator`, which isn't empty.
fn pieces<'a>(data: &'a [u8], separator: &[u8], limit: usize) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    let mut rest = data;
    while pieces.len() < limit
        && let Some(at) = places(rest, separator).next()
    {
        pieces.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
    }
    pieces.push(rest);
    pieces
}

/// `data.split(separator, limit)`. A negative limit is none.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn split<'a>(data: &'a [u8], separator: &[u8], limit: i64) -> Result<Vec<&'a [u8]>, Fault> {
    if separator.is_empty() {
        return Err(Fault::value("empty separator"));
    }
    let limit = if limit < 0 {
        usize::MAX
    } else {
        limit as usize
    };
    Ok(pieces(data, separator, limit))
}

/// `data.split()`: words.
pub fn words(data: &[u8]) -> Vec<&[u8]> {
    data.split(|&byte| is_space(byte))
        .filter(|word| !word.is_empty())
        .collect()
}

/// `data.replace(old, new, limit)`. A negative limit is none.
///
/// # Errors
/// `MemoryError` beyond [`super::MAX_LENGTH`].
pub fn replace(data: &[u8], old: &[u8], new: &[u8], limit: i64) -> Result<Vec<u8>, Fault> {
    let limit = if limit < 0 {
        usize::MAX
    } else {
        limit as usize
    };
    let parts: Vec<&[u8]> = match old.is_empty() {
        true => {
            // The empty bytes stand before each byte and at the end.
            let singles = limit.min(data.len() + 1).saturating_sub(1);
            let before = limit.min(1);
            let empty = std::iter::repeat_n(&data[..0], before);
            let (first, rest) = data.split_at(singles);
            empty.chain(first.chunks(1)).chain([rest]).collect()
        }
        false => pieces(data, old, limit),
    };
    super::check_length(
        data.len()
            .saturating_add(new.len().saturating_mul(parts.len())),
    )?;
    Ok(parts.join(new))
}

/// Whether it is white space for bytes.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// `data.strip(set)`; `None` is white space. `left` and `right` say which ends.
pub fn strip<'a>(data: &'a [u8], set: Option<&[u8]>, left: bool, right: bool) -> &'a [u8] {
    let drops = |byte: &u8| match set {
        Some(set) => set.contains(byte),
        None => is_space(*byte),
    };
    let kept = |data: &'a [u8]| {
        data.iter()
            .position(|byte| !drops(byte))
            .unwrap_or(data.len())
    };
    let data = if left { &data[kept(data)..] } else { data };
    let last = data
        .iter()
        .rposition(|byte| !drops(byte))
        .map_or(0, |last| last + 1);
    if right { &data[..last] } else { data }
}

/// `data.hex()`
pub fn hex(data: &[u8]) -> String {
    data.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `data.hex(separator, group)`: a positive group counts from the end.
pub fn hex_grouped(data: &[u8], separator: char, group: i64) -> String {
    let size = group.unsigned_abs() as usize;
    let mut out = String::with_capacity(data.len() * 3);
    for (index, byte) in data.iter().enumerate() {
        let before = if group > 0 { data.len() - index } else { index };
        if index > 0 && size > 0 && before % size == 0 {
            out.push(separator);
        }
        out.push_str(&format!("{byte:02x}"));
    }
    out
}

/// `bytes.fromhex(text)`
///
/// # Errors
/// `ValueError` for what is no hexadecimal number.
pub fn from_hex(text: &str) -> Result<Vec<u8>, Fault> {
    let mut data = Vec::with_capacity(text.len() / 2);
    let mut characters = text.chars().enumerate().peekable();
    while let Some((at, c)) = characters.next() {
        if c.is_ascii() && is_space(c as u8) {
            continue;
        }
        let wrong = |at| {
            let message = "non-hexadecimal number found in fromhex() arg at position";
            Fault::value(format!("{message} {at}"))
        };
        let high = c.to_digit(16).ok_or_else(|| wrong(at))?;
        let low = characters.next().and_then(|(_, c)| c.to_digit(16));
        let low = low.ok_or_else(|| wrong(at + 1))?;
        data.push((high * 16 + low) as u8);
    }
    Ok(data)
}

/// `int.from_bytes(data, byteorder, signed=signed)`
pub fn to_int(data: &[u8], big_endian: bool, signed: bool) -> BigInt {
    match (big_endian, signed) {
        (true, true) => BigInt::from_signed_bytes_be(data),
        (false, true) => BigInt::from_signed_bytes_le(data),
        (true, false) => BigInt::from_bytes_be(Sign::Plus, data),
        (false, false) => BigInt::from_bytes_le(Sign::Plus, data),
    }
}

/// `n.to_bytes(length, byteorder, signed=signed)`
///
/// # Errors
/// `OverflowError` where it doesn't fit.
pub fn from_int(
    n: &BigInt,
    length: usize,
    big_endian: bool,
    signed: bool,
) -> Result<Vec<u8>, Fault> {
    super::check_length(length)?;
    if !signed && n.is_negative() {
        return Err(Fault::overflow("can't convert negative int to unsigned"));
    }
    // No byte at all stands for 0, and for -1 where there are none to carry its ones.
    let needs_none = n.is_zero() || length == 0 && signed && *n == BigInt::from(-1);
    let mut data = match (needs_none, signed) {
        (true, _) => Vec::new(),
        (_, true) => n.to_signed_bytes_le(),
        (_, false) => n.magnitude().to_bytes_le(),
    };
    if data.len() > length {
        return Err(Fault::overflow("int too big to convert"));
    }
    data.resize(length, if n.is_negative() { 0xff } else { 0 });
    if big_endian {
        data.reverse();
    }
    Ok(data)
}
