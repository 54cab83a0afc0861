//! The command line, parsed once; past it every command is well formed.

use anyhow::{Context, Result, bail};

use crate::engine::Engine;
use crate::fuzz;
use crate::serve::DEFAULT_PORT;
use crate::shot::{self, Shot};
use crate::soak;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N]   Build the site and serve it on this machine (default port: 8000;
                     0 takes a free one).
  build              Build the site into dist/, ready for any static host.
  package [crate] [npm] [python]
                     Make what others install, all or those named, in target/packages/.
  test [chrome] [firefox] [webkit]
                     Run everything that guards the project. Without a name: in Chromium,
                     and in Firefox where it is installed. What is missing is installed
                     where that is possible, and asked for where it is not.
         --page WORDS           build the site, and run only those tests of the pages
                                of which the part or the name has these words
  test --hosts [WORDS]
                     Give what we hand out to the tools that courses are made with, all or
                     those of which the name has these words, and drive them in Chromium
                     until the demo has ended. They are installed from their registries.
  shot PAGE OUT.png  Take a picture of a page of dist/ as it stands: the way to look at
                     the page. PAGE is relative to the site: index.html?lang=ko
         --width N --height N   the viewport (default: 1280 x 800)
         --full                 the whole page, as high as it is
         --dark                 prefer a dark colour scheme
         --lang TAG             the browser's language, as in ko or en-GB
         --after JS             run this in the page before the picture is taken
         --wait MS              wait so long before the picture is taken (default: 300)
  shot --list FILE   Several pictures in one browser: one JSON object a line, with the
                     members path, out, width, height, full, dark, lang, after, wait.
  threads [chrome] [firefox] [webkit]
                     Measure what real threads do here: how often they tear each
                     other's prints, and how long they take. Without a name: in Chromium.
  frames [WORDS]     Measure how smooth the page of dist/ is in Chromium with the largest
                     run that it allows, in all cases or in those of these words.
  fuzz [TARGET] [--seconds N]
                     Give a fuzzer of fuzz/, or each of them, whatever it comes upon for
                     so long (default: 20), with the corpus there to start from.
  reproduce          Build the site twice, each time from nothing and in another folder,
                     and compare every byte.
  bench [PART]... [--firefox]
                     Measure speed and size against what one would use instead, in
                     Chromium, and with --firefox in Firefox too; write target/bench.json
                     and, if it was all of it, BENCHMARKS.md. The parts: concurrent,
                     virtual, drift, pages, smooth.
  soak [--minutes N] Let the page of dist/ run in Chromium for 24 hours of a lesson, for N
                     minutes (default: 30) of real time, and with 200 elements that come
                     and go, and count what is left behind.
  help               This text.
";

/// A command with its settings.
#[derive(Debug, PartialEq)]
pub enum Command {
    Help,
    Build,
    Package {
        /// Which packages; none means all.
        names: Vec<String>,
    },
    Serve {
        port: u16,
    },
    Test {
        engines: Vec<Engine>,
        /// Which tests of the pages alone are run.
        page: Option<String>,
    },
    Hosts {
        /// Which hosts alone are tested.
        words: String,
    },
    Shot {
        shots: Vec<Shot>,
    },
    Threads {
        engines: Vec<Engine>,
    },
    Frames {
        /// Which cases alone are measured.
        only: String,
    },
    Fuzz {
        /// Which fuzzer alone is run.
        target: Option<String>,
        seconds: u32,
    },
    Reproduce,
    Soak {
        minutes: u32,
    },
    Bench {
        /// Which parts alone are measured.
        parts: Vec<String>,
        firefox: bool,
    },
    /// What cargo calls to run a wasm test: an internal command.
    WasmRunner {
        arguments: Vec<String>,
    },
}

