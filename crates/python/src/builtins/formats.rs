//! `%` and `str.format`

use super::{ANY, ANY_NAMES, Args, Native, hidden, method};
use crate::machine::{Exit, Machine, Outcome};
use crate::text::fields::{First, Numbering, Parts, Path, Step};
use crate::text::percent::{self, Amount, Piece, Pieces};
use crate::types;
use crate::values::{Object, Value};

pub const TABLE: &[Native] = &[
    method(types::STR, "format", 0, ANY, |m, a| {
        if let Some(text) = m.format_simply(a) {
            return Ok(m.text(text));
        }
        let positional = m.tuple(&a.positional[1..]);
        let named = m.dict(Default::default());
        for &(name, value) in a.named {
            let key = m.name_text(name);
            m.dict_set_text(named, key, value);
        }
        Err(m.library("_str_format", &[a.at(0), positional, named]))
    })
    .named(ANY_NAMES),
    method(types::STR, "format_map", 1, 1, |m, a| {
        let empty = m.tuple([]);
        Err(m.library("_str_format", &[a.at(0), empty, a.at(1)]))
    }),
    hidden("_format_parts", 2, 2, format_parts),
    hidden("_percent_fields", 2, 2, percent_fields),
    hidden("_percent_ready", 2, 2, |m, a| {
        m.percent_with(a.at(0), a.at(1), true)
    }),
];

/// The parts of a template: `(text, first, steps, conversion, spec, nested)`, where
/// `first` is a number or a name, and `None` without a field.
fn format_parts(m: &mut Machine, a: &Args) -> Outcome {
    let template = m.as_str(a.at(0)).unwrap_or_default().to_string();
    // Fields without a number go on counting where the template around left off.
    let before = m.as_int(a.at(1)).unwrap_or(0);
    let mut numbering = Numbering::default();
    for _ in 0..before {
        let _ = Path::new("", &mut numbering);
    }
    let mut parts = Vec::new();
    let mut count = before;
    for part in Parts::new(&template) {
        let part = part.map_err(|fault| m.fault(fault))?;
        let text = m.text(part.text);
        let Some(field) = part.field else {
            parts.push(m.tuple([
                text,
                Value::None,
                Value::None,
                Value::None,
                Value::None,
                Value::None,
            ]));
            continue;
        };
        let path = Path::new(&field.name, &mut numbering).map_err(|fault| m.fault(fault))?;
        if field.name.is_empty() || field.name.starts_with(['.', '[']) {
            count += 1;
        }
        let first = match &path.first {
            First::Position(number) => Value::Int(*number as i64),
            First::Keyword(name) => m.text(name.clone()),
        };
        let mut steps = Vec::new();
        for step in path {
            let step = step.map_err(|fault| m.fault(fault))?;
            let pair = match step {
                Step::Attribute(name) => [Value::Bool(true), m.text(name)],
                Step::Index(index) => [Value::Bool(false), Value::Int(index)],
                Step::Key(key) => [Value::Bool(false), m.text(key)],
            };
            steps.push(m.tuple(pair));
        }
        let steps = m.tuple(steps);
        let conversion = match field.conversion {
            Some(c) => m.character(c),
            None => Value::None,
        };
        if let Err(fault) = field.check_conversion() {
            return Err(m.fault(fault));
        }
        let spec = m.text(field.spec);
        parts.push(m.tuple([
            text,
            first,
            steps,
            conversion,
            spec,
            Value::Bool(field.nested),
        ]));
    }
    let parts = m.list(parts);
    Ok(m.tuple([parts, Value::Int(count)]))
}

/// The letters and keys of a template for `%`, for the library, which makes texts
/// of the values first: `(letter, key, stars)`.
fn percent_fields(m: &mut Machine, a: &Args) -> Outcome {
    let template = m.as_str(a.at(0)).unwrap_or_default().to_string();
    let has_mapping = m.truth(a.at(1))?;
    let mut fields = Vec::new();
    for piece in Pieces::new(&template, has_mapping) {
        match piece {
            Ok(Piece::Text(_)) => {}
            Ok(Piece::Field(field)) => {
                let stars = i64::from(field.width == Amount::Argument)
                    + i64::from(field.precision == Amount::Argument);
                let key = match field.key {
                    Some(key) => m.text(key),
                    None => Value::None,
                };
                let letter = m.character(field.conversion);
                fields.push(m.tuple([letter, key, Value::Int(stars)]));
            }
            Err(_) => break,
        }
    }
    Ok(m.list(fields))
}

impl Machine {
    /// `template.format(...)` where the fields are names or numbers alone, and the values
    /// simple ones: that is most of what programs write.
    fn format_simply(&self, a: &Args) -> Option<String> {
        let template = self.as_str(a.at(0))?;
        let mut out = String::with_capacity(template.len() + 16);
        let mut rest = template;
        // Fields with numbers and fields without don't go together.
        let (mut counted, mut numbered) = (0, false);
        while let Some(place) = rest.find(['{', '}']) {
            out.push_str(&rest[..place]);
            let brace = &rest[place..=place];
            rest = &rest[place + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                out.push_str(brace);
                rest = after;
                continue;
            }
            // Mistakes are told elsewhere.
            let field = &rest[..rest.find('}').filter(|_| brace == "{")?];
            rest = &rest[field.len() + 1..];
            let (name, spec) = field.split_once(':').unwrap_or((field, ""));
            let value = if name.is_empty() {
                counted += 1;
                a.get(counted)?
            } else if let Ok(number) = name.parse::<u8>() {
                numbered = true;
                a.get(usize::from(number) + 1)?
            } else {
                let name = self.names.find(name)?;
                a.named.iter().find(|named| named.0 == name)?.1
            };
            if (numbered && counted > 0) || !self.is_simple(value) {
                return None;
            }
            if spec.is_empty() {
                self.write_simple(&mut out, value);
            } else {
                out.push_str(&self.formatted(value, spec)?.ok()?);
            }
        }
        out.push_str(rest);
        Some(out)
    }

