//! Modules as scripts that load nothing: for the one file, and for its workers.
//!
//! All modules share one scope, in which each name that would mean two things is
//! told apart by its module's number; what was imported is then simply named.
//! Nothing is wrapped or looked up, and the minifier sees one program. An import map
//! of data: or blob: addresses would need less here, but a policy may forbid these,
//! and workers have no import maps: their scripts have to be bundled in any case.
//!
//! What would be loaded while the page runs becomes a call of a function that the
//! module [`RUNTIME`] exports; that says which. A second wasm file and the script of a worker come along
//! by being named as any module names them, `new URL("worker.js", import.meta.url)`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use oxc_allocator::{Allocator, TakeIn};
use oxc_ast::ast::{Expression, NewExpression, Program, Statement};
use oxc_ast::{AstBuilder, NONE};
use oxc_ast_visit::{VisitMut, walk_mut};
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_parser::{Parser, ParserReturn};
use oxc_semantic::{Scoping, SemanticBuilder};
use oxc_span::SourceType;
use oxc_syntax::module_record::{
    ExportExportName, ExportImportName, ImportImportName, ModuleRecord,
};

use crate::loads::{file_beside_module, literal, resolve};
use crate::minify;

/// What modules do when they load something in a bundle.
pub const RUNTIME: &str = "standalone/site.js";

/// Modules in whose place others stand in a bundle.
const REPLACED: [(&str, &str); 1] = [("site.js", RUNTIME)];

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
    let modules = read_all(folder, entry)?;
    for (_, module) in optional {
        if !modules.contains_key(*module) {
            bail!("nothing imports {module}");
        }
    }
    let names = final_names(&modules)?;
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
            code.push_str(&modules[member].print(&names)?);
            code.push_str(";\n");
            files.extend(modules[member].files.iter().cloned());
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

/// A module as it was read, by the names that its text has.
struct Module {
    name: String,
    source: String,
    /// The modules that it imports, in the order in which they run.
    imports: Vec<String>,
    /// The modules that it imports when they are wanted.
    wanted: BTreeSet<String>,
    files: BTreeSet<String>,
    /// What it imports: the module and its export, by the local name.
    imported: HashMap<String, (String, String)>,
    /// Its exports.
    exported: BTreeMap<String, Export>,
    /// Every name that occurs, in whatever scope, and every global that it uses.
    all_names: BTreeSet<String>,
    /// The names of its own outermost scope, without those that it imports.
    own_names: BTreeSet<String>,
    /// Whether somebody imports it when it is wanted.
    is_wanted: bool,
}

enum Export {
    Local(String),
    From(String, String),
}

/// The name in the bundle, by module and local name.
type Names = HashMap<(String, String), String>;

/// Reads `entry`, the runtime, and everything that they import.
fn read_all(folder: &Path, entry: &str) -> Result<BTreeMap<String, Module>> {
    let mut modules: BTreeMap<String, Module> = BTreeMap::new();
    let mut open = vec![entry.to_owned(), RUNTIME.to_owned()];
    let mut all_wanted = BTreeSet::new();
    while let Some(name) = open.pop() {
        if modules.contains_key(&name) {
            continue;
        }
        let path = folder.join(&name);
        let source = fs::read_to_string(&path)
            .with_context(|| format!("could not read {}", path.display()))?;
        let module = Module::read(name.clone(), source)
            .with_context(|| format!("could not bundle {name}"))?;
        open.extend(module.imports.iter().chain(&module.wanted).cloned());
        all_wanted.extend(module.wanted.iter().cloned());
        modules.insert(name, module);
    }
    for name in all_wanted {
        modules.get_mut(&name).expect("it has been read").is_wanted = true;
    }
    Ok(modules)
}

impl Module {
    fn read(name: String, source: String) -> Result<Self> {
        let allocator = Allocator::default();
        let ParserReturn {
            mut program,
            module_record,
            ..
        } = parse(&allocator, &source)?;
        let target = |reference: &str| local(&name, reference);
        let (imported, exported) = bindings(&module_record, target)?;
        let mut requests: Vec<_> = module_record
            .requested_modules
            .iter()
            .filter_map(|(request, places)| Some((places.first()?.span.start, request)))
            .collect();
        requests.sort_unstable_by_key(|(start, _)| *start);
        let imports = requests
            .into_iter()
            .map(|(_, request)| target(request))
            .collect::<Result<_>>()?;
        let scoping = scoping(&program);
        let all_names = scoping
            .symbol_names()
            .chain(scoping.root_unresolved_references().keys().copied())
            .map(str::to_owned)
            .collect();
        let own_names = scoping
            .iter_bindings_in(scoping.root_scope_id())
            .map(|symbol| scoping.symbol_name(symbol).to_owned())
            .filter(|local| !imported.contains_key(local))
            .collect();
        let mut loads = Loads::new(&allocator, &name, Runtime::default());
        loads.visit_program(&mut program);
        let Loads { wanted, files, .. } = loads.checked()?;
        Ok(Self {
            imports,
            wanted,
            files,
            imported,
            exported,
            all_names,
            own_names,
            is_wanted: false,
            name,
            source,
        })
    }

