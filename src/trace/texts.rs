//! What has been written, besides the output itself.

/// What is no part of the output: writes to standard error, and errors themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct Errors {
    pub text: String,
    /// Where in the text each piece ends.
    pub ends: Vec<usize>,
    /// Those that were written, each with its event.
    pub written: Vec<(u32, u32)>,
}

/// Which events have begun the lines of the output.
#[derive(Debug, Clone, Default)]
pub(super) struct PrintedLines {
    pub count: usize,
    /// For each line the number of its first event.
    pub first_events: Vec<u32>,
    pub is_open: bool,
}

impl Errors {
    pub fn piece(&self, piece: u32) -> &str {
        let end = |piece: usize| self.ends.get(piece).copied().unwrap_or_default();
        let piece = piece as usize;
        let start = piece.checked_sub(1).map_or(0, end);
        self.text.get(start..end(piece)).unwrap_or_default()
    }
}

impl PrintedLines {
    /// Takes in what an event has written; of one that isn't kept there is no number.
    pub fn note(&mut self, written: &[u8], event: Option<u32>) {
        for line in written.split_inclusive(|&byte| byte == b'\n') {
            if !self.is_open {
                self.count += 1;
                self.first_events.extend(event);
            }
            self.is_open = line.last() != Some(&b'\n');
        }
    }
}
