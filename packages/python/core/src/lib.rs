//! What the Python package asks the core, as functions that any WebAssembly runtime
//! can call: what crosses is one text, in memory, and plain numbers.
//!
//! The caller asks for [`room`], writes its text there, calls a function, which
//! puts its answer in the text's place, and reads that, from where [`answer`] says.

#![expect(
    unsafe_code,
    reason = "a function gets a name that the caller knows by `no_mangle` alone"
)]

#[cfg(feature = "lesson")]
mod lesson;
#[cfg(feature = "programs")]
mod programs;

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The question, and then the answer.
static TEXT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn text() -> MutexGuard<'static, Vec<u8>> {
    TEXT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for a text of so many bytes, in UTF-8, and returns where it is.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    let mut text = text();
    *text = vec![0; length];
    text.as_mut_ptr()
}

/// Where the answer of the last call is.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    text().as_ptr()
}

/// Puts the answer in the place of the text, and returns its length.
fn reply(answer: impl FnOnce(&str) -> String) -> usize {
    let mut text = text();
    *text = answer(&String::from_utf8_lossy(&text)).into_bytes();
    text.len()
}
