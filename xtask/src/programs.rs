//! The Rust that the page shows beside a run: the source that runs, not a copy.
//!
//! It is cut out of the crate at each build, with its comments, and its lines are
//! named as `www/summation/programs.js` names those of the other languages. Whoever renames
//! a function or changes a line that the page marks hears of it from the build.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

use crate::places;

/// Where the lesson's program is.
const PROGRAM: &str = "src/summation/program.rs";

/// The same on the browser's own executor.
const EVENT_LOOP: &str = "crates/web/src/event_loop.rs";

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

/// A summation, whatever runs it. Of threads the two writes of a print are marked, not
/// the print.
const fn sum(lines: &'static [(&'static str, &'static str)]) -> Part {
    Part::Function {
        file: PROGRAM,
        name: "sum",
        lines,
    }
}

const SUM: Part = sum(&[
    ("head", "async fn sum("),
    ("compute", "task.compute("),
    ("wait", "task.sleep("),
    ("lock", "task.lock("),
    ("text", "task.print_with("),
]);

const SUM_IN_THREAD: Part = sum(&[
    ("head", "async fn sum("),
    ("compute", "task.compute("),
    ("wait", "task.sleep("),
    ("lock", "task.lock("),
]);

const PRINT: Part = Part::Function {
    file: "src/machine/executor.rs",
    name: "print_with",
    lines: &[("text", "print(self.id, write)"), ("newline", "'\\n'")],
};

/// The main program, whatever runs it.
const RUN: Part = Part::Function {
    file: PROGRAM,
    name: "run",
    lines: &[
        ("call", "main.spawn("),
        ("join", "main.join("),
        ("done", "main.print("),
    ],
};

/// In sequence it waits for each task where it has started it.
const RUN_IN_SEQUENCE: Part = Part::Function {
    file: PROGRAM,
    name: "run",
    lines: &[
        ("call", "main.spawn("),
        ("join", "task.await"),
        ("done", "main.print("),
    ],
};

const PROGRAMS: [Program; 5] = [
    Program {
        lane: "sequential",
        parts: &[SUM, RUN_IN_SEQUENCE, rules("Self::Sequential => Rules")],
    },
    Program {
        lane: "async",
        parts: &[SUM, RUN, rules("Self::Async | Self::EventLoop => Rules")],
    },
    Program {
        lane: "event-loop",
        parts: &[
            Part::Function {
                file: EVENT_LOOP,
                name: "sum",
                lines: &[
                    ("head", "async fn sum("),
                    ("compute", "compute("),
                    ("wait", "run.wait("),
                    ("text", "run.print("),
                ],
            },
            Part::Function {
                file: EVENT_LOOP,
                name: "wait",
                lines: &[],
            },
            Part::Function {
                file: EVENT_LOOP,
                name: "main",
                lines: &[
                    ("call", "start("),
                    ("join", "finished.sent("),
                    ("done", "run.print("),
                ],
            },
        ],
    },
    Program {
        lane: "threads",
        parts: &[
            SUM_IN_THREAD,
            PRINT,
            RUN,
            rules("Self::Threads | Self::Workers => Rules"),
        ],
    },
    Program {
        lane: "workers",
        parts: &[
            SUM_IN_THREAD,
            PRINT,
            Part::Function {
                file: PROGRAM,
                name: "run_worker",
                lines: &[("call", "main.spawn(")],
            },
        ],
    },
];

/// By which rules a lane's machine runs it.
const fn rules(start: &'static str) -> Part {
    Part::Line {
        file: "src/summation/lane.rs",
        place: "LaneKind::rules",
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

/// The lines of a function or a method, and of the comment above it, as far to the left
/// as can be.
///
/// `rustfmt` has formatted the file, so the brace that ends it stands where it begins,
/// and no other does.
fn function<'a>(file: &str, source: &'a str, name: &str) -> Result<Vec<&'a str>> {
    let lines: Vec<_> = source.lines().collect();
    let signature = format!("fn {name}(");
    let begins = |line: &str| line.contains(&signature) && !line.trim_start().starts_with('/');
    let head = only(0..lines.len(), |&index| begins(lines[index]));
    let head = head.with_context(|| format!("{file} has no single function `{name}`"))?;
    let indent = lines[head].len() - lines[head].trim_start().len();
    let comment = lines[..head].iter().rev();
    let is_comment = |line: &&&str| line.trim_start().starts_with("///");
    let start = head - comment.take_while(is_comment).count();
    let ends = |line: &&str| line.get(indent..) == Some("}") && line.trim_start() == "}";
    let length = lines[head..].iter().position(ends);
    let end = head + length.with_context(|| format!("`{name}` in {file} has no end"))?;
    let shown = lines[start..=end].iter();
    Ok(shown.map(|line| line.get(indent..).unwrap_or("")).collect())
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
