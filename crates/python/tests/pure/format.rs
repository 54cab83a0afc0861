use interleaved_python::fault::{Class, Fault};
use interleaved_python::number::{
    convert,
    float_text::{self, float_repr},
    int_text::DIGITS_LIMIT,
};
use interleaved_python::text::fields::{self, First, Numbering, Parts, Path, Step};
use interleaved_python::text::percent::{self, Amount, Field, Pieces};
use interleaved_python::text::{format_number, format_text, repr};
use num_bigint::BigInt;

use crate::{Answer, Arguments};

#[test]
fn formats_are_as_cpythons() {
    crate::check("format", evaluate);
}

/// A value, as a machine would have it.
#[derive(Clone, Debug)]
enum Value {
    Bool(bool),
    Int(BigInt),
    Float(f64),
    Text(String),
    Items,
}

impl Value {
    fn new(kind: &str, text: &str) -> Self {
        match kind {
            "bool" => Value::Bool(text == "True"),
            "int" => Value::Int(text.parse().expect("an int")),
            "float" => Value::Float(float_text::parse(text).expect("a float")),
            _ => Value::Text(text.to_owned()),
        }
    }

    fn guess(text: &str) -> Self {
        match text.parse() {
            Ok(n) => Value::Int(n),
            Err(_) => Value::new("float", text),
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Value::Bool(_) => "bool",
            Value::Int(_) => "int",
            Value::Float(_) => "float",
            Value::Text(_) => "str",
            Value::Items => "list",
        }
    }

    fn text(&self) -> String {
        match self {
            Value::Bool(truth) => crate::truth(*truth),
            Value::Int(n) => n.to_string(),
            Value::Float(x) => float_repr(*x),
            Value::Text(text) => text.clone(),
            Value::Items => "['x', 'y']".into(),
        }
    }

    fn repr(&self) -> String {
        match self {
            Value::Text(text) => repr::text(text),
            _ => self.text(),
        }
    }

    fn format(&self, spec: &str) -> Answer {
        match self {
            Value::Bool(truth) if spec.is_empty() => Ok(crate::truth(*truth)),
            Value::Bool(truth) => {
                format_number::int(&BigInt::from(u8::from(*truth)), spec, "bool", DIGITS_LIMIT)
            }
            Value::Int(n) => format_number::int(n, spec, "int", DIGITS_LIMIT),
            Value::Float(x) => format_number::float(*x, spec),
            Value::Text(text) => format_text::format(text, spec),
            Value::Items => Ok(self.text()),
        }
    }
}

fn evaluate(name: &str, a: &Arguments) -> Answer {
    let shown = |text: String| repr::text(&text);
    if let Some(kind) = name.strip_prefix("format ") {
        return Value::new(kind, a.text(0)).format(a.text(1)).map(shown);
    }
    if let Some(kind) = name.strip_prefix("percent ").filter(|kind| *kind != "keys") {
        let value = Value::new(kind, a.text(1));
        return interpolate(a.text(0), &[value], None).map(shown);
    }
    match name {
        "template" => expand(a.text(0), &mut Numbering::default(), fields::MAX_DEPTH),
        "percents" => {
            let values: Vec<Value> = a.0[1..].iter().map(|text| Value::guess(text)).collect();
            interpolate(a.text(0), &values, None)
        }
        "percent keys" => {
            let keys = [
                ("a", Value::Int(1.into())),
                ("b", Value::Text("two".into())),
                ("(x)", Value::Int(3.into())),
            ];
            interpolate(a.text(0), &[Value::Items], Some(&keys))
        }
        _ => panic!("no function {name}"),
    }
    .map(shown)
}

/// `str.format`, with the values of the cases' script.
fn expand(text: &str, numbering: &mut Numbering, depth: usize) -> Answer {
    if depth == 0 {
        return Err(fields::too_deep());
    }
    let mut out = String::new();
    for part in Parts::new(text) {
        let part = part?;
        out.push_str(&part.text);
        let Some(field) = part.field else {
            continue;
        };
        let value = look_up(&field.name, numbering)?;
        field.check_conversion()?;
        let value = match field.conversion {
            Some('r') => Value::Text(value.repr()),
            Some('a') => Value::Text(repr::escape_non_ascii(&value.repr())),
            Some(_) => Value::Text(value.text()),
            None => value,
        };
        let spec = match field.nested {
            true => expand(&field.spec, numbering, depth - 1)?,
            false => field.spec,
        };
        out.push_str(&value.format(&spec)?);
    }
    Ok(out)
}

