//! Why a schedule leads where it does, in the words of the program.

use interleaved_python::driver::{Options, Switch};
use interleaved_python::explore::{Between, Ending, LeavesOut, Use, story};

use crate::{program, search};

/// What is told of the schedule of the first outcome that is asked for.
fn cuts_of(text: &str, is_it: impl Fn(&Ending) -> bool) -> Vec<(String, u32, Between)> {
    let found = search(text, Switch::Instruction, LeavesOut::All);
    let ending = found.outcomes.iter().find(|ending| is_it(ending));
    let options = Options {
        schedule: Some(ending.expect("there is such an outcome").schedule.clone()),
        ..Options::default()
    };
    let cuts = story(text, options, 100_000).into_iter();
    cuts.map(|cut| (cut.thread, cut.line, cut.between))
        .collect()
}

fn of(thread: &str, line: u32, writes: bool) -> Use {
    Use {
        thread: thread.to_string(),
        line,
        writes,
    }
}

#[test]
fn an_update_is_lost_between_reading_and_writing() {
    let body = "global x\nx += 1";
    let text = program("x = 0", &[body; 2], "print(x)");
    let cuts = cuts_of(&text, |ending| ending.output == "1\n");
    let [(thread, line, Between::Uses { variable, uses })] = &cuts[..] else {
        panic!("{cuts:?}");
    };
    assert_eq!(variable, "x");
    let [before, meanwhile, after] = uses;
    assert_eq!(before, &of(thread, *line, false));
    assert_eq!(after, &of(thread, *line, true));
    assert!(meanwhile.writes && meanwhile.thread != *thread);
}

#[test]
fn what_was_checked_is_no_longer_true_when_it_is_acted_on() {
    let body = "global left\nif left > 0:\n    left -= 1";
    let text = program("left = 1", &[body; 2], "print(left)");
    let cuts = cuts_of(&text, |ending| ending.output == "-1\n");
    let [(thread, 5, Between::Uses { variable, uses })] = &cuts[..] else {
        panic!("{cuts:?}");
    };
    assert_eq!(
        (variable.as_str(), thread.starts_with("Thread-1")),
        ("left", true)
    );
    assert_eq!(uses.clone().map(|it| it.line), [5, 10, 6], "{uses:?}");
}

#[test]
fn locks_that_one_has_meanwhile_are_told_by_their_names() {
    let one = "with a:\n    with b: pass";
    let other = "with b:\n    with a: pass";
    let text = program(
        "a = threading.Lock()\nb = threading.Lock()",
        &[one, other],
        "",
    );
    let cuts = cuts_of(&text, |ending| ending.outcome.name() == "deadlock");
    let [(_, _, Between::Locks(names))] = &cuts[..] else {
        panic!("{cuts:?}");
    };
    assert_eq!(names, &["a"]);
}

#[test]
fn a_print_is_torn_between_its_writes() {
    let text = program("", &["print('one')", "print('two')"], "");
    let cuts = cuts_of(&text, |ending| ending.output == "onetwo\n\n");
    assert!(
        cuts.iter()
            .any(|(_, _, between)| *between == Between::Writes),
        "{cuts:?}"
    );
}
