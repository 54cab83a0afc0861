//! Which argument goes to which parameter, and what is said if they don't fit.

use std::rc::Rc;

use super::exit::Exit;
use super::{Machine, Outcome};
use crate::code::{Code, Parameters};
use crate::names::Name;
use crate::values::dict::Dict;
use crate::values::function::Function;
use crate::values::{ObjId, Object, Value};

/// Functions with more parameters than these are rare.
const MOST: usize = 16;

impl Machine {
    /// Gives the arguments of a function, which are on the stack from a place on, to its
    /// parameters, whose values stand there then. Returns whether they fit: if not, or if
    /// they are many, nothing has changed.
    pub(super) fn fit(&mut self, id: ObjId, base: usize, names: &[Name]) -> bool {
        let Object::Function(function) = self.heap.get(id) else {
            return false;
        };
        let code = &function.code;
        let (wanted, star) = (
            usize::from(code.parameters.positional),
            code.parameters.star,
        );
        let fixed = wanted + usize::from(code.parameters.keyword_only);
        let arguments = &self.thread.stack[base..];
        let (positional, named) = arguments.split_at(arguments.len() - names.len());
        if fixed > MOST || (positional.len() > wanted && !star) {
            return false;
        }
        let mut slots = [Value::Unbound; MOST];
        let (first, rest) = positional.split_at(positional.len().min(wanted));
        slots[..first.len()].copy_from_slice(first);
        // Whether each of the first names is that of no parameter.
        let mut others = 0_u64;
        for (number, (&name, &value)) in names.iter().zip(named).enumerate() {
            let place = code.slots[..fixed].iter().position(|&slot| slot == name);
            match place {
                Some(place)
                    if place >= usize::from(code.parameters.positional_only)
                        && slots[place].is_unbound() =>
                {
                    slots[place] = value;
                }
                None if code.parameters.double_star && number < 64 => others |= 1 << number,
                _ => return false,
            }
        }
        let defaults = &function.defaults;
        let with_default = wanted - defaults.len().min(wanted)..wanted;
        for (slot, &value) in slots[with_default].iter_mut().zip(&**defaults) {
            if slot.is_unbound() {
                *slot = value;
            }
        }
        for (slot, name) in slots[wanted..fixed].iter_mut().zip(&code.slots[wanted..]) {
            if slot.is_unbound() {
                let mut all = function.keyword_defaults.iter();
                *slot = all.find(|entry| entry.0 == *name).map_or(*slot, |e| e.1);
            }
        }
        if slots[..fixed].iter().any(|slot| slot.is_unbound()) {
            return false;
        }
        let double_star = code.parameters.double_star;
        let rest: Option<Rc<[Value]>> = star.then(|| rest.into());
        let first_named = self.thread.stack.len() - names.len();
        let others = double_star.then(|| {
            let numbers = (0..names.len()).filter(|number| others >> number & 1 == 1);
            let mut dict = Dict::default();
            for number in numbers {
                self.add_argument(
                    &mut dict,
                    names[number],
                    self.thread.stack[first_named + number],
                );
            }
            self.dict(dict)
        });
        self.thread.stack.truncate(base);
        self.thread.stack.extend_from_slice(&slots[..fixed]);
        if let Some(rest) = rest {
            let rest = self.tuple(rest);
            self.push(rest);
        }
        self.thread.stack.extend(others);
        true
    }

    fn add_argument(&mut self, dict: &mut Dict, name: Name, value: Value) {
        let hash = self.names.value(name).hash();
        let key = self.name_text(name);
        dict.insert(hash, key, value);
    }

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
                _ if shape.double_star => self.add_argument(&mut others, name, value),
                _ if let Some(function) = self.passes_for_c(id) => {
                    let text = self.names.text(name);
                    let takes_none =
                        shape.keyword_only == 0 && usize::from(shape.positional_only) == wanted;
                    let message = if takes_none {
                        format!("{function}() takes no keyword arguments")
                    } else {
                        // What sorts is the method of the list that is made.
                        let name = &*code.name;
                        let function = if name == "sorted" { "sort" } else { name };
                        format!("'{text}' is an invalid keyword argument for {function}()")
                    };
                    return Err(self.type_error(message));
                }
                Some(_) => wrong_positional.push(name),
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

    /// The name of a function of the library's that is written in C in CPython.
    fn passes_for_c(&self, id: ObjId) -> Option<String> {
        let Object::Function(function) = self.heap.get(id) else {
            return None;
        };
        let code = &function.code;
        if !code.is_library || code.name.starts_with('_') || code.name != code.qualname {
            return None;
        }
        match &*self.module(function.globals).name {
            "builtins" | "_natives" => Some(code.name.to_string()),
            module @ ("time" | "math" | "itertools" | "_functools" | "sys") => {
                Some(format!("{module}.{}", code.name))
            }
            _ => None,
        }
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
