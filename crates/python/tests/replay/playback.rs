use interleaved_python::replay::{Playback, Progress, Unit};
use interleaved_python::told;

use super::*;

const SECOND: u64 = 1_000_000_000;
/// Microseconds of real time.
const REAL_SECOND: u64 = 1_000_000;

fn settle(playback: &mut Playback, now: u64) {
    while playback.advance(now, 10_000) != Progress::Caught {}
}

fn output(playback: &Playback, lane: usize) -> String {
    let lane = &playback.lanes()[lane];
    lane.log().output(lane.shown()).to_string()
}

#[test]
fn two_programs_play_on_one_clock() {
    let runs = vec![
        (SEQUENTIAL, Options::default()),
        (HANDOUT, Options::default()),
    ];
    let mut playback = Playback::new(runs);
    settle(&mut playback, 0);
    assert_eq!(
        playback.duration() / SECOND,
        14,
        "it is known before it is played"
    );
    assert_eq!(
        (output(&playback, 0), output(&playback, 1)),
        (String::new(), String::new())
    );
    playback.play(0);
    settle(&mut playback, 3 * REAL_SECOND / 2);
    assert_eq!(output(&playback, 0), "[A] total=1\n");
    assert_eq!(
        output(&playback, 1),
        "[A] total=1\n[B] total=5\n[C] total=10\n"
    );
    playback.set_speed(2_000, 3 * REAL_SECOND / 2);
    settle(&mut playback, 4 * REAL_SECOND);
    assert!(output(&playback, 1).ends_with("Done!!!\n"));
    assert_eq!(output(&playback, 0).lines().count(), 6);
    assert!(!playback.paused());
    settle(&mut playback, 20 * REAL_SECOND);
    assert!(playback.ended() && playback.paused());
    assert_eq!(playback.time(0), playback.duration());
    playback.seek(SECOND / 2, 0);
    settle(&mut playback, 0);
    assert_eq!(output(&playback, 1), "");
    assert_eq!(playback.time(0), SECOND / 2);
}

#[test]
fn who_waits_is_told_when_something_is_next() {
    let mut playback = Playback::new(vec![(HANDOUT, Options::default())]);
    assert_eq!(playback.micros_until_next(0), None);
    playback.play(0);
    settle(&mut playback, REAL_SECOND / 2);
    let next = playback
        .micros_until_next(REAL_SECOND / 2)
        .expect("it plays");
    assert!(next.abs_diff(REAL_SECOND / 2) < 1_000, "{next}");
}

#[test]
fn programs_and_seeds_are_lanes() {
    let defaults = Options::default();
    let programs = "print(1)\0print(2)";
    let playback = Playback::read(programs, "seed\u{0}3 4\0switch\0gil\0", &defaults);
    assert_eq!(playback.expect("it can be read").lanes().len(), 4);
    let bad = Playback::read(programs, "seed\u{0}3 x\0", &defaults);
    assert_eq!(bad.err().map(|bad| bad.value), Some("x".to_string()));
}

#[test]
fn what_computes_is_never_passed_over() {
    let program = "n = 0\nwhile n < 30000:\n    n += 1\nprint(n)\n";
    let mut playback = Playback::new(vec![(program, Options::default())]);
    playback.play(0);
    let mut now = 0;
    let mut last = 0;
    while !playback.ended() {
        now += REAL_SECOND;
        playback.advance(now, 10_000);
        let time = playback.lanes()[0].at().now();
        assert!(time >= last && time - last <= 20_000 * 30, "{last} {time}");
        last = time;
    }
    assert_eq!(output(&playback, 0), "30000\n");
}

#[test]
fn a_moment_is_told_as_json() {
    let program = "
import threading, time
lock = threading.Lock()
def work():
    with lock:
        time.sleep(1)
threading.Thread(target=work, name='\"가\"').start()
";
    let mut replay = whole(program, Options::default());
    replay.show_until(SECOND / 2);
    assert!(replay.catch_up(&mut Budget(u64::MAX)));
    let json = told::look(
        &replay.look(),
        interleaved_python::refusal::Language::English,
    );
    for part in [
        r#"{"index":1,"name":"\"가\"","state":"sleeping","until":1000."#,
        r#""line":6,"holds":[2],"frames":[{"function":"work","line":6,"variables":[]}]"#,
        r#"{"index":2,"kind":"Lock","name":"lock","object":"#,
        r#""holder":1,"line":5,"waiters":[]}"#,
        r#""outcome":null}"#,
    ] {
        assert!(json.contains(part), "{part} in {json}");
    }
}

/// The lines of the threads that are at the moment shown, in their order.
fn lines(playback: &mut Playback) -> Vec<u32> {
    let look = playback.lane_mut(0).expect("a lane").look();
    let threads = look
        .threads
        .iter()
        .filter(|thread| !thread.frames.is_empty());
    threads
        .map(|thread| thread.frames.last().expect("a frame").line)
        .collect()
}

/// Plays from 0 of real time until it stops, at a breakpoint or the end.
fn play_on(playback: &mut Playback) {
    playback.play(0);
    for now in (0..10 * REAL_SECOND).step_by(10_000) {
        settle(playback, now);
        if playback.paused() {
            return;
        }
    }
    panic!("it plays on and on");
}

const BROKEN: &str = "\
import threading
import time

def work(name):
    time.sleep(1)
    total = 0
    for i in range(2):
        total += i
    print(name, total)

for name in 'ab':
    threading.Thread(target=work, args=(name,)).start()
print('started')
";

#[test]
fn at_a_breakpoint_it_stops_before_that_line_whichever_thread_comes_there() {
    let mut playback = Playback::new(vec![(BROKEN, Options::default())]);
    playback.set_breakpoints(&[8]);
    let mut met = Vec::new();
    loop {
        play_on(&mut playback);
        if playback.ended() {
            break;
        }
        met.push((
            lines(&mut playback),
            playback.time(0) / SECOND,
            output(&playback, 0),
        ));
    }
    let started = "started\n".to_string();
    let first = "started\na 1\n".to_string();
    assert_eq!(
        met,
        [
            (vec![8, 5], 1, started.clone()),
            (vec![8, 5], 1, started),
            (vec![8], 1, first.clone()),
            (vec![8], 1, first),
        ]
    );
}

#[test]
fn breakpoints_hold_after_a_reset_a_seek_and_in_the_second_run_and_can_be_taken_away() {
    let mut playback = Playback::new(vec![(BROKEN, Options::default())]);
    playback.set_breakpoints(&[9, 13]);
    let met = |playback: &mut Playback| {
        play_on(playback);
        (playback.paused(), output(playback, 0))
    };
    for _ in 0..2 {
        assert_eq!(met(&mut playback), (true, String::new()));
        assert_eq!(playback.time(0) / SECOND, 0);
        assert_eq!(met(&mut playback), (true, "started\n".to_string()));
        assert_eq!(playback.time(0) / SECOND, 1);
        assert!(!playback.ended());
        playback.reset(0);
        settle(&mut playback, 0);
    }
    playback.seek(SECOND / 2, 0);
    settle(&mut playback, 0);
    assert_eq!(met(&mut playback), (true, "started\n".to_string()));
    // Stepped back, it comes there again.
    playback.step(Unit::Line, false, None, 0);
    settle(&mut playback, 0);
    assert_eq!(met(&mut playback), (true, "started\n".to_string()));
    assert!(!playback.ended());
    playback.set_breakpoints(&[]);
    met(&mut playback);
    assert!(playback.ended());
}
