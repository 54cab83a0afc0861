//! Settings: what is right, and for what is wrong the exact sentence.

use interleaved::{Config, LaneKind, SETTINGS, Work};

#[track_caller]
fn good(name: &str, value: &str) -> Config {
    Config::parse([(name, value)]).unwrap_or_else(|error| panic!("{name}={value:?}: {error}"))
}

#[track_caller]
fn bad(name: &str, value: &str, sentence: &str) {
    let before = Config::default();
    let mut config = before.clone();
    let error = config.set(name, value).unwrap_err();
    assert_eq!(error.to_string(), sentence);
    assert_eq!(error.setting(), name);
    assert_eq!(config, before, "an error changes nothing");
}

#[track_caller]
fn tasks(value: &str, expected: &[(&str, i64, i64)]) {
    let config = good("tasks", value);
    let tasks: Vec<_> = config
        .tasks
        .iter()
        .map(|task| (task.name.as_str(), task.low, task.high))
        .collect();
    assert_eq!(tasks, expected);
}

#[test]
fn the_defaults_are_the_lesson() {
    let config = Config::default();
    assert_eq!(config, good("tasks", "A:1:5 B:5:10 C:10:15"));
    assert_eq!(config.lanes, [LaneKind::Sequential, LaneKind::Async]);
    assert_eq!(
        (config.interval, config.seed, config.speed),
        (1_000, 1, 1_000)
    );
}

#[test]
fn tasks_stand_between_white_space_or_commas() {
    tasks("A:1:5,B:5:10", &[("A", 1, 5), ("B", 5, 10)]);
    tasks("  A:1:5 ,\n\tB:5:10, ", &[("A", 1, 5), ("B", 5, 10)]);
}

#[test]
fn a_name_may_hold_colons_and_any_letters() {
    tasks("a:b:1:5", &[("a:b", 1, 5)]);
    tasks("::1:5", &[(":", 1, 5)]);
    tasks("가나다:1:5", &[("가나다", 1, 5)]);
    tasks("<b>:-3:-1", &[("<b>", -3, -1)]);
}

#[test]
fn two_tasks_may_have_one_name() {
    tasks("A:1:2 A:1:3", &[("A", 1, 2), ("A", 1, 3)]);
}

#[test]
fn the_largest_numbers_are_fine() {
    tasks(
        "A:9007199254740990:9007199254740991 B:-9007199254740991:-9007199254740990 C:9007199254740991:-9007199254740991",
        &[
            ("A", 9_007_199_254_740_990, 9_007_199_254_740_991),
            ("B", -9_007_199_254_740_991, -9_007_199_254_740_990),
            ("C", 9_007_199_254_740_991, -9_007_199_254_740_991),
        ],
    );
}

#[test]
fn as_many_tasks_and_steps_as_fit_are_fine() {
    assert_eq!(good("tasks", &"A:0:100 ".repeat(1_000)).tasks.len(), 1_000);
}

#[test]
fn every_setting_is_read() {
    assert_eq!(good("interval", "3600000").interval, 3_600_000);
    assert_eq!(good("seed", "4294967295").seed, u32::MAX);
    assert_eq!(
        good("lanes", "threads,async").lanes,
        [LaneKind::Threads, LaneKind::Async]
    );
    assert!(good("lock", "").lock && good("lock", "lock").lock && good("lock", "true").lock);
    assert_eq!(good("work", "wait").work, Work::Wait);
    assert_eq!(good("work", "compute").work, Work::Compute);
    assert_eq!(good("work", "block").work, Work::Block);
}

#[test]
fn what_is_the_pages_is_checked_and_changes_nothing_that_runs() {
    let fine = [
        ("autoplay", "  visible autoplay true false"),
        ("start-at", "0 2.5 360000000"),
        ("controls", "  none controls true false"),
        ("editor", "  editor true false"),
        ("predict", "  predict"),
        ("code", "none python rust javascript"),
        ("lang", "ko en en-GB ko-KR"),
        ("theme", "auto light dark"),
        ("size", "auto large"),
    ];
    for (name, values) in fine {
        for value in values.split(' ') {
            assert_eq!(good(name, value), Config::default(), "{name}={value}");
        }
    }
    bad(
        "code",
        "",
        "code: “” is not one of none, python, rust, javascript.",
    );
}

#[test]
fn the_default_of_each_setting_is_what_it_is_without_it() {
    for setting in &SETTINGS {
        if !setting.default.is_empty() {
            let config = good(setting.name, setting.default);
            assert_eq!(config, Config::default(), "{}", setting.name);
        }
    }
}

#[test]
fn a_switch_is_off_if_a_framework_writes_false() {
    let all = Config::parse([
        ("lock", "false"),
        ("editor", " false "),
        ("predict", "false"),
        ("autoplay", "false"),
    ]);
    assert_eq!(all.unwrap(), Config::default());
    // The last word counts.
    let config = Config::parse([("lock", ""), ("seed", "2"), ("lock", "false")]).unwrap();
    assert!(!config.lock && config.seed == 2);
    for value in ["False", "0", "no", "off", "1", "yes", "null"] {
        let sentence = format!(
            "predict: “{value}” is not a value for a switch. Write predict without a value to turn it on; leave it out to turn it off."
        );
        bad("predict", value, &sentence);
    }
    bad(
        "code",
        "false",
        "code: “false” is not one of none, python, rust, javascript.",
    );
}

#[test]
fn startat_is_read_as_start_at() {
    good("startat", "2.5");
    bad(
        "startat",
        "soon",
        "startat: “soon” is not a number from 0 to 360000000.",
    );
}

