//! First in, first out, but for the choices.

use std::collections::VecDeque;
use std::rc::Rc;

use super::Why;
#[cfg(feature = "choices")]
use super::random::Random;
use crate::ids::TaskId;

/// See [`super::Schedule::InTurn`], [`super::Schedule::Chosen`] and `Uneven`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Turns {
    ready: VecDeque<TaskId>,
    choices: Rc<Vec<usize>>,
    /// How many of the choices have been made.
    made: usize,
    #[cfg(feature = "choices")]
    chance: Option<Chance>,
}

/// One time in so many, chance says who goes next.
#[cfg(feature = "choices")]
#[derive(Debug, Clone)]
struct Chance {
    random: Random,
    odds: u32,
    /// Whether the one who became ready last is next.
    last_first: bool,
}

impl Turns {
    pub fn chosen(choices: Rc<Vec<usize>>) -> Self {
        Self {
            choices,
            ..Self::default()
        }
    }

    #[cfg(feature = "choices")]
    pub fn uneven(seed: u32) -> Self {
        let mut random = Random::new(seed.into());
        let odds = 2 << random.below(4);
        Self {
            chance: Some(Chance {
                random,
                odds,
                last_first: false,
            }),
            ..Self::default()
        }
    }

    /// Who became ready last goes next, if chance has a say.
    #[cfg(feature = "choices")]
    pub fn prefer_last(&mut self) {
        if let Some(chance) = &mut self.chance {
            chance.last_first = true;
        }
    }

    pub fn push(&mut self, task: TaskId, why: Why) {
        match why {
            Why::GaveWay => self.ready.push_front(task),
            Why::Started | Why::Woke | Why::Joined(_) | Why::TimeIsUp => self.ready.push_back(task),
        }
    }

    pub fn pop(&mut self) -> Option<TaskId> {
        let last = self.ready.len().saturating_sub(1);
        if last > 0
            && let Some(&choice) = self.choices.get(self.made)
        {
            self.made += 1;
            return self.ready.remove(choice.min(last));
        }
        #[cfg(feature = "choices")]
        if last > 0
            && let Some(chance) = &mut self.chance
        {
            if std::mem::take(&mut chance.last_first) {
                return self.ready.pop_back();
            }
            if chance.random.below(chance.odds) == 0 {
                let place = chance.random.below(self.ready.len() as u32);
                return self.ready.remove(place as usize);
            }
        }
        self.ready.pop_front()
    }

    #[cfg(feature = "choices")]
    pub fn take(&mut self, task: TaskId) {
        self.ready.retain(|&other| other != task);
    }

    pub fn is_empty(&self) -> bool {
        self.ready.is_empty()
    }

    pub fn ready(&self) -> Vec<TaskId> {
        self.ready.iter().copied().collect()
    }
}
