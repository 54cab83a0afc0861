//! Numbers as Python computes, compares, hashes, reads and prints them.
//!
//! An int is an `i64` or a [`BigInt`](num_bigint::BigInt), a float an `f64`. Where
//! a function takes an int that is nearly always small, it has a sister for small
//! ones.

pub mod compare;
pub mod convert;
pub mod float;
pub mod float_text;
pub mod hash;
pub mod int;
pub mod int_text;
pub mod round;
