//! What the test of a host gets: a page of the browser, a folder, and other programs.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::demo;
use crate::page::Page;
use crate::serve::{self, Options};
use crate::webdriver::Browser;
use xtask::{files, places};

/// How long a server may take until it serves, on a machine with other work.
const START_LIMIT: Duration = Duration::from_secs(90);

/// So many of the last lines that a program printed are told of.
const TOLD: usize = 30;

pub struct Host<'a> {
    /// The browser; the site of the page is `dist/`, as somebody else serves it.
    pub page: Page<'a>,
    /// A folder for what the test makes, empty at first. It is there afterwards, too,
    /// for whoever wants to see what was made.
    pub folder: PathBuf,
}

impl<'a> Host<'a> {
    pub fn new(name: &str, browser: &'a Browser, site: &'a str) -> Result<Self> {
        let words: Vec<_> = name
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let folder = places::hosts().join("work").join(words.join("-"));
        files::remove(&folder)?;
        fs::create_dir_all(&folder)
            .with_context(|| format!("could not make {}", folder.display()))?;
        Ok(Self {
            page: Page::new(browser, site),
            folder,
        })
    }

    /// The same in another folder, which is emptied: that of a tool, say, which looks
    /// for packages in the folders around.
    pub fn in_folder(&self, folder: PathBuf) -> Result<Self> {
        files::remove(&folder)?;
        Ok(Self {
            page: Page::new(self.page.browser, self.page.site),
            folder,
        })
    }

    /// Writes a file of the test's folder, whose name may have folders.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> Result<PathBuf> {
        let file = self.folder.join(name);
        files::write(&file, text.as_ref())?;
        Ok(file)
    }

    /// Runs a program in the test's folder and returns what it printed.
    ///
    /// What it printed is shown only if it fails.
    pub fn run(&self, command: &mut Command) -> Result<String> {
        run_in(&self.folder, command)
    }

    /// Starts a program in the test's folder, a server say, which ends with the test.
    pub fn start(&self, command: &mut Command) -> Result<Running> {
        let line = line(command);
        let log = self.folder.join("printed.txt");
        let file =
            File::create(&log).with_context(|| format!("could not write {}", log.display()))?;
        let child = command
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .with_context(|| format!("could not start {line}"))?;
        Ok(Running { child, line, log })
    }

    /// Serves a folder until the test ends, and returns its address, which ends with `/`.
    pub fn serve(&self, folder: &Path, options: Options) -> Result<String> {
        let server = self.page.keep(serve::start(folder, options)?);
        Ok(server.url.clone())
    }

    /// Opens a page, plays the demo in it, and waits for its end: see [`demo::play_to_end`].
    pub fn open_and_play(&self, url: &str) -> Result<()> {
        self.page.browser.goto(url)?;
        demo::play_to_end(&self.page).with_context(|| format!("at {url}"))
    }
}

/// A program that goes on until this is dropped.
#[must_use = "the program ends when its handle is dropped"]
pub struct Running {
    child: Child,
    line: String,
    log: PathBuf,
}

impl Running {
    /// What it has printed until now; an error if it has ended.
    pub fn printed(&mut self) -> Result<String> {
        let printed = fs::read(&self.log)?;
        let printed = String::from_utf8_lossy(&printed).into_owned();
        if let Some(status) = self.child.try_wait()? {
            bail!("{} ended ({status}). {}", self.line, told(&printed));
        }
        Ok(printed)
    }

    /// Where it serves, without a path, as it tells once it does.
    pub fn address(&mut self) -> Result<String> {
        let start = Instant::now();
        loop {
            let printed = self.printed()?;
            let mut words = printed.split_whitespace();
            let found = words.find_map(|word| {
                let port = ["http://127.0.0.1:", "http://localhost:"]
                    .iter()
                    .find_map(|start| word.strip_prefix(start))?;
                let port: String = port.chars().take_while(char::is_ascii_digit).collect();
                (!port.is_empty()).then(|| format!("http://127.0.0.1:{port}"))
            });
            if let Some(address) = found {
                return Ok(address);
            }
            ensure!(
                start.elapsed() < START_LIMIT,
                "{} doesn't serve within {START_LIMIT:?}. {}",
                self.line,
                told(&printed)
            );
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Says what it printed, if a test that uses it has failed.
    pub fn explain<T>(&self, result: Result<T>) -> Result<T> {
        result.with_context(|| {
            let printed = fs::read(&self.log).unwrap_or_default();
            format!(
                "{}: {}",
                self.line,
                told(&String::from_utf8_lossy(&printed))
            )
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already needs no end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a program in `folder` and returns what it printed; if it fails, the error says it.
pub fn run_in(folder: &Path, command: &mut Command) -> Result<String> {
    let output = command
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("could not start {}", line(command)))?;
    let [out, err] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    ensure!(
        output.status.success(),
        "{} failed ({}). {}",
        line(command),
        output.status,
        told(&format!("{out}{err}"))
    );
    Ok(out)
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}

/// The end of what a program printed, as a part of an error.
fn told(printed: &str) -> String {
    let lines: Vec<_> = printed.trim_end().lines().collect();
    if lines.is_empty() {
        return "It printed nothing.".into();
    }
    let from = lines.len().saturating_sub(TOLD);
    format!("It printed:\n    {}", lines[from..].join("\n    "))
}
