//! Modules as scripts that load nothing: for the one file, and for its workers.
//!
//! An import map of data: or blob: addresses would need less here, but a policy may
//! forbid these, and workers have no import maps: their scripts have to be bundled in
//! any case.
//!
//! What would be loaded while the page runs becomes a call of a function that the
//! module [`RUNTIME`] exports; that says which. A second wasm file and the script of a
//! worker come along by being named as any module names them,
//! `new URL("worker.js", import.meta.url)`.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use anyhow::{Context, Result, bail};
use oxc_allocator::Allocator;
use oxc_ast::ast::{Expression, NewExpression, Program};
use oxc_ast::{AstBuilder, NONE};
use oxc_ast_visit::{VisitMut, walk_mut};

use crate::loads::{file_beside_module, literal, resolve};
use crate::minify;
use crate::modules::{Module, Modules, Names, Replaced, target};

/// What modules do when they load something in a bundle.
pub const RUNTIME: &str = "standalone/site.js";

/// Modules in whose place others stand in a bundle.
const REPLACED: &Replaced = &[("site.js", RUNTIME)];

/// Scripts that can be left out, but for the first, which goes before the others.
pub struct Part {
    pub name: String,
    pub code: String,
    /// The files beside the modules, by their names from the site's root.
    pub files: BTreeSet<String>,
}

/// Bundles the module `entry` and all that it imports.
///
/// The first part has `name`. Each of `optional`, a name and a module that is
/// imported when it is wanted, is a part of its own, with what it alone imports.
pub fn bundle(
    folder: &Path,
    name: &str,
    entry: &str,
    optional: &[(&str, &str)],
) -> Result<Vec<Part>> {
    let modules = Modules::read(folder, &[entry, RUNTIME], REPLACED)?;
    for (_, module) in optional {
        if modules.get(module).is_none() {
            bail!("nothing imports {module}");
        }
    }
    let names = Names::new(&modules)?;
    let mut code = String::new();
    let mut parts = Vec::new();
    for (number, (name, members)) in parts_of(&modules, name, entry, optional)
        .into_iter()
        .enumerate()
    {
        if number > 0 {
            // Where to cut, after the minifier has seen all of them together.
            code.push_str(&format!("{};\n", border(number)));
        }
        let mut files = BTreeSet::new();
        for member in &members {
            let module = modules.get(member).expect("it has been read");
            code.push_str(&script(&modules, module, &names)?);
            code.push_str(";\n");
            files.extend(module.files.iter().cloned());
        }
        parts.push(Part {
            name,
            code: String::new(),
            files,
        });
    }
    let mut rest = minify::script(Path::new(entry), &code)?;
    for number in (1..parts.len()).rev() {
        let at = rest
            .find(&border(number))
            .context("the minifier has lost a part")?;
        parts[number].code = rest[at + border(number).len()..]
            .trim_start_matches(';')
            .to_owned();
        rest.truncate(at);
    }
    parts[0].code = rest;
    for part in &mut parts {
        // They are put together again, and some may be missing then.
        part.code.push('\n');
    }
    Ok(parts)
}

/// A statement that no module contains.
fn border(part: usize) -> String {
    format!("__part{part}__")
}

/// The module as a part of the common scope, in which it loads nothing.
fn script(modules: &Modules, module: &Module, names: &Names) -> Result<String> {
    let runtime = Runtime::new(names);
    let mut problem = None;
    let mut code = module.print(names, |allocator, program: &mut Program| {
        let mut loads = Loads::new(allocator, &module.name, runtime);
        loads.visit_program(program);
        problem = loads.problem;
    })?;
    if let Some(problem) = problem {
        bail!("could not bundle {}: {problem}", module.name);
    }
    if modules
        .iter()
        .any(|other| other.wanted.contains(&module.name))
    {
        let exports: Vec<_> = modules
            .exports(&module.name)?
            .into_iter()
            .map(|(name, from, local)| format!("{name}:{}", names.of(from, local)))
            .collect();
        let provide = names.of(RUNTIME, "provide");
        let exports = exports.join(",");
        code.push_str(&format!(";{provide}({:?},{{{exports}}})", module.name));
    }
    Ok(code)
}

