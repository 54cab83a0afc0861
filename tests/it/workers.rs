//! Real threads, with their time moved by hand: what each runs, and the record.

use interleaved::trace::Stream;
use interleaved::{Config, Demo, EventKind, LaneKind, Next, TaskId, Thread};

const SECOND: u64 = 1_000_000;

fn config(settings: &[(&str, &str)]) -> Config {
    Config::parse(settings.iter().copied()).unwrap()
}

fn thread(settings: &[(&str, &str)]) -> Thread {
    let mut all = vec![("lanes", "workers"), ("tasks", "A:1:3")];
    all.extend(settings);
    Thread::new(config(&all), 10.0)
}

fn text(thread: &Thread) -> String {
    thread.log().output(usize::MAX).to_owned()
}

/// Lets a thread do what is due.
fn catch_up(thread: &mut Thread, now: u64) -> Next {
    loop {
        match thread.advance(now) {
            Next::Now => {}
            next => return next,
        }
    }
}

#[test]
fn a_thread_prints_at_its_time_in_two_writes() {
    let mut thread = thread(&[]);
    assert_eq!(thread.advance(0), Next::Never);
    thread.play(0);
    assert_eq!(catch_up(&mut thread, 0), Next::After(SECOND));
    assert_eq!(catch_up(&mut thread, SECOND - 1), Next::After(1));
    // It wakes, writes the text, then the newline.
    let mut written = Vec::new();
    while thread.advance(SECOND) == Next::Now {
        written.push(text(&thread));
    }
    written.dedup();
    assert_eq!(written, ["", "[A] total=1", "[A] total=1\n"]);
    assert_eq!(catch_up(&mut thread, 2 * SECOND), Next::Never);
    assert_eq!(text(&thread), "[A] total=1\n[A] total=3\n");
    // The last line is the main program's, which runs elsewhere.
    let log = thread.log();
    let last = log.get(log.len() - 1).unwrap();
    assert_eq!((last.task, last.kind), (TaskId::MAIN, EventKind::Done));
}

#[test]
fn a_thread_can_be_held() {
    let mut thread = thread(&[]);
    thread.play(0);
    catch_up(&mut thread, 0);
    thread.pause(SECOND / 2);
    assert_eq!(catch_up(&mut thread, 60 * SECOND), Next::Never);
    thread.play(60 * SECOND);
    assert_eq!(catch_up(&mut thread, 60 * SECOND), Next::After(SECOND / 2));
}

#[test]
fn a_thread_asks_for_the_lock_before_it_prints() {
    let mut thread = thread(&[("lock", "")]);
    thread.play(0);
    catch_up(&mut thread, 0);
    assert_eq!(catch_up(&mut thread, SECOND), Next::Lock);
    assert_eq!(catch_up(&mut thread, 2 * SECOND), Next::Lock);
    assert_eq!(text(&thread), "");
    // Even one that is held: the others want the lock as well.
    thread.pause(2 * SECOND);
    thread.lock(2 * SECOND);
    assert_eq!(text(&thread), "[A] total=1\n");
    // Nobody gets it who doesn't want it.
    thread.lock(2 * SECOND);
    thread.play(3 * SECOND);
    assert_eq!(catch_up(&mut thread, 3 * SECOND), Next::Lock);
    assert_eq!(text(&thread), "[A] total=1\n");
}

#[test]
fn a_thread_that_computes_looks_up_now_and_then() {
    // A thread is real: it takes no heed of the speed.
    for speed in ["1", "2"] {
        let settings = [("work", "compute"), ("interval", "10"), ("speed", speed)];
        let mut thread = thread(&settings);
        thread.play(0);
        let mut count = 0;
        while text(&thread).is_empty() {
            // Time doesn't pass here: a step is over when its work is done.
            assert_eq!(thread.advance(0), Next::Now);
            count += 1;
        }
        // The main program's poll, the task's, three slices, and then it writes.
        assert_eq!(count, 1 + 1 + 3 + 1, "{settings:?}");
    }
}

