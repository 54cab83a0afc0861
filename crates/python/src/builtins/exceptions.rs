//! Methods of exceptions.

use super::{ANY, ANY_NAMES, Args, Native, hidden, maker, method};
use crate::machine::{Exit, Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::exception::Exception;
use crate::values::namespace::Namespace;
use crate::values::{ObjId, Object, Value};

const BASE: ObjId = types::BASE_EXCEPTION;

pub const TABLE: &[Native] = &[
    maker(BASE, 0, ANY, new_exception).named(ANY_NAMES),
    method(BASE, "__init__", 0, ANY, init).named(ANY_NAMES),
    method(BASE, "__str__", 0, 0, |m, a| exception_str(m, a.at(0))),
    method(BASE, "with_traceback", 1, 1, |m, a| {
        if a.at(1).is_none()
            && let Some(exception) = m.exception_mut(a.at(0))
        {
            exception.traceback.clear();
        }
        Ok(a.at(0))
    }),
    method(BASE, "add_note", 1, 1, add_note),
    maker(types::BASE_EXCEPTION_GROUP, 2, 2, |m, a| {
        Err(m.library("_new_group", &[a.at(0), a.at(1), a.at(2)]))
    }),
    method(types::BASE_EXCEPTION_GROUP, "__init__", 0, ANY, |_, _| {
        Ok(Value::None)
    }),
    method(types::BASE_EXCEPTION_GROUP, "split", 1, 1, |m, a| {
        Err(m.library("_group_split", &[a.at(0), a.at(1)]))
    }),
    method(types::BASE_EXCEPTION_GROUP, "subgroup", 1, 1, |m, a| {
        Err(m.library("_group_subgroup", &[a.at(0), a.at(1)]))
    }),
    method(types::BASE_EXCEPTION_GROUP, "derive", 1, 1, |m, a| {
        Err(m.library("_group_derive", &[a.at(0), a.at(1)]))
    }),
    hidden("_raw_exception", 2, 2, |m, a| {
        let class = m.as_class(a.at(0)).unwrap_or(BASE);
        let args = m.as_tuple(a.at(1)).unwrap_or_default().to_vec();
        Ok(m.exception(class, &args))
    }),
    hidden("_copy_traceback", 2, 2, |m, a| {
        let levels = m
            .as_exception(a.at(0))
            .map(|e| (e.traceback.clone(), e.cause, e.context, e.suppress_context));
        if let (Some((levels, cause, context, suppress)), Some(to)) =
            (levels, m.exception_mut(a.at(1)))
        {
            to.traceback = levels;
            to.cause = cause;
            to.context = context;
            to.suppress_context = suppress;
        }
        Ok(Value::None)
    }),
    hidden("_traceback_text", 1, 1, |m, a| {
        let text = m.traceback_text(a.at(0));
        Ok(m.text(text))
    }),
    hidden("_traceback_lines", 1, 1, |m, a| {
        let lines = m.traceback_lines(a.at(0));
        let mut values = Vec::new();
        for (file, line, name) in lines {
            let parts = [m.text(file), Value::Int(line as i64), m.text(name)];
            values.push(m.tuple(parts));
        }
        Ok(m.list(values))
    }),
    hidden("_traceback_owner", 1, 1, |m, a| match m.get(a.at(0)) {
        Some(Object::Traceback(id)) => Ok(Value::Obj(*id)),
        _ => Ok(Value::None),
    }),
    hidden("_reraise", 1, 1, |_, a| Err(Exit::Reraise(a.at(0)))),
    hidden("_handling", 0, 0, |m, _| {
        // What the program is handling, not what the library is.
        let frames = m.thread.frames.iter().rev();
        let mut handling = m.thread.handling;
        for frame in frames {
            if !frame.code.is_library {
                break;
            }
            handling = frame.handling;
        }
        Ok(handling)
    }),
];

fn new_exception(m: &mut Machine, a: &Args) -> Outcome {
    let mut class = m.as_class(a.at(0)).unwrap_or(BASE);
    if class == types::OS_ERROR && a.count() > 2 {
        class = m.as_int(a.at(1)).map_or(class, os_error);
    }
    let args = m.tuple(&a.positional[1..]);
    let value = m.object(Object::Exception(Box::new(Exception {
        class,
        args,
        attributes: Namespace::default(),
        traceback: Vec::new(),
        cause: Value::None,
        context: Value::None,
        suppress_context: false,
    })));
    Ok(value)
}

/// The class of an error of the operating system.
fn os_error(number: i64) -> ObjId {
    match number {
        1 | 13 => types::PERMISSION_ERROR,
        2 => types::FILE_NOT_FOUND_ERROR,
        3 => types::PROCESS_LOOKUP_ERROR,
        4 => types::INTERRUPTED_ERROR,
        10 => types::CHILD_PROCESS_ERROR,
        11 => types::BLOCKING_IO_ERROR,
        17 => types::FILE_EXISTS_ERROR,
        20 => types::NOT_A_DIRECTORY_ERROR,
        21 => types::IS_A_DIRECTORY_ERROR,
        32 => types::BROKEN_PIPE_ERROR,
        103 => types::CONNECTION_ABORTED_ERROR,
        104 => types::CONNECTION_RESET_ERROR,
        110 => types::TIMEOUT_ERROR,
        111 => types::CONNECTION_REFUSED_ERROR,
        _ => types::OS_ERROR,
    }
}

fn init(m: &mut Machine, a: &Args) -> Outcome {
    let class = m.class_of(a.at(0));
    let args = m.tuple(&a.positional[1..]);
    let with_names = [
        (types::IMPORT_ERROR, "name path"),
        (types::NAME_ERROR, "name"),
        (types::ATTRIBUTE_ERROR, "name obj"),
    ];
    let mut kinds = with_names.iter();
    let names = kinds.find(|&&(of, _)| m.is_subclass(class, of));
    let name = m.class(class).name.clone();
    m.check_names(&name, names.map_or("", |&(_, names)| names), 0, a.named)?;
    if let Some(exception) = m.exception_mut(a.at(0)) {
        exception.args = args;
        for &(name, value) in a.named {
            exception.attributes.set(name, value);
        }
    }
    Ok(Value::None)
}

/// `BaseException.__str__`, whatever the class itself says.
fn exception_str(m: &mut Machine, value: Value) -> Outcome {
    let class = m.class_of(value);
    let args = m
        .as_exception(value)
        .map_or(Value::None, |exception| exception.args);
    let values = m.as_tuple(args).unwrap_or_default().to_vec();
    if m.is_subclass(class, types::SYNTAX_ERROR) || m.is_subclass(class, types::OS_ERROR) {
        return Err(m.library("_exception_text", &[value]));
    }
    match values.as_slice() {
        [] => Ok(m.text("")),
        [one] if m.is_subclass(class, types::KEY_ERROR) => m.repr(*one),
        [one] => m.str(*one),
        _ => m.repr(args),
    }
}

fn add_note(m: &mut Machine, a: &Args) -> Outcome {
    if m.as_text(a.at(1)).is_none() {
        let name = m.class_name(a.at(1));
        return Err(m.type_error(format!("note must be a str, not '{name}'")));
    }
    let notes = m
        .as_exception(a.at(0))
        .and_then(|e| e.attributes.get(Name::NOTES));
    match notes {
        Some(notes) => {
            if let Some(list) = m.list_mut(notes) {
                list.push(a.at(1));
            }
        }
        None => {
            let notes = m.list(vec![a.at(1)]);
            if let Some(exception) = m.exception_mut(a.at(0)) {
                exception.attributes.set(Name::NOTES, notes);
            }
        }
    }
    Ok(Value::None)
}
