//! Node, and the npm packages that build and check the site: nothing of them ships.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{need, places, process};

/// The oldest Node that Vite runs in.
const OLDEST: (u32, u32) = (20, 19);

/// Why Node can't be used here, if it can't.
pub fn lack() -> Option<String> {
    let version = process::output(Command::new("node").arg("--version")).unwrap_or_default();
    let mut numbers = version.trim().trim_start_matches('v').split('.');
    let mut number = || numbers.next()?.parse::<u32>().ok();
    let (oldest, minor) = OLDEST;
    match (number(), number()) {
        (Some(own), Some(own_minor)) if (own, own_minor) >= OLDEST => None,
        (Some(_), Some(_)) => Some(format!(
            "Node here is {}, and it takes {oldest}.{minor} or later",
            version.trim()
        )),
        _ => Some("Node is not installed".to_owned()),
    }
}

/// Installs the packages that `package-lock.json` pins, if they aren't there.
pub fn install() -> Result<()> {
    install_in(places::root())
}

/// The same for the package in another folder.
pub fn install_in(folder: &Path) -> Result<()> {
    let npm = need::npm()?;
    if let Some(lack) = lack() {
        bail!("{lack}");
    }
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("could not read {}", lock.display()))?;
    // A copy of the lock file tells which packages were installed last, and is
    // written last: an installation that was interrupted is made again.
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).ok().as_ref() == Some(&wanted) {
        return Ok(());
    }
    println!("Installing the npm packages of {}", lock.display());
    let ci = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    process::run(Command::new(&npm).current_dir(folder).args(ci))?;
    fs::write(&installed, &wanted)
        .with_context(|| format!("could not write {}", installed.display()))
}

/// The path of a program of these packages.
pub fn program(path: &str) -> PathBuf {
    places::root().join("node_modules").join(path)
}

/// Runs a program of these packages, at the root of the repository.
pub fn run(path: &str, words: impl FnOnce(&mut Command) -> &mut Command) -> Result<()> {
    let mut command = Command::new("node");
    command.current_dir(places::root()).arg(program(path));
    process::run(words(&mut command))
}
