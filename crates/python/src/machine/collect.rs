//! Frees objects that nothing refers to any more.

use std::rc::Rc;

use super::Machine;
use super::frame::{Frame, Then};
use super::thread::Thread;
use crate::code::Code;
use crate::values::iter::Iter;
use crate::values::namespace::Namespace;
use crate::values::{ObjId, Object, Value};

/// Marks what can be reached.
struct Marker {
    marked: Vec<bool>,
    /// Marked objects whose parts are not yet.
    pending: Vec<ObjId>,
}

impl Marker {
    fn value(&mut self, value: Value) {
        if let Value::Obj(id) = value {
            self.object(id);
        }
    }

    fn object(&mut self, id: ObjId) {
        let mark = &mut self.marked[id.0 as usize];
        if !*mark {
            *mark = true;
            self.pending.push(id);
        }
    }

    fn values(&mut self, values: &[Value]) {
        for &value in values {
            self.value(value);
        }
    }

    fn namespace(&mut self, namespace: &Namespace) {
        for (_, value) in namespace.iter() {
            self.value(value);
        }
    }

    fn code(&mut self, code: &Rc<Code>) {
        self.values(&code.values);
    }

    fn frame(&mut self, frame: &Frame) {
        self.code(&frame.code);
        self.object(frame.globals);
        self.value(frame.handling);
        for id in [frame.namespace, frame.generator].into_iter().flatten() {
            self.object(id);
        }
        if let Then::Module(id) = frame.then {
            self.object(id);
        }
    }

    fn thread(&mut self, thread: &Thread) {
        self.values(&thread.stack);
        self.value(thread.handling);
        for frame in &thread.frames {
            self.frame(frame);
        }
        if let Some(Ok(value) | Err(value)) = thread.result {
            self.value(value);
        }
    }

    /// Marks what an object refers to, and returns how many bytes it takes
    /// besides its place.
    fn parts(&mut self, object: &Object) -> usize {
        match object {
            Object::Free(_) | Object::Complex(..) | Object::Range(_) => 0,
            Object::Random(_) => 2600,
            Object::Regex(regex) => regex.steps.len() * 80,
            Object::Text(text) => text.bytes() + 100,
            Object::Bytes(bytes) => bytes.len() + 16,
            Object::ByteArray(bytes) => bytes.capacity(),
            Object::Big(big) => big.bits() as usize / 8 + 40,
            Object::List(values) => {
                self.values(values);
                values.capacity() * size_of::<Value>()
            }
            Object::Tuple(values) => {
                self.values(values);
                values.len() * size_of::<Value>() + 16
            }
            Object::Dict(dict) => {
                for entry in dict.iter() {
                    self.value(entry.key);
                    self.value(entry.value);
                }
                dict.bytes() + 80
            }
            Object::Set(set) | Object::FrozenSet(set) => {
                for (_, value) in set.iter() {
                    self.value(value);
                }
                set.bytes() + 60
            }
            Object::Deque(deque) => {
                for &value in &deque.values {
                    self.value(value);
                }
                deque.values.capacity() * size_of::<Value>()
            }
            Object::Slice(parts) => {
                self.values(&parts[..]);
                48
            }
            Object::Cell(value) | Object::StaticMethod(value) | Object::ClassMethod(value) => {
                self.value(*value);
                0
            }
            Object::Function(function) => {
                self.code(&function.code);
                self.object(function.globals);
                for &cell in &*function.closure {
                    self.object(cell);
                }
                self.values(&function.defaults);
                for &(_, value) in &*function.keyword_defaults {
                    self.value(value);
                }
                self.value(function.name);
                self.value(function.qualname);
                self.value(function.doc);
                self.value(function.module);
                self.value(function.annotations);
                self.namespace(&function.attributes);
                200
            }
            Object::Method(function, receiver) => {
                self.value(*function);
                self.object(*receiver);
                0
            }
            Object::BoundNative(_, receiver) => {
                self.value(*receiver);
                0
            }
            Object::Class(class) => {
                self.object(class.metaclass);
                for &id in class.bases.iter().chain(&class.mro) {
                    self.object(id);
                }
                self.value(class.doc);
                self.namespace(&class.namespace);
                class.namespace.bytes() + 200
            }
            Object::Instance(instance) => {
                self.object(instance.class);
                self.namespace(&instance.attributes);
                self.value(instance.payload);
                if let Some(dict) = instance.dict {
                    self.object(dict);
                }
                instance.attributes.bytes() + 100
            }
            Object::Exception(exception) => {
                self.object(exception.class);
                self.value(exception.args);
                self.namespace(&exception.attributes);
                for level in &exception.traceback {
                    self.code(&level.code);
                }
                self.value(exception.cause);
                self.value(exception.context);
                exception.traceback.len() * 16 + 160
            }
            Object::Generator(generator) => {
                self.object(generator.class);
                self.value(generator.name);
                self.value(generator.qualname);
                self.value(generator.handling);
                self.values(&generator.stack);
                if let Some(frame) = &generator.frame {
                    self.frame(frame);
                }
                generator.stack.capacity() * size_of::<Value>() + 200
            }
            Object::Module(module) => {
                self.namespace(&module.namespace);
                module.namespace.bytes()
            }
            Object::Namespace(namespace) => {
                self.namespace(namespace);
                namespace.bytes()
            }
            Object::NamespaceView(id) | Object::View(_, id) | Object::Traceback(id) => {
                self.object(*id);
                0
            }
            Object::Iter(iter) => self.iter(iter),
            Object::Property(parts) => {
                self.values(&parts[..]);
                64
            }
            Object::Super(parts) => {
                self.object(parts.class);
                self.object(parts.receiver_class);
                self.value(parts.receiver);
                32
            }
            Object::Code(code) => {
                self.code(code);
                0
            }
            Object::AsyncStep(step) => {
                self.object(step.generator);
                self.value(step.value);
                32
            }
        }
    }

    fn iter(&mut self, iter: &Iter) -> usize {
        self.values(&iter.sources());
        40
    }
}

impl Machine {
    /// Frees what nothing refers to. Fails if what is left is too much.
    pub fn collect(&mut self) -> Result<(), super::Exit> {
        let mut marker = Marker {
            marked: vec![false; self.heap.places()],
            pending: Vec::new(),
        };
        for id in 0..crate::types::ALL.len() {
            marker.object(ObjId(id as u32));
        }
        for id in self.small_texts() {
            marker.object(id);
        }
        marker.object(self.builtins);
        marker.object(self.natives);
        marker.thread(&self.thread);
        for thread in self.other_threads() {
            marker.thread(thread);
        }
        for &module in self.modules.values() {
            marker.object(module);
        }
        for code in &self.codes {
            marker.code(code);
        }
        let mut bytes = 0;
        while let Some(id) = marker.pending.pop() {
            bytes += marker.parts(self.heap.get(id)) + size_of::<Object>();
        }
        self.heap.sweep(&marker.marked);
        self.forget_lookups();
        self.heap.used = bytes;
        self.heap.charged = 0;
        self.heap.collect_at = bytes.clamp(8 << 20, 64 << 20);
        if self.heap.is_too_much(0) {
            return Err(self.memory_error());
        }
        Ok(())
    }
}