/// Which modules are in which part, in the order in which they run.
fn parts_of<'a>(
    modules: &'a Modules,
    name: &str,
    entry: &str,
    optional: &[(&str, &str)],
) -> Vec<(String, Vec<&'a str>)> {
    let comes_along = |module: &str| optional.iter().all(|(_, root)| *root != module);
    let mut first = Vec::new();
    for start in [RUNTIME, entry] {
        modules.collect(start, &comes_along, &mut first);
    }
    let members_of = |module: &str, first: &[&'a str]| {
        let mut members = first.to_vec();
        modules.collect(module, &comes_along, &mut members);
        members.split_off(first.len())
    };
    // What two parts need has to be in the first.
    let mut needed: HashMap<&str, usize> = HashMap::new();
    for (_, module) in optional {
        for member in members_of(module, &first) {
            *needed.entry(member).or_default() += 1;
        }
    }
    let mut shared: Vec<_> = needed.into_iter().filter(|(_, parts)| *parts > 1).collect();
    shared.sort_unstable();
    for (module, _) in shared {
        modules.collect(module, &comes_along, &mut first);
    }
    let parts = optional
        .iter()
        .map(|(name, module)| ((*name).to_owned(), members_of(module, &first)));
    std::iter::once((name.to_owned(), first.clone()))
        .chain(parts)
        .collect()
}

/// The names in the bundle of the runtime's functions.
struct Runtime {
    part: String,
    file: String,
}

impl Runtime {
    fn new(names: &Names) -> Self {
        let [part, file] = ["part", "file"].map(|local| names.of(RUNTIME, local).to_owned());
        Self { part, file }
    }
}

/// Replaces what loads something by calls of the runtime.
struct Loads<'a, 'n> {
    ast: AstBuilder<'a>,
    module: &'n str,
    runtime: Runtime,
    problem: Option<String>,
}

impl<'a, 'n> Loads<'a, 'n> {
    fn new(allocator: &'a Allocator, module: &'n str, runtime: Runtime) -> Self {
        Self {
            ast: AstBuilder::new(allocator),
            module,
            runtime,
            problem: None,
        }
    }

    fn call(&self, function: &str, argument: &str) -> Expression<'a> {
        let ast = self.ast;
        let span = Default::default();
        let argument = ast.expression_string_literal(span, ast.atom(argument), None);
        let callee = ast.expression_identifier(span, ast.atom(function));
        ast.expression_call(span, callee, NONE, ast.vec1(argument.into()), false)
    }
}

/// Whether a worker is made of a script beside the module.
fn is_worker(new: &NewExpression) -> bool {
    matches!(&new.callee, Expression::Identifier(callee) if callee.name == "Worker")
        && matches!(
            new.arguments.first().and_then(|script| script.as_expression()),
            Some(Expression::NewExpression(script)) if file_beside_module(script).is_some()
        )
}

