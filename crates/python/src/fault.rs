//! What a function of Python's answers when it can't: an exception's type and text.

use std::fmt;

/// Python's exception types, as far as functions without a machine raise them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// `IndexError`
    Index,
    /// `LookupError`
    Lookup,
    /// `MemoryError`
    Memory,
    /// `OverflowError`
    Overflow,
    /// `TypeError`
    Type,
    /// `UnicodeDecodeError`
    UnicodeDecode,
    /// `UnicodeEncodeError`
    UnicodeEncode,
    /// `ValueError`
    Value,
    /// `ZeroDivisionError`
    ZeroDivision,
}

impl Class {
    /// The type's name in Python.
    pub fn name(self) -> &'static str {
        match self {
            Class::Index => "IndexError",
            Class::Lookup => "LookupError",
            Class::Memory => "MemoryError",
            Class::Overflow => "OverflowError",
            Class::Type => "TypeError",
            Class::UnicodeDecode => "UnicodeDecodeError",
            Class::UnicodeEncode => "UnicodeEncodeError",
            Class::Value => "ValueError",
            Class::ZeroDivision => "ZeroDivisionError",
        }
    }
}

/// An exception to raise: its type, and what `str()` of it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The exception's type.
    pub class: Class,
    /// The exception's text.
    pub message: String,
}

impl Fault {
    /// An exception of this type with this text.
    pub fn new(class: Class, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { class, message }
    }

    /// `ValueError`
    pub fn value(message: impl Into<String>) -> Self {
        Self::new(Class::Value, message)
    }

    /// `TypeError`
    pub fn wrong_type(message: impl Into<String>) -> Self {
        Self::new(Class::Type, message)
    }

    /// `OverflowError`
    pub fn overflow(message: impl Into<String>) -> Self {
        Self::new(Class::Overflow, message)
    }

    /// `ZeroDivisionError`
    pub fn zero_division(message: impl Into<String>) -> Self {
        Self::new(Class::ZeroDivision, message)
    }

    /// `MemoryError`, which has no text.
    pub fn memory() -> Self {
        Self::new(Class::Memory, "")
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.message.as_str() {
            "" => f.write_str(self.class.name()),
            message => write!(f, "{}: {message}", self.class.name()),
        }
    }
}

impl std::error::Error for Fault {}
