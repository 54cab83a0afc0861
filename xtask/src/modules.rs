//! The modules of the site as they are read, and the one scope in which several can
//! be put together.
//!
//! In that scope each name that would mean two things is told apart by its module's
//! number; what was imported is then simply named. Nothing is wrapped or looked up,
//! and the minifier sees one program.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use oxc_allocator::{Allocator, TakeIn};
use oxc_ast::AstBuilder;
use oxc_ast::ast::{ImportExpression, NewExpression, Program, Statement};
use oxc_ast_visit::{Visit, walk};
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_parser::{Parser, ParserReturn};
use oxc_semantic::{Scoping, SemanticBuilder};
use oxc_span::SourceType;
use oxc_syntax::module_record::{
    ExportExportName, ExportImportName, ImportImportName, ModuleRecord,
};

use crate::loads::{file_beside_module, literal, resolve};

/// Modules in whose place others stand, by their names.
pub type Replaced = [(&'static str, &'static str)];

/// A module as it was read, by the names that its text has.
pub struct Module {
    pub name: String,
    source: String,
    /// The modules that it imports, in the order in which they run.
    pub imports: Vec<String>,
    /// The modules that it imports when they are wanted.
    pub wanted: BTreeSet<String>,
    /// The files beside it that it names.
    pub files: BTreeSet<String>,
    /// What it imports: the module and its export, by the local name.
    imported: BTreeMap<String, (String, String)>,
    /// Its exports.
    exported: BTreeMap<String, Export>,
    /// Every name that occurs, in whatever scope, and every global that it uses.
    all_names: BTreeSet<String>,
    /// The names of its own outermost scope, without those that it imports.
    own_names: BTreeSet<String>,
}

enum Export {
    Local(String),
    From(String, String),
}

/// Modules that know of each other, by their names from the site's root.
pub struct Modules(BTreeMap<String, Module>);

impl Modules {
    /// Reads `entries` and everything that they import, at once or when it is wanted.
    pub fn read(folder: &Path, entries: &[&str], replaced: &Replaced) -> Result<Self> {
        let mut modules = BTreeMap::new();
        let mut open: Vec<_> = entries.iter().map(|entry| (*entry).to_owned()).collect();
        while let Some(name) = open.pop() {
            if modules.contains_key(&name) {
                continue;
            }
            let path = folder.join(&name);
            let source = fs::read_to_string(&path)
                .with_context(|| format!("could not read {}", path.display()))?;
            let module = Module::read(name.clone(), source, replaced)
                .with_context(|| format!("could not bundle {name}"))?;
            open.extend(module.imports.iter().chain(&module.wanted).cloned());
            modules.insert(name, module);
        }
        Ok(Self(modules))
    }

    pub fn get(&self, name: &str) -> Option<&Module> {
        self.0.get(name)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Module> {
        self.0.values()
    }

    /// The module, and its local name there, of what `module` exports.
    pub fn origin<'a>(&'a self, module: &'a str, export: &str) -> Result<(&'a str, &'a str)> {
        match self.0[module].exported.get(export) {
            Some(Export::Local(local)) => Ok((module, local)),
            Some(Export::From(next, name)) => self.origin(next, name),
            None => bail!("{module} doesn't export {export}"),
        }
    }

    /// What `module` exports: each name, the module that it comes from and its name there.
    pub fn exports<'a>(&'a self, module: &'a str) -> Result<Vec<(&'a str, &'a str, &'a str)>> {
        let names = self.0[module].exported.keys();
        names
            .map(|name| {
                let (from, local) = self.origin(module, name)?;
                Ok((name.as_str(), from, local))
            })
            .collect()
    }

    /// What `module` imports: the modules that it comes from and its names there.
    pub fn imported<'a>(&'a self, module: &'a str) -> Result<Vec<(&'a str, &'a str)>> {
        let imported = self.0[module].imported.values();
        imported
            .map(|(from, export)| self.origin(from, export))
            .collect()
    }

    /// `start` and all that it imports, each after what it imports itself.
    pub fn closure(&self, start: &str) -> Vec<&str> {
        let mut closure = Vec::new();
        self.collect(start, &|_| false, &mut closure);
        closure
    }

    /// Appends to `members` those of the closure of `start` that aren't there, and after
    /// a module those of what it may want, where `comes_along` says so.
    pub fn collect<'a>(
        &'a self,
        start: &str,
        comes_along: &dyn Fn(&str) -> bool,
        members: &mut Vec<&'a str>,
    ) {
        let module = &self.0[start];
        // It stands there while its imports are collected, since these may import it.
        if members.contains(&module.name.as_str()) {
            return;
        }
        let at = members.len();
        members.push(&module.name);
        for import in &module.imports {
            self.collect(import, comes_along, members);
        }
        let name = members.remove(at);
        members.push(name);
        for wanted in module.wanted.iter().filter(|wanted| comes_along(wanted)) {
            self.collect(wanted, comes_along, members);
        }
    }
}