    /// The module as a part of the common scope.
    fn print(&self, names: &Names) -> Result<String> {
        let allocator = Allocator::default();
        let mut program = parse(&allocator, &self.source)?.program;
        let mut scoping = scoping(&program);
        let symbols: Vec<_> = scoping.iter_bindings_in(scoping.root_scope_id()).collect();
        for symbol in symbols {
            let key = (self.name.clone(), scoping.symbol_name(symbol).to_owned());
            scoping.set_symbol_name(symbol, &names[&key]);
        }
        let runtime = Runtime::new(names);
        Loads::new(&allocator, &self.name, runtime).visit_program(&mut program);
        unwrap_exports(&allocator, &mut program)?;
        let mut code = Codegen::new()
            .with_options(CodegenOptions::minify())
            .with_scoping(Some(scoping))
            .build(&program)
            .code;
        if self.is_wanted {
            let exports: Vec<_> = self
                .exported
                .iter()
                .map(|(name, export)| match export {
                    Export::Local(local) => Ok(format!(
                        "{name}:{}",
                        names[&(self.name.clone(), local.clone())]
                    )),
                    Export::From(..) => bail!(
                        "{} passes {name} on, and is loaded when it is wanted",
                        self.name
                    ),
                })
                .collect::<Result<_>>()?;
            let provide = &names[&(RUNTIME.to_owned(), "provide".to_owned())];
            code.push_str(&format!(
                ";{provide}({:?},{{{}}})",
                self.name,
                exports.join(",")
            ));
        }
        Ok(code)
    }
}

fn parse<'a>(allocator: &'a Allocator, source: &'a str) -> Result<ParserReturn<'a>> {
    let parsed = Parser::new(allocator, source, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.first() {
        bail!("invalid module: {error}");
    }
    Ok(parsed)
}

fn scoping(program: &Program) -> Scoping {
    SemanticBuilder::new()
        .build(program)
        .semantic
        .into_scoping()
}

/// The module that `reference` means in the module `from`.
fn local(from: &str, reference: &str) -> Result<String> {
    let Some(name) = resolve(from, reference) else {
        bail!("{reference} is not in the site");
    };
    let replaced = REPLACED.iter().find(|(before, _)| *before == name);
    Ok(replaced.map_or(name, |(_, after)| (*after).to_owned()))
}

type Bindings = (HashMap<String, (String, String)>, BTreeMap<String, Export>);

/// What a module imports and exports.
fn bindings(record: &ModuleRecord, target: impl Fn(&str) -> Result<String>) -> Result<Bindings> {
    let mut imported = HashMap::new();
    for entry in &record.import_entries {
        let name = match &entry.import_name {
            ImportImportName::Name(name) => name.name.to_string(),
            ImportImportName::Default(_) => "default".to_owned(),
            ImportImportName::NamespaceObject => bail!("`import * as` can't be bundled"),
        };
        let module = target(&entry.module_request.name)?;
        imported.insert(entry.local_name.name.to_string(), (module, name));
    }
    let mut exported = BTreeMap::new();
    for entry in record
        .local_export_entries
        .iter()
        .chain(&record.indirect_export_entries)
    {
        let export_name = match &entry.export_name {
            ExportExportName::Name(name) => name.name.to_string(),
            _ => bail!("`export default` can't be bundled, but `export {{name as default}}`"),
        };
        let export = match (
            &entry.module_request,
            &entry.import_name,
            entry.local_name.name(),
        ) {
            (Some(request), ExportImportName::Name(name), _) => {
                Export::From(target(&request.name)?, name.name.to_string())
            }
            (None, _, Some(local)) => match imported.get(local.as_str()) {
                Some((module, name)) => Export::From(module.clone(), name.clone()),
                None => Export::Local(local.to_string()),
            },
            _ => bail!("the export `{export_name}` can't be bundled"),
        };
        exported.insert(export_name, export);
    }
    if !record.star_export_entries.is_empty() {
        bail!("`export *` can't be bundled");
    }
    Ok((imported, exported))
}

/// Leaves what is exported, without the word, and takes the imports away.
fn unwrap_exports<'a>(allocator: &'a Allocator, program: &mut Program<'a>) -> Result<()> {
    let ast = AstBuilder::new(allocator);
    let mut body = ast.vec();
    for statement in program.body.take_in(allocator) {
        match statement {
            Statement::ImportDeclaration(_) => {}
            Statement::ExportNamedDeclaration(mut export) => {
                body.extend(export.declaration.take().map(Statement::from));
            }
            other => body.push(other),
        }
    }
    program.body = body;
    Ok(())
}

