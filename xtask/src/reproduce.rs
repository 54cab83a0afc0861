//! The site is made of its sources and of nothing else: not of where they are, of
//! what was built there before, or of when.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{files, places, process};

/// Folders of different lengths and depths, one with a space in its name.
const FOLDERS: [&str; 2] = ["a", "some/other folder/of-a-longer-name"];

/// Builds the site in two copies of the repository, and compares the two byte for byte.
pub fn check() -> Result<()> {
    let scratch = places::root().join("target/reproduce");
    files::remove(&scratch)?;
    let mut sites = Vec::new();
    for name in FOLDERS {
        let folder = scratch.join(name);
        copy(&folder)?;
        let program = std::env::current_exe().context("could not find this program")?;
        process::run(
            Command::new(program)
                .arg("build")
                .env(places::ROOT_VARIABLE, &folder)
                .env("CARGO_TARGET_DIR", folder.join("target")),
        )?;
        sites.push(site(&folder.join("dist"))?);
    }
    let [first, second] = [&sites[0], &sites[1]];
    let names = first.keys().chain(second.keys());
    let mut differing: Vec<_> = names
        .filter(|name| first.get(*name) != second.get(*name))
        .collect();
    differing.dedup();
    ensure!(
        differing.is_empty(),
        "two builds of the same sources differ in {differing:?}; they are in {}",
        scratch.display()
    );
    println!("{} files, the same in both", first.len());
    files::remove(&scratch)
}

/// Copies what git has or would have, as it is on the disk.
fn copy(folder: &Path) -> Result<()> {
    let list = [
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ];
    let names = process::output(Command::new("git").current_dir(places::root()).args(list))?;
    for name in names.split_terminator('\0') {
        let from = places::root().join(name);
        // One that was removed is listed until that is committed.
        if from.is_file() {
            files::copy(&from, &folder.join(name))?;
        }
    }
    Ok(())
}

/// The bytes of all files by their names.
fn site(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let read = |name: String| {
        let bytes = fs::read(folder.join(&name))?;
        Ok((name, bytes))
    };
    files::list(folder)?.into_iter().map(read).collect()
}
