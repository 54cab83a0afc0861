//! Threads that go round for ever.

use super::sites::Site;

/// Whether a thread goes round for ever, by Brent's rule: it is compared with a state that
/// is a new one after twice as many steps each time.
#[derive(Default)]
pub struct Rounds {
    steps: u64,
    state: Option<(Site, u128)>,
}

impl Rounds {
    /// Of what is short nothing is kept.
    const FIRST: u64 = 4096;

    pub fn are_endless(&mut self, site: Site, digest: impl Fn() -> u128) -> bool {
        self.steps += 1;
        if self.steps >= Self::FIRST && self.steps.is_power_of_two() {
            self.state = Some((site, digest()));
            return false;
        }
        self.state
            .is_some_and(|(before, state)| before == site && state == digest())
    }
}
