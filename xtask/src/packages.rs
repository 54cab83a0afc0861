//! What others install: packages, each of them made of the same site.

mod crate_package;
mod npm;
mod npm_types;
mod python;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::{files, places, site};

/// What can be made.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub enum Package {
    Crate,
    Npm,
    Python,
}

impl Package {
    /// Makes the package of the site as it stands in `dist/`, and returns the file to publish.
    pub fn make(self) -> Result<PathBuf> {
        match self {
            Self::Crate => crate_package::make(),
            Self::Npm => npm::make(),
            Self::Python => python::make(),
        }
    }
}

/// Builds the site and makes these packages of it, or all of them.
pub fn make(wanted: &[Package]) -> Result<()> {
    site::build()?;
    for &package in Package::value_variants() {
        if wanted.is_empty() || wanted.contains(&package) {
            let file = package
                .make()
                .with_context(|| format!("could not make the package {package:?}"))?;
            let kilobytes = fs::metadata(&file)?.len().div_ceil(1000);
            println!("{} ({kilobytes} kB)", file.display());
        }
    }
    Ok(())
}

/// Makes the npm package of the site as it stands, and checks its types.
pub fn check_npm() -> Result<()> {
    npm::make()?;
    npm_types::check()
}

/// The version of the crate, which is that of all packages.
fn version() -> Result<String> {
    let manifest = files::read(&places::root().join("Cargo.toml"))?;
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'));
    Ok(version.context("Cargo.toml has no version")?.to_owned())
}
