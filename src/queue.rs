//! The one priority queue: smallest key first, and among equal keys first come, first served.

use std::mem;

/// What waits in a [`Queue`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) key: u64,
    pub(crate) value: u32,
}

/// A radix heap (Ahuja, Mehlhorn, Orlin and Tarjan 1990), which suits time: keys grow,
/// so an entry moves down a few buckets and is never compared with others.
///
/// Bucket 0 holds those with the smallest key, and bucket n those whose key differs
/// from it in bit n - 1 and in none above. All entries of a bucket are smaller than
/// those of the next, and equal ones are always in one bucket, in their order.
///
/// Both the clock and the threads' scheduler queue by it, because each kind of
/// queue that is compiled costs a kilobyte of what ships.
#[derive(Debug)]
pub(crate) struct Queue {
    smallest: u64,
    buckets: Box<[Vec<Entry>; 65]>,
    /// How many of bucket 0 have been taken.
    taken: usize,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            smallest: 0,
            buckets: Box::new([const { Vec::new() }; 65]),
            taken: 0,
        }
    }
}

impl Queue {
    pub(crate) fn push(&mut self, entry: Entry) {
        if self.peek().is_none() {
            self.smallest = entry.key;
        }
        if entry.key < self.smallest {
            // Rare: time doesn't run backwards. All that is below the bit in which
            // the two keys differ comes into its bucket, which is empty, as it would
            // hold smaller ones.
            let place = self.place(entry.key);
            self.smallest = entry.key;
            for lower in 0..place {
                self.distribute(lower);
            }
        }
        self.put(entry);
    }

    /// Makes room for so many more entries with the smallest key.
    pub(crate) fn reserve(&mut self, entries: usize) {
        self.buckets[0].reserve(entries);
    }

    pub(crate) fn peek(&self) -> Option<&Entry> {
        self.buckets[0].get(self.taken)
    }

    pub(crate) fn pop(&mut self) -> Option<Entry> {
        let entry = *self.peek()?;
        self.taken += 1;
        if self.taken == self.buckets[0].len() {
            self.distribute(0);
            if let Some(next) = self.buckets.iter().position(|bucket| !bucket.is_empty()) {
                let keys = self.buckets[next].iter().map(|entry| entry.key);
                self.smallest = keys.min().unwrap_or(0);
                self.distribute(next);
            }
        }
        Some(entry)
    }

    /// All entries, the order aside.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.buckets.iter().flatten().skip(self.taken)
    }

    /// Empties a bucket into those where its entries belong now.
    fn distribute(&mut self, bucket: usize) {
        let mut entries = mem::take(&mut self.buckets[bucket]);
        let taken = if bucket == 0 {
            mem::take(&mut self.taken)
        } else {
            0
        };
        for entry in entries.drain(..).skip(taken) {
            self.put(entry);
        }
        // Its room is used again.
        self.buckets[bucket] = entries;
    }

    fn put(&mut self, entry: Entry) {
        self.buckets[self.place(entry.key)].push(entry);
    }

    /// The bucket of a key.
    fn place(&self, key: u64) -> usize {
        (u64::BITS - (key ^ self.smallest).leading_zeros()) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pushes and pops in turn, with keys below `range` after what `from` says of the
    /// last key that was taken; the result is that of the plainest queue.
    fn check(range: u64, from: fn(u64) -> u64) {
        let (mut queue, mut plain) = (Queue::default(), Vec::new());
        let (mut random, mut last) = (range, 0);
        let mut below = |bound: u64| {
            random = random.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            (random >> 33) % bound
        };
        for number in 0..4_000 {
            if below(4_000) > number / 2 {
                let key = from(last) + below(range);
                let entry = Entry {
                    key,
                    value: number as u32,
                };
                queue.push(entry);
                plain.push((key, entry.value));
            }
            if below(3) > 0 {
                let expected = plain.iter().min().copied();
                plain.retain(|&entry| Some(entry) != expected);
                let entry = queue.pop().map(|entry| (entry.key, entry.value));
                assert_eq!(entry, expected);
                last = entry.map_or(last, |(key, _)| key);
            }
            assert_eq!(queue.iter().count(), plain.len());
        }
    }

    #[test]
    fn the_smallest_is_first_and_equal_ones_keep_their_order() {
        check(1, |last| last);
        check(20, |last| last);
        check(1 << 30, |last| last + 1);
    }

    #[test]
    fn keys_may_be_smaller_than_what_has_been_taken() {
        check(20, |_| 0);
        check(1 << 30, |last| last / 2);
    }
}
