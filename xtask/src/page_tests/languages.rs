//! Languages, themes, and room: the same demo for everybody.

use anyhow::Result;
use serde_json::json;

use super::helpers::{MODULE, Stage, check_script, document, open, script};
use crate::page::{Page, Test};
use crate::serve::Options;

pub const TESTS: &[Test] = &[
    (
        "in Korean everything but names and programs is Korean",
        in_korean_everything_is_korean,
    ),
    (
        "the language is the element's, else the document's",
        the_language_is_the_elements_else_the_documents,
    ),
    ("the theme is the element's", the_theme_is_the_elements),
    (
        "controls are hidden, and a moment is shown, where the settings say so",
        controls_and_moment,
    ),
    (
        "nothing is wider than a phone of 320 pixels",
        nothing_is_wider_than_a_phone,
    ),
];

fn in_korean_everything_is_korean(page: &Page) -> Result<()> {
    open(
        page,
        "lang=ko&lanes=sequential,async,threads&start-at=2&editor",
    )?;
    page.wait_for(
        "document.querySelector('interleaved-demo').shadowRoot.querySelector('.place:not(:empty)')",
    )?;
    check_script(
        page,
        "const words = [root.querySelector('.frame').innerText];
        for (const node of root.querySelectorAll('[aria-label], [title]'))
            words.push(node.getAttribute('aria-label') ?? '', node.title);
        // Names, what programs print, the notation of ranges.
        const allowed = /^(A|B|C|range|total|Done)$/;
        return [...new Set(words.join(' ').match(/[A-Za-z]+/g))].filter((word) => !allowed.test(word))",
        json!([]),
    )
}

fn the_language_is_the_elements_else_the_documents(page: &Page) -> Result<()> {
    let body = format!("{MODULE}<interleaved-demo></interleaved-demo>");
    let pages = [("stage.html", document("ko", &body))];
    let stage = Stage::new(&pages, Options::default())?;
    stage.goto(page, "stage.html")?;
    check_script(
        page,
        "await demo.ready; const page = text('.name');
        demo.lang = 'en'; await demo.ready; const own = text('.name');
        demo.removeAttribute('lang'); await demo.ready;
        return [page, own, text('.name')]",
        json!(["순차 실행", "Sequential", "순차 실행"]),
    )
}

fn the_theme_is_the_elements(page: &Page) -> Result<()> {
    open(page, "theme=dark")?;
    check_script(
        page,
        "const ground = () => getComputedStyle(root.querySelector('.frame')).backgroundColor;
        const dark = ground(); demo.setAttribute('theme', 'light'); await demo.ready;
        return [dark, ground()]",
        json!(["rgb(23, 24, 27)", "rgb(253, 252, 249)"]),
    )
}

fn controls_and_moment(page: &Page) -> Result<()> {
    open(page, "controls=none&start-at=3.5")?;
    check_script(
        page,
        "return [root.querySelector('.bar').checkVisibility(), demo.currentTime, demo.paused,
            demo.logText('sequential')]",
        json!([false, 3.5, true, "[A] total=1\n[A] total=3\n[A] total=6\n"]),
    )
}

fn nothing_is_wider_than_a_phone(page: &Page) -> Result<()> {
    let twelve: Vec<_> = (0..12).map(|task| format!("task{task}:1:5")).collect();
    for tasks in ["A:1:5,B:5:10,C:10:15", &twelve.join(",")] {
        for lang in ["ko", "en"] {
            open(
                page,
                &format!("tasks={tasks}&lang={lang}&lanes=async,threads&editor&start-at=99"),
            )?;
            page.browser.resize(320, 700)?;
            script::<()>(
                page,
                "await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame)",
            )?;
            // Windows of some engines can't be made so narrow; then it is their width that counts.
            check_script(
                page,
                "return document.documentElement.scrollWidth <= innerWidth",
                json!(true),
            )?;
            page.browser.resize(1280, 800)?;
        }
    }
    Ok(())
}
