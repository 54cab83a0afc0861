//! `repr()` and `ascii()` of texts and bytes.

use std::fmt::Write;

use super::classes::is_printable;

/// `repr(text)`
pub fn text(text: &str) -> String {
    quoted(text, is_printable)
}

/// `ascii(text)`
pub fn ascii(text: &str) -> String {
    quoted(text, |c| matches!(c, ' '..='~'))
}

/// `ascii(x)` from `repr(x)`: what isn't ASCII is escaped, quotes stay.
pub fn escape_non_ascii(shown: &str) -> String {
    let mut out = String::with_capacity(shown.len());
    for c in shown.chars() {
        match c.is_ascii() {
            true => out.push(c),
            false => push_escape(&mut out, c),
        }
    }
    out
}

fn quoted(text: &str, shows: fn(char) -> bool) -> String {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if c == quote => out.extend(['\\', c]),
            _ if shows(c) => out.push(c),
            _ => push_escape(&mut out, c),
        }
    }
    out.push(quote);
    out
}

/// Double quotes are used only where they save escapes.
fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

/// `\xe9`, `\u20ac` or `\U0001f600`.
pub fn push_escape(out: &mut String, c: char) {
    let code = u32::from(c);
    // Writing to a String can't fail.
    let _ = match code {
        0..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// `repr(data)` of bytes.
pub fn bytes(data: &[u8]) -> String {
    let quote = quote_for(data.contains(&b'\''), data.contains(&b'"'));
    quoted_bytes(data, quote, quote)
}

/// `escaped` is the quotation mark that is escaped.
fn quoted_bytes(data: &[u8], quote: char, escaped: char) -> String {
    let mut out = String::with_capacity(data.len() + 3);
    out.extend(['b', quote]);
    for &byte in data {
        let c = char::from(byte);
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if c == escaped => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => push_escape(&mut out, c),
        }
    }
    out.push(quote);
    out
}

/// `repr(data)` of a bytearray, which escapes single quotes even between double ones.
pub fn bytearray(data: &[u8]) -> String {
    let quote = quote_for(data.contains(&b'\''), data.contains(&b'"'));
    format!("bytearray({})", quoted_bytes(data, quote, '\''))
}
