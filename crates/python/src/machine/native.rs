//! Calls of functions that are written in Rust.

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::builtins::{self, Args, NativeId};
use crate::names::Name;
use crate::types;
use crate::values::Value;

/// So many arguments are handed to a builtin function without a detour.
const FEW: usize = 6;

impl Machine {
    pub(super) fn call_native(
        &mut self,
        native: NativeId,
        count: usize,
        then: Then,
    ) -> Outcome<()> {
        let place = self.thread.stack.len() - count - 1;
        self.call_native_at(place, native, count, then)
    }

    /// Calls a builtin function whose arguments are the last values on the stack, which
    /// is then cut back to a place.
    pub(super) fn call_native_at(
        &mut self,
        place: usize,
        native: NativeId,
        count: usize,
        then: Then,
    ) -> Outcome<()> {
        let first = self.thread.stack.len() - count;
        let result = if count <= FEW {
            let mut few = [Value::Unbound; FEW];
            few[..count].copy_from_slice(&self.thread.stack[first..]);
            self.thread.stack.truncate(place);
            self.run_native(native, &few[..count], &[])
        } else {
            let many = self.thread.stack.split_off(first);
            self.thread.stack.truncate(place);
            self.run_native(native, &many, &[])
        };
        self.native_result(result, then)
    }

    /// Goes on with what a builtin function has returned.
    pub fn native_result(&mut self, result: Outcome, then: Then) -> Outcome<()> {
        match result {
            Ok(value) if then == Then::Push => {
                self.push(value);
                Ok(())
            }
            Ok(value) => self.deliver(value, then),
            // The call in its place hands its result to the same place.
            Err(Exit::Call(count, Then::Push)) => Err(Exit::Call(count, then)),
            Err(Exit::Call(count, inner)) if then == Then::Push => Err(Exit::Call(count, inner)),
            Err(Exit::Call(count, inner)) => {
                self.hand_on(count, inner, then);
                Err(Exit::Call(count, inner))
            }
            Err(Exit::Block(operation)) => {
                self.thread.pending = then;
                Err(Exit::Block(operation))
            }
            Err(exit) => Err(exit),
        }
    }

    /// Runs a builtin function.
    pub fn run_native(
        &mut self,
        native: NativeId,
        positional: &[Value],
        named: &[(Name, Value)],
    ) -> Outcome {
        let definition = builtins::native(native);
        if !named.is_empty() {
            self.check_native_names(native, positional, named)?;
        }
        let count = positional.len();
        if count + named.len() < usize::from(definition.min)
            || (count > usize::from(definition.max) && definition.max != builtins::ANY)
        {
            return Err(self.wrong_count(native, count));
        }
        (definition.run)(self, &Args { positional, named })
    }

    fn check_native_names(
        &mut self,
        native: NativeId,
        positional: &[Value],
        named: &[(Name, Value)],
    ) -> Outcome<()> {
        let definition = builtins::native(native);
        let name = match definition.owner {
            Some(class) if definition.is_static => {
                let made = positional.first().copied().unwrap_or(Value::None);
                if !made.is(Value::Obj(class)) {
                    // What a subclass is given is for its own `__init__`.
                    return Ok(());
                }
                self.class(class).name.to_string()
            }
            Some(class) if definition.names.is_empty() => {
                format!("{}.{}", self.class(class).name, definition.name)
            }
            _ => definition
                .name
                .trim_start_matches('_')
                .replace("math_", "math."),
        };
        let is_method = usize::from(definition.owner.is_some());
        let given = positional.len() - is_method.min(positional.len());
        self.check_names(&name, definition.names, given, named)
    }

    /// Complains of arguments whose names a builtin function doesn't have among its own
    /// ([`Native::names`](builtins::Native::names)), or which it was given by their places.
    pub fn check_names(
        &mut self,
        function: &str,
        names: &str,
        given: usize,
        named: &[(Name, Value)],
    ) -> Outcome<()> {
        if names == builtins::ANY_NAMES || named.is_empty() {
            return Ok(());
        }
        if names.is_empty() {
            return Err(self.type_error(format!("{function}() takes no keyword arguments")));
        }
        let all: Vec<&str> = names.split(' ').collect();
        let with_place = all.iter().position(|&name| name == "*");
        let most = all.len() - usize::from(with_place.is_some());
        let count = given + named.len();
        if with_place != Some(0) && count > most {
            let s = if most == 1 { "" } else { "s" };
            let message = format!("{function}() takes at most {most} argument{s} ({count} given)");
            return Err(self.type_error(message));
        }
        for &(name, _) in named {
            let text = self.names.text(name);
            let place = all.iter().position(|&name| name == &*text && name != "_");
            let message = match place {
                None => format!("'{text}' is an invalid keyword argument for {function}()"),
                Some(place) if place < given.min(with_place.unwrap_or(usize::MAX)) => format!(
                    "argument for {function}() given by name ('{text}') and position ({})",
                    place + 1
                ),
                Some(_) => continue,
            };
            return Err(self.type_error(message));
        }
        Ok(())
    }

    fn wrong_count(&mut self, native: NativeId, count: usize) -> Exit {
        let definition = builtins::native(native);
        let is_method = usize::from(definition.owner.is_some());
        let (min, max) = (
            usize::from(definition.min).saturating_sub(is_method),
            usize::from(definition.max).saturating_sub(is_method),
        );
        if let (true, Some(class)) = (definition.is_static, definition.owner) {
            let name = self.class(class).name.clone();
            let count = count.saturating_sub(1);
            let word = if count < min { "at least" } else { "at most" };
            let limit = if count < min { min } else { max };
            let s = if limit == 1 { "" } else { "s" };
            return self.type_error(match class {
                types::INT | types::STR | types::BYTES | types::COMPLEX => {
                    format!("{name}() takes {word} {limit} argument{s} ({count} given)")
                }
                _ => format!("{name} expected {word} {limit} argument{s}, got {count}"),
            });
        }
        let name = match definition.owner {
            Some(class) => format!("{}.{}", self.class(class).name, definition.name),
            None => definition.name.to_string(),
        };
        if is_method == 1 && count == 0 {
            let class = definition
                .owner
                .map_or("object".into(), |c| self.class(c).name.clone());
            return self.type_error(format!(
                "unbound method {name}() needs an argument ({class})"
            ));
        }
        let count = count.saturating_sub(is_method);
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let message = match (min, max) {
            (0, 0) => format!("{name}() takes no arguments ({count} given)"),
            (1, 1) => format!("{name}() takes exactly one argument ({count} given)"),
            _ => {
                let name = definition.name;
                let (word, wanted) = match min {
                    _ if min == max => ("", min),
                    _ if count < min => ("at least ", min),
                    _ => ("at most ", max),
                };
                format!(
                    "{name} expected {word}{wanted} argument{}, got {count}",
                    plural(wanted)
                )
            }
        };
        self.type_error(message)
    }
}
