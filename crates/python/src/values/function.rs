//! Functions that are written in Python.

use std::rc::Rc;

use super::namespace::Namespace;
use super::{ObjId, Value};
use crate::code::Code;
use crate::names::Name;

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    pub code: Rc<Code>,
    /// The module whose names it sees.
    pub globals: ObjId,
    /// The cells of the variables that it shares with the functions around it.
    pub closure: Rc<[ObjId]>,
    /// The values of the last positional parameters.
    pub defaults: Rc<[Value]>,
    /// The values of keyword-only parameters.
    pub keyword_defaults: Rc<[(Name, Value)]>,
    pub name: Value,
    pub qualname: Value,
    pub doc: Value,
    pub module: Value,
    pub annotations: Value,
    pub attributes: Namespace,
    /// Whether it passes for a builtin function.
    pub is_builtin: bool,
}
