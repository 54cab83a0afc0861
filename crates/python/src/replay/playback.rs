//! Runs side by side on one clock, with a playhead that plays, stops, steps and goes back.

use std::rc::Rc;

use interleaved::ids::TaskId;
use interleaved::time::Time;
use interleaved::{MilliSpeed, Pace, REAL_TIME};

use super::halt::Halt;
use super::search::{Found, Search};
use super::{Budget, Replay, Unit};
use crate::driver::Options;

/// So many instructions ahead of what is shown a run goes by itself.
const AHEAD: u64 = 20_000_000;
/// How many instructions a step may look through at once.
const SLICE: u64 = 200_000;
/// While a thread computes, what is shown of it is old after so many microseconds.
const LOOK_AGAIN: u64 = 40_000;

/// The runs and their playhead. Real time is given in microseconds by the caller, on any
/// clock that doesn't go back; virtual time is in nanoseconds.
#[derive(Debug)]
pub struct Playback {
    lanes: Vec<Replay>,
    pace: Pace,
    /// Whether what the playhead was put on isn't all shown yet.
    seeking: bool,
    step: Option<Step>,
    /// The lines with a breakpoint, and where the next of them is.
    breakpoints: Rc<[u32]>,
    halt: Option<Halt>,
}

/// A step that isn't over: for each lane that may make it, what it has come to.
#[derive(Debug)]
struct Step(Vec<(usize, Search, Found)>);

/// How far [`Playback::advance`] has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It isn't where the playhead is.
    Behind,
    /// It is, and runs go on ahead of it.
    Ahead,
    /// There is nothing more to do until the playhead moves.
    Caught,
}

impl Playback {
    /// A paused playhead at 0.
    pub fn new(runs: Vec<(&str, Options)>) -> Playback {
        let runs = runs.into_iter();
        Playback {
            lanes: runs
                .map(|(text, options)| Replay::new(text, options))
                .collect(),
            pace: Pace::new(REAL_TIME),
            seeking: false,
            step: None,
            breakpoints: Rc::from([]),
            halt: None,
        }
    }

    pub fn lanes(&self) -> &[Replay] {
        &self.lanes
    }

    /// A lane, to be looked at. What is shown of it the playhead alone says.
    pub fn lane_mut(&mut self, lane: usize) -> Option<&mut Replay> {
        self.lanes.get_mut(lane)
    }

    /// Whether the playhead stands still.
    pub fn paused(&self) -> bool {
        !self.pace.is_playing()
    }

    /// The speed in thousandths.
    pub fn speed(&self) -> MilliSpeed {
        self.pace.speed()
    }

    /// Up to when the longest run has run.
    pub fn duration(&self) -> Time {
        let durations = self.lanes.iter().map(Replay::duration);
        durations.max().unwrap_or(0)
    }

    /// Whether all runs are shown to their ends.
    pub fn ended(&self) -> bool {
        self.lanes.iter().all(Replay::is_done)
    }

    /// Where the playhead is.
    pub fn time(&self, now: u64) -> Time {
        self.pace.nanos(now).min(self.duration())
    }

    /// Starts the playhead; at the end, from the beginning.
    pub fn play(&mut self, now: u64) {
        if self.ended() {
            self.reset(now);
        }
        self.step = None;
        self.halt = None;
        self.pace.play(now);
    }

    /// The lines before which it stops when it plays, whichever thread comes there.
    pub fn set_breakpoints(&mut self, lines: &[u32]) {
        self.breakpoints = Rc::from(lines);
        self.halt = None;
    }

    /// Stops the playhead.
    pub fn pause(&mut self, now: u64) {
        self.seeking |= !self.paused();
        self.pace.pause(now);
    }

    pub fn set_speed(&mut self, speed: MilliSpeed, now: u64) {
        self.pace.set_speed(speed, now);
    }

    /// Back to 0, paused. What has run once needn't run again.
    pub fn reset(&mut self, now: u64) {
        self.pace.pause(now);
        self.seek(0, now);
    }

    /// Puts the playhead at a time, or at the end if that is earlier.
    pub fn seek(&mut self, time: Time, now: u64) {
        let is_known = self.lanes.iter().all(Replay::is_known);
        let most = if is_known { self.duration() } else { Time::MAX };
        self.step = None;
        self.halt = None;
        self.pace.seek_nanos(time.min(most), now);
        self.seeking = true;
    }

    /// Shows what is due at the playhead, then lets runs go on ahead of it; each lane gets
    /// no more than so many instructions for both.
    pub fn advance(&mut self, now: u64, instructions: u64) -> Progress {
        if self.step.is_some() {
            self.go_on_stepping(now, instructions);
            return Progress::Behind;
        }
        let is_playing = self.pace.is_playing();
        let mut is_behind = (is_playing || self.seeking) && self.follow(now, instructions);
        for lane in &mut self.lanes {
            is_behind |= !lane.catch_up(&mut Budget(instructions));
        }
        if is_behind {
            return Progress::Behind;
        }
        let mut progress = Progress::Caught;
        for lane in &mut self.lanes {
            let ahead = lane.front().steps() - lane.at().steps();
            if !lane.is_known() && ahead < AHEAD {
                lane.run_ahead(&mut Budget(instructions));
                progress = Progress::Ahead;
            }
        }
        progress
    }

