//! How fast programs run here, beside CPython 3.11 where it is installed:
//! `cargo run --release -p interleaved-python --example speed`.
//!
//! Both run in turn, several times, and the fastest run of each counts. What is measured is
//! the run alone, without the start of the process.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use interleaved_python::driver::{Driver, Options, Outcome};

const ROUNDS: usize = 5;

/// Programs that compute, whose ratio to CPython matters.
const COMPUTING: [&str; 6] = ["loops", "calls", "lists", "dicts", "text", "floats"];

/// Programs that mostly wait, in virtual time here.
const WAITING: [&str; 2] = ["threads", "tasks"];

/// The programs of `bench/python.js`.
fn program(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join(format!("bench/pythons/programs/{name}.py"));
    fs::read_to_string(path).expect("the program is there")
}

fn main() {
    let only: Vec<String> = std::env::args().skip(1).collect();
    let is_wanted = |name: &&str| only.is_empty() || only.iter().any(|o| o == name);
    println!(
        "{:<10}{:>10}{:>12}{:>8}",
        "", "here, ms", "CPython, ms", "ratio"
    );
    for name in COMPUTING.into_iter().filter(is_wanted) {
        let text = program(name);
        let rounds = (0..ROUNDS).map(|_| (ours(&text).0, cpythons(&text)));
        let (ours, theirs): (Vec<_>, Vec<_>) = rounds.unzip();
        let ours = ours.into_iter().min().unwrap_or_default();
        let Some(theirs) = theirs.into_iter().flatten().min() else {
            println!("{name:<10}{:>10.1}", milliseconds(ours));
            continue;
        };
        let (ours, theirs) = (milliseconds(ours), milliseconds(theirs));
        println!("{name:<10}{ours:>10.1}{theirs:>12.1}{:>8.2}", ours / theirs);
    }
    for name in WAITING.into_iter().filter(is_wanted) {
        let text = program(name);
        let took = (0..ROUNDS).map(|_| ours(&text).0).min().unwrap_or_default();
        println!("{name:<10}{:>10.1}", milliseconds(took));
    }
    clones();
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// How long a program takes here, and what it prints.
fn ours(text: &str) -> (Duration, String) {
    let begin = Instant::now();
    let mut driver = Driver::new(text, Options::default());
    let mut output = String::new();
    loop {
        let goes_on = driver.turn();
        for written in driver.take_written() {
            output.push_str(&written.text);
        }
        if !goes_on {
            break;
        }
    }
    assert_eq!(driver.outcome(), Some(&Outcome::Done), "{output}");
    (begin.elapsed(), output)
}

const TIMER: &str = "
import io, sys, time
program = compile(sys.argv[1], 'program.py', 'exec')
terminal, sys.stdout = sys.stdout, io.StringIO()
begin = time.perf_counter()
exec(program, {'__name__': '__main__'})
took = time.perf_counter() - begin
print(took, file=terminal)
";

/// How long it takes in CPython, if that is there.
fn cpythons(text: &str) -> Option<Duration> {
    let mut command = Command::new("python3");
    let output = command.args(["-c", TIMER, text]).output().ok()?;
    let seconds: f64 = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
    Some(Duration::from_secs_f64(seconds))
}

/// What it costs to keep the state of a run at each of its turns.
fn clones() {
    let text = include_str!("../../tests/handout/threads.py");
    let mut driver = Driver::new(text, Options::default());
    let mut kept = Vec::new();
    let mut slowest = Duration::ZERO;
    let begin = Instant::now();
    while driver.turn() {
        let before = Instant::now();
        kept.push(driver.clone());
        slowest = slowest.max(before.elapsed());
    }
    let each = begin.elapsed() / kept.len().max(1) as u32;
    println!(
        "a turn of the handout's program and a clone: {:.1} us, the slowest clone {:.1} us",
        each.as_secs_f64() * 1e6,
        slowest.as_secs_f64() * 1e6
    );
}
