//! Modules: those of the library are Python code of our own, which runs when they
//! are first imported.

use std::rc::Rc;

use super::exit::Exit;
use super::frame::Then;
use super::{Machine, Outcome};
use crate::compile::{Wanted, compile};
use crate::modules;
use crate::names::Name;
use crate::source::Source;
use crate::types;
use crate::values::{ObjId, Object, Value};

impl Machine {
    /// `Import`: pushes a module, or the package that it is in.
    pub fn import_instr(&mut self, name: Name, is_from: bool) -> Outcome<()> {
        let text = self.names.text(name);
        // `import a.b` needs both; the first is what the name then means.
        let mut missing = None;
        let mut path = String::new();
        for part in text.split('.') {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(part);
            let part_name = self.names.name(&path);
            if !self.modules.contains_key(&part_name) {
                missing = Some(path.clone());
                break;
            }
        }
        if let Some(missing) = missing {
            // The module's body runs first, and then this instruction again.
            return Err(self.load_and_retry(&missing));
        }
        let wanted = if is_from {
            name
        } else {
            self.names.name(text.split('.').next().unwrap_or_default())
        };
        let module = self.modules[&wanted];
        self.push(Value::Obj(module));
        Ok(())
    }

    fn load_and_retry(&mut self, path: &str) -> Exit {
        let importer = self.thread.frames.len().wrapping_sub(1);
        let exit = self.load_module(path);
        if let (Exit::Switch, Some(frame)) = (&exit, self.thread.frames.get_mut(importer)) {
            frame.pc -= 1;
        }
        exit
    }

    fn load_module(&mut self, path: &str) -> Exit {
        let Some(source) = modules::source(path) else {
            let message = match path.rsplit_once('.') {
                Some((package, _)) if modules::source(package).is_some() => {
                    format!("No module named '{path}'; '{package}' is not a package")
                }
                _ => format!("No module named '{path}'"),
            };
            let exit = self.error(types::MODULE_NOT_FOUND_ERROR, message);
            let name = self.text(path);
            self.tell(&exit, "name", name);
            return exit;
        };
        let module = self.new_module(path, true);
        let name = self.names.name(path);
        self.modules.insert(name, module);
        if let Some((package, last)) = path.rsplit_once('.') {
            let package = self.names.name(package);
            if let Some(&package) = self.modules.get(&package) {
                let last = self.names.name(last);
                self.module_mut(package)
                    .namespace
                    .set(last, Value::Obj(module));
            }
        }
        match self.run_library(path, &source, module) {
            Exit::Switch => {
                if let Some(frame) = self.thread.frames.last_mut() {
                    frame.then = Then::Drop;
                }
                Exit::Switch
            }
            exit => exit,
        }
    }

    /// Begins to run source of the library in a module.
    pub fn run_library(&mut self, name: &str, source: &str, module: ObjId) -> Exit {
        let source = Rc::new(Source::new(&format!("<{name}>"), source));
        match compile(&source, Wanted::Module, &self.names, true) {
            Ok(code) => {
                let code = self.link(&code);
                self.run_code(code, module, None, Then::Drop)
            }
            Err(error) => {
                let message = format!("{name}: line {}: {}", error.line, error.message);
                self.error(types::SYSTEM_ERROR, message)
            }
        }
    }

    /// `ImportFrom`
    pub fn import_from_instr(&mut self, name: Name) -> Outcome<()> {
        let module = self.top();
        if let Value::Obj(id) = module
            && let Object::Module(definition) = self.heap.get(id)
        {
            if let Some(value) = definition.namespace.get(name) {
                self.push(value);
                return Ok(());
            }
            // A module inside a package may not have been imported yet.
            let package = definition.name.clone();
            let text = self.names.text(name);
            let path = format!("{package}.{text}");
            if modules::source(&path).is_some() {
                return Err(self.load_and_retry(&path));
            }
            let place = if &*package == "__main__" {
                "program.py"
            } else {
                "unknown location"
            };
            let message = format!("cannot import name '{text}' from '{package}' ({place})");
            let exit = self.error(types::IMPORT_ERROR, message);
            let name = self.text(&*package);
            self.tell(&exit, "name", name);
            return Err(exit);
        }
        let value = self.get_attr(module, name)?;
        self.push(value);
        Ok(())
    }

    /// `ImportAll`
    pub fn import_all_instr(&mut self) {
        let module = self.pop();
        let Value::Obj(id) = module else { return };
        let Some(namespace) = self.view_of(id) else {
            return;
        };
        let all = namespace.get(Name::ALL);
        let wanted: Option<Vec<String>> = all.and_then(|all| {
            let names = self.as_sequence(all)?.iter();
            Some(
                names
                    .filter_map(|&name| Some(self.as_str(name)?.to_string()))
                    .collect(),
            )
        });
        let entries: Vec<(Name, Value)> = namespace
            .iter()
            .filter(|(name, _)| {
                let text = self.names.text(*name);
                match &wanted {
                    Some(names) => names.iter().any(|name| **name == *text),
                    None => !text.starts_with('_'),
                }
            })
            .collect();
        let globals = self
            .thread
            .frames
            .last()
            .map_or(self.builtins, |frame| frame.globals);
        for (name, value) in entries {
            self.module_mut(globals).namespace.set(name, value);
        }
    }
}