    /// `template % values`
    pub fn percent_format(&mut self, template: Value, values: Value) -> Outcome {
        self.percent_with(template, values, false)
    }

    /// The same; if the values are ready, they are texts already where `%s` and the
    /// like want them to be.
    fn percent_with(&mut self, template: Value, values: Value, ready: bool) -> Outcome {
        let Some(text) = self.as_text(template) else {
            return Ok(template);
        };
        let has_mapping = matches!(self.get(values), Some(Object::Dict(_)))
            || (self.as_tuple(values).is_none()
                && self.as_text(values).is_none()
                && self.special(values, crate::names::Name::GETITEM).is_some());
        let arguments: Vec<Value> = match self.as_tuple(values) {
            Some(values) => values.to_vec(),
            None => vec![values],
        };
        let mut out = String::new();
        let mut next = 0;
        let mut used_mapping = false;
        for piece in Pieces::new(text.as_str(), has_mapping) {
            let mut field = match piece {
                Ok(Piece::Text(text)) => {
                    out.push_str(text);
                    continue;
                }
                Ok(Piece::Field(field)) => field,
                Err(fault) => return Err(self.fault(fault)),
            };
            for is_width in [true, false] {
                let amount = if is_width {
                    field.width
                } else {
                    field.precision
                };
                if amount == Amount::Argument {
                    let Some(&value) = arguments.get(next) else {
                        return Err(self.fault(percent::not_enough()));
                    };
                    next += 1;
                    let Some(number) = self.as_int(value) else {
                        return Err(self.fault(percent::star_wants_int()));
                    };
                    if is_width {
                        field.set_width(number);
                    } else {
                        field.set_precision(number);
                    }
                }
            }
            let value = match &field.key {
                Some(key) => {
                    used_mapping = true;
                    let key = self.text(key.clone());
                    if self.as_dict(values).is_none() {
                        return Err(self.library("_percent", &[template, values]));
                    }
                    match self.dict_get(values, key)? {
                        Some(value) => value,
                        None => {
                            if self.special(values, crate::names::Name::MISSING).is_some() && !ready
                            {
                                return Err(self.library("_percent", &[template, values]));
                            }
                            return Err(Exit::Raise(self.exception(types::KEY_ERROR, &[key])));
                        }
                    }
                }
                None => {
                    let Some(&value) = arguments.get(next) else {
                        return Err(self.fault(percent::not_enough()));
                    };
                    next += 1;
                    value
                }
            };
            let is_written = match field.conversion {
                's' => field.is_bare() && self.write_simple(&mut out, value),
                'd' if field.is_bare() && matches!(value, Value::Int(_)) => {
                    self.write_simple(&mut out, value)
                }
                _ => false,
            };
            if is_written {
                continue;
            }
            let part = match field.conversion {
                's' | 'r' | 'a' => {
                    let shown = if ready {
                        Ok(value)
                    } else if field.conversion == 's' {
                        self.str(value)
                    } else {
                        self.repr(value)
                    };
                    let shown = match shown {
                        Ok(shown) => shown,
                        Err(Exit::Call(count, _)) => {
                            let place = self.thread.stack.len() - count - 1;
                            self.thread.stack.truncate(place);
                            return Err(self.library("_percent", &[template, values]));
                        }
                        Err(exit) => return Err(exit),
                    };
                    let shown = if field.conversion == 'a' {
                        self.ascii(shown)?
                    } else {
                        shown
                    };
                    field.text(self.as_str(shown).unwrap_or_default())
                }
                'c' => match (self.as_text(value), self.as_big(value)) {
                    (Some(text), _) if text.length() == 1 => {
                        field.character(text.char_at(0).unwrap_or_default())
                    }
                    (None, Some(big)) => field.character_of(&big),
                    _ => Err(field.wrong_type(&self.class_name(value))),
                },
                'd' | 'i' | 'u' => match (self.as_big(value), self.plain(value)) {
                    (Some(big), _) => field.int(&big, self.limits.digits),
                    (None, Value::Float(number)) => match crate::number::convert::to_int(number) {
                        Ok(big) => field.int(&big, self.limits.digits),
                        Err(fault) => Err(fault),
                    },
                    _ => Err(field.wrong_type(&self.class_name(value))),
                },
                'o' | 'x' | 'X' => match self.as_big(value) {
                    Some(big) => field.int(&big, self.limits.digits),
                    None => Err(field.wrong_type(&self.class_name(value))),
                },
                'e' | 'E' | 'f' | 'F' | 'g' | 'G' => match self.to_float(value)? {
                    Some(number) => field.float(number),
                    None => {
                        let name = self.class_name(value);
                        let message = format!("must be real number, not {name}");
                        return Err(self.type_error(message));
                    }
                },
                _ => Err(field.unsupported()),
            };
            match part {
                Ok(part) => out.push_str(&part),
                Err(fault) => return Err(self.fault(fault)),
            }
        }
        if next < arguments.len() && !used_mapping && !has_mapping {
            return Err(self.fault(percent::not_all_converted()));
        }
        Ok(self.text(out))
    }
}
