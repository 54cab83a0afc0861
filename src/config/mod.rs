//! Settings as text, and the only step that can fail: reading them.
//!
//! A page's attributes, a query string and a caller's object all come here as
//! pairs of a name and a text. Past this module nothing can be wrong any more.

mod lists;
mod setting;

use crate::decimal::push_decimal;
use crate::error::{Error, Problem};
use crate::pace::MilliSpeed;
use crate::summation::{LaneKind, Summation, Work};
use lists::{parse_lanes, parse_tasks};
use setting::{Fault, Form};
pub use setting::{SETTINGS, Setting};

/// The most tasks on a page. A [`Config`] that is built by hand may have more.
pub const MAX_TASKS: usize = 1_000;
/// The most steps of all tasks together on a page.
pub const MAX_STEPS: u64 = 100_000;
/// The largest number in a range, and its negative the smallest: what a
/// JavaScript number holds exactly.
pub const MAX_BOUND: i64 = 9_007_199_254_740_991;

/// The most tasks that get a worker each.
pub const MAX_WORKERS: usize = 64;

/// What to run. Its default is the lesson's.
///
/// There are more settings, of the page around the lanes: they are read and refused with
/// these, but what they mean is the page's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The summations, in the order in which they start.
    pub tasks: Vec<Summation>,
    /// How long a step works, in virtual milliseconds.
    pub interval: u32,
    /// What a step does.
    pub work: Work,
    /// The lanes, in the order in which they are shown.
    pub lanes: Vec<LaneKind>,
    /// What decides in the `threads` lane who goes next.
    pub seed: u32,
    /// Whether threads print under a lock.
    pub lock: bool,
    /// How many times faster than real time, in thousandths: 100 to 100,000.
    pub speed: MilliSpeed,
}

impl Default for Config {
    fn default() -> Self {
        let tasks = parse_tasks("A:1:5 B:5:10 C:10:15", &mut "");
        Self {
            tasks: tasks.unwrap_or_default(),
            interval: 1_000,
            work: Work::Wait,
            lanes: vec![LaneKind::Sequential, LaneKind::Async],
            seed: 1,
            lock: false,
            speed: 1_000,
        }
    }
}

impl Config {
    /// Reads settings over the defaults.
    ///
    /// # Errors
    /// The first setting that is unknown or whose value can't be used, alone or
    /// with the others.
    ///
    /// # Examples
    /// ```
    /// use interleaved::Config;
    ///
    /// let config = Config::parse([("tasks", "A:1:5 B:5:10"), ("interval", "250")])?;
    /// assert_eq!(config.tasks.len(), 2);
    ///
    /// let error = Config::parse([("interval", "soon")]).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "interval: “soon” is not a whole number from 1 to 3600000."
    /// );
    /// # Ok::<(), interleaved::Error>(())
    /// ```
    pub fn parse<'a>(
        settings: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Error> {
        let mut config = Self::default();
        for (name, value) in settings {
            config.set(name, value)?;
        }
        config.check()?;
        Ok(config)
    }

    /// Whether the settings can be used together.
    ///
    /// # Errors
    /// If there are more tasks than there may be workers.
    pub fn check(&self) -> Result<(), Error> {
        let count = self.tasks.len();
        if count <= MAX_WORKERS || !self.lanes.contains(&LaneKind::Workers) {
            return Ok(());
        }
        let mut value = String::new();
        push_decimal(&mut value, count as i128);
        Err(Error::new("tasks", &value, &TOO_MANY_WORKERS))
    }

    /// Sets one setting.
    ///
    /// # Errors
    /// If there is no such setting, or its value can't be used. Nothing is
    /// changed then.
    pub fn set(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let value = text.trim_ascii();
        let mut faulty = value;
        self.read(name, value, &mut faulty)
            .map_err(|problem| Error::new(name, faulty, problem))
    }

    /// Reads the value of `tasks` alone, for a part of the site that needs no more.
    ///
    /// # Errors
    /// If it can't be used.
    pub fn parse_tasks(text: &str) -> Result<Vec<Summation>, Error> {
        let value = text.trim_ascii();
        let mut faulty = value;
        parse_tasks(value, &mut faulty).map_err(|problem| Error::new("tasks", faulty, problem))
    }

    /// Reads one setting; `faulty` becomes the part of the value that is wrong, if
    /// it isn't the whole.
    fn read<'a>(&mut self, name: &str, value: &'a str, faulty: &mut &'a str) -> Result<(), Fault> {
        let setting = Setting::named(name).ok_or(&UNKNOWN)?;
        match setting.form {
            Form::Tasks => self.tasks = parse_tasks(value, faulty)?,
            Form::Lanes => self.lanes = parse_lanes(value, faulty)?,
            _ => setting.read(self, value)?,
        }
        Ok(())
    }
}

static UNKNOWN: Problem = Problem::new("unknown", "");
static TOO_MANY_WORKERS: Problem = Problem::new("tooManyWorkers", "64");
