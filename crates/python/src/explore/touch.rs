//! What a thread's next instruction reads and writes, as far as others could see it.
//!
//! When in doubt it is more: whatever a builtin function is given it reads, and what it is
//! given first it writes, unless it is known not to.

use std::rc::Rc;

use crate::builtins::native;
use crate::code::Code;
use crate::code::instr::Instr;
use crate::machine::thread::Thread;
use crate::machine::{Machine, ThreadId};
use crate::names::Name;
use crate::values::{ObjId, Object, Value};

/// Something that can be read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// A variable of a module, an attribute of an object, an element: by the number of its
    /// name, or the hash of its key.
    Part(ObjId, Key),
    /// An object as a whole: its size, its order, its content.
    Whole(ObjId),
    /// An attribute of any class.
    OfClass(Name),
    Resource(u32),
    /// Whether a lock is held. Who lets it go is told as one who reads that, for among them
    /// their order makes no difference, nor does it to those who wait until they have it: only
    /// to those who look, or wait for a while.
    Held(u32),
    Stream(u8),
    Input,
    /// The end of a thread.
    End(u32),
}

/// Which part of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    Name(Name),
    Index(i64),
    Hash(u64),
    /// What a cell has in it.
    Content,
}

/// What is done with a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Touch {
    pub place: Place,
    pub writes: bool,
}

impl Touch {
    pub(super) fn new(place: Place, writes: bool) -> Touch {
        Touch { place, writes }
    }
}

/// Adds what a thread's next instruction touches.
pub fn touches(machine: &Machine, id: ThreadId, into: &mut Vec<Touch>) {
    let thread = machine.thread_at(id);
    let Some(frame) = thread.frames.last() else {
        return;
    };
    let Some(&instr) = frame.code.instrs.get(frame.pc as usize) else {
        return;
    };
    let look = Look {
        machine,
        thread,
        into,
    };
    look.instruction(instr, &frame.code);
}

/// Who looks at an instruction before it is run.
pub(super) struct Look<'a> {
    pub machine: &'a Machine,
    thread: &'a Thread,
    pub into: &'a mut Vec<Touch>,
}

