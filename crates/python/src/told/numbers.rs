//! A playback as the numbers that the lesson's demo is told by, so that one page shows both.

use interleaved::crossing::{self, Lane, Playhead};
use interleaved::summation::Work;
use interleaved::trace::{Log, State};

use super::milliseconds;
use crate::replay::Playback;

const NANOS: f64 = 1_000_000.0;
/// What stands in the place of the lesson's interval, in milliseconds.
const INTERVAL: f64 = 1_000.0;

/// The playhead, then each lane; times in milliseconds, with a fraction.
pub fn state(playback: &Playback, now: u64) -> Vec<f64> {
    let playhead = Playhead {
        time: playback.time(now) as f64 / NANOS,
        duration: playback.duration() as f64 / NANOS,
        interval: INTERVAL,
        speed: playback.speed().into(),
        paused: playback.paused(),
        ended: playback.ended(),
        work: Work::Wait,
    };
    let mut numbers: Vec<f64> = playhead.numbers().map(|(_, number)| number).to_vec();
    for lane in playback.lanes() {
        let duration = lane.duration() as f64 / NANOS;
        let lane = Lane {
            duration,
            expected: duration,
            shown: lane.shown(),
            lines: lane.log().line_count(lane.shown()),
            done: lane.is_done(),
            live: false,
            recorded: None,
            kept: lane.log().len(),
        };
        numbers.extend(lane.numbers().map(|(_, number)| number));
    }
    numbers
}

/// The events `from..to`, as [`crossing::event`] has them, with times in milliseconds.
pub fn events(log: &Log, from: usize, to: usize) -> Vec<f64> {
    let mut numbers = Vec::new();
    for event in (from..to).map_while(|index| log.get(index)) {
        for (name, number) in crossing::event(event, 0) {
            let is_time = matches!(name, "at" | "until") && number >= 0.0;
            numbers.push(if is_time { number / NANOS } else { number });
        }
    }
    numbers
}

/// Who is where, as [`crossing::state`] has it, with times in milliseconds.
pub fn tasks(state: &State) -> String {
    crossing::state_with(state, None, |json, time| json.push_str(&milliseconds(time)))
}
