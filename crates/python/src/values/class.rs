//! Classes.

use std::rc::Rc;

use super::namespace::Namespace;
use super::{ObjId, Value};

/// What an instance of a class is made of, besides its attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Attributes alone.
    Plain,
    /// An exception.
    Exception,
    /// A value of a builtin type, whose methods it has.
    Builtin(ObjId),
    /// None that Python code could make.
    Closed,
}

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    pub name: Rc<str>,
    /// The name with those of what it is defined in.
    pub qualname: Rc<str>,
    /// The class's own class.
    pub metaclass: ObjId,
    pub bases: Vec<ObjId>,
    /// Where attributes are looked for, in this order; first the class itself.
    pub mro: Vec<ObjId>,
    pub namespace: Namespace,
    pub layout: Layout,
    /// Whether it is one of those that the machine itself defines.
    pub is_builtin: bool,
    /// Its subclasses, in the order of their making.
    pub subclasses: Vec<ObjId>,
    /// How many attributes its instances have had at most, as far as that is small.
    pub attributes: u8,
    /// The code object in whose body it was defined, for its source lines.
    pub doc: Value,
}
