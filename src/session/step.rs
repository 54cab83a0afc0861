//! One event forward, and one back.

use super::Demo;
use crate::time::Time;

impl Demo {
    /// Shows one more event, the earliest of all lanes, and pauses there. Returns
    /// whether there was one: at the end there is none, and nothing changes, nor
    /// can real threads be stepped beyond their record.
    pub fn step_forward(&mut self, now_micros: u64) -> bool {
        self.pace.pause(now_micros);
        self.seeking = false;
        for (lane, &shown) in self.lanes.iter_mut().zip(&self.shown) {
            while lane.log().len() <= shown && lane.run_one() {}
        }
        let mut next: Option<(Time, usize)> = None;
        for (index, lane) in self.lanes.iter().enumerate() {
            let Some(at) = lane.log().time_of(self.shown[index]) else {
                continue;
            };
            if next.is_none_or(|(earliest, _)| at < earliest) {
                next = Some((at, index));
            }
        }
        let Some((at, lane)) = next else {
            return false;
        };
        self.shown[lane] += 1;
        self.pace.seek(at, now_micros);
        true
    }

    /// Hides the last event, the latest of all lanes, and pauses at the one
    /// before it. Returns whether there was one. It takes back exactly what
    /// [`step_forward`](Self::step_forward) does.
    pub fn step_back(&mut self, now_micros: u64) -> bool {
        self.pace.pause(now_micros);
        self.seeking = false;
        let last = self.last_shown();
        if let Some((_, lane)) = last {
            self.shown[lane] -= 1;
        }
        let at = self.last_shown().map_or(0, |(at, _)| at);
        self.pace.seek(at, now_micros);
        last.is_some()
    }

    /// The time and the lane of the latest event that is shown.
    fn last_shown(&self) -> Option<(Time, usize)> {
        let mut last: Option<(Time, usize)> = None;
        for (index, lane) in self.lanes.iter().enumerate() {
            let Some(at) = lane.log().time_of(self.shown[index].wrapping_sub(1)) else {
                continue;
            };
            // Of several at one time the last lane's was shown last.
            if last.is_none_or(|(latest, _)| at >= latest) {
                last = Some((at, index));
            }
        }
        last
    }
}
