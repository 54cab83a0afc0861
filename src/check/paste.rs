//! A log, cut into what its program wrote.
//!
//! People paste what a terminal or a notebook shows: with prompts and the words of
//! other prints between. What has the form `[name] total=number`, or begins with the
//! `[name]` of a task, is a task's. Of all else nothing is known but that it is there.

use std::ops::Range;

/// One piece of a log.
#[derive(Debug, Clone)]
pub(crate) struct Piece<'a> {
    /// In which line, from 1.
    pub(crate) line: usize,
    /// Where in the log, in bytes.
    pub(crate) range: Range<usize>,
    pub(crate) what: What<'a>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What<'a> {
    /// `[name] total=number`; no task if none has this name.
    Total {
        task: Option<usize>,
        name: &'a str,
        total: i128,
    },
    /// A part of such a text, where others wrote between its parts.
    Part {
        task: usize,
        total: i128,
        begins: bool,
        ends: bool,
    },
    /// Other words of a task, such as its first or its last.
    Words {
        task: usize,
    },
    /// Words of which nobody knows how many prints they are.
    Other,
    Newline,
    /// The main program's last words.
    Done,
}

/// The places of the tasks, by their names.
#[derive(Debug)]
pub(crate) struct Names<'a> {
    sorted: Vec<(&'a str, usize)>,
    /// Those with a bracket of their own.
    odd: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(names: &'a [String]) -> Self {
        let names = names.iter().enumerate();
        let mut sorted: Vec<_> = names.map(|(place, name)| (&**name, place)).collect();
        sorted.sort_unstable();
        let odd = sorted.iter().map(|(name, _)| *name);
        let is_bracket = |byte: u8| matches!(byte, b'[' | b']');
        let odd = odd.filter(|name| name.bytes().any(is_bracket)).collect();
        Self { sorted, odd }
    }

    pub(crate) fn has_twins(&self) -> bool {
        self.sorted.windows(2).any(|pair| pair[0].0 == pair[1].0)
    }

    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        let found = self.sorted.binary_search_by(|(each, _)| (*each).cmp(name));
        found.ok().map(|at| self.sorted[at].1)
    }

    /// Where in `line` the name ends whose bracket is open at `start`, if it is one
    /// with brackets of its own, which no bracket in it can end.
    fn odd_end(&self, line: &str, start: usize) -> Option<usize> {
        let text = &line.as_bytes()[start + 1..];
        let is_here =
            |name: &&str| text.starts_with(name.as_bytes()) && text.get(name.len()) == Some(&b']');
        // The longest, because a name may begin with another.
        let lengths = self.odd.iter().copied().filter(is_here).map(str::len);
        Some(start + 1 + lengths.max()?)
    }
}

/// What may be names in a line: where each one's bracket opens, and where it closes.
struct Brackets<'a> {
    line: &'a str,
    names: &'a Names<'a>,
    at: usize,
    open: Option<usize>,
}

impl<'a> Brackets<'a> {
    fn of(line: &'a str, names: &'a Names<'_>) -> Self {
        let (at, open) = (0, None);
        Self {
            line,
            names,
            at,
            open,
        }
    }
}

impl Iterator for Brackets<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        while let Some(&byte) = self.line.as_bytes().get(self.at) {
            let at = self.at;
            self.at += 1;
            match (byte, self.open) {
                (b'[', _) => {
                    let end = self.names.odd_end(self.line, at);
                    self.open = end.is_none().then_some(at);
                    if let Some(end) = end {
                        self.at = end + 1;
                        return Some((at, end));
                    }
                }
                (b']', Some(start)) => return Some((start, at)),
                _ => {}
            }
        }
        None
    }
}

/// Cuts a log into its pieces. White space at its end is no part of it.
pub(crate) fn cut<'a>(text: &'a str, names: &Names<'_>) -> Vec<Piece<'a>> {
    let text = text.trim_end();
    let mut pieces = Pieces {
        text,
        list: Vec::new(),
        line: 0,
    };
    let mut next = 0;
    for line in text.split('\n') {
        pieces.line += 1;
        let mut start = next;
        let end = start + line.len();
        next += line.len() + 1;
        while let Some((found, name, total)) = next_total(&text[start..end], names) {
            let range = start + found.start..start + found.end;
            pieces.cut_words(start..range.start, names);
            start = range.end;
            let task = names.get(name);
            pieces.push(range, What::Total { task, name, total });
        }
        pieces.cut_words(start..end, names);
        if next <= text.len() {
            pieces.push(end..next, What::Newline);
        }
    }
    pieces.list
}

struct Pieces<'a> {
    text: &'a str,
    list: Vec<Piece<'a>>,
    line: usize,
}

impl<'a> Pieces<'a> {
    fn push(&mut self, range: Range<usize>, what: What<'a>) {
        let line = self.line;
        self.list.push(Piece { line, range, what });
    }

