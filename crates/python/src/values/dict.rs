//! A dictionary: entries in the order of insertion, found by their hashes.

use super::Value;
use super::index::Index;

/// Up to so many entries are searched one by one.
const SMALL: usize = 8;

/// A key, its hash, and its value. The key of a removed entry is unbound.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub hash: u64,
    pub key: Value,
    pub value: Value,
}

/// Keys and values. What makes two keys equal, the caller knows.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    /// Only up to date if they are not few.
    index: Index,
    removed: usize,
    /// Counts the changes of its keys, so that iterators notice them.
    changes: u32,
}

impl Dict {
    /// How many keys it has.
    pub fn len(&self) -> usize {
        self.entries.len() - self.removed
    }

    /// Whether it has no key.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A number that is another one whenever keys have come or gone.
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// The place of a key.
    pub fn find(&self, hash: u64, mut is_key: impl FnMut(Value) -> bool) -> Option<usize> {
        if self.entries.len() <= SMALL {
            // A removed entry's key is none, whatever its hash is.
            return self.entries.iter().position(|entry| {
                entry.hash == hash && !entry.key.is_unbound() && is_key(entry.key)
            });
        }
        let found = self.index.find(hash, |entry| {
            let entry = &self.entries[entry as usize];
            entry.hash == hash && is_key(entry.key)
        });
        found.map(|entry| entry as usize)
    }

    /// The entry at a place, if it has not been removed.
    pub fn at(&self, place: usize) -> Option<&Entry> {
        let entry = self.entries.get(place)?;
        (!entry.key.is_unbound()).then_some(entry)
    }

    /// Sets the value at a place.
    pub fn set_at(&mut self, place: usize, value: Value) {
        self.entries[place].value = value;
    }

    /// Adds a key that is not there yet.
    pub fn insert(&mut self, hash: u64, key: Value, value: Value) {
        let count = self.entries.len();
        if count == SMALL || (count > SMALL && self.index.is_full()) {
            self.compact();
        }
        let place = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        if self.entries.len() > SMALL {
            self.index.insert(hash, place);
        }
        self.changes = self.changes.wrapping_add(1);
    }

    fn compact(&mut self) {
        if self.removed > 0 {
            self.entries.retain(|entry| !entry.key.is_unbound());
            self.removed = 0;
        }
        if self.entries.len() < SMALL {
            return;
        }
        let entries = self.entries.iter().enumerate();
        self.index
            .rebuild(entries.map(|(place, entry)| (place as u32, entry.hash)));
    }

    /// Takes the entry at a place out.
    pub fn remove_at(&mut self, place: usize) -> Value {
        let is_small = self.entries.len() <= SMALL;
        let entry = &mut self.entries[place];
        let value = entry.value;
        if !is_small {
            self.index.remove(entry.hash, place as u32);
        }
        entry.key = Value::Unbound;
        entry.value = Value::Unbound;
        self.removed += 1;
        self.changes = self.changes.wrapping_add(1);
        while self.entries.last().is_some_and(|e| e.key.is_unbound()) {
            self.entries.pop();
            self.removed -= 1;
        }
        value
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.index.clear();
        self.removed = 0;
        self.changes = self.changes.wrapping_add(1);
    }

    /// The first entry at or after a place, with its place.
    pub fn next_from(&self, place: usize) -> Option<(usize, &Entry)> {
        let rest = self.entries.get(place..)?;
        let offset = rest.iter().position(|entry| !entry.key.is_unbound())?;
        Some((place + offset, &rest[offset]))
    }

    /// The last entry before a place, with its place.
    pub fn last_before(&self, place: usize) -> Option<(usize, &Entry)> {
        let rest = &self.entries[..place.min(self.entries.len())];
        let place = rest.iter().rposition(|entry| !entry.key.is_unbound())?;
        Some((place, &rest[place]))
    }

    /// One more than the place of the last entry.
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    /// All entries in their order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + '_ {
        let entries = self.entries.iter();
        entries.filter(|entry| !entry.key.is_unbound())
    }

    /// How many bytes it takes besides itself.
    pub fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>() + self.index.bytes()
    }
}
