//! Whatever comes in: settings, permalinks, logs. See `promises.rs` for what holds.

use std::fs;
use std::path::Path;

use interleaved::{
    Config, Demo, Doubt, LaneKind, MAX_LOG, Schedule, Summation, Verdict, check_log,
};
use proptest::prelude::*;

use crate::promises::{self, NAMES};
use crate::{handout, output, run};

/// What values and logs are made of, so that chance comes across what matters.
const CRUMBS: [&str; 54] = [
    "A",
    "B",
    "가",
    "🦀",
    ":",
    "::",
    ",",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "-",
    "-0",
    "0",
    "1",
    "5",
    "15",
    "64",
    "65",
    "1000",
    "9007199254740991",
    "9007199254740992",
    "18446744073709551616",
    ".",
    "1e3",
    "+1",
    "async",
    "threads",
    "workers",
    "sequential",
    "true",
    "false",
    "none",
    "ko-KR",
    "…",
    "[",
    "]",
    "[A]",
    "total",
    "=",
    "] total=",
    "Done",
    "!!!",
    "\u{1b}[31m",
    "\u{1b}]8;;x\u{7}",
    "\u{9b}",
    "\r",
    "\u{2028}",
    "\u{200b}",
    "［",
    "］",
    "＝１",
    "\u{1}",
];

