//! Comparisons.

use std::cmp::Ordering;

use super::frame::{Stage, Then};
use super::{Machine, Outcome};
use crate::code::operator::Compare;
use crate::names::Name;
use crate::number::compare as numbers;
use crate::types;
use crate::values::{ObjId, Object, Value};

/// How deep the comparison of nested values goes before the library takes over.
const DEPTH: usize = 100;

impl Machine {
    /// Whether two values are the same or equal, unless Python code has to be
    /// asked.
    pub fn same(&self, left: Value, right: Value) -> Option<bool> {
        if left.is(right) {
            return Some(true);
        }
        self.equal(left, right, 0)
    }

    /// Whether two values are equal, unless Python code has to be asked.
    pub fn equal(&self, left: Value, right: Value, depth: usize) -> Option<bool> {
        match (left, right) {
            (Value::Int(a), Value::Int(b)) => return Some(a == b),
            (Value::Obj(_), _) | (_, Value::Obj(_)) => {}
            _ => {
                return Some(
                    self.order_numbers(left, right) == Some(Some(Ordering::Equal))
                        || (!is_number(left) && left.is(right)),
                );
            }
        }
        if self.has_own(left, Name::EQ) || self.has_own(right, Name::EQ) {
            return None;
        }
        let (left, right) = (self.plain(left), self.plain(right));
        if let Some(order) = self.order_numbers(left, right) {
            return Some(order == Some(Ordering::Equal));
        }
        let (Value::Obj(a), Value::Obj(b)) = (left, right) else {
            return Some(left.is(right));
        };
        if depth > DEPTH {
            return None;
        }
        self.equal_objects(a, b, depth + 1)
    }

    /// Whether the program defines a method of a value's class.
    fn has_own(&self, value: Value, name: Name) -> bool {
        let class = match value {
            Value::Obj(id) => match self.heap.get(id) {
                Object::Instance(instance) => instance.class,
                Object::Exception(exception) => exception.class,
                Object::Class(class) if class.metaclass != types::TYPE => class.metaclass,
                _ => return false,
            },
            _ => return false,
        };
        matches!(self.lookup(class, name), Some(Value::Obj(_)))
    }

    fn equal_objects(&self, a: ObjId, b: ObjId, depth: usize) -> Option<bool> {
        if a == b {
            return Some(true);
        }
        let each = |a: &[Value], b: &[Value]| -> Option<bool> {
            if a.len() != b.len() {
                return Some(false);
            }
            let mut unknown = false;
            for (&a, &b) in a.iter().zip(b) {
                match a.is(b).then_some(true).or_else(|| self.equal(a, b, depth)) {
                    Some(true) => {}
                    Some(false) if !unknown => return Some(false),
                    Some(false) => return None,
                    None => unknown = true,
                }
            }
            (!unknown).then_some(true)
        };
        Some(match (self.heap.get(a), self.heap.get(b)) {
            (Object::Text(a), Object::Text(b)) => a == b,
            (Object::Bytes(a), Object::Bytes(b)) => a == b,
            (Object::ByteArray(a), Object::ByteArray(b)) => a == b,
            (Object::Bytes(a), Object::ByteArray(b)) => **a == **b,
            (Object::ByteArray(a), Object::Bytes(b)) => **a == **b,
            (Object::Complex(a, b), Object::Complex(c, d)) => a == c && b == d,
            (Object::List(a), Object::List(b)) => return each(a, b),
            (Object::Tuple(a), Object::Tuple(b)) => return each(a, b),
            (Object::Deque(a), Object::Deque(b)) => {
                let a: Vec<Value> = a.values.iter().copied().collect();
                let b: Vec<Value> = b.values.iter().copied().collect();
                return each(&a, &b);
            }
            (Object::Slice(a), Object::Slice(b)) => return each(&a[..], &b[..]),
            (Object::Range(a), Object::Range(b)) => {
                let (n, m) = (a.len(), b.len());
                n == m && (n == 0 || (a.start == b.start && (n == 1 || a.step == b.step)))
            }
            (Object::Dict(a), Object::Dict(b)) => {
                if a.len() != b.len() {
                    return Some(false);
                }
                for entry in a.iter() {
                    let mut unknown = false;
                    let place = b.find(entry.hash, |key| {
                        let same = self.same(key, entry.key);
                        unknown |= same.is_none();
                        same == Some(true)
                    });
                    let other = place.and_then(|place| b.at(place));
                    match other {
                        None if unknown => return None,
                        None => return Some(false),
                        Some(other) => {
                            let is = entry.value.is(other.value);
                            let same = is.then_some(true);
                            match same.or_else(|| self.equal(entry.value, other.value, depth)) {
                                Some(true) => {}
                                other => return other,
                            }
                        }
                    }
                }
                true
            }
            (Object::Set(a) | Object::FrozenSet(a), Object::Set(b) | Object::FrozenSet(b)) => {
                if a.len() != b.len() {
                    return Some(false);
                }
                for (hash, value) in a.iter() {
                    let mut unknown = false;
                    let place = b.find(hash, |other| {
                        let same = self.same(other, value);
                        unknown |= same.is_none();
                        same == Some(true)
                    });
                    if place.is_none() {
                        return if unknown { None } else { Some(false) };
                    }
                }
                true
            }
            (Object::View(..), _) | (_, Object::View(..)) => return None,
            (Object::Method(f, r), Object::Method(g, s)) => f.is(*g) && r == s,
            (Object::BoundNative(f, r), Object::BoundNative(g, s)) => f == g && r.is(*s),
            (Object::NamespaceView(a), Object::NamespaceView(b)) => a == b,
            _ => false,
        })
    }

