//! Choosing among things, which are named by their indices.

use std::collections::HashSet;

use super::Random;
use crate::fault::{Class, Fault};
use crate::math::elementary::ln;

impl Random {
    /// `random.choice` of a sequence of this length.
    ///
    /// # Errors
    /// `IndexError` for an empty one.
    pub fn choice(&mut self, length: usize) -> Result<usize, Fault> {
        if length == 0 {
            return Err(Fault::new(
                Class::Index,
                "Cannot choose from an empty sequence",
            ));
        }
        Ok(self.below(length as u64) as usize)
    }

    /// `random.shuffle(items)`
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u64 + 1) as usize;
            items.swap(last, other);
        }
    }

    /// `random.sample` of `count` out of a sequence of this length.
    ///
    /// # Errors
    /// `ValueError` for a count that is negative or greater than the length.
    pub fn sample(&mut self, length: usize, count: i64) -> Result<Vec<usize>, Fault> {
        let count = match usize::try_from(count) {
            Ok(count) if count <= length => count,
            _ => return Err(Fault::value("Sample larger than population or is negative")),
        };
        if length <= pool_size(count) {
            let mut pool: Vec<usize> = (0..length).collect();
            let mut chosen = Vec::with_capacity(count);
            for left in (length - count + 1..=length).rev() {
                let place = self.below(left as u64) as usize;
                chosen.push(pool[place]);
                pool[place] = pool[left - 1];
            }
            return Ok(chosen);
        }
        let mut taken = HashSet::with_capacity(count);
        let mut chosen = Vec::with_capacity(count);
        while chosen.len() < count {
            let index = self.below(length as u64) as usize;
            if taken.insert(index) {
                chosen.push(index);
            }
        }
        Ok(chosen)
    }

    /// `random.sample(..., counts=counts)` of a sequence of this length.
    ///
    /// # Errors
    /// `ValueError` for counts that don't fit, or a sample that is too large.
    pub fn sample_counted(
        &mut self,
        length: usize,
        counts: &[i64],
        count: i64,
    ) -> Result<Vec<usize>, Fault> {
        let mut total: i64 = 0;
        let mut ends = Vec::with_capacity(counts.len());
        for &count in counts {
            total = total.saturating_add(count);
            ends.push(total);
        }
        if ends.len() != length {
            return Err(Fault::value(
                "The number of counts does not match the population",
            ));
        }
        if total <= 0 {
            return Err(Fault::value("Total of counts must be greater than zero"));
        }
        let chosen = self.sample(total as usize, count)?;
        let index_of = |place: usize| ends.partition_point(|&end| end <= place as i64);
        Ok(chosen.into_iter().map(index_of).collect())
    }

    /// `random.choices` of one out of a sequence of this length, which isn't empty;
    /// Python calls it for each of the `k`.
    pub fn pick(&mut self, length: usize) -> usize {
        let index = (self.random() * length as f64) as usize;
        index.min(length.saturating_sub(1))
    }

    /// `random.choices(..., cum_weights=cumulative, k=count)` of a sequence of this
    /// length. Weights become cumulative by adding them up.
    ///
    /// # Errors
    /// `ValueError` for weights that don't fit or don't add up to more than 0;
    /// `IndexError` where there are none.
    pub fn choices(
        &mut self,
        length: usize,
        cumulative: &[f64],
        count: usize,
    ) -> Result<Vec<usize>, Fault> {
        if cumulative.len() != length {
            return Err(Fault::value(
                "The number of weights does not match the population",
            ));
        }
        let Some(&total) = cumulative.last() else {
            return Err(Fault::new(Class::Index, "list index out of range"));
        };
        if total <= 0.0 {
            return Err(Fault::value("Total of weights must be greater than zero"));
        }
        if !total.is_finite() {
            return Err(Fault::value("Total of weights must be finite"));
        }
        crate::text::check_length(count.saturating_mul(8))?;
        let before_last = &cumulative[..length - 1];
        let picks = (0..count).map(|_| {
            let place = self.random() * total;
            before_last.partition_point(|&end| end <= place)
        });
        Ok(picks.collect())
    }
}

/// Up to this length, a copy of the sequence takes less room than a set of what was
/// chosen. It decides which numbers are drawn, so it is CPython's own rule.
fn pool_size(count: usize) -> usize {
    if count <= 5 {
        return 21;
    }
    let power = (ln(count as f64 * 3.0) / ln(4.0)).ceil() as u32;
    21_usize.saturating_add(4_usize.saturating_pow(power))
}
