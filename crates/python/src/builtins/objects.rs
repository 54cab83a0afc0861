//! Methods of `object` and `type`, and the classes that functions are wrapped in.

use super::functions::{attribute_name, nothing};
use super::variables::dir;
use super::{ANY, ANY_NAMES, Args, Native, function, hidden, maker, method};
use crate::machine::frame::Then;
use crate::machine::{Exit, Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::class::{Class, Layout};
use crate::values::namespace::Namespace;
use crate::values::{ObjId, Object, Value};

pub const TABLE: &[Native] = &[
    maker(types::OBJECT, 0, ANY, new_object).named(ANY_NAMES),
    method(types::OBJECT, "__init__", 0, ANY, |_, _| Ok(Value::None)).named(ANY_NAMES),
    method(types::OBJECT, "__repr__", 0, 0, |m, a| {
        let text = m.default_repr(a.at(0));
        Ok(m.text(text))
    }),
    method(types::OBJECT, "__str__", 0, 0, |m, a| m.repr(a.at(0))),
    method(types::OBJECT, "__eq__", 1, 1, |_, a| same(a, true)),
    method(types::OBJECT, "__ne__", 1, 1, |_, a| same(a, false)),
    method(types::OBJECT, "__lt__", 1, 1, |_, _| {
        Ok(Value::NotImplemented)
    }),
    method(types::OBJECT, "__le__", 1, 1, |_, _| {
        Ok(Value::NotImplemented)
    }),
    method(types::OBJECT, "__gt__", 1, 1, |_, _| {
        Ok(Value::NotImplemented)
    }),
    method(types::OBJECT, "__ge__", 1, 1, |_, _| {
        Ok(Value::NotImplemented)
    }),
    method(types::OBJECT, "__hash__", 0, 0, |m, a| {
        Ok(Value::Int(super::functions::id_of(m, a.at(0)) >> 4))
    }),
    method(types::OBJECT, "__getattribute__", 1, 1, |m, a| {
        let name = attribute_name(m, a.at(1), "")?;
        m.plain_attr(a.at(0), name)
    }),
    method(types::OBJECT, "__setattr__", 2, 2, |m, a| {
        let name = attribute_name(m, a.at(1), "")?;
        let result = m.plain_set_attr(a.at(0), name, a.at(2));
        nothing(result)
    }),
    method(types::OBJECT, "__delattr__", 1, 1, |m, a| {
        let name = attribute_name(m, a.at(1), "")?;
        let result = m.plain_delete_attr(a.at(0), name);
        nothing(result)
    }),
    method(types::OBJECT, "__format__", 1, 1, |m, a| {
        m.format_value(a.at(0), a.at(1))
    }),
    method(types::OBJECT, "__dir__", 0, 0, dir),
    hidden("_dir", 1, 1, dir),
    maker(types::TYPE, 1, 3, new_type).named(ANY_NAMES),
    method(types::TYPE, "__init__", 0, ANY, |_, _| Ok(Value::None)).named(ANY_NAMES),
    method(types::TYPE, "__call__", 0, ANY, call_type).named(ANY_NAMES),
    method(types::TYPE, "mro", 0, 0, |m, a| {
        let class = class_of_arg(m, a.at(0));
        let mro = m
            .class(class)
            .mro
            .iter()
            .map(|&id| Value::Obj(id))
            .collect();
        Ok(m.list(mro))
    }),
    method(types::TYPE, "__subclasses__", 0, 0, |m, a| {
        let class = class_of_arg(m, a.at(0));
        let all = m
            .class(class)
            .subclasses
            .iter()
            .map(|&id| Value::Obj(id))
            .collect();
        Ok(m.list(all))
    }),
    method(types::TYPE, "__instancecheck__", 1, 1, |m, a| {
        let class = class_of_arg(m, a.at(0));
        Ok(Value::Bool(m.is_instance(a.at(1), class)))
    }),
    method(types::TYPE, "__repr__", 0, 0, |m, a| m.repr(a.at(0))),
    hidden("_make_class", 4, 4, make_class),
    hidden("_run_class_body", 1, 2, run_class_body),
    hidden("_metaclass_of", 1, 1, |m, a| {
        Ok(Value::Obj(m.class_of(a.at(0))))
    }),
    maker(types::MODULE, 1, 2, |m, a| {
        let name = m.as_str(a.at(1)).unwrap_or_default().to_string();
        Ok(Value::Obj(m.new_module(&name, false)))
    })
    .named("name doc"),
    function("_bind_get", 3, 3, |m, a| {
        let class = m.as_class(a.at(2)).unwrap_or(types::OBJECT);
        m.bind(a.at(0), a.at(1), class)
    }),
    method(types::FUNCTION, "__get__", 1, 2, |m, a| {
        let class = m.class_of(a.at(1));
        if a.at(1).is_none() {
            Ok(a.at(0))
        } else {
            m.bind(a.at(0), a.at(1), class)
        }
    }),
    method(types::PROPERTY, "__get__", 1, 2, |m, a| {
        let class = m.class_of(a.at(1));
        if a.at(1).is_none() {
            Ok(a.at(0))
        } else {
            m.bind(a.at(0), a.at(1), class)
        }
    }),
];

fn class_of_arg(m: &Machine, value: Value) -> ObjId {
    m.as_class(value).unwrap_or(types::OBJECT)
}

fn same(a: &Args, meant: bool) -> Outcome {
    if a.at(0).is(a.at(1)) {
        return Ok(Value::Bool(meant));
    }
    Ok(Value::NotImplemented)
}

fn new_object(m: &mut Machine, a: &Args) -> Outcome {
    let Some(class) = m.as_class(a.at(0)) else {
        return Err(m.type_error("object.__new__(X): X is not a type object"));
    };
    let more = a.count() > 1 || !a.named.is_empty();
    let own_new = matches!(m.lookup(class, Name::NEW), Some(Value::Obj(_)));
    if more && own_new {
        let message = "object.__new__() takes exactly one argument (the type to instantiate)";
        return Err(m.type_error(message));
    }
    if class == types::OBJECT && more {
        return Err(m.type_error("object() takes no arguments"));
    }
    let missing = m.name("__abstractmethods__");
    if let Some(names) = m.lookup(class, missing)
        && m.truth(names)?
    {
        return Err(m.library("_abstract_error", &[a.at(0)]));
    }
    Ok(m.new_instance(class, Value::Unbound))
}

fn new_type(m: &mut Machine, a: &Args) -> Outcome {
    if a.count() == 2 && m.as_class(a.at(0)) == Some(types::TYPE) {
        m.check_names("type", "", 1, a.named)?;
        return Ok(Value::Obj(m.class_of(a.at(1))));
    }
    if a.count() != 4 {
        return Err(m.type_error("type.__new__() takes exactly 3 arguments"));
    }
    let names: Vec<(Name, Value)> = a.named.to_vec();
    let arguments = m.dict(Default::default());
    for (name, value) in names {
        let key = m.name_text(name);
        m.dict_set_text(arguments, key, value);
    }
    Err(m.library(
        "_new_type",
        &[a.at(0), a.at(1), a.at(2), a.at(3), arguments],
    ))
}

fn call_type(m: &mut Machine, a: &Args) -> Outcome {
    let class = class_of_arg(m, a.at(0));
    let positional = a.positional[1..].to_vec();
    match m.construct_plainly(class, positional, a.named.to_vec(), Then::Push) {
        Ok(()) => Ok(m.pop()),
        Err(exit) => Err(exit),
    }
}

/// Runs the body of a class: `function` with a namespace of its own, which is the
/// result.
fn run_class_body(m: &mut Machine, a: &Args) -> Outcome {
    let Some(Object::Function(function)) = m.get(a.at(0)) else {
        return Err(m.type_error("a class's body is a function"));
    };
    let (code, globals, closure) = (
        function.code.clone(),
        function.globals,
        function.closure.clone(),
    );
    let namespace = match a.get(1) {
        Some(Value::Obj(given)) => given,
        _ => m.heap.add(Object::Namespace(Box::default())),
    };
    m.push(Value::Obj(namespace));
    let exit = m.run_code(code.clone(), globals, Some(namespace), Then::Drop);
    let base = m
        .thread
        .frames
        .last()
        .map_or(0, |frame| frame.base as usize);
    let first = base + code.slots.len() - closure.len();
    for (offset, &cell) in closure.iter().enumerate() {
        m.thread.stack[first + offset] = Value::Obj(cell);
    }
    Err(exit)
}

/// Makes a class: metaclass, name, bases, and the namespace of its body.
fn make_class(m: &mut Machine, a: &Args) -> Outcome {
    let metaclass = class_of_arg(m, a.at(0));
    let Some(name) = m.as_str(a.at(1)).map(std::rc::Rc::<str>::from) else {
        return Err(m.type_error("type.__new__() argument 1 must be str"));
    };
    let Some(bases) = m.as_tuple(a.at(2)).map(<[Value]>::to_vec) else {
        let name = m.class_name(a.at(2));
        let message = format!("type.__new__() argument 2 must be tuple, not {name}");
        return Err(m.type_error(message));
    };
    let mut base_ids: Vec<ObjId> = Vec::new();
    for base in bases {
        let Some(id) = m.as_class(base) else {
            let name = m.class_name(base);
            let message = format!("bases must be types, not '{name}'");
            return Err(m.type_error(message));
        };
        if base_ids.contains(&id) {
            let name = m.class(id).name.clone();
            return Err(m.type_error(format!("duplicate base class {name}")));
        }
        base_ids.push(id);
    }
    if base_ids.is_empty() {
        base_ids.push(types::OBJECT);
    }
    let mut layout = Layout::Plain;
    for &id in &base_ids {
        let base = m.class(id);
        let other = base.layout;
        let is_final = other == Layout::Closed || id == types::BOOL;
        if is_final {
            let name = base.name.clone();
            return Err(m.type_error(format!("type '{name}' is not an acceptable base type")));
        }
        if layout == Layout::Plain {
            layout = other;
        } else if other != Layout::Plain && other != layout {
            return Err(m.type_error("multiple bases have instance lay-out conflict"));
        }
    }
    let mut namespace = Namespace::default();
    let entries: Vec<(Name, Value)> = match m.get(a.at(3)) {
        Some(Object::Namespace(names)) => names.iter().collect(),
        Some(Object::NamespaceView(id)) => m
            .view_of(*id)
            .map(|names| names.iter().collect())
            .unwrap_or_default(),
        _ => {
            let dict = m.as_dict(a.at(3));
            let entries = dict.map(|d| d.iter().map(|e| (e.key, e.value)).collect::<Vec<_>>());
            let entries = entries.unwrap_or_default().into_iter();
            let named =
                entries.filter_map(|(key, value)| Some((m.names.name(m.as_str(key)?), value)));
            named.collect()
        }
    };
    let mut cell = None;
    let mut qualname = name.clone();
    for (key, value) in entries {
        match key {
            Name::CLASS_CELL => cell = value.object(),
            Name::QUALNAME => {
                if let Some(text) = m.as_str(value) {
                    qualname = text.into();
                }
            }
            Name::INIT_SUBCLASS | Name::CLASS_GETITEM
                if matches!(m.get(value), Some(Object::Function(_))) =>
            {
                let wrapped = m.object(Object::ClassMethod(value));
                namespace.set(key, wrapped);
            }
            Name::NEW if matches!(m.get(value), Some(Object::Function(_))) => {
                let wrapped = m.object(Object::StaticMethod(value));
                namespace.set(key, wrapped);
            }
            key => {
                namespace.set(key, value);
            }
        }
    }
    // Whoever says what is equal has to say how it is hashed.
    if namespace.get(Name::EQ).is_some() && namespace.get(Name::HASH).is_none() {
        namespace.set(Name::HASH, Value::None);
    }
    if namespace.get(Name::MODULE).is_none() {
        let frames = m.thread.frames.iter().rev();
        let caller = frames
            .skip_while(|frame| frame.code.is_library)
            .map(|frame| frame.globals);
        let module = caller
            .take(1)
            .find_map(|id| m.module(id).namespace.get(Name::NAME));
        if let Some(module) = module {
            namespace.set(Name::MODULE, module);
        }
    }
    let doc = namespace.get(Name::DOC).unwrap_or(Value::None);
    if namespace.get(Name::DOC).is_none() {
        namespace.set(Name::DOC, Value::None);
    }
    let Some(mut mro) = linearize(m, &base_ids) else {
        let names: Vec<String> = base_ids
            .iter()
            .map(|&id| m.class(id).name.to_string())
            .collect();
        let names = names.join(", ");
        return Err(m.type_error(format!(
            "Cannot create a consistent method resolution\norder (MRO) for bases {names}"
        )));
    };
    let class = m.heap.add(Object::Class(Box::new(Class {
        name,
        qualname,
        metaclass,
        bases: base_ids.clone(),
        mro: Vec::new(),
        namespace,
        layout,
        is_builtin: false,
        subclasses: Vec::new(),
        attributes: 0,
        doc,
    })));
    mro.insert(0, class);
    m.class_mut(class).mro = mro;
    for id in base_ids {
        m.class_mut(id).subclasses.push(class);
    }
    if let Some(cell) = cell {
        *m.heap.get_mut(cell) = Object::Cell(Value::Obj(class));
    }
    m.forget_lookups();
    Ok(Value::Obj(class))
}

/// The order in which the attributes of a class with these bases are looked for.
fn linearize(m: &Machine, bases: &[ObjId]) -> Option<Vec<ObjId>> {
    let mut lists: Vec<Vec<ObjId>> = bases.iter().map(|&id| m.class(id).mro.clone()).collect();
    lists.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let next = lists
            .iter()
            .map(|list| list[0])
            .find(|candidate| lists.iter().all(|list| !list[1..].contains(candidate)))?;
        order.push(next);
        for list in &mut lists {
            list.retain(|&id| id != next);
        }
    }
}

/// An exit that has a result to hand on.
pub fn as_outcome(result: Outcome<()>) -> Outcome {
    match result {
        Ok(()) => Err(Exit::Switch),
        Err(exit) => Err(exit),
    }
}