impl Module {
    fn read(name: String, source: String, replaced: &Replaced) -> Result<Self> {
        let allocator = Allocator::default();
        let ParserReturn {
            program,
            module_record,
            ..
        } = parse(&allocator, &source)?;
        let target = |reference: &str| -> Result<String> {
            let Some(name) = target(&name, reference, replaced) else {
                bail!("{reference} is not in the site");
            };
            Ok(name)
        };
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
        let mut loads = Loads::default();
        loads.visit_program(&program);
        Ok(Self {
            imports,
            wanted: loads
                .wanted
                .iter()
                .filter_map(|reference| target(reference).ok())
                .collect(),
            files: loads
                .files
                .iter()
                .filter_map(|reference| resolve(&name, reference))
                .collect(),
            imported,
            exported,
            all_names,
            own_names,
            name,
            source,
        })
    }

    /// The module as a part of the common scope, without the words import and export.
    ///
    /// `change` may change what it does.
    pub fn print(
        &self,
        names: &Names,
        change: impl for<'a> FnOnce(&'a Allocator, &mut Program<'a>),
    ) -> Result<String> {
        let allocator = Allocator::default();
        let mut program = parse(&allocator, &self.source)?.program;
        let mut scoping = scoping(&program);
        let symbols: Vec<_> = scoping.iter_bindings_in(scoping.root_scope_id()).collect();
        for symbol in symbols {
            let name = names.of(&self.name, scoping.symbol_name(symbol));
            scoping.set_symbol_name(symbol, name);
        }
        change(&allocator, &mut program);
        unwrap_exports(&allocator, &mut program);
        Ok(Codegen::new()
            .with_options(CodegenOptions::minify())
            .with_scoping(Some(scoping))
            .build(&program)
            .code)
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

/// The module that `reference` means in the module `from`, if it is in the site.
pub fn target(from: &str, reference: &str, replaced: &Replaced) -> Option<String> {
    let name = resolve(from, reference)?;
    let other = replaced.iter().find(|(before, _)| *before == name);
    Some(other.map_or(name, |(_, after)| (*after).to_owned()))
}

type Bindings = (BTreeMap<String, (String, String)>, BTreeMap<String, Export>);

/// What a module imports and exports.
fn bindings(record: &ModuleRecord, target: impl Fn(&str) -> Result<String>) -> Result<Bindings> {
    let mut imported = BTreeMap::new();
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
fn unwrap_exports<'a>(allocator: &'a Allocator, program: &mut Program<'a>) {
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
}

/// The names in the common scope, by module and local name.
pub struct Names(HashMap<(String, String), String>);

impl Names {
    /// Gives each name of an outermost scope one that means nothing else anywhere.
    pub fn new(modules: &Modules) -> Result<Self> {
        // A name may stay if it means one thing wherever it occurs.
        let mut meanings: HashMap<&str, HashSet<(&str, &str)>> = HashMap::new();
        for module in modules.iter() {
            for name in &module.all_names {
                let meaning = match module.imported.get(name) {
                    Some((from, export)) => modules.origin(from, export)?,
                    None => (module.name.as_str(), name.as_str()),
                };
                meanings.entry(name).or_default().insert(meaning);
            }
        }
        let mut names = HashMap::new();
        for (number, module) in modules.iter().enumerate() {
            for local in &module.own_names {
                let mut name = local.clone();
                if meanings[local.as_str()].len() > 1 {
                    name.push_str(&format!("_{number}"));
                    while meanings.contains_key(name.as_str()) {
                        name.push('_');
                    }
                }
                names.insert((module.name.clone(), local.clone()), name);
            }
        }
        let mut names = Self(names);
        for module in modules.iter() {
            for (local, (from, export)) in &module.imported {
                let (from, own) = modules.origin(from, export)?;
                let name = names.of(from, own).to_owned();
                names.0.insert((module.name.clone(), local.clone()), name);
            }
        }
        Ok(names)
    }

    /// The name of what `local` means in the outermost scope of a module.
    pub fn of(&self, module: &str, local: &str) -> &str {
        &self.0[&(module.to_owned(), local.to_owned())]
    }
}

/// Collects what a module may load, as it names it.
#[derive(Default)]
struct Loads {
    wanted: Vec<String>,
    files: Vec<String>,
}

impl<'a> Visit<'a> for Loads {
    fn visit_import_expression(&mut self, it: &ImportExpression<'a>) {
        walk::walk_import_expression(self, it);
        self.wanted.extend(literal(&it.source));
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        walk::walk_new_expression(self, it);
        self.files.extend(file_beside_module(it));
    }
}
