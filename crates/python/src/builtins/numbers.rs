//! `int`, `float`, `bool` and `complex`.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::{Args, Native, function, maker, method};
use crate::machine::frame::{Then, Wanted};
use crate::machine::{Machine, Outcome};
use crate::names::Name;
use crate::number::{convert, float, float_text, int, int_text, round};
use crate::types;
use crate::values::{ObjId, Object, Value};

pub const TABLE: &[Native] = &[
    maker(types::INT, 0, 2, new_int).named("_ base"),
    maker(types::BOOL, 0, 1, |m, a| match a.get(1) {
        None => Ok(Value::Bool(false)),
        Some(value) => m.truth(value).map(Value::Bool),
    }),
    maker(types::FLOAT, 0, 1, new_float),
    maker(types::COMPLEX, 0, 2, new_complex).named("real imag"),
    method(types::INT, "bit_length", 0, 0, |m, a| {
        let big = m.as_big(a.at(0)).unwrap_or_default();
        Ok(Value::Int(big.bits() as i64))
    }),
    method(types::INT, "bit_count", 0, 0, |m, a| {
        let big = m.as_big(a.at(0)).unwrap_or_default();
        Ok(Value::Int(int::bit_count(&big) as i64))
    }),
    method(types::INT, "to_bytes", 0, 2, to_bytes).named("length byteorder * signed"),
    method(types::INT, "conjugate", 0, 0, |_, a| Ok(a.at(0))),
    method(types::INT, "as_integer_ratio", 0, 0, |m, a| {
        Ok(m.tuple([a.at(0), Value::Int(1)]))
    }),
    method(types::INT, "__index__", 0, 0, as_int),
    method(types::INT, "__int__", 0, 0, as_int),
    method(types::INT, "__float__", 0, 0, |m, a| {
        new_float(
            m,
            &Args {
                positional: &[Value::Obj(types::FLOAT), a.at(0)],
                named: &[],
            },
        )
    }),
    method(types::FLOAT, "is_integer", 0, 0, |m, a| {
        let value = float_of(m, a.at(0));
        Ok(Value::Bool(value.is_finite() && value.fract() == 0.0))
    }),
    method(types::FLOAT, "hex", 0, 0, |m, a| {
        let text = float_text::hex(float_of(m, a.at(0)));
        Ok(m.text(text))
    }),
    method(
        types::FLOAT,
        "as_integer_ratio",
        0,
        0,
        |m, a| match convert::as_integer_ratio(float_of(m, a.at(0))) {
            Ok((top, bottom)) => {
                let parts = [m.int(top), m.int(bottom)];
                Ok(m.tuple(parts))
            }
            Err(fault) => Err(m.fault(fault)),
        },
    ),
    method(types::FLOAT, "conjugate", 0, 0, |_, a| Ok(a.at(0))),
    method(types::FLOAT, "__float__", 0, 0, |m, a| {
        Ok(Value::Float(float_of(m, a.at(0))))
    }),
    method(types::FLOAT, "__int__", 0, 0, |m, a| {
        new_int(
            m,
            &Args {
                positional: &[Value::Obj(types::INT), a.at(0)],
                named: &[],
            },
        )
    }),
    method(types::COMPLEX, "conjugate", 0, 0, |m, a| {
        let (real, imaginary) = m.to_complex(a.at(0))?.unwrap_or_default();
        Ok(m.object(Object::Complex(real, -imaginary)))
    }),
    function("round", 1, 2, round_value).named("number ndigits"),
    function("divmod", 2, 2, div_mod),
    function("pow", 2, 3, power).named("base exp mod"),
];

fn float_of(m: &Machine, value: Value) -> f64 {
    match m.plain(value) {
        Value::Float(value) => value,
        other => m.as_int(other).unwrap_or_default() as f64,
    }
}

fn as_int(m: &mut Machine, a: &Args) -> Outcome {
    match m.plain(a.at(0)) {
        Value::Bool(value) => Ok(Value::Int(value.into())),
        value => Ok(value),
    }
}

/// The value itself, or an instance of the subclass that was asked for.
pub fn of_class(m: &mut Machine, class: Value, value: Value, builtin: ObjId) -> Outcome {
    match m.as_class(class) {
        Some(id) if id != builtin => Ok(m.new_instance(id, value)),
        _ => Ok(value),
    }
}

