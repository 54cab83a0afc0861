//! Calls.

use std::rc::Rc;

use super::exit::Exit;
use super::frame::{Frame, Then};
use super::{Machine, Outcome};
use crate::builtins::{self, Args, NativeId};
use crate::code::{Code, Makes};
use crate::names::Name;
use crate::types;
use crate::values::{ObjId, Object, Value};

/// So many arguments are handed to a builtin function without a detour.
const FEW: usize = 6;

impl Machine {
    /// Calls what is on the stack below so many arguments.
    pub fn call(&mut self, count: usize, then: Then) -> Outcome<()> {
        let place = self.thread.stack.len() - count - 1;
        let callee = self.thread.stack[place];
        let id = match callee {
            Value::Native(native) => return self.call_native(native, count, then),
            Value::Obj(id) => id,
            _ => return Err(self.not_callable(callee, count)),
        };
        match self.heap.get(id) {
            Object::Function(function) => {
                let code = &function.code;
                if code.makes == Makes::Result
                    && count == usize::from(code.parameters.positional)
                    && code.parameters.is_simple()
                {
                    let (code, globals) = (code.clone(), function.globals);
                    let closure = (code.free > 0).then(|| function.closure.clone());
                    return self.enter(code, globals, closure, place, then);
                }
                let arguments = self.thread.stack.split_off(place + 1);
                self.thread.stack.truncate(place);
                self.call_function(id, &arguments, &[], then)
            }
            Object::Method(function, receiver) => {
                let (function, receiver) = (*function, *receiver);
                self.thread.stack[place] = function;
                self.thread.stack.insert(place + 1, Value::Obj(receiver));
                self.call(count + 1, then)
            }
            Object::BoundNative(native, receiver) => {
                let (native, receiver) = (*native, *receiver);
                self.thread.stack.insert(place + 1, receiver);
                self.call_native(native, count + 1, then)
            }
            Object::Class(_) => self.construct(id, count, then),
            _ => self.call_object(callee, count, then),
        }
    }

