//! The keys that no character stands for, as WebDriver writes them.

#![allow(dead_code, reason = "a list is easier to use when it is whole")]

pub const BACKSPACE: &str = "\u{e003}";
pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";
pub const SHIFT: &str = "\u{e008}";
pub const CONTROL: &str = "\u{e009}";
pub const ALT: &str = "\u{e00a}";
pub const META: &str = "\u{e03d}";
pub const ESCAPE: &str = "\u{e00c}";
pub const SPACE: &str = " ";
pub const PAGE_UP: &str = "\u{e00e}";
pub const PAGE_DOWN: &str = "\u{e00f}";
pub const END: &str = "\u{e010}";
pub const HOME: &str = "\u{e011}";
pub const LEFT: &str = "\u{e012}";
pub const UP: &str = "\u{e013}";
pub const RIGHT: &str = "\u{e014}";
pub const DOWN: &str = "\u{e015}";
pub const DELETE: &str = "\u{e017}";

/// The keys that change what others mean while they are down.
pub const MODIFIERS: &str = "\u{e008}\u{e009}\u{e00a}\u{e03d}";
