//! The Rust that the page shows beside a run: the source that runs, not a copy.
//!
//! It is cut out of the crate at each build, with its comments, and its lines are
//! named as `www/programs.js` names those of the other languages. Whoever renames
//! a function or changes a line that the page marks hears of it from the build.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

use crate::places;

/// The module that the page imports.
const MODULE: &str = "rust-source.js";

/// What is shown of the program of a lane.
struct Program {
    lane: &'static str,
    parts: &'static [Part],
}

enum Part {
    /// A function, with the comment above it, and the names of its lines: each
    /// name goes to the only line that contains the text.
    Function {
        file: &'static str,
        name: &'static str,
        lines: &'static [(&'static str, &'static str)],
    },
    /// The only line of a file that starts so.
    Line {
        file: &'static str,
        place: &'static str,
        start: &'static str,
    },
}

const SUM: Part = Part::Function {
    file: "src/task.rs",
    name: "sum",
    lines: &[
        ("head", "async fn sum("),
        ("wait", "task.work().await"),
        ("text", "task.print("),
    ],
};

const SUM_IN_THREAD: Part = Part::Function {
    file: "src/task.rs",
    name: "sum_in_thread",
    lines: &[
        ("head", "async fn sum_in_thread("),
        ("wait", "task.work().await"),
        ("lock", "task.lock().await"),
        ("text", "task.write_total("),
        ("newline", "task.write_newline("),
    ],
};

const CONCURRENT: Part = Part::Function {
    file: "src/lane.rs",
    name: "concurrent",
    lines: &[
        ("call", "main.spawn("),
        ("join", "task.await"),
        ("done", "main.print("),
    ],
};

const PROGRAMS: [Program; 4] = [
    Program {
        lane: "sequential",
        parts: &[
            SUM,
            Part::Function {
                file: "src/lane.rs",
                name: "sequential",
                lines: &[("call", "main.spawn("), ("done", "main.print(")],
            },
            arm("Self::Sequential => Box::pin("),
        ],
    },
    Program {
        lane: "async",
        parts: &[SUM, CONCURRENT, arm("Self::Async => Box::pin(")],
    },
    Program {
        lane: "threads",
        parts: &[SUM_IN_THREAD, CONCURRENT, arm("_ => Box::pin(")],
    },
    Program {
        lane: "workers",
        parts: &[
            SUM_IN_THREAD,
            Part::Function {
                file: "src/thread.rs",
                name: "worker",
                lines: &[("call", "main.spawn(")],
            },
        ],
    },
];

/// Where a lane chooses its program.
const fn arm(start: &'static str) -> Part {
    Part::Line {
        file: "src/lane.rs",
        place: "LaneKind::executor",
        start,
    }
}

/// Writes the module with the Rust source into `folder`.
pub fn write(folder: &Path) -> Result<()> {
    let file = folder.join(MODULE);
    let module = module(|file| {
        let path = places::root().join(file);
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))
    })?;
    fs::write(&file, module).with_context(|| format!("could not write {}", file.display()))
}

/// The module, made of files that `read` reads.
fn module(read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut sources = Map::new();
    for program in &PROGRAMS {
        let mut lines = Vec::new();
        for part in program.parts {
            if !lines.is_empty() {
                lines.push("|".to_owned());
            }
            lines.extend(part.lines(&read)?);
        }
        sources.insert(program.lane.to_owned(), Value::from(lines.join("\n")));
    }
    let sources = Value::Object(sources);
    Ok(format!(
        "/** @type {{Record<string, string>}} */\nexport const RUST = {sources};\n"
    ))
}

impl Part {
    fn lines(&self, read: impl Fn(&str) -> Result<String>) -> Result<Vec<String>> {
        match *self {
            Self::Function { file, name, lines } => {
                let mut shown = vec![format!("|// {file}")];
                shown.extend(named(file, &function(file, &read(file)?, name)?, lines)?);
                Ok(shown)
            }
            Self::Line { file, place, start } => {
                let source = read(file)?;
                let line = only(source.lines().map(str::trim), |line| {
                    line.starts_with(start)
                });
                let line = line.with_context(|| format!("{file} has no single line `{start}…`"))?;
                Ok(vec![format!("|// {file}, {place}"), format!("|{line}")])
            }
        }
    }
}

/// The lines of a function outside any block, and of the comment above it.
///
/// `rustfmt` has formatted the file, so such a function begins in the first
/// column, and so does the brace that ends it, and no other.
fn function<'a>(file: &str, source: &'a str, name: &str) -> Result<Vec<&'a str>> {
    let lines: Vec<_> = source.lines().collect();
    let signature = format!("fn {name}(");
    let begins = |line: &str| line.contains(&signature) && !line.starts_with([' ', '/']);
    let head = only(0..lines.len(), |&index| begins(lines[index]));
    let head = head.with_context(|| format!("{file} has no single function `{name}`"))?;
    let comment = lines[..head].iter().rev();
    let start = head - comment.take_while(|line| line.starts_with("///")).count();
    let length = lines[head..].iter().position(|&line| line == "}");
    let end = head + length.with_context(|| format!("`{name}` in {file} has no end"))?;
    Ok(lines[start..=end].to_vec())
}

/// The lines of a function with their names before them.
fn named(file: &str, function: &[&str], names: &[(&str, &str)]) -> Result<Vec<String>> {
    let mut of_line = vec![""; function.len()];
    for (name, text) in names {
        let code = |line: &str| line.contains(text) && !line.trim_start().starts_with("//");
        let index = only(0..function.len(), |&index| code(function[index]));
        let index = index.with_context(|| {
            format!("{file} has no single line with `{text}`, which the page marks as `{name}`")
        })?;
        ensure!(of_line[index].is_empty(), "{file}: `{text}` has two names");
        of_line[index] = name;
    }
    let lines = of_line.iter().zip(function);
    Ok(lines.map(|(name, line)| format!("{name}|{line}")).collect())
}

/// The only item that fits; none where several do.
fn only<T>(items: impl Iterator<Item = T>, fits: impl FnMut(&T) -> bool) -> Option<T> {
    let mut fitting = items.filter(fits);
    let item = fitting.next()?;
    fitting.next().is_none().then_some(item)
}

#[cfg(test)]
mod tests;
