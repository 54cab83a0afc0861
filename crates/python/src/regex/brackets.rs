//! Reads what stands between brackets.

use super::parse::{Parser, Result};
use super::set::{Kind, Set};
use super::{Node, flags};

impl Parser {
    /// What stands between brackets.
    pub(super) fn set(&mut self, start: usize) -> Result<Node> {
        let mut set = Set {
            is_negated: self.take_if('^'),
            is_folded: self.has(flags::IGNORECASE),
            is_ascii: self.has(flags::ASCII),
            ..Set::default()
        };
        let first = self.at;
        loop {
            if self.peek() == Some(']') && self.at > first {
                self.at += 1;
                return Ok(Node::Set(set));
            }
            let item = self.at;
            let low = self.set_item(start)?;
            if self.peek() != Some('-') || self.pattern.get(self.at + 1) == Some(&']') {
                self.add(&mut set, low);
                continue;
            }
            self.at += 1;
            let high = self.set_item(start)?;
            match (low, high) {
                (Ok(low), Ok(high)) if low <= high => set.ranges.push((low, high)),
                _ => {
                    let text: String = self.pattern[item..self.at].iter().collect();
                    return Err(self.mistake(format!("bad character range {text}"), item));
                }
            }
        }
    }

    fn add(&self, set: &mut Set, item: std::result::Result<char, (Kind, bool)>) {
        match item {
            Ok(c) => set.ranges.push((c, c)),
            Err(kind) => set.kinds.push(kind),
        }
    }

    /// A character or a kind of characters.
    fn set_item(&mut self, start: usize) -> Result<std::result::Result<char, (Kind, bool)>> {
        let unterminated = || self.mistake("unterminated character set", start);
        let place = self.at;
        let c = self.peek().ok_or_else(unterminated)?;
        self.at += 1;
        if c != '\\' {
            return Ok(Ok(c));
        }
        let Some(c) = self.take() else {
            return Err(self.mistake("bad escape (end of pattern)", place));
        };
        if let Some(kind) = self.kind(c) {
            return Ok(Err(kind));
        }
        if c == 'b' {
            return Ok(Ok('\x08'));
        }
        Ok(Ok(self.simple_escape(c, place)?))
    }
}
