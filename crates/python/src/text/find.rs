//! `find`, `count`, `startswith`, `replace`, `partition` and their kin.

use super::chars::{bounds, length, part};
use super::check_length;
use crate::fault::Fault;

/// `text.find(needle, start, end)`: the index of the first place; `None` is -1.
pub fn find(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (first, part) = part(text, start, end)?;
    Some(first + length(&part[..part.find(needle)?]))
}

/// `text.rfind(needle, start, end)`: the index of the last place; `None` is -1.
pub fn rfind(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (first, part) = part(text, start, end)?;
    Some(first + length(&part[..part.rfind(needle)?]))
}

/// `text.index(needle, start, end)`
///
/// # Errors
/// `ValueError` where it isn't found.
pub fn index(
    text: &str,
    needle: &str,
    start: Option<i64>,
    end: Option<i64>,
) -> Result<usize, Fault> {
    find(text, needle, start, end).ok_or_else(not_found)
}

/// `text.rindex(needle, start, end)`
///
/// # Errors
/// `ValueError` where it isn't found.
pub fn rindex(
    text: &str,
    needle: &str,
    start: Option<i64>,
    end: Option<i64>,
) -> Result<usize, Fault> {
    rfind(text, needle, start, end).ok_or_else(not_found)
}

fn not_found() -> Fault {
    Fault::value("substring not found")
}

/// `text.count(needle, start, end)`: places that don't overlap.
pub fn count(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> usize {
    part(text, start, end).map_or(0, |(_, part)| part.matches(needle).count())
}

/// `text.startswith(prefixes, start, end)`: whether any of them does.
pub fn starts_with(text: &str, prefixes: &[&str], start: Option<i64>, end: Option<i64>) -> bool {
    let starts = |part: &str| prefixes.iter().any(|prefix| part.starts_with(prefix));
    part(text, start, end).is_some_and(|(_, part)| starts(part))
}

/// `text.endswith(suffixes, start, end)`: whether any of them does.
pub fn ends_with(text: &str, suffixes: &[&str], start: Option<i64>, end: Option<i64>) -> bool {
    let ends = |part: &str| suffixes.iter().any(|suffix| part.ends_with(suffix));
    part(text, start, end).is_some_and(|(_, part)| ends(part))
}

/// `text.replace(old, new, count)`; a negative count is all.
///
/// # Errors
/// `MemoryError` beyond [`super::MAX_LENGTH`].
pub fn replace(text: &str, old: &str, new: &str, count: i64) -> Result<String, Fault> {
    let limit = if count < 0 {
        usize::MAX
    } else {
        count as usize
    };
    let places = text.matches(old).take(limit).count();
    let added = new.len().saturating_sub(old.len()).saturating_mul(places);
    check_length(text.len().saturating_add(added))?;
    Ok(text.replacen(old, new, limit))
}

/// `text.removeprefix(prefix)`
pub fn remove_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// `text.removesuffix(suffix)`
pub fn remove_suffix<'a>(text: &'a str, suffix: &str) -> &'a str {
    text.strip_suffix(suffix).unwrap_or(text)
}

/// `text.partition(separator)`: before, the separator, after.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn partition<'a>(text: &'a str, separator: &'a str) -> Result<[&'a str; 3], Fault> {
    check_separator(separator)?;
    Ok(match text.split_once(separator) {
        Some((before, after)) => [before, separator, after],
        None => [text, "", ""],
    })
}

/// `text.rpartition(separator)`: before, the separator, after its last place.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rpartition<'a>(text: &'a str, separator: &'a str) -> Result<[&'a str; 3], Fault> {
    check_separator(separator)?;
    Ok(match text.rsplit_once(separator) {
        Some((before, after)) => [before, separator, after],
        None => ["", "", text],
    })
}

/// # Errors
/// `ValueError` for an empty separator.
pub(super) fn check_separator(separator: &str) -> Result<(), Fault> {
    if separator.is_empty() {
        return Err(Fault::value("empty separator"));
    }
    Ok(())
}

/// `sequence.index(value, start, end)` of a list or tuple looks at these indices.
pub fn search_range(start: Option<i64>, end: Option<i64>, length: usize) -> std::ops::Range<usize> {
    let range = bounds(start, end, length);
    range.start.min(range.end)..range.end
}
