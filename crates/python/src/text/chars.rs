//! Positions and slices that count characters.

use std::ops::Range;

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::check_length;
use crate::fault::Fault;

/// `len(text)`
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// Where the character of this index starts; at the end if there is none.
pub fn offset(text: &str, index: usize) -> usize {
    if text.is_ascii() {
        return index.min(text.len());
    }
    text.char_indices()
        .nth(index)
        .map_or(text.len(), |(offset, _)| offset)
}

/// `text[index]`
///
/// # Errors
/// `IndexError`
pub fn get(text: &str, index: i64) -> Result<char, Fault> {
    let from_end = || text.chars().nth_back((index.unsigned_abs() - 1) as usize);
    let found = if index < 0 {
        from_end()
    } else {
        text.chars().nth(index as usize)
    };
    found.ok_or_else(|| Fault::new(crate::fault::Class::Index, "string index out of range"))
}

/// `start` and `end` of `find` and its kin for something of this length: counted
/// from the end if negative, and `end` no further than the end. `start` may be
/// greater than `end`; then nothing is found, not even the empty text.
pub fn bounds(start: Option<i64>, end: Option<i64>, length: usize) -> Range<usize> {
    let from_end = |position: i64| match position {
        0.. => position as usize,
        _ => length.saturating_sub(position.unsigned_abs() as usize),
    };
    let start = start.map_or(0, from_end);
    let end = end.map_or(length, from_end).min(length);
    start..end
}

/// The part of a text between `start` and `end`, and the index of its first
/// character; `None` where `start` is greater.
pub fn part(text: &str, start: Option<i64>, end: Option<i64>) -> Option<(usize, &str)> {
    if start.is_none() && end.is_none() {
        return Some((0, text));
    }
    let range = bounds(start, end, length(text));
    if range.start > range.end {
        return None;
    }
    let bytes = offset(text, range.start)..offset(text, range.end);
    Some((range.start, &text[bytes]))
}

/// What a slice `[start:stop:step]` takes of something with a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The first index.
    pub start: i64,
    /// The index before which it stops, as `slice.indices` gives it.
    pub stop: i64,
    /// From one index to the next.
    pub step: i64,
    /// How many there are.
    pub count: usize,
}

impl Slice {
    /// `slice(start, stop, step).indices(length)`
    ///
    /// # Errors
    /// `ValueError` for a step of 0.
    pub fn new(
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
        length: usize,
    ) -> Result<Self, Fault> {
        // The greatest step still has an opposite.
        let step = step.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(Fault::value("slice step cannot be zero"));
        }
        let length = length as i64;
        let (lowest, highest) = if step > 0 {
            (0, length)
        } else {
            (-1, length - 1)
        };
        let place = |position: i64| match position {
            0.. => position.min(highest),
            _ => position.saturating_add(length).max(lowest),
        };
        let (first, last) = if step > 0 {
            (lowest, highest)
        } else {
            (highest, lowest)
        };
        let start = start.map_or(first, place);
        let stop = stop.map_or(last, place);
        let count = match step {
            1.. if start < stop => (stop - start - 1) / step + 1,
            ..=-1 if stop < start => (start - stop - 1) / -step + 1,
            _ => 0,
        };
        Ok(Self {
            start,
            stop,
            step,
            count: count as usize,
        })
    }

    /// The indices, in order.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        (0..self.count).map(move |turn| (self.start + turn as i64 * self.step) as usize)
    }
}

/// `text[start:stop:step]`
///
/// # Errors
/// `ValueError` for a step of 0.
pub fn slice(
    text: &str,
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
) -> Result<String, Fault> {
    let slice = Slice::new(start, stop, step, length(text))?;
    let first = slice.start.max(0) as usize;
    if slice.step == 1 {
        let from = offset(text, first);
        let rest = &text[from..];
        return Ok(rest[..offset(rest, slice.count)].to_owned());
    }
    let distance = slice.step.unsigned_abs() as usize;
    if slice.step > 0 {
        return Ok(text
            .chars()
            .skip(first)
            .step_by(distance)
            .take(slice.count)
            .collect());
    }
    let upto = offset(text, (slice.start + 1).max(0) as usize);
    let backwards = text[..upto].chars().rev();
    Ok(backwards.step_by(distance).take(slice.count).collect())
}

/// `text * times`
///
/// # Errors
/// `MemoryError` beyond [`super::MAX_LENGTH`].
pub fn repeat(text: &str, times: i64) -> Result<String, Fault> {
    let times = times.max(0) as usize;
    check_length(text.len().saturating_mul(times))?;
    Ok(text.repeat(times))
}

/// A position of any size as a small one: beyond all lengths is far enough.
pub fn clamp_position(n: &BigInt) -> i64 {
    let far = if n.is_negative() { i64::MIN } else { i64::MAX };
    n.to_i64().unwrap_or(far)
}
