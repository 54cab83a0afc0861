//! Exponentials, logarithms, powers and angles: nearly always the float nearest to the
//! exact result, for angles up to a million.
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

/// A quarter turn, in such parts.
const QUARTER: [f64; 4] = [
    1.570_796_326_734_125_6,
    6.077_100_506_303_966e-11,
    2.022_266_248_711_166_5e-21,
    8.478_427_660_368_9e-32,
];

/// `whole` times a constant in parts.
fn times(whole: f64, parts: &[f64]) -> Double {
    let zero = Double::from(0.0);
    parts
        .iter()
        .rev()
        .fold(zero, |sum, part| Double::from(whole * part) + sum)
}

/// `e ** x - 1` for `x` within half the logarithm of 2.
fn small_exp_minus_1(x: Double) -> Double {
    // By halving eight times the series becomes short: x + x² / 2 + x³ / 6 + ...
    const HALVINGS: u32 = 8;
    let x = x.scale(1.0 / f64::from(1 << HALVINGS));
    let mut sum = Double::from(0.0);
    for n in (1..=10).rev() {
        sum = (sum + Double::from(1.0)) * x / Double::from(f64::from(n));
    }
    // (1 + y)² - 1 = 2y + y²
    (0..HALVINGS).fold(sum, |y, _| y.scale(2.0) + y * y)
}

/// `e ** x`, if `x` is not so large or so small that the result leaves the floats,
/// as a number and the power of 2 that it is times.
fn exp_parts(x: Double) -> (Double, i32) {
    let twos = (x.high / std::f64::consts::LN_2).round();
    let rest = x - times(twos, &LN_2);
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
    times(f64::from(twos), &LN_2) + (Double::from(guess) + correction)
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
        return (ln_parts(x) / times(1.0, &LN_2)).round();
    }
    libm::log2(x)
}

/// `x ** y`
pub fn power(x: f64, y: f64) -> f64 {
    let guess = libm::pow(x, y);
    if !guess.is_normal() || !y.is_finite() || y == 0.0 || x == 1.0 {
        return guess;
    }
    let magnitude = x.abs();
    if y == 2.0 {
        return x * x;
    }
    let exponent = ln_parts(magnitude) * Double::from(y);
    let (value, twos) = exp_parts(exponent);
    libm::scalbn(value.round(), twos).copysign(guess)
}

/// Sine and cosine of an angle that is finite and not too large, to twice a float's
/// precision; `None` for others.
fn sin_cos(x: f64) -> Option<(Double, Double)> {
    if !matches!(x.abs(), 1e-8..=1e6) {
        return None;
    }
    let quarters = (x / std::f64::consts::FRAC_PI_2).round();
    let rest = Double::from(x) - times(quarters, &QUARTER);
    let square = rest * rest;
    // 1 - x² / (1 * 2) * (1 - x² / (3 * 4) * (...)), and the like from x for the sine.
    let series = |first: i32| {
        let one = Double::from(1.0);
        (0..14).rev().fold(one, |sum, turn| {
            let n = first + 2 * turn;
            one - square / Double::from(f64::from(n * (n + 1))) * sum
        })
    };
    let (sin, cos) = (series(2) * rest, series(1));
    Some(match quarters as i64 & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    })
}

/// The sine.
pub fn sin(x: f64) -> f64 {
    sin_cos(x).map_or_else(|| libm::sin(x), |(sin, _)| sin.round())
}

/// The cosine.
pub fn cos(x: f64) -> f64 {
    sin_cos(x).map_or_else(|| libm::cos(x), |(_, cos)| cos.round())
}

/// The tangent.
pub fn tan(x: f64) -> f64 {
    sin_cos(x).map_or_else(|| libm::tan(x), |(sin, cos)| (sin / cos).round())
}

/// The angle of the point `(x, y)`.
pub fn atan2(y: f64, x: f64) -> f64 {
    let guess = libm::atan2(y, x);
    // Where the sides are close to the ends of the floats, their products are not exact.
    let moderate = |side: f64| side == 0.0 || matches!(side.abs(), 1e-100..=1e100);
    match sin_cos(guess) {
        Some((sin, cos)) if moderate(x) && moderate(y) && (x != 0.0 || y != 0.0) => {
            let (x, y) = (Double::from(x), Double::from(y));
            // How far the point is from the guessed direction.
            let off = (y * cos - x * sin) / (x * cos + y * sin);
            (Double::from(guess) + off).round()
        }
        _ => guess,
    }
}

/// The arc tangent.
pub fn atan(x: f64) -> f64 {
    if x.is_finite() {
        atan2(x, 1.0)
    } else {
        libm::atan(x)
    }
}

/// The other side of a right triangle with a hypotenuse of 1.
fn other_side(x: f64) -> Double {
    (Double::from(1.0) - Double::product(x, x)).sqrt()
}

/// The arc sine.
pub fn asin(x: f64) -> f64 {
    let guess = libm::asin(x);
    match sin_cos(guess) {
        Some((sin, _)) if x.abs() < 1.0 => {
            let off = (Double::from(x) - sin) / other_side(x);
            (Double::from(guess) + off).round()
        }
        _ => guess,
    }
}

/// The arc cosine.
pub fn acos(x: f64) -> f64 {
    let guess = libm::acos(x);
    match sin_cos(guess) {
        Some((_, cos)) if x.abs() < 1.0 => {
            let off = (cos - Double::from(x)) / other_side(x);
            (Double::from(guess) + off).round()
        }
        _ => guess,
    }
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
