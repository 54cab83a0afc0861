//! What is asked of a search, by names.

use super::{Limits, Search};
use crate::driver::settings::{AMOUNTS, MOST, bad, pairs, whole};
use crate::driver::{BadOption, Options};

const NAMES: &str = "seed switch stdout input output limits.states limits.steps limits.seconds \
    limits.output limits.memory";

/// Of states, and of seconds.
const NUMBERS: &str = "1 4294967295";

/// A program's options, and when the search stops.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub options: Options,
    pub limits: Limits,
    /// Who searches looks at the clock.
    pub seconds: Option<u32>,
    /// The one output that is looked for: see [`Search::wanting`].
    pub output: Option<String>,
}

impl Asked {
    /// A search of which nothing has been done yet.
    pub fn search(self, text: &str) -> Search {
        let search = Search::new(text, self.options, self.limits);
        match self.output {
            Some(output) => search.wanting(&output),
            None => search,
        }
    }

    /// Sets several: see [`Options::read`].
    ///
    /// # Errors
    /// What is wrong with the first that can't be used. Those after it are set all the same.
    pub fn read(&mut self, text: &str) -> Result<(), BadOption> {
        let mut result = Ok(());
        for (name, value) in pairs(text) {
            let set = self.set(name, value);
            result = result.and(set);
        }
        result
    }

    /// Sets an option by its name: `limits.states`, `limits.steps` (of one run),
    /// `limits.seconds`, `output`, or one of a run that says how the program runs, not who goes next.
    ///
    /// # Errors
    /// What is wrong, if there is no such option, or it can't be this.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), BadOption> {
        let number = || whole(name, value, 1, u32::MAX.into(), NUMBERS);
        match name {
            "limits.states" => self.limits.states = number()? as usize,
            "limits.steps" => self.limits.steps = whole(name, value, 1, MOST, AMOUNTS)?,
            "limits.seconds" => self.seconds = Some(number()? as u32),
            "output" => self.output = Some(value.to_string()),
            "seed" | "switch" | "stdout" | "input" | "limits.output" | "limits.memory" => {
                self.options.set(name, value)?;
            }
            _ => return Err(bad("notOneOf", "options", name, NAMES)),
        }
        Ok(())
    }
}
