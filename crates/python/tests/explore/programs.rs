//! Programs, and all their outcomes.

use interleaved_python::driver::Switch;
use interleaved_python::explore::LeavesOut;

use crate::locks::LOCKS_AND_THE_LIKE;
use crate::{outcomes, program, replays, search};

/// What is before the threads, what they run, what comes after, and how that can end.
pub type Row<'a> = (&'a str, &'a [&'a str], &'a str, &'a [&'a str]);

pub const ADD: &str = "global x\nx += 1";
pub const LOCKED: &str = "global x\nwith lock:\n    x += 1";
pub const LOCK: &str = "x = 0\nlock = threading.Lock()";

pub const ROWS: &[Row] = &[
    // Variables.
    ("x = 0", &[ADD, ADD], "print(x)", &["1", "2"]),
    (
        "x = 0",
        &[ADD, "global x\nx -= 1"],
        "print(x)",
        &["-1", "0", "1"],
    ),
    (
        "x = 0",
        &["global x\nx += 1\nx += 1", ADD],
        "print(x)",
        &["1", "2", "3"],
    ),
    ("x = 0", &[ADD, ADD, ADD], "print(x)", &["1", "2", "3"]),
    (LOCK, &[LOCKED, LOCKED], "print(x)", &["2"]),
    (LOCK, &[LOCKED, LOCKED, LOCKED], "print(x)", &["3"]),
    (LOCK, &[LOCKED, ADD], "print(x)", &["1", "2"]),
    (
        "x = 0",
        &["global x\nx = 1", "global x\nx = 2"],
        "print(x)",
        &["1", "2"],
    ),
    (
        "x = 0",
        &["global x\nx = 1", "global x\nx = 1"],
        "print(x)",
        &["1"],
    ),
    (
        "x = y = 0",
        &["global x\nx = 1", "global y\ny = 1"],
        "print(x, y)",
        &["1 1"],
    ),
    (
        "x = y = 0\nr = [0, 0]",
        &["global x\nx = 1\nr[0] = y", "global y\ny = 1\nr[1] = x"],
        "print(r)",
        &["[0, 1]", "[1, 0]", "[1, 1]"],
    ),
    (
        "x = 0",
        &["global x\nt = x\nx = t + 1", "global x\nt = x\nx = t * 2"],
        "print(x)",
        &["0", "1", "2"],
    ),
    ("x = 0", &["global x\nx = 1", "print(x)"], "", &["0", "1"]),
    (
        "x = 0",
        &["if x == 0:\n    print('a')", "global x\nx = 1"],
        "",
        &["", "a"],
    ),
    // Attributes.
    (
        "class C: pass\nc = C()\nc.n = 0",
        &["c.n += 1", "c.n += 1"],
        "print(c.n)",
        &["1", "2"],
    ),
    (
        "class C:\n    n = 0\n    def add(self): self.n += 1\nc = C()",
        &["c.add()", "c.add()"],
        "print(c.n)",
        &["1", "2"],
    ),
    (
        "class C: n = 0",
        &["C.n += 1", "C.n += 1"],
        "print(C.n)",
        &["1", "2"],
    ),
    (
        "class C: pass\nc, d = C(), C()\nc.n = d.n = 0",
        &["c.n += 1", "d.n += 1"],
        "print(c.n, d.n)",
        &["1 1"],
    ),
    (
        "class C: pass\nc = C()",
        &["c.a = 1", "print(hasattr(c, 'a'))"],
        "",
        &["False", "True"],
    ),
    (
        "class C:\n    def __init__(self):\n        self.n = 0\n        self.lock = threading.Lock()\n    \
         def add(self):\n        with self.lock:\n            self.n += 1\nc = C()",
        &["c.add()", "c.add()"],
        "print(c.n)",
        &["2"],
    ),
    // Elements.
    (
        "x = [0]",
        &["x[0] += 1", "x[0] += 1"],
        "print(x)",
        &["[1]", "[2]"],
    ),
    (
        "x = [0, 0]",
        &["x[0] += 1", "x[1] += 1"],
        "print(x)",
        &["[1, 1]"],
    ),
    (
        "x = [0, 0]",
        &["x[0] += 1", "x[-2] += 1"],
        "print(x)",
        &["[1, 0]", "[2, 0]"],
    ),
    (
        "x = {'a': 0}",
        &["x['a'] += 1", "x['a'] += 1"],
        "print(x['a'])",
        &["1", "2"],
    ),
    (
        "x = {}",
        &["x['a'] = 1", "x['b'] = 1"],
        "print(len(x))",
        &["2"],
    ),
    (
        "x = {}",
        &["x['a'] = 1", "x['b'] = 1"],
        "print(*x)",
        &["a b", "b a"],
    ),
    (
        "x = []",
        &["x.append(1)", "x.append(2)"],
        "print(x)",
        &["[1, 2]", "[2, 1]"],
    ),
    ("x = []", &["x.append(1)", "print(len(x))"], "", &["0", "1"]),
    (
        "x = [1]",
        &["x.append(len(x))", "x.append(len(x))"],
        "print(x)",
        &["[1, 1, 1]", "[1, 1, 2]"],
    ),
    (
        "x = [1, 2]",
        &["print(sum(x))", "x[1] = 5"],
        "",
        &["3", "6"],
    ),
    (
        "x = {1}",
        &["x.add(2)", "print(2 in x)"],
        "",
        &["False", "True"],
    ),
    (
        "x = [3]",
        &["if x:\n    x.pop()", "if x:\n    x.pop()"],
        "print(x)",
        &["[]", "[] ! IndexError: pop from empty list"],
    ),
    (
        "def make():\n    n = 0\n    def add():\n        nonlocal n\n        n += 1\n    \
         return add, lambda: n\nadd, get = make()",
        &["add()", "add()"],
        "print(get())",
        &["1", "2"],
    ),
    ("x = 0", &["y = [0]\ny[0] += 1\nprint(y)"; 1], "", &["[1]"]),
    // Output.
    (
        "",
        &["print('a')", "print('b')"],
        "",
        &["a/b", "ab", "b/a", "ba"],
    ),
    (
        "lock = threading.Lock()",
        &["with lock: print('a')", "with lock: print('b')"],
        "",
        &["a/b", "b/a"],
    ),
    // Waiting for what others write.
    (
        "x = 0",
        &["while x == 0: pass\nprint('seen')", "global x\nx = 1"],
        "",
        &["seen"],
    ),
    (
        "want = [False, False]\nturn = 0\nn = 0",
        &[
            "global turn, n\nwant[0] = True\nturn = 1\nwhile want[1] and turn == 1: pass\nn += 1\nwant[0] = False",
            "global turn, n\nwant[1] = True\nturn = 0\nwhile want[0] and turn == 0: pass\nn += 1\nwant[1] = False",
        ],
        "print(n)",
        &["2"],
    ),
    (
        "want = [False, False]\nn = 0",
        &[
            "global n\nwhile want[1]: pass\nwant[0] = True\nn += 1\nwant[0] = False",
            "global n\nwhile want[0]: pass\nwant[1] = True\nn += 1\nwant[1] = False",
        ],
        "print(n)",
        &["1", "2"],
    ),
    // Nobody ever writes that.
    (
        "x = y = 0",
        &["while x == y: pass", "global y\ny = 1\ny = 0"],
        "",
        &["", "limit"],
    ),
    // Time.
    (
        "import time\nx = 0",
        &["global x\ntime.sleep(1)\nx = 1", "time.sleep(1)\nprint(x)"],
        "",
        &["0", "1"],
    ),
    (
        "import time\nx = 0",
        &["global x\ntime.sleep(1)\nx = 1", "time.sleep(2)\nprint(x)"],
        "",
        &["1"],
    ),
    (
        "a = threading.Lock()\na.acquire()",
        &["print(a.acquire(timeout=1))", "a.release()"],
        "",
        &["True"],
    ),
    // Errors.
    (
        "x = 1",
        &["print(1 // x)", "global x\nx = 0"],
        "",
        &[
            "1",
            "! ZeroDivisionError: integer division or modulo by zero",
        ],
    ),
    (
        "x = 0",
        &[ADD, ADD],
        "assert x == 2",
        &["", "! AssertionError"],
    ),
];

fn rows() -> impl Iterator<Item = &'static Row<'static>> {
    ROWS.iter().chain(LOCKS_AND_THE_LIKE)
}

#[test]
fn all_outcomes_are_found_and_come_of_their_schedules() {
    let mut wrong = String::new();
    for &(before, threads, after, expected) in rows() {
        let text = program(before, threads, after);
        let found = search(&text, Switch::Instruction, LeavesOut::All);
        let got = outcomes(&found);
        let expected = expected.iter().map(ToString::to_string).collect();
        if got != expected || !found.is_complete {
            wrong += &format!("{before:?} {threads:?}: {got:?}, not {expected:?}\n");
        }
        replays(&text, &found);
    }
    assert_eq!(wrong, "");
    assert!(rows().count() >= 40);
}

/// By brute force: interruptions everywhere, and every state gone on from however often it
/// was there before.
#[test]
fn what_is_left_out_leads_to_nothing_else() {
    let mut complete = [0, 0];
    for &(before, threads, after, expected) in rows() {
        if threads.len() > 2 {
            continue;
        }
        let text = program(before, threads, after);
        let expected = expected.iter().map(ToString::to_string).collect();
        for (number, leaves_out) in [LeavesOut::Repeated, LeavesOut::Unseen]
            .into_iter()
            .enumerate()
        {
            let found = search(&text, Switch::Instruction, leaves_out);
            let got = outcomes(&found);
            if found.is_complete {
                assert_eq!(got, expected, "{leaves_out:?}: {before:?} {threads:?}");
                complete[number] += 1;
            } else {
                assert!(got.is_subset(&expected), "{before:?} {threads:?}: {got:?}");
            }
        }
    }
    assert!(complete[0] >= 40 && complete[1] >= 20, "{complete:?}");
}
