//! Texts in pieces: whose is each piece?
//!
//! A print is one write or many: `print("[A] total =", total)` writes the first
//! argument, a space, the total and a newline, and others can write between any two
//! of them. What is known is what each task has to print, character by character,
//! but for spaces. So a log is possible if its characters can be given to the tasks
//! in such a way that each task's own are what it has to print.
//!
//! The log is read once, along with all the ways in which what has been read can be
//! given to the tasks. There are few: where nobody is in the middle of a text, a
//! whole text with one bracket is one task's, and elsewhere most characters have but
//! one taker. Newlines are given to nobody until it must be known. When a task
//! begins its next text, it takes the first newline after its last one that nobody
//! has taken: those that still wait can use any later one as well as it can, so this
//! never spoils a way.
//!
//! Other words may stand between. Passing over what could be a part of a total costs
//! something, as a lost newline does, and the cheapest way is taken in the end.

use std::ops::Range;

use super::paste::{Piece, What, Words, fragment, is_blank, separates_thousands};
use super::trail::{Deed, Step, Trail, Ways, cheapest, keep_cheapest, most_ways};
use super::verdict::Reason;
use super::way::{LOST, Progress, Way};
use super::{is_loose_end, is_mixed, is_words};
use crate::summation::Summation;

/// So many times a task is tried for a character, and no more.
const MAX_TRIES: usize = 1 << 21;

/// Why there is no way.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nobody can have written this piece, counted from 0, or a part of it.
    At(usize, Reason),
    /// There are too many ways to follow them all.
    Tangled,
}

/// The pieces of a log, with those that are parts of texts given to tasks. The names
/// are those of the tasks, as they are in the log.
pub(crate) fn weave<'a>(
    pieces: &[Piece<'a>],
    text: &str,
    tasks: &[Summation],
    names: &[String],
) -> Result<Vec<Piece<'a>>, Failure> {
    let follow = |has_words: bool| {
        let mut loom = Loom::new(text, tasks, names);
        loom.has_loose_ends = pieces.iter().any(|piece| is_loose_end(piece, text));
        loom.has_words = has_words;
        for (index, piece) in pieces.iter().enumerate() {
            loom.take(index, piece)?;
        }
        Ok(cheapest(loom.ways, &loom.steps, pieces))
    };
    // Words make many ways, so most logs are explained without any.
    match follow(false) {
        Err(Failure::At(..)) if pieces.iter().any(|piece| is_words(piece, text)) => follow(true),
        result => result,
    }
}

struct Loom<'a> {
    text: &'a str,
    tasks: &'a [Summation],
    /// The names as they are in the text, and without spaces.
    keys: &'a [String],
    names: Vec<Vec<char>>,
    base: Vec<Progress>,
    ways: Ways,
    steps: Vec<Step>,
    tried: usize,
    /// Whether there are ends of totals that have lost their beginnings.
    has_loose_ends: bool,
    /// Whether there are words that no text of a total has: parts of them may look like its.
    has_words: bool,
}

impl<'a> Loom<'a> {
    fn new(text: &'a str, tasks: &'a [Summation], names: &'a [String]) -> Self {
        let start = |task: &Summation| Progress {
            next: task.low,
            sum: 0,
            written: 0,
            ended: 0,
        };
        let seen = |name: &String| name.chars().filter(|char| !is_blank(*char)).collect();
        let trail = Trail {
            cost: 0,
            step: None,
        };
        Self {
            text,
            tasks,
            keys: names,
            names: names.iter().map(seen).collect(),
            base: tasks.iter().map(start).collect(),
            ways: vec![(Way::default(), trail)],
            steps: Vec::new(),
            tried: 0,
            has_loose_ends: false,
            has_words: false,
        }
    }

