//! Reads patterns.

use super::set::{Kind, Set, folded};
use super::{Assert, Eagerness, Mistake, Node, Repeat, flags};

/// How deep groups may be nested.
const DEPTH: usize = 150;
/// CPython's own bound of repetitions.
const MOST: u64 = u32::MAX as u64 - 1;

pub(super) type Result<T> = std::result::Result<T, Mistake>;

/// Reads one pattern.
pub struct Parser {
    pub(super) pattern: Vec<char>,
    pub(super) at: usize,
    pub(super) flags: u32,
    /// For each group whether it is closed; the whole pattern is the first.
    pub(super) closed: Vec<bool>,
    /// The groups that have names.
    pub(super) names: Vec<(String, usize)>,
    depth: usize,
}

/// What has been read.
pub struct Parsed {
    pub node: Node,
    pub flags: u32,
    pub groups: usize,
    pub names: Vec<(String, usize)>,
}

/// Reads a pattern.
///
/// # Errors
/// A [`Mistake`], in CPython's words.
pub fn parse(pattern: &str, flags: u32) -> Result<Parsed> {
    let mut parser = Parser {
        pattern: pattern.chars().collect(),
        at: 0,
        flags,
        closed: vec![false],
        names: Vec::new(),
        depth: 0,
    };
    let node = parser.choice()?;
    if parser.at < parser.pattern.len() {
        return Err(parser.mistake("unbalanced parenthesis", parser.at));
    }
    Ok(Parsed {
        node,
        flags: parser.flags,
        groups: parser.closed.len() - 1,
        names: parser.names,
    })
}

impl Parser {
    pub(super) fn mistake(&self, message: impl Into<String>, position: usize) -> Mistake {
        Mistake {
            message: message.into(),
            position: Some(position),
        }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.pattern.get(self.at).copied()
    }

