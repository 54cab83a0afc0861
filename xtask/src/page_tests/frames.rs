//! Demos in frames: how high they are, and what they do when the page around asks.

use std::rc::Rc;

use anyhow::Result;
use serde_json::json;

use super::helpers::{Stage, VOUCH, check, check_script, script, wait_for};
use crate::page::{Page, Test};

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "frames are as high as their demos, each its own",
        frames_are_as_high_as_their_demos,
    ),
    (
        "frames that are hidden, or have no width yet, wait",
        hidden_frames_wait,
    ),
    (
        "a frame of the height that README.md gives doesn't scroll",
        a_frame_of_a_fixed_height_does_not_scroll,
    ),
    (
        "the page around plays, pauses and resets",
        the_page_around_plays_pauses_and_resets,
    ),
    (
        "messages of others, and other messages, are passed over",
        other_messages_are_passed_over,
    ),
    (
        "slides that are left pause, and go on when they are shown",
        slides_pause_and_go_on,
    ),
    (
        "a demo that starts by itself starts when its slide is shown",
        slides_start_by_themselves,
    ),
];

/// Opens a page with frames, in which `told` lists what each has said of its height.
fn host(page: &Page, body: &str) -> Result<Rc<Stage>> {
    let record = "<script>
        window.told = [];
        addEventListener('message', ({ source, data }) => {
            const index = [...document.querySelectorAll('iframe')].findIndex((frame) => frame.contentWindow === source);
            (told[index] ??= []).push(data);
        });
        </script>";
    Stage::open(page, &format!("{record}{body}"))
}

/// The demo in the first frame.
const INNER: &str =
    "document.querySelector('iframe').contentDocument.querySelector('interleaved-demo')";

/// Whether every frame of the page is exactly as high as what is in it.
const FITTING: &str = "[...document.querySelectorAll('iframe')].every((frame) => {
    const { documentElement } = frame.contentDocument;
    return frame.clientHeight === Math.ceil(documentElement.getBoundingClientRect().height)
        && documentElement.scrollHeight === frame.clientHeight
        && documentElement.clientWidth === frame.clientWidth;
})";

fn frames_are_as_high_as_their_demos(page: &Page) -> Result<()> {
    host(
        page,
        "<script src='resize.js'></script>
        <style>iframe { border: 2px solid; } .boxed { box-sizing: border-box; width: 100%; } .far { margin-top: 9000px; }</style>
        <iframe src='embed.html?lang=en'></iframe>
        <iframe class='boxed' src='embed.html?lang=ko&amp;lanes=threads'></iframe>
        <iframe src='standalone.html?lang=en&amp;lanes=async'></iframe>
        <iframe class='far' loading='lazy' src='embed.html?lang=en&amp;tasks=A:1:3'></iframe>",
    )?;
    page.wait_for("told[0] && told[1] && told[2]")?;
    check(
        "a lazy frame that is far away",
        page.eval("told[3] === undefined")?,
        true,
    )?;
    page.browser
        .run("document.querySelector('.far').scrollIntoView();", &[])?;
    page.wait_for(&format!("told[3] && {FITTING}"))?;
    check(
        "what is told",
        page.eval("told.flat().every(({ type, height, ...rest }) => type === 'interleaved:resize' && height > 200 && !Object.keys(rest).length)")?,
        true,
    )?;
    // And it is told again when it changes.
    let before: f64 = page.eval("document.querySelector('iframe').clientHeight")?;
    page.browser.run(
        "document.querySelector('iframe').contentDocument.querySelector('interleaved-demo').editor = true;",
        &[],
    )?;
    page.wait_for(&format!(
        "document.querySelector('iframe').clientHeight > {before} && {FITTING}"
    ))?;
    page.browser.run(
        "document.querySelector('.boxed').style.width = '400px';",
        &[],
    )?;
    page.wait_for(FITTING)
}

fn hidden_frames_wait(page: &Page) -> Result<()> {
    host(
        page,
        "<script src='resize.js'></script>
        <div hidden><iframe src='embed.html?lang=en&amp;autoplay=visible&amp;speed=100'></iframe></div>
        <iframe style='width: 0; border: 0' src='embed.html?lang=en&amp;autoplay&amp;speed=100'></iframe>
        <iframe src='embed.html?lang=en'></iframe>",
    )?;
    let narrow = "document.querySelectorAll('iframe')[1]";
    page.wait_for(&format!(
        "told[2] && {INNER}?.laneNames?.length
            && {narrow}.contentDocument.querySelector('interleaved-demo').ended"
    ))?;
    check(
        "what the others have told",
        page.eval("told[0] === undefined && told[1] === undefined")?,
        true,
    )?;
    check(
        "that what nobody sees stands",
        page.eval(&format!("{INNER}.paused && {INNER}.currentTime === 0"))?,
        true,
    )?;
    page.browser.run(
        &format!("document.querySelector('div').hidden = false; {narrow}.style.width = '600px';"),
        &[],
    )?;
    page.wait_for(&format!("told[0] && told[1] && {FITTING} && {INNER}.ended"))
}

