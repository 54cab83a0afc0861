//! How a program is run.

use interleaved::trace::Keep;

use super::Chosen;

/// Where a thread may be interrupted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Switch {
    /// Between any two instructions: all that the language promises.
    #[default]
    Instruction,
    /// As in CPython 3.11 with its lock: at the ends of loops and at calls, once it has
    /// computed for 5 ms.
    Gil,
}

/// What is written at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stdout {
    /// Each piece of a print by itself, as in a notebook or with `python -u`.
    #[default]
    Notebook,
    /// Whole lines, as in a terminal.
    Terminal,
}

/// What a run may come to at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Instructions.
    pub steps: u64,
    /// Events in the log.
    pub events: u64,
    /// Bytes written.
    pub output: usize,
    /// Bytes that objects take.
    pub memory: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Bounds {
            steps: 2_000_000_000,
            events: 4_000_000,
            output: 32 << 20,
            memory: 512 << 20,
        }
    }
}

impl Bounds {
    /// Those of a run inside a program that waits for it, a page say.
    pub fn inside() -> Self {
        Bounds {
            steps: 500_000_000,
            events: 1_000_000,
            output: 8 << 20,
            memory: 256 << 20,
        }
    }
}

/// How a program is run.
#[derive(Clone, Debug)]
pub struct Options {
    /// Its name in tracebacks.
    pub file: String,
    pub arguments: Vec<String>,
    /// Lines that `input` reads.
    pub input: Vec<String>,
    /// 0: in turn, and nobody is interrupted. Else the same seed is the same schedule.
    pub seed: u32,
    /// In the place of a seed.
    pub schedule: Option<Chosen>,
    pub switch: Switch,
    pub stdout: Stdout,
    pub bounds: Bounds,
    /// What is kept of what happens.
    pub keep: Keep,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            file: "program.py".to_string(),
            arguments: Vec::new(),
            input: Vec::new(),
            seed: 0,
            schedule: None,
            switch: Switch::default(),
            stdout: Stdout::default(),
            bounds: Bounds::default(),
            keep: Keep::default(),
        }
    }
}
