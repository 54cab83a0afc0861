//! Methods of generators, coroutines and asynchronous generators.

use super::objects::as_outcome;
use super::{Args, Native, hidden, method};
use crate::machine::{Machine, Outcome};
use crate::types;
use crate::values::{Object, Value};

macro_rules! of_both {
    ($($class:ident)*) => {
        &[
            $(
                method(types::$class, "send", 1, 1, |m, a| {
                    as_outcome(m.send_to(a.at(0), a.at(1)))
                }),
                method(types::$class, "throw", 1, 3, throw),
                method(types::$class, "close", 0, 0, |m, a| {
                    Err(m.library("_generator_close", &[a.at(0)]))
                }),
            )*
            method(types::GENERATOR, "__next__", 0, 0, next),
            method(types::GENERATOR, "__iter__", 0, 0, |_, a| Ok(a.at(0))),
            method(types::COROUTINE, "__await__", 0, 0, |m, a| {
                Err(m.library("_await_coroutine", &[a.at(0)]))
            }),
            method(types::ASYNC_STEP, "__next__", 0, 0, next),
            method(types::ASYNC_STEP, "__iter__", 0, 0, |_, a| Ok(a.at(0))),
            method(types::ASYNC_STEP, "__await__", 0, 0, |_, a| Ok(a.at(0))),
            method(types::ASYNC_GENERATOR, "__aiter__", 0, 0, |_, a| Ok(a.at(0))),
            method(types::ASYNC_GENERATOR, "__anext__", 0, 0, |m, a| {
                step(m, a.at(0), Value::None, false)
            }),
            method(types::ASYNC_GENERATOR, "asend", 1, 1, |m, a| {
                step(m, a.at(0), a.at(1), false)
            }),
            method(types::ASYNC_GENERATOR, "athrow", 1, 3, |m, a| {
                if m.as_class(a.at(1)).is_some() {
                    return Err(m.library("_athrow_class", &[a.at(0), a.at(1)]));
                }
                step(m, a.at(0), a.at(1), true)
            }),
            method(types::ASYNC_GENERATOR, "aclose", 0, 0, |m, a| {
                Err(m.library("_aclose", &[a.at(0)]))
            }),
            hidden("_generator_state", 1, 1, |m, a| {
                let state = match m.get(a.at(0)) {
                    Some(Object::Generator(generator)) => format!("{:?}", generator.state),
                    _ => String::new(),
                };
                Ok(m.text(state))
            }),
            hidden("_generator_end", 1, 1, |m, a| {
                if let Value::Obj(id) = a.at(0)
                    && let Object::Generator(generator) = m.heap.get_mut(id)
                {
                    generator.state = crate::values::generator::State::Finished;
                    generator.frame = None;
                    generator.stack = Vec::new();
                }
                Ok(Value::None)
            }),
        ]
    };
}

pub const TABLE: &[Native] = of_both! { GENERATOR COROUTINE ASYNC_STEP };

fn next(m: &mut Machine, a: &Args) -> Outcome {
    as_outcome(m.send_to(a.at(0), Value::None))
}

fn throw(m: &mut Machine, a: &Args) -> Outcome {
    let mut exception = a.at(1);
    if m.as_class(exception).is_some() {
        if let Some(value) = a.get(2).filter(|value| m.as_exception(*value).is_some()) {
            exception = value;
        } else {
            return Err(m.library("_throw_class", a.positional));
        }
    }
    if m.as_exception(exception).is_none() {
        let name = m.class_name(exception);
        return Err(m.type_error(format!(
            "exceptions must be classes or instances deriving from BaseException, not {name}"
        )));
    }
    Err(m.throw_to(a.at(0), exception))
}

fn step(m: &mut Machine, generator: Value, value: Value, throws: bool) -> Outcome {
    match generator {
        Value::Obj(id) => Ok(m.async_step(id, value, throws)),
        _ => Ok(Value::None),
    }
}
