//! Takes out of the wasm file what only formats the messages of panics.
//!
//! A panic is a bug. Natively, and in the tests, it says what happened; to a
//! visitor it can only be a trap, which the page reports. What is taken out is
//! a tenth of what visitors would download. It can't be had from the compiler:
//! the standard library comes compiled, with its messages.

use std::ops::Range;

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, FunctionBuilder, FunctionId, FunctionKind, Module};

/// Functions that end in a panic, and those that only they call.
const PANICS: [&str; 13] = [
    "std::panicking::",
    "core::panicking::",
    "core::fmt::",
    "<core::fmt::",
    "core::str::count::",
    "core::str::slice_error_fail",
    "core::slice::index::slice_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "alloc::raw_vec::handle_error",
    "rust_begin_unwind",
];

/// What these functions would have said: the longer texts, as far as the
/// standard library's version has them.
const MESSAGES: [&str; 10] = [
    "slice index starts at ",
    "index out of bounds: the len is ",
    "range start index ",
    " out of range for slice of length ",
    "range end index ",
    "removal index (is ",
    "attempt to divide by zero",
    "`async fn` resumed after completion",
    "RefCell already mutably borrowed",
    "RefCell already borrowed",
];

/// The pairs of digits from 00 to 99, with which numbers are formatted.
fn digit_pairs() -> String {
    (0..100).map(|pair| format!("{pair:02}")).collect()
}

/// Replaces the functions of panics by a trap each, and removes what nobody
/// calls any more.
pub fn panics(module: &mut Module) {
    let found: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| is_of_panics(module, *id))
        .map(|(id, _)| id)
        .collect();
    for id in found {
        let ty = module.types.get(module.funcs.get(id).ty());
        let (parameters, results) = (ty.params().to_vec(), ty.results().to_vec());
        let mut trap = FunctionBuilder::new(&mut module.types, &parameters, &results);
        trap.func_body().unreachable();
        let arguments = parameters.iter().map(|&ty| module.locals.add(ty)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap.local_func(arguments));
    }
    walrus::passes::gc::run(module);
    blank_messages(module);
}

/// Blanks what panics would have said, and where in the sources: with the code
/// gone nobody reads it, but it would be downloaded.
///
/// A place in the sources is four words: the address and the length of a path, the line and the
/// column. Only words that point to a known path with its exact length are taken
/// for one.
fn blank_messages(module: &mut Module) {
    let segments: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for segment in segments {
        let data = module.data.get_mut(segment);
        let DataKind::Active {
            offset: ConstExpr::Value(Value::I32(start)),
            ..
        } = data.kind
        else {
            continue;
        };
        let paths = source_paths(&data.value);
        let words = |bytes: &[u8]| {
            let word = |at: usize| u32::from_le_bytes([0, 1, 2, 3].map(|i| bytes[at + i]));
            (
                word(0).wrapping_sub(start as u32) as usize,
                word(4) as usize,
            )
        };
        for at in (0..data.value.len().saturating_sub(15)).step_by(4) {
            let (path, length) = words(&data.value[at..]);
            if paths.contains(&(path..path + length)) {
                data.value[at..at + 16].fill(0);
            }
        }
        let digits = digit_pairs();
        let messages = MESSAGES.into_iter().chain([digits.as_str()]);
        let found = messages.filter_map(|message| find(&data.value, message));
        for range in found.chain(paths).collect::<Vec<_>>() {
            data.value[range].fill(0);
        }
    }
}

fn find(bytes: &[u8], text: &str) -> Option<Range<usize>> {
    let mut windows = bytes.windows(text.len());
    let start = windows.position(|window| window == text.as_bytes())?;
    Some(start..start + text.len())
}

/// Where in `bytes` the paths of Rust sources are. Each ends with `.rs` and,
/// as the compiler writes them for C as well, a NUL.
fn source_paths(bytes: &[u8]) -> Vec<Range<usize>> {
    let in_path = |byte: &u8| byte.is_ascii_graphic();
    let mut paths = Vec::new();
    for end in 4..bytes.len() {
        if bytes[end] == 0 && bytes[..end].ends_with(b".rs") {
            let before = bytes[..end].iter().rposition(|byte| !in_path(byte));
            paths.push(before.map_or(0, |before| before + 1)..end);
        }
    }
    paths
}

fn is_of_panics(module: &Module, id: FunctionId) -> bool {
    let Some(mangled) = &module.funcs.get(id).name else {
        return false;
    };
    let name = without_hashes(&format!("{:#}", rustc_demangle::demangle(mangled)));
    // A method of a trait is `<type as trait>::method`.
    let formats = name.starts_with('<')
        && (name.contains(" as core::fmt::") || name.contains(" as core::panic::"));
    formats || PANICS.iter().any(|start| name.starts_with(start))
}

/// A crate's name may carry a hash: `core[c5930c85a12de822]::panicking`.
fn without_hashes(name: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for char in name.chars() {
        match char {
            '[' => inside = true,
            ']' => inside = false,
            _ if !inside => plain.push(char),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_crates_are_left_out() {
        let name = without_hashes("<core[c59]::fmt::Formatter>::pad");
        assert_eq!(name, "<core::fmt::Formatter>::pad");
    }
}
