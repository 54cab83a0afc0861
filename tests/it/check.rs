//! Logs as people paste them: who can have printed them, or where they go wrong.

use interleaved::{Doubt, LaneKind, Program, Reason, Schedule, Verdict, check_log};
use proptest::prelude::*;

use crate::{handout, output, run, tasks};

/// From Python 3.12 in Jupyter.
const JUPYTER: &str = "\
[A] total = 1
[B] total = 5
[C] total = 10
[B] total = 11[C] total = 21
[A] total = 3

[C] total = 33[A] total = 6
[B] total = 18

[A] total = 10[B] total = 26
[C] total = 46

[C] total = 60[B] total = 35

Done!
";

/// As the course handed it down: with thirteen newlines for fourteen texts.
const HANDED_DOWN: &str = "\
[C] total=10
[B] total=5
[A] total=1
[C] total=21[A] total=3
[B] total=11

[B] total=18
[C] total=33
[A] total=6
[B] total=26[A] total=10
[C] total=46
[B] total=35[C] total=60

Done!!!
";

#[track_caller]
fn check(log: &str, verdict: Verdict) {
    assert_eq!(check_log(log, None).verdict, verdict, "tasks from the log");
    let given = handout().tasks;
    assert_eq!(check_log(log, Some(&given)).verdict, verdict, "tasks given");
}

#[track_caller]
fn impossible(log: &str, line: usize, reason: Reason) {
    let given = handout().tasks;
    let verdict = check_log(log, Some(&given)).verdict;
    assert_eq!(verdict, Verdict::Impossible { line, reason });
}

fn wrong(task: &str, found: i128, expected: Option<i128>) -> Reason {
    Reason::WrongTotal {
        task: task.to_owned(),
        found,
        expected,
    }
}

/// A log without some of its lines, counted from 1.
fn without(log: &str, dropped: &[usize]) -> String {
    let lines = log.lines().enumerate();
    let kept = lines.filter(|(index, _)| !dropped.contains(&(index + 1)));
    kept.map(|(_, line)| format!("{line}\n")).collect()
}

#[test]
fn each_lanes_log_is_known_as_the_lanes() {
    check(
        &output(&run(LaneKind::Sequential, &handout())),
        Verdict::Sequential,
    );
    check(&output(&run(LaneKind::Async, &handout())), Verdict::Async);
    let threads = Program {
        schedule: Schedule::Seeded(1),
        ..handout()
    };
    check(&output(&run(LaneKind::Threads, &threads)), Verdict::Threads);
}

#[test]
fn a_notebooks_log_is_one_of_threads() {
    check(JUPYTER, Verdict::Threads);
    assert_eq!(check_log(JUPYTER, None).torn, 4);
    let mut inferred = check_log(JUPYTER, None).tasks;
    inferred.sort_by(|a, b| a.name.cmp(&b.name));
    assert_eq!(inferred, *handout().tasks);
}

#[test]
fn the_log_that_was_handed_down_lacks_a_newline() {
    impossible(HANDED_DOWN, 14, Reason::EndsBeforeNewline("C".to_owned()));
    let restored = HANDED_DOWN.replace("[C] total=46\n", "[C] total=46\n\n");
    check(&restored, Verdict::Threads);
}

#[test]
fn a_log_may_stop_anywhere() {
    let log = output(&run(LaneKind::Async, &handout()));
    check(&without(&log, &[9, 10, 11, 12, 13, 14, 15]), Verdict::Async);
    check("[A] total=1\n", Verdict::Sequential);
}

#[test]
fn windows_newlines_and_words_between_dont_matter() {
    let log = output(&run(LaneKind::Async, &handout()));
    check(&log.replace('\n', "\r\n"), Verdict::Async);
    check(&format!("A starts\nB starts\n{log}"), Verdict::Async);
}

#[test]
fn names_may_be_odd() {
    let log = "[a]b] total=1\n[가] total=-5\n[a]b] total=3\n[가] total=-9\nDone!!!\n";
    let found = check_log(log, None);
    assert_eq!(found.verdict, Verdict::Async);
    assert_eq!(found.tasks, *tasks("a]b:1:3 가:-5:-3"));
}

#[test]
fn a_line_that_is_missing_shows_at_the_next_of_its_task() {
    let log = output(&run(LaneKind::Async, &handout()));
    impossible(&without(&log, &[4]), 6, wrong("A", 6, Some(3)));
    impossible(
        &without(&log, &[14]),
        14,
        Reason::EndsBeforeTask("C".to_owned()),
    );
}

