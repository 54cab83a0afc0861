//! Attributes: where they are looked for, and what becomes of what is found.

use std::cell::Cell;
use std::rc::Rc;

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::builtins;
use crate::code::Code;
use crate::names::Name;
use crate::types;
use crate::values::class::Class;
use crate::values::{ObjId, Object, Value};

#[derive(Clone, Copy, Debug)]
struct Found {
    class: ObjId,
    name: Name,
    /// Unbound if there is none.
    value: Value,
}

const SIZE: usize = 1024;
const NOWHERE: Found = Found {
    class: ObjId(u32::MAX),
    name: Name(u32::MAX),
    value: Value::Unbound,
};

/// What classes' attributes were the last time, so that their bases need not be
/// gone through each time. Copies of a machine share it until one changes a class.
#[derive(Clone, Debug)]
pub struct Lookups(Rc<[Cell<Found>]>);

impl Default for Lookups {
    fn default() -> Self {
        Lookups(vec![Cell::new(NOWHERE); SIZE].into())
    }
}

impl Machine {
    /// A class. It has to be one.
    #[inline]
    pub fn class(&self, id: ObjId) -> &Class {
        match self.heap.get(id) {
            Object::Class(class) => class,
            _ => unreachable!("a class is a class"),
        }
    }

    /// A class to be changed. It has to be one.
    pub fn class_mut(&mut self, id: ObjId) -> &mut Class {
        match self.heap.get_mut(id) {
            Object::Class(class) => class,
            _ => unreachable!("a class is a class"),
        }
    }

    /// The class that a value is, if it is one.
    pub fn as_class(&self, value: Value) -> Option<ObjId> {
        let Value::Obj(id) = value else { return None };
        matches!(self.heap.get(id), Object::Class(_)).then_some(id)
    }

    /// The attribute of a class, its own or inherited.
    #[inline]
    pub fn lookup(&self, class: ObjId, name: Name) -> Option<Value> {
        let mixed = class.0.wrapping_mul(0x9E37_79B1) ^ name.0.wrapping_mul(0x85EB_CA77);
        let place = (mixed >> 16) as usize % SIZE;
        let found = self.lookups.0[place].get();
        let value = if found.class == class && found.name == name {
            found.value
        } else {
            let value = self.search(class, name).unwrap_or(Value::Unbound);
            self.lookups.0[place].set(Found { class, name, value });
            value
        };
        (!value.is_unbound()).then_some(value)
    }

    fn search(&self, class: ObjId, name: Name) -> Option<Value> {
        let mro = self.class(class).mro.iter();
        mro.copied()
            .find_map(|id| self.class(id).namespace.get(name))
    }

    /// Forgets what was looked up: some class has changed.
    pub fn forget_lookups(&mut self) {
        if let Some(own) = Rc::get_mut(&mut self.lookups.0) {
            own.fill(Cell::new(NOWHERE));
        } else {
            self.lookups = Lookups::default();
        }
    }

    /// The special method of a value's class, if the program defines it.
    pub fn special(&self, value: Value, name: Name) -> Option<Value> {
        self.lookup(self.class_of(value), name)
    }

    /// Whether a class is another one or derived from it.
    pub fn is_subclass(&self, class: ObjId, of: ObjId) -> bool {
        class == of || self.class(class).mro.contains(&of)
    }

    /// Whether a value is an instance of a class, going by its real class alone.
    pub fn is_instance(&self, value: Value, of: ObjId) -> bool {
        self.is_subclass(self.class_of(value), of)
    }

    /// `Attr`
    pub fn attr_instr(&mut self, code: &Rc<Code>, name: u16, cache: u16) -> Outcome<()> {
        let name = code.names[name as usize];
        let value = self.top();
        if let Value::Obj(id) = value
            && let Object::Instance(instance) = self.heap.get(id)
            && instance.dict.is_none()
        {
            let cell = &code.caches[cache as usize];
            let found = match instance.attributes.get_at(name, cell.get() as usize) {
                Some(found) => Some(found),
                None => instance.attributes.locate(name).map(|(place, found)| {
                    cell.set(place as u32);
                    found
                }),
            };
            if let Some(found) = found
                && !self.class_has(instance.class, Name::GETATTRIBUTE)
                && self
                    .lookup(instance.class, name)
                    .is_none_or(|found| !self.is_data_descriptor(found))
            {
                self.set_top(found);
                return Ok(());
            }
        }
        self.pop();
        let found = self.get_attr(value, name)?;
        self.push(found);
        Ok(())
    }

