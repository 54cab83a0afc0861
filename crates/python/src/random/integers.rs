//! Whole numbers: `getrandbits`, `randrange`, `randint`.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::Random;
use crate::fault::Fault;
use crate::number::int::MAX_BITS;

impl Random {
    /// `random.getrandbits(count)`
    ///
    /// # Errors
    /// `ValueError` for a negative count, `MemoryError` for a great one.
    pub fn bits(&mut self, count: i64) -> Result<BigInt, Fault> {
        if count < 0 {
            return Err(Fault::value("number of bits must be non-negative"));
        }
        let count = count as u64;
        if count > MAX_BITS {
            return Err(Fault::memory());
        }
        Ok(BigInt::from_biguint(Sign::Plus, self.big_bits(count)))
    }

    fn big_bits(&mut self, count: u64) -> BigUint {
        let whole = (count / 32) as usize;
        let mut words: Vec<u32> = (0..whole).map(|_| self.twister.next()).collect();
        let rest = (count % 32) as u32;
        if rest > 0 {
            words.push(self.twister.next() >> (32 - rest));
        }
        BigUint::new(words)
    }

    /// Up to 64 bits.
    fn small_bits(&mut self, count: u32) -> u64 {
        let low = u64::from(self.twister.next());
        match count {
            0..=32 => low >> (32 - count),
            _ => low | (u64::from(self.twister.next()) >> (64 - count)) << 32,
        }
    }

    /// A number from 0 to `n - 1`, for `n > 0`.
    pub fn below(&mut self, n: u64) -> u64 {
        let count = 64 - n.max(1).leading_zeros();
        loop {
            let number = self.small_bits(count);
            if number < n.max(1) {
                return number;
            }
        }
    }

    fn below_big(&mut self, n: &BigInt) -> BigInt {
        if let Some(small) = n.to_u64() {
            return self.below(small).into();
        }
        loop {
            let number = self.big_bits(n.bits());
            if number < *n.magnitude() {
                return number.into();
            }
        }
    }

    /// `random.randrange(stop)`
    ///
    /// # Errors
    /// `ValueError` for an empty range.
    pub fn randrange_to(&mut self, stop: &BigInt) -> Result<BigInt, Fault> {
        if !stop.is_positive() {
            return Err(Fault::value("empty range for randrange()"));
        }
        Ok(self.below_big(stop))
    }

    /// `random.randrange(start, stop, step)`
    ///
    /// # Errors
    /// `ValueError` for an empty range or a step of 0.
    pub fn randrange(
        &mut self,
        start: &BigInt,
        stop: &BigInt,
        step: &BigInt,
    ) -> Result<BigInt, Fault> {
        let width = stop - start;
        if step.is_zero() {
            return Err(Fault::value("zero step for randrange()"));
        }
        if step.is_one() {
            if !width.is_positive() {
                let message = format!("empty range for randrange() ({start}, {stop}, {width})");
                return Err(Fault::value(message));
            }
            return Ok(start + self.below_big(&width));
        }
        let count = (width + step - step.signum()).div_floor(step);
        if !count.is_positive() {
            return Err(Fault::value("empty range for randrange()"));
        }
        Ok(start + step * self.below_big(&count))
    }

    /// `random.randint(a, b)`: both ends are in it.
    ///
    /// # Errors
    /// `ValueError` for an empty range.
    pub fn randint(&mut self, a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
        self.randrange(a, &(b + 1_u32), &BigInt::one())
    }

    /// `random.randbytes(count)`
    ///
    /// # Errors
    /// As [`Random::bits`].
    pub fn bytes(&mut self, count: i64) -> Result<Vec<u8>, Fault> {
        let bits = self.bits(count.saturating_mul(8))?;
        let mut data = bits.magnitude().to_bytes_le();
        data.resize(count as usize, 0);
        Ok(data)
    }
}
