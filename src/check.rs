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

use std::collections::BTreeMap;

use crate::event::{EventKind, Log};
use crate::lane::{Lane, LaneKind, Program, Work};
use crate::scheduler::Schedule;
use crate::task::Summation;
use std::rc::Rc;

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
    /// Who wrote what, in order.
    pub writes: Vec<Written>,
}

/// A write that the log shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// In which line, from 1.
    pub line: usize,
    /// Whose it is: a place in [`Check::tasks`].
    pub task: usize,
    /// The total of a text; `None` is the newline after a text.
    pub total: Option<i128>,
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
    /// There is too little to decide by.
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

/// Why nothing can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// No line has the form `[name] total=number`.
    NoTotals,
    /// Two of the tasks have one name, so whose a line is can't be told.
    SameNames,
}

/// One piece of a log, with its line.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece<'a> {
    Total {
        name: &'a str,
        total: i128,
    },
    /// A text that is no total: a task's first or last words.
    Other,
    Newline,
    Done,
}

/// Checks a log: what a program printed, as a person has copied it.
///
/// Spaces around `=` don't matter, nor how many exclamation marks `Done` has. A
/// log without that line may be the beginning of one. Lines of other words are
/// passed over. Without `tasks`, they are taken from the log.
///
/// # Examples
/// ```
/// use interleaved::{Verdict, check_log};
///
/// let check = check_log("[A] total=1[B] total=5\n\n[A] total=3\nDone!!!\n", None);
/// assert_eq!(check.verdict, Verdict::Threads);
/// assert_eq!(check.torn, 1);
/// ```
#[must_use]
pub fn check_log(text: &str, tasks: Option<&[Summation]>) -> Check {
    let pieces = split(text);
    let mut checker = Checker::new(&pieces, tasks);
    let verdict = match checker.doubt(tasks.is_some()) {
        Some(doubt) => Verdict::Undecided(doubt),
        None => match checker.run() {
            Err((line, reason)) => Verdict::Impossible { line, reason },
            Ok(()) => checker.strictest_lane(),
        },
    };
    Check {
        verdict,
        torn: torn_lines(&pieces),
        tasks: checker.tasks,
        writes: checker.writes,
    }
}

/// Cuts a log into its pieces, each with the number of its line.
fn split(text: &str) -> Vec<(usize, Piece<'_>)> {
    let mut pieces = Vec::new();
    let lines: Vec<&str> = text.trim_end().split('\n').collect();
    for (index, line) in lines.iter().enumerate() {
        let number = index + 1;
        let mut rest = line.trim_end_matches('\r');
        let mut other = false;
        while let Some((before, name, total, after)) = next_total(rest) {
            other |= !before.trim().is_empty();
            pieces.push((number, Piece::Total { name, total }));
            rest = after;
        }
        let rest = rest.trim();
        if rest.starts_with("Done") && rest[4..].chars().all(|c| c == '!' || c == '.') {
            pieces.push((number, Piece::Done));
        } else if other || !rest.is_empty() {
            pieces.push((number, Piece::Other));
        }
        if number < lines.len() {
            pieces.push((number, Piece::Newline));
        }
    }
    pieces
}

/// Finds the first `[name] total=number`: what is before it, its parts, the rest.
fn next_total(text: &str) -> Option<(&str, &str, i128, &str)> {
    let mut from = 0;
    while let Some(found) = text[from..].find("] total") {
        let end_of_name = from + found;
        from = end_of_name + "] total".len();
        let Some(start) = text[..end_of_name].find('[') else {
            continue;
        };
        let Some(after) = text[from..].trim_start_matches(' ').strip_prefix('=') else {
            continue;
        };
        let after = after.trim_start_matches(' ');
        let digits = after
            .char_indices()
            .take_while(|&(at, c)| c.is_ascii_digit() || (at == 0 && c == '-'))
            .count();
        if let Ok(total) = after[..digits].parse() {
            let name = &text[start + 1..end_of_name];
            return Some((&text[..start], name, total, &after[digits..]));
        }
    }
    None
}

fn torn_lines(pieces: &[(usize, Piece<'_>)]) -> usize {
    let mut texts = BTreeMap::<usize, usize>::new();
    for (line, piece) in pieces {
        if matches!(piece, Piece::Total { .. }) {
            *texts.entry(*line).or_default() += 1;
        }
    }
    texts.values().filter(|&&count| count > 1).count()
}

struct Checker<'a> {
    pieces: &'a [(usize, Piece<'a>)],
    tasks: Vec<Summation>,
    places: BTreeMap<&'a str, usize>,
    writes: Vec<Written>,
    ended: bool,
}

