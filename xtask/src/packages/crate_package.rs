//! The package of the crate, as crates.io takes it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::version;
use crate::places;

/// Makes the package, builds what it contains, and returns its file.
///
/// What cargo only warns of is an error.
pub fn make() -> Result<PathBuf> {
    let cargo = &mut Command::new(places::cargo());
    let output = cargo
        .current_dir(places::root())
        // The work tree may have changes; whoever publishes is asked by cargo itself.
        .args(["package", "--package", "interleaved", "--allow-dirty"])
        .args(["--color", "never", "--target-dir"])
        .arg(places::packages().join("crate"))
        .output()
        .context("could not start cargo")?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success() && !told.contains("warning:"),
        "`cargo package` isn't content:\n{told}"
    );
    let file = format!("crate/package/interleaved-{}.crate", version()?);
    Ok(places::packages().join(file))
}
