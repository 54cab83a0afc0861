//! Attributes of classes, and of `super()`.

use super::frame::Then;
use super::{Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::{ObjId, Object, Super, Value};

impl Machine {
    /// An attribute of a class.
    pub fn class_attr(&mut self, class: ObjId, name: Name) -> Outcome {
        let metaclass = self.class(class).metaclass;
        let above = self.lookup(metaclass, name);
        if let Some(descriptor) = above
            && self.is_data_descriptor(descriptor)
        {
            return self.bind(descriptor, Value::Obj(class), metaclass);
        }
        if (name == Name::DOC || name == Name::CLASS)
            && let Some(found) = self.builtin_attr(Value::Obj(class), name)
        {
            return found;
        }
        if let Some(found) = self.lookup(class, name) {
            return self.bind_to_class(found, class);
        }
        if let Some(found) = self.builtin_attr(Value::Obj(class), name) {
            return found;
        }
        if let Some(found) = above {
            return self.bind(found, Value::Obj(class), metaclass);
        }
        if self.class_has(metaclass, Name::GETATTR) {
            let method = self.lookup(metaclass, Name::GETATTR).unwrap_or(Value::None);
            let text = self.name_text(name);
            return Err(self.tail(method, &[Value::Obj(class), text], Then::Push));
        }
        Err(self.no_attribute(Value::Obj(class), name))
    }

    fn bind_to_class(&mut self, found: Value, class: ObjId) -> Outcome {
        let Value::Obj(id) = found else {
            return Ok(found);
        };
        match self.heap.get(id) {
            Object::StaticMethod(value) => Ok(*value),
            Object::ClassMethod(value) => {
                let value = *value;
                self.bind_class_method(value, class)
            }
            Object::Instance(instance) => match self.lookup(instance.class, Name::GET) {
                None => Ok(found),
                Some(getter) => {
                    let arguments = [found, Value::None, Value::Obj(class)];
                    Err(self.tail(getter, &arguments, Then::Push))
                }
            },
            _ => Ok(found),
        }
    }

    /// An attribute of a `super()`.
    pub fn super_attr(&mut self, value: Value, parts: Super, name: Name) -> Outcome {
        if name == Name::CLASS {
            return Ok(Value::Obj(types::SUPER));
        }
        let mro = self.class(parts.receiver_class).mro.clone();
        let after = mro.iter().skip_while(|&&id| id != parts.class).skip(1);
        for &id in after {
            if let Some(found) = self.class(id).namespace.get(name) {
                // In a class method the receiver is the class itself.
                let is_class = parts.receiver.object() == Some(parts.receiver_class);
                if is_class {
                    return self.bind_to_class(found, parts.receiver_class);
                }
                return self.bind(found, parts.receiver, parts.receiver_class);
            }
        }
        let text = self.names.text(name);
        let has_receiver = !parts.receiver.is_unbound();
        match &*text {
            "__thisclass__" => return Ok(Value::Obj(parts.class)),
            "__self__" if has_receiver => return Ok(parts.receiver),
            "__self_class__" if has_receiver => return Ok(Value::Obj(parts.receiver_class)),
            "__self__" | "__self_class__" => return Ok(Value::None),
            _ => {}
        }
        if let Some(found @ Value::Native(_)) = self.lookup(types::SUPER, name) {
            return self.bind(found, value, types::SUPER);
        }
        let message = format!("'super' object has no attribute '{text}'");
        Err(self.attribute_error(message, value, name))
    }
}
