//! Hashes, and finding keys in dictionaries and sets.

use std::rc::Rc;

use super::frame::{Then, Wanted};
use super::{Machine, Outcome};
use crate::names::Name;
use crate::number::hash as numbers;
use crate::types;
use crate::values::text::hash_bytes;
use crate::values::{ObjId, Object, Value};

/// What a lookup with Python code in it comes to.
pub enum Key {
    /// The key's hash, and its place if it is there.
    At(u64, Option<usize>),
    /// Python code has to be asked: the library does that.
    Asks,
}

impl Machine {
    /// The hash of a value, unless Python code has to be asked for it.
    pub fn hash(&mut self, value: Value) -> Outcome<Option<u64>> {
        Ok(Some(match value {
            Value::Int(value) => numbers::small(value) as u64,
            Value::Bool(value) => u64::from(value),
            Value::Float(value) => numbers::float(value) as u64,
            Value::None | Value::Unbound => 0x00fc_a86420,
            Value::Ellipsis => 0x00fc_a86421,
            Value::NotImplemented => 0x00fc_a86422,
            Value::Native(native) => 0x00fc_0000 + u64::from(native.0),
            Value::Obj(id) => return self.object_hash(value, id),
        }))
    }

    fn object_hash(&mut self, value: Value, id: ObjId) -> Outcome<Option<u64>> {
        let by_identity = (u64::from(id.0) << 4) + 0x7f00_0000;
        Ok(Some(match self.heap.get(id) {
            Object::Text(text) => text.hash(),
            Object::Bytes(bytes) => hash_bytes(bytes),
            Object::Big(big) => numbers::int(big) as u64,
            Object::Complex(real, imaginary) => {
                let imaginary = numbers::float(*imaginary).wrapping_mul(1_000_003);
                numbers::float(*real).wrapping_add(imaginary) as u64
            }
            Object::Tuple(values) => {
                let values: Rc<[Value]> = values.clone();
                self.deeper()?;
                let mut hashes = Vec::with_capacity(values.len());
                for &value in &*values {
                    match self.hash(value) {
                        Ok(Some(hash)) => hashes.push(hash as i64),
                        other => {
                            self.depth -= 1;
                            return other;
                        }
                    }
                }
                self.depth -= 1;
                numbers::tuple(&hashes) as u64
            }
            Object::FrozenSet(set) => {
                let mut hash = 0u64;
                for (one, _) in set.iter() {
                    hash ^= (one ^ 89_869_747 ^ (one << 16)).wrapping_mul(3_644_798_167);
                }
                hash ^= (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
                hash ^= (hash >> 11) ^ (hash >> 25);
                hash.wrapping_mul(69_069).wrapping_add(907_133_923) >> 1
            }
            Object::Range(range) => numbers::tuple(&[range.start, range.stop, range.step]) as u64,
            Object::Instance(instance) => {
                let payload = instance.payload;
                match self.lookup(instance.class, Name::HASH) {
                    Some(Value::Obj(_)) => return Ok(None),
                    Some(Value::None) => return Err(self.unhashable(value)),
                    _ if !payload.is_unbound() => return self.hash(payload),
                    _ => by_identity,
                }
            }
            Object::Class(class) if class.metaclass != types::TYPE => {
                match self.lookup(class.metaclass, Name::HASH) {
                    Some(Value::Obj(_)) => return Ok(None),
                    _ => by_identity,
                }
            }
            Object::Exception(exception) => match self.lookup(exception.class, Name::HASH) {
                Some(Value::Obj(_)) => return Ok(None),
                _ => by_identity,
            },
            Object::Method(function, receiver) => {
                let (function, receiver) = (*function, *receiver);
                let hash = self.hash(function)?.unwrap_or_default();
                hash ^ (u64::from(receiver.0) << 4)
            }
            Object::List(_)
            | Object::Dict(_)
            | Object::Set(_)
            | Object::ByteArray(_)
            | Object::Deque(_)
            | Object::Slice(_)
            | Object::Namespace(_)
            | Object::NamespaceView(_)
            | Object::View(..) => return Err(self.unhashable(value)),
            _ => by_identity,
        }))
    }

    fn unhashable(&mut self, value: Value) -> super::Exit {
        let name = self.class_name(value);
        self.type_error(format!("unhashable type: '{name}'"))
    }

    /// One level deeper into nested values: there is a limit.
    pub fn deeper(&mut self) -> Outcome<()> {
        if self.depth + self.thread.frames.len() >= self.limits.recursion {
            let message = "maximum recursion depth exceeded in comparison";
            return Err(self.error(types::RECURSION_ERROR, message));
        }
        self.depth += 1;
        Ok(())
    }

    /// Finds a key in a dictionary.
    pub fn find_key(&mut self, dict: Value, key: Value) -> Outcome<Key> {
        let Some(hash) = self.hash(key)? else {
            return Ok(Key::Asks);
        };
        let Some(dict) = self.as_dict(dict) else {
            return Ok(Key::At(hash, None));
        };
        let mut asks = false;
        let place = dict.find(hash, |other| match self.same(other, key) {
            Some(same) => same,
            None => {
                asks = true;
                false
            }
        });
        if asks && place.is_none() {
            return Ok(Key::Asks);
        }
        Ok(Key::At(hash, place))
    }

    /// Finds a value in a set.
    pub fn find_member(&mut self, set: Value, value: Value) -> Outcome<Key> {
        let hash = match self.hash(value) {
            Ok(Some(hash)) => hash,
            Ok(None) => return Ok(Key::Asks),
            Err(exit) => return Err(exit),
        };
        let Some(set) = self.as_set(set) else {
            return Ok(Key::At(hash, None));
        };
        let mut asks = false;
        let place = set.find(hash, |other| match self.same(other, value) {
            Some(same) => same,
            None => {
                asks = true;
                false
            }
        });
        if asks && place.is_none() {
            return Ok(Key::Asks);
        }
        Ok(Key::At(hash, place))
    }

    /// The value of a key in a dictionary, for the machine's own use.
    pub fn dict_get(&mut self, dict: Value, key: Value) -> Outcome<Option<Value>> {
        match self.find_key(dict, key)? {
            Key::At(_, Some(place)) => {
                Ok(self.as_dict(dict).and_then(|d| Some(d.at(place)?.value)))
            }
            Key::At(_, None) => Ok(None),
            Key::Asks => Err(self.library("_dict_get", &[dict, key])),
        }
    }

    /// Sets a key. If Python code has to be asked, the library does it.
    pub fn dict_set(&mut self, dict: Value, key: Value, value: Value) -> Outcome<()> {
        match self.find_key(dict, key)? {
            Key::At(_, Some(place)) => self.dict_mut(dict).set_at(place, value),
            Key::At(hash, None) => {
                self.heap.charged += 64;
                self.dict_mut(dict).insert(hash, key, value);
            }
            Key::Asks => {
                let function = self.library_function("_dict_set");
                return Err(self.tail(function, &[dict, key, value], Then::Drop));
            }
        }
        Ok(())
    }

    /// Adds to a set. If Python code has to be asked, the library does it.
    pub fn set_add(&mut self, set: Value, value: Value) -> Outcome<()> {
        match self.find_member(set, value)? {
            Key::At(_, Some(_)) => {}
            Key::At(hash, None) => {
                self.heap.charged += 48;
                if let Some(set) = self.set_mut(set) {
                    set.insert(hash, value);
                }
            }
            Key::Asks => {
                let function = self.library_function("_set_add");
                return Err(self.tail(function, &[set, value], Then::Drop));
            }
        }
        Ok(())
    }

    /// The hash of a value, by its own method if need be.
    pub fn hash_value(&mut self, value: Value) -> Outcome {
        match self.hash(value)? {
            Some(hash) => Ok(Value::Int(hash as i64)),
            None => {
                let Some(method) = self.lookup(self.class_of(value), Name::HASH) else {
                    return Err(self.unhashable(value));
                };
                if let Some(values) = self.as_tuple(value) {
                    let values = self.list(values.to_vec());
                    return Err(self.library("_hash_tuple", &[values]));
                }
                Err(self.tail(method, &[value], Then::Is(Wanted::Hash)))
            }
        }
    }
}
