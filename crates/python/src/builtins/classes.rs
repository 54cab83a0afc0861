//! Operators of builtin classes under the names of their methods, for those who
//! call them by name: `int.__add__(1, 2)`, `super().__getitem__(key)`.

use super::functions::nothing;
use super::{Args, Native, hidden, method};
use crate::code::operator::{Binary, Compare, Unary};
use crate::machine::{Exit, Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::{ObjId, Object, Value};

macro_rules! operators {
    (
        binary { $($name:literal $reflected:literal $operator:ident)* }
        compare { $($compare_name:literal $compare:ident)* }
    ) => {
        &[
            $(
                method(types::OBJECT, $name, 1, 1, |m, a| {
                    binary(m, Binary::$operator, a.at(0), a.at(1))
                }),
                method(types::OBJECT, $reflected, 1, 1, |m, a| {
                    binary(m, Binary::$operator, a.at(1), a.at(0))
                }),
            )*
            $(
                method(types::OBJECT, $compare_name, 1, 1, |m, a| {
                    compare(m, Compare::$compare, a.at(0), a.at(1))
                }),
            )*
            method(types::OBJECT, "__neg__", 0, 0, |m, a| unary(m, a, Unary::Neg)),
            method(types::OBJECT, "__pos__", 0, 0, |m, a| unary(m, a, Unary::Pos)),
            method(types::OBJECT, "__invert__", 0, 0, |m, a| unary(m, a, Unary::Invert)),
            method(types::OBJECT, "__abs__", 0, 0, |m, a| {
                let plain = m.plain(a.at(0));
                Err(m.library("abs", &[plain]))
            }),
            method(types::OBJECT, "__bool__", 0, 0, |m, a| {
                let plain = m.plain(a.at(0));
                m.truth(plain).map(Value::Bool)
            }),
            method(types::OBJECT, "__hash__", 0, 0, |m, a| {
                let plain = m.plain(a.at(0));
                m.hash_value(plain)
            }),
            method(types::OBJECT, "__repr__", 0, 0, |m, a| {
                let plain = m.plain(a.at(0));
                m.repr(plain)
            }),
            method(types::OBJECT, "__len__", 0, 0, |m, a| {
                let length = m.own_length(a.at(0)).unwrap_or(0);
                Ok(Value::Int(length as i64))
            }),
            method(types::OBJECT, "__iter__", 0, 0, |m, a| {
                let plain = m.plain(a.at(0));
                match m.own_iter(plain) {
                    Some(iter) => Ok(iter),
                    None => m.get_iter(plain),
                }
            }),
            method(types::OBJECT, "__getitem__", 1, 1, |m, a| m.own_element(a.at(0), a.at(1))),
            method(types::OBJECT, "__setitem__", 2, 2, |m, a| {
                let plain = m.plain(a.at(0));
                let result = m.set_element(plain, a.at(1), a.at(2));
                nothing(result)
            }),
            method(types::OBJECT, "__delitem__", 1, 1, |m, a| {
                let plain = m.plain(a.at(0));
                let result = m.delete_element(plain, a.at(1));
                nothing(result)
            }),
            method(types::OBJECT, "__contains__", 1, 1, |m, a| {
                let plain = m.plain(a.at(0));
                m.contains(plain, a.at(1)).map(Value::Bool)
            }),
            method(types::OBJECT, "__reversed__", 0, 0, |m, a| {
                let plain = m.plain(a.at(0));
                Err(m.library("reversed", &[plain]))
            }),
        ]
    };
}

/// They are entered below, and not by their owner.
pub const OPERATORS: &[Native] = operators! {
    binary {
        "__add__" "__radd__" Add
        "__sub__" "__rsub__" Sub
        "__mul__" "__rmul__" Mul
        "__truediv__" "__rtruediv__" TrueDiv
        "__floordiv__" "__rfloordiv__" FloorDiv
        "__mod__" "__rmod__" Mod
        "__pow__" "__rpow__" Pow
        "__lshift__" "__rlshift__" LShift
        "__rshift__" "__rrshift__" RShift
        "__and__" "__rand__" And
        "__or__" "__ror__" Or
        "__xor__" "__rxor__" Xor
    }
    compare { "__eq__" Eq "__ne__" Ne "__lt__" Lt "__le__" Le "__gt__" Gt "__ge__" Ge }
};

const NUMBERS: &str = "add sub mul truediv floordiv mod pow eq ne lt le gt ge neg pos abs bool hash repr \
    radd rsub rmul rtruediv rfloordiv rmod rpow";
const BITS: &str = "lshift rshift and or xor invert rlshift rrshift rand ror rxor";
const SEQUENCE: &str = "add mul rmul eq ne lt le gt ge len iter getitem contains repr hash";
const CHANGED: &str =
    "add mul rmul eq ne lt le gt ge len iter getitem setitem delitem contains repr reversed";

const ENTERED: &[(ObjId, &[&str])] = &[
    (types::INT, &[NUMBERS, BITS]),
    (types::FLOAT, &[NUMBERS]),
    (
        types::COMPLEX,
        &["add sub mul truediv pow eq ne neg pos abs bool hash repr"],
    ),
    (types::STR, &[SEQUENCE, "mod"]),
    (types::BYTES, &[SEQUENCE]),
    (types::BYTEARRAY, &[CHANGED]),
    (types::LIST, &[CHANGED]),
    (types::TUPLE, &[SEQUENCE]),
    (types::DEQUE, &[CHANGED]),
    (
        types::DICT,
        &["eq ne or ror len iter getitem setitem delitem contains repr reversed"],
    ),
    (
        types::SET,
        &["eq ne lt le gt ge and or xor sub rand ror rxor rsub len iter contains repr"],
    ),
    (
        types::FROZENSET,
        &["eq ne lt le gt ge and or xor sub len iter contains repr hash"],
    ),
    (
        types::RANGE,
        &["eq ne len iter getitem contains repr hash reversed"],
    ),
    (
        types::DICT_KEYS,
        &["eq ne and or xor sub len iter contains repr"],
    ),
    (types::DICT_VALUES, &["len iter repr"]),
    (
        types::DICT_ITEMS,
        &["eq ne and or xor sub len iter contains repr"],
    ),
    (types::MAPPINGPROXY, &["len iter getitem contains repr"]),
    (types::TYPE, &["or ror"]),
];

pub const TABLE: &[Native] = &[
    hidden("_fromkeys", 2, 3, |m, a| {
        Err(m.library("_dict_fromkeys", &[a.at(0), a.at(1), a.at(2)]))
    }),
    hidden("_from_bytes", 2, 3, |m, a| {
        let data = m.as_bytes(a.at(1)).unwrap_or_default().to_vec();
        let order = a.find(m, 2, "byteorder");
        let big = order.is_none_or(|order| m.as_str(order) == Some("big"));
        let signed = a
            .find(m, 3, "signed")
            .is_some_and(|v| matches!(v, Value::Bool(true)));
        Ok(m.int(crate::text::bytes::to_int(&data, big, signed)))
    })
    .named("bytes byteorder * signed"),
    hidden("_bytes_fromhex", 2, 2, |m, a| {
        let text = m.as_str(a.at(1)).unwrap_or_default().to_string();
        match crate::text::bytes::from_hex(&text) {
            Ok(data) => Ok(m.bytes(data)),
            Err(fault) => Err(m.fault(fault)),
        }
    }),
    hidden("_str_maketrans", 1, 4, |m, a| {
        Err(m.library("_maketrans", &a.positional[1..]))
    }),
    hidden("_init_subclass", 1, 1, |_, _| Ok(Value::None)),
    hidden("_class_getitem", 2, 2, |m, a| {
        Err(m.library("_generic_alias", &[a.at(0), a.at(1)]))
    }),
];

/// The methods of builtin classes that get the class as their receiver, and the
/// operators.
pub fn install_class_methods(m: &mut Machine) {
    let class_methods = [
        (types::DICT, "fromkeys", "_fromkeys"),
        (types::INT, "from_bytes", "_from_bytes"),
        (types::BYTES, "fromhex", "_bytes_fromhex"),
        (types::OBJECT, "__init_subclass__", "_init_subclass"),
    ];
    for (class, name, native) in class_methods {
        let native = m.names.name(native);
        let function = m
            .module(m.natives)
            .namespace
            .get(native)
            .unwrap_or(Value::None);
        let wrapped = m.object(Object::ClassMethod(function));
        let name = m.names.name(name);
        m.class_mut(class).namespace.set(name, wrapped);
    }
    let native = m.names.name("_str_maketrans");
    let function = m
        .module(m.natives)
        .namespace
        .get(native)
        .unwrap_or(Value::None);
    let wrapped = m.object(Object::ClassMethod(function));
    let name = m.names.name("maketrans");
    m.class_mut(types::STR).namespace.set(name, wrapped);
    for (class, groups) in ENTERED {
        for name in groups.iter().flat_map(|group| group.split_whitespace()) {
            let full = format!("__{name}__");
            let place = OPERATORS.iter().position(|native| native.name == full);
            if let Some(place) = place {
                let value = Value::Native(super::operator_id(place));
                let name = m.names.name(&full);
                m.class_mut(*class).namespace.set(name, value);
            }
        }
    }
}

fn binary(m: &mut Machine, operator: Binary, left: Value, right: Value) -> Outcome {
    let (left, right) = (m.plain(left), m.plain(right));
    if m.as_big(left).is_none() != m.as_big(right).is_none()
        && matches!(right, Value::Float(_))
        && !matches!(left, Value::Float(_))
    {
        return Ok(Value::NotImplemented);
    }
    match m.binary_plain(operator, left, right) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Ok(Value::NotImplemented),
        Err(exit) => Err(exit),
    }
}

