//! Which variable a name means, found out before any code is made.

use std::collections::HashMap;

use ruff_python_ast::{Expr, ExprContext, Parameters, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::error::{CompileError, Result, error};
use super::symbols::Walker;
use crate::names::{Name, Names};

/// What a scope belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Module,
    Class,
    Function,
    /// A comprehension or a generator expression: a function of its own.
    Comprehension,
}

/// What is known of a name in a scope, before and after it is resolved.
#[derive(Clone, Copy, Debug, Default)]
pub struct Symbol {
    pub assigned: bool,
    pub used: bool,
    pub parameter: bool,
    pub global: Option<TextRange>,
    pub nonlocal: Option<TextRange>,
    pub annotated: bool,
    /// A variable of this scope that inner ones share.
    pub cell: bool,
    /// A variable of a scope around this one.
    pub free: bool,
}

impl Symbol {
    /// Whether it is a variable of this scope.
    pub fn is_bound(&self) -> bool {
        (self.assigned || self.parameter) && self.global.is_none() && self.nonlocal.is_none()
    }
}

/// How code reaches a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Local,
    Cell,
    Global,
    /// A variable of a class's body, else a global one.
    Name,
    /// A variable of a class's body, else one of a function around it.
    ClassCell,
}

/// The names of a module, a class's body or a function.
#[derive(Debug)]
pub struct Scope {
    pub kind: Kind,
    pub parent: Option<usize>,
    pub symbols: HashMap<Name, Symbol>,
    /// The names in the order in which they came up.
    pub order: Vec<Name>,
    pub is_async: bool,
    pub has_yield: bool,
    pub has_await: bool,
    /// The class whose body it is in, for names like `__private`.
    pub class_name: Option<String>,
}

impl Scope {
    /// A scope without names.
    pub fn new(kind: Kind, parent: Option<usize>, class_name: Option<String>) -> Scope {
        Scope {
            kind,
            parent,
            symbols: HashMap::new(),
            order: Vec::new(),
            is_async: false,
            has_yield: false,
            has_await: false,
            class_name,
        }
    }

    /// What is known of a name, made if need be.
    pub fn symbol(&mut self, name: Name) -> &mut Symbol {
        if !self.symbols.contains_key(&name) {
            self.order.push(name);
        }
        self.symbols.entry(name).or_default()
    }

    fn is_function(&self) -> bool {
        matches!(self.kind, Kind::Function | Kind::Comprehension)
    }
}

/// All scopes of a program; the first is the module's.
#[derive(Debug)]
pub struct Scopes {
    pub all: Vec<Scope>,
    by_range: HashMap<TextRange, usize>,
}

impl Scopes {
    /// The scopes of a module's statements.
    pub fn of_module(body: &[Stmt], names: &Names) -> Result<Scopes> {
        let mut walker = Walker::new(names);
        walker.body(body);
        walker.finish()?.resolve(names)
    }

    /// The scopes of an expression.
    pub fn of_expression(expression: &Expr, names: &Names) -> Result<Scopes> {
        let mut walker = Walker::new(names);
        walker.expression(expression);
        walker.finish()?.resolve(names)
    }

    /// Scopes that are found by the range of what they belong to.
    pub fn new(all: Vec<Scope>, by_range: HashMap<TextRange, usize>) -> Scopes {
        Scopes { all, by_range }
    }

    /// The scope of a function, a class, or a comprehension.
    pub fn at(&self, node: &impl Ranged) -> usize {
        self.by_range[&node.range()]
    }

    /// How a scope reaches a variable.
    pub fn place(&self, scope: usize, name: Name) -> Place {
        let scope = &self.all[scope];
        let symbol = scope.symbols.get(&name).copied().unwrap_or_default();
        if symbol.global.is_some() {
            return Place::Global;
        }
        match scope.kind {
            Kind::Module => Place::Global,
            Kind::Class if symbol.free && symbol.nonlocal.is_none() => Place::ClassCell,
            Kind::Class if symbol.free => Place::Cell,
            Kind::Class => Place::Name,
            _ if symbol.cell || symbol.free => Place::Cell,
            _ if symbol.is_bound() => Place::Local,
            _ => Place::Global,
        }
    }

    fn resolve(mut self, names: &Names) -> Result<Scopes> {
        // Scopes come after those around them.
        for scope in 0..self.all.len() {
            for index in 0..self.all[scope].order.len() {
                let name = self.all[scope].order[index];
                self.resolve_name(scope, name, names)?;
            }
        }
        Ok(self)
    }

    fn resolve_name(&mut self, scope: usize, name: Name, names: &Names) -> Result<()> {
        let symbol = self.all[scope].symbols[&name];
        if symbol.global.is_some() || symbol.is_bound() {
            return Ok(());
        }
        let found = self.bind_outside(scope, name);
        if let (Some(range), false) = (symbol.nonlocal, found) {
            let name = names.text(name);
            return error(format!("no binding for nonlocal '{name}' found"), range);
        }
        Ok(())
    }

    /// Looks for the function around a scope that has the variable, and lets all
    /// scopes between the two share it.
    fn bind_outside(&mut self, scope: usize, name: Name) -> bool {
        let mut between = vec![scope];
        let mut outer = self.all[scope].parent;
        while let Some(at) = outer {
            let around = &mut self.all[at];
            let is_class_cell = around.kind == Kind::Class && name == Name::CLASS;
            if around.is_function() || is_class_cell {
                let symbol = around.symbols.get(&name).copied().unwrap_or_default();
                if symbol.global.is_some() {
                    return false;
                }
                if symbol.is_bound() || is_class_cell || symbol.free {
                    let symbol = around.symbol(name);
                    symbol.cell = !symbol.free;
                    for inner in between {
                        self.all[inner].symbol(name).free = true;
                    }
                    return true;
                }
            }
            between.push(at);
            outer = around.parent;
        }
        false
    }
}

/// A name as it is meant in a class's body: `__private` is `_Class__private`.
pub fn mangled(class_name: Option<&str>, name: &str) -> Option<String> {
    let class_name = class_name?.trim_start_matches('_');
    let is_private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
    (is_private && !class_name.is_empty()).then(|| format!("_{class_name}{name}"))
}

/// Whether an expression is assigned to.
pub fn is_store(context: ExprContext) -> bool {
    matches!(context, ExprContext::Store | ExprContext::Del)
}

/// All parameters in the order of their slots.
pub fn parameter_names(parameters: &Parameters) -> Vec<(&str, TextRange)> {
    let positional = parameters.posonlyargs.iter().chain(&parameters.args);
    let mut all: Vec<_> = positional
        .chain(&parameters.kwonlyargs)
        .map(|parameter| &parameter.parameter)
        .collect();
    all.extend(parameters.vararg.as_deref());
    all.extend(parameters.kwarg.as_deref());
    all.iter()
        .map(|parameter| (parameter.name.as_str(), parameter.name.range))
        .collect()
}

/// The error of a name that may not be declared so.
pub fn conflict(name: &str, what: &str, range: TextRange) -> CompileError {
    CompileError::new(format!("name '{name}' {what}"), range)
}