impl Look<'_> {
    fn peek(&self, depth: usize) -> Value {
        let stack = &self.thread.stack;
        let place = stack.len().checked_sub(depth + 1);
        place.map_or(Value::Unbound, |place| stack[place])
    }

    fn instruction(mut self, instr: Instr, code: &Rc<Code>) {
        let name = |number: u16| code.names[number as usize];
        match instr {
            Instr::Nop | Instr::Line | Instr::Const(_) | Instr::Int(_) | Instr::None => {}
            Instr::True | Instr::False | Instr::Pop | Instr::Copy(_) | Instr::Swap(_) => {}
            Instr::Down(_) | Instr::Local(_) | Instr::SetLocal(_) | Instr::DeleteLocal(_) => {}
            Instr::MakeCell(_) | Instr::AddInt(_) | Instr::Is | Instr::IsNot => {}
            Instr::Jump(_) | Instr::JumpBack(_) | Instr::JumpIfNone(_) => {}
            Instr::JumpIfNotNone(_) | Instr::List(_) | Instr::Tuple(_) | Instr::Slice(_) => {}
            Instr::Return | Instr::Function { .. } | Instr::Class | Instr::Discard => {}
            Instr::Handle | Instr::Handled | Instr::AssertionError | Instr::Raise(_) => {}
            Instr::Reraise | Instr::Matches | Instr::Append(_) => {}
            Instr::Cell(slot) | Instr::ClassCell { slot, .. } => self.cell(slot, false),
            Instr::SetCell(slot) | Instr::DeleteCell(slot) => self.cell(slot, true),
            Instr::Global { name: number, .. } | Instr::Name(number) => {
                self.variable(name(number), false);
            }
            Instr::SetGlobal(number)
            | Instr::DeleteGlobal(number)
            | Instr::SetName(number)
            | Instr::DeleteName(number) => self.variable(name(number), true),
            Instr::Attr { name: number, .. } | Instr::Method { name: number, .. } => {
                self.attribute(self.peek(0), name(number), false);
            }
            Instr::SetAttr { name: number, .. } | Instr::DeleteAttr(number) => {
                self.attribute(self.peek(0), name(number), true);
            }
            Instr::Element => self.element(self.peek(1), self.peek(0), false),
            Instr::SetElement | Instr::DeleteElement => {
                self.element(self.peek(1), self.peek(0), true);
            }
            Instr::In | Instr::NotIn => {
                self.operand(self.peek(0), false);
                self.operand(self.peek(1), false);
            }
            Instr::InPlace(_) => {
                self.operand(self.peek(1), true);
                self.operand(self.peek(0), false);
            }
            Instr::Call(count) | Instr::CallNamed { count, .. } => {
                self.call(count as usize, None);
            }
            Instr::CallMethod(count) | Instr::CallMethodNamed { count, .. } => {
                self.call(count as usize + 1, Some(self.peek(count as usize)));
            }
            Instr::CallSpread { named } => {
                let list = self.peek(usize::from(named));
                let arguments = match self.machine.get(list) {
                    Some(Object::List(values)) => values.clone(),
                    _ => Vec::new(),
                };
                self.called(self.peek(usize::from(named) + 1), &arguments);
            }
            _ => {
                for depth in 0..3 {
                    self.operand(self.peek(depth), false);
                }
            }
        }
    }

    /// What an operator works on: instances have methods for that, which tell by themselves.
    fn operand(&mut self, value: Value, writes: bool) {
        if !matches!(self.machine.get(value), Some(Object::Instance(_))) {
            self.whole(value, writes);
        }
    }

    fn part(&mut self, object: ObjId, key: Key, writes: bool) {
        self.into.push(Touch::new(Place::Part(object, key), writes));
    }

    fn cell(&mut self, slot: u16, writes: bool) {
        let frame = self.thread.frames.last();
        let base = frame.map_or(0, |frame| frame.base as usize);
        if let Some(Value::Obj(cell)) = self.thread.stack.get(base + slot as usize) {
            self.part(*cell, Key::Content, writes);
        }
    }

    fn variable(&mut self, name: Name, writes: bool) {
        let Some(frame) = self.thread.frames.last() else {
            return;
        };
        let own = frame.namespace.unwrap_or(frame.globals);
        self.part(own, Key::Name(name), writes);
        if !writes {
            if own != frame.globals {
                self.part(frame.globals, Key::Name(name), false);
            }
            self.part(self.machine.builtins, Key::Name(name), false);
        }
    }

    pub(super) fn attribute(&mut self, value: Value, name: Name, writes: bool) {
        let Value::Obj(id) = value else { return };
        match self.machine.heap.get(id) {
            Object::Instance(instance) => {
                match instance.dict {
                    None => self.part(id, Key::Name(name), writes),
                    Some(dict) => self.into.push(Touch::new(Place::Whole(dict), writes)),
                }
                self.into.push(Touch::new(Place::OfClass(name), false));
            }
            Object::Class(_) => {
                self.part(id, Key::Name(name), writes);
                self.into.push(Touch::new(Place::OfClass(name), writes));
            }
            Object::Super(_) => self.into.push(Touch::new(Place::OfClass(name), false)),
            Object::Module(_) | Object::Function(_) | Object::Exception(_) => {
                self.part(id, Key::Name(name), writes);
            }
            _ => {}
        }
    }

    fn element(&mut self, container: Value, key: Value, writes: bool) {
        let Value::Obj(id) = container else { return };
        match self.machine.heap.get(id) {
            Object::Text(_) | Object::Tuple(_) | Object::Bytes(_) | Object::Range(_) => {}
            Object::List(values) => match key {
                Value::Int(index) => {
                    let index = if index < 0 {
                        index + values.len() as i64
                    } else {
                        index
                    };
                    self.part(id, Key::Index(index), writes);
                }
                _ => self.whole(container, writes),
            },
            Object::Dict(_) => match self.key(key) {
                Some(key) => self.part(id, key, writes),
                None => self.whole(container, writes),
            },
            _ => self.whole(container, writes),
        }
    }

    /// The key of a dictionary's element, if it is a simple one. Numbers that are equal have
    /// the same.
    fn key(&self, key: Value) -> Option<Key> {
        match key {
            Value::Int(number) => Some(Key::Index(number)),
            Value::Bool(truth) => Some(Key::Index(truth.into())),
            Value::Obj(id) => match self.machine.heap.get(id) {
                Object::Text(text) => Some(Key::Hash(text.hash())),
                _ => None,
            },
            _ => None,
        }
    }

    fn call(&mut self, count: usize, receiver: Option<Value>) {
        let callee = self.peek(count);
        let first = self.thread.stack.len().saturating_sub(count);
        let mut arguments = &self.thread.stack[first..];
        if receiver.is_some_and(Value::is_unbound) {
            arguments = &arguments[1..];
        }
        let arguments = arguments.to_vec();
        self.called(callee, &arguments);
    }

    fn called(&mut self, callee: Value, arguments: &[Value]) {
        match callee {
            Value::Native(id) => self.native(native(id).name, arguments),
            Value::Obj(id) => match self.machine.heap.get(id) {
                Object::BoundNative(id, receiver) => {
                    let mut all = vec![*receiver];
                    all.extend_from_slice(arguments);
                    self.native(native(*id).name, &all);
                }
                Object::Class(_) => self.native("__new__", arguments),
                Object::Instance(_) => {
                    self.into
                        .push(Touch::new(Place::OfClass(Name::CALL), false));
                }
                _ => {}
            },
            _ => {}
        }
    }
}
