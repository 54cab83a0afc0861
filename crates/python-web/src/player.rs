//! The runs of Python programs that a page plays, as the lesson's `Player` plays its demo:
//! the same names, arguments and results, so that one session serves both.

use interleaved::MilliSpeed;
use interleaved::ids::{ResourceId, TaskId};
use interleaved_python::driver::{BadOption, Bounds, Options};
use interleaved_python::replay::{Playback, Progress, Replay, Unit};
use interleaved_python::told;
use interleaved_python::values::ObjId;
use wasm_bindgen::prelude::*;

use crate::language;

/// How many instructions a lane gets in one call, so that the page can look at the clock.
const SLICE: u64 = 50_000;
/// After so many milliseconds a run goes on ahead of a playhead that has nothing to show.
const SOON: f64 = 1.0;

/// What can be done to the playhead.
#[wasm_bindgen]
pub enum Action {
    /// Nothing: time has passed.
    Tick,
    /// Start it; at the end, from the beginning.
    Play,
    /// Stop it.
    Pause,
    /// Back to 0.
    Reset,
    /// Put it elsewhere.
    Seek,
    /// Change its speed from now on.
    Speed,
}

/// Runs side by side on one clock. Times are in milliseconds: `now` in real ones, all others
/// in virtual ones.
#[wasm_bindgen]
pub struct Player {
    playback: Playback,
    bad: Option<BadOption>,
}