fn new_int(m: &mut Machine, a: &Args) -> Outcome {
    let base = a.find(m, 2, "base");
    let Some(value) = a.get(1) else {
        return of_class(m, a.at(0), Value::Int(0), types::INT);
    };
    let value = match base {
        Some(base) => {
            let Some(base) = m.as_int(base) else {
                let name = m.class_name(base);
                let message = format!("'{name}' object cannot be interpreted as an integer");
                return Err(m.type_error(message));
            };
            let Some(text) = m.as_text(value) else {
                return Err(m.type_error("int() can't convert non-string with explicit base"));
            };
            parse_int(m, text.as_str(), base)?
        }
        None => to_int(m, value)?,
    };
    of_class(m, a.at(0), value, types::INT)
}

fn parse_int(m: &mut Machine, text: &str, base: i64) -> Outcome {
    // So many digits fit in any case, and are most of what programs read.
    let is_short = (1..=18).contains(&text.len());
    if base == 10 && is_short && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let digit = |number: i64, byte: u8| number * 10 + i64::from(byte - b'0');
        return Ok(Value::Int(text.bytes().fold(0, digit)));
    }
    match int_text::parse(text, base, m.limits.digits) {
        Ok(big) => Ok(m.int(big)),
        Err(fault) => Err(m.fault(fault)),
    }
}

fn to_int(m: &mut Machine, value: Value) -> Outcome {
    match value {
        Value::Int(_) => return Ok(value),
        Value::Bool(value) => return Ok(Value::Int(value.into())),
        _ => {}
    }
    for name in [Name::INT, Name::INDEX] {
        if let Some(found @ Value::Obj(_)) = m.special(value, name) {
            return Err(m.tail(found, &[value], Then::Is(Wanted::Int)));
        }
    }
    if let Value::Float(number) = m.plain(value) {
        return match convert::to_int(number) {
            Ok(big) => Ok(m.int(big)),
            Err(fault) => Err(m.fault(fault)),
        };
    }
    if let Some(big) = m.as_big(value) {
        return Ok(m.int(big));
    }
    if let Some(text) = m.as_text(value) {
        return parse_int(m, text.as_str(), 10);
    }
    if let Some(bytes) = m.as_bytes(value) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return parse_int(m, &text, 10);
    }
    let name = m.class_name(value);
    Err(m.type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
    )))
}

