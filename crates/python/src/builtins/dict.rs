//! Methods of `dict` and of its views.

use super::numbers::of_class;
use super::{ANY, ANY_NAMES, Args, Native, hidden, maker, method};
use crate::machine::hash::Key;
use crate::machine::{Exit, Machine, Outcome};
use crate::types;
use crate::values::iter::View;
use crate::values::{ObjId, Object, Value};

const DICT: ObjId = types::DICT;
const PROXY: ObjId = types::MAPPINGPROXY;

pub const TABLE: &[Native] = &[
    maker(DICT, 0, ANY, |m, a| {
        let dict = m.dict(Default::default());
        let made = of_class(m, a.at(0), dict, DICT)?;
        if m.as_class(a.at(0)) == Some(DICT) && (a.count() > 1 || !a.named.is_empty()) {
            return fill(m, made, a, "_dict_made");
        }
        Ok(made)
    })
    .named(ANY_NAMES),
    method(DICT, "__init__", 0, ANY, |m, a| {
        fill(m, a.at(0), a, "_dict_init")
    })
    .named(ANY_NAMES),
    method(DICT, "update", 0, 1, |m, a| {
        fill(m, a.at(0), a, "_dict_init")
    })
    .named(ANY_NAMES),
    method(DICT, "get", 1, 2, |m, a| {
        match m.find_key(a.at(0), a.at(1))? {
            Key::At(_, Some(place)) => Ok(value_at(m, a.at(0), place)),
            Key::At(_, None) => Ok(a.at(2)),
            Key::Asks => Err(m.library("_dict_get", a.positional)),
        }
    }),
    method(DICT, "setdefault", 1, 2, |m, a| {
        match m.find_key(a.at(0), a.at(1))? {
            Key::At(_, Some(place)) => Ok(value_at(m, a.at(0), place)),
            Key::At(hash, None) => {
                m.dict_mut(a.at(0)).insert(hash, a.at(1), a.at(2));
                Ok(a.at(2))
            }
            Key::Asks => Err(m.library("_dict_setdefault", &[a.at(0), a.at(1), a.at(2)])),
        }
    }),
    method(DICT, "pop", 1, 2, |m, a| {
        match m.find_key(a.at(0), a.at(1))? {
            Key::At(_, Some(place)) => Ok(m.dict_mut(a.at(0)).remove_at(place)),
            Key::At(_, None) => match a.get(2) {
                Some(default) => Ok(default),
                None => Err(Exit::Raise(m.exception(types::KEY_ERROR, &[a.at(1)]))),
            },
            Key::Asks => Err(m.library("_dict_pop", a.positional)),
        }
    }),
    method(DICT, "popitem", 0, 0, |m, a| {
        let dict = m.dict_mut(a.at(0));
        let end = dict.end();
        let Some((place, entry)) = dict.last_before(end) else {
            let text = m.text("popitem(): dictionary is empty");
            return Err(Exit::Raise(m.exception(types::KEY_ERROR, &[text])));
        };
        let entry = *entry;
        dict.remove_at(place);
        Ok(m.tuple([entry.key, entry.value]))
    }),
    method(DICT, "clear", 0, 0, |m, a| {
        m.dict_mut(a.at(0)).clear();
        Ok(Value::None)
    }),
    method(DICT, "copy", 0, 0, |m, a| {
        let copy = m.as_dict(a.at(0)).cloned().unwrap_or_default();
        Ok(m.dict(copy))
    }),
    method(DICT, "keys", 0, 0, |m, a| view(m, a, View::Keys)),
    method(DICT, "values", 0, 0, |m, a| view(m, a, View::Values)),
    method(DICT, "items", 0, 0, |m, a| view(m, a, View::Items)),
    method(types::DICT_KEYS, "isdisjoint", 1, 1, |m, a| {
        Err(m.library("_isdisjoint", &[a.at(0), a.at(1)]))
    }),
    // The attributes of a module or a class, seen as a dictionary.
    method(PROXY, "get", 1, 2, |m, a| {
        let (key, default) = (a.at(1), a.at(2));
        let name = m.as_str(key).map(|text| m.names.name(text));
        let found = name.and_then(|name| namespace_of(m, a)?.get(name));
        Ok(found.unwrap_or(default))
    }),
    method(PROXY, "keys", 0, 0, |m, a| {
        Err(m.library("_list", &[a.at(0)]))
    }),
    method(PROXY, "values", 0, 0, |m, a| {
        let values = namespace_of(m, a).map(|names| names.iter().map(|(_, v)| v).collect());
        Ok(m.list(values.unwrap_or_default()))
    }),
    method(PROXY, "items", 0, 0, |m, a| {
        let entries: Vec<_> = namespace_of(m, a)
            .map(|n| n.iter().collect())
            .unwrap_or_default();
        let mut items = Vec::new();
        for (name, value) in entries {
            let key = m.name_text(name);
            items.push(m.tuple([key, value]));
        }
        Ok(m.list(items))
    }),
    method(PROXY, "copy", 0, 0, |m, a| {
        Err(m.library("_dict_of_pairs", &[a.at(0)]))
    }),
    method(PROXY, "update", 0, 1, |m, a| {
        Err(m.library("_proxy_update", &[a.at(0), a.at(1)]))
    }),
    hidden("_dict_candidates", 2, 2, candidates),
    hidden("_dict_at", 2, 2, |m, a| {
        let place = m.as_int(a.at(1)).unwrap_or(-1) as usize;
        Ok(value_at(m, a.at(0), place))
    }),
    hidden("_dict_put_at", 3, 3, |m, a| {
        let place = m.as_int(a.at(1)).unwrap_or(0) as usize;
        m.dict_mut(a.at(0)).set_at(place, a.at(2));
        Ok(Value::None)
    }),
    hidden("_dict_insert", 4, 4, |m, a| {
        let hash = m.as_int(a.at(1)).unwrap_or(0) as u64;
        m.dict_mut(a.at(0)).insert(hash, a.at(2), a.at(3));
        Ok(Value::None)
    }),
    hidden("_dict_remove_at", 2, 2, |m, a| {
        let place = m.as_int(a.at(1)).unwrap_or(0) as usize;
        Ok(m.dict_mut(a.at(0)).remove_at(place))
    }),
    hidden("_dict_move_to_end", 3, 3, |m, a| {
        let place = match m.find_key(a.at(0), a.at(1))? {
            Key::At(_, Some(place)) => place,
            _ => return Err(Exit::Raise(m.exception(types::KEY_ERROR, &[a.at(1)]))),
        };
        let last = m.truth(a.at(2))?;
        let dict = m.dict_mut(a.at(0));
        let Some(entry) = dict.at(place).copied() else {
            return Ok(Value::None);
        };
        dict.remove_at(place);
        if last {
            dict.insert(entry.hash, entry.key, entry.value);
        } else {
            let others: Vec<_> = dict.iter().copied().collect();
            dict.clear();
            dict.insert(entry.hash, entry.key, entry.value);
            for other in others {
                dict.insert(other.hash, other.key, other.value);
            }
        }
        Ok(Value::None)
    }),
];

