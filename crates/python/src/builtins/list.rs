//! Methods of `list`.

use super::numbers::of_class;
use super::sort::sort_plain;
use super::strings::whole_number;
use super::{Args, Native, maker, method};
use crate::machine::{Machine, Outcome};
use crate::types;
use crate::values::iter::Iter;
use crate::values::{ObjId, Object, Value};

const LIST: ObjId = types::LIST;

pub const TABLE: &[Native] = &[
    maker(LIST, 0, 255, new_list),
    method(LIST, "__init__", 0, 1, init_list),
    method(LIST, "append", 1, 1, |m, a| {
        let value = a.at(1);
        if let Some(list) = m.list_mut(a.at(0)) {
            list.push(value);
            m.heap.charged += 16;
        }
        Ok(Value::None)
    }),
    method(LIST, "extend", 1, 1, |m, a| {
        let Some(values) = m.own_values(a.at(1))? else {
            if !m.is_iterable(a.at(1)) {
                let name = m.class_name(a.at(1));
                return Err(m.type_error(format!("'{name}' object is not iterable")));
            }
            return Err(m.library("_extend", &[a.at(0), a.at(1)]));
        };
        m.room(values.len() * 16)?;
        if let Some(list) = m.list_mut(a.at(0)) {
            list.extend(values);
        }
        Ok(Value::None)
    }),
    method(LIST, "insert", 2, 2, |m, a| {
        let index = whole_number(m, a.at(1))?;
        if let Some(list) = m.list_mut(a.at(0)) {
            let length = list.len() as i64;
            let place = if index < 0 { index + length } else { index };
            list.insert(place.clamp(0, length) as usize, a.at(2));
        }
        Ok(Value::None)
    }),
    method(LIST, "pop", 0, 1, pop),
    method(LIST, "remove", 1, 1, |m, a| {
        match find(m, a.at(0), a.at(1), 0, usize::MAX) {
            Found::At(place) => {
                if let Some(list) = m.list_mut(a.at(0)) {
                    list.remove(place);
                }
                Ok(Value::None)
            }
            Found::Nowhere => Err(m.value_error("list.remove(x): x not in list")),
            Found::Asks => Err(m.library("_list_remove", &[a.at(0), a.at(1)])),
        }
    }),
    method(LIST, "index", 1, 3, |m, a| {
        let length = m.own_length(a.at(0)).unwrap_or(0);
        let (low, high) = limits(m, a, length)?;
        match find(m, a.at(0), a.at(1), low, high) {
            Found::At(place) => Ok(Value::Int(place as i64)),
            Found::Nowhere => {
                let text = m.plain_repr(a.at(1));
                Err(m.value_error(format!("{text} is not in list")))
            }
            Found::Asks => Err(m.library("_list_index", &[a.at(0), a.at(1)])),
        }
    }),
    method(LIST, "count", 1, 1, count),
    method(LIST, "reverse", 0, 0, |m, a| {
        if let Some(list) = m.list_mut(a.at(0)) {
            list.reverse();
        }
        Ok(Value::None)
    }),
    method(LIST, "copy", 0, 0, |m, a| {
        let values = m.as_sequence(a.at(0)).unwrap_or_default().to_vec();
        Ok(m.list(values))
    }),
    method(LIST, "clear", 0, 0, |m, a| {
        if let Some(list) = m.list_mut(a.at(0)) {
            list.clear();
        }
        Ok(Value::None)
    }),
    method(LIST, "sort", 0, 0, |m, a| {
        let find = |name| {
            let mut all = a.named.iter();
            all.find(|(other, _)| *other == name)
                .map(|(_, value)| *value)
        };
        let key = find(crate::names::Name::KEY).unwrap_or(Value::None);
        let reverse = find(crate::names::Name::REVERSE).unwrap_or(Value::Bool(false));
        let descending = m.truth(reverse)?;
        if key.is_none() {
            let values = m.as_sequence(a.at(0)).unwrap_or_default().to_vec();
            if let Some(sorted) = sort_plain(m, values, descending) {
                if let Some(list) = m.list_mut(a.at(0)) {
                    *list = sorted;
                }
                return Ok(Value::None);
            }
        }
        Err(m.library("_list_sort", &[a.at(0), key, reverse]))
    })
    .named("* key reverse"),
];