/// The times in a thread's log at which a task has printed, and until when it waits.
fn prints_and_waits(thread: &Thread, task: u32) -> (Vec<u64>, Vec<u64>) {
    let log = thread.log();
    let (mut prints, mut waits) = (Vec::new(), Vec::new());
    for event in log
        .prefix(usize::MAX)
        .filter(|event| event.task == TaskId(task))
    {
        match event.kind {
            EventKind::Wrote { text: "\n", .. } => prints.push(event.at),
            EventKind::Waiting { until, .. } => waits.extend(until),
            _ => {}
        }
    }
    (prints, waits)
}

#[test]
fn after_real_computing_virtual_now_is_real_now() {
    let all = [
        ("lanes", "async"),
        ("tasks", "A:1:4 B:5:8"),
        ("work", "block"),
        ("interval", "500"),
    ];
    // A step has 125 slices of work: computing that is too fast, as it should be, and
    // too slow.
    for millis_of_a_slice in [1, 4, 9] {
        let mut thread = Thread::new(config(&all), 0.0);
        thread.play(0);
        let mut now = 0;
        loop {
            match thread.advance(now) {
                Next::Now => now += millis_of_a_slice * 1_000,
                Next::After(micros) => now += micros,
                Next::Lock | Next::Never => break,
            }
        }
        let (prints, _) = prints_and_waits(&thread, 1);
        let step = 125 * millis_of_a_slice;
        assert_eq!(prints.len(), 3);
        for (print, steps) in prints.iter().zip(1..) {
            // Each step takes a turn or two more than its slices.
            let least = steps * step;
            assert!((least..least + 50).contains(print), "{prints:?}");
        }
        // B waits its half second three times, each from the end of the one before.
        let computed = prints[2];
        let (prints, waits) = prints_and_waits(&thread, 2);
        assert_eq!(prints, waits);
        assert!(
            (computed..computed + 50).contains(&(waits[0] - 500)),
            "{computed} {waits:?}"
        );
        assert_eq!([waits[1] - waits[0], waits[2] - waits[1]], [500, 500]);
        assert!(now / 1_000 - prints[2] < 100, "{now} {prints:?}");
    }
}

#[test]
fn futures_that_compute_share_one_thread() {
    let all = [
        ("lanes", "async"),
        ("tasks", "A:1:3 B:5:6"),
        ("work", "block"),
    ];
    let mut thread = Thread::new(config(&all), 1.0);
    thread.play(0);
    // Time doesn't pass here while it computes.
    assert_eq!(catch_up(&mut thread, 0), Next::After(SECOND));
    assert_eq!(text(&thread), "[A] total=1\n[A] total=3\n");
    assert_eq!(catch_up(&mut thread, SECOND), Next::Never);
    assert!(text(&thread).ends_with("[B] total=5\nDone!!!\n"));
}

/// A demo of two tasks with two real threads, which plays from 0.
fn demo() -> Demo {
    let mut demo = Demo::with_threads(config(&[
        ("lanes", "async workers"),
        ("tasks", "A:1:3 B:5:6"),
    ]));
    assert!(!demo.is_live(1));
    demo.play(0);
    demo.advance(0, 100);
    assert!(demo.is_live(1) && !demo.is_live(0));
    demo
}

fn wrote(text: &str) -> EventKind<'_> {
    let stream = Stream::Output;
    EventKind::Wrote { stream, text }
}

/// What a thread does for a print.
fn print(demo: &mut Demo, task: u32, total: &str, now: u64) {
    let name = ["A", "B"][task as usize];
    let line = format!("[{name}] total={total}");
    demo.record(1, TaskId(task + 1), wrote(&line), now);
    demo.record(1, TaskId(task + 1), wrote("\n"), now);
}

