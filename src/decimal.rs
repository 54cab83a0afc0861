//! Numbers to and from decimal text.
//!
//! The standard formatting and float parsing would be a fifth of what ships,
//! for the few forms that this crate reads and writes.

/// Appends `number` in decimal.
pub(crate) fn push_decimal(text: &mut String, number: i128) {
    // A u128 has at most 39 digits.
    let mut digits = [0_u8; 39];
    let mut start = digits.len();
    let mut push_digit = |digit: u8| {
        start -= 1;
        digits[start] = b'0' + digit;
    };
    let mut rest = number.unsigned_abs();
    while u64::try_from(rest).is_err() {
        push_digit((rest % 10) as u8);
        rest /= 10;
    }
    // Division of 64 bits is many times faster than of 128, and nearly always enough.
    let mut rest = rest as u64;
    loop {
        push_digit((rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        text.push('-');
    }
    text.extend(digits[start..].iter().map(|&digit| char::from(digit)));
}

/// Reads an unsigned decimal number such as `2`, `0.25` or `.5` as thousandths.
/// It is rounded to the nearest, since a caller's `0.1 + 0.7` has sixteen digits.
pub(crate) fn parse_thousandths(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || whole.len() + fraction.len() == 0 {
        return None;
    }
    let mut thousandths = match whole {
        "" => 0,
        _ => whole.parse::<u64>().ok()?,
    };
    let mut fraction = fraction.bytes();
    for _ in 0..3 {
        let digit = fraction.next().map_or(0, |byte| u64::from(byte - b'0'));
        thousandths = thousandths.checked_mul(10)?.checked_add(digit)?;
    }
    let rounds_up = fraction.next().is_some_and(|byte| byte >= b'5');
    thousandths.checked_add(u64::from(rounds_up))
}
