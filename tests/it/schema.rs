//! What is written by hand about settings and lanes has all that the core knows, and no
//! other: the tables of the documentation, the types of the npm package, and the Python
//! package.

use std::fs;

use interleaved::{LaneKind, SETTINGS, Setting};

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn names() -> Vec<&'static str> {
    SETTINGS.iter().map(|setting| setting.name).collect()
}

/// The first table of a page: the words in its first column, each with the rest of its row.
fn rows(page: &str) -> Vec<(String, String)> {
    let text = read(page);
    let rows = text.lines().skip_while(|line| !line.starts_with("|---"));
    let rows = rows.skip(1).take_while(|line| line.starts_with("| `"));
    let split = |row: &str| {
        let mut parts = row.splitn(3, '`');
        let name = parts.nth(1).unwrap_or_default().to_owned();
        (name, parts.next().unwrap_or_default().to_owned())
    };
    rows.map(split).collect()
}

/// What the documentation has to say of a setting: its default, and what is allowed.
fn said_of(setting: &Setting) -> Vec<String> {
    let is_range = setting.allowed().starts_with(|c: char| c.is_ascii_digit());
    let allowed = setting.allowed().split(' ').filter(|each| {
        // A switch is present or absent, in words.
        !each.is_empty() && *each != setting.name
    });
    let allowed = allowed.map(|each| {
        if is_range {
            each.to_owned()
        } else {
            format!("`{each}`")
        }
    });
    let default = Some(setting.default).filter(|&text| !text.is_empty() && text != setting.name);
    let default = default.map(|text| format!("`{text}`"));
    allowed.chain(default).collect()
}

#[test]
fn the_documentation_has_every_setting_with_its_values() {
    for page in ["docs/element.md", "docs/ko/element.md"] {
        let rows = rows(page);
        let told: Vec<_> = rows.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(told, names(), "{page}");
        for (setting, (_, row)) in SETTINGS.iter().zip(&rows) {
            for said in said_of(setting) {
                assert!(
                    row.contains(&said),
                    "{page}: `{}` lacks {said}",
                    setting.name
                );
            }
        }
    }
}

/// What stands before a colon in each line of a part of a file.
fn keys(path: &str, start: &str, end: &str) -> Vec<String> {
    let text = read(path);
    let (_, part) = text
        .split_once(start)
        .unwrap_or_else(|| panic!("{path}: {start}"));
    let (part, _) = part
        .split_once(end)
        .unwrap_or_else(|| panic!("{path}: {end}"));
    let keys = part.lines().filter_map(|line| {
        let (key, _) = line.trim().split_once(':')?;
        let key = key.trim_end_matches('?').trim_matches('"');
        key.chars()
            .all(|c| c.is_alphanumeric() || "-_".contains(c))
            .then(|| key.to_owned())
    });
    keys.collect()
}

#[test]
fn the_python_package_reads_every_setting() {
    let readers = keys(
        "packages/python/interleaved/_settings.py",
        "\n_READERS: ",
        "\n}",
    );
    let names: Vec<_> = names().iter().map(|name| name.replace('-', "_")).collect();
    assert_eq!(readers, names);
    let demo = read("packages/python/interleaved/_demo.py");
    for name in names {
        assert!(
            demo.contains(&format!("        {name}: ")),
            "{name} has no parameter"
        );
    }
}

#[test]
fn the_types_have_every_setting_and_lane() {
    let path = "packages/npm/interleaved-demo.d.ts";
    let mut typed = keys(
        path,
        "export interface InterleavedDemoAttributes {",
        "\n}\n",
    );
    typed.retain(|name| name != "startat");
    assert_eq!(typed, names());
    let lanes = LaneKind::ALL
        .map(|lane| format!("\"{}\"", lane.name()))
        .join(" | ");
    assert!(read(path).contains(&format!("export type Lane = {lanes};")));
    for setting in &SETTINGS {
        let free =
            ["interval", "lanes", "seed", "speed", "start-at", "lang"].contains(&setting.name);
        for value in setting.allowed().split(' ').filter(|_| !free) {
            let value = format!("\"{value}\"");
            assert!(
                value == "\"\"" || read(path).contains(&value),
                "{}: {value}",
                setting.name
            );
        }
    }
}
