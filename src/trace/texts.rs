//! Texts of a log, besides the output itself.

/// Texts by their numbers, kept in one: a run has many short ones, such as names.
#[derive(Debug, Clone, Default)]
pub(super) struct Pieces {
    text: String,
    /// Where in the text each piece ends.
    ends: Vec<usize>,
}

/// Which events have begun the lines of the output.
#[derive(Debug, Clone, Default)]
pub(super) struct PrintedLines {
    /// For each line the number of its first event.
    pub first_events: Vec<u32>,
    is_open: bool,
}

impl Pieces {
    pub fn push(&mut self, piece: &str) {
        self.text.push_str(piece);
        self.ends.push(self.text.len());
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, piece: usize) -> Option<&str> {
        let end = *self.ends.get(piece)?;
        let start = piece.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..end)
    }
}

impl PrintedLines {
    /// Takes in what an event has written.
    pub fn note(&mut self, written: &[u8], event: u32) {
        for &byte in written {
            if !self.is_open {
                self.first_events.push(event);
            }
            self.is_open = byte != b'\n';
        }
    }
}