    pub(super) fn take(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    pub(super) fn take_if(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    pub(super) fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// Alternatives, up to the end or a closing parenthesis.
    pub(super) fn choice(&mut self) -> Result<Node> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.mistake("groups are nested too deeply", self.at));
        }
        let mut all = vec![self.sequence()?];
        while self.take_if('|') {
            all.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if all.len() == 1 {
            all.remove(0)
        } else {
            Node::Choice(all)
        })
    }

    fn sequence(&mut self) -> Result<Node> {
        let mut all = Vec::new();
        loop {
            if self.has(flags::VERBOSE) {
                self.skip_blanks();
            }
            if matches!(self.peek(), None | Some('|' | ')')) {
                break;
            }
            let start = self.at;
            if self.quantifier()?.is_some() {
                return Err(self.mistake("nothing to repeat", start));
            }
            let node = self.atom()?;
            all.push(self.repeated(node)?);
        }
        Ok(if all.len() == 1 {
            all.remove(0)
        } else {
            Node::Sequence(all)
        })
    }

    fn skip_blanks(&mut self) {
        while let Some(c) = self.peek() {
            if c == '#' {
                while !matches!(self.take(), None | Some('\n')) {}
            } else if matches!(c, ' ' | '\t'..='\r') {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn repeated(&mut self, node: Node) -> Result<Node> {
        if self.has(flags::VERBOSE) {
            self.skip_blanks();
        }
        let start = self.at;
        let Some((min, max)) = self.quantifier()? else {
            return Ok(node);
        };
        if matches!(node, Node::Assert(_) | Node::Empty) {
            return Err(self.mistake("nothing to repeat", start));
        }
        let eagerness = match self.peek() {
            Some('?') => Eagerness::Lazy,
            Some('+') => Eagerness::Possessive,
            _ => Eagerness::Greedy,
        };
        self.at += usize::from(eagerness != Eagerness::Greedy);
        if self.has(flags::VERBOSE) {
            self.skip_blanks();
        }
        let next = self.at;
        if self.quantifier()?.is_some() {
            return Err(self.mistake("multiple repeat", next));
        }
        let repeat = Repeat {
            min,
            max,
            eagerness,
        };
        Ok(Node::Repeat(Box::new(node), repeat))
    }

    /// `*`, `+`, `?`, `{2,5}`: the least and the greatest number.
    fn quantifier(&mut self) -> Result<Option<(u32, Option<u32>)>> {
        let found = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => return self.counts(),
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(found))
    }

    fn counts(&mut self) -> Result<Option<(u32, Option<u32>)>> {
        let start = self.at;
        self.at += 1;
        let low = self.number();
        let high = if self.take_if(',') {
            self.number()
        } else {
            low
        };
        let is_empty = low.is_none() && self.pattern[self.at - 1] == '{';
        if is_empty || !self.take_if('}') {
            // A brace like any other character.
            self.at = start;
            return Ok(None);
        }
        let (min, max) = (low.unwrap_or(0), high);
        if min > MOST || max.is_some_and(|max| max > MOST) {
            return Err(self.mistake("the repetition number is too large", start));
        }
        if max.is_some_and(|max| max < min) {
            return Err(self.mistake("min repeat greater than max repeat", start + 1));
        }
        Ok(Some((min as u32, max.map(|max| max as u32))))
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let before: u64 = number.unwrap_or(0);
            number = Some(before.saturating_mul(10).saturating_add(digit.into()));
            self.at += 1;
        }
        number
    }

    fn atom(&mut self) -> Result<Node> {
        let start = self.at;
        let Some(c) = self.take() else {
            return Ok(Node::Empty);
        };
        Ok(match c {
            '.' if self.has(flags::DOTALL) => Node::Any,
            '.' => Node::NotNewline,
            '^' if self.has(flags::MULTILINE) => Node::Assert(Assert::LineStart),
            '^' => Node::Assert(Assert::TextStart),
            '$' if self.has(flags::MULTILINE) => Node::Assert(Assert::LineEnd),
            '$' => Node::Assert(Assert::LastLineEnd),
            '(' => return self.group(start),
            '[' => return self.set(start),
            '\\' => return self.escape(start),
            c => self.character(c),
        })
    }

    fn character(&self, c: char) -> Node {
        if self.has(flags::IGNORECASE) {
            Node::Folded(folded(c))
        } else {
            Node::Char(c)
        }
    }

    pub(super) fn kind(&self, c: char) -> Option<(Kind, bool)> {
        Some(match c {
            'd' => (Kind::Digit, false),
            'D' => (Kind::Digit, true),
            'w' => (Kind::Word, false),
            'W' => (Kind::Word, true),
            's' => (Kind::Space, false),
            'S' => (Kind::Space, true),
            _ => return None,
        })
    }

    fn escape(&mut self, start: usize) -> Result<Node> {
        let Some(c) = self.take() else {
            return Err(self.mistake("bad escape (end of pattern)", start));
        };
        let is_ascii = self.has(flags::ASCII);
        if let Some(kind) = self.kind(c) {
            return Ok(Node::Set(Set {
                kinds: vec![kind],
                is_ascii,
                ..Set::default()
            }));
        }
        Ok(match c {
            'A' => Node::Assert(Assert::TextStart),
            'Z' => Node::Assert(Assert::TextEnd),
            'b' => Node::Assert(Assert::WordBoundary { is_ascii }),
            'B' => Node::Assert(Assert::NotWordBoundary { is_ascii }),
            '1'..='9' => return self.reference(start),
            c => {
                let c = self.simple_escape(c, start)?;
                self.character(c)
            }
        })
    }

    /// `\1`, or a character by its number in base 8.
    fn reference(&mut self, start: usize) -> Result<Node> {
        let is_octal = |c: &char| ('0'..='7').contains(c);
        let octal: Vec<char> = self.pattern[start + 1..].iter().take(3).copied().collect();
        if octal.len() == 3 && octal.iter().all(is_octal) {
            self.at = start + 4;
            return Ok(self.character(self.octal(&octal, start)?));
        }
        self.at = start + 2;
        self.at += usize::from(self.peek().is_some_and(|c| c.is_ascii_digit()));
        let digits: String = self.pattern[start + 1..self.at].iter().collect();
        let number: usize = digits.parse().unwrap_or(0);
        self.refer(number, start + 1)
    }

    pub(super) fn refer(&self, number: usize, position: usize) -> Result<Node> {
        match self.closed.get(number) {
            None => {
                let message = format!("invalid group reference {number}");
                Err(self.mistake(message, position))
            }
            Some(false) => Err(self.mistake("cannot refer to an open group", position)),
            Some(true) => Ok(Node::Again(number, self.has(flags::IGNORECASE))),
        }
    }

    fn octal(&self, digits: &[char], start: usize) -> Result<char> {
        let text: String = digits.iter().collect();
        let value = u32::from_str_radix(&text, 8).unwrap_or(0);
        if value > 0o377 {
            let message = format!("octal escape value \\{text} outside of range 0-0o377");
            return Err(self.mistake(message, start));
        }
        Ok(char::from_u32(value).unwrap_or_default())
    }

    /// An escape that stands for one character.
    pub(super) fn simple_escape(&mut self, c: char, start: usize) -> Result<char> {
        let length = match c {
            'n' => return Ok('\n'),
            't' => return Ok('\t'),
            'r' => return Ok('\r'),
            'f' => return Ok('\x0c'),
            'v' => return Ok('\x0b'),
            'a' => return Ok('\x07'),
            '0'..='7' => {
                let rest = self.pattern[start + 1..].iter().take(3);
                let digits: Vec<char> = rest
                    .copied()
                    .take_while(|c| ('0'..='7').contains(c))
                    .collect();
                self.at = start + 1 + digits.len();
                return self.octal(&digits, start);
            }
            'x' => 2,
            'u' => 4,
            'U' => 8,
            c if c.is_ascii_alphanumeric() => {
                return Err(self.mistake(format!("bad escape \\{c}"), start));
            }
            c => return Ok(c),
        };
        let rest = self.pattern[self.at..].iter().take(length);
        let digits: String = rest.take_while(|c| c.is_ascii_hexdigit()).collect();
        if digits.len() < length {
            return Err(self.mistake(format!("incomplete escape \\{c}{digits}"), start));
        }
        self.at += length;
        let value = u32::from_str_radix(&digits, 16).unwrap_or(u32::MAX);
        char::from_u32(value)
            .ok_or_else(|| self.mistake(format!("bad escape \\{c}{digits}"), start))
    }
}
