//! `custom-elements.json`, which tells editors and documentation what the elements
//! have. It is made of the package's types, so that there is one description.
//!
//! The format is <https://github.com/webcomponents/custom-elements-manifest>.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use oxc_allocator::Allocator;
use oxc_ast::ast::{
    Class, ClassElement, Declaration, FormalParameters, Function, MethodDefinitionKind, Program,
    Statement, TSInterfaceDeclaration, TSSignature, TSTypeAnnotation,
};
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType, Span};
use serde_json::{Value, json};

use super::read;

/// The elements: the module of the class and its name, and the module that registers it.
const ELEMENTS: [(&str, &str, &str, &str); 2] = [
    (
        "interleaved-demo",
        "InterleavedDemo",
        "interleaved-demo.js",
        "interleaved.js",
    ),
    (
        "interleaved-check",
        "InterleavedCheck",
        "interleaved-check.js",
        "interleaved-check.js",
    ),
];

/// What every element inherits; the types only say more of their parameters.
const INHERITED: [&str; 2] = ["addEventListener", "removeEventListener"];

const MODULES: [&str; 3] = [
    "interleaved.js",
    "interleaved-demo.js",
    "interleaved-check.js",
];

/// The text of the manifest, made of the types in `folder`.
pub fn write(folder: &Path) -> Result<String> {
    let modules = MODULES
        .into_iter()
        .map(|path| {
            let types = path.replace(".js", ".d.ts");
            module(path, &read(&folder.join(&types))?)
                .with_context(|| format!("could not read {types}"))
        })
        .collect::<Result<Vec<_>>>()?;
    let manifest = json!({ "schemaVersion": "1.0.0", "readme": "README.md", "modules": modules });
    Ok(format!("{}\n", serde_json::to_string_pretty(&manifest)?))
}

/// What one module declares and exports.
fn module(path: &str, source: &str) -> Result<Value> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::d_ts()).parse();
    if let Some(error) = parsed.errors.first() {
        bail!("{error}");
    }
    let types = Types {
        source,
        program: &parsed.program,
    };
    let interfaces: BTreeMap<&str, &TSInterfaceDeclaration> = types
        .exported()
        .filter_map(|(_, declaration)| match declaration {
            Declaration::TSInterfaceDeclaration(it) => Some((it.id.name.as_str(), &**it)),
            _ => None,
        })
        .collect();
    let (mut declarations, mut exports) = (Vec::new(), Vec::new());
    for (span, declaration) in types.exported() {
        let declared = match declaration {
            Declaration::ClassDeclaration(class) => types.class(class, &interfaces)?,
            Declaration::FunctionDeclaration(function) => types.function(function)?,
            _ => continue,
        };
        let declared = with_description(declared, &types.comment(span).text);
        exports.push(json!({
            "kind": "js",
            "name": declared["name"],
            "declaration": { "name": declared["name"] },
        }));
        declarations.push(declared);
    }
    for (tag, class, module, registers) in ELEMENTS {
        if registers == path {
            exports.push(json!({
                "kind": "custom-element-definition",
                "name": tag,
                "declaration": { "name": class, "module": module },
            }));
        }
        if registers == path && module != path {
            exports.push(json!({
                "kind": "js",
                "name": class,
                "declaration": { "name": class, "module": module },
            }));
        }
    }
    Ok(json!({
        "kind": "javascript-module",
        "path": path,
        "declarations": declarations,
        "exports": exports,
    }))
}

/// A file of types.
struct Types<'a> {
    source: &'a str,
    program: &'a Program<'a>,
}

/// A comment that describes something.
#[derive(Default)]
struct Comment {
    text: String,
    default: Option<String>,
}

impl<'a> Types<'a> {
    fn exported(&self) -> impl Iterator<Item = (Span, &'a Declaration<'a>)> {
        self.program.body.iter().filter_map(|statement| {
            let Statement::ExportNamedDeclaration(export) = statement else {
                return None;
            };
            Some((export.span, export.declaration.as_ref()?))
        })
    }

    /// The comment before what has this span.
    fn comment(&self, span: Span) -> Comment {
        let Some(comment) = self
            .program
            .comments
            .iter()
            .find(|comment| comment.attached_to == span.start)
        else {
            return Comment::default();
        };
        let mut found = Comment::default();
        for line in self.text(comment.content_span()).lines() {
            let line = line.trim().trim_start_matches('*').trim();
            if let Some(default) = line.strip_prefix("@default ") {
                found.default = Some(default.to_owned());
            } else if !line.starts_with('@') && !line.is_empty() {
                found.text.push(' ');
                found.text.push_str(line);
            }
        }
        found.text = found.text.trim().to_owned();
        found
    }