    /// Whether a class has a special method that isn't `object`'s own.
    pub fn class_has(&self, class: ObjId, name: Name) -> bool {
        match self.lookup(class, name) {
            None | Some(Value::Native(_)) => false,
            Some(_) => true,
        }
    }

    /// `Method`: pushes what is to be called and its receiver.
    pub fn method_instr(&mut self, code: &Rc<Code>, name: u16, _cache: u16) -> Outcome<()> {
        let name = code.names[name as usize];
        let value = self.top();
        let class = self.class_of(value);
        let is_plain = match value {
            Value::Obj(id) => match self.heap.get(id) {
                Object::Instance(instance) => {
                    instance.dict.is_none()
                        && instance.attributes.get(name).is_none()
                        && !self.class_has(class, Name::GETATTRIBUTE)
                }
                Object::Class(_) | Object::Module(_) | Object::Super(_) | Object::Function(_) => {
                    false
                }
                Object::Exception(exception) => exception.attributes.get(name).is_none(),
                _ => true,
            },
            _ => true,
        };
        if is_plain && let Some(found) = self.lookup(class, name) {
            let is_function = match found {
                Value::Native(native) => builtins::is_method(native),
                Value::Obj(id) => matches!(self.heap.get(id), Object::Function(_)),
                _ => false,
            };
            if is_function {
                self.set_top(found);
                self.push(value);
                return Ok(());
            }
        }
        self.pop();
        match self.get_attr(value, name) {
            Ok(found) => {
                self.push(found);
                self.push(Value::Unbound);
                Ok(())
            }
            Err(Exit::Call(count, Then::Push)) => Err(Exit::Call(count, Then::PushMethod)),
            Err(exit) => Err(exit),
        }
    }

    /// `value.name`
    pub fn get_attr(&mut self, value: Value, name: Name) -> Outcome {
        let class = self.class_of(value);
        if self.class_has(class, Name::GETATTRIBUTE) {
            let method = self
                .lookup(class, Name::GETATTRIBUTE)
                .unwrap_or(Value::None);
            let text = self.name_text(name);
            return Err(self.tail(method, &[value, text], Then::AttrElse(name)));
        }
        self.plain_attr(value, name)
    }

    /// The same without `__getattribute__`.
    pub fn plain_attr(&mut self, value: Value, name: Name) -> Outcome {
        let class = self.class_of(value);
        if let Value::Obj(id) = value {
            match self.heap.get(id) {
                Object::Class(_) => return self.class_attr(id, name),
                Object::Module(module) => {
                    if let Some(found) = module.namespace.get(name) {
                        return Ok(found);
                    }
                }
                Object::Super(parts) => {
                    let parts = **parts;
                    return self.super_attr(value, parts, name);
                }
                _ => {}
            }
        }
        let found = self.lookup(class, name);
        if let Some(descriptor) = found
            && self.is_data_descriptor(descriptor)
        {
            return self.bind(descriptor, value, class);
        }
        if let Some(own) = self.own_attr(value, name) {
            return Ok(own);
        }
        if let Some(own) = self.builtin_attr(value, name) {
            return own;
        }
        if let Some(found) = found {
            return self.bind(found, value, class);
        }
        if self.class_has(class, Name::GETATTR) {
            let method = self.lookup(class, Name::GETATTR).unwrap_or(Value::None);
            let text = self.name_text(name);
            return Err(self.tail(method, &[value, text], Then::Push));
        }
        Err(self.no_attribute(value, name))
    }

    /// The error of an attribute that isn't there.
    pub fn no_attribute(&mut self, value: Value, name: Name) -> Exit {
        let text = self.names.text(name);
        let what = match value {
            Value::Obj(id) => match self.heap.get(id) {
                Object::Module(module) => {
                    let message = format!("module '{}' has no attribute '{text}'", module.name);
                    return self.attribute_error(message, value, name);
                }
                Object::Class(class) => format!("type object '{}'", class.name),
                _ => format!("'{}' object", self.class_name(value)),
            },
            _ => format!("'{}' object", self.class_name(value)),
        };
        self.attribute_error(format!("{what} has no attribute '{text}'"), value, name)
    }

