//! The npm package, in `target/packages/npm/`, and as a file beside that.
//!
//! Its modules are those of the site, but for what bundlers don't agree on: files that
//! a module names by `new URL("name", import.meta.url)`. A wasm file is text in a module
//! of its own, which is imported when it is wanted, and so is the script of a worker,
//! which starts from a blob. Everything else comes from `packages/npm/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use oxc_allocator::Allocator;
use oxc_ast::ast::{
    ArrowFunctionExpression, Function, ImportExpression, MetaProperty, NewExpression,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType, Span};
use oxc_syntax::scope::ScopeFlags;
use tempfile::TempDir;

use super::{manifest, read, version, write};
use crate::loads::{file_beside_module, literal, resolve};
use crate::{build, chunks, minify, need, places, process, standalone};

/// A script of the site that is no part of the others.
const SCRIPTS: [&str; 1] = ["resize.js"];

/// Modules of the site in whose place others stand.
const REPLACED: [&str; 2] = ["site.js", "node.js"];

/// What unpacks wasm files.
const UNPACK: &str = "unpack.js";

const TYPES: [&str; 4] = [
    "interleaved.d.ts",
    "interleaved-demo.d.ts",
    "interleaved-check.d.ts",
    "resize.d.ts",
];

/// Makes the package of the site as it stands in `dist/`, and returns the file to publish.
pub fn make() -> Result<PathBuf> {
    let npm = need::npm()?;
    let folder = places::packages().join("npm");
    build::remove(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    let source = sources();
    for (name, text) in modules()? {
        write(&folder.join(name), text)?;
    }
    for name in TYPES.iter().chain(&["README.md"]) {
        write(&folder.join(name), read(&source.join(name))?)?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        write(&folder.join(name), read(&places::root().join(name))?)?;
    }
    let manifest = manifest::write(&source)?;
    write(&folder.join("custom-elements.json"), manifest)?;
    let package = read(&source.join("package.json"))?.replacen("0.0.0", &version()?, 1);
    write(&folder.join("package.json"), package)?;
    let pack = ["pack", "--loglevel=error", "--pack-destination", ".."];
    let name = process::output(Command::new(npm).current_dir(&folder).args(pack))?;
    Ok(places::packages().join(name.trim()))
}

/// What the package has that the site hasn't.
pub fn sources() -> PathBuf {
    places::root().join("packages/npm")
}

/// The modules of the package by their names: as in the site, what is always loaded
/// together is one.
fn modules() -> Result<BTreeMap<String, String>> {
    let stage = stage()?;
    let mut done = BTreeSet::new();
    let mut open: Vec<_> = chunks::PUBLIC.map(str::to_owned).into();
    while let Some(name) = open.pop() {
        if !done.insert(name.clone()) {
            continue;
        }
        let source = match name.strip_suffix(".js").filter(|file| file.contains('.')) {
            Some(file) if !stage.path().join(&name).exists() => carrier(stage.path(), file)?,
            _ => read(&stage.path().join(&name))?,
        };
        let source = carried(&source).with_context(|| format!("could not pack {name}"))?;
        open.extend(imports(&name, &source)?);
        write(&stage.path().join(name), source)?;
    }
    let finished = tempfile::tempdir().context("could not make a temporary folder")?;
    chunks::write(stage.path(), &[], finished.path())?;
    let mut modules = BTreeMap::new();
    for name in build::files(finished.path())? {
        let text = read(&finished.path().join(&name))?;
        modules.insert(name, quoted(&text));
    }
    for name in SCRIPTS {
        let text = minify::script(Path::new(name), &read(&stage.path().join(name))?)?;
        modules.insert(name.to_owned(), text);
    }
    Ok(modules)
}

/// A folder with all that modules are made of, as it was written.
fn stage() -> Result<TempDir> {
    let stage = tempfile::tempdir().context("could not make a temporary folder")?;
    let copy = |from: &Path, name: &str| -> Result<()> {
        let to = stage.path().join(name);
        fs::create_dir_all(to.parent().expect("it is in the stage"))?;
        fs::copy(from.join(name), to)
            .map(drop)
            .with_context(|| format!("could not copy {name}"))
    };
    for folder in [places::www(), places::bindings()] {
        for name in build::files(&folder)? {
            copy(&folder, &name)?;
        }
    }
    copy(&places::dist(), standalone::FILE)?;
    for name in REPLACED.iter().chain(&[UNPACK]) {
        copy(&sources(), name)?;
    }
    Ok(stage)
}

/// A module that carries a file, whose export is what [`carried`] says.
fn carrier(stage: &Path, file: &str) -> Result<String> {
    let path = stage.join(file);
    Ok(match file.rsplit_once('.') {
        Some((_, "wasm")) => {
            let bytes = fs::read(&path).with_context(|| format!("could not read {file}"))?;
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(&bytes)?;
            let text = base64(&encoder.finish()?);
            format!(
                "import {{ unpack }} from \"./{UNPACK}\";
                export const bytes = () => unpack(\"{text}\");"
            )
        }
        Some((_, "worker")) => {
            let name = format!("{}.js", file.trim_end_matches(".worker"));
            let script = String::from_utf8(standalone::worker(stage, &name)?)?;
            format!(
                "const script = {};
                export const address = () => URL.createObjectURL(new Blob([script], {{ type: \"text/javascript\" }}));",
                string(&script)?
            )
        }
        _ => format!("export const text = {};", string(&read(&path)?)?),
    })
}

/// The module without files beside it: what asks for one imports the module that carries it.
fn carried(source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.first() {
        bail!("invalid module: {error}");
    }
    let mut files = Files::default();
    files.visit_program(&parsed.program);
    ensure!(
        files.addresses == files.found.len(),
        "it uses `import.meta` for more than files beside it"
    );
    let mut text = source.to_owned();
    for (span, name, can_wait) in files.found.into_iter().rev() {
        ensure!(can_wait, "{name} is asked for where nobody can wait for it");
        let name = name.trim_start_matches("./");
        let expression = match name.strip_suffix(".js") {
            Some(worker) => format!("(await import(\"./{worker}.worker.js\")).address()"),
            None => format!("await (await import(\"./{name}.js\")).bytes()"),
        };
        text.replace_range(span.start as usize..span.end as usize, &expression);
    }
    Ok(text)
}

/// Collects `new URL("name", import.meta.url)`, and whether an async function is around it.
#[derive(Default)]
struct Files {
    found: Vec<(Span, String, bool)>,
    /// How often there is an `import.meta`.
    addresses: usize,
    can_wait: bool,
}

impl Files {
    fn inside(&mut self, is_async: bool, walk: impl FnOnce(&mut Self)) {
        let outside = std::mem::replace(&mut self.can_wait, is_async);
        walk(self);
        self.can_wait = outside;
    }
}

impl<'a> Visit<'a> for Files {
    fn visit_function(&mut self, it: &Function<'a>, flags: ScopeFlags) {
        self.inside(it.r#async, |this| walk::walk_function(this, it, flags));
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.inside(it.r#async, |this| {
            walk::walk_arrow_function_expression(this, it);
        });
    }

    fn visit_meta_property(&mut self, it: &MetaProperty<'a>) {
        self.addresses += usize::from(it.meta.name == "import");
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        if let Some(name) = file_beside_module(it) {
            self.found.push((it.span(), name, self.can_wait));
        }
        walk::walk_new_expression(self, it);
    }
}

/// The names of the modules that a module imports, at once or when they are wanted.
fn imports(name: &str, source: &str) -> Result<Vec<String>> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    let mut wanted = Wanted::default();
    wanted.visit_program(&parsed.program);
    let requests = parsed.module_record.requested_modules.keys();
    requests
        .map(|request| Some(request.to_string()))
        .chain(wanted.0)
        .map(|request| request.and_then(|request| resolve(name, &request)))
        .map(|module| module.with_context(|| format!("{name} imports what isn't in the site")))
        .collect()
}

/// Collects what `import()` names, if that is a text.
#[derive(Default)]
struct Wanted(Vec<Option<String>>);

impl<'a> Visit<'a> for Wanted {
    fn visit_import_expression(&mut self, it: &ImportExpression<'a>) {
        self.0.push(literal(&it.source));
        walk::walk_import_expression(self, it);
    }
}

/// What is imported when it is wanted in quotes, not in the backticks that minifying
/// makes of them: not every tool looks into these.
fn quoted(script: &str) -> String {
    let mut parts = script.split("import(`");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str("import(\"");
        text.push_str(&part.replacen('`', "\"", 1));
    }
    text
}

/// A text as an expression of JavaScript, which a page may contain as well.
fn string(text: &str) -> Result<String> {
    Ok(serde_json::to_string(text)?.replace("</", "<\\/"))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0u32, |bits, place| {
            bits << 8 | u32::from(chunk.get(place).copied().unwrap_or_default())
        });
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place <= chunk.len() {
                digit.into()
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_base64() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("fooba>", "Zm9vYmE+"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn what_is_imported_is_in_quotes() {
        let script = "a(`x`),import(`./b.js`).then(`c`);import(`./d.js`)";
        let text = "a(`x`),import(\"./b.js\").then(`c`);import(\"./d.js\")";
        assert_eq!(quoted(script), text);
    }

    #[test]
    fn files_beside_a_module_become_modules() {
        let source = "async () => new URL('a.wasm', import.meta.url);
            async function b() { return [new URL('./b.js', import.meta.url)]; }";
        let text = carried(source).unwrap();
        assert!(text.contains("async () => await (await import(\"./a.wasm.js\")).bytes();"));
        assert!(text.contains("[(await import(\"./b.worker.js\")).address()]"));
        for (source, problem) in [
            (
                "async () => () => new URL('a.wasm', import.meta.url)",
                "a.wasm is asked for where nobody can wait for it",
            ),
            (
                "new URL(name, import.meta.url)",
                "it uses `import.meta` for more than files beside it",
            ),
        ] {
            assert_eq!(carried(source).unwrap_err().to_string(), problem);
        }
    }
}