fn crumbs(count: usize) -> impl Strategy<Value = String> {
    let crumb = prop_oneof![
        8 => prop::sample::select(&CRUMBS[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(crumb, 0..count).prop_map(|crumbs| crumbs.concat())
}

/// Any text, or one that is nearly right.
fn value() -> impl Strategy<Value = String> {
    let task = ("[a-c:\\[\\]가]{0,3}", any::<i64>(), 0_i64..40);
    let task = task.prop_map(|(name, low, steps)| {
        let low = low >> (low & 63);
        format!("{name}:{low}:{}", low.saturating_add(steps))
    });
    prop_oneof![
        any::<String>(),
        crumbs(8),
        prop::collection::vec(task, 0..9).prop_map(|tasks| tasks.join(" ")),
        any::<i64>().prop_map(|number| number.to_string()),
        (0_u64..200_000).prop_map(|number| format!("{}.{:03}", number / 1_000, number % 1_000)),
        prop::sample::select(vec![
            "",
            "true",
            "visible",
            "none",
            "compute",
            "block",
            "python",
            "rust",
            "javascript",
            "ko",
            "en-GB",
            "light",
            "dark",
            "threads,workers",
            "async",
            "lock",
            "editor",
            "predict",
        ])
        .prop_map(str::to_owned),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

/// A setting that is right, or nearly so.
fn fitting() -> impl Strategy<Value = (String, String)> {
    let task = ("\\PC{1,3}", -9_i64..9, 0_i64..300);
    let task = task.prop_map(|(name, low, steps)| {
        let name = name.replace(|char: char| char.is_whitespace() || char == ',', ":");
        format!("{name}:{low}:{}", low + steps)
    });
    let tasks = prop::collection::vec(task, 1..70).prop_map(|tasks| tasks.join(" "));
    let lanes = prop::sample::subsequence(LaneKind::ALL.to_vec(), 1..=4).prop_shuffle();
    let lanes = lanes.prop_map(|lanes| {
        lanes
            .iter()
            .map(|lane| lane.name())
            .collect::<Vec<_>>()
            .join(",")
    });
    let thousandths =
        (0_u32..120_000).prop_map(|number| format!("{}.{:03}", number / 1_000, number % 1_000));
    let words = [
        ("work", "wait compute block"),
        ("autoplay", "autoplay visible true"),
        ("controls", "controls none"),
        ("code", "none python rust javascript"),
        ("lang", "ko en en-GB"),
        ("theme", "auto light dark"),
        ("size", "auto large"),
        ("lock", "lock true"),
        ("editor", "editor true"),
        ("predict", "predict true"),
    ];
    let word = prop::sample::select(words.to_vec()).prop_flat_map(|(name, words)| {
        let words: Vec<_> = words.split(' ').collect();
        prop::sample::select(words).prop_map(move |word| (name, word.to_owned()))
    });
    let setting = prop_oneof![
        2 => tasks.prop_map(|value| ("tasks", value)),
        1 => lanes.prop_map(|value| ("lanes", value)),
        1 => (0_u32..3_700_000).prop_map(|number| ("interval", number.to_string())),
        1 => any::<u32>().prop_map(|number| ("seed", number.to_string())),
        1 => thousandths.clone().prop_map(|value| ("speed", value)),
        1 => thousandths.prop_map(|value| ("start-at", value)),
        3 => word,
    ];
    let white = prop::sample::select(vec!["", " ", "\n"]);
    (setting, white)
        .prop_map(|((name, value), white)| (name.to_owned(), format!("{white}{value}{white}")))
}

fn setting() -> impl Strategy<Value = (String, String)> {
    prop_oneof![9 => fitting(), 1 => (name(), value())]
}

/// Tasks with names that are as much like logs as the setting allows.
fn tasks() -> impl Strategy<Value = Vec<Summation>> {
    let name = prop::collection::vec(
        prop::sample::select(vec!["A", "B", "[", "]", "total", "=", "1", ":"]),
        1..6,
    );
    let task = (name, -2_i64..3, 0_i64..4).prop_map(|(name, low, steps)| Summation {
        name: name.concat(),
        low,
        high: low + steps,
    });
    prop::collection::vec(task, 1..5)
}

/// A log of ours, with changes: a place, what is taken away there, what is put there.
fn mutated() -> impl Strategy<Value = String> {
    let changes = (any::<prop::sample::Index>(), 0_usize..4, crumbs(3));
    (any::<u32>(), prop::collection::vec(changes, 0..5)).prop_map(|(seed, changes)| {
        let program = interleaved::Program {
            schedule: Schedule::Seeded(seed),
            ..handout()
        };
        let mut log: Vec<char> = output(&run(LaneKind::Threads, &program)).chars().collect();
        for (place, taken, put) in changes {
            let at = place.index(log.len() + 1);
            log.splice(at..(at + taken).min(log.len()), put.chars());
        }
        log.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_settings_are_read_or_refused_by_name(settings in prop::collection::vec(setting(), 0..9)) {
        let settings: Vec<_> = settings.iter().map(|(name, value)| (&**name, &**value)).collect();
        promises::settings(&settings);
    }

    /// One setting alone isn't hidden by another's error.
    #[test]
    fn any_value_of_a_setting_is_read_or_refused(name in name(), value in value()) {
        promises::settings(&[(&name, &value)]);
    }

    #[test]
    fn any_text_is_a_log_that_gets_a_verdict(text in any::<String>(), given in prop::option::of(tasks())) {
        promises::log(&text, given.as_deref());
    }

    #[test]
    fn anything_like_a_log_gets_a_verdict(text in crumbs(40), given in prop::option::of(tasks())) {
        promises::log(&text, given.as_deref());
    }

    #[test]
    fn a_log_that_was_tampered_with_gets_a_verdict(text in mutated(), given: bool) {
        let tasks = handout().tasks;
        promises::log(&text, given.then_some(&tasks));
    }

    #[test]
    fn what_tasks_write_in_pieces_is_possible(names in prop::sample::subsequence(vec!["A", "B", "C", "total", "t", "가", "10", "1"], 1..4), lows in prop::collection::vec(-3_i64..12, 4), choices in prop::collection::vec(any::<u8>(), 0..100)) {
        let named = names.iter().zip(lows);
        let tasks: Vec<_> = named.map(|(name, low)| Summation { name: (*name).to_owned(), low, high: low + 4 }).collect();
        promises::pieces(&tasks, &choices);
    }

    #[test]
    fn whatever_the_reader_does_the_run_stays_the_same(
        tasks in tasks(),
        seed: u32,
        lock: bool,
        lanes in Just(LaneKind::ALL.to_vec()).prop_shuffle(),
        deeds in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        let config = Config { tasks, seed, lock, lanes, interval: 7, ..Config::default() };
        promises::run(config, &deeds);
    }
}

#[test]
fn a_name_may_look_like_a_log() {
    for names in [
        "x]total=5 x",
        "[x]total=1 [x x",
        "B][A A B",
        "] [ ][ []",
        "]total=1 total=1",
    ] {
        let tasks: Vec<_> = names.split(' ').map(|name| format!("{name}:1:4")).collect();
        for lanes in ["sequential", "async", "threads"] {
            let settings = [("tasks", &*tasks.join(" ")), ("lanes", lanes)];
            promises::run(promises::settings(&settings).unwrap(), &[]);
        }
    }
}

/// What takes longer than its length, if anything does, would take minutes here.
#[test]
fn the_longest_logs_get_a_verdict_too() {
    let mut odd: String = (0..60).map(|name| format!("[{name}:0:9 ")).collect();
    odd.push_str("A:1:90000");
    let tasks = Config::parse([("tasks", &*odd)]).unwrap().tasks;
    for crumb in [
        "[",
        "]",
        "[]",
        "[A]",
        "[A] total=",
        "] total=1",
        "[A] total=1",
        "\n",
        "a",
        "[\u{1b}[1m",
        "Done!",
    ] {
        let text = crumb.repeat((1 << 19) / crumb.len());
        promises::log(&text, None);
        promises::log(&text, Some(&tasks));
    }
    // Where it would, because of names that are hard to find, nothing is looked for.
    let odd: String = (0..1_000).map(|name| format!("[{name}:0:9 ")).collect();
    let tasks = Config::parse([("tasks", &*odd)]).unwrap().tasks;
    let verdict = check_log(&"[".repeat(MAX_LOG), Some(&tasks)).verdict;
    assert_eq!(verdict, Verdict::Undecided(Doubt::TooLong));
}

/// What the fuzzers keep is run without them as well.
#[test]
fn the_fuzzers_corpus_holds() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (target, promise) in promises::TARGETS {
        // The package has no fuzzers.
        let Ok(files) = fs::read_dir(corpus.join(target)) else {
            continue;
        };
        for file in files {
            promise(&fs::read(file.unwrap().path()).unwrap());
        }
    }
}

#[test]
fn what_is_shown_of_a_hostile_name_is_the_name() {
    let mut demo = Demo::new(Config::parse([("tasks", "<b>:1:2")]).unwrap());
    demo.seek(9_000, 0);
    assert_eq!(demo.log_text(0), "[<b>] total=1\nDone!!\n");
    let verdict = check_log(&demo.log_text(0), None).verdict;
    assert_eq!(verdict, Verdict::Sequential);
}
