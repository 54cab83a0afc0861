//! An error that names the setting, the value, and what would be right.

use std::fmt;

/// A setting that can't be used.
///
/// Its [`Display`](fmt::Display) is the English sentence; pages write their own
/// in the reader's language from the parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    setting: String,
    value: String,
    problem: Problem,
}

/// What is wrong with a setting's value, with what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    Unknown,
    NotOneOf(&'static [&'static str]),
    NotWhole {
        min: i64,
        max: i64,
    },
    NotDecimal {
        min: &'static str,
        max: &'static str,
    },
    NotASwitch,
    Twice,
    NoTask,
    NotATask,
    NoName,
    LowNotWhole,
    HighNotWhole,
    TooManyTasks,
    TooManySteps,
    NotYet,
}

/// A value is quoted up to so many characters: an error is a sentence, not a page.
const QUOTED_CHARS: usize = 60;

impl Error {
    pub(crate) fn new(setting: &str, value: &str, problem: Problem) -> Self {
        let cut = value.char_indices().nth(QUOTED_CHARS);
        let value = match cut {
            Some((end, _)) => [&value[..end], "…"].concat(),
            None => value.to_owned(),
        };
        Self {
            setting: setting.to_owned(),
            value,
            problem,
        }
    }

    /// The setting's name, as in the settings table.
    #[must_use]
    pub fn setting(&self) -> &str {
        &self.setting
    }

    /// The value, or the part of it, that can't be used; shortened if it is long.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The kind of problem, as a fixed word under which translations are kept.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.problem {
            Problem::Unknown => "unknown",
            Problem::NotOneOf(_) => "notOneOf",
            Problem::NotWhole { .. } => "notWhole",
            Problem::NotDecimal { .. } => "notDecimal",
            Problem::NotASwitch => "notASwitch",
            Problem::Twice => "twice",
            Problem::NoTask => "noTask",
            Problem::NotATask => "notATask",
            Problem::NoName => "noName",
            Problem::LowNotWhole => "lowNotWhole",
            Problem::HighNotWhole => "highNotWhole",
            Problem::TooManyTasks => "tooManyTasks",
            Problem::TooManySteps => "tooManySteps",
            Problem::NotYet => "notYet",
        }
    }

    /// What would be right, without words: the lowest and the highest number,
    /// or the possible values.
    #[must_use]
    pub fn allowed(&self) -> Vec<String> {
        let number = |number: i64| {
            let mut text = String::new();
            crate::decimal::push_decimal(&mut text, number.into());
            text
        };
        match self.problem {
            Problem::NotOneOf(values) => values.iter().map(|&value| value.to_owned()).collect(),
            Problem::NotWhole { min, max } => vec![number(min), number(max)],
            Problem::NotDecimal { min, max } => vec![min.to_owned(), max.to_owned()],
            Problem::LowNotWhole | Problem::HighNotWhole => {
                vec![
                    number(-crate::config::MAX_BOUND),
                    number(crate::config::MAX_BOUND),
                ]
            }
            Problem::TooManyTasks => vec![number(crate::config::MAX_TASKS as i64)],
            Problem::TooManySteps => vec![number(crate::config::MAX_STEPS as i64)],
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { setting, value, .. } = self;
        let allowed = self.allowed();
        let list = || allowed.join(", ");
        let range = || allowed.join(" to ");
        write!(f, "{setting}: ")?;
        match self.problem {
            Problem::Unknown => write!(f, "there is no setting of this name."),
            Problem::NotOneOf(_) => write!(f, "“{value}” is not one of {}.", list()),
            Problem::NotWhole { .. } => {
                write!(f, "“{value}” is not a whole number from {}.", range())
            }
            Problem::NotDecimal { .. } => write!(f, "“{value}” is not a number from {}.", range()),
            Problem::NotASwitch => write!(
                f,
                "“{value}” is not a value for a switch. Write {setting} without a value to turn it on; leave it out to turn it off."
            ),
            Problem::Twice => write!(f, "“{value}” is named twice. Name each once."),
            Problem::NoTask => write!(
                f,
                "there is no task in “{value}”. Write one, such as A:1:5."
            ),
            Problem::NotATask => write!(
                f,
                "“{value}” is not a task. Write name:low:high, such as A:1:5."
            ),
            Problem::NoName => write!(
                f,
                "“{value}” has no name. Write name:low:high, such as A:1:5."
            ),
            Problem::LowNotWhole => write!(
                f,
                "the low end of “{value}” is not a whole number from {}.",
                range()
            ),
            Problem::HighNotWhole => write!(
                f,
                "the high end of “{value}” is not a whole number from {}.",
                range()
            ),
            Problem::TooManyTasks => {
                write!(
                    f,
                    "{value} tasks are too many. At most {} fit on a page.",
                    list()
                )
            }
            Problem::TooManySteps => {
                write!(
                    f,
                    "{value} steps in all are too many. At most {} fit on a page.",
                    list()
                )
            }
            Problem::NotYet => write!(f, "“{value}” doesn't work in this version yet."),
        }
    }
}

impl std::error::Error for Error {}
