//! Sines, their kin and their inverses: nearly always the float nearest to the exact
//! result, for angles up to a million.

use super::double::Double;

/// A quarter turn, in such parts.
const QUARTER: [f64; 4] = [
    1.570_796_326_734_125_6,
    6.077_100_506_303_966e-11,
    2.022_266_248_711_166_5e-21,
    8.478_427_660_368_9e-32,
];

/// The factors of x³, x⁵, ... that make a sine.
const SINE: [Double; 5] = [
    Double::new(1.0, 0.0),
    Double::new(-1.0 / 6.0, -9.25185853854297e-18),
    Double::new(1.0 / 120.0, 1.1564823173178714e-19),
    Double::new(-1.0 / 5_040.0, -1.7209558293420705e-22),
    Double::new(1.0 / 362_880.0, -1.858393274046472e-22),
];

/// Those of x¹¹ to x²³, whose terms need no more digits.
const SMALL_SINE: [f64; 7] = [
    -1.0 / 39_916_800.0,
    1.0 / 6_227_020_800.0,
    -1.0 / 1_307_674_368_000.0,
    1.0 / 355_687_428_096_000.0,
    -1.0 / 121_645_100_408_832_000.0,
    1.0 / 51_090_942_171_709_440_000.0,
    -1.0 / 25_852_016_738_884_976_640_000.0,
];

/// The factors of 1, x², x⁴, ... that make a cosine.
const COSINE: [Double; 6] = [
    Double::new(1.0, 0.0),
    Double::new(-0.5, 0.0),
    Double::new(1.0 / 24.0, 2.3129646346357427e-18),
    Double::new(-1.0 / 720.0, 5.300543954373577e-20),
    Double::new(1.0 / 40_320.0, 2.1511947866775882e-23),
    Double::new(-1.0 / 3_628_800.0, -2.3767714622250297e-23),
];

/// Those of x¹² to x²², whose terms need no more digits.
const SMALL_COSINE: [f64; 6] = [
    1.0 / 479_001_600.0,
    -1.0 / 87_178_291_200.0,
    1.0 / 20_922_789_888_000.0,
    -1.0 / 6_402_373_705_728_000.0,
    1.0 / 2_432_902_008_176_640_000.0,
    -1.0 / 1_124_000_727_777_607_680_000.0,
];

/// An angle, less the nearest number of quarter turns.
struct Reduced {
    rest: Double,
    square: Double,
    quarters: i64,
}

impl Reduced {
    /// `None` for an angle that is infinite, too large, or so small that `libm` has no
    /// difficulty.
    fn new(x: f64) -> Option<Self> {
        if !matches!(x.abs(), 1e-8..=1e6) {
            return None;
        }
        let quarters = (x / std::f64::consts::FRAC_PI_2).round();
        let rest = Double::from(x) - Double::times(quarters, &QUARTER);
        Some(Self {
            rest,
            square: rest * rest,
            quarters: quarters as i64,
        })
    }

    fn sin(&self) -> Double {
        self.sin_after(self.quarters)
    }

    /// A cosine is the sine of a quarter turn more.
    fn cos(&self) -> Double {
        self.sin_after(self.quarters + 1)
    }

    fn sin_after(&self, quarters: i64) -> Double {
        let value = match quarters & 1 {
            0 => self.rest * self.square.series(&SINE, &SMALL_SINE),
            _ => self.square.series(&COSINE, &SMALL_COSINE),
        };
        if quarters & 2 == 0 { value } else { -value }
    }
}

/// The sine.
pub fn sin(x: f64) -> f64 {
    Reduced::new(x).map_or_else(|| libm::sin(x), |angle| angle.sin().round())
}

/// The cosine.
pub fn cos(x: f64) -> f64 {
    Reduced::new(x).map_or_else(|| libm::cos(x), |angle| angle.cos().round())
}

/// The tangent.
pub fn tan(x: f64) -> f64 {
    let exact = |angle: Reduced| (angle.sin() / angle.cos()).round();
    Reduced::new(x).map_or_else(|| libm::tan(x), exact)
}

/// The angle of the point `(x, y)`.
pub fn atan2(y: f64, x: f64) -> f64 {
    let guess = libm::atan2(y, x);
    // Where the sides are close to the ends of the floats, their products are not exact.
    let moderate = |side: f64| side == 0.0 || matches!(side.abs(), 1e-100..=1e100);
    match Reduced::new(guess) {
        Some(angle) if moderate(x) && moderate(y) && (x != 0.0 || y != 0.0) => {
            let (x, y) = (Double::from(x), Double::from(y));
            let (sin, cos) = (angle.sin(), angle.cos());
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
    match Reduced::new(guess) {
        Some(angle) if x.abs() < 1.0 => {
            let off = (Double::from(x) - angle.sin()) / other_side(x);
            (Double::from(guess) + off).round()
        }
        _ => guess,
    }
}

/// The arc cosine.
pub fn acos(x: f64) -> f64 {
    let guess = libm::acos(x);
    match Reduced::new(guess) {
        Some(angle) if x.abs() < 1.0 => {
            let off = (angle.cos() - Double::from(x)) / other_side(x);
            (Double::from(guess) + off).round()
        }
        _ => guess,
    }
}
