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
        "0 created 0 0",
        "0 started 0",
        "0 polled 0",
        "0 created 1 0",
        "0 started 1",
        "0 created 2 0",
        "0 started 2",
        "0 waiting 0 task 1",
        "0 polled 1",
        "1000 wrote 1 [A] total=1",
        "1000 wrote 1 \\n",
        "2000 wrote 1 [A] total=3",
        "2000 wrote 1 \\n",
        "2000 finished 1",
        "2000 woke 0",
        "2000 polled 2",
        "3000 wrote 2 [B] total=5",
        "3000 wrote 2 \\n",
        "3000 finished 2",
        "3000 polled 0",
        "3000 wrote 0 Done!!!",
        "3000 wrote 0 \\n",
        "3000 finished 0",
        "3000 done 0",
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
    assert_eq!(events.last().unwrap(), "3000 done 0");
    let events = transcript(&run(LaneKind::Async, &program));
    let is_of_c = |event: &&String| event.split(' ').nth(2) == Some("2");
    let of_c: Vec<_> = events.iter().filter(is_of_c).collect();
    assert_eq!(
        of_c,
        [
            "0 created 2 0",
            "0 started 2",
            "2000 polled 2",
            "2000 waiting 2 time 3000",
            "3000 woke 2",
            "3000 polled 2",
            "3000 wrote 2 [C] total=10",
            "3000 wrote 2 \\n",
            "3000 finished 2",
        ]
    );
}

#[test]
fn threads_that_compute_have_a_processor_each() {
    let program = program(Work::Compute);
    let lane = run(LaneKind::Threads, &program);
    assert_eq!(lane.duration(), 5_000);
    let events = transcript(&lane);
    // Between two prints a thread neither waits nor is woken: it runs. Only the main
    // program waits, for their ends.
    let waits = ["waiting", "woke"];
    for event in &events {
        let words: Vec<_> = event.split(' ').collect();
        assert!(words[2] == "0" || !waits.contains(&words[1]), "{event}");
    }
}
