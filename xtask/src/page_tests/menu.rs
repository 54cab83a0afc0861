//! The controls as they are told to assistive technology, the menu of exports,
//! the trace, and the help.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::helpers::{Stage, VOUCH};
use crate::engine::Engine;
use crate::key;
use crate::page::{Page, Test};
use crate::serve::Options;

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "the controls have their roles and names",
        the_controls_have_their_roles_and_names,
    ),
    (
        "Tab follows the eye at every width",
        tab_follows_the_eye_at_every_width,
    ),
    (
        "Escape closes the menu, and the focus goes back",
        escape_closes_the_menu,
    ),
    (
        "a question mark helps only where the demo has the focus",
        a_question_mark_helps_only_inside,
    ),
    (
        "keys in a dialog don't reach the demo",
        keys_in_a_dialog_stay_there,
    ),
    ("what is copied is what is shown", what_is_copied_is_shown),
    ("what is saved is a file", what_is_saved_is_a_file),
    (
        "where copying is refused the text is selected",
        where_copying_is_refused_the_text_is_selected,
    ),
    (
        "a frame that may refuse downloads is told of",
        a_frame_that_may_refuse_downloads_is_told_of,
    ),
    (
        "embed code works where it is pasted",
        embed_code_works_where_it_is_pasted,
    ),
    (
        "the trace keeps to its format",
        the_trace_keeps_to_its_format,
    ),
];

const DEMO: &str = "document.querySelector('interleaved-demo')";
const MENU: &str = "interleaved-demo >>> .bar > [aria-haspopup]";

/// The controls in the order of Tab: role, English name, Korean name.
const CONTROLS: [[&str; 3]; 11] = [
    ["button", "Run", "실행"],
    ["button", "Back to the start", "처음으로"],
    ["button", "One event back", "이벤트 하나 뒤로"],
    ["button", "One event on", "이벤트 하나 앞으로"],
    ["slider", "Time", "시간"],
    ["combobox", "Speed", "속도"],
    ["button", "More", "더 보기"],
    [
        "image",
        "Timeline of Sequential; it follows as a table",
        "순차 실행 타임라인, 같은 내용의 표가 이어집니다",
    ],
    ["log", "Log: Sequential", "로그: 순차 실행"],
    [
        "image",
        "Timeline of Async; it follows as a table",
        "비동기 실행 타임라인, 같은 내용의 표가 이어집니다",
    ],
    ["log", "Log: Async", "로그: 비동기 실행"],
];

/// The menu's controls in the order of Tab, of which the first has the focus at once.
const MENU_CONTROLS: [[&str; 3]; 15] = [
    ["button", "Copy: Log: Sequential", "복사: 로그: 순차 실행"],
    ["button", "Save: Log: Sequential", "저장: 로그: 순차 실행"],
    ["button", "Copy: Log: Async", "복사: 로그: 비동기 실행"],
    ["button", "Save: Log: Async", "저장: 로그: 비동기 실행"],
    ["button", "Copy: Events (JSON)", "복사: 이벤트(JSON)"],
    ["button", "Save: Events (JSON)", "저장: 이벤트(JSON)"],
    [
        "button",
        "Copy: Trace (Perfetto)",
        "복사: 트레이스(Perfetto)",
    ],
    [
        "button",
        "Save: Trace (Perfetto)",
        "저장: 트레이스(Perfetto)",
    ],
    [
        "button",
        "Copy: This demo as one file (HTML)",
        "복사: 이 데모를 파일 하나로(HTML)",
    ],
    [
        "button",
        "Save: This demo as one file (HTML)",
        "저장: 이 데모를 파일 하나로(HTML)",
    ],
    [
        "button",
        "Copy: Link to this moment",
        "복사: 이 순간의 링크",
    ],
    [
        "button",
        "Copy: Embed code (iframe)",
        "복사: 삽입 코드(iframe)",
    ],
    [
        "button",
        "Copy: Embed code (element)",
        "복사: 삽입 코드(요소)",
    ],
    ["button", "Keys", "단축키"],
    ["button", "Close", "닫기"],
];

