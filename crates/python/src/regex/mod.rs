//! Regular expressions as Python's `re` has them.
//!
//! [`parse`] reads a pattern, [`compile`] makes a list of steps of it, and [`search`] goes
//! through these and back again. Nothing of it uses Rust's stack for more than the nesting
//! of a pattern, which has a bound, and each search has a bound of steps.

mod brackets;
pub mod compile;
mod groups;
pub mod parse;
pub mod search;
mod set;

pub use compile::Regex;

/// The flags, by CPython's numbers.
pub mod flags {
    /// Letters are the same in upper and lower case.
    pub const IGNORECASE: u32 = 2;
    /// `^` and `$` are also those of lines.
    pub const MULTILINE: u32 = 8;
    /// `.` is also a newline.
    pub const DOTALL: u32 = 16;
    /// White space and comments are left out.
    pub const VERBOSE: u32 = 64;
    /// Words, digits and spaces are those of ASCII.
    pub const ASCII: u32 = 256;
}

/// What is wrong with a pattern, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub message: String,
    pub position: Option<usize>,
}

/// A pattern that is read.
#[derive(Clone, Debug)]
pub enum Node {
    /// Nothing, which always matches.
    Empty,
    Char(char),
    /// The same letter in upper or lower case.
    Folded(char),
    Set(set::Set),
    Any,
    NotNewline,
    Assert(Assert),
    /// What a group has matched.
    Again(usize, bool),
    Group(usize, Box<Node>),
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Repeat(Box<Node>, Repeat),
    Look {
        inner: Box<Node>,
        is_ahead: bool,
        is_negative: bool,
    },
    /// What matches once and for all.
    Atomic(Box<Node>),
    /// One thing if a group has matched, and another if not.
    IfGroup(usize, Box<Node>, Box<Node>),
}

/// How often something is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    pub min: u32,
    /// Nothing for no bound.
    pub max: Option<u32>,
    pub eagerness: Eagerness,
}

/// Which number of times is tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eagerness {
    Greedy,
    Lazy,
    Possessive,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assert {
    TextStart,
    TextEnd,
    /// At the end, or before a newline there.
    LastLineEnd,
    LineStart,
    LineEnd,
    WordBoundary {
        is_ascii: bool,
    },
    NotWordBoundary {
        is_ascii: bool,
    },
}
