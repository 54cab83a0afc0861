//! The machine's state is a value, and nothing that a program does goes beyond its
//! bounds.

use interleaved_python::driver::{Bound, Bounds, Options, Outcome};
use interleaved_python::machine::{Machine, Operation, Step, ThreadId};
use interleaved_python::runner::{Run, run};
use interleaved_python::values::Value;

const PROGRAM: &str = "
class Counter:
    def __init__(self):
        self.total = 0
    def add(self, values):
        for value in values:
            self.total += value
            yield self.total

counter = Counter()
seen = {}
for total in counter.add(range(40)):
    try:
        seen[total] = [total, str(total)]
        if total % 3 == 0:
            raise ValueError(total)
    except ValueError as error:
        print('three', error, sorted(seen, reverse=True)[0])
print(len(seen), counter.total)
";

fn loaded(text: &str) -> (Machine, ThreadId) {
    let mut machine = Machine::new();
    let thread = machine
        .load("program.py", text)
        .expect("the program is correct");
    (machine, thread)
}

/// Runs up to so many instructions, at most `at_once` in one go, and returns what
/// was written.
fn advance(machine: &mut Machine, thread: ThreadId, steps: u64, at_once: u64) -> String {
    let mut output = String::new();
    let end = machine.steps.saturating_add(steps);
    while machine.steps < end {
        match machine.run(thread, at_once.min(end - machine.steps)) {
            Step::Continue => {}
            Step::Blocked(Operation::Write(_, text)) => {
                output.push_str(&text);
                machine.resume(thread, Value::None);
            }
            Step::Finished(_) => break,
            other => panic!("the program only writes, and not {other:?}"),
        }
    }
    output
}

fn whole(text: &str) -> Run {
    let bounds = Bounds {
        steps: 20_000_000,
        ..Bounds::default()
    };
    let options = Options {
        bounds,
        ..Options::default()
    };
    run(text, options, |_, _| ())
}

#[test]
fn single_steps_and_long_runs_are_the_same_run() {
    let (mut by_steps, thread) = loaded(PROGRAM);
    let (mut at_once, other) = loaded(PROGRAM);
    let stepped = advance(&mut by_steps, thread, u64::MAX, 1);
    let ran = advance(&mut at_once, other, u64::MAX, u64::MAX);
    assert_eq!(stepped, ran);
    assert!(
        stepped.ends_with("39 780\n") || stepped.ends_with("40 780\n"),
        "{stepped}"
    );
    assert_eq!(by_steps.steps, at_once.steps);
}

#[test]
fn a_clone_goes_on_as_its_original_does_and_neither_disturbs_the_other() {
    let (mut original, thread) = loaded(PROGRAM);
    let whole = advance(&mut original.clone(), thread, u64::MAX, u64::MAX);
    for steps in [10, 200, 700, 1500] {
        let before = advance(&mut original, thread, steps, 7);
        let mut clone = original.clone();
        let rest = advance(&mut clone, thread, u64::MAX, u64::MAX);
        assert!(
            whole.ends_with(&(before + &rest)),
            "after {} steps",
            original.steps
        );
    }
}

#[test]
fn sources_nested_without_end_are_refused() {
    let many = 100_000;
    let sources = [
        "(".repeat(many),
        format!("x = {}1", "-".repeat(many)),
        format!("x = {}1", "not ".repeat(many)),
        format!("x = {}1", "1+".repeat(many)),
        format!("x = {}1", "1**".repeat(many)),
        format!("x = a{}", ".b".repeat(many)),
        format!("x = a{}", "()".repeat(many)),
        format!("x = {}1{}", "[".repeat(many), "]".repeat(many)),
        format!("x = {}1", "lambda: ".repeat(many)),
        format!("x = {}1", "1 if 1 else ".repeat(many)),
        format!("x = {}1", "a and ".repeat(many)),
        format!("x = {}1", "a < ".repeat(many)),
        format!("x = {}1", "a = ".repeat(many)),
        (0..many / 100)
            .map(|depth| format!("{}if 1:\n", " ".repeat(depth)))
            .collect(),
        format!("if 1: pass\n{}", "elif 1: pass\n".repeat(many / 10)),
        "f'{".repeat(many),
    ];
    for source in sources {
        let run = whole(&source);
        let start: String = source.chars().take(20).collect();
        assert_ne!(run.outcome, Outcome::Limit(Bound::Steps), "{start}");
        assert!(
            run.status == 1 || run.errors.is_empty(),
            "{start}: {}",
            run.errors
        );
    }
}

