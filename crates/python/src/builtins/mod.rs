//! The builtin functions, and the methods of the builtin classes.

mod attributes;
mod bytes;
mod classes;
mod deque;
mod dict;
mod exceptions;
mod formats;
mod functions;
mod generators;
mod heaps;
mod iterators;
mod library;
mod list;
mod numbers;
mod objects;
mod regex;
mod search;
mod set;
mod sort;
mod strings;
mod supers;
mod threads;
mod tuple;
mod variables;

use crate::machine::{Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::class::{Class, Layout};
use crate::values::namespace::Namespace;
use crate::values::{ObjId, Object, Value};

/// A function that is written in Rust, by its place in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NativeId(pub u16);

pub use iterators::class_named as iterator_class;
pub use supers::bound_super;

/// No upper limit of arguments.
pub const ANY: u8 = u8::MAX;

/// Arguments of any names.
pub const ANY_NAMES: &str = "**";

/// The arguments of a builtin function.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a> {
    pub positional: &'a [Value],
    pub named: &'a [(Name, Value)],
}

impl Args<'_> {
    /// An argument that has to be there.
    pub fn at(&self, index: usize) -> Value {
        self.positional.get(index).copied().unwrap_or(Value::None)
    }

    /// An argument that may be there.
    pub fn get(&self, index: usize) -> Option<Value> {
        self.positional.get(index).copied()
    }

    /// How many there are by position.
    pub fn count(&self) -> usize {
        self.positional.len()
    }

    /// An argument by position or by name.
    pub fn find(&self, machine: &Machine, index: usize, name: &str) -> Option<Value> {
        self.get(index).or_else(|| {
            if self.named.is_empty() {
                return None;
            }
            let name = machine.names.find(name)?;
            let mut all = self.named.iter();
            all.find(|(other, _)| *other == name)
                .map(|(_, value)| *value)
        })
    }
}

type Run = fn(&mut Machine, &Args) -> Outcome;

/// A builtin function or method.
pub struct Native {
    pub name: &'static str,
    /// The class whose method it is.
    pub owner: Option<ObjId>,
    /// How many arguments it takes by position, the receiver included.
    pub min: u8,
    pub max: u8,
    /// Its parameters as far as arguments may name them: in the order of their places, `_`
    /// for one that has a place only, and after `*` those that have none. Nothing if all
    /// have places only, [`ANY_NAMES`] if there may be any.
    pub names: &'static str,
    /// Whether it is looked up on instances without being bound: `__new__`.
    pub is_static: bool,
    /// Whether only the library sees it.
    pub is_hidden: bool,
    pub run: Run,
}

/// A function of the builtin module.
const fn function(name: &'static str, min: u8, max: u8, run: Run) -> Native {
    Native {
        name,
        owner: None,
        min,
        max,
        names: "",
        is_static: false,
        is_hidden: false,
        run,
    }
}

/// A function that only the library sees.
pub const fn hidden(name: &'static str, min: u8, max: u8, run: Run) -> Native {
    Native {
        is_hidden: true,
        ..function(name, min, max, run)
    }
}

/// A method; its receiver is not counted here.
const fn method(owner: ObjId, name: &'static str, min: u8, max: u8, run: Run) -> Native {
    Native {
        owner: Some(owner),
        min: min + 1,
        max: if max == ANY { ANY } else { max + 1 },
        ..function(name, min, max, run)
    }
}

/// `__new__` of a class, which is its first argument.
const fn maker(owner: ObjId, min: u8, max: u8, run: Run) -> Native {
    Native {
        is_static: true,
        ..method(owner, "__new__", min, max, run)
    }
}

impl Native {
    /// The same, but it takes arguments by these names.
    const fn named(self, names: &'static str) -> Native {
        Native { names, ..self }
    }
}

/// All of them. A number is that of a table and of a place in it.
static TABLES: &[&[Native]] = &[
    functions::TABLE,
    objects::TABLE,
    numbers::TABLE,
    strings::TABLE,
    bytes::TABLE,
    list::TABLE,
    deque::TABLE,
    sort::TABLE,
    supers::TABLE,
    variables::TABLE,
    tuple::TABLE,
    dict::TABLE,
    set::TABLE,
    iterators::TABLE,
    exceptions::TABLE,
    generators::TABLE,
    classes::TABLE,
    formats::TABLE,
    library::TABLE,
    threads::TABLE,
    crate::modules::numbers::TABLE,
    crate::modules::clock::TABLE,
    regex::TABLE,
    heaps::TABLE,
    classes::OPERATORS,
];

/// The number of one of the operators, which are the last table.
fn operator_id(place: usize) -> NativeId {
    NativeId(((TABLES.len() - 1) << 8 | place) as u16)
}

