//! What the core must do to the letter wherever it runs: hashes of whole event
//! logs, the same natively and in each browser. Included by both test binaries;
//! `e2e/golden.test.js` asks the same of the finished site.

use interleaved::ids::ResourceId;
use interleaved::trace::On;
use interleaved::{Config, Demo, Event, EventKind, Lane, LaneKind, Log};

use crate::mapping;

/// For each of [`configurations`] a line: the hash of each lane's events. The
/// native test that is ignored writes it.
const EVENTS: &str = include_str!("events.txt");

/// The same of the events as they were told before they were complete; see
/// [`mapping`] for the rule.
const BEFORE: &str = include_str!("golden.txt");

/// The lanes of every configuration.
pub const LANES: &str = "sequential async threads";

/// Ordinary tasks and odd ones: empty ranges, names of many alphabets, the ends of
/// what a number may be, one task and many.
const TASKS: [&str; 8] = [
    "A:1:5 B:5:10 C:10:15",
    "가:1:4 <b>:-3:2 x:y:9007199254740989:9007199254740991 e:5:1",
    "t0:0:0 t1:1:2 t2:2:4 t3:3:6 t4:4:8 t5:5:10 t6:6:12 t7:7:7 t8:8:9 t9:9:11 t10:10:13 t11:11:15",
    "only:0:9",
    "none:3:3 nothing:9:-9",
    "same:0:4 same:0:4 same:0:4 same:0:4",
    "😀:-9007199254740991:-9007199254740989 é:-1:1 \"'&:0:1 :::0:3",
    "a:0:1 b:0:2 c:0:3 d:0:4 e:0:5 f:0:6 g:0:7 h:0:8 i:0:9 j:0:1 k:0:1 l:0:1 m:0:5 n:0:5 o:0:5 p:0:5",
];

const WORKS: [&str; 3] = ["wait", "compute", "block"];

/// A millisecond, odd ones, the lesson's second, and the longest.
const INTERVALS: [&str; 4] = ["1", "7", "1000", "3600000"];

/// Small seeds, which are alike, and the largest.
const SEEDS: [&str; 4] = ["0", "1", "2", "4294967295"];

/// All settings that are tried, each with all others.
pub fn configurations() -> Vec<Vec<(&'static str, &'static str)>> {
    let mut all = Vec::new();
    for tasks in TASKS {
        for work in WORKS {
            for interval in INTERVALS {
                for seed in SEEDS {
                    let settings = vec![
                        ("lanes", LANES),
                        ("tasks", tasks),
                        ("work", work),
                        ("interval", interval),
                        ("seed", seed),
                    ];
                    all.push(settings.clone());
                    all.push([settings, vec![("lock", "")]].concat());
                }
            }
        }
    }
    all
}

/// Runs each configuration to its end and compares.
pub fn check_all() {
    let configurations = configurations();
    for (file, hashes) in [(BEFORE, hashes_as_before as Hashes), (EVENTS, hashes)] {
        assert_eq!(file.lines().count(), configurations.len());
        for (settings, expected) in configurations.iter().zip(file.lines()) {
            assert_eq!(hashes(settings), expected, "{settings:?}");
        }
    }
}

type Hashes = fn(&[(&'static str, &'static str)]) -> String;

/// The line of [`EVENTS`] that the core gives now.
pub fn hashes(settings: &[(&'static str, &'static str)]) -> String {
    hashes_of(settings, |lane| {
        let log = lane.log();
        log.prefix(usize::MAX)
            .map(|event| line(&log, event))
            .collect()
    })
}

/// The line of [`BEFORE`] that the core gives now.
fn hashes_as_before(settings: &[(&'static str, &'static str)]) -> String {
    hashes_of(settings, |lane| {
        let told = mapping::as_before(&lane.log(), lane.kind() == LaneKind::Threads);
        let line = |(at, name, task, details)| format!("{at} {name} {task} {details}\n");
        told.into_iter().map(line).collect()
    })
}

fn hashes_of(settings: &[(&'static str, &'static str)], lines: fn(&Lane) -> String) -> String {
    let config = Config::parse(settings.iter().copied()).expect("the settings are right");
    let mut demo = Demo::new(config);
    demo.seek(demo.duration(), 0);
    // Where no task has a step, all is over at 0, and there nothing has happened yet.
    while !demo.ended() {
        demo.step_forward(0);
    }
    let hashes = demo.lanes().iter().map(|lane| {
        // FNV-1a, in 32 bits, which a page can compute as well.
        let hash = lines(lane).bytes().fold(0x811c_9dc5, |hash: u32, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        format!("{hash:08x}")
    });
    hashes.collect::<Vec<_>>().join(" ")
}

/// An event as a line: what the element's `events` has of it, in the order of the
/// documentation, and `-` for what it hasn't.
pub fn line(log: &Log, event: Event<'_>) -> String {
    let Event { at, task, kind, .. } = event;
    let resource_name = |resource: ResourceId| log.resources()[resource.index()].name.clone();
    let (mut by, mut on, mut of, mut until) = (None, None, None, None);
    let (mut resource, mut text) = (None, None);
    match kind {
        EventKind::Created { by: maker } => by = Some(maker.0.to_string()),
        EventKind::Waiting {
            on: what,
            until: deadline,
        } => {
            on = Some(what.name().to_owned());
            until = deadline.map(|until| until.to_string());
            match what {
                On::Task(task) => of = Some(task.0.to_string()),
                On::Resource(wanted) => resource = Some(resource_name(wanted)),
                On::Time | On::Elsewhere => {}
            }
        }
        EventKind::Acquired { resource: it } | EventKind::Released { resource: it } => {
            resource = Some(resource_name(it));
        }
        EventKind::Wrote { text: written, .. } => text = Some(written.to_owned()),
        _ => {}
    }
    let more = [by, on, of, until, resource, text].map(|part| part.unwrap_or("-".to_owned()));
    format!("{at} {} {} {}\n", kind.name(), task.0, more.join(" "))
}
