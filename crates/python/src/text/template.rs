//! `string.Template`: `$name` and `${name}`.

use crate::fault::Fault;

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text as it is.
    Text(&'a str),
    /// `$name` or `${name}`: the name, and the source, which `safe_substitute` leaves
    /// where the name has no value.
    Name(&'a str, &'a str),
    /// A `$` that starts nothing, with its offset in bytes. `safe_substitute` leaves it.
    Invalid(usize),
}

/// The pieces of a template.
pub fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        let after = &from[1..];
        let name = identifier(after);
        let braced = after.strip_prefix('{').map_or("", identifier);
        let closed = after
            .get(1 + braced.len()..)
            .is_some_and(|end| end.starts_with('}'));
        let (piece, length) = if after.starts_with('$') {
            (Piece::Text("$"), 2)
        } else if !name.is_empty() {
            let length = 1 + name.len();
            (Piece::Name(name, &from[..length]), length)
        } else if !braced.is_empty() && closed {
            let length = 3 + braced.len();
            (Piece::Name(braced, &from[..length]), length)
        } else {
            (Piece::Invalid(template.len() - from.len()), 1)
        };
        pieces.push(piece);
        rest = &from[length..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The identifier of ASCII letters that a text starts with; empty if none.
fn identifier(text: &str) -> &str {
    let goes_on = |c: char| c == '_' || c.is_ascii_alphanumeric();
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return "";
    }
    &text[..text.find(|c| !goes_on(c)).unwrap_or(text.len())]
}

/// The error of `substitute` for a `$` that starts nothing.
pub fn invalid(template: &str, offset: usize) -> Fault {
    let up_to = template.get(..=offset).unwrap_or(template);
    let lines = super::split::lines(up_to, true);
    let line = lines.len();
    let column = lines.last().map_or(0, |last| last.chars().count());
    Fault::value(format!(
        "Invalid placeholder in string: line {line}, col {column}"
    ))
}