    /// Follows all ways through one piece.
    fn take(&mut self, index: usize, piece: &Piece<'_>) -> Result<(), Failure> {
        self.settle();
        let reason = self.reason(piece);
        let ways = std::mem::take(&mut self.ways);
        let mut next = Ways::new();
        let whole = (index, piece.range.clone(), Deed::Whole);
        match piece.what {
            What::Newline => {
                for (mut way, trail) in ways {
                    if way.take_newline(&self.base, piece.range.end) {
                        self.go(&mut next, way, trail, 0, whole.clone());
                    }
                }
            }
            What::Done => {
                for (mut way, trail) in ways {
                    if let Some(cost) = self.end(&mut way) {
                        self.go(&mut next, way, trail, cost, whole.clone());
                    }
                }
            }
            What::Total { task, total, .. } => {
                let mut others = Ways::new();
                let brackets = self.text[piece.range.clone()].matches('[').count();
                for (way, trail) in ways {
                    let printed = task.and_then(|task| self.print(&way, task, total, piece));
                    // If nobody is amid a text, all of it must be one print.
                    if printed.is_none() || way.is_amid() || brackets > 1 {
                        others.push((way, trail));
                    }
                    if let Some((way, cost)) = printed {
                        self.go(&mut next, way, trail, cost, whole.clone());
                    }
                }
                let may_pass = is_mixed(piece);
                self.read(index, piece.range.clone(), others, may_pass, &mut next)?;
            }
            What::Words { task } => self.take_words(index, piece, task, ways, &mut next)?,
            What::Other => self.read(index, piece.range.clone(), ways, true, &mut next)?,
            What::Part { .. } => {}
        }
        self.limit(&mut next)?;
        self.ways = next;
        if self.ways.is_empty() {
            return Err(Failure::At(index, reason));
        }
        Ok(())
    }

    /// Why a piece can't be there, if it can't.
    fn reason(&self, piece: &Piece<'_>) -> Reason {
        let Some((way, _)) = self.ways.iter().min_by_key(|(_, trail)| trail.cost) else {
            return Reason::NoWriter;
        };
        let name = |task: usize| self.tasks[task].name.clone();
        match piece.what {
            What::Newline => Reason::NoText,
            _ if way.ended => Reason::AfterTheEnd,
            What::Done => {
                let waits = |(_, progress): &&(usize, Progress)| progress.ended > way.last_newline;
                if let Some((task, _)) = way.moved.iter().find(waits) {
                    return Reason::EndsBeforeNewline(name(*task));
                }
                let is_unfinished =
                    |&task: &usize| way.progress(&self.base, task).next < self.tasks[task].high;
                let unfinished = (0..self.tasks.len()).find(is_unfinished);
                unfinished.map_or(Reason::NoWriter, |task| Reason::EndsBeforeTask(name(task)))
            }
            _ => Reason::NoWriter,
        }
    }

    /// What begins with the name of a task is other words of it, or its text begins.
    fn take_words(
        &mut self,
        index: usize,
        piece: &Piece<'_>,
        task: usize,
        ways: Ways,
        next: &mut Ways,
    ) -> Result<(), Failure> {
        let range = piece.range.clone();
        let found = fragment(&self.text[range.clone()]);
        let name_end = range.start + self.keys[task].len() + "[]".len();
        if !found.is_some_and(|found| found.has_total) {
            let mut spoken = Ways::new();
            for (way, trail) in &ways {
                if let Some((mut way, cost)) = way.begin(&self.base, task) {
                    let mut progress = way.progress(&self.base, task);
                    progress.ended = name_end;
                    way.set(&self.base, task, progress);
                    let step = (index, range.start..name_end, Deed::Words(task));
                    self.go(&mut spoken, way, *trail, cost + 1, step);
                }
            }
            self.read(index, name_end..range.end, spoken, true, next)?;
        }
        // Where others begin in it as well, its end may be in what looks like a whole text.
        let has_others = self.text[name_end..range.end].contains('[');
        if found.is_some() || self.has_loose_ends || has_others {
            self.read(index, range, ways, found.is_none() || self.has_words, next)?;
        }
        Ok(())
    }

