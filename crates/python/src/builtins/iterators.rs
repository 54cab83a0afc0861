//! Iterators that are builtin classes: `zip`, `enumerate`, `reversed`. Those that
//! call functions, `map` and `filter`, are generators of the library.

use super::list::reversed_iter;
use super::strings::whole_number;
use super::{ANY, Args, Native, maker, method};
use crate::machine::{Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::iter::Iter;
use crate::values::{ObjId, Object, Value};

macro_rules! next_of {
    ($($class:ident)*) => {
        &[
            maker(types::ZIP, 0, ANY, new_zip).named("* strict"),
            maker(types::ENUMERATE, 1, 2, new_enumerate).named("iterable start"),
            maker(types::REVERSED, 1, 1, new_reversed),
            maker(types::MAP, 0, ANY, |m, a| {
                if a.count() < 3 {
                    return Err(m.type_error("map() must have at least two arguments."));
                }
                let rest = m.tuple(&a.positional[2..]);
                Err(m.library("_map", &[a.at(1), rest]))
            }),
            maker(types::FILTER, 2, 2, |m, a| Err(m.library("_filter", &[a.at(1), a.at(2)]))),
            $(
                method(types::$class, "__next__", 0, 0, next),
                method(types::$class, "__iter__", 0, 0, |_, a| Ok(a.at(0))),
                method(types::$class, "__length_hint__", 0, 0, length_hint),
            )*
        ]
    };
}

pub const TABLE: &[Native] = next_of! {
    LIST_ITERATOR LIST_REVERSE_ITERATOR TUPLE_ITERATOR STR_ITERATOR BYTES_ITERATOR
    RANGE_ITERATOR SET_ITERATOR ZIP ENUMERATE REVERSED DICT_KEY_ITERATOR
    DICT_VALUE_ITERATOR DICT_ITEM_ITERATOR DEQUE_ITERATOR MAP FILTER
};

fn next(m: &mut Machine, a: &Args) -> Outcome {
    let Value::Obj(id) = a.at(0) else {
        return Ok(Value::None);
    };
    if let Object::Generator(_) = m.heap.get(id) {
        return super::objects::as_outcome(m.send_to(a.at(0), Value::None));
    }
    match m.advance(id)? {
        Some(value) => Ok(value),
        None => Err(m.stop_iteration(Value::None)),
    }
}

fn length_hint(m: &mut Machine, a: &Args) -> Outcome {
    let Some(Object::Iter(iter)) = m.get(a.at(0)) else {
        return Ok(Value::Int(0));
    };
    let (of, next) = match &**iter {
        Iter::Range { left, .. } => return Ok(Value::Int(*left as i64)),
        Iter::List { list: of, next } | Iter::Tuple { tuple: of, next } => (*of, *next),
        Iter::Dict { dict: of, next, .. } => (*of, *next),
        Iter::ListReversed { next, .. } => return Ok(Value::Int(*next as i64)),
        _ => return Ok(Value::Int(0)),
    };
    let length = m.own_length(Value::Obj(of)).unwrap_or(0);
    Ok(Value::Int(length.saturating_sub(next) as i64))
}

/// Builtin iterators over values, if none of them needs Python code.
fn own_iters(m: &mut Machine, values: &[Value]) -> Option<Vec<Value>> {
    let mut iters = Vec::new();
    for &value in values {
        let plain = m.plain(value);
        let is_own = m.goes_by_itself(plain) && !m.class_has(m.class_of(value), Name::ITER);
        if !is_own {
            return None;
        }
        iters.push(m.own_iter(plain)?);
    }
    Some(iters)
}

fn new_zip(m: &mut Machine, a: &Args) -> Outcome {
    let strict = match a.find(m, usize::MAX, "strict") {
        Some(strict) => m.truth(strict)?,
        None => false,
    };
    let values = &a.positional[1..];
    match own_iters(m, values) {
        Some(parts) => Ok(m.iter(Iter::Zip { parts, strict })),
        None => {
            for (index, &value) in values.iter().enumerate() {
                if !m.is_iterable(value) {
                    let name = m.class_name(value);
                    let message = format!("'{name}' object is not iterable");
                    let _ = index;
                    return Err(m.type_error(message));
                }
            }
            let values = m.tuple(values);
            Err(m.library("_zip", &[values, Value::Bool(strict)]))
        }
    }
}

fn new_enumerate(m: &mut Machine, a: &Args) -> Outcome {
    let start = a.find(m, 2, "start").unwrap_or(Value::Int(0));
    let count = whole_number(m, start)?;
    let iterable = a.find(m, 1, "iterable").unwrap_or(Value::None);
    match own_iters(m, &[iterable]) {
        Some(parts) => Ok(m.iter(Iter::Enumerate {
            source: parts[0],
            count,
        })),
        None => Err(m.library("_enumerate", &[iterable, start])),
    }
}

fn new_reversed(m: &mut Machine, a: &Args) -> Outcome {
    let value = a.at(1);
    if let Some(found @ Value::Obj(_)) = m.special(value, Name::REVERSED) {
        return Err(m.tail(found, &[value], crate::machine::frame::Then::Push));
    }
    if let Some(iter) = reversed_iter(m, value) {
        return Ok(m.iter(iter));
    }
    let has_items = m.own_length(value).is_some() || m.special(value, Name::GETITEM).is_some();
    if has_items && m.as_set(value).is_none() {
        return Err(m.library("_reversed", &[value]));
    }
    let name = m.class_name(value);
    Err(m.type_error(format!("'{name}' object is not reversible")))
}

/// The class of a library generator that stands for a builtin class.
pub fn class_named(name: &str) -> Option<ObjId> {
    match name {
        "_map" => Some(types::MAP),
        "_filter" => Some(types::FILTER),
        "_zip" => Some(types::ZIP),
        "_enumerate" => Some(types::ENUMERATE),
        "_reversed" => Some(types::REVERSED),
        _ => None,
    }
}
