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
    wait_for(page, "demo.ended").context("after a seek")?;
    check_script(
        page,
        &format!(
            "return [
                {ROW_COUNTS}.every((count) => count > 0 && count < 200),
                demo.logText('async').split('\\n').length,
                [...root.querySelectorAll('.log')].every((log) => log.innerText.includes('Done!!')),
            ]"
        ),
        json!([true, 100_002, true]),
    )
}

fn a_long_log_shows_only_the_lines_in_view(page: &Page) -> Result<()> {
    open(page, "lanes=async&tasks=A:0:5000&interval=1&start-at=999")?;
    let few = format!("return {ROW_COUNTS}.every((count) => count > 0 && count < 200)");
    wait_for(page, "demo.ended")?;
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
