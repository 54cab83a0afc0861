//! Could these tasks have printed this log?
//!
//! A log is read as a person sees it (`reading.rs`), cut into what its program wrote
//! (`paste.rs`), and its newlines are given to its texts (`newlines.rs`). If it has texts
//! in pieces, or no whole texts will do, the pieces are given to the tasks first
//! (`weave.rs`).
//!
//! A log is called impossible only where no program of these tasks can have printed
//! it, however its prints are cut into writes.

mod infer;
mod newlines;
mod paste;
mod reading;
mod torn_words;
mod trail;
mod verdict;
mod way;
mod weave;

use std::ops::Range;

use crate::summation::Summation;
use infer::infer;
use newlines::{Checker, torn_lines};
use paste::{Names, Piece, What, cut, fragment};
use reading::{Reading, Returns, is_odd, key, read};
use torn_words::are_words_torn;
pub use verdict::{Check, Doubt, Reason, Verdict, Write, Written};
use weave::{Failure, weave};

/// A longer log, in bytes, is not looked at.
pub const MAX_LOG: usize = 4 << 20;

/// Names with brackets of their own, or with what nobody sees, are looked for at each
/// bracket of a log. Their length times the log's may be so much: more might take
/// longer than anybody waits.
const MAX_SEARCH: u64 = 1 << 30;

/// Checks a log: what a program printed, as a person has copied it.
///
/// It is read as a person sees it: without escape sequences and marks that nobody
/// sees. Spaces around `=` don't matter, nor how many exclamation marks `Done` has. A
/// log without that line may be the beginning of one. Other words after the
/// `[name]` of a task are a text of its own; all else is passed over. A print may be
/// several writes, between which others wrote. Without `tasks`, they are taken from
/// the log, if its texts are whole.
///
/// It takes as long as sorting the lines does; longer where names have brackets, or
/// where texts are in pieces.
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
    let given = tasks.unwrap_or_default();
    let names = given.iter().map(|task| &*task.name);
    let odd: Vec<&str> = names.filter(|name| is_odd(name)).collect();
    let search: u64 = odd.iter().map(|name| name.len() as u64 + 1).sum();
    if text.len() > MAX_LOG || search * text.len() as u64 > MAX_SEARCH {
        return undecided(Doubt::TooLong, given.to_vec());
    }
    let reading = read(text, &odd, Returns::EndLines);
    let check = check_reading(&reading, tasks);
    let Some(first) = failure(&check) else {
        return check;
    };
    // In a log whose lines end with line feeds a carriage return may be no end of a line.
    if !reading.has_lone_returns || !text.contains('\n') {
        return check;
    }
    let other = check_reading(&read(text, &odd, Returns::MoveCursor), tasks);
    match failure(&other) {
        Some(at) if at < first => check,
        _ => other,
    }
}

fn undecided(doubt: Doubt, tasks: Vec<Summation>) -> Check {
    Check {
        verdict: Verdict::Undecided(doubt),
        tasks,
        torn: 0,
        lost: 0,
        writes: Vec::new(),
        lines: Vec::new(),
    }
}

/// Where in an impossible log the first line begins that can't be printed.
fn failure(check: &Check) -> Option<usize> {
    match check.verdict {
        Verdict::Impossible { line, .. } => Some(check.lines.get(line - 1)?.start),
        _ => None,
    }
}

/// Checks a log as it is read; the ranges are those of the original.
fn check_reading(reading: &Reading, tasks: Option<&[Summation]>) -> Check {
    let known = tasks.map_or_else(|| infer(&reading.text), <[Summation]>::to_vec);
    let mut check = undecided(Doubt::NoTotals, known);
    judge(&mut check, reading, tasks.is_some());
    for written in &mut check.writes {
        written.range = reading.range(&written.range);
    }
    check.lines = lines(reading);
    check
}

