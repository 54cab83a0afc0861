//! Functions of the builtin module.

use super::{ANY, Args, Native, function, hidden};
use crate::machine::frame::Then;
use crate::machine::{Exit, Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::{Object, Value};

pub const TABLE: &[Native] = &[
    function("len", 1, 1, len),
    function("repr", 1, 1, |m, a| m.repr(a.at(0))),
    hidden("_ascii_of", 1, 1, |m, a| m.ascii(a.at(0))),
    function("hash", 1, 1, |m, a| m.hash_value(a.at(0))),
    function("id", 1, 1, |m, a| Ok(Value::Int(id_of(m, a.at(0))))),
    function("iter", 1, 2, iter),
    function("next", 1, 2, next),
    function("isinstance", 2, 2, isinstance),
    function("issubclass", 2, 2, issubclass),
    function("callable", 1, 1, callable),
    function("getattr", 2, 3, getattr),
    function("setattr", 3, 3, setattr),
    function("delattr", 2, 2, delattr),
    function("hasattr", 2, 2, hasattr),
    function("chr", 1, 1, chr),
    function("ord", 1, 1, ord),
    function("bin", 1, 1, |m, a| in_base(m, a, 2)),
    function("oct", 1, 1, |m, a| in_base(m, a, 8)),
    function("hex", 1, 1, |m, a| in_base(m, a, 16)),
    function("abs", 1, 1, abs),
    function("format", 1, 2, format),
    function("sum", 1, 2, sum).named("_ start"),
    hidden("_plain_isinstance", 2, 2, |m, a| {
        let class = m.as_class(a.at(1));
        Ok(Value::Bool(
            class.is_some_and(|class| m.is_instance(a.at(0), class)),
        ))
    }),
    hidden("_plain_issubclass", 2, 2, |m, a| {
        let both = (m.as_class(a.at(0)), m.as_class(a.at(1)));
        Ok(Value::Bool(
            matches!(both, (Some(a), Some(b)) if m.is_subclass(a, b)),
        ))
    }),
    hidden("_call", 1, ANY, |m, a| {
        Err(m.tail(a.at(0), &a.positional[1..], Then::Push))
    }),
];

/// The number that an object is known by.
pub fn id_of(machine: &Machine, value: Value) -> i64 {
    let _ = machine;
    match value {
        Value::Obj(id) => 0x7f3a_5c00_1000 + i64::from(id.0) * 16,
        Value::Int(value) => 0x7f3a_5000_0000_i64.wrapping_add(value.wrapping_mul(32)),
        Value::Float(value) => 0x7f3a_6000_0000 + ((value.to_bits() >> 20) as i64 & 0xfff_fff0),
        Value::Bool(value) => 0x7f3a_4000_0000 + i64::from(value) * 32,
        Value::Native(native) => 0x7f3a_4100_0000 + i64::from(native.0) * 64,
        Value::None | Value::Unbound => 0x7f3a_4000_0100,
        Value::NotImplemented => 0x7f3a_4000_0200,
        Value::Ellipsis => 0x7f3a_4000_0300,
    }
}

fn len(m: &mut Machine, a: &Args) -> Outcome {
    m.length(a.at(0)).map(|length| Value::Int(length as i64))
}

fn iter(m: &mut Machine, a: &Args) -> Outcome {
    match a.get(1) {
        None => m.get_iter(a.at(0)),
        Some(end) => Err(m.library("_call_iter", &[a.at(0), end])),
    }
}

fn next(m: &mut Machine, a: &Args) -> Outcome {
    let iterator = a.at(0);
    if let Value::Obj(id) = iterator
        && let Object::Iter(_) = m.heap.get(id)
    {
        return match (m.advance(id)?, a.get(1)) {
            (Some(value), _) => Ok(value),
            (None, Some(default)) => Ok(default),
            (None, None) => Err(m.stop_iteration(Value::None)),
        };
    }
    if let Some(default) = a.get(1) {
        return Err(m.library("_next_or", &[iterator, default]));
    }
    if let Value::Obj(id) = iterator
        && let Object::Generator(_) = m.heap.get(id)
    {
        m.resume_generator(id, Value::None, Then::Stop)?;
        return Err(Exit::Switch);
    }
    match m.special(iterator, Name::NEXT) {
        Some(method) => Err(m.tail(method, &[iterator], Then::Push)),
        None => {
            let name = m.class_name(iterator);
            Err(m.type_error(format!("'{name}' object is not an iterator")))
        }
    }
}

fn isinstance(m: &mut Machine, a: &Args) -> Outcome {
    instance_of(m, a.at(0), a.at(1), false)
}

fn issubclass(m: &mut Machine, a: &Args) -> Outcome {
    if m.as_class(a.at(0)).is_none() {
        return Err(m.type_error("issubclass() arg 1 must be a class"));
    }
    instance_of(m, a.at(0), a.at(1), true)
}

fn instance_of(m: &mut Machine, value: Value, classes: Value, is_class: bool) -> Outcome {
    if let Some(id) = m.as_class(classes) {
        let metaclass = m.class(id).metaclass;
        let check = if is_class {
            Name::SUBCLASSCHECK
        } else {
            Name::INSTANCECHECK
        };
        if let Some(method @ Value::Obj(_)) = m.lookup(metaclass, check) {
            return Err(m.tail(method, &[classes, value], Then::Truth(true)));
        }
        let class = if is_class {
            m.as_class(value)
        } else {
            Some(m.class_of(value))
        };
        let found = class.is_some_and(|class| m.is_subclass(class, id));
        return Ok(Value::Bool(found));
    }
    if let Some(all) = m.as_tuple(classes) {
        let all = all.to_vec();
        for class in &all {
            match instance_of(m, value, *class, is_class) {
                Ok(Value::Bool(false)) => {}
                Ok(found) => return Ok(found),
                Err(Exit::Call(count, _)) => {
                    let place = m.thread.stack.len() - count - 1;
                    m.thread.stack.truncate(place);
                    let name = if is_class {
                        "_any_subclass"
                    } else {
                        "_any_instance"
                    };
                    return Err(m.library(name, &[value, classes]));
                }
                Err(exit) => return Err(exit),
            }
        }
        return Ok(Value::Bool(false));
    }
    let args = m.name("__args__");
    if m.special(classes, Name::INSTANCECHECK).is_some()
        || m.lookup(m.class_of(classes), args).is_some()
    {
        let name = if is_class {
            "_union_subclass"
        } else {
            "_union_instance"
        };
        return Err(m.library(name, &[value, classes]));
    }
    let what = if is_class {
        "issubclass() arg 2 must be a class, a tuple of classes, or a union"
    } else {
        "isinstance() arg 2 must be a type, a tuple of types, or a union"
    };
    Err(m.type_error(what))
}

fn callable(m: &mut Machine, a: &Args) -> Outcome {
    let value = a.at(0);
    let found = match m.get(value) {
        Some(
            Object::Function(_)
            | Object::Method(..)
            | Object::BoundNative(..)
            | Object::Class(_)
            | Object::StaticMethod(_),
        ) => true,
        _ => matches!(value, Value::Native(_)) || m.special(value, Name::CALL).is_some(),
    };
    Ok(Value::Bool(found))
}

/// The name that an argument is.
pub fn attribute_name(m: &mut Machine, value: Value, function: &str) -> Outcome<Name> {
    match m.as_str(value) {
        Some(text) => Ok(m.names.name(text)),
        None => {
            let _ = function;
            let name = m.class_name(value);
            Err(m.type_error(format!("attribute name must be string, not '{name}'")))
        }
    }
}

fn getattr(m: &mut Machine, a: &Args) -> Outcome {
    let name = attribute_name(m, a.at(1), "getattr")?;
    let result = m.get_attr(a.at(0), name);
    let Some(default) = a.get(2) else {
        return result;
    };
    match result {
        Err(Exit::Raise(exception)) if m.is_instance(exception, types::ATTRIBUTE_ERROR) => {
            Ok(default)
        }
        Err(Exit::Call(count, _)) => {
            let place = m.thread.stack.len() - count - 1;
            m.thread.stack.truncate(place);
            Err(m.library("_getattr_or", &[a.at(0), a.at(1), default]))
        }
        other => other,
    }
}

fn hasattr(m: &mut Machine, a: &Args) -> Outcome {
    let name = attribute_name(m, a.at(1), "hasattr")?;
    match m.get_attr(a.at(0), name) {
        Ok(_) => Ok(Value::Bool(true)),
        Err(Exit::Raise(exception)) if m.is_instance(exception, types::ATTRIBUTE_ERROR) => {
            Ok(Value::Bool(false))
        }
        Err(Exit::Call(count, _)) => {
            let place = m.thread.stack.len() - count - 1;
            m.thread.stack.truncate(place);
            Err(m.library("_hasattr", &[a.at(0), a.at(1)]))
        }
        Err(exit) => Err(exit),
    }
}

fn setattr(m: &mut Machine, a: &Args) -> Outcome {
    let name = attribute_name(m, a.at(1), "setattr")?;
    let result = m.set_attr(a.at(0), name, a.at(2));
    nothing(result)
}

/// A result that is `None`, whatever a method behind it returns.
pub fn nothing(result: Outcome<()>) -> Outcome {
    match result {
        Ok(()) => Ok(Value::None),
        Err(Exit::Call(count, Then::Drop)) => Err(Exit::Call(count, Then::Push)),
        Err(exit) => Err(exit),
    }
}

fn delattr(m: &mut Machine, a: &Args) -> Outcome {
    let name = attribute_name(m, a.at(1), "delattr")?;
    let result = m.delete_attr(a.at(0), name);
    nothing(result)
}

fn chr(m: &mut Machine, a: &Args) -> Outcome {
    let Some(code) = m.as_int(a.at(0)) else {
        let name = m.class_name(a.at(0));
        return Err(m.type_error(format!(
            "'{name}' object cannot be interpreted as an integer"
        )));
    };
    match u32::try_from(code).ok().filter(|&code| code < 0x11_0000) {
        // Lone surrogates are no text here.
        Some(code) => Ok(m.character(char::from_u32(code).unwrap_or('\u{fffd}'))),
        None => Err(m.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(m: &mut Machine, a: &Args) -> Outcome {
    if let Some(text) = m.as_text(a.at(0)) {
        if text.length() == 1 {
            let c = text.char_at(0).unwrap_or_default();
            return Ok(Value::Int(u32::from(c).into()));
        }
        let length = text.length();
        return Err(m.type_error(format!(
            "ord() expected a character, but string of length {length} found"
        )));
    }
    if let Some(&[byte]) = m.as_bytes(a.at(0)) {
        return Ok(Value::Int(byte.into()));
    }
    let name = m.class_name(a.at(0));
    Err(m.type_error(format!(
        "ord() expected string of length 1, but {name} found"
    )))
}

fn in_base(m: &mut Machine, a: &Args, base: u32) -> Outcome {
    match m.as_big(a.at(0)) {
        Some(big) => Ok(m.text(crate::number::int_text::with_prefix(&big, base))),
        None => match m.special(a.at(0), Name::INDEX) {
            Some(method) => Err(m.library("_in_base", &[a.at(0), method, Value::Int(base.into())])),
            None => {
                let name = m.class_name(a.at(0));
                let message = format!("'{name}' object cannot be interpreted as an integer");
                Err(m.type_error(message))
            }
        },
    }
}

fn abs(m: &mut Machine, a: &Args) -> Outcome {
    let value = a.at(0);
    if let Some(method @ Value::Obj(_)) = m.special(value, Name::ABS) {
        return Err(m.tail(method, &[value], Then::Push));
    }
    match m.plain(value) {
        Value::Float(value) => return Ok(Value::Float(value.abs())),
        Value::Int(value) if value != i64::MIN => return Ok(Value::Int(value.abs())),
        _ => {}
    }
    if let Some(Object::Complex(real, imaginary)) = m.get(value) {
        return Ok(Value::Float(real.hypot(*imaginary)));
    }
    match m.as_big(value) {
        Some(big) => Ok(m.int(num_bigint::BigInt::from(big.magnitude().clone()))),
        None => {
            let name = m.class_name(value);
            Err(m.type_error(format!("bad operand type for abs(): '{name}'")))
        }
    }
}

fn format(m: &mut Machine, a: &Args) -> Outcome {
    let spec = match a.get(1) {
        Some(spec) => spec,
        None => m.text(""),
    };
    if m.as_text(spec).is_none() {
        let name = m.class_name(spec);
        return Err(m.type_error(format!("format() argument 2 must be str, not {name}")));
    }
    m.format_value(a.at(0), spec)
}

/// Sums of plain numbers are made here, all others by the library.
fn sum(m: &mut Machine, a: &Args) -> Outcome {
    let start = a.find(m, 1, "start").unwrap_or(Value::Int(0));
    let values = m.own_values(a.at(0))?;
    let Some(values) = values else {
        return Err(m.library("_sum", &[a.at(0), start]));
    };
    let mut total = start;
    for (index, &value) in values.iter().enumerate() {
        total = match (total, value) {
            (Value::Int(a), Value::Int(b)) if a.checked_add(b).is_some() => Value::Int(a + b),
            (Value::Float(a), Value::Float(b)) => Value::Float(a + b),
            (Value::Float(a), Value::Int(b)) => Value::Float(a + b as f64),
            (Value::Int(a), Value::Float(b)) => Value::Float(a as f64 + b),
            (Value::Int(a), Value::Bool(b)) if a < i64::MAX => Value::Int(a + i64::from(b)),
            _ => {
                let rest = m.list(values[index..].to_vec());
                return Err(m.library("_sum", &[rest, total]));
            }
        };
    }
    Ok(total)
}
