//! `split`, `splitlines`, `strip`.

use super::classes::is_space;
use super::find::check_separator;
use crate::fault::Fault;

/// `text.split(None, limit)`: words. A negative limit is none.
pub fn words(text: &str, limit: i64) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if words.len() as i64 == limit {
            words.push(rest);
            break;
        }
        let (word, after) = rest.split_at(rest.find(is_space).unwrap_or(rest.len()));
        words.push(word);
        rest = after.trim_start_matches(is_space);
    }
    words
}

/// `text.rsplit(None, limit)`: words, counted from the end.
pub fn words_from_end(text: &str, limit: i64) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if words.len() as i64 == limit {
            words.push(rest);
            break;
        }
        let space = rest.char_indices().rfind(|&(_, c)| is_space(c));
        let start = space.map_or(0, |(offset, c)| offset + c.len_utf8());
        let (before, word) = rest.split_at(start);
        words.push(word);
        rest = before.trim_end_matches(is_space);
    }
    words.reverse();
    words
}

/// `text.split(separator, limit)`. A negative limit is none.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn split<'a>(text: &'a str, separator: &str, limit: i64) -> Result<Vec<&'a str>, Fault> {
    check_separator(separator)?;
    Ok(text.splitn(pieces(limit), separator).collect())
}

/// `text.rsplit(separator, limit)`. A negative limit is none.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rsplit<'a>(text: &'a str, separator: &str, limit: i64) -> Result<Vec<&'a str>, Fault> {
    check_separator(separator)?;
    let mut parts: Vec<&str> = text.rsplitn(pieces(limit), separator).collect();
    parts.reverse();
    Ok(parts)
}

/// How many pieces there are at most, with this many splits.
fn pieces(limit: i64) -> usize {
    if limit < 0 {
        usize::MAX
    } else {
        (limit as usize).saturating_add(1)
    }
}

/// `text.splitlines(keep_ends)`
pub fn lines(text: &str, keep_ends: bool) -> Vec<&str> {
    let ends_line =
        |c| matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let length = rest.find(ends_line).unwrap_or(rest.len());
        let after = &rest[length..];
        let end = match after.starts_with("\r\n") {
            true => 2,
            false => after.chars().next().map_or(0, char::len_utf8),
        };
        let kept = if keep_ends { length + end } else { length };
        lines.push(&rest[..kept]);
        rest = &after[end..];
    }
    lines
}

/// Which ends `strip`, `lstrip` and `rstrip` strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Both.
    Both,
    /// The start.
    Left,
    /// The end.
    Right,
}

/// `text.strip(characters)`; `None` is white space.
pub fn strip<'a>(text: &'a str, characters: Option<&str>, ends: Ends) -> &'a str {
    let drop = |c: char| match characters {
        Some(set) => set.contains(c),
        None => is_space(c),
    };
    let text = if ends == Ends::Right {
        text
    } else {
        text.trim_start_matches(drop)
    };
    if ends == Ends::Left {
        text
    } else {
        text.trim_end_matches(drop)
    }
}