impl<'a> Checker<'a> {
    fn new(pieces: &'a [(usize, Piece<'a>)], given: Option<&'a [Summation]>) -> Self {
        let mut checker = Self {
            pieces,
            tasks: given.unwrap_or_default().to_vec(),
            places: BTreeMap::new(),
            writes: Vec::new(),
            ended: false,
        };
        for (place, task) in given.unwrap_or_default().iter().enumerate() {
            checker.places.insert(&task.name, place);
        }
        if given.is_none() {
            checker.infer_tasks();
        }
        checker
    }

    /// A task's first total is its low end, and each of its lines is a step.
    fn infer_tasks(&mut self) {
        for (_, piece) in self.pieces {
            let Piece::Total { name, total } = piece else {
                continue;
            };
            let place = *self.places.entry(name).or_insert(self.tasks.len());
            if place == self.tasks.len() {
                // A total that is no end of a range is refused when it is checked.
                let low = i64::try_from(*total).unwrap_or_default();
                self.tasks.push(Summation {
                    name: (*name).to_owned(),
                    low,
                    high: low,
                });
            }
            self.tasks[place].high = self.tasks[place].high.saturating_add(1);
        }
    }

    fn doubt(&self, given: bool) -> Option<Doubt> {
        let has_totals = self
            .pieces
            .iter()
            .any(|(_, piece)| matches!(piece, Piece::Total { .. }));
        if given && self.places.len() < self.tasks.len() {
            Some(Doubt::SameNames)
        } else if !has_totals && !given {
            Some(Doubt::NoTotals)
        } else {
            None
        }
    }

    /// Goes through the log once. See the head of this module.
    fn run(&mut self) -> Result<(), (usize, Reason)> {
        let limits = self.limits();
        // The next index and the total so far of each task.
        let mut sums: Vec<(i64, i128)> = self.tasks.iter().map(|task| (task.low, 0)).collect();
        // The texts that wait for their newline, by their limits.
        let mut open = BTreeMap::<usize, Option<usize>>::new();
        for (at, (line, piece)) in self.pieces.iter().enumerate() {
            let fail = |reason| Err((*line, reason));
            if self.ended && *piece != Piece::Newline {
                return fail(Reason::AfterTheEnd);
            }
            match piece {
                Piece::Total { name, total } => {
                    let Some(&task) = self.places.get(name) else {
                        return fail(Reason::UnknownTask((*name).to_owned()));
                    };
                    if open.contains_key(&at) {
                        return fail(Reason::NoNewline((*name).to_owned()));
                    }
                    let (next, sum) = &mut sums[task];
                    let unfinished = *next < self.tasks[task].high;
                    let expected = unfinished.then(|| *sum + i128::from(*next));
                    if expected != Some(*total) {
                        return fail(Reason::WrongTotal {
                            task: (*name).to_owned(),
                            found: *total,
                            expected,
                        });
                    }
                    *sum = *total;
                    *next += 1;
                    self.writes.push(Written {
                        line: *line,
                        task,
                        total: Some(*total),
                    });
                    open.insert(limits[at], Some(task));
                }
                Piece::Other => {
                    open.insert(limits[at], None);
                }
                Piece::Newline if self.ended => {}
                Piece::Newline => match open.pop_first() {
                    Some((_, Some(task))) => self.writes.push(Written {
                        line: *line,
                        task,
                        total: None,
                    }),
                    Some((_, None)) => {}
                    None => return fail(Reason::NoText),
                },
                Piece::Done => {
                    let waiting = open.values().flatten().next();
                    if let Some(&task) = waiting {
                        let name = self.tasks[task].name.clone();
                        return fail(Reason::EndsBeforeNewline(name));
                    }
                    let is_unfinished =
                        |(task, (next, _)): &(&Summation, &(i64, i128))| *next < task.high;
                    if let Some((task, _)) = self.tasks.iter().zip(&sums).find(is_unfinished) {
                        return fail(Reason::EndsBeforeTask(task.name.clone()));
                    }
                    self.ended = true;
                }
            }
        }
        Ok(())
    }

    /// For each piece that is a text, by when it must have its newline: a place in
    /// the log, the next text of the same task, or one past the end. They are all
    /// different, because a place has one text.
    fn limits(&self) -> Vec<usize> {
        let end = self.pieces.len();
        let mut next_text = BTreeMap::new();
        let mut limits = vec![0; end];
        for (at, (_, piece)) in self.pieces.iter().enumerate().rev() {
            limits[at] = match piece {
                Piece::Total { name, .. } => next_text.insert(*name, at).unwrap_or(end + at),
                // Nobody's: a newline is given to it last.
                _ => 2 * end + at,
            };
        }
        limits
    }

    /// Of a log that threads can print: which of the other lanes can as well.
    fn strictest_lane(&self) -> Verdict {
        let texts: Vec<(usize, i128)> = self
            .writes
            .iter()
            .filter_map(|write| Some((write.task, write.total?)))
            .collect();
        // No other lane lets anybody come between a text and its newline.
        let whole = self.writes.chunks(2).all(|pair| match pair {
            [text, newline] => {
                text.total.is_some() && newline.total.is_none() && text.task == newline.task
            }
            _ => true,
        });
        let program = Program {
            tasks: Rc::new(self.tasks.clone()),
            interval: 1,
            work: Work::Wait,
            schedule: Schedule::InTurn,
            lock: false,
        };
        let prints = |kind| {
            let printed = first_texts(kind, &program, texts.len() + 1);
            if self.ended {
                printed == texts
            } else {
                printed.starts_with(&texts)
            }
        };
        if whole && prints(LaneKind::Sequential) {
            Verdict::Sequential
        } else if whole && prints(LaneKind::Async) {
            Verdict::Async
        } else {
            Verdict::Threads
        }
    }
}

/// The first tasks and totals that a lane prints, in order, at least `wanted` of
/// them if there are so many.
fn first_texts(kind: LaneKind, program: &Program, wanted: usize) -> Vec<(usize, i128)> {
    let mut lane = Lane::new(kind, program, Log::default());
    let mut sums: Vec<(i64, i128)> = program.tasks.iter().map(|task| (task.low, 0)).collect();
    let mut texts = Vec::new();
    let mut seen = 0;
    while texts.len() < wanted && lane.run_one() {
        let log = lane.log();
        while let Some(event) = log.get(seen) {
            seen += 1;
            if let (EventKind::Wrote(text), Some(task)) = (event.kind, event.task)
                && text != "\n"
            {
                let (next, sum) = &mut sums[task as usize];
                *sum += i128::from(*next);
                *next += 1;
                texts.push((task as usize, *sum));
            }
        }
    }
    texts
}
