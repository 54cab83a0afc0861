//! What a `return`, `break` or `continue` leaves on its way.

use ruff_python_ast::Stmt;
use ruff_text_size::TextRange;

use super::unit::{Label, Region};

/// A statement that is being compiled and that has to be left in order.
#[derive(Clone, Debug)]
pub enum Block<'a> {
    /// A loop, with an iterator on the stack if it is a `for`.
    Loop {
        next: Label,
        end: Label,
        has_iterator: bool,
    },
    /// The body of a `try` with `except`.
    Try(Region),
    /// What a `finally` guards.
    Finally(Region, &'a [Stmt]),
    /// The body of an `except` or of a `finally` that an exception has led to:
    /// the exception that was handled before is on the stack.
    Handler(Region),
    /// The same with the exception above it.
    FinallyHandler(Region),
    /// The body of an `except*`: the group, what its clauses raised, and what is
    /// left of it are on the stack.
    GroupHandler(Region),
    /// A name that is deleted at the end of its `except` clause.
    ExceptName(Region, &'a str),
    /// The body of a `with`, whose `__exit__` is on the stack.
    With {
        region: Region,
        is_async: bool,
        /// The whole statement.
        range: TextRange,
    },
    /// Operands that stand on the stack meanwhile.
    Operands(usize),
}
