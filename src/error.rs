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
    problem: &'static Problem,
}

/// What can be wrong with a setting's value. Each is a constant, so that reading
/// settings moves nothing but its address.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// A fixed word, under which translations are kept.
    pub(crate) code: &'static str,
    /// What would be right, without words and with spaces between.
    pub(crate) allowed: &'static str,
}

impl Problem {
    pub(crate) const fn new(code: &'static str, allowed: &'static str) -> Self {
        Self { code, allowed }
    }
}

/// A value is quoted up to so many characters: an error is a sentence, not a page.
const QUOTED_CHARS: usize = 60;

impl Error {
    pub(crate) fn new(setting: &str, value: &str, problem: &'static Problem) -> Self {
        let mut quoted = String::new();
        for (count, char) in value.chars().enumerate() {
            if count == QUOTED_CHARS {
                quoted.push('…');
                break;
            }
            quoted.push(char);
        }
        Self {
            setting: setting.to_owned(),
            value: quoted,
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
        self.problem.code
    }

    /// What would be right, without words and with spaces between: the lowest and
    /// the highest number, or the possible values. Empty where there is no list.
    #[must_use]
    pub fn allowed(&self) -> &'static str {
        self.problem.allowed
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { setting, value, .. } = self;
        let list = self.allowed().replace(' ', ", ");
        let range = self.allowed().replace(' ', " to ");
        write!(f, "{setting}: ")?;
        match self.code() {
            "notOneOf" => write!(f, "“{value}” is not one of {list}."),
            "notWhole" => write!(f, "“{value}” is not a whole number from {range}."),
            "notDecimal" => write!(f, "“{value}” is not a number from {range}."),
            "notASwitch" => write!(
                f,
                "“{value}” is not a value for a switch. Write {setting} without a value to \
                 turn it on; leave it out to turn it off."
            ),
            "twice" => write!(f, "“{value}” is named twice. Name each once."),
            "noTask" => write!(
                f,
                "there is no task in “{value}”. Write one, such as A:1:5."
            ),
            "notATask" => write!(
                f,
                "“{value}” is not a task. Write name:low:high, such as A:1:5."
            ),
            "noName" => write!(
                f,
                "“{value}” has no name. Write name:low:high, such as A:1:5."
            ),
            "low" => write!(
                f,
                "the low end of “{value}” is not a whole number from {range}."
            ),
            "high" => write!(
                f,
                "the high end of “{value}” is not a whole number from {range}."
            ),
            "tooManyTasks" => write!(
                f,
                "“{value}” has more than {list} tasks, which is too many for a page."
            ),
            "tooManySteps" => write!(
                f,
                "“{value}” has more than {list} steps in all, which is too many for a page."
            ),
            "tooManyWorkers" => write!(
                f,
                "{value} are too many for the lane workers, where each gets a thread of its \
                 own. At most {list} can."
            ),
            _ => write!(f, "there is no setting of this name."),
        }
    }
}

impl std::error::Error for Error {}
