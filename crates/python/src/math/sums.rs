//! Sums without rounding in between: `fsum`, `hypot`, `dist`.

use super::double::Double;
use crate::fault::Fault;
use crate::number::convert::scale;

/// `math.fsum`, one number after the other.
#[derive(Clone, Debug, Default)]
pub struct ExactSum {
    /// Floats that don't overlap, the smallest first: their sum is exact.
    parts: Vec<f64>,
    /// The sum of what is infinite or nan.
    special: f64,
    /// The sum of what is infinite: nan if there are both.
    infinities: f64,
}

impl ExactSum {
    /// Adds a number.
    ///
    /// # Errors
    /// `OverflowError` where the sum leaves the floats.
    pub fn add(&mut self, value: f64) -> Result<(), Fault> {
        if !value.is_finite() {
            self.special += value;
            if value.is_infinite() {
                self.infinities += value;
            }
            return Ok(());
        }
        let mut rest = value;
        let mut kept = 0;
        for index in 0..self.parts.len() {
            let sum = Double::sum(rest, self.parts[index]);
            if sum.low != 0.0 {
                self.parts[kept] = sum.low;
                kept += 1;
            }
            rest = sum.high;
        }
        self.parts.truncate(kept);
        if !rest.is_finite() {
            return Err(Fault::overflow("intermediate overflow in fsum"));
        }
        if rest != 0.0 {
            self.parts.push(rest);
        }
        Ok(())
    }

    /// The sum, rounded once.
    ///
    /// # Errors
    /// `ValueError` for infinities of both signs.
    pub fn finish(&self) -> Result<f64, Fault> {
        if self.infinities.is_nan() {
            return Err(Fault::value("-inf + inf in fsum"));
        }
        if self.special != 0.0 {
            return Ok(self.special);
        }
        let mut parts = self.parts.iter().rev().copied();
        let mut high = parts.next().unwrap_or(0.0);
        while let Some(part) = parts.next() {
            let sum = Double::sum(high, part);
            high = sum.high;
            if sum.low == 0.0 {
                continue;
            }
            // Half way between two floats, what is still smaller decides.
            let same_side = parts
                .next()
                .is_some_and(|next| (next < 0.0) == (sum.low < 0.0));
            let doubled = sum.low * 2.0;
            let moved = high + doubled;
            if same_side && moved - high == doubled {
                high = moved;
            }
            break;
        }
        Ok(high)
    }
}

/// `math.hypot(*values)`
pub fn hypot(values: &[f64]) -> f64 {
    let greatest = values
        .iter()
        .fold(0.0_f64, |greatest, value| greatest.max(value.abs()));
    if greatest.is_infinite() {
        return f64::INFINITY;
    }
    if values.iter().any(|value| value.is_nan()) {
        return f64::NAN;
    }
    if greatest == 0.0 {
        return 0.0;
    }
    // Times a power of two, so that no square leaves the floats.
    let (_, twos) = libm::frexp(greatest);
    let squares = values.iter().map(|&value| {
        let value = scale(value, -twos);
        Double::product(value, value)
    });
    let sum = squares.fold(Double::from(0.0), |sum, square| sum + square);
    scale(sum.sqrt().round(), twos)
}

/// `math.dist(p, q)`
///
/// # Errors
/// `ValueError` for points of different dimensions.
pub fn dist(p: &[f64], q: &[f64]) -> Result<f64, Fault> {
    if p.len() != q.len() {
        let message = "both points must have the same number of dimensions";
        return Err(Fault::value(message));
    }
    let differences: Vec<f64> = p.iter().zip(q).map(|(p, q)| p - q).collect();
    Ok(hypot(&differences))
}
