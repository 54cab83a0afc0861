//! The npm packages that the build and the checks use: nothing of them ships.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{need, places, process};

/// Installs the packages that `package-lock.json` pins, if they aren't there.
pub fn install() -> Result<()> {
    install_in(places::root())
}

/// The same for the package in another folder.
pub fn install_in(folder: &Path) -> Result<()> {
    let npm = need::npm()?;
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("could not read {}", lock.display()))?;
    // A copy of the lock file tells which packages were installed last, and is
    // written last: an installation that was interrupted is made again.
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).ok().as_ref() == Some(&wanted) {
        return Ok(());
    }
    let ci = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    process::run(Command::new(&npm).current_dir(folder).args(ci))?;
    fs::write(&installed, &wanted)
        .with_context(|| format!("could not write {}", installed.display()))
}

/// The path of a program of these packages, if they are installed.
pub fn program(path: &str) -> Option<PathBuf> {
    let path = places::root().join("node_modules").join(path);
    path.is_file().then_some(path)
}
