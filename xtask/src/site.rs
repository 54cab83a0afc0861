//! The site as it ships, in `dist/`: made by Vite of `www/`, with its bindings.
//!
//! Two builds of the same sources are byte for byte the same.

use std::path::Path;
use std::thread;

use anyhow::{Context, Result};

use crate::{files, node, places, wasm};

/// The folders of which Vite makes the site, each with its configuration: the pages with
/// their scripts, and the one file that holds everything.
const SOURCES: [&str; 2] = ["www", "www/standalone"];
/// The one file that holds what runs Python programs, and so waits for that.
const ONE_FILE_OF_PYTHON: &str = "www/python-standalone";

/// Builds the site into `dist/`, which stays as it was if anything fails.
pub fn build() -> Result<()> {
    node::install().context(NODE)?;
    wasm::build_lesson(true)?;
    wasm::build_python(true)?;
    make(|site| {
        add_python(site)?;
        vite(ONE_FILE_OF_PYTHON, Some(site))
    })
}

/// Builds the site of what is compiled soon. It lacks what runs Python programs, for which
/// [`add_python`] is called later.
pub fn build_soon() -> Result<()> {
    // The registry of packages is waited for as long as there is something to compile.
    thread::scope(|scope| {
        let packages = scope.spawn(node::install);
        wasm::build_lesson(false)?;
        packages.join().expect("nothing panics there").context(NODE)
    })?;
    make(|_| Ok(()))
}

/// Puts what runs Python programs into a folder with a site.
pub fn add_python(site: &Path) -> Result<()> {
    for name in wasm::PYTHON_FILES {
        files::copy(
            &places::bindings().join(name),
            &site.join("bindings").join(name),
        )?;
    }
    Ok(())
}

const NODE: &str = "the site is built by tools that run in Node";

/// Makes `dist/` of the bindings that there are, with what is added to it.
fn make(add: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let dist = places::dist();
    let [new, old] = ["new", "old"].map(|extension| dist.with_extension(extension));
    for folder in [&new, &old] {
        files::remove(folder)?;
    }
    for source in SOURCES {
        vite(source, Some(&new))?;
    }
    add(&new)?;
    if dist.exists() {
        files::rename(&dist, &old)?;
    }
    files::rename(&new, &dist)?;
    files::remove(&old)
}

/// Runs Vite in a folder, as the configuration there says.
pub fn vite(source: &str, out: Option<&Path>) -> Result<()> {
    node::run("vite/bin/vite.js", |command| {
        command.args(["build", source]);
        if let Some(out) = out {
            command.arg("--outDir").arg(out);
        }
        command
    })
}
