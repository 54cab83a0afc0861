//! Programs with threads: what one schedule or another prints, and how runs end.

use std::fmt::Write;

use interleaved_python::driver::{Bounds, Driver, Options, Outcome, Stdout, Switch};
use interleaved_python::runner::{Run, run};

fn with(text: &str, change: impl FnOnce(&mut Options)) -> Run {
    let mut options = Options {
        bounds: Bounds {
            steps: 50_000_000,
            ..Bounds::default()
        },
        ..Options::default()
    };
    change(&mut options);
    run(text, options, |_, _| ())
}

fn seeded(text: &str, seed: u32) -> Run {
    with(text, |options| options.seed = seed)
}

fn plain(text: &str) -> Run {
    seeded(text, 0)
}

const SEQUENTIAL: &str = include_str!("handout/sequential.py");
const THREADS: &str = include_str!("handout/threads.py");

#[test]
fn the_handouts_first_program_takes_fourteen_seconds() {
    let run = plain(SEQUENTIAL);
    let mut expected = String::new();
    for (name, low, high) in [("A", 1, 5), ("B", 5, 10), ("C", 10, 15)] {
        let mut total = 0;
        for i in low..high {
            total += i;
            writeln!(expected, "[{name}] total={total}").unwrap();
        }
    }
    assert_eq!(run.output, expected + "Done!!\n");
    assert_eq!((run.status, run.errors.as_str()), (0, ""));
    assert_eq!(run.elapsed / 1_000_000, 14_000);
}

/// Which texts and how many ends of lines a log has, in any order.
fn pieces(log: &str) -> (Vec<&str>, usize) {
    let mut texts: Vec<&str> = log
        .split(['[', '\n'])
        .filter(|text| !text.is_empty())
        .collect();
    texts.sort_unstable();
    (texts, log.matches('\n').count())
}

#[test]
fn the_handouts_second_program_takes_five_in_each_order() {
    let in_turn = plain(THREADS).output;
    let (mut torn, mut logs) = (0, std::collections::BTreeSet::new());
    for seed in 1..40 {
        let run = seeded(THREADS, seed);
        assert_eq!(run.elapsed / 1_000_000, 5_000, "seed {seed}");
        assert_eq!(pieces(&run.output), pieces(&in_turn), "seed {seed}");
        assert!(run.output.ends_with("\nDone!!!\n"), "seed {seed}");
        torn += usize::from(run.output.contains("\n\n"));
        logs.insert(run.output);
    }
    assert!(logs.len() > 30, "{} different logs", logs.len());
    assert!((10..39).contains(&torn), "{torn} of them are torn");
}

#[test]
fn a_terminal_gets_whole_lines() {
    for seed in 1..20 {
        let run = with(THREADS, |options| {
            options.seed = seed;
            options.stdout = Stdout::Terminal;
        });
        assert!(
            run.output.lines().all(|line| line.len() > 6),
            "seed {seed}: {}",
            run.output
        );
    }
}

#[test]
fn the_same_seed_is_the_same_run() {
    let events = |seed| {
        let options = Options {
            seed,
            ..Options::default()
        };
        let mut driver = Driver::new(THREADS, options);
        while driver.turn() {}
        let events = driver.log().prefix(usize::MAX);
        events.map(|event| format!("{event:?}")).collect::<Vec<_>>()
    };
    assert_eq!(events(3), events(3));
    assert_ne!(events(3), events(4));
}

#[test]
fn a_clone_of_a_run_goes_on_as_the_run_does() {
    let options = Options {
        seed: 5,
        ..Options::default()
    };
    let mut driver = Driver::new(THREADS, options);
    for _ in 0..20 {
        driver.turn();
    }
    let mut clone = driver.clone();
    for run in [&mut driver, &mut clone] {
        while run.turn() {}
    }
    let output = driver.log().output(usize::MAX);
    assert!(output.ends_with("Done!!!\n"));
    assert_eq!(output, clone.log().output(usize::MAX));
}

const DEADLOCK: &str = "
import threading, time
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        time.sleep(1)
        with b:
            print('one')
def two():
    with b:
        time.sleep(1)
        with a:
            print('two')
threads = [threading.Thread(target=f) for f in (one, two)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

#[test]
fn a_deadlock_says_who_waits_for_what_and_where() {
    let run = plain(DEADLOCK);
    let Outcome::Deadlock(waits) = run.outcome else {
        panic!("{:?}", run.outcome);
    };
    let words: Vec<String> = waits.iter().map(ToString::to_string).collect();
    assert_eq!(
        words,
        [
            "MainThread waits for the end of Thread-1 (one); line 18: thread.join()",
            "Thread-1 (one) waits for a Lock, which Thread-2 (two) holds; line 7: with b:",
            "Thread-2 (two) waits for a Lock, which Thread-1 (one) holds; line 12: with a:",
        ]
    );
    assert_eq!(run.status, 1);
}

/// In how many of some seeds two threads that do this 2,000 times lose an update.
fn losses(statement: &str, switch: Switch, seeds: u32) -> u32 {
    let program = format!(
        "
import sys, threading
sys.setswitchinterval(0.00002)
x = 0
d = {{'n': 0}}
def f():
    return 1
class C:
    n = 0
    def add(self):
        self.n += 1
c = C()
def work():
    global x
    for _ in range(2_000):
        {statement}
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(max(x, d['n'], c.n) < 4_000)
"
    );
    let lost = (1..=seeds).filter(|&seed| {
        let run = with(&program, |options| {
            options.seed = seed;
            options.switch = switch;
        });
        assert_eq!(run.errors, "", "{statement}");
        run.output == "True\n"
    });
    lost.count() as u32
}

#[test]
fn under_the_gil_a_call_between_load_and_store_loses_updates_and_nothing_else_does() {
    for statement in [
        "x += int(1)",
        "x += f()",
        "x = x + f()",
        "t = x; abs(t); x = t + 1",
    ] {
        assert!(losses(statement, Switch::Gil, 6) > 0, "{statement}");
    }
    for statement in [
        "x += 1",
        "x = f() + x",
        "c.add()",
        "d['n'] += 1",
        "t = x; t = t + 1; x = t",
    ] {
        assert_eq!(losses(statement, Switch::Gil, 6), 0, "{statement}");
    }
}

#[test]
fn between_instructions_every_form_loses_updates() {
    for statement in ["x += 1", "x = f() + x", "c.add()", "d['n'] += 1"] {
        assert!(losses(statement, Switch::Instruction, 1) > 0, "{statement}");
    }
}

#[test]
fn a_schedule_prints_the_courses_own_log_to_the_letter() {
    let choices = vec![
        2, 0, 2, 1, 0, 0, 0, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 1,
    ];
    let run = with(THREADS, |options| options.schedule = Some(choices.into()));
    assert_eq!(run.output, include_str!("handout/course.log"));
}
