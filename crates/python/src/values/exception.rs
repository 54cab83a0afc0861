//! Exceptions.

use std::rc::Rc;

use super::namespace::Namespace;
use super::{ObjId, Value};
use crate::code::Code;

/// One level of a traceback: which instruction of which code.
#[derive(Clone, Debug)]
pub struct Level {
    pub code: Rc<Code>,
    pub instruction: u32,
}

/// An exception, also one of a class that the program defines.
#[derive(Clone, Debug)]
pub struct Exception {
    pub class: ObjId,
    /// The arguments that it was made with: a tuple.
    pub args: Value,
    pub attributes: Namespace,
    /// Where it came along, the innermost level first.
    pub traceback: Vec<Level>,
    pub cause: Value,
    pub context: Value,
    pub suppress_context: bool,
}
