//! Makes steps of a pattern.

use super::parse::{Result, parse};
use super::set::Set;
use super::{Assert, Eagerness, Mistake, Node, Repeat};

/// A pattern of more steps than this is refused: numbers of repetitions multiply.
const MOST_STEPS: usize = 50_000;

/// What the search does next.
#[derive(Clone, Debug)]
pub enum Step {
    /// One character that is as it should be.
    One(One),
    /// The same, as often as it should be: the rest follows.
    Run(One, Repeat),
    Assert(Assert),
    /// What a group has matched, once more.
    Again(usize, bool),
    /// Remembers the place in a slot.
    Save(usize),
    /// Goes on at the first place, and if that leads nowhere at the second.
    Split(usize, usize),
    Jump(usize),
    /// Leaves a loop whose last turn, begun at the place in a slot, matched nothing.
    LeaveIfEmpty(usize, usize),
    /// Begins a part that is matched by itself.
    Begin(Part),
    /// Ends it.
    End,
    /// Goes on elsewhere if a group has not matched.
    UnlessGroup(usize, usize),
    Match,
}

/// What one character should be.
#[derive(Clone, Debug)]
pub enum One {
    Char(char),
    Folded(char),
    Set(Set),
    Any,
    NotNewline,
}

/// A part that is matched by itself: what is inside is tried no more once it has matched.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Where it goes on.
    pub end: usize,
    /// Whether the place is afterwards what it was before.
    pub is_look: bool,
    pub is_negative: bool,
    /// How many characters it begins before the place.
    pub back: usize,
}

/// A pattern that is ready to be searched for.
#[derive(Debug)]
pub struct Regex {
    pub steps: Vec<Step>,
    pub groups: usize,
    /// The places that are remembered: two for each group, the whole included, then the
    /// last group that was closed, then the loops.
    pub slots: usize,
    pub names: Vec<(String, usize)>,
    pub flags: u32,
}

impl Regex {
    /// Makes a pattern ready.
    ///
    /// # Errors
    /// A [`Mistake`], in CPython's words.
    pub fn new(pattern: &str, flags: u32) -> Result<Regex> {
        let parsed = parse(pattern, flags)?;
        let mut compiler = Compiler {
            steps: Vec::new(),
            slots: 2 * (parsed.groups + 1) + 1,
        };
        compiler.node(&parsed.node)?;
        compiler.add(Step::Match)?;
        Ok(Regex {
            steps: compiler.steps,
            groups: parsed.groups,
            slots: compiler.slots,
            names: parsed.names,
            flags: parsed.flags,
        })
    }
}

struct Compiler {
    steps: Vec<Step>,
    slots: usize,
}

fn mistake(message: &str) -> Mistake {
    Mistake {
        message: message.to_string(),
        position: None,
    }
}

impl Compiler {
    fn add(&mut self, step: Step) -> Result<usize> {
        if self.steps.len() >= MOST_STEPS {
            return Err(mistake("the regular expression is too large"));
        }
        self.steps.push(step);
        Ok(self.steps.len() - 1)
    }

    fn node(&mut self, node: &Node) -> Result<()> {
        match node {
            Node::Empty => {}
            Node::Assert(place) => {
                self.add(Step::Assert(*place))?;
            }
            Node::Again(group, is_folded) => {
                self.add(Step::Again(*group, *is_folded))?;
            }
            Node::Group(number, inner) => {
                self.add(Step::Save(2 * number))?;
                self.node(inner)?;
                self.add(Step::Save(2 * number + 1))?;
            }
            Node::Sequence(all) => {
                for node in all {
                    self.node(node)?;
                }
            }
            Node::Choice(all) => self.choice(all)?,
            Node::Repeat(inner, repeat) => self.repeat(inner, *repeat)?,
            Node::Look {
                inner,
                is_ahead,
                is_negative,
            } => {
                let back = if *is_ahead {
                    0
                } else {
                    let fixed = width(inner).filter(|(min, max)| min == max);
                    fixed
                        .ok_or_else(|| mistake("look-behind requires fixed-width pattern"))?
                        .0
                };
                let part = Part {
                    end: 0,
                    is_look: true,
                    is_negative: *is_negative,
                    back,
                };
                self.part(inner, part)?;
            }
            Node::Atomic(inner) => self.atomic(inner)?,
            Node::IfGroup(group, yes, no) => {
                let first = self.add(Step::UnlessGroup(*group, 0))?;
                self.node(yes)?;
                let jump = self.add(Step::Jump(0))?;
                self.steps[first] = Step::UnlessGroup(*group, self.steps.len());
                self.node(no)?;
                self.steps[jump] = Step::Jump(self.steps.len());
            }
            one => {
                if let Some(one) = one_of(one) {
                    self.add(Step::One(one))?;
                }
            }
        }
        Ok(())
    }

