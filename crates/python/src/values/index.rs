//! Finds the places of entries by their hashes: the common part of dictionaries
//! and namespaces, whose entries stand in a list in the order of insertion.

const EMPTY: u32 = u32::MAX;
const REMOVED: u32 = u32::MAX - 1;

/// Open addressing over the numbers of entries.
#[derive(Clone, Debug, Default)]
pub struct Index {
    slots: Vec<u32>,
    /// How many slots are not empty: taken or removed.
    used: usize,
}

fn spread(hash: u64) -> usize {
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20) as usize
}

impl Index {
    /// The first entry of this hash's chain for which `is_it` holds.
    pub fn find(&self, hash: u64, mut is_it: impl FnMut(u32) -> bool) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut at = spread(hash) & mask;
        loop {
            match self.slots[at] {
                EMPTY => return None,
                REMOVED => {}
                entry if is_it(entry) => return Some(entry),
                _ => {}
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether another entry needs a larger table first: see [`Index::rebuild`].
    pub fn is_full(&self) -> bool {
        (self.used + 1) * 3 > self.slots.len() * 2
    }

    /// Makes the table anew, for the entries with these hashes, with room for more.
    pub fn rebuild(&mut self, entries: impl Iterator<Item = (u32, u64)> + Clone) {
        let size = ((entries.clone().count() + 1) * 3)
            .next_power_of_two()
            .max(8);
        self.slots.clear();
        self.slots.resize(size, EMPTY);
        self.used = 0;
        for (entry, hash) in entries {
            self.insert(hash, entry);
        }
    }

    /// Enters an entry that is not there yet; the table must not be full.
    pub fn insert(&mut self, hash: u64, entry: u32) {
        let mask = self.slots.len() - 1;
        let mut at = spread(hash) & mask;
        while self.slots[at] != EMPTY {
            at = (at + 1) & mask;
        }
        self.slots[at] = entry;
        self.used += 1;
    }

    /// Takes an entry out.
    pub fn remove(&mut self, hash: u64, entry: u32) {
        let mask = self.slots.len() - 1;
        let mut at = spread(hash) & mask;
        while self.slots[at] != EMPTY {
            if self.slots[at] == entry {
                self.slots[at] = REMOVED;
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// Forgets all entries.
    pub fn clear(&mut self) {
        self.slots.clear();
        self.used = 0;
    }

    /// How many bytes the table takes.
    pub fn bytes(&self) -> usize {
        self.slots.len() * 4
    }
}
