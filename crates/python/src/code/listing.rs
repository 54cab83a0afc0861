//! Code as a text for people and tests.

use std::fmt::Write;

use super::{Code, Constant};
use crate::names::Names;

/// All instructions of a code, and of the codes in it.
pub fn listing(code: &Code, names: &Names) -> String {
    let mut text = String::new();
    write_code(&mut text, code, names);
    text
}

fn write_code(text: &mut String, code: &Code, names: &Names) {
    let _ = writeln!(text, "{}:", code.qualname);
    let mut line = 0;
    for (place, instr) in code.instrs.iter().enumerate() {
        let here = code.line(place as u32);
        let margin = if here == line {
            String::new()
        } else {
            here.to_string()
        };
        line = here;
        let _ = writeln!(text, "{margin:>4} {place:>4}  {instr:?}");
    }
    for handler in &code.handlers {
        let (start, end) = (handler.start, handler.end);
        let _ = writeln!(
            text,
            "          {start}..{end} -> {} at depth {}",
            handler.target, handler.depth
        );
    }
    let all: Vec<String> = code
        .names
        .iter()
        .map(|&n| names.text(n).to_string())
        .collect();
    let _ = writeln!(text, "     names: {}", all.join(" "));
    for constant in &code.constants {
        if let Constant::Code(inner) = constant {
            text.push('\n');
            write_code(text, inner, names);
        }
    }
}
