//! What others install: packages, each of them made of the same site.

mod manifest;
mod npm;
pub mod python;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{build, places};

/// Makes a package of the site as it stands in `dist/`, and returns the file to publish.
type Make = fn() -> Result<PathBuf>;

/// All packages by their names.
const ALL: [(&str, Make); 2] = [("npm", npm::make), ("python", python::make)];

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

/// Writes a file of a package.
fn write(file: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    fs::write(file, text).with_context(|| format!("could not write {}", file.display()))
}

/// Reads a text that a package is made of.
fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))
}

/// The version of the crate, which is that of all packages.
fn version() -> Result<String> {
    let manifest = read(&places::root().join("Cargo.toml"))?;
    let mut lines = manifest.lines();
    let version = lines.find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    Ok(version.context("Cargo.toml has no version")?.to_owned())
}
