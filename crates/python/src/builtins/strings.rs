//! Methods of `str`.

use std::rc::Rc;

use super::numbers::of_class;
use super::search::{affix, index, search};
use super::{Args, Native, maker, method};
use crate::fault::Fault;
use crate::machine::frame::{Then, Wanted};
use crate::machine::{Machine, Outcome};
use crate::names::Name;
use crate::text::split::Ends;
use crate::text::{case, classes, encode, find, pad, split};
use crate::types;
use crate::values::Value;
use crate::values::text::Text;

const STR: crate::values::ObjId = types::STR;

pub const TABLE: &[Native] = &[
    maker(STR, 0, 3, new_str).named("object encoding errors"),
    method(STR, "upper", 0, 0, |m, a| mapped(m, a, case::upper)),
    method(STR, "lower", 0, 0, |m, a| mapped(m, a, case::lower)),
    method(STR, "title", 0, 0, |m, a| mapped(m, a, case::title)),
    method(STR, "capitalize", 0, 0, |m, a| {
        mapped(m, a, case::capitalize)
    }),
    method(STR, "swapcase", 0, 0, |m, a| mapped(m, a, case::swapcase)),
    method(STR, "casefold", 0, 0, |m, a| mapped(m, a, case::casefold)),
    method(STR, "isalpha", 0, 0, |m, a| each(m, a, classes::is_alpha)),
    method(STR, "isdigit", 0, 0, |m, a| each(m, a, classes::is_digit)),
    method(STR, "isdecimal", 0, 0, |m, a| {
        each(m, a, classes::is_decimal)
    }),
    method(STR, "isnumeric", 0, 0, |m, a| {
        each(m, a, classes::is_numeric)
    }),
    method(STR, "isalnum", 0, 0, |m, a| each(m, a, classes::is_alnum)),
    method(STR, "isspace", 0, 0, |m, a| each(m, a, classes::is_space)),
    method(STR, "isascii", 0, 0, |m, a| whole(m, a, str::is_ascii)),
    method(STR, "isupper", 0, 0, |m, a| {
        whole(m, a, classes::text_is_upper)
    }),
    method(STR, "islower", 0, 0, |m, a| {
        whole(m, a, classes::text_is_lower)
    }),
    method(STR, "istitle", 0, 0, |m, a| {
        whole(m, a, classes::text_is_title)
    }),
    method(STR, "isidentifier", 0, 0, |m, a| {
        whole(m, a, classes::text_is_identifier)
    }),
    method(STR, "isprintable", 0, 0, |m, a| {
        whole(m, a, classes::text_is_printable)
    }),
    method(STR, "split", 0, 2, |m, a| split_text(m, a, false)).named("sep maxsplit"),
    method(STR, "rsplit", 0, 2, |m, a| split_text(m, a, true)).named("sep maxsplit"),
    method(STR, "splitlines", 0, 1, splitlines).named("keepends"),
    method(STR, "join", 1, 1, join),
    method(STR, "strip", 0, 1, |m, a| strip(m, a, Ends::Both)),
    method(STR, "lstrip", 0, 1, |m, a| strip(m, a, Ends::Left)),
    method(STR, "rstrip", 0, 1, |m, a| strip(m, a, Ends::Right)),
    method(STR, "find", 1, 3, |m, a| search(m, a, find::find)),
    method(STR, "rfind", 1, 3, |m, a| search(m, a, find::rfind)),
    method(STR, "index", 1, 3, |m, a| index(m, a, find::find)),
    method(STR, "rindex", 1, 3, |m, a| index(m, a, find::rfind)),
    method(STR, "count", 1, 3, |m, a| {
        let (text, part) = (receiver(m, a), argument(m, a.at(1), "count")?);
        let (start, end) = bounds(m, a, 2)?;
        Ok(Value::Int(
            find::count(text.as_str(), part.as_str(), start, end) as i64,
        ))
    }),
    method(STR, "startswith", 1, 3, |m, a| {
        affix(m, a, "startswith", find::starts_with)
    }),
    method(STR, "endswith", 1, 3, |m, a| {
        affix(m, a, "endswith", find::ends_with)
    }),
    method(STR, "replace", 2, 3, replace),
    method(STR, "removeprefix", 1, 1, |m, a| {
        let (text, part) = (receiver(m, a), argument(m, a.at(1), "removeprefix")?);
        let rest = find::remove_prefix(text.as_str(), part.as_str()).to_string();
        Ok(m.text(rest))
    }),
    method(STR, "removesuffix", 1, 1, |m, a| {
        let (text, part) = (receiver(m, a), argument(m, a.at(1), "removesuffix")?);
        let rest = find::remove_suffix(text.as_str(), part.as_str()).to_string();
        Ok(m.text(rest))
    }),
    method(STR, "partition", 1, 1, |m, a| {
        let (text, part) = (receiver(m, a), argument(m, a.at(1), "partition")?);
        let parts = find::partition(text.as_str(), part.as_str());
        three(m, parts)
    }),
    method(STR, "rpartition", 1, 1, |m, a| {
        let (text, part) = (receiver(m, a), argument(m, a.at(1), "rpartition")?);
        let parts = find::rpartition(text.as_str(), part.as_str());
        three(m, parts)
    }),
    method(STR, "ljust", 1, 2, |m, a| padded(m, a, pad::left)),
    method(STR, "rjust", 1, 2, |m, a| padded(m, a, pad::right)),
    method(STR, "center", 1, 2, |m, a| padded(m, a, pad::center)),
    method(STR, "zfill", 1, 1, |m, a| {
        let (text, width) = (receiver(m, a), whole_number(m, a.at(1))?);
        let result = pad::zeros(text.as_str(), width);
        text_result(m, result)
    }),
    method(STR, "expandtabs", 0, 1, |m, a| {
        let size = match a.find(m, 1, "tabsize") {
            Some(size) => whole_number(m, size)?,
            None => 8,
        };
        let result = pad::expand_tabs(receiver(m, a).as_str(), size);
        text_result(m, result)
    })
    .named("tabsize"),
    method(STR, "encode", 0, 2, |m, a| {
        let encoding = option_text(m, a, 1, "encoding", "utf-8");
        let errors = option_text(m, a, 2, "errors", "strict");
        match encode::encode(receiver(m, a).as_str(), &encoding, &errors) {
            Ok(bytes) => Ok(m.bytes(bytes)),
            Err(fault) => Err(m.fault(fault)),
        }
    })
    .named("encoding errors"),
    method(STR, "translate", 1, 1, |m, a| {
        Err(m.library("_translate", &[a.at(0), a.at(1)]))
    }),
    method(STR, "__str__", 0, 0, |m, a| m.str(a.at(0))),
    method(STR, "__format__", 1, 1, |m, a| {
        let plain = m.plain(a.at(0));
        m.format_value(plain, a.at(1))
    }),
];

