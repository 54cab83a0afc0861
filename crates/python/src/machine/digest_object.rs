//! What an object adds to the number of a state: all of it that can make a difference.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use super::digest::Digest;
use crate::values::iter::Iter;
use crate::values::{ObjId, Object, Value};

impl Digest<'_> {
    pub(super) fn content(&mut self, object: &Object) {
        std::mem::discriminant(object).hash(&mut self.mixer);
        match object {
            // What comes into a free place is the same in whichever it comes.
            Object::Free(_) => {}
            Object::Text(text) => text.as_str().hash(&mut self.mixer),
            Object::Bytes(bytes) => bytes.hash(&mut self.mixer),
            Object::ByteArray(bytes) => bytes.hash(&mut self.mixer),
            Object::Big(big) => big.hash(&mut self.mixer),
            Object::Complex(real, imaginary) => {
                (real.to_bits(), imaginary.to_bits()).hash(&mut self.mixer);
            }
            Object::Range(range) => {
                (range.start, range.stop, range.step).hash(&mut self.mixer);
            }
            Object::Random(random) => random.hash(&mut self.mixer),
            Object::Regex(regex) => (Rc::as_ptr(regex) as usize).hash(&mut self.mixer),
            Object::Code(code) => (Rc::as_ptr(code) as usize).hash(&mut self.mixer),
            Object::List(values) => self.values(values),
            Object::Tuple(values) => self.values(values),
            Object::Slice(values) => self.values(&values[..]),
            Object::Property(values) => self.values(&values[..]),
            Object::Dict(dict) => {
                for entry in dict.iter() {
                    self.value(entry.key);
                    self.value(entry.value);
                }
            }
            Object::Set(set) | Object::FrozenSet(set) => {
                for (_, value) in set.iter() {
                    self.value(value);
                }
            }
            Object::Deque(deque) => {
                deque.limit.hash(&mut self.mixer);
                for &value in &deque.values {
                    self.value(value);
                }
            }
            Object::Cell(value) | Object::StaticMethod(value) | Object::ClassMethod(value) => {
                self.value(*value);
            }
            Object::Method(value, id) => {
                self.value(*value);
                self.object(*id);
            }
            Object::BoundNative(native, value) => {
                native.hash(&mut self.mixer);
                self.value(*value);
            }
            Object::Namespace(namespace) => self.namespace(namespace),
            Object::Module(module) => self.namespace(&module.namespace),
            Object::NamespaceView(id) | Object::View(_, id) | Object::Traceback(id) => {
                if let Object::View(view, _) = object {
                    std::mem::discriminant(view).hash(&mut self.mixer);
                }
                self.object(*id);
            }
            Object::Super(parts) => {
                self.object(parts.class);
                self.object(parts.receiver_class);
                self.value(parts.receiver);
            }
            Object::Iter(iter) => self.iter(iter),
            _ => self.large(object),
        }
    }

    fn large(&mut self, object: &Object) {
        match object {
            Object::Function(function) => {
                (Rc::as_ptr(&function.code) as usize).hash(&mut self.mixer);
                self.object(function.globals);
                for &cell in &*function.closure {
                    self.object(cell);
                }
                self.values(&function.defaults);
                for &(name, value) in &*function.keyword_defaults {
                    self.mixer.write_u32(name.0);
                    self.value(value);
                }
                self.value(function.name);
                self.value(function.qualname);
                self.value(function.doc);
                self.namespace(&function.attributes);
            }
            Object::Class(class) => {
                class.qualname.hash(&mut self.mixer);
                self.object(class.metaclass);
                for &id in class
                    .bases
                    .iter()
                    .chain(&class.mro)
                    .chain(&class.subclasses)
                {
                    self.object(id);
                }
                self.namespace(&class.namespace);
            }
            Object::Instance(instance) => {
                self.object(instance.class);
                self.namespace(&instance.attributes);
                self.value(instance.payload);
                self.value(instance.dict.map_or(Value::Unbound, Value::Obj));
            }
            Object::Exception(exception) => {
                self.object(exception.class);
                self.value(exception.args);
                self.namespace(&exception.attributes);
                for level in &exception.traceback {
                    (Rc::as_ptr(&level.code) as usize, level.instruction).hash(&mut self.mixer);
                }
                self.value(exception.cause);
                self.value(exception.context);
                exception.suppress_context.hash(&mut self.mixer);
            }
            Object::Generator(generator) => {
                (generator.state as u8).hash(&mut self.mixer);
                (Rc::as_ptr(&generator.code) as usize).hash(&mut self.mixer);
                self.value(generator.handling);
                self.values(&generator.stack);
                if let Some(frame) = &generator.frame {
                    self.frame(frame);
                }
            }
            Object::AsyncStep(step) => {
                self.object(step.generator);
                self.value(step.value);
                (step.throws, step.closes, step.started, step.done).hash(&mut self.mixer);
            }
            _ => unreachable!("all small objects are told elsewhere"),
        }
    }

    fn iter(&mut self, iter: &Iter) {
        std::mem::discriminant(iter).hash(&mut self.mixer);
        let at = |digest: &mut Self, id: &ObjId, next: &usize| {
            digest.object(*id);
            digest.mixer.write_usize(*next);
        };
        match iter {
            Iter::Done(class) => self.object(*class),
            Iter::List { list: id, next }
            | Iter::ListReversed { list: id, next }
            | Iter::Tuple { tuple: id, next }
            | Iter::Text { text: id, next }
            | Iter::Bytes { bytes: id, next }
            | Iter::DequeReversed { deque: id, next } => at(self, id, next),
            Iter::Range { next, step, left } => (next, step, left).hash(&mut self.mixer),
            Iter::Dict {
                dict,
                view,
                next,
                changes,
            } => {
                at(self, dict, next);
                (*view as u8, changes).hash(&mut self.mixer);
            }
            Iter::DictReversed { dict, view, next } => {
                at(self, dict, next);
                (*view as u8).hash(&mut self.mixer);
            }
            Iter::Set {
                set: id,
                next,
                changes,
            }
            | Iter::Deque {
                deque: id,
                next,
                changes,
            } => {
                at(self, id, next);
                changes.hash(&mut self.mixer);
            }
            Iter::Zip { parts, strict } => {
                self.values(parts);
                strict.hash(&mut self.mixer);
            }
            Iter::Enumerate { source, count } => {
                self.value(*source);
                count.hash(&mut self.mixer);
            }
        }
    }
}
