//! All settings, in one table. What is read, what is refused and why, and the lists that
//! pages, packages and documentation have of them all come from here or are checked
//! against it.

use super::Config;
use super::lists::{Items, LANES, NOT_A_TASK};
use crate::decimal::{parse_digits, parse_thousandths};
use crate::error::Problem;
use crate::pace::MilliSpeed;
use crate::summation::Work;

/// A setting: its name, what it may be, and what it is if nobody says.
#[derive(Debug)]
pub struct Setting {
    /// The name of its attribute.
    pub name: &'static str,
    /// What it is if it is absent, as text. Empty if there is no text for that: a switch
    /// is off then, and a language is the page's.
    pub default: &'static str,
    pub(super) form: Form,
    pub(super) problem: Problem,
}

/// What the text of a setting may be.
#[derive(Debug)]
pub(super) enum Form {
    /// Tasks, see [`parse_tasks`](super::lists::parse_tasks).
    Tasks,
    /// Some of the values that the problem allows, each once.
    Lanes,
    /// A number within limits, and where it is stored.
    Whole(u64, u64, fn(&mut Config, u64)),
    /// The same in thousandths. What is no part of a run is only checked.
    Thousandths(u64, u64, Option<fn(&mut Config, u64)>),
    /// One of the values that the problem allows; its place there is stored.
    Choice(Option<fn(&mut Config, u64)>),
    /// A choice that says more after a hyphen, which we don't need: `ko-KR`.
    Tag,
    /// On or off, and nothing else.
    Switch(Option<fn(&mut Config, bool)>),
}

pub(super) type Fault = &'static Problem;

const NOT_A_SWITCH: Problem = Problem::new("notASwitch", "");

const fn switch(name: &'static str, store: Option<fn(&mut Config, bool)>) -> Setting {
    Setting {
        name,
        default: "",
        form: Form::Switch(store),
        problem: NOT_A_SWITCH,
    }
}

/// Every setting, in the order of the documentation. What a page does with those that
/// aren't stored is its own affair; they are here so that all are read, and refused, alike.
///
/// The longest run that fits on a page ends before the upper limit of `start-at`; what is
/// past a run's end means its end.
pub static SETTINGS: [Setting; 16] = [
    Setting {
        name: "tasks",
        default: "A:1:5 B:5:10 C:10:15",
        form: Form::Tasks,
        problem: Problem::new(NOT_A_TASK.code, NOT_A_TASK.allowed),
    },
    Setting {
        name: "interval",
        default: "1000",
        form: Form::Whole(1, 3_600_000, |config, number| {
            config.interval = number as u32;
        }),
        problem: Problem::new("notWhole", "1 3600000"),
    },
    Setting {
        name: "lanes",
        default: "sequential async",
        form: Form::Lanes,
        problem: Problem::new(LANES.code, LANES.allowed),
    },
    Setting {
        name: "seed",
        default: "1",
        form: Form::Whole(0, u32::MAX as u64, |config, number| {
            config.seed = number as u32;
        }),
        problem: Problem::new("notWhole", "0 4294967295"),
    },
    switch("lock", Some(|config, on| config.lock = on)),
    Setting {
        name: "work",
        default: "wait",
        form: Form::Choice(Some(|config, place| {
            config.work = match place {
                0 => Work::Wait,
                1 => Work::Compute,
                _ => Work::Block,
            }
        })),
        problem: Problem::new("notOneOf", "wait compute block"),
    },
    Setting {
        name: "speed",
        default: "1",
        form: Form::Thousandths(
            100,
            100_000,
            Some(|config, number| config.speed = number as MilliSpeed),
        ),
        problem: Problem::new("notDecimal", "0.1 100"),
    },
    Setting {
        name: "autoplay",
        default: "",
        form: Form::Choice(None),
        problem: Problem::new("notOneOf", "autoplay visible"),
    },
    Setting {
        name: "start-at",
        default: "0",
        form: Form::Thousandths(0, 360_000_000_000, None),
        problem: Problem::new("notDecimal", "0 360000000"),
    },
    Setting {
        name: "controls",
        default: "controls",
        form: Form::Choice(None),
        problem: Problem::new("notOneOf", "controls none"),
    },
    switch("editor", None),
    switch("predict", None),
    Setting {
        name: "code",
        default: "none",
        form: Form::Choice(None),
        problem: Problem::new("notOneOf", "none python rust javascript"),
    },
    Setting {
        name: "lang",
        default: "",
        form: Form::Tag,
        problem: Problem::new("notOneOf", "ko en"),
    },
    Setting {
        name: "theme",
        default: "auto",
        form: Form::Choice(None),
        problem: Problem::new("notOneOf", "auto light dark"),
    },
    Setting {
        name: "size",
        default: "auto",
        form: Form::Choice(None),
        problem: Problem::new("notOneOf", "auto large"),
    },
];

impl Setting {
    /// The setting of this name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        // HTML writes the property's name in lower case, and so do frameworks.
        let name = if name == "startat" { "start-at" } else { name };
        SETTINGS.iter().find(|setting| setting.name == name)
    }

    /// The lowest and the highest number, or the possible values, with spaces between.
    #[must_use]
    pub fn allowed(&self) -> &'static str {
        self.problem.allowed
    }

    /// Whether it is on or off, and nothing else.
    #[must_use]
    pub fn is_switch(&self) -> bool {
        matches!(self.form, Form::Switch(_))
    }

    /// Reads a value that isn't a list, and stores what it means.
    pub(super) fn read(&'static self, config: &mut Config, value: &str) -> Result<(), Fault> {
        match self.form {
            Form::Whole(min, max, store) => {
                store(config, self.within(parse_digits(value), min, max)?);
            }
            Form::Thousandths(min, max, store) => {
                let number = self.within(parse_thousandths(value), min, max)?;
                if let Some(store) = store {
                    store(config, number);
                }
            }
            Form::Switch(store) => {
                let on = self.on_or_off(value).ok_or(&self.problem)?;
                if let Some(store) = store {
                    store(config, on);
                }
            }
            // Some choices are a switch as well: they allow their own name.
            Form::Choice(_)
                if self.allowed().starts_with(self.name) && self.on_or_off(value).is_some() => {}
            Form::Choice(store) => {
                let place = choice(value, &self.problem)?;
                if let Some(store) = store {
                    store(config, place);
                }
            }
            Form::Tag => {
                let length = value.bytes().take_while(|&byte| byte != b'-').count();
                choice(value.get(..length).unwrap_or(value), &self.problem)?;
            }
            Form::Tasks | Form::Lanes => {}
        }
        Ok(())
    }

    fn within(&'static self, number: Option<u64>, min: u64, max: u64) -> Result<u64, Fault> {
        number
            .filter(|number| (min..=max).contains(number))
            .ok_or(&self.problem)
    }

    /// On as HTML writes it, without a value or with its own name; `true` and `false` are
    /// what frameworks write.
    fn on_or_off(&self, value: &str) -> Option<bool> {
        match value {
            "" | "true" => Some(true),
            "false" => Some(false),
            own => (own == self.name).then_some(true),
        }
    }
}

/// Which of the values that the problem allows this is.
pub(super) fn choice(value: &str, problem: Fault) -> Result<u64, Fault> {
    let place = Items(problem.allowed).position(|each| each == value);
    place.map(|place| place as u64).ok_or(problem)
}
