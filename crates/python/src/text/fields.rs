//! The template of `str.format`: texts and fields, to be looked up by the machine.

use super::spec::leading_number;
use crate::fault::{Class, Fault};

/// A text, and the field that follows it, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The text, braces no longer doubled.
    pub text: String,
    /// What to look up and format after it.
    pub field: Option<Field>,
}

/// `{name!conversion:spec}`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What to look up: see [`Path`].
    pub name: String,
    /// `r`, `s` or `a`: see [`Field::check_conversion`].
    pub conversion: Option<char>,
    /// The specification.
    pub spec: String,
    /// Whether the specification has fields itself.
    pub nested: bool,
}

impl Field {
    /// Whether the conversion is one that there is. Python finds out only after it
    /// has looked up the value.
    ///
    /// # Errors
    /// `ValueError`
    pub fn check_conversion(&self) -> Result<(), Fault> {
        match self.conversion {
            None | Some('r' | 's' | 'a') => Ok(()),
            Some(c @ '!'..='\x7e') => {
                Err(Fault::value(format!("Unknown conversion specifier {c}")))
            }
            Some(c) => {
                let code = u32::from(c);
                Err(Fault::value(format!(
                    "Unknown conversion specifier \\x{code:x}"
                )))
            }
        }
    }
}

/// The parts of a template, one after the other: what comes before a mistake is
/// looked up before the mistake is told, as in Python.
#[derive(Clone, Debug)]
pub struct Parts {
    template: Vec<char>,
    at: usize,
}

/// How deep specifications may hold fields: a template, and fields in its
/// specifications.
pub const MAX_DEPTH: usize = 2;

/// The error where they are deeper.
pub fn too_deep() -> Fault {
    Fault::value("Max string recursion exceeded")
}

impl Parts {
    /// The parts of this template.
    pub fn new(template: &str) -> Self {
        Self {
            template: template.chars().collect(),
            at: 0,
        }
    }

    fn take(&mut self) -> Option<char> {
        let next = self.template.get(self.at).copied();
        self.at += usize::from(next.is_some());
        next
    }

    fn peek(&self) -> Option<char> {
        self.template.get(self.at).copied()
    }

    fn read(&mut self) -> Result<Part, Fault> {
        let mut text = String::new();
        while let Some(c) = self.take() {
            if !matches!(c, '{' | '}') {
                text.push(c);
                continue;
            }
            if self.peek() == Some(c) {
                self.at += 1;
                text.push(c);
                return Ok(Part { text, field: None });
            }
            if c == '}' {
                return Err(Fault::value("Single '}' encountered in format string"));
            }
            if self.peek().is_none() {
                return Err(Fault::value("Single '{' encountered in format string"));
            }
            let field = Some(self.field()?);
            return Ok(Part { text, field });
        }
        Ok(Part { text, field: None })
    }

    /// What stands between braces; the first is read already.
    fn field(&mut self) -> Result<Field, Fault> {
        let (name, end) = self.name()?;
        let mut field = Field {
            name,
            conversion: None,
            spec: String::new(),
            nested: false,
        };
        if end == Some('}') {
            return Ok(field);
        }
        if end.is_none() {
            return Err(Fault::value("expected '}' before end of string"));
        }
        if end == Some('!') {
            let Some(conversion) = self.take() else {
                let message = "end of string while looking for conversion specifier";
                return Err(Fault::value(message));
            };
            field.conversion = Some(conversion);
            match self.take() {
                Some('}') => return Ok(field),
                Some(':') | None => {}
                Some(_) => return Err(Fault::value("expected ':' after conversion specifier")),
            }
        }
        let mut depth = 1;
        while let Some(c) = self.take() {
            match c {
                '{' => {
                    field.nested = true;
                    depth += 1;
                }
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(field);
            }
            field.spec.push(c);
        }
        Err(Fault::value("unmatched '{' in format spec"))
    }

