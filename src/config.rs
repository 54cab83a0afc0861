//! Settings as text, and the only step that can fail: reading them.
//!
//! A page's attributes, a query string and a caller's object all come here as
//! pairs of a name and a text. Past this module nothing can be wrong any more.

use crate::decimal::{parse_digits, parse_thousandths, parse_whole, push_decimal};
use crate::error::{Error, Problem};
use crate::pace::MilliSpeed;
use crate::summation::{LaneKind, Summation, Work};
use crate::time::Time;

/// The most tasks on a page. A [`Config`] that is built by hand may have more.
pub const MAX_TASKS: usize = 1_000;
/// The most steps of all tasks together on a page.
pub const MAX_STEPS: u64 = 100_000;
/// The largest number in a range, and its negative the smallest: what a
/// JavaScript number holds exactly.
pub const MAX_BOUND: i64 = 9_007_199_254_740_991;

/// The most tasks that get a worker each.
pub const MAX_WORKERS: usize = 64;

/// What to run, and how to show it. Its default is the lesson's.
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
    /// When to start by itself.
    pub autoplay: Autoplay,
    /// The virtual time to show at first, in milliseconds.
    pub start_at: Time,
    /// Whether the controls are shown.
    pub controls: bool,
    /// Whether there is a form in which the reader can change what runs.
    pub editor: bool,
    /// Whether the reader is asked before anything is shown.
    pub predict: bool,
    /// In which language the program is shown below the lanes, if it is.
    pub code: Option<Code>,
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

/// A programming language in which the program is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// Python.
    Python,
    /// Rust: the source of this crate.
    Rust,
    /// JavaScript.
    JavaScript,
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
        let tasks = parse_tasks("A:1:5 B:5:10 C:10:15", &mut "");
        Self {
            tasks: tasks.unwrap_or_default(),
            interval: 1_000,
            work: Work::Wait,
            lanes: vec![LaneKind::Sequential, LaneKind::Async],
            seed: 1,
            lock: false,
            speed: 1_000,
            autoplay: Autoplay::Off,
            start_at: 0,
            controls: true,
            editor: false,
            predict: false,
            code: None,
            lang: None,
            theme: Theme::Auto,
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
        match name {
            "tasks" => self.tasks = parse_tasks(value, faulty)?,
            "lanes" => self.lanes = parse_lanes(value, faulty)?,
            _ => {
                // HTML writes the property's name in lower case, and so do frameworks.
                let name = if name == "startat" { "start-at" } else { name };
                let rule = RULES.iter().find(|rule| rule.name == name);
                let rule = rule.ok_or(&UNKNOWN)?;
                (rule.store)(self, rule.read(value)?);
            }
        }
        Ok(())
    }
}

/// How one setting is read. Each is first a number, within limits or the place of
/// a choice, and then stored as what it means.
struct Rule {
    name: &'static str,
    form: Form,
    store: fn(&mut Config, u64),
    problem: Problem,
}

enum Form {
    Whole(u64, u64),
    Thousandths(u64, u64),
    /// One of the values that the problem allows.
    Choice,
    /// A choice that says more after a hyphen, which we don't need: `ko-KR`.
    Tag,
    /// On or off, and nothing else.
    Switch,
}

/// What [`Rule::read`] gives for a setting that is switched off.
const OFF: u64 = u64::MAX;

type Fault = &'static Problem;

