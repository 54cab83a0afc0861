//! What a page of the site loads, found by following it from file to file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use oxc_allocator::Allocator;
use oxc_ast::ast::{Argument, Expression, NewExpression};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The names of the files that the browser loads to show `page`, itself included.
///
/// Scripts, style sheets and icons of the page are followed, static imports of
/// modules, and the files that modules name by `new URL("name", import.meta.url)`.
/// Dynamic imports are not: they are made when the user asks for something.
pub fn loads(dist: &Path, page: &str) -> Result<Vec<String>> {
    let mut names = vec![page.to_owned()];
    let mut next = 0;
    while let Some(name) = names.get(next).cloned() {
        next += 1;
        let path = dist.join(&name);
        if !path.is_file() {
            bail!("{page} loads {name}, which is not in {}", dist.display());
        }
        let text = || fs::read_to_string(&path).with_context(|| format!("could not read {name}"));
        let references = match path.extension().and_then(|extension| extension.to_str()) {
            Some("html") => of_page(&text()?),
            Some("js") => of_module(&text()?),
            _ => continue,
        };
        let references = references.with_context(|| format!("could not follow {name}"))?;
        for reference in references {
            if let Some(local) = resolve(&name, &reference)
                && !names.contains(&local)
            {
                names.push(local);
            }
        }
    }
    names.sort();
    Ok(names)
}

/// The names of the modules that the tags of a page name.
pub fn modules_of_page(folder: &Path, page: &str) -> Result<Vec<String>> {
    let path = folder.join(page);
    let text =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let tags = text.match_indices("<script type=\"module\" ");
    Ok(tags
        .filter_map(|(at, _)| attribute(text[at..].split_once('>')?.0, "src"))
        .filter_map(|reference| resolve(page, reference))
        .collect())
}

/// The names of the files that a page names itself.
pub fn named_by(page: &str, text: &str) -> Result<Vec<String>> {
    let references = of_page(text)?;
    Ok(references
        .iter()
        .filter_map(|reference| resolve(page, reference))
        .collect())
}

/// The references in the tags of a page and in its inline modules.
fn of_page(page: &str) -> Result<Vec<String>> {
    let mut references = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        let name = tag.split_ascii_whitespace().next().unwrap_or_default();
        if name == "link" && is_loaded(attribute(tag, "rel").unwrap_or_default()) {
            references.extend(attribute(tag, "href").map(str::to_owned));
        } else if name != "iframe" {
            references.extend(attribute(tag, "src").map(str::to_owned));
        }
        if name == "script" {
            let (script, after) = after.split_once("</script").unwrap_or((after, ""));
            if attribute(tag, "type") == Some("module") {
                references.extend(of_module(script)?);
            }
            rest = after;
        }
    }
    Ok(references)
}

/// Whether the target of a `<link>` with this `rel` is a part of the page.
fn is_loaded(rel: &str) -> bool {
    rel.split_ascii_whitespace()
        .any(|word| matches!(word, "stylesheet" | "modulepreload" | "preload" | "icon"))
}

/// The value of an attribute in a tag, which has to be quoted.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

/// The references in a module that is loaded along with its page.
fn of_module(source: &str) -> Result<Vec<String>> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.first() {
        bail!("invalid module: {error}");
    }
    let imports = parsed.module_record.requested_modules.keys();
    let mut references: Vec<_> = imports.map(ToString::to_string).collect();
    let mut files = FilesBesideModule(Vec::new());
    files.visit_program(&parsed.program);
    references.extend(files.0);
    Ok(references)
}

/// Collects the names in `new URL("name", import.meta.url)`.
struct FilesBesideModule(Vec<String>);

impl<'a> Visit<'a> for FilesBesideModule {
    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        walk::walk_new_expression(self, it);
        // A page is where a link leads, and a script is a worker's or for others: the
        // module loads neither.
        let loaded = |name: &String| !name.ends_with(".html") && !name.ends_with(".js");
        self.0.extend(file_beside_module(it).filter(loaded));
    }
}

/// The name in `new URL("name", import.meta.url)`.
pub fn file_beside_module(new: &NewExpression) -> Option<String> {
    let Expression::Identifier(callee) = &new.callee else {
        return None;
    };
    let [name, base] = new.arguments.as_slice() else {
        return None;
    };
    if callee.name != "URL" || !is_address_of_module(base) {
        return None;
    }
    literal(name.as_expression()?)
}

fn is_address_of_module(base: &Argument) -> bool {
    matches!(base, Argument::StaticMemberExpression(member)
        if member.property.name == "url"
            && matches!(&member.object, Expression::MetaProperty(_)))
}

/// The text of a string, in quotes or in the backticks that minifying makes of them.
pub fn literal(expression: &Expression) -> Option<String> {
    match expression {
        Expression::StringLiteral(string) => Some(string.value.to_string()),
        Expression::TemplateLiteral(template) => {
            template.single_quasi().map(|text| text.to_string())
        }
        _ => None,
    }
}

/// The name, from the site's root, of what `reference` means in the file `from`.
///
/// There is none if it leads out of the site or is in the page itself.
pub fn resolve(from: &str, reference: &str) -> Option<String> {
    let reference = reference.split(['?', '#']).next()?;
    if reference.is_empty() || reference.starts_with('/') || reference.contains(':') {
        return None;
    }
    let mut parts: Vec<_> = from.split('/').collect();
    parts.pop();
    for part in reference.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_a_page_are_what_it_loads() {
        let page = r#"<!doctype html><!-- <img src="no.png"> -->
            <link rel="icon" href="data:,"><link rel="canonical" href="no.html">
            <link rel="stylesheet" href="a.css"><a href="no.html">No</a>
            <script type="module" src="a.js"></script>
            <script type="module">import "./b.js"; import("./no.js");</script>"#;
        assert_eq!(
            of_page(page).unwrap(),
            ["data:,", "a.css", "a.js", "./b.js"]
        );
    }

    #[test]
    fn references_of_a_module_are_imports_and_files_beside_it() {
        let module = "import a from './a.js'; import('./no.js'); \
            new URL('a.wasm', import.meta.url); new URL(`b.wasm`, import.meta.url); \
            new URL('no.wasm', location.href); new URL('no.html', import.meta.url); \
            new URL('no.js', import.meta.url);";
        assert_eq!(of_module(module).unwrap(), ["./a.js", "a.wasm", "b.wasm"]);
    }

    #[test]
    fn references_are_resolved_within_the_site() {
        assert_eq!(resolve("a/b.js", "./c.js?x").as_deref(), Some("a/c.js"));
        assert_eq!(resolve("a/b.js", "../c.js").as_deref(), Some("c.js"));
        assert_eq!(resolve("b.js", "../c.js"), None);
        assert_eq!(resolve("b.js", "data:,"), None);
        assert_eq!(resolve("b.js", "//host/c.js"), None);
    }
}
