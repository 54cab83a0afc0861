//! Iteration.

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::iter::{Iter, View};
use crate::values::{ObjId, Object, Range, Value};

/// Numbers that go up one by one, or in other steps.
pub fn range_iter(range: Range) -> Iter {
    Iter::Range {
        next: range.start,
        step: range.step,
        left: range.len(),
    }
}

impl Machine {
    /// An iterator over a value. If a method has to be asked, it is the result.
    pub fn get_iter(&mut self, value: Value) -> Outcome {
        let class = self.class_of(value);
        if let Value::Obj(id) = value
            && matches!(
                self.heap.get(id),
                Object::Instance(_) | Object::Class(_) | Object::Exception(_)
            )
        {
            match self.lookup(class, Name::ITER) {
                Some(method @ Value::Obj(_)) => {
                    return Err(self.tail(method, &[value], Then::Iterator));
                }
                Some(Value::None) => return Err(self.not_iterable(value)),
                None if self.class_has(class, Name::GETITEM) => {
                    return Err(self.library("_iter_items", &[value]));
                }
                _ => {}
            }
        }
        match self.own_iter(self.plain(value)) {
            Some(iter) => Ok(iter),
            None => Err(self.not_iterable(value)),
        }
    }

    fn not_iterable(&mut self, value: Value) -> Exit {
        let name = self.class_name(value);
        self.type_error(format!("'{name}' object is not iterable"))
    }

    /// An iterator over a builtin value.
    pub fn own_iter(&mut self, value: Value) -> Option<Value> {
        let Value::Obj(id) = value else { return None };
        let iter = match self.heap.get(id) {
            Object::List(_) => Iter::List { list: id, next: 0 },
            Object::Tuple(_) => Iter::Tuple { tuple: id, next: 0 },
            Object::Text(_) => Iter::Text { text: id, next: 0 },
            Object::Bytes(_) | Object::ByteArray(_) => Iter::Bytes { bytes: id, next: 0 },
            Object::Range(range) => range_iter(**range),
            Object::Dict(dict) => Iter::Dict {
                dict: id,
                view: View::Keys,
                next: 0,
                changes: dict.changes(),
            },
            Object::View(view, dict) => {
                let (view, dict) = (*view, *dict);
                let changes = self.as_dict(Value::Obj(dict)).map_or(0, |d| d.changes());
                let dict = self.plain(Value::Obj(dict)).object().unwrap_or(dict);
                Iter::Dict {
                    dict,
                    view,
                    next: 0,
                    changes,
                }
            }
            Object::Set(set) | Object::FrozenSet(set) => Iter::Set {
                set: id,
                next: 0,
                changes: set.changes(),
            },
            Object::Deque(deque) => Iter::Deque {
                deque: id,
                next: 0,
                changes: deque.changes,
            },
            Object::NamespaceView(of) => {
                let of = *of;
                let names: Vec<Name> = self.view_of(of)?.iter().map(|(name, _)| name).collect();
                let names: Vec<Value> = names.into_iter().map(|n| self.name_text(n)).collect();
                let list = self.list(names).object()?;
                Iter::List { list, next: 0 }
            }
            Object::Generator(generator)
                if generator.kind == crate::values::generator::Kind::Generator =>
            {
                return Some(value);
            }
            Object::Iter(_) => return Some(value),
            _ => return None,
        };
        Some(self.iter(iter))
    }

    /// `Next`: pushes the next value; whether there was one.
    pub fn next_instr(&mut self, target: u32) -> Outcome<bool> {
        let iterator = self.top();
        if let Value::Obj(id) = iterator {
            match self.heap.get(id) {
                Object::Iter(iter) => {
                    if let Iter::List { list, next } = **iter
                        && let Object::List(values) = self.heap.get(list)
                        && let Some(&value) = values.get(next)
                    {
                        if let Object::Iter(iter) = self.heap.get_mut(id)
                            && let Iter::List { next, .. } = &mut **iter
                        {
                            *next += 1;
                        }
                        self.push(value);
                        return Ok(true);
                    }
                    return match self.advance(id)? {
                        Some(value) => {
                            self.push(value);
                            Ok(true)
                        }
                        None => {
                            self.pop();
                            Ok(false)
                        }
                    };
                }
                Object::Generator(_) => {
                    self.resume_generator(id, Value::None, Then::Next(target))?;
                    return Ok(true);
                }
                _ => {}
            }
        }
        match self.special(iterator, Name::NEXT) {
            Some(method) => Err(self.tail(method, &[iterator], Then::Next(target))),
            None => {
                let name = self.class_name(iterator);
                Err(self.type_error(format!("'{name}' object is not an iterator")))
            }
        }
    }

    /// The next value of a builtin iterator.
    pub fn advance(&mut self, id: ObjId) -> Outcome<Option<Value>> {
        let Object::Iter(iter) = self.heap.get(id) else {
            return Ok(None);
        };
        let mut iter = (**iter).clone();
        let value = self.advance_iter(&mut iter)?;
        if value.is_none()
            && let Object::Iter(_) = self.heap.get(id)
        {
            iter = Iter::Done(self.class_of(Value::Obj(id)));
        }
        if let Object::Iter(place) = self.heap.get_mut(id) {
            **place = iter;
        }
        Ok(value)
    }

