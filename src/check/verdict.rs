//! What can be said of a log: who can have printed it, and who wrote what.

use std::ops::Range;

use crate::summation::Summation;

/// What a check has found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The strictest lane that can print the log, or why there is none.
    pub verdict: Verdict,
    /// The tasks: those that were given, else those that the log tells of, in the
    /// order of their first lines.
    pub tasks: Vec<Summation>,
    /// How many lines have two texts or more, or parts of them.
    pub torn: usize,
    /// How many empty lines must have been lost since it was printed, for the
    /// verdict to be true. It is strictly true of the log as it is if there are none.
    pub lost: usize,
    /// Who wrote what, in order, up to the first impossible line: one way in which
    /// it can have been.
    pub writes: Vec<Written>,
    /// Where in the log each line is, in bytes, without what ends it. A line ends where
    /// it does for a person, however that is written.
    pub lines: Vec<Range<usize>>,
}

/// A write that the log shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// In which line, from 1.
    pub line: usize,
    /// Whose it is: a place in [`Check::tasks`].
    pub task: usize,
    /// What was written.
    pub write: Write,
    /// Where in the log it is, in bytes.
    pub range: Range<usize>,
}

/// What a task can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Write {
    /// The text of a total, or the last part of it.
    Total(i128),
    /// Another text.
    Words,
    /// The newline after a text.
    Newline,
    /// The same, but it has been lost: it came anywhere after its text and next to
    /// another newline; where that is the last time, it is told of here.
    LostNewline,
    /// A part of the text of a total, which goes on later.
    Part,
}

/// Who can print a log: the strictest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Even one task after the other.
    Sequential,
    /// Even futures on one thread whose waits are equal and exact.
    Async,
    /// Its lines are whole, but in another order: tasks that take turns, such as futures
    /// with unequal waits, or threads.
    Interleaved,
    /// Lines are torn: threads, or futures that await between the writes of a print.
    Threads,
    /// Nothing that runs these tasks.
    Impossible {
        /// The first line that no schedule can print, from 1.
        line: usize,
        /// Why not.
        reason: Reason,
    },
    /// There is too little to decide by, or too much.
    Undecided(Doubt),
}

/// Why no schedule can print a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is no task of this name.
    UnknownTask(String),
    /// The task can't print this total here: it would print `expected`, or
    /// nothing more.
    WrongTotal {
        /// The task's name.
        task: String,
        /// The total in the log.
        found: i128,
        /// What the task prints next, if it isn't finished.
        expected: Option<i128>,
    },
    /// The task writes again, though a newline is missing after its text before.
    NoNewline(String),
    /// A newline, though every text before has its own already.
    NoText,
    /// The main program ends, though a newline of this task is missing.
    EndsBeforeNewline(String),
    /// The main program ends, though this task hasn't printed all its totals.
    EndsBeforeTask(String),
    /// Something comes after the main program's last line.
    AfterTheEnd,
    /// A piece of a text, but nobody has this to write here.
    NoWriter,
}

impl Verdict {
    /// Its name: the lane's, or a word.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Sequential => "sequential",
            Self::Async => "async",
            Self::Interleaved => "interleaved",
            Self::Threads => "threads",
            Self::Impossible { .. } => "impossible",
            Self::Undecided(_) => "undecided",
        }
    }
}

impl Reason {
    /// A fixed word, under which sentences are kept.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownTask(_) => "unknownTask",
            Self::WrongTotal { .. } => "wrongTotal",
            Self::NoNewline(_) => "noNewline",
            Self::NoText => "noText",
            Self::EndsBeforeNewline(_) => "endsBeforeNewline",
            Self::EndsBeforeTask(_) => "endsBeforeTask",
            Self::AfterTheEnd => "afterTheEnd",
            Self::NoWriter => "noWriter",
        }
    }

    /// The name of the task that it is about, if it is about one.
    #[must_use]
    pub fn task(&self) -> Option<&str> {
        match self {
            Self::UnknownTask(task)
            | Self::WrongTotal { task, .. }
            | Self::NoNewline(task)
            | Self::EndsBeforeNewline(task)
            | Self::EndsBeforeTask(task) => Some(task),
            Self::NoText | Self::AfterTheEnd | Self::NoWriter => None,
        }
    }
}

/// Why nothing can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// No line has the form `[name] total=number`.
    NoTotals,
    /// Two of the tasks have one name, so whose a line is can't be told.
    SameNames,
    /// The log is longer than [`MAX_LOG`](crate::MAX_LOG), or it is long and many names have brackets.
    TooLong,
    /// There are texts in pieces, and no tasks were given to tell whose they are.
    Pieces,
    /// So many texts are in pieces that there are too many ways to put them together.
    TooTangled,
}

impl Doubt {
    /// A fixed word, under which sentences are kept.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoTotals => "noTotals",
            Self::SameNames => "sameNames",
            Self::TooLong => "tooLong",
            Self::Pieces => "pieces",
            Self::TooTangled => "tooTangled",
        }
    }
}
