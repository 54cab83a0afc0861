//! What the modules `math` and `random` are made of.

use num_bigint::BigInt;

use crate::builtins::{Args, Native, hidden};
use crate::fault::Fault;
use crate::machine::{Machine, Outcome};
use crate::math::functions::{self, FUNCTIONS};
use crate::math::integers;
use crate::math::sums::{self, ExactSum};
use crate::random::Random;
use crate::values::{Object, Value};

macro_rules! table {
    ($($name:literal $index:literal)*) => {
        &[
            $(hidden($name, 1, 1, |m, a| one(m, a, $index)),)*
            hidden("_math_pow", 2, 2, |m, a| two(m, a, functions::pow)),
            hidden("_math_fmod", 2, 2, |m, a| two(m, a, functions::fmod)),
            hidden("_math_remainder", 2, 2, |m, a| two(m, a, functions::remainder)),
            hidden("_math_atan2", 2, 2, |m, a| two(m, a, |y, x| Ok(functions::atan2(y, x)))),
            hidden("_math_copysign", 2, 2, |m, a| two(m, a, |x, y| Ok(x.copysign(y)))),
            hidden("_math_nextafter", 2, 2, |m, a| two(m, a, |x, y| Ok(functions::next_after(x, y)))),
            hidden("_math_log_to_base", 2, 2, |m, a| two(m, a, functions::log_to_base)),
            hidden("_math_log_of_int", 2, 2, |m, a| {
                let name = m.as_str(a.at(1)).unwrap_or("log").to_string();
                let big = m.as_big(a.at(0)).unwrap_or_default();
                float_result(m, functions::log_of_int(&big, &name))
            }),
            hidden("_math_ldexp", 2, 2, |m, a| {
                let x = float(m, a.at(0))?;
                let exponent = m.as_int(a.at(1)).unwrap_or(0);
                float_result(m, functions::ldexp(x, exponent))
            }),
            hidden("_math_frexp", 1, 1, |m, a| {
                let (fraction, exponent) = functions::frexp(float(m, a.at(0))?);
                Ok(m.tuple([Value::Float(fraction), Value::Int(exponent.into())]))
            }),
            hidden("_math_modf", 1, 1, |m, a| {
                let (fraction, whole) = functions::modf(float(m, a.at(0))?);
                Ok(m.tuple([Value::Float(fraction), Value::Float(whole)]))
            }),
            hidden("_math_floor", 1, 1, |m, a| {
                let x = float(m, a.at(0))?;
                int_result(m, functions::floor(x))
            }),
            hidden("_math_ceil", 1, 1, |m, a| {
                let x = float(m, a.at(0))?;
                int_result(m, functions::ceil(x))
            }),
            hidden("_math_isclose", 4, 4, |m, a| {
                let x = [float(m, a.at(0))?, float(m, a.at(1))?, float(m, a.at(2))?, float(m, a.at(3))?];
                match functions::is_close(x[0], x[1], x[2], x[3]) {
                    Ok(close) => Ok(Value::Bool(close)),
                    Err(fault) => Err(m.fault(fault)),
                }
            }),
            hidden("_math_factorial", 1, 1, |m, a| {
                let n = int(m, a.at(0))?;
                int_result(m, integers::factorial(&n))
            }),
            hidden("_math_isqrt", 1, 1, |m, a| {
                let n = int(m, a.at(0))?;
                int_result(m, integers::isqrt(&n))
            }),
            hidden("_math_comb", 2, 2, |m, a| ints(m, a, integers::comb)),
            hidden("_math_perm", 2, 2, |m, a| ints(m, a, integers::perm)),
            hidden("_math_gcd", 2, 2, |m, a| ints(m, a, integers::gcd)),
            hidden("_math_lcm", 2, 2, |m, a| ints(m, a, integers::lcm)),
            hidden("_math_fsum", 1, 1, |m, a| {
                let mut sum = ExactSum::default();
                for value in floats(m, a.at(0))? {
                    if let Err(fault) = sum.add(value) {
                        return Err(m.fault(fault));
                    }
                }
                float_result(m, sum.finish())
            }),
            hidden("_math_hypot", 1, 1, |m, a| {
                let values = floats(m, a.at(0))?;
                Ok(Value::Float(sums::hypot(&values)))
            }),
            hidden("_math_dist", 2, 2, |m, a| {
                let (p, q) = (floats(m, a.at(0))?, floats(m, a.at(1))?);
                float_result(m, sums::dist(&p, &q))
            }),
            hidden("_random_new", 1, 1, random_new),
            hidden("_random_random", 1, 1, |m, a| {
                Ok(random(m, a)?.map_or(Value::None, |random| Value::Float(random.random())))
            }),
            hidden("_random_bits", 2, 2, |m, a| {
                let count = m.as_int(a.at(1)).unwrap_or(-1);
                let bits = random(m, a)?.map(|random| random.bits(count));
                int_result(m, bits.unwrap_or_else(|| Ok(BigInt::default())))
            }),
            hidden("_random_below", 2, 2, |m, a| {
                let n = m.as_int(a.at(1)).unwrap_or(1).max(1) as u64;
                let below = random(m, a)?.map_or(0, |random| random.below(n));
                Ok(Value::Int(below as i64))
            }),
            hidden("_random_randrange", 4, 4, |m, a| {
                let (start, stop, step) = (int(m, a.at(1))?, int(m, a.at(2))?, int(m, a.at(3))?);
                let number = random(m, a)?.map(|random| random.randrange(&start, &stop, &step));
                int_result(m, number.unwrap_or_else(|| Ok(BigInt::default())))
            }),
            hidden("_random_shuffle", 2, 2, |m, a| {
                let mut values = m.as_sequence(a.at(1)).unwrap_or_default().to_vec();
                if let Some(random) = random(m, a)? {
                    random.shuffle(&mut values);
                }
                if let Some(list) = m.list_mut(a.at(1)) {
                    *list = values;
                }
                Ok(Value::None)
            }),
            hidden("_random_sample", 3, 3, |m, a| {
                let length = m.as_int(a.at(1)).unwrap_or(0).max(0) as usize;
                let count = m.as_int(a.at(2)).unwrap_or(-1);
                let places = random(m, a)?.map(|random| random.sample(length, count));
                places_result(m, places)
            }),
            hidden("_random_choices", 4, 4, |m, a| {
                let length = m.as_int(a.at(1)).unwrap_or(0).max(0) as usize;
                let weights = floats(m, a.at(2))?;
                let count = m.as_int(a.at(3)).unwrap_or(0).max(0) as usize;
                let places = random(m, a)?.map(|random| random.choices(length, &weights, count));
                places_result(m, places)
            }),
            hidden("_random_real", 3, 5, random_real),
            hidden("_random_state", 1, 1, |m, a| {
                let copy = random(m, a)?.cloned();
                Ok(copy.map_or(Value::None, |copy| m.object(Object::Random(Box::new(copy)))))
            }),
        ]
    };
}

