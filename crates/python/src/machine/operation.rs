//! What a machine asks the outside to do, and what a step comes to.

use std::rc::Rc;

use crate::values::Value;

/// Where text is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Output,
    Error,
}

/// What has to be done outside before a thread can go on.
///
/// Whoever runs the machine does it, whenever it may be done, and then calls
/// [`super::Machine::resume`] with what stands here as the answer.
#[derive(Clone, Debug)]
pub enum Operation {
    /// Write a text. Answer: `None`.
    Write(Stream, Rc<str>),
    /// Read a line of input. Answer: a text, or `None` at the end.
    Read,
    /// Tell the time, in nanoseconds since the program began. Answer: an integer.
    Now,
    /// Wait for so many nanoseconds. Answer: `None`.
    Sleep(u64),
    /// Something that the library asks for by name. Answer: as agreed on there.
    Other(Rc<str>, Rc<[Value]>),
}

/// What running a thread has come to.
#[derive(Clone, Debug)]
pub enum Step {
    /// It can go on.
    Continue,
    /// It has ended, with a value.
    Finished(Value),
    /// It has ended with an exception.
    Raised(Value),
    /// It waits for this to be done.
    Blocked(Operation),
}
