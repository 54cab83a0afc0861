//! What functions of a class are wrapped in, and `super`.

use super::{Args, Native, maker, method};
use crate::machine::{Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::{ObjId, Object, Super, Value};

pub const TABLE: &[Native] = &[
    maker(types::PROPERTY, 0, 4, new_property).named("fget fset fdel doc"),
    method(types::PROPERTY, "getter", 1, 1, |m, a| {
        changed_property(m, a, 0)
    }),
    method(types::PROPERTY, "setter", 1, 1, |m, a| {
        changed_property(m, a, 1)
    }),
    method(types::PROPERTY, "deleter", 1, 1, |m, a| {
        changed_property(m, a, 2)
    }),
    maker(types::STATICMETHOD, 1, 1, |m, a| {
        Ok(m.object(Object::StaticMethod(a.at(1))))
    }),
    maker(types::CLASSMETHOD, 1, 1, |m, a| {
        Ok(m.object(Object::ClassMethod(a.at(1))))
    }),
    maker(types::SUPER, 0, 2, new_super),
    method(types::SUPER, "__get__", 1, 2, |m, a| {
        let parts = match m.get(a.at(0)) {
            Some(Object::Super(parts)) if parts.receiver.is_unbound() => **parts,
            _ => return Ok(a.at(0)),
        };
        if a.at(1).is_none() {
            return Ok(a.at(0));
        }
        bound_super(m, parts.class, a.at(1))
    }),
    maker(types::METHOD, 2, 2, |m, a| match a.at(2) {
        Value::Obj(receiver) => Ok(m.object(Object::Method(a.at(1), receiver))),
        _ => Ok(a.at(1)),
    }),
];

fn new_property(m: &mut Machine, a: &Args) -> Outcome {
    let names = ["fget", "fset", "fdel", "doc"];
    let mut parts = [Value::None; 4];
    for (index, name) in names.iter().enumerate() {
        parts[index] = a.find(m, index + 1, name).unwrap_or(Value::None);
    }
    Ok(m.object(Object::Property(Box::new(parts))))
}

fn changed_property(m: &mut Machine, a: &Args, index: usize) -> Outcome {
    let Some(Object::Property(parts)) = m.get(a.at(0)) else {
        return Err(m.type_error("not a property"));
    };
    let mut parts = parts.clone();
    parts[index] = a.at(1);
    Ok(m.object(Object::Property(parts)))
}

/// `super()`: without arguments, the class and the receiver of the method that
/// says it.
fn new_super(m: &mut Machine, a: &Args) -> Outcome {
    let (class, receiver) = if a.count() == 1 {
        let Some(frame) = m.thread.frames.last() else {
            return Err(m.error(types::RUNTIME_ERROR, "super(): no arguments"));
        };
        let code = frame.code.clone();
        let base = frame.base as usize;
        if code.parameters.count() == 0 {
            return Err(m.error(types::RUNTIME_ERROR, "super(): no arguments"));
        }
        let cell = code.slots.iter().rposition(|&slot| slot == Name::CLASS);
        let cell = cell.map(|slot| m.thread.stack[base + slot]);
        let class = match cell.and_then(|cell| m.get(cell)) {
            Some(Object::Cell(value)) => *value,
            _ => return Err(m.error(types::RUNTIME_ERROR, "super(): __class__ cell not found")),
        };
        let mut receiver = m.thread.stack[base];
        if let Some(Object::Cell(value)) = m.get(receiver) {
            receiver = *value;
        }
        (class, receiver)
    } else if a.count() == 2 {
        // Without a receiver, until it is found in a class.
        (a.at(1), Value::Unbound)
    } else {
        (a.at(1), a.at(2))
    };
    let Some(class) = m.as_class(class) else {
        return Err(m.type_error("super() argument 1 must be a type"));
    };
    bound_super(m, class, receiver)
}

/// `super(class, receiver)`
pub fn bound_super(m: &mut Machine, class: ObjId, receiver: Value) -> Outcome {
    let own = m.class_of(receiver);
    let receiver_class = match m.as_class(receiver) {
        Some(as_class) if m.is_subclass(as_class, class) => as_class,
        _ if receiver.is_unbound() => class,
        _ if m.is_subclass(own, class) => own,
        _ => {
            let message = "super(type, obj): obj must be an instance or subtype of type";
            return Err(m.type_error(message));
        }
    };
    Ok(m.object(Object::Super(Box::new(Super {
        class,
        receiver,
        receiver_class,
    }))))
}
