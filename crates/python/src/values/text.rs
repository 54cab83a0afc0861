//! A Python text: characters that can be counted, found and put together quickly.

use std::cell::{Cell, OnceCell};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use compact_str::CompactString;

/// Up to so many bytes are simply copied when texts are put together.
const SHORT: usize = 256;
/// It is remembered where each character with such a number begins.
const MARKED: usize = 32;

/// A text that never changes.
pub struct Text {
    /// Its characters, once somebody has asked for them: few are here, and take no room
    /// elsewhere.
    flat: OnceCell<CompactString>,
    /// What few texts have.
    rare: OnceCell<Box<Rare>>,
    /// How many bytes it has.
    bytes: usize,
    /// How many characters it has.
    length: usize,
    /// Its hash, or 0 as long as nobody asked.
    hash: Cell<u64>,
}

#[derive(Default)]
struct Rare {
    /// What it was put together from, as long as nobody has asked for its characters: a
    /// program that adds to a text again and again would copy all of it each time.
    parts: Cell<Option<[Rc<Text>; 2]>>,
    /// Whether another text begins with those parts already.
    is_shared: Cell<bool>,
    /// Where some of its characters begin, if they aren't one byte each.
    marks: OnceCell<Vec<u32>>,
}

impl Text {
    /// A text.
    pub fn new(text: impl Into<CompactString>) -> Rc<Text> {
        let text = text.into();
        let length = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        Rc::new(Text::with_length(text, length))
    }

    fn with_length(text: CompactString, length: usize) -> Text {
        Text {
            bytes: text.len(),
            length,
            flat: OnceCell::from(text),
            rare: OnceCell::new(),
            hash: Cell::new(0),
        }
    }

    /// About how many bytes it takes to put two texts together, the copy included that
    /// is made once somebody asks for its characters.
    pub fn cost_of_joining(left: &Text, right: &Text) -> usize {
        let whole = left.bytes + right.bytes;
        let is_new = |rare: &Rare| !rare.is_shared.replace(true);
        if left.flat.get().is_none() && left.rare.get().is_some_and(|rare| is_new(rare)) {
            // What is on the left was counted when that was put together.
            return whole.min(right.bytes + 2 * SHORT);
        }
        whole
    }

    /// One text and then another.
    pub fn joined(left: &Rc<Text>, right: &Rc<Text>) -> Rc<Text> {
        if left.bytes == 0 {
            return right.clone();
        }
        if right.bytes == 0 {
            return left.clone();
        }
        if left.bytes + right.bytes <= SHORT {
            return Rc::new(Text::copied(left, right));
        }
        if let Some([first, last]) = left.parts()
            && last.bytes + right.bytes <= SHORT
        {
            let last = Rc::new(Text::copied(&last, right));
            return Rc::new(Text::of_parts([first, last]));
        }
        Rc::new(Text::of_parts([left.clone(), right.clone()]))
    }

    fn copied(left: &Text, right: &Text) -> Text {
        let mut text = CompactString::with_capacity(left.bytes + right.bytes);
        text.push_str(left.as_str());
        text.push_str(right.as_str());
        Text::with_length(text, left.length + right.length)
    }

    fn of_parts(parts: [Rc<Text>; 2]) -> Text {
        let (bytes, length) = (
            parts[0].bytes + parts[1].bytes,
            parts[0].length + parts[1].length,
        );
        let rare = Rare {
            parts: Cell::new(Some(parts)),
            ..Rare::default()
        };
        Text {
            flat: OnceCell::new(),
            rare: OnceCell::from(Box::new(rare)),
            bytes,
            length,
            hash: Cell::new(0),
        }
    }

    fn parts(&self) -> Option<[Rc<Text>; 2]> {
        let rare = self.rare.get()?;
        let parts = rare.parts.take()?;
        rare.parts.set(Some(parts.clone()));
        Some(parts)
    }

    fn take_parts(&self) -> Option<[Rc<Text>; 2]> {
        self.rare.get()?.parts.take()
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        self.flat.get_or_init(|| self.put_together())
    }

