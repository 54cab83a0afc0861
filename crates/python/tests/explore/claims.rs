//! What the search says of the programs that courses show.

use interleaved_python::driver::{Options, Outcome, Switch};
use interleaved_python::explore::{LeavesOut, Limits, Search};

use crate::{outcomes, program, replays, search};

const ADD: &str = "global x\nfor i in range(2):\n    x += 1";
const LOCKED: &str = "global x\nfor i in range(2):\n    with lock:\n        x += 1";
const BEFORE: &str = "x = 0\nlock = threading.Lock()";

#[track_caller]
fn check(text: &str, expected: &[&str], most: u64) {
    let found = search(text, Switch::Instruction, LeavesOut::All);
    assert!(found.is_complete);
    let expected = expected.iter().map(ToString::to_string).collect();
    assert_eq!(outcomes(&found), expected);
    assert!(found.schedules <= most, "{} schedules", found.schedules);
    replays(text, &found);
}

#[test]
fn counters_need_few_schedules() {
    check(
        &program(BEFORE, &[ADD; 2], "print(x)"),
        &["2", "3", "4"],
        50,
    );
    check(
        &program(BEFORE, &[ADD; 3], "print(x)"),
        &["2", "3", "4", "5", "6"],
        605,
    );
    check(&program(BEFORE, &[LOCKED; 3], "print(x)"), &["6"], 568);
}

/// Philosophers, each with a fork on either side.
fn philosophers(count: usize, in_order: bool) -> String {
    let forks = if in_order {
        "sorted((i, (i + 1) % N))"
    } else {
        "i, (i + 1) % N"
    };
    let body = format!(
        "N = {count}\nforks = [threading.Lock() for _ in range(N)]\n\
         def dine(i):\n    a, b = {forks}\n    with forks[a]:\n        with forks[b]: pass"
    );
    let threads: Vec<_> = (0..count).map(|number| format!("dine({number})")).collect();
    let threads: Vec<_> = threads.iter().map(String::as_str).collect();
    program(&body, &threads, "print('end')")
}

#[test]
fn philosophers_lock_each_other_out_unless_forks_are_taken_in_order() {
    for count in 3..=5 {
        let text = philosophers(count, false);
        let mut search = Search::new(&text, Options::default(), Limits::default());
        let is_deadlock = |outcome: &Outcome| matches!(outcome, Outcome::Deadlock(_));
        while !search
            .found
            .outcomes
            .iter()
            .any(|it| is_deadlock(&it.outcome))
        {
            assert!(search.go_on(1), "there is a deadlock");
        }
        assert!(search.found.schedules <= 10);
        replays(&text, &search.found);
    }
    check(&philosophers(3, true), &["end"], 500);
    let found = search(&philosophers(3, false), Switch::Instruction, LeavesOut::All);
    assert_eq!(found.circles.len(), 1);
    assert_eq!(found.circles[0].orders.len(), 3);
    let found = search(&philosophers(3, true), Switch::Instruction, LeavesOut::All);
    assert_eq!(found.circles, []);
}

#[test]
fn under_the_gil_a_call_between_load_and_store_loses_updates_and_nothing_else_does() {
    let before = "x = 0\ndef f(): return 1\nclass C:\n    def __init__(self): self.x = 0\n    \
                  def add(self): self.x += 1\nc = C()\nd = {'n': 0}";
    let end = |statement: &str, switch| {
        let body = format!("global x\n{statement}");
        let text = program(before, &[body.as_str(); 2], "print(x + c.x + d['n'])");
        let found = search(&text, switch, LeavesOut::All);
        assert!(found.is_complete);
        replays(&text, &found);
        outcomes(&found).into_iter().collect::<Vec<_>>()
    };
    for statement in [
        "x += int(1)",
        "x += f()",
        "x = x + f()",
        "t = x; abs(t); x = t + 1",
    ] {
        assert_eq!(end(statement, Switch::Gil), ["1", "2"], "{statement}");
    }
    for statement in [
        "x += 1",
        "x = f() + x",
        "c.add()",
        "d['n'] += 1",
        "t = x; t = t + 1; x = t",
    ] {
        assert_eq!(end(statement, Switch::Gil), ["2"], "{statement}");
        assert_eq!(
            end(statement, Switch::Instruction),
            ["1", "2"],
            "{statement}"
        );
    }
}

