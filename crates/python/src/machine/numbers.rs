//! Operators on builtin values.

use num_bigint::BigInt;

use super::complex::complex_power;
use super::{Machine, Outcome};
use crate::code::operator::Binary;
use crate::number::{convert, float, int};
use crate::values::iter::View;
use crate::values::text::Text;
use crate::values::{Object, Value};

impl Machine {
    /// An operator on two builtin values, or nothing if they don't go together.
    pub fn binary_plain(
        &mut self,
        operator: Binary,
        left: Value,
        right: Value,
    ) -> Outcome<Option<Value>> {
        if let (Some(a), Some(b)) = (self.as_int(left), self.as_int(right)) {
            return self
                .ints(
                    operator,
                    a,
                    b,
                    matches!((left, right), (Value::Bool(_), Value::Bool(_))),
                )
                .map(Some);
        }
        let is_float = |value| matches!(value, Value::Float(_));
        if is_float(left) || is_float(right) {
            let floats = (self.to_float(left)?, self.to_float(right)?);
            if let (Some(a), Some(b)) = floats {
                return self.floats(operator, a, b);
            }
        } else if let (Some(a), Some(b)) = (self.as_big(left), self.as_big(right)) {
            return self.bigs(operator, &a, &b).map(Some);
        }
        if let Some(result) = self.complexes(operator, left, right)? {
            return Ok(Some(result));
        }
        match operator {
            Binary::Add => self.concatenate(left, right),
            Binary::Mul => self.repeat(left, right),
            Binary::Mod => self.percent(left, right),
            Binary::Or | Binary::And | Binary::Xor | Binary::Sub => {
                self.sets(operator, left, right)
            }
            _ => Ok(None),
        }
    }

    /// A number as a float, if it is a number.
    pub fn to_float(&mut self, value: Value) -> Outcome<Option<f64>> {
        Ok(match self.plain(value) {
            Value::Float(value) => Some(value),
            Value::Int(value) => Some(value as f64),
            Value::Bool(value) => Some(f64::from(u8::from(value))),
            other => match self.as_big(other) {
                Some(big) => Some(convert::to_float(&big).map_err(|fault| self.fault(fault))?),
                None => None,
            },
        })
    }

    fn ints(&mut self, operator: Binary, a: i64, b: i64, bools: bool) -> Outcome {
        let small = match operator {
            Binary::Add => a.checked_add(b),
            Binary::Sub => a.checked_sub(b),
            Binary::Mul => a.checked_mul(b),
            Binary::TrueDiv => {
                let result = int::true_div_small(a, b);
                return result.map(Value::Float).map_err(|fault| self.fault(fault));
            }
            Binary::FloorDiv => int::floor_div_small(a, b).map_err(|fault| self.fault(fault))?,
            Binary::Mod => Some(int::modulo_small(a, b).map_err(|fault| self.fault(fault))?),
            Binary::And | Binary::Or | Binary::Xor => {
                let result = match operator {
                    Binary::And => a & b,
                    Binary::Or => a | b,
                    _ => a ^ b,
                };
                if bools {
                    return Ok(Value::Bool(result != 0));
                }
                Some(result)
            }
            Binary::Pow if b < 0 => {
                return match float::pow(a as f64, b as f64) {
                    Ok(value) => Ok(Value::Float(value)),
                    Err(fault) => Err(self.fault(fault)),
                };
            }
            Binary::Pow => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
            Binary::LShift if (0..62).contains(&b) => a.checked_mul(1 << b),
            Binary::RShift if b >= 0 => Some(a >> b.min(63)),
            _ => None,
        };
        match small {
            Some(value) => Ok(Value::Int(value)),
            None => self.bigs(operator, &BigInt::from(a), &BigInt::from(b)),
        }
    }