#[test]
fn values_nested_without_end_need_no_stack() {
    let run = whole(
        "
deep = []
for _ in range(100_000):
    deep = [deep]
other = []
for _ in range(100_000):
    other = [other]
for action in (lambda: repr(deep), lambda: deep == other, lambda: deep < other):
    try:
        action()
        print('no error')
    except RecursionError as error:
        print(str(error)[:32])
pair = ()
for _ in range(100_000):
    pair = (pair,)
try:
    hash(pair)
except RecursionError:
    print('hash')
deep = other = pair = None
print('gone')
",
    );
    assert_eq!(run.errors, "");
    assert_eq!(
        run.output
            .matches("maximum recursion depth exceeded")
            .count(),
        3
    );
    assert!(run.output.ends_with("hash\ngone\n"), "{}", run.output);
}

#[test]
fn memory_has_a_bound() {
    let run = whole(
        "
for action in (lambda: [0] * 10 ** 11, lambda: 'x' * 10 ** 11, lambda: bytes(10 ** 11)):
    try:
        action()
        print('no error')
    except MemoryError:
        print('MemoryError')
",
    );
    assert_eq!(run.output, "MemoryError\n".repeat(3));
    let (mut machine, thread) = loaded("all = []\nwhile True: all.append([None] * 10)\n");
    machine.heap.limit = 20 << 20;
    machine.heap.collect_at = 1 << 20;
    let step = machine.run(thread, 50_000_000);
    let Step::Raised(error) = step else {
        panic!("it ends with MemoryError, not with {step:?}");
    };
    assert_eq!(machine.plain_repr(error), "MemoryError()");
}

#[test]
fn what_nothing_refers_to_is_freed() {
    let (mut machine, thread) = loaded(
        "
for number in range(200_000):
    pair = [number]
    pair.append(pair)
",
    );
    machine.heap.collect_at = 1 << 20;
    advance(&mut machine, thread, u64::MAX, u64::MAX);
    assert!(
        machine.heap.live() < 120_000,
        "{} objects",
        machine.heap.live()
    );
}

#[test]
fn steps_have_a_bound() {
    let run = whole("while True: pass\n");
    assert_eq!(run.outcome, Outcome::Limit(Bound::Steps));
}

#[test]
fn whatever_is_pasted_has_an_answer() {
    let many = 60_000;
    let sources = [
        "x = 1\n".repeat(many),
        format!("x = [{}]", "1,".repeat(many)),
        format!("x = '{}'", "a".repeat(5 * many)),
        format!("f({})", "1,".repeat(many)),
        " ".repeat(5 * many),
        "1".repeat(5 * many),
        format!("x = {}", "'a' ".repeat(many)),
        format!("x = 1{}", " < 1".repeat(many)),
        format!("f'{}'", "{x}".repeat(many)),
        format!("if x:\n{}", "    pass\n".repeat(many)),
        (0..many / 4).map(|n| format!("n{n} = {n}\n")).collect(),
        (0..many / 8)
            .map(|n| format!("def f{n}(a): return a\n"))
            .collect(),
    ];
    for source in sources {
        let run = whole(&source);
        let start: String = source.chars().take(20).collect();
        let ended = matches!(run.outcome, Outcome::Done | Outcome::Raised);
        assert!(ended, "{start}: {:?}", run.outcome);
    }
}
