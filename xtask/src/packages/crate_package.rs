//! The package of the crate, as crates.io takes it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};

use super::version;
use crate::places;

/// Makes the package, builds what it contains, and returns its file.
///
/// What cargo only warns of is an error.
pub fn make() -> Result<PathBuf> {
    let target = places::packages().join("crate");
    // The builds before have left here what it takes; the index is asked only if not.
    let mut output = package(&target, &["--offline"])?;
    if !output.status.success() {
        output = package(&target, &[])?;
    }
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success() && !told.contains("warning:"),
        "`cargo package` isn't content:\n{told}"
    );
    Ok(target.join(format!("package/interleaved-{}.crate", version()?)))
}

fn package(target: &Path, more: &[&str]) -> Result<Output> {
    Command::new(places::cargo())
        .current_dir(places::root())
        // The work tree may have changes; whoever publishes is asked by cargo itself.
        .args(["package", "--package", "interleaved", "--allow-dirty"])
        .args(["--color", "never", "--target-dir"])
        .arg(target)
        .args(more)
        .output()
        .context("could not start cargo")
}
