//! Could this program have printed this output?

use interleaved_python::driver::{Driver, Options, Switch};
use interleaved_python::explore::{Asked, Check, Found, LeavesOut, Limits, Verdict};

use crate::locks::LOCKS_AND_THE_LIKE;
use crate::programs::ROWS;
use crate::{program, replays, search};

fn look_for(text: &str, output: &str) -> Found {
    let asked = Asked {
        output: Some(output.to_string()),
        ..Asked::default()
    };
    let mut search = asked.search(text);
    while search.go_on(usize::MAX) {}
    search.found
}

fn check(text: &str, output: &str) -> Check {
    look_for(text, output).check().expect("it was asked")
}

/// What a complete search prints is possible, each with a schedule that prints it, and with
/// any other line at its end it is not.
#[test]
fn each_output_of_a_complete_search_is_possible_and_no_other() {
    for (before, threads, after, _) in ROWS.iter().chain(LOCKS_AND_THE_LIKE) {
        let text = program(before, threads, after);
        let all = search(&text, Switch::Instruction, LeavesOut::All);
        if !all.is_complete {
            continue;
        }
        let outputs = all.outcomes.iter().map(|ending| &ending.output);
        for output in outputs.clone() {
            let found = look_for(&text, output);
            let verdict = found.check().expect("it was asked").verdict;
            assert_eq!(verdict, Verdict::Possible, "{text}{output}");
            replays(&text, &found);
            let printed = &found.outcomes[0].output;
            assert_eq!(printed.trim_end(), output.trim_end());
            let other = format!("{output}?\n");
            let verdict = check(&text, &other).verdict;
            assert_eq!(verdict, Verdict::Impossible, "{text}{other}");
        }
    }
}

/// Three threads print twice each.
const SUMS: &str = "\
import threading, time
def add(name, low):
    total = 0
    for i in range(low, low + 2):
        total += i
        time.sleep(1)
        print(f'[{name}] total={total}')
threads = [threading.Thread(target=add, args=a) for a in [('A', 1), ('B', 5), ('C', 10)]]
for t in threads: t.start()
for t in threads: t.join()
print('Done!!!')
";

#[test]
fn a_torn_log_of_the_courses_kind_is_possible_and_is_printed_by_its_schedule() {
    let log = "[A] total=1\n[C] total=10[B] total=5\n\n[B] total=11\n[A] total=3\n[C] total=21\nDone!!!\n";
    let found = look_for(SUMS, log);
    assert_eq!(found.check().map(|it| it.verdict), Some(Verdict::Possible));
    let options = Options {
        schedule: Some(found.outcomes[0].schedule.clone()),
        ..Options::default()
    };
    let mut driver = Driver::new(SUMS, options);
    while driver.turn() {}
    assert_eq!(driver.log().output(driver.log().len()), log);
}

#[test]
fn of_what_is_impossible_the_line_is_told_and_what_is_there_instead() {
    // B can't come to its second line before the first second is over for all.
    let log = "[A] total=1\n[B] total=5\n[B] total=11\n";
    let told = check(SUMS, log);
    assert_eq!((told.verdict, told.line), (Verdict::Impossible, 3));
    assert!(
        told.instead.contains(&"[C] total=10".to_string()),
        "{told:?}"
    );
    // A newline at the end, or none, makes no difference, nor do those of Windows.
    let counter = program("x = 0", &["global x\nx += 1"; 2], "print(x)\nprint(-x)");
    for log in ["2\n-2", "2\n-2\n", "1\r\n-1\r\n"] {
        assert_eq!(check(&counter, log).verdict, Verdict::Possible);
    }
    let beginning = check(&counter, "2");
    let instead = vec!["-2".to_string()];
    assert_eq!(
        (beginning.verdict, beginning.instead),
        (Verdict::Beginning, instead)
    );
    let ended = check(&counter, "2\n-2\n3\n");
    assert_eq!((ended.verdict, ended.line), (Verdict::Impossible, 3));
    assert_eq!(ended.instead, [""]);
}

#[test]
fn a_deadlock_and_an_error_may_be_what_has_printed_it() {
    let text = program(
        "a, b = threading.Lock(), threading.Lock()",
        &[
            "with a:\n    print('one')\n    with b: pass",
            "with b:\n    print('two')\n    with a: pass",
        ],
        "print('end')",
    );
    let kind = |log: &str| {
        look_for(&text, log)
            .outcomes
            .first()
            .map(|it| it.outcome.name())
    };
    assert_eq!(kind("one\ntwo\nend\n"), Some("done"));
    assert_eq!(kind("two\none\n"), Some("deadlock"));
    assert_eq!(kind("two\nend\n"), None);
    let raises = "print('first')\nraise ValueError\n";
    assert_eq!(
        look_for(raises, "first").outcomes[0].outcome.name(),
        "raised"
    );
}

#[test]
fn where_not_all_was_gone_through_nothing_is_claimed_and_what_cant_run_is_said() {
    let asked = Asked {
        output: Some("never".to_string()),
        limits: Limits {
            states: 3,
            ..Limits::default()
        },
        ..Asked::default()
    };
    let text = program("x = 0", &["global x\nx += 1"; 2], "while x == 5: pass");
    let mut search = asked.search(&text);
    while search.go_on(usize::MAX) {}
    let check = search.found.check().expect("it was asked");
    assert_eq!(check.verdict, Verdict::Unknown);
    let refused = look_for("import socket\n", "");
    assert_eq!(refused.check(), None);
    assert_eq!(refused.outcomes[0].outcome.name(), "refused");
}
