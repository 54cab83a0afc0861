//! Which states lead to which. From where no end can be reached, a program goes on for ever.

use std::collections::HashSet;

use interleaved::ids::TaskId;

/// A state, and who has gone on from there, if anybody has.
pub type From = Option<(u32, Option<TaskId>)>;

/// See the module.
#[derive(Debug, Default)]
pub struct Graph {
    edges: Vec<(u32, u32)>,
    /// Those from which runs have gone to their ends.
    ends: HashSet<u32>,
    /// How each was first reached.
    from: Vec<From>,
}

impl Graph {
    /// A state is reached; new ones have the next number.
    pub fn arrive(&mut self, from: From, number: u32) {
        if number as usize == self.from.len() {
            self.from.push(from);
        }
        if let Some((before, _)) = from {
            self.edges.push((before, number));
        }
    }

    /// A run has come to its end.
    pub fn end(&mut self, from: From) {
        self.ends.extend(from.map(|(number, _)| number));
    }

    /// The first state from which no end can be reached.
    pub fn without_end(&self) -> Option<u32> {
        let mut before = vec![Vec::new(); self.from.len()];
        for &(from, to) in &self.edges {
            before[to as usize].push(from);
        }
        let mut reaches = vec![false; self.from.len()];
        let mut pending: Vec<u32> = self.ends.iter().copied().collect();
        while let Some(number) = pending.pop() {
            if !std::mem::replace(&mut reaches[number as usize], true) {
                pending.extend(&before[number as usize]);
            }
        }
        let first = reaches.iter().position(|reaches| !reaches)?;
        Some(first as u32)
    }

    /// Who goes on at each choice on the way to a state.
    pub fn way_to(&self, number: u32) -> Vec<Option<TaskId>> {
        let mut way = Vec::new();
        let mut at = number;
        while let Some((before, task)) = self.from[at as usize] {
            way.push(task);
            at = before;
        }
        way.reverse();
        way
    }

    /// The states on the way to one, itself first.
    pub fn states_to(&self, number: Option<u32>) -> impl Iterator<Item = u32> {
        let before = |&number: &u32| self.from[number as usize].map(|(before, _)| before);
        std::iter::successors(number, before)
    }
}
