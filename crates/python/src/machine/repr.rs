//! Values as text: `repr` and `str`.

use std::rc::Rc;

use super::frame::{Then, Wanted};
use super::{Machine, Outcome};
use crate::fault::Fault;
use crate::names::Name;
use crate::number::{float_text, int_text};
use crate::text::repr as texts;
use crate::types;
use crate::values::iter::View;
use crate::values::{ObjId, Object, Value};

/// Why a text can't be made without Python code.
enum Stop {
    Asks,
    Fails(Fault),
}

/// How deep values are nested that are written without the library's help.
const DEPTH: usize = 150;

impl Machine {
    /// `repr(value)`. If methods have to be asked, the answer is the result.
    pub fn repr(&mut self, value: Value) -> Outcome {
        let class = self.class_of(value);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::REPR) {
            return Err(self.tail(method, &[value], Then::Is(Wanted::Repr)));
        }
        let mut out = String::new();
        match self.write_repr(&mut out, value, &mut Vec::new()) {
            Ok(()) => Ok(self.text(out)),
            Err(Stop::Fails(fault)) => Err(self.fault(fault)),
            Err(Stop::Asks) => Err(self.library("_repr", &[value])),
        }
    }

    /// The text of a value that is written without asking anybody.
    fn simple_text(&mut self, value: Value) -> Option<Value> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        let text = self
            .write_simple(&mut buffer, value)
            .then(|| self.text(buffer.as_str()));
        self.buffer = buffer;
        text
    }

    /// Writes `str(value)` of a number, a text and the like, which nobody has to be asked
    /// for. Returns whether it is one of these.
    pub fn write_simple(&self, out: &mut String, value: Value) -> bool {
        use std::fmt::Write;
        match value {
            Value::Int(number) => {
                // Writing to a text never fails.
                let _ = write!(out, "{number}");
            }
            Value::Float(number) => out.push_str(&float_text::float_repr(number)),
            Value::Bool(truth) => out.push_str(if truth { "True" } else { "False" }),
            Value::None => out.push_str("None"),
            Value::Obj(id) => match self.heap.get(id) {
                Object::Text(text) => out.push_str(text.as_str()),
                _ => return false,
            },
            _ => return false,
        }
        true
    }

    /// `str(value)`. If methods have to be asked, the answer is the result.
    pub fn str(&mut self, value: Value) -> Outcome {
        if let Value::Obj(id) = value
            && let Object::Text(_) = self.heap.get(id)
        {
            return Ok(value);
        }
        if let Some(text) = self.simple_text(value) {
            return Ok(text);
        }
        let class = self.class_of(value);
        if let Some(method @ Value::Obj(_)) = self.lookup(class, Name::STR) {
            return Err(self.tail(method, &[value], Then::Is(Wanted::Str)));
        }
        if let Some(text) = self.as_text(value) {
            return Ok(self.object(Object::Text(text)));
        }
        if self.as_exception(value).is_some() {
            return self.exception_text(value);
        }
        self.repr(value)
    }

    fn exception_text(&mut self, value: Value) -> Outcome {
        let class = self.class_of(value);
        let needs_more = [
            types::SYNTAX_ERROR,
            types::OS_ERROR,
            types::BASE_EXCEPTION_GROUP,
        ];
        if needs_more.iter().any(|&of| self.is_subclass(class, of)) {
            return Err(self.library("_exception_text", &[value]));
        }
        let args = self.as_exception(value).map_or(Value::None, |e| e.args);
        let values = self.as_tuple(args).unwrap_or_default().to_vec();
        match values.as_slice() {
            [] => Ok(self.text("")),
            [one] if self.is_subclass(class, types::KEY_ERROR) => self.repr(*one),
            [one] => self.str(*one),
            _ => self.repr(args),
        }
    }

    /// The text of a value that needs no Python code, for messages.
    pub fn plain_repr(&self, value: Value) -> String {
        let mut out = String::new();
        match self.write_repr(&mut out, value, &mut Vec::new()) {
            Ok(()) => out,
            Err(_) => self.default_repr(value),
        }
    }

    /// Where an object is said to be: made from its place, so that it is the same
    /// in every run.
    pub fn address(&self, id: ObjId) -> String {
        format!("0x7f3a5c{:06x}", u64::from(id.0) * 16 + 0x1000)
    }

    /// `<module.Class object at 0x...>`
    pub fn default_repr(&self, value: Value) -> String {
        let class = self.class_of(value);
        let name = self.full_class_name(class);
        match value {
            Value::Obj(id) => format!("<{name} object at {}>", self.address(id)),
            _ => format!("<{name} object>"),
        }
    }

    /// The name of a class with that of its module, unless that is `builtins`.
    pub fn full_class_name(&self, class: ObjId) -> String {
        let definition = self.class(class);
        match &*self.class_module(class) {
            "builtins" => definition.qualname.to_string(),
            module => format!("{module}.{}", definition.qualname),
        }
    }

    /// The module of a class.
    pub fn class_module(&self, class: ObjId) -> Rc<str> {
        let definition = self.class(class);
        if definition.is_builtin {
            return types::ALL[class.0 as usize].module.into();
        }
        let module = definition.namespace.get(Name::MODULE);
        module
            .and_then(|module| self.as_str(module))
            .unwrap_or("builtins")
            .into()
    }

    fn write_repr(
        &self,
        out: &mut String,
        value: Value,
        path: &mut Vec<ObjId>,
    ) -> Result<(), Stop> {
        let id = match value {
            Value::Unbound => {
                out.push_str("<unbound>");
                return Ok(());
            }
            Value::None => {
                out.push_str("None");
                return Ok(());
            }
            Value::NotImplemented => {
                out.push_str("NotImplemented");
                return Ok(());
            }
            Value::Ellipsis => {
                out.push_str("Ellipsis");
                return Ok(());
            }
            Value::Bool(value) => {
                out.push_str(if value { "True" } else { "False" });
                return Ok(());
            }
            Value::Int(value) => {
                out.push_str(&value.to_string());
                return Ok(());
            }
            Value::Float(value) => {
                out.push_str(&float_text::float_repr(value));
                return Ok(());
            }
            Value::Native(native) => {
                out.push_str(&self.native_repr(native));
                return Ok(());
            }
            Value::Obj(id) => id,
        };
        if path.contains(&id) {
            out.push_str(match self.heap.get(id) {
                Object::List(_) => "[...]",
                Object::Dict(_) => "{...}",
                Object::Tuple(_) => "(...)",
                _ => "...",
            });
            return Ok(());
        }
        if path.len() > DEPTH {
            return Err(Stop::Asks);
        }
        path.push(id);
        self.write_object(out, value, id, path)?;
        path.pop();
        Ok(())
    }

    fn write_each(
        &self,
        out: &mut String,
        values: impl Iterator<Item = Value>,
        path: &mut Vec<ObjId>,
    ) -> Result<(), Stop> {
        for (index, value) in values.enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            self.write_repr(out, value, path)?;
        }
        Ok(())
    }

    fn write_object(
        &self,
        out: &mut String,
        value: Value,
        id: ObjId,
        path: &mut Vec<ObjId>,
    ) -> Result<(), Stop> {
        match self.heap.get(id) {
            Object::Text(text) => out.push_str(&texts::text(text.as_str())),
            Object::Bytes(bytes) => out.push_str(&texts::bytes(bytes)),
            Object::ByteArray(bytes) => out.push_str(&texts::bytearray(bytes)),
            Object::Big(big) => {
                let text = int_text::to_text(big, self.limits.digits).map_err(Stop::Fails)?;
                out.push_str(&text);
            }
            Object::Complex(real, imaginary) => out.push_str(&complex_repr(*real, *imaginary)),
            Object::List(values) => {
                out.push('[');
                self.write_each(out, values.iter().copied(), path)?;
                out.push(']');
            }
            Object::Tuple(values) => {
                out.push('(');
                self.write_each(out, values.iter().copied(), path)?;
                out.push_str(if values.len() == 1 { ",)" } else { ")" });
            }
            Object::Dict(dict) => {
                out.push('{');
                for (index, entry) in dict.iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    self.write_repr(out, entry.key, path)?;
                    out.push_str(": ");
                    self.write_repr(out, entry.value, path)?;
                }
                out.push('}');
            }
            Object::Set(set) if set.is_empty() => out.push_str("set()"),
            Object::Set(set) => {
                out.push('{');
                self.write_each(out, set.iter().map(|(_, value)| value), path)?;
                out.push('}');
            }
            Object::FrozenSet(set) if set.is_empty() => out.push_str("frozenset()"),
            Object::FrozenSet(set) => {
                out.push_str("frozenset({");
                self.write_each(out, set.iter().map(|(_, value)| value), path)?;
                out.push_str("})");
            }
            Object::Deque(deque) => {
                out.push_str("deque([");
                self.write_each(out, deque.values.iter().copied(), path)?;
                match deque.limit {
                    Some(limit) => out.push_str(&format!("], maxlen={limit})")),
                    None => out.push_str("])"),
                }
            }
            Object::Range(range) => match range.step {
                1 => out.push_str(&format!("range({}, {})", range.start, range.stop)),
                step => {
                    let (start, stop) = (range.start, range.stop);
                    out.push_str(&format!("range({start}, {stop}, {step})"));
                }
            },
            Object::Slice(parts) => {
                out.push_str("slice(");
                self.write_each(out, parts.iter().copied(), path)?;
                out.push(')');
            }
            Object::View(view, dict) => {
                let (name, dict) = (view_name(*view), Value::Obj(*dict));
                let Some(dict) = self.as_dict(dict) else {
                    return Err(Stop::Asks);
                };
                out.push_str(name);
                out.push_str("([");
                for (index, entry) in dict.iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    match view {
                        View::Keys => self.write_repr(out, entry.key, path)?,
                        View::Values => self.write_repr(out, entry.value, path)?,
                        View::Items => {
                            out.push('(');
                            self.write_each(out, [entry.key, entry.value].into_iter(), path)?;
                            out.push(')');
                        }
                    }
                }
                out.push_str("])");
            }
            Object::Exception(exception) => {
                if self.class_has(exception.class, Name::REPR)
                    || self.is_subclass(exception.class, types::BASE_EXCEPTION_GROUP)
                {
                    return Err(Stop::Asks);
                }
                out.push_str(&self.class(exception.class).name);
                out.push('(');
                let args = self.as_tuple(exception.args).unwrap_or_default();
                self.write_each(out, args.iter().copied(), path)?;
                out.push(')');
            }
            Object::Instance(instance) => {
                if self.class_has(instance.class, Name::REPR) {
                    return Err(Stop::Asks);
                }
                if instance.payload.is_unbound() {
                    out.push_str(&self.default_repr(value));
                } else {
                    self.write_repr(out, instance.payload, path)?;
                }
            }
            Object::Class(class) if class.metaclass != types::TYPE => {
                if self.class_has(class.metaclass, Name::REPR) {
                    return Err(Stop::Asks);
                }
                out.push_str(&format!("<class '{}'>", self.full_class_name(id)));
            }
            Object::Method(function, receiver) => {
                let name = match self.get(*function) {
                    Some(Object::Function(function)) => self.function_qualname(function),
                    _ => "?".to_string(),
                };
                out.push_str(&format!("<bound method {name} of "));
                self.write_repr(out, Value::Obj(*receiver), path)?;
                out.push('>');
            }
            _ => out.push_str(&self.simple_repr(value, id)),
        }
        Ok(())
    }
}

fn view_name(view: View) -> &'static str {
    match view {
        View::Keys => "dict_keys",
        View::Values => "dict_values",
        View::Items => "dict_items",
    }
}

fn complex_repr(real: f64, imaginary: f64) -> String {
    let part = |value: f64| {
        let text = float_text::float_repr(value);
        text.strip_suffix(".0").map_or(text.clone(), str::to_string)
    };
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", part(imaginary));
    }
    let sign = if imaginary.is_sign_negative() {
        ""
    } else {
        "+"
    };
    format!("({}{sign}{}j)", part(real), part(imaginary))
}
