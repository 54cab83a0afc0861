//! A schedule as a value and as a short text, by which a run can be repeated.

use std::fmt;
use std::rc::Rc;

use super::Driver;

/// Who goes on, and when threads are interrupted, in the place of a seed.
///
/// As a text: the choices with commas between, `0*4` for four equal ones; after a slash, if
/// threads are interrupted, after how many instructions, each counted from the one before;
/// and after another, if all are held up, at which turns, counted alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Each time that several can go on, the place of the one that does, as in
    /// [`Schedule::Chosen`](interleaved::schedule::Schedule::Chosen).
    pub choices: Rc<Vec<usize>>,
    /// At which instructions, counted from the start, the thread that runs is interrupted.
    pub interruptions: Rc<Vec<u64>>,
    /// Before which turns, counted from 1, time passes until somebody else is ready too, if
    /// that is soon.
    pub pauses: Rc<Vec<u64>>,
}

impl From<Vec<usize>> for Chosen {
    fn from(choices: Vec<usize>) -> Self {
        Chosen {
            choices: Rc::new(choices),
            ..Chosen::default()
        }
    }
}

/// So many choices or interruptions may stand in a text, which may repeat them.
const MOST: usize = 10_000_000;

impl Chosen {
    /// Reads a text.
    ///
    /// # Errors
    /// The part of the text that isn't a number, or is one too many.
    pub fn read(text: &str) -> Result<Chosen, &str> {
        let (choices, moments) = text.split_once('/').unwrap_or((text, ""));
        let (interruptions, pauses) = moments.split_once('/').unwrap_or((moments, ""));
        let choices = numbers(choices)?;
        Ok(Chosen {
            choices: Rc::new(choices.into_iter().map(|choice| choice as usize).collect()),
            interruptions: Rc::new(moments_of(&numbers(interruptions)?)),
            pauses: Rc::new(moments_of(&numbers(pauses)?)),
        })
    }
}

/// Moments counted from the start, of those counted each from the one before.
fn moments_of(spans: &[u32]) -> Vec<u64> {
    let mut at: u64 = 0;
    let moments = spans.iter().map(|&more| {
        at = at.saturating_add(more.into());
        at
    });
    moments.collect()
}

fn numbers(text: &str) -> Result<Vec<u32>, &str> {
    let mut numbers = Vec::new();
    if text.trim().is_empty() {
        return Ok(numbers);
    }
    for part in text.split(',') {
        let part = part.trim();
        let (number, times) = part.split_once('*').unwrap_or((part, "1"));
        let number = number.parse().map_err(|_| part)?;
        let times: usize = times.parse().map_err(|_| part)?;
        if times > MOST - numbers.len() {
            return Err(part);
        }
        numbers.resize(numbers.len() + times, number);
    }
    Ok(numbers)
}

impl fmt::Display for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let choices = self.choices.iter().map(|&choice| choice as u64);
        let choices: Vec<_> = choices.collect();
        // Where the choices have run out, the rest are 0.
        let end = choices.iter().rposition(|&choice| choice > 0);
        write_numbers(f, &choices[..end.map_or(0, |end| end + 1)])?;
        let moments = [&self.interruptions, &self.pauses];
        let count = moments.iter().rposition(|moments| !moments.is_empty());
        for moments in moments.into_iter().take(count.map_or(0, |last| last + 1)) {
            f.write_str("/")?;
            let before = std::iter::once(&0).chain(&**moments);
            let both = moments.iter().zip(before);
            let spans: Vec<_> = both
                .map(|(at, before)| at.saturating_sub(*before))
                .collect();
            write_numbers(f, &spans)?;
        }
        Ok(())
    }
}

fn write_numbers(f: &mut fmt::Formatter<'_>, numbers: &[u64]) -> fmt::Result {
    for (place, run) in numbers.chunk_by(|a, b| a == b).enumerate() {
        if place > 0 {
            f.write_str(",")?;
        }
        write!(f, "{}", run[0])?;
        if run.len() > 1 {
            write!(f, "*{}", run.len())?;
        }
    }
    Ok(())
}

impl Driver {
    /// The schedule of what has been run so far: given as one, it repeats the run.
    pub fn schedule(&self) -> String {
        let chosen = match &self.options.schedule {
            Some(chosen) => chosen.clone(),
            None => Chosen {
                choices: Rc::new(self.kernel.choices().to_vec()),
                interruptions: Rc::new(self.interruptions.clone()),
                pauses: Rc::new(self.pauses.clone()),
            },
        };
        chosen.to_string()
    }

    /// How many instructions there are until a schedule has the thread interrupted.
    pub(super) fn until_interruption(&self, chosen: &Chosen) -> u64 {
        let next = chosen.interruptions.get(self.interruptions.len());
        next.map_or(u64::MAX, |at| at.saturating_sub(self.machine.steps))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, choices: &[usize], interruptions: &[u64]) {
        let chosen = Chosen::read(text).expect("it can be read");
        assert_eq!(*chosen.choices, choices);
        assert_eq!(*chosen.interruptions, interruptions);
        assert_eq!(Chosen::read(&chosen.to_string()), Ok(chosen));
    }

    #[test]
    fn a_schedule_is_a_short_text() {
        check("", &[], &[]);
        check("1,0,0,2", &[1, 0, 0, 2], &[]);
        check("0*3, 1 /20,5*2", &[0, 0, 0, 1], &[20, 25, 30]);
        check("/7", &[], &[7]);
        let held_up = Chosen::read("1//3,2").expect("it can be read");
        assert_eq!(*held_up.pauses, [3, 5]);
        assert_eq!(held_up.to_string(), "1//3,2");
        let chosen = Chosen::from(vec![1, 1, 0, 2, 0, 0]);
        assert_eq!(chosen.to_string(), "1*2,0,2");
    }

    #[test]
    fn what_is_no_number_is_named() {
        for (text, part) in [("1,x", "x"), ("1,,2", ""), ("0/1,-3", "-3"), ("1,2*", "2*")] {
            assert_eq!(Chosen::read(text), Err(part));
        }
        assert_eq!(Chosen::read("0*99999999999"), Err("0*99999999999"));
    }
}
