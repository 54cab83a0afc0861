//! Numbers to and from decimal text.
//!
//! The standard float parsing would be a fifth of what ships, for the few forms that
//! this crate reads.

/// Appends `number` in decimal.
pub(crate) fn push_decimal(text: &mut String, number: i128) {
    text.push_str(itoa::Buffer::new().format(number));
}

/// Reads a whole number such as `5` or `-12`.
pub(crate) fn parse_whole(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    Some(sign * i64::try_from(parse_digits(digits)?).ok()?)
}

/// Reads a whole number that has no sign.
pub(crate) fn parse_digits(text: &str) -> Option<u64> {
    parse(text, None)
}

/// Reads an unsigned decimal number such as `2`, `0.25` or `.5` as thousandths.
/// It is rounded to the nearest, since a caller's `0.1 + 0.7` has sixteen digits.
pub(crate) fn parse_thousandths(text: &str) -> Option<u64> {
    parse(text, Some(3))
}

/// Reads digits; with `decimals`, a point may be among them, and the number is
/// scaled so that it is whole with so many of them.
fn parse(text: &str, decimals: Option<u32>) -> Option<u64> {
    let mut number = 0_u64;
    let mut any = false;
    // How many more digits count: all before the point, then the decimals.
    let mut left = None;
    for byte in text.bytes() {
        match byte {
            b'.' if left.is_none() && decimals.is_some() => left = decimals,
            b'0'..=b'9' => {
                any = true;
                let digit = u64::from(byte - b'0');
                match left {
                    // The first digit that doesn't count rounds.
                    Some(0) => {
                        number = number.checked_add(digit / 5)?;
                        left = Some(u32::MAX);
                    }
                    Some(u32::MAX) => {}
                    _ => {
                        number = number.checked_mul(10)?.checked_add(digit)?;
                        left = left.map(|left| left - 1);
                    }
                }
            }
            _ => return None,
        }
    }
    let missing = match left {
        Some(u32::MAX) => 0,
        Some(left) => left,
        None => decimals.unwrap_or(0),
    };
    for _ in 0..missing {
        number = number.checked_mul(10)?;
    }
    any.then_some(number)
}
