//! What only a browser shows: the same futures, driven by its timers.
#![cfg(target_arch = "wasm32")]

use interleaved::{Config, Demo, Progress};
use js_sys::Promise;
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

/// Real time in microseconds.
fn now() -> u64 {
    let window = web_sys::window().expect("the tests run in a page");
    let performance = window.performance().expect("a page has a clock");
    (performance.now() * 1_000.0) as u64
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
    assert_eq!(
        demo.log_text(0),
        "[A] total=1\n[B] total=5\n[C] total=10\n\
         [A] total=3\n[B] total=11\n[C] total=21\n\
         [A] total=6\n[B] total=18\n[C] total=33\n\
         [A] total=10\n[B] total=26\n[C] total=46\n\
         [B] total=35\n[C] total=60\nDone!!!\n"
    );
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