fn the_controls_have_their_roles_and_names(page: &Page) -> Result<()> {
    for (language, column) in [("en", 1), ("ko", 2)] {
        open(page, &format!("embed.html?lang={language}"))?;
        // The picture of the timeline is another module's.
        page.eval::<Value>(&format!("({DEMO}.toSVG = undefined) ?? null"))?;
        for [role, names @ ..] in &CONTROLS {
            page.browser.keys(key::TAB)?;
            check_focused(page, [role, names[column - 1]])?;
        }
        open_menu(page)?;
        for (place, [role, names @ ..]) in MENU_CONTROLS.iter().enumerate() {
            if place > 0 {
                page.browser.keys(key::TAB)?;
            }
            check_focused(page, [role, names[column - 1]])?;
        }
        page.browser.click("interleaved-demo >>> .sheet .keys")?;
        let title = ["Keys", "단축키"][column - 1];
        page.wait_for(&format!(
            "{DEMO}.shadowRoot.activeElement.closest('dialog').ariaLabel === '{title}'"
        ))?;
        check_focused(page, ["button", ["Close", "닫기"][column - 1]])?;
    }
    Ok(())
}

fn tab_follows_the_eye_at_every_width(page: &Page) -> Result<()> {
    for width in [320, 480, 640, 800, 1280] {
        page.browser.resize(width, 700)?;
        open(page, "embed.html")?;
        let mut before: Option<Box> = None;
        for [_, name, _] in CONTROLS {
            page.browser.keys(key::TAB)?;
            let now = focused_box(page)?;
            if let Some(before) = before {
                let after = now.left >= before.right - 1.0 || now.top >= before.bottom - 1.0;
                ensure!(
                    after,
                    "at {width} pixels, `{name}` is before its forerunner"
                );
                // Lanes stand side by side: after one's foot comes the next one's head.
                let next_lane = name.starts_with("Timeline");
                ensure!(
                    next_lane || now.bottom > before.top,
                    "at {width} pixels, `{name}` is above its forerunner"
                );
            }
            before = Some(now);
        }
    }
    Ok(())
}

fn escape_closes_the_menu(page: &Page) -> Result<()> {
    open(page, "embed.html")?;
    open_menu(page)?;
    page.browser.keys(key::ESCAPE)?;
    page.wait_for(&format!("!{DEMO}.shadowRoot.querySelector('dialog')"))?;
    check_focused(page, ["button", "More"])?;
    // By the keyboard, and from the help back to the menu.
    page.browser.keys(key::ENTER)?;
    wait_for_dialogs(page, 1)?;
    page.browser.click("interleaved-demo >>> .sheet .keys")?;
    wait_for_dialogs(page, 2)?;
    page.browser.keys(key::ESCAPE)?;
    wait_for_dialogs(page, 1)?;
    check_focused(page, ["button", "Keys"])?;
    page.browser.click("interleaved-demo >>> .sheet .close")?;
    wait_for_dialogs(page, 0)?;
    check_focused(page, ["button", "More"])
}

fn a_question_mark_helps_only_inside(page: &Page) -> Result<()> {
    open(page, "index.html")?;
    let listen =
        "addEventListener('keydown', (event) => { window.taken = event.defaultPrevented })";
    page.eval::<Value>(&format!("{listen} ?? null"))?;
    page.eval::<Value>("document.querySelector('nav a').focus() ?? null")?;
    page.browser.keys("?")?;
    page.wait_for("window.taken === false")?;
    wait_for_dialogs(page, 0)?;
    let log = format!("{DEMO}.shadowRoot.querySelector('.log')");
    page.eval::<Value>(&format!("{log}.focus() ?? null"))?;
    page.browser.keys("?")?;
    wait_for_dialogs(page, 1)?;
    ensure!(page.eval::<bool>("window.taken")?, "the key is not taken");
    page.browser.keys(key::ESCAPE)?;
    wait_for_dialogs(page, 0)?;
    check_focused(page, ["log", "Log: Sequential"])
}

fn keys_in_a_dialog_stay_there(page: &Page) -> Result<()> {
    open(page, "embed.html?start-at=2")?;
    open_menu(page)?;
    page.browser.keys("r.")?;
    page.browser.keys(key::RIGHT)?;
    page.browser.keys(key::END)?;
    let time: f64 = page.eval(&format!("{DEMO}.currentTime"))?;
    ensure!(time == 2.0, "the time is {time}");
    Ok(())
}

