//! Settings as text, and the only step that can fail: reading them.
//!
//! A page's attributes, a query string and a caller's object all come here as
//! pairs of a name and a text. Past this module nothing can be wrong any more.

use std::str::FromStr;

use crate::clock::Millis;
use crate::decimal::{parse_thousandths, push_decimal};
use crate::error::{Error, Problem};
use crate::lane::LaneKind;
use crate::pace::MilliSpeed;
use crate::task::Summation;

/// The most tasks on a page. A [`Config`] that is built by hand may have more.
pub const MAX_TASKS: usize = 1_000;
/// The most steps of all tasks together on a page.
pub const MAX_STEPS: u64 = 100_000;
/// The largest number in a range, and its negative the smallest: what a
/// JavaScript number holds exactly.
pub const MAX_BOUND: i64 = 9_007_199_254_740_991;

/// What to run, and how to show it. Its default is the lesson's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The summations, in the order in which they start.
    pub tasks: Vec<Summation>,
    /// How long a step waits, in virtual milliseconds.
    pub interval: u32,
    /// The lanes, in the order in which they are shown.
    pub lanes: Vec<LaneKind>,
    /// What decides in the `threads` lane who goes next.
    pub seed: u32,
    /// Whether threads print under a lock.
    pub lock: bool,
    /// How many times faster than real time, in thousandths: 100 to 100,000.
    pub speed: MilliSpeed,
    /// When to start by itself.
    pub autoplay: Autoplay,
    /// The virtual time to show at first, in milliseconds.
    pub start_at: Millis,
    /// Whether the controls are shown.
    pub controls: bool,
    /// The language, if it isn't left to the page.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Theme,
}

/// When a demo starts by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Autoplay {
    /// Never.
    Off,
    /// As soon as it is loaded.
    OnLoad,
    /// When it is scrolled into view.
    Visible,
}

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Korean.
    Ko,
    /// English.
    En,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Default for Config {
    fn default() -> Self {
        let task = |name: &str, low, high| Summation {
            name: name.to_owned(),
            low,
            high,
        };
        Self {
            tasks: vec![task("A", 1, 5), task("B", 5, 10), task("C", 10, 15)],
            interval: 1_000,
            lanes: vec![LaneKind::Sequential, LaneKind::Async],
            seed: 1,
            lock: false,
            speed: 1_000,
            autoplay: Autoplay::Off,
            start_at: 0,
            controls: true,
            lang: None,
            theme: Theme::Auto,
        }
    }
}

impl Config {
    /// Reads settings over the defaults.
    ///
    /// # Errors
    /// The first setting that is unknown or whose value can't be used.
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
        Ok(config)
    }

    /// Sets one setting.
    ///
    /// # Errors
    /// If there is no such setting, or its value can't be used. Nothing is
    /// changed then.
    pub fn set(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let value = text.trim();
        let fail = |problem| Error::new(name, value, problem);
        match name {
            "tasks" => self.tasks = parse_tasks(value)?,
            "interval" => self.interval = whole(value, 1, 3_600_000).map_err(fail)?,
            "lanes" => self.lanes = parse_lanes(value)?,
            "seed" => self.seed = whole(value, 0, u32::MAX).map_err(fail)?,
            "lock" => self.lock = switch(name, value).map_err(fail)?,
            "work" => match value {
                "wait" => {}
                "compute" => return Err(fail(Problem::NotYet)),
                _ => return Err(fail(Problem::NotOneOf(&["wait", "compute"]))),
            },
            "speed" => self.speed = parse_speed(value).map_err(fail)?,
            "autoplay" => {
                self.autoplay = match value {
                    "visible" => Autoplay::Visible,
                    _ if switch(name, value).is_ok() => Autoplay::OnLoad,
                    _ => return Err(fail(Problem::NotOneOf(&["autoplay", "visible"]))),
                }
            }
            "start-at" => self.start_at = parse_start(value).map_err(fail)?,
            "controls" => {
                self.controls = match value {
                    "none" => false,
                    _ if switch(name, value).is_ok() => true,
                    _ => return Err(fail(Problem::NotOneOf(&["controls", "none"]))),
                }
            }
            "lang" => {
                self.lang = match value.split('-').next() {
                    Some("ko") => Some(Lang::Ko),
                    Some("en") => Some(Lang::En),
                    _ => return Err(fail(Problem::NotOneOf(&["ko", "en"]))),
                }
            }
            "theme" => {
                self.theme = match value {
                    "auto" => Theme::Auto,
                    "light" => Theme::Light,
                    "dark" => Theme::Dark,
                    _ => return Err(fail(Problem::NotOneOf(&["auto", "light", "dark"]))),
                }
            }
            "code" => match value {
                "none" => {}
                "python" | "rust" | "javascript" => return Err(fail(Problem::NotYet)),
                _ => {
                    let values = &["none", "python", "rust", "javascript"];
                    return Err(fail(Problem::NotOneOf(values)));
                }
            },
            "editor" | "predict" => {
                switch(name, value).map_err(fail)?;
                return Err(Error::new(name, name, Problem::NotYet));
            }
            _ => return Err(fail(Problem::Unknown)),
        }
        Ok(())
    }
}