    fn bigs(&mut self, operator: Binary, a: &BigInt, b: &BigInt) -> Outcome {
        let result = match operator {
            Binary::Add => Ok(a + b),
            Binary::Sub => Ok(a - b),
            Binary::Mul => int::multiply(a, b),
            Binary::TrueDiv => {
                let result = int::true_div(a, b);
                return result.map(Value::Float).map_err(|fault| self.fault(fault));
            }
            Binary::FloorDiv => int::floor_div(a, b),
            Binary::Mod => int::modulo(a, b),
            Binary::Pow if b.sign() == num_bigint::Sign::Minus => {
                let floats = convert::to_float(a).and_then(|a| Ok((a, convert::to_float(b)?)));
                let result = floats.and_then(|(a, b)| float::pow(a, b));
                return result.map(Value::Float).map_err(|fault| self.fault(fault));
            }
            Binary::Pow => int::pow(a, b),
            Binary::LShift => int::shift_left(a, b),
            Binary::RShift => int::shift_right(a, b),
            Binary::And => Ok(a & b),
            Binary::Or => Ok(a | b),
            Binary::Xor => Ok(a ^ b),
            Binary::MatMul => {
                return Err(self.type_error("unsupported operand type(s) for @: 'int' and 'int'"));
            }
        };
        match result {
            Ok(value) => Ok(self.int(value)),
            Err(fault) => Err(self.fault(fault)),
        }
    }

    fn floats(&mut self, operator: Binary, a: f64, b: f64) -> Outcome<Option<Value>> {
        let result = match operator {
            Binary::Add => Ok(a + b),
            Binary::Sub => Ok(a - b),
            Binary::Mul => Ok(a * b),
            Binary::TrueDiv => float::divide(a, b),
            Binary::FloorDiv => float::floor_div(a, b),
            Binary::Mod => float::modulo(a, b),
            Binary::Pow => {
                if a < 0.0 && b.is_finite() && b.fract() != 0.0 && a.is_finite() {
                    let result = complex_power((a, 0.0), (b, 0.0));
                    return Ok(Some(self.object(Object::Complex(result.0, result.1))));
                }
                float::pow(a, b)
            }
            _ => return Ok(None),
        };
        match result {
            Ok(value) => Ok(Some(Value::Float(value))),
            Err(fault) => Err(self.fault(fault)),
        }
    }

    fn concatenate(&mut self, left: Value, right: Value) -> Outcome<Option<Value>> {
        let (Some(a), Some(b)) = (self.get(left), self.get(right)) else {
            return Ok(None);
        };
        match (a, b) {
            (Object::Text(a), Object::Text(b)) => {
                let text = Text::joined(a, b);
                let cost = Text::cost_of_joining(a, b);
                if self.heap.is_too_much(text.bytes()) {
                    return Err(self.memory_error());
                }
                self.heap.charged += cost;
                Ok(Some(self.object(Object::Text(text))))
            }
            (Object::List(a), Object::List(b)) => {
                let values = [a.as_slice(), b.as_slice()].concat();
                self.room(values.len() * 16)?;
                Ok(Some(self.list(values)))
            }
            (Object::Tuple(a), Object::Tuple(b)) => {
                let values = [&a[..], &b[..]].concat();
                self.room(values.len() * 16)?;
                Ok(Some(self.tuple(values)))
            }
            (Object::Bytes(_) | Object::ByteArray(_), Object::Bytes(_) | Object::ByteArray(_)) => {
                let is_array = matches!(a, Object::ByteArray(_));
                let a = self.as_bytes(left).unwrap_or_default();
                let b = self.as_bytes(right).unwrap_or_default();
                let bytes = [a, b].concat();
                self.room(bytes.len())?;
                Ok(Some(if is_array {
                    self.object(Object::ByteArray(bytes))
                } else {
                    self.bytes(bytes)
                }))
            }
            (Object::Deque(a), Object::Deque(b)) => {
                let mut deque = a.clone();
                deque.values.extend(b.values.iter().copied());
                Ok(Some(self.object(Object::Deque(deque))))
            }
            _ => Ok(None),
        }
    }

    /// Fails if so many more bytes would be too many.
    pub fn room(&mut self, bytes: usize) -> Outcome<()> {
        if self.heap.is_too_much(bytes) {
            return Err(self.memory_error());
        }
        self.heap.charged += bytes;
        Ok(())
    }

