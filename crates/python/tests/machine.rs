//! What programs print, compared with what CPython 3.11 printed.
//!
//! Beside each program in `tests/programs` stands what CPython printed for it:
//! output, errors, and the exit status. Where `python3` is version 3.11 it runs them again,
//! and has to print the same; with `UPDATE=1` those files are made anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use interleaved_python::driver::{Bounds, Options, Outcome};
use interleaved_python::runner::run;

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut all: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the programs are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .filter(|path| path.to_string_lossy().contains(&only))
        .collect();
    all.sort();
    all
}

fn record(output: &str, errors: &str, status: i32) -> String {
    let mut text = output.to_string();
    if !errors.is_empty() {
        text.push_str("--- errors\n");
        text.push_str(errors);
    }
    if status != 0 {
        text.push_str(&format!("--- status {status}\n"));
    }
    text
}

fn ours(program: &Path) -> String {
    let text = fs::read_to_string(program).expect("a program can be read");
    let bounds = Bounds {
        steps: 50_000_000,
        ..Bounds::default()
    };
    let options = Options {
        bounds,
        ..Options::default()
    };
    let run = run(&text, options, |_, _| ());
    let ended = matches!(run.outcome, Outcome::Done | Outcome::Raised);
    assert!(ended, "{}: {:?}", program.display(), run.outcome);
    record(&run.output, &run.errors, run.status.into())
}

/// Programs mostly wait: so many run at a time.
const AT_A_TIME: usize = 12;

/// So often a program may print something else before it is a failure.
const TRIES: usize = 4;

/// Does something with each program, several at a time, and returns the results in the
/// order of the programs.
fn for_each_program<T: Send>(run: impl Fn(&Path) -> T + Sync) -> Vec<(PathBuf, T)> {
    let programs = programs();
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = run(program);
                    let mut results = results.lock().expect("no thread panics holding it");
                    results.push((program.clone(), result));
                }
            });
        }
    });
    let mut results = results.into_inner().expect("no thread panics holding it");
    results.sort_by(|(a, _), (b, _)| a.cmp(b));
    results
}

/// CPython 3.11 itself, and not what may stand before it on the path and looks for it.
fn python() -> Option<&'static str> {
    static FOUND: OnceLock<Option<String>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        let question =
            "import sys; print(sys.executable if sys.version_info[:2] == (3, 11) else '')";
        let output = Command::new("python3").args(["-c", question]).output();
        let path = String::from_utf8(output.ok()?.stdout).ok()?;
        Some(path.trim().to_string()).filter(|path| !path.is_empty())
    });
    found.as_deref()
}

/// What CPython prints, run in a folder of its own under the name `program.py`.
fn pythons(program: &Path) -> String {
    let name = program.file_stem().unwrap_or_default().to_string_lossy();
    let folder = std::env::temp_dir().join(format!("interleaved-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the program");
    let copy = folder.join("program.py");
    fs::copy(program, &copy).expect("a copy of the program");
    let output = Command::new(python().expect("only CPython 3.11 says what is right"))
        .arg("program.py")
        .current_dir(&folder)
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONIOENCODING", "utf-8")
        .env_remove("PYTHONUNBUFFERED")
        .stdin(std::process::Stdio::null())
        .output()
        .expect("python3 runs");
    let text = |bytes: &[u8]| {
        let prefix = format!("{}/", folder.canonicalize().unwrap_or_default().display());
        without_library(&String::from_utf8_lossy(bytes).replace(&prefix, ""))
    };
    let record = record(
        &text(&output.stdout),
        &text(&output.stderr),
        output.status.code().unwrap_or(-1),
    );
    fs::remove_dir_all(&folder).expect("the folder can be removed");
    record
}

/// A text without the levels of tracebacks that lie in CPython's own library: ours is
/// another, and shows none of its lines.
fn without_library(text: &str) -> String {
    let mut kept = String::new();
    let mut skips = false;
    for line in text.split_inclusive('\n') {
        // In a group each line stands behind bars.
        let mut words = line;
        while let Some(rest) = words.trim_start_matches(' ').strip_prefix("| ") {
            words = rest;
        }
        if words.starts_with("  File \"") {
            skips = words.contains("/lib/python3.11/") || words.contains("\"<frozen ");
        } else if !words.starts_with("    ") {
            skips = false;
        }
        if !skips {
            kept.push_str(line);
        }
    }
    kept
}

/// The first line in which two texts differ.
fn difference(expected: &str, found: &str) -> String {
    let lines = expected.lines().zip(found.lines()).enumerate();
    for (number, (expected, found)) in lines {
        if expected != found {
            return format!(
                "line {}\n  CPython: {expected}\n  here:    {found}",
                number + 1
            );
        }
    }
    let (more, text) = if expected.len() > found.len() {
        (
            "CPython prints more",
            &expected[found.len().min(expected.len())..],
        )
    } else {
        ("here is more", &found[expected.len().min(found.len())..])
    };
    format!(
        "{more}: {}",
        text.lines().take(3).collect::<Vec<_>>().join("\n  ")
    )
}

#[test]
fn programs_print_what_cpython_prints() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = Vec::new();
    let all = for_each_program(|program| {
        if update {
            let golden = program.with_extension("out");
            fs::write(golden, pythons(program)).expect("the record can be written");
        }
        std::panic::catch_unwind(|| ours(program))
    });
    for (program, found) in all {
        let golden = program.with_extension("out");
        let expected = fs::read_to_string(&golden)
            .unwrap_or_else(|_| panic!("{} is missing: UPDATE=1 makes it", golden.display()));
        let name = program
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match found {
            Ok(found) if found == expected => {}
            Ok(found) => failures.push(format!("{name}: {}", difference(&expected, &found))),
            Err(_) => failures.push(format!("{name}: panicked")),
        }
    }
    assert!(
        failures.is_empty(),
        "{} differ:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn the_records_are_what_cpython_prints_today() {
    if python().is_none() {
        println!("skipped: python3 is not CPython 3.11 here");
        return;
    }
    for (program, mut found) in for_each_program(pythons) {
        let golden = program.with_extension("out");
        let expected = fs::read_to_string(&golden).expect("the record is there");
        // Where much else runs, a sleep may be long enough for another thread to come first.
        for _ in 0..TRIES {
            if found != expected {
                found = pythons(&program);
            }
        }
        assert_eq!(found, expected, "{}", program.display());
    }
}
