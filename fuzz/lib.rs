//! What the fuzzers hold the crate to. The crate's own tests read the same file.

#[path = "../tests/it/promises.rs"]
pub mod promises;
