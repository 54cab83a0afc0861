//! Random programs: from a grammar, they print what CPython prints, where it is installed;
//! and of any source at all, there is an answer.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use interleaved_python::driver::{Bounds, Options};
use interleaved_python::runner::{Run, run};

/// Numbers by chance, the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        // Xorshift: short, and good enough to choose with.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

fn ours(program: &str) -> Run {
    let options = Options {
        bounds: Bounds {
            steps: 200_000,
            ..Bounds::default()
        },
        ..Options::default()
    };
    run(program, options, |_, _| ())
}

/// An expression of the variables a to e, whose type nobody knows.
fn expression(chance: &mut Chance, depth: usize) -> String {
    if depth == 0 || chance.below(5) == 0 {
        return match chance.below(7) {
            0 => chance.below(20).to_string(),
            1 => chance
                .pick(&["0.5", "2.0", "1e3", "-1.25", "0.1"])
                .to_string(),
            2 => chance.pick(&["'ab'", "'x'", "''", "'한글'"]).to_string(),
            3 => chance.pick(&["True", "False", "None"]).to_string(),
            _ => chance.pick(&["a", "b", "c", "d", "e"]).to_string(),
        };
    }
    let mut part = || expression(chance, depth - 1);
    let (x, y, z) = (part(), part(), part());
    match chance.below(16) {
        0..4 => {
            let operator = chance.pick(&["+", "-", "//", "%", "/", "&", "|", "^"]);
            format!("({x} {operator} {y})")
        }
        4 => {
            let operator = chance.pick(&["<", "<=", "==", "!=", ">", "is", "in", "not in"]);
            // A literal beside `is` is a warning.
            let operator = if operator == "is" { "==" } else { operator };
            format!("({x} {operator} {y})")
        }
        5 => format!("({x} {} {y})", chance.pick(&["and", "or", "* 2 or"])),
        6 => format!("[{x}, {y}, {z}]"),
        7 => format!("({x}, {y})"),
        8 => format!("{{{x}: {y}}}"),
        9 => format!("({x} if {y} else {z})"),
        10 => format!("({x})[{y}]").replace("()[", "(a)["),
        11 => format!("[n for n in {x} if n != {y}]"),
        12 => format!(
            "f'{{{}}}:{{{}!r}}'",
            chance.pick(&["a", "b"]),
            chance.pick(&["c", "d"])
        ),
        13 => format!(
            "{}({x})",
            chance.pick(&["len", "str", "repr", "bool", "int", "float"])
        ),
        14 => format!(
            "{}({x})",
            chance.pick(&["sorted", "list", "sum", "max", "tuple", "abs"])
        ),
        _ => format!("(lambda n: {y})({x})"),
    }
}

fn statements(chance: &mut Chance, depth: usize, indent: usize, out: &mut String) {
    let blank = "    ".repeat(indent);
    for _ in 0..1 + chance.below(4) {
        let value = expression(chance, 3);
        let name = chance.pick(&["a", "b", "c", "d", "e"]);
        let inner = indent + 1;
        let _ = match chance.below(if depth == 0 { 4 } else { 9 }) {
            0 | 1 => writeln!(out, "{blank}{name} = small({value})"),
            2 => writeln!(out, "{blank}print({value})"),
            3 => writeln!(out, "{blank}{name} = small({name} + {value})"),
            4 => {
                let _ = writeln!(out, "{blank}if {value}:");
                statements(chance, depth - 1, inner, out);
                let _ = writeln!(out, "{blank}else:");
                statements(chance, depth - 1, inner, out);
                Ok(())
            }
            5 => {
                let _ = writeln!(out, "{blank}for {name} in range({}):", chance.below(4));
                statements(chance, depth - 1, inner, out);
                Ok(())
            }
            6 => {
                let kind = chance.pick(&["TypeError", "ValueError", "Exception"]);
                let _ = writeln!(out, "{blank}try:");
                statements(chance, depth - 1, inner, out);
                let _ = writeln!(out, "{blank}except {kind} as error:");
                writeln!(out, "{blank}    print(type(error).__name__, error)")
            }
            7 => {
                let _ = writeln!(out, "{blank}def f({name}):");
                statements(chance, depth - 1, inner, out);
                let _ = writeln!(out, "{blank}    return {value}");
                writeln!(out, "{blank}print(f({}))", expression(chance, 1))
            }
            _ => writeln!(
                out,
                "{blank}try:\n{blank}    print({value})\n{blank}finally:\n{blank}    {name} = 1"
            ),
        };
    }
}

