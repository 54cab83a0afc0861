//! Methods of `str` that look for something in it.

use super::Args;
use super::strings::{argument, bounds, receiver};
use crate::machine::{Machine, Outcome};
use crate::values::Value;

/// A search.
pub type Find = fn(&str, &str, Option<i64>, Option<i64>) -> Option<usize>;

/// `find` and `rfind`
pub fn search(m: &mut Machine, a: &Args, find: Find) -> Outcome {
    let (text, part) = (receiver(m, a), argument(m, a.at(1), "find")?);
    let (start, end) = bounds(m, a, 2)?;
    let place = find(text.as_str(), part.as_str(), start, end);
    Ok(Value::Int(place.map_or(-1, |place| place as i64)))
}

/// `index` and `rindex`
pub fn index(m: &mut Machine, a: &Args, find: Find) -> Outcome {
    match search(m, a, find)? {
        Value::Int(-1) => Err(m.value_error("substring not found")),
        place => Ok(place),
    }
}

/// A test of a text's start or end.
pub type Affix = fn(&str, &[&str], Option<i64>, Option<i64>) -> bool;

/// `startswith` and `endswith`
pub fn affix(m: &mut Machine, a: &Args, name: &str, test: Affix) -> Outcome {
    let text = receiver(m, a);
    let (start, end) = bounds(m, a, 2)?;
    let parts: Vec<Value> = match m.as_tuple(a.at(1)) {
        Some(parts) => parts.to_vec(),
        None => vec![a.at(1)],
    };
    let mut texts = Vec::new();
    for part in parts {
        match m.as_text(part) {
            Some(part) => texts.push(part),
            None => {
                let class = m.class_name(part);
                return Err(m.type_error(format!(
                    "{name} first arg must be str or a tuple of str, not {class}"
                )));
            }
        }
    }
    let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
    Ok(Value::Bool(test(text.as_str(), &texts, start, end)))
}
