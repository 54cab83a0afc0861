//! `template % values`: texts and fields, whose values the machine fetches.
//!
//! For each [`Field`] the machine takes the values of `*` widths and precisions from
//! the arguments ([`Field::set_width`], [`Field::set_precision`]), then the value
//! itself, and by [`Field::conversion`] gives it to [`Field::text`] (`s`, `r`, `a`),
//! [`Field::int`] (`d i u o x X`), [`Field::float`] (`e f g` and capitals) or
//! [`Field::character`] (`c`).

use std::iter::repeat_n;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::check_length;
use super::format_number::{magnitude, prefix};
use crate::fault::Fault;
use crate::number::int_text;

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text as it is; `%%` is one sign already.
    Text(&'a str),
    /// A value to fetch and format.
    Field(Field),
}

/// A width or a precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// None is given.
    None,
    /// A number is given.
    Number(usize),
    /// `*`: it is the next argument.
    Argument,
}

/// `%(key)-10.2f`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What to look up in the mapping on the right.
    pub key: Option<String>,
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space.
    pub blank: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The least width.
    pub width: Amount,
    /// The number after the point.
    pub precision: Amount,
    /// The letter.
    pub conversion: char,
    /// The letter's index in the template.
    pub index: usize,
}

/// The pieces of a template, one after the other.
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    template: &'a str,
    /// Where in its bytes it goes on.
    at: usize,
    has_mapping: bool,
}

impl<'a> Pieces<'a> {
    /// The pieces of this template. `has_mapping` tells whether the value on the
    /// right can be asked for keys.
    pub fn new(template: &'a str, has_mapping: bool) -> Self {
        Self {
            template,
            at: 0,
            has_mapping,
        }
    }

    fn peek(&self) -> Option<char> {
        self.template[self.at..].chars().next()
    }

    fn take_if(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn field(&mut self) -> Result<Piece<'a>, Fault> {
        let key = self.key()?;
        let mut field = Field {
            key,
            left: false,
            plus: false,
            blank: false,
            alternate: false,
            zero: false,
            width: Amount::None,
            precision: Amount::None,
            conversion: ' ',
            index: 0,
        };
        while let Some(flag) = self.peek() {
            match flag {
                '-' => field.left = true,
                '+' => field.plus = true,
                ' ' => field.blank = true,
                '#' => field.alternate = true,
                '0' => field.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        field.width = self.amount(i64::MAX as u64, "width too big")?;
        if self.take_if('.') {
            let precision = self.amount(i32::MAX as u64, "precision too big")?;
            // A point alone is a precision of 0.
            field.precision = match precision {
                Amount::None => Amount::Number(0),
                given => given,
            };
        }
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.at += 1;
        }
        field.index = super::chars::length(&self.template[..self.at]);
        field.conversion = self
            .peek()
            .ok_or_else(|| Fault::value("incomplete format"))?;
        self.at += field.conversion.len_utf8();
        Ok(Piece::Field(field))
    }

    /// `(key)`, in which parentheses may stand in pairs.
    fn key(&mut self) -> Result<Option<String>, Fault> {
        if self.peek() != Some('(') {
            return Ok(None);
        }
        if !self.has_mapping {
            return Err(Fault::wrong_type("format requires a mapping"));
        }
        self.at += 1;
        let mut key = String::new();
        let mut depth = 1;
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(Some(key));
            }
            key.push(c);
        }
        Err(Fault::value("incomplete format key"))
    }

    fn amount(&mut self, limit: u64, too_big: &str) -> Result<Amount, Fault> {
        if self.take_if('*') {
            return Ok(Amount::Argument);
        }
        let mut amount = Amount::None;
        let mut number: u64 = 0;
        while let Some(value) = self.peek().and_then(|c| c.to_digit(10)) {
            self.at += 1;
            number = number.saturating_mul(10).saturating_add(value.into());
            if number > limit {
                return Err(Fault::value(too_big));
            }
            amount = Amount::Number(number as usize);
        }
        Ok(amount)
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.peek()?;
        if self.take_if('%') {
            let is_sign = self.take_if('%');
            return Some(if is_sign {
                Ok(Piece::Text("%"))
            } else {
                self.field()
            });
        }
        let rest = &self.template[self.at..];
        let text = &rest[..rest.find('%').unwrap_or(rest.len())];
        self.at += text.len();
        Some(Ok(Piece::Text(text)))
    }
}

impl Field {
    /// Takes the value of a `*` width; a negative one is as wide, to the left.
    pub fn set_width(&mut self, width: i64) {
        self.left |= width < 0;
        self.width = Amount::Number(width.unsigned_abs() as usize);
    }

    /// Takes the value of a `*` precision; a negative one is 0.
    pub fn set_precision(&mut self, precision: i64) {
        self.precision = Amount::Number(precision.max(0) as usize);
    }

    /// Whether it asks for nothing but a value.
    pub fn is_bare(&self) -> bool {
        self.width == Amount::None
            && self.precision == Amount::None
            && !(self.plus || self.blank || self.alternate)
    }