    fn put_together(&self) -> CompactString {
        let mut text = CompactString::with_capacity(self.bytes);
        let Some([left, right]) = self.take_parts() else {
            return text;
        };
        // The parts may be nested deeply: they wait here, the next one last.
        let mut pending = vec![right, left];
        while let Some(part) = pending.pop() {
            if let Some(flat) = part.flat.get() {
                text.push_str(flat);
            } else if let Some([left, right]) = part.parts() {
                pending.extend([right, left]);
            }
        }
        text
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// How many characters it has.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Whether each character is one byte.
    pub fn is_ascii(&self) -> bool {
        self.length == self.bytes
    }

    /// Where in the bytes a character begins.
    pub fn offset(&self, index: usize) -> usize {
        if index >= self.length {
            return self.bytes;
        }
        if self.is_ascii() {
            return index;
        }
        let text = self.as_str();
        let rare = self.rare.get_or_init(Box::default);
        let marks = rare.marks.get_or_init(|| {
            let places = text.char_indices().step_by(MARKED);
            places.map(|(place, _)| place as u32).collect()
        });
        let mark = marks[index / MARKED] as usize;
        let mut places = text[mark..].char_indices().map(|(place, _)| place);
        mark + places.nth(index % MARKED).unwrap_or(0)
    }

    /// The character at an index.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            let bytes = self.as_str().as_bytes();
            return bytes.get(index).map(|&byte| byte as char);
        }
        self.as_str()[self.offset(index)..].chars().next()
    }

    /// The characters from one index up to another.
    pub fn range(&self, low: usize, high: usize) -> &str {
        if low >= high {
            return "";
        }
        &self.as_str()[self.offset(low)..self.offset(high)]
    }

    /// Its hash: the same in every run.
    pub fn hash(&self) -> u64 {
        if self.hash.get() == 0 {
            self.hash.set(hash_bytes(self.as_str().as_bytes()));
        }
        self.hash.get()
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        let Some(parts) = self.take_parts() else {
            return;
        };
        // One after the other, since they may be nested deeply.
        let mut pending = Vec::from(parts);
        while let Some(part) = pending.pop() {
            if let Some(part) = Rc::into_inner(part)
                && let Some(parts) = part.take_parts()
            {
                pending.extend(parts);
            }
        }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.bytes == other.bytes && self.as_str() == other.as_str()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_found_where_they_are() {
        let text: String = (0..500).map(|n| ['a', '가', '😀'][n % 3]).collect();
        let long = Text::new(text.as_str());
        for (index, c) in text.chars().enumerate() {
            assert_eq!(long.char_at(index), Some(c), "at {index}");
        }
        assert_eq!(long.char_at(500), None);
        let middle: String = text.chars().skip(31).take(34).collect();
        assert_eq!(long.range(31, 65), middle);
        assert_eq!(long.range(499, 900), "가");
    }

    #[test]
    fn what_is_put_together_is_as_if_copied() {
        let mut whole = Text::new("");
        let mut expected = String::new();
        for number in 0..100_000 {
            let piece = if number % 7 == 0 { "일" } else { "x" };
            whole = Text::joined(&whole, &Text::new(piece));
            expected.push_str(piece);
            if number % 30_000 == 5 {
                assert_eq!(whole.as_str(), expected);
            }
        }
        let twice = Text::joined(&whole, &whole);
        assert_eq!(twice.length(), 200_000);
        assert_eq!(twice.as_str(), format!("{expected}{expected}"));
        assert_eq!(whole.as_str(), expected);
    }

    #[test]
    fn texts_nested_deeply_are_dropped_without_a_deep_stack() {
        let piece = Text::new("y".repeat(SHORT));
        let mut to_the_left = piece.clone();
        let mut to_the_right = piece.clone();
        for _ in 0..200_000 {
            to_the_left = Text::joined(&to_the_left, &piece);
            to_the_right = Text::joined(&piece, &to_the_right);
        }
        assert_eq!(to_the_left.length(), to_the_right.length());
    }
}