fn new_float(m: &mut Machine, a: &Args) -> Outcome {
    let Some(value) = a.get(1) else {
        return of_class(m, a.at(0), Value::Float(0.0), types::FLOAT);
    };
    for name in [Name::FLOAT, Name::INDEX] {
        if let Some(found @ Value::Obj(_)) = m.special(value, name) {
            let wanted = if name == Name::FLOAT {
                Wanted::Float
            } else {
                Wanted::Index
            };
            return Err(m.tail(found, &[value], Then::Is(wanted)));
        }
    }
    let number = match m.to_float(value)? {
        Some(number) => number,
        None => {
            let text = match (m.as_text(value), m.as_bytes(value)) {
                (Some(text), _) => text.as_str().to_string(),
                (None, Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
                _ => {
                    let name = m.class_name(value);
                    return Err(m.type_error(format!(
                        "float() argument must be a string or a real number, not '{name}'"
                    )));
                }
            };
            float_text::parse(&text).map_err(|fault| m.fault(fault))?
        }
    };
    of_class(m, a.at(0), Value::Float(number), types::FLOAT)
}

fn new_complex(m: &mut Machine, a: &Args) -> Outcome {
    let mut parts = [(0.0, 0.0); 2];
    for (index, name) in ["real", "imag"].iter().enumerate() {
        if let Some(value) = a.find(m, index + 1, name) {
            if m.as_text(value).is_some() {
                return Err(m.library("_complex_of_text", &[value]));
            }
            match m.to_complex(value)? {
                Some(part) => parts[index] = part,
                None => {
                    let name = m.class_name(value);
                    return Err(m.type_error(format!(
                        "complex() first argument must be a string or a number, not '{name}'"
                    )));
                }
            }
        }
    }
    let [(real, imaginary), (more, down)] = parts;
    Ok(m.object(Object::Complex(real - down, imaginary + more)))
}

fn to_bytes(m: &mut Machine, a: &Args) -> Outcome {
    let length = a.find(m, 1, "length").unwrap_or(Value::Int(1));
    let length = m.as_int(length).unwrap_or(1).max(0) as usize;
    let order = a.find(m, 2, "byteorder");
    let big_endian = order.is_none_or(|order| m.as_str(order) == Some("big"));
    let signed = a
        .find(m, 3, "signed")
        .is_some_and(|value| matches!(value, Value::Bool(true)));
    let big = m.as_big(a.at(0)).unwrap_or_default();
    match crate::text::bytes::from_int(&big, length, big_endian, signed) {
        Ok(bytes) => Ok(m.bytes(bytes)),
        Err(fault) => Err(m.fault(fault)),
    }
}

fn round_value(m: &mut Machine, a: &Args) -> Outcome {
    let value = a.find(m, 0, "number").unwrap_or(Value::None);
    let digits = a.find(m, 1, "ndigits").filter(|digits| !digits.is_none());
    if let Some(found @ Value::Obj(_)) = m.special(value, Name::ROUND) {
        return match digits {
            Some(digits) => Err(m.tail(found, &[value, digits], Then::Push)),
            None => Err(m.tail(found, &[value], Then::Push)),
        };
    }
    let count = match digits {
        Some(digits) => match m.as_big(digits) {
            Some(count) => Some(count),
            None => {
                let name = m.class_name(digits);
                let message = format!("'{name}' object cannot be interpreted as an integer");
                return Err(m.type_error(message));
            }
        },
        None => None,
    };
    if let Value::Float(number) = m.plain(value) {
        return match count {
            None => match round::to_int(number) {
                Ok(big) => Ok(m.int(big)),
                Err(fault) => Err(m.fault(fault)),
            },
            Some(count) => {
                let count = count
                    .to_i64()
                    .unwrap_or(if count > BigInt::ZERO { 400 } else { -400 });
                round::float(number, count)
                    .map(Value::Float)
                    .map_err(|fault| m.fault(fault))
            }
        };
    }
    match (m.as_big(value), count) {
        (Some(big), None) => Ok(m.int(big)),
        (Some(big), Some(count)) => Ok(m.int(round::int(&big, &count))),
        (None, _) => {
            let name = m.class_name(value);
            Err(m.type_error(format!("type {name} doesn't define __round__ method")))
        }
    }
}

fn div_mod(m: &mut Machine, a: &Args) -> Outcome {
    let (left, right) = (a.at(0), a.at(1));
    if let (Some(a), Some(b)) = (m.as_big(left), m.as_big(right)) {
        return match int::div_mod(&a, &b) {
            Ok((quotient, rest)) => {
                let parts = [m.int(quotient), m.int(rest)];
                Ok(m.tuple(parts))
            }
            Err(fault) => Err(m.fault(fault)),
        };
    }
    let is_plain = |value| matches!(m.plain(value), Value::Float(_)) || m.as_big(value).is_some();
    if is_plain(left) && is_plain(right) {
        let (a, b) = (
            m.to_float(left)?.unwrap_or(0.0),
            m.to_float(right)?.unwrap_or(0.0),
        );
        return match float::div_mod(a, b) {
            Ok((quotient, rest)) => Ok(m.tuple([Value::Float(quotient), Value::Float(rest)])),
            Err(fault) => Err(m.fault(fault)),
        };
    }
    Err(m.library("_divmod", &[left, right]))
}

fn power(m: &mut Machine, a: &Args) -> Outcome {
    let base = a.find(m, 0, "base").unwrap_or(Value::None);
    let exponent = a.find(m, 1, "exp").unwrap_or(Value::None);
    match a.find(m, 2, "mod").filter(|modulus| !modulus.is_none()) {
        None => Err(m.library("_pow", &[base, exponent])),
        Some(modulus) => {
            let all = (m.as_big(base), m.as_big(exponent), m.as_big(modulus));
            let (Some(base), Some(exponent), Some(modulus)) = all else {
                let message = "pow() 3rd argument not allowed unless all arguments are integers";
                return Err(m.type_error(message));
            };
            match int::pow_mod(&base, &exponent, &modulus) {
                Ok(big) => Ok(m.int(big)),
                Err(fault) => Err(m.fault(fault)),
            }
        }
    }
}
