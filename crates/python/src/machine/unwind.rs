//! Exceptions on their way out through the frames.

use super::exit::Exit;
use super::frame::{Frame, Then};
use super::{Machine, Outcome};
use crate::code::Makes;
use crate::names::Name;
use crate::types;
use crate::values::exception::{Exception, Level};
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// An exception. It has to be one.
    pub fn exception_mut(&mut self, value: Value) -> Option<&mut Exception> {
        let Value::Obj(id) = value else { return None };
        match self.heap.get_mut(id) {
            Object::Exception(exception) => Some(exception),
            _ => None,
        }
    }

    /// An exception, if a value is one.
    pub fn as_exception(&self, value: Value) -> Option<&Exception> {
        let Value::Obj(id) = value else { return None };
        match self.heap.get(id) {
            Object::Exception(exception) => Some(exception),
            _ => None,
        }
    }

    /// Raises an exception: goes on where it is handled, or ends the thread.
    pub fn raise(&mut self, exception: Value, is_new: bool) -> Outcome<()> {
        let mut exception = exception;
        if is_new {
            self.set_context(exception, self.thread.handling);
        }
        let mut adds_level = is_new;
        while let Some(frame) = self.thread.frames.last() {
            let instruction = frame.pc.saturating_sub(1);
            if adds_level && !frame.code.is_library {
                let code = frame.code.clone();
                if let Some(exception) = self.exception_mut(exception) {
                    exception.traceback.push(Level { code, instruction });
                }
            }
            adds_level = true;
            let Some(frame) = self.thread.frames.last_mut() else {
                break;
            };
            if let Some(handler) = frame.code.handler(instruction) {
                frame.pc = handler.target;
                let depth = frame.base as usize + frame.code.slots.len() + handler.depth as usize;
                self.thread.stack.truncate(depth);
                self.push(exception);
                return Err(Exit::Switch);
            }
            let Some(frame) = self.thread.frames.pop() else {
                break;
            };
            self.thread.stack.truncate(frame.bottom as usize);
            match self.leave_frame(&frame, exception) {
                Left::With(other) => exception = other,
                Left::Handled => return Err(Exit::Switch),
                Left::Otherwise(exit) => return Err(exit),
            }
        }
        self.thread.stack.clear();
        Err(Exit::Raise(exception))
    }

    fn leave_frame(&mut self, frame: &Frame, exception: Value) -> Left {
        let is_stop = self.is_instance(exception, types::STOP_ITERATION);
        if let Some(generator) = frame.generator {
            self.end_generator(frame, generator);
            let is_async_stop = frame.code.makes == Makes::AsyncGenerator
                && self.is_instance(exception, types::STOP_ASYNC_ITERATION);
            if is_stop || is_async_stop {
                let what = match frame.code.makes {
                    Makes::Coroutine => "coroutine raised StopIteration",
                    Makes::AsyncGenerator if is_async_stop => {
                        "async generator raised StopAsyncIteration"
                    }
                    Makes::AsyncGenerator => "async generator raised StopIteration",
                    _ => "generator raised StopIteration",
                };
                return Left::With(self.wrapped(what, exception));
            }
            return Left::With(exception);
        }
        match frame.then {
            Then::Next(target) if is_stop => {
                self.pop();
                self.go_to(target);
                Left::Handled
            }
            Then::Send(target) if is_stop => {
                let value = self.stop_value(exception);
                self.pop();
                self.push(value);
                self.go_to(target);
                Left::Handled
            }
            Then::AttrElse(name) if self.is_instance(exception, types::ATTRIBUTE_ERROR) => {
                self.attr_else(frame, exception, name)
            }
            _ => Left::With(exception),
        }
    }

    /// `__getattribute__` has found nothing: asks `__getattr__`.
    fn attr_else(&mut self, frame: &Frame, exception: Value, name: Name) -> Left {
        // The receiver was the first argument of what has just ended.
        let receiver = self.exception_object(exception);
        let _ = frame;
        let class = self.class_of(receiver);
        match self.lookup(class, Name::GETATTR) {
            Some(method @ Value::Obj(_)) => {
                let text = self.name_text(name);
                Left::Otherwise(self.tail(method, &[receiver, text], Then::Push))
            }
            _ => Left::With(exception),
        }
    }

    fn exception_object(&self, exception: Value) -> Value {
        let obj = self.names.find("obj");
        let found = self.as_exception(exception);
        obj.and_then(|name| found?.attributes.get(name))
            .unwrap_or(Value::None)
    }

    /// A `RuntimeError` in place of an exception that may not come out.
    fn wrapped(&mut self, message: &str, cause: Value) -> Value {
        let text = self.text(message);
        let error = self.exception(types::RUNTIME_ERROR, &[text]);
        if let Some(exception) = self.exception_mut(error) {
            exception.cause = cause;
            exception.context = cause;
            exception.suppress_context = true;
        }
        error
    }

    /// The value that a `StopIteration` carries.
    pub fn stop_value(&self, exception: Value) -> Value {
        let exception = self.as_exception(exception);
        let args = exception.and_then(|exception| self.as_tuple(exception.args));
        args.and_then(|args| args.first().copied())
            .unwrap_or(Value::None)
    }

    /// Notes what was handled when an exception came up.
    fn set_context(&mut self, exception: Value, handling: Value) {
        if handling.is_none() || handling.is(exception) {
            return;
        }
        // No circles: what is handled may have come from this exception.
        let mut at = handling;
        for _ in 0..10_000 {
            let Some(inner) = self.as_exception(at) else {
                break;
            };
            let context = inner.context;
            if context.is(exception) {
                if let Some(inner) = self.exception_mut(at) {
                    inner.context = Value::None;
                }
                break;
            }
            at = context;
        }
        if let Some(exception) = self.exception_mut(exception) {
            exception.context = handling;
        }
    }

    /// `Handle`
    pub fn handle(&mut self) {
        let exception = self.pop();
        let before = std::mem::replace(&mut self.thread.handling, exception);
        self.push(before);
        self.push(exception);
    }

    /// The class of an exception.
    pub fn exception_class(&self, value: Value) -> Option<ObjId> {
        self.as_exception(value).map(|exception| exception.class)
    }
}

/// What has become of an exception at a frame's end.
enum Left {
    With(Value),
    Handled,
    Otherwise(Exit),
}
