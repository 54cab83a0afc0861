//! What others install: packages, each of them made of the same site.

mod crate_package;
mod manifest;
mod npm;
mod npm_types;
mod python;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

use crate::{build, places};

/// Makes a package of the site as it stands in `dist/`, and returns the file to publish.
type Make = fn() -> Result<PathBuf>;

/// All packages by their names.
const ALL: [(&str, Make); 3] = [
    ("crate", crate_package::make),
    ("npm", npm::make),
    ("python", python::make),
];

/// Makes the packages of these names, or all of them.
pub fn make(names: &[String]) -> Result<()> {
    for name in names {
        if !ALL.iter().any(|(known, _)| known == name) {
            let known = ALL.map(|(known, _)| known).join(", ");
            bail!("no package is called `{name}`: {known}");
        }
    }
    build::build()?;
    for (name, make) in ALL {
        if names.is_empty() || names.iter().any(|wanted| wanted == name) {
            let file = make().with_context(|| format!("could not make the package {name}"))?;
            let kilobytes = fs::metadata(&file)?.len().div_ceil(1000);
            println!("{} ({kilobytes} kB)", file.display());
        }
    }
    Ok(())
}

/// The npm package, made of the site as it stands the first time that it is asked for.
pub fn npm() -> Result<PathBuf> {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    if let Some(file) = FILE.get() {
        return Ok(file.clone());
    }
    let made = npm::make()?;
    Ok(FILE.get_or_init(|| made).clone())
}

/// The text of the manifest of the elements, `custom-elements.json`.
pub fn manifest() -> Result<String> {
    manifest::write(&npm::sources())
}

/// Makes the npm package of the site as it stands, and checks its types.
pub fn check_npm() -> Result<()> {
    npm::make()?;
    npm_types::check()
}

/// Makes the Python package of the site as it stands, and returns the wheel.
pub fn python() -> Result<PathBuf> {
    python::make()
}

/// Makes the package of the crate, and builds what it contains.
pub fn check_crate() -> Result<()> {
    crate_package::make().map(drop)
}

/// The version of the crate, which is that of all packages.
fn version() -> Result<String> {
    let manifest = read(&places::root().join("Cargo.toml"))?;
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'));
    Ok(version.context("Cargo.toml has no version")?.to_owned())
}

/// Writes a file of a package.
fn write(file: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    build::write(file, text.as_ref())
}

/// Reads a text that a package is made of.
fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))
}
