//! The ways out of an instruction other than to the next one.

use super::Machine;
use super::frame::Then;
use super::operation::Operation;
use crate::code::operator::Compare;
use crate::fault::{Class, Fault};
use crate::types;
use crate::values::{ObjId, Value};

/// A way out of an instruction, or of a builtin function.
#[derive(Debug)]
pub enum Exit {
    /// An exception.
    Raise(Value),
    /// An exception that was raised before, and goes on.
    Reraise(Value),
    /// A call instead of a result: the callable and so many arguments are on the
    /// stack.
    Call(usize, Then),
    /// Something has to be done outside; its answer is the result.
    Block(Box<Operation>),
    /// The frames have changed: whatever the innermost says comes next.
    Switch,
}

impl Machine {
    /// An exception of a builtin class.
    pub fn error(&mut self, class: ObjId, message: impl AsRef<str>) -> Exit {
        let message = self.text(message.as_ref());
        Exit::Raise(self.exception(class, &[message]))
    }

    /// A `TypeError`.
    pub fn type_error(&mut self, message: impl AsRef<str>) -> Exit {
        self.error(types::TYPE_ERROR, message)
    }

    /// A `ValueError`.
    pub fn value_error(&mut self, message: impl AsRef<str>) -> Exit {
        self.error(types::VALUE_ERROR, message)
    }

    /// A `MemoryError`.
    pub fn memory_error(&mut self) -> Exit {
        Exit::Raise(self.exception(types::MEMORY_ERROR, &[]))
    }

    /// The exception that a function without a machine asks for.
    pub fn fault(&mut self, fault: Fault) -> Exit {
        let class = match fault.class {
            Class::Index => types::INDEX_ERROR,
            Class::Lookup => types::LOOKUP_ERROR,
            Class::Memory => return self.memory_error(),
            Class::Overflow => types::OVERFLOW_ERROR,
            Class::Type => types::TYPE_ERROR,
            Class::UnicodeDecode => types::UNICODE_DECODE_ERROR,
            Class::UnicodeEncode => types::UNICODE_ENCODE_ERROR,
            Class::Value => types::VALUE_ERROR,
            Class::ZeroDivision => types::ZERO_DIVISION_ERROR,
        };
        self.error(class, fault.message)
    }

    /// The error of values without an order.
    pub fn not_comparable(&mut self, operator: Compare, left: Value, right: Value) -> Exit {
        let (a, b) = (self.class_name(left), self.class_name(right));
        let sign = operator.sign();
        self.type_error(format!(
            "'{sign}' not supported between instances of '{a}' and '{b}'"
        ))
    }

    /// A call in place of a result.
    pub fn tail(&mut self, callee: Value, arguments: &[Value], then: Then) -> Exit {
        self.thread.stack.push(callee);
        self.thread.stack.extend_from_slice(arguments);
        Exit::Call(arguments.len(), then)
    }

    /// A call of one of the library's functions in place of a result.
    pub fn library(&mut self, function: &str, arguments: &[Value]) -> Exit {
        let callee = self.library_function(function);
        self.tail(callee, arguments, Then::Push)
    }

    /// One of the library's functions.
    pub fn library_function(&self, function: &str) -> Value {
        let name = self.names.name(function);
        let module = self.module(self.natives);
        module.namespace.get(name).unwrap_or(Value::None)
    }
}
