//! The lesson in a terminal: the same tasks in several lanes, side by side in time.
//!
//! ```sh
//! cargo run --example lesson
//! cargo run --example lesson -- --real speed=2
//! cargo run --example lesson -- lanes="async threads" seed=7 tasks="A:1:4 B:1:4"
//! ```
//!
//! It does all that a user of the crate has to do:
//!
//! 1. [`read_settings`] makes a [`Config`] of text, which is all that can fail.
//! 2. [`run`] starts a [`Demo`] and moves its time, by a [`Time`] that is real or not:
//!    how a lane runs doesn't depend on that.
//! 3. [`Table`] shows the events that are new, and [`compare`] what it all took.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use interleaved::{Config, Demo, EventKind, Lane, Progress};

/// Virtual time, beside which there is the real one here.
type Millis = interleaved::Time;

const HELP: &str = "\
The same tasks one after the other, as futures on one thread, and as threads.

Usage: lesson [--real] [SETTING=VALUE ...]

  --real     in real time; otherwise the whole run takes no time at all
  --help     this text

Settings, with their defaults:

  tasks=\"A:1:5 B:5:10 C:10:15\"   name:low:high sums low, low + 1 and so on below high
  interval=1000                  how many milliseconds a step takes
  lanes=\"sequential async\"       any of sequential, async, threads and workers
  seed=1                         what decides in the lane threads
  lock=true                      threads print under a lock
  work=wait                      what a step does: wait, compute or block
  speed=1                        how many times faster than real time
";

/// So many polls of a lane go by before the others have their turn.
const POLLS: u32 = 10_000;

/// The width of the longest bar.
const BAR: u64 = 40;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == "--help") {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let (config, time) = match read_settings(&words) {
        Ok(settings) => settings,
        Err(problem) => {
            eprintln!("error: {problem}");
            return ExitCode::FAILURE;
        }
    };
    match run(config, time, &mut io::stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever has read enough, as `head` does, is no reason to complain.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the command line; what is wrong with a setting the crate itself says.
fn read_settings(words: &[String]) -> Result<(Config, Time), String> {
    let mut time = Time::Virtual { micros: 0 };
    let mut settings = Vec::new();
    for word in words {
        if word == "--real" {
            time = Time::Real(Instant::now());
        } else if let Some(setting) = word.split_once('=') {
            settings.push(setting);
        } else {
            return Err(format!("“{word}” is not SETTING=VALUE: see --help"));
        }
    }
    let config = Config::parse(settings).map_err(|error| error.to_string())?;
    Ok((config, time))
}

/// What moves the lanes. They can't tell which it is.
enum Time {
    /// Every wait is over at once.
    Virtual { micros: u64 },
    /// As time goes by, since then.
    Real(Instant),
}

impl Time {
    fn now(&self) -> u64 {
        match self {
            Self::Virtual { micros } => *micros,
            Self::Real(start) => start.elapsed().as_micros() as u64,
        }
    }

    fn wait(&mut self, wait: u64) {
        match self {
            Self::Virtual { micros } => *micros += wait,
            Self::Real(_) => thread::sleep(Duration::from_micros(wait)),
        }
    }
}

/// Runs all lanes to their ends, and shows what they print as they print it.
fn run(config: Config, mut time: Time, out: &mut impl Write) -> io::Result<()> {
    let mut table = Table::new(&config);
    let mut demo = Demo::new(config);
    table.begin(&demo, out)?;
    demo.play(time.now());
    // One deadline is enough to wait for, whatever the number of tasks: the earliest.
    // At the end the playhead stops, and there is none.
    while let Some(wait) = demo.micros_until_next(time.now()) {
        time.wait(wait);
        while demo.advance(time.now(), POLLS) == Progress::Behind {}
        table.show(&demo, out)?;
    }
    compare(demo.lanes(), out)
}

/// The lanes as columns, in which time goes down.
struct Table {
    widths: Vec<usize>,
    /// For each lane, how many of its events have been shown.
    shown: Vec<usize>,
}

impl Table {
    fn new(config: &Config) -> Self {
        // The run is always the same, so a rehearsal tells how much room it takes.
        let mut rehearsal = Demo::new(config.clone());
        // A run that takes no time has no end to seek: it has to be played.
        rehearsal.play(0);
        rehearsal.seek(rehearsal.duration(), 0);
        let widths = rehearsal.lanes().iter().map(|lane| {
            let log = lane.log();
            let lines = log.output(log.len()).lines();
            let names = [lane.kind().name()].into_iter();
            lines.chain(names).map(columns).max().unwrap_or(0)
        });
        Self {
            widths: widths.collect(),
            shown: vec![0; config.lanes.len()],
        }
    }

    fn begin(&self, demo: &Demo, out: &mut impl Write) -> io::Result<()> {
        let names = demo.lanes().iter().map(|lane| lane.kind().name());
        self.row("", names, out)
    }

    /// Shows what has happened since the last time.
    fn show(&mut self, demo: &Demo, out: &mut impl Write) -> io::Result<()> {
        // What each lane has written, by when. A moment is that of the events, however
        // late it is that somebody looks.
        let mut moments: BTreeMap<Millis, Vec<String>> = BTreeMap::new();
        for (index, lane) in demo.lanes().iter().enumerate() {
            let log = lane.log();
            let new = self.shown[index]..demo.shown(index);
            for event in new.filter_map(|number| log.get(number)) {
                if let EventKind::Wrote { text, .. } = event.kind {
                    let written = moments
                        .entry(event.at)
                        .or_insert_with(|| vec![String::new(); self.widths.len()]);
                    written[index].push_str(text);
                }
            }
            self.shown[index] = demo.shown(index);
        }
        for (at, written) in moments {
            let mut when = seconds(at);
            let height = written.iter().map(|text| text.lines().count()).max();
            for line in 0..height.unwrap_or(0) {
                let cells = written.iter().map(|text| text.lines().nth(line));
                self.row(&when, cells.map(Option::unwrap_or_default), out)?;
                when.clear();
            }
        }
        Ok(())
    }

    fn row<'a>(
        &self,
        when: &str,
        cells: impl Iterator<Item = &'a str>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let mut line = format!("{when:>10}");
        for (cell, width) in cells.zip(&self.widths) {
            line.push_str("   ");
            line.push_str(cell);
            line.push_str(&" ".repeat(width - columns(cell)));
        }
        writeln!(out, "{}", line.trim_end())
    }
}

/// Says what the lanes took, drawn to scale.
fn compare(lanes: &[Lane], out: &mut impl Write) -> io::Result<()> {
    let longest = lanes.iter().map(Lane::duration).max().unwrap_or(0);
    writeln!(out)?;
    for lane in lanes {
        let duration = lane.duration();
        let length = (duration * BAR).checked_div(longest).unwrap_or(0);
        let bar = "━".repeat(length as usize);
        write!(
            out,
            "{:>10}   {bar} {}",
            lane.kind().name(),
            seconds(duration)
        )?;
        if 0 < duration && duration < longest {
            write!(out, "   {:.1} × as fast", longest as f64 / duration as f64)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A time as people read it: with all its milliseconds only if it has some.
fn seconds(millis: Millis) -> String {
    if millis.is_multiple_of(100) {
        format!("{}.{} s", millis / 1000, millis / 100 % 10)
    } else {
        format!("{}.{:03} s", millis / 1000, millis % 1000)
    }
}

/// How wide a text is in a terminal, where Hangul and its like take two columns.
fn columns(text: &str) -> usize {
    let wide = |letter: char| matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}');
    text.chars()
        .map(|letter| 1 + usize::from(wide(letter)))
        .sum()
}
