//! Walks through a program and notes what each scope does with its names.

use std::collections::HashMap;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    Comprehension, ExceptHandler, Expr, Parameters, Pattern, Stmt, StmtClassDef, StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};

use super::error::{CompileError, Result};
use super::scope::{Kind, Scope, Scopes, conflict, is_store, mangled, parameter_names};
use crate::names::{Name, Names};

/// Where the walk is.
pub struct Walker<'n> {
    names: &'n Names,
    scopes: Vec<Scope>,
    by_range: HashMap<TextRange, usize>,
    current: usize,
    error: Option<CompileError>,
}

impl<'n> Walker<'n> {
    /// A walk that begins in a module.
    pub fn new(names: &'n Names) -> Self {
        Walker {
            names,
            scopes: vec![Scope::new(Kind::Module, None, None)],
            by_range: HashMap::new(),
            current: 0,
            error: None,
        }
    }

    /// Walks through statements.
    pub fn body(&mut self, body: &[Stmt]) {
        self.visit_body(body);
    }

    /// Walks through an expression.
    pub fn expression(&mut self, expression: &Expr) {
        self.visit_expr(expression);
    }

    /// What was found, or the first error.
    pub fn finish(self) -> Result<Scopes> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(Scopes::new(self.scopes, self.by_range)),
        }
    }

    fn fail(&mut self, error: CompileError) {
        self.error.get_or_insert(error);
    }

    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.current]
    }

    fn name(&self, text: &str) -> Name {
        match mangled(self.scopes[self.current].class_name.as_deref(), text) {
            Some(text) => self.names.name(&text),
            None => self.names.name(text),
        }
    }

    fn assign(&mut self, text: &str) {
        let name = self.name(text);
        self.scope().symbol(name).assigned = true;
    }

    fn use_name(&mut self, text: &str) {
        let name = self.name(text);
        self.scope().symbol(name).used = true;
        // A method that says `super()` has the class at hand.
        if text == "super" && self.scope().kind == Kind::Function {
            self.scope().symbol(Name::CLASS).used = true;
        }
    }

    fn enter(&mut self, range: TextRange, kind: Kind, class_name: Option<String>) -> usize {
        let outer = self.current;
        self.scopes.push(Scope::new(kind, Some(outer), class_name));
        self.current = self.scopes.len() - 1;
        self.by_range.insert(range, self.current);
        outer
    }

    fn inherited_class_name(&self) -> Option<String> {
        self.scopes[self.current].class_name.clone()
    }

    fn parameters(&mut self, parameters: &Parameters) {
        for (text, range) in parameter_names(parameters) {
            let name = self.name(text);
            if self.scope().symbol(name).parameter {
                self.fail(CompileError::new(
                    format!("duplicate argument '{text}' in function definition"),
                    range,
                ));
            }
            self.scope().symbol(name).parameter = true;
        }
    }

    fn defaults_and_annotations(&mut self, parameters: &Parameters) {
        visitor::walk_parameters(self, parameters);
    }

    fn function(&mut self, def: &StmtFunctionDef) {
        self.assign(&def.name);
        for decorator in &def.decorator_list {
            self.visit_decorator(decorator);
        }
        self.defaults_and_annotations(&def.parameters);
        if let Some(returns) = &def.returns {
            self.visit_annotation(returns);
        }
        let class_name = self.inherited_class_name();
        let outer = self.enter(def.range, Kind::Function, class_name);
        self.scope().is_async = def.is_async;
        self.parameters(&def.parameters);
        self.visit_body(&def.body);
        self.current = outer;
    }

    fn class(&mut self, def: &StmtClassDef) {
        self.assign(&def.name);
        for decorator in &def.decorator_list {
            self.visit_decorator(decorator);
        }
        if let Some(arguments) = &def.arguments {
            self.visit_arguments(arguments);
        }
        let outer = self.enter(def.range, Kind::Class, Some(def.name.to_string()));
        self.visit_body(&def.body);
        self.current = outer;
    }

    fn comprehension(
        &mut self,
        range: TextRange,
        parts: &[Comprehension],
        elements: &[&Expr],
        is_generator: bool,
    ) {
        self.visit_expr(&parts[0].iter);
        let class_name = self.inherited_class_name();
        let outer = self.enter(range, Kind::Comprehension, class_name);
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.visit_expr(&part.iter);
            }
            self.scope().has_await |= part.is_async;
            self.visit_expr(&part.target);
            for condition in &part.ifs {
                self.visit_expr(condition);
            }
        }
        for element in elements {
            self.visit_expr(element);
        }
        // What awaits has to be awaited; only a generator keeps it for later.
        let awaits = self.scope().has_await && !is_generator;
        self.current = outer;
        self.scope().has_await |= awaits;
    }

    /// `name := value` sets a variable of the function that the comprehension is in.
    fn named(&mut self, target: &Expr) {
        let Expr::Name(target) = target else { return };
        let name = self.name(&target.id);
        let mut at = self.current;
        while self.scopes[at].kind == Kind::Comprehension {
            at = self.scopes[at]
                .parent
                .expect("a comprehension is in something");
        }
        let outer = &self.scopes[at];
        let known = outer.symbols.get(&name).copied().unwrap_or_default();
        let is_module = outer.kind == Kind::Module;
        if at != self.current {
            let symbol = self.scope().symbol(name);
            if is_module || known.global.is_some() {
                symbol.global = Some(target.range);
            } else {
                symbol.nonlocal = Some(target.range);
            }
            symbol.assigned = true;
        }
        self.scopes[at].symbol(name).assigned = true;
    }

    fn declare(&mut self, text: &str, range: TextRange, is_global: bool) {
        let name = self.name(text);
        let kind = self.scope().kind;
        let symbol = *self.scope().symbol(name);
        let word = if is_global { "global" } else { "nonlocal" };
        if symbol.parameter {
            self.fail(conflict(text, &format!("is parameter and {word}"), range));
        } else if symbol.annotated {
            let what = format!("annotated name '{text}' can't be {word}");
            self.fail(CompileError::new(what, range));
        } else if symbol.used {
            let what = format!("is used prior to {word} declaration");
            self.fail(conflict(text, &what, range));
        } else if symbol.assigned {
            let what = format!("is assigned to before {word} declaration");
            self.fail(conflict(text, &what, range));
        } else if symbol.global.is_some() && !is_global {
            self.fail(conflict(text, "is nonlocal and global", range));
        } else if kind == Kind::Module && !is_global {
            let what = "nonlocal declaration not allowed at module level";
            self.fail(CompileError::new(what, range));
        }
        let symbol = self.scope().symbol(name);
        if is_global {
            symbol.global = Some(range);
        } else {
            symbol.nonlocal = Some(range);
        }
    }
}

