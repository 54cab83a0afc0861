//! Compiled code.

pub mod instr;
pub mod listing;
pub mod operator;

use std::cell::Cell;
use std::rc::Rc;

use num_bigint::BigInt;

use crate::names::Name;
use crate::source::Source;
use crate::values::Value;
use instr::Instr;

/// A part of the source, by the places of its bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

/// A value that the source names.
#[derive(Clone, Debug)]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    Big(BigInt),
    Float(f64),
    Imaginary(f64),
    Text(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<Constant>),
    FrozenSet(Vec<Constant>),
    Names(Rc<[Name]>),
    Code(Rc<Code>),
}

/// Where an exception in some instructions is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    /// The instruction to go to, with the exception on the stack.
    pub target: u32,
    /// How many operands stay on the stack.
    pub depth: u32,
}

/// What calling the code makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Makes {
    /// What it returns.
    Result,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// The names of parameters: their slots come first, in this order: positional,
/// keyword-only, `*`, `**`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    pub positional: u16,
    /// How many of those take no keyword.
    pub positional_only: u16,
    pub keyword_only: u16,
    pub star: bool,
    pub double_star: bool,
}

impl Parameters {
    /// How many slots they take.
    pub fn count(&self) -> usize {
        usize::from(self.positional + self.keyword_only)
            + usize::from(self.star)
            + usize::from(self.double_star)
    }

    /// Whether all are positional.
    pub fn is_simple(&self) -> bool {
        self.keyword_only == 0 && !self.star && !self.double_star
    }
}

/// The code of a module, a class's body, a function or a comprehension.
#[derive(Clone, Debug)]
pub struct Code {
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub source: Rc<Source>,
    /// Whether it is part of the library: then no traceback and no step shows it.
    pub is_library: bool,
    pub makes: Makes,
    pub parameters: Parameters,
    /// The names of the slots: parameters, other variables, then those of the
    /// functions around it.
    pub slots: Box<[Name]>,
    /// How many of the slots are those of functions around it.
    pub free: u16,
    /// The first line of the definition, from 1.
    pub first_line: u32,
    pub names: Box<[Name]>,
    pub constants: Box<[Constant]>,
    /// The constants as values of a machine.
    pub values: Box<[Value]>,
    pub instrs: Box<[Instr]>,
    pub spans: Box<[Span]>,
    pub handlers: Box<[Handler]>,
    /// Where attributes and variables were found the last time. They are only
    /// guesses: what is there is always looked at.
    pub caches: Box<[Cell<u32>]>,
    pub doc: Option<Rc<str>>,
    /// Whether its variables are a namespace: in a class's body, and in `exec`.
    pub has_namespace: bool,
    /// How much of the stack its operands take at most.
    pub stack: u16,
    /// Whether any slot is a cell from the start.
    pub has_cells: bool,
}

impl Code {
    /// Where the exception of an instruction is handled: the innermost place.
    pub fn handler(&self, instruction: u32) -> Option<Handler> {
        let handlers = self.handlers.iter();
        handlers
            .filter(|handler| (handler.start..handler.end).contains(&instruction))
            .min_by_key(|handler| handler.end - handler.start)
            .copied()
    }

    /// The line of an instruction, from 1; that of the definition, if it is none.
    pub fn line(&self, instruction: u32) -> usize {
        match self.spans.get(instruction as usize) {
            Some(span) => self.source.line_of(span.start as usize),
            None => self.first_line as usize,
        }
    }
}
