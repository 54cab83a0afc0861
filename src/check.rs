//! Could these tasks have printed this log? What real threads can do, and no more.
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
//! often that was needed is in [`Check::lost`]. It is never needed more often than
//! it must be, because the nearest limit first also gives the most texts one of
//! the newlines that are there. Nothing else is forgiven: two texts of one task
//! with no newline between them, a newline more than there are texts before, and
//! a text that is missing, too many or in the wrong place are impossible.
//!
//! Words that are nobody's may be any number of prints. After them a newline too
//! many proves nothing, so it is passed over, as they are.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use crate::paste::{Names, Piece, What, cut, infer};
use crate::task::Summation;

/// A longer log, in bytes, is not looked at.
pub const MAX_LOG: usize = 4 << 20;

/// Names with brackets of their own are looked for at each bracket of a log. Their
/// length times the log's may be so much: more might take longer than anybody waits.
const MAX_SEARCH: u64 = 1 << 30;

/// What a check has found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The strictest lane that can print the log, or why there is none.
    pub verdict: Verdict,
    /// The tasks: those that were given, else those that the log tells of, in the
    /// order of their first lines.
    pub tasks: Vec<Summation>,
    /// How many lines have two texts or more.
    pub torn: usize,
    /// How many empty lines must have been lost since it was printed, for the
    /// verdict to be true. It is strictly true of the log as it is if there are none.
    pub lost: usize,
    /// Who wrote what, in order, up to the first impossible line: one way in which
    /// it can have been.
    pub writes: Vec<Written>,
}

/// A write that the log shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// In which line, from 1.
    pub line: usize,
    /// Whose it is: a place in [`Check::tasks`].
    pub task: usize,
    /// What was written.
    pub write: Write,
    /// Where in the log it is, in bytes.
    pub range: Range<usize>,
}

/// What a task can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Write {
    /// The text of a total.
    Total(i128),
    /// Another text.
    Words,
    /// The newline after a text.
    Newline,
    /// The same, but it has been lost: it came anywhere after its text and next to
    /// another newline; where that is the last time, it is told of here.
    LostNewline,
}

/// Which lane can print a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Even one task after the other.
    Sequential,
    /// Even futures on one thread.
    Async,
    /// Threads; neither of the others.
    Threads,
    /// Nothing that runs these tasks.
    Impossible {
        /// The first line that no schedule can print, from 1.
        line: usize,
        /// Why not.
        reason: Reason,
    },
    /// There is too little to decide by, or too much.
    Undecided(Doubt),
}

/// Why no schedule can print a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is no task of this name.
    UnknownTask(String),
    /// The task can't print this total here: it would print `expected`, or
    /// nothing more.
    WrongTotal {
        /// The task's name.
        task: String,
        /// The total in the log.
        found: i128,
        /// What the task prints next, if it isn't finished.
        expected: Option<i128>,
    },
    /// The task writes again, though a newline is missing after its text before.
    NoNewline(String),
    /// A newline, though every text before has its own already.
    NoText,
    /// The main program ends, though a newline of this task is missing.
    EndsBeforeNewline(String),
    /// The main program ends, though this task hasn't printed all its totals.
    EndsBeforeTask(String),
    /// Something comes after the main program's last line.
    AfterTheEnd,
}

impl Verdict {
    /// Its name: the lane's, or a word.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Sequential => "sequential",
            Self::Async => "async",
            Self::Threads => "threads",
            Self::Impossible { .. } => "impossible",
            Self::Undecided(_) => "undecided",
        }
    }
}

impl Reason {
    /// A fixed word, under which sentences are kept.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownTask(_) => "unknownTask",
            Self::WrongTotal { .. } => "wrongTotal",
            Self::NoNewline(_) => "noNewline",
            Self::NoText => "noText",
            Self::EndsBeforeNewline(_) => "endsBeforeNewline",
            Self::EndsBeforeTask(_) => "endsBeforeTask",
            Self::AfterTheEnd => "afterTheEnd",
        }
    }

    /// The name of the task that it is about, if it is about one.
    #[must_use]
    pub fn task(&self) -> Option<&str> {
        match self {
            Self::UnknownTask(task)
            | Self::WrongTotal { task, .. }
            | Self::NoNewline(task)
            | Self::EndsBeforeNewline(task)
            | Self::EndsBeforeTask(task) => Some(task),
            Self::NoText | Self::AfterTheEnd => None,
        }
    }
}

/// Why nothing can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// No line has the form `[name] total=number`.
    NoTotals,
    /// Two of the tasks have one name, so whose a line is can't be told.
    SameNames,
    /// The log is longer than [`MAX_LOG`], or it is long and many names have brackets.
    TooLong,
}

impl Doubt {
    /// A fixed word, under which sentences are kept.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoTotals => "noTotals",
            Self::SameNames => "sameNames",
            Self::TooLong => "tooLong",
        }
    }
}

