//! The Python package, as a wheel and as a source distribution in `target/packages/`.
//!
//! What it is made of is put together in `target/packages/python/`: `packages/python/`,
//! the one file with the whole demo, and the core as wasm that needs no JavaScript. From
//! there anybody can make it without Rust, so it is a source distribution, too.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::version;
use crate::{files, need, places, process, wasm};

const CRATE: &str = "interleaved-wheel";

/// The version in `pyproject.toml`, in whose place that of the crate stands.
const NO_VERSION: &str = "\nversion = \"0.0.0\"\n";

/// Makes the package of the site as it stands in `dist/`, and returns the wheel.
pub fn make() -> Result<PathBuf> {
    let python = environment()?;
    let folder = places::packages().join("python");
    gather(&folder)?;
    // Old ones would be there still, under names of other versions.
    let made = places::packages().join("python-made");
    files::remove(&made)?;
    process::output(
        Command::new(python)
            .current_dir(&folder)
            .args(["-m", "build", "--no-isolation", "--outdir"])
            .arg(&made),
    )?;
    let mut wheel = None;
    for name in files::list(&made)? {
        let file = places::packages().join(&name);
        files::rename(&made.join(&name), &file)?;
        if name.ends_with(".whl") {
            wheel = Some(file);
        }
    }
    files::remove(&made)?;
    wheel.context("no wheel was made")
}

/// The Python of an environment with what makes packages, which is made if need be.
fn environment() -> Result<PathBuf> {
    let folder = places::root().join("target/python-build");
    let bin = if cfg!(windows) { "Scripts" } else { "bin" };
    let python = folder.join(bin).join("python");
    let pins = files::read(&places::root().join("packages/python/build-requirements.txt"))?;
    // Written last: an installation that was interrupted is made again.
    let installed = folder.join("installed.txt");
    if files::read(&installed).ok().as_ref() == Some(&pins) {
        return Ok(python);
    }
    let system = need::python()?;
    println!(
        "Installing {} into {}",
        pins.trim().replace('\n', ", "),
        folder.display()
    );
    files::remove(&folder)?;
    process::run(Command::new(system).args(["-m", "venv"]).arg(&folder))?;
    process::run(
        Command::new(&python)
            .args([
                "-m",
                "pip",
                "--disable-pip-version-check",
                "install",
                "--quiet",
            ])
            .args(pins.lines()),
    )?;
    files::write(&installed, pins)?;
    Ok(python)
}

/// Puts together what the package is made of.
fn gather(folder: &Path) -> Result<()> {
    let source = places::root().join("packages/python");
    let modules = folder.join("interleaved");
    files::remove(folder)?;

    let project = files::read(&source.join("pyproject.toml"))?;
    ensure!(project.contains(NO_VERSION), "pyproject.toml has a version");
    let version = format!("\nversion = \"{}\"\n", version()?);
    let project = project.replacen(NO_VERSION, &version, 1);
    files::write(&folder.join("pyproject.toml"), project)?;
    files::copy(&source.join("README.md"), &folder.join("README.md"))?;
    for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
        files::copy(&places::root().join(license), &folder.join(license))?;
    }
    for name in files::list(&source.join("interleaved"))? {
        // Python leaves others there when it runs.
        if [".py", ".js", ".typed"]
            .iter()
            .any(|ending| name.ends_with(ending))
        {
            let file = source.join("interleaved").join(&name);
            files::copy(&file, &modules.join(&name))?;
        }
    }
    for (page, name) in [
        ("standalone.html", "demo.html"),
        ("python-standalone.html", "python.html"),
    ] {
        files::copy(&places::dist().join(page), &modules.join(name))?;
    }
    for (features, name) in [("lesson", "core.wasm"), ("programs", "programs.wasm")] {
        // Nobody sees the names of its functions.
        let wasm = wasm::compile(CRATE, features, "release", &["opt-level='s'", "strip=true"])?;
        files::copy(&wasm, &modules.join(name))?;
    }
    Ok(())
}
