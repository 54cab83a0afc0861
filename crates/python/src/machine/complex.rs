//! Complex numbers.

use super::{Machine, Outcome};
use crate::code::operator::Binary;
use crate::values::{Object, Value};

impl Machine {
    /// A number as a complex one.
    pub fn to_complex(&mut self, value: Value) -> Outcome<Option<(f64, f64)>> {
        if let Some(Object::Complex(real, imaginary)) = self.get(value) {
            return Ok(Some((*real, *imaginary)));
        }
        Ok(self.to_float(value)?.map(|real| (real, 0.0)))
    }

    /// An operator on numbers of which one is complex.
    pub fn complexes(
        &mut self,
        operator: Binary,
        left: Value,
        right: Value,
    ) -> Outcome<Option<Value>> {
        let is_complex = |value| matches!(self.get(value), Some(Object::Complex(..)));
        if !is_complex(left) && !is_complex(right) {
            return Ok(None);
        }
        let (Some(a), Some(b)) = (self.to_complex(left)?, self.to_complex(right)?) else {
            return Ok(None);
        };
        let (real, imaginary) = match operator {
            Binary::Add => (a.0 + b.0, a.1 + b.1),
            Binary::Sub => (a.0 - b.0, a.1 - b.1),
            Binary::Mul => (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0),
            Binary::TrueDiv => {
                if b == (0.0, 0.0) {
                    let class = crate::types::ZERO_DIVISION_ERROR;
                    return Err(self.error(class, "complex division by zero"));
                }
                complex_quotient(a, b)
            }
            Binary::Pow => complex_power(a, b),
            _ => return Ok(None),
        };
        Ok(Some(self.object(Object::Complex(real, imaginary))))
    }
}

fn complex_quotient(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    if b.0.abs() >= b.1.abs() {
        let ratio = b.1 / b.0;
        let divisor = b.0 + b.1 * ratio;
        ((a.0 + a.1 * ratio) / divisor, (a.1 - a.0 * ratio) / divisor)
    } else {
        let ratio = b.0 / b.1;
        let divisor = b.0 * ratio + b.1;
        ((a.0 * ratio + a.1) / divisor, (a.1 * ratio - a.0) / divisor)
    }
}

/// `a ** b`
pub fn complex_power(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    if b == (0.0, 0.0) {
        return (1.0, 0.0);
    }
    if a == (0.0, 0.0) {
        return (0.0, 0.0);
    }
    let length = a.0.hypot(a.1);
    let mut new_length = length.powf(b.0);
    let angle = a.1.atan2(a.0);
    let mut new_angle = angle * b.0;
    if b.1 != 0.0 {
        new_length /= (angle * b.1).exp();
        new_angle += b.1 * length.ln();
    }
    (new_length * new_angle.cos(), new_length * new_angle.sin())
}