    /// How two numbers compare: nothing if they aren't numbers, and nothing
    /// inside if one of them is no number at all.
    pub fn order_numbers(&self, left: Value, right: Value) -> Option<Option<Ordering>> {
        let simple = |value| match value {
            Value::Bool(value) => Value::Int(value.into()),
            other => other,
        };
        Some(match (simple(left), simple(right)) {
            (Value::Int(a), Value::Int(b)) => Some(a.cmp(&b)),
            (Value::Float(a), Value::Float(b)) => a.partial_cmp(&b),
            (Value::Int(a), Value::Float(b)) => numbers::small_to_float(a, b),
            (Value::Float(a), Value::Int(b)) => {
                numbers::small_to_float(b, a).map(Ordering::reverse)
            }
            (Value::Obj(a), b) => match (self.heap.get(a), b) {
                (Object::Big(a), Value::Int(b)) => Some((**a).cmp(&b.into())),
                (Object::Big(a), Value::Float(b)) => numbers::to_float(a, b),
                (Object::Big(a), Value::Obj(b)) => match self.heap.get(b) {
                    Object::Big(b) => Some(a.cmp(b)),
                    _ => return None,
                },
                (Object::Complex(real, imaginary), b) => {
                    let b = match b {
                        Value::Int(b) => b as f64,
                        Value::Float(b) => b,
                        _ => return None,
                    };
                    (*imaginary == 0.0 && *real == b).then_some(Ordering::Equal)
                }
                _ => return None,
            },
            (a, b @ Value::Obj(_)) => {
                return self
                    .order_numbers(b, a)
                    .map(|order| order.map(Ordering::reverse));
            }
            _ => return None,
        })
    }

    /// `Compare`
    pub fn compare_instr(&mut self, operator: Compare) -> Outcome<()> {
        let (left, right) = (self.peek(1), self.peek(0));
        if let (Some(a), Some(b)) = (self.own_text(left), self.own_text(right)) {
            let result = match operator {
                Compare::Eq => left.is(right) || a == b,
                Compare::Ne => !left.is(right) && a != b,
                _ => operator.holds(a.as_str().cmp(b.as_str())),
            };
            self.pop();
            self.set_top(Value::Bool(result));
            return Ok(());
        }
        match self.compare_plainly(operator, left, right)? {
            Some(result) => {
                self.pop();
                self.set_top(Value::Bool(result));
                Ok(())
            }
            None => {
                // A subclass is asked first.
                let (a, b) = (self.class_of(left), self.class_of(right));
                let right_first = a != b && self.is_subclass(b, a);
                let stage = if right_first {
                    Stage::RightFirst
                } else {
                    Stage::Left
                };
                self.compare_method(operator, Some(stage))
            }
        }
    }

    /// Compares, unless Python code has to be asked.
    pub fn compare_plainly(
        &mut self,
        operator: Compare,
        left: Value,
        right: Value,
    ) -> Outcome<Option<bool>> {
        if let Some(order) = self.order_numbers(left, right) {
            return Ok(Some(match order {
                Some(order) => operator.holds(order),
                None => operator == Compare::Ne,
            }));
        }
        if matches!(operator, Compare::Eq | Compare::Ne) {
            if operator == Compare::Ne
                && (self.has_own(left, Name::NE) || self.has_own(right, Name::NE))
            {
                return Ok(None);
            }
            let equal = self.equal(left, right, 0);
            return Ok(equal.map(|equal| equal == (operator == Compare::Eq)));
        }
        let method = operator.method();
        let reflected = operator.reflected().method();
        if self.has_own(left, method) || self.has_own(right, reflected) {
            return Ok(None);
        }
        match self.order(left, right, operator) {
            Some(result) => Ok(result),
            None => Err(self.not_comparable(operator, left, right)),
        }
    }

