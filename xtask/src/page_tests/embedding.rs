//! The demo in other people's pages: in a sub-folder, under their policies, in frames.

use anyhow::Result;
use serde_json::json;

use super::helpers::{MODULE, Stage, check_script, document, script, wait_for};
use crate::engine::Engine;
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
    (
        "in a page from right to left it runs from left to right",
        in_a_page_from_right_to_left,
    ),
    (
        "the styles of the page around change its place, not its looks",
        the_styles_of_the_page_around,
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

/// Enters a sandboxed frame with the demo in another site's page.
fn open_in_sandbox(page: &Page, options: Options) -> Result<()> {
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
    page.browser.enter_frame("iframe")
}

/// Lets the demo run there.
fn run_in_sandbox(page: &Page, options: Options) -> Result<()> {
    open_in_sandbox(page, options)?;
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
    if page.browser.engine == Engine::Webkit {
        return nothing_comes_into_a_sandbox(page);
    }
    run_in_sandbox(page, under(POLICY))
}

/// To WebKit `'self'` in a policy is nobody where a frame has no origin of its own: it
/// loads no script of the page's, nor its styles. The text in the demo's place is seen.
fn nothing_comes_into_a_sandbox(page: &Page) -> Result<()> {
    open_in_sandbox(page, under(POLICY))?;
    check_script(
        page,
        "return [root, document.querySelector('interleaved-demo > p').offsetHeight > 0]",
        json!([null, true]),
    )
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

fn in_a_page_from_right_to_left(page: &Page) -> Result<()> {
    let body = format!(
        "<body dir='rtl'>{MODULE}<interleaved-demo start-at='3' predict editor><p>words</p></interleaved-demo>"
    );
    Stage::open(page, &body)?;
    wait_for(
        page,
        "root.querySelector('.predict:not([hidden])') && root.querySelector('.editor')",
    )?;
    check_script(
        page,
        "const left = (selector) => root.querySelector(selector).getBoundingClientRect().left;
        const ascending = (...selectors) => selectors.map(left).every((x, i, all) => i === 0 || x > all[i - 1]);
        return [
            ascending('.play', '.scrub', '.time', '.speed'),
            ascending('.row .at', '.row .mark'),
            ascending('.bars dt', '.bars .value'),
            // What the page itself says in the demo's place is the page's.
            getComputedStyle(document.querySelector('interleaved-demo > p')).direction,
        ];",
        json!([true, true, true, "rtl"]),
    )
}

fn the_styles_of_the_page_around(page: &Page) -> Result<()> {
    let body = format!(
        "<style>
            * {{ box-sizing: content-box; font: italic 900 30px/3 serif; color: red; text-transform: uppercase }}
            div, p, button, svg {{ display: none }}
            main {{ display: flex }}
            aside {{ flex: none }}
            interleaved-demo {{ writing-mode: vertical-rl; text-align: center; white-space: nowrap; text-indent: 3em; cursor: wait }}
        </style><main><aside>beside</aside>{MODULE}<interleaved-demo start-at='3'></interleaved-demo></main>"
    );
    Stage::open(page, &body)?;
    wait_for(page, "root.querySelector('.row')")?;
    check_script(
        page,
        "const { display, fontStyle, textTransform, writingMode, textAlign, textIndent, cursor } =
            getComputedStyle(root.querySelector('.how'));
        return [display, fontStyle, textTransform, writingMode, textAlign, textIndent, cursor];",
        json!([
            "block",
            "normal",
            "none",
            "horizontal-tb",
            "start",
            "0px",
            "auto"
        ]),
    )?;
    // A flex item has as much room as there is, up to its own measure.
    check_script(page, "return demo.offsetWidth >= 600", json!(true))?;
    check_script(
        page,
        "demo.style.visibility = 'hidden';
        return root.querySelector('.play').checkVisibility({ visibilityProperty: true })",
        json!(false),
    )
}
