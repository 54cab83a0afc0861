//! Generators and coroutines: going on with them, and setting them aside.

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::code::Makes;
use crate::code::instr::Instr;
use crate::types;
use crate::values::generator::{Kind, State};
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// Goes on with a generator, handing it a value.
    pub fn resume_generator(&mut self, id: ObjId, value: Value, then: Then) -> Outcome<()> {
        let Object::Generator(generator) = self.heap.get(id) else {
            return Ok(());
        };
        match generator.state {
            State::Running => {
                let what = kind_name(generator.kind);
                return Err(self.value_error(format!("{what} already executing")));
            }
            State::Finished => {
                if generator.kind == Kind::Coroutine {
                    let message = "cannot reuse already awaited coroutine";
                    return Err(self.error(types::RUNTIME_ERROR, message));
                }
                return self.exhausted(id, then);
            }
            State::Created => {
                if !value.is_none() {
                    let what = kind_name(generator.kind);
                    let message = format!("can't send non-None value to a just-started {what}");
                    return Err(self.type_error(message));
                }
            }
            State::Suspended => {}
        }
        let was_created = generator.state == State::Created;
        self.enter_generator(id, then)?;
        if !was_created {
            self.push(value);
        }
        Err(Exit::Switch)
    }

    fn exhausted(&mut self, id: ObjId, then: Then) -> Outcome<()> {
        let is_async =
            matches!(self.heap.get(id), Object::Generator(g) if g.kind == Kind::AsyncGenerator);
        match then {
            _ if is_async => Err(Exit::Raise(
                self.exception(types::STOP_ASYNC_ITERATION, &[]),
            )),
            Then::Next(target) => {
                self.pop();
                self.go_to(target);
                Err(Exit::Switch)
            }
            Then::Send(target) => {
                self.pop();
                self.push(Value::None);
                self.go_to(target);
                Err(Exit::Switch)
            }
            _ => Err(self.stop_iteration(Value::None)),
        }
    }

    /// Puts a generator's frame and values back on the stack.
    fn enter_generator(&mut self, id: ObjId, then: Then) -> Outcome<()> {
        if self.thread.frames.len() >= self.limits.recursion {
            let message = "maximum recursion depth exceeded";
            return Err(self.error(types::RECURSION_ERROR, message));
        }
        let handling = self.thread.handling;
        let base = self.thread.stack.len() as u32;
        let Object::Generator(generator) = self.heap.get_mut(id) else {
            return Ok(());
        };
        let Some(mut frame) = generator.frame.take() else {
            return Ok(());
        };
        generator.state = State::Running;
        self.thread.stack.extend_from_slice(&generator.stack);
        generator.stack.clear();
        let own = std::mem::replace(&mut generator.handling, Value::None);
        frame.base = base;
        frame.bottom = base;
        frame.then = then;
        frame.generator = Some(id);
        frame.handling = handling;
        if !own.is_none() {
            self.thread.handling = own;
        }
        self.thread.frames.push(frame);
        Ok(())
    }

    /// `Yield` and `YieldOn`: sets the innermost frame aside, and hands its value
    /// to whoever went on with it.
    pub fn yield_value(&mut self, is_own: bool) -> Outcome<()> {
        let value = self.pop();
        let Some(mut frame) = self.thread.frames.pop() else {
            return Ok(());
        };
        let Some(id) = frame.generator else {
            return Ok(());
        };
        let base = frame.base as usize;
        let own = self.thread.handling;
        self.thread.handling = frame.handling;
        let is_handling = !own.is(frame.handling);
        let then = frame.then;
        let is_step = is_own && frame.code.makes == Makes::AsyncGenerator;
        frame.then = Then::Push;
        frame.handling = Value::None;
        if let Object::Generator(generator) = self.heap.get_mut(id) {
            generator
                .stack
                .extend_from_slice(&self.thread.stack[base..]);
            generator.state = State::Suspended;
            generator.handling = if is_handling { own } else { Value::None };
            generator.frame = Some(frame);
        }
        self.thread.stack.truncate(base);
        if is_step {
            // A value of an asynchronous generator ends the step that asked for it.
            return match then {
                Then::AsyncSend(target) => {
                    self.end_async_step();
                    self.push(value);
                    self.go_to(target);
                    Err(Exit::Switch)
                }
                _ => {
                    self.end_async_step();
                    Err(self.stop_iteration(value))
                }
            };
        }
        if matches!(then, Then::AsyncSend(_) | Then::AsyncStop) {
            // It waits for something else: the step goes on later.
            if then == Then::AsyncStop {
                self.pop();
            }
            self.push(value);
            return Err(Exit::Switch);
        }
        self.deliver(value, then)?;
        Err(Exit::Switch)
    }

    /// The step on the stack is over.
    fn end_async_step(&mut self) {
        if let Value::Obj(id) = self.pop()
            && let Object::AsyncStep(step) = self.heap.get_mut(id)
        {
            step.done = true;
        }
    }

    /// Throws an exception into a generator, or into what it waits for.
    pub fn throw_into(&mut self, id: ObjId, exception: Value, then: Then) -> Outcome<()> {
        let Object::Generator(generator) = self.heap.get(id) else {
            return Ok(());
        };
        match generator.state {
            State::Running => {
                let what = kind_name(generator.kind);
                return Err(self.value_error(format!("{what} already executing")));
            }
            State::Finished if generator.kind == Kind::Coroutine => {
                let message = "cannot reuse already awaited coroutine";
                return Err(self.error(types::RUNTIME_ERROR, message));
            }
            State::Finished => return Err(Exit::Raise(exception)),
            State::Created => {
                // It never began: the exception comes out at once, and that is its end.
                self.enter_generator(id, then)?;
                if let Some(frame) = self.thread.frames.last_mut() {
                    // No instruction, so that none of its handlers takes it.
                    frame.pc = u32::MAX;
                }
                return Err(Exit::Raise(exception));
            }
            State::Suspended => {}
        }
        let inner = self.waited_for(id);
        self.enter_generator(id, then)?;
        let Some((inner, target)) = inner else {
            return Err(Exit::Raise(exception));
        };
        // What it waits for may yield again: then so does this.
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc -= 1;
        }
        match inner {
            Value::Obj(inner_id) if matches!(self.heap.get(inner_id), Object::Generator(_)) => {
                self.throw_into(inner_id, exception, Then::Send(target))
            }
            inner => self.throw_on(inner, exception, target),
        }
    }

    /// Throws into an iterator that is no generator.
    fn throw_on(&mut self, inner: Value, exception: Value, target: u32) -> Outcome<()> {
        if let Value::Obj(id) = inner
            && let Object::AsyncStep(step) = self.heap.get(id)
        {
            let generator = step.generator;
            return self.throw_into(generator, exception, Then::AsyncSend(target));
        }
        let is_exit = self.is_instance(exception, types::GENERATOR_EXIT);
        let name = self.names.name(if is_exit { "close" } else { "throw" });
        let Some(method) = self.lookup(self.class_of(inner), name) else {
            return Err(Exit::Raise(exception));
        };
        if is_exit {
            let function = self.library_function("_close_and_raise");
            return Err(self.tail(function, &[method, inner, exception], Then::Send(target)));
        }
        Err(self.tail(method, &[inner, exception], Then::Send(target)))
    }

    /// What a generator waits for in a `yield from` or `await`, and where it goes
    /// on once that has ended.
    fn waited_for(&self, id: ObjId) -> Option<(Value, u32)> {
        let Object::Generator(generator) = self.heap.get(id) else {
            return None;
        };
        let frame = generator.frame.as_ref()?;
        let before = frame.pc.checked_sub(1)? as usize;
        let (Some(Instr::YieldOn), Some(Instr::Jump(send))) = (
            frame.code.instrs.get(before),
            frame.code.instrs.get(before + 1),
        ) else {
            return None;
        };
        let Some(Instr::Send(target)) = frame.code.instrs.get(*send as usize) else {
            return None;
        };
        Some((*generator.stack.last()?, *target))
    }

    /// What a suspended generator waits for, for those who look at it.
    pub fn awaited(&self, id: ObjId) -> Value {
        self.waited_for(id).map_or(Value::None, |(value, _)| value)
    }
}

/// What messages call it.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Generator => "generator",
        Kind::Coroutine => "coroutine",
        Kind::AsyncGenerator => "async generator",
    }
}
