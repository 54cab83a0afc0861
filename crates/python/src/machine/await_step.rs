//! `yield from`, `await`, and asynchronous iteration.

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::generator::Kind;
use crate::values::object::AsyncStep;
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// `Send`: hands the top of the stack to the iterator below it.
    pub fn send_instr(&mut self, target: u32) -> Outcome<Option<u32>> {
        let value = self.pop();
        let iterator = self.top();
        if let Value::Obj(id) = iterator {
            match self.heap.get(id) {
                Object::Generator(_) => {
                    self.resume_generator(id, value, Then::Send(target))?;
                    return Ok(None);
                }
                Object::Iter(_) => {
                    return match self.advance(id)? {
                        Some(next) => {
                            self.push(next);
                            Ok(None)
                        }
                        None => {
                            self.set_top(Value::None);
                            Ok(Some(target))
                        }
                    };
                }
                Object::AsyncStep(step) => {
                    let step = **step;
                    self.go_on_with_step(id, step, value, Then::AsyncSend(target))?;
                    return Ok(None);
                }
                _ => {}
            }
        }
        if value.is_none()
            && let Some(method) = self.special(iterator, Name::NEXT)
        {
            return Err(self.tail(method, &[iterator], Then::Send(target)));
        }
        let method = self.get_attr(iterator, Name::SEND)?;
        Err(self.tail(method, &[value], Then::Send(target)))
    }

    /// Goes on with a step of an asynchronous generator, which is on the stack.
    pub fn go_on_with_step(
        &mut self,
        id: ObjId,
        step: AsyncStep,
        value: Value,
        then: Then,
    ) -> Outcome<()> {
        if step.done {
            let message = "cannot reuse already awaited __anext__()/asend()";
            return Err(self.error(types::RUNTIME_ERROR, message));
        }
        let sent = if step.started || step.throws {
            value
        } else {
            step.value
        };
        if let Object::AsyncStep(step) = self.heap.get_mut(id) {
            step.started = true;
        }
        if step.throws && !step.started {
            return self.throw_into(step.generator, step.value, then);
        }
        self.resume_generator(step.generator, sent, then)
    }

    /// A step of an asynchronous generator.
    pub fn async_step(&mut self, generator: ObjId, value: Value, throws: bool) -> Value {
        self.object(Object::AsyncStep(Box::new(AsyncStep {
            generator,
            value,
            throws,
            closes: false,
            started: false,
            done: false,
        })))
    }

    /// `YieldFromIter`
    pub fn yield_from_iter(&mut self) -> Outcome<()> {
        let value = self.pop();
        if let Value::Obj(id) = value
            && let Object::Generator(generator) = self.heap.get(id)
        {
            if generator.kind == Kind::Generator {
                self.push(value);
                return Ok(());
            }
            let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
            return Err(self.type_error(message));
        }
        let iterator = self.get_iter(value)?;
        self.push(iterator);
        Ok(())
    }

    /// `Await`
    pub fn await_instr(&mut self) -> Outcome<()> {
        let value = self.pop();
        if let Value::Obj(id) = value {
            match self.heap.get(id) {
                Object::Generator(generator) if generator.kind == Kind::Coroutine => {
                    self.push(value);
                    return Ok(());
                }
                Object::AsyncStep(_) => {
                    self.push(value);
                    return Ok(());
                }
                _ => {}
            }
        }
        match self.special(value, Name::AWAIT) {
            Some(method) => Err(self.tail(method, &[value], Then::Awaitable)),
            None => {
                let name = self.class_name(value);
                let message = format!("object {name} can't be used in 'await' expression");
                Err(self.type_error(message))
            }
        }
    }

    /// `AsyncIter`
    pub fn async_iter_instr(&mut self) -> Outcome<()> {
        let value = self.pop();
        if self.is_async_generator(value) {
            self.push(value);
            return Ok(());
        }
        match self.special(value, Name::AITER) {
            Some(method) => Err(self.tail(method, &[value], Then::Push)),
            None => {
                let name = self.class_name(value);
                Err(self.type_error(format!(
                    "'async for' requires an object with __aiter__ method, got {name}"
                )))
            }
        }
    }

    /// Whether a value is an asynchronous generator.
    pub fn is_async_generator(&self, value: Value) -> bool {
        matches!(self.get(value), Some(Object::Generator(g)) if g.kind == Kind::AsyncGenerator)
    }

    /// `AsyncNext`: pushes what is to be awaited for the next value.
    pub fn async_next_instr(&mut self) -> Outcome<()> {
        let iterator = self.top();
        if self.is_async_generator(iterator)
            && let Value::Obj(id) = iterator
        {
            let step = self.async_step(id, Value::None, false);
            self.push(step);
            return Ok(());
        }
        match self.special(iterator, Name::ANEXT) {
            Some(method) => Err(self.tail(method, &[iterator], Then::Push)),
            None => {
                let name = self.class_name(iterator);
                Err(self.type_error(format!(
                    "'async for' requires an iterator with __anext__ method, got {name}"
                )))
            }
        }
    }

    /// `generator.send(value)` and the like, from Python code: the result is the
    /// next value, or a `StopIteration`.
    pub fn send_to(&mut self, receiver: Value, value: Value) -> Outcome<()> {
        let Value::Obj(id) = receiver else {
            return Err(self.type_error("not a generator"));
        };
        match self.heap.get(id) {
            Object::AsyncStep(step) => {
                let step = **step;
                self.push(receiver);
                self.go_on_with_step(id, step, value, Then::AsyncStop)
            }
            _ => self.resume_generator(id, value, Then::Stop),
        }
    }

    /// `generator.throw(exception)`
    pub fn throw_to(&mut self, receiver: Value, exception: Value) -> Exit {
        let Value::Obj(id) = receiver else {
            return self.type_error("not a generator");
        };
        let result = match self.heap.get(id) {
            Object::AsyncStep(step) => {
                let generator = step.generator;
                self.push(receiver);
                self.throw_into(generator, exception, Then::AsyncStop)
            }
            _ => self.throw_into(id, exception, Then::Stop),
        };
        match result {
            Ok(()) => Exit::Switch,
            Err(exit) => exit,
        }
    }
}