/// The settings that are one number. The longest run that fits on a page ends
/// before the upper limit of `start-at`; what is past a run's end means its end.
static RULES: [Rule; 13] = [
    Rule {
        name: "interval",
        form: Form::Whole(1, 3_600_000),
        store: |config, number| config.interval = number as u32,
        problem: Problem::new("notWhole", "1 3600000"),
    },
    Rule {
        name: "seed",
        form: Form::Whole(0, u32::MAX as u64),
        store: |config, number| config.seed = number as u32,
        problem: Problem::new("notWhole", "0 4294967295"),
    },
    Rule {
        name: "lock",
        form: Form::Switch,
        store: |config, number| config.lock = number != OFF,
        problem: NOT_A_SWITCH,
    },
    Rule {
        name: "work",
        form: Form::Choice,
        store: |config, number| {
            config.work = match number {
                0 => Work::Wait,
                1 => Work::Compute,
                _ => Work::Block,
            }
        },
        problem: Problem::new("notOneOf", "wait compute block"),
    },
    Rule {
        name: "speed",
        form: Form::Thousandths(100, 100_000),
        store: |config, number| config.speed = number as MilliSpeed,
        problem: Problem::new("notDecimal", "0.1 100"),
    },
    Rule {
        name: "autoplay",
        form: Form::Choice,
        store: |config, number| {
            config.autoplay = match number {
                0 => Autoplay::OnLoad,
                1 => Autoplay::Visible,
                _ => Autoplay::Off,
            }
        },
        problem: Problem::new("notOneOf", "autoplay visible"),
    },
    Rule {
        name: "start-at",
        form: Form::Thousandths(0, 360_000_000_000),
        store: |config, number| config.start_at = number,
        problem: Problem::new("notDecimal", "0 360000000"),
    },
    Rule {
        name: "controls",
        form: Form::Choice,
        store: |config, number| config.controls = number == 0,
        problem: Problem::new("notOneOf", "controls none"),
    },
    Rule {
        name: "editor",
        form: Form::Switch,
        store: |config, number| config.editor = number != OFF,
        problem: NOT_A_SWITCH,
    },
    Rule {
        name: "predict",
        form: Form::Switch,
        store: |config, number| config.predict = number != OFF,
        problem: NOT_A_SWITCH,
    },
    Rule {
        name: "code",
        form: Form::Choice,
        store: |config, number| {
            config.code = match number {
                0 => None,
                1 => Some(Code::Python),
                2 => Some(Code::Rust),
                _ => Some(Code::JavaScript),
            }
        },
        problem: Problem::new("notOneOf", "none python rust javascript"),
    },
    Rule {
        name: "lang",
        form: Form::Tag,
        store: |config, number| {
            config.lang = Some(match number {
                0 => Lang::Ko,
                _ => Lang::En,
            });
        },
        problem: Problem::new("notOneOf", "ko en"),
    },
    Rule {
        name: "theme",
        form: Form::Choice,
        store: |config, number| {
            config.theme = match number {
                0 => Theme::Auto,
                1 => Theme::Light,
                _ => Theme::Dark,
            }
        },
        problem: Problem::new("notOneOf", "auto light dark"),
    },
];

const NOT_A_SWITCH: Problem = Problem::new("notASwitch", "");
static UNKNOWN: Problem = Problem::new("unknown", "");
static TWICE: Problem = Problem::new("twice", "");
static LANES: Problem = Problem::new("notOneOf", "sequential async event-loop threads workers");
static NO_TASK: Problem = Problem::new("noTask", "");
static NOT_A_TASK: Problem = Problem::new("notATask", "");
static NO_NAME: Problem = Problem::new("noName", "");
static LOW: Problem = Problem::new("low", BOUNDS);
static HIGH: Problem = Problem::new("high", BOUNDS);
const BOUNDS: &str = "-9007199254740991 9007199254740991";
static TOO_MANY_TASKS: Problem = Problem::new("tooManyTasks", "1000");
static TOO_MANY_STEPS: Problem = Problem::new("tooManySteps", "100000");
static TOO_MANY_WORKERS: Problem = Problem::new("tooManyWorkers", "64");

impl Rule {
    fn read(&'static self, value: &str) -> Result<u64, Fault> {
        let (number, min, max) = match self.form {
            Form::Whole(min, max) => (parse_digits(value), min, max),
            Form::Thousandths(min, max) => (parse_thousandths(value), min, max),
            _ if self.is_a_switch() && self.is_on(value) => return Ok(0),
            _ if self.is_a_switch() && value == "false" => return Ok(OFF),
            Form::Choice => return choice(value, &self.problem),
            Form::Tag => {
                let length = value.bytes().take_while(|&byte| byte != b'-').count();
                return choice(value.get(..length).unwrap_or(value), &self.problem);
            }
            Form::Switch => return Err(&self.problem),
        };
        number
            .filter(|number| (min..=max).contains(number))
            .ok_or(&self.problem)
    }

