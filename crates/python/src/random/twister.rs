//! The Mersenne Twister, MT19937.

use std::rc::Rc;

const LENGTH: usize = 624;
const MIDDLE: usize = 397;

/// The generator's words, and which is next. They change only all together, so
/// copies share them until then.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Twister {
    words: Rc<[u32; LENGTH]>,
    next: usize,
}

impl Twister {
    /// The state that belongs to a key of any length but 0.
    pub fn from_key(key: &[u32]) -> Self {
        let mut words = Self::from_number(19_650_218);
        let mut at = 1;
        let mut previous = words[0];
        for turn in 0..LENGTH.max(key.len()) {
            let place = turn % key.len();
            let mixed = (previous ^ (previous >> 30)).wrapping_mul(1_664_525);
            words[at] = (words[at] ^ mixed)
                .wrapping_add(key[place])
                .wrapping_add(place as u32);
            previous = words[at];
            at = Self::after(at, &mut words);
        }
        for _ in 1..LENGTH {
            let previous = words[at - 1];
            let mixed = (previous ^ (previous >> 30)).wrapping_mul(1_566_083_941);
            words[at] = (words[at] ^ mixed).wrapping_sub(at as u32);
            at = Self::after(at, &mut words);
        }
        words[0] = 1 << 31;
        Self {
            words: Rc::new(words),
            next: LENGTH,
        }
    }

    /// The place after `at`; the first word takes the last one's value, and is passed.
    fn after(at: usize, words: &mut [u32; LENGTH]) -> usize {
        if at + 1 < LENGTH {
            return at + 1;
        }
        words[0] = words[LENGTH - 1];
        1
    }

    fn from_number(number: u32) -> [u32; LENGTH] {
        let mut words = [number; LENGTH];
        for at in 1..LENGTH {
            let previous = words[at - 1];
            let mixed = (previous ^ (previous >> 30)).wrapping_mul(1_812_433_253);
            words[at] = mixed.wrapping_add(at as u32);
        }
        words
    }

    /// The words and the next one's place.
    pub fn state(&self) -> ([u32; LENGTH], usize) {
        (*self.words, self.next)
    }

    /// From what [`Twister::state`] gives.
    pub fn from_state(words: [u32; LENGTH], next: usize) -> Self {
        Self {
            words: Rc::new(words),
            next: next.min(LENGTH),
        }
    }

    /// The next 32 bits.
    pub fn next(&mut self) -> u32 {
        if self.next >= LENGTH {
            Self::renew(Rc::make_mut(&mut self.words));
            self.next = 0;
        }
        let mut word = self.words[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    fn renew(words: &mut [u32; LENGTH]) {
        for at in 0..LENGTH {
            let joined = (words[at] & (1 << 31)) | (words[(at + 1) % LENGTH] & !(1 << 31));
            let twisted = if joined % 2 == 1 { 0x9908_b0df } else { 0 };
            words[at] = words[(at + MIDDLE) % LENGTH] ^ (joined >> 1) ^ twisted;
        }
    }
}
