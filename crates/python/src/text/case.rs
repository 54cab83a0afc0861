//! `upper`, `lower`, `title` and their kin.

use super::classes::is_cased;

/// `text.upper()`
pub fn upper(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    text.to_uppercase()
}

/// `text.lower()`
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.to_lowercase()
}

/// `text.capitalize()`
pub fn capitalize(text: &str) -> String {
    with_lower(text, |index, c, lower, out| match index {
        0 => push_title(out, c),
        _ => out.push_str(lower),
    })
}

/// `text.title()`
pub fn title(text: &str) -> String {
    let mut in_word = false;
    with_lower(text, |_, c, lower, out| {
        if in_word {
            out.push_str(lower);
        } else {
            push_title(out, c);
        }
        in_word = is_cased(c);
    })
}

/// `text.swapcase()`
pub fn swapcase(text: &str) -> String {
    with_lower(text, |_, c, lower, out| {
        if c.is_uppercase() {
            out.push_str(lower);
        } else if c.is_lowercase() {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    })
}

/// `text.casefold()`
pub fn casefold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c) {
            // The dotless i, and Cherokee, whose capitals came first.
            0x131 | 0x13a0..=0x13f5 => out.push(c),
            code @ 0x13f8..=0x13fd => out.extend(char::from_u32(code - 8)),
            code @ 0xab70..=0xabbf => out.extend(char::from_u32(code - 0xab70 + 0x13a0)),
            _ => {
                let lower = c.to_lowercase();
                let upper = lower.flat_map(char::to_uppercase);
                out.extend(upper.flat_map(char::to_lowercase));
            }
        }
    }
    out
}

/// Gives each character to `push` with its index and its lower case. A sigma's
/// depends on where it stands, so the text is lowered as a whole.
fn with_lower(text: &str, mut push: impl FnMut(usize, char, &str, &mut String)) -> String {
    let lowered = text.to_lowercase();
    let mut rest = lowered.as_str();
    let mut out = String::with_capacity(text.len());
    for (index, c) in text.chars().enumerate() {
        // Both small sigmas take two bytes.
        let length = c.to_lowercase().map(char::len_utf8).sum();
        let (lower, after) = rest.split_at(length);
        push(index, c, lower, &mut out);
        rest = after;
    }
    out
}

/// The character as a word starts with it.
fn push_title(out: &mut String, c: char) {
    let single = match u32::from(c) {
        // Georgian has capitals, but not for words.
        code @ (0x10d0..=0x10fa | 0x10fd..=0x10ff) => Some(code),
        0x1c4..=0x1c6 => Some(0x1c5),
        0x1c7..=0x1c9 => Some(0x1c8),
        0x1ca..=0x1cc => Some(0x1cb),
        0x1f1..=0x1f3 => Some(0x1f2),
        code @ 0x1f80..=0x1faf => Some(code | 8),
        0x1fb3 | 0x1fbc => Some(0x1fbc),
        0x1fc3 | 0x1fcc => Some(0x1fcc),
        0x1ff3 | 0x1ffc => Some(0x1ffc),
        _ => None,
    };
    if let Some(title) = single.and_then(char::from_u32) {
        out.push(title);
        return;
    }
    let mut upper = c.to_uppercase();
    out.extend(upper.next());
    for next in upper {
        match next {
            // A Greek iota stays below its vowel.
            '\u{399}' if matches!(c, '\u{1fb2}'..='\u{1ff7}') => out.push('\u{345}'),
            // What the apostrophe of U+0149 stands before is the letter itself.
            _ if c == '\u{149}' => out.push(next),
            _ => out.extend(next.to_lowercase()),
        }
    }
}
