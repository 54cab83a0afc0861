use interleaved_python::text::{
    bytes, case, chars, classes, encode, find, pad, repr,
    split::{self, Ends},
};
use num_bigint::BigInt;

use crate::{Answer, Arguments, list, truth, tuple};

#[test]
fn texts_and_bytes_are_as_cpythons() {
    crate::check("text", evaluate);
}

fn place(found: Option<usize>) -> String {
    found.map_or("-1".into(), |index| index.to_string())
}

fn texts(parts: Vec<&str>) -> String {
    list(parts.into_iter().map(repr::text))
}

fn blobs(parts: Vec<&[u8]>) -> String {
    list(parts.into_iter().map(repr::bytes))
}

fn predicate(name: &str) -> Option<fn(char) -> bool> {
    Some(match name {
        "isprintable" => classes::is_printable,
        "isalpha" => classes::is_alpha,
        "isdecimal" => classes::is_decimal,
        "isdigit" => classes::is_digit,
        "isnumeric" => classes::is_numeric,
        "isalnum" => classes::is_alnum,
        "isspace" => classes::is_space,
        _ => return None,
    })
}

fn summary(holds: fn(char) -> bool) -> String {
    let (mut count, mut sum) = (0, 0);
    let all = ('\0'..'\u{32400}').chain('\u{e0000}'..'\u{e0200}');
    for c in all.filter(|&c| holds(c)) {
        sum += u64::from(u32::from(c)) * (count % 1009 + 1);
        count += 1;
    }
    tuple([count.to_string(), sum.to_string()])
}

fn evaluate(name: &str, a: &Arguments) -> Answer {
    if let Some(name) = name.strip_suffix(" of all") {
        return Ok(summary(predicate(name).expect("a predicate")));
    }
    if name.starts_with("bytes ") || matches!(name, "bytearray repr" | "hex" | "hex grouped") {
        return bytes_method(name, a);
    }
    let text = a.text(0);
    let bounds = |first| (a.maybe_number(first), a.maybe_number(first + 1));
    Ok(match name {
        "repr" => repr::text(&repr::text(text)),
        "ascii" => repr::text(&repr::ascii(text)),
        "upper" => repr::text(&case::upper(text)),
        "lower" => repr::text(&case::lower(text)),
        "capitalize" => repr::text(&case::capitalize(text)),
        "title" => repr::text(&case::title(text)),
        "swapcase" => repr::text(&case::swapcase(text)),
        "casefold" => repr::text(&case::casefold(text)),
        "isprintable" => truth(classes::text_is_printable(text)),
        "isupper" => truth(classes::text_is_upper(text)),
        "islower" => truth(classes::text_is_lower(text)),
        "istitle" => truth(classes::text_is_title(text)),
        "isidentifier" => truth(classes::text_is_identifier(text)),
        "isascii" => truth(text.is_ascii()),
        _ if predicate(name).is_some() => {
            truth(predicate(name).is_some_and(|holds| classes::all(text, holds)))
        }
        "splitlines" => texts(split::lines(text, a.text(1) == "True")),
        "expandtabs" => repr::text(&pad::expand_tabs(text, a.number(1))?),
        "encode" => repr::bytes(&encode::encode(text, a.text(1), a.text(2))?),
        "center" => repr::text(&pad::center(text, a.number(1), a.number(2))?),
        "ljust" => repr::text(&pad::left(text, a.number(1), a.number(2))?),
        "rjust" => repr::text(&pad::right(text, a.number(1), a.number(2))?),
        "zfill" => repr::text(&pad::zeros(text, a.number(1))?),
        "find" => place(find::find(text, a.text(1), bounds(2).0, bounds(2).1)),
        "rfind" => place(find::rfind(text, a.text(1), bounds(2).0, bounds(2).1)),
        "index" => find::index(text, a.text(1), bounds(2).0, bounds(2).1)?.to_string(),
        "rindex" => find::rindex(text, a.text(1), bounds(2).0, bounds(2).1)?.to_string(),
        "count" => find::count(text, a.text(1), bounds(2).0, bounds(2).1).to_string(),
        "startswith" => {
            let prefixes = [a.text(1), a.text(2)];
            truth(find::starts_with(text, &prefixes, bounds(3).0, bounds(3).1))
        }
        "endswith" => {
            let suffixes = [a.text(1), a.text(2)];
            truth(find::ends_with(text, &suffixes, bounds(3).0, bounds(3).1))
        }
        "replace" => repr::text(&find::replace(text, a.text(1), a.text(2), a.number(3))?),
        "split" => texts(split::split(text, a.text(1), a.number(2))?),
        "rsplit" => texts(split::rsplit(text, a.text(1), a.number(2))?),
        "words" => texts(split::words(text, a.number(1))),
        "rwords" => texts(split::words_from_end(text, a.number(1))),
        "partition" => tuple(find::partition(text, a.text(1))?.map(repr::text)),
        "rpartition" => tuple(find::rpartition(text, a.text(1))?.map(repr::text)),
        "removeprefix" => repr::text(find::remove_prefix(text, a.text(1))),
        "removesuffix" => repr::text(find::remove_suffix(text, a.text(1))),
        "strip" => repr::text(split::strip(text, a.maybe_text(1), Ends::Both)),
        "lstrip" => repr::text(split::strip(text, a.maybe_text(1), Ends::Left)),
        "rstrip" => repr::text(split::strip(text, a.maybe_text(1), Ends::Right)),
        "slice" => repr::text(&chars::slice(
            text,
            bounds(1).0,
            bounds(1).1,
            a.maybe_number(3),
        )?),
        "indices" => {
            let (start, stop) = bounds(0);
            let slice = chars::Slice::new(start, stop, a.maybe_number(2), a.number(3))?;
            list(slice.indices().map(|index| index.to_string()))
        }
        "get" => repr::text(&chars::get(text, a.number(1))?.to_string()),
        "decode" => repr::text(&encode::decode(&a.bytes(0), a.text(1), a.text(2))?),
        "fromhex" => repr::bytes(&bytes::from_hex(text)?),
        "from_bytes" => {
            bytes::to_int(&a.bytes(0), a.text(1) == "big", a.text(2) == "True").to_string()
        }
        "to_bytes" => {
            let n: BigInt = a.number(0);
            let (big, signed) = (a.text(2) == "big", a.text(3) == "True");
            repr::bytes(&bytes::from_int(&n, a.number(1), big, signed)?)
        }
        _ => panic!("no function {name}"),
    })
}

