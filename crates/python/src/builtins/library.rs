//! What only the library sees: the way to the outside, and the library's own
//! source.

use std::rc::Rc;

use super::{Args, Native, hidden};
use crate::compile::{Wanted, compile};
use crate::machine::frame::Then;
use crate::machine::{Exit, Machine, Operation, Outcome, Step, Stream, ThreadId};
use crate::names::Name;
use crate::source::Source;
use crate::types;
use crate::values::{Object, Value};

/// The library's own functions, in the order in which they are read.
const PRELUDE: &[(&str, &str)] = &[
    ("classes", include_str!("../prelude/classes.py")),
    ("collections", include_str!("../prelude/containers.py")),
    ("compare", include_str!("../prelude/compare.py")),
    ("iterate", include_str!("../prelude/iterate.py")),
    ("text", include_str!("../prelude/text.py")),
    ("exceptions", include_str!("../prelude/exceptions.py")),
    ("output", include_str!("../prelude/output.py")),
    ("ends", include_str!("../prelude/ends.py")),
];

pub const TABLE: &[Native] = &[
    hidden("_write", 2, 2, |m, a| {
        let stream = if matches!(a.at(0), Value::Int(2)) {
            Stream::Error
        } else {
            Stream::Output
        };
        let text: Rc<str> = m.as_str(a.at(1)).unwrap_or_default().into();
        Err(Exit::Block(Box::new(Operation::Write(stream, text))))
    }),
    hidden("_output", 0, 0, |m, _| {
        // Programs may put another stream in the place of `sys.stdout`.
        let (sys, stdout) = (m.names.name("sys"), m.names.name("stdout"));
        let own = m.names.name("_stdout");
        let replaced = m
            .modules
            .get(&sys)
            .and_then(|&sys| m.module(sys).namespace.get(stdout));
        let own = m.module(m.natives).namespace.get(own);
        Ok(replaced.or(own).unwrap_or(Value::None))
    }),
    hidden("_read", 0, 0, |_, _| {
        Err(Exit::Block(Box::new(Operation::Read)))
    }),
    hidden("_seed", 0, 0, |m, _| Ok(Value::Int(m.seed.into()))),
    hidden("_arguments", 0, 0, |m, _| {
        let arguments = m.arguments.clone();
        let texts: Vec<Value> = arguments.iter().map(|text| m.text(text.as_str())).collect();
        Ok(m.list(texts))
    }),
    hidden("_modules", 0, 0, |m, _| {
        let dict = m.dict(Default::default());
        let mut all: Vec<_> = m.modules.iter().map(|(&name, &id)| (name, id)).collect();
        all.sort();
        for (name, id) in all {
            let key = m.name_text(name);
            m.dict_set_text(dict, key, Value::Obj(id));
        }
        Ok(dict)
    }),
    hidden("_compile", 3, 3, compile_text),
    hidden("_run", 2, 3, run),
    hidden("_new_module", 1, 1, |m, a| {
        let name = m.as_str(a.at(0)).unwrap_or_default().to_string();
        Ok(Value::Obj(m.new_module(&name, false)))
    }),
    hidden("_caller_globals", 0, 0, |m, _| {
        let mut frames = m.thread.frames.iter().rev();
        let found = frames.find(|frame| !frame.code.is_library);
        let globals = found.map_or(m.builtins, |frame| frame.globals);
        Ok(Value::Obj(globals))
    }),
    hidden("_caller_module", 0, 0, |m, _| {
        let mut frames = m.thread.frames.iter().rev();
        let found = frames.find(|frame| !frame.code.is_library);
        let globals = found.map_or(m.builtins, |frame| frame.globals);
        let name = m.module(globals).namespace.get(Name::NAME);
        Ok(name.unwrap_or(Value::None))
    }),
    hidden("_as_library", 1, 1, |_, a| Ok(a.at(0))),
    hidden("_digits_limit", 0, 1, |m, a| {
        let before = m.limits.digits as i64;
        if let Some(limit) = a.get(0).and_then(|limit| m.as_int(limit)) {
            m.limits.digits = usize::try_from(limit).unwrap_or(0);
        }
        Ok(Value::Int(before))
    }),
    hidden("_recursion_limit", 0, 1, |m, a| {
        let before = m.limits.recursion as i64;
        if let Some(limit) = a.get(0).and_then(|limit| m.as_int(limit)) {
            // A larger one would need a larger stack for nested builtin values.
            m.limits.recursion = limit.clamp(10, 20_000) as usize;
        }
        Ok(Value::Int(before))
    }),
    hidden("_property", 1, 4, |m, a| {
        let parts = [a.at(0), a.at(1), a.at(2), a.at(3)];
        Ok(m.object(Object::Property(Box::new(parts))))
    }),
    hidden("_address", 1, 1, |m, a| {
        let text = a
            .at(0)
            .object()
            .map_or("0x7f3a5c000000".to_string(), |id| m.address(id));
        Ok(m.text(text))
    }),
    hidden("_full_name", 1, 1, |m, a| {
        let class = m.as_class(a.at(0)).unwrap_or(types::OBJECT);
        let text = m.full_class_name(class);
        Ok(m.text(text))
    }),
];

