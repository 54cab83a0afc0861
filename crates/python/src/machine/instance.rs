//! Setting and deleting attributes, and the attributes that builtin values have.

use std::rc::Rc;

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::code::Code;
use crate::names::Name;
use crate::types;
use crate::values::dict::Dict;
use crate::values::namespace::Namespace;
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// `SetAttr`
    pub fn set_attr_instr(&mut self, code: &Rc<Code>, name: u16, cache: u16) -> Outcome<()> {
        let name = code.names[name as usize];
        let target = self.pop();
        let value = self.pop();
        if let Value::Obj(id) = target
            && let Object::Instance(instance) = self.heap.get(id)
            && instance.dict.is_none()
        {
            let class = instance.class;
            let of_class = self.lookup(class, name);
            if of_class.is_none_or(|found| !self.is_data_descriptor(found))
                && !self.class_has(class, Name::SETATTR)
                && self.lookup(class, Name::SLOTS).is_none()
                && let Object::Instance(instance) = self.heap.get_mut(id)
            {
                let hint = code.caches[cache as usize].get() as usize;
                if !instance.attributes.set_at(name, hint, value) {
                    let place = instance.attributes.set(name, value);
                    code.caches[cache as usize].set(place as u32);
                    self.note_attributes(class, place + 1);
                }
                return Ok(());
            }
        }
        self.set_attr(target, name, value)
    }

    /// An instance of a class has so many attributes: the next one will, too.
    fn note_attributes(&mut self, class: ObjId, count: usize) {
        if usize::from(self.class(class).attributes) < count
            && let Ok(count) = count.try_into()
        {
            self.class_mut(class).attributes = count;
        }
    }

    /// `target.name = value`
    pub fn set_attr(&mut self, target: Value, name: Name, value: Value) -> Outcome<()> {
        let class = self.class_of(target);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::SETATTR) {
            let text = self.name_text(name);
            return Err(self.tail(method, &[target, text, value], Then::Drop));
        }
        self.plain_set_attr(target, name, value)
    }

    /// The same without `__setattr__`.
    pub fn plain_set_attr(&mut self, target: Value, name: Name, value: Value) -> Outcome<()> {
        let class = self.class_of(target);
        if let Some(descriptor @ Value::Obj(id)) = self.lookup(class, name) {
            match self.heap.get(id) {
                Object::Property(parts) => {
                    let setter = parts[1];
                    if setter.is_none() {
                        let what = self.property_name(descriptor, class);
                        let class = self.class(class).name.clone();
                        let message = format!("property{what} of '{class}' object has no setter");
                        return Err(self.error(types::ATTRIBUTE_ERROR, message));
                    }
                    return Err(self.tail(setter, &[target, value], Then::Drop));
                }
                Object::Instance(instance) => {
                    if let Some(setter) = self.lookup(instance.class, Name::SET) {
                        let arguments = [descriptor, target, value];
                        return Err(self.tail(setter, &arguments, Then::Drop));
                    }
                }
                _ => {}
            }
        }
        let Value::Obj(id) = target else {
            return Err(self.no_setting(target, name));
        };
        match self.heap.get(id) {
            Object::Instance(instance) => {
                if name == Name::DICT {
                    return self.replace_dict(id, value);
                }
                if name == Name::CLASS {
                    if let (Some(class), Object::Instance(instance)) =
                        (self.as_class(value), self.heap.get_mut(id))
                    {
                        instance.class = class;
                    }
                    return Ok(());
                }
                let dict = instance.dict;
                if !self.has_slot(class, name) {
                    return Err(self.no_setting(target, name));
                }
                if let Some(dict) = dict {
                    let key = self.name_text(name);
                    self.dict_set_text(Value::Obj(dict), key, value);
                } else if let Object::Instance(instance) = self.heap.get_mut(id) {
                    instance.attributes.set(name, value);
                }
            }
            Object::Class(definition) => {
                if definition.is_builtin {
                    let (class, text) = (definition.name.clone(), self.names.text(name));
                    return Err(self.type_error(format!(
                        "cannot set '{text}' attribute of immutable type '{class}'"
                    )));
                }
                if name == Name::NAME
                    && let Some(text) = self.as_str(value)
                {
                    let text: Rc<str> = text.into();
                    self.class_mut(id).name = text;
                    return Ok(());
                }
                if name == Name::QUALNAME
                    && let Some(text) = self.as_str(value)
                {
                    let text: Rc<str> = text.into();
                    self.class_mut(id).qualname = text;
                    return Ok(());
                }
                self.class_mut(id).namespace.set(name, value);
                self.forget_lookups();
            }
            Object::Module(_) => {
                self.module_mut(id).namespace.set(name, value);
            }
            Object::Function(_) => self.set_function_attr(id, name, value),
            Object::Exception(_) => return self.set_exception_attr(target, name, value),
            _ => return Err(self.no_setting(target, name)),
        }
        Ok(())
    }

    /// Whether an instance may have an attribute: `__slots__` may forbid it.
    fn has_slot(&self, class: ObjId, name: Name) -> bool {
        if self.lookup(class, Name::SLOTS).is_none() {
            return true;
        }
        let mro = &self.class(class).mro;
        mro.iter().any(|&id| {
            let definition = self.class(id);
            if definition.is_builtin {
                return id != types::OBJECT
                    && definition.layout != crate::values::class::Layout::Plain;
            }
            match definition.namespace.get(Name::SLOTS) {
                None => true,
                Some(slots) => match self.as_sequence(slots) {
                    Some(slots) => slots.iter().any(|&slot| {
                        let text = self.names.text(name);
                        let slot = self.as_str(slot).unwrap_or_default();
                        slot == &*text || slot == "__dict__"
                    }),
                    None => self.as_str(slots) == Some(&self.names.text(name)),
                },
            }
        })
    }

    fn replace_dict(&mut self, id: ObjId, value: Value) -> Outcome<()> {
        let Value::Obj(dict) = value else {
            return Err(self.type_error("__dict__ must be set to a dictionary"));
        };
        if let Object::Instance(instance) = self.heap.get_mut(id) {
            instance.dict = Some(dict);
            instance.attributes = Namespace::default();
        }
        Ok(())
    }

    fn set_function_attr(&mut self, id: ObjId, name: Name, value: Value) {
        let new_defaults: Option<Rc<[Value]>> = self.as_tuple(value).map(Into::into);
        let Object::Function(function) = self.heap.get_mut(id) else {
            return;
        };
        match name {
            Name::NAME => function.name = value,
            Name::QUALNAME => function.qualname = value,
            Name::DOC => function.doc = value,
            Name::MODULE => function.module = value,
            Name::ANNOTATIONS => function.annotations = value,
            Name::DEFAULTS => function.defaults = new_defaults.unwrap_or_default(),
            _ => {
                function.attributes.set(name, value);
            }
        }
    }

    fn set_exception_attr(&mut self, target: Value, name: Name, value: Value) -> Outcome<()> {
        let args = if name == Name::ARGS {
            self.own_values(value)?.map(|values| self.tuple(values))
        } else {
            None
        };
        let truth = matches!(value, Value::Bool(true));
        let Some(exception) = self.exception_mut(target) else {
            return Ok(());
        };
        match name {
            Name::ARGS => exception.args = args.unwrap_or(exception.args),
            Name::CAUSE => {
                exception.cause = value;
                exception.suppress_context = true;
            }
            Name::CONTEXT => exception.context = value,
            Name::SUPPRESS_CONTEXT => exception.suppress_context = truth,
            Name::TRACEBACK => {
                if value.is_none() {
                    exception.traceback.clear();
                }
            }
            _ => {
                exception.attributes.set(name, value);
            }
        }
        Ok(())
    }

    fn no_setting(&mut self, target: Value, name: Name) -> Exit {
        let (class, text) = (self.class_name(target), self.names.text(name));
        let exists = self.lookup(self.class_of(target), name).is_some();
        let message = if exists {
            format!("'{class}' object attribute '{text}' is read-only")
        } else {
            format!("'{class}' object has no attribute '{text}'")
        };
        self.attribute_error(message, target, name)
    }

    /// `del target.name`
    pub fn delete_attr(&mut self, target: Value, name: Name) -> Outcome<()> {
        let class = self.class_of(target);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::DELATTR) {
            let text = self.name_text(name);
            return Err(self.tail(method, &[target, text], Then::Drop));
        }
        self.plain_delete_attr(target, name)
    }

    /// The same without `__delattr__`.
    pub fn plain_delete_attr(&mut self, target: Value, name: Name) -> Outcome<()> {
        let class = self.class_of(target);
        if let Some(descriptor @ Value::Obj(id)) = self.lookup(class, name) {
            match self.heap.get(id) {
                Object::Property(parts) => {
                    let deleter = parts[2];
                    if deleter.is_none() {
                        let what = self.property_name(descriptor, class);
                        let class = self.class(class).name.clone();
                        let message = format!("property{what} of '{class}' object has no deleter");
                        return Err(self.error(types::ATTRIBUTE_ERROR, message));
                    }
                    return Err(self.tail(deleter, &[target], Then::Drop));
                }
                Object::Instance(instance) => {
                    if let Some(deleter) = self.lookup(instance.class, Name::DELETE) {
                        return Err(self.tail(deleter, &[descriptor, target], Then::Drop));
                    }
                }
                _ => {}
            }
        }
        let Value::Obj(id) = target else {
            return Err(self.no_attribute(target, name));
        };
        let removed = match self.heap.get_mut(id) {
            Object::Instance(instance) => match instance.dict {
                None => instance.attributes.remove(name),
                Some(dict) => {
                    let key = self.name_text(name);
                    return match self.delete_element(Value::Obj(dict), key) {
                        Err(Exit::Raise(_)) => Err(self.no_attribute(target, name)),
                        other => other,
                    };
                }
            },
            Object::Module(module) => module.namespace.remove(name),
            Object::Function(function) => function.attributes.remove(name),
            Object::Exception(exception) => exception.attributes.remove(name),
            Object::Class(class) if !class.is_builtin => class.namespace.remove(name),
            _ => None,
        };
        if self.as_class(target).is_some() {
            self.forget_lookups();
        }
        match removed {
            Some(_) => Ok(()),
            None if self.lookup(class, Name::SLOTS).is_some() => {
                let text = self.names.text(name);
                Err(self.attribute_error(text.to_string(), target, name))
            }
            None => Err(self.no_attribute(target, name)),
        }
    }

    /// The attributes of an instance as a dictionary, which from now on is where
    /// they are.
    pub fn instance_dict(&mut self, id: ObjId) -> Value {
        let entries: Vec<(Name, Value)> = match self.heap.get(id) {
            Object::Instance(instance) => match instance.dict {
                Some(dict) => return Value::Obj(dict),
                None => instance.attributes.iter().collect(),
            },
            Object::Exception(exception) => exception.attributes.iter().collect(),
            Object::Function(function) => function.attributes.iter().collect(),
            _ => Vec::new(),
        };
        let dict = self.dict(Dict::default());
        for (name, value) in entries {
            let key = self.name_text(name);
            self.dict_set_text(dict, key, value);
        }
        if let Object::Instance(instance) = self.heap.get_mut(id) {
            instance.dict = dict.object();
            instance.attributes = Namespace::default();
        }
        dict
    }

    /// The names and values that a view is of: those of a module or a class.
    pub fn view_of(&self, id: ObjId) -> Option<&Namespace> {
        match self.heap.get(id) {
            Object::Module(module) => Some(&module.namespace),
            Object::Class(class) => Some(&class.namespace),
            Object::Namespace(namespace) => Some(namespace),
            _ => None,
        }
    }

    /// Sets a name in a view.
    pub fn set_in_view(&mut self, id: ObjId, view: Value, key: Value, value: Value) -> Outcome<()> {
        let name = self.as_str(key).map(|text| self.names.name(text));
        match (self.heap.get_mut(id), name) {
            (Object::Module(module), Some(name)) => {
                module.namespace.set(name, value);
                Ok(())
            }
            _ => {
                let name = self.class_name(view);
                let message = format!("'{name}' object does not support item assignment");
                Err(self.type_error(message))
            }
        }
    }
}