#[wasm_bindgen]
impl Player {
    /// A paused player at 0, with a lane for each program and each seed. Between two programs
    /// there is a NUL; `options` are as those of `Run`, but `seed` may have several, with
    /// spaces between.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(programs: &str, options: &str) -> Self {
        let defaults = Options {
            bounds: Bounds::inside(),
            ..Options::default()
        };
        match Playback::read(programs, options, &defaults) {
            Ok(playback) => Self {
                playback,
                bad: None,
            },
            // With a wrong option it isn't run.
            Err(bad) => Self {
                playback: Playback::new(vec![("", defaults)]),
                bad: Some(bad),
            },
        }
    }

    /// Does something to the playhead, then runs what is due, but no more than a slice.
    /// Returns how many real milliseconds there is nothing to do: 0 if there is more to do at
    /// once, -1 if there is nothing until the next action.
    ///
    /// `value` is the time of [`Action::Seek`] and the speed, in thousandths, of
    /// [`Action::Speed`].
    pub fn act(&mut self, action: Action, value: f64, now: f64) -> f64 {
        let now = (now * 1_000.0) as u64;
        let playback = &mut self.playback;
        match action {
            Action::Tick => {}
            Action::Play => playback.play(now),
            Action::Pause => playback.pause(now),
            Action::Reset => playback.reset(now),
            Action::Seek => playback.seek((value * 1_000_000.0).round() as u64, now),
            Action::Speed => playback.set_speed(value as MilliSpeed, now),
        }
        let progress = playback.advance(now, SLICE);
        // Rounded up, so that whoever comes then finds something due.
        let next = playback
            .micros_until_next(now)
            .map(|it| it.div_ceil(1_000) as f64);
        match progress {
            Progress::Behind => 0.0,
            Progress::Ahead => next.unwrap_or(SOON).min(SOON),
            Progress::Caught => next.unwrap_or(-1.0),
        }
    }

    /// Pauses, then shows one more event, or hides the last. Returns whether there was one.
    pub fn step(&mut self, forward: bool, now: f64) -> bool {
        self.step_by("event", forward, -1, now)
    }

    /// Pauses, then goes on, or back, by an `event`, a `line`, a line `over` calls, to a `print`
    /// or a `switch` to another thread; of one thread alone, unless that is -1. Returns whether
    /// there is such a moment. If it is far, it takes some ticks until it is shown.
    #[wasm_bindgen(js_name = stepBy)]
    pub fn step_by(&mut self, by: &str, forward: bool, thread: i32, now: f64) -> bool {
        let thread = u32::try_from(thread).ok().map(TaskId);
        let Some(unit) = Unit::named(by) else {
            return false;
        };
        let now = (now * 1_000.0) as u64;
        self.playback.step(unit, forward, thread, now)
    }

    /// The lines before which it stops when it plays, whichever thread comes there.
    #[wasm_bindgen(js_name = setBreakpoints)]
    pub fn set_breakpoints(&mut self, lines: &[u32]) {
        self.playback.set_breakpoints(lines);
    }

    /// The playhead, then each lane: see [`told::state`].
    #[must_use]
    pub fn state(&self, now: f64) -> Vec<f64> {
        told::state(&self.playback, (now * 1_000.0) as u64)
    }

    /// Who is where in a lane: see [`told::tasks`].
    pub fn tasks(&mut self, lane: usize) -> String {
        let lane = self.playback.lane_mut(lane);
        lane.map_or("{}".to_string(), |lane| told::tasks(lane.state()))
    }

    /// Every thread and every variable of a lane at the moment that is shown: see
    /// [`told::look`].
    pub fn look(&mut self, lane: usize, korean: bool) -> String {
        let language = language(korean);
        let lane = self.playback.lane_mut(lane);
        lane.map_or("{}".to_string(), |lane| told::look(&lane.look(), language))
    }

    /// What an object that [`look`](Self::look) has named is made of.
    #[must_use]
    pub fn parts(&self, lane: usize, object: u32) -> String {
        let parts = self.lane(lane).map(|lane| lane.at().parts(ObjId(object)));
        told::parts(&parts.unwrap_or_default())
    }

    /// Lets a lane run until its next event that is not shown is known, if a slice is enough.
    #[wasm_bindgen(js_name = lookAhead)]
    pub fn look_ahead(&mut self, lane: usize) {
        if let Some(lane) = self.playback.lane_mut(lane) {
            lane.look_ahead(SLICE);
        }
    }

    /// The name of a resource of a lane.
    pub fn resource(&mut self, lane: usize, resource: u32) -> String {
        let lane = self.playback.lane_mut(lane);
        lane.map_or(String::new(), |lane| {
            lane.resource_name(ResourceId(resource))
        })
    }

    /// The name of a thread of a lane.
    #[wasm_bindgen(js_name = threadName)]
    #[must_use]
    pub fn thread_name(&self, lane: usize, thread: u32) -> String {
        let name = self
            .lane(lane)
            .map(|lane| lane.front().thread_name(TaskId(thread)));
        name.unwrap_or_default().to_string()
    }

    /// Two lines: a name for each lane, between spaces, and an empty one, since nobody knows
    /// which threads there will be. But if an option can't be used: an exclamation mark, what is
    /// wrong, the option, and what would be right, between spaces; then the value.
    #[must_use]
    pub fn about(&self) -> String {
        match &self.bad {
            Some(bad) => {
                format!(
                    "! {} {} {}\n{}",
                    bad.code, bad.option, bad.allowed, bad.value
                )
            }
            None => "python ".repeat(self.playback.lanes().len()) + "\n",
        }
    }

    /// What the events `from..to` of a lane have printed, byte for byte.
    #[must_use]
    pub fn text(&self, lane: usize, from: usize, to: usize) -> String {
        let text = self.lane(lane).map(|lane| lane.log().printed(from, to));
        text.unwrap_or_default().to_string()
    }

    /// What is told of an event besides its numbers: what it has written to standard error, or
    /// the error that has ended a thread.
    #[wasm_bindgen(js_name = errorText)]
    #[must_use]
    pub fn error_text(&self, lane: usize, event: usize) -> String {
        let text = self.lane(lane).and_then(|lane| lane.error_text(event));
        text.unwrap_or_default().to_string()
    }

    /// The events `from..to` of a lane: see [`told::event_numbers`].
    #[must_use]
    pub fn records(&self, lane: usize, from: usize, to: usize) -> Vec<f64> {
        let log = self.lane(lane).map(Replay::log);
        log.map_or(Vec::new(), |log| told::event_numbers(log, from, to))
    }

    /// The first event of a lane's line; of a line past the last, the number of events that are
    /// shown.
    #[wasm_bindgen(js_name = lineStart)]
    #[must_use]
    pub fn line_start(&self, lane: usize, line: usize) -> usize {
        let start = |lane: &Replay| lane.log().line_events(line, lane.shown()).start;
        self.lane(lane).map_or(0, start)
    }

    /// What a lane has come to, as far as it has run: see [`told::answer`].
    #[must_use]
    pub fn answer(&self, lane: usize, korean: bool) -> String {
        let language = language(korean);
        let answer = self
            .lane(lane)
            .map(|lane| told::answer(lane.front(), language));
        answer.unwrap_or_default()
    }

    fn lane(&self, lane: usize) -> Option<&Replay> {
        self.playback.lanes().get(lane)
    }
}
