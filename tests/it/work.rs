//! Steps that compute: who has a thread keeps it.

use super::{VIRTUAL, handout, output, run, transcript};
use interleaved::{LaneKind, Program, Work};

fn program(work: Work) -> Program {
    Program { work, ..handout() }
}

#[test]
fn futures_that_compute_take_as_long_as_one_after_the_other() {
    let program = program(Work::Compute);
    let seconds = VIRTUAL.map(|kind| run(kind, &program).duration() / 1_000);
    assert_eq!(seconds, [14, 14, 5]);
    let lines = |kind| {
        let text = output(&run(kind, &program));
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines
    };
    // To the last line, which says how they were started, even the logs are the same.
    let (one_by_one, futures) = (lines(LaneKind::Sequential), lines(LaneKind::Async));
    assert_eq!(one_by_one[..14], futures[..14]);
}

#[test]
fn a_future_that_computes_is_polled_once() {
    let program = Program {
        tasks: super::tasks("A:1:3 B:5:6"),
        ..program(Work::Compute)
    };
    let expected = [
        "0 0 started",
        "0 1 started",
        "0 0 polled",
        "1000 0 wrote \"[A] total=1\"",
        "1000 0 wrote \"\\n\"",
        "2000 0 wrote \"[A] total=3\"",
        "2000 0 wrote \"\\n\"",
        "2000 0 finished",
        "2000 1 polled",
        "3000 1 wrote \"[B] total=5\"",
        "3000 1 wrote \"\\n\"",
        "3000 1 finished",
        "3000 main wrote \"Done!!!\"",
        "3000 main wrote \"\\n\"",
        "3000 main done",
    ];
    assert_eq!(transcript(&run(LaneKind::Async, &program)), expected);
}

#[test]
fn a_task_that_never_waits_holds_everybody_up() {
    let program = Program {
        tasks: super::tasks("A:1:3 B:5:7 C:10:12"),
        ..program(Work::Block)
    };
    let lane = run(LaneKind::Async, &program);
    assert_eq!(lane.duration(), 4_000);
    assert_eq!(
        output(&lane),
        "[A] total=1\n[A] total=3\n\
         [B] total=5\n[C] total=10\n[B] total=11\n[C] total=21\nDone!!!\n"
    );
}

#[test]
fn a_wake_is_late_while_somebody_computes() {
    // A computes from 1000 to 3000, and C, which waits from 0, is due at 1000.
    let program = Program {
        tasks: super::tasks("A:1:3 C:10:11"),
        ..program(Work::Block)
    };
    let events = transcript(&run(LaneKind::Sequential, &program));
    assert_eq!(events.last().unwrap(), "3000 main done");
    let events = transcript(&run(LaneKind::Async, &program));
    let of_c: Vec<_> = events
        .iter()
        .filter(|event| event.contains(" 1 "))
        .collect();
    assert_eq!(
        of_c,
        [
            "0 1 started",
            "2000 1 polled",
            "2000 1 waiting until 3000",
            "3000 1 woke",
            "3000 1 polled",
            "3000 1 wrote \"[C] total=10\"",
            "3000 1 wrote \"\\n\"",
            "3000 1 finished",
        ]
    );
}

#[test]
fn threads_that_compute_have_a_processor_each() {
    let program = program(Work::Compute);
    let lane = run(LaneKind::Threads, &program);
    assert_eq!(lane.duration(), 5_000);
    let events = transcript(&lane);
    // Between two prints a thread neither waits nor is woken: it runs.
    assert!(!events.iter().any(|event| event.contains("waiting until")));
    assert!(!events.iter().any(|event| event.contains("woke")));
}