#[test]
fn every_lane_can_be_asked_for_by_its_name() {
    for kind in LaneKind::ALL {
        assert_eq!(good("lanes", kind.name()).lanes, [kind]);
    }
}

#[test]
fn speed_is_read_to_the_thousandth() {
    let speeds = [
        ("0.1", 100),
        ("100", 100_000),
        (".5", 500),
        ("2.", 2_000),
        ("0.7999999999999999", 800),
    ];
    for (text, thousandths) in speeds {
        assert_eq!(good("speed", text).speed, thousandths, "{text}");
    }
}

#[test]
fn bad_tasks_are_told() {
    bad(
        "tasks",
        "",
        "tasks: there is no task in “”. Write one, such as A:1:5.",
    );
    bad(
        "tasks",
        " , ",
        "tasks: there is no task in “,”. Write one, such as A:1:5.",
    );
    bad(
        "tasks",
        "A:1",
        "tasks: “A:1” is not a task. Write name:low:high, such as A:1:5.",
    );
    bad(
        "tasks",
        "A:1:5 B",
        "tasks: “B” is not a task. Write name:low:high, such as A:1:5.",
    );
    bad(
        "tasks",
        ":1:5",
        "tasks: “:1:5” has no name. Write name:low:high, such as A:1:5.",
    );
    let range = "a whole number from -9007199254740991 to 9007199254740991.";
    bad(
        "tasks",
        "A:x:5",
        &format!("tasks: the low end of “A:x:5” is not {range}"),
    );
    bad(
        "tasks",
        "A:1:",
        &format!("tasks: the high end of “A:1:” is not {range}"),
    );
    bad(
        "tasks",
        "A:1:2.5",
        &format!("tasks: the high end of “A:1:2.5” is not {range}"),
    );
    bad(
        "tasks",
        "A:1:1e3",
        &format!("tasks: the high end of “A:1:1e3” is not {range}"),
    );
    bad(
        "tasks",
        "A:9007199254740992:9",
        &format!("tasks: the low end of “A:9007199254740992:9” is not {range}"),
    );
    bad(
        "tasks",
        &"A:1:2 ".repeat(1_001),
        "tasks: “A:1:2 A:1:2 A:1:2 A:1:2 A:1:2 A:1:2 A:1:2 A:1:2 A:1:2 A:1:2 …” has more than \
         1000 tasks, which is too many for a page.",
    );
    bad(
        "tasks",
        "A:0:100000 B:0:1",
        "tasks: “A:0:100000 B:0:1” has more than 100000 steps in all, which is too many for a page.",
    );
    bad(
        "tasks",
        "A:-9007199254740991:9007199254740991",
        "tasks: “A:-9007199254740991:9007199254740991” has more than 100000 steps in all, which is \
         too many for a page.",
    );
}

#[test]
fn bad_numbers_are_told() {
    for value in [
        "0",
        "-1",
        "3600001",
        "1.5",
        "",
        "soon",
        "1e3",
        "99999999999999999999",
    ] {
        let sentence = format!("interval: “{value}” is not a whole number from 1 to 3600000.");
        bad("interval", value, &sentence);
    }
    bad(
        "seed",
        "-1",
        "seed: “-1” is not a whole number from 0 to 4294967295.",
    );
    bad(
        "seed",
        "4294967296",
        "seed: “4294967296” is not a whole number from 0 to 4294967295.",
    );
    for value in [
        "0", "0.0994", "100.001", "-1", "fast", "NaN", "", ".", "1e1", "1.2.3",
    ] {
        bad(
            "speed",
            value,
            &format!("speed: “{value}” is not a number from 0.1 to 100."),
        );
    }
    bad(
        "start-at",
        "-1",
        "start-at: “-1” is not a number from 0 to 360000000.",
    );
    bad(
        "start-at",
        "1:30",
        "start-at: “1:30” is not a number from 0 to 360000000.",
    );
}

#[test]
fn bad_choices_are_told() {
    bad(
        "lanes",
        "",
        "lanes: “” is not one of sequential, async, event-loop, threads, workers.",
    );
    bad(
        "lanes",
        "async fibers",
        "lanes: “fibers” is not one of sequential, async, event-loop, threads, workers.",
    );
    bad(
        "lanes",
        "async async",
        "lanes: “async” is named twice. Name each once.",
    );
    bad(
        "theme",
        "Dark",
        "theme: “Dark” is not one of auto, light, dark.",
    );
    bad("lang", "fr", "lang: “fr” is not one of ko, en.");
    bad(
        "autoplay",
        "later",
        "autoplay: “later” is not one of autoplay, visible.",
    );
    bad(
        "theme",
        "dark-x",
        "theme: “dark-x” is not one of auto, light, dark.",
    );
    bad(
        "controls",
        "off",
        "controls: “off” is not one of controls, none.",
    );
    bad(
        "work",
        "play",
        "work: “play” is not one of wait, compute, block.",
    );
    bad(
        "code",
        "cobol",
        "code: “cobol” is not one of none, python, rust, javascript.",
    );
    bad(
        "lock",
        "off",
        "lock: “off” is not a value for a switch. Write lock without a value to turn it on; leave it out to turn it off.",
    );
    bad("tempo", "1", "tempo: there is no setting of this name.");
}

#[test]
fn a_long_value_is_quoted_in_part() {
    let error = Config::parse([("theme", "가".repeat(5_000).as_str())]).unwrap_err();
    assert_eq!(error.value(), format!("{}…", "가".repeat(60)));
}