/// What README.md gives to its frame.
const HEIGHT: u32 = 900;

fn a_frame_of_a_fixed_height_does_not_scroll(page: &Page) -> Result<()> {
    let source = "embed.html?tasks=A:1:5,B:5:10,C:10:15&amp;lanes=sequential,async";
    for width in [700, 900, 1200] {
        page.browser.resize(width + 80, 900)?;
        host(
            page,
            &format!(
                "<iframe src='{source}' width='{width}' height='{HEIGHT}' style='border:0'></iframe>"
            ),
        )?;
        page.wait_for("told[0]")?;
        let inner = "document.querySelector('iframe').contentDocument";
        for moment in [0, 99] {
            page.browser.run(
                &format!("{inner}.querySelector('interleaved-demo').currentTime = {moment};"),
                &[],
            )?;
            let size: [u32; 4] = page.eval(&format!(
                "((it) => [it.scrollWidth, it.scrollHeight, it.clientWidth, it.clientHeight])({inner}.documentElement)"
            ))?;
            check(
                "its content and its size",
                size,
                [width, HEIGHT, width, HEIGHT],
            )?;
        }
    }
    Ok(())
}

/// Asks the frame to do something, as the page around it.
fn post(page: &Page, message: &str) -> Result<()> {
    page.browser
        .run(
            &format!("document.querySelector('iframe').contentWindow.postMessage({message}, '*');"),
            &[],
        )
        .map(drop)
}

/// Waits until all messages have come, and says whether the demo stands, and when.
fn state(page: &Page, expected: serde_json::Value) -> Result<()> {
    script::<()>(
        page,
        "const { port1, port2 } = new (document.querySelector('iframe').contentWindow.MessageChannel)();
        await new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(0); })",
    )?;
    check_script(
        page,
        &format!(
            "const inner = {INNER}; await inner.ready; return [inner.paused, inner.ended, inner.currentTime]"
        ),
        expected,
    )
}

fn the_page_around_plays_pauses_and_resets(page: &Page) -> Result<()> {
    for source in ["embed.html", "standalone.html"] {
        let frame = format!(
            "<iframe sandbox='allow-scripts' src='{source}?lang=en&amp;speed=100'></iframe>"
        );
        let stage = host(page, &frame)?;
        page.wait_for("told[0]")?;
        post(page, "{ type: 'interleaved:play' }")?;
        page.browser.enter_frame("iframe")?;
        wait_for(page, "demo.ended")?;
        stage.goto(page, "stage.html")?;
        page.wait_for("told[0]")?;
        // In order, so that after the last nothing moves.
        for word in ["play", "pause", "play", "reset"] {
            post(page, &format!("{{ type: 'interleaved:{word}' }}"))?;
        }
        page.browser.enter_frame("iframe")?;
        script::<()>(page, "await new Promise(requestAnimationFrame)")?;
        check_script(
            page,
            "return [demo.paused, demo.currentTime]",
            json!([true, 0]),
        )?;
    }
    Ok(())
}

