//! The module `math`, and the functions that powers and random numbers need.
//!
//! Programs must print the same in every browser and natively, so no function here
//! is the platform's. CPython takes the platform's, whose results are nearly always
//! the floats nearest to the exact ones: so are these.

pub mod angles;
mod double;
pub mod elementary;
pub mod functions;
mod gamma;
pub mod integers;
pub mod sums;
