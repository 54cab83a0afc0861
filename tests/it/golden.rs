//! What the core must do to the letter wherever it runs: hashes of whole event
//! logs, the same natively and in each browser. Included by both test binaries;
//! `e2e/golden.test.js` asks the same of the finished site.

use std::fmt::Write;

use interleaved::{Config, Demo, EventKind};

/// For each of [`configurations`] a line: the hash of each lane's events. The
/// native test that is ignored writes it.
pub const HASHES: &str = include_str!("golden.txt");

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
    assert_eq!(HASHES.lines().count(), configurations.len());
    for (settings, expected) in configurations.iter().zip(HASHES.lines()) {
        assert_eq!(hashes(settings), expected, "{settings:?}");
    }
}

/// The line of [`HASHES`] that the core gives now.
pub fn hashes(settings: &[(&'static str, &'static str)]) -> String {
    let config = Config::parse(settings.iter().copied()).expect("the settings are right");
    let mut demo = Demo::new(config);
    demo.seek(demo.duration(), 0);
    // Where no task has a step, all is over at 0, and there nothing has happened yet.
    while !demo.ended() {
        demo.step_forward(0);
    }
    let mut line = String::new();
    for lane in 0..demo.lanes().len() {
        let space = if lane > 0 { " " } else { "" };
        write!(line, "{space}{:08x}", hash(&demo, lane)).expect("a text takes everything");
    }
    line
}

/// FNV-1a, in 32 bits, over a line for each event: what a page can compute as well.
fn hash(demo: &Demo, lane: usize) -> u32 {
    let mut lines = String::new();
    let log = demo.lanes()[lane].log();
    for event in log.prefix(usize::MAX) {
        let task = event.task.map_or(-1, i64::from);
        write!(lines, "{} {} {task} ", event.at, event.kind.name()).expect("as above");
        match event.kind {
            EventKind::Waiting { until } => {
                let until = until.map_or(-1, |until| until as i64);
                write!(lines, "{until}").expect("as above");
            }
            EventKind::Wrote(text) => lines.push_str(text),
            _ => {}
        }
        lines.push('\n');
    }
    lines.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