/// Fills in what is found out; the ranges are those of the reading.
fn judge(check: &mut Check, reading: &Reading, is_given: bool) {
    let keys: Vec<String> = check.tasks.iter().map(|task| key(&task.name)).collect();
    let names = Names::of(&keys);
    if names.has_twins() {
        check.verdict = Verdict::Undecided(Doubt::SameNames);
        return;
    }
    let cut = cut(&reading.text, &names);
    let mut woven = Vec::new();
    let mut checker = Checker::new(&check.tasks);
    let mut result = checker.run(&cut);
    let is_whole = result.is_ok() && !cut.iter().any(is_loose);
    if !is_given && !check.tasks.is_empty() && is_in_pieces(&cut, reading, &keys, result.is_err()) {
        check.tasks.clear();
        check.verdict = Verdict::Undecided(Doubt::Pieces);
        return;
    }
    let is_amiss = !is_given
        && result
            .as_ref()
            .is_err_and(|fails| is_cut_amiss(&cut, fails));
    // Without given tasks, they are those of the whole texts.
    if !is_whole && (is_given || result.is_err()) {
        match weave(&cut, &reading.text, &check.tasks, &keys) {
            Ok(pieces) => {
                woven = pieces;
                checker = Checker::new(&check.tasks);
                result = checker.run(&woven);
            }
            Err(Failure::At(piece, reason)) => {
                let line = cut[piece].line;
                // What is said of whole texts in this line says more.
                if !result.as_ref().is_err_and(|(known, _)| *known == line) {
                    result = Err((line, reason));
                }
            }
            Err(Failure::Tangled) if result.is_ok() => {}
            Err(Failure::Tangled) => {
                check.verdict = Verdict::Undecided(Doubt::TooTangled);
                return;
            }
        }
    }
    if let Err((line, _)) = &result
        && (is_amiss || are_words_torn(&cut, &reading.text, &keys, *line))
    {
        let doubt = if is_given {
            Doubt::TooTangled
        } else {
            check.tasks.clear();
            Doubt::Pieces
        };
        check.verdict = Verdict::Undecided(doubt);
        return;
    }
    let pieces = if woven.is_empty() { &cut } else { &woven };
    let tells = |piece: &Piece<'_>| {
        matches!(
            piece.what,
            What::Total { .. } | What::Part { .. } | What::Done
        )
    };
    if check.tasks.is_empty() || !pieces.iter().any(tells) {
        check.verdict = Verdict::Undecided(Doubt::NoTotals);
        return;
    }
    check.verdict = match result {
        Err((line, reason)) => Verdict::Impossible { line, reason },
        Ok(()) => checker.strictest_lane(),
    };
    check.torn = torn_lines(pieces);
    check.lost = checker.lost();
    check.writes = checker.all_writes();
}

/// Whether a piece is no whole text of a total, and can be parts of such texts.
fn is_loose(piece: &Piece<'_>) -> bool {
    matches!(piece.what, What::Words { .. } | What::Other)
}

/// Whether a piece has words that no text of a total has.
fn is_words(piece: &Piece<'_>, text: &str) -> bool {
    (is_loose(piece) || is_mixed(piece)) && fragment(&text[piece.range.clone()]).is_none()
}

/// Whether what looks like a text of a total has the brackets of several.
fn is_mixed(piece: &Piece<'_>) -> bool {
    matches!(piece.what, What::Total { task: None, name, .. } if name.contains(['[', ']']))
}

/// Whether a piece can be the end of a text that has lost its beginning.
fn is_loose_end(piece: &Piece<'_>, text: &str) -> bool {
    match piece.what {
        What::Words { .. } | What::Other => text[piece.range.clone()].contains('='),
        What::Total { task, .. } => task.is_none(),
        _ => false,
    }
}

/// Whether a log from which the tasks were taken has texts in pieces, so that they
/// can't be taken from it: beginnings of texts, and what can be their ends. If the tasks
/// can't have printed the log, less is enough.
fn is_in_pieces(pieces: &[Piece<'_>], reading: &Reading, names: &[String], fails: bool) -> bool {
    let mut has_begun = false;
    for piece in pieces.iter().filter(|piece| is_loose(piece)) {
        let text = &reading.text[piece.range.clone()];
        let found = fragment(text);
        let opens = found.is_some_and(|found| found.opens) || leaves_open(text);
        let has_total = match found {
            Some(found) => found.has_total,
            None => has_begun && is_total(text),
        };
        if has_total && (opens || has_begun) || fails && text.contains('=') {
            return true;
        }
        has_begun |= opens;
    }
    let is_unpaired = |name: &String| name.matches('[').count() != name.matches(']').count();
    has_begun && (fails || names.iter().any(is_unpaired)) || names.iter().any(|name| is_total(name))
}

/// Whether a bracket in a text has no other that closes it.
fn leaves_open(text: &str) -> bool {
    let open = text.bytes().fold(0_usize, |open, byte| match byte {
        b'[' => open + 1,
        b']' => open.saturating_sub(1),
        _ => open,
    });
    open > 0
}

/// Whether tasks that were taken from the log may be others: two prints have met in a line
/// before a total is wrong, so that digits may be another's, or only a number's first.
fn is_cut_amiss(pieces: &[Piece<'_>], (line, reason): &(usize, Reason)) -> bool {
    let is_print = |piece: &&Piece<'_>| !matches!(piece.what, What::Newline | What::Done);
    let mut lines = pieces.chunk_by(|a, b| a.line == b.line);
    matches!(reason, Reason::WrongTotal { .. })
        && lines.any(|pieces| pieces[0].line <= *line && pieces.iter().filter(is_print).count() > 1)
}

/// Whether `total` and `=` are in a text.
fn is_total(text: &str) -> bool {
    let mut ends = text.char_indices().map(|(at, _)| &text[at..]);
    text.contains('=') && ends.any(|end| end.starts_with("total"))
}

/// Where in the original its lines are.
fn lines(reading: &Reading) -> Vec<Range<usize>> {
    let text = reading.text.trim_end();
    let ends = text.match_indices('\n').map(|(at, end)| at..at + end.len());
    let mut lines = Vec::new();
    let mut start = 0;
    for end in ends.map(|end| reading.range(&end)) {
        lines.push(start..end.start);
        start = end.end;
    }
    lines.push(start..reading.end(text.len()).max(start));
    lines
}
