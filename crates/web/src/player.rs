//! The demo that a page plays: `core.js` and its wasm file.
//!
//! A [`Player`] is a [`Demo`] behind plain numbers and text. Real time comes in
//! with each call, in milliseconds of `performance.now()`; what goes out is how
//! long nobody needs to call again. So whatever the number of tasks, the page
//! (`engine.js`) keeps one outstanding `setTimeout`.

use wasm_bindgen::prelude::*;

use interleaved::crossing;
use interleaved::ids::ResourceId;
use interleaved::{Demo, Error, MilliSpeed, Progress, Time};

/// How many polls a lane gets in one call, so that the page can look at the clock.
const SLICE_POLLS: u32 = 2_000;

/// What can be done to the playhead.
#[wasm_bindgen]
pub enum Action {
    /// Nothing: time has passed.
    Tick,
    /// Start it; at the end, from the beginning.
    Play,
    /// Stop it.
    Pause,
    /// Back to 0, with new futures.
    Reset,
    /// Put it elsewhere.
    Seek,
    /// Change its speed from now on.
    Speed,
}

/// A demo with its settings. Times are in milliseconds: `now` in real ones, all
/// others in virtual ones.
#[wasm_bindgen]
pub struct Player {
    demo: Demo,
    refusal: Option<Error>,
}

#[wasm_bindgen]
impl Player {
    /// A paused player at 0. `settings` holds names and values in turn, each
    /// ended by a NUL. If `real`, there are real threads.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(settings: &str, real: bool) -> Self {
        let (config, refusal) = crossing::read_settings(settings);
        Self {
            demo: if real {
                Demo::with_threads(config)
            } else {
                Demo::new(config)
            },
            refusal,
        }
    }

    /// Does something to the playhead, then runs what is due, but no more than a
    /// slice. Returns how many real milliseconds there is nothing to do: 0 if
    /// there is more to do at once, -1 if there is nothing until the next action.
    ///
    /// `value` is the time of [`Action::Seek`] and the speed, in thousandths, of
    /// [`Action::Speed`]. All actions share one function, because each function
    /// of the boundary costs some hundred bytes on both of its sides.
    pub fn act(&mut self, action: Action, value: f64, now: f64) -> f64 {
        let now = (now * 1_000.0) as u64;
        let demo = &mut self.demo;
        match action {
            Action::Tick => {}
            Action::Play => demo.play(now),
            Action::Pause => demo.pause(now),
            Action::Reset => demo.reset(now),
            Action::Seek => demo.start_seek(value as Time, now),
            Action::Speed => demo.set_speed(value as MilliSpeed, now),
        }
        if demo.advance(now, SLICE_POLLS) == Progress::Behind {
            return 0.0;
        }
        match demo.micros_until_next(now) {
            // Rounded up, so that whoever comes then finds something due.
            Some(micros) => micros.div_ceil(1_000) as f64,
            None => -1.0,
        }
    }

    /// Pauses, then shows one more event, or hides the last. Returns whether there was
    /// one.
    pub fn step(&mut self, forward: bool, now: f64) -> bool {
        let now = (now * 1_000.0) as u64;
        if forward {
            self.demo.step_forward(now)
        } else {
            self.demo.step_back(now)
        }
    }

    /// The playhead, then each lane: see [`crossing`].
    #[must_use]
    pub fn state(&self, now: f64) -> Vec<f64> {
        let now = (now * 1_000.0) as u64;
        let demo = &self.demo;
        let mut numbers = Vec::with_capacity(64);
        numbers.extend(crossing::playhead(demo, now).map(|(_, number)| number));
        for index in 0..demo.lanes().len() {
            numbers.extend(crossing::lane(demo, index, now).map(|(_, number)| number));
        }
        numbers
    }

    /// Who is where in a lane after its first `events`: see [`crossing::state`].
    pub fn tasks(&mut self, lane: usize, events: usize) -> String {
        let (state, program) = self.demo.state(lane, events);
        crossing::state(state, Some(program))
    }

    /// Lets a lane run until its next event that is not shown is known, if that can be.
    #[wasm_bindgen(js_name = lookAhead)]
    pub fn look_ahead(&mut self, lane: usize) {
        self.demo.look_ahead(lane);
    }

    /// The name of a resource of a lane.
    #[must_use]
    pub fn resource(&self, lane: usize, resource: u32) -> String {
        let log = self.demo.lanes()[lane].log();
        let info = log.resources().get(ResourceId(resource).index());
        info.map_or(String::new(), |info| info.name.clone())
    }

    /// See [`crossing::about`]; but if a setting can't be used, [`crossing::refusal`].
    #[must_use]
    pub fn about(&self) -> String {
        if let Some(error) = &self.refusal {
            return crossing::refusal(error);
        }
        crossing::about(&self.demo)
    }

    /// What the events `from..to` of a lane have printed, byte for byte.
    #[must_use]
    pub fn text(&self, lane: usize, from: usize, to: usize) -> String {
        self.demo.lanes()[lane].log().printed(from, to).to_owned()
    }

    /// The events `from..to` of a lane: see [`crossing::event`].
    #[must_use]
    pub fn records(&self, lane: usize, from: usize, to: usize) -> Vec<f64> {
        crossing::events(&self.demo.lanes()[lane].log(), from, to, false)
    }

    /// Writes down what a real thread of a lane has done: see `records` for the
    /// numbers, but a deadline is told as the time until then. Without numbers, the
    /// lane's threads will do nothing more.
    pub fn record(&mut self, lane: usize, numbers: &[f64], text: &str, now: f64) {
        let now = (now * 1_000.0) as u64;
        match crossing::read_event(numbers, text) {
            Some((task, kind)) => self.demo.record(lane, task, kind, now),
            None => self.demo.give_up(lane, now),
        }
    }

    /// The first event of a lane's line; of a line past the last, the number of
    /// events that are shown.
    #[wasm_bindgen(js_name = lineStart)]
    #[must_use]
    pub fn line_start(&self, lane: usize, line: usize) -> usize {
        let shown = self.demo.shown(lane);
        self.demo.lanes()[lane].log().line_events(line, shown).start
    }
}
