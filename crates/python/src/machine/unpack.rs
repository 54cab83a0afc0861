//! Displays, and taking collections apart.

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::types;
use crate::values::Value;
use crate::values::dict::Dict;
use crate::values::set::Set;

impl Machine {
    /// Lets the library make a list of the top of the stack, and runs the
    /// instruction again with that.
    fn retry_with_list(&mut self) -> Exit {
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc -= 1;
        }
        let value = self.pop();
        self.library("_list", &[value])
    }

    /// `Unpack`
    pub fn unpack_instr(&mut self, count: usize) -> Outcome<()> {
        let value = self.top();
        if let Some(values) = self.as_sequence(value)
            && values.len() == count
            && self.goes_by_itself(value)
        {
            let values: Vec<Value> = values.iter().rev().copied().collect();
            self.pop();
            self.thread.stack.extend(values);
            return Ok(());
        }
        let Some(values) = self.unpackable(value, Some(count + 1))? else {
            if let Some(frame) = self.thread.frames.last_mut() {
                frame.pc -= 1;
            }
            let value = self.pop();
            return Err(self.library("_take", &[value, Value::Int(count as i64 + 1)]));
        };
        if values.len() > count {
            let message = format!("too many values to unpack (expected {count})");
            return Err(self.value_error(message));
        }
        if values.len() < count {
            let message = format!(
                "not enough values to unpack (expected {count}, got {})",
                values.len()
            );
            return Err(self.value_error(message));
        }
        self.pop();
        self.thread.stack.extend(values.into_iter().rev());
        Ok(())
    }

    /// The values of something to be unpacked, or nothing if the library has to go
    /// through it.
    fn unpackable(&mut self, value: Value, at_most: Option<usize>) -> Outcome<Option<Vec<Value>>> {
        let _ = at_most;
        match self.own_values(value)? {
            Some(values) => Ok(Some(values)),
            None => {
                let class = self.class_of(value);
                let is_iterable = self.lookup(class, crate::names::Name::ITER).is_some()
                    || self.lookup(class, crate::names::Name::GETITEM).is_some()
                    || self.is_iterator(value);
                if !is_iterable || value.object().is_none() {
                    let name = self.class_name(value);
                    let message = format!("cannot unpack non-iterable {name} object");
                    return Err(self.type_error(message));
                }
                Ok(None)
            }
        }
    }

    /// `UnpackStar`
    pub fn unpack_star_instr(&mut self, before: usize, after: usize) -> Outcome<()> {
        let value = self.top();
        let Some(values) = self.unpackable(value, None)? else {
            return Err(self.retry_with_list());
        };
        let least = before + after;
        if values.len() < least {
            let message = format!(
                "not enough values to unpack (expected at least {least}, got {})",
                values.len()
            );
            return Err(self.value_error(message));
        }
        self.pop();
        let middle = values.len() - after;
        self.thread.stack.extend(values[middle..].iter().rev());
        let list = self.list(values[before..middle].to_vec());
        self.push(list);
        self.thread.stack.extend(values[..before].iter().rev());
        Ok(())
    }

    /// `Extend`
    pub fn extend_instr(&mut self, depth: u16, is_call: bool) -> Outcome<()> {
        let value = self.top();
        let Some(values) = self.own_values(value)? else {
            if !self.is_iterable(value) {
                let name = self.class_name(value);
                let message = if is_call {
                    let callee = self.peek(depth as usize + 2);
                    let called = self.called_name(callee);
                    format!("{called} argument after * must be an iterable, not {name}")
                } else {
                    format!("Value after * must be an iterable, not {name}")
                };
                return Err(self.type_error(message));
            }
            return Err(self.retry_with_list());
        };
        self.pop();
        self.room(values.len() * 16)?;
        let list = self.peek(depth as usize);
        if let Some(list) = self.list_mut(list) {
            list.extend(values);
        }
        Ok(())
    }

    /// Whether a value can be gone through.
    pub fn is_iterable(&self, value: Value) -> bool {
        let class = self.class_of(value);
        self.is_iterator(value)
            || self.own_length(value).is_some()
            || self.lookup(class, crate::names::Name::ITER).is_some()
            || self.lookup(class, crate::names::Name::GETITEM).is_some()
    }

    /// `Set`
    pub fn set_display(&mut self, count: u16) -> Outcome<()> {
        let values = self.pop_many(count);
        let set = self.set(Set::default());
        self.push(set);
        for (index, &value) in values.iter().enumerate() {
            if let Err(exit) = self.set_add(set, value) {
                return match exit {
                    Exit::Call(size, _) => {
                        // The library adds the rest.
                        let place = self.thread.stack.len() - size - 1;
                        self.thread.stack.truncate(place);
                        self.pop();
                        let rest = self.list(values[index..].to_vec());
                        Err(self.library("_set_update", &[set, rest]))
                    }
                    exit => Err(exit),
                };
            }
        }
        Ok(())
    }

    /// `Dict`
    pub fn dict_display(&mut self, count: u16) -> Outcome<()> {
        let values = self.pop_many(count * 2);
        let dict = self.dict(Dict::default());
        self.push(dict);
        for (index, pair) in values.chunks(2).enumerate() {
            if let Err(exit) = self.dict_set(dict, pair[0], pair[1]) {
                return match exit {
                    Exit::Call(size, _) => {
                        let place = self.thread.stack.len() - size - 1;
                        self.thread.stack.truncate(place);
                        self.pop();
                        let rest = self.list(values[index * 2..].to_vec());
                        Err(self.library("_dict_fill", &[dict, rest]))
                    }
                    exit => Err(exit),
                };
            }
        }
        Ok(())
    }

    /// `Add`
    pub fn add_instr(&mut self, depth: u16) -> Outcome<()> {
        let value = self.pop();
        let set = self.peek(depth as usize);
        self.set_add(set, value)
    }

    /// `Insert`
    pub fn insert_instr(&mut self, depth: u16) -> Outcome<()> {
        let value = self.pop();
        let key = self.pop();
        let dict = self.peek(depth as usize);
        self.dict_set(dict, key, value)
    }

    /// `Update`
    pub fn update_instr(&mut self, depth: u16) -> Outcome<()> {
        let values = self.pop();
        let set = self.peek(depth as usize);
        let function = self.library_function("_set_update");
        Err(self.tail(function, &[set, values], Then::Drop))
    }

    /// `Merge`
    pub fn merge_instr(&mut self, depth: u16) -> Outcome<()> {
        let mapping = self.pop();
        let dict = self.peek(depth as usize);
        let function = self.library_function("_merge");
        Err(self.tail(function, &[dict, mapping], Then::Drop))
    }

    /// `MergeArguments`: on the stack are the callee, the positional arguments,
    /// and the names so far.
    pub fn merge_arguments_instr(&mut self, depth: u16) -> Outcome<()> {
        let mapping = self.pop();
        let dict = self.peek(depth as usize);
        let callee = self.peek(depth as usize + 2);
        let Some(entries) = self
            .as_dict(mapping)
            .map(|dict| dict.iter().copied().collect::<Vec<_>>())
        else {
            let name = self.class_name(mapping);
            if self.special(mapping, crate::names::Name::GETITEM).is_none() {
                let called = self.called_name(callee);
                let message = format!("{called} argument after ** must be a mapping, not {name}");
                return Err(self.type_error(message));
            }
            let function = self.library_function("_merge");
            return Err(self.tail(function, &[dict, mapping], Then::Drop));
        };
        for entry in entries {
            let Some(text) = self.as_text(entry.key) else {
                return Err(self.type_error("keywords must be strings"));
            };
            let is_known = self.as_dict(dict).is_some_and(|dict| {
                let found = dict.find(text.hash(), |k| self.as_str(k) == Some(text.as_str()));
                found.is_some()
            });
            if is_known {
                let called = self.called_name(callee);
                let name = text.as_str();
                let message = format!("{called} got multiple values for keyword argument '{name}'");
                return Err(self.error(types::TYPE_ERROR, message));
            }
            self.dict_set_text(dict, entry.key, entry.value);
        }
        Ok(())
    }

    /// How messages name what is called.
    fn called_name(&mut self, callee: Value) -> String {
        match self.get(callee) {
            Some(crate::values::Object::Function(function)) => {
                let module = self.as_str(function.module).unwrap_or_default();
                format!("{module}.{}()", self.function_qualname(function))
            }
            Some(crate::values::Object::Class(class)) => {
                let module = class.namespace.get(crate::names::Name::MODULE);
                let module = module.and_then(|m| self.as_str(m)).unwrap_or("builtins");
                match module {
                    "builtins" => format!("{}()", class.qualname),
                    module => format!("{module}.{}()", class.qualname),
                }
            }
            _ => match callee {
                Value::Native(native) => {
                    format!("{}()", crate::builtins::native(native).name)
                }
                _ => "function".to_string(),
            },
        }
    }
}