fn what_is_copied_is_shown(page: &Page) -> Result<()> {
    open(
        page,
        "embed.html?lanes=async,threads&seed=7&tasks=가:1:4,B:5:9&start-at=2.5",
    )?;
    page.eval::<Value>(&format!("({DEMO}.toSVG = () => '<svg/>') && null"))?;
    open_menu(page)?;
    accept_copies(page)?;
    ensure!(copy(page, "Timeline (SVG)")? == "<svg/>");
    let log = copy(page, "Log: Async")?;
    ensure!(log == "[가] total=1\n[B] total=5\n[가] total=3\n[B] total=11\n");
    let data: Value = serde_json::from_str(&copy(page, "Events (JSON)")?)?;
    for lane in ["async", "threads"] {
        for (member, call) in [("events", "events"), ("log", "logText")] {
            let shown: Value = page.eval(&format!("{DEMO}.{call}('{lane}')"))?;
            ensure!(data["lanes"][lane][member] == shown, "{lane}.{member}");
        }
    }
    let settings: Value = page.eval(&format!("{DEMO}.toJSON()"))?;
    ensure!(data["settings"] == settings);
    let trace: String = page.eval(&format!("{DEMO}.trace()"))?;
    ensure!(copy(page, "Trace (Perfetto)")? == trace);
    let link: String = page.eval(&format!("{DEMO}.permalink"))?;
    ensure!(copy(page, "Link to this moment")? == link);
    Ok(())
}

fn what_is_saved_is_a_file(page: &Page) -> Result<()> {
    open(page, "embed.html?start-at=2")?;
    accept_downloads(page, "window")?;
    open_menu(page)?;
    press(page, "Save: Log: Async")?;
    wait_for_status(page, "Saved: interleaved-async.txt")?;
    let text = "[A] total=1\n[B] total=5\n[C] total=10\n[A] total=3\n[B] total=11\n[C] total=21\n";
    let [name, saved]: [String; 2] = page.eval("window.saved")?;
    ensure!(name == "interleaved-async.txt");
    ensure!(saved == text, "the file holds {saved:?}");
    press(page, "Save: Events (JSON)")?;
    wait_for_status(page, "Saved: interleaved-events.json")?;
    let [_, saved]: [String; 2] = page.eval("window.saved")?;
    let data: Value = serde_json::from_str(&saved)?;
    ensure!(data["lanes"]["async"]["log"] == text);
    // The address is free once the menu is closed.
    page.browser.keys(key::ESCAPE)?;
    wait_for_dialogs(page, 0)?;
    page.wait_for("window.revoked === 2")
}

fn where_copying_is_refused_the_text_is_selected(page: &Page) -> Result<()> {
    open(page, "embed.html?start-at=1")?;
    stub_copies(page, "Promise.reject(new Error('refused'))")?;
    open_menu(page)?;
    press(page, "Copy: Log: Async")?;
    page.wait_for(&format!("{DEMO}.shadowRoot.activeElement.readOnly"))?;
    let selected: String = page.eval(&format!(
        "((field) => field.value.slice(field.selectionStart, field.selectionEnd))\
         ({DEMO}.shadowRoot.activeElement)"
    ))?;
    ensure!(selected == "[A] total=1\n[B] total=5\n[C] total=10\n");
    page.wait_for(&format!("{STATUS}.textContent.includes('Ctrl+C')"))?;
    // The old command may do it; then there is no field, and the focus is where it was.
    page.browser
        .run("document.execCommand = () => true;", &[])?;
    press(page, "Copy: Log: Async")?;
    wait_for_status(page, "Copied: Log: Async")?;
    page.wait_for(&format!("!{DEMO}.shadowRoot.querySelector('textarea')"))?;
    check_focused(page, ["button", "Copy: Log: Async"])
}

fn a_frame_that_may_refuse_downloads_is_told_of(page: &Page) -> Result<()> {
    page.open("index.html")?;
    for (permissions, warns) in [
        ("allow-scripts allow-same-origin", true),
        ("allow-scripts allow-same-origin allow-downloads", false),
    ] {
        let frame = "document.querySelector('body > iframe')";
        page.eval::<Value>(&format!(
            "(() => {{
                {frame}?.remove();
                const frame = document.createElement('iframe');
                frame.setAttribute('sandbox', '{permissions}');
                frame.src = 'embed.html?lang=en';
                document.body.append(frame);
                return null;
            }})()"
        ))?;
        let root = format!("{frame}.contentDocument.querySelector('interleaved-demo').shadowRoot");
        page.wait_for(&format!("{root}.querySelector('.log')"))?;
        accept_downloads(page, &format!("{frame}.contentWindow"))?;
        page.eval::<Value>(&format!(
            "{root}.querySelector('[aria-haspopup]').click() ?? null"
        ))?;
        let save = format!("{root}.querySelector('[aria-label=\"Save: Events (JSON)\"]')");
        page.wait_for(&save)?;
        page.eval::<Value>(&format!("{save}.click() ?? null"))?;
        let status = format!("{root}.querySelector('[role=status]').textContent");
        page.wait_for(&format!("{status}.startsWith('Saved')"))?;
        let text: String = page.eval(&status)?;
        ensure!(text.contains("copy instead") == warns, "it says: {text}");
    }
    Ok(())
}

