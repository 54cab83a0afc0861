//! `random.Random`: CPython's own numbers for a seed.

mod choices;
mod distributions;
mod integers;
mod twister;

use num_bigint::BigInt;
use sha2::{Digest, Sha512};

use crate::number::hash;
use twister::Twister;

/// A generator of random numbers. Its state is a value: copies go on alike, and
/// copying is cheap.
#[derive(Clone, Debug, PartialEq)]
pub struct Random {
    twister: Twister,
    /// `gauss` makes two numbers at a time and keeps one.
    gauss_next: Option<f64>,
}

impl std::hash::Hash for Random {
    fn hash<H: std::hash::Hasher>(&self, hasher: &mut H) {
        self.twister.hash(hasher);
        self.gauss_next.map(f64::to_bits).hash(hasher);
    }
}

impl Random {
    /// `random.seed(n)`: the sign makes no difference.
    pub fn from_int(n: &BigInt) -> Self {
        let key = n.magnitude().to_u32_digits();
        let twister = Twister::from_key(if key.is_empty() { &[0] } else { &key });
        Self {
            twister,
            gauss_next: None,
        }
    }

    /// `random.seed(x)`
    pub fn from_float(x: f64) -> Self {
        Self::from_int(&BigInt::from(hash::float(x) as u64))
    }

    /// `random.seed(text)`
    pub fn from_text(text: &str) -> Self {
        Self::from_bytes(text.as_bytes())
    }

    /// `random.seed(data)`
    pub fn from_bytes(data: &[u8]) -> Self {
        let all = [data, Sha512::digest(data).as_slice()].concat();
        Self::from_int(&BigInt::from_bytes_be(num_bigint::Sign::Plus, &all))
    }

    /// `random.getstate()`: the words, the place in them, and the number that `gauss`
    /// has kept. In Python it is `(3, (*words, place), kept)`.
    pub fn state(&self) -> ([u32; 624], usize, Option<f64>) {
        let (words, place) = self.twister.state();
        (words, place, self.gauss_next)
    }

    /// `random.setstate(...)` with what [`Random::state`] gives.
    pub fn from_state(words: [u32; 624], place: usize, gauss_next: Option<f64>) -> Self {
        Self {
            twister: Twister::from_state(words, place),
            gauss_next,
        }
    }

    /// `random.random()`
    pub fn random(&mut self) -> f64 {
        let high = f64::from(self.twister.next() >> 5);
        let low = f64::from(self.twister.next() >> 6);
        (high * f64::from(1 << 26) + low) / (1_u64 << 53) as f64
    }
}