#[test]
fn two_lines_of_one_task_cant_change_places() {
    let log = "[A] total=3\n[A] total=1\n";
    impossible(log, 1, wrong("A", 3, Some(1)));
}

#[test]
fn a_newline_cant_come_before_its_text() {
    impossible("\n[A] total=1", 1, Reason::NoText);
    impossible("[A] total=1\n\n[B] total=5", 2, Reason::NoText);
}

#[test]
fn a_task_waits_for_its_own_newline() {
    let log = "[A] total=1[A] total=3\n\n";
    impossible(log, 1, Reason::NoNewline("A".to_owned()));
    // One of the two newlines must be A's; then B has none.
    let log = "[A] total=1[B] total=5\n[A] total=3[B] total=11\n\n\n";
    impossible(log, 2, Reason::NoNewline("B".to_owned()));
}

#[test]
fn strangers_and_afterthoughts_are_impossible() {
    impossible("[X] total=1\n", 1, Reason::UnknownTask("X".to_owned()));
    impossible("[A] total=1\n[A] total=4\n", 2, wrong("A", 4, Some(3)));
    let log = format!("{}[A] total=1\n", output(&run(LaneKind::Async, &handout())));
    impossible(&log, 16, Reason::AfterTheEnd);
    let more = "[A] total=1\n[A] total=3\n[A] total=6\n[A] total=10\n[A] total=15\n";
    impossible(more, 5, wrong("A", 15, None));
}

#[test]
fn what_tells_nothing_is_undecided() {
    let doubt = |text: &str| check_log(text, None).verdict;
    assert_eq!(doubt(""), Verdict::Undecided(Doubt::NoTotals));
    assert_eq!(doubt("total=1\nDone!"), Verdict::Undecided(Doubt::NoTotals));
    let twins = tasks("A:1:2 A:1:3");
    let verdict = check_log("[A] total=1\n", Some(&twins)).verdict;
    assert_eq!(verdict, Verdict::Undecided(Doubt::SameNames));
}

#[test]
fn a_long_log_is_no_matter() {
    let program = Program {
        tasks: tasks("A:0:30000 B:0:30000"),
        ..handout()
    };
    let log = output(&run(LaneKind::Async, &program));
    assert!(log.len() > 1_000_000);
    assert_eq!(check_log(&log, None).verdict, Verdict::Async);
}

/// Whether newlines can be given to texts at all, by trying every way.
fn some_way(log: &[Option<usize>], open: &[bool]) -> bool {
    let Some((first, rest)) = log.split_first() else {
        return true;
    };
    let with = |task: usize, is_open: bool| {
        let mut open = open.to_vec();
        open[task] = is_open;
        open
    };
    match first {
        Some(task) => !open[*task] && some_way(rest, &with(*task, true)),
        None => (0..open.len()).any(|task| open[task] && some_way(rest, &with(task, false))),
    }
}

proptest! {
    #[test]
    fn whatever_threads_print_is_possible(seed: u32, lock: bool, count in 1_usize..6, steps in 1_usize..5) {
        let names: Vec<_> = (0..count).map(|task| format!("t{task}:{task}:{}", task + steps)).collect();
        let program = Program {
            tasks: tasks(&names.join(" ")),
            schedule: Schedule::Seeded(seed),
            lock,
            ..handout()
        };
        let log = output(&run(LaneKind::Threads, &program));
        for given in [None, Some(program.tasks.as_slice())] {
            let found = check_log(&log, given);
            prop_assert!(!matches!(found.verdict, Verdict::Impossible { .. }), "{log}\n{found:?}");
            prop_assert!(!lock || found.torn == 0);
        }
    }

    /// The nearest limit first finds a way if and only if there is one.
    #[test]
    fn newlines_are_given_as_well_as_can_be(pieces in prop::collection::vec(prop::option::of(0_usize..3), 0..11)) {
        let mut log = String::new();
        let mut sums = [(0, 0); 3];
        for piece in &pieces {
            match piece {
                Some(task) => {
                    let (next, sum) = &mut sums[*task];
                    *sum += *next;
                    *next += 1;
                    log.push_str(&format!("[{task}] total={sum}"));
                }
                None => log.push('\n'),
            }
        }
        // What ends a paste is nothing to go by.
        let kept = pieces.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        let possible = some_way(&pieces[..kept], &[false; 3]);
        let verdict = check_log(&log, Some(&tasks("0:0:99 1:0:99 2:0:99"))).verdict;
        let found = !matches!(verdict, Verdict::Impossible { .. });
        prop_assert_eq!(found, possible, "{:?} {:?}", log, verdict);
    }
}
