//! The façade: lanes side by side on one clock, and what of them is shown.
//!
//! All lanes start together at 0. The playhead moves over them; behind it, each
//! lane's log is shown as far as it has come. Where a log ends before the
//! playhead does, the lane's executor runs. So a live run, a replay and a step
//! back are the same thing: a shorter or longer prefix of each log.
//!
//! Real threads run elsewhere, and report. The demo says when they are to run
//! ([`Demo::is_live`]): while the playhead moves at the end of their record. Then
//! it moves in real time, whatever its speed: what is measured isn't scaled.

mod lane;
mod step;

use std::rc::Rc;

use crate::config::Config;
use crate::ids::TaskId;
use crate::live::Recording;
use crate::machine::Machine;
use crate::pace::{MilliSpeed, Pace, REAL_TIME};
use crate::schedule::Schedule;
use crate::summation::{LaneKind, Program, Work};
use crate::time::Time;
use crate::trace::{EventKind, History, Log, State};
pub use lane::Lane;

/// The lanes of a configuration, the playhead, and the prefixes that are shown.
///
/// Real time is given in microseconds by the caller, on any clock that doesn't
/// go back.
///
/// # Examples
/// ```
/// use interleaved::{Config, Demo};
///
/// let mut demo = Demo::new(Config::default());
/// demo.seek(2_000, 0);
/// assert_eq!(demo.log_text(0), "[A] total=1\n[A] total=3\n");
/// assert_eq!(demo.log_text(1).lines().count(), 6);
/// ```
#[derive(Debug)]
pub struct Demo {
    program: Program,
    lanes: Vec<Lane>,
    /// For each lane, how many of its events are shown.
    shown: Vec<usize>,
    /// For each lane, what follows from them.
    histories: Vec<History>,
    pace: Pace,
    /// How fast it is to be where nothing is real.
    speed: MilliSpeed,
    /// Whether a seek has not been carried out to its end.
    seeking: bool,
    /// Whether there are real threads.
    threads: bool,
}

/// Whether [`Demo::advance`] has come as far as the playhead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Everything up to the playhead is shown.
    Caught,
    /// The polls were used up before that; call again.
    Behind,
}