    /// Follows the ways through a range character by character. Words may be passed over:
    /// any, where nobody is amid a text or where there are others, else those that are no
    /// part of one.
    fn read(
        &mut self,
        index: usize,
        range: Range<usize>,
        mut ways: Ways,
        may_pass: bool,
        next: &mut Ways,
    ) -> Result<(), Failure> {
        let text = self.text;
        let mut words = Words::of(text, range.clone());
        let last_bracket = text[range.clone()].rfind('[').map(|at| range.start + at);
        let mut before = ' ';
        for (at, char) in text[range.clone()].char_indices() {
            let here = range.start + at..range.start + at + char.len_utf8();
            if is_blank(char) {
                before = char;
                continue;
            }
            let is_strange = words.is_strange(here.start);
            let after = text[here.end..].trim_start_matches(is_blank).chars().next();
            let is_between_digits =
                before.is_ascii_digit() && after.is_some_and(|char| char.is_ascii_digit());
            before = char;
            if is_between_digits && separates_thousands(char) {
                continue;
            }
            let is_last = last_bracket.is_none_or(|bracket| bracket < here.start);
            let rest = here.start..range.end;
            let passing = may_pass && is_last;
            let mut written = Ways::new();
            for (way, trail) in std::mem::take(&mut ways) {
                // Many of them may be the same, but not so many.
                if written.len() > 8 * most_ways(self.has_words) || self.tried > MAX_TRIES {
                    return Err(Failure::Tangled);
                }
                let is_amid = way.is_amid();
                if passing && !is_amid {
                    let step = (index, rest.clone(), Deed::Passed);
                    let seen = text[rest.clone()].chars().filter(|char| !is_blank(*char));
                    self.go(next, way.passed(), trail, seen.count() as u64, step);
                    continue;
                }
                for (task, progress) in &way.moved {
                    if progress.written > 0 {
                        self.write(&mut written, &way, trail, *task, (index, &here, char), 0);
                    }
                }
                if char == '[' {
                    for task in 0..self.tasks.len() {
                        self.tried += 1;
                        // What follows is its name, unless others can write in between.
                        let goes_on = is_amid
                            || self.has_words
                            || matches!(after, None | Some('[' | '\n'))
                            || after == Some(self.base[task].char_at(&self.names[task], 1).0);
                        if !goes_on || way.progress(&self.base, task).next >= self.tasks[task].high
                        {
                            continue;
                        }
                        if let Some((way, cost)) = way.begin(&self.base, task) {
                            self.write(&mut written, &way, trail, task, (index, &here, char), cost);
                        }
                    }
                }
                if may_pass && (!is_amid || is_strange || self.has_words) {
                    let step = (index, here.clone(), Deed::Passed);
                    self.go(&mut written, way.passed(), trail, 1, step);
                }
            }
            ways = written;
            self.limit(&mut ways)?;
            if ways.is_empty() {
                break;
            }
        }
        next.append(&mut ways);
        Ok(())
    }

    /// A task writes a character, if that is what comes next in its text.
    fn write(
        &mut self,
        written: &mut Ways,
        way: &Way,
        trail: Trail,
        task: usize,
        (index, here, char): (usize, &Range<usize>, char),
        cost: u64,
    ) {
        self.tried += 1;
        let mut progress = way.progress(&self.base, task);
        let (expected, ends) = progress.char_at(&self.names[task], progress.written);
        if expected != char {
            return;
        }
        let total = progress.sum + i128::from(progress.next);
        let begins = progress.written == 0;
        progress.written += 1;
        if ends {
            progress = progress.after(total, here.end);
        }
        let mut way = way.clone();
        way.set(&self.base, task, progress);
        let deed = Deed::Part {
            task,
            total,
            begins,
            ends,
        };
        self.go(written, way, trail, cost, (index, here.clone(), deed));
    }

    /// A task prints a whole text.
    fn print(&self, way: &Way, task: usize, total: i128, piece: &Piece<'_>) -> Option<(Way, u64)> {
        let progress = way.progress(&self.base, task);
        let fits = progress.next < self.tasks[task].high
            && progress.sum + i128::from(progress.next) == total;
        let (mut way, cost) = fits.then(|| way.begin(&self.base, task))??;
        way.set(&self.base, task, progress.after(total, piece.range.end));
        Some((way, cost))
    }

    /// The main program ends, which all must have done. Returns what that costs.
    fn end(&self, way: &mut Way) -> Option<u64> {
        let is_done = |task: usize| {
            let progress = way.progress(&self.base, task);
            progress.written == 0
                && progress.ended <= way.last_newline
                && progress.next >= self.tasks[task].high
        };
        if way.ended || !(0..self.tasks.len()).all(is_done) {
            return None;
        }
        way.ended = true;
        Some(LOST * (way.waiting() - way.free.len()) as u64)
    }

    /// If there is but one way, and nobody has begun anything, it is where all are.
    fn settle(&mut self) {
        if let [(way, _)] = &mut *self.ways
            && !way.is_amid()
            && way.waiting() == 0
        {
            for (task, progress) in way.moved.drain(..) {
                self.base[task] = progress;
            }
        }
    }

    /// A way goes on by one step.
    fn go(
        &mut self,
        ways: &mut Ways,
        way: Way,
        trail: Trail,
        cost: u64,
        (piece, range, deed): (usize, Range<usize>, Deed),
    ) {
        self.steps.push(Step {
            before: trail.step,
            piece,
            range,
            deed,
        });
        let trail = Trail {
            cost: trail.cost + cost,
            step: Some(self.steps.len() - 1),
        };
        ways.push((way, trail));
    }

    /// Of the same ways the cheapest goes on; if there are still too many, none does.
    fn limit(&self, ways: &mut Ways) -> Result<(), Failure> {
        keep_cheapest(ways);
        if ways.len() > most_ways(self.has_words) || self.tried > MAX_TRIES {
            return Err(Failure::Tangled);
        }
        Ok(())
    }
}