impl<'a> Visitor<'a> for Walker<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => return self.function(def),
            Stmt::ClassDef(def) => return self.class(def),
            Stmt::Global(global) => {
                for name in &global.names {
                    self.declare(name, global.range, true);
                }
                return;
            }
            Stmt::Nonlocal(nonlocal) => {
                for name in &nonlocal.names {
                    self.declare(name, nonlocal.range, false);
                }
                return;
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    let first = name.split('.').next().unwrap_or_default();
                    self.assign(first);
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.assign(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            Stmt::AnnAssign(assign) => {
                if let Expr::Name(target) = &*assign.target {
                    let name = self.name(&target.id);
                    let symbol = self.scope().symbol(name);
                    symbol.annotated = assign.simple;
                    symbol.assigned = true;
                    if symbol.global.is_some() && assign.simple {
                        let what = format!("annotated name '{}' can't be global", target.id);
                        self.fail(CompileError::new(what, stmt.range()));
                    }
                }
            }
            Stmt::AugAssign(assign) => {
                // It also reads, which a later declaration comes too late for.
                if let Expr::Name(target) = &*assign.target {
                    let name = self.name(&target.id);
                    self.scope().symbol(name).assigned = true;
                }
            }
            _ => {}
        }
        visitor::walk_stmt(self, stmt);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.assign(name);
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.assign(name);
        }
        visitor::walk_pattern(self, pattern);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if is_store(name.ctx) => self.assign(&name.id),
            Expr::Name(name) => self.use_name(&name.id),
            Expr::Named(named) => {
                self.named(&named.target);
                return self.visit_expr(&named.value);
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults_and_annotations(parameters);
                }
                let class_name = self.inherited_class_name();
                let outer = self.enter(lambda.range, Kind::Function, class_name);
                if let Some(parameters) = &lambda.parameters {
                    self.parameters(parameters);
                }
                self.visit_expr(&lambda.body);
                self.current = outer;
                return;
            }
            Expr::ListComp(comp) => {
                return self.comprehension(comp.range, &comp.generators, &[&comp.elt], false);
            }
            Expr::SetComp(comp) => {
                return self.comprehension(comp.range, &comp.generators, &[&comp.elt], false);
            }
            Expr::Generator(comp) => {
                return self.comprehension(comp.range, &comp.generators, &[&comp.elt], true);
            }
            Expr::DictComp(comp) => {
                let mut elements: Vec<&Expr> = comp.key.iter().map(|key| &**key).collect();
                elements.push(&comp.value);
                return self.comprehension(comp.range, &comp.generators, &elements, false);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => self.scope().has_yield = true,
            Expr::Await(_) => self.scope().has_await = true,
            _ => {}
        }
        visitor::walk_expr(self, expr);
    }
}
