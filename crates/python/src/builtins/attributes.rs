//! The attributes that builtin values have besides their methods.

use crate::machine::{Machine, Outcome};
use crate::names::Name;
use crate::types;
use crate::values::generator::State;
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// An attribute that a value of a builtin kind has.
    pub fn builtin_attr(&mut self, value: Value, name: Name) -> Option<Outcome> {
        if name == Name::CLASS {
            return Some(Ok(Value::Obj(self.class_of(value))));
        }
        let id = match value {
            Value::Obj(id) => id,
            Value::Native(native) => return self.native_attr(native, name),
            _ => return self.number_attr(value, name),
        };
        let found = match self.heap.get(id) {
            Object::Instance(instance) => {
                if name == Name::DICT {
                    return Some(Ok(self.instance_dict(id)));
                }
                let payload = instance.payload;
                if payload.is_unbound() {
                    return None;
                }
                return self.builtin_attr(payload, name);
            }
            Object::Class(_) => return self.class_builtin_attr(id, name),
            Object::Module(_) if name == Name::DICT => self.object(Object::NamespaceView(id)),
            Object::Function(_) => return self.function_attr(id, name),
            Object::Method(function, receiver) => match name {
                Name::FUNC => *function,
                Name::SELF => Value::Obj(*receiver),
                _ => {
                    let function = *function;
                    return Some(self.plain_attr(function, name));
                }
            },
            Object::BoundNative(native, receiver) => {
                if name == Name::SELF {
                    *receiver
                } else {
                    let native = *native;
                    return self.native_attr(native, name);
                }
            }
            Object::Exception(_) => return self.exception_attr(value, id, name),
            Object::Generator(_) => return self.generator_attr(id, name),
            Object::Property(parts) => match &*self.names.text(name) {
                "fget" => parts[0],
                "fset" => parts[1],
                "fdel" => parts[2],
                "__doc__" if parts[3].is_none() => {
                    let getter = parts[0];
                    return Some(self.plain_attr(getter, Name::DOC));
                }
                "__doc__" => parts[3],
                "__isabstractmethod__" => {
                    let getter = parts[0];
                    return match self.plain_attr(getter, name) {
                        Ok(found) => Some(Ok(found)),
                        Err(_) => Some(Ok(Value::Bool(false))),
                    };
                }
                _ => return None,
            },
            Object::StaticMethod(inner) | Object::ClassMethod(inner) => {
                let inner = *inner;
                if name == Name::FUNC || name == Name::WRAPPED {
                    return Some(Ok(inner));
                }
                return match self.plain_attr(inner, name) {
                    Ok(found) => Some(Ok(found)),
                    Err(_) => None,
                };
            }
            Object::Range(range) => match name {
                Name::START => Value::Int(range.start),
                Name::STOP => Value::Int(range.stop),
                Name::STEP => Value::Int(range.step),
                _ => return None,
            },
            Object::Slice(parts) => match name {
                Name::START => parts[0],
                Name::STOP => parts[1],
                Name::STEP => parts[2],
                _ => return None,
            },
            Object::Complex(real, imaginary) => match name {
                Name::REAL => Value::Float(*real),
                Name::IMAG => Value::Float(*imaginary),
                _ => return None,
            },
            Object::Cell(inner) => match &*self.names.text(name) {
                "cell_contents" if inner.is_unbound() => {
                    return Some(Err(self.value_error("Cell is empty")));
                }
                "cell_contents" => *inner,
                _ => return None,
            },
            Object::Deque(deque) => match &*self.names.text(name) {
                "maxlen" => deque
                    .limit
                    .map_or(Value::None, |limit| Value::Int(limit as i64)),
                _ => return None,
            },
            Object::Code(_) => return self.code_attr(id, name),
            Object::Traceback(exception) => {
                let exception = *exception;
                return self.traceback_attr(exception, name);
            }
            Object::Big(_) => return self.number_attr(value, name),
            _ => return None,
        };
        Some(Ok(found))
    }

    fn number_attr(&mut self, value: Value, name: Name) -> Option<Outcome> {
        let is_int = self.as_big(value).is_some();
        Some(Ok(match name {
            Name::REAL | Name::NUMERATOR if is_int => match value {
                Value::Bool(value) => Value::Int(value.into()),
                value => value,
            },
            Name::IMAG if is_int => Value::Int(0),
            Name::DENOMINATOR if is_int => Value::Int(1),
            Name::REAL if matches!(value, Value::Float(_)) => value,
            Name::IMAG if matches!(value, Value::Float(_)) => Value::Float(0.0),
            Name::DOC => Value::None,
            _ => return None,
        }))
    }

    fn native_attr(&mut self, native: super::NativeId, name: Name) -> Option<Outcome> {
        let definition = super::native(native);
        match name {
            Name::NAME => Some(Ok(self.text(definition.name))),
            Name::QUALNAME => {
                let text = match definition.owner {
                    Some(class) => format!("{}.{}", self.class(class).name, definition.name),
                    None => definition.name.to_string(),
                };
                Some(Ok(self.text(text)))
            }
            Name::MODULE => Some(Ok(self.text("builtins"))),
            Name::DOC => Some(Ok(Value::None)),
            _ => None,
        }
    }

    fn class_builtin_attr(&mut self, id: ObjId, name: Name) -> Option<Outcome> {
        let class = self.class(id);
        Some(Ok(match name {
            Name::NAME => {
                let text = class.name.clone();
                self.text(&*text)
            }
            Name::QUALNAME => {
                let text = class.qualname.clone();
                self.text(&*text)
            }
            Name::MODULE => {
                let text = self.class_module(id);
                self.text(&*text)
            }
            Name::DOC => class.namespace.get(Name::DOC).unwrap_or(Value::None),
            Name::MRO => {
                let mro: Vec<Value> = class.mro.iter().map(|&id| Value::Obj(id)).collect();
                self.tuple(mro)
            }
            Name::BASES => {
                let bases: Vec<Value> = class.bases.iter().map(|&id| Value::Obj(id)).collect();
                self.tuple(bases)
            }
            Name::DICT => self.object(Object::NamespaceView(id)),
            _ => match &*self.names.text(name) {
                "__base__" => class
                    .bases
                    .first()
                    .map_or(Value::None, |&id| Value::Obj(id)),
                "__abstractmethods__" => return None,
                _ => return None,
            },
        }))
    }

    /// An attribute of a function. Names are made into values when they are asked
    /// for.
    fn function_attr(&mut self, id: ObjId, name: Name) -> Option<Outcome> {
        let Object::Function(function) = self.heap.get(id) else {
            return None;
        };
        let function = function.clone();
        let code = function.code.clone();
        let or_text = |m: &mut Machine, value: Value, text: &str| {
            if value.is_unbound() {
                m.text(text)
            } else {
                value
            }
        };
        Some(Ok(match name {
            Name::NAME => or_text(self, function.name, &code.name),
            Name::QUALNAME => or_text(self, function.qualname, &code.qualname),
            Name::MODULE => function.module,
            Name::DOC => match (&code.doc, function.doc) {
                (Some(doc), Value::Unbound) => {
                    let doc = doc.clone();
                    self.text(&*doc)
                }
                (None, Value::Unbound) => Value::None,
                (_, doc) => doc,
            },
            Name::DICT => return Some(Ok(self.instance_dict(id))),
            Name::CODE => self.object(Object::Code(code)),
            Name::GLOBALS => self.object(Object::NamespaceView(function.globals)),
            Name::DEFAULTS if function.defaults.is_empty() => Value::None,
            Name::DEFAULTS => self.tuple(function.defaults.clone()),
            Name::KWDEFAULTS if function.keyword_defaults.is_empty() => Value::None,
            Name::KWDEFAULTS => {
                let dict = self.dict(Default::default());
                for &(name, value) in &*function.keyword_defaults {
                    let key = self.name_text(name);
                    self.dict_set_text(dict, key, value);
                }
                dict
            }
            Name::ANNOTATIONS => {
                if function.annotations.is_unbound() {
                    let dict = self.dict(Default::default());
                    if let Object::Function(function) = self.heap.get_mut(id) {
                        function.annotations = dict;
                    }
                    dict
                } else {
                    function.annotations
                }
            }
            _ => match &*self.names.text(name) {
                "__closure__" if function.closure.is_empty() => Value::None,
                "__closure__" => {
                    let cells: Vec<Value> =
                        function.closure.iter().map(|&id| Value::Obj(id)).collect();
                    self.tuple(cells)
                }
                _ => return None,
            },
        }))
    }

    fn exception_attr(&mut self, value: Value, id: ObjId, name: Name) -> Option<Outcome> {
        let exception = self.as_exception(value)?;
        Some(Ok(match name {
            Name::ARGS => exception.args,
            Name::CAUSE => exception.cause,
            Name::CONTEXT => exception.context,
            Name::SUPPRESS_CONTEXT => Value::Bool(exception.suppress_context),
            Name::TRACEBACK if exception.traceback.is_empty() => Value::None,
            Name::TRACEBACK => self.object(Object::Traceback(id)),
            Name::DICT => return Some(Ok(self.instance_dict(id))),
            Name::VALUE if self.is_instance(value, types::STOP_ITERATION) => self.stop_value(value),
            _ => {
                let args = self.as_tuple(exception.args).unwrap_or_default();
                let at = |index: usize| args.get(index).copied().unwrap_or(Value::None);
                match &*self.names.text(name) {
                    "code" if self.is_instance(value, types::SYSTEM_EXIT) => match args.len() {
                        0 | 1 => at(0),
                        _ => exception.args,
                    },
                    "errno" if self.is_instance(value, types::OS_ERROR) && args.len() > 1 => at(0),
                    "strerror" if self.is_instance(value, types::OS_ERROR) && args.len() > 1 => {
                        at(1)
                    }
                    "filename" if self.is_instance(value, types::OS_ERROR) => at(2),
                    "errno" | "strerror" if self.is_instance(value, types::OS_ERROR) => Value::None,
                    "message" if self.is_instance(value, types::BASE_EXCEPTION_GROUP) => at(0),
                    "exceptions" if self.is_instance(value, types::BASE_EXCEPTION_GROUP) => {
                        let inner = at(1);
                        let inner = self.as_sequence(inner).unwrap_or_default().to_vec();
                        self.tuple(inner)
                    }
                    "msg" if self.is_instance(value, types::IMPORT_ERROR) => at(0),
                    "name" | "path" if self.is_instance(value, types::IMPORT_ERROR) => Value::None,
                    _ => return None,
                }
            }
        }))
    }

    fn generator_attr(&mut self, id: ObjId, name: Name) -> Option<Outcome> {
        let Object::Generator(generator) = self.heap.get(id) else {
            return None;
        };
        let state = generator.state;
        let code = generator.code.clone();
        Some(Ok(match &*self.names.text(name) {
            "__name__" => {
                let text = match self.as_str(generator.name) {
                    Some(text) => text.to_string(),
                    None => code.name.to_string(),
                };
                self.text(text)
            }
            "__qualname__" => {
                let text = self.generator_qualname(id);
                self.text(text)
            }
            "gi_running" | "cr_running" | "ag_running" => Value::Bool(state == State::Running),
            "gi_suspended" | "cr_suspended" => Value::Bool(state == State::Suspended),
            "gi_yieldfrom" | "cr_await" => self.awaited(id),
            "gi_frame" | "cr_frame" | "ag_frame" if state == State::Finished => Value::None,
            "gi_frame" | "cr_frame" | "ag_frame" => Value::Ellipsis,
            "gi_code" | "cr_code" | "ag_code" => self.object(Object::Code(code)),
            _ => return None,
        }))
    }

    fn code_attr(&mut self, id: ObjId, name: Name) -> Option<Outcome> {
        let Object::Code(code) = self.heap.get(id) else {
            return None;
        };
        let code = code.clone();
        let positional = usize::from(code.parameters.positional);
        Some(Ok(match &*self.names.text(name) {
            "co_name" => self.text(&*code.name),
            "co_qualname" => self.text(&*code.qualname),
            "co_filename" => self.text(&*code.source.file),
            "co_firstlineno" => Value::Int(code.first_line.into()),
            "co_argcount" => Value::Int(positional as i64),
            "co_posonlyargcount" => Value::Int(code.parameters.positional_only.into()),
            "co_kwonlyargcount" => Value::Int(code.parameters.keyword_only.into()),
            "co_flags" => {
                let star = if code.parameters.star { 4 } else { 0 };
                let double = if code.parameters.double_star { 8 } else { 0 };
                let makes = match code.makes {
                    crate::code::Makes::Result => 0,
                    crate::code::Makes::Generator => 0x20,
                    crate::code::Makes::Coroutine => 0x80,
                    crate::code::Makes::AsyncGenerator => 0x200,
                };
                Value::Int(3 + star + double + makes)
            }
            "co_varnames" => {
                let own = code.slots.len() - usize::from(code.free);
                let names: Vec<Value> = code.slots[..own]
                    .iter()
                    .map(|&name| self.name_text(name))
                    .collect();
                self.tuple(names)
            }
            "co_freevars" => {
                let own = code.slots.len() - usize::from(code.free);
                let names: Vec<Value> = code.slots[own..]
                    .iter()
                    .map(|&name| self.name_text(name))
                    .collect();
                self.tuple(names)
            }
            _ => return None,
        }))
    }

    fn traceback_attr(&mut self, exception: ObjId, name: Name) -> Option<Outcome> {
        let lines = self.traceback_lines(Value::Obj(exception));
        Some(Ok(match &*self.names.text(name) {
            "tb_lineno" => Value::Int(lines.first().map_or(0, |line| line.1 as i64)),
            "tb_next" => Value::None,
            _ => return None,
        }))
    }
}