fn other_messages_are_passed_over(page: &Page) -> Result<()> {
    let errors = "<script>
        addEventListener('load', () => {
            document.querySelector('iframe').contentWindow.onerror = (message) => {
                // WebKit tells of a size that changes in the frame in which it was told of.
                if (!message.startsWith('ResizeObserver loop')) window.failed = true;
            };
        });
        </script>";
    let other = "<iframe srcdoc=\"<script>
            for (const message of [{ type: 'interleaved:play' }, 'slide:start']) parent.frames[0].postMessage(message, '*');
            parent.frames[0].postMessage('slide:start', '*');
        </script>\"></iframe>";
    host(
        page,
        &format!(
            "{errors}<iframe src='embed.html?lang=en&amp;autoplay=visible&amp;start-at=2' style='display: none'></iframe>"
        ),
    )?;
    page.wait_for("document.querySelector('iframe').contentDocument?.querySelector('interleaved-demo')?.laneNames?.length")?;
    page.browser.run(
        &format!(
            "{VOUCH} document.body.insertAdjacentHTML('beforeend', vouch('createHTML', arguments[0]));"
        ),
        &[other.into()],
    )?;
    for message in [
        "null",
        "undefined",
        "5",
        "'interleaved:play'",
        "{ type: 'slide:start' }",
        "{ type: { toString: 1 } }",
        "['interleaved:play']",
        "{ type: 'constructor' }",
        "'{\"method\":\"play\"}'",
        "new Map([['type', 'interleaved:play']])",
    ] {
        post(page, message)?;
    }
    page.browser.run(ANY_MESSAGES, &[])?;
    // The frame itself isn't the page around it either.
    page.browser.run(
        &format!(
            "{VOUCH} const inner = document.querySelector('iframe').contentDocument;
            const script = inner.createElement('script');
            script.textContent = vouch('createScript', \"postMessage({{ type: 'interleaved:play' }}, '*')\");
            inner.body.append(script);"
        ),
        &[],
    )?;
    state(page, json!([true, false, 2]))?;
    check(
        "an error in the frame",
        page.eval("Boolean(window.failed)")?,
        false,
    )
}

/// Sends the frame a thousand messages made by chance, the same ones each time, of all
/// that can be sent: deep, wide and looped objects, errors, buffers, words that are nearly
/// those that it knows.
const ANY_MESSAGES: &str = "
    let seed = 1;
    const chance = (count) => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return Math.floor((seed / 2 ** 32) * count);
    };
    const one = (list) => list[chance(list.length)];
    const word = () => one(['interleaved:', 'slide:', 'play', 'start', 'stop', 'type', '__proto__', '\\0', '가', '<img src=x onerror=alert(1)>', '\\ud800']);
    const words = () => Array.from({ length: chance(3) }, word).join('') + one(['!', ' ', '\\n']);
    const kinds = [
        () => one([null, undefined, true, -0, NaN, 2n ** 70n, 1e308]),
        words,
        () => new Date(NaN),
        () => new Error(words()),
        () => new Uint8Array(chance(9)).buffer,
        () => /interleaved:play/,
        () => new Blob([words()]),
        () => new Map([['type', any(3)], [any(3), any(3)]]),
        () => new Set([any(3)]),
        (depth) => Array.from({ length: chance(4) }, () => any(depth + 1)),
        (depth) => ({ type: any(depth + 1), [word()]: any(depth + 1), height: any(depth + 1) }),
        () => { const loop = { type: 'interleaved:resize' }; loop.type = loop.loop = loop; return loop; },
    ];
    const any = (depth = 0) => (depth > 4 ? words() : one(kinds)(depth));
    const frame = document.querySelector('iframe').contentWindow;
    for (let count = 0; count < 1000; count += 1) frame.postMessage(any(), '*');
";

/// Opens a page with one frame, and waits until its demo is ready.
fn slide(page: &Page, query: &str) -> Result<()> {
    host(
        page,
        &format!("<iframe src='embed.html?lang=en&amp;{query}'></iframe>"),
    )?;
    page.wait_for("told[0]")
}

fn seek(page: &Page, seconds: f64) -> Result<()> {
    page.browser
        .run(
            &format!("document.querySelector('iframe').contentDocument.querySelector('interleaved-demo').currentTime = {seconds};"),
            &[],
        )
        .map(drop)
}

fn slides_pause_and_go_on(page: &Page) -> Result<()> {
    slide(page, "interval=3600000")?;
    // Nobody has asked it to run.
    post(page, "'slide:start'")?;
    state(page, json!([true, false, 0]))?;
    post(page, "{ type: 'interleaved:play' }")?;
    page.wait_for(&format!("!{INNER}.paused"))?;
    // reveal.js may say so more than once.
    post(page, "'slide:stop'")?;
    post(page, "'slide:stop'")?;
    page.wait_for(&format!("{INNER}.paused"))?;
    seek(page, 5.0)?;
    state(page, json!([true, false, 5]))?;
    post(page, "'slide:start'")?;
    page.wait_for(&format!("!{INNER}.paused && {INNER}.currentTime >= 5"))?;
    // What the reader has paused stays so.
    post(page, "{ type: 'interleaved:pause' }")?;
    post(page, "'slide:stop'")?;
    page.wait_for(&format!("{INNER}.paused"))?;
    seek(page, 7.0)?;
    post(page, "'slide:start'")?;
    state(page, json!([true, false, 7]))
}

fn slides_start_by_themselves(page: &Page) -> Result<()> {
    slide(page, "interval=3600000&amp;autoplay&amp;start-at=3")?;
    page.wait_for(&format!("!{INNER}.paused"))?;
    // It has run unseen, on a slide that comes later.
    seek(page, 4000.0)?;
    post(page, "'slide:start'")?;
    page.wait_for(&format!(
        "!{INNER}.paused && {INNER}.currentTime >= 3 && {INNER}.currentTime < 4000"
    ))?;
    // What has ended begins again, what the reader has paused doesn't.
    post(page, "'slide:stop'")?;
    page.wait_for(&format!("{INNER}.paused"))?;
    post(page, "'slide:start'")?;
    page.wait_for(&format!("!{INNER}.paused"))?;
    seek(page, 1e6)?;
    page.wait_for(&format!("{INNER}.ended"))?;
    post(page, "'slide:stop'")?;
    post(page, "'slide:start'")?;
    page.wait_for(&format!(
        "!{INNER}.paused && !{INNER}.ended && {INNER}.currentTime < 4000"
    ))?;
    post(page, "{ type: 'interleaved:pause' }")?;
    post(page, "'slide:stop'")?;
    page.wait_for(&format!("{INNER}.paused"))?;
    seek(page, 9.0)?;
    post(page, "'slide:start'")?;
    state(page, json!([true, false, 9]))
}
