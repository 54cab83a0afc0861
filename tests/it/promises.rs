//! What holds whatever comes in: for the property tests (`hostile.rs`), and for the
//! fuzzers in `fuzz/`, which read this file as well.

use interleaved::{
    Config, Demo, Doubt, LaneKind, MAX_BOUND, MAX_LOG, MAX_STEPS, MAX_TASKS, MAX_WORKERS, Progress,
    Reason, Summation, Verdict, Work, check_log,
};

/// The names of all settings.
pub const NAMES: [&str; 16] = [
    "tasks", "interval", "lanes", "seed", "lock", "work", "speed", "autoplay", "start-at",
    "controls", "editor", "predict", "code", "lang", "theme", "size",
];

/// An error quotes so many characters, and a mark where there are more.
const QUOTED: usize = 61;

/// Settings are read as the page's limits have it, or refused with the setting and
/// the value named; and what has been read can be written, and is read again the same.
pub fn settings(settings: &[(&str, &str)]) -> Option<Config> {
    match Config::parse(settings.iter().copied()) {
        Ok(config) => {
            within_limits(&config);
            let written = text(&config);
            let again = written.iter().map(|(name, value)| (*name, value.as_str()));
            assert_eq!(Config::parse(again).as_ref(), Ok(&config), "{written:?}");
            Some(config)
        }
        Err(error) => {
            let (setting, value) = (error.setting(), error.value());
            let part = value.strip_suffix('…').unwrap_or(value);
            let is_of = |(name, given): &(&str, &str)| *name == setting && given.contains(part);
            // How many tasks are too many for workers is a count, not a part of a value.
            let counts = error.code() == "tooManyWorkers" && setting == "tasks";
            assert!(counts || settings.iter().any(is_of), "{error:?}");
            assert!(value.chars().count() <= QUOTED, "{error:?}");
            let sentence = error.to_string();
            assert!(sentence.starts_with(setting), "{sentence}");
            assert!(
                error.code() == "unknown" || sentence.contains(value),
                "{sentence}"
            );
            assert_eq!(
                error.code() == "unknown",
                !NAMES.contains(&setting),
                "{sentence}"
            );
            None
        }
    }
}

/// The limits that docs/element.md tells of.
fn within_limits(config: &Config) {
    assert!((1..=MAX_TASKS).contains(&config.tasks.len()));
    let steps = config.tasks.iter().map(Summation::steps);
    assert!(steps.sum::<u64>() <= MAX_STEPS);
    for task in &config.tasks {
        let separates = |char: char| char.is_whitespace() || char == ',';
        assert!(
            !task.name.is_empty() && !task.name.contains(separates),
            "{task:?}"
        );
        assert!(
            [task.low, task.high]
                .iter()
                .all(|bound| bound.abs() <= MAX_BOUND),
            "{task:?}"
        );
    }
    assert!((1..=3_600_000).contains(&config.interval));
    assert!((100..=100_000).contains(&config.speed));
    assert!((1..=LaneKind::ALL.len()).contains(&config.lanes.len()));
    for (at, lane) in config.lanes.iter().enumerate() {
        assert!(!config.lanes[..at].contains(lane), "{:?}", config.lanes);
    }
    assert!(config.tasks.len() <= MAX_WORKERS || !config.lanes.contains(&LaneKind::Workers));
}

/// Settings as text, as a permalink has them.
pub fn text(config: &Config) -> Vec<(&'static str, String)> {
    let tasks = config
        .tasks
        .iter()
        .map(|task| format!("{}:{}:{}", task.name, task.low, task.high));
    let lanes = config.lanes.iter().map(|lane| lane.name());
    let thousandths = |number: u64| format!("{}.{:03}", number / 1_000, number % 1_000);
    let mut text = vec![
        ("tasks", tasks.collect::<Vec<_>>().join(" ")),
        ("lanes", lanes.collect::<Vec<_>>().join(",")),
        ("interval", config.interval.to_string()),
        ("seed", config.seed.to_string()),
        ("speed", thousandths(config.speed.into())),
    ];
    let mut put = |name, value: &str| text.push((name, value.to_owned()));
    put(
        "work",
        match config.work {
            Work::Wait => "wait",
            Work::Compute => "compute",
            Work::Block => "block",
        },
    );
    if config.lock {
        put("lock", "");
    }
    text
}