    /// The name up to `}`, `:` or `!`, which count for nothing between brackets.
    fn name(&mut self) -> Result<(String, Option<char>), Fault> {
        let mut name = String::new();
        let mut in_brackets = false;
        while let Some(c) = self.take() {
            match c {
                ']' if in_brackets => in_brackets = false,
                _ if in_brackets => {}
                '[' => in_brackets = true,
                '{' => return Err(Fault::value("unexpected '{' in field name")),
                '}' | ':' | '!' => return Ok((name, Some(c))),
                _ => {}
            }
            name.push(c);
        }
        Ok((name, None))
    }
}

impl Iterator for Parts {
    type Item = Result<Part, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.peek()?;
        Some(self.read())
    }
}

/// Where a field's value comes from first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First {
    /// An argument by position.
    Position(usize),
    /// A keyword argument.
    Keyword(String),
}

/// How it goes on from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// `.name`
    Attribute(String),
    /// `[3]`
    Index(i64),
    /// `[key]`
    Key(String),
}

/// Numbers fields without a name. One goes with one template and its
/// specifications.
#[derive(Clone, Copy, Debug, Default)]
pub struct Numbering {
    next: usize,
    manual: bool,
}

impl Numbering {
    fn automatic(&mut self) -> Result<usize, Fault> {
        if self.manual {
            return Err(Fault::value(
                "cannot switch from manual field specification to automatic field numbering",
            ));
        }
        self.next += 1;
        Ok(self.next - 1)
    }

    fn given(&mut self, number: usize) -> Result<usize, Fault> {
        if self.next > 0 {
            return Err(Fault::value(
                "cannot switch from automatic field numbering to manual field specification",
            ));
        }
        self.manual = true;
        Ok(number)
    }
}

/// A field's name, taken apart: `first`, then step after step.
#[derive(Clone, Debug)]
pub struct Path {
    /// Where the value comes from first.
    pub first: First,
    rest: Vec<char>,
    at: usize,
}

impl Path {
    /// Takes a field's name apart.
    ///
    /// # Errors
    /// `ValueError`
    pub fn new(name: &str, numbering: &mut Numbering) -> Result<Self, Fault> {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, rest) = name.split_at(end);
        let first = match whole_number(first)? {
            _ if first.is_empty() => First::Position(numbering.automatic()?),
            Some(number) => First::Position(numbering.given(number)?),
            None => First::Keyword(first.to_owned()),
        };
        Ok(Self {
            first,
            rest: rest.chars().collect(),
            at: 0,
        })
    }

    fn read(&mut self) -> Result<Step, Fault> {
        let left = &self.rest[self.at..];
        let (name, step): (String, _) = if left[0] == '.' {
            let name: String = left[1..]
                .iter()
                .take_while(|c| !matches!(c, '.' | '['))
                .collect();
            self.at += 1 + name.chars().count();
            (name.clone(), Step::Attribute(name))
        } else if left[0] == '[' {
            let Some(end) = left.iter().position(|&c| c == ']') else {
                return Err(Fault::value("Missing ']' in format string"));
            };
            let name: String = left[1..end].iter().collect();
            self.at += end + 1;
            let step = match whole_number(&name)? {
                Some(number) => Step::Index(number as i64),
                None => Step::Key(name.clone()),
            };
            (name, step)
        } else {
            return Err(Fault::value(
                "Only '.' or '[' may follow ']' in format field specifier",
            ));
        };
        if name.is_empty() {
            return Err(Fault::value("Empty attribute in format string"));
        }
        Ok(step)
    }
}

impl Iterator for Path {
    type Item = Result<Step, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        (self.at < self.rest.len()).then(|| self.read())
    }
}

/// The number that a text consists of, if it does.
fn whole_number(text: &str) -> Result<Option<usize>, Fault> {
    let characters: Vec<char> = text.chars().collect();
    // A text that isn't a number to its end is a name, however long its digits.
    if !characters.iter().all(|&c| super::classes::is_decimal(c)) {
        return Ok(None);
    }
    Ok(leading_number(&characters)?.0)
}

/// The error for a position that no argument has.
pub fn no_position(number: usize) -> Fault {
    let message = format!("Replacement index {number} out of range for positional args tuple");
    Fault::new(Class::Index, message)
}
