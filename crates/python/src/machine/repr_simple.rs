//! The texts of objects that have no parts: functions, modules, generators.

use super::Machine;
use crate::types;
use crate::values::generator::Kind;
use crate::values::iter::Iter;
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// The text of an object that has no parts.
    pub(super) fn simple_repr(&self, value: Value, id: ObjId) -> String {
        let address = self.address(id);
        match self.heap.get(id) {
            Object::Class(_) => format!("<class '{}'>", self.full_class_name(id)),
            Object::Function(function) if function.is_builtin => {
                format!("<built-in function {}>", function.code.name)
            }
            Object::Function(function) => {
                format!(
                    "<function {} at {address}>",
                    self.function_qualname(function)
                )
            }
            Object::BoundNative(native, receiver) => {
                let name = crate::builtins::native(*native).name;
                let class = self.class_name(*receiver);
                let at = receiver
                    .object()
                    .map_or("0x7f3a5c000000".into(), |id| self.address(id));
                format!("<built-in method {name} of {class} object at {at}>")
            }
            Object::Module(module) if &*module.name == "__main__" => {
                "<module '__main__' from 'program.py'>".to_string()
            }
            Object::Module(module) => format!("<module '{}' (built-in)>", module.name),
            Object::Generator(generator) => {
                let kind = match generator.kind {
                    Kind::Generator => "generator",
                    Kind::Coroutine => "coroutine",
                    Kind::AsyncGenerator => "async_generator",
                };
                if generator.class.0 != types::GENERATOR.0 && generator.kind == Kind::Generator {
                    let name = &self.class(generator.class).name;
                    return format!("<{name} object at {address}>");
                }
                let name = self.generator_qualname(id);
                format!("<{kind} object {name} at {address}>")
            }
            Object::Cell(value) => match value {
                Value::Unbound => format!("<cell at {address}: empty>"),
                value => format!("<cell at {address}: {} object>", self.class_name(*value)),
            },
            Object::Code(code) => format!(
                "<code object {} at {address}, file \"{}\", line {}>",
                code.name, code.source.file, code.first_line
            ),
            Object::NamespaceView(_) => "mappingproxy({...})".to_string(),
            Object::Super(parts) => {
                let class = &self.class(parts.class).name;
                let of = &self.class(parts.receiver_class).name;
                format!("<super: <class '{class}'>, <{of} object>>")
            }
            Object::Iter(iter) => match &**iter {
                Iter::Done(class) => {
                    format!("<{} object at {address}>", self.full_class_name(*class))
                }
                _ => self.default_repr(value),
            },
            _ => self.default_repr(value),
        }
    }

    /// The full name of a generator.
    pub fn generator_qualname(&self, id: ObjId) -> String {
        let Object::Generator(generator) = self.heap.get(id) else {
            return String::new();
        };
        if let Some(name) = self.as_str(generator.qualname) {
            return name.to_string();
        }
        generator.code.qualname.to_string()
    }

    pub(super) fn native_repr(&self, native: crate::builtins::NativeId) -> String {
        let definition = crate::builtins::native(native);
        let name = definition.name;
        match definition.owner {
            Some(class) if name.starts_with("__") => {
                format!(
                    "<slot wrapper '{name}' of '{}' objects>",
                    self.class(class).name
                )
            }
            Some(class) => format!("<method '{name}' of '{}' objects>", self.class(class).name),
            None => format!("<built-in function {name}>"),
        }
    }
}
