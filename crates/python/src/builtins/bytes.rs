//! Methods of `bytes` and `bytearray`.

use super::numbers::of_class;
use super::strings::{bounds, option_text, text_result, whole_number};
use super::{Args, Native, maker, method};
use crate::machine::{Machine, Outcome};
use crate::text::{bytes, encode};
use crate::types;
use crate::values::{ObjId, Object, Value};

const BYTES: ObjId = types::BYTES;
const ARRAY: ObjId = types::BYTEARRAY;

macro_rules! both {
    ($($name:literal $min:literal $max:literal $names:literal $run:expr;)*) => {
        &[
            maker(BYTES, 0, 3, |m, a| new_bytes(m, a, BYTES)).named("source encoding errors"),
            maker(ARRAY, 0, 3, |m, a| new_bytes(m, a, ARRAY)).named("source encoding errors"),
            method(ARRAY, "append", 1, 1, append),
            method(ARRAY, "extend", 1, 1, extend),
            method(ARRAY, "clear", 0, 0, |m, a| { *array(m, a) = Vec::new(); Ok(Value::None) }),
            $(
                method(BYTES, $name, $min, $max, $run).named($names),
                method(ARRAY, $name, $min, $max, $run).named($names),
            )*
        ]
    };
}

pub const TABLE: &[Native] = both! {
    "decode" 0 2 "encoding errors" |m, a| {
        let encoding = option_text(m, a, 1, "encoding", "utf-8");
        let errors = option_text(m, a, 2, "errors", "strict");
        let result = encode::decode(&receiver(m, a), &encoding, &errors);
        text_result(m, result)
    };
    "hex" 0 1 "sep bytes_per_sep" |m, a| {
        let data = receiver(m, a);
        let text = match a.get(1).and_then(|separator| m.as_str(separator)?.chars().next()) {
            Some(separator) => bytes::hex_grouped(&data, separator, 1),
            None => bytes::hex(&data),
        };
        Ok(m.text(text))
    };
    "upper" 0 0 "" |m, a| same_kind(m, a, receiver(m, a).to_ascii_uppercase());
    "lower" 0 0 "" |m, a| same_kind(m, a, receiver(m, a).to_ascii_lowercase());
    "strip" 0 1 "" |m, a| strip(m, a, true, true);
    "lstrip" 0 1 "" |m, a| strip(m, a, true, false);
    "rstrip" 0 1 "" |m, a| strip(m, a, false, true);
    "find" 1 3 "" |m, a| {
        let (start, end) = bounds(m, a, 2)?;
        let place = bytes::find(&receiver(m, a), &part(m, a.at(1))?, start, end);
        Ok(Value::Int(place.map_or(-1, |place| place as i64)))
    };
    "rfind" 1 3 "" |m, a| {
        let (start, end) = bounds(m, a, 2)?;
        let place = bytes::rfind(&receiver(m, a), &part(m, a.at(1))?, start, end);
        Ok(Value::Int(place.map_or(-1, |place| place as i64)))
    };
    "index" 1 3 "" |m, a| {
        let (start, end) = bounds(m, a, 2)?;
        match bytes::find(&receiver(m, a), &part(m, a.at(1))?, start, end) {
            Some(place) => Ok(Value::Int(place as i64)),
            None => Err(m.value_error("subsection not found")),
        }
    };
    "count" 1 3 "" |m, a| {
        let (start, end) = bounds(m, a, 2)?;
        Ok(Value::Int(bytes::count(&receiver(m, a), &part(m, a.at(1))?, start, end) as i64))
    };
    "startswith" 1 3 "" |m, a| {
        let (start, end) = bounds(m, a, 2)?;
        let parts = parts(m, a.at(1))?;
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        Ok(Value::Bool(bytes::starts_with(&receiver(m, a), &parts, start, end)))
    };
    "endswith" 1 3 "" |m, a| {
        let (start, end) = bounds(m, a, 2)?;
        let parts = parts(m, a.at(1))?;
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        Ok(Value::Bool(bytes::ends_with(&receiver(m, a), &parts, start, end)))
    };
    "split" 0 2 "sep maxsplit" split;
    "replace" 2 3 "" |m, a| {
        let limit = match a.get(3) { Some(limit) => whole_number(m, limit)?, None => -1 };
        match bytes::replace(&receiver(m, a), &part(m, a.at(1))?, &part(m, a.at(2))?, limit) {
            Ok(data) => same_kind(m, a, data),
            Err(fault) => Err(m.fault(fault)),
        }
    };
    "join" 1 1 "" |m, a| {
        let Some(values) = m.own_values(a.at(1))? else {
            return Err(m.library("_join", &[a.at(0), a.at(1)]));
        };
        let mut data = Vec::new();
        for (index, value) in values.into_iter().enumerate() {
            if index > 0 {
                data.extend(receiver(m, a));
            }
            match m.as_bytes(value) {
                Some(part) => data.extend_from_slice(part),
                None => {
                    let name = m.class_name(value);
                    return Err(m.type_error(format!(
                        "sequence item {index}: expected a bytes-like object, {name} found"
                    )));
                }
            }
        }
        same_kind(m, a, data)
    };
};

fn receiver(m: &Machine, a: &Args) -> Vec<u8> {
    m.as_bytes(a.at(0)).unwrap_or_default().to_vec()
}

