//! Python programs, run step by step on a machine that is one value.
//!
//! In reading order:
//!
//! 1. [`text`]: numbers and texts as Python reads, formats and prints them. It
//!    knows no machine.

pub mod text;
