//! What the crate does natively, written down for the tests of the pages, which ask a
//! browser for the same: all events of some settings, and what is shown of them at every
//! moment; what is said of wrong settings; and what is found in logs.

use std::collections::BTreeSet;

use interleaved::ids::ResourceId;
use interleaved::trace::On;
use interleaved::{Config, Demo, Event, EventKind, Log, Verdict, check_log};
use serde_json::{Map, Value, json};

use crate::golden;

/// Whose runs are written down.
const SETTINGS: &[&[(&str, &str)]] = &[
    &[("lanes", "sequential async threads"), ("seed", "7")],
    &[
        ("tasks", "가:1:4 x:y:5:9 😀:-2:3"),
        ("interval", "250"),
        ("lanes", "threads async sequential"),
        ("seed", "11"),
    ],
    &[
        ("tasks", "가:1:4 x:y:5:9 😀:-2:3"),
        ("interval", "250"),
        ("lanes", "threads async sequential"),
        ("seed", "11"),
        ("lock", ""),
    ],
    &[("interval", "100")],
    &[
        ("tasks", "가나:1:4 B:5:9"),
        ("lanes", "sequential async threads"),
        ("seed", "7"),
    ],
    &[],
    &[
        ("lanes", "sequential async threads"),
        ("seed", "7"),
        ("lock", ""),
    ],
    &[
        ("lanes", "sequential async threads"),
        ("tasks", "가:-3:2 B:5:5"),
        ("interval", "250"),
    ],
    &[("tasks", "A:5:5")],
];

/// A run with too many events to be written down, so that is done with its hash.
const LARGE: &[(&str, &str)] = &[("tasks", "A:0:3000 B:0:2500"), ("lanes", "threads")];

/// Logs that somebody may paste.
const LOGS: &[&str] = &[
    // What the course's notebook printed, as it was handed down.
    "[C] total=10\n[B] total=5\n[A] total=1\n[C] total=21[A] total=3\n\
     [B] total=11\n\n[B] total=18\n[C] total=33\n[A] total=6\n[B] total=26[A] total=10\n\
     [C] total=46\n[B] total=35[C] total=60\n\nDone!!!\n",
    // From Python 3.12 in Jupyter.
    "[A] total = 1\n[B] total = 5\n[C] total = 10\n\
     [B] total = 11[C] total = 21\n[A] total = 3\n\n[C] total = 33[A] total = 6\n\
     [B] total = 18\n\n[A] total = 10[B] total = 26\n[C] total = 46\n\n\
     [C] total = 60[B] total = 35\n\nDone!\n",
    "[A] total=1\n[A] total=3\n[가] total=5\r\nDone!!\n",
    "[A] total=1\n[가 🙂] total=-5\n[A] total=3\n[가 🙂] total=-9\n",
    "[A] total=1\n[A] total=4\n",
    "\n[A] total=1\n",
    "[A] total=1[A] total=3\n",
    "[A] total=1Done!",
    "[A] total=1\nDone!\n[B] total=1\n",
    "",
    "no log",
];

/// What a reader may write wrongly: a setting, and its value.
const WRONG: &[(&str, &str)] = &[
    ("tasks", ""),
    ("tasks", " , "),
    ("tasks", "A"),
    ("tasks", "A:1"),
    ("tasks", "A:1:5 B"),
    ("tasks", ":1:5"),
    ("tasks", "A:x:5"),
    ("tasks", "A:1:"),
    ("tasks", "A:1:2.5"),
    ("tasks", "A:1:1e3"),
    ("tasks", "A:9007199254740992:9"),
    ("tasks", "A:0:100000 B:0:1"),
    ("tasks", "한글"),
    ("interval", "0"),
    ("interval", "-1"),
    ("interval", "3600001"),
    ("interval", "1.5"),
    ("interval", ""),
    ("interval", "soon"),
    ("lanes", ""),
    ("lanes", "async fibers"),
    ("lanes", "async async"),
    ("seed", "-1"),
    ("seed", "4294967296"),
    ("lock", "off"),
    ("work", "play"),
    ("speed", "0"),
    ("speed", "100.001"),
    ("speed", "NaN"),
    ("speed", "fast"),
    ("autoplay", "later"),
    ("start-at", "-1"),
    ("start-at", "1:30"),
    ("controls", "off"),
    ("editor", "no"),
    ("predict", "0"),
    ("code", "cobol"),
    ("lang", "fr"),
    ("theme", "Dark"),
    ("theme", "“”\"'&amp;<b>"),
];

