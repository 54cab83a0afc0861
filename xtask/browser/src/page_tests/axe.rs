//! What axe, a checker of accessibility, finds on the pages: nothing.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::page::{Page, Test};
use xtask::engine::Engine;
use xtask::node;

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    ("axe finds nothing on the lesson page", |page| {
        check(page, "index.html?", "true")
    }),
    ("axe finds nothing on the demo alone", |page| {
        check(page, "embed.html?", "true")
    }),
    ("axe finds nothing with every option on", |page| {
        check(
            page,
            "embed.html?editor&predict&code=python&lock&lanes=sequential,async,threads&",
            "demo.shadowRoot.querySelectorAll('.place:not(:empty)').length === 4 && \
             demo.shadowRoot.querySelector('.predict .current')",
        )
    }),
    ("axe finds nothing on the one file", |page| {
        check(page, "standalone.html?", "demo.laneNames.length")
    }),
    ("axe finds nothing on the page for teachers", |page| {
        check(
            page,
            "course.html?for=sphinx&from=folder&",
            "demo.laneNames.length && document.querySelectorAll('figure').length === 3",
        )
    }),
    ("axe finds nothing on real threads", |page| {
        check(
            page,
            "embed.html?lanes=async,workers&speed=100&autoplay&code=rust&",
            "demo.ended",
        )
    }),
    ("axe finds nothing on the checker of logs", check_checker),
    (
        "a narrow page doesn't scroll sideways",
        a_narrow_page_doesnt_scroll_sideways,
    ),
];

const DEMO: &str = "document.querySelector('interleaved-demo')";

/// The states of a demo, one after the other: what they are, what leads there,
/// and how one sees that it has.
const STATES: [[&str; 3]; 6] = [
    ["before the run", "null", "demo.laneNames.length"],
    [
        "during the run",
        "demo.currentTime = 3.4",
        "demo.currentTime === 3.4",
    ],
    ["at the end", "demo.currentTime = 99", "demo.ended"],
    [
        "with the menu",
        "demo.shadowRoot.querySelector('[aria-haspopup]').click()",
        "demo.shadowRoot.querySelector('dialog[open]')",
    ],
    [
        "with the help",
        "demo.shadowRoot.querySelector('dialog .keys').click()",
        "demo.shadowRoot.querySelectorAll('dialog[open]').length === 2",
    ],
    [
        "with an error",
        "(demo.shadowRoot.querySelectorAll('dialog').forEach((each) => each.close()), \
          demo.setAttribute('tasks', 'A:1'))",
        "demo.shadowRoot.querySelector('[role=alert]').textContent && \
         !demo.shadowRoot.querySelector('dialog')",
    ],
];

const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, {
        runOnly: tags,
        resultTypes: ['violations'],
        // The style sheets are the site's own, so none has to be fetched to be read.
        preload: false,
    });
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) =>
            `${id}: ${target.flat(9).join(' ')}: ${failureSummary.replace(/\\s+/g, ' ')}`));";

/// WCAG's reflow, which axe can't see.
fn a_narrow_page_doesnt_scroll_sideways(page: &Page) -> Result<()> {
    page.browser.resize(320, 800)?;
    for path in ["index.html", "embed.html", "course.html"] {
        for language in ["en", "ko"] {
            page.open(&format!("{path}?lang={language}&start-at=99"))?;
            page.wait_for(&format!("{DEMO}.ended"))?;
            let fits =
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
            ensure!(page.eval::<bool>(fits)?, "{path} in {language}");
            page.browser
                .run("document.documentElement.style.fontSize = '200%'", &[])?;
            page.wait_for(fits)
                .with_context(|| format!("{path} in {language}, twice as large"))?;
        }
    }
    Ok(())
}

/// The source of axe, where it is to be used.
fn axe(page: &Page) -> Result<Option<String>> {
    if page.browser.engine != Engine::Chrome {
        // It reads the tree and the styles, which are the same in every engine.
        return Ok(None);
    }
    let axe = node::program("axe-core/axe.min.js");
    if !axe.is_file() {
        println!("The npm package axe-core is not installed (`npm ci` in xtask/node does it).");
        return Ok(None);
    };
    let text =
        fs::read_to_string(&axe).with_context(|| format!("could not read {}", axe.display()))?;
    Ok(Some(text))
}

/// Lets axe look at the page as it is, narrow and wide, and adds what it finds.
fn look(page: &Page, state: &str, found: &mut Vec<String>) -> Result<()> {
    for width in [320, 1280] {
        page.browser.resize(width, 800)?;
        let violations: Vec<String> = serde_json::from_value(page.browser.run_async(RUN, &[])?)?;
        for violation in violations {
            found.push(format!("{state}, {width} pixels: {violation}"));
        }
    }
    Ok(())
}

/// Checks the lesson with the checker of logs, in each state of that.
fn check_checker(page: &Page) -> Result<()> {
    let Some(axe) = axe(page)? else {
        return Ok(());
    };
    const CHECKER: &str = "document.querySelector('interleaved-check')";
    let mut found = Vec::new();
    for (language, dark) in [("en", false), ("ko", true)] {
        page.browser.emulate_media(dark, false)?;
        page.open(&format!("index.html?lang={language}"))?;
        page.browser
            .run(&format!("{CHECKER}.scrollIntoView()"), &[])?;
        page.wait_for(&format!("{CHECKER}.shadowRoot?.querySelector('.row')"))?;
        page.browser.run(&axe, &[])?;
        for (log, verdict) in [
            ("[A] total=1[B] total=1\\n\\n", "threads"),
            ("[A] total=1\\n[A] total=1\\n[A] total=1", "impossible"),
            ("", "none"),
        ] {
            page.browser
                .run(&format!("{CHECKER}.setAttribute('log', '{log}')"), &[])?;
            page.wait_for(&format!(
                "{CHECKER}.shadowRoot.querySelector('[data-verdict={verdict}]')"
            ))?;
            look(page, &format!("{language}, {verdict}"), &mut found)?;
        }
    }
    ensure!(found.is_empty(), "\n  {}", found.join("\n  "));
    Ok(())
}

/// Checks a page in each language, theme, width and state, once `complete` is so,
/// with the executor's view open.
fn check(page: &Page, path: &str, complete: &str) -> Result<()> {
    let Some(axe) = axe(page)? else {
        return Ok(());
    };
    let mut found = Vec::new();
    for language in ["en", "ko"] {
        for theme in ["light", "dark"] {
            page.browser.emulate_media(theme == "dark", false)?;
            page.open(&format!("{path}lang={language}&theme={theme}"))?;
            page.wait_for(&format!("{DEMO}.laneNames.length"))?;
            page.browser.run(
                &format!("{DEMO}.shadowRoot.querySelector('summary').click();"),
                &[],
            )?;
            page.wait_for(&format!("((demo) => {complete})({DEMO})"))?;
            page.browser.run(&axe, &[])?;
            for [state, action, condition] in STATES {
                page.browser
                    .run(&format!("const demo = {DEMO}; {action};"), &[])?;
                page.wait_for(&format!("((demo) => {condition})({DEMO})"))?;
                look(page, &format!("{language}, {theme}, {state}"), &mut found)?;
            }
        }
    }
    ensure!(found.is_empty(), "\n  {}", found.join("\n  "));
    Ok(())
}
