//! Texts as Python splits, searches, cases, formats, encodes and shows them.
//!
//! Positions count characters, as in Python, and may be negative or out of range.

pub mod bytes;
pub mod case;
pub mod chars;
pub mod classes;
pub mod encode;
pub mod fields;
pub mod find;
pub mod format_number;
pub mod format_text;
pub mod pad;
pub mod percent;
pub mod repr;
pub mod spec;
pub mod split;
mod tables;

use crate::fault::Fault;

/// No text grows beyond this many bytes: the machine answers `MemoryError` instead.
pub const MAX_LENGTH: usize = 1 << 26;

/// Whether a text of this length may be made.
///
/// # Errors
/// `MemoryError`
pub fn check_length(length: usize) -> Result<(), Fault> {
    if length > MAX_LENGTH {
        return Err(Fault::memory());
    }
    Ok(())
}
