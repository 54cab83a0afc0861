//! The parser asks the crate `unicode-normalization` for the form NFKC of names that
//! aren't plain ASCII, so that one name is one however it was typed.
//!
//! This one does it by rule where there is a rule: syllables of Hangul that stand in
//! pieces, as macOS writes them, become whole, and wide letters become ordinary ones. Of
//! all else the tables weigh too much for a page, and names that differ only by such
//! characters stay two.

/// Texts in a form of Unicode.
pub trait UnicodeNormalization {
    /// The characters in the form NFKC, as far as it goes by rule.
    fn nfkc(self) -> impl Iterator<Item = char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> impl Iterator<Item = char> {
        let mut composed: Vec<char> = Vec::with_capacity(self.len());
        for c in self.chars().map(narrow) {
            let last = composed.last_mut();
            match last.and_then(|last| Some((compose(*last, c)?, last))) {
                Some((whole, last)) => *last = whole,
                None => composed.push(c),
            }
        }
        composed.into_iter()
    }
}

/// A wide letter as an ordinary one.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

// Syllables are numbered by their first consonants, their vowels and their last consonants,
// if any: chapter 3.12 of the Unicode standard.
const SYLLABLES: u32 = 0xac00;
const FIRST: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
/// One before the first of them: the number of no last consonant is 0.
const LAST: u32 = 0x11a7;
const FIRST_COUNT: u32 = 19;
const VOWEL_COUNT: u32 = 21;
const LAST_COUNT: u32 = 28;

/// The syllable that two pieces are, if they are one.
fn compose(a: char, b: char) -> Option<char> {
    let (a, b) = (u32::from(a), u32::from(b));
    let first = a.wrapping_sub(FIRST);
    let vowel = b.wrapping_sub(VOWELS);
    if first < FIRST_COUNT && vowel < VOWEL_COUNT {
        return char::from_u32(SYLLABLES + (first * VOWEL_COUNT + vowel) * LAST_COUNT);
    }
    let syllable = a.wrapping_sub(SYLLABLES);
    let last = b.wrapping_sub(LAST);
    let is_open =
        syllable < FIRST_COUNT * VOWEL_COUNT * LAST_COUNT && syllable.is_multiple_of(LAST_COUNT);
    if is_open && (1..LAST_COUNT).contains(&last) {
        return char::from_u32(a + last);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::UnicodeNormalization;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(text.nfkc().collect::<String>(), expected);
    }

    #[test]
    fn hangul_in_pieces_becomes_whole() {
        check("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글");
        check("\u{1100}\u{1161}\u{1102}\u{1161}", "가나");
        check("가\u{11a8}", "각");
        check("각\u{11a8}", "각\u{11a8}");
        check("\u{1161}\u{11ab}", "\u{1161}\u{11ab}");
    }

    #[test]
    fn wide_letters_become_ordinary_ones() {
        check("ｘ１＿", "x1_");
    }

    #[test]
    fn all_else_stays_as_it_is() {
        for text in ["", "name", "한글_x", "é", "名前"] {
            check(text, text);
        }
    }
}
