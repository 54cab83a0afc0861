//! What the pages do in a real browser. See [`crate::page`] for what a test gets.
//!
//! Speed proves nothing here: a test waits for what must come, and where it says
//! something of time it says that nothing came too early.

mod axe;

use crate::page::Test;

/// All tests by their parts, in the order in which they run.
const ALL: &[(&str, &[Test])] = &[("axe", axe::TESTS)];

/// The tests of which the part or the name has `words`.
pub fn named(words: &str) -> Vec<Test> {
    let mut tests = Vec::new();
    for (part, of_part) in ALL {
        let fits = |(name, _): &&Test| part.contains(words) || name.contains(words);
        tests.extend(of_part.iter().filter(fits));
    }
    tests
}
