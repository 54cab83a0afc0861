//! Who is compared.

/// A way of running the summations.
pub struct Contender {
    pub name: &'static str,
    /// Its folder in the bench's site.
    pub folder: &'static str,
    /// How many tasks it takes at most.
    pub most: u32,
    /// The feature of the bench's crate that makes its wasm file.
    pub feature: Option<&'static str>,
    /// The script, of `bench/pages`, that makes it a contender like the others.
    pub script: &'static str,
}

/// The one that the others are compared with.
pub const BASELINE: &str = "plain JavaScript";

pub const OURS: &Contender = &ALL[1];

pub const ALL: [Contender; 8] = [
    Contender {
        name: BASELINE,
        folder: "javascript",
        most: u32::MAX,
        feature: None,
        script: "javascript.js",
    },
    Contender {
        name: "interleaved, the crate",
        folder: "ours",
        most: u32::MAX,
        feature: Some("ours"),
        script: "ours.js",
    },
    Contender {
        name: "interleaved, the crate, with its event log",
        folder: "events",
        most: u32::MAX,
        feature: Some("ours"),
        script: "ours.js",
    },
    Contender {
        name: "interleaved, as it ships",
        folder: "page",
        most: 1_000,
        feature: None,
        script: "page.js",
    },
    Contender {
        name: "gloo-timers, join_all",
        folder: "gloo",
        most: u32::MAX,
        feature: Some("gloo"),
        script: "rust.js",
    },
    Contender {
        name: "wasmtimer, join_all",
        folder: "wasmtimer",
        // With ten times as many the page stands still for minutes.
        most: 10_000,
        feature: Some("wasmtimer"),
        script: "rust.js",
    },
    Contender {
        name: "tokio_with_wasm",
        folder: "tokio",
        most: u32::MAX,
        feature: Some("tokio"),
        script: "rust.js",
    },
    Contender {
        name: "Pyodide, asyncio",
        folder: "pyodide",
        most: u32::MAX,
        feature: None,
        script: "pyodide.js",
    },
];

/// Whether this is the project itself.
pub fn is_ours(contender: &Contender) -> bool {
    contender.name.starts_with("interleaved")
}