fn namespace_of<'m>(m: &'m Machine, a: &Args) -> Option<&'m crate::values::namespace::Namespace> {
    match m.get(a.at(0))? {
        Object::NamespaceView(id) => m.view_of(*id),
        _ => None,
    }
}

fn value_at(m: &Machine, dict: Value, place: usize) -> Value {
    let dict = m.as_dict(dict);
    dict.and_then(|dict| Some(dict.at(place)?.value))
        .unwrap_or(Value::None)
}

fn view(m: &mut Machine, a: &Args, view: View) -> Outcome {
    match a.at(0) {
        Value::Obj(id) => Ok(m.object(Object::View(view, id))),
        _ => Ok(Value::None),
    }
}

/// Adds what the arguments say to a dictionary.
fn fill(m: &mut Machine, dict: Value, a: &Args, function: &str) -> Outcome {
    if a.count() > 2 {
        let count = a.count() - 1;
        let name = if function == "_dict_made" {
            "dict"
        } else {
            "update"
        };
        return Err(m.type_error(format!("{name} expected at most 1 argument, got {count}")));
    }
    if a.count() < 2 {
        for &(name, value) in a.named {
            let key = m.name_text(name);
            m.dict_set_text(dict, key, value);
        }
        return Ok(if function == "_dict_made" {
            dict
        } else {
            Value::None
        });
    }
    let named = m.dict(Default::default());
    for &(name, value) in a.named {
        let key = m.name_text(name);
        m.dict_set_text(named, key, value);
    }
    Err(m.library(function, &[dict, a.at(1), named]))
}

/// The places of the keys with a hash, for the library, which compares them.
fn candidates(m: &mut Machine, a: &Args) -> Outcome {
    let hash = m.as_int(a.at(1)).unwrap_or(0) as u64;
    let Some(dict) = m.as_dict(a.at(0)) else {
        return Ok(m.list(Vec::new()));
    };
    let mut found = Vec::new();
    let mut place = 0;
    while let Some((at, entry)) = dict.next_from(place) {
        if entry.hash == hash {
            found.push((at, entry.key));
        }
        place = at + 1;
    }
    let mut pairs = Vec::new();
    for (at, key) in found {
        pairs.push(m.tuple([Value::Int(at as i64), key]));
    }
    Ok(m.list(pairs))
}
