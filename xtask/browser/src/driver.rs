//! A browser's driver: a process that speaks WebDriver on a port of its own.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::display::Display;
use xtask::engine::Engine;
use xtask::need::Tools;

const START_LIMIT: Duration = Duration::from_secs(30);

/// A running driver; it ends when this is dropped, after the session that it holds.
pub struct Driver {
    /// The address that takes commands, without a `/` at its end.
    pub url: String,
    child: Child,
    /// Browsers leave folders in the temporary directory, so they get one to throw away.
    scratch: TempDir,
    /// Held as long as the driver runs.
    _display: Option<Display>,
}

impl Driver {
    pub fn start(tools: &Tools) -> Result<Self> {
        let scratch = scratch()?;
        let address = free_address()?;
        let display = match tools.engine {
            Engine::Webkit => Some(Display::start()?),
            Engine::Chrome | Engine::Firefox => None,
        };
        let mut command = Command::new(&tools.driver);
        command
            .arg(format!("--port={}", address.port()))
            .env("TMPDIR", scratch.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let child = command
            .spawn()
            .with_context(|| format!("could not start {}", tools.driver.display()))?;
        let mut driver = Self {
            url: format!("http://{address}"),
            child,
            scratch,
            _display: display,
        };
        driver
            .wait_for(address)
            .with_context(|| format!("{} did not start", tools.driver.display()))?;
        Ok(driver)
    }

    /// The folder that a browser's profile may lie in.
    pub fn scratch(&self) -> &Path {
        self.scratch.path()
    }

    fn wait_for(&mut self, address: SocketAddr) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(address).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("it ended at once ({status})");
            }
            if start.elapsed() > START_LIMIT {
                bail!("it has not listened on {address} within {START_LIMIT:?}");
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that has ended already needs no end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A throwaway folder for what a browser leaves behind.
pub fn scratch() -> Result<TempDir> {
    tempfile::tempdir().context("could not make a temporary folder")
}

/// An address that was free a moment ago.
fn free_address() -> Result<SocketAddr> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("could not find a free port")?;
    Ok(listener.local_addr()?)
}
