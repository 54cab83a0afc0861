//! The playhead: play, seek, step, and the same screens both ways.

use interleaved::{Config, Demo, EventKind, Progress, crossing};
use proptest::prelude::*;

const SECOND: u64 = 1_000_000;
const POLLS: u32 = 10_000;

fn demo(settings: &[(&str, &str)]) -> Demo {
    Demo::new(Config::parse(settings.iter().copied()).unwrap())
}

/// All that a page shows of a demo.
fn screen(demo: &Demo) -> (f64, Vec<usize>, Vec<String>, bool) {
    let lanes = 0..demo.lanes().len();
    (
        demo.current_time(0),
        lanes.clone().map(|lane| demo.shown(lane)).collect(),
        lanes.map(|lane| demo.log_text(lane)).collect(),
        demo.ended(),
    )
}

#[test]
fn at_first_nothing_has_happened() {
    let demo = demo(&[]);
    assert_eq!(
        screen(&demo),
        (0.0, vec![0, 0], vec![String::new(); 2], false)
    );
    assert!(demo.paused());
    assert_eq!(demo.micros_until_next(0), None);
}

#[test]
fn each_line_comes_at_its_second_and_not_before() {
    let mut demo = demo(&[]);
    demo.play(0);
    demo.advance(0, POLLS);
    for second in 1..=14 {
        demo.advance(second * SECOND - 1, POLLS);
        let before = demo.log_text(0).lines().count() as u64;
        assert_eq!(before, second - 1);
        assert_eq!(demo.micros_until_next(second * SECOND - 1), Some(1));
        demo.advance(second * SECOND, POLLS);
        let lines = demo.log_text(1).lines().count() as u64;
        assert_eq!(lines, (3 * second).min(15));
    }
    assert!(demo.ended() && demo.paused());
    assert_eq!(demo.log_text(0).lines().last(), Some("Done!!"));
    assert_eq!(demo.micros_until_next(14 * SECOND), None);
}

#[test]
fn a_driver_that_comes_late_changes_nothing() {
    let (mut late, mut punctual) = (demo(&[]), demo(&[]));
    late.play(0);
    late.advance(3_900_000, POLLS);
    late.advance(60 * SECOND, POLLS);
    punctual.seek(14_000, 0);
    assert_eq!(screen(&late), screen(&punctual));
}

#[test]
fn speed_divides_the_real_time() {
    let mut demo = demo(&[("speed", "10")]);
    demo.play(0);
    demo.advance(0, POLLS);
    assert_eq!(demo.micros_until_next(0), Some(SECOND / 10));
    demo.set_speed(500, 0);
    assert_eq!(demo.micros_until_next(0), Some(2 * SECOND));
}

#[test]
fn a_seek_past_the_end_is_the_end() {
    let mut demo = demo(&[]);
    demo.seek(99_000, 0);
    assert!(demo.ended());
    assert_eq!(demo.current_time(0), 14_000.0);
}

#[test]
fn playing_from_the_end_starts_again() {
    let mut demo = demo(&[]);
    demo.seek(14_000, 0);
    demo.play(0);
    demo.advance(1_500_000, POLLS);
    assert_eq!(demo.log_text(0), "[A] total=1\n");
    assert!(!demo.ended());
}

#[test]
fn playing_from_the_past_shows_what_was_seen_before() {
    let mut demo = demo(&[]);
    demo.seek(4_000, 0);
    let seen = screen(&demo);
    demo.seek(2_000, 0);
    demo.play(0);
    demo.advance(2 * SECOND, POLLS);
    demo.pause(2 * SECOND);
    assert_eq!(screen(&demo), seen);
}

#[test]
fn few_polls_at_a_time_get_there_as_well() {
    let (mut slow, mut fast) = (demo(&[]), demo(&[]));
    slow.start_seek(14_000, 0);
    let mut slices = 0;
    while slow.advance(0, 3) == Progress::Behind {
        slices += 1;
    }
    fast.seek(14_000, 0);
    assert!(slices > 3);
    assert_eq!(screen(&slow), screen(&fast));
}

#[test]
fn with_nothing_to_do_the_demo_ends_at_once() {
    let mut demo = demo(&[("tasks", "A:5:1")]);
    assert!(!demo.ended());
    demo.play(0);
    assert_eq!(demo.micros_until_next(0), Some(0));
    demo.advance(0, POLLS);
    assert!(demo.ended());
    assert_eq!(demo.log_text(0), "Done!!\n");
}

