//! The demo in other people's pages: in a sub-folder, under their policies, in frames.

use anyhow::Result;
use serde_json::json;

use super::helpers::{Stage, check_script, document, script, wait_for};
use crate::page::{Page, Test};
use crate::serve::Options;

pub const TESTS: &[Test] = &[
    (
        "a sub-folder under a strict policy is enough",
        a_sub_folder_under_a_strict_policy_is_enough,
    ),
    (
        "a sandboxed frame runs to the end",
        a_sandboxed_frame_runs_to_the_end,
    ),
    (
        "a sandboxed frame under a strict policy runs to the end",
        a_sandboxed_frame_under_a_strict_policy_runs_to_the_end,
    ),
    (
        "nothing is asked of another host",
        nothing_is_asked_of_another_host,
    ),
];

const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// How a site is served under `policy`.
fn under(policy: &str) -> Options {
    Options {
        mount: "some/sub/folder".into(),
        headers: vec![("Content-Security-Policy".into(), policy.into())],
        ..Options::default()
    }
}

fn a_sub_folder_under_a_strict_policy_is_enough(page: &Page) -> Result<()> {
    // The second takes markup for what it is wherever it could become a script.
    for policy in [
        POLICY.to_owned(),
        format!("{POLICY}; require-trusted-types-for 'script'"),
    ] {
        let server = page.serve(under(&policy))?;
        page.browser.goto(&format!(
            "{}embed.html?speed=100&code=rust&editor&theme=dark",
            server.url
        ))?;
        script::<()>(
            page,
            "await demo.ready;
            // Firefox tells of what it refuses nowhere else.
            window.refused = [];
            document.addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective));",
        )?;
        page.browser.click("button.play")?;
        // With the parts that are loaded only when they are wanted.
        wait_for(
            page,
            "demo.ended && root.querySelectorAll('.place:not(:empty)').length >= 2",
        )?;
        // The styles have come through as well.
        check_script(
            page,
            "const style = getComputedStyle(root.querySelector('.frame'));
            return [refused, style.backgroundColor, root.querySelector('.lanes').style.length > 0];",
            json!([[], "rgb(23, 24, 27)", true]),
        )?;
    }
    Ok(())
}

/// Lets the demo run in a sandboxed frame of another site's page.
fn run_in_sandbox(page: &Page, options: Options) -> Result<()> {
    let site = page.serve(options)?;
    let frame = format!(
        "<iframe sandbox='allow-scripts' src='{}embed.html?speed=100&amp;autoplay'></iframe>",
        site.url
    );
    let host = Stage::new(
        page,
        &[("host.html", document("en", &frame))],
        Options::default(),
    )?;
    host.goto(page, "host.html")?;
    page.browser.enter_frame("iframe")?;
    wait_for(page, "demo.ended")?;
    check_script(
        page,
        "return [self.origin, demo.logText('async').endsWith('Done!!!\\n')]",
        json!(["null", true]),
    )
}

fn a_sandboxed_frame_runs_to_the_end(page: &Page) -> Result<()> {
    run_in_sandbox(page, Options::default())
}

fn a_sandboxed_frame_under_a_strict_policy_runs_to_the_end(page: &Page) -> Result<()> {
    run_in_sandbox(page, under(POLICY))
}

fn nothing_is_asked_of_another_host(page: &Page) -> Result<()> {
    for path in [
        "index.html",
        "embed.html?code=python&editor&predict&lanes=threads",
    ] {
        page.open(path)?;
        check_script(
            page,
            "for (const each of document.querySelectorAll('interleaved-demo')) {
                await each.ready;
                each.currentTime = 99;
            }
            const urls = performance.getEntriesByType('resource').map((entry) => entry.name);
            return [
                urls.some((url) => url.endsWith('core_bg.wasm')),
                urls.filter((url) => !url.startsWith(location.origin) && !url.startsWith('data:')),
                document.cookie,
                localStorage.length + sessionStorage.length,
            ];",
            json!([true, [], "", 0]),
        )?;
    }
    Ok(())
}
