//! Everything that the core does, natively and in virtual time.
#![cfg(not(target_arch = "wasm32"))]

mod check;
mod cut_words;
mod demo;
mod every_way;
mod example;
mod golden;
mod hostile;
mod kernel;
mod kitchen;
mod lanes;
mod layout;
mod lesson_state;
mod machine;
mod mapping;
mod pace;
mod pieces;
mod programs;
mod promises;
mod python;
mod runs;
mod schema;
mod settings;
mod threads;
mod unseen;
mod wakers;
mod work;
mod workers;

use std::rc::Rc;

use interleaved::{Lane, LaneKind, Log, Program, Schedule, Summation, Work};

/// Tasks in the notation of the settings, without its limits.
fn tasks(text: &str) -> Rc<Vec<Summation>> {
    let task = |item: &str| {
        let mut parts = item.rsplitn(3, ':');
        let high = parts.next().unwrap().parse().unwrap();
        let low = parts.next().unwrap().parse().unwrap();
        let name = parts.next().unwrap().to_owned();
        Summation { name, low, high }
    };
    Rc::new(text.split_whitespace().map(task).collect())
}

/// The lanes that run in virtual time.
const VIRTUAL: [LaneKind; 3] = [LaneKind::Sequential, LaneKind::Async, LaneKind::Threads];

fn handout() -> Program {
    Program {
        tasks: tasks("A:1:5 B:5:10 C:10:15"),
        interval: 1_000,
        work: Work::Wait,
        schedule: Schedule::InTurn,
        lock: false,
    }
}

/// Runs a lane to its end.
fn run(kind: LaneKind, program: &Program) -> Lane {
    let mut lane = Lane::new(kind, program, Log::default());
    while lane.run_until(u64::MAX, 1_000) == 0 {}
    assert!(lane.is_done());
    lane
}

fn output(lane: &Lane) -> String {
    lane.log().output(usize::MAX).to_owned()
}

/// All events, a line each, for comparison and for reading: see [`golden::line`], without
/// what an event hasn't.
fn transcript(lane: &Lane) -> Vec<String> {
    let log = lane.log();
    let line = |event| {
        let line = golden::line(&log, event).replace("\n\n", "\\n");
        line.trim_end().replace(" -", "")
    };
    log.prefix(usize::MAX).map(line).collect()
}

#[test]
fn the_events_are_to_the_letter_what_they_were() {
    golden::check_all();
}

/// Only for a change of the events that is meant: `cargo test -p interleaved golden -- --ignored`.
#[test]
#[ignore = "it writes what the other compares with"]
fn the_golden_file_is_written_anew() {
    let lines = golden::configurations();
    let lines: String = lines
        .iter()
        .map(|settings| golden::hashes(settings) + "\n")
        .collect();
    std::fs::write("tests/it/events.txt", lines).unwrap();
}