fn embed_code_works_where_it_is_pasted(page: &Page) -> Result<()> {
    // A name that would end an attribute, begin a tag, and stand for something else.
    let query = "tasks=%22%3Cb%3E%26quot;:1:3&lanes=async,threads&lock&lang=en&start-at=1";
    // Where it is pasted it inherits what its page is allowed, and it has a style.
    let stage = Stage::new(page, &[], Options::default())?;
    stage.goto(page, &format!("embed.html?{query}"))?;
    page.wait_for(&format!("{DEMO}.laneNames.length"))?;
    open_menu(page)?;
    accept_copies(page)?;
    let mut wanted: Value = page.eval(&format!("{DEMO}.toJSON()"))?;
    let settings = wanted.as_object_mut().context("settings")?;
    ensure!(settings.remove("start-at").is_some());
    let pasted = "document.querySelector('body > iframe').contentDocument";
    for (name, document) in [
        (
            "Embed code (iframe)",
            format!("{pasted}.querySelector('iframe').contentDocument"),
        ),
        ("Embed code (element)", pasted.to_owned()),
    ] {
        let code = copy(page, name)?;
        page.browser.run(
            &format!(
                "{VOUCH} document.querySelector('body > iframe')?.remove();
                 const frame = document.createElement('iframe');
                 frame.srcdoc = vouch('createHTML', arguments[0]);
                 document.body.append(frame);"
            ),
            &[code.into()],
        )?;
        let demo = format!("{document}.querySelector('interleaved-demo')");
        page.wait_for(&format!("{demo}.laneNames.length"))?;
        let found: Value = page.eval(&format!("{demo}.toJSON()"))?;
        ensure!(found == wanted, "{name}: {found} is not {wanted}");
        let time: f64 = page.eval(&format!("{demo}.currentTime"))?;
        ensure!(time == 0.0, "{name}: the time is {time}");
    }
    Ok(())
}

fn the_trace_keeps_to_its_format(page: &Page) -> Result<()> {
    open(
        page,
        "embed.html?lanes=sequential,async,threads&seed=3&lock&tasks=가:1:4,B:5:9,C:1:1",
    )?;
    for moment in ["currentTime = 0", "currentTime = 2.4", "currentTime = 99"] {
        page.eval::<Value>(&format!("{DEMO}.{moment}"))?;
        check_trace(page).with_context(|| format!("after {moment}"))?;
    }
    page.eval::<Value>(&format!("{DEMO}.reset() ?? null"))?;
    for step in 1..=30 {
        page.eval::<Value>(&format!("{DEMO}.stepForward() ?? null"))?;
        check_trace(page).with_context(|| format!("after {step} steps"))?;
    }
    Ok(())
}

/// Checks the trace of this moment against the rules of its format, and against
/// the events of which it tells.
fn check_trace(page: &Page) -> Result<()> {
    let trace: String = page.eval(&format!("{DEMO}.trace()"))?;
    let now: f64 = page.eval(&format!("{DEMO}.currentTime"))?;
    let trace: Value = serde_json::from_str(&trace)?;
    ensure!(trace["displayTimeUnit"] == "ms");
    let settings: Value = page.eval(&format!("{DEMO}.toJSON()"))?;
    ensure!(trace["otherData"] == settings);
    let events = trace["traceEvents"].as_array().context("traceEvents")?;
    let mut processes = Vec::new();
    let mut threads = HashMap::new();
    // For each thread the end of its last slice.
    let mut ends = HashMap::new();
    for event in events {
        let [pid, tid, ts] = ["pid", "tid", "ts"].map(|name| event[name].as_u64());
        let (Some(pid), Some(tid), Some(ts)) = (pid, tid, ts) else {
            anyhow::bail!("{event} has not all numbers");
        };
        let name = event["name"].as_str().context("an event has no name")?;
        ensure!(pid > 0 && tid > 0, "{event} belongs to the idle thread");
        match event["ph"].as_str() {
            Some("M") => {
                let argument = &event["args"]["name"];
                if name == "process_name" {
                    processes.push((pid, argument.clone()));
                } else if name == "thread_name" {
                    let known = threads.insert(tid, argument.clone());
                    ensure!(known.is_none(), "{tid} has two names");
                }
            }
            Some("i") => ensure!(event["s"] == "t" && threads.contains_key(&tid)),
            Some("X") => {
                let dur = event["dur"].as_u64().context("a slice has no length")?;
                ensure!(threads.contains_key(&tid));
                let before = ends.insert(tid, ts + dur).unwrap_or(0);
                ensure!(before <= ts, "slices of {tid} overlap");
                ensure!((ts + dur) as f64 <= now * 1e6 + 1.0, "{event} ends later");
            }
            _ => anyhow::bail!("{event} is of an unknown phase"),
        }
    }
    for (pid, lane) in processes {
        let told: Vec<Value> = events
            .iter()
            .filter(|event| event["pid"] == pid && event["ph"] != "M")
            .map(|event| {
                let thread = &threads[&event["tid"].as_u64().unwrap_or(0)];
                json!([event["name"], event["ts"], thread, event["args"]["text"]])
            })
            .collect();
        let happened: Vec<Value> = page.eval(&format!(
            "{DEMO}.events({lane}).map(({{kind, at, task, text}}) => \
             [kind, at * 1000, task ?? 'main', text ?? null])"
        ))?;
        ensure!(told == happened, "{lane}: {told:?} is not {happened:?}");
    }
    Ok(())
}

