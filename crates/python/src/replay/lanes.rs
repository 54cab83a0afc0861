//! Which runs stand side by side: each program with each seed.

use super::Playback;
use crate::driver::{BadOption, Options};

/// So many at most.
const MOST_LANES: usize = 8;

impl Playback {
    /// The runs of programs, with a NUL between two of them, by options as text (see
    /// [`Options::read`]); but `seed` may have several, with spaces between.
    ///
    /// # Errors
    /// What is wrong with an option.
    pub fn read(programs: &str, text: &str, defaults: &Options) -> Result<Playback, BadOption> {
        let mut options = defaults.clone();
        let (rest, seeds) = without_seeds(text);
        options.read(&rest)?;
        let mut runs = Vec::new();
        for program in programs.split('\0') {
            for seed in seeds.split(' ') {
                let mut options = options.clone();
                options.set("seed", seed)?;
                runs.push((program, options));
            }
        }
        runs.truncate(MOST_LANES);
        Ok(Playback::new(runs))
    }
}

/// The options but for the seeds, and these.
fn without_seeds(text: &str) -> (String, String) {
    let mut rest = String::new();
    let mut seeds = String::from("0");
    let mut texts = text.split('\0');
    while let (Some(name), Some(value)) = (texts.next(), texts.next()) {
        if name == "seed" {
            seeds = value.split_whitespace().collect::<Vec<_>>().join(" ");
        } else {
            rest += &format!("{name}\0{value}\0");
        }
    }
    (rest, seeds)
}
