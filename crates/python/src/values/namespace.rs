//! Names and their values: of a module, a class, an instance.

use super::Value;
use super::index::Index;
use crate::names::Name;

/// Up to so many names are searched one by one.
const SMALL: usize = 8;

/// Names and their values, in the order in which they were first set.
#[derive(Clone, Debug, Default)]
pub struct Namespace {
    entries: Vec<(Name, Value)>,
    index: Index,
    removed: u32,
}

impl Namespace {
    /// An empty one, with room for so many names.
    pub fn with_room(count: usize) -> Namespace {
        Namespace {
            entries: Vec::with_capacity(count),
            ..Namespace::default()
        }
    }

    /// Where a name's entry is, if it has ever had a value.
    fn place(&self, name: Name) -> Option<usize> {
        if self.entries.len() <= SMALL {
            return self.entries.iter().position(|entry| entry.0 == name);
        }
        let found = self.index.find(u64::from(name.0), |entry| {
            self.entries[entry as usize].0 == name
        });
        found.map(|entry| entry as usize)
    }

    /// The value of a name.
    pub fn get(&self, name: Name) -> Option<Value> {
        let value = self.entries[self.place(name)?].1;
        (!value.is_unbound()).then_some(value)
    }

    /// The value of a name, first looked for where it was found the last time.
    pub fn get_at(&self, name: Name, hint: usize) -> Option<Value> {
        match self.entries.get(hint) {
            Some(&(other, value)) if other == name && !value.is_unbound() => Some(value),
            _ => None,
        }
    }

    /// The value of a name and its place, as a hint for the next time.
    pub fn locate(&self, name: Name) -> Option<(usize, Value)> {
        let place = self.place(name)?;
        let value = self.entries[place].1;
        (!value.is_unbound()).then_some((place, value))
    }

    /// Sets a name whose place may be known; returns whether that was so.
    pub fn set_at(&mut self, name: Name, hint: usize, value: Value) -> bool {
        match self.entries.get_mut(hint) {
            Some(entry) if entry.0 == name && !entry.1.is_unbound() => {
                entry.1 = value;
                true
            }
            _ => false,
        }
    }

    /// Sets a name, and returns its place.
    pub fn set(&mut self, name: Name, value: Value) -> usize {
        if let Some(place) = self.place(name) {
            if !self.entries[place].1.is_unbound() {
                self.entries[place].1 = value;
                return place;
            }
            // A name that comes back is the newest.
            self.entries.remove(place);
            self.removed -= 1;
            self.rebuild();
        }
        let place = self.entries.len();
        self.entries.push((name, value));
        if place == SMALL || (place > SMALL && self.index.is_full()) {
            self.rebuild();
        } else if place > SMALL {
            self.index.insert(u64::from(name.0), place as u32);
        }
        place
    }

    fn rebuild(&mut self) {
        if self.entries.len() > SMALL {
            let entries = self.entries.iter().enumerate();
            self.index
                .rebuild(entries.map(|(place, entry)| (place as u32, u64::from(entry.0.0))));
        }
    }

    /// Takes a name out, and returns its value.
    pub fn remove(&mut self, name: Name) -> Option<Value> {
        let place = self.place(name)?;
        let value = std::mem::replace(&mut self.entries[place].1, Value::Unbound);
        if value.is_unbound() {
            return None;
        }
        self.removed += 1;
        Some(value)
    }

    /// All names that have a value.
    pub fn iter(&self) -> impl Iterator<Item = (Name, Value)> + '_ {
        let entries = self.entries.iter().copied();
        entries.filter(|entry| !entry.1.is_unbound())
    }

    /// How many names have a value.
    pub fn len(&self) -> usize {
        self.entries.len() - self.removed as usize
    }

    /// Whether no name has a value.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many bytes it takes besides itself.
    pub fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<(Name, Value)>() + self.index.bytes()
    }
}
