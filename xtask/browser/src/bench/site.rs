//! The contenders, built, each in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::contender::{ALL, Contender, is_ours};
use xtask::{files, node, places, process, wasm};

/// How a wasm file is compiled.
struct Settings {
    level: u8,
    less_inlined: bool,
    /// Those of Binaryen.
    passes: &'static [&'static str],
}

/// As a program's release is whose author doesn't think of bytes: what is timed.
const FAST: Settings = Settings {
    level: 3,
    less_inlined: false,
    passes: &["-O3"],
};

/// As the site's core is: the pages that are weighed.
const SMALL: Settings = Settings {
    level: 2,
    less_inlined: true,
    passes: &wasm::PASSES,
};

/// The sources of the contenders.
pub fn sources() -> PathBuf {
    places::root().join("bench")
}

/// What is built of them, and measured.
pub fn target() -> PathBuf {
    places::root().join("target/bench")
}

/// The pages of the contenders, within the folder that is served.
pub fn small() -> PathBuf {
    target().join("site/small")
}

/// Builds everything that is measured in a browser, and returns the folder to serve.
pub fn write() -> Result<PathBuf> {
    node::install()?;
    node::install_in(&sources().join("pyodide"))?;
    xtask::site::build()?;
    let site = target().join("site");
    files::remove(&site)?;
    fs::create_dir_all(&site)?;
    for name in ["measure.html", "measure.js"] {
        copy(&sources().join("pages").join(name), &site.join(name))?;
    }
    for contender in &ALL {
        let write = |settings, parent: &Path| {
            write_one(contender, settings, &parent.join(contender.folder))
                .with_context(|| format!("could not build {}", contender.name))
        };
        write(&FAST, &site)?;
        // The project has pages of its own.
        if !is_ours(contender) {
            write(&SMALL, &small())?;
        }
    }
    Ok(site)
}

fn write_one(contender: &Contender, settings: &Settings, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let pages = sources().join("pages");
    copy(&pages.join("index.html"), &folder.join("index.html"))?;
    copy(&pages.join(contender.script), &folder.join("contender.js"))?;
    if let Some(feature) = contender.feature {
        bind(&compile(feature, settings)?, settings, folder)?;
    }
    match contender.folder {
        "page" => {
            copy(&places::www().join("engine.js"), &folder.join("engine.js"))?;
            for name in ["core.js", "core_bg.wasm"] {
                copy(&places::bindings().join(name), &folder.join(name))?;
            }
        }
        "pyodide" => {
            let package = sources().join("pyodide/node_modules/pyodide");
            for name in [
                "pyodide.mjs",
                "pyodide.asm.mjs",
                "pyodide.asm.wasm",
                "pyodide-lock.json",
                "python_stdlib.zip",
            ] {
                copy(&package.join(name), &folder.join(name))?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Compiles the bench's crate.
fn compile(feature: &str, settings: &Settings) -> Result<PathBuf> {
    let target = target().join("wasm");
    let mut command = Command::new(places::cargo());
    if settings.less_inlined {
        command.args(["--config", &wasm::rust_flags()?]);
    }
    let level = format!("profile.release.opt-level={}", settings.level);
    process::run(
        command
            .current_dir(sources())
            .args(["build", "--release", "--lib", "--locked", "--quiet"])
            .args(["--features", feature, "--target", wasm::TARGET])
            .args(["--config", &level])
            .arg("--target-dir")
            .arg(&target),
    )?;
    let file = "release/interleaved_bench.wasm";
    Ok(target.join(wasm::TARGET).join(file))
}

fn bind(wasm: &Path, settings: &Settings, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name("interleaved_bench")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    let file = folder.join("interleaved_bench_bg.wasm");
    wasm::optimize(&file, settings.passes)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("could not copy {}", from.display()))?;
    Ok(())
}
