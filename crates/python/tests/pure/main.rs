//! The functions that need no machine, against CPython 3.11.
//!
//! Each family has a script in `cases` that prints calls and what CPython answers, a
//! line for each: the function, its arguments, `=`, the result as `repr` shows it (or
//! `!` and the exception), with tabs between. What the scripts print is kept in
//! `goldens`, and renewed by `GOLDENS=write cargo test --test pure`.

mod dates;
mod format;
mod math;
mod never_panics;
mod number;
mod random;
mod text;

use std::path::{Path, PathBuf};
use std::process::Command;

use interleaved_python::fault::Fault;
use interleaved_python::text::repr;

type Answer = Result<String, Fault>;

/// Here CPython's platform or `libm` don't always give the float nearest to the exact
/// result, and the two may differ by two in the last place.
const UNSURE: [&str; 7] = [
    "acosh",
    "asinh",
    "cbrt",
    "erf",
    "erfc",
    "vonmisesvariate",
    "weibullvariate",
];

/// Whether the floats in two results differ at most by two in the last place.
fn nearly_equal(a: &str, b: &str) -> bool {
    let floats = |shown: &str| -> Option<Vec<f64>> {
        let shown = shown.trim_matches(['[', ']']);
        shown.split(", ").map(|float| float.parse().ok()).collect()
    };
    match (floats(a), floats(b)) {
        (Some(a), Some(b)) if a.len() == b.len() => a
            .iter()
            .zip(&b)
            .all(|(a, b)| (a - b).abs() <= 2.0 * (a.abs().next_up() - a.abs())),
        _ => false,
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/pure")
        .join(name)
}

/// Checks each line of a family's golden file.
#[track_caller]
fn check(family: &str, evaluate: fn(&str, &Arguments) -> Answer) {
    renew_or_compare(family);
    let path = folder("goldens").join(format!("{family}.txt"));
    let golden = std::fs::read_to_string(&path).expect("the golden file is there");
    let mut wrong = Vec::new();
    for line in golden.split_terminator('\n') {
        let (call, expected) = line.rsplit_once("\t=\t").expect("a call and its result");
        let mut fields = call.split('\t');
        let name = fields.next().unwrap_or_default();
        let arguments = Arguments(fields.map(unescape).collect());
        let answer = match evaluate(name, &arguments) {
            Ok(shown) => shown,
            Err(fault) => format!("!{}", repr::text(&fault.to_string())),
        };
        let is_near = UNSURE.contains(&name) && nearly_equal(&answer, expected);
        if answer != expected && !is_near {
            let short = |text: &str| text.chars().take(200).collect::<String>();
            let (call, expected) = (short(call), short(expected));
            wrong.push(format!(
                "{call}\n  CPython {expected}\n  here    {}",
                short(&answer)
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} calls in {family}:\n{}",
        wrong.len(),
        golden.lines().count(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}

/// Where CPython 3.11 is there, the golden file must be what it prints.
#[track_caller]
fn renew_or_compare(family: &str) {
    let path = folder("goldens").join(format!("{family}.txt"));
    let Some(printed) = cpython(&folder("cases").join(format!("{family}.py"))) else {
        eprintln!("{family}: python3 is not CPython 3.11, so its golden file isn't compared");
        return;
    };
    if std::env::var("GOLDENS").is_ok_and(|what| what == "write") {
        std::fs::write(&path, printed).expect("the golden file can be written");
        return;
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        golden == printed,
        "{family}: CPython prints something else than its golden file"
    );
}

/// What CPython 3.11 prints, if it is there.
fn cpython(script: &Path) -> Option<String> {
    run_cpython(&[script])
}

fn run_cpython(arguments: &[&Path]) -> Option<String> {
    let version = Command::new("python3").arg("--version").output().ok()?;
    if !String::from_utf8_lossy(&version.stdout).starts_with("Python 3.11.") {
        return None;
    }
    let output = Command::new("python3")
        .args(arguments)
        .env("PYTHONIOENCODING", "utf-8")
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .ok()?;
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

fn unescape(field: &str) -> String {
    let mut text = String::new();
    let mut characters = field.chars();
    while let Some(c) = characters.next() {
        text.push(match c {
            '\\' => match characters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                _ => '\\',
            },
            _ => c,
        });
    }
    text
}

/// A call's arguments.
struct Arguments(Vec<String>);

impl Arguments {
    fn text(&self, index: usize) -> &str {
        &self.0[index]
    }

    /// `None` where the argument is `None`.
    fn maybe_text(&self, index: usize) -> Option<&str> {
        Some(self.text(index)).filter(|text| *text != "None")
    }

    fn number<T: std::str::FromStr>(&self, index: usize) -> T {
        let text = self.text(index);
        text.parse().unwrap_or_else(|_| panic!("a number: {text}"))
    }

    fn maybe_number(&self, index: usize) -> Option<i64> {
        self.maybe_text(index).map(|_| self.number(index))
    }

    /// Bytes, as hexadecimal digits.
    fn bytes(&self, index: usize) -> Vec<u8> {
        interleaved_python::text::bytes::from_hex(self.text(index)).expect("bytes")
    }
}

/// `repr` of a list of what is shown already.
fn list(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(", "))
}

/// `repr` of a tuple of two or more.
fn tuple(items: impl IntoIterator<Item = String>) -> String {
    format!("({})", items.into_iter().collect::<Vec<_>>().join(", "))
}

/// `repr` of a bool.
fn truth(value: bool) -> String {
    String::from(if value { "True" } else { "False" })
}
