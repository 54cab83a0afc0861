//! What is wrong with a program before it runs.

use ruff_text_size::TextRange;

/// An error that the compiler finds, and where.
#[derive(Clone, Debug)]
pub struct CompileError {
    pub message: String,
    pub start: usize,
    pub end: usize,
}

impl CompileError {
    /// An error in a part of the source.
    pub fn new(message: impl Into<String>, range: TextRange) -> CompileError {
        CompileError {
            message: message.into(),
            start: range.start().to_usize(),
            end: range.end().to_usize(),
        }
    }
}

/// What the compiler returns.
pub type Result<T> = std::result::Result<T, CompileError>;

/// An error as a result.
pub fn error<T>(message: impl Into<String>, range: TextRange) -> Result<T> {
    Err(CompileError::new(message, range))
}