/// Opens a page and waits for its demo.
fn open(page: &Page, path: &str) -> Result<()> {
    page.open(path)?;
    page.wait_for(&format!("{DEMO}.laneNames.length"))
}

fn open_menu(page: &Page) -> Result<()> {
    page.browser.click(MENU)?;
    wait_for_dialogs(page, 1)
}

fn wait_for_dialogs(page: &Page, count: usize) -> Result<()> {
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.querySelectorAll('dialog[open]').length === {count}"
    ))
}

fn check_focused(page: &Page, expect: [&str; 2]) -> Result<()> {
    if page.browser.engine == Engine::Webkit && expect[0] == "combobox" {
        // WebKitGTK calls it a button, and adds its value to its name.
        return Ok(());
    }
    let focused = page.browser.focused_role_and_name()?;
    ensure!(
        focused == expect,
        "{focused:?} has the focus, not {expect:?}"
    );
    Ok(())
}

/// Where something is, in pixels.
#[derive(serde::Deserialize)]
struct Box {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn focused_box(page: &Page) -> Result<Box> {
    // In the page, for what gets the focus is scrolled into view.
    page.eval(&format!(
        "(({{ left, right, top, bottom }}) => \
         ({{ left, right, top: top + scrollY, bottom: bottom + scrollY }}))\
         ({DEMO}.shadowRoot.activeElement.getBoundingClientRect())"
    ))
}

fn press(page: &Page, label: &str) -> Result<()> {
    page.browser
        .click(&format!("interleaved-demo >>> [aria-label='{label}']"))
}

const STATUS: &str =
    "document.querySelector('interleaved-demo').shadowRoot.querySelector('[role=status]')";

fn wait_for_status(page: &Page, text: &str) -> Result<()> {
    page.wait_for(&format!("{STATUS}.textContent === '{text}'"))
}

/// What the menu copies is put into `window.copied`.
fn accept_copies(page: &Page) -> Result<()> {
    stub_copies(page, "void (window.copied = text)")
}

/// Tests have no clipboard, for it is everybody's on the machine: `outcome` stands for it.
fn stub_copies(page: &Page, outcome: &str) -> Result<()> {
    page.browser
        .run(
            &format!(
                "const writeText = async (text) => {outcome};
                 const value = {{ writeText }};
                 Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value }});
                 document.execCommand = () => false;"
            ),
            &[],
        )
        .map(drop)
}

fn copy(page: &Page, name: &str) -> Result<String> {
    press(page, &format!("Copy: {name}"))?;
    wait_for_status(page, &format!("Copied: {name}"))?;
    page.eval("window.copied")
}

/// What the menu saves is put into `window.saved`, as the file's name and text;
/// how many addresses are revoked, into `window.revoked`.
fn accept_downloads(page: &Page, window: &str) -> Result<()> {
    page.browser
        .run(
            &format!(
                "const inner = {window};
                 const blobs = new Map();
                 const create = inner.URL.createObjectURL;
                 inner.URL.createObjectURL = (blob) => {{
                     const address = create.call(inner.URL, blob);
                     blobs.set(address, blob);
                     return address;
                 }};
                 inner.revoked = 0;
                 inner.HTMLAnchorElement.prototype.click = function () {{
                     inner.saved = blobs.get(this.href).text().then((text) => [this.download, text]);
                 }};
                 const revoke = inner.URL.revokeObjectURL;
                 inner.URL.revokeObjectURL = (address) => {{
                     inner.revoked += 1;
                     revoke.call(inner.URL, address);
                 }};"
            ),
            &[],
        )
        .map(drop)
}