impl<'a> VisitMut<'a> for Loads<'a, '_> {
    fn visit_expression(&mut self, it: &mut Expression<'a>) {
        match it {
            Expression::ImportExpression(import) => {
                let name = literal(&import.source);
                match name.and_then(|name| target(self.module, &name, REPLACED)) {
                    Some(name) => *it = self.call(&self.runtime.part, &name),
                    None => self.problem = Some("it imports what isn't in the site".into()),
                }
            }
            Expression::NewExpression(new) if is_worker(new) => {
                // A classic one: Chromium starts no other from a script that a page
                // from file: has made. The bundle of its module can be that.
                new.arguments.truncate(1);
                walk_mut::walk_expression(self, it);
            }
            Expression::NewExpression(new) => match file_beside_module(new) {
                Some(name) => match resolve(self.module, &name) {
                    Some(name) => *it = self.call(&self.runtime.file, &name),
                    None => self.problem = Some(format!("{name} isn't in the site")),
                },
                None => walk_mut::walk_expression(self, it),
            },
            Expression::MetaProperty(_) => {
                self.problem = Some("it uses `import.meta` for more than files beside it".into());
            }
            _ => walk_mut::walk_expression(self, it),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    // Functions that did nothing would be gone.
    const SITE: &str = "export const part = (name) => log(name);
        export const file = (name) => log(name);
        export const provide = (...exports) => log(exports);";

    /// Bundles `a.js` of a site of these modules, with `late.js`, if it is there, as a part of its own.
    fn check(modules: &[(&str, &str)]) -> Result<Vec<Part>> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("standalone"))?;
        for (name, source) in [(RUNTIME, SITE)].iter().chain(modules) {
            fs::write(folder.path().join(name), source)?;
        }
        let optional = [("second", "late.js")];
        let there = modules.iter().any(|(name, _)| *name == "late.js");
        bundle(
            folder.path(),
            "first",
            "a.js",
            if there { &optional } else { &[] },
        )
    }

    fn problem(source: &str) -> String {
        let result = check(&[("a.js", source), ("b.js", "export const x = 1;")]);
        format!("{:#}", result.err().expect("it can't be bundled"))
    }

    #[test]
    fn names_that_modules_share_are_told_apart() {
        let parts = check(&[
            ("a.js", "import { x as y } from './b.js'; const x = 1; export class Same {} log(x, y, { y }, Same);"),
            ("b.js", "import { Same as Other } from './c.js'; export { x }; const x = (Same) => [Same, Other];"),
            ("c.js", "export class Same {}; export { Same as default };"),
        ])
        .unwrap();
        let code = &parts[0].code;
        assert!(
            !code.contains("import") && !code.contains("export"),
            "{code}"
        );
        // The runtime, then what is imported before what imports it.
        let classes: Vec<_> = code.match_indices("class Same_").collect();
        assert_eq!(classes.len(), 2, "{code}");
        assert!(code.contains("y:"), "{code}");
    }

    #[test]
    fn what_is_loaded_is_asked_of_the_runtime() {
        let parts = check(&[
            (
                "a.js",
                "import('./late.js'); import('./soon.js');
                    new Worker(new URL('worker.js', import.meta.url), { type: 'module' });",
            ),
            ("soon.js", "export const styles = 1;"),
            (
                "late.js",
                "import { only } from './only.js'; export const create = only; new URL(`b.wasm`, import.meta.url);",
            ),
            ("only.js", "export const only = 2;"),
        ])
        .unwrap();
        let [first, second] = parts.as_slice() else {
            panic!("two parts");
        };
        for call in [
            "(`late.js`)",
            "(`soon.js`)",
            "(`soon.js`,{styles:",
            "(`worker.js`)",
        ] {
            assert!(first.code.contains(call), "{call} in {}", first.code);
        }
        assert!(!first.code.contains('2'), "{}", first.code);
        for call in ["(`late.js`,{create:2})", "(`b.wasm`)"] {
            assert!(second.code.contains(call), "{call} in {}", second.code);
        }
        assert!(!first.code.contains("type"), "{}", first.code);
        assert!(first.files.contains("worker.js") && second.files.contains("b.wasm"));
        assert!(!second.code.contains("__"), "{}", second.code);
    }

    #[test]
    fn what_cannot_be_bundled_is_an_error() {
        for (source, message) in [
            ("import * as b from './b.js';", "import * as"),
            ("import { y } from './b.js';", "b.js doesn't export y"),
            ("export * from './b.js';", "export *"),
            ("export default 1;", "export default"),
            ("import(name);", "what isn't in the site"),
            ("log(import.meta.url);", "import.meta"),
            ("import 'https://example.org/a.js';", "is not in the site"),
            ("import './none.js';", "could not read"),
            ("let = ;", "invalid module"),
        ] {
            let problem = problem(source);
            assert!(problem.contains(message), "{source}: {problem}");
        }
    }
}
