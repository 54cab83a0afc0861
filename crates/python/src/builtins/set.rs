//! Methods of `set` and `frozenset`. Most are the library's: it knows how to go
//! through anything and to compare anything.

use super::functions::nothing;
use super::numbers::of_class;
use super::{ANY, Args, Native, hidden, maker, method};
use crate::machine::hash::Key;
use crate::machine::{Exit, Machine, Outcome};
use crate::types;
use crate::values::set::Set;
use crate::values::{ObjId, Object, Value};

const SET: ObjId = types::SET;
const FROZEN: ObjId = types::FROZENSET;

macro_rules! by_library {
    ($owner:expr, $name:literal, $min:expr, $max:expr, $function:literal) => {
        method($owner, $name, $min, $max, |m, a| library(m, a, $function))
    };
}

pub const TABLE: &[Native] = &[
    maker(SET, 0, 255, |m, a| {
        let set = m.set(Set::default());
        let made = of_class(m, a.at(0), set, SET)?;
        match a.get(1) {
            Some(values) if m.as_class(a.at(0)) == Some(SET) => filled(m, made, values),
            _ => Ok(made),
        }
    }),
    method(SET, "__init__", 0, 1, |m, a| match a.get(1) {
        Some(values) => Err(m.library("_set_init", &[a.at(0), values])),
        None => Ok(Value::None),
    }),
    maker(FROZEN, 0, 1, |m, a| {
        if let Some(value) = a.get(1)
            && m.class_of(value) == FROZEN
            && m.as_class(a.at(0)) == Some(FROZEN)
        {
            return Ok(value);
        }
        let set = m.object(Object::FrozenSet(Box::default()));
        let made = of_class(m, a.at(0), set, FROZEN)?;
        match a.get(1) {
            Some(values) => filled(m, made, values),
            None => Ok(made),
        }
    }),
    method(SET, "add", 1, 1, |m, a| {
        let result = m.set_add(a.at(0), a.at(1));
        nothing(result)
    }),
    method(SET, "discard", 1, 1, |m, a| remove(m, a, false)),
    method(SET, "remove", 1, 1, |m, a| remove(m, a, true)),
    method(SET, "pop", 0, 0, |m, a| {
        match m.set_mut(a.at(0)).and_then(Set::pop) {
            Some(value) => Ok(value),
            None => {
                let text = m.text("pop from an empty set");
                Err(Exit::Raise(m.exception(types::KEY_ERROR, &[text])))
            }
        }
    }),
    method(SET, "clear", 0, 0, |m, a| {
        if let Some(set) = m.set_mut(a.at(0)) {
            set.clear();
        }
        Ok(Value::None)
    }),
    method(SET, "copy", 0, 0, |m, a| {
        let set = m.as_set(a.at(0)).map(compact).unwrap_or_default();
        Ok(m.set(set))
    }),
    method(FROZEN, "copy", 0, 0, |_, a| Ok(a.at(0))),
    method(SET, "update", 0, ANY, |m, a| many(m, a, "_set_update_all")),
    method(SET, "intersection_update", 0, ANY, |m, a| {
        many(m, a, "_set_intersection_update")
    }),
    method(SET, "difference_update", 0, ANY, |m, a| {
        many(m, a, "_set_difference_update")
    }),
    by_library!(
        SET,
        "symmetric_difference_update",
        1,
        1,
        "_set_symmetric_update"
    ),
    method(SET, "union", 0, ANY, |m, a| many(m, a, "_set_union")),
    method(FROZEN, "union", 0, ANY, |m, a| many(m, a, "_set_union")),
    method(SET, "intersection", 0, ANY, |m, a| {
        many(m, a, "_set_intersection")
    }),
    method(FROZEN, "intersection", 0, ANY, |m, a| {
        many(m, a, "_set_intersection")
    }),
    method(SET, "difference", 0, ANY, |m, a| {
        many(m, a, "_set_difference")
    }),
    method(FROZEN, "difference", 0, ANY, |m, a| {
        many(m, a, "_set_difference")
    }),
    by_library!(SET, "symmetric_difference", 1, 1, "_set_symmetric"),
    by_library!(FROZEN, "symmetric_difference", 1, 1, "_set_symmetric"),
    by_library!(SET, "issubset", 1, 1, "_issubset"),
    by_library!(FROZEN, "issubset", 1, 1, "_issubset"),
    by_library!(SET, "issuperset", 1, 1, "_issuperset"),
    by_library!(FROZEN, "issuperset", 1, 1, "_issuperset"),
    by_library!(SET, "isdisjoint", 1, 1, "_isdisjoint"),
    by_library!(FROZEN, "isdisjoint", 1, 1, "_isdisjoint"),
    hidden("_set_candidates", 2, 2, |m, a| {
        let hash = m.as_int(a.at(1)).unwrap_or(0) as u64;
        let set = m.as_set(a.at(0));
        let found = set.map(|set| {
            set.iter()
                .filter(|(h, _)| *h == hash)
                .map(|(_, v)| v)
                .collect()
        });
        Ok(m.list(found.unwrap_or_default()))
    }),
    hidden("_set_insert", 3, 3, |m, a| {
        let hash = m.as_int(a.at(1)).unwrap_or(0) as u64;
        let value = a.at(2);
        if let Some(set) = m.set_mut(a.at(0)) {
            set.insert(hash, value);
        }
        Ok(Value::None)
    }),
    hidden("_set_drop", 2, 2, |m, a| {
        let wanted = a.at(1);
        let place = m.as_set(a.at(0)).and_then(|set| {
            set.iter()
                .find(|(_, value)| value.is(wanted))
                .and_then(|(hash, value)| set.find(hash, |other| other.is(value)))
        });
        if let (Some(place), Some(set)) = (place, m.set_mut(a.at(0))) {
            set.remove_at(place);
        }
        Ok(Value::None)
    }),
    hidden("_set_copy", 2, 2, |m, a| {
        // A copy of the same kind as the second.
        let set = Box::new(m.as_set(a.at(0)).map(compact).unwrap_or_default());
        Ok(match m.get(a.at(1)) {
            Some(Object::FrozenSet(_)) => m.object(Object::FrozenSet(set)),
            _ => m.object(Object::Set(set)),
        })
    }),
    hidden("_set_replace", 2, 2, |m, a| {
        let set = m.as_set(a.at(1)).cloned().unwrap_or_default();
        if let Some(place) = m.set_mut(a.at(0)) {
            *place = set;
        }
        Ok(a.at(0))
    }),
    hidden("_set_fast_update", 2, 2, fast_update),
];

