//! What builtin functions get hold of: what they are given, and what that is made of.

use super::touch::{Look, Place, Touch};
use crate::values::{ObjId, Object, Value};

/// Builtin functions that only read what they are given, by their names.
const READERS: &[&str] = &[
    "len",
    "repr",
    "str",
    "bool",
    "int",
    "float",
    "isinstance",
    "issubclass",
    "type",
    "id",
    "hash",
    "callable",
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
    "sorted",
    "sum",
    "min",
    "max",
    "any",
    "all",
    "abs",
    "round",
    "range",
    "chr",
    "ord",
    "hex",
    "bin",
    "oct",
    "divmod",
    "pow",
    "get",
    "copy",
    "keys",
    "values",
    "items",
    "index",
    "count",
    "__len__",
    "__contains__",
    "__eq__",
    "__ne__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
    "__repr__",
    "__str__",
    "__hash__",
    "__bool__",
    "__getitem__",
    "__iter__",
    "__reversed__",
    "__add__",
    "__mul__",
    "__new__",
    "enumerate",
    "zip",
    "reversed",
    "iter",
    "join",
    "format",
    "__format__",
    "union",
    "intersection",
    "difference",
    "issubset",
    "issuperset",
    "isdisjoint",
    "_address",
];

/// No more objects than these are gone through.
const MOST: usize = 10_000;

impl Look<'_> {
    pub(super) fn native(&mut self, name: &str, arguments: &[Value]) {
        if let ("getattr" | "hasattr" | "setattr" | "delattr", [object, text, ..]) =
            (name, arguments)
            && let Some(attribute) = self.machine.as_str(*text)
        {
            let attribute = self.machine.names.name(attribute);
            self.attribute(*object, attribute, matches!(name, "setattr" | "delattr"));
            return;
        }
        let writes = !READERS.contains(&name);
        for (place, &argument) in arguments.iter().enumerate() {
            self.whole(argument, writes && place == 0);
        }
    }

    /// All that a value is made of is read, and itself maybe written.
    pub(super) fn whole(&mut self, value: Value, writes: bool) {
        let Value::Obj(first) = value else { return };
        let mut found = vec![first];
        let mut next = 0;
        while let Some(&id) = found.get(next) {
            next += 1;
            let object = self.machine.heap.get(id);
            let is_first = next == 1;
            let (is_seen, always) = match object {
                Object::List(_) | Object::Dict(_) | Object::Set(_) | Object::Deque(_) => {
                    (true, false)
                }
                Object::ByteArray(_) | Object::Cell(_) => (true, false),
                Object::Iter(_) | Object::Generator(_) | Object::Random(_) => (true, true),
                Object::AsyncStep(_) => (true, true),
                Object::Instance(_) | Object::Exception(_) | Object::Module(_) => (is_first, false),
                Object::Class(_) | Object::Function(_) => (is_first && writes, false),
                _ => (false, false),
            };
            if is_seen {
                let writes = always || (is_first && writes);
                self.into.push(Touch::new(Place::Whole(id), writes));
            }
            if found.len() < MOST {
                self.add_parts(object, &mut found);
            }
        }
    }

    /// The objects that an object is made of, as builtin functions go through it.
    fn add_parts(&self, object: &Object, found: &mut Vec<ObjId>) {
        let mut add = |value: Value| {
            if let Value::Obj(id) = value
                && !found.contains(&id)
                && !matches!(
                    self.machine.heap.get(id),
                    Object::Text(_) | Object::Big(_) | Object::Function(_) | Object::Class(_)
                )
            {
                found.push(id);
            }
        };
        match object {
            Object::List(values) => values.iter().copied().for_each(add),
            Object::Tuple(values) => values.iter().copied().for_each(add),
            Object::Deque(deque) => deque.values.iter().copied().for_each(add),
            Object::Set(set) | Object::FrozenSet(set) => set.iter().for_each(|(_, v)| add(v)),
            Object::Dict(dict) => {
                for entry in dict.iter() {
                    add(entry.key);
                    add(entry.value);
                }
            }
            Object::View(_, id) | Object::NamespaceView(id) => add(Value::Obj(*id)),
            Object::BoundNative(_, receiver) => add(*receiver),
            Object::Instance(instance) => {
                add(instance.payload);
                add(instance.dict.map_or(Value::Unbound, Value::Obj));
            }
            Object::Iter(iter) => iter.sources().into_iter().for_each(add),
            _ => {}
        }
    }
}