    fn choice(&mut self, all: &[Node]) -> Result<()> {
        let mut jumps = Vec::new();
        for (number, node) in all.iter().enumerate() {
            if number + 1 == all.len() {
                self.node(node)?;
                break;
            }
            let split = self.add(Step::Split(0, 0))?;
            self.node(node)?;
            jumps.push(self.add(Step::Jump(0))?);
            self.steps[split] = Step::Split(split + 1, self.steps.len());
        }
        let end = self.steps.len();
        for jump in jumps {
            self.steps[jump] = Step::Jump(end);
        }
        Ok(())
    }

    fn part(&mut self, inner: &Node, part: Part) -> Result<()> {
        let begin = self.add(Step::Begin(part))?;
        self.node(inner)?;
        self.add(Step::End)?;
        let end = self.steps.len();
        self.steps[begin] = Step::Begin(Part { end, ..part });
        Ok(())
    }

    fn atomic(&mut self, inner: &Node) -> Result<()> {
        let part = Part {
            end: 0,
            is_look: false,
            is_negative: false,
            back: 0,
        };
        self.part(inner, part)
    }

    fn repeat(&mut self, inner: &Node, repeat: Repeat) -> Result<()> {
        if let Some(one) = one_of(inner) {
            self.add(Step::Run(one, repeat))?;
            return Ok(());
        }
        if repeat.eagerness == Eagerness::Possessive {
            let greedy = Repeat {
                eagerness: Eagerness::Greedy,
                ..repeat
            };
            let node = Node::Repeat(Box::new(inner.clone()), greedy);
            return self.atomic(&node);
        }
        for _ in 0..repeat.min {
            self.node(inner)?;
            self.add(Step::Jump(self.steps.len() + 1))?;
        }
        let is_lazy = repeat.eagerness == Eagerness::Lazy;
        let split = |first: usize, second: usize| {
            if is_lazy {
                Step::Split(second, first)
            } else {
                Step::Split(first, second)
            }
        };
        let Some(max) = repeat.max else {
            let slot = self.slots;
            self.slots += 1;
            let start = self.add(Step::Split(0, 0))?;
            self.add(Step::Save(slot))?;
            self.node(inner)?;
            let check = self.add(Step::LeaveIfEmpty(slot, 0))?;
            self.add(Step::Jump(start))?;
            let end = self.steps.len();
            self.steps[start] = split(start + 1, end);
            self.steps[check] = Step::LeaveIfEmpty(slot, end);
            return Ok(());
        };
        let mut splits = Vec::new();
        for _ in repeat.min..max {
            splits.push(self.add(Step::Split(0, 0))?);
            self.node(inner)?;
        }
        let end = self.steps.len();
        for place in splits {
            self.steps[place] = split(place + 1, end);
        }
        Ok(())
    }
}

fn one_of(node: &Node) -> Option<One> {
    Some(match node {
        Node::Char(c) => One::Char(*c),
        Node::Folded(c) => One::Folded(*c),
        Node::Set(set) => One::Set(set.clone()),
        Node::Any => One::Any,
        Node::NotNewline => One::NotNewline,
        _ => return None,
    })
}

/// The least and the greatest number of characters that something matches.
fn width(node: &Node) -> Option<(usize, usize)> {
    Some(match node {
        Node::Empty | Node::Assert(_) | Node::Look { .. } => (0, 0),
        Node::Again(..) => return None,
        Node::Group(_, inner) | Node::Atomic(inner) => return width(inner),
        Node::Sequence(all) => all.iter().try_fold((0, 0), |sum: (usize, usize), node| {
            let (min, max) = width(node)?;
            Some((sum.0.checked_add(min)?, sum.1.checked_add(max)?))
        })?,
        Node::Choice(all) => {
            let widths: Option<Vec<_>> = all.iter().map(width).collect();
            let widths = widths?;
            let min = widths.iter().map(|width| width.0).min()?;
            (min, widths.iter().map(|width| width.1).max()?)
        }
        Node::Repeat(inner, repeat) => {
            let (min, max) = width(inner)?;
            let most = repeat.max? as usize;
            (
                min.checked_mul(repeat.min as usize)?,
                max.checked_mul(most)?,
            )
        }
        Node::IfGroup(_, yes, no) => {
            let (yes, no) = (width(yes)?, width(no)?);
            (yes.0.min(no.0), yes.1.max(no.1))
        }
        Node::Char(_) | Node::Folded(_) | Node::Set(_) | Node::Any | Node::NotNewline => (1, 1),
    })
}
