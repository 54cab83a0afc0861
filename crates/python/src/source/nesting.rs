//! Refuses programs that are nested so deeply that reading them would need a
//! stack without bounds.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

use super::Source;
use super::syntax::SyntaxError;

/// CPython's own limit for brackets.
const BRACKETS: usize = 200;
/// CPython's own limit for indentation.
const INDENTS: usize = 99;
/// Operators of one expression, which are nested in each other. CPython gives up
/// at some thousands.
const OPERATORS: usize = 400;

/// Looks at the tokens of a source alone.
pub fn check(source: &Source) -> Result<(), SyntaxError> {
    if source.text.len() > 4 << 20 {
        return Err(SyntaxError::plain(
            source,
            "the program is larger than 4 MB",
        ));
    }
    let mut lexer = lexer::lex(&source.text, Mode::Module);
    // Operators since the last comma, for each bracket that is open.
    let mut open: Vec<usize> = vec![0];
    let mut nested = 0;
    let mut indents = 0;
    loop {
        let token = lexer.next_token();
        let last = open.last_mut();
        match token {
            TokenKind::EndOfFile => return Ok(()),
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::FStringStart => {
                // A chain of calls nests as well.
                count(last, &mut nested);
                open.push(0);
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd => {
                let closed = if open.len() > 1 { open.pop() } else { None };
                nested -= closed.unwrap_or(0);
            }
            TokenKind::Comma | TokenKind::Newline | TokenKind::Semi => {
                if let Some(last) = last {
                    nested -= std::mem::take(last);
                }
            }
            TokenKind::Indent => indents += 1,
            TokenKind::Dedent => indents -= 1,
            other if nests(other) => count(last, &mut nested),
            _ => {}
        }
        if open.len() > BRACKETS {
            return Err(SyntaxError::plain(source, "too many nested parentheses"));
        }
        if indents > INDENTS {
            let mut error = SyntaxError::plain(source, "too many levels of indentation");
            error.class = "IndentationError";
            return Err(error);
        }
        if nested > OPERATORS {
            let mut error = SyntaxError::plain(
                source,
                "maximum recursion depth exceeded during compilation",
            );
            error.class = "RecursionError";
            return Err(error);
        }
    }
}

fn count(last: Option<&mut usize>, nested: &mut usize) {
    if let Some(last) = last {
        *last += 1;
        *nested += 1;
    }
}

/// Whether what stands on one side of a token is nested in what stands around it.
fn nests(token: TokenKind) -> bool {
    matches!(
        token,
        TokenKind::Plus
            | TokenKind::Minus
            | TokenKind::Star
            | TokenKind::Slash
            | TokenKind::Vbar
            | TokenKind::Amper
            | TokenKind::Dot
            | TokenKind::Percent
            | TokenKind::Tilde
            | TokenKind::CircumFlex
            | TokenKind::LeftShift
            | TokenKind::RightShift
            | TokenKind::DoubleStar
            | TokenKind::DoubleSlash
            | TokenKind::At
            | TokenKind::Not
            | TokenKind::If
            | TokenKind::Else
            | TokenKind::Lambda
            | TokenKind::Await
            | TokenKind::Yield
            | TokenKind::Colon
            | TokenKind::Async
    )
}
