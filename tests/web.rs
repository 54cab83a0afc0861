//! What only a browser shows: the same futures, driven by its timers.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use interleaved::{Config, Demo, Progress};
use interleaved_web::check::Checked;
use interleaved_web::event_loop::{EventLoop, Recorder};
use interleaved_web::player::{Action, Player};
use interleaved_web::worker::{Order, Worker};
use js_sys::{Float64Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "it/golden.rs"]
mod golden;
#[path = "it/mapping.rs"]
mod mapping;

wasm_bindgen_test_configure!(run_in_browser);

/// Waits by the browser's own timer.
async fn timeout(millis: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("the tests run in a page");
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis)
            .expect("a page has timers");
    });
    JsFuture::from(promise).await.expect("a timer doesn't fail");
}

/// Real time in milliseconds.
fn now_millis() -> f64 {
    let window = web_sys::window().expect("the tests run in a page");
    let performance = window.performance().expect("a page has a clock");
    performance.now()
}

/// Real time in microseconds.
fn now() -> u64 {
    (now_millis() * 1_000.0) as u64
}

/// Settings as they cross the boundary.
fn settings(pairs: &[(&str, &str)]) -> String {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| format!("{name}\0{value}\0"))
        .collect()
}

const SEQUENTIAL: &str = "[A] total=1\n[A] total=3\n[A] total=6\n[A] total=10\n\
     [B] total=5\n[B] total=11\n[B] total=18\n[B] total=26\n[B] total=35\n\
     [C] total=10\n[C] total=21\n[C] total=33\n[C] total=46\n[C] total=60\nDone!!\n";

const ASYNC: &str = "[A] total=1\n[B] total=5\n[C] total=10\n\
     [A] total=3\n[B] total=11\n[C] total=21\n\
     [A] total=6\n[B] total=18\n[C] total=33\n\
     [A] total=10\n[B] total=26\n[C] total=46\n\
     [B] total=35\n[C] total=60\nDone!!!\n";

/// What the lane `threads` prints by its first seed: one line is torn.
fn assert_torn(text: &str) {
    assert_eq!(text.matches("] total=").count(), 14, "{text}");
    assert_eq!(text.matches('\n').count(), 15, "{text}");
    let is_torn = |line: &str| line.matches("] total=").count() > 1;
    assert!(text.lines().any(is_torn), "{text}");
    assert!(text.ends_with("Done!!!\n"), "{text}");
}

/// Plays a demo to its end, with one timer at a time. Returns for each line of
/// the lane when it was seen, in microseconds of real time.
async fn play(demo: &mut Demo, lane: usize) -> Vec<u64> {
    let start = now();
    let mut seen = Vec::new();
    demo.play(start);
    while !demo.ended() {
        while demo.advance(now(), 1_000) == Progress::Behind {}
        let lines = demo.log_text(lane).lines().count();
        seen.resize(lines, now() - start);
        if let Some(micros) = demo.micros_until_next(now()) {
            timeout(micros.div_ceil(1_000) as i32).await;
        }
    }
    seen
}

#[wasm_bindgen_test]
async fn real_timers_give_the_log_of_the_handout_and_no_line_early() {
    let settings = [("lanes", "async"), ("speed", "20")];
    let mut demo = Demo::new(Config::parse(settings).expect("the settings are right"));
    let seen = play(&mut demo, 0).await;
    assert_eq!(demo.log_text(0), ASYNC);
    for (line, at) in seen.into_iter().enumerate() {
        // Three lines a second for four seconds, then three more; at 20 times the speed.
        let second = (line as u64 / 3 + 1).min(5);
        assert!(at >= second * 50_000, "line {line} after {at} microseconds");
    }
}

#[wasm_bindgen_test]
async fn a_thousand_tasks_wait_as_long_as_one() {
    let tasks: Vec<_> = (0..1_000).map(|task| format!("t{task}:0:3")).collect();
    let tasks = tasks.join(" ");
    let settings = [
        ("lanes", "async"),
        ("tasks", tasks.as_str()),
        ("interval", "20"),
    ];
    let mut demo = Demo::new(Config::parse(settings).expect("the settings are right"));
    let seen = play(&mut demo, 0).await;
    assert_eq!(seen.len(), 3_001);
    assert_eq!(demo.current_time(now()), 60.0);
}

#[wasm_bindgen_test]
fn the_events_are_those_of_a_native_run() {
    golden::check_all();
}

#[wasm_bindgen_test]
fn every_lane_in_virtual_time_prints_the_handouts_log() {
    let lanes = "sequential async threads event-loop workers";
    let mut player = Player::new(&settings(&[("lanes", lanes)]), false);
    assert_eq!(player.about(), format!("{lanes} \nA:1:5 B:5:10 C:10:15 "));
    let mut wait = player.act(Action::Seek, 20_000.0, 0.0);
    while wait == 0.0 {
        wait = player.act(Action::Tick, 0.0, 0.0);
    }
    assert_eq!(player.text(0, 0, usize::MAX), SEQUENTIAL);
    assert_eq!(player.text(1, 0, usize::MAX), ASYNC);
    assert_torn(&player.text(2, 0, usize::MAX));
    // What would be real is a model here, without chance.
    assert_eq!(player.text(3, 0, usize::MAX), ASYNC);
    assert_eq!(player.text(4, 0, usize::MAX), ASYNC);
}

