//! Floats that are distributed in other ways than evenly.

use std::f64::consts::{E, PI};

use super::Random;
use crate::fault::Fault;
use crate::math::angles::{acos, cos, sin};
use crate::math::elementary::{exp, ln};
use crate::number::float::{divide, modulo, pow};

const TURN: f64 = 2.0 * PI;

impl Random {
    /// `random.uniform(a, b)`
    pub fn uniform(&mut self, a: f64, b: f64) -> f64 {
        a + (b - a) * self.random()
    }

    /// `random.triangular(low, high, mode)`
    pub fn triangular(&mut self, low: f64, high: f64, mode: Option<f64>) -> f64 {
        let part = self.random();
        let mode = match mode {
            None => 0.5,
            Some(_) if high == low => return low,
            Some(mode) => (mode - low) / (high - low),
        };
        if part > mode {
            let (part, mode) = (1.0 - part, 1.0 - mode);
            return high + (low - high) * (part * mode).sqrt();
        }
        low + (high - low) * (part * mode).sqrt()
    }

    /// `random.normalvariate(mean, deviation)`
    pub fn normalvariate(&mut self, mean: f64, deviation: f64) -> f64 {
        let constant = 4.0 * exp(-0.5) / 2.0_f64.sqrt();
        loop {
            let first = self.random();
            let second = 1.0 - self.random();
            let z = constant * (first - 0.5) / second;
            if z * z / 4.0 <= -ln(second) {
                return mean + z * deviation;
            }
        }
    }

    /// `random.gauss(mean, deviation)`
    pub fn gauss(&mut self, mean: f64, deviation: f64) -> f64 {
        let z = self.gauss_next.take().unwrap_or_else(|| {
            let angle = self.random() * TURN;
            let radius = (-2.0 * ln(1.0 - self.random())).sqrt();
            self.gauss_next = Some(sin(angle) * radius);
            cos(angle) * radius
        });
        mean + z * deviation
    }

    /// `random.lognormvariate(mean, deviation)`
    ///
    /// # Errors
    /// `OverflowError`
    pub fn lognormvariate(&mut self, mean: f64, deviation: f64) -> Result<f64, Fault> {
        let exponent = self.normalvariate(mean, deviation);
        let value = exp(exponent);
        if value.is_infinite() && exponent.is_finite() {
            return Err(crate::math::functions::range_error());
        }
        Ok(value)
    }

    /// `random.expovariate(rate)`
    ///
    /// # Errors
    /// `ZeroDivisionError`
    pub fn expovariate(&mut self, rate: f64) -> Result<f64, Fault> {
        divide(-ln(1.0 - self.random()), rate)
    }

    /// `random.vonmisesvariate(mean, concentration)`
    ///
    /// # Errors
    /// None but those of arithmetic.
    pub fn vonmisesvariate(&mut self, mean: f64, concentration: f64) -> Result<f64, Fault> {
        if concentration <= 1e-6 {
            return Ok(TURN * self.random());
        }
        let s = 0.5 / concentration;
        let r = s + (1.0 + s * s).sqrt();
        // Only where the concentration is nan would no number ever be taken.
        if r.is_nan() {
            return Ok(f64::NAN);
        }
        let z = loop {
            let z = cos(PI * self.random());
            let d = z / (r + z);
            let limit = self.random();
            if limit < 1.0 - d * d || limit <= (1.0 - d) * exp(d) {
                break z;
            }
        };
        let q = 1.0 / r;
        let angle = acos((q + z) / (1.0 + q * z));
        let turned = if self.random() > 0.5 {
            mean + angle
        } else {
            mean - angle
        };
        modulo(turned, TURN)
    }

    /// `random.gammavariate(alpha, beta)`
    ///
    /// # Errors
    /// `ValueError` for what isn't positive.
    pub fn gammavariate(&mut self, alpha: f64, beta: f64) -> Result<f64, Fault> {
        if alpha <= 0.0 || beta <= 0.0 {
            return Err(Fault::value("gammavariate: alpha and beta must be > 0.0"));
        }
        if !alpha.is_finite() {
            return Ok(f64::NAN);
        }
        if alpha > 1.0 {
            return Ok(self.gamma_above_1(alpha) * beta);
        }
        if alpha == 1.0 {
            return Ok(-ln(1.0 - self.random()) * beta);
        }
        loop {
            let b = (E + alpha) / E;
            let p = b * self.random();
            let x = if p <= 1.0 {
                pow(p, 1.0 / alpha)?
            } else {
                -ln((b - p) / alpha)
            };
            let limit = self.random();
            let taken = if p > 1.0 {
                limit <= pow(x, alpha - 1.0)?
            } else {
                limit <= exp(-x)
            };
            if taken {
                return Ok(x * beta);
            }
        }
    }

    fn gamma_above_1(&mut self, alpha: f64) -> f64 {
        let root = (2.0 * alpha - 1.0).sqrt();
        let b = alpha - ln(4.0);
        let c = alpha + root;
        loop {
            let first = self.random();
            if !(first > 1e-7 && first < 0.999_999_9) {
                continue;
            }
            let second = 1.0 - self.random();
            let v = ln(first / (1.0 - first)) / root;
            let x = alpha * exp(v);
            let z = first * first * second;
            let r = b + c * v - x;
            if r + (1.0 + ln(4.5)) - 4.5 * z >= 0.0 || r >= ln(z) {
                return x;
            }
        }
    }

    /// `random.betavariate(alpha, beta)`
    ///
    /// # Errors
    /// `ValueError` for what isn't positive.
    pub fn betavariate(&mut self, alpha: f64, beta: f64) -> Result<f64, Fault> {
        let first = self.gammavariate(alpha, 1.0)?;
        if first == 0.0 {
            return Ok(0.0);
        }
        Ok(first / (first + self.gammavariate(beta, 1.0)?))
    }

    /// `random.paretovariate(alpha)`
    ///
    /// # Errors
    /// Those of division and power.
    pub fn paretovariate(&mut self, alpha: f64) -> Result<f64, Fault> {
        let base = 1.0 - self.random();
        pow(base, divide(-1.0, alpha)?)
    }

    /// `random.weibullvariate(alpha, beta)`
    ///
    /// # Errors
    /// Those of division and power.
    pub fn weibullvariate(&mut self, alpha: f64, beta: f64) -> Result<f64, Fault> {
        let base = 1.0 - self.random();
        Ok(alpha * pow(-ln(base), divide(1.0, beta)?)?)
    }
}
