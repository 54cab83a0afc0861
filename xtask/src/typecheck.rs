//! The type check of the page scripts, which are JavaScript with JSDoc types.

use std::process::Command;

use anyhow::{Context, Result};

use crate::{npm, places, process};

/// Checks the scripts in `www/` against each other and the bindings of the last build.
pub fn check() -> Result<()> {
    let compiler = npm::program("typescript/bin/tsc").context("TypeScript is not installed")?;
    process::run(
        Command::new("node")
            .arg(compiler)
            .arg("--project")
            .arg(places::node()),
    )
}
