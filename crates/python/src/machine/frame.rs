//! Frames: calls that are under way.

use std::rc::Rc;

use crate::code::Code;
use crate::code::instr::Target;
use crate::code::operator::{Binary, Compare};
use crate::names::Name;
use crate::values::{ObjId, Value};

/// What is done with the result of a call.
#[derive(Clone, Copy, Debug, PartialEq, Hash)]
pub enum Then {
    /// It is pushed.
    Push,
    /// It is forgotten.
    Drop,
    /// It is a tuple of two values, and both are pushed.
    Pair,
    /// It was that of `__init__`: the instance is on the stack already.
    Init,
    /// It is pushed as a callable without a receiver.
    PushMethod,
    /// It is the next value of a loop, whose end is there.
    Next(Target),
    /// It is handed on by `yield from` or `await`, whose end is there.
    Send(Target),
    /// It was asked for by `next` or `send`: an end is a `StopIteration`.
    Stop,
    /// It is a step of an asynchronous generator, and so is what comes of it.
    AsyncSend(Target),
    AsyncStop,
    /// It has to be an iterator.
    Iterator,
    /// It has to be an iterator of an `await`.
    Awaitable,
    /// It has to be of a class, and is named so in the complaint.
    Is(Wanted),
    /// Its truth is pushed, or the contrary.
    Truth(bool),
    /// It was that of an operator's method: if that does not know, the next one
    /// is asked. The operands are on the stack.
    Binary(Binary, Stage),
    Compare(Compare, Stage),
    /// An `AttributeError` asks `__getattr__` for this name instead.
    AttrElse(Name),
    /// It was that of a module's body: the module is pushed.
    Module(ObjId),
    /// The thread ends with it.
    Finish,
}

/// What kind of value a method has to return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    Str,
    Repr,
    Format,
    Bool,
    Len,
    /// A length whose truth is meant.
    LenTruth,
    Hash,
    Index,
    Int,
    Float,
    Bytes,
}

/// Which of an operator's methods has been asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    InPlace,
    Left,
    /// The right operand, before the left one.
    RightFirst,
    Right,
}

/// A call.
#[derive(Clone, Debug)]
pub struct Frame {
    pub code: Rc<Code>,
    /// The next instruction.
    pub pc: u32,
    /// Where its variables begin on the stack.
    pub base: u32,
    /// How far the stack is cut back when it ends.
    pub bottom: u32,
    /// The module whose names it sees.
    pub globals: ObjId,
    /// The names that its body sets, if it is that of a class.
    pub namespace: Option<ObjId>,
    /// The generator that it belongs to.
    pub generator: Option<ObjId>,
    /// What was handled when it was called.
    pub handling: Value,
    pub then: Then,
}
