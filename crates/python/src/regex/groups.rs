//! Reads what stands between parentheses.

use super::parse::{Parser, Result};
use super::{Node, flags};

impl Parser {
    /// A group, after its opening parenthesis.
    pub(super) fn group(&mut self, start: usize) -> Result<Node> {
        if !self.take_if('?') {
            return self.capturing(None, start);
        }
        let extension = self.at - 1;
        let Some(c) = self.take() else {
            return Err(self.mistake("unexpected end of pattern", self.at));
        };
        match c {
            'P' => self.named(start, extension),
            ':' => self.inner(start),
            '>' => Ok(Node::Atomic(Box::new(self.inner(start)?))),
            '=' | '!' => self.look(true, c == '!', start),
            '<' => match self.take() {
                Some(c @ ('=' | '!')) => self.look(false, c == '!', start),
                Some(c) => Err(self.mistake(format!("unknown extension ?<{c}"), extension)),
                None => Err(self.mistake("unexpected end of pattern", self.at)),
            },
            '#' => {
                while let Some(c) = self.take() {
                    if c == ')' {
                        return Ok(Node::Sequence(Vec::new()));
                    }
                }
                Err(self.mistake("missing ), unterminated comment", start))
            }
            '(' => self.conditional(start),
            c if c == '-' || flag(c).is_some() => self.with_flags(c, start),
            c => Err(self.mistake(format!("unknown extension ?{c}"), extension)),
        }
    }

    /// What is inside, and the closing parenthesis.
    fn inner(&mut self, start: usize) -> Result<Node> {
        let flags = self.flags;
        let node = self.choice()?;
        self.flags = flags;
        self.close(start)?;
        // A group alone can be repeated, whatever it is.
        Ok(match node {
            Node::Assert(_) | Node::Repeat(..) | Node::Empty => Node::Sequence(vec![node]),
            other => other,
        })
    }

    fn close(&mut self, start: usize) -> Result<()> {
        if self.take_if(')') {
            return Ok(());
        }
        Err(self.mistake("missing ), unterminated subpattern", start))
    }

    fn capturing(&mut self, name: Option<String>, start: usize) -> Result<Node> {
        let number = self.closed.len();
        self.closed.push(false);
        if let Some(name) = name {
            self.names.push((name, number));
        }
        let node = self.inner(start)?;
        self.closed[number] = true;
        Ok(Node::Group(number, Box::new(node)))
    }

    /// `(?P<name>...)` and `(?P=name)`
    fn named(&mut self, start: usize, extension: usize) -> Result<Node> {
        match self.take() {
            Some('<') => {
                let place = self.at;
                let name = self.group_name('>')?;
                if let Some((_, other)) = self.names.iter().find(|(other, _)| *other == name) {
                    let number = self.closed.len();
                    let message = format!(
                        "redefinition of group name '{name}' as group {number}; \
                         was group {other}"
                    );
                    return Err(self.mistake(message, place));
                }
                self.capturing(Some(name), start)
            }
            Some('=') => {
                let place = self.at;
                let name = self.group_name(')')?;
                let number = self.number_of(&name, place)?;
                self.refer(number, place)
            }
            Some(c) => Err(self.mistake(format!("unknown extension ?P{c}"), extension)),
            None => Err(self.mistake("unexpected end of pattern", self.at)),
        }
    }

    fn number_of(&self, name: &str, place: usize) -> Result<usize> {
        let found = self.names.iter().find(|(other, _)| other == name);
        match found {
            Some((_, number)) => Ok(*number),
            None => Err(self.mistake(format!("unknown group name '{name}'"), place)),
        }
    }

    /// A name up to its end.
    fn group_name(&mut self, end: char) -> Result<String> {
        let place = self.at;
        let rest = &self.pattern[place..];
        let Some(length) = rest.iter().position(|&c| c == end) else {
            if rest.is_empty() {
                return Err(self.mistake("missing group name", place));
            }
            let message = format!("missing {end}, unterminated name");
            return Err(self.mistake(message, place));
        };
        let name: String = rest[..length].iter().collect();
        self.at += length + 1;
        if name.is_empty() {
            return Err(self.mistake("missing group name", place));
        }
        let is_number = end == ')' && name.chars().all(|c| c.is_ascii_digit());
        if !is_number && !crate::text::classes::text_is_identifier(&name) {
            let message = format!("bad character in group name '{name}'");
            return Err(self.mistake(message, place));
        }
        Ok(name)
    }

    fn look(&mut self, is_ahead: bool, is_negative: bool, start: usize) -> Result<Node> {
        let inner = self.inner(start)?;
        Ok(Node::Look {
            inner: Box::new(inner),
            is_ahead,
            is_negative,
        })
    }

    /// `(?(1)...|...)`
    fn conditional(&mut self, start: usize) -> Result<Node> {
        let place = self.at;
        let name = self.group_name(')')?;
        let number = match name.parse::<usize>() {
            Ok(0) => return Err(self.mistake("bad group number", place)),
            Ok(number) if number >= self.closed.len() => {
                let message = format!("invalid group reference {number}");
                return Err(self.mistake(message, place));
            }
            Ok(number) => number,
            Err(_) => self.number_of(&name, place)?,
        };
        let inner = self.choice()?;
        self.close(start)?;
        let (yes, no) = match inner {
            Node::Choice(mut all) if all.len() == 2 => {
                let no = all.pop().unwrap_or(Node::Empty);
                (all.pop().unwrap_or(Node::Empty), no)
            }
            Node::Choice(_) => {
                let message = "conditional backref with more than two branches";
                return Err(self.mistake(message, self.at - 1));
            }
            yes => (yes, Node::Empty),
        };
        Ok(Node::IfGroup(number, Box::new(yes), Box::new(no)))
    }

    /// `(?i)` for the whole pattern, `(?i:...)` and `(?-i:...)` for a part.
    fn with_flags(&mut self, first: char, start: usize) -> Result<Node> {
        let (mut on, mut off, mut turns_off) = (0, 0, false);
        let mut next = Some(first);
        loop {
            match next {
                Some('-') if !turns_off => turns_off = true,
                Some(')') if !turns_off => {
                    if start > 0 {
                        let message = "global flags not at the start of the expression";
                        return Err(self.mistake(message, start));
                    }
                    self.flags |= on;
                    return Ok(Node::Sequence(Vec::new()));
                }
                Some(':') => break,
                Some(c) => match flag(c) {
                    Some(flag) if turns_off => off |= flag,
                    Some(flag) => on |= flag,
                    None => return Err(self.mistake("unknown flag", self.at - 1)),
                },
                None => return Err(self.mistake("missing -, : or )", self.at)),
            }
            next = self.take();
        }
        let before = self.flags;
        self.flags = (before | on) & !off;
        let node = self.choice()?;
        self.flags = before;
        self.close(start)?;
        Ok(Node::Sequence(vec![node]))
    }
}

fn flag(c: char) -> Option<u32> {
    Some(match c {
        'i' => flags::IGNORECASE,
        'm' => flags::MULTILINE,
        's' => flags::DOTALL,
        'x' => flags::VERBOSE,
        'a' => flags::ASCII,
        'u' => 0,
        _ => return None,
    })
}
