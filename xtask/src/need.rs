//! What the commands need besides cargo: found, installed, or asked for.
//!
//! Packages are installed only where that disturbs nobody: on Debian and what
//! derives from it, as root, as in a container. Everywhere else the error says
//! what to install.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

use anyhow::{Context, Result};

use crate::engine::Engine;
use crate::{places, process};

/// Makes sure that the standard library for wasm is there.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let folder = process::output(Command::new("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    println!("Installing Rust's standard library for {TARGET}, by rustup");
    process::run(Command::new("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!(
            "Rust's standard library for {TARGET} is missing: \
             run `rustup target add {TARGET}`, or install it as your toolchain came"
        )
    })
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
pub fn components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let cargo = &mut Command::new(places::cargo());
        if process::succeeds(cargo.args([subcommand, "--version"])) {
            continue;
        }
        println!("Installing {component}, by rustup");
        process::run(Command::new("rustup").args(["component", "add", component])).with_context(
            || {
                format!(
                    "`cargo {subcommand}` is missing: run `rustup component add {component}`, \
                     or install it as your toolchain came"
                )
            },
        )?;
    }
    Ok(())
}

/// A browser's driver, and what it is started with.
#[derive(Clone, Debug)]
pub struct Tools {
    pub engine: Engine,
    pub driver: PathBuf,
    /// The browser, where the environment names one; else the driver finds its own.
    pub binary: Option<PathBuf>,
}

/// Finds `engine` and its driver, or installs them.
pub fn browser(engine: Engine) -> Result<Tools> {
    if let Some(tools) = find_browser(engine) {
        return Ok(tools);
    }
    match engine {
        Engine::Chrome => {
            // The pages are in Korean too, which needs a font with Hangul.
            apt(&["chromium", "chromium-driver", "fonts-nanum"])?;
        }
        Engine::Firefox => {
            if find_firefox().is_none() {
                apt(&["firefox-esr"])?;
            }
            if find_geckodriver().is_none() {
                println!("Installing geckodriver, by cargo, which takes minutes");
                let cargo = &mut Command::new(places::cargo());
                process::run(cargo.args(["install", "--locked", "geckodriver"]))?;
            }
        }
        Engine::Webkit => apt(&["webkit2gtk-driver", "xvfb"])?,
    }
    find_browser(engine).with_context(|| missing_browser(engine))
}

/// Finds `engine` and its driver, if both are installed.
pub fn find_browser(engine: Engine) -> Option<Tools> {
    let (driver, binary) = match engine {
        Engine::Chrome => {
            find_chrome()?;
            (find_chromedriver()?, named_file("CHROME_BIN"))
        }
        Engine::Firefox => {
            find_firefox()?;
            (find_geckodriver()?, named_file("FIREFOX_BIN"))
        }
        Engine::Webkit => {
            on_path("Xvfb")?;
            (on_path("WebKitWebDriver")?, None)
        }
    };
    Some(Tools {
        engine,
        driver,
        binary,
    })
}

fn missing_browser(engine: Engine) -> &'static str {
    match engine {
        Engine::Chrome => {
            "Chromium and its driver are missing. Install them (on Debian: \
             `apt-get install chromium chromium-driver`; on macOS: `brew install --cask \
             google-chrome chromedriver`), or set CHROME_BIN and CHROMEDRIVER to their paths"
        }
        Engine::Firefox => {
            "Firefox and its driver are missing. Install Firefox as your system does (on \
             Debian: `apt-get install firefox-esr`) and run `cargo install --locked \
             geckodriver`, or set FIREFOX_BIN and GECKODRIVER to their paths"
        }
        Engine::Webkit => {
            "WebKit and its driver are missing. They are to be had on Linux (on Debian: \
             `apt-get install webkit2gtk-driver xvfb`)"
        }
    }
}

/// Makes sure that Node and npm are there, for the checks of what ships.
///
/// Returns the path of npm.
pub fn npm() -> Result<PathBuf> {
    let find = || on_path("node").and_then(|_| on_path("npm"));
    if find().is_none() {
        apt(&["nodejs", "npm"])?;
    }
    find().context(
        "Node and npm are missing, for the checks of the page scripts. Install \
         Node 20.19 or later (on Debian: `apt-get install nodejs npm`; on macOS: `brew install node`)",
    )
}

/// Makes sure that Python is there, with what makes environments. Returns its path.
pub fn python() -> Result<PathBuf> {
    let find = || {
        let python = on_path("python3")?;
        let makes = process::succeeds(Command::new(&python).args(["-c", "import venv, ensurepip"]));
        makes.then_some(python)
    };
    if find().is_none() {
        apt(&["python3", "python3-venv"])?;
    }
    find().context(
        "Python with its modules venv and ensurepip is missing, for hosts that are written in \
         it. Install Python 3.10 or later (on Debian: `apt-get install python3 python3-venv`; \
         on macOS: `brew install python`)",
    )
}

fn find_chrome() -> Option<PathBuf> {
    named_file("CHROME_BIN")
        .or_else(|| on_path("google-chrome"))
        .or_else(|| on_path("chromium"))
        .or_else(|| on_path("chromium-browser"))
        .or_else(|| file("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
}

fn find_chromedriver() -> Option<PathBuf> {
    // GitHub's runners name the folder, everybody else the file.
    named_file("CHROMEDRIVER")
        .or_else(|| in_named_folder("CHROMEWEBDRIVER", "chromedriver"))
        .or_else(|| on_path("chromedriver"))
}

fn find_firefox() -> Option<PathBuf> {
    named_file("FIREFOX_BIN")
        .or_else(|| on_path("firefox"))
        .or_else(|| on_path("firefox-esr"))
        .or_else(|| file("/Applications/Firefox.app/Contents/MacOS/firefox"))
}

fn find_geckodriver() -> Option<PathBuf> {
    named_file("GECKODRIVER")
        .or_else(|| in_named_folder("GECKOWEBDRIVER", "geckodriver"))
        .or_else(|| on_path("geckodriver"))
        // Where `cargo install` puts it, which need not be on PATH.
        .or_else(|| {
            file(
                places::cargo_home()
                    .ok()?
                    .join("bin")
                    .join(exe("geckodriver")),
            )
        })
}

/// The file that an environment variable names, if it exists.
fn named_file(variable: &str) -> Option<PathBuf> {
    file(env::var_os(variable)?)
}

fn in_named_folder(variable: &str, name: &str) -> Option<PathBuf> {
    file(Path::new(&env::var_os(variable)?).join(exe(name)))
}

fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).find_map(|folder| file(folder.join(exe(name))))
}

fn exe(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

fn file(path: impl Into<PathBuf>) -> Option<PathBuf> {
    Some(path.into()).filter(|path| path.is_file())
}

/// Installs Debian packages if this is a machine where that is ours to do.
///
/// Elsewhere nothing happens: whoever needs the packages finds them missing
/// still, and knows better what to say.
fn apt(packages: &[&str]) -> Result<()> {
    static UPDATED: Once = Once::new();
    if on_path("apt-get").is_none() || !is_root() {
        return Ok(());
    }
    let apt_get = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("-q");
        command
    };
    println!("Installing {}, by apt-get", packages.join(", "));
    // A failed update is no reason to give up: the lists may be good enough.
    UPDATED.call_once(|| drop(process::run(apt_get().arg("update"))));
    process::run(
        apt_get()
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages),
    )
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
