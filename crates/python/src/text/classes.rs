//! `str.isalpha` and its kin, for characters and for whole texts.

use super::tables;

/// A table lists where the answer changes, so the answer is whether the number of
/// changes up to here is odd.
fn holds(table: &[u32], c: char) -> bool {
    table.partition_point(|&change| change <= u32::from(c)) % 2 == 1
}

/// Whether `repr` shows the character as it is.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, ' '..='~');
    }
    holds(&tables::PRINTABLE, c)
}

/// Whether it is a letter.
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    holds(&tables::ALPHABETIC, c)
}

/// Whether it is a decimal digit of any script.
pub fn is_decimal(c: char) -> bool {
    decimal_value(c).is_some()
}

/// The value of a decimal digit of any script.
pub fn decimal_value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).map(|value| value as u8);
    }
    let changes = tables::DECIMAL.partition_point(|&change| change <= u32::from(c));
    if changes % 2 == 0 {
        return None;
    }
    // Digits come in tens, from 0 to 9.
    let zero = tables::DECIMAL[changes - 1];
    Some(((u32::from(c) - zero) % 10) as u8)
}

/// Whether it is a digit, superscripts and the like included.
pub fn is_digit(c: char) -> bool {
    is_decimal(c) || holds(&tables::DIGIT, c)
}

/// Whether it stands for a number, fractions and Chinese numerals included.
pub fn is_numeric(c: char) -> bool {
    is_digit(c) || holds(&tables::NUMERIC, c)
}

/// Whether it is a letter or stands for a number.
pub fn is_alnum(c: char) -> bool {
    is_alpha(c) || is_numeric(c)
}

/// Whether it is white space for `split`, `strip`, `int` and `float`.
pub fn is_space(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '\t'..='\r' | '\x1c'..='\x1f' | ' ');
    }
    holds(&tables::SPACE, c)
}

/// Whether it is a letter with a case of its own for the start of a word.
pub fn is_title(c: char) -> bool {
    matches!(
        u32::from(c),
        0x1c5 | 0x1c8 | 0x1cb | 0x1f2
            | 0x1f88..=0x1f8f | 0x1f98..=0x1f9f | 0x1fa8..=0x1faf
            | 0x1fbc | 0x1fcc | 0x1ffc
    )
}

/// Whether it has a case.
pub fn is_cased(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase() || is_title(c)
}

/// `isalpha`, `isdigit`, ...: whether the text has characters and it holds of all.
pub fn all(text: &str, holds: fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(holds)
}

/// `text.isprintable()`, which the empty text is.
pub fn text_is_printable(text: &str) -> bool {
    text.chars().all(is_printable)
}

/// `text.isupper()`: some letter is upper case and none has another case.
pub fn text_is_upper(text: &str) -> bool {
    !text.chars().any(|c| c.is_lowercase() || is_title(c)) && text.chars().any(char::is_uppercase)
}

/// `text.islower()`: some letter is lower case and none has another case.
pub fn text_is_lower(text: &str) -> bool {
    !text.chars().any(|c| c.is_uppercase() || is_title(c)) && text.chars().any(char::is_lowercase)
}

/// `text.istitle()`: words start with a capital and go on without.
pub fn text_is_title(text: &str) -> bool {
    let (mut in_word, mut any) = (false, false);
    for c in text.chars() {
        let starts = c.is_uppercase() || is_title(c);
        let goes_on = c.is_lowercase();
        if (starts && in_word) || (goes_on && !in_word) {
            return false;
        }
        in_word = starts || goes_on;
        any |= in_word;
    }
    any
}

/// `text.isidentifier()`
pub fn text_is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    let starts = |c| c == '_' || unicode_ident::is_xid_start(c);
    characters.next().is_some_and(starts) && characters.all(unicode_ident::is_xid_continue)
}
