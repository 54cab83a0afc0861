//! The variables of whoever calls a builtin function, and the names of attributes.

use super::{Args, Native, function};
use crate::machine::{Machine, Outcome};
use crate::names::Name;
use crate::values::{Object, Value};

pub const TABLE: &[Native] = &[
    function("globals", 0, 0, globals),
    function("vars", 0, 1, vars),
    function("locals", 0, 0, locals),
];

/// The frame of the program that has called a builtin function.
fn caller(m: &Machine) -> Option<&crate::machine::frame::Frame> {
    m.thread
        .frames
        .iter()
        .rev()
        .find(|frame| !frame.code.is_library)
}

fn globals(m: &mut Machine, _: &Args) -> Outcome {
    let globals = caller(m).map_or(m.builtins, |frame| frame.globals);
    Ok(m.object(Object::NamespaceView(globals)))
}

fn vars(m: &mut Machine, a: &Args) -> Outcome {
    match a.get(0) {
        Some(value) => m.get_attr(value, Name::DICT),
        None => locals(m, a),
    }
}

fn locals(m: &mut Machine, _: &Args) -> Outcome {
    let Some(frame) = caller(m) else {
        return Ok(m.dict(Default::default()));
    };
    if let Some(namespace) = frame.namespace {
        return Ok(m.object(Object::NamespaceView(namespace)));
    }
    if &*frame.code.name == "<module>" {
        let globals = frame.globals;
        return Ok(m.object(Object::NamespaceView(globals)));
    }
    let base = frame.base as usize;
    let names = frame.code.slots.clone();
    let mut entries: Vec<(Name, Value)> = Vec::new();
    for (slot, &name) in names.iter().enumerate() {
        let mut value = m.thread.stack[base + slot];
        if let Value::Obj(id) = value
            && let Object::Cell(inner) = m.heap.get(id)
        {
            value = *inner;
        }
        if !value.is_unbound() {
            entries.push((name, value));
        }
    }
    let dict = m.dict(Default::default());
    for (name, value) in entries {
        let key = m.name_text(name);
        m.dict_set_text(dict, key, value);
    }
    Ok(dict)
}

/// The names of the attributes of a value, sorted.
pub fn dir(m: &mut Machine, a: &Args) -> Outcome {
    let value = a.at(0);
    let mut names: Vec<Name> = Vec::new();
    let own = value.object();
    match own.map(|id| m.heap.get(id)) {
        Some(Object::Instance(instance)) => {
            names.extend(instance.attributes.iter().map(|(name, _)| name));
            if let Some(dict) = instance.dict
                && let Some(dict) = m.as_dict(Value::Obj(dict))
            {
                let keys = dict.iter().filter_map(|entry| m.as_str(entry.key));
                names.extend(keys.map(|key| m.names.name(key)));
            }
        }
        Some(Object::Module(module)) => {
            names.extend(module.namespace.iter().map(|(name, _)| name));
        }
        _ => {}
    }
    let class = m.as_class(value).unwrap_or_else(|| m.class_of(value));
    for id in m.class(class).mro.clone() {
        names.extend(m.class(id).namespace.iter().map(|(name, _)| name));
    }
    if matches!(own.map(|id| m.heap.get(id)), Some(Object::Module(_))) {
        names.clear();
        if let Some(namespace) = own.and_then(|id| m.view_of(id)) {
            names.extend(namespace.iter().map(|(name, _)| name));
        }
    }
    let mut texts: Vec<std::rc::Rc<str>> = names.iter().map(|&name| m.names.text(name)).collect();
    texts.sort();
    texts.dedup();
    let values: Vec<Value> = texts.iter().map(|text| m.text(&**text)).collect();
    Ok(m.list(values))
}
