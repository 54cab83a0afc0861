//! Smaller files that do the same: what is removed is what only people read.

use std::path::Path;

use anyhow::{Result, bail};
use oxc_allocator::Allocator;
use oxc_ast::AstBuilder;
use oxc_ast::ast::{Expression, TaggedTemplateExpression};
use oxc_ast_visit::{VisitMut, walk_mut};
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_mangler::{MangleOptions, MangleOptionsKeepNames, Mangler};
use oxc_minifier::{CompressOptions, CompressOptionsKeepNames, Compressor};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The smaller form of an ES module; `name` is for the error message.
///
/// White space, comments and what is never used go, and local names are shortened.
/// What others can see stays: the names of exports, properties and classes.
pub fn script(name: &Path, source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.into_iter().next() {
        let error = error.with_source_code(source.to_owned());
        bail!("{} is not a valid module: {error:?}", name.display());
    }
    let mut program = parsed.program;
    let ast = AstBuilder::new(&allocator);
    StyleTemplates { ast }.visit_program(&mut program);
    Compressor::new(&allocator).build(
        &mut program,
        CompressOptions {
            keep_names: CompressOptionsKeepNames::class_only(),
            // Bundles are cut between statements afterwards.
            sequences: false,
            ..CompressOptions::smallest()
        },
    );
    let mangled = Mangler::new()
        .with_options(MangleOptions {
            top_level: true,
            keep_names: MangleOptionsKeepNames {
                // People meet the name of an element's class in the console.
                class: true,
                function: false,
            },
            debug: false,
        })
        .build(&program);
    Ok(Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(Some(mangled.scoping))
        .with_private_member_mappings(Some(mangled.class_private_mappings))
        .build(&program)
        .code)
}

/// Shrinks the style sheets that scripts contain as templates tagged `css`.
struct StyleTemplates<'a> {
    ast: AstBuilder<'a>,
}

impl<'a> VisitMut<'a> for StyleTemplates<'a> {
    fn visit_tagged_template_expression(&mut self, it: &mut TaggedTemplateExpression<'a>) {
        walk_mut::walk_tagged_template_expression(self, it);
        let Expression::Identifier(tag) = &it.tag else {
            return;
        };
        // Where modules share a scope, each one's own name for it has a number.
        let (name, number) = tag.name.split_once('_').unwrap_or((&tag.name, ""));
        if name == "css" && number.bytes().all(|byte| byte.is_ascii_digit()) {
            for quasi in &mut it.quasi.quasis {
                // Only the raw text is printed.
                quasi.value.raw = self.ast.atom(&style(&quasi.value.raw));
            }
        }
    }
}

/// The smaller form of a style sheet, or of a part of one between two insertions.
///
/// Comments go, and each run of white space becomes a space; next to what
/// separates anyway, it goes too. Strings stay as they are.
pub fn style(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => string_length(rest, first),
            '/' if rest.starts_with("/*") => comment_length(rest),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        if first.is_ascii_whitespace() || token.starts_with("/*") {
            // After one of these, and after another space, a space says nothing.
            if !out.ends_with(['{', '}', ';', ',', ':', ' ']) {
                out.push(' ');
            }
        } else {
            if matches!(first, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                out.pop();
            }
            if first == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push_str(token);
        }
    }
    out
}

/// The length of the string that `source` begins with, quotes included.
fn string_length(source: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, character) in source.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return index + quote.len_utf8(),
            _ => {}
        }
    }
    source.len()
}

/// The length of the comment that `source` begins with, its marks included.
fn comment_length(source: &str) -> usize {
    let end = source[2..].find("*/");
    end.map_or(source.len(), |end| 2 + end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_style(source: &str, expect: &str) {
        assert_eq!(style(source), expect);
    }

    #[track_caller]
    fn check_script(source: &str, expect: &str) {
        assert_eq!(script(Path::new("a.js"), source).unwrap(), expect);
    }

    #[test]
    fn styles_lose_comments_and_white_space() {
        check_style(
            "/* A. */\na  b ,\n c:hover {\n  margin: 0 1px;\n  color: red;\n}\n",
            " a b,c:hover{margin:0 1px;color:red}",
        );
        check_style("a /* b */ c", "a c");
        check_style("calc(1px + 2px)", "calc(1px + 2px)");
    }

    #[test]
    fn strings_in_styles_are_kept() {
        check_style(
            r#"a { content: "  /* \" */ ;  " ; }"#,
            r#"a{content:"  /* \" */ ;  "}"#,
        );
        check_style("a { content: 'b", "a{content:'b");
    }

    #[test]
    fn parts_of_styles_keep_the_space_at_their_edges() {
        check_style(" solid ", " solid ");
    }

    #[test]
    fn scripts_keep_what_others_can_see() {
        check_script(
            "import { length as size } from './a.js';\n// A comment.\n\
             export function sum(first, second) {\n  return first.value + size(second);\n}\n",
            "import{length as e}from\"./a.js\";export function sum(t,n){return t.value+e(n)}",
        );
        check_script(
            "class Local extends HTMLElement { #hidden = 1; get shown() { return this.#hidden; } }\n\
             customElements.define('a-b', Local);",
            "class Local extends HTMLElement{#e=1;get shown(){return this.#e}}\
             customElements.define(`a-b`,Local);",
        );
    }

    #[test]
    fn only_templates_tagged_css_are_styles() {
        check_script(
            "export const sheet = css`a {\n  width: ${ wide }px;\n}`, text = `a {  }`;",
            "export const sheet=css`a{width:${wide}px}`,text=`a {  }`;",
        );
        // As it is called in a chunk.
        check_script(
            "export const sheet = css_12`a { }`, other = css_other`a { }`;",
            "export const sheet=css_12`a{}`,other=css_other`a { }`;",
        );
    }

    #[test]
    fn an_invalid_script_is_named() {
        let error = script(Path::new("www/a.js"), "let = ;").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("www/a.js is not a valid module:")
        );
    }
}
