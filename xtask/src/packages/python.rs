//! The Python package, as a wheel and as a source distribution in `target/packages/`.
//!
//! What it is made of is put together in `target/packages/python/`: `packages/python/`,
//! the one file with the whole demo, and the core as wasm that needs no JavaScript. From
//! there anybody can make it without Rust, so it is a source distribution, too.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{read, version, write};
use crate::hosts::host::run_in;
use crate::hosts::install::python_environment;
use crate::{build, minify, places, standalone};

const CRATE: &str = "interleaved-wheel";

/// The version in `pyproject.toml`, in whose place that of the crate stands.
const NO_VERSION: &str = "\nversion = \"0.0.0\"\n";

/// Makes the package of the site as it stands in `dist/`, and returns the wheel.
pub fn make() -> Result<PathBuf> {
    let python = python_environment("python-build")?.join("python");
    let folder = places::packages().join("python");
    gather(&folder)?;
    // Old ones would be there still, under names of other versions.
    let made = places::packages().join("python-made");
    build::remove(&made)?;
    let build = ["-m", "build", "--no-isolation", "--outdir"];
    run_in(&folder, Command::new(python).args(build).arg(&made))?;
    let mut wheel = None;
    for name in build::files(&made)? {
        let file = places::packages().join(&name);
        fs::rename(made.join(&name), &file)
            .with_context(|| format!("could not write {}", file.display()))?;
        if name.ends_with(".whl") {
            wheel = Some(file);
        }
    }
    build::remove(&made)?;
    wheel.context("no wheel was made")
}

/// Puts together what the package is made of.
fn gather(folder: &Path) -> Result<()> {
    let source = places::root().join("packages/python");
    let modules = folder.join("interleaved");
    build::remove(folder)?;
    fs::create_dir_all(&modules)
        .with_context(|| format!("could not make {}", modules.display()))?;

    let project = read(&source.join("pyproject.toml"))?;
    ensure!(project.contains(NO_VERSION), "pyproject.toml has a version");
    let version = format!("\nversion = \"{}\"\n", version()?);
    write(
        &folder.join("pyproject.toml"),
        project.replacen(NO_VERSION, &version, 1),
    )?;
    write(&folder.join("README.md"), read(&source.join("README.md"))?)?;
    for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
        write(&folder.join(license), read(&places::root().join(license))?)?;
    }

    for name in build::files(&source.join("interleaved"))? {
        let file = source.join("interleaved").join(&name);
        let text = match file.extension().and_then(|extension| extension.to_str()) {
            Some("py" | "typed") => read(&file)?,
            // It is in every output.
            Some("js") => minify::script(&file, &read(&file)?)?,
            // What Python leaves there when it runs.
            _ => continue,
        };
        write(&modules.join(&name), text)?;
    }
    let page = places::dist().join(standalone::FILE);
    write(&modules.join("demo.html"), read(&page)?)?;
    write(&modules.join("core.wasm"), core()?)
}

/// The core, without what nobody sees.
fn core() -> Result<Vec<u8>> {
    let wasm = build::compile(CRATE, "", "'s'")?;
    let mut module = walrus::ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse_file(&wasm)
        .with_context(|| format!("could not read {}", wasm.display()))?;
    Ok(module.emit_wasm())
}
