//! What becomes of the result of a call.

use super::exit::Exit;
use super::frame::{Frame, Stage, Then, Wanted};
use super::{Machine, Outcome};
use crate::code::instr::Instr;
use crate::names::Name;
use crate::types;
use crate::values::generator::State;
use crate::values::{Object, Value};

impl Machine {
    /// Ends the innermost frame with a value.
    pub fn finish_frame(&mut self, value: Value) -> Outcome<()> {
        let Some(frame) = self.thread.frames.pop() else {
            return Ok(());
        };
        self.thread.stack.truncate(frame.bottom as usize);
        if let Some(generator) = frame.generator {
            self.end_generator(&frame, generator);
            return self.deliver_end(&frame, value);
        }
        if frame.then == Then::Push {
            self.push(value);
            return Err(Exit::Switch);
        }
        self.deliver(value, frame.then)?;
        Err(Exit::Switch)
    }

    /// A generator has come to its end.
    fn deliver_end(&mut self, frame: &Frame, value: Value) -> Outcome<()> {
        let is_async = frame.code.makes == crate::code::Makes::AsyncGenerator;
        match frame.then {
            Then::Next(target) => {
                self.pop();
                self.go_to(target);
                Err(Exit::Switch)
            }
            Then::Send(target) if !is_async => {
                self.pop();
                self.push(value);
                self.go_to(target);
                Err(Exit::Switch)
            }
            Then::Stop if !is_async => Err(self.stop_iteration(value)),
            _ if is_async => Err(Exit::Raise(
                self.exception(types::STOP_ASYNC_ITERATION, &[]),
            )),
            then => {
                self.deliver(value, then)?;
                Err(Exit::Switch)
            }
        }
    }

    /// A `StopIteration` that carries a value.
    pub fn stop_iteration(&mut self, value: Value) -> Exit {
        let arguments: &[Value] = if value.is_none() { &[] } else { &[value] };
        Exit::Raise(self.exception(types::STOP_ITERATION, arguments))
    }

