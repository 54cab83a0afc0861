//! Making objects, and looking at what they are.

use std::rc::Rc;

use compact_str::CompactString;
use num_bigint::BigInt;

use super::Machine;
use crate::names::Name;
use crate::types;
use crate::values::dict::Dict;
use crate::values::exception::Exception;
use crate::values::iter::{Iter, View};
use crate::values::namespace::Namespace;
use crate::values::set::Set;
use crate::values::text::Text;
use crate::values::{Module, ObjId, Object, Range, Value};

impl Machine {
    /// A new object.
    pub fn object(&mut self, object: Object) -> Value {
        Value::Obj(self.heap.add(object))
    }

    /// A text.
    pub fn text(&mut self, text: impl Into<CompactString> + AsRef<str>) -> Value {
        if let Some(small) = self.small_text(text.as_ref()) {
            return small;
        }
        let text = text.into();
        self.heap.charged += text.len();
        self.object(Object::Text(Text::new(text)))
    }

    fn small_text(&self, text: &str) -> Option<Value> {
        let place = match text.as_bytes() {
            [] => 0,
            [byte] => u32::from(*byte) + 1,
            _ => return None,
        };
        Some(Value::Obj(ObjId(self.small_texts?.0 + place)))
    }

    /// A text of one character.
    pub fn character(&mut self, c: char) -> Value {
        self.text(&*c.encode_utf8(&mut [0; 4]))
    }

    /// Makes the texts that are always there.
    pub fn make_small_texts(&mut self) {
        let texts = std::iter::once(String::new())
            .chain((0..128).map(|byte: u8| char::from(byte).to_string()));
        let places: Vec<ObjId> = texts
            .map(|text| self.heap.add(Object::Text(Text::new(text))))
            .collect();
        self.small_texts = places.first().copied();
    }

    /// The texts that are always there.
    pub fn small_texts(&self) -> impl Iterator<Item = ObjId> {
        let first = self.small_texts;
        first
            .into_iter()
            .flat_map(|first| (first.0..=first.0 + 128).map(ObjId))
    }

    /// A list.
    pub fn list(&mut self, values: Vec<Value>) -> Value {
        self.heap.charged += values.len() * 16;
        self.object(Object::List(values))
    }

    /// A tuple.
    pub fn tuple(&mut self, values: impl Into<Rc<[Value]>>) -> Value {
        let values = values.into();
        self.heap.charged += values.len() * 16;
        self.object(Object::Tuple(values))
    }

    /// A dictionary.
    pub fn dict(&mut self, dict: Dict) -> Value {
        self.heap.charged += dict.bytes();
        self.object(Object::Dict(Box::new(dict)))
    }

    /// A set.
    pub fn set(&mut self, set: Set) -> Value {
        self.object(Object::Set(Box::new(set)))
    }

    /// An integer, as small as it can be.
    pub fn int(&mut self, value: BigInt) -> Value {
        match i64::try_from(&value) {
            Ok(small) => Value::Int(small),
            Err(_) => {
                self.heap.charged += value.bits() as usize / 8;
                self.object(Object::Big(Rc::new(value)))
            }
        }
    }

    /// Bytes.
    pub fn bytes(&mut self, bytes: impl Into<Rc<[u8]>>) -> Value {
        let bytes = bytes.into();
        self.heap.charged += bytes.len();
        self.object(Object::Bytes(bytes))
    }

    /// An iterator.
    pub fn iter(&mut self, iter: Iter) -> Value {
        self.object(Object::Iter(Box::new(iter)))
    }

    /// The text of a name as a value.
    pub fn name_text(&mut self, name: Name) -> Value {
        let text = self.names.value(name);
        let small = self.small_text(text.as_str());
        small.unwrap_or_else(|| self.object(Object::Text(text)))
    }

    /// An exception of a builtin class, with arguments.
    pub fn exception(&mut self, class: ObjId, args: &[Value]) -> Value {
        let args = self.tuple(args);
        self.object(Object::Exception(Box::new(Exception {
            class,
            args,
            attributes: Namespace::default(),
            traceback: Vec::new(),
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
        })))
    }

    /// A module without variables but its own name.
    pub fn new_module(&mut self, name: &str, is_library: bool) -> ObjId {
        let mut namespace = Namespace::default();
        let text = self.text(name);
        namespace.set(Name::NAME, text);
        self.heap.add(Object::Module(Box::new(Module {
            name: name.into(),
            namespace,
            is_library,
        })))
    }

