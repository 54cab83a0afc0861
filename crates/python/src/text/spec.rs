//! The format mini-language: what stands after the colon in `{:>10,.2f}`.

use super::check_length;
use super::classes::decimal_value;
use crate::fault::Fault;

/// What separates groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// A comma between thousands.
    Comma,
    /// An underscore between thousands.
    Underscore,
    /// An underscore between each four digits, in base 2, 8 and 16.
    UnderscoreFour,
}

impl Grouping {
    /// The separator.
    pub fn separator(self) -> char {
        match self {
            Grouping::Comma => ',',
            Grouping::Underscore | Grouping::UnderscoreFour => '_',
        }
    }

    /// How many digits stand together.
    pub fn size(self) -> usize {
        match self {
            Grouping::Comma | Grouping::Underscore => 3,
            Grouping::UnderscoreFour => 4,
        }
    }
}

/// A format specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// What fills the width.
    pub fill: char,
    /// `<`, `>`, `^`, or `=`: after the sign.
    pub align: char,
    /// `+`, `-` or a space.
    pub sign: Option<char>,
    /// `z`: a negative zero loses its sign.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least width.
    pub width: Option<usize>,
    /// `,` or `_`
    pub grouping: Option<Grouping>,
    /// What follows the point.
    pub precision: Option<usize>,
    /// The letter at the end, or the type's own.
    pub kind: Option<char>,
}

impl Spec {
    /// Reads a specification for a type that is aligned and presented like this
    /// unless it says otherwise.
    ///
    /// # Errors
    /// `ValueError`
    pub fn parse(
        text: &str,
        kind: Option<char>,
        align: char,
        type_name: &str,
    ) -> Result<Self, Fault> {
        let mut rest = Reader::new(text);
        let (fill, explicit_align) = rest.fill_and_align();
        let sign = rest.one_of("+- ");
        let no_negative_zero = rest.one_of("z").is_some();
        let alternate = rest.one_of("#").is_some();
        let mut spec = Self {
            fill: fill.unwrap_or(' '),
            align: explicit_align.unwrap_or(align),
            sign,
            no_negative_zero,
            alternate,
            width: None,
            grouping: None,
            precision: None,
            kind,
        };
        // A zero before the width is short for `0=`.
        if fill.is_none() && rest.one_of("0").is_some() {
            spec.fill = '0';
            if explicit_align.is_none() && align == '>' {
                spec.align = '=';
            }
        }
        spec.width = rest.number()?;
        spec.grouping = rest.grouping()?;
        if rest.one_of(".").is_some() {
            let missing = || Fault::value("Format specifier missing precision");
            spec.precision = Some(rest.number()?.ok_or_else(missing)?);
        }
        match rest.left() {
            [] => {}
            [last] => spec.kind = Some(*last),
            _ => {
                let message =
                    format!("Invalid format specifier '{text}' for object of type '{type_name}'");
                return Err(Fault::value(message));
            }
        }
        spec.check_grouping()?;
        check_length(spec.width.unwrap_or(0))?;
        Ok(spec)
    }

    /// Only numbers have thousands, and only underscores stand in base 2, 8 and 16.
    fn check_grouping(&mut self) -> Result<(), Fault> {
        let (Some(grouping), Some(kind)) = (self.grouping, self.kind) else {
            return Ok(());
        };
        match kind {
            'd' | 'e' | 'f' | 'g' | 'E' | 'F' | 'G' | '%' => Ok(()),
            'b' | 'o' | 'x' | 'X' if grouping == Grouping::Underscore => {
                self.grouping = Some(Grouping::UnderscoreFour);
                Ok(())
            }
            _ => {
                let shown = shown(kind);
                let separator = grouping.separator();
                Err(Fault::value(format!(
                    "Cannot specify '{separator}' with '{shown}'."
                )))
            }
        }
    }

    /// The error for a letter that this type doesn't have.
    pub fn unknown_kind(&self, type_name: &str) -> Fault {
        let shown = shown(self.kind.unwrap_or(' '));
        Fault::value(format!(
            "Unknown format code '{shown}' for object of type '{type_name}'"
        ))
    }
}

/// A letter in a message.
fn shown(c: char) -> String {
    match c {
        '!'..='\x7f' => c.to_string(),
        _ => format!("\\x{:x}", u32::from(c)),
    }
}

/// A specification, read from left to right.
struct Reader {
    characters: Vec<char>,
    at: usize,
}

impl Reader {
    fn new(text: &str) -> Self {
        Self {
            characters: text.chars().collect(),
            at: 0,
        }
    }

    fn left(&self) -> &[char] {
        &self.characters[self.at..]
    }

    fn fill_and_align(&mut self) -> (Option<char>, Option<char>) {
        match *self.left() {
            [fill, align @ ('<' | '>' | '=' | '^'), ..] => {
                self.at += 2;
                (Some(fill), Some(align))
            }
            [align @ ('<' | '>' | '=' | '^'), ..] => {
                self.at += 1;
                (None, Some(align))
            }
            _ => (None, None),
        }
    }

    fn one_of(&mut self, set: &str) -> Option<char> {
        let next = *self.left().first()?;
        set.contains(next).then(|| {
            self.at += 1;
            next
        })
    }

    fn number(&mut self) -> Result<Option<usize>, Fault> {
        let (number, length) = leading_number(self.left())?;
        self.at += length;
        Ok(number)
    }

    fn grouping(&mut self) -> Result<Option<Grouping>, Fault> {
        let comma = self.one_of(",").is_some();
        let underscore = self.one_of("_").is_some();
        if underscore && (comma || self.left().first() == Some(&',')) {
            return Err(Fault::value("Cannot specify both ',' and '_'."));
        }
        Ok(match (comma, underscore) {
            (true, _) => Some(Grouping::Comma),
            (_, true) => Some(Grouping::Underscore),
            _ => None,
        })
    }
}

/// The number that the characters start with, and how many of them it takes.
///
/// # Errors
/// `ValueError` for a number beyond all lengths.
pub fn leading_number(characters: &[char]) -> Result<(Option<usize>, usize), Fault> {
    let mut number: Option<i64> = None;
    let mut length = 0;
    for value in characters.iter().map_while(|&c| decimal_value(c)) {
        let tens = number.unwrap_or(0).checked_mul(10);
        let next = tens.and_then(|tens| tens.checked_add(i64::from(value)));
        if next.is_none() {
            return Err(Fault::value("Too many decimal digits in format string"));
        }
        number = next;
        length += 1;
    }
    Ok((number.map(|number| number as usize), length))
}