    /// Cuts what is no total.
    fn cut_words(&mut self, range: Range<usize>, names: &Names<'_>) {
        let words = &self.text[range.clone()];
        if is_done(words) {
            return self.push(range, What::Done);
        }
        // A number is no word, so what follows it at once is.
        let marks = words.trim_end().trim_end_matches(['!', '.']);
        if let Some(before) = marks.strip_suffix("Done")
            && before.ends_with(|char: char| char.is_ascii_digit())
        {
            let at = range.start + before.len();
            self.cut_words(range.start..at, names);
            return self.push(at..range.end, What::Done);
        }
        let (mut from, mut owner) = (0, None);
        for (start, end) in Brackets::of(words, names) {
            if let Some(task) = names.get(&words[start + 1..end]) {
                self.push_words(range.start + from..range.start + start, owner);
                (from, owner) = (start, Some(task));
            }
        }
        self.push_words(range.start + from..range.end, owner);
    }

    fn push_words(&mut self, range: Range<usize>, owner: Option<usize>) {
        match owner {
            Some(task) => self.push(range, What::Words { task }),
            None if !self.text[range.clone()].trim().is_empty() => self.push(range, What::Other),
            None => {}
        }
    }
}

/// Finds the first `[name] total=number`: where it is, and its parts.
pub(crate) fn next_total<'a>(
    line: &'a str,
    names: &Names<'_>,
) -> Option<(Range<usize>, &'a str, i128)> {
    Brackets::of(line, names).find_map(|(start, end)| {
        let (total, rest) = total(&line[end + 1..])?;
        Some((start..line.len() - rest.len(), &line[start + 1..end], total))
    })
}

/// Reads `total=number`: the number, and what comes after it.
fn total(text: &str) -> Option<(i128, &str)> {
    let text = text.trim_start().strip_prefix("total")?.trim_start();
    let text = text.strip_prefix('=')?.trim_start();
    let (sign, text) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (number, rest) = digits(text)?;
    Some((sign * number, rest))
}

/// Reads a number such as `1000` or `1,000`.
fn digits(text: &str) -> Option<(i128, &str)> {
    let first = digits_len(text);
    let mut end = first;
    // Where thousands are told apart, each group but the first has three digits.
    while (1..=3).contains(&first) {
        let Some(group) = text[end..].strip_prefix(separates_thousands) else {
            break;
        };
        if digits_len(group) != 3 {
            break;
        }
        end = text.len() - group.len() + 3;
    }
    let digits = text[..end].bytes().filter(u8::is_ascii_digit);
    // The largest total of a page has 21 digits; more than 30 are no total, and no overflow.
    if !(1..=30).contains(&digits.clone().count()) {
        return None;
    }
    let number = digits.fold(0, |number, digit| number * 10 + i128::from(digit - b'0'));
    Some((number, &text[end..]))
}

fn digits_len(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether a character can stand between the thousands of a number. A plain space
/// can't: it is what stands between two writes.
pub(crate) fn separates_thousands(char: char) -> bool {
    matches!(
        char,
        ',' | '\'' | '’' | '_' | '٬' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}'
    )
}

/// What a piece shows that has nothing in it but what texts of totals are made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fragment {
    /// Whether a text begins in it.
    pub(crate) opens: bool,
    /// Whether there is `total` or `=` in it.
    pub(crate) has_total: bool,
}

/// Whether a piece can be a part of the texts of totals: names in brackets, and what
/// `]`, `total`, `=` and numbers are made of, but no other words.
pub(crate) fn fragment(text: &str) -> Option<Fragment> {
    let mut found = Fragment {
        opens: false,
        has_total: false,
    };
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            't' if rest.starts_with("total") => {
                found.has_total = true;
                "total".len()
            }
            '[' => {
                found.opens = true;
                let name = rest[1..].split(['[', ']']).next().unwrap_or_default();
                let is_closed = rest[1 + name.len()..].starts_with(']');
                1 + if is_closed { name.len() } else { 0 }
            }
            '=' => {
                found.has_total = true;
                1
            }
            ']' | '-' | '0'..='9' | 't' | 'o' | 'a' | 'l' => 1,
            _ => return None,
        };
        rest = rest[taken..].trim_start();
    }
    (!text.trim().is_empty()).then_some(found)
}

/// Whether this is the last line of the main program. How many exclamation marks
/// it has tells one program of a course from the next.
fn is_done(text: &str) -> bool {
    let marks = text.trim().strip_prefix("Done");
    marks.is_some_and(|marks| marks.bytes().all(|byte| byte == b'!' || byte == b'.'))
}

/// The words of a range: where each ends, and whether it has anything in it that no
/// text has besides its name.
pub(crate) struct Words<'a> {
    text: &'a str,
    range: Range<usize>,
    end: usize,
    is_strange: bool,
}

impl<'a> Words<'a> {
    pub(crate) fn of(text: &'a str, range: Range<usize>) -> Self {
        let end = range.start;
        Self {
            text,
            range,
            end,
            is_strange: false,
        }
    }

    /// Whether the word at a place is strange; the places are asked for in their order.
    pub(crate) fn is_strange(&mut self, at: usize) -> bool {
        if at >= self.end {
            let rest = &self.text[at..self.range.end];
            let word = &rest[..rest.find(is_blank).unwrap_or(rest.len())];
            let is_of_texts =
                |char: char| "[]total=-0123456789".contains(char) || separates_thousands(char);
            self.is_strange = !word.chars().all(is_of_texts);
            self.end = at + word.len();
        }
        self.is_strange
    }
}

pub(crate) fn is_blank(char: char) -> bool {
    char.is_whitespace() && char != '\n'
}
