//! The modules of the site in fewer files: what is always loaded together is one.
//!
//! A browser asks for each file by itself, and brotli finds less to save in small
//! ones. What is loaded at once by every page or module that needs it at all shares
//! a file; what is loaded when it is wanted has its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Result, bail};

use crate::modules::{Modules, Names};
use crate::{build, loads, minify};

/// The modules that are there for others to import, besides those of the pages.
pub const PUBLIC: [&str; 3] = [
    "interleaved.js",
    "interleaved-demo.js",
    "interleaved-check.js",
];

/// Writes the modules of `pages`, which are in the folder `from`, into `to`.
/// Returns the names of all modules that have gone into the files there.
pub fn write(from: &Path, pages: &[String], to: &Path) -> Result<BTreeSet<String>> {
    let mut entries: Vec<String> = PUBLIC.map(str::to_owned).into();
    for page in pages {
        entries.extend(loads::modules_of_page(from, page)?);
    }
    let modules = read(from, &mut entries)?;
    let chunks = chunks(&modules, &entries)?;
    for chunk in &chunks {
        let code = minify::script(Path::new(&chunk.name), &chunk.code)?;
        build::write(&to.join(&chunk.name), code.as_bytes())?;
    }
    Ok(modules.iter().map(|module| module.name.clone()).collect())
}

/// Reads all modules, and adds to `entries` the scripts of workers.
fn read(from: &Path, entries: &mut Vec<String>) -> Result<Modules> {
    loop {
        let names: Vec<_> = entries.iter().map(String::as_str).collect();
        let modules = Modules::read(from, &names, &[])?;
        let scripts: BTreeSet<_> = modules
            .iter()
            .flat_map(|module| &module.files)
            .filter(|file| file.ends_with(".js") && !entries.contains(file))
            .cloned()
            .collect();
        if scripts.is_empty() {
            return Ok(modules);
        }
        entries.extend(scripts);
    }
}

/// Some modules that become one, which has the name of one of them.
struct Chunk {
    name: String,
    code: String,
}

/// A name in the outermost scope of a module.
type Origin<'a> = (&'a str, &'a str);

fn chunks(modules: &Modules, entries: &[String]) -> Result<Vec<Chunk>> {
    let names = Names::new(modules)?;
    let roots = roots(modules, entries);
    let groups = groups(modules, entries, &roots)?;
    let chunk_of: BTreeMap<&str, &str> = groups
        .iter()
        .flat_map(|(name, members)| members.iter().map(|member| (*member, *name)))
        .collect();
    // What each chunk exports: first what its module does that others load.
    let mut exports: BTreeMap<&str, BTreeMap<String, Origin>> = BTreeMap::new();
    let mut needs = Vec::new();
    for name in groups.keys().filter(|name| roots.contains(*name)) {
        for (export, module, local) in modules.exports(name)? {
            let own = exports.entry(name).or_default();
            own.insert(export.to_owned(), (module, local));
            needs.push((*name, (module, local)));
        }
    }
    for module in modules.iter() {
        for origin in modules.imported(&module.name)? {
            needs.push((chunk_of[module.name.as_str()], origin));
        }
    }
    // Then what other chunks need of it, by names as short as can be.
    let mut imports: BTreeMap<&str, BTreeSet<(&str, String, &str)>> = BTreeMap::new();
    for (chunk, origin) in needs {
        let from = chunk_of[origin.0];
        if from == chunk {
            continue;
        }
        let given = exports.entry(from).or_default();
        let known = given.iter().find(|(_, other)| **other == origin);
        let export = known.map_or_else(|| short(given.len()), |(export, _)| export.clone());
        given.insert(export.clone(), origin);
        let own = names.of(origin.0, origin.1);
        imports
            .entry(chunk)
            .or_default()
            .insert((from, export, own));
    }
    groups
        .iter()
        .map(|(name, members)| {
            let mut code = String::new();
            let mut run = BTreeSet::new();
            for member in members {
                let module = modules.get(member).expect("it has been read");
                run.extend(
                    module
                        .imports
                        .iter()
                        .map(|import| chunk_of[import.as_str()]),
                );
                code.push_str(&module.print(&names, |_, _| ())?);
                code.push_str(";\n");
            }
            run.remove(name);
            // What runs before it, whether or not it takes something from there.
            let mut all: BTreeMap<&str, Vec<String>> =
                run.into_iter().map(|from| (from, Vec::new())).collect();
            for (from, export, own) in imports.get(name).into_iter().flatten() {
                let list = all.entry(from).or_default();
                list.push(format!("{export} as {own}"));
            }
            for (from, list) in all {
                let import = match list.join(",") {
                    names if names.is_empty() => format!("import\"./{from}\";\n"),
                    names => format!("import{{{names}}}from\"./{from}\";\n"),
                };
                code.insert_str(0, &import);
            }
            if let Some(given) = exports.get(name) {
                let name = |origin: &Origin| names.of(origin.0, origin.1);
                let given: Vec<_> = given
                    .iter()
                    .map(|(export, origin)| format!("{} as {export}", name(origin)))
                    .collect();
                code.push_str(&format!("export{{{}}};", given.join(",")));
            }
            Ok(Chunk {
                name: (*name).to_owned(),
                code,
            })
        })
        .collect()
}

/// The modules that somebody loads by their names.
fn roots<'a>(modules: &'a Modules, entries: &'a [String]) -> BTreeSet<&'a str> {
    let wanted = modules.iter().flat_map(|module| &module.wanted);
    wanted.chain(entries).map(String::as_str).collect()
}

