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
pub use state::state;
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
#[must_use]
pub fn playhead(demo: &Demo, now_micros: u64) -> [Named; PLAYHEAD_SIZE] {
    let work = match demo.program().work {
        Work::Wait => 0.0,
        Work::Compute => 1.0,
        Work::Block => 2.0,
    };
    [
        ("time", demo.current_time(now_micros)),
        ("duration", demo.duration() as f64),
        ("interval", demo.program().interval.into()),
        ("speed", demo.speed().into()),
        ("paused", flag(demo.paused())),
        ("ended", flag(demo.ended())),
        ("work", work),
    ]
}

/// How many numbers a lane has.
pub const LANE_SIZE: usize = 8;

/// A lane: how long it takes and should take; how many events of it are shown, and how
/// many lines they have begun; whether that is all; whether it has real threads that are
/// to run; up to when there is a record of them; how many events have happened.
#[must_use]
pub fn lane(demo: &Demo, index: usize, now_micros: u64) -> [Named; LANE_SIZE] {
    let lane = &demo.lanes()[index];
    let shown = demo.shown(index);
    let recorded = demo.recorded_until(index, now_micros);
    [
        ("duration", lane.duration() as f64),
        ("expected", lane.expected() as f64),
        ("shown", shown as f64),
        ("lines", lane.log().line_count(shown) as f64),
        ("done", flag(demo.lane_is_done(index))),
        ("live", flag(demo.is_live(index))),
        ("recorded", recorded.map_or(NONE, |time| time as f64)),
        ("kept", lane.log().len() as f64),
    ]
}

/// A switch as a number.
#[must_use]
pub fn flag(flag: bool) -> f64 {
    f64::from(u8::from(flag))
}
