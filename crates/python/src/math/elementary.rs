//! Exponentials, logarithms and powers: nearly always the float nearest to the exact
//! result.
//!
//! `libm` computes the same everywhere, but in up to one case of ten the float beside
//! the nearest. So it gives the special cases and a first guess, and numbers of twice
//! a float's precision the rest.

use super::double::Double;

/// The logarithm of 2, in parts whose products with small whole numbers are exact.
const LN_2: [f64; 3] = [
    0.693_147_180_559_208_2,
    7.371_002_565_161_996e-13,
    5.802_988_983_595_69e-25,
];

/// One divided by the factorials of 0 to 4.
const FACTORIALS: [Double; 5] = [
    Double::new(1.0, 0.0),
    Double::new(1.0, 0.0),
    Double::new(0.5, 0.0),
    Double::new(1.0 / 6.0, 9.25185853854297e-18),
    Double::new(1.0 / 24.0, 2.3129646346357427e-18),
];

/// One divided by the factorials of 5 to 13: their terms need no more digits.
const SMALL_FACTORIALS: [f64; 9] = [
    1.0 / 120.0,
    1.0 / 720.0,
    1.0 / 5_040.0,
    1.0 / 40_320.0,
    1.0 / 362_880.0,
    1.0 / 3_628_800.0,
    1.0 / 39_916_800.0,
    1.0 / 479_001_600.0,
    1.0 / 6_227_020_800.0,
];

/// `e ** x - 1` for `x` within half the logarithm of 2.
fn small_exp_minus_1(x: Double) -> Double {
    // Halved three times, x makes the series short: x + x² / 2! + x³ / 3! + ...
    const HALVINGS: u32 = 3;
    let x = x.scale(1.0 / f64::from(1 << HALVINGS));
    let sum = x * x.series(&FACTORIALS[1..5], &SMALL_FACTORIALS);
    // (1 + y)² - 1 = 2y + y²
    (0..HALVINGS).fold(sum, |y, _| y.scale(2.0) + y * y)
}

/// `e ** x`, if `x` is not so large or so small that the result leaves the floats,
/// as a number and the power of 2 that it is times.
fn exp_parts(x: Double) -> (Double, i32) {
    let twos = (x.high / std::f64::consts::LN_2).round();
    let rest = x - Double::times(twos, &LN_2);
    (small_exp_minus_1(rest) + Double::from(1.0), twos as i32)
}

/// `e ** x`
pub fn exp(x: f64) -> f64 {
    let guess = libm::exp(x);
    if !guess.is_normal() {
        return guess;
    }
    let (value, twos) = exp_parts(Double::from(x));
    libm::scalbn(value.round(), twos)
}

/// The logarithm of a float that is greater than 0 and finite.
fn ln_parts(x: f64) -> Double {
    let (mut mantissa, mut twos) = libm::frexp(x);
    if mantissa < std::f64::consts::FRAC_1_SQRT_2 {
        mantissa *= 2.0;
        twos -= 1;
    }
    let guess = libm::log(mantissa);
    // m * e ** -guess is 1 and a little: m - 1 + m * (e ** -guess - 1).
    let mantissa = Double::from(mantissa);
    let shrunk = small_exp_minus_1(Double::from(-guess));
    let little = mantissa - Double::from(1.0) + mantissa * shrunk;
    let correction = little - (little * little).scale(0.5);
    Double::times(f64::from(twos), &LN_2) + (Double::from(guess) + correction)
}

/// The natural logarithm.
pub fn ln(x: f64) -> f64 {
    if x > 0.0 && x.is_finite() {
        return ln_parts(x).round();
    }
    libm::log(x)
}

/// The logarithm to base 10. Here the platform's isn't always the nearest: it is that
/// of the twos and that of the rest, added.
pub fn log10(x: f64) -> f64 {
    /// The logarithm of 2 to base 10, in two parts.
    const TWO: (f64, f64) = (0.301_029_995_663_611_77, 3.694_239_077_158_931e-13);
    if x <= 0.0 || !x.is_finite() {
        return libm::log10(x);
    }
    let (mantissa, exponent) = libm::frexp(x);
    let below_one = exponent < 1;
    let twos = f64::from(exponent - i32::from(!below_one));
    let rest = if below_one { mantissa } else { mantissa * 2.0 };
    let small = twos * TWO.1 + std::f64::consts::LOG10_E * ln(rest);
    small + twos * TWO.0
}

/// The logarithm to base 2.
pub fn log2(x: f64) -> f64 {
    if x > 0.0 && x.is_finite() {
        return (ln_parts(x) / Double::times(1.0, &LN_2)).round();
    }
    libm::log2(x)
}

/// `x ** y`
pub fn power(x: f64, y: f64) -> f64 {
    let guess = libm::pow(x, y);
    if !guess.is_normal() || !y.is_finite() || y == 0.0 || x == 1.0 {
        return guess;
    }
    // One operation rounds once.
    if y == 2.0 {
        return x * x;
    }
    if y == 0.5 {
        return x.sqrt();
    }
    let exponent = ln_parts(x.abs()) * Double::from(y);
    let (value, twos) = exp_parts(exponent);
    libm::scalbn(value.round(), twos).copysign(guess)
}

/// `e ** x / 2` for an `x` so large that `e ** -x` is nothing beside it. It may be a
/// float where `e ** x` is none.
fn half_exp(x: f64) -> f64 {
    if x < 709.0 {
        return 0.5 * exp(x);
    }
    let root = exp(0.5 * x);
    0.5 * root * root
}

/// The hyperbolic cosine.
pub fn cosh(x: f64) -> f64 {
    match x.abs() {
        0.3..22.0 => {
            let grown = exp(x.abs());
            0.5 * grown + 0.5 / grown
        }
        size @ 22.0.. => half_exp(size),
        _ => libm::cosh(x),
    }
}

/// The hyperbolic sine.
pub fn sinh(x: f64) -> f64 {
    match x.abs() {
        size @ 22.0.. => half_exp(size).copysign(x),
        _ => libm::sinh(x),
    }
}

/// The hyperbolic tangent.
pub fn tanh(x: f64) -> f64 {
    let size = x.abs();
    let magnitude = match size {
        1.0..=22.0 => 1.0 - 2.0 / (libm::expm1(2.0 * size) + 2.0),
        1e-17..1.0 => {
            let shrunk = libm::expm1(-2.0 * size);
            -shrunk / (shrunk + 2.0)
        }
        _ => return libm::tanh(x),
    };
    magnitude.copysign(x)
}
