//! A Python text: characters that can be counted and found quickly.

use std::cell::Cell;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// A text that never changes.
#[derive(Clone, Debug)]
pub struct Text {
    text: Box<str>,
    /// How many characters it has.
    length: usize,
    /// Its hash, or 0 as long as nobody asked.
    hash: Cell<u64>,
}

impl Text {
    /// A text.
    pub fn new(text: impl Into<Box<str>>) -> Rc<Text> {
        let text = text.into();
        let length = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        Rc::new(Text {
            text,
            length,
            hash: Cell::new(0),
        })
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many characters it has.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Whether each character is one byte.
    pub fn is_ascii(&self) -> bool {
        self.length == self.text.len()
    }

    /// Where in the bytes a character begins.
    pub fn offset(&self, index: usize) -> usize {
        if self.is_ascii() {
            return index.min(self.length);
        }
        let mut places = self.text.char_indices().map(|(place, _)| place);
        places.nth(index).unwrap_or(self.text.len())
    }

    /// The character at an index.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            return self.text.as_bytes().get(index).map(|&byte| byte as char);
        }
        self.text.chars().nth(index)
    }

    /// The characters from one index up to another.
    pub fn range(&self, low: usize, high: usize) -> &str {
        if low >= high {
            return "";
        }
        let start = self.offset(low);
        if self.is_ascii() {
            return &self.text[start..high.min(self.length)];
        }
        let rest = &self.text[start..];
        let mut places = rest.char_indices().map(|(place, _)| place);
        let end = places.nth(high - low).unwrap_or(rest.len());
        &rest[..end]
    }

    /// Its hash: the same in every run.
    pub fn hash(&self) -> u64 {
        if self.hash.get() == 0 {
            self.hash.set(hash_bytes(self.text.as_bytes()));
        }
        self.hash.get()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.text == other.text
    }
}

/// The hash of some bytes: the same in every run, and never 0.
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    // SipHash with a fixed key, as CPython's with the seed 0.
    #[allow(deprecated)]
    let mut hasher = std::hash::SipHasher::new();
    bytes.hash(&mut hasher);
    // Hashes are Python numbers: they have to fit an i64 and -1 is an error there.
    (hasher.finish() >> 1).max(1)
}
