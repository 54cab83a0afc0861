//! A pasted text as a person reads it: without what nobody sees.
//!
//! Logs come by way of terminals, notebooks, chats and PDFs. These leave escape
//! sequences, marks without width, line ends of other systems and wide characters
//! in them. All of that is dealt with here, once; what reads a log gets plain text,
//! and a way back from there to the places in what was pasted.

use std::ops::Range;

/// The text, and where in the original its parts are.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) text: String,
    parts: Vec<Part>,
    /// Whether there are carriage returns that no line feed follows.
    pub(crate) has_lone_returns: bool,
}

/// What a carriage return means that no line feed follows: programs that clear a line, or
/// show how far they are, write one to go back in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Returns {
    EndLines,
    MoveCursor,
}

/// A part of the text: a copy of as many bytes of the original, or one character
/// that stands for something else.
#[derive(Debug)]
struct Part {
    at: usize,
    from: usize,
    to: usize,
}

/// A name as it is in a [`Reading`]: without what nobody sees.
pub(crate) fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut at = 0;
    while let Some(first) = name[at..].chars().next() {
        let hidden = hidden_len(&name[at..]);
        if hidden == 0 {
            key.push(if first == '\u{1}' { ' ' } else { first });
        }
        at += hidden.max(first.len_utf8());
    }
    key
}

/// Whether a name has to be looked for as it is, because something of it would be
/// read in another way: a bracket, or what nobody sees.
pub(crate) fn is_odd(name: &str) -> bool {
    name.contains(['[', ']', '［', '］']) || key(name) != name
}

/// Reads a text. Where one of the odd names stands in brackets, it is left as it is,
/// but for what nobody sees.
pub(crate) fn read(original: &str, odd_names: &[&str], lone_returns: Returns) -> Reading {
    let mut reader = Reader {
        original,
        odd_names,
        reading: Reading {
            text: String::with_capacity(original.len()),
            parts: Vec::new(),
            has_lone_returns: false,
        },
        lone_returns,
        returns: Vec::new(),
        in_name: false,
    };
    let mut at = 0;
    while at < original.len() {
        at = reader.take(at);
    }
    reader.end_lines();
    reader.reading
}

impl Reading {
    /// Where in the original a range of the text is.
    pub(crate) fn range(&self, range: &Range<usize>) -> Range<usize> {
        let to = self.end(range.end);
        if range.is_empty() {
            return to..to;
        }
        let after = self.parts.partition_point(|part| part.at <= range.start);
        let part = &self.parts[after.saturating_sub(1)];
        part.from + (range.start - part.at)..to
    }

    /// Where in the original what ends at `at` ends.
    pub(crate) fn end(&self, at: usize) -> usize {
        let after = self.parts.partition_point(|part| part.at < at);
        let Some(part) = after.checked_sub(1).map(|last| &self.parts[last]) else {
            return 0;
        };
        let next = self.parts.get(after).map(|next| next.at);
        if at == next.unwrap_or(self.text.len()) {
            part.to
        } else {
            part.from + (at - part.at)
        }
    }
}

struct Reader<'a> {
    original: &'a str,
    odd_names: &'a [&'a str],
    reading: Reading,
    lone_returns: Returns,
    /// Carriage returns of which it isn't known yet whether a line feed follows.
    returns: Vec<usize>,
    /// Whether a bracket is open: the words of a name are kept.
    in_name: bool,
}