fn new_list(m: &mut Machine, a: &Args) -> Outcome {
    let values = match a.get(1) {
        Some(value) if m.as_class(a.at(0)) == Some(LIST) => match m.own_values(value)? {
            Some(values) => values,
            None => {
                if !m.is_iterable(value) {
                    let name = m.class_name(value);
                    return Err(m.type_error(format!("'{name}' object is not iterable")));
                }
                return Err(m.library("_list", &[value]));
            }
        },
        _ => Vec::new(),
    };
    m.room(values.len() * 16)?;
    let list = m.list(values);
    of_class(m, a.at(0), list, LIST)
}

fn init_list(m: &mut Machine, a: &Args) -> Outcome {
    let values = match a.get(1) {
        Some(value) => match m.own_values(value)? {
            Some(values) => values,
            None => return Err(m.library("_list_init", &[a.at(0), value])),
        },
        None => Vec::new(),
    };
    if let Some(list) = m.list_mut(a.at(0)) {
        *list = values;
    }
    Ok(Value::None)
}

fn pop(m: &mut Machine, a: &Args) -> Outcome {
    let index = match a.get(1) {
        Some(index) => whole_number(m, index)?,
        None => -1,
    };
    let Some(list) = m.list_mut(a.at(0)) else {
        return Ok(Value::None);
    };
    if list.is_empty() {
        return Err(m.error(types::INDEX_ERROR, "pop from empty list"));
    }
    let length = list.len() as i64;
    let place = if index < 0 { index + length } else { index };
    if !(0..length).contains(&place) {
        return Err(m.error(types::INDEX_ERROR, "pop index out of range"));
    }
    Ok(list.remove(place as usize))
}

/// What a search for a value comes to.
pub enum Found {
    At(usize),
    Nowhere,
    /// Python code has to be asked.
    Asks,
}

/// The bounds that `index` is given.
pub fn limits(m: &mut Machine, a: &Args, length: usize) -> Outcome<(usize, usize)> {
    let (start, end) = super::strings::bounds(m, a, 2)?;
    let clamp = |value: i64| {
        let value = if value < 0 {
            value + length as i64
        } else {
            value
        };
        value.clamp(0, length as i64) as usize
    };
    Ok((start.map_or(0, clamp), end.map_or(length, clamp)))
}

/// Looks for a value in a sequence.
pub fn find(m: &Machine, sequence: Value, wanted: Value, low: usize, high: usize) -> Found {
    let values = m.as_sequence(sequence).unwrap_or_default();
    for (place, &value) in values.iter().enumerate().take(high).skip(low) {
        match m.same(value, wanted) {
            Some(true) => return Found::At(place),
            Some(false) => {}
            None => return Found::Asks,
        }
    }
    Found::Nowhere
}

/// How often a value is in a sequence.
pub fn count(m: &mut Machine, a: &Args) -> Outcome {
    let values = m.as_sequence(a.at(0)).unwrap_or_default();
    let mut count = 0;
    for &value in values {
        match m.same(value, a.at(1)) {
            Some(true) => count += 1,
            Some(false) => {}
            None => return Err(m.library("_count", &[a.at(0), a.at(1)])),
        }
    }
    Ok(Value::Int(count))
}

/// An iterator from the end of a sequence.
pub fn reversed_iter(m: &Machine, value: Value) -> Option<Iter> {
    let Value::Obj(id) = m.plain(value) else {
        return None;
    };
    Some(match m.heap.get(id) {
        Object::List(values) => Iter::ListReversed {
            list: id,
            next: values.len(),
        },
        Object::Tuple(values) => Iter::ListReversed {
            list: id,
            next: values.len(),
        },
        Object::Deque(deque) => Iter::DequeReversed {
            deque: id,
            next: deque.values.len(),
        },
        Object::Dict(dict) => Iter::DictReversed {
            dict: id,
            view: crate::values::iter::View::Keys,
            next: dict.end(),
        },
        Object::View(view, dict) => {
            let end = m.as_dict(Value::Obj(*dict))?.end();
            let dict = m.plain(Value::Obj(*dict)).object()?;
            Iter::DictReversed {
                dict,
                view: *view,
                next: end,
            }
        }
        Object::Range(range) => {
            let count = range.len();
            let last = range
                .start
                .wrapping_add(range.step.wrapping_mul(count as i64 - 1));
            Iter::Range {
                next: last,
                step: range.step.wrapping_neg(),
                left: count,
            }
        }
        _ => return None,
    })
}
