//! Functions, lambdas and classes.

use ruff_python_ast::{
    Decorator, Expr, ExprLambda, Parameters as AstParameters, Stmt, StmtClassDef, StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange};

use super::Compiler;
use super::effect::flags;
use super::error::{Result, error};
use super::expr::makes;
use super::literal::{constant, docstring};
use super::scope::{Kind, parameter_names};
use super::unit::Unit;
use crate::code::instr::Instr;
use crate::code::{Constant, Makes, Parameters};
use crate::names::Name;
use crate::values::generator;

/// Whether a statement annotates a variable, at any depth but in no inner scope.
pub fn has_annotation(stmt: &Stmt) -> bool {
    let any = |body: &[Stmt]| body.iter().any(has_annotation);
    match stmt {
        Stmt::AnnAssign(_) => true,
        Stmt::If(stmt) => {
            any(&stmt.body)
                || stmt
                    .elif_else_clauses
                    .iter()
                    .any(|clause| any(&clause.body))
        }
        Stmt::For(stmt) => any(&stmt.body) || any(&stmt.orelse),
        Stmt::While(stmt) => any(&stmt.body) || any(&stmt.orelse),
        Stmt::With(stmt) => any(&stmt.body),
        Stmt::Try(stmt) => any(&stmt.body) || any(&stmt.orelse) || any(&stmt.finalbody),
        _ => false,
    }
}

/// The same for code.
pub fn code_makes(makes: Option<generator::Kind>) -> Makes {
    match makes {
        None => Makes::Result,
        Some(generator::Kind::Generator) => Makes::Generator,
        Some(generator::Kind::Coroutine) => Makes::Coroutine,
        Some(generator::Kind::AsyncGenerator) => Makes::AsyncGenerator,
    }
}

fn parameters_of(parameters: &AstParameters) -> Parameters {
    Parameters {
        positional: (parameters.posonlyargs.len() + parameters.args.len()) as u16,
        positional_only: parameters.posonlyargs.len() as u16,
        keyword_only: parameters.kwonlyargs.len() as u16,
        star: parameters.vararg.is_some(),
        double_star: parameters.kwarg.is_some(),
    }
}

impl<'a> Compiler<'a> {
    /// Begins a unit for a scope, whose first slots are parameters.
    pub fn begin_function(
        &mut self,
        scope: usize,
        name: &str,
        parameters: Vec<Name>,
        shape: Parameters,
        range: TextRange,
    ) {
        let outer = self.unit().scope;
        let around = self.unit().qualname.to_string();
        let is_global = self.scopes.all[outer]
            .symbols
            .get(&self.names.name(name))
            .is_some_and(|symbol| symbol.global.is_some());
        let qualname = match self.scopes.all[outer].kind {
            Kind::Module => name.to_string(),
            _ if is_global => name.to_string(),
            Kind::Class => format!("{around}.{name}"),
            Kind::Function | Kind::Comprehension => format!("{around}.<locals>.{name}"),
        };
        let inner = &self.scopes.all[scope];
        let mut slots = parameters;
        let mut free = Vec::new();
        let mut cells = Vec::new();
        for &name in &inner.order {
            let symbol = inner.symbols[&name];
            let is_slot = match inner.kind {
                Kind::Class => symbol.cell && name == Name::CLASS,
                _ => symbol.is_bound(),
            };
            if symbol.free {
                free.push(name);
            } else if is_slot && !slots.contains(&name) {
                slots.push(name);
            }
            if symbol.cell {
                cells.push(name);
            }
        }
        let mut unit = Unit::new(scope, name, &qualname, slots, free);
        unit.parameters = shape;
        unit.first_line = self.source.line_of(range.start().to_usize()) as u32;
        self.units.push(unit);
        self.at(range);
        for name in cells {
            let slot = self.unit().slot(name);
            self.emit(Instr::MakeCell(slot));
        }
    }

    /// Ends a unit, and makes the function in the one around it.
    pub fn end_function(&mut self, range: TextRange, mut flags: u8) -> Result<()> {
        let free = self.unit().free.clone();
        let code = self.finish_unit(range)?;
        if !free.is_empty() {
            for &name in &free {
                let slot = self.unit().slot(name);
                self.emit(Instr::Local(slot));
            }
            self.emit(Instr::Tuple(free.len() as u16));
            flags |= flags::CLOSURE;
        }
        let code = self.unit().constant(Constant::Code(code.into()));
        self.emit(Instr::Function { code, flags });
        Ok(())
    }

    fn decorators(&mut self, decorators: &'a [Decorator]) -> Result<()> {
        for decorator in decorators {
            self.expr(&decorator.expression)?;
        }
        Ok(())
    }

    fn apply_decorators(&mut self, decorators: &'a [Decorator]) {
        for decorator in decorators.iter().rev() {
            self.emit_at(Instr::Call(1), decorator.expression.range());
        }
    }