/// Variable, lines, who writes, the lock, and whether it makes no difference.
fn races(text: &str) -> Vec<String> {
    let found = search(text, Switch::Instruction, LeavesOut::All);
    assert!(found.is_complete);
    let mut all: Vec<_> = found
        .races
        .iter()
        .map(|race| {
            let sides = race
                .sides
                .each_ref()
                .map(|side| format!("{}{}", if side.writes { "w" } else { "r" }, side.line));
            let lock = race
                .lock
                .as_ref()
                .map_or(String::new(), |lock| format!(" {lock}"));
            let benign = if race.is_benign { " benign" } else { "" };
            format!("{} {}{lock}{benign}", race.variable, sides.join(" "))
        })
        .collect();
    all.sort();
    all
}

#[test]
fn an_outcome_has_the_races_on_its_way() {
    let add = "global x\nx += 1";
    let text = program("x = 0", &[add; 2], "print(x)");
    let found = search(&text, Switch::Instruction, LeavesOut::All);
    let races = |output: &str| {
        let ending = found.outcomes.iter().find(|it| it.output == output);
        ending.expect("it is an outcome").races.clone()
    };
    // Of the two that read, only one is interrupted.
    assert_eq!(found.races.len(), 3);
    assert_eq!(races("1\n"), [1, 2]);
    // Nobody is interrupted: one has ended when the other begins.
    assert_eq!(races("2\n"), [0; 0]);
}

#[test]
fn a_race_is_named_by_its_lines_and_its_variable() {
    let add = "global x\nx += 1";
    assert_eq!(
        races(&program("x = 0", &[add; 2], "")),
        ["x r5 w8", "x w5 r8", "x w5 w8"]
    );
    let locked = "global x\nwith lock:\n    x += 1";
    assert_eq!(races(&program(BEFORE, &[locked; 2], "")), [""; 0]);
    // One of them forgets the lock.
    assert_eq!(
        races(&program(BEFORE, &[locked, add], "")),
        ["x r7 w10 lock", "x w7 r10 lock", "x w7 w10 lock"]
    );
    // Both write the same.
    let set = "global done\ndone = True";
    assert_eq!(
        races(&program("done = False", &[set; 2], "")),
        ["done w5 w8 benign"]
    );
    // What is read after the other has ended is ordered.
    assert_eq!(
        races(&program("x = 0", &["global x\nx = 1"], "print(x)")),
        [""; 0]
    );
    let account = "class Account: pass\naccount = Account()\naccount.n = 0";
    assert_eq!(
        races(&program(
            account,
            &["account.n = 1", "print(account.n)"],
            ""
        )),
        ["account.n w6 r8"]
    );
    assert_eq!(
        races(&program("v = [0]", &["v[0] = 1", "v[0] = 2"], "")),
        ["v[0] w4 w6"]
    );
}

#[test]
fn a_circle_of_locks_is_told_even_if_no_schedule_closes_it() {
    let before = "a, b, gate = (threading.Lock() for _ in range(3))";
    let body =
        |one: &str, two: &str| format!("with gate:\n    with {one}:\n        with {two}: pass");
    let text = program(before, &[&body("a", "b"), &body("b", "a")], "print('end')");
    let found = search(&text, Switch::Instruction, LeavesOut::All);
    assert_eq!(outcomes(&found).into_iter().collect::<Vec<_>>(), ["end"]);
    let circle = &found.circles[0];
    let told: Vec<_> = circle
        .orders
        .iter()
        .map(|it| format!("{} {}", it.held, it.asked))
        .collect();
    assert_eq!(told.join(", "), "b a, a b");
}

#[test]
fn a_search_can_be_stopped_and_says_that_it_is_not_complete() {
    let text = program(BEFORE, &[ADD; 3], "print(x)");
    let mut search = Search::new(&text, Options::default(), Limits::default());
    assert!(search.go_on(10));
    search.stop("seconds");
    assert!(!search.go_on(10));
    assert!(!search.found.is_complete);
    assert_eq!(search.found.stopped, Some("seconds"));
    let limits = Limits {
        states: 20,
        ..Limits::default()
    };
    let mut search = Search::new(&text, Options::default(), limits);
    while search.go_on(1) {}
    assert_eq!(
        (search.found.is_complete, search.found.stopped),
        (false, Some("states"))
    );
    let limits = Limits {
        bytes: 100_000,
        ..Limits::default()
    };
    let mut search = Search::new(&text, Options::default(), limits);
    while search.go_on(1) {}
    assert_eq!(search.found.stopped, Some("memory"));
    replays(&text, &search.found);
}

#[test]
fn a_program_of_one_thread_has_one_outcome() {
    check("print(1)", &["1"], 1);
    check("raise ValueError(1)", &["! ValueError: 1"], 1);
    check("import socket", &["refused"], 1);
}
