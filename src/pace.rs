//! How real time becomes virtual time: play, pause, speed.
//!
//! A saved base plus a running part. Pausing folds the running part into the
//! base, and so does a change of speed; nothing that has been counted is
//! counted again. All of it is whole numbers: real time comes in microseconds
//! and speed in thousandths, so their product is in nanoseconds, exactly.

use crate::time::Time;

const NANOS_PER_MILLI: u64 = 1_000_000;

/// A speed in thousandths: 1000 is real time.
pub type MilliSpeed = u32;

/// The speed of what is real.
pub const REAL_TIME: MilliSpeed = 1_000;

/// Where the playhead is, as real time goes by.
#[derive(Debug, Clone)]
pub struct Pace {
    base_nanos: u64,
    /// The real time, in microseconds, since when the playhead moves; none when paused.
    since_micros: Option<u64>,
    speed: MilliSpeed,
}

impl Pace {
    /// A paused playhead at 0. A speed of 0 counts as 1, because a playhead
    /// that plays must get on.
    #[must_use]
    pub fn new(speed: MilliSpeed) -> Self {
        Self {
            base_nanos: 0,
            since_micros: None,
            speed: speed.max(1),
        }
    }

    /// Whether the playhead moves.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.since_micros.is_some()
    }

    /// The speed in thousandths.
    #[must_use]
    pub fn speed(&self) -> MilliSpeed {
        self.speed
    }

    /// The virtual time in whole milliseconds at the real time `now_micros`.
    #[must_use]
    pub fn position(&self, now_micros: u64) -> Time {
        self.nanos(now_micros) / NANOS_PER_MILLI
    }

    /// The virtual time in milliseconds with its fraction, for what moves smoothly.
    #[must_use]
    pub fn smooth_position(&self, now_micros: u64) -> f64 {
        self.nanos(now_micros) as f64 / NANOS_PER_MILLI as f64
    }

    /// The virtual time in nanoseconds.
    #[must_use]
    pub fn nanos(&self, now_micros: u64) -> u64 {
        // A real clock that jumps back holds the playhead; it doesn't turn it round.
        let running = self
            .since_micros
            .map_or(0, |since| now_micros.saturating_sub(since));
        self.base_nanos
            .saturating_add(running.saturating_mul(u64::from(self.speed)))
    }

    /// Starts the playhead. Does nothing if it moves already.
    pub fn play(&mut self, now_micros: u64) {
        self.since_micros.get_or_insert(now_micros);
    }

    /// Stops the playhead where it is.
    pub fn pause(&mut self, now_micros: u64) {
        self.base_nanos = self.nanos(now_micros);
        self.since_micros = None;
    }

    /// Changes the speed from this moment on.
    pub fn set_speed(&mut self, speed: MilliSpeed, now_micros: u64) {
        self.seek_nanos(self.nanos(now_micros), now_micros);
        self.speed = speed.max(1);
    }

    /// Puts the playhead at `position`. It goes on from there if it was moving.
    pub fn seek(&mut self, position: Time, now_micros: u64) {
        self.seek_nanos(position.saturating_mul(NANOS_PER_MILLI), now_micros);
    }

    /// How many real microseconds it takes from `now_micros` to `deadline`,
    /// rounded up, so that whoever comes back after them is never early.
    #[must_use]
    pub fn micros_until(&self, deadline: Time, now_micros: u64) -> u64 {
        self.micros_until_nanos(deadline.saturating_mul(NANOS_PER_MILLI), now_micros)
    }

    /// As [`micros_until`](Self::micros_until), with a deadline in nanoseconds.
    #[must_use]
    pub fn micros_until_nanos(&self, deadline: u64, now_micros: u64) -> u64 {
        deadline
            .saturating_sub(self.nanos(now_micros))
            .div_ceil(u64::from(self.speed))
    }

    /// As [`seek`](Self::seek), with a position in nanoseconds.
    pub fn seek_nanos(&mut self, nanos: u64, now_micros: u64) {
        self.base_nanos = nanos;
        if self.since_micros.is_some() {
            self.since_micros = Some(now_micros);
        }
    }
}