/// Whatever a run tells is written down by a player, as the page does it.
fn recorder(player: &Rc<RefCell<Player>>) -> (Recorder, Closure<dyn FnMut(Float64Array, String)>) {
    let player = Rc::clone(player);
    let record = Closure::new(move |numbers: Float64Array, text: String| {
        let numbers = numbers.to_vec();
        player.borrow_mut().record(0, &numbers, &text, now_millis());
    });
    let recorder = Object::new();
    let name = JsValue::from_str("record");
    Reflect::set(&recorder, &name, record.as_ref()).expect("an object takes it");
    (recorder.unchecked_into(), record)
}

/// Whether the record of the only lane has come to its end: see the fields of a lane.
fn is_recorded(player: &RefCell<Player>) -> bool {
    let mut player = player.borrow_mut();
    let now = now_millis();
    player.act(Action::Tick, 0.0, now);
    player.text(0, 0, usize::MAX).ends_with("Done!!!\n")
}

#[wasm_bindgen_test]
async fn the_browsers_own_executor_prints_the_handouts_log() {
    let settings = settings(&[("lanes", "event-loop"), ("interval", "60")]);
    let player = Rc::new(RefCell::new(Player::new(&settings, true)));
    let (told, _record) = recorder(&player);
    let run = EventLoop::new(&settings, 0.0, told);
    let start = now_millis();
    player.borrow_mut().act(Action::Play, 0.0, start);
    run.play();
    while !is_recorded(&player) {
        timeout(10).await;
    }
    assert!(now_millis() - start >= 5.0 * 60.0 - 5.0);
    let mut lines = [Vec::new(), Vec::new()];
    for (lines, text) in lines
        .iter_mut()
        .zip([player.borrow().text(0, 0, usize::MAX), ASYNC.to_owned()])
    {
        lines.extend(text.lines().map(str::to_owned));
        // On a busy machine a timer may be later than another that was set after it.
        lines.sort();
    }
    assert_eq!(lines[0], lines[1]);
    let late = run.lateness();
    assert_eq!(late.len(), 3);
    assert!(late[0] <= late[1] && late[1] <= late[2], "{late:?}");
}

#[wasm_bindgen_test]
async fn the_browsers_own_executor_can_be_held() {
    let settings = settings(&[("lanes", "event-loop"), ("interval", "20")]);
    let player = Rc::new(RefCell::new(Player::new(&settings, true)));
    let (told, _record) = recorder(&player);
    let run = EventLoop::new(&settings, 0.0, told);
    player.borrow_mut().act(Action::Play, 0.0, now_millis());
    run.play();
    while player.borrow().text(0, 0, usize::MAX).is_empty() {
        timeout(5).await;
    }
    run.pause();
    let held = player.borrow().text(0, 0, usize::MAX);
    // Timers that have been set fire meanwhile, and nobody goes on.
    timeout(60).await;
    assert_eq!(player.borrow().text(0, 0, usize::MAX), held);
    run.play();
    while !is_recorded(&player) {
        timeout(10).await;
    }
    run.end();
}

#[wasm_bindgen_test]
async fn what_a_worker_runs_is_one_summation_with_the_browsers_clock() {
    let mut worker = Worker::new(
        &settings(&[
            ("lanes", "workers"),
            ("tasks", "B:5:10"),
            ("interval", "20"),
            ("lock", ""),
        ]),
        0.0,
    );
    let mut text = String::new();
    let mut order = Order::Play;
    let start = now_millis();
    let wants_lock = -2.0;
    let mut locks = 0;
    while !text.ends_with("total=35\n") {
        let wait = worker.act(order, 0.0, now_millis());
        let count = worker.news().len() / interleaved::crossing::EVENT_SIZE;
        text.push_str(&worker.text(count));
        order = Order::Tick;
        if wait == wants_lock {
            order = Order::Lock;
            locks += 1;
        } else if wait > 0.0 {
            timeout(wait as i32).await;
        }
    }
    assert!(now_millis() - start >= 5.0 * 20.0 - 5.0);
    assert_eq!(
        text,
        "[B] total=5\n[B] total=11\n[B] total=18\n[B] total=26\n[B] total=35\n"
    );
    assert_eq!(locks, 5);
}

#[wasm_bindgen_test]
fn what_cannot_be_used_is_told_across_the_boundary() {
    let wrong = [
        (("interval", "soon"), "! notWhole interval 1 3600000\nsoon"),
        (("lanes", "async async"), "! twice lanes \nasync"),
        (("tasks", "A:1"), "! notATask tasks \nA:1"),
        (("theme", "blue"), "! notOneOf theme auto light dark\nblue"),
        (("tempo", "1"), "! unknown tempo \n1"),
    ];
    for (setting, told) in wrong {
        let player = Player::new(&settings(&[setting]), true);
        assert_eq!(player.about(), told);
    }
    let checked = Checked::new("[A] total=1", "A:x:2");
    assert_eq!(
        checked.about(),
        "! low tasks -9007199254740991 9007199254740991\nA:x:2"
    );
    assert!(Checked::new(ASYNC, "").about().starts_with("async 0 0\n"));
}