    /// An `AttributeError`, with what it is about.
    pub fn attribute_error(&mut self, message: String, object: Value, name: Name) -> Exit {
        let exit = self.error(types::ATTRIBUTE_ERROR, message);
        let text = self.name_text(name);
        self.tell(&exit, "name", text);
        self.tell(&exit, "obj", object);
        exit
    }

    /// Adds an attribute to an exception that is about to be raised.
    pub fn tell(&mut self, exit: &Exit, name: &str, value: Value) {
        let name = self.names.name(name);
        if let Exit::Raise(Value::Obj(id)) = exit
            && let Object::Exception(exception) = self.heap.get_mut(*id)
        {
            exception.attributes.set(name, value);
        }
    }

    /// An attribute that a value has of its own.
    fn own_attr(&self, value: Value, name: Name) -> Option<Value> {
        let Value::Obj(id) = value else { return None };
        match self.heap.get(id) {
            Object::Instance(instance) => match instance.dict {
                None => instance.attributes.get(name),
                Some(dict) => self.dict_get_name(dict, name),
            },
            Object::Exception(exception) => exception.attributes.get(name),
            Object::Function(function) => function.attributes.get(name),
            _ => None,
        }
    }

    /// The value of a text as a key of a dictionary.
    pub fn dict_get_name(&self, dict: ObjId, name: Name) -> Option<Value> {
        let Object::Dict(dict) = self.heap.get(dict) else {
            return None;
        };
        let text = self.names.value(name);
        let place = dict.find(text.hash(), |key| self.as_str(key) == Some(text.as_str()))?;
        dict.at(place).map(|entry| entry.value)
    }

    /// Whether a class's attribute comes before those of its instances.
    pub fn is_data_descriptor(&self, value: Value) -> bool {
        let Value::Obj(id) = value else { return false };
        match self.heap.get(id) {
            Object::Property(_) => true,
            Object::Instance(instance) => self.lookup(instance.class, Name::SET).is_some(),
            _ => false,
        }
    }

    /// What a class's attribute is for one of its instances.
    pub fn bind(&mut self, found: Value, receiver: Value, class: ObjId) -> Outcome {
        let id = match found {
            Value::Native(native) if builtins::is_method(native) => {
                return Ok(self.object(Object::BoundNative(native, receiver)));
            }
            Value::Obj(id) => id,
            _ => return Ok(found),
        };
        match self.heap.get(id) {
            Object::Function(_) => {
                let Value::Obj(receiver) = receiver else {
                    return Ok(found);
                };
                Ok(self.object(Object::Method(found, receiver)))
            }
            Object::StaticMethod(value) => Ok(*value),
            Object::Super(parts) if parts.receiver.is_unbound() => {
                let of = parts.class;
                builtins::bound_super(self, of, receiver)
            }
            Object::ClassMethod(value) => {
                let value = *value;
                self.bind_class_method(value, class)
            }
            Object::Property(parts) => {
                let getter = parts[0];
                if getter.is_none() {
                    let what = self.property_name(found, class);
                    let name = self.class(class).name.clone();
                    let message = format!("property{what} of '{name}' object has no getter");
                    return Err(self.error(types::ATTRIBUTE_ERROR, message));
                }
                Err(self.tail(getter, &[receiver], Then::Push))
            }
            Object::Instance(instance) => match self.lookup(instance.class, Name::GET) {
                None => Ok(found),
                Some(getter) => {
                    let arguments = [found, receiver, Value::Obj(class)];
                    Err(self.tail(getter, &arguments, Then::Push))
                }
            },
            _ => Ok(found),
        }
    }

    /// What a class method is for a class.
    pub fn bind_class_method(&mut self, value: Value, class: ObjId) -> Outcome {
        if let Value::Native(native) = value {
            return Ok(self.object(Object::BoundNative(native, Value::Obj(class))));
        }
        Ok(self.object(Object::Method(value, class)))
    }

    /// The name under which a property is known, for messages.
    pub fn property_name(&self, property: Value, class: ObjId) -> String {
        let mro = self.class(class).mro.iter();
        let mut all = mro.flat_map(|&id| self.class(id).namespace.iter());
        let found = all.find(|(_, value)| value.is(property));
        found.map_or(String::new(), |(name, _)| {
            format!(" '{}'", self.names.text(name))
        })
    }
}
