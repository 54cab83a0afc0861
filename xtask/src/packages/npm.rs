//! The npm package, in `target/packages/npm/`, and as a file beside that.
//!
//! Its modules are made by Vite, as `packages/npm/vite.config.js` says; everything else
//! comes from `packages/npm/`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::version;
use crate::{files, need, node, places, process, site};

/// What goes into the package as it is.
const COPIED: [&str; 6] = [
    "interleaved.d.ts",
    "interleaved-demo.d.ts",
    "interleaved-check.d.ts",
    "interleaved-python.d.ts",
    "resize.d.ts",
    "README.md",
];

/// Makes the package of the site as it stands in `dist/`, and returns the file to publish.
pub fn make() -> Result<PathBuf> {
    let npm = need::npm()?;
    node::install()?;
    let folder = folder();
    let source = sources();
    site::vite("packages/npm", Some(&folder))?;
    for name in COPIED {
        files::copy(&source.join(name), &folder.join(name))?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files::copy(&places::root().join(name), &folder.join(name))?;
    }
    manifest(&folder.join("custom-elements.json"))?;
    let package = files::read(&source.join("package.json"))?.replacen("0.0.0", &version()?, 1);
    files::write(&folder.join("package.json"), package)?;
    let pack = ["pack", "--loglevel=error", "--pack-destination", ".."];
    let name = process::output(Command::new(npm).current_dir(&folder).args(pack))?;
    Ok(places::packages().join(name.trim()))
}

/// Writes `custom-elements.json`: what editors and documentation are told of the elements.
fn manifest(file: &Path) -> Result<()> {
    process::run(
        Command::new("node")
            .arg(sources().join("manifest.js"))
            .arg(file),
    )
}

/// The folder with all that the package has.
pub fn folder() -> PathBuf {
    places::packages().join("npm")
}

/// What the package has that the site hasn't.
fn sources() -> PathBuf {
    places::root().join("packages/npm")
}