#[test]
fn a_step_shows_one_event_of_the_lane_that_is_earliest() {
    let mut demo = demo(&[("tasks", "A:1:2 B:1:2")]);
    let mut times = Vec::new();
    while demo.step_forward(0) {
        times.push(demo.current_time(0) as u64);
    }
    let events = demo.lanes()[0].log().len() + demo.lanes()[1].log().len();
    assert_eq!(times.len(), events);
    assert!(times.is_sorted());
    assert!(demo.ended());
}

#[test]
fn a_task_adds_before_it_waits_and_keeps_its_sum() {
    let mut demo = demo(&[
        ("lanes", "sequential threads"),
        ("tasks", "A:1:3 B:-5:-2 C:9:9"),
    ]);
    for (time, sequential, threads) in [
        (0, ["", "", "", "", "", ""], ["", "", "", "", "", ""]),
        (
            500,
            ["1", "1", "", "", "", ""],
            ["1", "1", "-5", "-5", "", ""],
        ),
        (
            1_000,
            ["2", "3", "", "", "", ""],
            ["2", "3", "-4", "-9", "", ""],
        ),
        (
            2_000,
            ["2", "3", "-5", "-5", "", ""],
            ["2", "3", "-3", "-12", "", ""],
        ),
        (
            9_000,
            ["2", "3", "-3", "-12", "", ""],
            ["2", "3", "-3", "-12", "", ""],
        ),
    ] {
        demo.seek(time, 0);
        for (lane, expected) in [sequential, threads].iter().enumerate() {
            let shown = demo.shown(lane);
            let (state, program) = demo.state(lane, shown);
            let json = crossing::state(state, Some(program));
            let (_, sums) = json.split_once("\"sums\":").unwrap();
            let (sums, _) = sums.split_once(']').unwrap();
            let found: Vec<_> = sums[1..]
                .split(',')
                .map(|text| text.trim_matches('"'))
                .collect();
            assert_eq!(found, expected, "lane {lane} at {time} ms");
        }
    }
}

proptest! {
    #[test]
    fn stepping_back_gives_the_same_screens_in_reverse(
        seed: u32,
        tasks in prop::sample::select(vec!["A:1:5 B:5:10 C:10:15", "A:1:4", "A:0:0 B:0:2", "x:5:1"]),
        lanes in prop::sample::select(vec!["sequential async", "threads", "async threads sequential"]),
    ) {
        let seed = seed.to_string();
        let mut demo = demo(&[("tasks", tasks), ("lanes", lanes), ("seed", &seed)]);
        let mut screens = vec![screen(&demo)];
        while demo.step_forward(0) {
            screens.push(screen(&demo));
        }
        prop_assert!(demo.ended());
        prop_assert_eq!(&screen(&demo), &screens[screens.len() - 1]);
        for expected in screens.iter().rev().skip(1) {
            prop_assert!(demo.step_back(0));
            prop_assert_eq!(&screen(&demo), expected);
        }
        prop_assert!(!demo.step_back(0));
        prop_assert_eq!(&screen(&demo), &screens[0]);
    }

    #[test]
    fn a_seek_shows_what_a_run_shows_at_that_time(time in 1_u64..6_000, detour in 0_u64..6_000) {
        let settings = [("lanes", "sequential async threads"), ("interval", "400")];
        let (mut sought, mut played) = (demo(&settings), demo(&settings));
        sought.seek(detour, 0);
        sought.seek(time, 0);
        played.play(0);
        played.advance(time * 1_000, POLLS);
        played.pause(time * 1_000);
        prop_assert_eq!(screen(&sought), screen(&played));
        for lane in 0..3 {
            let log = sought.lanes()[lane].log();
            let shown = sought.shown(lane);
            prop_assert!(log.prefix(shown).all(|event| event.at <= time));
            prop_assert!(log.get(shown).is_none_or(|event| event.at > time));
        }
    }

    #[test]
    fn the_lines_of_a_log_are_its_output(seed: u32, steps in 0_usize..120) {
        let seed = seed.to_string();
        let mut demo = demo(&[("lanes", "threads"), ("seed", &seed)]);
        for _ in 0..steps {
            demo.step_forward(0);
        }
        let (log, shown) = (demo.lanes()[0].log(), demo.shown(0));
        let text = |event: usize| match log.get(event).unwrap().kind {
            EventKind::Wrote { text, .. } => text.to_owned(),
            _ => String::new(),
        };
        let lines = (0..log.line_count(shown)).map(|line| log.line_events(line, shown));
        let from_lines: String = lines.map(|events| events.map(text).collect::<String>()).collect();
        prop_assert_eq!(from_lines, demo.log_text(0));
    }
}