/// Compiles a text: the name of its file, the text, and `exec` or `eval`.
fn compile_text(m: &mut Machine, a: &Args) -> Outcome {
    let file = m.as_str(a.at(0)).unwrap_or("<string>").to_string();
    let text = m.as_str(a.at(1)).unwrap_or_default().to_string();
    let is_library = file.starts_with('<') && file.ends_with("-library>");
    let wanted = match m.as_str(a.at(2)) {
        Some("eval") => Wanted::Expression,
        _ => Wanted::Module,
    };
    let text = if wanted == Wanted::Expression {
        text.trim_start().to_string()
    } else {
        text
    };
    let source = Rc::new(Source::new(&file, &text));
    match compile(&source, wanted, &m.names, is_library) {
        Ok(code) => {
            let code = m.link(&code);
            Ok(m.object(Object::Code(code)))
        }
        Err(error) => Err(m.syntax_error(&source, &error)),
    }
}

/// Runs code: in a module, maybe with a dictionary for its variables.
fn run(m: &mut Machine, a: &Args) -> Outcome {
    let Some(Object::Code(code)) = m.get(a.at(0)) else {
        return Err(m.type_error("code expected"));
    };
    let code = code.clone();
    let globals = match a.at(1) {
        Value::Obj(id) if matches!(m.heap.get(id), Object::Module(_)) => id,
        _ => m.builtins,
    };
    let namespace = a.get(2).and_then(Value::object);
    Err(m.run_code(code, globals, namespace, Then::Push))
}

impl Machine {
    /// The exception of a syntax error.
    pub fn syntax_error(
        &mut self,
        source: &Source,
        error: &crate::source::syntax::SyntaxError,
    ) -> Exit {
        let class = match error.class {
            "IndentationError" => types::INDENTATION_ERROR,
            "RecursionError" => types::RECURSION_ERROR,
            _ => types::SYNTAX_ERROR,
        };
        if class == types::RECURSION_ERROR {
            return self.error(class, &error.message);
        }
        let message = self.text(error.message.as_str());
        let line_text = format!("{}\n", source.line(error.line));
        let parts = [
            ("msg", message),
            ("filename", self.text(&*source.file)),
            ("lineno", Value::Int(error.line as i64)),
            ("offset", Value::Int(error.column as i64)),
            ("text", self.text(line_text)),
            ("end_lineno", Value::Int(error.end_line as i64)),
            ("end_offset", Value::Int(error.end_column as i64)),
        ];
        let details = self.tuple(parts[1..].iter().map(|part| part.1).collect::<Vec<_>>());
        let exception = self.exception(class, &[message, details]);
        let exit = Exit::Raise(exception);
        for (name, value) in parts {
            self.tell(&exit, name, value);
        }
        exit
    }
}

/// Runs the library's own source, whose functions then are where the machine and
/// programs look for them.
pub fn install_prelude(m: &mut Machine) {
    let module = m.natives;
    let thread = ThreadId(0);
    for (name, text) in PRELUDE {
        let exit = m.run_library(name, text, module);
        assert!(
            matches!(exit, Exit::Switch),
            "the library is correct: {}",
            describe(m, exit)
        );
        match m.run(thread, u64::MAX) {
            Step::Finished(_) => {}
            Step::Raised(exception) => {
                panic!("the library fails: {}", describe(m, Exit::Raise(exception)))
            }
            other => panic!("the library waits for {other:?}"),
        }
        m.thread = Default::default();
    }
    // What has no underscore is everybody's.
    let all: Vec<(Name, Value)> = m.module(module).namespace.iter().collect();
    for (name, value) in all {
        let text = m.names.text(name);
        let is_function = matches!(
            m.get(value),
            Some(Object::Function(_) | Object::Instance(_))
        ) || matches!(m.get(value), Some(Object::Class(class)) if !class.is_builtin);
        if is_function && !text.starts_with('_') {
            let module = m.text("builtins");
            if let Value::Obj(id) = value
                && let Object::Function(function) = m.heap.get_mut(id)
            {
                function.module = module;
                function.is_builtin = true;
            }
            m.module_mut(m.builtins).namespace.set(name, value);
        }
    }
    let builtins = m.builtins;
    let name = m.names.name("builtins");
    m.modules.insert(name, builtins);
    m.steps = 0;
}

fn describe(m: &Machine, exit: Exit) -> String {
    match exit {
        Exit::Raise(exception) | Exit::Reraise(exception) => m.plain_repr(exception),
        other => format!("{other:?}"),
    }
}
