//! The checker of pasted logs: `check.js` and its wasm file.

use wasm_bindgen::prelude::*;

use interleaved::crossing::{self, check};
use interleaved::{Config, check_log};

/// What a check has found out, behind plain numbers and text.
#[wasm_bindgen]
pub struct Checked {
    about: String,
    writes: Vec<u32>,
    lines: Vec<u32>,
}

#[wasm_bindgen]
impl Checked {
    /// Checks a log; without `tasks`, they are taken from it.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(log: &str, tasks: &str) -> Self {
        let mut given = None;
        if !tasks.is_empty() {
            match Config::parse_tasks(tasks) {
                Ok(tasks) => given = Some(tasks),
                Err(error) => {
                    return Self {
                        about: crossing::refusal(&error),
                        writes: Vec::new(),
                        lines: Vec::new(),
                    };
                }
            }
        }
        let found = check_log(log, given.as_deref());
        Self {
            about: check::about(&found),
            writes: check::writes(log, &found),
            lines: check::lines(log, &found),
        }
    }

    /// See [`check::about`]; but if the tasks can't be used, [`crossing::refusal`].
    #[must_use]
    pub fn about(&self) -> String {
        self.about.clone()
    }

    /// See [`check::writes`].
    #[must_use]
    pub fn writes(&self) -> Vec<u32> {
        self.writes.clone()
    }

    /// See [`check::lines`].
    #[must_use]
    pub fn lines(&self) -> Vec<u32> {
        self.lines.clone()
    }
}