/// Gives each name of an outermost scope one that means nothing else anywhere.
fn final_names(modules: &BTreeMap<String, Module>) -> Result<Names> {
    let mut users: HashMap<&str, usize> = HashMap::new();
    for name in modules.values().flat_map(|module| &module.all_names) {
        *users.entry(name).or_default() += 1;
    }
    let mut names = Names::new();
    for (number, module) in modules.values().enumerate() {
        for local in &module.own_names {
            let mut name = local.clone();
            if users[local.as_str()] > 1 {
                name.push_str(&format!("_{number}"));
                while users.contains_key(name.as_str()) {
                    name.push('_');
                }
            }
            names.insert((module.name.clone(), local.clone()), name);
        }
    }
    for module in modules.values() {
        for (local, (from, export)) in &module.imported {
            let name = find(modules, &names, from, export)?;
            names.insert((module.name.clone(), local.clone()), name);
        }
    }
    Ok(names)
}

/// The name in the bundle of what a module exports.
fn find(
    modules: &BTreeMap<String, Module>,
    names: &Names,
    module: &str,
    export: &str,
) -> Result<String> {
    match modules[module].exported.get(export) {
        Some(Export::Local(local)) => Ok(names[&(module.to_owned(), local.clone())].clone()),
        Some(Export::From(next, name)) => find(modules, names, next, name),
        None => bail!("{module} doesn't export {export}"),
    }
}

/// Which modules are in which part, in the order in which they run.
fn parts_of(
    modules: &BTreeMap<String, Module>,
    name: &str,
    entry: &str,
    optional: &[(&str, &str)],
) -> Vec<(String, Vec<String>)> {
    let roots: BTreeSet<&str> = optional.iter().map(|(_, module)| *module).collect();
    let mut first = Vec::new();
    for start in [RUNTIME, entry] {
        collect(modules, start, &roots, &[], &mut first);
    }
    // What two parts need has to be in the first.
    let mut needed: HashMap<String, usize> = HashMap::new();
    for (_, module) in optional {
        let mut members = Vec::new();
        collect(modules, module, &roots, &first, &mut members);
        for member in members {
            *needed.entry(member).or_default() += 1;
        }
    }
    let mut shared: Vec<_> = needed.into_iter().filter(|(_, parts)| *parts > 1).collect();
    shared.sort();
    for (module, _) in shared {
        collect(modules, &module, &roots, &[], &mut first);
    }
    let mut parts = vec![(name.to_owned(), first.clone())];
    for (name, module) in optional {
        let mut members = Vec::new();
        collect(modules, module, &roots, &first, &mut members);
        parts.push(((*name).to_owned(), members));
    }
    parts
}

/// Appends `start` to `members`, after what it imports and before what it may want.
fn collect(
    modules: &BTreeMap<String, Module>,
    start: &str,
    roots: &BTreeSet<&str>,
    elsewhere: &[String],
    members: &mut Vec<String>,
) {
    let known = |members: &[String], name: &str| {
        members.iter().chain(elsewhere).any(|member| member == name)
    };
    if known(members, start) {
        return;
    }
    let module = &modules[start];
    for import in &module.imports {
        collect(modules, import, roots, elsewhere, members);
    }
    // Modules that import each other have come this way already.
    if known(members, start) {
        return;
    }
    members.push(start.to_owned());
    for wanted in &module.wanted {
        if !roots.contains(wanted.as_str()) {
            collect(modules, wanted, roots, elsewhere, members);
        }
    }
}

/// The names in the bundle of the runtime's functions.
#[derive(Default)]
struct Runtime {
    part: String,
    file: String,
}

impl Runtime {
    fn new(names: &Names) -> Self {
        let [part, file] =
            ["part", "file"].map(|local| names[&(RUNTIME.to_owned(), local.to_owned())].clone());
        Self { part, file }
    }
}

/// Replaces what loads something by calls of the runtime.
struct Loads<'a, 'n> {
    ast: AstBuilder<'a>,
    module: &'n str,
    runtime: Runtime,
    wanted: BTreeSet<String>,
    files: BTreeSet<String>,
    problem: Option<String>,
}

impl<'a, 'n> Loads<'a, 'n> {
    fn new(allocator: &'a Allocator, module: &'n str, runtime: Runtime) -> Self {
        Self {
            ast: AstBuilder::new(allocator),
            module,
            runtime,
            wanted: BTreeSet::new(),
            files: BTreeSet::new(),
            problem: None,
        }
    }

    fn checked(self) -> Result<Self> {
        match self.problem {
            Some(problem) => bail!(problem),
            None => Ok(self),
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
                match literal(&import.source).and_then(|name| local(self.module, &name).ok()) {
                    Some(name) => {
                        *it = self.call(&self.runtime.part, &name);
                        self.wanted.insert(name);
                    }
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
                    Some(name) => {
                        *it = self.call(&self.runtime.file, &name);
                        self.files.insert(name);
                    }
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
    use super::*;

    const SITE: &str = "export const part = (name) => name;
        export const file = (name) => name;
        export const provide = () => {};";

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
        for call in ["=2", "(`late.js`,{create:", "(`b.wasm`)"] {
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
