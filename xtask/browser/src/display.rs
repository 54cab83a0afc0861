//! A display that nobody sees, for the engine that has no headless mode.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// A running X server; it ends when this is dropped.
pub struct Display {
    /// What `DISPLAY` has to be for programs to show themselves on it.
    pub name: String,
    server: Child,
}

impl Display {
    pub fn start() -> Result<Self> {
        // It chooses a free number, and writes it to its standard output when it is ready.
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp"])
            .args(["-screen", "0", "1600x1200x24"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("could not start Xvfb")?;
        let output = server.stdout.take().context("Xvfb has no output")?;
        let mut display = Self {
            name: String::new(),
            server,
        };
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        ensure!(!number.is_empty(), "Xvfb ended at once");
        display.name = format!(":{}", number.trim());
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // A server that has ended already needs no end.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
