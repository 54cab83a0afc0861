use interleaved_python::math::{functions, integers, sums};
use interleaved_python::number::{convert, float_text::float_repr};
use num_bigint::BigInt;

use crate::{Answer, Arguments, truth, tuple};

#[test]
fn math_is_as_cpythons() {
    crate::check("math_module", evaluate);
}

fn evaluate(name: &str, a: &Arguments) -> Answer {
    if let Some((_, function)) = functions::FUNCTIONS
        .iter()
        .find(|(known, _)| *known == name)
    {
        return function(a.number(0)).map(float_repr);
    }
    let x = || a.number::<f64>(0);
    let y = || a.number::<f64>(1);
    let floats = || {
        a.0.iter()
            .map(|text| text.parse().expect("a float"))
            .collect::<Vec<f64>>()
    };
    let n = || a.number::<BigInt>(0);
    let m = || a.number::<BigInt>(1);
    Ok(match name {
        "floor" => functions::floor(x())?.to_string(),
        "ceil" => functions::ceil(x())?.to_string(),
        "trunc" => convert::to_int(x())?.to_string(),
        "frexp" => {
            let (fraction, exponent) = functions::frexp(x());
            tuple([float_repr(fraction), exponent.to_string()])
        }
        "modf" => tuple([functions::modf(x()).0, functions::modf(x()).1].map(float_repr)),
        "atan2" => float_repr(functions::atan2(x(), y())),
        "pow" => float_repr(functions::pow(x(), y())?),
        "fmod" => float_repr(functions::fmod(x(), y())?),
        "remainder" => float_repr(functions::remainder(x(), y())?),
        "copysign" => float_repr(x().copysign(y())),
        "nextafter" => float_repr(functions::next_after(x(), y())),
        "isclose" => truth(functions::is_close(x(), y(), 1e-9, 0.0)?),
        "isclose to" => truth(functions::is_close(x(), y(), a.number(2), a.number(3))?),
        "ldexp" => float_repr(functions::ldexp(x(), a.number(1))?),
        "int log" => float_repr(functions::log_of_int(&n(), "log")?),
        "int log2" => float_repr(functions::log_of_int(&n(), "log2")?),
        "int log10" => float_repr(functions::log_of_int(&n(), "log10")?),
        "isqrt" => integers::isqrt(&n())?.to_string(),
        "factorial" => integers::factorial(&n())?.to_string(),
        "gcd" => integers::gcd(&n(), &m())?.to_string(),
        "lcm" => integers::lcm(&n(), &m())?.to_string(),
        "comb" => integers::comb(&n(), &m())?.to_string(),
        "perm" => integers::perm(&n(), &m())?.to_string(),
        "fsum" => {
            let mut sum = sums::ExactSum::default();
            for value in floats() {
                sum.add(value)?;
            }
            float_repr(sum.finish()?)
        }
        "hypot" => float_repr(sums::hypot(&floats())),
        "dist" => float_repr(sums::dist(&floats()[..2], &floats()[2..])?),
        _ => panic!("no function {name}"),
    })
}
