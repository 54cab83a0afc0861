//! Calling a class: new instances.

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::builtins;
use crate::names::Name;
use crate::types;
use crate::values::class::Layout;
use crate::values::namespace::Namespace;
use crate::values::{Instance, ObjId, Object, Value};

impl Machine {
    /// Calls a class that is on the stack below its arguments.
    pub fn construct(
        &mut self,
        class: ObjId,
        count: usize,
        names: &[Name],
        then: Then,
    ) -> Outcome<()> {
        let place = self.thread.stack.len() - count - 1;
        let definition = self.class(class);
        if definition.metaclass == types::TYPE && !definition.is_builtin {
            let is_plain = definition.layout == Layout::Plain;
            let new = self.lookup(class, Name::NEW);
            let init = self.lookup(class, Name::INIT);
            if is_plain
                && (names.is_empty() || then == Then::Push)
                && is_default(new)
                && let Some(init @ Value::Obj(_)) = init
            {
                let instance = self.new_instance(class, Value::Unbound);
                self.thread.stack[place] = instance;
                self.thread.stack.insert(place + 1, init);
                self.thread.stack.insert(place + 2, instance);
                return self.call_init(count + 1, names, then);
            }
        }
        if definition.is_builtin
            && names.is_empty()
            && definition.metaclass == types::TYPE
            && definition.layout != Layout::Exception
            && class != types::OBJECT
            && let Some(new @ Value::Native(native)) = self.lookup(class, Name::NEW)
            && !is_default(Some(new))
        {
            // What makes it takes the class as its first argument: there it is.
            return self.call_native_at(place, native, count + 1, then);
        }
        self.call_apart(place, names, then)
    }

    /// Calls `__init__`; the instance stays on the stack, unless it is wanted
    /// elsewhere.
    fn call_init(&mut self, count: usize, names: &[Name], then: Then) -> Outcome<()> {
        if then == Then::Push {
            return self.call_named(count, names, Then::Init);
        }
        // Few callers want anything else: then a function of the library does it.
        let place = self.thread.stack.len() - count - 1;
        let mut arguments = self.thread.stack.split_off(place + 2);
        self.thread.stack.truncate(place - 1);
        let instance = arguments.first().copied().unwrap_or(Value::None);
        let _ = instance;
        let class = self.class_of(instance);
        if !arguments.is_empty() {
            arguments[0] = Value::Obj(class);
        }
        let function = self.library_function("_instantiate");
        self.call_with(function, arguments, Vec::new(), then)
    }

    /// Calls a class with arguments that are not on the stack.
    pub fn construct_with(
        &mut self,
        class: ObjId,
        positional: Vec<Value>,
        named: Vec<(Name, Value)>,
        then: Then,
    ) -> Outcome<()> {
        let definition = self.class(class);
        let metaclass = definition.metaclass;
        if metaclass != types::TYPE
            && let Some(call @ Value::Obj(_)) = self.lookup(metaclass, Name::CALL)
        {
            let mut arguments = vec![Value::Obj(class)];
            arguments.extend(positional);
            return self.call_with(call, arguments, named, then);
        }
        self.construct_plainly(class, positional, named, then)
    }

    /// The same without a metaclass's `__call__`.
    pub fn construct_plainly(
        &mut self,
        class: ObjId,
        mut positional: Vec<Value>,
        named: Vec<(Name, Value)>,
        then: Then,
    ) -> Outcome<()> {
        let new = self.lookup(class, Name::NEW);
        let init = self.lookup(class, Name::INIT);
        let definition = self.class(class);
        if definition.is_builtin && !self.is_subclass(class, types::BASE_EXCEPTION) {
            let Some(Value::Native(native)) = new else {
                let name = definition.name.clone();
                return Err(self.type_error(format!("cannot create '{name}' instances")));
            };
            if is_default(new) && class != types::OBJECT {
                let name = definition.name.clone();
                return Err(self.type_error(format!("cannot create '{name}' instances")));
            }
            positional.insert(0, Value::Obj(class));
            let result = self.run_native(native, &positional, &named);
            return self.native_result(result, then);
        }
        let Some(Value::Native(native)) = new else {
            // Its own `__new__` decides what comes next.
            let function = self.library_function("_instantiate");
            positional.insert(0, Value::Obj(class));
            return self.call_with(function, positional, named, then);
        };
        let has_init = matches!(init, Some(Value::Obj(_)));
        if is_default(new) && !has_init && (!positional.is_empty() || !named.is_empty()) {
            let name = self.class(class).name.clone();
            return Err(self.type_error(format!("{name}() takes no arguments")));
        }
        let mut arguments = vec![Value::Obj(class)];
        arguments.extend_from_slice(&positional);
        let made = self.run_native(native, &arguments, &named);
        let instance = match made {
            Ok(instance) => instance,
            // What it is made of has to be gone through first.
            Err(Exit::Call(count, Then::Push)) => {
                let place = self.thread.stack.len() - count - 1;
                self.thread.stack.truncate(place);
                let function = self.library_function("_instantiate");
                positional.insert(0, Value::Obj(class));
                return self.call_with(function, positional, named, then);
            }
            Err(exit) => return Err(exit),
        };
        match init {
            Some(Value::Native(native)) if builtins::native(native).name == "__init__" => {
                if builtins::native(native).owner == Some(types::OBJECT) {
                    return self.deliver(instance, then);
                }
                let mut arguments = vec![instance];
                arguments.extend_from_slice(&positional);
                let result = self.run_native(native, &arguments, &named);
                match result {
                    Ok(_) => self.deliver(instance, then),
                    Err(Exit::Call(count, Then::Push)) => {
                        let place = self.thread.stack.len() - count - 1;
                        self.thread.stack.truncate(place);
                        let function = self.library_function("_instantiate");
                        positional.insert(0, Value::Obj(class));
                        self.call_with(function, positional, named, then)
                    }
                    Err(exit) => Err(exit),
                }
            }
            Some(init) if then == Then::Push => {
                self.push(instance);
                let mut arguments = vec![instance];
                arguments.extend(positional);
                self.call_with(init, arguments, named, Then::Init)
            }
            Some(_) => {
                let function = self.library_function("_instantiate");
                positional.insert(0, Value::Obj(class));
                self.call_with(function, positional, named, then)
            }
            None => self.deliver(instance, then),
        }
    }

    /// A new instance without attributes.
    pub fn new_instance(&mut self, class: ObjId, payload: Value) -> Value {
        let usual = usize::from(self.class(class).attributes);
        self.object(Object::Instance(Box::new(Instance {
            class,
            attributes: Namespace::with_room(usual),
            payload,
            dict: None,
        })))
    }
}

/// Whether a `__new__` is that of `object`.
fn is_default(new: Option<Value>) -> bool {
    match new {
        Some(Value::Native(native)) => builtins::native(native).owner == Some(types::OBJECT),
        _ => false,
    }
}
