//! The type check of the page scripts, which are JavaScript with JSDoc types.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{npm, places, process};

/// Checks the scripts in `www/` against each other and the bindings of the last build,
/// and the tests of the pages against what the npm package says of the element.
pub fn check() -> Result<()> {
    check_project(places::root())?;
    check_project(&places::e2e())
}

/// Checks what the `tsconfig.json` of a folder names.
pub fn check_project(folder: &Path) -> Result<()> {
    let compiler = npm::program("typescript/bin/tsc").context("TypeScript is not installed")?;
    process::run(
        Command::new("node")
            .arg(compiler)
            .arg("--project")
            .arg(folder),
    )
}
