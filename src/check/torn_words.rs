//! Where other words may be torn into totals.
//!
//! Of a total it is known, character by character, what its task prints. Of other words
//! it isn't, so a digit or a bracket among torn totals may be theirs. Whether it is can't
//! be told; but where words can be in pieces, can.
//!
//! A print is in pieces from its beginning to its newline. The first in which others
//! write shows it: two prints stand in one line, and one of them is words. If both are
//! whole there, each has its newline as soon as there are as many newlines as prints.

use super::is_words;
use super::paste::{Piece, What};

/// Whether prints of other words may be in pieces in this line, counted from 1, or have
/// been before, so that what was taken for a total may have been another.
pub(crate) fn are_words_torn(
    pieces: &[Piece<'_>],
    text: &str,
    names: &[String],
    line: usize,
) -> bool {
    let has_words = |piece: &Piece<'_>| {
        is_words(piece, text) || has_words_in_name(&text[piece.range.clone()], names)
    };
    if !pieces.iter().any(has_words) {
        return false;
    }
    let mut open = 0_usize;
    let mut have_met = false;
    for pieces in pieces.chunk_by(|a, b| a.line == b.line) {
        if pieces[0].line > line {
            break;
        }
        have_met |= do_meet(pieces);
        let has_part = pieces.iter().any(|piece| piece.what == What::Other);
        if are_in_pieces(pieces, text) || have_met && has_part {
            return true;
        }
        open += pieces
            .iter()
            .map(|piece| prints(piece, text))
            .sum::<usize>();
        let has_newline = pieces.iter().any(|piece| piece.what == What::Newline);
        open = open.saturating_sub(usize::from(has_newline));
        if open == 0 && pieces[0].line < line {
            have_met = false;
        }
    }
    have_met
}

/// How many prints may begin in a piece. Too many is never wrong: words are then taken to
/// be in pieces for longer.
fn prints(piece: &Piece<'_>, text: &str) -> usize {
    match piece.what {
        What::Newline | What::Done => 0,
        _ => brackets(&text[piece.range.clone()]).max(1),
    }
}

/// Whether the names of several tasks are in a line, and words.
fn do_meet(pieces: &[Piece<'_>]) -> bool {
    let mut first = None;
    let (mut have_met, mut has_words) = (false, false);
    for piece in pieces {
        let owner = match piece.what {
            What::Words { task } => Some(task),
            What::Total { task, .. } => task,
            What::Other => {
                has_words = true;
                continue;
            }
            _ => continue,
        };
        has_words |= owner.is_none() || matches!(piece.what, What::Words { .. });
        have_met |= first.is_some_and(|first| first != owner);
        first = first.or(Some(owner));
    }
    have_met && has_words
}

/// Whether words in a line show that they are in pieces: more brackets than a print has,
/// one that is open, or no space between them and a text. A time or a comment beside a
/// total is whole.
fn are_in_pieces(pieces: &[Piece<'_>], text: &str) -> bool {
    let shown = |piece: &Piece<'_>| &text[piece.range.clone()];
    let all: usize = pieces.iter().map(|piece| brackets(shown(piece))).sum();
    let are_many = pieces.iter().any(|piece| match piece.what {
        What::Words { .. } | What::Total { task: None, .. } => {
            brackets(shown(piece)) > 1 || is_open(shown(piece))
        }
        What::Other => is_open(shown(piece)) || all > 1 && brackets(shown(piece)) > 0,
        _ => false,
    });
    let adjoin = pieces.windows(2).any(|pair| {
        let is_seam = |byte: Option<&u8>| {
            byte.is_some_and(|byte| matches!(byte, b'[' | b']' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0x80..))
        };
        pair.iter().any(|piece| piece.what == What::Other)
            && is_seam(shown(&pair[0]).as_bytes().last())
            && is_seam(shown(&pair[1]).as_bytes().first())
    });
    are_many || adjoin
}

/// Whether words may be in the brackets of a name: what is there is no name, but begins or
/// ends as one.
fn has_words_in_name(text: &str, names: &[String]) -> bool {
    let mut in_brackets = text
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']'));
    in_brackets.any(|(shown, _)| {
        let is_alike = |name: &String| {
            shown.chars().next() == name.chars().next()
                || shown.chars().next_back() == name.chars().next_back()
        };
        !names.iter().any(|name| name == shown) && names.iter().any(is_alike)
    })
}

fn brackets(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'[').count()
}

/// Whether brackets are within others, or one of them is open at the end.
fn is_open(text: &str) -> bool {
    let mut is_open = false;
    for byte in text.bytes() {
        match byte {
            b'[' | b']' if (byte == b'[') == is_open => return true,
            b'[' | b']' => is_open = !is_open,
            _ => {}
        }
    }
    is_open
}
