//! Calls.

use std::rc::Rc;

use super::exit::Exit;
use super::frame::{Frame, Then};
use super::{Machine, Outcome};
use crate::code::{Code, Makes};
use crate::names::Name;
use crate::types;
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// Calls what is on the stack below so many arguments.
    #[inline]
    pub fn call(&mut self, count: usize, then: Then) -> Outcome<()> {
        self.call_named(count, &[], then)
    }

    /// The same when the last arguments have names.
    pub fn call_named(&mut self, count: usize, names: &[Name], then: Then) -> Outcome<()> {
        let place = self.thread.stack.len() - count - 1;
        let callee = self.thread.stack[place];
        let id = match callee {
            Value::Obj(id) => id,
            Value::Native(native) if names.is_empty() => {
                return self.call_native(native, count, then);
            }
            _ => return self.call_apart(place, names, then),
        };
        match self.heap.get(id) {
            Object::Function(_) => self.call_function(id, place, names, then),
            Object::Method(function, receiver) => {
                let (function, receiver) = (*function, *receiver);
                self.thread.stack[place] = function;
                self.thread.stack.insert(place + 1, Value::Obj(receiver));
                self.call_named(count + 1, names, then)
            }
            Object::BoundNative(native, receiver) if names.is_empty() => {
                let (native, receiver) = (*native, *receiver);
                self.thread.stack.insert(place + 1, receiver);
                self.call_native(native, count + 1, then)
            }
            Object::Class(_) => self.construct(id, count, names, then),
            _ if names.is_empty() => self.call_object(callee, count, then),
            _ => self.call_apart(place, names, then),
        }
    }

    /// Calls a function written in Python that is on the stack below its arguments.
    #[inline]
    fn call_function(
        &mut self,
        id: ObjId,
        place: usize,
        names: &[Name],
        then: Then,
    ) -> Outcome<()> {
        let Object::Function(function) = self.heap.get(id) else {
            return Ok(());
        };
        let base = place + 1;
        let code = function.code.clone();
        let shape = &code.parameters;
        let is_complete = names.is_empty()
            && shape.is_simple()
            && self.thread.stack.len() - base == usize::from(shape.positional);
        if !is_complete && !self.fit(id, base, names) {
            return self.call_apart(place, names, then);
        }
        let Object::Function(function) = self.heap.get(id) else {
            return Ok(());
        };
        let slots = code.slots.len();
        self.thread.stack.resize(base + slots, Value::Unbound);
        if code.free > 0 {
            let first = base + slots - function.closure.len();
            for (slot, &cell) in self.thread.stack[first..]
                .iter_mut()
                .zip(&*function.closure)
            {
                *slot = Value::Obj(cell);
            }
        }
        self.enter(code, id, place, then)
    }

    /// Enters a function whose variables are on the stack.
    #[inline]
    fn enter(&mut self, code: Rc<Code>, id: ObjId, place: usize, then: Then) -> Outcome<()> {
        let Object::Function(function) = self.heap.get(id) else {
            return Ok(());
        };
        let globals = function.globals;
        let base = place + 1;
        if code.makes != Makes::Result {
            let slots = self.thread.stack.split_off(base);
            self.thread.stack.truncate(place);
            let generator = self.new_generator(id, slots);
            return self.deliver(generator, then);
        }
        if self.thread.frames.len() >= self.limits.recursion {
            self.thread.stack.truncate(place);
            return Err(self.recursion_error());
        }
        if self.heap.charged > self.heap.collect_at {
            self.collect()?;
        }
        self.thread.frames.push(Frame {
            code,
            pc: 0,
            base: base as u32,
            bottom: place as u32,
            globals,
            namespace: None,
            generator: None,
            handling: self.thread.handling,
            then,
        });
        Err(Exit::Switch)
    }

    fn recursion_error(&mut self) -> Exit {
        self.error(types::RECURSION_ERROR, "maximum recursion depth exceeded")
    }

    /// `CallMethod`: on the stack are what is called, its receiver or nothing, and
    /// the arguments.
    pub fn call_method(&mut self, count: usize) -> Outcome<()> {
        let receiver = self.thread.stack.len() - count - 1;
        if self.thread.stack[receiver].is_unbound() {
            self.thread.stack.remove(receiver);
            return self.call(count, Then::Push);
        }
        self.call(count + 1, Then::Push)
    }

    /// Calls an object that is no function. What its class has for that may be such an
    /// object too, but not for ever.
    fn call_object(&mut self, mut callee: Value, mut count: usize, then: Then) -> Outcome<()> {
        let place = self.thread.stack.len() - count - 1;
        for _ in 0..self.limits.recursion {
            let Some(id) = self.object_that_is_called(callee) else {
                return self.call(count, then);
            };
            if let Object::StaticMethod(inner) = self.heap.get(id) {
                callee = *inner;
                self.thread.stack[place] = callee;
                continue;
            }
            let Some(method) = self.special(callee, Name::CALL) else {
                return Err(self.not_callable(callee, count));
            };
            self.thread.stack[place] = method;
            self.thread.stack.insert(place + 1, callee);
            (callee, count) = (method, count + 1);
        }
        self.thread.stack.truncate(place);
        Err(self.recursion_error())
    }

    /// An object that is none of what [`Machine::call`] itself calls.
    fn object_that_is_called(&self, callee: Value) -> Option<ObjId> {
        let Value::Obj(id) = callee else { return None };
        let is_called_itself = matches!(
            self.heap.get(id),
            Object::Function(_) | Object::Method(..) | Object::BoundNative(..) | Object::Class(_)
        );
        (!is_called_itself).then_some(id)
    }

    fn not_callable(&mut self, callee: Value, count: usize) -> Exit {
        let place = self.thread.stack.len() - count - 1;
        self.thread.stack.truncate(place);
        let name = self.class_name(callee);
        self.type_error(format!("'{name}' object is not callable"))
    }

    /// Calls what is on the stack with arguments that are taken from there: for what is
    /// rare, or goes wrong.
    pub(super) fn call_apart(&mut self, place: usize, names: &[Name], then: Then) -> Outcome<()> {
        let mut positional = self.thread.stack.split_off(place + 1);
        let callee = self.pop();
        let values = positional.split_off(positional.len() - names.len());
        let named = names.iter().copied().zip(values).collect();
        self.call_with(callee, positional, named, then)
    }

    /// Calls something with arguments that are not on the stack.
    pub fn call_with(
        &mut self,
        mut callee: Value,
        mut positional: Vec<Value>,
        named: Vec<(Name, Value)>,
        then: Then,
    ) -> Outcome<()> {
        for _ in 0..self.limits.recursion {
            match callee {
                Value::Native(native) => {
                    let result = self.run_native(native, &positional, &named);
                    return self.native_result(result, then);
                }
                Value::Obj(id) => match self.heap.get(id) {
                    Object::Function(_) => {
                        return self.call_binding(id, &positional, &named, then);
                    }
                    Object::Method(function, receiver) => {
                        positional.insert(0, Value::Obj(*receiver));
                        callee = *function;
                    }
                    Object::BoundNative(native, receiver) => {
                        positional.insert(0, *receiver);
                        callee = Value::Native(*native);
                    }
                    Object::StaticMethod(inner) => callee = *inner,
                    Object::Class(_) => {
                        return self.construct_with(id, positional, named, then);
                    }
                    _ => match self.special(callee, Name::CALL) {
                        Some(method) => {
                            positional.insert(0, callee);
                            callee = method;
                        }
                        None => {
                            self.push(callee);
                            return Err(self.not_callable(callee, 0));
                        }
                    },
                },
                _ => {
                    self.push(callee);
                    return Err(self.not_callable(callee, 0));
                }
            }
        }
        Err(self.recursion_error())
    }

    /// Calls a function written in Python, whatever its parameters are.
    fn call_binding(
        &mut self,
        id: ObjId,
        positional: &[Value],
        named: &[(Name, Value)],
        then: Then,
    ) -> Outcome<()> {
        let slots = self.bind_arguments(id, positional, named)?;
        let Object::Function(function) = self.heap.get(id) else {
            return Ok(());
        };
        let code = function.code.clone();
        let place = self.thread.stack.len();
        self.push(Value::Obj(id));
        self.thread.stack.extend_from_slice(&slots);
        self.enter(code, id, place, then)
    }

    /// Runs code in a module: its body, or an expression.
    pub fn run_code(
        &mut self,
        code: Rc<Code>,
        globals: ObjId,
        namespace: Option<ObjId>,
        then: Then,
    ) -> Exit {
        if self.thread.frames.len() >= self.limits.recursion {
            return self.recursion_error();
        }
        let bottom = self.thread.stack.len() as u32;
        let slots = code.slots.len();
        self.thread
            .stack
            .resize(bottom as usize + slots, Value::Unbound);
        self.thread.frames.push(Frame {
            code,
            pc: 0,
            base: bottom,
            bottom,
            globals,
            namespace,
            generator: None,
            handling: self.thread.handling,
            then,
        });
        Exit::Switch
    }
}
