//! What a page asks for before it has read the files that name it.
//!
//! A browser learns of a module from the one that imports it, and of a wasm file when
//! the module that names it runs: each of them a round trip later than the one before.
//! A page that names them all is sent them all at once. The names are the build's, so
//! it writes them.

use std::path::Path;

use anyhow::{Context, Result};

use crate::build;
use crate::loads::{loads, named_by};

/// The tag before which they go: what styles the page comes first.
const BEFORE: &str = "<script type=\"module\" ";

/// Writes into a page of `dist` what it loads by way of others.
pub fn write(dist: &Path, page: &str) -> Result<()> {
    let path = dist.join(page);
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("could not read {}", path.display()))?;
    let named = named_by(page, &text)?;
    let links: Vec<_> = loads(dist, page)?
        .iter()
        .filter(|name| *name != page && !named.contains(name))
        .filter_map(|name| link(name))
        .collect();
    let Some((head, rest)) = text.split_once(BEFORE) else {
        return Ok(());
    };
    let indent = &head[head.trim_end_matches(' ').len()..];
    let links: String = links
        .iter()
        .map(|link| format!("{link}\n{indent}"))
        .collect();
    build::write(&path, format!("{head}{links}{BEFORE}{rest}").as_bytes())
}

/// The link that asks for a file as the one that names it will.
fn link(name: &str) -> Option<String> {
    match name.rsplit_once('.')?.1 {
        "js" => Some(format!(r#"<link rel="modulepreload" href="{name}">"#)),
        "wasm" => Some(format!(
            r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin href="{name}">"#
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_what_its_modules_load() {
        let scratch = tempfile::tempdir().unwrap();
        let dist = scratch.path();
        let page = "<head>\n  <link rel=\"stylesheet\" href=\"a.css\">\n  \
                    <script type=\"module\" src=\"a.js\"></script>\n</head>\n";
        for (name, text) in [
            ("a.html", page),
            ("a.css", ""),
            (
                "a.js",
                "import './b.js'; import('./no.js'); new URL('no.html', import.meta.url);",
            ),
            (
                "b.js",
                "import './a.js'; new URL('c.wasm', import.meta.url);",
            ),
            ("c.wasm", ""),
        ] {
            build::write(&dist.join(name), text.as_bytes()).unwrap();
        }
        write(dist, "a.html").unwrap();
        let written = std::fs::read_to_string(dist.join("a.html")).unwrap();
        let expected = page.replace(
            "  <script",
            "  <link rel=\"modulepreload\" href=\"b.js\">\n  \
             <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"c.wasm\">\n  \
             <script",
        );
        assert_eq!(written, expected);
    }
}
