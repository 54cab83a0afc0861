//! What the pages do in a real browser. See [`crate::page`] for what a test gets.
//!
//! Speed proves nothing here: a test waits for what must come, and where it says
//! something of time it says that nothing came too early.

mod axe;
mod code;
mod editor;
mod element;
mod embedding;
mod errors;
mod executor;
mod helpers;
mod keyboard;
mod languages;
mod layout;
mod menu;
mod playback;
mod predict;
mod settings;
mod timeline;

use crate::page::Test;

/// All tests, in the order in which they run.
pub const ALL: &[&[Test]] = &[
    playback::TESTS,
    keyboard::TESTS,
    settings::TESTS,
    errors::TESTS,
    element::TESTS,
    embedding::TESTS,
    languages::TESTS,
    layout::TESTS,
    executor::ALL,
    predict::ALL,
    editor::ALL,
    code::ALL,
    menu::ALL,
    timeline::ALL,
    axe::ALL,
];
