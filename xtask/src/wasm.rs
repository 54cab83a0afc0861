//! The crates as wasm files with their bindings, in `www/bindings/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::{files, need, node, places, process, programs};

/// A wasm file of the site.
struct Part {
    name: &'static str,
    package: &'static str,
    /// The features of the package that make it.
    features: &'static str,
    /// How it is optimized: settings of the release profile.
    profile: &'static [&'static str],
    /// What Binaryen does for what ships.
    passes: &'static [&'static str],
}

/// What the lesson runs. What runs all the time is fast before it is small. (At `s`, with
/// so little inlining, the core is a tenth larger as well.)
const LESSON: [Part; 4] = [
    Part {
        name: "core",
        package: "interleaved-web",
        features: "core",
        profile: &["opt-level=2"],
        passes: &PASSES,
    },
    Part {
        name: "worker",
        package: "interleaved-web",
        features: "worker",
        profile: &["opt-level=2"],
        passes: &PASSES,
    },
    Part {
        name: "event-loop",
        package: "interleaved-web",
        features: "event-loop",
        profile: &["opt-level=2"],
        passes: &PASSES,
    },
    Part {
        name: "check",
        package: "interleaved-web",
        features: "check",
        profile: &["opt-level='z'"],
        passes: &PASSES,
    },
];

/// What runs Python programs: four times the crates of all the others. Our own machine is
/// fast before it is small, but a program is parsed once.
const PYTHON: Part = Part {
    name: "python",
    package: "interleaved-python-web",
    features: "",
    profile: &[
        "opt-level='z'",
        "package.interleaved.opt-level='s'",
        "package.interleaved-python.opt-level='s'",
    ],
    // It would take minutes, and nothing that compressing doesn't find is found.
    passes: &[],
};

/// How what doesn't ship is compiled: soon, and in one way, so that the parts share what
/// they depend on. It is a profile of its own, so that what ships needn't be compiled anew.
const QUICK: [&str; 4] = [
    "inherits='release'",
    "opt-level=1",
    "lto='off'",
    "codegen-units=16",
];

pub const TARGET: &str = "wasm32-unknown-unknown";

/// What of WebAssembly the compiler uses by default. Browsers have had all of it
/// for years; with more, Binaryen would write what they don't read yet.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What Binaryen does for what ships. Each of the first two finds what the other has
/// left, until neither finds anything. The lowest kilobyte is the far end of the stack,
/// so no address comes from there. The section of the features tells linkers what
/// browsers see by themselves.
pub const PASSES: [&str; 5] = [
    "-O2",
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--strip-target-features",
];

/// Makes what the lesson needs: the bindings, with the names of what crosses them, and the
/// module with the Rust that the page shows.
///
/// What ships is made smaller by Binaryen, by a twenty-fifth, which takes the longest of
/// all: it isn't done again for a wasm file that is as it was.
pub fn build_lesson(ships: bool) -> Result<()> {
    need::wasm_target()?;
    let folder = places::bindings();
    for part in LESSON {
        make(&part, ships)?;
    }
    files::write(
        &folder.join("crossing.js"),
        interleaved::crossing::javascript(),
    )?;
    files::write(
        &folder.join("settings.js"),
        interleaved::crossing::settings_javascript(),
    )?;
    programs::write(&folder)
}

/// Makes what runs Python programs.
pub fn build_python(ships: bool) -> Result<()> {
    make(&PYTHON, ships)
}

/// What [`build_python`] makes: bindings and wasm file, as [`places::bindings`] has them.
pub const PYTHON_FILES: [&str; 2] = ["python.js", "python_bg.wasm"];

/// Makes the bindings of a part.
fn make(part: &Part, ships: bool) -> Result<()> {
    let folder = places::bindings();
    let (profile, settings) = match ships {
        true => ("release", part.profile),
        false => ("quick", &QUICK[..]),
    };
    let wasm = compile(part.package, part.features, profile, settings)?;
    let name = part.name;
    let last = places::root()
        .join("target/bindings")
        .join(format!("{name}.wasm"));
    if ships && is_made_of(&wasm, &last)? {
        return Ok(());
    }
    files::remove(&last)?;
    Bindgen::new()
        .input_path(&wasm)
        .out_name(name)
        .web(true)?
        .typescript(true)
        // `www/site.js` knows where the wasm files are.
        .omit_default_module_path(true)
        // Neither names nor the compiler's version are for visitors.
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)
        .with_context(|| format!("could not make the bindings of `{name}`"))?;
    if ships {
        if !part.passes.is_empty() {
            optimize(&folder.join(format!("{name}_bg.wasm")), part.passes)?;
        }
        files::copy(&wasm, &last)?;
    }
    Ok(())
}

/// Whether the bindings that ship are there, by this program, of the same wasm file as
/// was copied to `last` when they were ready.
fn is_made_of(wasm: &Path, last: &Path) -> Result<bool> {
    let program = std::env::current_exe()?.metadata()?.modified()?;
    Ok(places::bindings().is_dir()
        && last.exists()
        && last.metadata()?.modified()? > program
        && fs::read(last)? == fs::read(wasm)?)
}

/// Lets Binaryen have the last word on a wasm file.
pub fn optimize(wasm: &Path, passes: &[&str]) -> Result<()> {
    node::run("binaryen/bin/wasm-opt", |command| {
        command
            .args(passes)
            .args(FEATURES)
            .args([wasm, Path::new("-o"), wasm])
    })
}

/// Compiles a crate with some of its features, in a profile with these settings, and
/// returns the path of the wasm file.
pub fn compile(package: &str, features: &str, profile: &str, settings: &[&str]) -> Result<PathBuf> {
    let mut command = Command::new(places::cargo());
    command
        .current_dir(places::root())
        .args(["build", "--profile", profile, "--lib", "--package", package])
        .args(["--no-default-features", "--features", features])
        .args(["--target", TARGET, "--config", &rust_flags()?])
        .arg("--message-format=json-render-diagnostics");
    for setting in settings {
        command.args(["--config", &format!("profile.{profile}.{setting}")]);
    }
    let messages = process::output(&mut command)?;
    // Cargo itself says where the file is, wherever its target folder lies.
    let library = package.replace('-', "_");
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == library.as_str())
        .filter_map(|message| message["filenames"].as_array().cloned())
        .flatten()
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .find(|path| {
            path.extension()
                .is_some_and(|extension| extension == "wasm")
        })
        .with_context(|| format!("cargo built no wasm file: `{package}` has to be a cdylib"))
}

/// What the compiler is told, as a setting of cargo.
///
/// The standard library and the dependencies put the paths of their sources into
/// panic messages: the same site comes from everybody's home folder. And less is
/// inlined than is usual, which makes the code a fifth smaller; what the loops call
/// is small enough to be inlined all the same.
pub fn rust_flags() -> Result<String> {
    Ok(format!(
        "target.{TARGET}.rustflags=['--remap-path-prefix={}=cargo', \
         '-Cllvm-args=-inline-threshold=30']",
        places::cargo_home()?.display()
    ))
}
