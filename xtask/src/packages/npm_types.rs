//! What the npm package promises in types: held by its modules, right for those who
//! use it, and no help for those who get it wrong.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::npm;
use crate::{files, node, places};

/// What users write, and what they may get wrong.
const SOURCES: [&str; 2] = ["consumer.ts", "mistakes.ts"];

/// The manifest as a value of the type that its format has.
const MANIFEST: &str = "manifest.ts";

/// The ways in which users' compilers find modules, with the module format of each.
const RESOLUTIONS: [(&str, &str); 2] = [("bundler", "esnext"), ("nodenext", "nodenext")];

/// Checks the types of the package as it stands in `target/packages/npm/`.
pub fn check() -> Result<()> {
    let tests = places::root().join("packages/npm/tests");
    check_project(&tests).context("the modules have not what the types promise")?;

    let folder = places::packages().join("types");
    files::remove(&folder)?;
    let installed = folder.join("node_modules/interleaved");
    let package = npm::folder();
    for name in files::list(&package)? {
        files::copy(&package.join(&name), &installed.join(&name))?;
    }
    for name in SOURCES {
        files::copy(&tests.join(name), &folder.join(name))?;
    }
    let format = places::root().join("node_modules/custom-elements-manifest/schema.d.ts");
    files::copy(&format, &folder.join("schema.d.ts"))?;
    let manifest = files::read(&package.join("custom-elements.json"))?;
    files::write(
        &folder.join(MANIFEST),
        format!(
            "import type {{ Package }} from \"./schema.js\";\nexport const manifest: Package = {manifest};"
        ),
    )?;
    files::write(&folder.join("package.json"), r#"{"type": "module"}"#)?;
    for (resolution, module) in RESOLUTIONS {
        let configuration = json!({
            "files": [SOURCES[0], SOURCES[1], MANIFEST],
            "compilerOptions": {
                "noEmit": true,
                "strict": true,
                "exactOptionalPropertyTypes": true,
                "noUncheckedIndexedAccess": true,
                "resolveJsonModule": true,
                "target": "es2022",
                "lib": ["esnext", "dom", "dom.iterable"],
                "module": module,
                "moduleResolution": resolution,
                "types": [],
            },
        });
        files::write(&folder.join("tsconfig.json"), configuration.to_string())?;
        check_project(&folder)
            .with_context(|| format!("with modules found as {resolution} has it"))?;
    }
    Ok(())
}

/// Checks what the `tsconfig.json` of a folder names.
fn check_project(folder: &Path) -> Result<()> {
    node::run("typescript/bin/tsc", |command| {
        command.arg("--project").arg(folder)
    })
}
