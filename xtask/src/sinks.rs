//! Where a script of the page could make markup or code of a text: nowhere.
//!
//! Browsers refuse it as well, in the tests of the pages, but only where a test comes
//! by. Here it is refused as it is written.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use oxc_allocator::Allocator;
use oxc_ast::ast::{
    Argument, AssignmentExpression, AssignmentTarget, CallExpression, Expression, NewExpression,
    ObjectProperty, StringLiteral,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::Parser;
use oxc_span::{SourceType, Span};

use crate::loads::literal;
use crate::{build, places};

/// Properties that may be read, but not set.
const PROPERTIES: [&str; 3] = ["innerHTML", "outerHTML", "srcdoc"];

/// Methods that nothing is asked for.
const METHODS: [&str; 6] = [
    "createContextualFragment",
    "insertAdjacentHTML",
    "parseFromString",
    "parseHTMLUnsafe",
    "setHTML",
    "setHTMLUnsafe",
];

/// Methods of a document that nothing is asked for.
const OF_DOCUMENTS: [&str; 2] = ["write", "writeln"];

/// Functions that are neither called nor made with `new`.
const FUNCTIONS: [&str; 3] = ["eval", "Function", "importScripts"];

/// Functions that take a function, and no text.
const TIMERS: [&str; 2] = ["setInterval", "setTimeout"];

/// Looks through all scripts of the pages, and through those that packages add.
pub fn check() -> Result<()> {
    let mut found = Vec::new();
    for folder in ["www", "packages"] {
        let path = places::root().join(folder);
        for name in build::files(&path)? {
            if !name.ends_with(".js") {
                continue;
            }
            let text = fs::read_to_string(path.join(&name))
                .with_context(|| format!("could not read {folder}/{name}"))?;
            let sinks =
                of_script(&text).with_context(|| format!("could not read {folder}/{name}"))?;
            let sinks = sinks.into_iter();
            found.extend(sinks.map(|(line, what)| format!("{folder}/{name}:{line}: {what}")));
        }
    }
    ensure!(
        found.is_empty(),
        "a text could become markup or code:\n{}",
        found.join("\n")
    );
    Ok(())
}

/// The lines of a script in which it could, and by what.
fn of_script(text: &str) -> Result<Vec<(usize, String)>> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.first() {
        bail!("{error}");
    }
    let mut sinks = Sinks::default();
    sinks.visit_program(&parsed.program);
    let line = |span: Span| text[..span.start as usize].split('\n').count();
    let found = sinks.found.into_iter();
    Ok(found.map(|(span, what)| (line(span), what)).collect())
}

#[derive(Default)]
struct Sinks {
    found: Vec<(Span, String)>,
}

impl Sinks {
    fn refuse(&mut self, span: Span, what: &str) {
        self.found.push((span, what.to_owned()));
    }

    /// What is called, or made with `new`.
    fn callee(&mut self, callee: &Expression, arguments: &[Argument], span: Span) {
        let (object, name) = match callee {
            Expression::Identifier(it) => (None, Some(it.name.to_string())),
            Expression::StaticMemberExpression(it) => {
                (Some(&it.object), Some(it.property.name.to_string()))
            }
            Expression::ComputedMemberExpression(it) => (Some(&it.object), literal(&it.expression)),
            _ => return,
        };
        let Some(name) = name else { return };
        let text = arguments
            .first()
            .and_then(Argument::as_expression)
            .and_then(literal);
        let refused = FUNCTIONS.contains(&&*name)
            || TIMERS.contains(&&*name) && text.is_some()
            || object.is_some() && METHODS.contains(&&*name)
            || OF_DOCUMENTS.contains(&&*name) && object.is_some_and(is_document)
            || name == "setAttribute" && text.is_some_and(|name| is_code(&name));
        if refused {
            self.refuse(span, &name);
        }
    }
}

/// Whether an attribute of this name holds code or markup.
fn is_code(attribute: &str) -> bool {
    attribute.starts_with("on") || attribute == "srcdoc"
}

fn is_document(object: &Expression) -> bool {
    let name = match object {
        Expression::Identifier(it) => &it.name,
        Expression::StaticMemberExpression(it) => &it.property.name,
        _ => return false,
    };
    name.to_lowercase().ends_with("document")
}

impl<'a> Visit<'a> for Sinks {
    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        walk::walk_call_expression(self, it);
        self.callee(&it.callee, &it.arguments, it.span);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        walk::walk_new_expression(self, it);
        self.callee(&it.callee, &it.arguments, it.span);
    }

    fn visit_assignment_expression(&mut self, it: &AssignmentExpression<'a>) {
        walk::walk_assignment_expression(self, it);
        let name = match &it.left {
            AssignmentTarget::StaticMemberExpression(it) => Some(it.property.name.to_string()),
            AssignmentTarget::ComputedMemberExpression(it) => literal(&it.expression),
            _ => None,
        };
        if let Some(name) = name.filter(|name| PROPERTIES.contains(&&**name)) {
            self.refuse(it.span, &name);
        }
    }

    /// What may be assigned all at once, or made an attribute.
    fn visit_object_property(&mut self, it: &ObjectProperty<'a>) {
        walk::walk_object_property(self, it);
        if let Some(name) = it.key.static_name()
            && PROPERTIES.contains(&&*name)
        {
            self.refuse(it.span, &name);
        }
    }

    fn visit_string_literal(&mut self, it: &StringLiteral<'a>) {
        if it
            .value
            .trim_start()
            .to_lowercase()
            .starts_with("javascript:")
        {
            self.refuse(it.span, "javascript:");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str, expect: &[(usize, &str)]) {
        let found = of_script(script).unwrap();
        let found: Vec<_> = found.iter().map(|(line, what)| (*line, &**what)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn the_scripts_of_this_repository_have_none() {
        super::check().unwrap();
    }

    #[test]
    fn text_stays_text() {
        check("node.textContent = text; setTimeout(() => {}, 1);", &[]);
        check("const html = block.outerHTML; log.write(html);", &[]);
        check("node.setAttribute('aria-label', text); run.eval;", &[]);
    }

    #[test]
    fn what_makes_markup_is_told_with_its_line() {
        check("\nnode.innerHTML = text;", &[(2, "innerHTML")]);
        check("node['outerHTML'] += text;", &[(1, "outerHTML")]);
        check("Object.assign(node, {\nsrcdoc: text })", &[(2, "srcdoc")]);
        check(
            "a?.insertAdjacentHTML('x', text)",
            &[(1, "insertAdjacentHTML")],
        );
        check("frame.contentDocument.write(text)", &[(1, "write")]);
        check("document[`write`](text)", &[(1, "write")]);
    }

    #[test]
    fn what_makes_code_is_told() {
        check(
            "eval(text); new Function(text);",
            &[(1, "eval"), (1, "Function")],
        );
        check("window.setTimeout('run()', 1)", &[(1, "setTimeout")]);
        check("node.setAttribute('onclick', text)", &[(1, "setAttribute")]);
        check("link.href = ' JavaScript:run()'", &[(1, "javascript:")]);
    }
}