    /// Enters a function whose arguments are on the stack and fit.
    #[inline]
    fn enter(
        &mut self,
        code: Rc<Code>,
        globals: ObjId,
        closure: Option<Rc<[ObjId]>>,
        place: usize,
        then: Then,
    ) -> Outcome<()> {
        if self.thread.frames.len() >= self.limits.recursion {
            return Err(self.recursion_error());
        }
        let base = place + 1;
        let slots = code.slots.len();
        self.thread.stack.resize(base + slots, Value::Unbound);
        if let Some(closure) = closure {
            let first = base + slots - closure.len();
            for (offset, &cell) in closure.iter().enumerate() {
                self.thread.stack[first + offset] = Value::Obj(cell);
            }
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

    fn call_native(&mut self, native: NativeId, count: usize, then: Then) -> Outcome<()> {
        let place = self.thread.stack.len() - count - 1;
        self.call_native_at(place, native, count, then)
    }

    /// Calls a builtin function whose arguments are the last values on the stack, which
    /// is then cut back to a place.
    pub(super) fn call_native_at(
        &mut self,
        place: usize,
        native: NativeId,
        count: usize,
        then: Then,
    ) -> Outcome<()> {
        let first = self.thread.stack.len() - count;
        let result = if count <= FEW {
            let mut few = [Value::Unbound; FEW];
            few[..count].copy_from_slice(&self.thread.stack[first..]);
            self.thread.stack.truncate(place);
            self.run_native(native, &few[..count], &[])
        } else {
            let many = self.thread.stack.split_off(first);
            self.thread.stack.truncate(place);
            self.run_native(native, &many, &[])
        };
        self.native_result(result, then)
    }

    /// Goes on with what a builtin function has returned.
    pub fn native_result(&mut self, result: Outcome, then: Then) -> Outcome<()> {
        match result {
            Ok(value) if then == Then::Push => {
                self.push(value);
                Ok(())
            }
            Ok(value) => self.deliver(value, then),
            // The call in its place hands its result to the same place.
            Err(Exit::Call(count, Then::Push)) => Err(Exit::Call(count, then)),
            Err(Exit::Call(count, inner)) if then == Then::Push => Err(Exit::Call(count, inner)),
            Err(Exit::Call(count, inner)) => {
                self.hand_on(count, inner, then);
                Err(Exit::Call(count, inner))
            }
            Err(Exit::Block(operation)) => {
                self.thread.pending = then;
                Err(Exit::Block(operation))
            }
            Err(exit) => Err(exit),
        }
    }

    /// Runs a builtin function.
    pub fn run_native(
        &mut self,
        native: NativeId,
        positional: &[Value],
        named: &[(Name, Value)],
    ) -> Outcome {
        let definition = builtins::native(native);
        let count = positional.len();
        if count < usize::from(definition.min)
            || (count > usize::from(definition.max) && definition.max != builtins::ANY)
            || (!named.is_empty() && !definition.takes_names)
        {
            return Err(self.wrong_count(native, count, named));
        }
        (definition.run)(self, &Args { positional, named })
    }

    fn wrong_count(&mut self, native: NativeId, count: usize, named: &[(Name, Value)]) -> Exit {
        let definition = builtins::native(native);
        let is_method = usize::from(definition.owner.is_some());
        let (min, max) = (
            usize::from(definition.min).saturating_sub(is_method),
            usize::from(definition.max).saturating_sub(is_method),
        );
        if let (true, Some(class)) = (definition.is_static, definition.owner) {
            let name = self.class(class).name.clone();
            let count = count.saturating_sub(1);
            let word = if count < min { "at least" } else { "at most" };
            let limit = if count < min { min } else { max };
            let s = if limit == 1 { "" } else { "s" };
            return self.type_error(match class {
                types::INT | types::STR | types::BYTES | types::COMPLEX => {
                    format!("{name}() takes {word} {limit} argument{s} ({count} given)")
                }
                _ => format!("{name} expected {word} {limit} argument{s}, got {count}"),
            });
        }
        let name = match definition.owner {
            Some(class) => format!("{}.{}", self.class(class).name, definition.name),
            None => definition.name.to_string(),
        };
        if is_method == 1 && count == 0 {
            let class = definition
                .owner
                .map_or("object".into(), |c| self.class(c).name.clone());
            return self.type_error(format!(
                "unbound method {name}() needs an argument ({class})"
            ));
        }
        let count = count.saturating_sub(is_method);
        if !named.is_empty() && !definition.takes_names {
            return self.type_error(format!("{name}() takes no keyword arguments"));
        }
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let message = match (min, max) {
            (0, 0) => format!("{name}() takes no arguments ({count} given)"),
            (1, 1) => format!("{name}() takes exactly one argument ({count} given)"),
            _ => {
                let name = definition.name;
                let (word, wanted) = match min {
                    _ if min == max => ("", min),
                    _ if count < min => ("at least ", min),
                    _ => ("at most ", max),
                };
                format!(
                    "{name} expected {word}{wanted} argument{}, got {count}",
                    plural(wanted)
                )
            }
        };
        self.type_error(message)
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

    /// A call with names.
    pub fn call_named(&mut self, count: usize, names: &[Name], then: Then) -> Outcome<()> {
        let place = self.thread.stack.len() - count - 1;
        let mut positional = self.thread.stack.split_off(place + 1);
        let callee = self.pop();
        let values = positional.split_off(count - names.len());
        let named: Vec<(Name, Value)> = names.iter().copied().zip(values).collect();
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
            if named.is_empty() {
                self.push(callee);
                self.thread.stack.extend_from_slice(&positional);
                return self.call(positional.len(), then);
            }
            match callee {
                Value::Native(native) => {
                    let result = self.run_native(native, &positional, &named);
                    return self.native_result(result, then);
                }
                Value::Obj(id) => match self.heap.get(id) {
                    Object::Function(_) => {
                        return self.call_function(id, &positional, &named, then);
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
    pub fn call_function(
        &mut self,
        function: ObjId,
        positional: &[Value],
        named: &[(Name, Value)],
        then: Then,
    ) -> Outcome<()> {
        if self.thread.frames.len() >= self.limits.recursion {
            return Err(self.recursion_error());
        }
        let slots = self.bind_arguments(function, positional, named)?;
        let Object::Function(definition) = self.heap.get(function) else {
            return Ok(());
        };
        let (code, globals) = (definition.code.clone(), definition.globals);
        if code.makes != Makes::Result {
            let generator = self.new_generator(function, slots);
            return self.deliver(generator, then);
        }
        let bottom = self.thread.stack.len();
        self.push(Value::Obj(function));
        self.thread.stack.extend_from_slice(&slots);
        self.thread.frames.push(Frame {
            code,
            pc: 0,
            base: bottom as u32 + 1,
            bottom: bottom as u32,
            globals,
            namespace: None,
            generator: None,
            handling: self.thread.handling,
            then,
        });
        Err(Exit::Switch)
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
