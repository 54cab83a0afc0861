//! Goes through the steps of a pattern, and back where they lead nowhere.

use super::compile::{One, Part, Regex, Step};
use super::set::{Kind, folded};
use super::{Assert, Eagerness};

/// A text in which characters are found by their numbers.
#[derive(Debug)]
pub enum Input<'a> {
    Ascii(&'a [u8]),
    Wide(Vec<char>),
}

impl<'a> Input<'a> {
    /// A text to be searched.
    pub fn new(text: &'a str) -> Input<'a> {
        if text.is_ascii() {
            Input::Ascii(text.as_bytes())
        } else {
            Input::Wide(text.chars().collect())
        }
    }

    /// How many characters it has.
    pub fn len(&self) -> usize {
        match self {
            Input::Ascii(bytes) => bytes.len(),
            Input::Wide(chars) => chars.len(),
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn get(&self, at: usize) -> Option<char> {
        match self {
            Input::Ascii(bytes) => bytes.get(at).map(|&byte| byte.into()),
            Input::Wide(chars) => chars.get(at).copied(),
        }
    }
}

/// Where a match has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// Anywhere.
    Search,
    /// At the start.
    Match,
    /// From the start to the end.
    Full,
}

/// No place.
pub const NOWHERE: usize = usize::MAX;

/// A search has taken too many steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// What is to be done if what comes next leads nowhere.
enum Back {
    /// Goes on at a step and a place.
    Try(usize, usize),
    /// Gives a slot its value again.
    Restore(usize, usize),
    /// One character less of a run, down to a place; then the step after it.
    Less(usize, usize, usize),
    /// One character more of a run, as long as there are so many.
    More(usize, usize, u64),
    /// A part that is matched by itself has not matched.
    LeavePart,
}

/// A part under way, and where in the text it began.
struct Open {
    part: Part,
    at: usize,
    height: usize,
}

/// A search in a text.
pub struct Search<'a> {
    regex: &'a Regex,
    input: &'a Input<'a>,
    /// Beyond this is nothing.
    end: usize,
    slots: Vec<usize>,
    back: Vec<Back>,
    open: Vec<Open>,
    /// How many steps it may take.
    pub left: u64,
}

impl<'a> Search<'a> {
    /// A search that ends at a place, and takes so many steps at most.
    pub fn new(regex: &'a Regex, input: &'a Input<'a>, end: usize, left: u64) -> Self {
        Search {
            regex,
            input,
            end: end.min(input.len()),
            slots: Vec::new(),
            back: Vec::new(),
            open: Vec::new(),
            left,
        }
    }

    /// The next match from a place on: for each group where it begins and ends, and then
    /// the group that was closed last. With `not_empty` it is not one of nothing there.
    ///
    /// # Errors
    /// [`TooLong`]
    pub fn next(
        &mut self,
        start: usize,
        place: Where,
        not_empty: bool,
    ) -> Result<Option<Vec<usize>>, TooLong> {
        let last = if place == Where::Search {
            self.end
        } else {
            start
        };
        for at in start..=last {
            if at > self.end || !self.may_begin(at) {
                continue;
            }
            let refused = (not_empty && at == start).then_some(at);
            if self.run(at, place == Where::Full, refused)? {
                self.slots.truncate(2 * (self.regex.groups + 1) + 1);
                return Ok(Some(std::mem::take(&mut self.slots)));
            }
        }
        Ok(None)
    }

    /// A quick look whether a match may begin at a place.
    fn may_begin(&self, at: usize) -> bool {
        match &self.regex.steps[0] {
            Step::One(one) => self.get(at).is_some_and(|c| one.is(c)),
            Step::Run(one, repeat) if repeat.min > 0 => self.get(at).is_some_and(|c| one.is(c)),
            _ => true,
        }
    }

    fn get(&self, at: usize) -> Option<char> {
        if at < self.end {
            self.input.get(at)
        } else {
            None
        }
    }

    fn set(&mut self, slot: usize, value: usize) {
        self.back.push(Back::Restore(slot, self.slots[slot]));
        self.slots[slot] = value;
    }