/// What `native.json` has, as the crate gives it now.
fn native() -> Value {
    let runs: Vec<_> = SETTINGS.iter().map(|settings| run(settings)).collect();
    let refusals: Vec<_> = WRONG.iter().map(|&wrong| refusal(wrong)).collect();
    let checks: Vec<_> = LOGS.iter().map(|log| check(log)).collect();
    let large = json!({ "settings": object_of(LARGE), "hashes": golden::hashes(LARGE) });
    json!({ "runs": runs, "large": large, "refusals": refusals, "checks": checks })
}

fn run(settings: &[(&str, &str)]) -> Value {
    let config = Config::parse(settings.iter().copied()).expect("the settings are right");
    let mut demo = Demo::new(config);
    // The log has what has been run.
    demo.seek(demo.duration(), 0);
    // Where no task has a step, all is over at 0, and there nothing has happened yet.
    while !demo.ended() {
        demo.step_forward(0);
    }
    let mut lanes = Vec::new();
    let mut times = BTreeSet::new();
    for (index, lane) in demo.lanes().iter().enumerate() {
        let log = lane.log();
        times.extend(log.prefix(usize::MAX).map(|event| event.at));
        let events = log.prefix(usize::MAX).map(|event| object(&log, event));
        let events: Vec<_> = events.collect();
        lanes.push(json!({
            "name": lane.kind().name(),
            "duration": lane.duration(),
            "log": demo.log_text(index),
            "events": events,
        }));
    }
    let moments: Vec<_> = times.into_iter().map(|at| moment(&mut demo, at)).collect();
    json!({ "settings": object_of(settings), "lanes": lanes, "moments": moments })
}

fn object_of(settings: &[(&str, &str)]) -> Map<String, Value> {
    let settings = settings.iter();
    settings
        .map(|&(name, value)| (name.to_owned(), json!(value)))
        .collect()
}

/// An event as the element's `events` has it.
fn object(log: &Log, event: Event<'_>) -> Value {
    let name = log.task_name(event.task).unwrap();
    let mut object = json!({ "at": event.at, "kind": event.kind.name(), "task": name });
    object["index"] = json!(event.task.0);
    let resource_name = |resource: ResourceId| json!(log.resources()[resource.index()].name);
    match event.kind {
        EventKind::Created { by } => object["by"] = json!(by.0),
        EventKind::Waiting { on, until } => {
            object["on"] = json!(on.name());
            match on {
                On::Task(task) => object["of"] = json!(task.0),
                On::Resource(resource) => object["resource"] = resource_name(resource),
                On::Time | On::Elsewhere => {}
            }
            if let Some(until) = until {
                object["until"] = json!(until);
            }
        }
        EventKind::Acquired { resource } | EventKind::Released { resource } => {
            object["resource"] = resource_name(resource);
        }
        EventKind::Wrote { text, .. } => object["text"] = json!(text),
        _ => {}
    }
    object
}

/// What each lane shows `at` milliseconds: its log, and the number of its events.
fn moment(demo: &mut Demo, at: u64) -> Value {
    demo.seek(at, 0);
    let lanes = 0..demo.lanes().len();
    let shown: Vec<_> = lanes
        .map(|lane| json!({ "log": demo.log_text(lane), "events": demo.shown(lane) }))
        .collect();
    json!({ "at": at, "shown": shown })
}

fn refusal((setting, value): (&str, &str)) -> Value {
    let error = Config::parse([(setting, value)]).expect_err("the value is wrong");
    json!({ "setting": setting, "value": value, "told": error.value(), "message": error.to_string() })
}

/// What `checkLog` is to say of a log.
fn check(log: &str) -> Value {
    let found = check_log(log, None);
    let tasks = found.tasks.iter();
    let tasks: Vec<_> = tasks
        .map(|task| json!({ "name": task.name, "low": task.low, "high": task.high }))
        .collect();
    let mut result = json!({ "tasks": tasks, "torn": found.torn, "lost": found.lost });
    result["verdict"] = json!(found.verdict.name());
    if let Verdict::Impossible { line, .. } = found.verdict {
        result["line"] = json!(line);
    }
    json!({ "log": log, "result": result })
}

#[test]
fn the_runs_that_pages_are_compared_with_are_those_of_the_crate() {
    let written: Value = serde_json::from_str(include_str!("native.json")).unwrap();
    assert_eq!(native(), written);
}

/// Only for a change that is meant: `cargo test -p interleaved anew -- --ignored`.
#[test]
#[ignore = "it writes what the other compares with"]
fn the_native_runs_are_written_anew() {
    std::fs::write("tests/it/native.json", format!("{}\n", native())).unwrap();
}
