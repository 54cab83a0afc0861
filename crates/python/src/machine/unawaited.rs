//! Coroutines that nobody awaits, and generators that nobody ends.

use super::Machine;
use super::exit::Exit;
use super::frame::Then;
use crate::values::generator::{Generator, Kind, State};
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// A generator or coroutine, if a value is one.
    pub fn as_generator(&self, value: Value) -> Option<&Generator> {
        match self.get(value) {
            Some(Object::Generator(generator)) => Some(generator),
            _ => None,
        }
    }

    /// Whether a value is a coroutine that has never been begun.
    #[inline]
    pub fn is_unstarted(&self, value: Value) -> bool {
        matches!(value, Value::Obj(_))
            && self.as_generator(value).is_some_and(|generator| {
                generator.kind == Kind::Coroutine && generator.state == State::Created
            })
    }

    /// Warns of a coroutine that nobody can await any more.
    pub fn never_awaited(&mut self, coroutine: Value) -> Exit {
        if let Value::Obj(id) = coroutine
            && let Object::Generator(generator) = self.heap.get_mut(id)
        {
            generator.state = State::Finished;
        }
        let function = self.library_function("_warn_never_awaited");
        self.tail(function, &[coroutine], Then::Drop)
    }

    /// All coroutines that have never been begun.
    pub fn unstarted_coroutines(&self) -> Vec<Value> {
        let mut all = self.all_objects();
        all.retain(|&value| self.is_unstarted(value));
        all
    }

    /// All asynchronous generators that have been begun and not ended.
    pub fn unfinished_async_generators(&self) -> Vec<Value> {
        let mut all = self.all_objects();
        all.retain(|&value| {
            self.as_generator(value).is_some_and(|generator| {
                generator.kind == Kind::AsyncGenerator && generator.state == State::Suspended
            })
        });
        all
    }

    fn all_objects(&self) -> Vec<Value> {
        let places = 0..self.heap.places() as u32;
        places.map(|place| Value::Obj(ObjId(place))).collect()
    }

    /// The line that a generator or coroutine is at, unless it has ended.
    pub fn generator_line(&self, value: Value) -> Option<usize> {
        let generator = self.as_generator(value)?;
        let running = self.thread.frames.iter();
        let mut running = running.filter(|frame| frame.generator == value.object());
        let frame = generator.frame.as_ref().or_else(|| running.next())?;
        match generator.state {
            State::Created => Some(generator.code.first_line as usize),
            State::Finished => None,
            _ => Some(frame.code.line(frame.pc.saturating_sub(1))),
        }
    }
}