    /// Some choices are a switch as well: they allow their own name.
    fn is_a_switch(&self) -> bool {
        match self.form {
            Form::Switch => true,
            Form::Choice => self.problem.allowed.starts_with(self.name),
            _ => false,
        }
    }

    /// As HTML writes it, without a value or with its own name; `true` and `false`
    /// are what frameworks write.
    fn is_on(&self, value: &str) -> bool {
        value.is_empty() || value == "true" || value == self.name
    }
}

/// Which of the values that the problem allows this is.
fn choice(value: &str, problem: Fault) -> Result<u64, Fault> {
    let place = Items(problem.allowed).position(|each| each == value);
    place.map(|place| place as u64).ok_or(problem)
}

/// Items between white space or commas.
struct Items<'a>(&'a str);

impl<'a> Iterator for Items<'a> {
    type Item = &'a str;

    // Inlined, it would be there for each kind of list.
    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let mut start = None;
        for (at, char) in self.0.char_indices() {
            let separates = char.is_whitespace() || char == ',';
            match start {
                None if !separates => start = Some(at),
                Some(start) if separates => {
                    let item = self.0.get(start..at);
                    self.0 = self.0.get(at..).unwrap_or_default();
                    return item;
                }
                _ => {}
            }
        }
        let last = start.and_then(|start| self.0.get(start..));
        self.0 = "";
        last
    }
}

fn parse_lanes<'a>(value: &'a str, faulty: &mut &'a str) -> Result<Vec<LaneKind>, Fault> {
    let mut lanes = Vec::new();
    for name in Items(value) {
        *faulty = name;
        // The problem allows the kinds in their order.
        let kind = LaneKind::ALL.get(choice(name, &LANES)? as usize);
        let kind = *kind.ok_or(&LANES)?;
        if lanes.contains(&kind) {
            return Err(&TWICE);
        }
        lanes.push(kind);
    }
    if lanes.is_empty() {
        return Err(&LANES);
    }
    Ok(lanes)
}

fn parse_tasks<'a>(value: &'a str, faulty: &mut &'a str) -> Result<Vec<Summation>, Fault> {
    let mut tasks = Vec::new();
    let mut steps = 0_u64;
    for item in Items(value) {
        *faulty = item;
        let task = parse_task(item)?;
        steps = steps.saturating_add(task.steps());
        tasks.push(task);
    }
    *faulty = value;
    if tasks.is_empty() {
        Err(&NO_TASK)
    } else if tasks.len() > MAX_TASKS {
        Err(&TOO_MANY_TASKS)
    } else if steps > MAX_STEPS {
        Err(&TOO_MANY_STEPS)
    } else {
        Ok(tasks)
    }
}

fn parse_task(item: &str) -> Result<Summation, Fault> {
    // The last two colons separate, so a name may hold colons.
    let (rest, high) = split_at_last_colon(item).ok_or(&NOT_A_TASK)?;
    let (name, low) = split_at_last_colon(rest).ok_or(&NOT_A_TASK)?;
    if name.is_empty() {
        return Err(&NO_NAME);
    }
    let bound = |text| parse_whole(text).filter(|bound| bound.abs() <= MAX_BOUND);
    Ok(Summation {
        name: name.to_owned(),
        low: bound(low).ok_or(&LOW)?,
        high: bound(high).ok_or(&HIGH)?,
    })
}

/// As `rsplit_once(':')`, whose search for any character is a kilobyte of code.
fn split_at_last_colon(text: &str) -> Option<(&str, &str)> {
    let mut at = text.len();
    while at > 0 {
        at -= 1;
        if text.as_bytes()[at] == b':' {
            return Some((text.get(..at)?, text.get(at + 1..)?));
        }
    }
    None
}
