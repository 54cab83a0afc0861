//! Operators: numbers and builtin values at once, others by their methods.

use super::exit::Exit;
use super::frame::{Stage, Then};
use super::{Machine, Outcome};
use crate::code::operator::{Binary, Unary};
use crate::names::Name;
use crate::values::{Object, Value};

impl Machine {
    /// `Binary`
    pub fn binary_instr(&mut self, operator: Binary) -> Outcome<()> {
        let (left, right) = (self.peek(1), self.peek(0));
        if self.is_builtin_value(left) && self.is_builtin_value(right) {
            return self.binary_builtin(operator, left, right, false);
        }
        let (a, b) = (self.class_of(left), self.class_of(right));
        let right_first = a != b && self.is_subclass(b, a);
        let stage = if right_first {
            Stage::RightFirst
        } else {
            Stage::Left
        };
        self.binary_method(operator, Some(stage))
    }

    /// `InPlace`
    pub fn in_place_instr(&mut self, operator: Binary) -> Outcome<()> {
        let (left, right) = (self.peek(1), self.peek(0));
        let class = self.class_of(left);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, operator.methods().2) {
            let then = Then::Binary(operator, Stage::InPlace);
            return Err(self.tail(method, &[left, right], then));
        }
        if let Some(result) = self.in_place_plain(operator, left, right)? {
            self.pop();
            self.set_top(result);
            return Ok(());
        }
        if self.is_builtin_value(left) && self.is_builtin_value(right) {
            return self.binary_builtin(operator, left, right, true);
        }
        self.binary_instr(operator)
    }

    /// An operator on two builtin values, which are on the stack.
    fn binary_builtin(
        &mut self,
        operator: Binary,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Outcome<()> {
        self.pop();
        self.pop();
        let (a, b) = (self.plain(left), self.plain(right));
        match self.binary_plain(operator, a, b)? {
            Some(result) => {
                self.push(result);
                Ok(())
            }
            None => Err(self.unsupported(operator, left, right, in_place)),
        }
    }

    /// Whether operators on a value never run Python code.
    fn is_builtin_value(&self, value: Value) -> bool {
        match value {
            Value::Obj(id) => match self.heap.get(id) {
                Object::Instance(_) | Object::Exception(_) => false,
                Object::Class(class) => class.metaclass == crate::types::TYPE,
                _ => true,
            },
            _ => true,
        }
    }

    /// Asks a method of one of the operands on the stack.
    pub fn binary_method(&mut self, operator: Binary, stage: Option<Stage>) -> Outcome<()> {
        let (left, right) = (self.peek(1), self.peek(0));
        let Some(stage) = stage else {
            // What builtin values do with each other, subclasses of them do too.
            return self.binary_builtin(operator, left, right, false);
        };
        let (method, reflected, in_place) = operator.methods();
        let (receiver, other, name) = match stage {
            Stage::InPlace => (left, right, in_place),
            Stage::Left => (left, right, method),
            Stage::RightFirst | Stage::Right => (right, left, reflected),
        };
        let next = match stage {
            Stage::InPlace | Stage::RightFirst => Some(Stage::Left),
            Stage::Left => Some(Stage::Right),
            Stage::Right => None,
        };
        let class = self.class_of(receiver);
        match self.lookup(class, name) {
            Some(found @ Value::Obj(_)) => {
                Err(self.tail(found, &[receiver, other], Then::Binary(operator, stage)))
            }
            _ => self.binary_method(operator, next),
        }
    }

    /// The error of operands that don't go together.
    fn unsupported(&mut self, operator: Binary, left: Value, right: Value, in_place: bool) -> Exit {
        let (a, b) = (self.class_name(left), self.class_name(right));
        let is_sequence = |value| {
            matches!(
                self.get(value),
                Some(Object::Text(_) | Object::List(_) | Object::Tuple(_) | Object::Bytes(_))
            )
        };
        if operator == Binary::Add && is_sequence(left) {
            let message = match self.get(left) {
                Some(Object::Bytes(_)) => format!("can't concat {b} to bytes"),
                _ => format!("can only concatenate {a} (not \"{b}\") to {a}"),
            };
            return self.type_error(message);
        }
        if operator == Binary::Mul && (is_sequence(left) || is_sequence(right)) {
            let other = if is_sequence(left) { b } else { a };
            return self.type_error(format!(
                "can't multiply sequence by non-int of type '{other}'"
            ));
        }
        let sign = if in_place {
            operator.in_place_sign()
        } else {
            operator.sign()
        };
        if operator == Binary::RShift
            && let Value::Native(native) = left
            && crate::builtins::native(native).name == "print"
        {
            return self.type_error(format!(
                "unsupported operand type(s) for {sign}: '{a}' and '{b}'. Did you mean \
                 \"print(<message>, file=<output_stream>)\"?"
            ));
        }
        self.type_error(format!(
            "unsupported operand type(s) for {sign}: '{a}' and '{b}'"
        ))
    }

    /// `Unary`
    pub fn unary_instr(&mut self, operator: Unary) -> Outcome<()> {
        let value = self.pop();
        let result = self.unary(operator, value)?;
        self.push(result);
        Ok(())
    }

    /// `-value` and the like.
    pub fn unary(&mut self, operator: Unary, value: Value) -> Outcome {
        let class = self.class_of(value);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, operator.method()) {
            return Err(self.tail(method, &[value], Then::Push));
        }
        let plain = self.plain(value);
        match (operator, plain) {
            (Unary::Neg, Value::Int(value)) if value != i64::MIN => Ok(Value::Int(-value)),
            (Unary::Neg, Value::Float(value)) => Ok(Value::Float(-value)),
            (Unary::Pos, Value::Int(_) | Value::Float(_)) => Ok(plain),
            (Unary::Invert, Value::Int(value)) => Ok(Value::Int(!value)),
            _ => {
                if let Some(Object::Complex(real, imaginary)) = self.get(plain) {
                    let (real, imaginary) = (*real, *imaginary);
                    match operator {
                        Unary::Neg => return Ok(self.object(Object::Complex(-real, -imaginary))),
                        Unary::Pos => return Ok(plain),
                        Unary::Invert => {}
                    }
                }
                match (operator, self.as_big(plain)) {
                    (Unary::Neg, Some(big)) => Ok(self.int(-big)),
                    (Unary::Pos, Some(big)) => Ok(self.int(big)),
                    (Unary::Invert, Some(big)) => Ok(self.int(-big - 1)),
                    _ => {
                        let name = self.class_name(value);
                        let sign = operator.sign();
                        Err(self.type_error(format!("bad operand type for unary {sign}: '{name}'")))
                    }
                }
            }
        }
    }

    /// `in` and `not in`
    pub fn contains_instr(&mut self, meant: bool) -> Outcome<()> {
        let container = self.pop();
        let value = self.pop();
        match self.contains(container, value) {
            Ok(found) => {
                self.push(Value::Bool(found == meant));
                Ok(())
            }
            Err(Exit::Call(count, Then::Push)) => Err(Exit::Call(count, Then::Truth(meant))),
            Err(exit) => Err(exit),
        }
    }

    /// Whether a container has a value. If Python code has to be asked, its answer
    /// is the result.
    pub fn contains(&mut self, container: Value, value: Value) -> Outcome<bool> {
        use super::hash::Key;
        if let (Some(text), Some(part)) = (self.own_text(container), self.own_text(value)) {
            return Ok(text.as_str().contains(part.as_str()));
        }
        let class = self.class_of(container);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::CONTAINS) {
            return Err(self.tail(method, &[container, value], Then::Push));
        }
        if self.class_has(class, Name::ITER) {
            return Err(self.library("_contains", &[container, value]));
        }
        let place = match self.get(container) {
            Some(Object::Text(text)) => {
                let text = text.clone();
                let Some(part) = self.as_str(value) else {
                    let name = self.class_name(value);
                    return Err(self.type_error(format!(
                        "'in <string>' requires string as left operand, not {name}"
                    )));
                };
                return Ok(text.as_str().contains(part));
            }
            Some(Object::Dict(_)) => self.find_key(container, value)?,
            Some(Object::Set(_) | Object::FrozenSet(_)) => {
                // A set as a member is meant as the frozen set that it equals.
                let value = match self.get(value) {
                    Some(Object::Set(set)) => {
                        let set = set.clone();
                        self.object(Object::FrozenSet(set))
                    }
                    _ => value,
                };
                self.find_member(container, value)?
            }
            Some(Object::View(crate::values::iter::View::Keys, dict)) => {
                let dict = *dict;
                self.find_key(Value::Obj(dict), value)?
            }
            Some(Object::Range(range)) => {
                let range = **range;
                if let Some(number) = self.as_int(value) {
                    return Ok(in_range(range, number));
                }
                return Err(self.library("_contains", &[container, value]));
            }
            Some(Object::List(values)) => {
                return self.contains_each(&values.clone(), container, value);
            }
            Some(Object::Tuple(values)) => {
                return self.contains_each(&values.clone(), container, value);
            }
            Some(Object::Bytes(_) | Object::ByteArray(_)) => {
                let bytes = self.as_bytes(container).unwrap_or_default();
                if let Some(byte) = self.as_int(value) {
                    return Ok(bytes.iter().any(|&b| i64::from(b) == byte));
                }
                let part = self.as_bytes(value).unwrap_or_default();
                let found = part.is_empty() || bytes.windows(part.len()).any(|w| w == part);
                return Ok(found);
            }
            _ => {
                let plain = self.plain(container);
                let is_iterable = self.lookup(class, Name::ITER).is_some()
                    || self.lookup(class, Name::GETITEM).is_some()
                    || self.is_iterator(plain)
                    || self.own_length(plain).is_some();
                if !is_iterable {
                    let name = self.class_name(container);
                    return Err(
                        self.type_error(format!("argument of type '{name}' is not iterable"))
                    );
                }
                return Err(self.library("_contains", &[container, value]));
            }
        };
        match place {
            Key::At(_, place) => Ok(place.is_some()),
            Key::Asks => Err(self.library("_find_equal", &[container, value])),
        }
    }

    fn contains_each(
        &mut self,
        values: &[Value],
        container: Value,
        wanted: Value,
    ) -> Outcome<bool> {
        for &value in values {
            match self.same(value, wanted) {
                Some(true) => return Ok(true),
                Some(false) => {}
                None => return Err(self.library("_contains", &[container, wanted])),
            }
        }
        Ok(false)
    }
}

/// Whether a number is one of a range's.
pub fn in_range(range: crate::values::Range, number: i64) -> bool {
    let (low, high) = if range.step > 0 {
        (range.start <= number, number < range.stop)
    } else {
        (number <= range.start, range.stop < number)
    };
    low && high && (i128::from(number) - i128::from(range.start)) % i128::from(range.step) == 0
}
