//! Slices of builtin sequences.

use super::{Machine, Outcome};
use crate::values::{Object, Value};

/// Which places of a sequence a slice means.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

impl Places {
    /// The places in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |turn| (self.start + turn * self.step) as usize)
    }
}

impl Machine {
    /// An index: an integer, or what says that it is one.
    pub fn index(&mut self, value: Value) -> Outcome<Option<i64>> {
        if let Some(index) = self.as_int(value) {
            return Ok(Some(index));
        }
        if let Some(big) = self.as_big(value) {
            return Ok(Some(crate::text::chars::clamp_position(&big)));
        }
        Ok(None)
    }

    /// The places that a slice means in a sequence of a length.
    pub fn places(&mut self, slice: Value, length: usize) -> Outcome<Places> {
        let Some(Object::Slice(parts)) = self.get(slice) else {
            return Err(self.type_error("slice expected"));
        };
        let parts = **parts;
        let mut numbers = [None; 3];
        for (number, part) in numbers.iter_mut().zip(parts) {
            if part.is_none() {
                continue;
            }
            match self.index(part)? {
                Some(index) => *number = Some(index),
                None => {
                    let message =
                        "slice indices must be integers or None or have an __index__ method";
                    return Err(self.type_error(message));
                }
            }
        }
        let [start, stop, step] = numbers;
        let step = step.unwrap_or(1);
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let length = length as i64;
        let (lowest, highest) = if step < 0 {
            (-1, length - 1)
        } else {
            (0, length)
        };
        let clamp = |value: i64| {
            let value = if value < 0 {
                value.saturating_add(length)
            } else {
                value
            };
            value.clamp(lowest, highest)
        };
        let start = start.map_or(if step < 0 { highest } else { lowest }, clamp);
        let stop = stop.map_or(if step < 0 { lowest } else { highest }, clamp);
        let distance = if step > 0 { stop - start } else { start - stop };
        let size = step.unsigned_abs();
        let count = if distance <= 0 {
            0
        } else {
            ((distance as u64 - 1) / size + 1) as usize
        };
        Ok(Places {
            start,
            stop,
            step,
            count,
        })
    }

    /// `value[slice]` of a builtin sequence.
    pub fn slice_of(&mut self, value: Value, slice: Value) -> Outcome<Option<Value>> {
        let Some(length) = self.own_length(value) else {
            return Ok(None);
        };
        if let Some(Object::List(_)) = self.get(value) {
            let places = self.places(slice, length)?;
            let values = self.as_sequence(value).unwrap_or_default();
            let part = if places.step == 1 {
                let low = places.start as usize;
                values[low..low + places.count].to_vec()
            } else {
                places.iter().map(|place| values[place]).collect()
            };
            return Ok(Some(self.list(part)));
        }
        let Some(object) = self.get(value).cloned() else {
            return Ok(None);
        };
        Ok(Some(match object {
            Object::Tuple(values) => {
                let places = self.places(slice, length)?;
                let part: Vec<Value> = places.iter().map(|place| values[place]).collect();
                self.tuple(part)
            }
            Object::Text(text) => {
                let places = self.places(slice, length)?;
                if places.step == 1 {
                    let low = places.start as usize;
                    let part = text.range(low, low + places.count);
                    return Ok(Some(self.text(part)));
                }
                let part: String = if text.is_ascii() {
                    let bytes = text.as_str().as_bytes();
                    places.iter().map(|place| bytes[place] as char).collect()
                } else {
                    let chars: Vec<char> = text.as_str().chars().collect();
                    places.iter().map(|place| chars[place]).collect()
                };
                self.text(part)
            }
            Object::Bytes(bytes) => {
                let places = self.places(slice, length)?;
                let part: Vec<u8> = places.iter().map(|place| bytes[place]).collect();
                self.bytes(part)
            }
            Object::ByteArray(bytes) => {
                let places = self.places(slice, length)?;
                let part: Vec<u8> = places.iter().map(|place| bytes[place]).collect();
                self.object(Object::ByteArray(part))
            }
            Object::Range(range) => {
                let places = self.places(slice, length)?;
                let start = range.start + places.start * range.step;
                let step = range.step * places.step;
                let stop = range.start + places.stop * range.step;
                let range = crate::values::Range { start, stop, step };
                self.object(Object::Range(Box::new(range)))
            }
            _ => return Ok(None),
        }))
    }

    /// `list[slice] = values`
    pub fn set_slice(&mut self, list: Value, slice: Value, values: Vec<Value>) -> Outcome<()> {
        let length = self.own_length(list).unwrap_or(0);
        let places = self.places(slice, length)?;
        if places.step == 1 {
            let low = places.start.max(0) as usize;
            let high = low.max(places.stop.max(0) as usize);
            self.room(values.len() * 16)?;
            if let Some(list) = self.list_mut(list) {
                list.splice(low..high.min(length), values);
            }
            return Ok(());
        }
        if values.len() != places.count {
            let message = format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                values.len(),
                places.count
            );
            return Err(self.value_error(message));
        }
        if let Some(list) = self.list_mut(list) {
            for (place, value) in places.iter().zip(values) {
                list[place] = value;
            }
        }
        Ok(())
    }

    /// `bytearray[slice] = values`: as a list's.
    pub fn set_bytes_slice(&mut self, array: Value, slice: Value, values: Value) -> Outcome<()> {
        let Some(values) = self.own_values(values)? else {
            let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
            return Err(self.type_error(message));
        };
        let bytes = self.as_bytes(array).unwrap_or_default();
        let list: Vec<Value> = bytes.iter().map(|&byte| Value::Int(byte.into())).collect();
        let list = self.list(list);
        if values.is_empty() {
            self.delete_slice(list, slice)?;
        } else {
            self.set_slice(list, slice, values)?;
        }
        let mut bytes = Vec::new();
        for &value in self.as_sequence(list).unwrap_or_default() {
            match value {
                Value::Int(byte @ 0..=255) => bytes.push(byte as u8),
                Value::Int(_) => return Err(self.value_error("byte must be in range(0, 256)")),
                _ => return Err(self.type_error("an integer is required")),
            }
        }
        if let Some(id) = self.plain(array).object()
            && let Object::ByteArray(array) = self.heap.get_mut(id)
        {
            *array = bytes;
        }
        Ok(())
    }

    /// `del list[slice]`
    pub fn delete_slice(&mut self, list: Value, slice: Value) -> Outcome<()> {
        let length = self.own_length(list).unwrap_or(0);
        let places = self.places(slice, length)?;
        let mut gone = vec![false; length];
        for place in places.iter() {
            gone[place] = true;
        }
        if let Some(list) = self.list_mut(list) {
            let mut gone = gone.into_iter();
            list.retain(|_| !gone.next().unwrap_or(false));
        }
        Ok(())
    }
}