/// Parses the words after `cargo xtask`.
pub fn parse(words: impl Iterator<Item = String>) -> Result<Command> {
    let mut words = words;
    let Some(name) = words.next() else {
        return Ok(Command::Help);
    };
    if name == "wasm-runner" {
        return Ok(Command::WasmRunner {
            arguments: words.collect(),
        });
    }
    let mut words = Words(words);
    match name.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "build" => words.end("build").map(|()| Command::Build),
        "package" => Ok(Command::Package {
            names: words.0.collect(),
        }),
        "serve" => serve(&mut words),
        "test" => test(&mut words),
        "shot" => shot(&mut words),
        "threads" => threads(&mut words),
        "fuzz" => fuzz(&mut words),
        "soak" => soak(&mut words),
        "reproduce" => words.end("reproduce").map(|()| Command::Reproduce),
        "frames" => Ok(Command::Frames {
            only: words.0.collect::<Vec<_>>().join(" "),
        }),
        "bench" => {
            let mut parts: Vec<_> = words.0.collect();
            let all = parts.len();
            parts.retain(|word| word != "--firefox");
            let firefox = parts.len() < all;
            Ok(Command::Bench { parts, firefox })
        }
        _ => bail!(
            "no command is called `{name}`: serve, build, package, test, shot, threads, frames, bench, \
             fuzz, reproduce, soak and help are (`cargo xtask help` explains them)"
        ),
    }
}

fn serve(words: &mut Words<impl Iterator<Item = String>>) -> Result<Command> {
    let mut port = DEFAULT_PORT;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--port" => port = words.number("--port", "a number from 0 to 65535")?,
            _ => bail!("`serve` takes no `{word}`, only --port N"),
        }
    }
    Ok(Command::Serve { port })
}

fn test(words: &mut Words<impl Iterator<Item = String>>) -> Result<Command> {
    let mut engines = Vec::new();
    let mut page = None;
    while let Some(word) = words.next() {
        if word == "--hosts" && engines.is_empty() && page.is_none() {
            let words = words.0.by_ref().collect::<Vec<_>>().join(" ");
            return Ok(Command::Hosts { words });
        }
        if word == "--page" {
            page = Some(words.value("--page", "words of a test's name")?);
            continue;
        }
        if !add_engine(&mut engines, &word) {
            bail!(
                "`test` takes no `{word}`, only chrome, firefox, webkit and --page WORDS, \
                 or --hosts WORDS alone"
            );
        }
    }
    Ok(Command::Test { engines, page })
}

/// Adds the engine that a word names, once. Returns whether it names one.
fn add_engine(engines: &mut Vec<Engine>, word: &str) -> bool {
    let engine = Engine::from_word(word);
    engines.extend(engine.filter(|engine| !engines.contains(engine)));
    engine.is_some()
}

fn soak(words: &mut Words<impl Iterator<Item = String>>) -> Result<Command> {
    let mut minutes = soak::MINUTES;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--minutes" => minutes = words.number("--minutes", "a whole number")?,
            _ => bail!("`soak` takes no `{word}`, only --minutes N"),
        }
    }
    Ok(Command::Soak { minutes })
}

fn threads(words: &mut Words<impl Iterator<Item = String>>) -> Result<Command> {
    let mut engines = Vec::new();
    while let Some(word) = words.next() {
        if !add_engine(&mut engines, &word) {
            bail!("`threads` takes no `{word}`, only chrome, firefox and webkit");
        }
    }
    Ok(Command::Threads { engines })
}

fn fuzz(words: &mut Words<impl Iterator<Item = String>>) -> Result<Command> {
    let mut target = None;
    let mut seconds = fuzz::DEFAULT_SECONDS;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seconds" => seconds = words.number("--seconds", "a number of seconds")?,
            _ if word.starts_with("--") || target.is_some() => {
                bail!("`fuzz` takes no `{word}`, only the name of one fuzzer and --seconds N")
            }
            _ => target = Some(word),
        }
    }
    Ok(Command::Fuzz { target, seconds })
}

fn shot(words: &mut Words<impl Iterator<Item = String>>) -> Result<Command> {
    let mut shot = Shot::default();
    let mut names = Vec::new();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--list" => {
                let file = words.value("--list", "a file")?;
                words.end("shot --list FILE")?;
                let shots = shot::read_list(&file)?;
                return Ok(Command::Shot { shots });
            }
            "--width" => shot.width = words.number("--width", "a number of pixels")?,
            "--height" => shot.height = words.number("--height", "a number of pixels")?,
            "--wait" => shot.wait = words.number("--wait", "a number of milliseconds")?,
            "--full" => shot.full = true,
            "--dark" => shot.dark = true,
            "--lang" => shot.lang = Some(words.value("--lang", "a language tag, as in ko")?),
            "--after" => shot.after = Some(words.value("--after", "a script")?),
            _ if word.starts_with("--") => bail!(
                "`shot` takes no `{word}`, only --width, --height, --full, --dark, --lang, \
                 --after, --wait and --list"
            ),
            _ => names.push(word),
        }
    }
    let Ok([path, out]) = <[String; 2]>::try_from(names) else {
        bail!("`shot` takes a page and a picture, as in: cargo xtask shot index.html page.png");
    };
    let shots = vec![Shot { path, out, ..shot }];
    Ok(Command::Shot { shots })
}

