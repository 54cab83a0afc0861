use interleaved_python::fault::Fault;
use interleaved_python::number::float_text::float_repr;
use interleaved_python::random::Random;
use interleaved_python::text::{bytes, repr};
use num_bigint::BigInt;

use crate::{Answer, Arguments, list};

#[test]
fn random_numbers_are_cpythons() {
    crate::check("random_module", evaluate);
}

#[test]
fn a_copied_generator_goes_on_alike() {
    let mut generator = Random::from_int(&7.into());
    for _ in 0..1000 {
        generator.gauss(0.0, 1.0);
    }
    generator.random();
    let (words, place, kept) = generator.state();
    let mut restored = Random::from_state(words, place, kept);
    let mut copy = generator.clone();
    let next: Vec<f64> = (0..700).map(|_| generator.gauss(0.0, 1.0)).collect();
    assert_eq!(
        next,
        (0..700).map(|_| copy.gauss(0.0, 1.0)).collect::<Vec<_>>()
    );
    assert_eq!(
        next,
        (0..700)
            .map(|_| restored.gauss(0.0, 1.0))
            .collect::<Vec<_>>()
    );
}

fn seeded(seed: &str) -> Random {
    match seed.split_once(' ').unwrap_or((seed, "")) {
        ("text", text) => Random::from_text(text),
        ("bytes", digits) => Random::from_bytes(&bytes::from_hex(digits).expect("bytes")),
        (number, _) if number.contains('.') => Random::from_float(number.parse().expect("a float")),
        (number, _) => Random::from_int(&number.parse().expect("an int")),
    }
}

fn five(mut draw: impl FnMut() -> Result<String, Fault>) -> Answer {
    let drawn: Result<Vec<String>, Fault> = (0..5).map(|_| draw()).collect();
    drawn.map(list)
}

fn indices(found: Vec<usize>) -> String {
    list(found.into_iter().map(|index| index.to_string()))
}

fn evaluate(name: &str, a: &Arguments) -> Answer {
    let mut random = seeded(a.text(0));
    let x = || a.number::<f64>(1);
    let y = || a.number::<f64>(2);
    let int = |index| a.number::<BigInt>(index);
    let shown = |n: BigInt| n.to_string();
    match name {
        "random" => five(|| Ok(float_repr(random.random()))),
        "getrandbits" => five(|| random.bits(a.number(1)).map(shown)),
        "randrange" if a.0.len() == 2 => five(|| random.randrange_to(&int(1)).map(shown)),
        "randrange" => five(|| random.randrange(&int(1), &int(2), &int(3)).map(shown)),
        "randint" => five(|| random.randint(&int(1), &int(2)).map(shown)),
        "randbytes" => five(|| random.bytes(a.number(1)).map(|data| repr::bytes(&data))),
        "uniform" => five(|| Ok(float_repr(random.uniform(x(), y())))),
        "triangular" => {
            let mode = (a.0.len() > 3).then(|| a.number(3));
            five(|| Ok(float_repr(random.triangular(x(), y(), mode))))
        }
        "normalvariate" => five(|| Ok(float_repr(random.normalvariate(x(), y())))),
        "gauss" => five(|| Ok(float_repr(random.gauss(x(), y())))),
        "lognormvariate" => five(|| random.lognormvariate(x(), y()).map(float_repr)),
        "expovariate" => five(|| random.expovariate(x()).map(float_repr)),
        "vonmisesvariate" => five(|| random.vonmisesvariate(x(), y()).map(float_repr)),
        "gammavariate" => five(|| random.gammavariate(x(), y()).map(float_repr)),
        "betavariate" => five(|| random.betavariate(x(), y()).map(float_repr)),
        "paretovariate" => five(|| random.paretovariate(x()).map(float_repr)),
        "weibullvariate" => five(|| random.weibullvariate(x(), y()).map(float_repr)),
        "choice" => five(|| random.choice(a.number(1)).map(|index| index.to_string())),
        "choices" => five(|| Ok(random.pick(a.number(1)).to_string())),
        "sample" => random.sample(a.number(1), a.number(2)).map(indices),
        "sample counts" => {
            let counts: Vec<i64> = (2..a.0.len()).map(|index| a.number(index)).collect();
            random.sample_counted(3, &counts, a.number(1)).map(indices)
        }
        "weighted" => {
            let weights: Vec<f64> = (1..a.0.len()).map(|index| a.number(index)).collect();
            random.choices(weights.len(), &weights, 6).map(indices)
        }
        "shuffle" => {
            let mut items: Vec<usize> = (0..a.number(1)).collect();
            random.shuffle(&mut items);
            Ok(indices(items))
        }
        "many" => {
            let all: Vec<f64> = (0..2000).map(|_| random.random()).collect();
            Ok(list(all[1997..].iter().map(|&x| float_repr(x))))
        }
        _ => panic!("no function {name}"),
    }
}
