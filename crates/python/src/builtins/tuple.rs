//! Methods of `tuple`, `range` and `slice`.

use super::list::{Found, find, limits};
use super::numbers::of_class;
use super::strings::whole_number;
use super::{Args, Native, maker, method};
use crate::machine::operator::in_range;
use crate::machine::{Machine, Outcome};
use crate::types;
use crate::values::{Object, Range, Value};

pub const TABLE: &[Native] = &[
    maker(types::TUPLE, 0, 1, new_tuple),
    method(types::TUPLE, "index", 1, 3, |m, a| {
        let length = m.own_length(a.at(0)).unwrap_or(0);
        let (low, high) = limits(m, a, length)?;
        match find(m, a.at(0), a.at(1), low, high) {
            Found::At(place) => Ok(Value::Int(place as i64)),
            Found::Nowhere => Err(m.value_error("tuple.index(x): x not in tuple")),
            Found::Asks => Err(m.library("_list_index", &[a.at(0), a.at(1)])),
        }
    }),
    method(types::TUPLE, "count", 1, 1, super::list::count),
    maker(types::RANGE, 1, 3, new_range),
    method(types::RANGE, "count", 1, 1, |m, a| {
        let found = range_place(m, a);
        Ok(Value::Int(found.is_some().into()))
    }),
    method(types::RANGE, "index", 1, 1, |m, a| {
        match range_place(m, a) {
            Some(place) => Ok(Value::Int(place)),
            None => {
                let text = m.plain_repr(a.at(1));
                Err(m.value_error(format!("{text} is not in range")))
            }
        }
    }),
    maker(types::SLICE, 1, 3, |m, a| {
        let parts = match a.count() {
            2 => [Value::None, a.at(1), Value::None],
            3 => [a.at(1), a.at(2), Value::None],
            _ => [a.at(1), a.at(2), a.at(3)],
        };
        Ok(m.object(Object::Slice(Box::new(parts))))
    }),
    method(types::SLICE, "indices", 1, 1, |m, a| {
        let length = whole_number(m, a.at(1))?;
        let places = m.places(a.at(0), length.max(0) as usize)?;
        let parts = [places.start, places.stop, places.step].map(Value::Int);
        Ok(m.tuple(parts))
    }),
];

fn new_tuple(m: &mut Machine, a: &Args) -> Outcome {
    let values = match a.get(1) {
        None => Vec::new(),
        Some(value) => {
            let is_exact = m.class_of(value) == types::TUPLE;
            if is_exact && m.as_class(a.at(0)) == Some(types::TUPLE) {
                return Ok(value);
            }
            match m.own_values(value)? {
                Some(values) => values,
                None if m.is_iterable(value) => {
                    return Err(m.library("_tuple_of", &[a.at(0), value]));
                }
                None => {
                    let name = m.class_name(value);
                    return Err(m.type_error(format!("'{name}' object is not iterable")));
                }
            }
        }
    };
    let tuple = m.tuple(values);
    of_class(m, a.at(0), tuple, types::TUPLE)
}

fn new_range(m: &mut Machine, a: &Args) -> Outcome {
    let mut numbers = [0; 3];
    for (index, &value) in a.positional[1..].iter().enumerate() {
        if m.as_int(value).is_none()
            && let Some(method) = m.special(value, crate::names::Name::INDEX)
            && matches!(method, Value::Obj(_))
        {
            return Err(m.library("_range_by_index", &a.positional[1..]));
        }
        if m.as_int(value).is_none() && m.as_big(value).is_some() {
            let message = "ranges beyond 64 bits are not supported here";
            return Err(m.error(types::OVERFLOW_ERROR, message));
        }
        numbers[index] = whole_number(m, value)?;
    }
    let (start, stop, step) = match a.count() {
        2 => (0, numbers[0], 1),
        3 => (numbers[0], numbers[1], 1),
        _ => (numbers[0], numbers[1], numbers[2]),
    };
    if step == 0 {
        return Err(m.value_error("range() arg 3 must not be zero"));
    }
    Ok(m.object(Object::Range(Box::new(Range { start, stop, step }))))
}

fn range_place(m: &Machine, a: &Args) -> Option<i64> {
    let range = m.as_range(a.at(0))?;
    let number = m.as_int(a.at(1))?;
    in_range(range, number).then(|| (number - range.start) / range.step)
}
