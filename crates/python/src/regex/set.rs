//! Sets of characters: `[a-z]`, `\d`, `\w`.

use crate::text::classes;

/// A kind of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Digit,
    Word,
    Space,
}

impl Kind {
    /// Whether a character is of this kind.
    pub fn has(self, c: char, is_ascii: bool) -> bool {
        if is_ascii && !c.is_ascii() {
            return false;
        }
        match self {
            Kind::Digit => classes::is_decimal(c),
            Kind::Word => c == '_' || classes::is_alnum(c),
            Kind::Space if is_ascii => matches!(c, ' ' | '\t'..='\r'),
            Kind::Space => classes::is_space(c),
        }
    }
}

/// A set of characters.
#[derive(Clone, Debug, Default)]
pub struct Set {
    pub is_negated: bool,
    /// From a character up to another, both included.
    pub ranges: Vec<(char, char)>,
    /// Kinds of characters, or all others.
    pub kinds: Vec<(Kind, bool)>,
    pub is_folded: bool,
    pub is_ascii: bool,
}

impl Set {
    /// Whether a character is in it.
    pub fn has(&self, c: char) -> bool {
        let mut found = self.has_exactly(c);
        if !found && self.is_folded {
            let (lower, upper) = (folded(c), c.to_uppercase().next().unwrap_or(c));
            found = self.has_exactly(lower) || self.has_exactly(upper);
        }
        found != self.is_negated
    }

    fn has_exactly(&self, c: char) -> bool {
        let is_of = |&(kind, others): &(Kind, bool)| kind.has(c, self.is_ascii) != others;
        let mut ranges = self.ranges.iter();
        ranges.any(|&(low, high)| (low..=high).contains(&c)) || self.kinds.iter().any(is_of)
    }
}

/// A character as it is compared where the case does not matter.
pub fn folded(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}
