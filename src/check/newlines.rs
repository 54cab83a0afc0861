//! Whose is each newline? What real threads can do, and no more.
//!
//! Three things always hold for threads, whatever the schedule: a task's totals
//! come in order; each newline comes after its own text; and a task doesn't go
//! on to its next text, nor the main program to its last line, before the
//! newline of the text before. A log says which text was written where, but not
//! whose a newline is. So a log is possible if its newlines can be given to its
//! texts: each text must get one between itself and its limit, the next text of
//! its task. Giving each newline to the waiting text with the nearest limit finds
//! a way if there is one; and where it fails, no schedule could have gone on.
//!
//! There is one thing that pasted logs have and programs don't print. An empty
//! line is a newline next to another, and whoever copies a log loses it easily:
//! notebooks, chats and pages take empty lines together. The log that this
//! lesson was made for has come down with fourteen texts and thirteen newlines.
//! So a text that has come to its limit without a newline is forgiven if there is
//! any newline between the two, next to which its own can have been lost; how
//! often that was needed is in [`Check::lost`](crate::Check::lost). It is never needed
//! more often than it must be, because the nearest limit first also gives the most
//! texts one of the newlines that are there. Nothing else is forgiven: two texts of one
//! task with no newline between them, a newline more than there are texts before, and
//! a text that is missing, too many or in the wrong place are impossible.
//!
//! Words that are nobody's may be any number of prints. After them a newline too
//! many proves nothing, so it is passed over, as they are.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::paste::{Piece, What};
use super::verdict::{Reason, Verdict, Write, Written};
use crate::summation::Summation;

fn is_text(piece: &Piece<'_>) -> bool {
    !matches!(piece.what, What::Other | What::Newline | What::Done)
}

/// How many lines have two texts or more, or parts of them.
pub(crate) fn torn_lines(pieces: &[Piece<'_>]) -> usize {
    let lines = pieces.chunk_by(|a, b| a.line == b.line);
    let torn = |line: &&[Piece<'_>]| {
        // Whose text has gone on from a line before.
        let mut amid = BTreeSet::new();
        let begins = |piece: &&Piece<'_>| match piece.what {
            What::Part { task, begins, .. } => amid.insert(task) || begins,
            _ => is_text(piece),
        };
        line.iter().filter(begins).count() > 1
    };
    lines.filter(torn).count()
}

/// How far a task has come.
#[derive(Debug, Clone, Copy)]
struct Progress {
    /// What it adds next.
    next: i64,
    total: i128,
    /// How many newlines there were when it wrote its last text.
    newlines: usize,
}

pub(crate) struct Checker<'a> {
    tasks: &'a [Summation],
    progress: Vec<Progress>,
    /// The texts that wait for their newline: their limits, and their tasks.
    open: BinaryHeap<Reverse<(usize, usize)>>,
    writes: Vec<Written>,
    newlines: usize,
    /// The last newline: how many writes come before a lost one next to it, its
    /// line, and where it ends.
    last_newline: (usize, usize, usize),
    /// The lost newlines: how many writes come before each.
    lost: Vec<(usize, Written)>,
    /// Whether there were words of which nobody knows how many prints they are.
    loose: bool,
    ended: bool,
}

impl<'a> Checker<'a> {
    pub(crate) fn new(tasks: &'a [Summation]) -> Self {
        let start = |task: &Summation| Progress {
            next: task.low,
            total: 0,
            newlines: 0,
        };
        Self {
            tasks,
            progress: tasks.iter().map(start).collect(),
            open: BinaryHeap::new(),
            writes: Vec::new(),
            newlines: 0,
            last_newline: (0, 0, 0),
            lost: Vec::new(),
            loose: false,
            ended: false,
        }
    }

