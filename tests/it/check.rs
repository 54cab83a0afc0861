//! Logs as people paste them: who can have printed them, or where they go wrong.

use interleaved::{Doubt, LaneKind, MAX_LOG, Program, Reason, Schedule, Verdict, Write, check_log};

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
fn the_log_that_was_handed_down_has_lost_an_empty_line() {
    check(HANDED_DOWN, Verdict::Threads);
    let found = check_log(HANDED_DOWN, None);
    assert_eq!((found.torn, found.lost), (3, 1));
    let restored = HANDED_DOWN.replace("[C] total=46\n", "[C] total=46\n\n");
    check(&restored, Verdict::Threads);
    assert_eq!(check_log(&restored, None).lost, 0);
}

#[test]
fn only_empty_lines_can_be_lost() {
    // Each of the two texts needs a newline, and there is one to lose another at.
    let log = "[A] total=1[B] total=5\n[A] total=3[B] total=11\n\n[C] total=10\n";
    check(log, Verdict::Threads);
    assert_eq!(check_log(log, None).lost, 1);
    // Here is none between A's two texts, nor between C's text and the end.
    impossible(
        "[A] total=1[A] total=3\n\n",
        1,
        Reason::NoNewline("A".to_owned()),
    );
    let end = "[A] total=1\n[C] total=10Done!";
    impossible(end, 2, Reason::EndsBeforeNewline("C".to_owned()));
    // A newline too many is none too few.
    impossible("[A] total=1\n\n[B] total=5", 2, Reason::NoText);
}

#[test]
fn a_lost_newline_is_told_of_where_there_is_one() {
    let log = "[A] total=1[B] total=5\n[A] total=3\nDone!";
    let found = check_log(log, None);
    let writes: Vec<_> = found
        .writes
        .iter()
        .map(|written| {
            let text = &log[written.range.clone()];
            (written.line, written.task, written.write, text)
        })
        .collect();
    assert_eq!(
        writes,
        [
            (1, 0, Write::Total(1), "[A] total=1"),
            (1, 1, Write::Total(5), "[B] total=5"),
            (1, 0, Write::Newline, "\n"),
            (2, 0, Write::Total(3), "[A] total=3"),
            (2, 1, Write::Newline, "\n"),
            (2, 0, Write::LostNewline, ""),
        ]
    );
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
    check(&format!("A starts\nB starts\n\n{log}"), Verdict::Async);
    check(&log.replace('\n', "  \t\n"), Verdict::Async);
    check(&format!("{log}\n>>> \nCPU times: 5 ms\n"), Verdict::Async);
    check(&log.replace(" total=", "\u{a0}total =\t"), Verdict::Async);
    let coloured = log.replace("[A]", "\u{1b}[0;31m[A]");
    check(&coloured, Verdict::Async);
    // Colours are nothing that was printed: no newline of theirs can be too many.
    impossible(&coloured.replacen('\n', "\n\n", 1), 2, Reason::NoText);
}

#[test]
fn a_tasks_other_words_are_texts_too() {
    let log = "\
[A] 시작[B] 시작
[C] 시작

[A] total=1
[B] total=5[C] total=10

[A] 끝
";
    let given = tasks("A:1:2 B:5:6 C:10:11");
    let found = check_log(log, Some(&given));
    assert_eq!((found.verdict, found.torn), (Verdict::Threads, 2));
    let words = found
        .writes
        .iter()
        .filter(|each| each.write == Write::Words);
    assert_eq!(words.count(), 4);
    // Without A's newline B has none.
    let log = "[A] 시작[B] 시작\n[A] total=1\n\n\n[B] total=5";
    impossible(log, 4, Reason::NoText);
    impossible(
        "[A] 시작[A] total=1\n",
        1,
        Reason::NoNewline("A".to_owned()),
    );
}