    /// A module. It has to be one.
    pub fn module(&self, id: ObjId) -> &Module {
        match self.heap.get(id) {
            Object::Module(module) => module,
            _ => unreachable!("a module is a module"),
        }
    }

    /// A module to be changed. It has to be one.
    pub fn module_mut(&mut self, id: ObjId) -> &mut Module {
        match self.heap.get_mut(id) {
            Object::Module(module) => module,
            _ => unreachable!("a module is a module"),
        }
    }

    /// The object behind a value, that of a subclass's builtin part included.
    pub fn get(&self, value: Value) -> Option<&Object> {
        let id = match self.plain(value) {
            Value::Obj(plain) => plain,
            _ => value.object()?,
        };
        Some(self.heap.get(id))
    }

    /// The builtin value that a value is, be it of a subclass.
    #[inline]
    pub fn plain(&self, value: Value) -> Value {
        if let Value::Obj(id) = value
            && let Object::Instance(instance) = self.heap.get(id)
            && !instance.payload.is_unbound()
        {
            return instance.payload;
        }
        value
    }

    /// A text.
    pub fn as_text(&self, value: Value) -> Option<Rc<Text>> {
        match self.get(value)? {
            Object::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// A text, not one of a subclass.
    pub fn own_text(&self, value: Value) -> Option<&Rc<Text>> {
        match self.heap.get(value.object()?) {
            Object::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The characters of a text.
    pub fn as_str(&self, value: Value) -> Option<&str> {
        match self.get(value)? {
            Object::Text(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// The values of a list or a tuple.
    pub fn as_sequence(&self, value: Value) -> Option<&[Value]> {
        match self.get(value)? {
            Object::List(values) => Some(values),
            Object::Tuple(values) => Some(values),
            _ => None,
        }
    }

    /// The values of a tuple.
    pub fn as_tuple(&self, value: Value) -> Option<&[Value]> {
        match self.get(value)? {
            Object::Tuple(values) => Some(values),
            _ => None,
        }
    }

    /// A dictionary.
    pub fn as_dict(&self, value: Value) -> Option<&Dict> {
        match self.get(value)? {
            Object::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// A dictionary to be changed. It has to be one.
    pub fn dict_mut(&mut self, value: Value) -> &mut Dict {
        let plain = self.plain(value);
        let Value::Obj(id) = plain else {
            unreachable!("a dictionary is a dictionary")
        };
        match self.heap.get_mut(id) {
            Object::Dict(dict) => dict,
            _ => unreachable!("a dictionary is a dictionary"),
        }
    }

    /// A list to be changed, if it is one.
    pub fn list_mut(&mut self, value: Value) -> Option<&mut Vec<Value>> {
        let Value::Obj(id) = self.plain(value) else {
            return None;
        };
        match self.heap.get_mut(id) {
            Object::List(values) => Some(values),
            _ => None,
        }
    }

    /// A set of either kind.
    pub fn as_set(&self, value: Value) -> Option<&Set> {
        match self.get(value)? {
            Object::Set(set) | Object::FrozenSet(set) => Some(set),
            _ => None,
        }
    }

    /// A set to be changed, if it is one.
    pub fn set_mut(&mut self, value: Value) -> Option<&mut Set> {
        let Value::Obj(id) = self.plain(value) else {
            return None;
        };
        match self.heap.get_mut(id) {
            Object::Set(set) | Object::FrozenSet(set) => Some(set),
            _ => None,
        }
    }

    /// An integer of any size.
    pub fn as_big(&self, value: Value) -> Option<BigInt> {
        match self.plain(value) {
            Value::Int(value) => Some(BigInt::from(value)),
            Value::Bool(value) => Some(BigInt::from(u8::from(value))),
            Value::Obj(id) => match self.heap.get(id) {
                Object::Big(value) => Some((**value).clone()),
                _ => None,
            },
            _ => None,
        }
    }

    /// An integer that is small enough.
    pub fn as_int(&self, value: Value) -> Option<i64> {
        match self.plain(value) {
            Value::Int(value) => Some(value),
            Value::Bool(value) => Some(value.into()),
            _ => None,
        }
    }

    /// Bytes of either kind.
    pub fn as_bytes(&self, value: Value) -> Option<&[u8]> {
        match self.get(value)? {
            Object::Bytes(bytes) => Some(bytes),
            Object::ByteArray(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The class of a value.
    #[inline]
    pub fn class_of(&self, value: Value) -> ObjId {
        let id = match value {
            Value::Unbound | Value::None => return types::NONE,
            Value::NotImplemented => return types::NOT_IMPLEMENTED,
            Value::Ellipsis => return types::ELLIPSIS,
            Value::Bool(_) => return types::BOOL,
            Value::Int(_) => return types::INT,
            Value::Float(_) => return types::FLOAT,
            Value::Native(native) => return crate::builtins::class_of(native),
            Value::Obj(id) => id,
        };
        match self.heap.get(id) {
            Object::Free(_) => types::OBJECT,
            Object::Instance(instance) => instance.class,
            Object::Text(_) => types::STR,
            Object::Bytes(_) => types::BYTES,
            Object::ByteArray(_) => types::BYTEARRAY,
            Object::Big(_) => types::INT,
            Object::Complex(..) => types::COMPLEX,
            Object::List(_) => types::LIST,
            Object::Tuple(_) => types::TUPLE,
            Object::Dict(_) => types::DICT,
            Object::Set(_) => types::SET,
            Object::FrozenSet(_) => types::FROZENSET,
            Object::Deque(_) => types::DEQUE,
            Object::Range(_) => types::RANGE,
            Object::Slice(_) => types::SLICE,
            Object::Cell(_) => types::CELL,
            Object::Function(function) if function.is_builtin => types::NATIVE,
            Object::Function(_) => types::FUNCTION,
            Object::Method(..) => types::METHOD,
            Object::BoundNative(..) => types::NATIVE,
            Object::Class(class) => class.metaclass,
            Object::Exception(exception) => exception.class,
            Object::Generator(generator) => generator.class,
            Object::Module(_) => types::MODULE,
            Object::Namespace(_) => types::DICT,
            Object::NamespaceView(_) => types::MAPPINGPROXY,
            Object::Iter(iter) => iter_class(iter),
            Object::View(View::Keys, _) => types::DICT_KEYS,
            Object::View(View::Values, _) => types::DICT_VALUES,
            Object::View(View::Items, _) => types::DICT_ITEMS,
            Object::Property(_) => types::PROPERTY,
            Object::StaticMethod(_) => types::STATICMETHOD,
            Object::ClassMethod(_) => types::CLASSMETHOD,
            Object::Super(_) => types::SUPER,
            Object::Code(_) => types::CODE,
            Object::Traceback(_) => types::TRACEBACK,
            Object::AsyncStep(_) => types::ASYNC_STEP,
            Object::Random(_) | Object::Regex(_) => types::OBJECT,
        }
    }

    /// The name of a value's class, as messages have it.
    pub fn class_name(&self, value: Value) -> Rc<str> {
        self.class(self.class_of(value)).name.clone()
    }

    /// A range.
    pub fn as_range(&self, value: Value) -> Option<Range> {
        match self.get(value)? {
            Object::Range(range) => Some(**range),
            _ => None,
        }
    }
}

fn iter_class(iter: &Iter) -> ObjId {
    match iter {
        Iter::Done(class) => *class,
        Iter::List { .. } => types::LIST_ITERATOR,
        Iter::ListReversed { .. } => types::LIST_REVERSE_ITERATOR,
        Iter::Tuple { .. } => types::TUPLE_ITERATOR,
        Iter::Text { .. } => types::STR_ITERATOR,
        Iter::Bytes { .. } => types::BYTES_ITERATOR,
        Iter::Range { .. } => types::RANGE_ITERATOR,
        Iter::Dict {
            view: View::Keys, ..
        } => types::DICT_KEY_ITERATOR,
        Iter::Dict {
            view: View::Values, ..
        } => types::DICT_VALUE_ITERATOR,
        Iter::Dict {
            view: View::Items, ..
        } => types::DICT_ITEM_ITERATOR,
        Iter::DictReversed { .. } => types::REVERSED,
        Iter::Set { .. } => types::SET_ITERATOR,
        Iter::Deque { .. } | Iter::DequeReversed { .. } => types::DEQUE_ITERATOR,
        Iter::Zip { .. } => types::ZIP,
        Iter::Enumerate { .. } => types::ENUMERATE,
    }
}
