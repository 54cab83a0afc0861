//! Logs that are made at random: what the checker says, and what following every way says.

use std::collections::BTreeMap;

use interleaved::{Doubt, LaneKind, Program, Schedule, Summation, Verdict, check_log};
use proptest::prelude::*;

use crate::{handout, output, run, tasks};

/// The first line of a log that no schedule can print; else how many empty lines
/// it must have lost. It follows every way in which threads can print it, so the
/// tasks must be few.
pub fn every_way(log: &str, tasks: &[Summation]) -> Result<usize, usize> {
    // Which texts wait for their newlines, and how many were lost on the way there.
    let mut ways = BTreeMap::from([(0_u32, 0_usize)]);
    let mut sums: Vec<_> = tasks.iter().map(|task| (task.low, 0)).collect();
    let lines: Vec<&str> = log.trim_end().split('\n').collect();
    for (index, line) in lines.iter().enumerate() {
        let mut next = BTreeMap::new();
        let add = |ways: &mut BTreeMap<u32, usize>, open, lost| {
            let known = ways.entry(open).or_insert(lost);
            *known = lost.min(*known);
        };
        let (mut texts, done) = match line.split_once("Done") {
            Some((texts, _)) => (texts, true),
            None => (*line, false),
        };
        while let Some(text) = texts.strip_prefix('[') {
            let (text, after) = text.split_at(text.find('[').unwrap_or(text.len()));
            texts = after;
            let (name, total) = text.split_once("] total=").unwrap();
            let task = tasks.iter().position(|task| task.name == name).unwrap();
            let (next, sum) = &mut sums[task];
            *sum += i128::from(*next);
            let right = *next < tasks[task].high && *sum == total.parse().unwrap();
            *next += 1;
            ways.retain(|open, _| right && open & (1 << task) == 0);
            let written = ways
                .into_iter()
                .map(|(open, lost)| (open | (1 << task), lost));
            ways = written.collect();
        }
        if done {
            let mut ends = tasks.iter().zip(&sums);
            let finished = ends.all(|(task, (next, _))| *next >= task.high);
            ways.retain(|&open, _| open == 0 && finished);
        }
        if ways.is_empty() {
            return Err(index + 1);
        }
        if index + 1 == lines.len() {
            break;
        }
        for (open, lost) in ways {
            for task in (0..tasks.len()).filter(|task| open & (1 << task) != 0) {
                let rest = open & !(1 << task);
                // Next to a newline others can have been, of any that wait.
                for others in (0..1 << tasks.len()).filter(|others| others & !rest == 0) {
                    add(
                        &mut next,
                        rest & !others,
                        lost + others.count_ones() as usize,
                    );
                }
            }
        }
        if next.is_empty() {
            return Err(index + 1);
        }
        ways = next;
    }
    Ok(ways.values().copied().min().unwrap_or_default())
}

proptest! {
    #[test]
    fn whatever_threads_print_is_possible(seed: u32, lock: bool, count in 1_usize..6, steps in 1_usize..5) {
        let names: Vec<_> = (0..count).map(|task| format!("t{task}:{task}:{}", task + steps)).collect();
        let program = Program {
            tasks: tasks(&names.join(" ")),
            schedule: Schedule::Seeded(seed),
            lock,
            ..handout()
        };
        let log = output(&run(LaneKind::Threads, &program));
        for given in [None, Some(program.tasks.as_slice())] {
            let found = check_log(&log, given);
            prop_assert!(!matches!(found.verdict, Verdict::Impossible { .. }), "{log}\n{found:?}");
            prop_assert!(!lock || found.torn == 0);
        }
    }

    /// A lane's log is known for what it is, and no lane is taken for a stricter one.
    #[test]
    fn the_strictest_lane_is_told(count in 1_usize..5, steps in prop::collection::vec(0_i64..4, 1..5), kept: prop::sample::Index) {
        let names: Vec<_> = steps.iter().enumerate().map(|(task, steps)| format!("t{task}:{count}:{}", count as i64 + steps)).collect();
        let program = Program { tasks: tasks(&names.join(" ")), ..handout() };
        let [sequential, futures] = [LaneKind::Sequential, LaneKind::Async].map(|kind| output(&run(kind, &program)));
        // Done is told by other marks in the two, which is nothing to go by.
        let [sequential, futures] = [sequential.replace('!', ""), futures.replace('!', "")];
        let given = Some(program.tasks.as_slice());
        prop_assert_eq!(check_log(&sequential, given).verdict, Verdict::Sequential);
        let expected = if futures == sequential { Verdict::Sequential } else { Verdict::Async };
        prop_assert_eq!(check_log(&futures, given).verdict, expected);
        // The same of a log that stops somewhere.
        let lines = futures.lines().count();
        let start: String = futures.split_inclusive('\n').take(1 + kept.index(lines)).collect();
        let expected = if sequential.starts_with(&start) { Verdict::Sequential } else { Verdict::Async };
        let found = check_log(&start, given).verdict;
        prop_assert!(found == expected || found == Verdict::Undecided(Doubt::NoTotals), "{:?} {:?}", start, found);
    }

    /// The nearest limit first finds a way if and only if there is one, loses no
    /// newline that it needn't, and fails where everybody must.
    #[test]
    fn newlines_are_given_as_well_as_can_be(pieces in prop::collection::vec(prop::option::of(0_usize..3), 1..14), done: bool) {
        let mut log = String::new();
        let mut sums = [(0, 0); 3];
        for piece in &pieces {
            match piece {
                Some(task) => {
                    let (next, sum) = &mut sums[*task];
                    *sum += *next;
                    *next += 1;
                    log.push_str(&format!("[{task}] total={sum}"));
                }
                None => log.push('\n'),
            }
        }
        let mut given = tasks("0:0:99 1:0:99 2:0:99").to_vec();
        if done {
            log.push_str("Done!!!");
            for (task, (next, _)) in given.iter_mut().zip(sums) {
                task.high = next;
            }
        }
        let found = check_log(&log, Some(&given));
        let known = match found.verdict {
            Verdict::Impossible { line, .. } => Err(line),
            _ => Ok(found.lost),
        };
        prop_assert_eq!(known, every_way(&log, &given), "{:?} {:?}", log, found);
    }
}
