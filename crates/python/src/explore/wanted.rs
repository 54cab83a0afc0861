//! An output that a search is asked for: which runs may still print it, and how far the others
//! go along with it.

use std::collections::BTreeSet;

/// So many ways to go on are told.
const MOST: usize = 8;

/// See the module. Line feeds at the end don't count: who copies a log loses them easily.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    text: String,
    /// So many of its bytes some run has printed that went on in another way, or ended.
    reached: usize,
    /// The numbers of the lines in which these runs went another way, and what stands there;
    /// nothing where one has ended.
    others: BTreeSet<(usize, String)>,
}

/// Whether a program can print an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub verdict: Verdict,
    /// The first line that no run has printed so, from 1, unless it can be printed.
    pub line: usize,
    /// What runs that go along so far print in the place of that line, as far as they have
    /// been followed; empty where one has ended.
    pub instead: Vec<String>,
}

/// See [`Check`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A schedule prints this, and no more: the outcome tells it.
    Possible,
    /// No schedule does, but some print more that begins so.
    Beginning,
    Impossible,
    /// None was found, but not all were gone through.
    Unknown,
}

impl Verdict {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Possible => "possible",
            Verdict::Beginning => "beginning",
            Verdict::Impossible => "impossible",
            Verdict::Unknown => "unknown",
        }
    }
}

impl Wanted {
    pub fn new(text: &str) -> Wanted {
        let text = text.replace("\r\n", "\n");
        Wanted {
            text: text.trim_end_matches('\n').to_string(),
            reached: 0,
            others: BTreeSet::new(),
        }
    }

    /// Whether a run that has printed this so far may come to print what is wanted.
    pub fn may_come(&mut self, output: &str) -> bool {
        let may = self.text.starts_with(output) || self.is(output);
        if !may {
            self.note(output);
        }
        may
    }

    /// Whether this, which a run has printed to its end, is what is wanted.
    pub fn ends(&mut self, output: &str) -> bool {
        let is = self.is(output);
        if !is {
            self.note(output);
        }
        is
    }

    fn is(&self, output: &str) -> bool {
        output.trim_end_matches('\n') == self.text
    }

    /// Takes down how another output goes along.
    fn note(&mut self, output: &str) {
        let both = self.text.chars().zip(output.chars());
        let same = both.take_while(|(wanted, printed)| wanted == printed);
        let reached: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
        if reached > self.reached {
            self.reached = reached;
            self.others.clear();
        }
        if reached < self.reached || self.others.len() == MOST {
            return;
        }
        // What comes after all that is wanted is another line, not the end of the last.
        let is_more = reached == self.text.len() && output[reached..].starts_with('\n');
        let from = if is_more { reached + 1 } else { reached };
        let begin = output[..from].rfind('\n').map_or(0, |at| at + 1);
        let line = output[..begin].matches('\n').count() + 1;
        let text = match &output[from..] {
            "" => "",
            _ => output[begin..].lines().next().unwrap_or_default(),
        };
        self.others.insert((line, text.to_string()));
    }

    /// What has come of it.
    pub fn check(&self, is_found: bool, is_complete: bool) -> Check {
        let verdict = if is_found {
            Verdict::Possible
        } else if !is_complete {
            Verdict::Unknown
        } else if self.reached == self.text.len() {
            Verdict::Beginning
        } else {
            Verdict::Impossible
        };
        let known = &self.text[..self.reached];
        let first = self.others.first().map(|&(line, _)| line);
        Check {
            verdict,
            line: first.unwrap_or_else(|| known.matches('\n').count() + 1),
            instead: self.others.iter().map(|(_, text)| text.clone()).collect(),
        }
    }
}