fn bytes_method(name: &str, a: &Arguments) -> Answer {
    let data = a.bytes(0);
    let bounds = || (a.maybe_number(2), a.maybe_number(3));
    Ok(match name {
        "bytes find" => place(bytes::find(&data, &a.bytes(1), bounds().0, bounds().1)),
        "bytes rfind" => place(bytes::rfind(&data, &a.bytes(1), bounds().0, bounds().1)),
        "bytes count" => bytes::count(&data, &a.bytes(1), bounds().0, bounds().1).to_string(),
        "bytes startswith" => truth(bytes::starts_with(
            &data,
            &[&a.bytes(1)],
            bounds().0,
            bounds().1,
        )),
        "bytes endswith" => truth(bytes::ends_with(
            &data,
            &[&a.bytes(1)],
            bounds().0,
            bounds().1,
        )),
        "bytes replace" => repr::bytes(&bytes::replace(
            &data,
            &a.bytes(1),
            &a.bytes(2),
            a.number(3),
        )?),
        "bytes split" => blobs(bytes::split(&data, &a.bytes(1), a.number(2))?),
        "bytes words" => blobs(bytes::words(&data)),
        "bytes strip" => repr::bytes(bytes::strip(&data, Some(&a.bytes(1)), true, true)),
        "bytes lstrip" => repr::bytes(bytes::strip(&data, None, true, false)),
        "bytes rstrip" => repr::bytes(bytes::strip(&data, None, false, true)),
        "bytes repr" => repr::bytes(&data),
        "bytearray repr" => repr::bytearray(&data),
        "hex" => repr::text(&bytes::hex(&data)),
        "hex grouped" => repr::text(&bytes::hex_grouped(&data, a.number(1), a.number(2))),
        _ => panic!("no function {name}"),
    })
}
