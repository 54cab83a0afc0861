//! Brackets that don't fit each other, which CPython notices before anything else.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::Mode;
use ruff_text_size::Ranged;

use super::Source;

/// A bracket that is open at a place of a later line, or at the end.
pub fn never_closed(source: &Source, place: usize) -> Option<(String, usize)> {
    let opening = brackets(&source.text, place).ok()?.pop()?;
    // What ends a line within brackets is what stands on the next.
    let rest = &source.text[place.min(source.text.len())..];
    let place = place + (rest.len() - rest.trim_start().len());
    let is_at_end = place >= source.text.trim_end().len();
    let is_later = source.line_of(opening) < source.line_of(place);
    let message = format!("'{}' was never closed", bracket(source, opening));
    (is_at_end || is_later).then_some((message, opening))
}

/// A bracket up to a place that closes none, or another one, and what CPython says of it.
pub fn unmatched(source: &Source, place: usize) -> Option<(String, usize)> {
    let (closing, opening) = brackets(&source.text, place).err()?;
    let closes = bracket(source, closing);
    let Some(opening) = opening else {
        return Some((format!("unmatched '{closes}'"), closing));
    };
    let opens = bracket(source, opening);
    let line = source.line_of(opening);
    let where_it_opens = if line == source.line_of(closing) {
        String::new()
    } else {
        format!(" on line {line}")
    };
    let message = format!(
        "closing parenthesis '{closes}' does not match opening parenthesis '{opens}'{where_it_opens}"
    );
    Some((message, closing))
}

fn bracket(source: &Source, place: usize) -> char {
    char::from(source.text.as_bytes()[place])
}

/// The brackets that are open at a place; or else the first that closes what isn't open, and
/// what is.
fn brackets(text: &str, place: usize) -> Result<Vec<usize>, (usize, Option<usize>)> {
    let parsed = ruff_python_parser::parse_unchecked(text, Mode::Module.into());
    let mut open: Vec<(usize, TokenKind)> = Vec::new();
    // Those within an f-string are its own.
    let mut strings = 0;
    for token in parsed.tokens() {
        let at = token.range().start().to_usize();
        if at > place {
            break;
        }
        match token.kind() {
            TokenKind::FStringStart => strings += 1,
            TokenKind::FStringEnd => strings -= 1,
            _ => {}
        }
        let opens = match token.kind() {
            _ if strings > 0 => continue,
            kind @ (TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace) => {
                open.push((at, kind));
                continue;
            }
            TokenKind::Rpar => TokenKind::Lpar,
            TokenKind::Rsqb => TokenKind::Lsqb,
            TokenKind::Rbrace => TokenKind::Lbrace,
            _ => continue,
        };
        match open.pop() {
            Some((_, kind)) if kind == opens => {}
            other => return Err((at, other.map(|(place, _)| place))),
        }
    }
    Ok(open.into_iter().map(|(place, _)| place).collect())
}
