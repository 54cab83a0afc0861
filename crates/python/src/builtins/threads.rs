//! Time and threads, as only the library sees them: each of these is done outside.

use std::rc::Rc;

use super::{Args, Native, hidden};
use crate::machine::{Awaited, Exit, Machine, Operation, Outcome, Stream};
use crate::values::Value;

pub const TABLE: &[Native] = &[
    hidden("_flush", 1, 1, |_, a| {
        let stream = match a.at(0) {
            Value::Int(2) => Stream::Error,
            _ => Stream::Output,
        };
        outside(Operation::Flush(stream))
    }),
    hidden("_now", 0, 0, |_, _| outside(Operation::Now)),
    hidden("_sleep", 1, 1, |m, a| {
        let nanoseconds = m.as_int(a.at(0)).unwrap_or(0).max(0) as u64;
        outside(Operation::Sleep(nanoseconds))
    }),
    // A function without parameters, the name, and whether nobody waits for it.
    hidden("_start_thread", 3, 3, |m, a| {
        let name: Rc<str> = m.as_str(a.at(1)).unwrap_or_default().into();
        outside(Operation::Start {
            function: a.at(0),
            name,
            is_daemon: matches!(a.at(2), Value::Bool(true)),
        })
    }),
    hidden("_join_thread", 2, 2, |m, a| {
        outside(Operation::Join {
            thread: number(m, a, 0),
            limit: limit(m, a, 1),
        })
    }),
    hidden("_thread_number", 0, 0, |m, _| {
        Ok(Value::Int(m.thread.number.into()))
    }),
    hidden("_make_lock", 1, 1, |m, a| make(m, a, Awaited::Lock)),
    hidden("_make_signal", 1, 1, |m, a| make(m, a, Awaited::Signal)),
    hidden("_acquire", 2, 2, |m, a| {
        outside(Operation::Acquire {
            awaited: number(m, a, 0),
            limit: limit(m, a, 1),
        })
    }),
    hidden("_release", 1, 1, |m, a| {
        outside(Operation::Release(number(m, a, 0)))
    }),
    hidden("_notify", 2, 2, |m, a| {
        outside(Operation::Notify(number(m, a, 0), number(m, a, 1)))
    }),
    hidden("_is_held", 1, 1, |m, a| {
        outside(Operation::IsHeld(number(m, a, 0)))
    }),
    hidden("_switch_interval", 0, 1, |m, a| {
        if let Some(interval) = a.get(0).and_then(|interval| m.as_int(interval)) {
            m.switch_interval = interval.max(0) as u64;
        }
        Ok(Value::Int(m.switch_interval as i64))
    }),
    hidden("_place", 1, 1, place),
    hidden("_unstarted_coroutines", 0, 0, |m, _| {
        let all = m.unstarted_coroutines();
        Ok(m.list(all))
    }),
    hidden("_unfinished_async_generators", 0, 0, |m, _| {
        let all = m.unfinished_async_generators();
        Ok(m.list(all))
    }),
    hidden("_generator_line", 1, 1, |m, a| {
        let line = m.generator_line(a.at(0));
        Ok(line.map_or(Value::None, |line| Value::Int(line as i64)))
    }),
];

fn outside(operation: Operation) -> Outcome {
    Err(Exit::Block(Box::new(operation)))
}

fn number(m: &Machine, a: &Args, index: usize) -> u32 {
    let number = m.as_int(a.at(index)).unwrap_or(0);
    u32::try_from(number).unwrap_or(0)
}

/// How long to wait, in nanoseconds: `None` is for ever.
fn limit(m: &Machine, a: &Args, index: usize) -> Option<u64> {
    let limit = m.as_int(a.at(index))?;
    Some(limit.max(0) as u64)
}

fn make(m: &mut Machine, a: &Args, awaited: Awaited) -> Outcome {
    let name: Rc<str> = m.as_str(a.at(0)).unwrap_or_default().into();
    outside(Operation::Make(awaited, name))
}

/// Where the program is, so many of its calls further out than the innermost: the file,
/// the number of the line, the line, and the name of the function.
fn place(m: &mut Machine, a: &Args) -> Outcome {
    let depth = number(m, a, 0) as usize;
    let frames = m.thread.frames.iter().rev();
    let mut own = frames.filter(|frame| !frame.code.is_library);
    let Some(frame) = own.nth(depth) else {
        return Ok(Value::None);
    };
    let source = frame.code.source.clone();
    let line = frame.code.line(frame.pc.saturating_sub(1));
    let function = frame.code.name.clone();
    let file = m.text(&*source.file);
    let text = m.text(source.line(line));
    let function = m.text(&*function);
    Ok(m.tuple([file, Value::Int(line as i64), text, function]))
}
