//! The crate's modules use each other in one direction.

use std::fs;
use std::path::Path;

/// From the bottom up: each may use those before it, and no other.
const ORDER: [&str; 14] = [
    "ids",
    "time",
    "pace",
    "decimal",
    "trace",
    "schedule",
    "machine",
    "summation",
    "check",
    "error",
    "config",
    "live",
    "session",
    "crossing",
];

/// The files of a module.
fn files(module: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        (path.display().to_string(), text)
    };
    let file = format!("src/{module}.rs");
    if Path::new(&file).exists() {
        files.push(read(Path::new(&file)));
    }
    for entry in fs::read_dir(format!("src/{module}")).into_iter().flatten() {
        files.push(read(&entry.unwrap().path()));
    }
    assert!(!files.is_empty(), "there is no module {module}");
    files
}

/// The modules of the crate that a text names in its code.
fn named(text: &str) -> Vec<String> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let mut modules = Vec::new();
    for line in code {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            modules.push(rest[..end.unwrap_or(rest.len())].to_owned());
        }
    }
    modules
}

/// What a module names that it may not.
fn wrong_arrows(module: &str, text: &str) -> Vec<String> {
    let place = |name: &str| ORDER.iter().position(|&known| known == name);
    let own = place(module);
    let is_wrong = |name: &String| place(name).is_some_and(|other| Some(other) > own);
    named(text).into_iter().filter(is_wrong).collect()
}

#[test]
fn modules_use_each_other_in_one_direction() {
    for module in ORDER {
        for (file, text) in files(module) {
            let wrong = wrong_arrows(module, &text);
            assert!(wrong.is_empty(), "{file} uses {wrong:?}");
        }
    }
}

#[test]
fn an_arrow_against_the_direction_is_found() {
    assert_eq!(
        wrong_arrows("machine", "use crate::summation::Program;"),
        ["summation"]
    );
    assert!(wrong_arrows("machine", "use crate::trace::Log; // crate::session").len() == 1);
    assert!(wrong_arrows("machine", "/// See [`crate::session`].").is_empty());
}

#[test]
fn every_module_has_its_place() {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let modules = lib.lines().filter_map(|line| {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        line.strip_prefix("mod ")?.strip_suffix(';')
    });
    let mut modules: Vec<_> = modules.collect();
    let mut ordered = ORDER.to_vec();
    modules.sort_unstable();
    ordered.sort_unstable();
    assert_eq!(modules, ordered);
}

#[test]
fn no_file_is_too_long_to_be_read() {
    for module in ORDER {
        for (file, text) in files(module) {
            let lines = text.lines().count();
            assert!(lines <= 400, "{file} has {lines} lines");
        }
    }
}
