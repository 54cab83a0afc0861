//! Syntax errors in CPython's words, as far as the parser tells enough.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType,
};

use super::Source;
use super::brackets::{never_closed, unmatched};

/// What is wrong with a source, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The class of the exception.
    pub class: &'static str,
    pub message: String,
    /// The line, from 1, or 0 if there is none.
    pub line: usize,
    /// The first and the last column, from 1, in characters.
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

impl SyntaxError {
    /// An error of the program as a whole.
    pub fn plain(source: &Source, message: &str) -> SyntaxError {
        SyntaxError::at(source, message, 0, 0)
    }

    /// An error at a part of the source.
    pub fn at(source: &Source, message: &str, start: usize, end: usize) -> SyntaxError {
        let (line, column) = place(source, start);
        let (end_line, end_column) = place(source, end.max(start));
        SyntaxError {
            class: "SyntaxError",
            message: message.to_string(),
            line,
            column,
            end_line,
            end_column,
        }
    }
}

fn place(source: &Source, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(source.text.len());
    while !source.text.is_char_boundary(offset) {
        offset -= 1;
    }
    let line = source.line_of(offset);
    let before = &source.text[source.line_start(line)..offset];
    (line, before.chars().count() + 1)
}

/// Puts an error of the parser in CPython's words.
pub fn explain(source: &Source, error: &ParseError) -> SyntaxError {
    let start = error.location.start().to_usize();
    let end = error.location.end().to_usize();
    let mut start = start;
    let mut end = end;
    let (mut class, mut message) = words(source, &error.error, &mut start, &mut end);
    if let Some((better, low)) = unmatched(source, end) {
        (class, message, start, end) = ("SyntaxError", better, low, low + 1);
    } else if let Some((better, low, high)) = statement(source, start) {
        (class, message, start, end) = ("SyntaxError", better, low, high);
    } else if matches!(&*message, "invalid syntax" | "unexpected EOF while parsing")
        && let Some((better, low)) = never_closed(source, start)
    {
        (message, start, end) = (better, low, low + 1);
    }
    SyntaxError {
        class,
        ..SyntaxError::at(source, &message, start, end)
    }
}

fn words(
    source: &Source,
    error: &ParseErrorType,
    start: &mut usize,
    end: &mut usize,
) -> (&'static str, String) {
    use ParseErrorType as E;
    let message = match error {
        E::Lexical(error) => return lexical(error, source, start, end),
        E::UnexpectedIndentation => {
            return ("IndentationError", "unexpected indent".to_string());
        }
        E::OtherError(text) if text.starts_with("Expected an indented block") => {
            *end = *start;
            return ("IndentationError", indented_block(source, *start));
        }
        E::OtherError(text) => other(text),
        E::ExpectedToken { expected, found } => expected_token(*expected, *found),
        E::EmptyDeleteTargets
        | E::EmptyGlobalNames
        | E::EmptyNonlocalNames
        | E::EmptyImportNames => "invalid syntax".to_string(),
        E::NonDefaultParamAfterDefaultParam => {
            "non-default argument follows default argument".to_string()
        }
        E::PositionalAfterKeywordArgument => {
            // CPython notices at the end of the call.
            let rest = source.text[*end..].find(')').unwrap_or(0);
            *start = *end + rest;
            *end = *start + 1;
            "positional argument follows keyword argument".to_string()
        }
        E::PositionalAfterKeywordUnpacking => {
            "positional argument follows keyword argument unpacking".to_string()
        }
        E::InvalidArgumentUnpackingOrder => {
            "iterable argument unpacking follows keyword argument unpacking".to_string()
        }
        E::IterableUnpackingInComprehension => {
            "iterable unpacking cannot be used in comprehension".to_string()
        }
        E::ExpectedKeywordParam => "named arguments must follow bare *".to_string(),
        E::UnparenthesizedGeneratorExpression => {
            "Generator expression must be parenthesized".to_string()
        }
        E::InvalidAssignmentTarget | E::InvalidAugmentedAssignmentTarget => assignment(
            source,
            *start,
            *end,
            matches!(error, E::InvalidAugmentedAssignmentTarget),
        ),
        E::InvalidNamedAssignmentTarget => format!(
            "cannot use assignment expressions with {}",
            kind_of(&source.text[*start..*end])
        ),
        E::InvalidDeleteTarget => {
            format!("cannot delete {}", kind_of(&source.text[*start..*end]))
        }
        E::InvalidAnnotatedAssignmentTarget => "illegal target for annotation".to_string(),
        E::InvalidStarredExpressionUsage => "can't use starred expression here".to_string(),
        E::FStringError(error) => f_string(error),
        _ => "invalid syntax".to_string(),
    };
    ("SyntaxError", message)
}

/// Mistakes that CPython knows by the whole statement.
fn statement(source: &Source, offset: usize) -> Option<(String, usize, usize)> {
    let line = source.line_of(offset);
    let text = source.line(line);
    let code = text.trim_start();
    let start = source.line_start(line) + text.len() - code.len();
    let code = code.split('#').next().unwrap_or_default().trim_end();
    for name in ["print", "exec"] {
        let rest = code
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix(' '));
        let is_call = rest.is_some_and(|rest| {
            let first = rest.trim_start().chars().next();
            first.is_some_and(|c| c.is_alphanumeric() || matches!(c, '"' | '\'' | '_' | '[' | '{'))
        });
        if is_call {
            let message =
                format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
            return Some((message, start, start + code.len()));
        }
    }
    for word in ["if ", "elif ", "while "] {
        let condition = code
            .strip_prefix(word)
            .and_then(|rest| rest.strip_suffix(':'));
        let sides = condition.and_then(|condition| condition.split_once('='));
        if let (Some(condition), Some((left, right))) = (condition, sides)
            && !left.ends_with(['=', '!', '<', '>', ':'])
            && !right.starts_with('=')
            && !left.contains('(')
        {
            let low = start + word.len();
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return Some((message.to_string(), low, low + condition.len()));
        }
    }
    None
}