/// The words of a command line that are still to be read.
struct Words<I>(I);

impl<I: Iterator<Item = String>> Words<I> {
    fn next(&mut self) -> Option<String> {
        self.0.next()
    }

    fn value(&mut self, option: &str, what: &str) -> Result<String> {
        self.next()
            .with_context(|| format!("`{option}` is followed by {what}"))
    }

    fn number<T: std::str::FromStr>(&mut self, option: &str, what: &str) -> Result<T> {
        let word = self.value(option, what)?;
        let Ok(number) = word.parse() else {
            bail!("`{option}` is followed by {what}, not by `{word}`");
        };
        Ok(number)
    }

    fn end(&mut self, command: &str) -> Result<()> {
        match self.next() {
            None => Ok(()),
            Some(word) => bail!("`{command}` takes no further word, so no `{word}`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: Command) {
        let words = line.split_whitespace().map(str::to_owned);
        assert_eq!(parse(words).unwrap(), expect);
    }

    #[track_caller]
    fn check_error(line: &str, expect: &str) {
        let words = line.split_whitespace().map(str::to_owned);
        assert_eq!(parse(words).unwrap_err().to_string(), expect);
    }

    #[test]
    fn commands_are_read_with_their_settings() {
        check("", Command::Help);
        check("build", Command::Build);
        check("soak --minutes 5", Command::Soak { minutes: 5 });
        check("serve", Command::Serve { port: 8000 });
        check("serve --port 0", Command::Serve { port: 0 });
        let engines = vec![Engine::Firefox, Engine::Chrome];
        let page = None;
        check(
            "test firefox chrome firefox",
            Command::Test { engines, page },
        );
        let (engines, page) = (vec![Engine::Chrome], Some("threads".into()));
        check(
            "test --page threads chrome",
            Command::Test { engines, page },
        );
        let words = "a frame".into();
        check("test --hosts a frame", Command::Hosts { words });
        let (parts, firefox) = (vec!["drift".into()], true);
        check("bench --firefox drift", Command::Bench { parts, firefox });
        let shot = Shot {
            path: "index.html".into(),
            out: "a.png".into(),
            width: 320,
            dark: true,
            ..Shot::default()
        };
        let shots = vec![shot];
        check(
            "shot index.html --width 320 --dark a.png",
            Command::Shot { shots },
        );
    }

    #[test]
    fn a_fuzzer_and_its_time_are_read() {
        let (target, seconds) = (Some("steps".into()), 5);
        check("fuzz --seconds 5 steps", Command::Fuzz { target, seconds });
        check_error(
            "fuzz steps settings",
            "`fuzz` takes no `settings`, only the name of one fuzzer and --seconds N",
        );
    }

    #[test]
    fn the_runner_gets_its_words_untouched() {
        let arguments = vec!["a.wasm".into(), "--nocapture".into()];
        check(
            "wasm-runner a.wasm --nocapture",
            Command::WasmRunner { arguments },
        );
    }

    #[test]
    fn errors_name_the_word_and_what_would_be_right() {
        check_error(
            "sevre",
            "no command is called `sevre`: serve, build, package, test, shot, threads, frames, bench, \
             fuzz, reproduce, soak and help are (`cargo xtask help` explains them)",
        );
        check_error("build now", "`build` takes no further word, so no `now`");
        check_error("serve 8080", "`serve` takes no `8080`, only --port N");
        check_error(
            "serve --port",
            "`--port` is followed by a number from 0 to 65535",
        );
        check_error(
            "serve --port 65536",
            "`--port` is followed by a number from 0 to 65535, not by `65536`",
        );
        check_error(
            "test opera",
            "`test` takes no `opera`, only chrome, firefox, webkit and --page WORDS, \
             or --hosts WORDS alone",
        );
    }
}
