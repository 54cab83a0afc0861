//! What a machine asks the outside to do, and what a step comes to.

use std::rc::Rc;

use crate::values::Value;

/// Where text is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Output,
    Error,
}

/// What a thread can wait for, besides time and the end of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// One thread at a time holds it.
    Lock,
    /// Threads wait until another lets them go on.
    Signal,
}

/// What has to be done outside before a thread can go on.
///
/// Whoever runs the machine does it, whenever it may be done, and then calls
/// [`super::Machine::resume`] with what stands here as the answer.
#[derive(Clone, Debug)]
pub enum Operation {
    /// Write a text. Answer: `None`.
    Write(Stream, Rc<str>),
    /// Let what was written be seen. Answer: `None`.
    Flush(Stream),
    /// Read a line of input. Answer: a text, or `None` at the end.
    Read,
    /// Tell the time, in nanoseconds since the program began. Answer: an integer.
    Now,
    /// Wait for so many nanoseconds. Answer: `None`.
    Sleep(u64),
    /// Start a thread that calls a function. Answer: its number, or `None` if there are
    /// too many.
    Start {
        function: Value,
        name: Rc<str>,
        is_daemon: bool,
    },
    /// Wait for the end of a thread, for so many nanoseconds at most. Answer: whether it
    /// has ended.
    Join { thread: u32, limit: Option<u64> },
    /// Make something that threads wait for. Answer: its number.
    Make(Awaited, Rc<str>),
    /// Take it, or wait for it, for so many nanoseconds at most. Answer: whether it is
    /// taken.
    Acquire { awaited: u32, limit: Option<u64> },
    /// Let it go. Answer: whether it was held.
    Release(u32),
    /// Let so many of those who wait for it go on. Answer: how many there were.
    Notify(u32, u32),
    /// Tell whether it is held. Answer: a truth.
    IsHeld(u32),
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
