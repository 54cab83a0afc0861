//! The crate as its own page uses it: a demo, driven by one timer of the page's.

use interleaved::{Config, Demo, Lane, LaneKind, Progress};
use wasm_bindgen::prelude::*;

use crate::lane::{self, summations};
use crate::sleepers::Sleepers;

/// A run in real time.
#[wasm_bindgen]
pub struct Run {
    demo: Demo,
    told: usize,
}

#[wasm_bindgen]
impl Run {
    #[wasm_bindgen(constructor)]
    pub fn new(tasks: u32, steps: u32, interval: u32, now: f64) -> Self {
        let mut demo = Demo::new(Config {
            tasks: summations(tasks, steps),
            interval,
            lanes: vec![LaneKind::Async],
            ..Config::default()
        });
        demo.play(micros(now));
        Self { demo, told: 0 }
    }

    /// Runs what is due, and returns how many milliseconds there is nothing to do;
    /// -1 at the end.
    pub fn tick(&mut self, now: f64) -> f64 {
        while self.demo.advance(micros(now), u32::MAX) == Progress::Behind {}
        let next = self.demo.micros_until_next(micros(now));
        next.map_or(-1.0, |micros| micros.div_ceil(1_000) as f64)
    }

    /// How many lines have been printed.
    pub fn lines(&self) -> usize {
        self.demo.lanes()[0].log().line_count(usize::MAX)
    }

    /// What has been printed since this was last asked.
    pub fn news(&mut self) -> String {
        let text = self.demo.log_text(0);
        let news = text[self.told..].to_owned();
        self.told = text.len();
        news
    }
}

fn micros(millis: f64) -> u64 {
    (millis * 1_000.0) as u64
}

/// A lane in virtual time.
#[wasm_bindgen]
pub struct VirtualLane(Lane);

#[wasm_bindgen]
impl VirtualLane {
    #[wasm_bindgen(constructor)]
    pub fn new(tasks: u32, steps: u32, kept: bool) -> Self {
        Self(lane::lane(tasks, steps, kept))
    }

    /// Lets every task begin to wait.
    pub fn start(&mut self) {
        self.0.run_until(0, u32::MAX);
    }

    pub fn run(&mut self) -> f64 {
        lane::run(&mut self.0) as f64
    }
}

/// Sleepers in virtual time.
#[wasm_bindgen]
pub struct VirtualSleepers(Sleepers);

#[wasm_bindgen]
impl VirtualSleepers {
    #[wasm_bindgen(constructor)]
    pub fn new(count: u32, events: usize) -> Self {
        Self(Sleepers::new(count, events))
    }

    pub fn run(&mut self, events: usize) -> f64 {
        self.0.run(events) as f64
    }
}
