//! Patterns.

use super::{Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::{Object, Value};

impl Machine {
    /// Whether a sequence pattern may match a value.
    pub fn is_sequence_pattern(&self, value: Value) -> bool {
        match self.get(value) {
            Some(Object::List(_) | Object::Tuple(_) | Object::Range(_) | Object::Deque(_)) => true,
            _ => self.is_registered(value, "Sequence"),
        }
    }

    /// Whether a mapping pattern may match a value.
    pub fn is_mapping_pattern(&self, value: Value) -> bool {
        match self.get(value) {
            Some(Object::Dict(_) | Object::NamespaceView(_)) => true,
            _ => self.is_registered(value, "Mapping"),
        }
    }

    /// Whether a value's class derives from an abstract class of the library.
    fn is_registered(&self, value: Value, name: &str) -> bool {
        let mro = &self.class(self.class_of(value)).mro;
        mro.iter().any(|&id| {
            &*self.class(id).name == name && &*self.class_module(id) == "collections.abc"
        })
    }

    /// `MatchKeys`: pushes the values of the keys, or nothing.
    pub fn match_keys_instr(&mut self) -> Outcome<()> {
        let keys = self.top();
        let subject = self.peek(1);
        if self.as_dict(subject).is_none() {
            return Err(self.library("_match_keys", &[subject, keys]));
        }
        let keys = self.as_tuple(keys).unwrap_or_default().to_vec();
        let mut values = Vec::with_capacity(keys.len());
        for key in keys {
            match self.dict_get(subject, key)? {
                Some(value) => values.push(value),
                None => {
                    self.push(Value::None);
                    return Ok(());
                }
            }
        }
        let values = self.tuple(values);
        self.push(values);
        Ok(())
    }

    /// `MatchClass`: pushes the attributes that the pattern names, or nothing.
    pub fn match_class_instr(&mut self, count: usize, names: &[Name]) -> Outcome<()> {
        let class = self.pop();
        let subject = self.pop();
        let Some(id) = self.as_class(class) else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        let is_abstract = self.class(id).metaclass != types::TYPE;
        let names: Vec<Value> = names.iter().map(|&name| self.name_text(name)).collect();
        if !is_abstract && !self.is_instance(subject, id) {
            self.push(Value::None);
            return Ok(());
        }
        const ITSELF: [crate::values::ObjId; 11] = [
            types::BOOL,
            types::BYTEARRAY,
            types::BYTES,
            types::DICT,
            types::FLOAT,
            types::FROZENSET,
            types::INT,
            types::LIST,
            types::SET,
            types::STR,
            types::TUPLE,
        ];
        let itself = ITSELF.iter().any(|&of| self.is_subclass(id, of))
            && self.lookup(id, Name::MATCH_ARGS).is_none();
        let names = self.tuple(names);
        let arguments = [
            subject,
            class,
            Value::Int(count as i64),
            names,
            Value::Bool(itself),
        ];
        Err(self.library("_match_class", &arguments))
    }
}