pub const TABLE: &[Native] = table! {
    "_math_acos" 0 "_math_acosh" 1 "_math_asin" 2 "_math_asinh" 3 "_math_atan" 4 "_math_atanh" 5
    "_math_cbrt" 6 "_math_cos" 7 "_math_cosh" 8 "_math_degrees" 9 "_math_erf" 10 "_math_erfc" 11
    "_math_exp" 12 "_math_exp2" 13 "_math_expm1" 14 "_math_fabs" 15 "_math_gamma" 16
    "_math_lgamma" 17 "_math_log" 18 "_math_log10" 19 "_math_log1p" 20 "_math_log2" 21
    "_math_radians" 22 "_math_sin" 23 "_math_sinh" 24 "_math_sqrt" 25 "_math_tan" 26
    "_math_tanh" 27 "_math_ulp" 28
};

fn float(m: &mut Machine, value: Value) -> Outcome<f64> {
    match m.to_float(value)? {
        Some(number) => Ok(number),
        None => {
            let name = m.class_name(value);
            Err(m.type_error(format!("must be real number, not {name}")))
        }
    }
}

fn int(m: &mut Machine, value: Value) -> Outcome<BigInt> {
    match m.as_big(value) {
        Some(number) => Ok(number),
        None => {
            let name = m.class_name(value);
            let message = format!("'{name}' object cannot be interpreted as an integer");
            Err(m.type_error(message))
        }
    }
}

