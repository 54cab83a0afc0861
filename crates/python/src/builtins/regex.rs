//! What the module `re` has in Rust: patterns, and searching for them.

use std::rc::Rc;

use super::{Args, Native, hidden};
use crate::machine::{Machine, Outcome};
use crate::regex::Regex;
use crate::regex::search::{Input, NOWHERE, Search, TooLong, Where};
use crate::types;
use crate::values::{Object, Value};

/// One search takes so many steps at most, a fraction of a second.
const MOST_STEPS: u64 = 20_000_000;
/// So many steps of a search take as long as an instruction.
const STEPS_AN_INSTRUCTION: u64 = 4;

pub const TABLE: &[Native] = &[
    hidden("_regex_compile", 2, 2, compile),
    hidden("_regex_match", 5, 5, find),
    hidden("_regex_all", 5, 5, find_all),
];

/// `(pattern, groups, names, flags)`, or `(None, message, position)` of a mistake.
fn compile(m: &mut Machine, a: &Args) -> Outcome {
    let pattern = m.as_text(a.at(0));
    let flags = m.as_int(a.at(1)).unwrap_or(0) as u32;
    let pattern = pattern.as_deref().map_or("", |text| text.as_str());
    m.room(pattern.len() * 50)?;
    match Regex::new(pattern, flags) {
        Ok(regex) => {
            let mut names = Vec::new();
            for (name, number) in &regex.names {
                let name = m.text(name.as_str());
                names.push(m.tuple([name, Value::Int(*number as i64)]));
            }
            let (groups, flags) = (regex.groups as i64, i64::from(regex.flags));
            let names = m.list(names);
            let object = m.object(Object::Regex(Rc::new(regex)));
            Ok(m.tuple([object, Value::Int(groups), names, Value::Int(flags)]))
        }
        Err(mistake) => {
            let message = m.text(mistake.message);
            let position = mistake
                .position
                .map_or(Value::None, |p| Value::Int(p as i64));
            Ok(m.tuple([Value::None, message, position]))
        }
    }
}

fn number(m: &Machine, a: &Args, index: usize) -> usize {
    usize::try_from(m.as_int(a.at(index)).unwrap_or(0)).unwrap_or(0)
}

/// The places of a match as a tuple: where each group begins and ends, and the group
/// that was closed last.
fn places(m: &mut Machine, slots: &[usize]) -> Value {
    let places: Vec<Value> = slots
        .iter()
        .map(|&slot| Value::Int(if slot == NOWHERE { -1 } else { slot as i64 }))
        .collect();
    m.tuple(places)
}

fn takes_too_long(m: &mut Machine) -> crate::machine::Exit {
    let message = "this search of a regular expression takes too many steps";
    m.error(types::RUNTIME_ERROR, message)
}

/// `(pattern, text, start, end, where)`: the places of a match, or `None`.
fn find(m: &mut Machine, a: &Args) -> Outcome {
    let (Some(regex), Some(text)) = (regex(m, a.at(0)), m.as_text(a.at(1))) else {
        return Ok(Value::None);
    };
    let input = Input::new(text.as_str());
    let place = match a.at(4) {
        Value::Int(0) => Where::Search,
        Value::Int(1) => Where::Match,
        _ => Where::Full,
    };
    let mut search = Search::new(&regex, &input, number(m, a, 3), MOST_STEPS);
    let found = search.next(number(m, a, 2), place, false);
    m.steps += (MOST_STEPS - search.left) / STEPS_AN_INSTRUCTION;
    match found {
        Ok(Some(slots)) => Ok(places(m, &slots)),
        Ok(None) => Ok(Value::None),
        Err(TooLong) => Err(takes_too_long(m)),
    }
}

/// `(pattern, text, start, end, limit)`: the places of all matches, one after the other;
/// 0 is no limit.
fn find_all(m: &mut Machine, a: &Args) -> Outcome {
    let (Some(regex), Some(text)) = (regex(m, a.at(0)), m.as_text(a.at(1))) else {
        return Ok(Value::None);
    };
    let input = Input::new(text.as_str());
    let limit = number(m, a, 4);
    let mut search = Search::new(&regex, &input, number(m, a, 3), MOST_STEPS);
    let (mut at, mut not_empty) = (number(m, a, 2), false);
    let mut all = Vec::new();
    let mut result = Ok(());
    while limit == 0 || all.len() < limit {
        match search.next(at, Where::Search, not_empty) {
            Ok(Some(slots)) => {
                // After a match of nothing comes one of something, or one further on.
                not_empty = slots[0] == slots[1];
                at = slots[1];
                all.push(places(m, &slots));
                m.room(slots.len() * 16)?;
            }
            Ok(None) => break,
            Err(TooLong) => {
                result = Err(());
                break;
            }
        }
    }
    m.steps += (MOST_STEPS - search.left) / STEPS_AN_INSTRUCTION;
    match result {
        Ok(()) => Ok(m.list(all)),
        Err(()) => Err(takes_too_long(m)),
    }
}

fn regex(m: &Machine, value: Value) -> Option<Rc<Regex>> {
    match m.heap.get(value.object()?) {
        Object::Regex(regex) => Some(regex.clone()),
        _ => None,
    }
}