/// Checks a log: what a program printed, as a person has copied it.
///
/// Spaces around `=` don't matter, nor how many exclamation marks `Done` has. A
/// log without that line may be the beginning of one. Other words after the
/// `[name]` of a task are a text of its own; all else is passed over. Without
/// `tasks`, they are taken from the log.
///
/// It takes as long as sorting the lines does; longer where names have brackets.
///
/// # Examples
/// ```
/// use interleaved::{Verdict, check_log};
///
/// let check = check_log("[A] total=1[B] total=5\n\n[A] total=3\nDone!!!\n", None);
/// assert_eq!(check.verdict, Verdict::Threads);
/// assert_eq!((check.torn, check.lost), (1, 0));
///
/// // A is told to have gone on before its newline.
/// let check = check_log("[A] total=1[A] total=3\n\n", None);
/// assert!(matches!(check.verdict, Verdict::Impossible { line: 1, .. }));
/// ```
#[must_use]
pub fn check_log(text: &str, tasks: Option<&[Summation]>) -> Check {
    let undecided = |doubt| Check {
        verdict: Verdict::Undecided(doubt),
        tasks: tasks.unwrap_or_default().to_vec(),
        torn: 0,
        lost: 0,
        writes: Vec::new(),
    };
    if text.len() > MAX_LOG {
        return undecided(Doubt::TooLong);
    }
    let inferred = tasks.is_none().then(|| infer(text));
    let tasks = inferred.as_deref().or(tasks).unwrap_or_default();
    let names = Names::of(tasks);
    if names.has_twins() {
        return undecided(Doubt::SameNames);
    }
    if names.odd_len() * text.len() as u64 > MAX_SEARCH {
        return undecided(Doubt::TooLong);
    }
    let pieces = cut(text, &names);
    let tells = |piece: &Piece<'_>| matches!(piece.what, What::Total { .. } | What::Done);
    if tasks.is_empty() || !pieces.iter().any(tells) {
        return undecided(Doubt::NoTotals);
    }
    let mut checker = Checker::new(tasks);
    let verdict = match checker.run(&pieces) {
        Err((line, reason)) => Verdict::Impossible { line, reason },
        Ok(()) => checker.strictest_lane(),
    };
    let writes = checker.all_writes();
    Check {
        verdict,
        tasks: tasks.to_vec(),
        torn: torn_lines(&pieces),
        lost: checker.lost.len(),
        writes,
    }
}

fn is_text(piece: &Piece<'_>) -> bool {
    matches!(piece.what, What::Total { .. } | What::Words { .. })
}

fn torn_lines(pieces: &[Piece<'_>]) -> usize {
    let lines = pieces.chunk_by(|a, b| a.line == b.line);
    let torn = |line: &&[Piece<'_>]| line.iter().filter(|piece| is_text(piece)).count() > 1;
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

struct Checker<'a> {
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
    fn new(tasks: &'a [Summation]) -> Self {
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
    fn run(&mut self, pieces: &[Piece<'_>]) -> Result<(), (usize, Reason)> {
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
            if let What::Total {
                task: Some(task), ..
            }
            | What::Words { task } = piece.what
            {
                limits[at] = next_text[task].replace(at).unwrap_or(end + at);
            }
        }
        limits
    }

    /// Takes the piece number `at`; `limit` is a text's.
    fn take(&mut self, at: usize, piece: &Piece<'_>, limit: usize) -> Result<(), Reason> {
        let name = |task: usize| self.tasks[task].name.clone();
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
                        task: name.to_owned(),
                        found: total,
                        expected,
                    });
                }
                self.progress[task].total = total;
                self.progress[task].next += 1;
                self.write_text(piece, task, Write::Total(total), limit);
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
                        return Err(Reason::EndsBeforeNewline(name(task)));
                    }
                    self.lose_newline(task);
                }
                let mut places = 0..self.tasks.len();
                let is_unfinished =
                    |&task: &usize| self.progress[task].next < self.tasks[task].high;
                if let Some(task) = places.find(is_unfinished) {
                    return Err(Reason::EndsBeforeTask(name(task)));
                }
                self.ended = true;
            }
        }
        Ok(())
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
                return Err(Reason::NoNewline(self.tasks[task].name.clone()));
            }
            self.lose_newline(task);
        }
        Ok(())
    }

    /// Whether there is a newline after the task's last text.
    fn can_be_lost(&self, task: usize) -> bool {
        self.progress[task].newlines < self.newlines
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
    fn all_writes(&mut self) -> Vec<Written> {
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

    /// Of a log that threads can print: which of the other lanes can as well.
    fn strictest_lane(&self) -> Verdict {
        // No other lane lets anybody come between a text and its newline.
        let whole = self.writes.chunks(2).all(|pair| match pair {
            [text, newline] => {
                text.write != Write::Newline
                    && newline.write == Write::Newline
                    && text.task == newline.task
            }
            _ => true,
        });
        let texts: Vec<&Written> = self.writes.iter().step_by(2).collect();
        if whole && self.is_sequential(&texts) {
            Verdict::Sequential
        } else if whole && self.is_async(&texts) {
            Verdict::Async
        } else {
            Verdict::Threads
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
