//! A small WebDriver client: a browser that does what it is told.
//!
//! <https://www.w3.org/TR/webdriver2/> has the commands; those that begin with
//! `goog/` or `se/` are Chromium's own.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use ureq::Agent;

use crate::driver::Driver;
use xtask::engine::Engine;
use xtask::need::Tools;

/// Longer than any command takes, so that a browser that hangs is an error.
const COMMAND_LIMIT: Duration = Duration::from_secs(120);

/// A browser without a window; it closes when this is dropped.
pub struct Browser {
    pub engine: Engine,
    pub version: String,
    agent: Agent,
    /// The address of the session.
    session: String,
    /// Held for the driver's life; fields drop in order, so after the session ends.
    _driver: Driver,
}

impl Browser {
    pub fn start(tools: &Tools) -> Result<Self> {
        let driver = Driver::start(tools)?;
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(COMMAND_LIMIT))
            .build()
            .new_agent();
        let capabilities =
            json!({ "capabilities": { "alwaysMatch": capabilities(tools, &driver) } });
        let session = post(&agent, &format!("{}/session", driver.url), &capabilities)
            .with_context(|| format!("could not start {}", tools.engine))?;
        let id = session["sessionId"]
            .as_str()
            .with_context(|| format!("{} has no session", tools.engine))?;
        let version = &session["capabilities"]["browserVersion"];
        let browser = Self {
            engine: tools.engine,
            version: version.as_str().unwrap_or_default().to_owned(),
            session: format!("{}/session/{id}", driver.url),
            agent,
            _driver: driver,
        };
        if tools.engine == Engine::Webkit {
            // Its driver keeps the time of a script by a timer of the page, where timers
            // are counted; a command has its own limit.
            browser.command("timeouts", &json!({ "script": null }))?;
        }
        Ok(browser)
    }

    /// Leaves the page, and makes everything as it was at the start.
    ///
    /// What the page has logged until now is forgotten.
    pub fn reset(&self) -> Result<()> {
        self.goto("about:blank")?;
        self.resize(1280, 800)?;
        if self.engine == Engine::Chrome {
            self.emulate_media(false, false)?;
            self.emulate_language("en-US")?;
            self.console_errors()?;
        }
        Ok(())
    }

    /// Opens a page and waits until it has loaded.
    pub fn goto(&self, url: &str) -> Result<()> {
        self.command("url", &json!({ "url": url }))
            .map(drop)
            .with_context(|| format!("could not open {url}"))?;
        if self.engine == Engine::Webkit {
            // Its driver comes back before the modules of the page have run.
            self.wait_for("document.readyState === 'complete'", COMMAND_LIMIT)?;
        }
        Ok(())
    }

    /// Runs the body of a function, to which `arguments` are passed, and returns
    /// what it returns; a promise is waited for.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        if self.engine == Engine::Webkit {
            // A turn of its own: called by this driver itself, a script's turn ends with
            // every callback of an element.
            let script = format!(
                "return Promise.resolve().then(() => (function () {{ {script} }}).apply(null, arguments));"
            );
            return self.execute(&script, arguments);
        }
        self.execute(script, arguments)
    }

    fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.command(
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Runs the body of an async function and returns what it resolves to.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.run(
            &format!("return (async function () {{ {script} }}).apply(null, arguments);"),
            arguments,
        )
    }

    /// Waits until an expression of JavaScript is true; until then it may throw.
    pub fn wait_for(&self, condition: &str, limit: Duration) -> Result<()> {
        let start = Instant::now();
        let script = format!(
            "try {{ return Boolean({condition}); }} catch (error) {{ return String(error); }}"
        );
        loop {
            let outcome = self.run(&script, &[])?;
            if outcome == true {
                return Ok(());
            }
            if start.elapsed() > limit {
                bail!("not so within {limit:?}, but {outcome}: {condition}");
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Sets the size of the viewport, or of the window where the engine can do no more.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine == Engine::Chrome {
            // A window can't be as narrow as a phone; the emulated screen can.
            return self.emulate_screen(width, height, 1);
        }
        self.command("window/rect", &json!({ "width": width, "height": height }))
            .map(drop)
    }

    /// Sets the size of the viewport, of which each pixel is `scale` of the screen's, as
    /// on a page that is zoomed; only Chromium can.
    pub fn emulate_screen(&self, width: u32, height: u32, scale: u32) -> Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics)
            .map(drop)
    }

    /// Sets what the user prefers; only Chromium can.
    pub fn emulate_media(&self, dark: bool, reduced_motion: bool) -> Result<()> {
        let scheme = if dark { "dark" } else { "light" };
        let motion = if reduced_motion {
            "reduce"
        } else {
            "no-preference"
        };
        self.emulate_features(&[
            ("prefers-color-scheme", scheme),
            ("prefers-reduced-motion", motion),
        ])
    }

    /// Sets features of media, and all others to what they are; only Chromium can.
    pub fn emulate_features(&self, features: &[(&str, &str)]) -> Result<()> {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<_> = features.iter().map(feature).collect();
        self.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": features }),
        )
        .map(drop)
    }

    /// Sets the user's language; only Chromium can.
    pub fn emulate_language(&self, tag: &str) -> Result<()> {
        let agent = self.run("return navigator.userAgent;", &[])?;
        self.devtools("Emulation.setLocaleOverride", &json!({ "locale": tag }))?;
        let languages = json!({ "userAgent": agent, "acceptLanguage": tag });
        self.devtools("Emulation.setUserAgentOverride", &languages)
            .map(drop)
    }

    /// Writes a picture of the viewport.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        let picture = self.get("screenshot")?;
        let picture = picture.as_str().context("the browser took no picture")?;
        let bytes = base64_decode(picture).context("the browser's picture is not base64")?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("could not make {}", folder.display()))?;
        }
        fs::write(file, bytes).with_context(|| format!("could not write {}", file.display()))
    }

    /// The errors that the page has logged since the last call; only Chromium keeps them.
    pub fn console_errors(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chrome {
            return Ok(Vec::new());
        }
        let log = self.command("se/log", &json!({ "type": "browser" }))?;
        let entries = log.as_array().context("the browser's log is not a list")?;
        Ok(entries
            .iter()
            .filter(|entry| entry["level"] == "SEVERE")
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect())
    }

    /// How many bytes a page's objects take, without what is garbage: on JavaScript's
    /// heap, and what the browser keeps for them; only Chromium can tell.
    pub fn heap(&self) -> Result<f64> {
        self.devtools("HeapProfiler.collectGarbage", &json!({}))?;
        let usage = self.devtools("Runtime.getHeapUsage", &json!({}))?;
        let heap = usage["usedSize"].as_f64();
        let others = ["backingStorageSize", "embedderHeapUsedSize"];
        let others = others.iter().filter_map(|part| usage[part].as_f64());
        Ok(heap.context("the browser doesn't tell its heap")? + others.sum::<f64>())
    }

    /// How many milliseconds the page's main thread has computed; only Chromium can tell.
    pub fn busy(&self) -> Result<f64> {
        let [seconds] = self.metrics(["TaskDuration"])?;
        Ok(1_000.0 * seconds)
    }

    /// What the browser counts of a page, by the names that it has for that; only
    /// Chromium can tell.
    pub fn metrics<const N: usize>(&self, names: [&str; N]) -> Result<[f64; N]> {
        // Time is counted by the thread's own clock, which stands while others have the processor.
        self.devtools(
            "Performance.enable",
            &json!({ "timeDomain": "threadTicks" }),
        )?;
        let answer = self.devtools("Performance.getMetrics", &json!({}))?;
        let mut values = [0.0; N];
        for (value, name) in values.iter_mut().zip(names) {
            let metrics = answer["metrics"].as_array().into_iter().flatten();
            let mut metrics = metrics.filter(|metric| metric["name"] == name);
            let metric = metrics.next().and_then(|metric| metric["value"].as_f64());
            *value = metric.with_context(|| format!("the browser doesn't tell {name}"))?;
        }
        Ok(values)
    }

    /// Runs a script in each page that is opened from now on, before its own; only
    /// Chromium can.
    pub fn before_scripts(&self, script: &str) -> Result<()> {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": script }),
        )
        .map(drop)
    }

    /// Lets scripts take as long as a command may.
    pub fn be_patient(&self) -> Result<()> {
        let limit = COMMAND_LIMIT.as_millis() as u64;
        self.command("timeouts", &json!({ "script": limit }))
            .map(drop)
    }

    /// Sends a command of the Chrome DevTools protocol, and returns its result.
    fn devtools(&self, name: &str, parameters: &Value) -> Result<Value> {
        if self.engine != Engine::Chrome {
            bail!("{} has no {name}: only chrome has", self.engine);
        }
        self.command(
            "goog/cdp/execute",
            &json!({ "cmd": name, "params": parameters }),
        )
    }

    fn command(&self, name: &str, parameters: &Value) -> Result<Value> {
        post(&self.agent, &format!("{}/{name}", self.session), parameters)
    }

    fn get(&self, name: &str) -> Result<Value> {
        answer(self.agent.get(format!("{}/{name}", self.session)).call())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends next, and takes a browser that didn't close along.
        let _ = self.agent.delete(&self.session).call();
    }
}