    fn text(&self, span: Span) -> &'a str {
        span.source_text(self.source)
    }

    fn type_text(&self, annotation: Option<&TSTypeAnnotation>) -> Value {
        annotation.map_or(
            Value::Null,
            |annotation| json!({ "text": self.text(annotation.type_annotation.span()) }),
        )
    }

    fn class(
        &self,
        class: &Class<'a>,
        interfaces: &BTreeMap<&str, &TSInterfaceDeclaration<'a>>,
    ) -> Result<Value> {
        let name = class
            .id
            .as_ref()
            .context("a class has no name")?
            .name
            .as_str();
        let parent = class
            .super_class
            .as_ref()
            .context("a class has no parent")?;
        let mut declared = json!({
            "kind": "class",
            "name": name,
            "superclass": { "name": self.text(parent.span()), "package": "global:" },
            "members": self.members(class)?,
        });
        let Some((tag, ..)) = ELEMENTS.iter().find(|(_, class, ..)| *class == name) else {
            return Ok(declared);
        };
        declared["customElement"] = json!(true);
        declared["tagName"] = json!(tag);
        let described = |suffix: &str| interfaces.get(format!("{name}{suffix}").as_str());
        let attributes = described("Attributes").context("an element has no attributes")?;
        declared["attributes"] = self.signatures(attributes, |attribute| {
            // HTML writes a property's name in lower case, or with hyphens.
            let lowered = attribute.replace('-', "");
            let members = declared["members"].as_array()?;
            let mut names = members.iter().filter_map(|member| member["name"].as_str());
            let field = names.find(|name| name.eq_ignore_ascii_case(&lowered))?;
            Some(field.to_owned())
        });
        if let Some(events) = described("EventMap") {
            declared["events"] = self.signatures(events, |_| None);
        }
        Ok(declared)
    }

    /// The members of an interface; of attributes, with the field that each has.
    fn signatures(
        &self,
        interface: &TSInterfaceDeclaration<'a>,
        field: impl Fn(&str) -> Option<String>,
    ) -> Value {
        let properties = interface.body.body.iter().filter_map(|signature| {
            let TSSignature::TSPropertySignature(property) = signature else {
                return None;
            };
            let name = property.key.static_name()?;
            let Comment { text, default } = self.comment(property.span);
            let kind = self.type_text(property.type_annotation.as_deref());
            let mut member = json!({ "name": name, "type": kind });
            if let Some(default) = default {
                member["default"] = json!(default);
            }
            if let Some(field) = field(&name) {
                member["fieldName"] = json!(field);
            }
            Some(with_description(member, &text))
        });
        properties.collect()
    }

    fn members(&self, class: &Class<'a>) -> Result<Value> {
        let mut members = Vec::new();
        for element in &class.body.body {
            let (kind, key, span) = match element {
                ClassElement::MethodDefinition(it) => match it.kind {
                    MethodDefinitionKind::Method => (self.signature(&it.value), &it.key, it.span),
                    MethodDefinitionKind::Get => {
                        let kind = self.type_text(it.value.return_type.as_deref());
                        (json!({ "kind": "field", "type": kind }), &it.key, it.span)
                    }
                    // Of a field that can be set there is a getter, too.
                    MethodDefinitionKind::Set | MethodDefinitionKind::Constructor => continue,
                },
                ClassElement::PropertyDefinition(it) => {
                    let kind = self.type_text(it.type_annotation.as_deref());
                    (json!({ "kind": "field", "type": kind }), &it.key, it.span)
                }
                _ => bail!("a class has something that is neither a method nor a field"),
            };
            let name = key.static_name().context("a member has no name")?;
            if INHERITED.contains(&&*name) {
                continue;
            }
            let mut member = kind;
            member["name"] = json!(name);
            let text = self.comment(span).text;
            members.push(with_description(member, &text));
        }
        Ok(members.into())
    }

    fn function(&self, function: &Function<'a>) -> Result<Value> {
        let mut declared = self.signature(function);
        let name = function.id.as_ref().context("a function has no name")?;
        declared["kind"] = json!("function");
        declared["name"] = json!(name.name.as_str());
        Ok(declared)
    }

    fn signature(&self, function: &Function<'a>) -> Value {
        json!({
            "kind": "method",
            "parameters": self.parameters(&function.params),
            "return": { "type": self.type_text(function.return_type.as_deref()) },
        })
    }

    fn parameters(&self, parameters: &FormalParameters<'a>) -> Value {
        let parameters = parameters.items.iter().map(|parameter| {
            let pattern = &parameter.pattern;
            let mut declared = json!({
                "name": pattern.get_identifier_name().map(|name| name.to_string()),
                "type": self.type_text(pattern.type_annotation.as_deref()),
            });
            if pattern.optional {
                declared["optional"] = json!(true);
            }
            declared
        });
        parameters.collect()
    }
}

fn with_description(mut declared: Value, text: &str) -> Value {
    if !text.is_empty() {
        declared["description"] = json!(text);
    }
    declared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_become_a_manifest() {
        let source = "
            /** What it has. */
            export interface InterleavedCheckAttributes {
                /**
                 * What it reads,
                 * from the start.
                 * @default 0
                 */
                \"start-at\"?: string | number;
            }
            /** An element. */
            export class InterleavedCheck extends HTMLElement {
                get startAt(): string;
                set startAt(it: number);
                /** Goes on. */
                go(far?: boolean): void;
            }";
        let module = module("interleaved-check.js", source).unwrap();
        let class = &module["declarations"][0];
        assert_eq!(
            class["attributes"],
            json!([{
                "name": "start-at",
                "type": { "text": "string | number" },
                "description": "What it reads, from the start.",
                "default": "0",
                "fieldName": "startAt",
            }])
        );
        assert_eq!(
            class["members"],
            json!([
                { "kind": "field", "name": "startAt", "type": { "text": "string" } },
                {
                    "kind": "method",
                    "name": "go",
                    "description": "Goes on.",
                    "parameters": [{ "name": "far", "type": { "text": "boolean" }, "optional": true }],
                    "return": { "type": { "text": "void" } },
                },
            ])
        );
        assert_eq!(class["description"], "An element.");
        assert_eq!(module["exports"][1]["kind"], "custom-element-definition");
    }
}
