//! One way in which a log so far can have been written: how far each task has come,
//! and which newlines are still to be had.
//!
//! Most tasks are where all ways have them. Where that is, the base, is kept once; a
//! way knows only the tasks that are elsewhere.

use crate::decimal::push_decimal;

/// A lost newline costs more than any words that are passed over.
pub(crate) const LOST: u64 = 1 << 32;

/// What stands after the name in a text.
const AFTER_NAME: [char; 7] = [']', 't', 'o', 't', 'a', 'l', '='];

/// How far a task has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Progress {
    /// What it adds next, and the sum so far.
    pub(crate) next: i64,
    pub(crate) sum: i128,
    /// How many characters of its text it has written.
    pub(crate) written: usize,
    /// Where its last text ended, if that needs a newline; else 0.
    pub(crate) ended: usize,
}

/// One way in which the log so far can have been written.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Way {
    /// The tasks that aren't where the base has them, by their places.
    pub(crate) moved: Vec<(usize, Progress)>,
    /// Where the newlines are that nobody has taken, and the last of all.
    pub(crate) free: Vec<usize>,
    pub(crate) last_newline: usize,
    /// Whether there were words of which nobody knows how many prints they are.
    pub(crate) loose: bool,
    pub(crate) ended: bool,
}

impl Way {
    /// Whether somebody is in the middle of a text.
    pub(crate) fn is_amid(&self) -> bool {
        self.moved.iter().any(|(_, progress)| progress.written > 0)
    }

    /// How many texts need a newline.
    pub(crate) fn waiting(&self) -> usize {
        let waits = |(_, progress): &&(usize, Progress)| progress.ended > 0;
        self.moved.iter().filter(waits).count()
    }

    /// Words have been passed over.
    pub(crate) fn passed(&self) -> Self {
        Self {
            loose: true,
            ..self.clone()
        }
    }

    pub(crate) fn progress(&self, base: &[Progress], task: usize) -> Progress {
        let found = self.moved.binary_search_by_key(&task, |(task, _)| *task);
        found.map_or(base[task], |at| self.moved[at].1)
    }

    pub(crate) fn set(&mut self, base: &[Progress], task: usize, progress: Progress) {
        match self.moved.binary_search_by_key(&task, |(task, _)| *task) {
            Ok(at) if progress == base[task] => drop(self.moved.remove(at)),
            Ok(at) => self.moved[at].1 = progress,
            Err(_) if progress == base[task] => {}
            Err(at) => self.moved.insert(at, (task, progress)),
        }
    }

    /// A task begins to write: its last text must have its newline. Returns what that
    /// costs.
    pub(crate) fn begin(&self, base: &[Progress], task: usize) -> Option<(Self, u64)> {
        let mut progress = self.progress(base, task);
        if self.ended || progress.written > 0 {
            return None;
        }
        let mut way = self.clone();
        let mut cost = 0;
        if progress.ended > 0 {
            let first = way
                .free
                .partition_point(|&newline| newline < progress.ended);
            if first < way.free.len() {
                way.free.remove(first);
            } else if way.last_newline > progress.ended {
                cost = LOST;
            } else {
                return None;
            }
            progress.ended = 0;
            way.set(base, task, progress);
            way.free_all(base);
        }
        Some((way, cost))
    }

    pub(crate) fn take_newline(&mut self, base: &[Progress], at: usize) -> bool {
        if self.waiting() > self.free.len() {
            self.free.push(at);
            self.free_all(base);
        } else if !self.loose && !self.ended {
            return false;
        }
        self.last_newline = at;
        true
    }

    /// If there are as many newlines as texts that need one, each has its own.
    fn free_all(&mut self, base: &[Progress]) {
        if self.waiting() == self.free.len() {
            self.free.clear();
            for (_, progress) in &mut self.moved {
                progress.ended = 0;
            }
            self.moved
                .retain(|(task, progress)| *progress != base[*task]);
        }
    }
}

impl Progress {
    /// The character at a place of the text, which has no spaces, and whether it is the
    /// last.
    pub(crate) fn char_at(&self, name: &[char], at: usize) -> (char, bool) {
        let Some(at) = at.checked_sub(1) else {
            return ('[', false);
        };
        if let Some(&char) = name.get(at).or_else(|| AFTER_NAME.get(at - name.len())) {
            return (char, false);
        }
        let mut number = String::new();
        push_decimal(&mut number, self.sum + i128::from(self.next));
        let at = at - name.len() - AFTER_NAME.len();
        let digit = number.as_bytes().get(at).copied().unwrap_or_default();
        (char::from(digit), at + 1 == number.len())
    }

    /// After the text of a total, which ends at `at`.
    pub(crate) fn after(self, total: i128, at: usize) -> Self {
        Self {
            next: self.next + 1,
            sum: total,
            written: 0,
            ended: at,
        }
    }
}
