//! The gamma function and its logarithm, by the approximation of Lanczos that CPython
//! uses too.

use super::angles::{cos, sin};
use super::elementary::{exp, ln, power};
use super::functions::{domain_error, range_error};
use crate::fault::Fault;

/// What the approximation adds to its argument.
const G: f64 = 6.024_680_040_776_73;

/// Its numerator's coefficients, the highest power first.
const TOP: [f64; 13] = [
    2.506_628_274_631_000_2,
    210.824_277_751_579_36,
    8_071.672_002_365_816,
    186_056.265_395_223_48,
    2_876_370.628_935_372_5,
    31_426_415.585_400_194,
    248_874_557.862_054_17,
    1_439_720_407.311_721_6,
    6_039_542_586.352_028,
    17_921_034_426.037_21,
    35_711_959_237.355_67,
    42_919_803_642.649_1,
    23_531_376_880.410_76,
];

/// Its denominator's, which are whole.
const BOTTOM: [f64; 13] = [
    1.0,
    66.0,
    1_925.0,
    32_670.0,
    357_423.0,
    2_637_558.0,
    13_339_535.0,
    45_995_730.0,
    105_258_076.0,
    150_917_976.0,
    120_543_840.0,
    39_916_800.0,
    0.0,
];

/// The quotient of the two, for `x > 0`. Large arguments are turned round, so that no
/// power leaves the floats.
fn lanczos_sum(x: f64) -> f64 {
    let value = |coefficients: &[f64; 13]| match x < 5.0 {
        true => coefficients.iter().fold(0.0, |sum, c| sum * x + c),
        false => coefficients.iter().rev().fold(0.0, |sum, c| sum / x + c),
    };
    value(&TOP) / value(&BOTTOM)
}

/// `math.gamma(x)`
///
/// # Errors
/// `ValueError` at the poles, `OverflowError` beyond the floats.
pub fn gamma(x: f64) -> Result<f64, Fault> {
    if !x.is_finite() {
        return if x == f64::NEG_INFINITY {
            Err(domain_error())
        } else {
            Ok(x)
        };
    }
    if x == 0.0 || x < 0.0 && x.fract() == 0.0 {
        return Err(domain_error());
    }
    if x.fract() == 0.0 && x <= 23.0 {
        return Ok((1..x as u64).map(|n| n as f64).product());
    }
    let size = x.abs();
    if size < 1e-20 {
        return finite(1.0 / x);
    }
    if size > 200.0 {
        // Above the poles it is too small for a float; its sign still turns.
        let turned = sin_of_turns(x);
        return if x < 0.0 {
            Ok(0.0 / turned)
        } else {
            Err(range_error())
        };
    }
    let y = size + G - 0.5;
    // What rounding takes from `y`.
    let lost = match size > G - 0.5 {
        true => (y - size) - (G - 0.5),
        false => (y - (G - 0.5)) - size,
    };
    let lost = lost * G / y;
    // The power may leave the floats where the result doesn't: it is taken in halves.
    let whole = |exponent: f64| power(y, exponent);
    let value = if x < 0.0 {
        let value = -std::f64::consts::PI / sin_of_turns(size) / size * exp(y) / lanczos_sum(size);
        let value = value - lost * value;
        match size < 140.0 {
            true => value / whole(size - 0.5),
            false => value / whole(size / 2.0 - 0.25) / whole(size / 2.0 - 0.25),
        }
    } else {
        let value = lanczos_sum(size) / exp(y);
        let value = value + lost * value;
        match size < 140.0 {
            true => value * whole(size - 0.5),
            false => value * whole(size / 2.0 - 0.25) * whole(size / 2.0 - 0.25),
        }
    };
    finite(value)
}

fn finite(value: f64) -> Result<f64, Fault> {
    if value.is_infinite() {
        Err(range_error())
    } else {
        Ok(value)
    }
}

/// The sine of `pi * x`.
fn sin_of_turns(x: f64) -> f64 {
    use std::f64::consts::PI;
    let rest = x.abs() % 2.0;
    let value = match (2.0 * rest).round() as u32 {
        0 => sin(PI * rest),
        1 => cos(PI * (rest - 0.5)),
        2 => sin(PI * (1.0 - rest)),
        3 => -cos(PI * (rest - 1.5)),
        _ => sin(PI * (rest - 2.0)),
    };
    if x < 0.0 { -value } else { value }
}

/// `math.lgamma(x)`
///
/// # Errors
/// `ValueError` at the poles, `OverflowError` beyond the floats.
pub fn log_gamma(x: f64) -> Result<f64, Fault> {
    if !x.is_finite() {
        return Ok(x.abs());
    }
    if x.fract() == 0.0 && x <= 2.0 {
        return if x <= 0.0 {
            Err(domain_error())
        } else {
            Ok(0.0)
        };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-ln(size));
    }
    let value = ln(lanczos_sum(size)) - G + (size - 0.5) * (ln(size + G - 0.5) - 1.0);
    if x >= 0.0 {
        return finite(value);
    }
    let turned = ln(std::f64::consts::PI) - ln(sin_of_turns(size).abs()) - ln(size);
    finite(turned - value)
}
