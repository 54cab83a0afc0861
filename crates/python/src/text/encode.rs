//! `str.encode` and `bytes.decode`.

use std::fmt::Write;

use super::repr::push_escape;
use crate::fault::{Class, Fault};

/// The encodings that there are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Ascii,
    Latin1,
}

impl Encoding {
    fn parse(name: &str) -> Result<Self, Fault> {
        let plain = name.to_lowercase().replace(['_', ' '], "-");
        match plain.as_str() {
            "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Ok(Encoding::Utf8),
            "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968" => Ok(Encoding::Ascii),
            "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859"
            | "cp819" => Ok(Encoding::Latin1),
            _ => Err(Fault::new(
                Class::Lookup,
                format!("unknown encoding: {name}"),
            )),
        }
    }

    /// The name in messages.
    fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
        }
    }

    /// How many characters it can encode, from 0 on.
    fn size(self) -> u32 {
        match self {
            Encoding::Utf8 => 0x11_0000,
            Encoding::Ascii => 128,
            Encoding::Latin1 => 256,
        }
    }
}

/// `text.encode(encoding, errors)`
///
/// # Errors
/// `LookupError` for an unknown name, `UnicodeEncodeError`.
pub fn encode(text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>, Fault> {
    let encoding = Encoding::parse(encoding)?;
    let fits = |c: char| u32::from(c) < encoding.size();
    if encoding == Encoding::Utf8 || text.is_ascii() {
        return Ok(text.as_bytes().to_vec());
    }
    let mut out = Vec::with_capacity(text.len());
    for (position, c) in text.chars().enumerate() {
        if fits(c) {
            out.push(u32::from(c) as u8);
            continue;
        }
        let mut instead = String::new();
        match errors {
            "ignore" => {}
            "replace" => instead.push('?'),
            "backslashreplace" => push_escape(&mut instead, c),
            // Writing to a String can't fail.
            "xmlcharrefreplace" => drop(write!(instead, "&#{};", u32::from(c))),
            "strict" => {
                let wrong = text
                    .chars()
                    .skip(position)
                    .take_while(|&c| !fits(c))
                    .count();
                return Err(encode_error(encoding, c, position, wrong));
            }
            _ => return Err(unknown_handler(errors)),
        }
        out.extend_from_slice(instead.as_bytes());
    }
    Ok(out)
}

fn encode_error(encoding: Encoding, first: char, position: usize, count: usize) -> Fault {
    let mut shown = String::new();
    push_escape(&mut shown, first);
    let what = match count {
        1 => format!("character '{shown}' in position {position}"),
        _ => format!("characters in position {position}-{}", position + count - 1),
    };
    let (name, size) = (encoding.name(), encoding.size());
    let message = format!("'{name}' codec can't encode {what}: ordinal not in range({size})");
    Fault::new(Class::UnicodeEncode, message)
}

fn unknown_handler(errors: &str) -> Fault {
    let message = format!("unknown error handler name '{errors}'");
    Fault::new(Class::Lookup, message)
}

/// `data.decode(encoding, errors)`
///
/// # Errors
/// `LookupError` for an unknown name, `UnicodeDecodeError`.
pub fn decode(data: &[u8], encoding: &str, errors: &str) -> Result<String, Fault> {
    let encoding = Encoding::parse(encoding)?;
    let mut out = String::with_capacity(data.len());
    let mut position = 0;
    while position < data.len() {
        let rest = &data[position..];
        let (good, wrong, reason) = match encoding {
            Encoding::Utf8 => utf8_prefix(rest),
            Encoding::Ascii => ascii_prefix(rest),
            Encoding::Latin1 => (rest.iter().copied().map(char::from).collect(), 0, ""),
        };
        out.push_str(&good);
        if wrong == 0 {
            break;
        }
        let start = position
            + if encoding == Encoding::Latin1 {
                0
            } else {
                good.len()
            };
        let bytes = &data[start..start + wrong];
        match errors {
            "ignore" => {}
            "replace" => out.push('\u{fffd}'),
            "backslashreplace" => {
                bytes
                    .iter()
                    .for_each(|&byte| push_escape(&mut out, char::from(byte)));
            }
            "strict" => return Err(decode_error(encoding, bytes, start, reason)),
            _ => return Err(unknown_handler(errors)),
        }
        position = start + wrong;
    }
    Ok(out)
}

/// The text up to the first wrong byte, how many bytes are wrong there, and why.
fn utf8_prefix(data: &[u8]) -> (String, usize, &'static str) {
    let error = match std::str::from_utf8(data) {
        Ok(text) => return (text.to_owned(), 0, ""),
        Err(error) => error,
    };
    let (good, rest) = data.split_at(error.valid_up_to());
    let good = String::from_utf8_lossy(good).into_owned();
    let starts = rest.first().is_some_and(|byte| matches!(byte, 0xc2..=0xf4));
    match error.error_len() {
        None => (good, rest.len(), "unexpected end of data"),
        Some(wrong) if starts => (good, wrong, "invalid continuation byte"),
        Some(wrong) => (good, wrong, "invalid start byte"),
    }
}

fn ascii_prefix(data: &[u8]) -> (String, usize, &'static str) {
    let good: String = data
        .iter()
        .take_while(|b| b.is_ascii())
        .copied()
        .map(char::from)
        .collect();
    let wrong = usize::from(good.len() < data.len());
    (good, wrong, "ordinal not in range(128)")
}

fn decode_error(encoding: Encoding, bytes: &[u8], start: usize, reason: &str) -> Fault {
    let what = match bytes {
        [byte] => format!("byte 0x{byte:02x} in position {start}"),
        _ => format!("bytes in position {start}-{}", start + bytes.len() - 1),
    };
    let message = format!("'{}' codec can't decode {what}: {reason}", encoding.name());
    Fault::new(Class::UnicodeDecode, message)
}
