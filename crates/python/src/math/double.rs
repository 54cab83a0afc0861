//! Numbers of twice a float's precision: the sum of two floats.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// `high + low`, where `low` is less than half a unit in `high`'s last place.
#[derive(Clone, Copy, Debug)]
pub struct Double {
    /// The nearest float.
    pub high: f64,
    /// What is missing from it.
    pub low: f64,
}

impl Double {
    /// From two floats of which the second is less than half a unit in the first's
    /// last place.
    pub const fn new(high: f64, low: f64) -> Self {
        Self { high, low }
    }

    /// A whole number times a constant in parts, whose products with it are exact.
    pub fn times(whole: f64, parts: &[f64]) -> Self {
        let product = |part: &f64| Self::from(whole * part);
        parts
            .iter()
            .rev()
            .fold(Self::from(0.0), |sum, part| product(part) + sum)
    }

    /// The series `c0 + c1 * x + c2 * x² + ...`: the first coefficients with all
    /// digits, those of the rest, which is small, as floats.
    pub fn series(self, first: &[Self], rest: &[f64]) -> Self {
        let x = self.high;
        let small = rest.iter().rev().fold(0.0, |sum, c| sum * x + c);
        first
            .iter()
            .rev()
            .fold(Self::from(small), |sum, &c| c + sum * self)
    }

    /// The exact sum of two floats.
    pub fn sum(a: f64, b: f64) -> Self {
        let high = a + b;
        let part = high - a;
        let low = (a - (high - part)) + (b - part);
        Self { high, low }
    }

    /// The exact sum of two floats of which the first is the greater.
    fn sum_of_sorted(a: f64, b: f64) -> Self {
        let high = a + b;
        Self {
            high,
            low: b - (high - a),
        }
    }

    /// The exact product of two floats.
    pub fn product(a: f64, b: f64) -> Self {
        let high = a * b;
        let ((a1, a2), (b1, b2)) = (halves(a), halves(b));
        let low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2;
        Self { high, low }
    }

    /// The square root.
    pub fn sqrt(self) -> Self {
        if self.high <= 0.0 {
            return Self::from(0.0);
        }
        let root = self.high.sqrt();
        let rest = self - Self::product(root, root);
        Self::sum_of_sorted(root, rest.high / (2.0 * root))
    }

    /// The nearest float.
    pub fn round(self) -> f64 {
        self.high + self.low
    }

    /// Times a power of two, which loses nothing.
    pub fn scale(self, power: f64) -> Self {
        Self {
            high: self.high * power,
            low: self.low * power,
        }
    }
}

/// A float as the sum of two with half as many digits, whose products are exact.
fn halves(a: f64) -> (f64, f64) {
    const SPLIT: f64 = ((1 << 27) + 1) as f64;
    let scaled = SPLIT * a;
    let high = scaled - (scaled - a);
    (high, a - high)
}

impl From<f64> for Double {
    fn from(value: f64) -> Self {
        Self {
            high: value,
            low: 0.0,
        }
    }
}

impl Add for Double {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let high = Self::sum(self.high, other.high);
        let low = Self::sum(self.low, other.low);
        let upper = Self::sum_of_sorted(high.high, high.low + low.high);
        Self::sum_of_sorted(upper.high, upper.low + low.low)
    }
}

impl Neg for Double {
    type Output = Self;

    fn neg(self) -> Self {
        Self {
            high: -self.high,
            low: -self.low,
        }
    }
}

impl Sub for Double {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Double {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let product = Self::product(self.high, other.high);
        let cross = self.high * other.low + self.low * other.high;
        Self::sum_of_sorted(product.high, product.low + cross)
    }
}

impl Div for Double {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let first = self.high / other.high;
        let rest = self - other * Self::from(first);
        let second = rest.high / other.high;
        let rest = rest - other * Self::from(second);
        let third = rest.high / other.high;
        Self::sum_of_sorted(first, second) + Self::from(third)
    }
}
