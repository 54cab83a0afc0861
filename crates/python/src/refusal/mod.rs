//! What a program needs and can't have here: said before it runs, all of it at once.

mod reasons;

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{ExceptHandler, Expr, Mod, Stmt, StmtTry};
use ruff_python_parser::{Mode, ParseOptions};
use ruff_text_size::{Ranged, TextRange};

use crate::modules;
use crate::source::{Source, nesting};
pub use reasons::{Language, Reason};

/// Something that a program needs and can't have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line, from 1.
    pub line: u32,
    /// The name that the program uses.
    pub word: String,
    pub reason: Reason,
}

impl Refusal {
    /// It in words.
    pub fn text(&self, language: Language) -> String {
        let Refusal { line, word, reason } = self;
        let reason = reason.text(language);
        match language {
            Language::English => format!("line {line}: `{word}` is not available here: {reason}"),
            Language::Korean => format!("{line}행: `{word}`: 여기서는 쓸 수 없습니다. {reason}"),
        }
    }
}

/// All that a program needs and can't have, in the order of its lines. A program that
/// can't be parsed needs nothing: its error says what is wrong.
pub fn refusals(text: &str) -> Vec<Refusal> {
    let source = std::rc::Rc::new(Source::new("program.py", text));
    if nesting::check(&source).is_err() {
        return Vec::new();
    }
    let options = ParseOptions::from(Mode::Module);
    let Ok(parsed) = ruff_python_parser::parse(&source.text, options) else {
        return Vec::new();
    };
    let Mod::Module(module) = parsed.syntax() else {
        return Vec::new();
    };
    let mut search = Search {
        source: &source,
        guards: 0,
        found: Vec::new(),
    };
    search.visit_body(&module.body);
    let mut found = search.found;
    found.sort_by_key(|refusal| refusal.line);
    found.dedup();
    found
}

struct Search<'a> {
    source: &'a Source,
    /// How many `try` statements around this one take a missing module for granted.
    guards: usize,
    found: Vec<Refusal>,
}

impl Search<'_> {
    fn refusal(&self, range: TextRange, word: &str, reason: Reason) -> Refusal {
        Refusal {
            line: self.source.line_of(range.start().to_usize()) as u32,
            word: word.to_string(),
            reason,
        }
    }

    fn module(&mut self, range: TextRange, name: &str) {
        if self.guards > 0 || modules::source(name).is_some() {
            return;
        }
        let top = name.split('.').next().unwrap_or_default();
        if let Some(reason) = reasons::of_module(top) {
            let refusal = self.refusal(range, name, reason);
            self.found.push(refusal);
        }
    }

    fn attribute(&mut self, range: TextRange, module: &str, name: &str) {
        if let Some(reason) = reasons::of_attribute(module, name) {
            let refusal = self.refusal(range, name, reason);
            self.found.push(refusal);
        }
    }
}

/// Whether a `try` has an `except` for what a missing module raises.
fn is_guard(stmt: &StmtTry) -> bool {
    let catches = |handler: &ExceptHandler| {
        let ExceptHandler::ExceptHandler(handler) = handler;
        let classes = handler.type_.as_deref();
        classes.is_none_or(|class| match class {
            Expr::Tuple(classes) => classes.elts.iter().any(is_import_error),
            class => is_import_error(class),
        })
    };
    stmt.handlers.iter().any(catches)
}

fn is_import_error(class: &Expr) -> bool {
    let names = [
        "ImportError",
        "ModuleNotFoundError",
        "Exception",
        "BaseException",
    ];
    matches!(class, Expr::Name(name) if names.contains(&name.id.as_str()))
}

impl<'a> Visitor<'a> for Search<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.module(alias.range(), alias.name.as_str());
                }
            }
            Stmt::ImportFrom(import) if import.level == 0 => {
                let module = import.module.as_ref().map_or("", |module| module.as_str());
                self.module(import.range(), module);
                for alias in &import.names {
                    self.attribute(alias.range(), module, alias.name.as_str());
                }
            }
            Stmt::Try(guard) if is_guard(guard) => {
                self.guards += 1;
                self.visit_body(&guard.body);
                self.guards -= 1;
                for ExceptHandler::ExceptHandler(handler) in &guard.handlers {
                    self.visit_body(&handler.body);
                }
                self.visit_body(&guard.orelse);
                self.visit_body(&guard.finalbody);
                return;
            }
            Stmt::FunctionDef(function) if function.name.as_str() == "__del__" => {
                let refusal = self.refusal(function.name.range(), "__del__", Reason::Freeing);
                self.found.push(refusal);
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr {
            let module = match &*attribute.value {
                Expr::Name(name) => name.id.as_str(),
                _ => "",
            };
            self.attribute(attribute.attr.range(), module, attribute.attr.as_str());
        }
        walk_expr(self, expr);
    }
}
