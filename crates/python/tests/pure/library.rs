use std::path::Path;

use crate::{cpython, run_cpython};

/// What the library's own modules do on CPython must be what CPython's do.
#[track_caller]
fn check(program: &str) {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/library");
    let program = tests.join("programs").join(program);
    let Some(expected) = cpython(&program) else {
        eprintln!(
            "python3 is not CPython 3.11, so {} isn't run",
            program.display()
        );
        return;
    };
    let printed = run_cpython(&[&tests.join("on_cpython.py"), &program]).unwrap_or_default();
    let lines = expected.lines().zip(printed.lines());
    for (expected, printed) in lines {
        assert_eq!(printed, expected);
    }
    assert_eq!(printed.lines().count(), expected.lines().count());
}

#[test]
fn datetime_in_python_is_cpythons() {
    check("dates.py");
}

#[test]
fn string_in_python_is_cpythons() {
    check("strings.py");
}
