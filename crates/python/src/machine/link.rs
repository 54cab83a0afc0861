//! Makes code ready to run on a machine: its constants become values.

use std::rc::Rc;

use super::Machine;
use crate::code::{Code, Constant};
use crate::values::set::Set;
use crate::values::{Object, Value};

impl Machine {
    /// The same code with its constants as values of this machine.
    pub fn link(&mut self, code: &Rc<Code>) -> Rc<Code> {
        let mut code = (**code).clone();
        let values: Vec<Value> = code.constants.iter().map(|c| self.constant(c)).collect();
        code.values = values.into();
        let code = Rc::new(code);
        self.codes.push(code.clone());
        code
    }

    fn constant(&mut self, constant: &Constant) -> Value {
        match constant {
            Constant::None => Value::None,
            Constant::True => Value::Bool(true),
            Constant::False => Value::Bool(false),
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Int(value) => Value::Int(*value),
            Constant::Big(value) => self.int(value.clone()),
            Constant::Float(value) => Value::Float(*value),
            Constant::Imaginary(value) => self.object(Object::Complex(0.0, *value)),
            Constant::Text(text) => self.text(&**text),
            Constant::Bytes(bytes) => self.bytes(bytes.clone()),
            Constant::Tuple(parts) => {
                let parts: Vec<Value> = parts.iter().map(|part| self.constant(part)).collect();
                self.tuple(parts)
            }
            Constant::FrozenSet(parts) => {
                let set = self.object(Object::FrozenSet(Box::<Set>::default()));
                for part in parts {
                    let value = self.constant(part);
                    // Constants can be hashed without Python code.
                    let added = self.set_add(set, value);
                    debug_assert!(added.is_ok(), "a constant can be hashed");
                }
                set
            }
            Constant::Names(_) => Value::None,
            Constant::Code(inner) => {
                let inner = self.link(inner);
                self.object(Object::Code(inner))
            }
        }
    }
}
