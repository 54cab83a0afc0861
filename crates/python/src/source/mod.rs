//! The text of a program: its lines, and what is wrong with it.

mod brackets;
pub mod nesting;
pub mod syntax;

use std::rc::Rc;

/// The text of a program and where its lines begin.
#[derive(Debug)]
pub struct Source {
    /// As it is named in tracebacks.
    pub file: Rc<str>,
    pub text: Rc<str>,
    lines: Vec<usize>,
}

impl Source {
    /// A text under a name.
    pub fn new(file: &str, text: &str) -> Source {
        // A byte order mark is no part of the program.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = vec![0];
        lines.extend(line_ends(text));
        Source {
            file: file.into(),
            text: text.into(),
            lines,
        }
    }

    /// The number of the line that a byte is in, from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|&start| start <= offset)
    }

    /// Where a line begins; lines are counted from 1.
    pub fn line_start(&self, line: usize) -> usize {
        let index = line.saturating_sub(1);
        self.lines.get(index).copied().unwrap_or(self.text.len())
    }

    /// A line without its end, or nothing if there is no such line.
    pub fn line(&self, line: usize) -> &str {
        let (start, end) = (self.line_start(line), self.line_start(line + 1));
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// How many lines there are.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }
}

fn line_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().filter_map(|(place, byte)| {
        let next = bytes.get(place + 1);
        let ends = *byte == b'\n' || (*byte == b'\r' && next != Some(&b'\n'));
        ends.then_some(place + 1)
    })
}