#[test]
fn what_threads_report_is_stamped_as_it_comes() {
    let mut demo = demo();
    for task in 1..=2 {
        demo.record(1, TaskId(task), EventKind::Started, 0);
    }
    demo.record(1, TaskId(1), wrote("[A] total=1"), 1_020_000);
    demo.record(1, TaskId(2), wrote("[B] total=5"), 1_020_300);
    demo.record(1, TaskId(1), wrote("\n"), 1_021_000);
    demo.record(1, TaskId(2), wrote("\n"), 1_022_000);
    demo.record(1, TaskId(2), EventKind::Finished, 1_022_000);
    demo.advance(1_022_000, 100);
    assert_eq!(demo.log_text(1), "[A] total=1[B] total=5\n\n");
    assert_eq!(demo.duration(), 2_000);
    print(&mut demo, 0, "3", 2_050_000);
    assert_eq!(demo.duration(), 3_000);
    demo.record(1, TaskId(1), EventKind::Finished, 2_050_000);
    demo.advance(2_050_000, 100);
    assert_eq!(
        demo.log_text(1),
        "[A] total=1[B] total=5\n\n[A] total=3\nDone!!!\n"
    );
    // Measured, not as it should have been.
    assert_eq!(demo.lanes()[1].duration(), 2_050);
    assert_eq!(demo.duration(), 2_050);
    assert!(demo.ended() && !demo.is_live(1));
    let times: Vec<_> = demo.lanes()[1]
        .log()
        .prefix(usize::MAX)
        .filter(|event| event.task != TaskId::MAIN)
        .filter(|event| matches!(event.kind, EventKind::Started | EventKind::Wrote { .. }))
        .map(|event| event.at)
        .collect();
    assert_eq!(times, [0, 0, 1_020, 1_020, 1_021, 1_022, 2_050, 2_050]);
}

#[test]
fn what_is_measured_is_real_whatever_the_speed() {
    let settings = [
        ("lanes", "async workers"),
        ("tasks", "A:1:3 B:5:6"),
        ("speed", "10"),
    ];
    let mut demo = Demo::with_threads(config(&settings));
    demo.play(0);
    demo.advance(0, 100);
    assert_eq!(demo.speed(), 10_000);
    print(&mut demo, 0, "1", 1_020_000);
    demo.set_speed(500, 1_020_000);
    print(&mut demo, 1, "5", 1_030_000);
    demo.advance(1_030_000, 100);
    // Both lanes are on one clock, so the other doesn't run ahead.
    assert_eq!(demo.current_time(1_030_000), 1_030.0);
    assert_eq!(demo.log_text(0), "[A] total=1\n[B] total=5\n");
    print(&mut demo, 0, "3", 2_040_000);
    demo.record(1, TaskId(1), EventKind::Finished, 2_040_000);
    demo.record(1, TaskId(2), EventKind::Finished, 2_050_000);
    demo.advance(2_050_000, 100);
    assert_eq!(demo.lanes()[1].duration(), 2_050);
    assert!(demo.ended());
    // The record is seen again at the speed.
    demo.start_seek(0, 3 * SECOND);
    demo.play(3 * SECOND);
    demo.advance(3 * SECOND, 100);
    assert_eq!(demo.current_time(4 * SECOND), 500.0);
}

#[test]
fn the_playhead_goes_back_and_the_threads_go_on_at_the_end_of_their_record() {
    let mut demo = demo();
    print(&mut demo, 0, "1", SECOND);
    demo.advance(1_500_000, 100);
    assert_eq!(demo.recorded_until(1, 1_500_000), Some(1_500));
    demo.start_seek(500, 1_500_000);
    demo.advance(1_500_000, 100);
    assert!(!demo.is_live(1));
    assert_eq!(demo.log_text(1), "");
    // At 1000 there is something to show; at 1500 the threads go on.
    assert_eq!(demo.micros_until_next(1_500_000), Some(SECOND / 2));
    demo.advance(2 * SECOND, 100);
    assert_eq!(demo.log_text(1), "[A] total=1\n");
    assert_eq!(demo.micros_until_next(2 * SECOND), Some(SECOND / 2));
    demo.advance(2_500_000, 100);
    assert!(demo.is_live(1));
    // What was on its way when they were held still counts.
    demo.pause(2_600_000);
    demo.advance(2_600_000, 100);
    assert!(!demo.is_live(1));
    print(&mut demo, 1, "5", 9 * SECOND);
    let log = demo.lanes()[1].log();
    let last = log.prefix(usize::MAX).next_back();
    assert_eq!(last.map(|event| event.at), Some(1_600));
}

