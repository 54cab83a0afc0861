//! Tracebacks as CPython 3.11 prints them.

use std::fmt::Write;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use super::Machine;
use crate::code::Span;
use crate::source::Source;
use crate::types;
use crate::values::Value;
use crate::values::exception::Level;

/// The same line more often than this is only counted.
const REPEATS: usize = 3;

impl Machine {
    /// The lines of an exception's traceback, from the outermost level on.
    pub fn traceback_text(&self, exception: Value) -> String {
        let Some(exception) = self.as_exception(exception) else {
            return String::new();
        };
        let mut text = String::new();
        let mut last: Option<(usize, String)> = None;
        let mut count = 0;
        for level in exception.traceback.iter().rev() {
            let here = (
                level.code.line(level.instruction),
                level.code.name.to_string(),
            );
            if last.as_ref() == Some(&here) {
                count += 1;
            } else {
                write_repeats(&mut text, count);
                last = Some(here);
                count = 1;
            }
            if count <= REPEATS {
                write_level(&mut text, level);
            }
        }
        write_repeats(&mut text, count);
        text
    }

    /// An exception as the last line of its traceback has it, without asking its class.
    pub fn exception_in_words(&self, exception: Value) -> String {
        let name = &self.class(self.class_of(exception)).name;
        let arguments = self.as_exception(exception).map(|e| e.args);
        let first = arguments.and_then(|args| self.as_tuple(args)?.first().copied());
        match first {
            None => name.to_string(),
            Some(first) => match self.as_str(first) {
                Some(text) => format!("{name}: {text}"),
                None => format!("{name}: {}", self.plain_repr(first)),
            },
        }
    }

    /// Whether an exception is a `SystemExit`, which ends a thread in silence.
    pub fn is_exit(&self, exception: Value) -> bool {
        self.is_instance(exception, types::SYSTEM_EXIT)
    }

    /// A line of the program's text, without the white space around it.
    pub fn source_line(&self, line: u32) -> Option<String> {
        let program = self.program.as_ref()?;
        Some(program.source.line(line as usize).trim().to_string())
    }

    /// The lines that an exception came along, outermost first.
    pub fn traceback_lines(&self, exception: Value) -> Vec<(String, usize, String)> {
        let Some(exception) = self.as_exception(exception) else {
            return Vec::new();
        };
        let levels = exception.traceback.iter().rev();
        let line = |level: &Level| {
            let code = &level.code;
            (
                code.source.file.to_string(),
                code.line(level.instruction),
                code.name.to_string(),
            )
        };
        levels.map(line).collect()
    }
}

fn write_repeats(text: &mut String, count: usize) {
    if count > REPEATS {
        let more = count - REPEATS;
        let times = if more == 1 { "time" } else { "times" };
        let _ = writeln!(text, "  [Previous line repeated {more} more {times}]");
    }
}

fn write_level(text: &mut String, level: &Level) {
    let code = &level.code;
    let line = code.line(level.instruction);
    let _ = writeln!(
        text,
        "  File \"{}\", line {line}, in {}",
        code.source.file, code.name
    );
    let source_line = code.source.line(line);
    let stripped = source_line.trim_start();
    if stripped.trim_end().is_empty() {
        return;
    }
    let _ = writeln!(text, "    {}", stripped.trim_end());
    let span = code
        .spans
        .get(level.instruction as usize)
        .copied()
        .unwrap_or_default();
    if let Some(marks) = marks(&code.source, span, line) {
        let _ = writeln!(text, "    {marks}");
    }
}

/// The marks under the part of a line that an instruction comes from.
fn marks(source: &Source, span: Span, line: usize) -> Option<String> {
    let start_of_line = source.line_start(line);
    let text = source.line(line);
    let indent = text.len() - text.trim_start().len();
    let start = (span.start as usize).checked_sub(start_of_line)?;
    let one_line = source.line_of(span.end as usize) == line;
    let end = if one_line {
        (span.end as usize).checked_sub(start_of_line)?
    } else {
        text.trim_end().len()
    };
    if start < indent || end <= start || end > text.len() {
        return None;
    }
    let anchors = if one_line {
        anchors(&text[start..end])
    } else {
        None
    };
    let columns = |from: usize, to: usize| text[from..to].chars().map(width).sum::<usize>();
    if anchors.is_none() && columns(start, end) == columns(indent, text.len()) {
        return None;
    }
    let mut marks = " ".repeat(columns(indent, start));
    match anchors {
        None => marks.push_str(&"^".repeat(columns(start, end))),
        Some((left, right)) => {
            marks.push_str(&"~".repeat(columns(start, start + left)));
            marks.push_str(&"^".repeat(columns(start + left, start + right)));
            marks.push_str(&"~".repeat(columns(start + right, end)));
        }
    }
    Some(marks)
}

/// How many columns a character takes.
fn width(c: char) -> usize {
    let is_wide = matches!(
        u32::from(c),
        0x1100..=0x115f
            | 0x2e80..=0x303e
            | 0x3041..=0xa4cf
            | 0xa960..=0xa97c
            | 0xac00..=0xd7a3
            | 0xf900..=0xfaff
            | 0xfe30..=0xfe6f
            | 0xff01..=0xff60
            | 0xffe0..=0xffe6
            | 0x1f300..=0x1f64f
            | 0x1f680..=0x1f6ff
            | 0x1f900..=0x1f9ff
            | 0x20000..=0x3fffd
    );
    if is_wide { 2 } else { 1 }
}

/// The operator of a segment that is an operation, or the index of one that is an
/// element: what is marked more strongly.
fn anchors(segment: &str) -> Option<(usize, usize)> {
    let module = ruff_python_parser::parse_module(segment).ok()?;
    let [Stmt::Expr(statement)] = module.suite().as_slice() else {
        return None;
    };
    match &*statement.value {
        Expr::BinOp(operation) => {
            let from = operation.left.range().end().to_usize();
            let to = operation.right.range().start().to_usize();
            let bytes = segment.as_bytes();
            let place = (from..to).find(|&at| !matches!(bytes[at], b' ' | b'\t' | b')' | b'\\'))?;
            let two = place + 1 < to && !bytes[place + 1].is_ascii_whitespace();
            Some((
                place,
                place + 1 + usize::from(two && bytes[place + 1] != b'('),
            ))
        }
        Expr::Subscript(subscript) => Some((
            subscript.value.range().end().to_usize(),
            subscript.slice.range().end().to_usize() + 1,
        )),
        _ => None,
    }
}
