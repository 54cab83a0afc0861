//! The crate in real time: a lane, driven by one timer of the page's.

use interleaved::{Keep, Lane, Time};
use wasm_bindgen::prelude::*;

use crate::lane;
use crate::sleepers::Sleepers;

/// What the log of a lane keeps.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Kept {
    Events,
    Output,
    Nothing,
}

impl From<Kept> for Keep {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Events => Self::Events,
            Kept::Output => Self::Output,
            Kept::Nothing => Self::Nothing,
        }
    }
}

/// A run in real time, which has started.
#[wasm_bindgen]
pub struct Run {
    lane: Lane,
    start: f64,
    told: usize,
}

#[wasm_bindgen]
impl Run {
    #[wasm_bindgen(constructor)]
    pub fn new(tasks: u32, steps: u32, interval: u32, kept: Kept, now: f64) -> Self {
        Self {
            lane: lane::lane(tasks, steps, interval, kept.into()),
            start: now,
            told: 0,
        }
    }

    /// Runs what is due, and returns how many milliseconds there is nothing to do;
    /// -1 at the end.
    pub fn tick(&mut self, now: f64) -> f64 {
        let time = now - self.start;
        while self.lane.run_until(time as Time, u32::MAX) == 0 {}
        match self.lane.next_deadline() {
            Some(deadline) => (deadline as f64 - time).ceil(),
            None => -1.0,
        }
    }

    /// How many lines have been printed.
    pub fn lines(&self) -> usize {
        self.lane.log().line_count(usize::MAX)
    }

    /// What has been printed since this was last asked.
    pub fn news(&mut self) -> String {
        let log = self.lane.log();
        let text = log.output(usize::MAX);
        let news = text[self.told..].to_owned();
        self.told = text.len();
        news
    }
}

/// A lane in virtual time.
#[wasm_bindgen]
pub struct VirtualLane(Lane);

#[wasm_bindgen]
impl VirtualLane {
    #[wasm_bindgen(constructor)]
    pub fn new(tasks: u32, steps: u32, kept: Kept) -> Self {
        Self(lane::lane(tasks, steps, 10, kept.into()))
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