/// The modules of each chunk in the order in which they run, by its name.
///
/// Two modules are in one chunk if the same roots are the ones that bring them.
fn groups<'a>(
    modules: &'a Modules,
    entries: &'a [String],
    roots: &BTreeSet<&'a str>,
) -> Result<BTreeMap<&'a str, Vec<&'a str>>> {
    let closures: BTreeMap<&str, Vec<&str>> = roots
        .iter()
        .map(|root| (*root, modules.closure(root)))
        .collect();
    let there = there_before(modules, entries, &closures);
    let mut bringing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (root, closure) in &closures {
        for member in closure {
            if !there[root].contains(member) {
                bringing.entry(member).or_default().push(root);
            }
        }
    }
    let mut groups: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
    for member in closures.values().flatten() {
        let group = groups.entry(bringing[member].clone()).or_default();
        if !group.contains(member) {
            group.push(member);
        }
    }
    let mut named = BTreeMap::new();
    for members in groups.into_values() {
        let mut names = members.iter().filter(|member| roots.contains(*member));
        let name = names.next().unwrap_or(&members[0]);
        if let Some(second) = names.next() {
            bail!("{name} and {second} would be one file, but are loaded by their names");
        }
        named.insert(*name, members);
    }
    Ok(named)
}

/// What is there already whenever a root is loaded, because nothing else loads it.
fn there_before<'a>(
    modules: &'a Modules,
    entries: &[String],
    closures: &BTreeMap<&'a str, Vec<&'a str>>,
) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let all: BTreeSet<_> = closures.values().flatten().copied().collect();
    let mut there: BTreeMap<_, _> = closures
        .keys()
        .map(|root| {
            let is_entry = entries.iter().any(|entry| entry == root);
            (
                *root,
                if is_entry {
                    BTreeSet::new()
                } else {
                    all.clone()
                },
            )
        })
        .collect();
    loop {
        let before = there.clone();
        for (loader, closure) in closures {
            let then: BTreeSet<_> = before[loader].iter().chain(closure).copied().collect();
            for member in closure {
                for wanted in &modules.get(member).expect("it has been read").wanted {
                    let known = there.get_mut(wanted.as_str()).expect("it is a root");
                    known.retain(|module| then.contains(module));
                }
            }
        }
        if there == before {
            return there;
        }
    }
}

/// The first names are letters.
fn short(number: usize) -> String {
    let letter = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", short(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// The files that a site with these modules and the page `a.html` has.
    fn check(modules: &[(&str, &str)]) -> Result<BTreeMap<String, String>> {
        let scratch = tempfile::tempdir()?;
        let (from, to) = (scratch.path().join("from"), scratch.path().join("to"));
        let page = r#"<script type="module" src="page.js"></script>"#;
        for (name, text) in [("a.html", page)].iter().chain(modules) {
            build::write(&from.join(name), text.as_bytes())?;
        }
        let bundled = write(&from, &["a.html".to_owned()], &to)?;
        assert_eq!(bundled.len(), modules.len(), "{bundled:?}");
        let names = build::files(&to)?;
        let read = |name: String| Ok((name.clone(), fs::read_to_string(to.join(name))?));
        names.into_iter().map(read).collect()
    }

    #[test]
    fn what_is_always_loaded_together_is_one_file() {
        let files = check(&[
            (
                "page.js",
                "import { Demo } from './interleaved-demo.js'; new Demo();",
            ),
            (
                "interleaved.js",
                "import { Demo } from './interleaved-demo.js'; export { Demo };",
            ),
            (
                "interleaved-demo.js",
                "import { text } from './texts.js'; import { part } from './part.js';
                export class Demo { show() { return [text(), part(), import('./late.js')]; } }",
            ),
            (
                "part.js",
                "import { text } from './texts.js'; export const part = () => log(text());",
            ),
            ("texts.js", "export const text = () => log('words');"),
            (
                "interleaved-check.js",
                "import { text } from './texts.js'; log(text(), import('./later.js'));",
            ),
            (
                "late.js",
                "import { part } from './part.js'; import { only } from './only.js';
                import { both } from './both.js';
                export const create = () => [part(), only, both()];",
            ),
            ("later.js", "import { both } from './both.js'; log(both());"),
            ("only.js", "export const only = log(1);"),
            ("both.js", "export const both = () => log(2);"),
        ])
        .unwrap();
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        let expected = [
            "both.js",
            "interleaved-check.js",
            "interleaved-demo.js",
            "interleaved.js",
            "late.js",
            "later.js",
            "page.js",
            "texts.js",
        ];
        assert_eq!(names, expected);
        assert!(files["interleaved-demo.js"].contains("class Demo"));
        assert!(files["interleaved-demo.js"].contains("import(`./late.js`)"));
        assert!(files["late.js"].contains("log(1)") && files["late.js"].contains(" as create}"));
        // A name that only other files of the site need is as short as can be.
        assert!(
            files["texts.js"].ends_with(" as a};"),
            "{}",
            files["texts.js"]
        );
        assert!(files["interleaved.js"].contains("from\"./interleaved-demo.js\""));
    }

    #[test]
    fn the_script_of_a_worker_has_its_own_file() {
        let files = check(&[
            (
                "page.js",
                "import './both.js'; new Worker(new URL('worker.js', import.meta.url));",
            ),
            ("worker.js", "import './both.js'; import './core.js';"),
            ("core.js", "log('core');"),
            ("both.js", "log('both');"),
            ("interleaved.js", ""),
            ("interleaved-demo.js", ""),
            ("interleaved-check.js", ""),
        ])
        .unwrap();
        assert_eq!(files.len(), 3 + PUBLIC.len());
        assert!(
            files["worker.js"].starts_with("import\"./both.js\""),
            "{files:?}"
        );
        assert!(files["worker.js"].contains("core") && !files["page.js"].contains("core"));
    }
}
