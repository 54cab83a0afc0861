//! What crosses the boundary to JavaScript: which numbers, in which order, and their names.
//!
//! Nothing but plain numbers and text crosses, since that is small and fast. Each list of
//! numbers is made here, beside their names; [`javascript`] writes the module that reads
//! them by these names, so no number is written twice. It is known natively as well: that
//! is where the module is written, and tested.

pub mod check;
mod event;
mod javascript;
mod state;
mod texts;

use crate::session::Demo;
use crate::summation::Work;
pub use event::{EVENT_SIZE, event, events, read_event};
pub use javascript::{javascript, settings_javascript};
pub use state::{state, state_with};
pub use texts::{about, read_settings, refusal};

/// A number, and its name.
pub type Named = (&'static str, f64);

/// What a step does, by its number.
const WORKS: [&str; 3] = ["wait", "compute", "block"];

/// Where there is no such thing.
const NONE: f64 = -1.0;

/// How many numbers a playhead has.
pub const PLAYHEAD_SIZE: usize = 7;

/// The playhead: times are in virtual milliseconds, the speed is in thousandths.
#[derive(Debug, Clone, Copy)]
pub struct Playhead {
    /// Where it is.
    pub time: f64,
    /// Where the longest lane ends.
    pub duration: f64,
    /// How long a step takes.
    pub interval: f64,
    /// How fast it is.
    pub speed: f64,
    /// Whether it stands still.
    pub paused: bool,
    /// Whether it is at the end of all lanes.
    pub ended: bool,
    /// What a step does.
    pub work: Work,
}

impl Playhead {
    /// As numbers.
    #[must_use]
    pub fn numbers(&self) -> [Named; PLAYHEAD_SIZE] {
        let work = match self.work {
            Work::Wait => 0.0,
            Work::Compute => 1.0,
            Work::Block => 2.0,
        };
        [
            ("time", self.time),
            ("duration", self.duration),
            ("interval", self.interval),
            ("speed", self.speed),
            ("paused", flag(self.paused)),
            ("ended", flag(self.ended)),
            ("work", work),
        ]
    }
}

/// The playhead of a demo.
#[must_use]
pub fn playhead(demo: &Demo, now_micros: u64) -> [Named; PLAYHEAD_SIZE] {
    let playhead = Playhead {
        time: demo.current_time(now_micros),
        duration: demo.duration() as f64,
        interval: demo.program().interval.into(),
        speed: demo.speed().into(),
        paused: demo.paused(),
        ended: demo.ended(),
        work: demo.program().work,
    };
    playhead.numbers()
}

/// How many numbers a lane has.
pub const LANE_SIZE: usize = 8;

/// A lane; times are in virtual milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Lane {
    /// How long it takes.
    pub duration: f64,
    /// How long it should take.
    pub expected: f64,
    /// How many events of it are shown.
    pub shown: usize,
    /// How many lines they have begun.
    pub lines: usize,
    /// Whether that is all.
    pub done: bool,
    /// Whether it has real threads that are to run.
    pub live: bool,
    /// Up to when there is a record of them.
    pub recorded: Option<f64>,
    /// How many events have happened.
    pub kept: usize,
}

impl Lane {
    /// As numbers.
    #[must_use]
    pub fn numbers(&self) -> [Named; LANE_SIZE] {
        [
            ("duration", self.duration),
            ("expected", self.expected),
            ("shown", self.shown as f64),
            ("lines", self.lines as f64),
            ("done", flag(self.done)),
            ("live", flag(self.live)),
            ("recorded", self.recorded.unwrap_or(NONE)),
            ("kept", self.kept as f64),
        ]
    }
}

/// A lane of a demo.
#[must_use]
pub fn lane(demo: &Demo, index: usize, now_micros: u64) -> [Named; LANE_SIZE] {
    let lane = &demo.lanes()[index];
    let shown = demo.shown(index);
    let recorded = demo.recorded_until(index, now_micros);
    let numbers = Lane {
        duration: lane.duration() as f64,
        expected: lane.expected() as f64,
        shown,
        lines: lane.log().line_count(shown),
        done: demo.lane_is_done(index),
        live: demo.is_live(index),
        recorded: recorded.map(|time| time as f64),
        kept: lane.log().len(),
    };
    numbers.numbers()
}

/// A switch as a number.
#[must_use]
pub fn flag(flag: bool) -> f64 {
    f64::from(u8::from(flag))
}
