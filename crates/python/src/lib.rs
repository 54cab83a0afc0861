//! Python programs, run step by step on a machine that is one value.
//!
//! In reading order:
//!
//! 1. [`fault`]: what a function answers that can't.
//! 2. [`text`], [`number`], [`math`], [`random`], [`calendar`]: texts, numbers and dates as
//!    Python reads, computes, formats and prints them. They know no machine.

pub mod calendar;
pub mod fault;
pub mod math;
pub mod number;
pub mod random;
pub mod text;