    /// Lets the innermost frame go on elsewhere.
    pub fn go_to(&mut self, target: u32) {
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc = target;
        }
    }

    /// A generator's frame is gone.
    pub fn end_generator(&mut self, frame: &Frame, id: crate::values::ObjId) {
        self.thread.handling = frame.handling;
        if let Object::Generator(generator) = self.heap.get_mut(id) {
            generator.state = State::Finished;
            generator.frame = None;
            generator.stack = Vec::new();
        }
    }

    /// Hands the result of a call to where it is wanted.
    pub fn deliver(&mut self, value: Value, then: Then) -> Outcome<()> {
        match then {
            Then::Push | Then::AttrElse(_) | Then::Next(_) | Then::Send(_) | Then::Stop => {
                self.push(value);
            }
            Then::AsyncSend(_) | Then::AsyncStop => self.push(value),
            Then::Drop => {}
            Then::Pair => {
                let both = self.as_tuple(value).unwrap_or_default().to_vec();
                self.thread.stack.extend(both);
            }
            Then::Init => {
                if !value.is_none() {
                    let name = self.class_name(value);
                    let message = format!("__init__() should return None, not '{name}'");
                    return Err(self.type_error(message));
                }
            }
            Then::PushMethod => {
                self.push(value);
                self.push(Value::Unbound);
            }
            Then::Iterator => {
                if !self.is_iterator(value) {
                    let name = self.class_name(value);
                    let message = format!("iter() returned non-iterator of type '{name}'");
                    return Err(self.type_error(message));
                }
                self.push(value);
            }
            Then::Awaitable => {
                if !self.is_iterator(value) {
                    let name = self.class_name(value);
                    let message = format!("__await__() returned non-iterator of type '{name}'");
                    return Err(self.type_error(message));
                }
                self.push(value);
            }
            Then::Is(wanted) => {
                let value = self.check_wanted(value, wanted)?;
                self.push(value);
            }
            Then::Truth(meant) => {
                // The truth may have to be asked for in turn.
                match self.truth(value) {
                    Ok(truth) => self.push(Value::Bool(truth == meant)),
                    Err(Exit::Call(count, _)) if !meant => {
                        let place = self.thread.stack.len() - count - 1;
                        self.thread.stack.truncate(place);
                        return Err(self.library("_not", &[value]));
                    }
                    Err(exit) => return Err(exit),
                }
            }
            Then::Binary(operator, stage) => {
                if matches!(value, Value::NotImplemented) {
                    return self.binary_method(operator, next_stage(stage));
                }
                let place = self.thread.stack.len() - 2;
                self.thread.stack.truncate(place);
                self.push(value);
            }
            Then::Compare(operator, stage) => {
                if matches!(value, Value::NotImplemented) {
                    return self.compare_method(operator, next_stage(stage));
                }
                let place = self.thread.stack.len() - 2;
                self.thread.stack.truncate(place);
                self.push(value);
            }
            Then::Module(module) => self.push(Value::Obj(module)),
            Then::Finish => self.thread.result = Some(Ok(value)),
        }
        Ok(())
    }

    /// The call on top of the stack, whose result is not simply pushed, stands in the
    /// place of another result: a frame below it will hand that on.
    pub fn hand_on(&mut self, count: usize, inner: Then, outer: Then) {
        let below = match inner {
            Then::Init | Then::Next(_) | Then::Send(_) => 1,
            Then::Binary(..) | Then::Compare(..) => 2,
            _ => 0,
        };
        let function = self.library_function("_hand_on");
        let Some(Object::Function(function)) = self.get(function) else {
            return;
        };
        let (code, globals) = (function.code.clone(), function.globals);
        let is_return = |instr: &Instr| matches!(instr, Instr::Return);
        let end = code.instrs.iter().position(is_return).unwrap_or(0);
        let base = self.thread.stack.len() - count - 1 - below;
        // The parameter that the function has.
        self.thread.stack.insert(base, Value::Unbound);
        self.thread.frames.push(Frame {
            code,
            pc: end as u32,
            base: base as u32,
            bottom: base as u32,
            globals,
            namespace: None,
            generator: None,
            handling: self.thread.handling,
            then: outer,
        });
    }

    fn check_wanted(&mut self, value: Value, wanted: Wanted) -> Outcome {
        let class = self.class_of(value);
        let is = |class_wanted| self.is_subclass(class, class_wanted);
        let ok = match wanted {
            Wanted::Str | Wanted::Repr | Wanted::Format => is(types::STR),
            Wanted::Bool => matches!(value, Value::Bool(_)),
            Wanted::Len | Wanted::LenTruth | Wanted::Hash | Wanted::Index | Wanted::Int => {
                is(types::INT)
            }
            Wanted::Float => is(types::FLOAT),
            Wanted::Bytes => is(types::BYTES),
        };
        let name = self.class_name(value);
        if !ok {
            let message = match wanted {
                Wanted::Str => format!("__str__ returned non-string (type {name})"),
                Wanted::Repr => format!("__repr__ returned non-string (type {name})"),
                Wanted::Format => format!("__format__ must return a str, not {name}"),
                Wanted::Bool => format!("__bool__ should return bool, returned {name}"),
                Wanted::Len | Wanted::LenTruth => {
                    format!("'{name}' object cannot be interpreted as an integer")
                }
                Wanted::Hash => "__hash__ method should return an integer".to_string(),
                Wanted::Index => format!("__index__ returned non-int (type {name})"),
                Wanted::Int => format!("__int__ returned non-int (type {name})"),
                Wanted::Float => format!("__float__ returned non-float (type {name})"),
                Wanted::Bytes => format!("__bytes__ returned non-bytes (type {name})"),
            };
            return Err(self.type_error(message));
        }
        match wanted {
            Wanted::Len | Wanted::LenTruth => {
                if self.as_int(value).is_some_and(|length| length < 0) {
                    return Err(self.value_error("__len__() should return >= 0"));
                }
                if wanted == Wanted::LenTruth {
                    return Ok(Value::Bool(self.as_int(value) != Some(0)));
                }
                Ok(self.plain(value))
            }
            Wanted::Hash => {
                let hash = self.as_big(value).map(|big| crate::number::hash::int(&big));
                Ok(Value::Int(hash.unwrap_or_default()))
            }
            _ => Ok(value),
        }
    }

    /// Whether a value has a `__next__`.
    pub fn is_iterator(&self, value: Value) -> bool {
        if let Value::Obj(id) = value
            && matches!(
                self.heap.get(id),
                Object::Iter(_) | Object::Generator(_) | Object::AsyncStep(_)
            )
        {
            return true;
        }
        self.special(value, Name::NEXT).is_some()
    }
}

fn next_stage(stage: Stage) -> Option<Stage> {
    match stage {
        Stage::InPlace => Some(Stage::RightFirst),
        Stage::RightFirst => Some(Stage::Left),
        Stage::Left => Some(Stage::Right),
        Stage::Right => None,
    }
}
