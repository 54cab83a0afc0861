//! What has happened, as JSON: the command, the browser and the Python package tell it
//! alike.

mod answer;
mod events;
mod explored;
mod look;
mod numbers;
mod story;

pub use answer::answer;
pub use events::{event, events};
pub use explored::explored;
pub use look::{look, parts};
pub use numbers::{events as event_numbers, state, tasks};
pub use story::story;

/// Appends a text, as JavaScript's `JSON.stringify` writes it.
fn push_text(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            c if c < ' ' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json.push('"');
}

/// A text alone.
fn quoted(text: &str) -> String {
    let mut json = String::new();
    push_text(&mut json, text);
    json
}

/// Appends a member of an object that isn't its first.
fn push_member(json: &mut String, name: &str, text: &str) {
    json.push_str(",\"");
    json.push_str(name);
    json.push_str("\":");
    push_text(json, text);
}

/// Appends a list of what is JSON already.
fn push_list(json: &mut String, items: impl Iterator<Item = String>) {
    json.push('[');
    for (place, item) in items.enumerate() {
        if place > 0 {
            json.push(',');
        }
        json.push_str(&item);
    }
    json.push(']');
}

/// Nanoseconds in milliseconds, exactly.
fn milliseconds(time: u64) -> String {
    let (whole, rest) = (time / 1_000_000, time % 1_000_000);
    let digits = format!("{whole}.{rest:06}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    digits.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_quoted_as_json_has_it() {
        let mut json = String::new();
        push_text(&mut json, "\"가\"\\\n\t\r\u{8}\u{c}\u{1b}[0m");
        assert_eq!(json, r#""\"가\"\\\n\t\r\b\f\u001b[0m""#);
    }

    #[test]
    fn times_are_exact() {
        let times = [0, 30, 5_000_000_000, 1_500_000, u64::MAX];
        let told = ["0", "0.00003", "5000", "1.5", "18446744073709.551615"];
        assert_eq!(times.map(milliseconds), told);
    }
}