/// What the browser is to be like.
fn capabilities(tools: &Tools, driver: &Driver) -> Value {
    let mut options = json!({});
    if let Some(binary) = &tools.binary {
        options["binary"] = json!(binary);
    }
    match tools.engine {
        Engine::Chrome => {
            options["args"] = json!([
                "--headless=new",
                // Containers run as root, where Chromium's sandbox doesn't work.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                // Only the pages under test are to be heard of.
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--no-first-run",
                format!(
                    "--user-data-dir={}",
                    driver.scratch().join("profile").display()
                ),
            ]);
            json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
        }
        Engine::Firefox => {
            options["args"] = json!(["-headless"]);
            json!({ "moz:firefoxOptions": options })
        }
        Engine::Webkit => json!({}),
    }
}

fn post(agent: &Agent, url: &str, body: &Value) -> Result<Value> {
    answer(agent.post(url).send_json(body))
}

/// The value of a driver's answer; an error of the driver's becomes one of ours.
fn answer(response: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value> {
    let mut response = response.context("the browser's driver does not answer")?;
    // Pictures are longer than what is read without being asked for.
    let body = response.body_mut().with_config().limit(1 << 30);
    let mut body: Value = body
        .read_json()
        .context("the browser's driver answers no JSON")?;
    let value = body["value"].take();
    if response.status().is_success() {
        return Ok(value);
    }
    let message = value["message"].as_str().unwrap_or_default();
    // Chromium's driver appends its own stack to the first line.
    Err(anyhow!(
        "{}",
        message
            .split("\nStacktrace")
            .next()
            .unwrap_or(message)
            .trim()
    ))
}

/// Decodes the base64 of a driver, which has no line breaks.
fn base64_decode(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let mut pending = 0u32;
    let mut bits = 0;
    for digit in text.bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        pending = pending << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((pending >> bits) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_decoded() {
        let decode = |text| base64_decode(text).map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(decode("").as_deref(), Some(""));
        assert_eq!(decode("Zg==").as_deref(), Some("f"));
        assert_eq!(decode("Zm8=").as_deref(), Some("fo"));
        assert_eq!(decode("Zm9vYmE+").as_deref(), Some("fooba>"));
        assert_eq!(decode("Zm9v YmFy"), None);
    }
}