/// The text whose method is called.
pub fn receiver(m: &Machine, a: &Args) -> Rc<Text> {
    m.as_text(a.at(0)).unwrap_or_else(|| Text::new(""))
}

/// An argument that has to be a text.
pub fn argument(m: &mut Machine, value: Value, method: &str) -> Outcome<Rc<Text>> {
    match m.as_text(value) {
        Some(text) => Ok(text),
        None => {
            let name = m.class_name(value);
            let message = match method {
                "count" | "find" => format!("must be str, not {name}"),
                _ => format!("{method}() argument 1 must be str, not {name}"),
            };
            Err(m.type_error(message))
        }
    }
}

/// An argument that has to be an integer.
pub fn whole_number(m: &mut Machine, value: Value) -> Outcome<i64> {
    match m.index(value)? {
        Some(number) => Ok(number),
        None => {
            let name = m.class_name(value);
            let message = format!("'{name}' object cannot be interpreted as an integer");
            Err(m.type_error(message))
        }
    }
}

/// A text, or the exception that came in its place.
pub fn text_result(m: &mut Machine, result: Result<String, Fault>) -> Outcome {
    match result {
        Ok(text) => Ok(m.text(text)),
        Err(fault) => Err(m.fault(fault)),
    }
}

/// An argument that is a text and may be left out.
pub fn option_text(m: &Machine, a: &Args, index: usize, name: &str, default: &str) -> String {
    let value = a.find(m, index, name);
    value
        .and_then(|value| m.as_str(value))
        .unwrap_or(default)
        .to_string()
}

/// The bounds of a search.
pub fn bounds(m: &mut Machine, a: &Args, first: usize) -> Outcome<(Option<i64>, Option<i64>)> {
    let mut both = [None; 2];
    for (place, bound) in both.iter_mut().enumerate() {
        match a.get(first + place) {
            None | Some(Value::None) => {}
            Some(value) => match m.index(value)? {
                Some(index) => *bound = Some(index),
                None => {
                    let message =
                        "slice indices must be integers or None or have an __index__ method";
                    return Err(m.type_error(message));
                }
            },
        }
    }
    Ok((both[0], both[1]))
}

fn mapped(m: &mut Machine, a: &Args, map: fn(&str) -> String) -> Outcome {
    let text = map(receiver(m, a).as_str());
    Ok(m.text(text))
}

fn each(m: &mut Machine, a: &Args, holds: fn(char) -> bool) -> Outcome {
    Ok(Value::Bool(classes::all(receiver(m, a).as_str(), holds)))
}

fn whole(m: &mut Machine, a: &Args, holds: fn(&str) -> bool) -> Outcome {
    Ok(Value::Bool(holds(receiver(m, a).as_str())))
}

fn new_str(m: &mut Machine, a: &Args) -> Outcome {
    let Some(value) = a.find(m, 1, "object") else {
        let empty = m.text("");
        return of_class(m, a.at(0), empty, STR);
    };
    if (a.count() > 2 || !a.named.is_empty())
        && let Some(bytes) = m.as_bytes(value).map(<[u8]>::to_vec)
    {
        {
            let encoding = option_text(m, a, 2, "encoding", "utf-8");
            let errors = option_text(m, a, 3, "errors", "strict");
            let result = encode::decode(&bytes, &encoding, &errors);
            return text_result(m, result);
        }
    }
    if m.as_class(a.at(0)) != Some(STR) {
        let plain = m.plain(value);
        if m.as_text(plain).is_some() && m.special(value, Name::STR).is_none() {
            return of_class(m, a.at(0), plain, STR);
        }
        if let Some(found @ Value::Obj(_)) = m.special(value, Name::STR) {
            return Err(m.tail(found, &[value], Then::Is(Wanted::Str)));
        }
        let text = m.str(value)?;
        return of_class(m, a.at(0), text, STR);
    }
    m.str(value)
}