/// `speed` as text: a number from 0.1 to 100.
fn parse_speed(value: &str) -> Result<MilliSpeed, Problem> {
    parse_thousandths(value)
        .filter(|speed| (100..=100_000).contains(speed))
        .and_then(|speed| MilliSpeed::try_from(speed).ok())
        .ok_or(Problem::NotDecimal {
            min: "0.1",
            max: "100",
        })
}

/// `start-at` as text: seconds. The longest run that a page can have ends
/// within the upper limit, and what is past the end of a run means its end.
fn parse_start(value: &str) -> Result<Millis, Problem> {
    parse_thousandths(value)
        .filter(|&millis| millis <= 360_000_000_000)
        .ok_or(Problem::NotDecimal {
            min: "0",
            max: "360000000",
        })
}

fn whole<T>(value: &str, min: T, max: T) -> Result<T, Problem>
where
    T: FromStr + PartialOrd + Into<i64>,
{
    match value.parse::<T>() {
        Ok(number) if number >= min && number <= max => Ok(number),
        _ => Err(Problem::NotWhole {
            min: min.into(),
            max: max.into(),
        }),
    }
}

/// A switch is on when it is there, as HTML writes it: without a value, or with
/// its own name. `true` is what frameworks write. What looks like "off" is an
/// error, since HTML would take it for "on".
fn switch(name: &str, value: &str) -> Result<bool, Problem> {
    if value.is_empty() || value == name || value == "true" {
        Ok(true)
    } else {
        Err(Problem::NotASwitch)
    }
}

/// Items between white space or commas.
fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|item| !item.is_empty())
}

fn parse_lanes(value: &str) -> Result<Vec<LaneKind>, Error> {
    const NAMES: &[&str] = &["sequential", "async", "threads", "workers"];
    let mut lanes = Vec::new();
    for name in items(value) {
        let fail = |problem| Err(Error::new("lanes", name, problem));
        match LaneKind::ALL.into_iter().find(|kind| kind.name() == name) {
            Some(kind) if lanes.contains(&kind) => return fail(Problem::Twice),
            Some(kind) => lanes.push(kind),
            None if name == "workers" => return fail(Problem::NotYet),
            None => return fail(Problem::NotOneOf(NAMES)),
        }
    }
    match lanes.is_empty() {
        true => Err(Error::new("lanes", value, Problem::NotOneOf(NAMES))),
        false => Ok(lanes),
    }
}

fn parse_tasks(value: &str) -> Result<Vec<Summation>, Error> {
    let count_error = |count: u128, problem| {
        let mut text = String::new();
        push_decimal(&mut text, count as i128);
        Error::new("tasks", &text, problem)
    };
    let count = items(value).count();
    if count == 0 {
        return Err(Error::new("tasks", value, Problem::NoTask));
    }
    if count > MAX_TASKS {
        return Err(count_error(count as u128, Problem::TooManyTasks));
    }
    let tasks: Vec<_> = items(value).map(parse_task).collect::<Result<_, _>>()?;
    let steps: u128 = tasks.iter().map(|task| u128::from(task.steps())).sum();
    if steps > u128::from(MAX_STEPS) {
        return Err(count_error(steps, Problem::TooManySteps));
    }
    Ok(tasks)
}

fn parse_task(item: &str) -> Result<Summation, Error> {
    let fail = |problem| Error::new("tasks", item, problem);
    // The last two colons separate, so a name may hold colons.
    let mut parts = item.rsplitn(3, ':');
    let (Some(high), Some(low), Some(name)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(fail(Problem::NotATask));
    };
    if name.is_empty() {
        return Err(fail(Problem::NoName));
    }
    let bound = |text| whole(text, -MAX_BOUND, MAX_BOUND);
    Ok(Summation {
        name: name.to_owned(),
        low: bound(low).map_err(|_| fail(Problem::LowNotWhole))?,
        high: bound(high).map_err(|_| fail(Problem::HighNotWhole))?,
    })
}
