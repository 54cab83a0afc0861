//! Tools from their registries, of the versions that `xtask/hosts/` pins.
//!
//! They go into `target/hosts/`, a folder each, and stay there until their pins change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::host::run_in;
use xtask::{files, need, places};

/// The name of the copy of the pins, which is written last: an installation that was
/// interrupted is made again.
const PINS: &str = "installed";

/// Packages of Node: `xtask/hosts/NAME/package.json` names them, and the lock file
/// beside it pins them. Returns the folder in which `node_modules` is.
pub fn node_packages(name: &str) -> Result<PathBuf> {
    let npm = need::npm()?;
    let source = places::root().join("xtask/hosts").join(name);
    let [package, lock] = ["package.json", "package-lock.json"];
    let pins = [read(&source.join(package))?, read(&source.join(lock))?];
    install(name, &pins.concat(), |folder| {
        fs::write(folder.join(package), &pins[0])?;
        fs::write(folder.join(lock), &pins[1])?;
        let ci = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
        run_in(folder, Command::new(&npm).args(ci)).map(drop)
    })
}

/// The path of a program of packages that [`node_packages`] has installed.
pub fn node_program(folder: &Path, name: &str) -> PathBuf {
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    folder
        .join("node_modules/.bin")
        .join(format!("{name}{suffix}"))
}

/// An environment of Python with what `xtask/hosts/NAME/requirements.txt` pins.
/// Returns the folder of its programs, `python` among them.
pub fn python_environment(name: &str) -> Result<PathBuf> {
    let python = need::python()?;
    let requirements = places::root()
        .join("xtask/hosts")
        .join(name)
        .join("requirements.txt");
    let programs = if cfg!(windows) { "Scripts" } else { "bin" };
    let folder = install(name, &read(&requirements)?, |folder| {
        run_in(folder, Command::new(&python).args(["-m", "venv", "."]))?;
        let pip = &mut Command::new(folder.join(programs).join("python"));
        pip.args(["-m", "pip", "--disable-pip-version-check", "install"]);
        pip.args(["--quiet", "--requirement"]).arg(&requirements);
        run_in(folder, pip).map(drop)
    })?;
    Ok(folder.join(programs))
}

/// A program of crates.io. Returns its path.
pub fn cargo_program(name: &str, version: &str) -> Result<PathBuf> {
    let folder = install(name, version.as_bytes(), |folder| {
        let cargo = &mut Command::new(places::cargo());
        cargo.args(["install", "--locked", "--quiet", "--root", "."]);
        run_in(folder, cargo.args(["--version", version, name])).map(drop)
    })?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    Ok(folder.join("bin").join(file))
}

/// Makes the folder of a tool, unless it is there with the same pins.
fn install(name: &str, pins: &[u8], fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let folder = places::hosts().join(name);
    let copy = folder.join(PINS);
    if fs::read(&copy).is_ok_and(|installed| installed == pins) {
        return Ok(folder);
    }
    println!("Installing {name}");
    files::remove(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    fill(&folder).with_context(|| format!("could not install {name}"))?;
    fs::write(&copy, pins).with_context(|| format!("could not write {}", copy.display()))?;
    Ok(folder)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("could not read {}", file.display()))
}
