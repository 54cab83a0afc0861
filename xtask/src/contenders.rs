//! The wasm files of what the bench compares with, in `target/bench/wasm/`: a folder for
//! each way of compiling, in it one for each contender. See `bench/harness/site.js`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{node, places, process, site, wasm};

/// The features of the bench's crate, each of which makes one wasm file.
const FEATURES: [&str; 4] = ["ours", "gloo", "wasmtimer", "tokio"];

/// How a wasm file is compiled.
struct Way {
    name: &'static str,
    level: &'static str,
    less_inlined: bool,
    /// Those of Binaryen.
    passes: &'static [&'static str],
}

const WAYS: [Way; 2] = [
    // As a program's release is whose author doesn't think of bytes: what is timed.
    Way {
        name: "fast",
        level: "3",
        less_inlined: false,
        passes: &["-O3"],
    },
    // As the site's core is: what is weighed.
    Way {
        name: "small",
        level: "2",
        less_inlined: true,
        passes: &wasm::PASSES,
    },
];

/// Makes all of them and the site, and installs the Python that is compared with as well.
pub fn build() -> Result<()> {
    site::build()?;
    node::install_in(&places::root().join("bench/pyodide"))?;
    for way in &WAYS {
        for feature in FEATURES {
            write(way, feature)
                .with_context(|| format!("could not build the contender {feature}"))?;
        }
    }
    Ok(())
}

fn write(way: &Way, feature: &str) -> Result<()> {
    let target = places::root().join("target/bench/wasm");
    let folder = target.join(way.name).join(feature);
    fs::create_dir_all(&folder)?;
    Bindgen::new()
        .input_path(compile(way, feature)?)
        .out_name("interleaved_bench")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)?;
    wasm::optimize(&folder.join("interleaved_bench_bg.wasm"), way.passes)
}

/// Compiles the bench's crate, which is a workspace of its own.
fn compile(way: &Way, feature: &str) -> Result<PathBuf> {
    let target = places::root().join("target/bench/crate");
    let mut command = Command::new(places::cargo());
    if way.less_inlined {
        command.args(["--config", &wasm::rust_flags()?]);
    }
    process::run(
        command
            .current_dir(places::root().join("bench"))
            .args(["build", "--release", "--lib", "--locked", "--quiet"])
            .args(["--features", feature, "--target", wasm::TARGET])
            .args([
                "--config",
                &format!("profile.release.opt-level={}", way.level),
            ])
            .arg("--target-dir")
            .arg(&target),
    )?;
    Ok(target
        .join(wasm::TARGET)
        .join("release/interleaved_bench.wasm"))
}
