//! Generators and coroutines: frames that are set aside.

use std::rc::Rc;

use super::{ObjId, Value};
use crate::code::Code;
use crate::machine::frame::Frame;

/// Which of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// Where a generator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Created,
    Suspended,
    Running,
    Finished,
}

/// A generator, a coroutine or an asynchronous generator.
#[derive(Clone, Debug)]
pub struct Generator {
    pub kind: Kind,
    pub state: State,
    pub class: ObjId,
    pub code: Rc<Code>,
    pub name: Value,
    pub qualname: Value,
    /// Its frame as long as it is set aside.
    pub frame: Option<Frame>,
    /// What the frame had on the stack: variables, then operands.
    pub stack: Vec<Value>,
    /// The exception that it was handling.
    pub handling: Value,
}
