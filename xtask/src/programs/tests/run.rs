//! The programs that the page shows print what the lanes do, run by Python and by Node.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use interleaved::{Config, Demo, Work};
use serde_json::json;

use crate::{places, process};

/// So long is a step of a program that is run. Each run takes some steps of
/// real time; only the order of what is printed is looked at.
const INTERVAL: u32 = 20;
/// A machine that stands still for longer than an interval may change the
/// order of what runs at once. That doesn't happen each time.
const TRIES: usize = 10;

/// The lesson's tasks, with a range below zero, and ranges that are empty.
const PLAIN: &str = "A:1:5 B:5:10 C:10:15 D:-2:1 E:5:5 F:5:1";
/// Their totals are more than a JavaScript number holds.
const BIG: &str = "A:9007199254740988:9007199254740991 B:-9007199254740991:-9007199254740989";
/// Each would break out of some string of some language, or break it.
const NAMES: [&str; 19] = [
    r#"a"b\n"#,
    r"\",
    r#"\""#,
    "'",
    r#"'''"""'"#,
    "`",
    "${process.exit(3)}",
    "{1/0}",
    "{{name}}",
    r#""+exit(3)+""#,
    r#"");print("x"#,
    "#//",
    "/*|*/",
    r"\u0041",
    "%s:0:1",
    "__proto__",
    "서울",
    "👩\u{200d}💻",
    "\u{5d0}\u{202e}ab\u{7f}",
];

/// The language in which a program is run, by a command that may be missing.
struct Runner {
    language: &'static str,
    command: &'static str,
    /// What has to succeed, so that the programs can be run.
    probe: [&'static str; 2],
}

const PYTHON: Runner = Runner {
    language: "python",
    command: "python3",
    probe: ["-c", "from asyncio import TaskGroup"],
};

const JAVASCRIPT: Runner = Runner {
    language: "javascript",
    command: "node",
    probe: ["-e", ""],
};

impl Runner {
    fn is_there(&self) -> bool {
        let node = process::succeeds(Command::new("node").arg("--version"));
        let there = node && process::succeeds(Command::new(self.command).args(self.probe));
        if !there {
            // Past the capture of the test's output, since nobody would see it there.
            let notice = "Node, or Python 3.11, is not installed: the programs in";
            let _ = writeln!(std::io::stderr(), "{notice} {} don't run", self.language);
        }
        there
    }

    /// What the program of a lane prints.
    fn run(&self, program: &str) -> String {
        if self.language == "javascript" {
            return node(program, &[]);
        }
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("program.py");
        fs::write(&file, program).unwrap();
        let python = &mut Command::new(self.command);
        python.arg(file).env_remove("PYTHONUNBUFFERED");
        process::output(python.env("PYTHONUTF8", "1")).unwrap()
    }
}

/// What a module prints that Node gets to read.
fn node(module: &str, arguments: &[&str]) -> String {
    let mut child = Command::new("node")
        .args(["--input-type=module", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(module.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "node failed on {module}");
    String::from_utf8(output.stdout).unwrap()
}

/// The text that the page's button copies.
fn program(language: &str, lane: &str, demo: &Demo, lock: bool) -> String {
    const PRINT: &str = "
            const [language, lane, settings] = process.argv.slice(2);
            const comments = { notebook: 'in a notebook', more: String };
            const written = program(language, lane, JSON.parse(settings), comments);
            console.log(written.map(({ text }) => text).join('\\n'));";
    let tasks: Vec<_> = demo
        .program()
        .tasks
        .iter()
        .map(|task| {
            let (low, high) = (task.low.to_string(), task.high.to_string());
            json!({ "name": task.name, "low": low, "high": high, "steps": task.steps() })
        })
        .collect();
    let work = match demo.program().work {
        Work::Wait => "wait",
        Work::Compute => "compute",
        Work::Block => "block",
    };
    let settings = json!({ "tasks": tasks, "interval": INTERVAL, "lock": lock, "work": work });
    let module = fs::read_to_string(places::www().join("summation/programs.js")).unwrap();
    node(&(module + PRINT), &[language, lane, &settings.to_string()])
}

fn demo(tasks: &str, work: &str) -> Demo {
    let interval = INTERVAL.to_string();
    let lanes = ("lanes", "sequential async threads");
    let settings = [
        ("tasks", tasks),
        ("interval", &interval),
        lanes,
        ("work", work),
    ];
    let mut demo = Demo::new(Config::parse(settings).unwrap());
    demo.seek(demo.duration(), 0);
    demo
}

/// Checks that the program prints what the lane does, byte for byte.
#[track_caller]
fn check_same(runner: &Runner, lane: &str, tasks: &str, work: &str) {
    let demo = demo(tasks, work);
    let index = ["sequential", "async"]
        .iter()
        .position(|&name| name == lane);
    let expect = demo.log_text(index.unwrap());
    let program = program(runner.language, lane, &demo, false);
    let mut printed = String::new();
    for _ in 0..TRIES {
        printed = runner.run(&program);
        if printed == expect {
            return;
        }
    }
    assert_eq!(printed, expect, "{program}");
}

/// The totals that each task has printed, in their order, and who was last.
fn totals(text: &str) -> (BTreeMap<&str, Vec<&str>>, &str) {
    let mut totals = BTreeMap::<_, Vec<_>>::new();
    let (totals_text, last) = text.trim_end().rsplit_once('\n').unwrap();
    // A torn line holds several texts, each of which begins with a bracket.
    for piece in totals_text.split('[').skip(1) {
        let (name, total) = piece.split_once("] total=").unwrap();
        totals.entry(name).or_default().push(total.trim_end());
    }
    (totals, last)
}

#[test]
fn python_prints_what_the_lanes_print() {
    if PYTHON.is_there() {
        for lane in ["sequential", "async"] {
            for work in ["wait", "compute", "block"] {
                check_same(&PYTHON, lane, PLAIN, work);
            }
        }
        check_same(&PYTHON, "sequential", BIG, "wait");
    }
}

#[test]
fn javascript_prints_what_the_lanes_print() {
    if JAVASCRIPT.is_there() {
        for lane in ["sequential", "async"] {
            for work in ["wait", "compute", "block"] {
                check_same(&JAVASCRIPT, lane, PLAIN, work);
            }
        }
        check_same(&JAVASCRIPT, "sequential", BIG, "wait");
    }
}

#[test]
fn python_threads_print_each_task_s_totals_in_order() {
    if PYTHON.is_there() {
        let demo = demo(PLAIN, "wait");
        for lock in [false, true] {
            let printed = PYTHON.run(&program("python", "threads", &demo, lock));
            assert_eq!(totals(&printed), totals(&demo.log_text(2)));
        }
    }
}

#[test]
fn a_name_is_never_code() {
    let tasks = &NAMES.map(|name| format!("{name}:1:3")).join(" ");
    let sorted = |text: &str| {
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    for runner in [&PYTHON, &JAVASCRIPT] {
        if runner.is_there() {
            check_same(runner, "sequential", tasks, "wait");
            check_same(runner, "async", tasks, "wait");
        }
    }
    if PYTHON.is_there() {
        let demo = demo(tasks, "wait");
        let printed = PYTHON.run(&program("python", "threads", &demo, true));
        // Its threads don't tear, so what the async lane prints is the same but for the order.
        assert_eq!(sorted(&printed), sorted(&demo.log_text(1)));
    }
}
