//! The site: the crate as wasm, its bindings and the pages, in `dist/`.
//!
//! Two builds of the same sources are byte for byte the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    chunks, minify, need, npm, places, preload, process, programs, sizes, snip, standalone,
};

/// The wasm files of the site: the features of the crate that make them, and how
/// they are optimized. What runs all the time is fast before it is small.
const PARTS: [(&str, &str); 3] = [("core", "2"), ("worker", "2"), ("check", "'z'")];

pub const TARGET: &str = "wasm32-unknown-unknown";

/// What of WebAssembly the compiler uses by default. Browsers have had all of it
/// for years; with more, Binaryen would write what they don't read yet.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What Binaryen does for what ships. Each of the first two finds what the other has
/// left, until neither finds anything. The lowest kilobyte is the far end of the stack,
/// so no address comes from there.
pub const SMALL: [&str; 4] = ["-O2", "-Oz", "--converge", "--low-memory-unused"];

/// Builds the site and prints the size of each of its files.
pub fn build_and_report() -> Result<()> {
    build()?;
    let dist = places::dist();
    sizes::print_table(&dist, &files(&dist)?)?;
    Ok(())
}

/// Builds the site into `dist/`, which stays as it was if anything fails.
pub fn build() -> Result<()> {
    need::wasm_target()?;
    remove(&places::bindings())?;
    for (part, level) in PARTS {
        let wasm = compile("interleaved", part, level)?;
        bind(&wasm, part)?;
        optimize(&places::bindings().join(format!("{part}_bg.wasm")), &SMALL)?;
    }
    programs::write(&places::bindings())?;
    let sources = [places::www(), places::bindings()];
    assemble(&sources, &places::modules(), &places::dist())
}

/// Compiles a crate with some of its features, and returns the path of the wasm file.
pub fn compile(package: &str, features: &str, level: &str) -> Result<PathBuf> {
    let messages = process::output(
        Command::new(places::cargo())
            .current_dir(places::root())
            .args(["build", "--release", "--lib", "--package", package])
            .args(["--no-default-features", "--features", features])
            .args(["--target", TARGET, "--config", &rust_flags()?])
            .args(["--config", &format!("profile.release.opt-level={level}")])
            .arg("--message-format=json-render-diagnostics"),
    )?;
    // Cargo itself says where the file is, wherever its target folder lies.
    let library = package.replace('-', "_");
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == library.as_str())
        .filter_map(|message| message["filenames"].as_array().cloned())
        .flatten()
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .find(|path| {
            path.extension()
                .is_some_and(|extension| extension == "wasm")
        })
        .with_context(|| format!("cargo built no wasm file: `{package}` has to be a cdylib"))
}

/// What the compiler is told, as a setting of cargo.
///
/// The standard library and the dependencies put the paths of their sources into
/// panic messages: the same site comes from everybody's home folder. And less is
/// inlined than is usual, which makes the code a fifth smaller; what the loops call
/// is small enough to be inlined all the same.
pub fn rust_flags() -> Result<String> {
    Ok(format!(
        "target.{TARGET}.rustflags=['--remap-path-prefix={}=cargo', \
         '-Cllvm-args=-inline-threshold=30']",
        places::cargo_home()?.display()
    ))
}

/// Makes the bindings: a module of JavaScript, its types, and the wasm file proper.
fn bind(wasm: &Path, part: &str) -> Result<()> {
    let folder = places::bindings();
    // Neither names nor the compiler's version are for visitors.
    let mut module = walrus::ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse_file(wasm)
        .with_context(|| format!("could not read {}", wasm.display()))?;
    snip::panics(&mut module);
    let mut bindgen = Bindgen::new();
    let mut output = bindgen
        .input_module(part, module)
        .out_name(part)
        .web(true)?
        .typescript(true)
        // Without this `init()` doesn't know where the wasm file is.
        .omit_default_module_path(false)
        .generate_output()
        .context("could not make the bindings of the wasm file")?;
    // It tells linkers what the code needs; browsers see that by themselves.
    output.wasm_mut().customs.remove_raw("target_features");
    output
        .emit(&folder)
        .with_context(|| format!("could not write to {}", folder.display()))?;
    let script = folder.join(format!("{part}.js"));
    let text = fs::read_to_string(&script)
        .with_context(|| format!("could not read {}", script.display()))?;
    fs::write(&script, trimmed(&text, part))
        .with_context(|| format!("could not write {}", script.display()))
}

/// The bindings without what nobody here can call or see: warnings of parameters
/// that are deprecated, and, on the page, a second way to load the wasm file.
fn trimmed(script: &str, part: &str) -> String {
    let mut kept = String::new();
    let mut skips = false;
    for line in script.lines() {
        skips |= part == "core" && line.starts_with("function initSync(");
        let warns = line.trim_start().starts_with("console.warn(");
        if !skips && !warns {
            kept.push_str(line);
            kept.push('\n');
        }
        skips &= line != "}";
    }
    if part == "core" {
        kept = kept.replace("export { initSync, ", "export { ");
    }
    kept
}

/// Lets Binaryen have the last word on the wasm file, where it is installed.
///
/// It saves a twenty-fifth. That is not worth asking everybody for Node, but the
/// site is published with it, and the budgets are checked with it.
pub fn optimize(wasm: &Path, passes: &[&str]) -> Result<()> {
    let Some(wasm_opt) = npm::program("binaryen/bin/wasm-opt") else {
        println!(
            "The npm package binaryen is not installed (`npm ci` does it): the wasm file is a little larger."
        );
        return Ok(());
    };
    process::run(
        Command::new("node")
            .arg(wasm_opt)
            .args(passes)
            .args(FEATURES)
            .args([wasm, Path::new("-o"), wasm]),
    )
}