impl Demo {
    /// A paused demo at 0, of which nothing has run yet, and which runs in virtual
    /// time. [`LaneKind::Workers`] is a model then: threads that take turns.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self::with(config, false)
    }

    /// As [`new`](Self::new), but with real threads, which the caller has to provide,
    /// for [`LaneKind::Workers`], and for [`LaneKind::Sequential`] and
    /// [`LaneKind::Async`] where steps compute. [`LaneKind::Threads`] stays a model,
    /// with a processor for each task.
    #[must_use]
    pub fn with_threads(config: Config) -> Self {
        Self::with(config, true)
    }

    fn with(config: Config, threads: bool) -> Self {
        let program = Program {
            tasks: Rc::new(config.tasks),
            interval: config.interval,
            work: config.work,
            schedule: Schedule::Seeded(config.seed),
            lock: config.lock,
        };
        let mut demo = Self {
            program,
            lanes: Vec::new(),
            shown: Vec::new(),
            histories: Vec::new(),
            pace: Pace::new(config.speed),
            speed: config.speed,
            seeking: false,
            threads,
        };
        demo.start(&config.lanes);
        demo
    }

    /// The lanes, in the order of the configuration.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// What the lanes run.
    #[must_use]
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// How many events of lane number `lane` are shown.
    #[must_use]
    pub fn shown(&self, lane: usize) -> usize {
        self.shown[lane]
    }

    /// Who is where in lane number `lane` after its first `events`, and in which program.
    pub fn state(&mut self, lane: usize, events: usize) -> (&State, &Program) {
        let log = self.lanes[lane].log();
        (self.histories[lane].after(&log, events), &self.program)
    }

    /// Lets lane number `lane` run until its next event that is not shown is known, if
    /// there is one. Real threads can't be asked what they will do.
    pub fn look_ahead(&mut self, lane: usize) {
        let shown = self.shown[lane];
        let lane = &mut self.lanes[lane];
        while lane.log().len() <= shown && lane.run_one() {}
    }

    /// What lane number `lane` has printed up to the playhead, byte for byte.
    #[must_use]
    pub fn log_text(&self, lane: usize) -> String {
        self.lanes[lane].log().output(self.shown[lane]).to_owned()
    }

    /// Whether lane number `lane` is shown to its end.
    #[must_use]
    pub fn lane_is_done(&self, lane: usize) -> bool {
        let lane_ref = &self.lanes[lane];
        lane_ref.is_done() && self.shown[lane] == lane_ref.log().len()
    }

    /// The longest lane's duration, in virtual milliseconds. See [`Lane::duration`].
    #[must_use]
    pub fn duration(&self) -> Time {
        let durations = self.lanes.iter().map(Lane::duration);
        durations.max().unwrap_or(0)
    }

    /// Whether every lane is shown to its end.
    #[must_use]
    pub fn ended(&self) -> bool {
        (0..self.lanes.len()).all(|lane| self.lane_is_done(lane))
    }

    /// Whether the playhead stands still.
    #[must_use]
    pub fn paused(&self) -> bool {
        !self.pace.is_playing()
    }

    /// The speed in thousandths: that of the playhead, but while real threads run.
    #[must_use]
    pub fn speed(&self) -> MilliSpeed {
        self.speed
    }

    /// Where the playhead is, in virtual milliseconds with a fraction, at most
    /// the duration.
    #[must_use]
    pub fn current_time(&self, now_micros: u64) -> f64 {
        self.pace
            .smooth_position(now_micros)
            .min(self.duration() as f64)
    }

    /// Starts the playhead; at the end, from the beginning.
    pub fn play(&mut self, now_micros: u64) {
        if self.ended() {
            self.reset(now_micros);
        }
        self.pace.play(now_micros);
    }

    /// Stops the playhead. Lanes that are behind it still catch up.
    pub fn pause(&mut self, now_micros: u64) {
        self.seeking |= !self.paused();
        self.pace.pause(now_micros);
    }

    /// Changes the speed, in thousandths, from this moment on. While real threads run
    /// that makes no difference: their time is real time.
    pub fn set_speed(&mut self, speed: MilliSpeed, now_micros: u64) {
        self.speed = speed.max(1);
        self.hold_threads(now_micros);
    }

    /// Back to 0, paused, with new lanes of which nothing has run.
    pub fn reset(&mut self, now_micros: u64) {
        let kinds: Vec<_> = self.lanes.iter().map(Lane::kind).collect();
        self.start(&kinds);
        self.pace.pause(now_micros);
        self.pace.seek(0, now_micros);
        self.seeking = false;
    }

    /// Makes the lanes, of which nothing has run.
    fn start(&mut self, kinds: &[LaneKind]) {
        self.lanes.clear();
        self.shown = vec![0; kinds.len()];
        self.histories = vec![History::default(); kinds.len()];
        for &kind in kinds {
            let elsewhere = match kind {
                LaneKind::Sequential | LaneKind::Async => self.program.work != Work::Wait,
                LaneKind::Threads => false,
                LaneKind::EventLoop | LaneKind::Workers => true,
            };
            self.lanes.push(if elsewhere && self.threads {
                Lane::elsewhere(kind, &self.program)
            } else {
                Lane::new(kind, &self.program, Log::default())
            });
        }
    }

    /// Whether the threads of lane number `lane` are to run now. What they do is to
    /// be told by [`record`](Self::record). A lane without threads isn't live.
    #[must_use]
    pub fn is_live(&self, lane: usize) -> bool {
        let recording = self.lanes[lane].recording();
        recording.is_some_and(Recording::is_live)
    }

    /// Up to which virtual time there is a record of lane number `lane`, if it has
    /// real threads.
    #[must_use]
    pub fn recorded_until(&self, lane: usize, now_micros: u64) -> Option<Time> {
        let recording = self.lanes[lane].recording();
        recording.map(|recording| recording.position(now_micros))
    }

    /// Writes down what a thread of lane number `lane` has just done: one of its
    /// tasks, or the main program if that is a thread's as well. A deadline is told as
    /// the time until then. When the last task of [`LaneKind::Workers`] has finished,
    /// the lane is done.
    ///
    /// What comes after the lane's end is passed over.
    pub fn record(&mut self, lane: usize, task: TaskId, kind: EventKind<'_>, now_micros: u64) {
        if let Some(recording) = self.lanes[lane].recording_mut() {
            recording.record(task, kind, now_micros);
        }
    }

    /// Ends the record of lane number `lane`: its threads will do nothing more.
    pub fn give_up(&mut self, lane: usize, now_micros: u64) {
        if let Some(recording) = self.lanes[lane].recording_mut() {
            recording.give_up(now_micros);
        }
    }

    /// Holds the threads, or lets them run, as the playhead has it, and the playhead
    /// moves as fast as they do.
    fn hold_threads(&mut self, now_micros: u64) {
        let playing = self.pace.is_playing();
        let position = self.pace.position(now_micros);
        let mut free = true;
        let mut live = false;
        let waits = self.program.work == Work::Wait;
        for lane in &mut self.lanes {
            let kind = lane.kind();
            let Some(recording) = lane.recording_mut() else {
                continue;
            };
            let at_end = position >= recording.position(now_micros);
            // A future that computes holds the event loop, also against being held itself.
            let holds = kind == LaneKind::EventLoop && !waits && !recording.log().is_empty();
            recording.run(holds || playing && at_end && free, now_micros);
            // Lanes that compute take turns, or they would measure each other.
            free &= waits || recording.is_done();
            live |= recording.is_live();
        }
        let speed = if live { REAL_TIME } else { self.speed };
        if speed != self.pace.speed() {
            self.pace.set_speed(speed, now_micros);
        }
    }

    /// Puts the playhead at `time`, or at the end if that is earlier, and shows
    /// all that has happened until then, inclusive. At 0 nothing has happened yet.
    pub fn seek(&mut self, time: Time, now_micros: u64) {
        self.start_seek(time, now_micros);
        while self.advance(now_micros, u32::MAX) == Progress::Behind {}
    }

    /// As [`seek`](Self::seek), but leaves the running to later calls of
    /// [`advance`](Self::advance).
    pub fn start_seek(&mut self, time: Time, now_micros: u64) {
        self.pace.seek(time.min(self.duration()), now_micros);
        self.show_until(self.pace.position(now_micros));
        self.seeking = true;
    }

    /// Lets the lanes run up to the playhead, in at most `polls` polls each, and
    /// pauses at the end. While the playhead stands still there is nothing to
    /// do, unless a seek isn't complete.
    pub fn advance(&mut self, now_micros: u64, polls: u32) -> Progress {
        self.hold_threads(now_micros);
        let time = self.pace.position(now_micros).min(self.duration());
        if self.paused() && (!self.seeking || time == 0) {
            self.seeking = false;
            return Progress::Caught;
        }
        let mut progress = Progress::Caught;
        for lane in &mut self.lanes {
            if lane.run_until(time, polls) == 0 {
                progress = Progress::Behind;
            }
        }
        self.seeking &= progress == Progress::Behind;
        self.show_until(time);
        if self.ended() {
            self.pace.pause(now_micros);
            self.pace.seek(self.duration(), now_micros);
        }
        progress
    }

    /// When [`advance`](Self::advance) has something to do again, in real
    /// microseconds from `now_micros`; none while the playhead stands still.
    #[must_use]
    pub fn micros_until_next(&self, now_micros: u64) -> Option<u64> {
        if self.paused() {
            return None;
        }
        // Before the first poll no lane has a deadline, and all are due at once.
        let position = self.pace.position(now_micros);
        let mut next = Time::MAX;
        for (lane, &shown) in self.lanes.iter().zip(&self.shown) {
            let due = lane.log().time_of(shown).or_else(|| lane.next_deadline());
            let due = match lane.recording() {
                None => due.or(Some(0).filter(|_| shown == 0)),
                // Or when the playhead comes to the end of the record.
                Some(recording) if !recording.is_live() && !recording.is_done() => {
                    let end = recording.position(now_micros);
                    Some(due.unwrap_or(end).min(end)).filter(|&due| due > position)
                }
                Some(_) => due,
            };
            next = next.min(due.unwrap_or(Time::MAX));
        }
        Some(self.pace.micros_until(next, now_micros))
    }

    fn show_until(&mut self, time: Time) {
        for (lane, shown) in self.lanes.iter().zip(&mut self.shown) {
            *shown = match time {
                0 if self.pace.is_playing() || lane.duration() == 0 => lane.log().count_until(0),
                0 => 0,
                _ => lane.log().count_until(time),
            };
        }
    }
}
