//! Values as text by a specification: `format` and `f"{value:spec}"`.

use super::exit::Exit;
use super::frame::{Then, Wanted};
use super::{Machine, Outcome};
use crate::fault::Fault;
use crate::names::Name;
use crate::text::repr as texts;
use crate::text::{format_number, format_text};
use crate::values::{Object, Value};

impl Machine {
    /// `ascii(value)` of a text that `repr` has given.
    pub fn ascii(&mut self, shown: Value) -> Outcome {
        let text = texts::escape_non_ascii(self.as_str(shown).unwrap_or_default());
        Ok(self.text(text))
    }

    /// `Format`
    pub fn format_instr(&mut self, conversion: u8, has_spec: bool) -> Outcome<()> {
        if !has_spec && conversion == 0 && self.is_simple(self.top()) {
            // Whoever puts the parts together writes it.
            return Ok(());
        }
        let spec = if has_spec { self.pop() } else { Value::Unbound };
        let value = self.pop();
        let result = self.format_converted(value, conversion, spec);
        match result {
            Ok(text) => {
                self.push(text);
                Ok(())
            }
            Err(exit) => Err(exit),
        }
    }

    /// Whether nobody has to be asked for a value's text.
    pub fn is_simple(&self, value: Value) -> bool {
        match value {
            Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None => true,
            Value::Obj(id) => matches!(self.heap.get(id), Object::Text(_)),
            _ => false,
        }
    }

    fn format_converted(&mut self, value: Value, conversion: u8, spec: Value) -> Outcome {
        if conversion == 0 {
            let spec = if spec.is_unbound() {
                self.text("")
            } else {
                spec
            };
            return self.format_value(value, spec);
        }
        let converted = match conversion {
            b's' => self.str(value),
            _ => self.repr(value),
        };
        let text = match converted {
            Ok(text) => text,
            Err(Exit::Call(count, _)) => {
                // Python code has to be asked first: the library does all of it.
                let place = self.thread.stack.len() - count - 1;
                self.thread.stack.truncate(place);
                let spec = if spec.is_unbound() {
                    self.text("")
                } else {
                    spec
                };
                let how = self.text((conversion as char).to_string());
                return Err(self.library("_format_converted", &[value, how, spec]));
            }
            Err(exit) => return Err(exit),
        };
        let text = if conversion == b'a' {
            self.ascii(text)?
        } else {
            text
        };
        if spec.is_unbound() {
            return Ok(text);
        }
        self.format_value(text, spec)
    }

    /// `format(value, spec)`. If methods have to be asked, the answer is the result.
    pub fn format_value(&mut self, value: Value, spec: Value) -> Outcome {
        let class = self.class_of(value);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::FORMAT) {
            return Err(self.tail(method, &[value, spec], Then::Is(Wanted::Format)));
        }
        let spec_text = self.as_text(spec);
        let spec_str = spec_text.as_deref().map_or("", |text| text.as_str());
        if spec_str.is_empty() {
            return self.str(value);
        }
        match self.formatted(value, spec_str) {
            Some(Ok(text)) => Ok(self.text(text)),
            Some(Err(fault)) => Err(self.fault(fault)),
            None => {
                let name = self.class_name(value);
                Err(self.type_error(format!(
                    "unsupported format string passed to {name}.__format__"
                )))
            }
        }
    }

    /// A number or a text by a specification; nothing for other values.
    pub fn formatted(&self, value: Value, spec: &str) -> Option<Result<String, Fault>> {
        let plain = self.plain(value);
        Some(match plain {
            Value::Float(number) => format_number::float(number, spec),
            Value::Bool(_) | Value::Int(_) => {
                let name = self.class_name(value);
                let big = self.as_big(plain).unwrap_or_default();
                format_number::int(&big, spec, &name, self.limits.digits)
            }
            _ => match self.get(plain)? {
                Object::Text(text) => format_text::format(text.as_str(), spec),
                Object::Big(big) => format_number::int(big, spec, "int", self.limits.digits),
                _ => return None,
            },
        })
    }
}