fn library(m: &mut Machine, a: &Args, function: &str) -> Outcome {
    Err(m.library(function, a.positional))
}

fn many(m: &mut Machine, a: &Args, function: &str) -> Outcome {
    let others = m.tuple(&a.positional[1..]);
    Err(m.library(function, &[a.at(0), others]))
}

fn filled(m: &mut Machine, set: Value, values: Value) -> Outcome {
    if fast_update(
        m,
        &Args {
            positional: &[set, values],
            named: &[],
        },
    )?
    .is(Value::Bool(true))
    {
        return Ok(set);
    }
    if !m.is_iterable(values) {
        let name = m.class_name(values);
        return Err(m.type_error(format!("'{name}' object is not iterable")));
    }
    Err(m.library("_set_filled", &[set, values]))
}

/// Adds values that need no Python code, if that is so of all of them.
fn fast_update(m: &mut Machine, a: &Args) -> Outcome {
    if let Some(other) = m.as_set(a.at(1)).cloned()
        && let Some(set) = m.set_mut(a.at(0))
    {
        {
            if set.is_empty() {
                *set = compact(&other);
                return Ok(Value::Bool(true));
            }
            set.reserve_for(other.len());
        }
    }
    let Some(values) = m.own_values(a.at(1))? else {
        return Ok(Value::Bool(false));
    };
    for &value in &values {
        if m.hash(value)?.is_none() {
            return Ok(Value::Bool(false));
        }
    }
    for value in values {
        match m.find_member(a.at(0), value)? {
            Key::At(hash, None) => {
                m.heap.charged += 48;
                if let Some(set) = m.set_mut(a.at(0)) {
                    set.insert(hash, value);
                }
            }
            Key::At(_, Some(_)) => {}
            Key::Asks => return Ok(Value::Bool(false)),
        }
    }
    Ok(Value::Bool(true))
}

/// A copy, laid out as CPython lays a copy out.
fn compact(set: &Set) -> Set {
    let mut copy = Set::default();
    copy.reserve_for(set.len());
    if set.is_like(&copy) {
        return set.clone();
    }
    for (hash, value) in set.iter() {
        copy.insert(hash, value);
    }
    copy
}

fn remove(m: &mut Machine, a: &Args, must_be_there: bool) -> Outcome {
    match m.find_member(a.at(0), a.at(1))? {
        Key::At(_, Some(place)) => {
            if let Some(set) = m.set_mut(a.at(0)) {
                set.remove_at(place);
            }
            Ok(Value::None)
        }
        Key::At(_, None) if must_be_there => {
            Err(Exit::Raise(m.exception(types::KEY_ERROR, &[a.at(1)])))
        }
        Key::At(_, None) => Ok(Value::None),
        Key::Asks => Err(m.library(
            "_set_remove",
            &[a.at(0), a.at(1), Value::Bool(must_be_there)],
        )),
    }
}
