//! Methods of `deque`.

use super::numbers::of_class;
use super::strings::whole_number;
use super::{Args, Native, maker, method};
use crate::machine::{Machine, Outcome};
use crate::types;
use crate::values::object::Deque;
use crate::values::{ObjId, Object, Value};

const DEQUE: ObjId = types::DEQUE;

pub const TABLE: &[Native] = &[
    maker(DEQUE, 0, 2, new_deque).named("iterable maxlen"),
    method(DEQUE, "append", 1, 1, |m, a| {
        change(m, a, |deque| {
            deque.values.push_back(a.at(1));
            if deque.limit.is_some_and(|limit| deque.values.len() > limit) {
                deque.values.pop_front();
            }
        })
    }),
    method(DEQUE, "appendleft", 1, 1, |m, a| {
        change(m, a, |deque| {
            deque.values.push_front(a.at(1));
            if deque.limit.is_some_and(|limit| deque.values.len() > limit) {
                deque.values.pop_back();
            }
        })
    }),
    method(DEQUE, "pop", 0, 0, |m, a| {
        take(m, a, |deque| deque.values.pop_back())
    }),
    method(DEQUE, "popleft", 0, 0, |m, a| {
        take(m, a, |deque| deque.values.pop_front())
    }),
    method(DEQUE, "clear", 0, 0, |m, a| {
        change(m, a, |deque| deque.values.clear())
    }),
    method(DEQUE, "reverse", 0, 0, |m, a| {
        change(m, a, |deque| deque.values.make_contiguous().reverse())
    }),
    method(DEQUE, "rotate", 0, 1, |m, a| {
        let steps = match a.get(1) {
            Some(steps) => whole_number(m, steps)?,
            None => 1,
        };
        change(m, a, |deque| {
            if !deque.values.is_empty() {
                let length = deque.values.len() as i64;
                deque.values.rotate_right(steps.rem_euclid(length) as usize);
            }
        })
    }),
    method(DEQUE, "extend", 1, 1, |m, a| {
        Err(m.library("_deque_extend", &[a.at(0), a.at(1)]))
    }),
    method(DEQUE, "extendleft", 1, 1, |m, a| {
        Err(m.library("_deque_extendleft", &[a.at(0), a.at(1)]))
    }),
    method(DEQUE, "copy", 0, 0, |m, a| match m.get(a.at(0)).cloned() {
        Some(Object::Deque(deque)) => Ok(m.object(Object::Deque(deque))),
        _ => Ok(Value::None),
    }),
    method(DEQUE, "count", 1, 1, |m, a| {
        Err(m.library("_count", &[a.at(0), a.at(1)]))
    }),
    method(DEQUE, "index", 1, 1, |m, a| {
        Err(m.library("_deque_index", &[a.at(0), a.at(1)]))
    }),
    method(DEQUE, "remove", 1, 1, |m, a| {
        Err(m.library("_deque_remove", &[a.at(0), a.at(1)]))
    }),
    method(DEQUE, "insert", 2, 2, |m, a| {
        let index = whole_number(m, a.at(1))?;
        change(m, a, |deque| {
            let length = deque.values.len() as i64;
            let place = if index < 0 { index + length } else { index };
            deque
                .values
                .insert(place.clamp(0, length) as usize, a.at(2));
        })
    }),
];

fn new_deque(m: &mut Machine, a: &Args) -> Outcome {
    let limit = match a.find(m, 2, "maxlen") {
        None | Some(Value::None) => None,
        Some(limit) => {
            let limit = whole_number(m, limit)?;
            match usize::try_from(limit) {
                Ok(limit) => Some(limit),
                Err(_) => return Err(m.value_error("maxlen must be non-negative")),
            }
        }
    };
    let deque = Deque {
        limit,
        ..Deque::default()
    };
    let deque = m.object(Object::Deque(Box::new(deque)));
    let made = of_class(m, a.at(0), deque, DEQUE)?;
    match a.find(m, 1, "iterable") {
        Some(values) => Err(m.library("_deque_filled", &[made, values])),
        None => Ok(made),
    }
}

fn deque_mut(m: &mut Machine, value: Value) -> Option<&mut Deque> {
    let Value::Obj(id) = m.plain(value) else {
        return None;
    };
    match m.heap.get_mut(id) {
        Object::Deque(deque) => Some(deque),
        _ => None,
    }
}

fn change(m: &mut Machine, a: &Args, change: impl FnOnce(&mut Deque)) -> Outcome {
    m.heap.charged += 16;
    if let Some(deque) = deque_mut(m, a.at(0)) {
        deque.changes += 1;
        change(deque);
    }
    Ok(Value::None)
}

fn take(m: &mut Machine, a: &Args, take: fn(&mut Deque) -> Option<Value>) -> Outcome {
    let taken = deque_mut(m, a.at(0)).and_then(|deque| {
        deque.changes += 1;
        take(deque)
    });
    match taken {
        Some(value) => Ok(value),
        None => Err(m.error(types::INDEX_ERROR, "pop from an empty deque")),
    }
}