fn compare(m: &mut Machine, operator: Compare, left: Value, right: Value) -> Outcome {
    let (left, right) = (m.plain(left), m.plain(right));
    let same_kind = m.class_of(left) == m.class_of(right)
        || m.order_numbers(left, right).is_some()
        || (m.as_set(left).is_some() && m.as_set(right).is_some());
    if !same_kind {
        return Ok(Value::NotImplemented);
    }
    match m.compare_plainly(operator, left, right) {
        Ok(Some(result)) => Ok(Value::Bool(result)),
        Ok(None) => {
            let sign = m.text(operator.sign());
            Err(m.library("_compare", &[sign, left, right]))
        }
        Err(Exit::Raise(_)) => Ok(Value::NotImplemented),
        Err(exit) => Err(exit),
    }
}

fn unary(m: &mut Machine, a: &Args, operator: Unary) -> Outcome {
    let plain = m.plain(a.at(0));
    m.unary(operator, plain)
}

impl Machine {
    /// `int | None` and the like.
    pub fn class_union(&mut self, left: Value, right: Value) -> Option<Outcome> {
        let is_type = |value: Value| {
            value.is_none()
                || self.as_class(value).is_some()
                || self.special(value, Name::MRO_METHOD).is_some()
        };
        if !is_type(left) && !is_type(right) {
            return None;
        }
        Some(Err(self.library("_union", &[left, right])))
    }
}
