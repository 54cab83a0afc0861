//! Objects: everything that has a place in the heap.

use std::collections::VecDeque;
use std::rc::Rc;

use num_bigint::BigInt;

use super::class::Class;
use super::dict::Dict;
use super::exception::Exception;
use super::function::Function;
use super::generator::Generator;
use super::iter::{Iter, View};
use super::namespace::Namespace;
use super::set::Set;
use super::text::Text;
use super::{ObjId, Value};
use crate::builtins::NativeId;
use crate::code::Code;

/// An instance of a class that the program defines.
#[derive(Clone, Debug)]
pub struct Instance {
    pub class: ObjId,
    pub attributes: Namespace,
    /// The builtin value that it also is, as a subclass of `list` is a list.
    pub payload: Value,
    /// The dictionary that its attributes are in, once someone asked for it.
    pub dict: Option<ObjId>,
}

/// A module: its name and its variables.
#[derive(Clone, Debug)]
pub struct Module {
    pub name: Rc<str>,
    pub namespace: Namespace,
    /// Whether its code is part of the library, and not of the program.
    pub is_library: bool,
}

/// `range(start, stop, step)`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    /// How many numbers there are.
    pub fn len(&self) -> u64 {
        let (low, high) = if self.step > 0 {
            (i128::from(self.start), i128::from(self.stop))
        } else {
            (i128::from(self.stop), i128::from(self.start))
        };
        if high <= low {
            return 0;
        }
        let step = i128::from(self.step).abs();
        ((high - low + step - 1) / step) as u64
    }

    /// Whether there is no number.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// `super()`: the attributes of an object from a class's successors on.
#[derive(Clone, Copy, Debug)]
pub struct Super {
    pub class: ObjId,
    pub receiver: Value,
    /// The class in whose order is searched.
    pub receiver_class: ObjId,
}

/// An object.
#[derive(Clone, Debug)]
pub enum Object {
    /// None: a place to be used again, and the next such place.
    Free(u32),
    Text(Rc<Text>),
    Bytes(Rc<[u8]>),
    ByteArray(Vec<u8>),
    Big(Rc<BigInt>),
    /// A complex number: its real and its imaginary part.
    Complex(f64, f64),
    List(Vec<Value>),
    Tuple(Rc<[Value]>),
    Dict(Box<Dict>),
    Set(Box<Set>),
    FrozenSet(Box<Set>),
    Deque(Box<Deque>),
    Range(Box<Range>),
    Slice(Box<[Value; 3]>),
    Cell(Value),
    Function(Box<Function>),
    /// A function or another callable, and the receiver that goes with it.
    Method(Value, ObjId),
    /// A builtin function, and the receiver that goes with it.
    BoundNative(NativeId, Value),
    Class(Box<Class>),
    Instance(Box<Instance>),
    Exception(Box<Exception>),
    Generator(Box<Generator>),
    Module(Box<Module>),
    /// Names with values that are no module's: those of a class's body.
    Namespace(Box<Namespace>),
    /// The attributes of a module or class, seen as a dictionary.
    NamespaceView(ObjId),
    Iter(Box<Iter>),
    View(View, ObjId),
    /// `fget`, `fset`, `fdel`, `doc`
    Property(Box<[Value; 4]>),
    StaticMethod(Value),
    ClassMethod(Value),
    Super(Box<Super>),
    Code(Rc<Code>),
    Traceback(ObjId),
    /// Awaitable steps of an asynchronous generator: the generator, what is
    /// sent, and how.
    AsyncStep(Box<AsyncStep>),
    /// The state of a random number generator.
    Random(Box<crate::random::Random>),
    /// A pattern of the module `re`.
    Regex(Rc<crate::regex::Regex>),
}

/// What a box with a few values takes.
const SMALL_BOX: usize = 100;

impl Object {
    /// About how many bytes a copy of it takes, its place included: what copies share
    /// doesn't count.
    pub fn own_bytes(&self) -> usize {
        let value = size_of::<Value>();
        let more = match self {
            Object::ByteArray(bytes) => bytes.capacity(),
            Object::List(values) => values.capacity() * value,
            Object::Dict(dict) => dict.bytes() + SMALL_BOX,
            Object::Set(set) | Object::FrozenSet(set) => set.bytes() + SMALL_BOX,
            Object::Deque(deque) => deque.values.capacity() * value + SMALL_BOX,
            Object::Function(function) => function.attributes.bytes() + 2 * SMALL_BOX,
            Object::Class(class) => class.namespace.bytes() + 2 * SMALL_BOX,
            Object::Instance(instance) => instance.attributes.bytes() + SMALL_BOX,
            Object::Exception(exception) => exception.attributes.bytes() + 2 * SMALL_BOX,
            Object::Generator(generator) => generator.stack.capacity() * value + 2 * SMALL_BOX,
            Object::Module(module) => module.namespace.bytes() + SMALL_BOX,
            Object::Namespace(namespace) => namespace.bytes() + SMALL_BOX,
            Object::Random(_) => size_of::<crate::random::Random>(),
            Object::Slice(_)
            | Object::Iter(_)
            | Object::Property(_)
            | Object::Super(_)
            | Object::AsyncStep(_) => SMALL_BOX,
            _ => 0,
        };
        size_of::<Object>() + more
    }
}

/// How an asynchronous generator is to go on.
#[derive(Clone, Copy, Debug)]
pub struct AsyncStep {
    pub generator: ObjId,
    /// What is sent, or the exception that is thrown.
    pub value: Value,
    pub throws: bool,
    pub closes: bool,
    pub started: bool,
    pub done: bool,
}

/// A queue with two ends.
#[derive(Clone, Debug, Default)]
pub struct Deque {
    pub values: VecDeque<Value>,
    pub limit: Option<usize>,
    pub changes: u32,
}