    /// Pushes the defaults and annotations, and says which there are.
    fn function_parts(
        &mut self,
        parameters: &'a AstParameters,
        returns: Option<&'a Expr>,
    ) -> Result<u8> {
        let mut flags = 0;
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let defaults: Vec<&Expr> = positional.filter_map(|p| p.default.as_deref()).collect();
        if !defaults.is_empty() {
            let constants: Option<Vec<_>> = defaults.iter().map(|expr| constant(expr)).collect();
            if let Some(constants) = constants {
                self.push_constant(Constant::Tuple(constants));
            } else {
                for expr in &defaults {
                    self.expr(expr)?;
                }
                self.emit(Instr::Tuple(defaults.len() as u16));
            }
            flags |= flags::DEFAULTS;
        }
        let keyword_only = parameters.kwonlyargs.iter();
        let named: Vec<_> = keyword_only
            .filter_map(|p| Some((p.parameter.name.as_str(), p.default.as_deref()?)))
            .collect();
        if !named.is_empty() {
            for (name, default) in &named {
                let name = self.name(name);
                let text = self.names.text(name);
                self.text(&text);
                self.expr(default)?;
            }
            self.emit(Instr::Dict(named.len() as u16));
            flags |= flags::KEYWORD_DEFAULTS;
        }
        let parameter = parameters.iter().filter_map(|parameter| {
            let parameter = parameter.as_parameter();
            Some((parameter.name.as_str(), parameter.annotation()?))
        });
        let mut annotations: Vec<(&str, &Expr)> = parameter.collect();
        annotations.extend(returns.map(|expr| ("return", expr)));
        if !annotations.is_empty() {
            for (name, annotation) in &annotations {
                self.text(name);
                self.annotation(annotation)?;
            }
            self.emit(Instr::Dict(annotations.len() as u16));
            flags |= flags::ANNOTATIONS;
        }
        Ok(flags)
    }

    /// Pushes an annotation: its value, or its text after
    /// `from __future__ import annotations`.
    pub fn annotation(&mut self, annotation: &'a Expr) -> Result<()> {
        if self
            .source
            .text
            .contains("from __future__ import annotations")
        {
            let text = &self.source.text[annotation.range()];
            self.text(text);
            return Ok(());
        }
        self.expr(annotation)
    }

    /// `def`
    pub fn function_def(&mut self, def: &'a StmtFunctionDef) -> Result<()> {
        if def.type_params.is_some() {
            return error("type parameters are not in Python 3.11", def.name.range);
        }
        self.decorators(&def.decorator_list)?;
        let flags = self.function_parts(&def.parameters, def.returns.as_deref())?;
        let scope = self.scopes.at(def);
        let has_yield = self.scopes.all[scope].has_yield;
        self.begin(
            scope,
            &def.name,
            &def.parameters,
            first_range(&def.decorator_list, def.range),
        );
        self.unit().makes = code_makes(makes(def.is_async, has_yield));
        self.unit().doc = docstring(&def.body);
        self.body(&def.body)?;
        self.emit(Instr::None);
        self.emit(Instr::Return);
        self.end_function(def.range, flags)?;
        self.apply_decorators(&def.decorator_list);
        let name = self.name(&def.name);
        self.store_name(name);
        Ok(())
    }

    fn begin(&mut self, scope: usize, name: &str, parameters: &'a AstParameters, range: TextRange) {
        let texts = parameter_names(parameters);
        let slots = texts.iter().map(|(text, _)| self.name(text)).collect();
        self.begin_function(scope, name, slots, parameters_of(parameters), range);
    }

    /// `lambda`
    pub fn lambda(&mut self, lambda: &'a ExprLambda) -> Result<()> {
        let scope = self.scopes.at(lambda);
        let mut flags = 0;
        match &lambda.parameters {
            Some(parameters) => {
                flags = self.function_parts(parameters, None)?;
                self.begin(scope, "<lambda>", parameters, lambda.range);
            }
            None => {
                let shape = Parameters::default();
                self.begin_function(scope, "<lambda>", Vec::new(), shape, lambda.range);
            }
        }
        let has_yield = self.scopes.all[scope].has_yield;
        self.unit().makes = code_makes(makes(false, has_yield));
        self.expr(&lambda.body)?;
        self.emit(Instr::Return);
        self.end_function(lambda.range, flags)
    }

    /// `class`
    pub fn class_def(&mut self, def: &'a StmtClassDef) -> Result<()> {
        if def.type_params.is_some() {
            return error("type parameters are not in Python 3.11", def.name.range);
        }
        self.decorators(&def.decorator_list)?;
        self.emit(Instr::Class);
        let scope = self.scopes.at(def);
        let shape = Parameters::default();
        let range = first_range(&def.decorator_list, def.range);
        self.begin_function(scope, &def.name, Vec::new(), shape, range);
        self.unit().has_namespace = true;
        let module = self.unit().name_number(Name::NAME);
        let cache = self.unit().cache();
        self.emit(Instr::Global {
            name: module,
            cache,
        });
        self.store_name(Name::MODULE);
        let qualname = self.unit().qualname.clone();
        self.text(&qualname);
        self.store_name(Name::QUALNAME);
        if let Some(doc) = docstring(&def.body) {
            self.text(&doc);
            self.store_name(Name::DOC);
        }
        if def.body.iter().any(has_annotation) {
            self.emit(Instr::Annotations);
        }
        self.body(&def.body)?;
        if self.unit().slots.contains(&Name::CLASS) {
            let slot = self.unit().slot(Name::CLASS);
            self.emit(Instr::Local(slot));
            let number = self.unit().name_number(Name::CLASS_CELL);
            self.emit(Instr::SetName(number));
        }
        self.emit(Instr::None);
        self.emit(Instr::Return);
        self.end_function(def.range, 0)?;
        self.text(&def.name);
        let call_range = def.range;
        match &def.arguments {
            Some(arguments) => {
                self.arguments(arguments, false, 2, call_range)?;
            }
            None => self.emit(Instr::Call(2)),
        }
        self.apply_decorators(&def.decorator_list);
        let name = self.name(&def.name);
        self.store_name(name);
        Ok(())
    }
}

/// A definition begins with its decorators.
fn first_range(decorators: &[Decorator], range: TextRange) -> TextRange {
    match decorators.first() {
        Some(first) => TextRange::new(first.range.start(), range.end()),
        None => range,
    }
}