    /// Compares by order: nothing if there is none, nothing inside if Python code
    /// has to be asked.
    fn order(&self, left: Value, right: Value, operator: Compare) -> Option<Option<bool>> {
        let (left, right) = (self.plain(left), self.plain(right));
        if let Some(order) = self.order_numbers(left, right) {
            return Some(Some(order.is_some_and(|order| operator.holds(order))));
        }
        let (Value::Obj(a), Value::Obj(b)) = (left, right) else {
            return None;
        };
        let ordering = match (self.heap.get(a), self.heap.get(b)) {
            (Object::Text(a), Object::Text(b)) => a.as_str().cmp(b.as_str()),
            (Object::Bytes(a), Object::Bytes(b)) => a.cmp(b),
            (Object::List(a), Object::List(b)) => return self.order_each(a, b, operator),
            (Object::Tuple(a), Object::Tuple(b)) => return self.order_each(a, b, operator),
            (Object::Set(a) | Object::FrozenSet(a), Object::Set(b) | Object::FrozenSet(b)) => {
                let is_in = |small: &crate::values::set::Set, large: &crate::values::set::Set| {
                    small.iter().all(|(hash, value)| {
                        large
                            .find(hash, |v| self.same(v, value) == Some(true))
                            .is_some()
                    })
                };
                return Some(Some(match operator {
                    Compare::Le => is_in(a, b),
                    Compare::Lt => a.len() < b.len() && is_in(a, b),
                    Compare::Ge => is_in(b, a),
                    Compare::Gt => b.len() < a.len() && is_in(b, a),
                    _ => false,
                }));
            }
            (Object::View(..), Object::View(..)) | (Object::Deque(_), Object::Deque(_)) => {
                return Some(None);
            }
            _ => return None,
        };
        Some(Some(operator.holds(ordering)))
    }

    fn order_each(&self, a: &[Value], b: &[Value], operator: Compare) -> Option<Option<bool>> {
        for (&a, &b) in a.iter().zip(b) {
            match self.same(a, b) {
                Some(true) => {}
                Some(false) => {
                    let reflected = operator.reflected().method();
                    if self.has_own(a, operator.method()) || self.has_own(b, reflected) {
                        return Some(None);
                    }
                    // Nested values may need a stack: the library has one.
                    if self.as_sequence(a).is_some() && self.as_sequence(b).is_some() {
                        return Some(None);
                    }
                    return match self.order(a, b, operator) {
                        Some(result) => Some(result),
                        // The error is about the elements: the library raises it.
                        None => Some(None),
                    };
                }
                None => return Some(None),
            }
        }
        Some(Some(operator.holds(a.len().cmp(&b.len()))))
    }

    /// Asks a method of one of the operands on the stack, or decides without.
    pub fn compare_method(&mut self, operator: Compare, stage: Option<Stage>) -> Outcome<()> {
        let (left, right) = (self.peek(1), self.peek(0));
        let Some(stage) = stage else {
            self.pop();
            self.pop();
            let result = match operator {
                Compare::Eq => left.is(right),
                Compare::Ne => !left.is(right),
                _ => return Err(self.not_comparable(operator, left, right)),
            };
            self.push(Value::Bool(result));
            return Ok(());
        };
        let (receiver, other, asked) = match stage {
            Stage::Left | Stage::InPlace => (left, right, operator),
            Stage::RightFirst | Stage::Right => (right, left, operator.reflected()),
        };
        let next = match stage {
            Stage::InPlace | Stage::RightFirst => Some(Stage::Left),
            Stage::Left => Some(Stage::Right),
            Stage::Right => None,
        };
        let class = self.class_of(receiver);
        let method = self.lookup(class, asked.method());
        match method {
            Some(method @ Value::Obj(_)) => {
                Err(self.tail(method, &[receiver, other], Then::Compare(operator, stage)))
            }
            _ if asked == Compare::Ne && self.has_own(receiver, Name::EQ) => {
                let function = self.library_function("_ne");
                Err(self.tail(function, &[receiver, other], Then::Compare(operator, stage)))
            }
            _ if stage == Stage::Left
                && self.is_container(receiver)
                && self.is_container(other) =>
            {
                let name = self.text(operator.sign());
                let function = self.library_function("_compare");
                let arguments = [name, receiver, other];
                Err(self.tail(function, &arguments, Then::Compare(operator, stage)))
            }
            _ => self.compare_method(operator, next),
        }
    }

    fn is_container(&self, value: Value) -> bool {
        matches!(
            self.get(value),
            Some(
                Object::List(_)
                    | Object::Tuple(_)
                    | Object::Dict(_)
                    | Object::Set(_)
                    | Object::FrozenSet(_)
                    | Object::Deque(_)
                    | Object::Slice(_)
                    | Object::View(..)
            )
        )
    }
}

fn is_number(value: Value) -> bool {
    matches!(value, Value::Int(_) | Value::Float(_) | Value::Bool(_))
}