fn other(text: &str) -> String {
    match text {
        _ if text.starts_with("Invalid decimal") => "invalid decimal literal".to_string(),
        "Expected one or more exception types" => {
            "expected one or more exception types".to_string()
        }
        _ => "invalid syntax".to_string(),
    }
}

fn expected_token(expected: TokenKind, found: TokenKind) -> String {
    let at_end = matches!(found, TokenKind::Newline | TokenKind::EndOfFile);
    match expected {
        TokenKind::Colon if at_end => "expected ':'".to_string(),
        TokenKind::Lpar if at_end => "expected '('".to_string(),
        _ => "invalid syntax".to_string(),
    }
}

fn indented_block(source: &Source, offset: usize) -> String {
    // The line before the place is the one that wants a block.
    let mut line = source.line_of(offset).saturating_sub(1);
    while line > 0 && source.line(line).trim().is_empty() {
        line -= 1;
    }
    let text = source.line(line).trim_start();
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    let what = match word {
        "def" => "function definition".to_string(),
        "class" => "class definition".to_string(),
        "async" if text.contains("def ") => "function definition".to_string(),
        "if" | "elif" | "else" | "for" | "while" | "with" | "try" | "except" | "finally"
        | "match" | "case" => format!("'{word}' statement"),
        _ => return "expected an indented block".to_string(),
    };
    format!("expected an indented block after {what} on line {line}")
}

fn lexical(
    error: &LexicalErrorType,
    source: &Source,
    start: &mut usize,
    end: &mut usize,
) -> (&'static str, String) {
    use LexicalErrorType as L;
    let line = source.line_of(*start);
    let message = match error {
        L::IndentationError => {
            *start = source.line_start(line) + source.line(line).len();
            *end = *start;
            let message = "unindent does not match any outer indentation level";
            return ("IndentationError", message.to_string());
        }
        L::UnclosedStringError => {
            let rest = &source.text[*start..];
            let triple = rest.contains("\"\"\"") || rest.contains("'''");
            let what = if triple {
                "unterminated triple-quoted string literal"
            } else {
                "unterminated string literal"
            };
            let line = if triple {
                source.line_of(source.text.trim_end().len())
            } else {
                line
            };
            *end = *start;
            format!("{what} (detected at line {line})")
        }
        L::UnrecognizedToken { tok } if tok.is_ascii() => "invalid syntax".to_string(),
        L::UnrecognizedToken { tok } => {
            format!("invalid character '{tok}' (U+{:04X})", *tok as u32)
        }
        L::LineContinuationError => {
            "unexpected character after line continuation character".to_string()
        }
        L::InvalidByteLiteral => "bytes can only contain ASCII literal characters".to_string(),
        L::Eof => "unexpected EOF while parsing".to_string(),
        L::FStringError(error) => f_string(error),
        L::OtherError(text) => {
            let mut text = text.to_string();
            if let Some(first) = text.get(..1) {
                text = first.to_lowercase() + &text[1..];
            }
            text
        }
        _ => "invalid syntax".to_string(),
    };
    ("SyntaxError", message)
}

fn f_string(error: &InterpolatedStringErrorType) -> String {
    use InterpolatedStringErrorType as F;
    let message = match error {
        F::UnclosedLbrace => "f-string: expecting '}'",
        F::SingleRbrace => "f-string: single '}' is not allowed",
        F::InvalidConversionFlag => {
            "f-string: invalid conversion character: expected 's', 'r', or 'a'"
        }
        F::UnterminatedString => "unterminated string literal",
        F::UnterminatedTripleQuotedString => "unterminated triple-quoted string literal",
        _ => "f-string: invalid syntax",
    };
    message.to_string()
}

fn assignment(source: &Source, start: usize, end: usize, augmented: bool) -> String {
    let kind = kind_of(&source.text[start..end]);
    if augmented {
        return format!("'{kind}' is an illegal expression for augmented assignment");
    }
    let is_constant = matches!(kind, "True" | "False" | "None");
    if is_constant {
        return format!("cannot assign to {kind}");
    }
    format!("cannot assign to {kind} here. Maybe you meant '==' instead of '='?")
}

/// What CPython calls an expression that can't be assigned to.
fn kind_of(text: &str) -> &'static str {
    use ruff_python_ast::Expr;
    let Ok(parsed) = ruff_python_parser::parse_expression(text) else {
        return "expression";
    };
    match parsed.expr() {
        Expr::Call(_) => "function call",
        Expr::BinOp(_) | Expr::UnaryOp(_) | Expr::BoolOp(_) => "expression",
        Expr::Compare(_) => "comparison",
        Expr::Lambda(_) => "lambda",
        Expr::If(_) => "conditional expression",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Generator(_) => "generator expression",
        Expr::Await(_) => "await expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::FString(_) => "f-string expression",
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => "literal",
        Expr::BooleanLiteral(bool) if bool.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::NoneLiteral(_) => "None",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::Named(_) => "named expression",
        Expr::Tuple(_) => "tuple",
        Expr::List(_) => "list",
        Expr::Name(_) => "name",
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        _ => "expression",
    }
}