    /// Goes through the log once. See the head of this module.
    pub(crate) fn run(&mut self, pieces: &[Piece<'_>]) -> Result<(), (usize, Reason)> {
        let limits = self.limits(pieces);
        for (at, piece) in pieces.iter().enumerate() {
            self.take(at, piece, limits[at])
                .map_err(|reason| (piece.line, reason))?;
        }
        Ok(())
    }

    /// For each text, by when it must have its newline: the place in the log of the
    /// next text of the same task, or one past the end. They are all different.
    fn limits(&self, pieces: &[Piece<'_>]) -> Vec<usize> {
        let end = pieces.len();
        let mut next_text = vec![None; self.tasks.len()];
        let mut limits = vec![0; end];
        for (at, piece) in pieces.iter().enumerate().rev() {
            let (task, begins, ends) = match piece.what {
                What::Total {
                    task: Some(task), ..
                }
                | What::Words { task } => (task, true, true),
                What::Part {
                    task, begins, ends, ..
                } => (task, begins, ends),
                _ => continue,
            };
            if ends {
                limits[at] = next_text[task].unwrap_or(end + at);
            }
            if begins {
                next_text[task] = Some(at);
            }
        }
        limits
    }

    /// Takes the piece number `at`; `limit` is a text's.
    fn take(&mut self, at: usize, piece: &Piece<'_>, limit: usize) -> Result<(), Reason> {
        if self.ended && (is_text(piece) || piece.what == What::Done) {
            return Err(Reason::AfterTheEnd);
        }
        match piece.what {
            What::Total { task, name, total } => {
                let task = task.ok_or_else(|| Reason::UnknownTask(name.to_owned()))?;
                self.go_on(at, task)?;
                let Progress {
                    next, total: sum, ..
                } = self.progress[task];
                let unfinished = next < self.tasks[task].high;
                let expected = unfinished.then(|| sum + i128::from(next));
                if expected != Some(total) {
                    return Err(Reason::WrongTotal {
                        task: self.name(task),
                        found: total,
                        expected,
                    });
                }
                self.write_total(piece, task, total, limit);
            }
            // That it is what the task prints next is known.
            What::Part {
                task,
                total,
                begins,
                ends,
            } => {
                if begins {
                    self.go_on(at, task)?;
                }
                if ends {
                    self.write_total(piece, task, total, limit);
                } else {
                    self.write(piece, task, Write::Part);
                }
            }
            What::Words { task } => {
                self.go_on(at, task)?;
                self.write_text(piece, task, Write::Words, limit);
            }
            What::Other => self.loose = true,
            What::Newline if self.ended => {}
            What::Newline => {
                match self.open.pop() {
                    Some(Reverse((_, task))) => self.write(piece, task, Write::Newline),
                    None if self.loose => {}
                    None => return Err(Reason::NoText),
                }
                self.newlines += 1;
                self.last_newline = (self.writes.len(), piece.line, piece.range.end);
            }
            What::Done => {
                while let Some(Reverse((_, task))) = self.open.pop() {
                    if !self.can_be_lost(task) {
                        return Err(Reason::EndsBeforeNewline(self.name(task)));
                    }
                    self.lose_newline(task);
                }
                let mut places = 0..self.tasks.len();
                let is_unfinished =
                    |&task: &usize| self.progress[task].next < self.tasks[task].high;
                if let Some(task) = places.find(is_unfinished) {
                    return Err(Reason::EndsBeforeTask(self.name(task)));
                }
                self.ended = true;
            }
        }
        Ok(())
    }

    fn name(&self, task: usize) -> String {
        self.tasks[task].name.clone()
    }

    /// A task goes on to a text, so the text before must have its newline.
    fn go_on(&mut self, at: usize, task: usize) -> Result<(), Reason> {
        if self
            .open
            .peek()
            .is_some_and(|Reverse((limit, _))| *limit == at)
        {
            self.open.pop();
            if !self.can_be_lost(task) {
                return Err(Reason::NoNewline(self.name(task)));
            }
            self.lose_newline(task);
        }
        Ok(())
    }

    /// Whether there is a newline after the task's last text.
    fn can_be_lost(&self, task: usize) -> bool {
        self.progress[task].newlines < self.newlines
    }

    /// How many newlines have been lost.
    pub(crate) fn lost(&self) -> usize {
        self.lost.len()
    }

    fn lose_newline(&mut self, task: usize) {
        let (before, line, end) = self.last_newline;
        let written = Written {
            line,
            task,
            write: Write::LostNewline,
            range: end..end,
        };
        self.lost.push((before, written));
    }

    fn write_total(&mut self, piece: &Piece<'_>, task: usize, total: i128, limit: usize) {
        self.progress[task].total = total;
        self.progress[task].next += 1;
        self.write_text(piece, task, Write::Total(total), limit);
    }

    fn write_text(&mut self, piece: &Piece<'_>, task: usize, write: Write, limit: usize) {
        self.write(piece, task, write);
        self.progress[task].newlines = self.newlines;
        self.open.push(Reverse((limit, task)));
    }

    fn write(&mut self, piece: &Piece<'_>, task: usize, write: Write) {
        self.writes.push(Written {
            line: piece.line,
            task,
            write,
            range: piece.range.clone(),
        });
    }

    /// The writes in order, with those that were lost.
    pub(crate) fn all_writes(&mut self) -> Vec<Written> {
        let mut all = Vec::with_capacity(self.writes.len() + self.lost.len());
        let mut lost = self.lost.iter().peekable();
        for (at, written) in self.writes.drain(..).enumerate() {
            while let Some((_, lost)) = lost.next_if(|(before, _)| *before <= at) {
                all.push(lost.clone());
            }
            all.push(written);
        }
        all.extend(lost.map(|(_, lost)| lost.clone()));
        all
    }

    /// Of a log that is possible: who can print it, the strictest first.
    pub(crate) fn strictest_lane(&self) -> Verdict {
        let writes = match &*self.writes {
            // The log may stop in the middle of a text.
            [writes @ .., last] if last.write == Write::Part => writes,
            writes => writes,
        };
        // Whoever gives way only between two prints lets nobody come into one.
        let is_text = |written: &Written| matches!(written.write, Write::Total(_) | Write::Words);
        let is_whole = writes.chunks(2).all(|pair| match pair {
            [text, newline] => {
                is_text(text) && newline.write == Write::Newline && text.task == newline.task
            }
            _ => pair.iter().all(is_text),
        });
        if !is_whole {
            return Verdict::Threads;
        }
        let texts: Vec<&Written> = writes.iter().step_by(2).collect();
        if self.is_sequential(&texts) {
            Verdict::Sequential
        } else if self.is_async(&texts) {
            Verdict::Async
        } else {
            Verdict::Interleaved
        }
    }

    /// Whether a task prints all that it has to print, then the next one.
    fn is_sequential(&self, texts: &[&Written]) -> bool {
        let mut totals = totals(texts);
        let in_order = self.tasks.iter().enumerate().all(|(place, task)| {
            // Totals are counted, because a task may have more steps than there are.
            let mut left = task.steps();
            while left > 0 {
                match totals.next() {
                    Some(task) if task == place => left -= 1,
                    Some(_) => return false,
                    None => return true,
                }
            }
            true
        });
        let mut seen = vec![false; self.tasks.len()];
        let blocks = texts.chunk_by(|a, b| a.task == b.task);
        let mut firsts = blocks.map(|block| block[0].task);
        in_order && firsts.all(|task| !std::mem::replace(&mut seen[task], true))
    }

    /// Whether the tasks print in turn, each as long as it has something to print.
    fn is_async(&self, texts: &[&Written]) -> bool {
        let mut totals = totals(texts).peekable();
        let mut active: Vec<usize> = (0..self.tasks.len()).collect();
        let mut round = 0;
        while totals.peek().is_some() {
            active.retain(|&place| self.tasks[place].steps() > round);
            round += 1;
            let mut turn = active.iter();
            if !turn.all(|&place| totals.next().is_none_or(|task| task == place)) {
                return false;
            }
        }
        self.words_are_async(texts)
    }

    /// Whether a task's first words come when all start, and its others along with
    /// a text of its own: with nothing to wait for, nobody else gets a turn between.
    fn words_are_async(&self, texts: &[&Written]) -> bool {
        let mut has_printed = vec![false; self.tasks.len()];
        let mut all_start = true;
        texts.iter().enumerate().all(|(at, text)| {
            if text.write != Write::Words {
                has_printed[text.task] = true;
                all_start = false;
                return true;
            }
            let is_beside =
                |other: Option<&&Written>| other.is_some_and(|other| other.task == text.task);
            let beside = is_beside(texts.get(at.wrapping_sub(1))) || is_beside(texts.get(at + 1));
            if has_printed[text.task] {
                beside
            } else {
                all_start
            }
        })
    }
}

/// The tasks whose totals these are, in order.
fn totals<'a>(texts: &'a [&Written]) -> impl Iterator<Item = usize> + use<'a> {
    let totals = texts.iter().filter(|text| text.write != Write::Words);
    totals.map(|text| text.task)
}