    /// Shows what is due. Returns whether that isn't all.
    fn follow(&mut self, now: u64, instructions: u64) -> bool {
        let due = self.pace.nanos(now);
        let Some(time) = self.up_to_breakpoint(due, now, instructions) else {
            return true;
        };
        let is_start = time == 0 && self.paused();
        let mut is_behind = time < due;
        let mut reached = time;
        for lane in &mut self.lanes {
            if is_start {
                lane.show_events(0);
                continue;
            }
            if !lane.run_past(time, &mut Budget(instructions)) {
                is_behind = true;
                reached = reached.min(lane.duration());
            }
            lane.show_until(time);
            if !lane.catch_up(&mut Budget(instructions)) {
                is_behind = true;
                reached = reached.min(lane.at().now());
            }
        }
        // What couldn't be run in time is shown later, and nothing is passed over.
        if is_behind && !self.paused() {
            self.pace.seek_nanos(reached, now);
        }
        self.seeking &= is_behind;
        if self.ended() {
            self.pace.pause(now);
            self.pace.seek_nanos(self.duration(), now);
            self.seeking = false;
            return false;
        }
        is_behind
    }

    /// Up to when it may be shown what is due at a time, since there is no breakpoint before. At
    /// one it stops, and shows what is before that line; then, and as long as nothing more is
    /// known, there is none.
    fn up_to_breakpoint(&mut self, due: Time, now: u64, instructions: u64) -> Option<Time> {
        if self.breakpoints.is_empty() || self.paused() {
            return Some(due);
        }
        let times = self.lanes.iter().map(Replay::time);
        let shown = times.max().unwrap_or(0);
        if self.halt.is_none() {
            // The next is looked for from what is shown.
            for lane in &mut self.lanes {
                lane.catch_up(&mut Budget(instructions));
            }
            if !self.is_there() {
                self.pace.seek_nanos(shown, now);
                return None;
            }
        }
        let new = || Halt::new(&self.lanes, &self.breakpoints);
        let mut halt = self.halt.take().unwrap_or_else(new);
        let clear = halt.look(&mut self.lanes, due, instructions);
        if clear > due {
            self.halt = Some(halt);
            return Some(due);
        }
        if let Some((met, found)) = halt.met(clear) {
            for (lane, replay) in self.lanes.iter_mut().enumerate() {
                if lane == met {
                    replay.show_found(found);
                } else if replay.time() < clear {
                    replay.show_until(clear - 1);
                }
            }
            self.pace.pause(now);
            self.pace.seek_nanos(clear, now);
            self.seeking = false;
            return None;
        }
        self.halt = Some(halt);
        if clear <= shown {
            self.pace.seek_nanos(shown, now);
            return None;
        }
        Some(clear - 1)
    }

    /// When [`advance`](Self::advance) has something to show again, in real microseconds from
    /// now; none while the playhead stands still.
    pub fn micros_until_next(&self, now: u64) -> Option<u64> {
        if self.paused() {
            return None;
        }
        let mut micros = u64::MAX;
        if let Some(at) = self.halt.as_ref().and_then(Halt::next) {
            micros = self.pace.micros_until_nanos(at, now);
        }
        for lane in &self.lanes {
            if let Some(at) = lane.log().time_of(lane.shown()) {
                micros = micros.min(self.pace.micros_until_nanos(at, now));
            }
            if lane.at().unfinished().is_some() && !lane.is_done() {
                micros = micros.min(LOOK_AGAIN);
            }
        }
        Some(micros)
    }

    /// Pauses, then goes on, or back, to where something begins: in the lane in which that is
    /// the earliest, or the latest. Back is the way that forward was. Returns whether there is
    /// such a moment, as far as that is known: it may take calls of [`advance`](Self::advance)
    /// until it is shown.
    pub fn step(&mut self, unit: Unit, forward: bool, thread: Option<TaskId>, now: u64) -> bool {
        self.pace.pause(now);
        self.seeking = false;
        let lanes = (0..self.lanes.len()).filter(|&lane| !self.lanes[lane].is_done() || !forward);
        let mut lanes: Vec<usize> = lanes.collect();
        if !forward {
            let shown = lanes
                .into_iter()
                .filter(|&lane| self.lanes[lane].shown() > 0);
            // Of several at one time the last lane's was shown last.
            lanes = shown
                .max_by_key(|&lane| self.lanes[lane].time())
                .into_iter()
                .collect();
        }
        let search = |lane: usize| {
            let search = Search::new(&self.lanes[lane], unit, thread, forward);
            (lane, search, Found::NotYet)
        };
        self.step = Some(Step(lanes.into_iter().map(search).collect()));
        let before: Vec<_> = self.lanes.iter().map(Replay::moment).collect();
        self.go_on_stepping(now, SLICE);
        let moments = self.lanes.iter().map(Replay::moment);
        before.into_iter().ne(moments) || self.is_stepping()
    }

    /// Whether a step isn't over.
    pub fn is_stepping(&self) -> bool {
        self.step.is_some() || !self.is_there()
    }

    fn is_there(&self) -> bool {
        self.lanes.iter().all(Replay::is_there)
    }

    fn go_on_stepping(&mut self, now: u64, instructions: u64) {
        let Some(Step(mut searches)) = self.step.take() else {
            return;
        };
        for (lane, search, found) in &mut searches {
            if *found == Found::NotYet {
                *found = search.go_on(&mut self.lanes[*lane], &mut Budget(instructions));
            }
        }
        if searches.iter().any(|it| it.2 == Found::NotYet) {
            self.step = Some(Step(searches));
            return;
        }
        let times = searches.iter().filter_map(|&(lane, _, found)| {
            let time = self.lanes[lane].time_of(found)?;
            Some((time, lane, found))
        });
        // Of several at one time the first lane's comes first.
        if let Some((_, lane, found)) = times.min_by_key(|&(time, ..)| time) {
            self.lanes[lane].show_found(found);
            self.lanes[lane].catch_up(&mut Budget(instructions));
        }
        let times = self.lanes.iter().map(Replay::time);
        self.pace.seek_nanos(times.max().unwrap_or(0), now);
    }
}
