//! From the source of a program to code for the machine.
//!
//! First all names are resolved (`scope`), then code is made, one `unit` for
//! each function, class body and comprehension.

mod assign;
mod block;
mod call;
mod comprehension;
mod condition;
mod def;
pub mod effect;
mod error;
mod exits;
mod expr;
mod flow;
mod literal;
mod pattern;
mod scope;
mod stmt;
mod symbols;
mod tries;
mod unit;
mod withs;

use std::rc::Rc;

use ruff_python_ast::{Expr, Mod, Stmt};
use ruff_python_parser::{Mode, ParseOptions};
use ruff_text_size::{Ranged, TextRange};

use crate::code::instr::Instr;
use crate::code::{Code, Constant, Span};
use crate::names::{Name, Names};
use crate::source::syntax::{SyntaxError, explain};
use crate::source::{Source, nesting};
pub use error::CompileError;
use error::Result;
use scope::{Place, Scopes, mangled};
use unit::Unit;

/// What to compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Statements.
    Module,
    /// One expression, whose value the code returns.
    Expression,
}

/// Compiles a program, or says what is wrong with it.
///
/// # Errors
/// A syntax error, as CPython would word it.
pub fn compile(
    source: &Rc<Source>,
    wanted: Wanted,
    names: &Names,
    is_library: bool,
) -> std::result::Result<Rc<Code>, SyntaxError> {
    nesting::check(source)?;
    let mode = match wanted {
        Wanted::Module => Mode::Module,
        Wanted::Expression => Mode::Expression,
    };
    let parsed = ruff_python_parser::parse_unchecked(&source.text, ParseOptions::from(mode));
    if let Some(error) = parsed.errors().first() {
        return Err(explain(source, error));
    }
    let code = match parsed.syntax() {
        Mod::Module(module) => Scopes::of_module(&module.body, names).and_then(|scopes| {
            Compiler::new(source, scopes, names, is_library).module(&module.body)
        }),
        Mod::Expression(expression) => {
            Scopes::of_expression(&expression.body, names).and_then(|scopes| {
                Compiler::new(source, scopes, names, is_library).expression(&expression.body)
            })
        }
    };
    code.map(Rc::new)
        .map_err(|error| SyntaxError::at(source, &error.message, error.start, error.end))
}

/// Makes code for the scopes of one source.
struct Compiler<'a> {
    names: &'a Names,
    source: &'a Rc<Source>,
    scopes: Scopes,
    is_library: bool,
    /// The units that are being made, each inside the one before.
    units: Vec<Unit<'a>>,
}

impl<'a> Compiler<'a> {
    fn new(source: &'a Rc<Source>, scopes: Scopes, names: &'a Names, is_library: bool) -> Self {
        let unit = Unit::new(0, "<module>", "<module>", Vec::new(), Vec::new());
        Compiler {
            names,
            source,
            scopes,
            is_library,
            units: vec![unit],
        }
    }

    fn module(mut self, body: &'a [Stmt]) -> Result<Code> {
        let doc = literal::docstring(body);
        self.unit().doc = doc.clone();
        if let Some(doc) = doc {
            self.text(&doc);
            self.store_name(Name::DOC);
        }
        if body.iter().any(def::has_annotation) {
            self.emit(Instr::Annotations);
        }
        self.body(body)?;
        self.emit(Instr::None);
        self.emit(Instr::Return);
        self.finish_unit(TextRange::default())
    }

    fn expression(mut self, expression: &'a Expr) -> Result<Code> {
        self.expr(expression)?;
        self.emit(Instr::Return);
        self.finish_unit(expression.range())
    }

    fn unit(&mut self) -> &mut Unit<'a> {
        self.units.last_mut().expect("something is being compiled")
    }

    /// Ends the innermost unit.
    fn finish_unit(&mut self, range: TextRange) -> Result<Code> {
        let unit = self.units.pop().expect("something is being compiled");
        if unit.is_too_large() {
            return error::error("this is too large to be compiled", range);
        }
        Ok(unit.finish(self.source, self.is_library))
    }

    fn emit(&mut self, instr: Instr) {
        self.unit().emit(instr);
    }

    /// Adds an instruction that comes from a part of the source.
    fn emit_at(&mut self, instr: Instr, range: TextRange) {
        let before = self.at(range);
        self.emit(instr);
        self.unit().span = before;
    }

    /// Says where the next instructions come from, and returns what that was before.
    fn at(&mut self, range: TextRange) -> Span {
        let span = Span {
            start: range.start().to_u32(),
            end: range.end().to_u32(),
        };
        std::mem::replace(&mut self.unit().span, span)
    }

    fn text(&mut self, text: &str) {
        self.push_constant(Constant::Text(text.into()));
    }

    fn push_constant(&mut self, constant: Constant) {
        let instr = match constant {
            Constant::None => Instr::None,
            Constant::True => Instr::True,
            Constant::False => Instr::False,
            Constant::Int(value) if i32::try_from(value).is_ok() => Instr::Int(value as i32),
            other => Instr::Const(self.unit().constant(other)),
        };
        self.emit(instr);
    }

    /// The name that an identifier stands for here.
    fn name(&mut self, text: &str) -> Name {
        let scope = self.unit().scope;
        match mangled(self.scopes.all[scope].class_name.as_deref(), text) {
            Some(text) => self.names.name(&text),
            None => self.names.name(text),
        }
    }

    fn place_of(&mut self, name: Name) -> Place {
        let scope = self.unit().scope;
        self.scopes.place(scope, name)
    }

    fn load_name(&mut self, name: Name) {
        let place = self.place_of(name);
        let unit = self.unit();
        let instr = match place {
            Place::Local => Instr::Local(unit.slot(name)),
            Place::Cell => Instr::Cell(unit.slot(name)),
            Place::ClassCell => Instr::ClassCell {
                slot: unit.slot(name),
                name: unit.name_number(name),
            },
            Place::Name => Instr::Name(unit.name_number(name)),
            Place::Global => Instr::Global {
                name: unit.name_number(name),
                cache: unit.cache(),
            },
        };
        self.emit(instr);
    }

    fn store_name(&mut self, name: Name) {
        let place = self.place_of(name);
        let unit = self.unit();
        let instr = match place {
            Place::Local => Instr::SetLocal(unit.slot(name)),
            Place::Cell => Instr::SetCell(unit.slot(name)),
            Place::Name | Place::ClassCell => Instr::SetName(unit.name_number(name)),
            Place::Global => Instr::SetGlobal(unit.name_number(name)),
        };
        self.emit(instr);
    }

    fn delete_name(&mut self, name: Name) {
        let place = self.place_of(name);
        let unit = self.unit();
        let instr = match place {
            Place::Local => Instr::DeleteLocal(unit.slot(name)),
            Place::Cell => Instr::DeleteCell(unit.slot(name)),
            Place::Name | Place::ClassCell => Instr::DeleteName(unit.name_number(name)),
            Place::Global => Instr::DeleteGlobal(unit.name_number(name)),
        };
        self.emit(instr);
    }

    /// Adds a jump to a label.
    fn jump(&mut self, make: fn(u32) -> Instr, to: unit::Label) {
        self.unit().jump(make(0), to);
    }
}