/// Values that grow in loops are cut back.
const START: &str = "
def small(value):
    return value if len(repr(value)) < 200 else 0

a, b, c, d, e = 1, 2.5, 'text', [1, 2, 3], {'k': 1}
";

fn program(chance: &mut Chance) -> String {
    let mut text = START.to_string();
    statements(chance, 3, 0, &mut text);
    text
}

/// Runs all programs in one process: what each has printed, and the exception it ended with.
const RUNNER: &str = "
import contextlib, io, sys, warnings
warnings.simplefilter('ignore')
results = []
for source in sys.stdin.read().split('\\0'):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(source, 'program.py', 'exec'), {'__name__': '__main__'})
        except BaseException as error:
            print(type(error).__name__ + ':', error)
    results.append(out.getvalue())
sys.stdout.write('\\0'.join(results))
";

fn cpythons(programs: &[String]) -> Option<Vec<String>> {
    let version = Command::new("python3").arg("--version").output().ok()?;
    if !version.stdout.starts_with(b"Python 3.11") {
        return None;
    }
    let mut child = Command::new("python3")
        .args(["-c", RUNNER])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    let sources = programs.join("\0");
    let writer = std::thread::spawn(move || input.write_all(sources.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.split('\0').map(String::from).collect())
}

#[test]
fn programs_from_a_grammar_print_what_cpython_prints() {
    let mut chance = Chance(0x5eed);
    let programs: Vec<String> = (0..200).map(|_| program(&mut chance)).collect();
    let Some(expected) = cpythons(&programs) else {
        println!("skipped: python3 is not CPython 3.11 here");
        return;
    };
    assert_eq!(expected.len(), programs.len());
    for (program, expected) in programs.iter().zip(expected) {
        let run = ours(program);
        let mut found = run.output;
        // The last line of a traceback is the exception.
        if let Some(last) = run.errors.lines().last() {
            let has_message = last.contains(':');
            found.push_str(last);
            found.push_str(if has_message { "\n" } else { ": \n" });
        }
        // Addresses are made up here.
        if !expected.contains(" at 0x") {
            assert_eq!(found, expected, "{program}");
        }
    }
}

#[test]
fn there_is_an_answer_to_any_source() {
    const PIECES: &[&str] = &[
        "def f(",
        "class C:",
        "\n",
        "\n    ",
        "\n        ",
        "x",
        "y",
        "=",
        "==",
        ":",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ".",
        "*",
        "**",
        "@",
        "->",
        "lambda",
        "yield",
        "await",
        "async ",
        "for ",
        " in ",
        "if ",
        "else",
        "while ",
        "try:",
        "except",
        "finally:",
        "with ",
        " as ",
        "import ",
        "from ",
        "return",
        "raise",
        "global x",
        "nonlocal x",
        "del ",
        "pass",
        "break",
        "continue",
        "match x:",
        "case ",
        "_",
        "1",
        "0.5",
        "'a'",
        "f'{x}'",
        "f'{",
        "\"",
        "'''",
        "\\",
        "#",
        ":=",
        "not ",
        "and ",
        "or ",
        "is ",
        "None",
        "True",
        "print(",
        "...",
        "~",
        "-",
        "%",
        "é",
        "한",
        "\t",
        "\u{0}",
        ";",
        "assert ",
        "super()",
        "__init__",
        "self",
        "import threading",
        "0x",
        "1_",
    ];
    let mut chance = Chance(0xfeed);
    for _ in 0..1500 {
        let length = 1 + chance.below(30);
        let source: String = (0..length).map(|_| chance.pick(PIECES)).collect();
        ours(&source);
    }
}

#[test]
fn there_is_an_answer_to_programs_with_a_part_missing() {
    let mut chance = Chance(0xbad);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the programs are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    paths.sort();
    for path in paths {
        let text = std::fs::read_to_string(path).expect("a program can be read");
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let (from, more) = (chance.below(lines.len()), 1 + chance.below(3));
        let line = chance.below(lines.len());
        let cut: Vec<char> = lines[line].chars().collect();
        let half: String = cut[..cut.len() / 2].iter().collect();
        let without = lines[..from].iter().chain(lines[from..].iter().skip(more));
        ours(&without.copied().collect::<String>());
        let mut halved = lines.clone();
        halved[line] = &half;
        ours(&halved.concat());
    }
}
