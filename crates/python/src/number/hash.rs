//! `hash()` of numbers and texts: equal numbers of any type have equal hashes.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// Hashes of numbers are taken modulo this prime, 2 ** 61 - 1.
const MODULUS: u64 = (1 << BITS) - 1;
const BITS: u32 = 61;

/// `hash(n)` of a small int.
pub fn small(n: i64) -> i64 {
    signed(n.unsigned_abs() % MODULUS, n < 0)
}

/// `hash(n)`.
pub fn int(n: &BigInt) -> i64 {
    let rest = (n.magnitude() % MODULUS).to_u64().unwrap_or_default();
    signed(rest, n.sign() == Sign::Minus)
}

/// `hash(x)`; of nan, whose hash is that of the object, it is 0.
pub fn float(x: f64) -> i64 {
    if x.is_nan() {
        return 0;
    }
    if x.is_infinite() {
        return if x > 0.0 { 314_159 } else { -314_159 };
    }
    let (mantissa, exponent) = super::convert::parts(x);
    // 2 ** 61 is 1 modulo the prime, so a power of two is a rotation of 61 bits.
    let turn = exponent.rem_euclid(BITS as i32) as u32;
    let turned = (mantissa << turn & MODULUS) | (mantissa >> (BITS - turn));
    signed(turned % MODULUS, x < 0.0)
}

/// `hash(items)` of a tuple, from the hashes of its items.
pub fn tuple(items: &[i64]) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mut sum = PRIME_5;
    for &item in items {
        sum = sum.wrapping_add((item as u64).wrapping_mul(PRIME_2));
        sum = sum.rotate_left(31).wrapping_mul(PRIME_1);
    }
    sum = sum.wrapping_add(items.len() as u64 ^ (PRIME_5 ^ 3_527_539));
    if sum == u64::MAX {
        1_546_275_796
    } else {
        sum as i64
    }
}

/// `hash(text)` as CPython gives it with `PYTHONHASHSEED=0`.
pub fn text(text: &str) -> i64 {
    let widest = text.chars().max().map_or(0, u32::from);
    let bytes: Vec<u8> = match widest {
        0..=0x7f => return bytes(text.as_bytes()),
        0x80..=0xff => text.chars().map(|c| u32::from(c) as u8).collect(),
        0x100..=0xffff => text
            .chars()
            .flat_map(|c| (u32::from(c) as u16).to_le_bytes())
            .collect(),
        _ => text
            .chars()
            .flat_map(|c| u32::from(c).to_le_bytes())
            .collect(),
    };
    self::bytes(&bytes)
}

/// `hash(data)` of bytes as CPython gives it with `PYTHONHASHSEED=0`: SipHash-1-3
/// with a key of zeros.
pub fn bytes(data: &[u8]) -> i64 {
    if data.is_empty() {
        return 0;
    }
    let mut state = Sip::new();
    let mut words = data.chunks_exact(8);
    for word in &mut words {
        state.take(u64::from_le_bytes(word.try_into().unwrap_or_default()));
    }
    let mut last = [0; 8];
    last[..words.remainder().len()].copy_from_slice(words.remainder());
    // The upper byte is the length's; a rest has at most seven bytes.
    last[7] = data.len() as u8;
    state.take(u64::from_le_bytes(last));
    match state.finish() as i64 {
        -1 => -2,
        hash => hash,
    }
}

/// Python keeps -1 for errors, so no hash is -1.
fn signed(rest: u64, negative: bool) -> i64 {
    match (rest as i64, negative) {
        (1, true) => -2,
        (rest, true) => -rest,
        (rest, false) => rest,
    }
}

/// The four words of SipHash.
struct Sip([u64; 4]);

impl Sip {
    /// The words that the algorithm starts from, for a key of zeros.
    fn new() -> Self {
        Self([
            0x736f_6d65_7073_6575,
            0x646f_7261_6e64_6f6d,
            0x6c79_6765_6e65_7261,
            0x7465_6462_7974_6573,
        ])
    }

    fn take(&mut self, word: u64) {
        self.0[3] ^= word;
        self.round();
        self.0[0] ^= word;
    }

    fn round(&mut self) {
        let [a, b, c, d] = &mut self.0;
        *a = a.wrapping_add(*b);
        *c = c.wrapping_add(*d);
        *b = b.rotate_left(13) ^ *a;
        *d = d.rotate_left(16) ^ *c;
        *a = a.rotate_left(32);
        *c = c.wrapping_add(*b);
        *a = a.wrapping_add(*d);
        *b = b.rotate_left(17) ^ *c;
        *d = d.rotate_left(21) ^ *a;
        *c = c.rotate_left(32);
    }

    fn finish(mut self) -> u64 {
        self.0[2] ^= 0xff;
        for _ in 0..3 {
            self.round();
        }
        self.0.into_iter().fold(0, |all, word| all ^ word)
    }
}
