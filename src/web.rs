//! The browser boundary, and the only part that knows of one.
//!
//! The site has a wasm file for each of the modules here, so that a page loads
//! only what it uses; a feature of the crate with the module's name makes it.
//! Nothing but plain numbers and text crosses: no object, closure or promise.
//! That makes it small, and fast.

#[cfg(feature = "core")]
mod player;

/// Smaller than the standard one, and faster.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