/// A builtin function's definition.
#[inline]
pub fn native(id: NativeId) -> &'static Native {
    &TABLES[usize::from(id.0 >> 8)][usize::from(id.0 & 0xff)]
}

/// Whether a builtin function becomes a method of the instance it is found on.
#[inline]
pub fn is_method(id: NativeId) -> bool {
    let native = native(id);
    native.owner.is_some() && !native.is_static
}

/// The class of a builtin function.
pub fn class_of(id: NativeId) -> ObjId {
    if is_method(id) {
        types::METHOD_DESCRIPTOR
    } else {
        types::NATIVE
    }
}

fn layout(class: ObjId) -> Layout {
    const WITH_VALUE: [ObjId; 12] = [
        types::INT,
        types::FLOAT,
        types::COMPLEX,
        types::STR,
        types::BYTES,
        types::BYTEARRAY,
        types::LIST,
        types::TUPLE,
        types::DICT,
        types::SET,
        types::FROZENSET,
        types::DEQUE,
    ];
    match class {
        types::OBJECT => Layout::Plain,
        types::TYPE => Layout::Builtin(types::TYPE),
        types::PROPERTY => Layout::Closed,
        class if WITH_VALUE.contains(&class) => Layout::Builtin(class),
        class if class.0 >= types::BASE_EXCEPTION.0 => Layout::Exception,
        _ => Layout::Closed,
    }
}

/// Makes the builtin classes, functions and modules.
pub fn install(machine: &mut Machine) {
    for (number, builtin) in types::ALL.iter().enumerate() {
        let id = ObjId(number as u32);
        let mut mro = vec![id];
        let mut at = id;
        while at != types::OBJECT {
            at = types::ALL[at.0 as usize].base;
            mro.push(at);
        }
        let made = machine.heap.add(Object::Class(Box::new(Class {
            name: builtin.name.into(),
            qualname: builtin.name.into(),
            metaclass: types::TYPE,
            bases: if id == types::OBJECT {
                Vec::new()
            } else {
                vec![builtin.base]
            },
            mro,
            namespace: Namespace::default(),
            layout: layout(id),
            is_builtin: true,
            subclasses: Vec::new(),
            attributes: 0,
            doc: Value::None,
        })));
        debug_assert_eq!(made, id, "builtin classes come first");
    }
    machine.make_small_texts();
    // The one builtin class with two bases.
    let group = machine.class_mut(types::EXCEPTION_GROUP);
    group.bases.push(types::EXCEPTION);
    group.mro.insert(2, types::EXCEPTION);
    machine.builtins = machine.new_module("builtins", true);
    machine.natives = machine.new_module("_natives", true);
    for (table, natives) in TABLES.iter().enumerate().take(TABLES.len() - 1) {
        for (place, native) in natives.iter().enumerate() {
            let value = Value::Native(NativeId((table << 8 | place) as u16));
            let name = machine.names.name(native.name);
            match native.owner {
                Some(class) => machine.class_mut(class).namespace.set(name, value),
                None => {
                    let module = if native.is_hidden {
                        machine.natives
                    } else {
                        machine.builtins
                    };
                    machine.module_mut(module).namespace.set(name, value)
                }
            };
        }
    }
    for (number, builtin) in types::ALL.iter().enumerate() {
        let is_hidden = builtin.module != "builtins"
            || builtin.name.contains("_")
            || HIDDEN.contains(&builtin.name);
        let name = machine.names.name(builtin.name);
        let module = if is_hidden {
            machine.natives
        } else {
            machine.builtins
        };
        let class = Value::Obj(ObjId(number as u32));
        machine.module_mut(module).namespace.set(name, class);
    }
    for class in [
        types::LIST,
        types::DICT,
        types::SET,
        types::BYTEARRAY,
        types::DEQUE,
    ] {
        machine
            .class_mut(class)
            .namespace
            .set(Name::HASH, Value::None);
    }
    for (text, value) in [
        ("NotImplemented", Value::NotImplemented),
        ("Ellipsis", Value::Ellipsis),
        ("__debug__", Value::Bool(true)),
    ] {
        let name = machine.names.name(text);
        machine
            .module_mut(machine.builtins)
            .namespace
            .set(name, value);
    }
    let (os_error, builtins) = (Value::Obj(types::OS_ERROR), machine.builtins);
    for text in ["IOError", "EnvironmentError"] {
        let name = machine.names.name(text);
        machine.module_mut(builtins).namespace.set(name, os_error);
    }
    classes::install_class_methods(machine);
    library::install_prelude(machine);
}

/// Builtin classes whose names programs don't see.
const HIDDEN: &[&str] = &[
    "NoneType",
    "NotImplementedType",
    "ellipsis",
    "function",
    "method",
    "cell",
    "code",
    "module",
    "generator",
    "coroutine",
    "traceback",
    "mappingproxy",
];