#[test]
fn threads_cannot_be_stepped_but_their_record_can() {
    let mut demo = demo();
    print(&mut demo, 0, "1", SECOND);
    demo.advance(SECOND, 100);
    let all = demo.shown(1);
    while demo.shown(1) > 0 {
        assert!(demo.step_back(SECOND));
    }
    while demo.step_forward(SECOND) {}
    assert_eq!(demo.shown(1), all);
    assert!(!demo.ended());
    demo.seek(60_000, SECOND);
    assert_eq!(demo.current_time(SECOND), 2_000.0);
    assert!(!demo.ended());
}

#[test]
fn lanes_that_compute_take_turns() {
    let settings = [
        ("lanes", "sequential async threads workers"),
        ("work", "compute"),
    ];
    let mut demo = Demo::with_threads(config(&settings));
    demo.play(0);
    demo.advance(0, 100);
    let live = |demo: &Demo| [0, 1, 2, 3].map(|lane| demo.is_live(lane));
    assert_eq!(live(&demo), [true, false, false, false]);
    demo.record(0, TaskId::MAIN, EventKind::Done, 15 * SECOND);
    demo.advance(15 * SECOND, 1_000);
    assert_eq!(live(&demo), [false, true, false, false]);
    assert_eq!(demo.recorded_until(1, 16 * SECOND), Some(1_000));
    demo.give_up(1, 16 * SECOND);
    demo.advance(16 * SECOND, 1_000);
    assert_eq!(live(&demo), [false, false, false, true]);
    for task in 1..=3 {
        demo.record(3, TaskId(task), EventKind::Finished, 20 * SECOND);
    }
    demo.advance(20 * SECOND, 1_000);
    assert!(demo.ended());
    assert_eq!(demo.duration(), 15_000);
    // Another run is another measurement.
    demo.play(30 * SECOND);
    demo.advance(30 * SECOND, 100);
    assert_eq!(live(&demo), [true, false, false, false]);
}

#[test]
fn without_threads_all_is_virtual() {
    let mut demo = Demo::new(config(&[
        ("lanes", "sequential async workers"),
        ("work", "compute"),
    ]));
    demo.seek(14_000, 0);
    assert!(demo.ended());
    assert_eq!(demo.lanes()[1].kind(), LaneKind::Async);
}

#[test]
fn there_are_not_more_than_64_workers() {
    let tasks = |count: usize| (0..count).map(|n| format!("t{n}:0:1 ")).collect::<String>();
    let parse = |tasks: &str, lanes| Config::parse([("tasks", tasks), ("lanes", lanes)]);
    assert!(parse(&tasks(64), "async workers").is_ok());
    assert!(parse(&tasks(65), "async threads").is_ok());
    let error = parse(&tasks(65), "async workers").unwrap_err();
    assert_eq!((error.setting(), error.value()), ("tasks", "65"));
    assert_eq!(
        error.to_string(),
        "tasks: 65 are too many for the lane workers, where each gets a thread of its own. \
         At most 64 can."
    );
}

#[test]
fn the_event_loop_is_recorded_and_held_only_where_its_futures_wait() {
    for (work, goes_on) in [("wait", false), ("compute", true)] {
        let settings = [("lanes", "async event-loop"), ("work", work)];
        let mut demo = Demo::with_threads(config(&settings));
        demo.play(0);
        demo.advance(0, 100);
        if work == "compute" {
            // It is its turn when the other lane has computed.
            demo.record(0, TaskId::MAIN, EventKind::Done, 0);
            demo.advance(0, 100);
        }
        assert!(demo.is_live(1), "{work}");
        let by = TaskId::MAIN;
        demo.record(1, by, EventKind::Created { by }, 0);
        demo.pause(SECOND);
        demo.advance(SECOND, 100);
        assert_eq!(demo.is_live(1), goes_on, "{work}");
        let recorded = demo.recorded_until(1, 3 * SECOND);
        assert_eq!(
            recorded,
            Some(if goes_on { 3_000 } else { 1_000 }),
            "{work}"
        );
    }
}