    fn given_precision(&self) -> Option<usize> {
        match self.precision {
            Amount::Number(number) => Some(number),
            Amount::None | Amount::Argument => None,
        }
    }

    /// A text, for `%s`, `%r` and `%a`.
    ///
    /// # Errors
    /// `MemoryError`
    pub fn text(&self, text: &str) -> Result<String, Fault> {
        let kept = match self.given_precision() {
            Some(precision) => &text[..super::chars::offset(text, precision)],
            None => text,
        };
        self.pad("", kept, false)
    }

    /// A character, for `%c`.
    ///
    /// # Errors
    /// `MemoryError`
    pub fn character(&self, c: char) -> Result<String, Fault> {
        self.pad("", c.encode_utf8(&mut [0; 4]), false)
    }

    /// The character with this number, for `%c`.
    ///
    /// # Errors
    /// `OverflowError` for what is no character.
    pub fn character_of(&self, n: &BigInt) -> Result<String, Fault> {
        let found = n.to_u32().and_then(char::from_u32);
        let c = found.ok_or_else(|| Fault::overflow("%c arg not in range(0x110000)"))?;
        self.character(c)
    }

    /// An int, for `%d`, `%i`, `%u`, `%o`, `%x` and `%X`. `limit` is that of
    /// [`int_text::to_text`].
    ///
    /// # Errors
    /// `ValueError` for too many digits, `MemoryError`.
    pub fn int(&self, n: &BigInt, limit: usize) -> Result<String, Fault> {
        let digits = match self.conversion {
            'o' => int_text::digits(n, 8),
            'x' => int_text::digits(n, 16),
            'X' => int_text::digits(n, 16).to_uppercase(),
            _ => int_text::to_text(n, limit)?
                .trim_start_matches('-')
                .to_owned(),
        };
        let zeros = self
            .given_precision()
            .unwrap_or(0)
            .saturating_sub(digits.len());
        check_length(zeros)?;
        let digits: String = repeat_n('0', zeros).chain(digits.chars()).collect();
        let prefix = if self.alternate {
            prefix(self.conversion)
        } else {
            ""
        };
        let sign = self.sign(n.sign() == Sign::Minus);
        self.pad(&format!("{sign}{prefix}"), &digits, self.zero)
    }

    /// A float, for `%e`, `%f`, `%g` and their capitals.
    ///
    /// # Errors
    /// `ValueError` for too many digits, `MemoryError`.
    pub fn float(&self, x: f64) -> Result<String, Fault> {
        let precision = self.given_precision().unwrap_or(6);
        check_length(precision)?;
        let digits = magnitude(x, self.conversion, precision, self.alternate, false);
        let sign = self.sign(x.is_sign_negative() && !x.is_nan());
        self.pad(sign, &digits, self.zero)
    }

    fn sign(&self, negative: bool) -> &'static str {
        match negative {
            true => "-",
            false if self.plus => "+",
            false if self.blank => " ",
            false => "",
        }
    }

    fn pad(&self, start: &str, text: &str, zeros: bool) -> Result<String, Fault> {
        let width = match self.width {
            Amount::Number(number) => number,
            Amount::None | Amount::Argument => 0,
        };
        check_length(width)?;
        let missing = width.saturating_sub(start.len() + super::chars::length(text));
        let fill = |c| repeat_n(c, missing).collect::<String>();
        Ok(match (self.left, zeros) {
            (true, _) => format!("{start}{text}{}", fill(' ')),
            (false, true) => format!("{start}{}{text}", fill('0')),
            (false, false) => format!("{}{start}{text}", fill(' ')),
        })
    }

    /// The error for a value of the wrong type.
    pub fn wrong_type(&self, type_name: &str) -> Fault {
        let conversion = self.conversion;
        Fault::wrong_type(match conversion {
            'd' | 'i' | 'u' => {
                format!("%{conversion} format: a real number is required, not {type_name}")
            }
            'o' | 'x' | 'X' => {
                format!("%{conversion} format: an integer is required, not {type_name}")
            }
            'c' => "%c requires int or char".into(),
            _ => format!("must be real number, not {type_name}"),
        })
    }

    /// The error for a letter that there isn't. Python finds out only after it has
    /// fetched the value.
    pub fn unsupported(&self) -> Fault {
        let code = u32::from(self.conversion);
        let shown = if matches!(code, 31..=126) {
            self.conversion
        } else {
            '?'
        };
        let index = self.index;
        Fault::value(format!(
            "unsupported format character '{shown}' (0x{code:x}) at index {index}"
        ))
    }
}

/// The error where the arguments run out.
pub fn not_enough() -> Fault {
    Fault::wrong_type("not enough arguments for format string")
}

/// The error where arguments are left.
pub fn not_all_converted() -> Fault {
    Fault::wrong_type("not all arguments converted during string formatting")
}

/// The error where the argument for a `*` is no int.
pub fn star_wants_int() -> Fault {
    Fault::wrong_type("* wants int")
}
