//! Whether a value counts as true, and how long it is.

use super::frame::{Then, Wanted};
use super::{Machine, Outcome};
use crate::names::Name;
use crate::values::{Object, Value};

impl Machine {
    /// The truth of a value. If a method has to be asked, its answer is pushed.
    #[inline]
    pub fn truth(&mut self, value: Value) -> Outcome<bool> {
        Ok(match value {
            Value::Bool(value) => value,
            Value::None | Value::Unbound => false,
            Value::Int(value) => value != 0,
            Value::Float(value) => value != 0.0,
            Value::NotImplemented | Value::Ellipsis | Value::Native(_) => true,
            Value::Obj(_) => return self.object_truth(value),
        })
    }

    fn object_truth(&mut self, value: Value) -> Outcome<bool> {
        let Value::Obj(id) = value else {
            return Ok(true);
        };
        let class = match self.heap.get(id) {
            Object::Instance(instance) => instance.class,
            Object::Class(class) => class.metaclass,
            Object::Big(_) => return Ok(true),
            Object::Complex(real, imaginary) => return Ok(*real != 0.0 || *imaginary != 0.0),
            _ => return Ok(self.own_length(value) != Some(0)),
        };
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::BOOL) {
            return Err(self.tail(method, &[value], Then::Is(Wanted::Bool)));
        }
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::LEN) {
            return Err(self.tail(method, &[value], Then::Is(Wanted::LenTruth)));
        }
        let plain = self.plain(value);
        if plain.is(value) {
            return Ok(true);
        }
        self.truth(plain)
    }

    /// How many values a builtin collection has.
    pub fn own_length(&self, value: Value) -> Option<usize> {
        Some(match self.get(value)? {
            Object::Text(text) => text.length(),
            Object::Bytes(bytes) => bytes.len(),
            Object::ByteArray(bytes) => bytes.len(),
            Object::List(values) => values.len(),
            Object::Tuple(values) => values.len(),
            Object::Dict(dict) => dict.len(),
            Object::Set(set) | Object::FrozenSet(set) => set.len(),
            Object::Deque(deque) => deque.values.len(),
            Object::Range(range) => range.len() as usize,
            Object::View(_, dict) => return self.own_length(Value::Obj(*dict)),
            Object::NamespaceView(id) => self.view_of(*id).map_or(0, |n| n.len()),
            _ => return None,
        })
    }

    /// The length of a value. If a method has to be asked, its answer is pushed.
    pub fn length(&mut self, value: Value) -> Outcome<usize> {
        let class = self.class_of(value);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::LEN) {
            return Err(self.tail(method, &[value], Then::Is(Wanted::Len)));
        }
        match self.own_length(value) {
            Some(length) => Ok(length),
            None => {
                let name = self.class_name(value);
                Err(self.type_error(format!("object of type '{name}' has no len()")))
            }
        }
    }
}
