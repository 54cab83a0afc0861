//! The browser boundary, and the only part that knows of one.
//!
//! The site has a wasm file for each of the modules here, so that a page loads
//! only what it uses; a feature with the module's name makes it.
//! Nothing but plain numbers and text crosses, in the form that
//! [`interleaved::crossing`] gives them: no object, closure or promise, but where
//! the browser's own event loop is what is shown. That makes it small, and fast.
//!
//! Who writes a wasm crate with `interleaved` in it doesn't depend on this one, so gets
//! neither these functions nor this allocator.
#![cfg(target_arch = "wasm32")]

#[cfg(feature = "check")]
pub mod check;
#[cfg(feature = "event-loop")]
pub mod event_loop;
#[cfg(feature = "core")]
pub mod player;
#[cfg(feature = "worker")]
pub mod worker;

/// Smaller than the standard one, and faster.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