/// Stands for the errors of a machine that looks up what isn't there.
fn machine_error() -> Fault {
    Fault::new(Class::Lookup, "not there")
}

fn look_up(name: &str, numbering: &mut Numbering) -> Result<Value, Fault> {
    let path = Path::new(name, numbering)?;
    let positional = [
        Value::Int(1.into()),
        Value::Text("two".into()),
        Value::Float(3.5),
    ];
    let mut value = match &path.first {
        First::Position(number) => {
            let found = positional.get(*number).cloned();
            found.ok_or_else(|| fields::no_position(*number))?
        }
        First::Keyword(name) => match name.as_str() {
            "key" => Value::Text("value".into()),
            "width" => Value::Int(8.into()),
            "number" => Value::Int(42.into()),
            "items" => Value::Items,
            _ => return Err(machine_error()),
        },
    };
    for step in path {
        value = match (step?, value) {
            (Step::Attribute(name), Value::Int(n)) if name == "real" => Value::Int(n),
            (Step::Attribute(name), Value::Int(_)) if name == "imag" => Value::Int(0.into()),
            (Step::Index(index @ 0..=1), Value::Items) => {
                Value::Text(["x", "y"][index as usize].into())
            }
            _ => return Err(machine_error()),
        };
    }
    Ok(value)
}

/// `template % values`
fn interpolate(text: &str, values: &[Value], keys: Option<&[(&str, Value)]>) -> Answer {
    let mut values = values.iter();
    let mut out = String::new();
    let mut by_key = false;
    for piece in Pieces::new(text, keys.is_some()) {
        let mut field = match piece? {
            percent::Piece::Text(text) => {
                out.push_str(text);
                continue;
            }
            percent::Piece::Field(field) => field,
        };
        by_key |= field.key.is_some();
        let mut star = |amount| match (amount, values.clone().next()) {
            (Amount::Argument, Some(Value::Int(n))) => {
                values.next();
                Ok(Some(
                    num_traits::ToPrimitive::to_i64(n).expect("a small int"),
                ))
            }
            (Amount::Argument, None) => Err(percent::not_enough()),
            (Amount::Argument, _) => Err(percent::star_wants_int()),
            _ => Ok(None),
        };
        if let Some(width) = star(field.width)? {
            field.set_width(width);
        }
        if let Some(precision) = star(field.precision)? {
            field.set_precision(precision);
        }
        let value = match (&field.key, keys) {
            (Some(key), Some(keys)) => {
                let found = keys.iter().find(|(name, _)| name == key);
                &found.ok_or_else(machine_error)?.1
            }
            (None, Some(_)) => values.next().ok_or_else(percent::not_enough)?,
            _ => values.next().ok_or_else(percent::not_enough)?,
        };
        out.push_str(&one(&field, value)?);
    }
    if values.next().is_some() && keys.is_none() && !by_key {
        return Err(percent::not_all_converted());
    }
    Ok(out)
}

fn one(field: &Field, value: &Value) -> Answer {
    let wrong = || field.wrong_type(value.kind());
    match (field.conversion, value) {
        ('s', value) => field.text(&value.text()),
        ('r', value) => field.text(&value.repr()),
        ('a', value) => field.text(&repr::escape_non_ascii(&value.repr())),
        ('d' | 'i' | 'u', Value::Float(x)) => field.int(&convert::to_int(*x)?, DIGITS_LIMIT),
        ('d' | 'i' | 'u' | 'o' | 'x' | 'X', Value::Int(n)) => field.int(n, DIGITS_LIMIT),
        ('d' | 'i' | 'u' | 'o' | 'x' | 'X', _) => Err(wrong()),
        ('e' | 'E' | 'f' | 'F' | 'g' | 'G', Value::Float(x)) => field.float(*x),
        ('e' | 'E' | 'f' | 'F' | 'g' | 'G', Value::Int(n)) => field.float(convert::to_float(n)?),
        ('e' | 'E' | 'f' | 'F' | 'g' | 'G', _) => Err(wrong()),
        ('c', Value::Int(n)) => field.character_of(n),
        ('c', Value::Text(text)) if text.chars().count() == 1 => field.text(text),
        ('c', _) => Err(wrong()),
        _ => Err(field.unsupported()),
    }
}
