//! Variables: global ones, those of class bodies, and the errors of those that
//! have no value.

use std::rc::Rc;

use super::exit::Exit;
use super::{Machine, Outcome};
use crate::code::Code;
use crate::names::Name;
use crate::types;
use crate::values::{ObjId, Object, Value};

impl Machine {
    fn globals(&self) -> ObjId {
        self.thread
            .frames
            .last()
            .map_or(self.builtins, |frame| frame.globals)
    }

    /// `Global`, when the cache didn't know.
    pub fn load_global(&mut self, code: &Rc<Code>, name: Name, cache: u16) -> Outcome<()> {
        let globals = self.globals();
        let module = self.module(globals);
        if let Some((place, value)) = module.namespace.locate(name) {
            code.caches[cache as usize].set(place as u32);
            self.push(value);
            return Ok(());
        }
        let hint = code.caches[cache as usize].get() as usize;
        let builtins = &self.module(self.builtins).namespace;
        if let Some(value) = builtins.get_at(name, hint) {
            self.push(value);
            return Ok(());
        }
        if let Some((place, value)) = builtins.locate(name) {
            code.caches[cache as usize].set(place as u32);
            self.push(value);
            return Ok(());
        }
        if code.is_library
            && let Some(value) = self.module(self.natives).namespace.get(name)
        {
            self.push(value);
            return Ok(());
        }
        Err(self.name_error(name))
    }

    /// The error of a name without a value.
    pub fn name_error(&mut self, name: Name) -> Exit {
        let text = self.names.text(name);
        let exit = self.error(types::NAME_ERROR, format!("name '{text}' is not defined"));
        let text = self.text(&*text);
        self.tell(&exit, "name", text);
        exit
    }

    /// The error of a local variable without a value.
    pub fn unbound_local(&mut self, code: &Code, slot: u16) -> Exit {
        let name = self.names.text(code.slots[slot as usize]);
        let message = format!(
            "cannot access local variable '{name}' where it is not associated with a value"
        );
        self.error(types::UNBOUND_LOCAL_ERROR, message)
    }

    /// The error of a shared variable without a value.
    pub fn unbound_cell(&mut self, code: &Code, slot: u16) -> Exit {
        let own = code.slots.len() - usize::from(code.free);
        if usize::from(slot) < own {
            return self.unbound_local(code, slot);
        }
        let name = self.names.text(code.slots[slot as usize]);
        let message = format!(
            "cannot access free variable '{name}' where it is not associated with a value in \
             enclosing scope"
        );
        self.error(types::NAME_ERROR, message)
    }

    /// `SetGlobal`
    pub fn set_global(&mut self, name: Name) {
        let value = self.pop();
        let globals = self.globals();
        self.module_mut(globals).namespace.set(name, value);
    }

    /// `DeleteGlobal`
    pub fn delete_global(&mut self, name: Name) -> Outcome<()> {
        let globals = self.globals();
        match self.module_mut(globals).namespace.remove(name) {
            Some(_) => Ok(()),
            None => Err(self.name_error(name)),
        }
    }

    /// The variable of a class's body.
    fn own_name(&self, name: Name) -> Option<Value> {
        let frame = self.thread.frames.last()?;
        match self.heap.get(frame.namespace?) {
            Object::Namespace(namespace) => namespace.get(name),
            _ => self.dict_get_name(frame.namespace?, name),
        }
    }

    /// `Name`
    pub fn load_name(&mut self, name: Name) -> Outcome<()> {
        if let Some(value) = self.own_name(name) {
            self.push(value);
            return Ok(());
        }
        let value = self.global_value(name);
        match value {
            Some(value) => {
                self.push(value);
                Ok(())
            }
            None => Err(self.name_error(name)),
        }
    }

    fn global_value(&self, name: Name) -> Option<Value> {
        let module = &self.module(self.globals()).namespace;
        let builtins = &self.module(self.builtins).namespace;
        let is_library = self.thread.frames.last().is_some_and(|f| f.code.is_library);
        module.get(name).or_else(|| builtins.get(name)).or_else(|| {
            let natives = &self.module(self.natives).namespace;
            natives.get(name).filter(|_| is_library)
        })
    }

    /// `ClassCell`
    pub fn load_class_cell(&mut self, code: &Code, slot: u16, name: Name) -> Outcome<()> {
        if let Some(value) = self.own_name(name) {
            self.push(value);
            return Ok(());
        }
        let base = self.thread.frames.last().map_or(0, |frame| frame.base);
        if let Value::Obj(id) = self.thread.stack[base as usize + usize::from(slot)]
            && let Object::Cell(value) = self.heap.get(id)
            && !value.is_unbound()
        {
            self.push(*value);
            return Ok(());
        }
        Err(self.unbound_cell(code, slot))
    }

    /// `SetName`
    pub fn set_name(&mut self, name: Name) {
        let value = self.pop();
        let Some(id) = self.thread.frames.last().and_then(|frame| frame.namespace) else {
            let globals = self.globals();
            self.module_mut(globals).namespace.set(name, value);
            return;
        };
        if let Object::Namespace(namespace) = self.heap.get_mut(id) {
            namespace.set(name, value);
        } else {
            let key = self.name_text(name);
            self.dict_set_text(Value::Obj(id), key, value);
        }
    }

    /// `DeleteName`
    pub fn delete_name(&mut self, name: Name) -> Outcome<()> {
        let own = self.thread.frames.last().and_then(|frame| frame.namespace);
        let removed = match own.map(|id| self.heap.get_mut(id)) {
            Some(Object::Namespace(namespace)) => namespace.remove(name),
            _ => {
                let globals = self.globals();
                self.module_mut(globals).namespace.remove(name)
            }
        };
        match removed {
            Some(_) => Ok(()),
            None => Err(self.name_error(name)),
        }
    }

    /// Sets the value of a text in a dictionary.
    pub fn dict_set_text(&mut self, dict: Value, key: Value, value: Value) {
        let Some(text) = self.as_text(key) else {
            return;
        };
        let found = self
            .as_dict(dict)
            .and_then(|d| d.find(text.hash(), |k| self.as_str(k) == Some(text.as_str())));
        let dict = self.dict_mut(dict);
        match found {
            Some(place) => dict.set_at(place, value),
            None => dict.insert(text.hash(), key, value),
        }
    }

    /// `Annotations`: makes `__annotations__`, unless it is there.
    pub fn annotations(&mut self) {
        if self.own_name(Name::ANNOTATIONS).is_none() {
            let dict = self.dict(Default::default());
            self.push(dict);
            self.set_name(Name::ANNOTATIONS);
        }
    }
}
