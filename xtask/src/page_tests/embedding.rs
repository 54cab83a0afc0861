//! In other people's pages: under strict policies, in frames, without what it needs.

use anyhow::Result;
use serde_json::json;

use super::helpers::{MODULE, Stage, check_script, document, open, wait_for};
use crate::page::{Page, Test};
use crate::serve::Options;

pub const TESTS: &[Test] = &[
    (
        "it runs in a sub-folder under a strict policy and trusted types",
        it_runs_under_a_strict_policy,
    ),
    ("it runs in a sandboxed frame", it_runs_in_a_sandboxed_frame),
    ("it asks no other host for anything", it_asks_no_other_host),
    (
        "what stands in its place goes when it is ready",
        the_fallback_goes_when_it_is_ready,
    ),
    (
        "what stands in its place stays when the core can't be had, and it says so",
        the_fallback_stays_without_the_core,
    ),
];

fn policy(text: &str) -> Options {
    Options {
        mount: "some/sub/folder".into(),
        headers: vec![("Content-Security-Policy".into(), text.into())],
        ..Options::default()
    }
}

fn it_runs_under_a_strict_policy(page: &Page) -> Result<()> {
    let server = page.serve(policy(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'",
    ))?;
    // With every part that is loaded only then.
    let query = "autoplay&speed=100&lanes=async,threads&code=python&editor";
    page.browser
        .goto(&format!("{}embed.html?{query}", server.url))?;
    wait_for(
        page,
        "demo.ended && root.querySelectorAll('.place:not(:empty)').length >= 2",
    )
}

fn it_runs_in_a_sandboxed_frame(page: &Page) -> Result<()> {
    let inner = "<iframe sandbox='allow-scripts' src='embed.html?autoplay&speed=100' width='600' height='800'></iframe>";
    // A frame without an origin can't be looked into; it can tell.
    let telling = format!(
        "{MODULE}<interleaved-demo autoplay speed='100'></interleaved-demo>\
         <script>document.querySelector('interleaved-demo').addEventListener('ended', () => parent.postMessage('ended', '*'))</script>"
    );
    let outer = format!(
        "<script>window.told = []; addEventListener('message', (event) => told.push(event.data));</script>{}",
        inner.replace("embed.html?autoplay&speed=100", "inner.html")
    );
    let pages = [
        ("outer.html", document("en", &outer)),
        ("inner.html", document("en", &telling)),
    ];
    let stage = Stage::new(&pages, Options::default())?;
    stage.goto(page, "outer.html")?;
    page.wait_for("window.told.includes('ended')")
}

fn it_asks_no_other_host(page: &Page) -> Result<()> {
    open(page, "autoplay&speed=100&editor&predict&code=rust")?;
    check_script(
        page,
        "const hosts = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin);
        return hosts.length > 3 && hosts.every((host) => host === location.origin)",
        json!(true),
    )
}

const FALLBACK: &str = "<interleaved-demo><p>instead</p></interleaved-demo>";

fn the_fallback_goes_when_it_is_ready(page: &Page) -> Result<()> {
    let look = "<script>window.before = document.querySelector('p').checkVisibility();</script>";
    let _stage = Stage::open(page, &format!("{FALLBACK}{look}{MODULE}"))?;
    check_script(
        page,
        "await customElements.whenDefined('interleaved-demo'); await demo.ready;
        return [window.before, demo.querySelector('p').checkVisibility()]",
        json!([true, false]),
    )
}

fn the_fallback_stays_without_the_core(page: &Page) -> Result<()> {
    let pages = [("stage.html", document("en", &format!("{FALLBACK}{MODULE}")))];
    let stage = Stage::new(&pages, Options::default())?;
    let put_back = stage.take_away("core_bg.wasm")?;
    stage.goto(page, "stage.html")?;
    wait_for(
        page,
        "text('[role=alert]').includes(\"couldn't be loaded\")",
    )?;
    check_script(
        page,
        "return demo.querySelector('p').checkVisibility()",
        json!(true),
    )?;
    put_back()?;
    // The browser logs the file that it misses, as it should.
    page.browser.console_errors()?;
    Ok(())
}
