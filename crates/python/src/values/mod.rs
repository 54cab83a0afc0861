//! What Python's values are made of, apart from the machine that works on them.

pub mod class;
pub mod dict;
pub mod exception;
pub mod function;
pub mod generator;
pub mod index;
pub mod iter;
pub mod namespace;
pub mod object;
pub mod set;
pub mod text;

pub use object::{Instance, Module, Object, Range, Super};

use crate::builtins::NativeId;

/// An object's place in the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjId(pub u32);

/// A Python value: small ones are here, all others are named by their place.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// No value: a variable that has none, the missing receiver of a call.
    Unbound,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `True` or `False`
    Bool(bool),
    /// An integer of 64 bits. Larger ones are objects.
    Int(i64),
    /// A floating-point number.
    Float(f64),
    /// A function that is written in Rust.
    Native(NativeId),
    /// Anything else.
    Obj(ObjId),
}

impl Value {
    /// Whether this is no value at all.
    pub fn is_unbound(self) -> bool {
        matches!(self, Value::Unbound)
    }

    /// Whether this is `None`.
    pub fn is_none(self) -> bool {
        matches!(self, Value::None)
    }

    /// The object, if it is one.
    pub fn object(self) -> Option<ObjId> {
        match self {
            Value::Obj(id) => Some(id),
            _ => None,
        }
    }

    /// Python's `is`. Numbers have no identity of their own here.
    pub fn is(self, other: Value) -> bool {
        match (self, other) {
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Native(a), Value::Native(b)) => a == b,
            (Value::Obj(a), Value::Obj(b)) => a == b,
            (Value::None, Value::None)
            | (Value::Unbound, Value::Unbound)
            | (Value::NotImplemented, Value::NotImplemented)
            | (Value::Ellipsis, Value::Ellipsis) => true,
            _ => false,
        }
    }
}

impl From<ObjId> for Value {
    fn from(id: ObjId) -> Self {
        Value::Obj(id)
    }
}
