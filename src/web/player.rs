//! The demo that a page plays: `core.js` and its wasm file.
//!
//! A [`Player`] is a [`Demo`] behind plain numbers and text. Real time comes in
//! with each call, in milliseconds of `performance.now()`; what goes out is how
//! long nobody needs to call again. So whatever the number of tasks, the page
//! (`engine.js`) keeps one outstanding `setTimeout`.

use wasm_bindgen::prelude::*;

use super::pieces;
use crate::clock::Millis;
use crate::config::{Autoplay, Code};
use crate::demo::{Demo, Progress};
use crate::error::Error;
use crate::event::EventKind;
use crate::lane::Work;
use crate::pace::MilliSpeed;

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
    /// What the settings say of the page around the lanes: see `page`.
    page: [f64; 6],
    refusal: Option<Error>,
}

#[wasm_bindgen]
impl Player {
    /// A paused player at 0. `settings` holds names and values in turn, each
    /// ended by a NUL. If `real`, there are real threads.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(settings: &str, real: bool) -> Self {
        let (config, refusal) = super::read(settings);
        let autoplay = match config.autoplay {
            Autoplay::Off => 0.0,
            Autoplay::OnLoad => 1.0,
            Autoplay::Visible => 2.0,
        };
        let code = match config.code {
            None => 0.0,
            Some(Code::Python) => 1.0,
            Some(Code::Rust) => 2.0,
            Some(Code::JavaScript) => 3.0,
        };
        Self {
            page: [
                autoplay,
                number(config.controls),
                config.start_at as f64,
                code,
                number(config.editor),
                number(config.predict),
            ],
            demo: Demo::with(config, real),
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
            Action::Seek => demo.start_seek(value as Millis, now),
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

    /// What the settings say of the page around the lanes: autoplay (0 off, 1 at
    /// load, 2 when visible), controls (0 or 1), where to start, code (0 none, 1
    /// Python, 2 Rust, 3 JavaScript), editor and predict (0 or 1 each). They are no
    /// part of the state, because they may change while the lanes go on.
    #[must_use]
    pub fn page(&self) -> Vec<f64> {
        self.page.to_vec()
    }

    /// The playhead: its time, the duration, the interval, the speed in
    /// thousandths, whether it is paused and ended (0 or 1 each), and work (0 wait,
    /// 1 compute, 2 block). Then for each lane: how long it takes, how long it should
    /// take, how many events and lines of it are shown, whether that is all (0 or 1),
    /// whether it has real threads that are to run (0 or 1), up to when there is a
    /// record of them (-1 if it has none), and how many events it holds.
    #[must_use]
    pub fn state(&self, now: f64) -> Vec<f64> {
        let demo = &self.demo;
        let now = (now * 1_000.0) as u64;
        let mut numbers = vec![
            demo.current_time(now),
            demo.duration() as f64,
            f64::from(demo.program().interval),
            f64::from(demo.speed()),
            number(demo.paused()),
            number(demo.ended()),
            match demo.program().work {
                Work::Wait => 0.0,
                Work::Compute => 1.0,
                Work::Block => 2.0,
            },
        ];
        for (index, lane) in demo.lanes().iter().enumerate() {
            let shown = demo.shown(index);
            numbers.extend_from_slice(&[
                lane.duration() as f64,
                lane.expected() as f64,
                shown as f64,
                lane.log().line_count(shown) as f64,
                number(demo.lane_is_done(index)),
                number(demo.is_live(index)),
                demo.recorded_until(index, now)
                    .map_or(-1.0, |time| time as f64),
                lane.log().len() as f64,
            ]);
        }
        numbers
    }

    /// Two lines. The names of the lanes, between spaces; then the tasks, each in
    /// the form `name:low:high`, between spaces.
    ///
    /// But if a setting can't be used: an exclamation mark, the problem's code,
    /// the setting and what is allowed, between spaces; then the value.
    #[must_use]
    pub fn about(&self) -> String {
        if let Some(error) = &self.refusal {
            return super::refusal(error);
        }
        let mut text = String::new();
        for lane in self.demo.lanes() {
            text.push_str(lane.kind().name());
            text.push(' ');
        }
        text.push('\n');
        for task in &*self.demo.program().tasks {
            super::push_task(&mut text, task);
            text.push(' ');
        }
        text
    }

    /// What the events `from..to` of a lane have printed, byte for byte.
    #[must_use]
    pub fn text(&self, lane: usize, from: usize, to: usize) -> String {
        pieces::text(&self.demo.lanes()[lane].log(), from, to)
    }

    /// The events `from..to` of a lane, four numbers each: its kind in the order
    /// of [`EventKind`]; its time; its task, -1 for the main program; and its
    /// deadline (-1 for the lock) or the UTF-16 length of the text written.
    #[must_use]
    pub fn records(&self, lane: usize, from: usize, to: usize) -> Vec<f64> {
        pieces::numbers(&self.demo.lanes()[lane].log(), from, to, false)
    }

    /// Writes down what a real thread of a lane has done: see `records` for the
    /// numbers, but a deadline is told as the time until then. A kind that doesn't
    /// exist means that the lane's threads will do nothing more.
    pub fn record(&mut self, lane: usize, kind: u32, task: f64, detail: f64, text: &str, now: f64) {
        let now = (now * 1_000.0) as u64;
        let kind = match kind {
            0 => EventKind::Started,
            1 => EventKind::Polled,
            2 => EventKind::Waiting {
                until: Some(detail as Millis).filter(|_| detail >= 0.0),
            },
            3 => EventKind::Woke,
            4 => EventKind::Wrote(text),
            5 => EventKind::Finished,
            6 => EventKind::Done,
            _ => return self.demo.give_up(lane, now),
        };
        let task = Some(task as u32).filter(|_| task >= 0.0);
        self.demo.record(lane, task, kind, now);
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

fn number(flag: bool) -> f64 {
    f64::from(u8::from(flag))
}