fn floats(m: &mut Machine, values: Value) -> Outcome<Vec<f64>> {
    let values = m.as_sequence(values).unwrap_or_default().to_vec();
    values.into_iter().map(|value| float(m, value)).collect()
}

fn float_result(m: &mut Machine, result: Result<f64, Fault>) -> Outcome {
    result.map(Value::Float).map_err(|fault| m.fault(fault))
}

fn int_result(m: &mut Machine, result: Result<BigInt, Fault>) -> Outcome {
    match result {
        Ok(number) => Ok(m.int(number)),
        Err(fault) => Err(m.fault(fault)),
    }
}

fn one(m: &mut Machine, a: &Args, index: usize) -> Outcome {
    let x = float(m, a.at(0))?;
    float_result(m, FUNCTIONS[index].1(x))
}

fn two(m: &mut Machine, a: &Args, function: fn(f64, f64) -> Result<f64, Fault>) -> Outcome {
    let (x, y) = (float(m, a.at(0))?, float(m, a.at(1))?);
    float_result(m, function(x, y))
}

fn ints(
    m: &mut Machine,
    a: &Args,
    function: fn(&BigInt, &BigInt) -> Result<BigInt, Fault>,
) -> Outcome {
    let (x, y) = (int(m, a.at(0))?, int(m, a.at(1))?);
    int_result(m, function(&x, &y))
}

fn random_new(m: &mut Machine, a: &Args) -> Outcome {
    let seed = a.at(0);
    let made = match (m.plain(seed), m.as_text(seed), m.as_bytes(seed)) {
        (Value::Float(x), ..) => Random::from_float(x),
        (_, Some(text), _) => Random::from_text(text.as_str()),
        (_, _, Some(data)) => Random::from_bytes(data),
        _ => match m.as_big(seed) {
            Some(number) => Random::from_int(&number),
            None => {
                let message = "The only supported seed types are: None,\n\
                               int, float, str, bytes, and bytearray.";
                return Err(m.type_error(message));
            }
        },
    };
    Ok(m.object(Object::Random(Box::new(made))))
}

fn random<'m>(m: &'m mut Machine, a: &Args) -> Outcome<Option<&'m mut Random>> {
    let Value::Obj(id) = a.at(0) else {
        return Ok(None);
    };
    Ok(match m.heap.get_mut(id) {
        Object::Random(random) => Some(random),
        _ => None,
    })
}

fn places_result(m: &mut Machine, places: Option<Result<Vec<usize>, Fault>>) -> Outcome {
    match places.unwrap_or_else(|| Ok(Vec::new())) {
        Ok(places) => {
            let places = places
                .into_iter()
                .map(|place| Value::Int(place as i64))
                .collect();
            Ok(m.list(places))
        }
        Err(fault) => Err(m.fault(fault)),
    }
}

/// A number of a distribution: its name, and up to three parameters.
fn random_real(m: &mut Machine, a: &Args) -> Outcome {
    let name = m.as_str(a.at(1)).unwrap_or_default().to_string();
    let mut numbers = [0.0; 3];
    let mut last = None;
    for (number, &value) in numbers.iter_mut().zip(&a.positional[2..]) {
        if !value.is_none() {
            *number = float(m, value)?;
            last = Some(*number);
        }
    }
    let third = a.get(4).filter(|value| !value.is_none()).and(last);
    let [x, y, _] = numbers;
    let Some(random) = random(m, a)? else {
        return Ok(Value::None);
    };
    let result = match name.as_str() {
        "uniform" => Ok(random.uniform(x, y)),
        "triangular" => Ok(random.triangular(x, y, third)),
        "normalvariate" => Ok(random.normalvariate(x, y)),
        "gauss" => Ok(random.gauss(x, y)),
        "lognormvariate" => random.lognormvariate(x, y),
        "expovariate" => random.expovariate(x),
        "vonmisesvariate" => random.vonmisesvariate(x, y),
        "gammavariate" => random.gammavariate(x, y),
        "betavariate" => random.betavariate(x, y),
        "paretovariate" => random.paretovariate(x),
        _ => random.weibullvariate(x, y),
    };
    float_result(m, result)
}
