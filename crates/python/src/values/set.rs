//! A set, laid out as CPython lays it out, because the order in which a set is
//! gone through is that of its table.

use super::Value;

const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const SMALLEST: usize = 8;

#[derive(Clone, Copy, Debug)]
enum Slot {
    Empty,
    Removed,
    Taken(u64, Value),
}

/// Values, each only once. What makes two of them equal, the caller knows.
#[derive(Clone, Debug)]
pub struct Set {
    table: Vec<Slot>,
    /// Slots that are taken or removed.
    fill: usize,
    used: usize,
    /// Where [`Set::pop`] goes on to look.
    finger: usize,
    /// Counts the changes, so that iterators notice them.
    changes: u32,
}

impl Default for Set {
    fn default() -> Self {
        Set {
            table: vec![Slot::Empty; SMALLEST],
            fill: 0,
            used: 0,
            finger: 0,
            changes: 0,
        }
    }
}

impl Set {
    /// How many values it has.
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether it has no value.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// A number that is another one whenever values have come or gone.
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// Goes through the slots that a value with this hash may be in, until
    /// `stop` says where to stop.
    fn probe(&self, hash: u64, mut stop: impl FnMut(usize) -> bool) -> usize {
        let mask = self.table.len() - 1;
        let mut perturb = hash;
        let mut at = hash as usize & mask;
        loop {
            let run = if at + LINEAR_PROBES <= mask {
                LINEAR_PROBES
            } else {
                0
            };
            for place in at..=at + run {
                if stop(place) {
                    return place;
                }
            }
            perturb >>= PERTURB_SHIFT;
            at = (at.wrapping_mul(5).wrapping_add(1 + perturb as usize)) & mask;
        }
    }

    /// The place of a value.
    pub fn find(&self, hash: u64, mut is_it: impl FnMut(Value) -> bool) -> Option<usize> {
        let place = self.probe(hash, |place| match self.table[place] {
            Slot::Empty => true,
            Slot::Removed => false,
            Slot::Taken(other, value) => other == hash && is_it(value),
        });
        matches!(self.table[place], Slot::Taken(..)).then_some(place)
    }

    /// Adds a value that is not there yet.
    pub fn insert(&mut self, hash: u64, value: Value) {
        let place = self.probe(hash, |place| matches!(self.table[place], Slot::Empty));
        self.table[place] = Slot::Taken(hash, value);
        self.fill += 1;
        self.used += 1;
        self.changes = self.changes.wrapping_add(1);
        if self.fill * 5 >= (self.table.len() - 1) * 3 {
            let room = if self.used > 50_000 {
                self.used * 2
            } else {
                self.used * 4
            };
            self.resize(room);
        }
    }

    fn resize(&mut self, room: usize) {
        let mut size = SMALLEST;
        while size <= room {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.table, vec![Slot::Empty; size]);
        self.fill = self.used;
        for slot in old {
            if let Slot::Taken(hash, _) = slot {
                let place = self.probe(hash, |place| matches!(self.table[place], Slot::Empty));
                self.table[place] = slot;
            }
        }
    }

    /// Makes room for another set's values, as an update with it does.
    pub fn reserve_for(&mut self, others: usize) {
        if (self.fill + others) * 5 >= (self.table.len() - 1) * 3 {
            self.resize((self.used + others) * 2);
        }
    }

    /// Whether another table is as large, and nothing was removed from this one.
    pub fn is_like(&self, other: &Set) -> bool {
        self.table.len() == other.table.len() && self.fill == self.used
    }

    /// The value at a place.
    pub fn value_at(&self, place: usize) -> Option<Value> {
        match self.table.get(place) {
            Some(Slot::Taken(_, value)) => Some(*value),
            _ => None,
        }
    }

    /// Takes the value at a place out.
    pub fn remove_at(&mut self, place: usize) {
        self.table[place] = Slot::Removed;
        self.used -= 1;
        self.changes = self.changes.wrapping_add(1);
    }

    /// Takes any value out.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let mask = self.table.len() - 1;
        let mut at = self.finger & mask;
        loop {
            if let Slot::Taken(_, value) = self.table[at] {
                self.remove_at(at);
                self.finger = at + 1;
                return Some(value);
            }
            at = (at + 1) & mask;
        }
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        let changes = self.changes.wrapping_add(1);
        *self = Set {
            changes,
            ..Set::default()
        };
    }

    /// The first value at or after a place of the table, with its place.
    pub fn next_from(&self, place: usize) -> Option<(usize, Value)> {
        let rest = self.table.get(place..)?;
        rest.iter()
            .enumerate()
            .find_map(|(offset, slot)| match slot {
                Slot::Taken(_, value) => Some((place + offset, *value)),
                _ => None,
            })
    }

    /// All hashes and values in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (u64, Value)> + '_ {
        self.table.iter().filter_map(|slot| match slot {
            Slot::Taken(hash, value) => Some((*hash, *value)),
            _ => None,
        })
    }

    /// How many bytes it takes besides itself.
    pub fn bytes(&self) -> usize {
        self.table.len() * size_of::<Slot>()
    }
}
