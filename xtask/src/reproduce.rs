//! The site is made of its sources and of nothing else: not of where they are, of
//! what was built there before, or of when.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::{build, npm, places, process};

/// Folders of different lengths and depths, one with a space in its name.
const FOLDERS: [&str; 2] = ["a", "some/other folder/of-a-longer-name"];

/// Builds the site in two copies of the repository, and compares the two byte for byte.
pub fn check() -> Result<()> {
    let scratch = tempfile::tempdir().context("could not make a temporary folder")?;
    let mut sites = Vec::new();
    for name in FOLDERS {
        let folder = scratch.path().join(name);
        copy(&folder)?;
        npm::install_in(&folder)?;
        let program = std::env::current_exe().context("could not find this program")?;
        process::run(
            Command::new(program)
                .arg("build")
                .env(places::ROOT_VARIABLE, &folder)
                .env("CARGO_TARGET_DIR", folder.join("target"))
                .stdout(std::process::Stdio::null()),
        )?;
        let sums = sums(&folder.join("dist"))?;
        println!(
            "{}  {} files, built in {name}",
            sum(sums.as_bytes()),
            sums.lines().count()
        );
        sites.push(sums);
    }
    let [first, second] = [&sites[0], &sites[1]];
    let differing = first.lines().chain(second.lines());
    let differing: Vec<_> = differing
        .filter(|line| {
            first.lines().all(|other| other != *line) || second.lines().all(|other| other != *line)
        })
        .collect();
    ensure!(
        differing.is_empty(),
        "two builds of the same sources differ:\n{}",
        differing.join("\n")
    );
    Ok(())
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
            let bytes =
                fs::read(&from).with_context(|| format!("could not read {}", from.display()))?;
            build::write(&folder.join(name), &bytes)?;
        }
    }
    Ok(())
}

/// What `sha256sum` prints of all files, in the order of their names.
fn sums(folder: &Path) -> Result<String> {
    let mut sums = String::new();
    for name in build::files(folder)? {
        let bytes = fs::read(folder.join(&name))?;
        sums.push_str(&format!("{}  {name}\n", sum(&bytes)));
    }
    Ok(sums)
}

fn sum(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_sha256sum() {
        let folder = tempfile::tempdir().unwrap();
        build::write(&folder.path().join("b/c"), b"").unwrap();
        build::write(&folder.path().join("a"), b"abc").unwrap();
        assert_eq!(
            sums(folder.path()).unwrap(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b/c\n"
        );
    }
}
