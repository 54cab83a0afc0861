//! Room: narrow screens, and logs that are long.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::helpers::{check_script, open, script, wait_for};
use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "a page of 320 pixels needs no scrolling sideways",
        a_page_of_320_pixels_needs_no_scrolling_sideways,
    ),
    (
        "a thousand tasks of a hundred steps come to their end",
        a_thousand_tasks_of_a_hundred_steps_come_to_their_end,
    ),
    (
        "a long log shows only the lines in view",
        a_long_log_shows_only_the_lines_in_view,
    ),
    (
        "with larger text, or more space in it, nothing overlaps or is cut off",
        with_larger_text_nothing_overlaps,
    ),
];

fn a_page_of_320_pixels_needs_no_scrolling_sideways(page: &Page) -> Result<()> {
    // In a frame, because not every window can be so narrow.
    open(page, "")?;
    script::<()>(
        page,
        "const frame = document.createElement('iframe');
        frame.style.cssText = 'width: 320px; height: 640px; border: 0';
        document.body.replaceChildren(frame);",
    )?;
    let twelve = (0..12)
        .map(|task| format!("task-{task}:{task}:{}", task + 3))
        .collect::<Vec<_>>()
        .join(",");
    let tasks = [
        String::new(),
        format!("&tasks={twelve}"),
        "&tasks=an-uncommonly-long-name-of-a-task-that-is-shown-in-one-piece:1:4".to_owned(),
        // The quoted value is one word.
        format!("&tasks={}", "x".repeat(60)),
    ];
    for lang in ["ko", "en"] {
        for lanes in ["sequential,async", "threads"] {
            for tasks in &tasks {
                for path in [
                    "embed.html?",
                    "embed.html?editor&code=python&",
                    "index.html?",
                ] {
                    let url = format!("{path}lang={lang}&lanes={lanes}{tasks}");
                    let widths: Vec<u32> = page.eval(&format!(
                        "(async () => {{
                            const frame = document.querySelector('iframe');
                            const loaded = new Promise((resolve) => {{ frame.onload = resolve; }});
                            frame.src = {};
                            await loaded;
                            const inner = frame.contentDocument;
                            const demos = [...inner.querySelectorAll('interleaved-demo')];
                            await Promise.all(demos.map((each) => each.ready));
                            const widths = [inner.documentElement.scrollWidth];
                            for (const each of demos) each.currentTime = 2;
                            widths.push(inner.documentElement.scrollWidth);
                            for (const each of demos) each.currentTime = 99;
                            widths.push(inner.documentElement.scrollWidth);
                            return widths;
                        }})()",
                        json!(url)
                    ))?;
                    ensure!(
                        widths.iter().all(|&width| width <= 320),
                        "{url} is {widths:?} wide, at the start, in the middle and at the end"
                    );
                }
            }
        }
    }
    Ok(())
}

/// How many rows each log has.
const ROW_COUNTS: &str =
    "[...root.querySelectorAll('.log')].map((log) => log.querySelectorAll('.row').length)";

fn a_thousand_tasks_of_a_hundred_steps_come_to_their_end(page: &Page) -> Result<()> {
    open(page, "lanes=sequential,async,threads")?;
    script::<()>(
        page,
        "demo.tasks = Array.from({ length: 1000 }, (_, task) => `t${task}:0:100`).join(' ');
        demo.interval = 1;
        await demo.ready;
        demo.currentTime = 1e6;",
    )?;
    wait_for(
        page,
        "demo.ended && [0, 1, 2].every((lane) => rows(lane).at(-1)?.startsWith('Done!!'))",
    )
    .context("after a seek")?;
    check_script(
        page,
        &format!(
            "return [
                {ROW_COUNTS}.every((count) => count > 0 && count < 200),
                demo.logText('async').split('\\n').length,
            ]"
        ),
        json!([true, 100_002]),
    )
}

fn a_long_log_shows_only_the_lines_in_view(page: &Page) -> Result<()> {
    open(page, "lanes=async&tasks=A:0:5000&interval=1&start-at=999")?;
    let few = format!("return {ROW_COUNTS}.every((count) => count > 0 && count < 200)");
    // The log has been laid out, and shows its end.
    wait_for(page, "demo.ended && rows(0).at(-1) === 'Done!!!'")?;
    check_script(page, &few, json!(true))?;
    // By the log's own bar to the middle, and to the start.
    for (position, line) in [("0.5", "[A] total=3123750"), ("0", "[A] total=0")] {
        script::<()>(
            page,
            &format!(
                "const log = root.querySelector('.log'); log.scrollTop = log.scrollHeight * {position}"
            ),
        )?;
        wait_for(page, &format!("rows(0).includes('{line}')"))?;
        check_script(page, &few, json!(true))?;
    }
    // A change of language draws all that is seen anew.
    script::<()>(page, "demo.lang = 'ko'; await demo.ready")?;
    check_script(page, &few, json!(true))
}

/// What a reader may do to the text: enlarge it, and space it as WCAG 1.4.12 has it.
const READERS: [&str; 2] = [
    "html { font-size: 200% }",
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
     p { margin-block-end: 2em !important }",
];

/// The texts that overlap others or leave the page, but for what the timeline
/// places by itself and what scrolls in a log.
pub const CLASHES: &str = "
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest('.timeline, .log, .told, option')) continue;
        if (!parent.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        // A line's box is higher than its letters, and may touch the next.
        for (const { left, right, top, bottom } of range.getClientRects()) {
            const middle = (top + bottom) / 2;
            const height = (bottom - top) / 4;
            texts.push({ text: node.data, left, right, top: middle - height, bottom: middle + height });
        }
    }
    const clashes = texts.filter(({ left, right }) => left < 0 || right > innerWidth).map(({ text }) => text);
    for (const [index, one] of texts.entries()) {
        for (const other of texts.slice(0, index)) {
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            if (across > 1 && down > 1) clashes.push(`${one.text} / ${other.text}`);
        }
    }
    for (const each of root.querySelectorAll('button, label, legend, .how, .name, .now, .moment, .conclusion, dt')) {
        if (each.checkVisibility() && each.clientWidth && each.scrollWidth > each.clientWidth + 1)
            clashes.push(`${each.className} ${each.textContent} is cut off`);
    }
    return [texts.length > 30, clashes];";

fn with_larger_text_nothing_overlaps(page: &Page) -> Result<()> {
    for width in [640, 1280] {
        page.browser.resize(width, 900)?;
        for lang in ["en", "ko"] {
            for style in READERS {
                open(
                    page,
                    &format!("lang={lang}&editor&predict&code=rust&lanes=sequential,async,threads"),
                )?;
                wait_for(
                    page,
                    "root.querySelectorAll('.place:not(:empty)').length >= 3 && root.querySelector('.predict .current')",
                )?;
                script::<()>(
                    page,
                    &format!(
                        "const sheet = new CSSStyleSheet();
                        sheet.replaceSync(`{style}`);
                        document.adoptedStyleSheets.push(sheet);
                        root.adoptedStyleSheets.push(sheet);
                        root.querySelector('summary').click();"
                    ),
                )?;
                wait_for(page, "root.querySelector('.executor')")?;
                for time in ["0", "2.5", "99"] {
                    script::<()>(page, &format!("demo.currentTime = {time};"))?;
                    check_script(page, CLASHES, json!([true, []]))
                        .with_context(|| format!("{width} pixels, {lang}, {time} s, {style}"))?;
                }
            }
        }
    }
    Ok(())
}