/// A log gets a verdict that speaks of this log: lines that it has, pieces that are
/// there, tasks that were given.
pub fn log(text: &str, tasks: Option<&[Summation]>) {
    let check = check_log(text, tasks);
    if let Some(tasks) = tasks {
        assert_eq!(check.tasks, tasks);
    }
    let has_brackets = |task: &Summation| task.name.contains(['[', ']']);
    if check.verdict == Verdict::Undecided(Doubt::TooLong) {
        let is_odd = |task: &Summation| has_brackets(task) || !task.name.is_ascii();
        assert!(text.len() > MAX_LOG || check.tasks.iter().any(is_odd));
    } else {
        assert!(text.len() <= MAX_LOG);
    }
    let lines = check.lines.len();
    for pair in check.lines.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{pair:?}");
    }
    for line in &check.lines {
        assert!(text.get(line.clone()).is_some(), "{line:?}");
    }
    if let Verdict::Impossible { line, reason } = &check.verdict {
        assert!((1..=lines).contains(line), "line {line} of {lines}");
        let known = |name: &str| check.tasks.iter().any(|task| task.name == name);
        let unknown = matches!(reason, Reason::UnknownTask(_));
        assert!(
            reason.task().is_none_or(|name| known(name) != unknown),
            "{reason:?}"
        );
    }
    assert!(check.torn <= lines);
    let mut before = (1, 0);
    for written in &check.writes {
        assert!(written.task < check.tasks.len(), "{written:?}");
        assert!(text.get(written.range.clone()).is_some(), "{written:?}");
        assert!((1..=lines).contains(&written.line), "{written:?}");
        // They are told in the order in which they are written.
        let place = (written.line, written.range.start);
        assert!(before <= place, "{written:?} after {before:?}");
        before = place;
    }
}

/// What tasks can print is never impossible, however their prints are cut and in
/// whatever order they write: each choice says who writes, and how much of its print.
pub fn pieces(tasks: &[Summation], choices: &[u8]) {
    let texts = tasks.iter().map(|task| {
        let mut sum = 0;
        let prints = (task.low..task.high).take(choices.len()).map(|next| {
            sum += i128::from(next);
            format!("[{}] total={sum}\n", task.name)
        });
        prints.collect::<String>()
    });
    let mut texts: Vec<_> = texts.map(|text| text.chars().collect::<Vec<_>>()).collect();
    texts.iter_mut().for_each(|text| text.reverse());
    let mut text = String::new();
    for choice in choices {
        let mut able: Vec<_> = texts.iter_mut().filter(|text| !text.is_empty()).collect();
        if able.is_empty() {
            break;
        }
        let who = usize::from(choice >> 4) % able.len();
        for _ in 0..=choice & 15 {
            text.extend(able[who].pop());
        }
    }
    log(&text, Some(tasks));
    let check = check_log(&text, Some(tasks));
    let is_impossible = matches!(check.verdict, Verdict::Impossible { .. });
    assert!(!is_impossible && check.lost == 0, "{check:?} of\n{text}");
}

/// Whatever the reader does, what is shown is a beginning of the same run, and its
/// log one that the checker takes for what it is.
pub fn run(config: Config, deeds: &[u8]) {
    let mut fresh = Demo::new(config.clone());
    to_the_end(&mut fresh, 0);
    let lanes = 0..fresh.lanes().len();
    let ends: Vec<_> = lanes.clone().map(|lane| fresh.log_text(lane)).collect();
    for (lane, end) in fresh.lanes().iter().zip(&ends) {
        is_accepted(lane.kind(), end, &config.tasks);
    }
    let mut demo = Demo::new(config);
    let mut now = 0;
    for deed in deeds.chunks_exact(2) {
        let [what, size] = [deed[0], deed[1]];
        // From nothing to half a minute, and a part of the whole run.
        let micros = (u64::from(size) + 1).pow(3);
        let part = u64::from(size) * demo.duration() / 200;
        match what % 10 {
            0 => demo.play(now),
            1 => demo.pause(now),
            2 => demo.reset(now),
            3 => demo.seek(part, now),
            4 => demo.start_seek(part, now),
            5 => drop(demo.step_forward(now)),
            6 => drop(demo.step_back(now)),
            7 => demo.set_speed(100 + u32::from(size) * 391, now),
            8 => now += micros,
            _ => drop(demo.advance(now, u32::from(size))),
        }
        for lane in lanes.clone() {
            assert!(demo.shown(lane) <= demo.lanes()[lane].log().len());
            assert!(
                ends[lane].starts_with(&demo.log_text(lane)),
                "{what} {size}"
            );
        }
        assert!(demo.current_time(now) <= demo.duration() as f64);
    }
    while demo.advance(now, 1_000) == Progress::Behind {}
    to_the_end(&mut demo, now);
    for lane in lanes {
        assert_eq!(demo.log_text(lane), ends[lane]);
    }
    assert!(demo.ended());
}

