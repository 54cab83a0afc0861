//! The summations of the lesson by different means, for `cargo xtask bench`.
//!
//! 1. `lane` and `sleepers`: virtual time, natively and in a browser.
//! 2. `ours`: the crate in real time, with one timer for all tasks.
//! 3. `peer`: futures that sleep by other crates, as one would write it first.
//!
//! All do the same work: task number i is called `Ti` and sums from i on; a step
//! adds, sleeps and prints. A feature chooses the one that a wasm file holds.

#[cfg(feature = "ours")]
pub mod lane;
#[cfg(all(target_arch = "wasm32", feature = "ours"))]
mod ours;
#[cfg(all(
    target_arch = "wasm32",
    any(feature = "gloo", feature = "wasmtimer", feature = "tokio")
))]
mod peer;
#[cfg(feature = "ours")]
pub mod sleepers;
