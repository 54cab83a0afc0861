//! Making functions and generators.

use std::rc::Rc;

use super::Machine;
use super::frame::{Frame, Then};
use crate::code::{Code, Makes};
use crate::compile::effect::flags;
use crate::names::Name;
use crate::types;
use crate::values::function::Function;
use crate::values::generator::{Generator, Kind, State};
use crate::values::namespace::Namespace;
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// `Function`
    pub fn function_instr(&mut self, outer: &Code, number: u16, flags: u8) {
        let closure: Rc<[ObjId]> = if flags & flags::CLOSURE != 0 {
            let cells = self.pop();
            let cells = self.as_tuple(cells).unwrap_or_default();
            cells.iter().filter_map(|cell| cell.object()).collect()
        } else {
            Rc::new([])
        };
        let annotations = if flags & flags::ANNOTATIONS != 0 {
            self.pop()
        } else {
            Value::Unbound
        };
        let keyword_defaults: Rc<[(Name, Value)]> = if flags & flags::KEYWORD_DEFAULTS != 0 {
            let defaults = self.pop();
            let entries: Vec<_> = self
                .as_dict(defaults)
                .map(|dict| dict.iter().map(|entry| (entry.key, entry.value)).collect())
                .unwrap_or_default();
            let named = entries.iter().filter_map(|&(key, value)| {
                let name = self.names.name(self.as_str(key)?);
                Some((name, value))
            });
            named.collect()
        } else {
            Rc::new([])
        };
        let defaults: Rc<[Value]> = if flags & flags::DEFAULTS != 0 {
            let defaults = self.pop();
            self.as_tuple(defaults).unwrap_or_default().into()
        } else {
            Rc::new([])
        };
        let Value::Obj(code) = outer.values[number as usize] else {
            return;
        };
        let Object::Code(code) = self.heap.get(code) else {
            return;
        };
        let code = code.clone();
        let globals = match self.thread.frames.last() {
            Some(frame) => frame.globals,
            None => self.builtins,
        };
        let function = self.new_function(code, globals);
        if let Object::Function(made) = self.heap.get_mut(function) {
            made.closure = closure;
            made.defaults = defaults;
            made.keyword_defaults = keyword_defaults;
            made.annotations = annotations;
        }
        self.push(Value::Obj(function));
    }

    /// A function of a code, in a module.
    pub fn new_function(&mut self, code: Rc<Code>, globals: ObjId) -> ObjId {
        let module = self.module(globals).namespace.get(Name::NAME);
        self.heap.charged += 160;
        // Names are only made into values once someone asks.
        self.heap.add(Object::Function(Box::new(Function {
            code,
            globals,
            closure: Rc::new([]),
            defaults: Rc::new([]),
            keyword_defaults: Rc::new([]),
            name: Value::Unbound,
            qualname: Value::Unbound,
            doc: Value::Unbound,
            module: module.unwrap_or(Value::None),
            annotations: Value::Unbound,
            attributes: Namespace::default(),
            is_builtin: false,
        })))
    }

    /// A generator, a coroutine or an asynchronous generator of a function whose
    /// variables are given.
    pub fn new_generator(&mut self, function: ObjId, slots: Vec<Value>) -> Value {
        let Object::Function(definition) = self.heap.get(function) else {
            return Value::None;
        };
        let (kind, class) = match definition.code.makes {
            Makes::Result | Makes::Generator => (Kind::Generator, types::GENERATOR),
            Makes::Coroutine => (Kind::Coroutine, types::COROUTINE),
            Makes::AsyncGenerator => (Kind::AsyncGenerator, types::ASYNC_GENERATOR),
        };
        // The library writes `map` and the like as generators.
        let class = match crate::builtins::iterator_class(&definition.code.name) {
            Some(class) if definition.code.is_library => class,
            _ => class,
        };
        let frame = Frame {
            code: definition.code.clone(),
            pc: 0,
            base: 0,
            bottom: 0,
            globals: definition.globals,
            namespace: None,
            generator: None,
            handling: Value::None,
            then: Then::Push,
        };
        let (name, qualname) = (definition.name, definition.qualname);
        let code = definition.code.clone();
        self.heap.charged += slots.len() * 16 + 200;
        self.object(Object::Generator(Box::new(Generator {
            kind,
            state: State::Created,
            class,
            code,
            name,
            qualname,
            frame: Some(frame),
            stack: slots,
            handling: Value::None,
        })))
    }
}