impl Reader<'_> {
    /// Takes what is at `at`, and returns where it ends.
    fn take(&mut self, at: usize) -> usize {
        let rest = &self.original[at..];
        let hidden = hidden_len(rest);
        if hidden > 0 {
            return at + hidden;
        }
        let char = rest.chars().next().unwrap_or_default();
        let end = at + char.len_utf8();
        match char {
            '\r' => self.returns.push(at),
            '\n' => {
                // Whatever came before it belongs to the same line end.
                let start = self.returns.first().copied().unwrap_or(at);
                self.returns.clear();
                self.push('\n', start..end);
            }
            _ => {
                self.end_lines();
                return self.take_visible(char, at..end);
            }
        }
        end
    }

    fn take_visible(&mut self, char: char, range: Range<usize>) -> usize {
        let end = range.end;
        match char {
            '[' | '［' => {
                self.push('[', range);
                self.in_name = true;
                return self.take_odd_name(end);
            }
            ']' | '］' => {
                self.push(']', range);
                self.in_name = false;
            }
            _ if is_line_end(char) => self.push('\n', range),
            '\u{1}' => self.push(' ', range),
            _ if self.in_name => self.push(char, range),
            _ => self.push(plain(char), range),
        }
        end
    }

    /// After a bracket: takes the longest odd name that stands here and is closed.
    fn take_odd_name(&mut self, at: usize) -> usize {
        let rest = &self.original[at..];
        let is_here = |name: &&&str| {
            let after = rest.strip_prefix(**name);
            after.is_some_and(|after| after.starts_with([']', '］']))
        };
        let Some(name) = self
            .odd_names
            .iter()
            .filter(is_here)
            .max_by_key(|name| name.len())
        else {
            return at;
        };
        let mut place = at;
        for char in key(name).chars() {
            // The whole name stands for each of its characters; nobody asks for one alone.
            self.push_part(place..at + name.len());
            self.reading.text.push(char);
            place = at + name.len();
        }
        at + name.len()
    }

    /// No line feed follows the carriage returns so far.
    fn end_lines(&mut self) {
        let returns = std::mem::take(&mut self.returns);
        self.reading.has_lone_returns |= !returns.is_empty();
        if self.lone_returns == Returns::EndLines {
            for at in returns {
                self.push('\n', at..at + 1);
            }
        }
    }

    fn push(&mut self, char: char, range: Range<usize>) {
        if char == '\n' {
            self.in_name = false;
        }
        let at = self.reading.text.len();
        let is_copy = self.original[range.clone()].starts_with(char);
        let goes_on = self
            .reading
            .parts
            .last()
            .is_some_and(|part| part.to == range.start && part.to - part.from == at - part.at);
        match self.reading.parts.last_mut() {
            Some(part) if is_copy && goes_on && range.len() == char.len_utf8() => {
                part.to = range.end;
            }
            _ => self.push_part(range),
        }
        self.reading.text.push(char);
    }

    fn push_part(&mut self, range: Range<usize>) {
        let at = self.reading.text.len();
        let (from, to) = (range.start, range.end);
        self.reading.parts.push(Part { at, from, to });
    }
}

fn is_line_end(char: char) -> bool {
    matches!(
        char,
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// How long what stands at the start of the text is, if nobody sees it; else 0.
fn hidden_len(text: &str) -> usize {
    let Some(first) = text.chars().next() else {
        return 0;
    };
    let start = first.len_utf8();
    let rest = &text[start..];
    match first {
        '\u{1b}' => start + escape_len(rest),
        '\u{9b}' => start + control_len(rest),
        '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => start + string_len(rest),
        _ if is_invisible(first) => start,
        _ => 0,
    }
}

/// How long an escape sequence is, from behind its escape character.
fn escape_len(rest: &str) -> usize {
    match rest.bytes().next() {
        Some(b'[') => 1 + control_len(&rest[1..]),
        Some(b'P' | b'X' | b']' | b'^' | b'_') => 1 + string_len(&rest[1..]),
        _ => {
            let between = count(rest, |byte| matches!(byte, b' '..=b'/'));
            let last = rest.as_bytes().get(between);
            between + usize::from(last.is_some_and(|last| matches!(last, b'0'..=b'~')))
        }
    }
}

/// How long a control sequence is, from behind its introducer.
fn control_len(rest: &str) -> usize {
    let parameters = count(rest, |byte| matches!(byte, b'0'..=b'?'));
    let between = parameters + count(&rest[parameters..], |byte| matches!(byte, b' '..=b'/'));
    let last = rest.as_bytes().get(between);
    between + usize::from(last.is_some_and(|last| matches!(last, b'@'..=b'~')))
}

/// How long the text of a command is, such as a title's or a link's, with what ends
/// it. The end of the line does too, in case the end of the command was cut off.
fn string_len(rest: &str) -> usize {
    for (at, char) in rest.char_indices() {
        match char {
            '\u{7}' | '\u{9c}' => return at + char.len_utf8(),
            '\u{1b}' if rest[at..].starts_with("\u{1b}\\") => return at + 2,
            '\u{1b}' | '\r' => return at,
            _ if is_line_end(char) => return at,
            _ => {}
        }
    }
    rest.len()
}

fn count(text: &str, is_meant: impl Fn(u8) -> bool) -> usize {
    text.bytes().take_while(|&byte| is_meant(byte)).count()
}

/// Whether a character has no look of its own: control characters, and those that
/// Unicode says to ignore where they aren't known.
fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\0' | '\u{2}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}'
            | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The character that a wide one, a digit of another script or a sign like minus
/// stands for.
fn plain(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => u8::try_from(u32::from(char) - 0xfee0).map_or(char, char::from),
        '﹦' => '=',
        '−' | '﹣' | '\u{2010}'..='\u{2013}' => '-',
        _ => digit(char).map_or(char, |digit| char::from(b'0' + digit)),
    }
}

/// Where the digits of other scripts begin.
const ZEROS: [u32; 20] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50,
    0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0x1946, 0xa9d0,
];

fn digit(char: char) -> Option<u8> {
    let code = u32::from(char);
    let value = match code {
        // The digits of mathematics, in five styles.
        0x1d7ce..=0x1d7ff => (code - 0x1d7ce) % 10,
        _ => {
            let zero = ZEROS.iter().rev().find(|&&zero| zero <= code)?;
            code - zero
        }
    };
    u8::try_from(value).ok().filter(|&value| value < 10)
}