/// Puts the site together from `sources`: first as it is written into the folder
/// `site`, then into `dist`, smaller where that is possible.
///
/// The latter is made beside the old one, which is replaced whole or not at all.
fn assemble(sources: &[PathBuf], site: &Path, dist: &Path) -> Result<()> {
    let new = dist.with_extension("new");
    let old = dist.with_extension("old");
    for folder in [site, &new, &old] {
        remove(folder)?;
    }
    for source in sources {
        copy(source, site)?;
    }
    shrink(site, &new)?;
    standalone::write(site, &new)?;
    if dist.exists() {
        rename(dist, &old)?;
    }
    rename(&new, dist)?;
    remove(&old)
}

fn copy(source: &Path, destination: &Path) -> Result<()> {
    for name in files(source)? {
        if is_for_the_type_checker(&name) {
            continue;
        }
        let to = destination.join(&name);
        if to.exists() {
            bail!("the site has two files called {name}");
        }
        let from = source.join(&name);
        let bytes =
            fs::read(&from).with_context(|| format!("could not read {}", from.display()))?;
        write(&to, &bytes)?;
    }
    Ok(())
}

/// Writes the files that visitors load.
fn shrink(site: &Path, to: &Path) -> Result<()> {
    let names = files(site)?;
    let pages = names.iter().filter(|name| is_page(name)).cloned();
    let pages: Vec<_> = pages.collect();
    let modules = chunks::write(site, &pages, to)?;
    for name in &names {
        if modules.contains(name) || standalone::is_source(name) {
            continue;
        }
        let from = site.join(name);
        let bytes =
            fs::read(&from).with_context(|| format!("could not read {}", from.display()))?;
        let bytes = match from.extension().and_then(|extension| extension.to_str()) {
            // No module: it is there before all of them, or somebody else's page loads it.
            Some("js") => minify::script(&from, &text(&from, bytes)?)?.into_bytes(),
            Some("css") => minify::style(&text(&from, bytes)?).into_bytes(),
            // Pages stay as they are: they are sources that visitors may read.
            _ => bytes,
        };
        write(&to.join(name), &bytes)?;
    }
    // But for what they can't know.
    pages.iter().try_for_each(|page| preload::write(to, page))
}

/// Whether it is a page that is loaded as it is.
fn is_page(name: &str) -> bool {
    name.ends_with(".html") && !standalone::is_source(name)
}

/// Writes a file, and the folder that it is in.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().expect("a file of the site is in a folder");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .with_context(|| format!("could not write {}", path.display()))
}

fn is_for_the_type_checker(name: &str) -> bool {
    name.ends_with(".d.ts") || name.ends_with("tsconfig.json")
}

fn text(path: &Path, bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", path.display()))
}

/// The names of the files in `folder` and below it, relative to it and sorted.
///
/// They are written with `/` on every system, as they are in addresses.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut open = vec![String::new()];
    while let Some(prefix) = open.pop() {
        let path = folder.join(&prefix);
        let entries =
            fs::read_dir(&path).with_context(|| format!("could not list {}", path.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                bail!("{} has a name that is not UTF-8", entry.path().display());
            };
            if entry.path().is_dir() {
                open.push(format!("{prefix}{name}/"));
            } else {
                names.push(format!("{prefix}{name}"));
            }
        }
    }
    names.sort();
    Ok(names)
}

/// Removes a folder with all that is in it, if there is one.
pub fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("could not remove {}", folder.display()))?;
    }
    Ok(())
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| {
        let (from, to) = (from.display(), to.display());
        format!("could not rename {from} to {to}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of these files, and of the modules that every site has: its sources, the
    /// folder of its modules, and `dist`.
    fn folders(files: &[(&str, &str)]) -> (tempfile::TempDir, [PathBuf; 3]) {
        let scratch = tempfile::tempdir().unwrap();
        let folders = ["source", "site", "dist"].map(|name| scratch.path().join(name));
        for (name, text) in chunks::PUBLIC.map(|name| (name, "")).iter().chain(files) {
            write(&folders[0].join(name), text.as_bytes()).unwrap();
        }
        (scratch, folders)
    }

    #[test]
    fn a_failed_assembly_leaves_the_old_site() {
        let sources = [
            ("texts/a.js", "export const a = 1;\n"),
            ("a.d.ts", "export {};"),
        ];
        let (_scratch, [source, site, dist]) = folders(&sources);
        let sources = [source.clone()];
        assemble(&sources, &site, &dist).unwrap();
        fs::write(source.join("b.js"), "let = ;").unwrap();
        assemble(&sources, &site, &dist).unwrap_err();
        let mut names = [&chunks::PUBLIC[..], &["texts/a.js"]].concat();
        names.sort_unstable();
        assert_eq!(files(&dist).unwrap(), names);
        let script = fs::read_to_string(dist.join("texts/a.js")).unwrap();
        assert_eq!(script, "export const a=1;");
    }

    #[test]
    fn two_sources_of_one_file_are_an_error() {
        let (scratch, [source, site, dist]) = folders(&[("core.js", "")]);
        let other = scratch.path().join("bindings");
        write(&other.join("core.js"), b"").unwrap();
        let error = assemble(&[source, other], &site, &dist).unwrap_err();
        assert_eq!(error.to_string(), "the site has two files called core.js");
    }
}
