//! Whatever they are given, the functions answer.

use interleaved_python::calendar::civil::Moment;
use interleaved_python::calendar::strftime::{Extras, strftime};
use interleaved_python::calendar::strptime::strptime;
use interleaved_python::number::{float_text, int, int_text, round};
use interleaved_python::random::Random;
use interleaved_python::text::{
    bytes, case, chars, classes, encode, fields, find, format_number, format_text, pad, percent,
    repr, split,
};
use num_bigint::BigInt;
use proptest::prelude::*;

/// Texts that come close to being formats and numbers, and any others.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-+ #0-9.,_<>=^%sdfgexcz!r:{}()*$a\\[\\]]{0,12}",
        "[0-9_+-.einfxbo ]{0,12}",
        any::<String>(),
    ]
}

fn ints() -> impl Strategy<Value = BigInt> {
    prop_oneof![
        any::<i64>().prop_map(BigInt::from),
        proptest::collection::vec(any::<u8>(), 0..60)
            .prop_map(|bytes| BigInt::from_signed_bytes_le(&bytes)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]

    #[test]
    fn formats_answer(spec in texts(), text in texts(), n in ints(), x in any::<f64>()) {
        let _ = format_text::format(&text, &spec);
        let _ = format_number::int(&n, &spec, "int", 0);
        let _ = format_number::float(x, &spec);
        for part in fields::Parts::new(&text) {
            let Ok(fields::Part { field: Some(field), .. }) = part else { continue };
            let _ = field.check_conversion();
            let mut numbering = fields::Numbering::default();
            if let Ok(path) = fields::Path::new(&field.name, &mut numbering) {
                let _ = path.take_while(Result::is_ok).count();
            }
        }
        for piece in percent::Pieces::new(&spec, true) {
            let Ok(percent::Piece::Field(field)) = piece else { break };
            let _ = (field.text(&text), field.int(&n, 0), field.float(x), field.character_of(&n));
            let _ = (field.unsupported(), field.wrong_type("str"));
        }
    }

    #[test]
    fn texts_answer(text in texts(), other in texts(), start in any::<Option<i64>>(),
                    end in any::<Option<i64>>(), step in any::<Option<i64>>(), n in any::<i64>()) {
        let _ = (find::find(&text, &other, start, end), find::rfind(&text, &other, start, end));
        let _ = (find::count(&text, &other, start, end), find::replace(&text, &other, &text, n));
        let _ = (chars::slice(&text, start, end, step), chars::get(&text, n));
        let _ = (pad::center(&text, n, 'x'), pad::zeros(&text, n), pad::expand_tabs(&text, n));
        let _ = (chars::repeat(&text, n), split::lines(&text, true), split::words(&text, n));
        let _ = (split::split(&text, &other, n), split::rsplit(&text, &other, n));
        let _ = (split::words_from_end(&text, n), split::strip(&text, None, split::Ends::Both));
        let _ = (case::title(&text), case::casefold(&text), case::swapcase(&text));
        let _ = (case::capitalize(&text), classes::text_is_title(&text), repr::ascii(&text));
        let _ = (encode::encode(&text, "ascii", "strict"), bytes::from_hex(&text));
        let _ = (int_text::parse(&text, n % 40, 100), float_text::parse(&text));
        let _ = (bytes::hex_grouped(text.as_bytes(), ':', n), bytes::find(text.as_bytes(), b"a", start, end));
        let _ = bytes::replace(text.as_bytes(), other.as_bytes(), text.as_bytes(), n);
    }

    #[test]
    fn bytes_answer(data in proptest::collection::vec(any::<u8>(), 0..40)) {
        for errors in ["strict", "replace", "ignore", "backslashreplace"] {
            let _ = encode::decode(&data, "utf-8", errors);
        }
        prop_assert_eq!(encode::decode(&data, "utf-8", "replace").unwrap(),
                        String::from_utf8_lossy(&data).into_owned());
    }

    #[test]
    fn numbers_answer(a in ints(), b in ints(), m in ints(), x in any::<f64>(), digits in any::<i64>()) {
        let _ = (int::true_div(&a, &b), int::pow(&a, &b), int::pow_mod(&a, &b, &m));
        let _ = (int::shift_left(&a, &b), int::shift_right(&a, &b), round::int(&a, &b));
        let _ = (round::float(x, digits), round::float(x, digits % 400), float_text::hex(x));
        let shown = float_text::float_repr(x);
        let read = float_text::parse(&shown).unwrap();
        prop_assert!(read.to_bits() == x.to_bits() || x.is_nan() && read.is_nan());
        if let Ok((quotient, rest)) = int::div_mod(&a, &b) {
            prop_assert_eq!(quotient * b + rest, a);
        }
    }

    #[test]
    fn random_numbers_answer(seed in texts(), a in ints(), b in ints(), step in ints(), count in -5_i64..2000) {
        let mut random = Random::from_text(&seed);
        let _ = (random.randrange(&a, &b, &step), random.randint(&a, &b), random.bits(count));
        let _ = (random.sample(1000, count), random.bytes(count));
        for (x, y) in [(f64::NAN, 1.0), (f64::INFINITY, f64::INFINITY), (1e-300, 1e300), (-1.0, 0.0)] {
            let _ = (random.gammavariate(x, y), random.betavariate(y, x), random.gauss(x, y));
            let _ = (random.vonmisesvariate(x, y), random.vonmisesvariate(y, x));
            let _ = (random.expovariate(y), random.paretovariate(x), random.weibullvariate(x, y));
        }
    }

    #[test]
    fn dates_answer(text in texts(), format in "[-%a-zA-Z0-9 _:.]{0,12}", n in any::<i64>()) {
        let _ = strftime(&format, &Moment::from_seconds(n), &Extras::default());
        let _ = (strptime(&text, &format), strptime(&text, &text));
        let shown = strftime(&format, &Moment::from_seconds(n % 100_000_000_000), &Extras::default());
        let _ = shown.map(|shown| strptime(&shown, &format));
    }
}
