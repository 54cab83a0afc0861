//! `raise` and `except`

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::types;
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// `Raise`
    pub fn raise_instr(&mut self, count: u16) -> Outcome<()> {
        if count == 0 {
            let handling = self.thread.handling;
            if handling.is_none() {
                let message = "No active exception to reraise";
                return Err(self.error(types::RUNTIME_ERROR, message));
            }
            return Err(Exit::Reraise(handling));
        }
        if count == 2 {
            let cause = self.top();
            // A class as the cause is made into an exception first.
            if let Some(class) = self.exception_type(cause) {
                self.pop();
                return self.make_and_retry(class);
            }
            let exception = self.peek(1);
            if let Some(class) = self.exception_type(exception) {
                let cause = self.pop();
                self.pop();
                return Err(self.library("_raise_class_from", &[Value::Obj(class), cause]));
            }
            self.pop();
            let exception = self.pop();
            if !cause.is_none() && self.as_exception(cause).is_none() {
                let message = "exception causes must derive from BaseException";
                return Err(self.type_error(message));
            }
            let Some(raised) = self.exception_mut(exception) else {
                return Err(self.not_an_exception());
            };
            raised.cause = cause;
            raised.suppress_context = true;
            return Err(Exit::Raise(exception));
        }
        let exception = self.top();
        if let Some(class) = self.exception_type(exception) {
            self.pop();
            return self.make_and_retry(class);
        }
        self.pop();
        if self.as_exception(exception).is_none() {
            return Err(self.not_an_exception());
        }
        Err(Exit::Raise(exception))
    }

    fn not_an_exception(&mut self) -> Exit {
        self.type_error("exceptions must derive from BaseException")
    }

    /// The class of exceptions that a value is, if it is one.
    pub fn exception_type(&self, value: Value) -> Option<ObjId> {
        let class = self.as_class(value)?;
        self.is_subclass(class, types::BASE_EXCEPTION)
            .then_some(class)
    }

    /// Makes an exception of a class, and runs this instruction again with it.
    fn make_and_retry(&mut self, class: ObjId) -> Outcome<()> {
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc -= 1;
        }
        let exit = self.tail(Value::Obj(class), &[], Then::Push);
        Err(exit)
    }

    /// `Matches`: whether the exception below is one of the classes on the stack.
    pub fn matches_instr(&mut self) -> Outcome<()> {
        let classes = self.pop();
        let exception = self.top();
        let found = self.matches(exception, classes)?;
        self.push(Value::Bool(found));
        Ok(())
    }

    /// Whether an exception is of a class, or of one of a tuple's.
    pub fn matches(&mut self, exception: Value, classes: Value) -> Outcome<bool> {
        let all: Vec<Value> = match self.as_tuple(classes) {
            Some(all) => all.to_vec(),
            None => vec![classes],
        };
        let mut found = false;
        for class in all {
            let Some(class) = self.exception_type(class) else {
                let message =
                    "catching classes that do not inherit from BaseException is not allowed";
                return Err(self.type_error(message));
            };
            found |= self.is_instance(exception, class);
        }
        Ok(found)
    }

    /// `AssertionError`
    pub fn assertion_error(&mut self) {
        self.push(Value::Obj(types::ASSERTION_ERROR));
    }

    /// `Reraise`
    pub fn reraise(&mut self) -> Exit {
        let exception = self.pop();
        Exit::Reraise(exception)
    }

    /// `EndAsyncFor`: the loop has ended if the exception says so.
    pub fn end_async_for(&mut self) -> Outcome<()> {
        let exception = self.pop();
        if !self.is_instance(exception, types::STOP_ASYNC_ITERATION) {
            return Err(Exit::Reraise(exception));
        }
        self.pop();
        Ok(())
    }

    /// `Enter`
    pub fn enter_instr(&mut self, is_async: bool) -> Outcome<()> {
        use crate::names::Name;
        let manager = self.pop();
        let class = self.class_of(manager);
        let (enter, exit, word) = if is_async {
            (Name::AENTER, Name::AEXIT, "an asynchronous context manager")
        } else {
            (Name::ENTER, Name::EXIT, "the context manager")
        };
        let word_for = if is_async {
            "asynchronous context manager"
        } else {
            "context manager"
        };
        let _ = word;
        let Some(enter_method) = self.lookup(class, enter) else {
            let name = self.class(class).name.clone();
            let message = format!("'{name}' object does not support the {word_for} protocol");
            return Err(self.type_error(message));
        };
        let Some(exit_method) = self.lookup(class, exit) else {
            let name = self.class(class).name.clone();
            let missing = self.names.text(exit);
            return Err(self.type_error(format!(
                "'{name}' object does not support the {word_for} protocol (missed {missing} method)"
            )));
        };
        let exit_method = self.bind(exit_method, manager, class)?;
        self.push(exit_method);
        let enter_method = self.bind(enter_method, manager, class)?;
        Err(self.tail(enter_method, &[], Then::Push))
    }

    /// `Exit`: calls what is on the stack without an exception.
    pub fn exit_instr(&mut self) -> Exit {
        let exit = self.pop();
        self.tail(exit, &[Value::None; 3], Then::Push)
    }

    /// `ExitRaised`: calls the `__exit__` below with the exception.
    pub fn exit_raised(&mut self) -> Exit {
        let exception = self.top();
        let exit = self.peek(2);
        let class = Value::Obj(self.class_of(exception));
        let traceback = match exception {
            Value::Obj(id) => self.object(Object::Traceback(id)),
            _ => Value::None,
        };
        self.tail(exit, &[class, exception, traceback], Then::Push)
    }

    /// `MatchesGroup`: what is left of the group below, and what of it is of the
    /// classes on the stack.
    pub fn matches_group(&mut self) -> Exit {
        let classes = self.pop();
        let rest = self.pop();
        self.library("_split_group", &[rest, classes])
    }

    /// `RaiseGroup`
    pub fn raise_group(&mut self) -> Exit {
        let rest = self.pop();
        let raised = self.pop();
        let original = self.pop();
        self.library("_join_group", &[original, raised, rest])
    }
}