    fn advance_iter(&mut self, iter: &mut Iter) -> Outcome<Option<Value>> {
        Ok(match iter {
            Iter::Done(_) => None,
            Iter::List { list, next } => match self.heap.get(*list) {
                Object::List(values) => take(values.get(*next), next),
                _ => None,
            },
            Iter::ListReversed { list, next } => {
                match (next.checked_sub(1), self.heap.get(*list)) {
                    (Some(place), Object::List(values)) => {
                        *next = place;
                        values.get(place).copied()
                    }
                    (Some(place), Object::Tuple(values)) => {
                        *next = place;
                        values.get(place).copied()
                    }
                    _ => None,
                }
            }
            Iter::Tuple { tuple, next } => match self.heap.get(*tuple) {
                Object::Tuple(values) => take(values.get(*next), next),
                _ => None,
            },
            Iter::Text { text, next } => {
                let Object::Text(text) = self.heap.get(*text) else {
                    return Ok(None);
                };
                // Here the place is that of a byte.
                let rest = text.as_str().get(*next..).unwrap_or_default();
                let Some(c) = rest.chars().next() else {
                    return Ok(None);
                };
                *next += c.len_utf8();
                Some(self.character(c))
            }
            Iter::Bytes { bytes, next } => {
                let bytes = self.as_bytes(Value::Obj(*bytes)).unwrap_or_default();
                let value = bytes.get(*next).map(|&byte| Value::Int(byte.into()));
                *next += 1;
                value
            }
            Iter::Range { next, step, left } => {
                if *left == 0 {
                    return Ok(None);
                }
                let value = *next;
                *left -= 1;
                *next = next.wrapping_add(*step);
                Some(Value::Int(value))
            }
            Iter::Dict {
                dict,
                view,
                next,
                changes,
            } => return self.advance_dict(*dict, *view, next, *changes),
            Iter::DictReversed { dict, view, next } => {
                let Some(entries) = self.as_dict(Value::Obj(*dict)) else {
                    return Ok(None);
                };
                let Some((place, entry)) = entries.last_before(*next) else {
                    return Ok(None);
                };
                let entry = *entry;
                *next = place;
                Some(self.entry_value(*view, entry.key, entry.value))
            }
            Iter::Set { set, next, changes } => {
                let Some(values) = self.as_set(Value::Obj(*set)) else {
                    return Ok(None);
                };
                if values.changes() != *changes {
                    let message = "Set changed size during iteration";
                    return Err(self.error(types::RUNTIME_ERROR, message));
                }
                match values.next_from(*next) {
                    Some((place, value)) => {
                        *next = place + 1;
                        Some(value)
                    }
                    None => None,
                }
            }
            Iter::Deque {
                deque,
                next,
                changes,
            } => match self.heap.get(*deque) {
                Object::Deque(deque) => {
                    if deque.changes != *changes {
                        let message = "deque mutated during iteration";
                        return Err(self.error(types::RUNTIME_ERROR, message));
                    }
                    take(deque.values.get(*next), next)
                }
                _ => None,
            },
            Iter::DequeReversed { deque, next } => {
                match (next.checked_sub(1), self.heap.get(*deque)) {
                    (Some(place), Object::Deque(deque)) => {
                        *next = place;
                        deque.values.get(place).copied()
                    }
                    _ => None,
                }
            }
            Iter::Enumerate { source, count } => {
                let (source, number) = (*source, *count);
                let Some(value) = self.advance_source(source)? else {
                    return Ok(None);
                };
                *count += 1;
                Some(self.tuple([Value::Int(number), value]))
            }
            Iter::Zip { parts, strict } => {
                let (parts, strict) = (parts.clone(), *strict);
                return self.advance_zip(&parts, strict);
            }
        })
    }

    /// All values of something that needs no Python code to be gone through.
    pub fn own_values(&mut self, value: Value) -> Outcome<Option<Vec<Value>>> {
        if let Value::Obj(id) = value
            && let Object::Instance(instance) = self.heap.get(id)
            && self.class_has(instance.class, Name::ITER)
        {
            return Ok(None);
        }
        if let Some(values) = self.as_sequence(value) {
            return Ok(Some(values.to_vec()));
        }
        let plain = self.plain(value);
        if !self.goes_by_itself(plain) {
            return Ok(None);
        }
        let Some(Value::Obj(iter)) = self.own_iter(plain) else {
            return Ok(None);
        };
        let mut values = Vec::new();
        while let Some(value) = self.advance(iter)? {
            values.push(value);
            if values.len() & 0xffff == 0 {
                self.room(16 << 16)?;
            }
        }
        Ok(Some(values))
    }

    /// Whether something can be gone through without Python code.
    pub fn goes_by_itself(&self, value: Value) -> bool {
        let Value::Obj(id) = value else { return false };
        !matches!(
            self.heap.get(id),
            Object::Generator(_) | Object::Instance(_) | Object::Class(_)
        )
    }
}

fn take(value: Option<&Value>, next: &mut usize) -> Option<Value> {
    *next += 1;
    value.copied()
}