#[test]
fn words_tell_lanes_apart() {
    let sequential = "[A] start\n[A] total=1\n[A] end\n[B] start\n[B] total=5\n[B] end\nDone!!";
    assert_eq!(check_log(sequential, None).verdict, Verdict::Sequential);
    let futures = "[A] start\n[B] start\n[A] total=1\n[A] end\n[B] total=5\n[B] end\nDone!!!";
    assert_eq!(check_log(futures, None).verdict, Verdict::Async);
    for other in [
        "[A] start\n[A] total=1\n[B] start\n[A] end\n[B] total=5\n[B] end\nDone!",
        "[A] start\n[B] start\n[A] total=1\n[B] total=5\n[A] end\n[B] end\nDone!",
    ] {
        let verdict = check_log(other, None).verdict;
        assert_eq!(verdict, Verdict::Interleaved, "{other}");
    }
}

#[test]
fn names_may_be_odd() {
    let log = "[a]b] total=1\n[가] total=-5\n[a]b] total=3\n[가] total=-9\nDone!!!\n";
    let found = check_log(log, None);
    assert_eq!(found.verdict, Verdict::Async);
    assert_eq!(found.tasks, *tasks("a]b:1:3 가:-5:-3"));
    let pairs = "[a[0]] total=1\n[a[1]] total=5\n[a] total=0\n[a[0]] total=3\n";
    assert_eq!(
        check_log(pairs, None).tasks,
        *tasks("a[0]:1:3 a[1]:5:6 a:0:1")
    );
    // Brackets that are no pairs need the tasks.
    let log = log.replace('가', "[c[");
    let given = tasks("a]b:1:3 [c[:-5:-3");
    assert_eq!(check_log(&log, Some(&given)).verdict, Verdict::Async);
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
    let log = "[A] total=1\n[A] total=3[B] total=5[A] total=6\n\n";
    impossible(log, 2, Reason::NoNewline("A".to_owned()));
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
    let given = handout().tasks;
    let verdict = check_log("no log", Some(&given)).verdict;
    assert_eq!(verdict, Verdict::Undecided(Doubt::NoTotals));
    let twins = tasks("A:1:2 A:1:3");
    let verdict = check_log("[A] total=1\n", Some(&twins)).verdict;
    assert_eq!(verdict, Verdict::Undecided(Doubt::SameNames));
    let long = "[A] total=0\n".repeat(MAX_LOG / 12 + 1);
    assert_eq!(doubt(&long), Verdict::Undecided(Doubt::TooLong));
}

#[test]
fn a_total_that_no_task_has_is_impossible() {
    let long = format!("[A] total={}\n", "9".repeat(30));
    let found = check_log(&long, None).verdict;
    assert!(
        matches!(found, Verdict::Impossible { line: 1, .. }),
        "{found:?}"
    );
    // Longer still it isn't taken for a number.
    let long = format!("[A] total={}\n", "9".repeat(31));
    assert_eq!(
        check_log(&long, None).verdict,
        Verdict::Undecided(Doubt::NoTotals)
    );
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

/// Whatever is pasted takes as long as sorting its lines: what would take longer
/// would take hours here.
#[test]
fn a_megabyte_of_anything_is_decided() {
    let mebibyte = |part: &str| part.repeat((1 << 20) / part.len());
    for part in [
        "[",
        "]",
        "\n",
        "[]",
        "[] ",
        "] total",
        "[A] total",
        "[A] total= ",
        "[A] total=1",
        " ",
        "[A] total=1\n",
        "[A] x",
        "x\n",
        "\u{1b}[0m",
        "Done!\n",
        "가",
    ] {
        let text = format!("[A] total=1{}[A] total=3", mebibyte(part));
        let verdict = check_log(&text, None).verdict;
        assert_ne!(verdict, Verdict::Undecided(Doubt::TooLong), "{part:?}");
    }
    let each_another: String = (0..70_000)
        .map(|task| format!("[{task}] total=0\n"))
        .collect();
    assert_eq!(check_log(&each_another, None).verdict, Verdict::Sequential);
    // All texts of a round in one line: of all their newlines two are left.
    let texts: String = (0..30_000)
        .map(|task| format!("[{task}] total=0"))
        .collect();
    let again: String = (0..30_000)
        .map(|task| format!("[{task}] total=1"))
        .collect();
    let found = check_log(&format!("{texts}\n{again}\nDone!"), None);
    assert_eq!((found.verdict, found.lost), (Verdict::Threads, 59_998));
}
