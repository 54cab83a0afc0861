use std::cmp::Ordering;

use interleaved_python::number::{
    compare, convert, float,
    float_text::{self, float_repr},
    hash, int, int_text, round,
};
use interleaved_python::text::repr;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::{Answer, Arguments, truth, tuple};

#[test]
fn numbers_are_as_cpythons() {
    crate::check("number", evaluate);
}

/// Where both are small, the small function must answer as the one for all sizes.
#[track_caller]
fn agree<T: PartialEq + std::fmt::Debug>(small: Option<T>, big: &T) {
    if let Some(small) = small {
        assert_eq!(&small, big);
    }
}

fn evaluate(name: &str, a: &Arguments) -> Answer {
    let (kind, operation) = name.split_once(' ').unwrap_or(("", name));
    match kind {
        "float" => float_case(operation, a),
        "int" => int_case(operation, a),
        _ => other_case(name, a),
    }
}

fn float_case(operation: &str, a: &Arguments) -> Answer {
    let x: f64 = a.number(0);
    let y = || a.number::<f64>(1);
    let pair = |(x, y): (f64, f64)| tuple([float_repr(x), float_repr(y)]);
    Ok(match operation {
        "repr" => float_repr(x),
        "hash" => hash::float(x).to_string(),
        "hex" => repr::text(&float_text::hex(x)),
        "int" => convert::to_int(x)?.to_string(),
        "round" => round::to_int(x)?.to_string(),
        "round to" => float_repr(round::float(x, a.number(1))?),
        "/" => float_repr(float::divide(x, y())?),
        "//" => float_repr(float::floor_div(x, y())?),
        "%" => float_repr(float::modulo(x, y())?),
        "divmod" => pair(float::div_mod(x, y())?),
        "**" => float_repr(float::pow(x, y())?),
        _ => panic!("no function of floats {operation}"),
    })
}

fn int_case(operation: &str, a: &Arguments) -> Answer {
    if operation == "text" {
        let n = int_text::parse(a.text(0), 16, 0)?;
        return Ok(repr::text(&int_text::to_text(&n, int_text::DIGITS_LIMIT)?));
    }
    let n: BigInt = a.number(0);
    let m = || a.number::<BigInt>(1);
    let small = || Some((n.to_i64()?, m().to_i64()?));
    let shown = |n: BigInt| n.to_string();
    Ok(match operation {
        "hash" => {
            agree(n.to_i64().map(hash::small), &hash::int(&n));
            hash::int(&n).to_string()
        }
        "float" => float_repr(convert::to_float(&n)?),
        "//" => {
            let quotient = int::floor_div(&n, &m());
            let small = small().and_then(|(n, m)| int::floor_div_small(n, m).transpose());
            agree(small.map(|small| small.map(BigInt::from)), &quotient);
            shown(quotient?)
        }
        "%" => {
            let rest = int::modulo(&n, &m());
            let small = small().map(|(n, m)| int::modulo_small(n, m).map(BigInt::from));
            agree(small, &rest);
            shown(rest?)
        }
        "divmod" => {
            let (quotient, rest) = int::div_mod(&n, &m())?;
            tuple([quotient.to_string(), rest.to_string()])
        }
        "/" => {
            let quotient = int::true_div(&n, &m());
            agree(small().map(|(n, m)| int::true_div_small(n, m)), &quotient);
            float_repr(quotient?)
        }
        "**" => shown(int::pow(&n, &m())?),
        "pow" => shown(int::pow_mod(&n, &m(), &a.number(2))?),
        "<<" => shown(int::shift_left(&n, &m())?),
        ">>" => shown(int::shift_right(&n, &m())?),
        "round" => shown(round::int(&n, &m())),
        _ => panic!("no function of ints {operation}"),
    })
}

fn other_case(name: &str, a: &Arguments) -> Answer {
    Ok(match name {
        "ratio" => {
            let (top, bottom) = convert::as_integer_ratio(a.number(0))?;
            tuple([top.to_string(), bottom.to_string()])
        }
        "bin" => repr::text(&int_text::with_prefix(&a.number(0), 2)),
        "oct" => repr::text(&int_text::with_prefix(&a.number(0), 8)),
        "hex" => repr::text(&int_text::with_prefix(&a.number(0), 16)),
        "bit_count" => int::bit_count(&a.number(0)).to_string(),
        "text hash" => hash::text(a.text(0)).to_string(),
        "tuple hash" => {
            let items = a
                .text(0)
                .split_whitespace()
                .map(|item| item.parse().expect("an int"));
            let hashes: Vec<i64> = items.map(hash::small).collect();
            hash::tuple(&hashes).to_string()
        }
        "int" => {
            let n = int_text::parse(a.text(0), a.number(1), int_text::DIGITS_LIMIT)?;
            int_text::to_text(&n, int_text::DIGITS_LIMIT)?
        }
        "float" => float_repr(float_text::parse(a.text(0))?),
        "compare" => {
            let (n, x): (BigInt, f64) = (a.number(0), a.number(1));
            let order = compare::to_float(&n, x);
            agree(n.to_i64().map(|n| compare::small_to_float(n, x)), &order);
            let orders = [Ordering::Less, Ordering::Equal, Ordering::Greater];
            tuple(orders.map(|wanted| truth(order == Some(wanted))))
        }
        _ => panic!("no function {name}"),
    })
}
