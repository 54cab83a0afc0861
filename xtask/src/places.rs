//! Where things are, from the root of the repository.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};

/// Names another folder than the one that xtask was compiled in, for a copy of it.
pub const ROOT_VARIABLE: &str = "XTASK_ROOT";

/// The root of the repository: the folder above the crate that has a `Cargo.lock`.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        // Cargo says where this crate is to whom it runs. Where it was compiled is the
        // second best answer: the folder may have been moved or copied since.
        let compiled = || env!("CARGO_MANIFEST_DIR").into();
        let own = || PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(compiled));
        env::var_os(ROOT_VARIABLE).map_or_else(
            || {
                let own = own();
                let root = own.ancestors().find(|it| it.join("Cargo.lock").is_file());
                root.map_or_else(|| own.join(".."), Path::to_owned)
            },
            PathBuf::from,
        )
    });
    &ROOT
}

/// The sources of the pages.
pub fn www() -> PathBuf {
    root().join("www")
}

/// The finished site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What others install.
pub fn packages() -> PathBuf {
    root().join("target/packages")
}

/// What wasm-bindgen makes: `core.js`, `core_bg.wasm`, the types of both, and so on.
/// The modules of `www/` import them there.
pub fn bindings() -> PathBuf {
    www().join("bindings")
}

/// What drives a browser through the pages.
pub fn e2e() -> PathBuf {
    root().join("e2e")
}

/// The pictures of the pages that failed a test.
pub fn page_failures() -> PathBuf {
    root().join("target/page-failures")
}

/// The cargo that runs this program, so that nested builds share its toolchain.
pub fn cargo() -> PathBuf {
    env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}

/// The folder of cargo's own files: the sources of dependencies, installed programs.
pub fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    let home = env::home_dir().context("there is no home folder: set CARGO_HOME")?;
    Ok(home.join(".cargo"))
}