    fn repeat(&mut self, left: Value, right: Value) -> Outcome<Option<Value>> {
        let (sequence, count) = match (self.as_int(left), self.as_int(right)) {
            (_, Some(count)) => (left, count),
            (Some(count), _) => (right, count),
            _ => return Ok(None),
        };
        let count = usize::try_from(count).unwrap_or(0);
        let Some(object) = self.get(sequence).cloned() else {
            return Ok(None);
        };
        match object {
            Object::Text(text) => {
                self.room(text.bytes().saturating_mul(count))?;
                Ok(Some(self.text(text.as_str().repeat(count))))
            }
            Object::List(values) => {
                self.room(values.len().saturating_mul(count).saturating_mul(16))?;
                Ok(Some(self.list(values.repeat(count))))
            }
            Object::Tuple(values) => {
                self.room(values.len().saturating_mul(count).saturating_mul(16))?;
                Ok(Some(self.tuple(values.repeat(count))))
            }
            Object::Bytes(bytes) => {
                self.room(bytes.len().saturating_mul(count))?;
                Ok(Some(self.bytes(bytes.repeat(count))))
            }
            Object::ByteArray(bytes) => {
                self.room(bytes.len().saturating_mul(count))?;
                Ok(Some(self.object(Object::ByteArray(bytes.repeat(count)))))
            }
            _ => Ok(None),
        }
    }

    fn percent(&mut self, left: Value, right: Value) -> Outcome<Option<Value>> {
        if self.as_text(left).is_none() {
            return Ok(None);
        }
        self.percent_format(left, right).map(Some)
    }

    fn sets(&mut self, operator: Binary, left: Value, right: Value) -> Outcome<Option<Value>> {
        if operator == Binary::Or && self.as_dict(left).is_some() && self.as_dict(right).is_some() {
            return Err(self.library("_dict_or", &[left, right]));
        }
        if operator == Binary::Or
            && (self.as_class(left).is_some() || self.as_class(right).is_some())
            && let Some(result) = self.class_union(left, right)
        {
            return result.map(Some);
        }
        let is_set = |value| {
            matches!(
                self.get(value),
                Some(
                    Object::Set(_)
                        | Object::FrozenSet(_)
                        | Object::View(View::Keys | View::Items, _)
                )
            )
        };
        if !is_set(left) || !is_set(right) {
            return Ok(None);
        }
        let name = match operator {
            Binary::Or => "_set_or",
            Binary::And => "_set_and",
            Binary::Sub => "_set_sub",
            _ => "_set_xor",
        };
        Err(self.library(name, &[left, right]))
    }

    /// An operator that changes its left operand, if that can be changed.
    pub fn in_place_plain(
        &mut self,
        operator: Binary,
        left: Value,
        right: Value,
    ) -> Outcome<Option<Value>> {
        let name = match (operator, self.get(left)) {
            (Binary::Add, Some(Object::List(_))) => "_list_extend",
            (Binary::Add, Some(Object::Deque(_))) => "_deque_extend",
            (Binary::Mul, Some(Object::List(values))) => {
                let Some(count) = self.as_int(right) else {
                    return Ok(None);
                };
                let values = values.clone();
                let count = usize::try_from(count).unwrap_or(0);
                self.room(values.len().saturating_mul(count).saturating_mul(16))?;
                let repeated = values.repeat(count);
                if let Some(list) = self.list_mut(left) {
                    *list = repeated;
                }
                return Ok(Some(left));
            }
            (Binary::Add, Some(Object::ByteArray(_))) => {
                let Some(bytes) = self.as_bytes(right).map(<[u8]>::to_vec) else {
                    return Ok(None);
                };
                if let Value::Obj(id) = left
                    && let Object::ByteArray(array) = self.heap.get_mut(id)
                {
                    array.extend(bytes);
                }
                return Ok(Some(left));
            }
            (Binary::Or, Some(Object::Dict(_))) => "_dict_update",
            (Binary::Or, Some(Object::Set(_))) if self.as_set(right).is_some() => "_set_ior",
            (Binary::And, Some(Object::Set(_))) if self.as_set(right).is_some() => "_set_iand",
            (Binary::Sub, Some(Object::Set(_))) if self.as_set(right).is_some() => "_set_isub",
            (Binary::Xor, Some(Object::Set(_))) if self.as_set(right).is_some() => "_set_ixor",
            _ => return Ok(None),
        };
        if name == "_list_extend"
            && let Some(values) = self.as_sequence(right).map(<[Value]>::to_vec)
        {
            self.room(values.len() * 16)?;
            if let Some(list) = self.list_mut(left) {
                list.extend(values);
            }
            return Ok(Some(left));
        }
        // The library gives the left operand back: it takes the place of both.
        self.pop();
        self.pop();
        Err(self.library(name, &[left, right]))
    }
}