fn array<'m>(m: &'m mut Machine, a: &Args) -> &'m mut Vec<u8> {
    let id = m.plain(a.at(0)).object().unwrap_or(ObjId(0));
    match m.heap.get_mut(id) {
        Object::ByteArray(data) => data,
        _ => unreachable!("the methods of bytearray are called with one"),
    }
}

fn part(m: &mut Machine, value: Value) -> Outcome<Vec<u8>> {
    if let Some(byte) = m.as_int(value).and_then(|byte| u8::try_from(byte).ok()) {
        return Ok(vec![byte]);
    }
    match m.as_bytes(value) {
        Some(data) => Ok(data.to_vec()),
        None => {
            let name = m.class_name(value);
            Err(m.type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

fn parts(m: &mut Machine, value: Value) -> Outcome<Vec<Vec<u8>>> {
    match m.as_tuple(value).map(<[Value]>::to_vec) {
        Some(values) => values.into_iter().map(|value| part(m, value)).collect(),
        None => Ok(vec![part(m, value)?]),
    }
}

fn same_kind(m: &mut Machine, a: &Args, data: Vec<u8>) -> Outcome {
    Ok(match m.get(a.at(0)) {
        Some(Object::ByteArray(_)) => m.object(Object::ByteArray(data)),
        _ => m.bytes(data),
    })
}

fn strip(m: &mut Machine, a: &Args, left: bool, right: bool) -> Outcome {
    let set = match a.get(1).filter(|value| !value.is_none()) {
        Some(value) => Some(part(m, value)?),
        None => None,
    };
    let data = bytes::strip(&receiver(m, a), set.as_deref(), left, right).to_vec();
    same_kind(m, a, data)
}

fn split(m: &mut Machine, a: &Args) -> Outcome {
    let data = receiver(m, a);
    let limit = match a.find(m, 2, "maxsplit") {
        Some(limit) => whole_number(m, limit)?,
        None => -1,
    };
    let separator = a.find(m, 1, "sep").filter(|value| !value.is_none());
    let found: Vec<Vec<u8>> = match separator {
        None => bytes::words(&data)
            .into_iter()
            .map(<[u8]>::to_vec)
            .collect(),
        Some(separator) => {
            let separator = part(m, separator)?;
            match bytes::split(&data, &separator, limit) {
                Ok(found) => found.into_iter().map(<[u8]>::to_vec).collect(),
                Err(fault) => return Err(m.fault(fault)),
            }
        }
    };
    let mut values = Vec::new();
    for data in found {
        values.push(same_kind(m, a, data)?);
    }
    Ok(m.list(values))
}

fn append(m: &mut Machine, a: &Args) -> Outcome {
    let byte = whole_number(m, a.at(1))?;
    match u8::try_from(byte) {
        Ok(byte) => {
            array(m, a).push(byte);
            Ok(Value::None)
        }
        Err(_) => Err(m.value_error("byte must be in range(0, 256)")),
    }
}

fn extend(m: &mut Machine, a: &Args) -> Outcome {
    let data = data_of(m, a.at(1))?;
    array(m, a).extend(data);
    Ok(Value::None)
}

fn data_of(m: &mut Machine, value: Value) -> Outcome<Vec<u8>> {
    if let Some(data) = m.as_bytes(value) {
        return Ok(data.to_vec());
    }
    let Some(values) = m.own_values(value)? else {
        let name = m.class_name(value);
        return Err(m.type_error(format!("cannot convert '{name}' object to bytes")));
    };
    let mut data = Vec::new();
    for value in values {
        let byte = whole_number(m, value)?;
        match u8::try_from(byte) {
            Ok(byte) => data.push(byte),
            Err(_) => return Err(m.value_error("bytes must be in range(0, 256)")),
        }
    }
    Ok(data)
}

fn new_bytes(m: &mut Machine, a: &Args, kind: ObjId) -> Outcome {
    let data = match a.get(1) {
        None => Vec::new(),
        Some(value) => match (m.as_text(value), m.as_int(value)) {
            (Some(text), _) => {
                if a.find(m, 2, "encoding").is_none() {
                    return Err(m.type_error("string argument without an encoding"));
                }
                let encoding = option_text(m, a, 2, "encoding", "utf-8");
                let errors = option_text(m, a, 3, "errors", "strict");
                match encode::encode(text.as_str(), &encoding, &errors) {
                    Ok(data) => data,
                    Err(fault) => return Err(m.fault(fault)),
                }
            }
            (None, Some(count)) => match usize::try_from(count) {
                Ok(count) => {
                    m.room(count)?;
                    vec![0; count]
                }
                Err(_) => return Err(m.value_error("negative count")),
            },
            (None, None) => {
                if let Some(method @ Value::Obj(_)) = m.special(value, crate::names::Name::BYTES) {
                    let then =
                        crate::machine::frame::Then::Is(crate::machine::frame::Wanted::Bytes);
                    return Err(m.tail(method, &[value], then));
                }
                if !m.goes_by_itself(value) && m.is_iterable(value) {
                    return Err(m.library("_bytes_of", &[a.at(0), value]));
                }
                data_of(m, value)?
            }
        },
    };
    let made = if kind == ARRAY {
        m.object(Object::ByteArray(data))
    } else {
        m.bytes(data)
    };
    of_class(m, a.at(0), made, kind)
}
