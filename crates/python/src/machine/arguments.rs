//! Which argument goes to which parameter, and what is said if they don't fit.

use std::rc::Rc;

use super::exit::Exit;
use super::{Machine, Outcome};
use crate::code::{Code, Parameters};
use crate::names::Name;
use crate::values::dict::Dict;
use crate::values::function::Function;
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// The variables that a function starts with.
    pub fn bind_arguments(
        &mut self,
        id: ObjId,
        positional: &[Value],
        named: &[(Name, Value)],
    ) -> Outcome<Vec<Value>> {
        let Object::Function(function) = self.heap.get(id) else {
            return Ok(Vec::new());
        };
        let code = function.code.clone();
        let defaults = function.defaults.clone();
        let keyword_defaults = function.keyword_defaults.clone();
        let closure = function.closure.clone();
        let shape = &code.parameters;
        let wanted = usize::from(shape.positional);
        let fixed = wanted + usize::from(shape.keyword_only);
        let mut slots = vec![Value::Unbound; code.slots.len()];
        let given = positional.len().min(wanted);
        slots[..given].copy_from_slice(&positional[..given]);
        if shape.star {
            let rest = self.tuple(&positional[given..]);
            slots[fixed] = rest;
        }
        let mut others = Dict::default();
        let mut wrong_positional: Vec<Name> = Vec::new();
        for &(name, value) in named {
            let parameter = code.slots[..fixed].iter().position(|&slot| slot == name);
            match parameter {
                Some(place) if place >= usize::from(shape.positional_only) => {
                    if !slots[place].is_unbound() {
                        let (text, function) = (self.names.text(name), self.called(id));
                        let message =
                            format!("{function} got multiple values for argument '{text}'");
                        return Err(self.type_error(message));
                    }
                    slots[place] = value;
                }
                _ if shape.double_star => {
                    let text = self.names.text(name);
                    let hash = crate::values::text::hash_bytes(text.as_bytes());
                    let key = self.text(&*text);
                    others.insert(hash, key, value);
                }
                Some(_) => wrong_positional.push(name),
                None if code.is_library
                    && !code.name.starts_with('_')
                    && code.qualname == code.name =>
                {
                    let (text, function) = (self.names.text(name), &code.name);
                    let message =
                        format!("'{text}' is an invalid keyword argument for {function}()");
                    return Err(self.type_error(message));
                }
                None => {
                    let (text, function) = (self.names.text(name), self.called(id));
                    let message = format!("{function} got an unexpected keyword argument '{text}'");
                    return Err(self.type_error(message));
                }
            }
        }
        if !wrong_positional.is_empty() {
            let names: Vec<_> = wrong_positional
                .iter()
                .map(|&n| self.names.text(n))
                .collect();
            let (function, names) = (self.called(id), names.join(", "));
            return Err(self.type_error(format!(
                "{function} got some positional-only arguments passed as keyword arguments: \
                 '{names}'"
            )));
        }
        if shape.double_star {
            slots[fixed + usize::from(shape.star)] = self.dict(others);
        }
        if positional.len() > wanted && !shape.star {
            return Err(self.too_many(id, shape, &defaults, positional.len(), &slots));
        }
        let first_default = wanted - defaults.len().min(wanted);
        for place in first_default..wanted {
            if slots[place].is_unbound() {
                slots[place] = defaults[place - first_default];
            }
        }
        for (slot, &wanted) in slots.iter_mut().zip(&code.slots).take(fixed).skip(wanted) {
            if slot.is_unbound() {
                let found = keyword_defaults.iter().find(|(name, _)| *name == wanted);
                *slot = found.map_or(Value::Unbound, |(_, value)| *value);
            }
        }
        self.check_missing(id, &code, &slots)?;
        let free = slots.len() - closure.len();
        for (offset, &cell) in closure.iter().enumerate() {
            slots[free + offset] = Value::Obj(cell);
        }
        Ok(slots)
    }

    /// A function as messages name it.
    fn called(&self, id: ObjId) -> String {
        let Object::Function(function) = self.heap.get(id) else {
            return String::new();
        };
        format!("{}()", self.function_qualname(function))
    }

    /// The full name of a function.
    pub fn function_qualname(&self, function: &Function) -> String {
        self.as_str(function.qualname)
            .unwrap_or(&function.code.qualname)
            .to_string()
    }

    fn too_many(
        &mut self,
        id: ObjId,
        shape: &Parameters,
        defaults: &Rc<[Value]>,
        given: usize,
        slots: &[Value],
    ) -> Exit {
        let wanted = usize::from(shape.positional);
        let keyword_only = &slots[wanted..wanted + usize::from(shape.keyword_only)];
        let named = keyword_only
            .iter()
            .filter(|value| !value.is_unbound())
            .count();
        let (takes, plural) = if defaults.is_empty() {
            (wanted.to_string(), wanted != 1)
        } else {
            (
                format!("from {} to {wanted}", wanted - defaults.len()),
                true,
            )
        };
        let s = |many: bool| if many { "s" } else { "" };
        let was = if named > 0 {
            format!(
                "{given} positional argument{} (and {named} keyword-only argument{}) were",
                s(given != 1),
                s(named != 1)
            )
        } else if given == 1 {
            "1 was".to_string()
        } else {
            format!("{given} were")
        };
        let function = self.called(id);
        self.type_error(format!(
            "{function} takes {takes} positional argument{} but {was} given",
            s(plural)
        ))
    }

    fn check_missing(&mut self, id: ObjId, code: &Code, slots: &[Value]) -> Outcome<()> {
        let wanted = usize::from(code.parameters.positional);
        let fixed = wanted + usize::from(code.parameters.keyword_only);
        for (range, kind) in [(0..wanted, "positional"), (wanted..fixed, "keyword-only")] {
            let missing: Vec<String> = range
                .filter(|&place| slots[place].is_unbound())
                .map(|place| format!("'{}'", self.names.text(code.slots[place])))
                .collect();
            if missing.is_empty() {
                continue;
            }
            let list = match missing.as_slice() {
                [one] => one.clone(),
                [one, two] => format!("{one} and {two}"),
                [all @ .., last] => format!("{}, and {last}", all.join(", ")),
                [] => String::new(),
            };
            let function = self.called(id);
            let s = if missing.len() == 1 { "" } else { "s" };
            return Err(self.type_error(format!(
                "{function} missing {} required {kind} argument{s}: {list}",
                missing.len()
            )));
        }
        Ok(())
    }
}