    /// Whether there is a match at a place.
    fn run(
        &mut self,
        start: usize,
        is_full: bool,
        refused: Option<usize>,
    ) -> Result<bool, TooLong> {
        self.slots.clear();
        self.slots.resize(self.regex.slots, NOWHERE);
        self.back.clear();
        self.open.clear();
        let regex = self.regex;
        let last_group = 2 * (regex.groups + 1);
        let (mut step, mut at) = (0, start);
        loop {
            self.left = self.left.checked_sub(1).ok_or(TooLong)?;
            let goes_on = match &regex.steps[step] {
                Step::One(one) => {
                    let is = self.get(at).is_some_and(|c| one.is(c));
                    at += usize::from(is);
                    is
                }
                Step::Run(one, repeat) => {
                    let max = repeat.max.map_or(u64::MAX, u64::from);
                    let wanted = match repeat.eagerness {
                        Eagerness::Lazy => repeat.min.into(),
                        Eagerness::Greedy | Eagerness::Possessive => max,
                    };
                    let count = self.count(one, at, wanted)?;
                    let least = at.saturating_add(repeat.min as usize);
                    let is_enough = count >= u64::from(repeat.min);
                    at += count as usize;
                    if is_enough && repeat.eagerness == Eagerness::Greedy && at > least {
                        self.back.push(Back::Less(step, at, least));
                    } else if is_enough && repeat.eagerness == Eagerness::Lazy && count < max {
                        self.back.push(Back::More(step, at, max - count));
                    }
                    is_enough
                }
                Step::Assert(assert) => self.holds(*assert, at),
                Step::Again(group, is_folded) => {
                    let (from, to) = (self.slots[2 * group], self.slots[2 * group + 1]);
                    match self.again(from, to, at, *is_folded) {
                        Some(end) => {
                            at = end;
                            true
                        }
                        None => false,
                    }
                }
                Step::Save(slot) => {
                    self.set(*slot, at);
                    if *slot < last_group && slot % 2 == 1 {
                        self.set(last_group, slot / 2);
                    }
                    true
                }
                Step::Split(first, second) => {
                    self.back.push(Back::Try(*second, at));
                    step = *first;
                    continue;
                }
                Step::Jump(target) => {
                    step = *target;
                    continue;
                }
                Step::LeaveIfEmpty(slot, end) => {
                    if self.slots[*slot] == at {
                        step = *end;
                        continue;
                    }
                    true
                }
                Step::Begin(part) => {
                    self.open.push(Open {
                        part: *part,
                        at,
                        height: self.back.len(),
                    });
                    self.back.push(Back::LeavePart);
                    match at.checked_sub(part.back) {
                        Some(before) => {
                            at = before;
                            true
                        }
                        None => false,
                    }
                }
                Step::End => match self.open.pop() {
                    Some(open) if open.part.is_negative => {
                        // It has matched, and should not: as if it had not been tried.
                        self.undo(open.height);
                        false
                    }
                    Some(open) => {
                        self.keep(open.height);
                        if open.part.is_look {
                            at = open.at;
                        }
                        true
                    }
                    None => false,
                },
                Step::UnlessGroup(group, elsewhere) => {
                    if self.slots[2 * group + 1] == NOWHERE {
                        step = *elsewhere;
                        continue;
                    }
                    true
                }
                Step::Match => {
                    if !(is_full && at != self.end || refused == Some(at)) {
                        self.slots[0] = start;
                        self.slots[1] = at;
                        return Ok(true);
                    }
                    false
                }
            };
            if goes_on {
                step += 1;
                continue;
            }
            match self.go_back() {
                Some(next) => (step, at) = next,
                None => return Ok(false),
            }
        }
    }

    /// The step and the place at which another way begins.
    fn go_back(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.back.pop()? {
                Back::Try(step, at) => return Some((step, at)),
                Back::Restore(slot, value) => self.slots[slot] = value,
                Back::Less(step, at, least) => {
                    let at = at - 1;
                    if at > least {
                        self.back.push(Back::Less(step, at, least));
                    }
                    return Some((step + 1, at));
                }
                Back::More(step, at, more) => {
                    let Step::Run(one, _) = &self.regex.steps[step] else {
                        continue;
                    };
                    if !self.get(at).is_some_and(|c| one.is(c)) {
                        continue;
                    }
                    if more > 1 {
                        self.back.push(Back::More(step, at + 1, more - 1));
                    }
                    return Some((step + 1, at + 1));
                }
                Back::LeavePart => {
                    let open = self.open.pop()?;
                    if open.part.is_negative {
                        return Some((open.part.end, open.at));
                    }
                }
            }
        }
    }

    /// How many characters there are of a kind from a place on, up to so many.
    fn count(&mut self, one: &One, at: usize, most: u64) -> Result<u64, TooLong> {
        let mut count = 0;
        while count < most && self.get(at + count as usize).is_some_and(|c| one.is(c)) {
            count += 1;
        }
        // Going over a character is less than a step.
        self.left = self.left.checked_sub(count / 8).ok_or(TooLong)?;
        Ok(count)
    }

    /// Undoes all since a height.
    fn undo(&mut self, height: usize) {
        for back in self.back.drain(height..).rev() {
            if let Back::Restore(slot, value) = back {
                self.slots[slot] = value;
            }
        }
    }

    /// Tries no other way of what was done since a height, but can still undo it.
    fn keep(&mut self, height: usize) {
        let rest = self.back.split_off(height);
        let restores = rest.into_iter();
        self.back
            .extend(restores.filter(|back| matches!(back, Back::Restore(..))));
    }

    fn again(&self, from: usize, to: usize, at: usize, is_folded: bool) -> Option<usize> {
        if from == NOWHERE || to == NOWHERE {
            return None;
        }
        for offset in 0..to.saturating_sub(from) {
            let (a, b) = (self.input.get(from + offset)?, self.get(at + offset)?);
            if a != b && !(is_folded && folded(a) == folded(b)) {
                return None;
            }
        }
        Some(at + to.saturating_sub(from))
    }

    fn holds(&self, assert: Assert, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.get(at));
        let is_boundary = |is_ascii: bool| {
            let is_word = |c: Option<char>| c.is_some_and(|c| Kind::Word.has(c, is_ascii));
            is_word(before) != is_word(self.get(at))
        };
        match assert {
            Assert::TextStart => at == 0,
            Assert::TextEnd => at == self.end,
            Assert::LastLineEnd => {
                at == self.end || (at + 1 == self.end && self.get(at) == Some('\n'))
            }
            Assert::LineStart => at == 0 || before == Some('\n'),
            Assert::LineEnd => at == self.end || self.get(at) == Some('\n'),
            Assert::WordBoundary { is_ascii } => is_boundary(is_ascii),
            // CPython finds none in nothing.
            Assert::NotWordBoundary { is_ascii } => self.end > 0 && !is_boundary(is_ascii),
        }
    }
}

impl One {
    fn is(&self, c: char) -> bool {
        match self {
            One::Char(wanted) => c == *wanted,
            One::Folded(wanted) => c == *wanted || folded(c) == *wanted,
            One::Set(set) => set.has(c),
            One::Any => true,
            One::NotNewline => c != '\n',
        }
    }
}