fn split_text(m: &mut Machine, a: &Args, from_end: bool) -> Outcome {
    let text = receiver(m, a);
    let separator = a.find(m, 1, "sep").filter(|value| !value.is_none());
    let limit = match a.find(m, 2, "maxsplit") {
        Some(limit) => whole_number(m, limit)?,
        None => -1,
    };
    let text = text.as_str();
    let parts = match separator {
        None if from_end => split::words_from_end(text, limit),
        None => split::words(text, limit),
        Some(separator) => {
            let Some(separator) = m.as_text(separator) else {
                let name = m.class_name(separator);
                return Err(m.type_error(format!("must be str or None, not {name}")));
            };
            let separator = separator.as_str();
            let parts = if from_end {
                split::rsplit(text, separator, limit)
            } else {
                split::split(text, separator, limit)
            };
            parts.map_err(|fault| m.fault(fault))?
        }
    };
    let parts: Vec<Value> = parts.into_iter().map(|part| m.text(part)).collect();
    Ok(m.list(parts))
}

fn splitlines(m: &mut Machine, a: &Args) -> Outcome {
    let keep = match a.find(m, 1, "keepends") {
        Some(keep) => m.truth(keep)?,
        None => false,
    };
    let text = receiver(m, a);
    let lines = split::lines(text.as_str(), keep);
    let lines: Vec<Value> = lines.into_iter().map(|line| m.text(line)).collect();
    Ok(m.list(lines))
}

fn join(m: &mut Machine, a: &Args) -> Outcome {
    let separator = receiver(m, a);
    let Some(values) = m.own_values(a.at(1))? else {
        if !m.is_iterable(a.at(1)) {
            return Err(m.type_error("can only join an iterable"));
        }
        return Err(m.library("_join", &[a.at(0), a.at(1)]));
    };
    let mut text = String::new();
    for (index, &value) in values.iter().enumerate() {
        if index > 0 {
            text.push_str(separator.as_str());
        }
        match m.as_str(value) {
            Some(part) => text.push_str(part),
            None => {
                let name = m.class_name(value);
                return Err(m.type_error(format!(
                    "sequence item {index}: expected str instance, {name} found"
                )));
            }
        }
        if text.len() > 1 << 20 {
            m.room(0)?;
        }
    }
    m.room(text.len())?;
    Ok(m.text(text))
}

fn strip(m: &mut Machine, a: &Args, ends: Ends) -> Outcome {
    let text = receiver(m, a);
    let characters = match a.get(1) {
        None | Some(Value::None) => None,
        Some(value) => match m.as_text(value) {
            Some(characters) => Some(characters),
            None => {
                let name = match ends {
                    Ends::Both => "strip",
                    Ends::Left => "lstrip",
                    Ends::Right => "rstrip",
                };
                return Err(m.type_error(format!("{name} arg must be None or str")));
            }
        },
    };
    let characters = characters.as_deref().map(Text::as_str);
    let rest = split::strip(text.as_str(), characters, ends);
    if rest.len() == text.as_str().len() {
        return Ok(m.plain(a.at(0)));
    }
    Ok(m.text(rest))
}

fn replace(m: &mut Machine, a: &Args) -> Outcome {
    let text = receiver(m, a);
    let old = argument(m, a.at(1), "replace")?;
    let Some(new) = m.as_text(a.at(2)) else {
        let name = m.class_name(a.at(2));
        return Err(m.type_error(format!("replace() argument 2 must be str, not {name}")));
    };
    let count = match a.get(3) {
        Some(count) => whole_number(m, count)?,
        None => -1,
    };
    let result = find::replace(text.as_str(), old.as_str(), new.as_str(), count);
    text_result(m, result)
}

fn three(m: &mut Machine, parts: Result<[&str; 3], Fault>) -> Outcome {
    match parts {
        Ok(parts) => {
            let parts = parts.map(|part| m.text(part));
            Ok(m.tuple(parts))
        }
        Err(fault) => Err(m.fault(fault)),
    }
}

fn padded(m: &mut Machine, a: &Args, pad: fn(&str, i64, char) -> Result<String, Fault>) -> Outcome {
    let (text, width) = (receiver(m, a), whole_number(m, a.at(1))?);
    let fill = match a.get(2) {
        None => ' ',
        Some(fill) => match m.as_text(fill).filter(|fill| fill.length() == 1) {
            Some(fill) => fill.char_at(0).unwrap_or(' '),
            None => {
                let message = "The fill character must be exactly one character long";
                return Err(m.type_error(message));
            }
        },
    };
    let result = pad(text.as_str(), width, fill);
    text_result(m, result)
}