fn to_the_end(demo: &mut Demo, now: u64) {
    // A run that takes no time has no end to seek: it has to be played.
    demo.play(now);
    demo.seek(u64::MAX, now);
}

/// No log of ours is impossible, and none is taken for another lane's unless that
/// lane prints the same.
fn is_accepted(kind: LaneKind, text: &str, tasks: &[Summation]) {
    log(text, Some(tasks));
    let check = check_log(text, Some(tasks));
    let fits = match check.verdict {
        Verdict::Sequential | Verdict::Undecided(Doubt::SameNames) => true,
        // With nothing to tell lanes apart there is no task's log either.
        Verdict::Undecided(Doubt::NoTotals) => tasks.is_empty(),
        Verdict::Async => kind != LaneKind::Sequential,
        Verdict::Interleaved | Verdict::Threads => {
            kind == LaneKind::Threads || kind == LaneKind::Workers
        }
        Verdict::Undecided(_) | Verdict::Impossible { .. } => false,
    };
    assert!(
        fits && check.lost == 0,
        "{}: {check:?} of\n{text}",
        kind.name()
    );
}

/// What a fuzzer does with the bytes that it is given.
type Target = fn(&[u8]);

/// The fuzzers by their names.
pub const TARGETS: [(&str, Target); 3] = [
    ("settings", fuzz_settings),
    ("check_log", fuzz_check_log),
    ("steps", fuzz_steps),
];

/// Lines of `name=value`.
fn lines(text: &str) -> Vec<(&str, &str)> {
    let lines = text.split('\n').filter(|line| !line.is_empty());
    lines
        .map(|line| line.split_once('=').unwrap_or((line, "")))
        .collect()
}

/// Settings, a line each.
pub fn fuzz_settings(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        settings(&lines(text));
    }
}

/// A log; before it, in a line of its own, the tasks, if there are any.
pub fn fuzz_check_log(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    log(text, None);
    let (tasks, text) = text.split_once('\n').unwrap_or(("", text));
    if let Ok(config) = Config::parse([("tasks", tasks)]) {
        log(text, Some(&config.tasks));
        // Other names may be read in another way when they are cut, and twins can't be told apart.
        let mut names: Vec<_> = config.tasks.iter().map(|task| &task.name).collect();
        names.sort_unstable();
        names.dedup();
        let is_plain = |name: &&String| name.chars().all(char::is_alphanumeric);
        if names.len() == config.tasks.len() && names.len() <= 4 && names.iter().all(is_plain) {
            pieces(&config.tasks, &text.as_bytes()[..text.len().min(100)]);
        }
    }
}

/// Settings as above, an empty line, and what the reader does, two bytes each.
pub fn fuzz_steps(bytes: &[u8]) {
    let end = bytes
        .windows(2)
        .position(|pair| pair == b"\n\n")
        .unwrap_or(bytes.len());
    let Ok(text) = std::str::from_utf8(&bytes[..end]) else {
        return;
    };
    let Some(config) = settings(&lines(text)) else {
        return;
    };
    // Runs that take long find nothing that shorter ones don't.
    let steps = config.tasks.iter().map(Summation::steps);
    let deeds = bytes.get(end + 2..).unwrap_or_default();
    if steps.sum::<u64>() <= 300 && deeds.len() <= 200 {
        run(config, deeds);
    }
}
