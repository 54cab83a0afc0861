//! Elements: `value[key]`

use super::exit::Exit;
use super::frame::Then;
use super::hash::Key;
use super::{Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::{Object, Value};

impl Machine {
    /// `Element`
    pub fn element_instr(&mut self) -> Outcome<()> {
        let key = self.pop();
        let value = self.pop();
        if let (Some(text), Value::Int(index)) = (self.own_text(value), key)
            && let Some(c) = usize::try_from(index).ok().and_then(|i| text.char_at(i))
        {
            let element = self.character(c);
            self.push(element);
            return Ok(());
        }
        let element = self.element(value, key)?;
        self.push(element);
        Ok(())
    }

    /// `value[key]`. If a method has to be asked, its answer is the result.
    pub fn element(&mut self, value: Value, key: Value) -> Outcome {
        if let Value::Obj(id) = value
            && matches!(self.heap.get(id), Object::Instance(_) | Object::Class(_))
        {
            let class = self.class_of(value);
            if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::GETITEM) {
                return Err(self.tail(method, &[value, key], Then::Push));
            }
            if let Some(own) = self.as_class(value) {
                if let Some(method) = self.lookup(own, Name::CLASS_GETITEM) {
                    let method = self.bind(method, value, own)?;
                    return Err(self.tail(method, &[key], Then::Push));
                }
                if self.class(own).is_builtin {
                    return Err(self.library("_generic_alias", &[value, key]));
                }
                let name = self.class(own).name.clone();
                let message = format!("type '{name}' is not subscriptable");
                return Err(self.type_error(message));
            }
        }
        self.own_element(value, key)
    }

    /// The same of a builtin value.
    pub fn own_element(&mut self, value: Value, key: Value) -> Outcome {
        if let Some(Object::Dict(_)) = self.get(value) {
            return match self.find_key(value, key)? {
                Key::At(_, Some(place)) => {
                    let dict = self.as_dict(value);
                    Ok(dict
                        .and_then(|d| Some(d.at(place)?.value))
                        .unwrap_or(Value::None))
                }
                Key::At(_, None) => self.missing(value, key),
                Key::Asks => Err(self.library("_dict_element", &[value, key])),
            };
        }
        if let Some(Object::Slice(_)) = self.get(key) {
            return match self.slice_of(value, key)? {
                Some(part) => Ok(part),
                None => Err(self.not_subscriptable(value)),
            };
        }
        let Some(length) = self.own_length(value) else {
            return Err(self.not_subscriptable(value));
        };
        let Some(index) = self.index(key)? else {
            return self.other_index(value, key);
        };
        let place = if index < 0 {
            index + length as i64
        } else {
            index
        };
        let is_inside = (0..length as i64).contains(&place);
        let place = place as usize;
        let (element, name) = match self.get(value) {
            Some(Object::List(values)) => (values.get(place).copied(), "list"),
            Some(Object::Tuple(values)) => (values.get(place).copied(), "tuple"),
            Some(Object::Deque(deque)) => (deque.values.get(place).copied(), "deque"),
            Some(Object::Bytes(bytes)) => (byte(bytes, place), "index"),
            Some(Object::ByteArray(bytes)) => (byte(bytes, place), "bytearray"),
            Some(Object::Range(range)) => {
                let element = range
                    .start
                    .wrapping_add(range.step.wrapping_mul(place as i64));
                (Some(Value::Int(element)), "range object")
            }
            Some(Object::Text(text)) => match text.char_at(place) {
                Some(c) if is_inside => return Ok(self.character(c)),
                _ => (None, "string"),
            },
            Some(Object::NamespaceView(_)) => return self.other_index(value, key),
            _ => return Err(self.not_subscriptable(value)),
        };
        match element {
            Some(element) if is_inside => Ok(element),
            _ => {
                let message = match name {
                    "range object" => "range object index out of range".to_string(),
                    "index" => "index out of range".to_string(),
                    "deque" => "deque index out of range".to_string(),
                    name => format!("{name} index out of range"),
                };
                Err(self.error(types::INDEX_ERROR, message))
            }
        }
    }

    fn missing(&mut self, value: Value, key: Value) -> Outcome {
        let class = self.class_of(value);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::MISSING) {
            return Err(self.tail(method, &[value, key], Then::Push));
        }
        Err(Exit::Raise(self.exception(types::KEY_ERROR, &[key])))
    }

    /// An index that is no integer.
    fn other_index(&mut self, value: Value, key: Value) -> Outcome {
        if let Some(Object::NamespaceView(id)) = self.get(value) {
            let id = *id;
            let name = self.as_str(key).map(|text| self.names.name(text));
            let found = name.and_then(|name| self.view_of(id)?.get(name));
            return match found {
                Some(found) => Ok(found),
                None => Err(Exit::Raise(self.exception(types::KEY_ERROR, &[key]))),
            };
        }
        if let Some(method @ Value::Obj(_)) = self.special(key, Name::INDEX) {
            return Err(self.library("_element_by_index", &[value, key, method]));
        }
        Err(self.wrong_index(value, key))
    }

    fn wrong_index(&mut self, value: Value, key: Value) -> Exit {
        let (name, key) = (self.class_name(value), self.class_name(key));
        let message = match self.get(value) {
            Some(Object::Text(_)) => format!("string indices must be integers, not '{key}'"),
            Some(Object::Deque(_)) => format!("sequence index must be integer, not '{key}'"),
            Some(Object::Bytes(_)) => {
                format!("byte indices must be integers or slices, not {key}")
            }
            _ => format!("{name} indices must be integers or slices, not {key}"),
        };
        self.type_error(message)
    }

    fn not_subscriptable(&mut self, value: Value) -> Exit {
        let name = self.class_name(value);
        self.type_error(format!("'{name}' object is not subscriptable"))
    }

    /// `SetElement`
    pub fn set_element_instr(&mut self) -> Outcome<()> {
        let key = self.pop();
        let container = self.pop();
        let value = self.pop();
        self.set_element(container, key, value)
    }

    /// `container[key] = value`
    pub fn set_element(&mut self, container: Value, key: Value, value: Value) -> Outcome<()> {
        if let Value::Obj(id) = container
            && let Object::Instance(_) = self.heap.get(id)
        {
            let class = self.class_of(container);
            if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::SETITEM) {
                return Err(self.tail(method, &[container, key, value], Then::Drop));
            }
        }
        match self.get(container) {
            Some(Object::Dict(_)) => return self.dict_set(container, key, value),
            Some(Object::List(_)) if matches!(self.get(key), Some(Object::Slice(_))) => {
                return match self.own_values(value)? {
                    Some(values) => self.set_slice(container, key, values),
                    None if self.is_iterable(value) => {
                        let function = self.library_function("_set_slice");
                        Err(self.tail(function, &[container, key, value], Then::Drop))
                    }
                    None => Err(self.type_error("can only assign an iterable")),
                };
            }
            Some(Object::ByteArray(_)) if matches!(self.get(key), Some(Object::Slice(_))) => {
                return self.set_bytes_slice(container, key, value);
            }
            Some(Object::NamespaceView(id)) => {
                let id = *id;
                return self.set_in_view(id, container, key, value);
            }
            _ => {}
        }
        let index = self.index(key)?;
        let length = self.own_length(container).unwrap_or(0) as i64;
        let place = index.map(|index| if index < 0 { index + length } else { index });
        let place = place.filter(|place| (0..length).contains(place));
        let Value::Obj(id) = self.plain(container) else {
            return Err(self.not_assignable(container));
        };
        let byte = self.as_int(value).and_then(|byte| u8::try_from(byte).ok());
        match (self.heap.get_mut(id), place) {
            (Object::List(values), Some(place)) => {
                values[place as usize] = value;
                Ok(())
            }
            (Object::Deque(deque), Some(place)) => {
                deque.values[place as usize] = value;
                Ok(())
            }
            (Object::ByteArray(bytes), Some(place)) => match byte {
                Some(byte) => {
                    bytes[place as usize] = byte;
                    Ok(())
                }
                None => Err(self.value_error("byte must be in range(0, 256)")),
            },
            (Object::List(_) | Object::Deque(_) | Object::ByteArray(_), None) => {
                if index.is_none() {
                    return Err(self.wrong_index(container, key));
                }
                let message = match self.get(container) {
                    Some(Object::Deque(_)) => "deque index out of range",
                    Some(Object::ByteArray(_)) => "bytearray index out of range",
                    _ => "list assignment index out of range",
                };
                Err(self.error(types::INDEX_ERROR, message))
            }
            _ => Err(self.not_assignable(container)),
        }
    }

    fn not_assignable(&mut self, container: Value) -> Exit {
        let name = self.class_name(container);
        self.type_error(format!("'{name}' object does not support item assignment"))
    }

    /// `DeleteElement`
    pub fn delete_element_instr(&mut self) -> Outcome<()> {
        let key = self.pop();
        let container = self.pop();
        self.delete_element(container, key)
    }

    /// `del container[key]`
    pub fn delete_element(&mut self, container: Value, key: Value) -> Outcome<()> {
        let class = self.class_of(container);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::DELITEM) {
            return Err(self.tail(method, &[container, key], Then::Drop));
        }
        match self.get(container) {
            Some(Object::Dict(_)) => {
                return match self.find_key(container, key)? {
                    Key::At(_, Some(place)) => {
                        self.dict_mut(container).remove_at(place);
                        Ok(())
                    }
                    Key::At(_, None) => Err(Exit::Raise(self.exception(types::KEY_ERROR, &[key]))),
                    Key::Asks => {
                        let function = self.library_function("_dict_delete");
                        Err(self.tail(function, &[container, key], Then::Drop))
                    }
                };
            }
            Some(Object::List(_)) if matches!(self.get(key), Some(Object::Slice(_))) => {
                return self.delete_slice(container, key);
            }
            Some(Object::ByteArray(_)) if matches!(self.get(key), Some(Object::Slice(_))) => {
                let nothing = self.list(Vec::new());
                return self.set_bytes_slice(container, key, nothing);
            }
            _ => {}
        }
        let index = self.index(key)?;
        let length = self.own_length(container).unwrap_or(0) as i64;
        let place = index.map(|index| if index < 0 { index + length } else { index });
        let place = place.filter(|place| (0..length).contains(place));
        let Value::Obj(id) = self.plain(container) else {
            return Err(self.not_deletable(container));
        };
        match (self.heap.get_mut(id), place) {
            (Object::List(values), Some(place)) => {
                values.remove(place as usize);
                Ok(())
            }
            (Object::Deque(deque), Some(place)) => {
                deque.values.remove(place as usize);
                deque.changes += 1;
                Ok(())
            }
            (Object::ByteArray(bytes), Some(place)) => {
                bytes.remove(place as usize);
                Ok(())
            }
            (Object::List(_) | Object::Deque(_), None) => {
                if index.is_none() {
                    return Err(self.wrong_index(container, key));
                }
                let message = match self.get(container) {
                    Some(Object::Deque(_)) => "deque index out of range",
                    _ => "list assignment index out of range",
                };
                Err(self.error(types::INDEX_ERROR, message))
            }
            _ => Err(self.not_deletable(container)),
        }
    }

    fn not_deletable(&mut self, container: Value) -> Exit {
        let name = self.class_name(container);
        self.type_error(format!("'{name}' object doesn't support item deletion"))
    }
}

fn byte(bytes: &[u8], place: usize) -> Option<Value> {
    bytes.get(place).map(|&byte| Value::Int(byte.into()))
}
