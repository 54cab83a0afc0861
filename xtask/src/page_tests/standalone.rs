//! The one file that holds everything, mostly from a folder on this machine.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::helpers::{
    Stage, VOUCH, check, check_script, document, native, native_logs, open, script, wait_for,
};
use crate::page::{Page, Test};
use crate::places;
use crate::serve::Options;

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "the one file runs from a folder, with every part, and asks for nothing",
        the_one_file_runs_from_a_folder,
    ),
    (
        "the query goes before the settings in the file",
        the_query_goes_before_the_block,
    ),
    (
        "settings that people got wrong are explained in their language",
        wrong_settings_are_explained,
    ),
    (
        "a saved file holds its settings, whatever they are, and can be saved again",
        a_saved_file_can_be_saved_again,
    ),
    (
        "a saved file says which part it was saved without",
        a_saved_file_says_what_it_lacks,
    ),
    (
        "what the reader takes away stays away",
        what_the_reader_takes_away_stays_away,
    ),
    (
        "the one file runs in frames that may do nothing else",
        the_one_file_runs_in_frames,
    ),
];

/// A folder with a copy of the file, under a name that has to be written in an address.
struct Folder(TempDir);

impl Folder {
    /// Writes what `change` makes of the file.
    fn new(change: impl FnOnce(String) -> String) -> Result<Self> {
        let folder = Self(tempfile::tempdir()?);
        let text = fs::read_to_string(places::dist().join("standalone.html"))?;
        fs::create_dir(folder.0.path().join(NAME))?;
        fs::write(folder.0.path().join(NAME).join(FILE), change(text))?;
        Ok(folder)
    }

    fn open(&self, page: &Page, query: &str) -> Result<()> {
        let path = self.0.path().join(NAME).join(FILE);
        page.browser
            .goto(&format!("file://{}?{query}", path.display()))?;
        script::<()>(
            page,
            "await customElements.whenDefined('interleaved-demo'); await demo.ready",
        )
    }
}

const NAME: &str = "비동기 수업 1";
const FILE: &str = "데모 파일.html";

/// The file with `json` as its settings, as somebody may write them.
fn with_block(json: &str) -> impl FnOnce(String) -> String {
    move |text| text.replace("{\n}\n</script>", &format!("{json}\n</script>"))
}

/// What the page has asked for, besides itself.
const REQUESTS: &str = "performance.getEntriesByType('resource').map((entry) => entry.name)";

fn the_one_file_runs_from_a_folder(page: &Page) -> Result<()> {
    let folder = page.keep(Folder::new(|text| text)?);
    let settings = [
        ("tasks", "가나:1:4 B:5:9"),
        ("lanes", "sequential async threads"),
        ("seed", "7"),
    ];
    folder.open(
        page,
        "tasks=가나:1:4,B:5:9&lanes=sequential,async,threads&seed=7&code=rust&editor&predict&lang=ko&speed=100",
    )?;
    script::<()>(
        page,
        "window.refused = [];
        document.addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective));
        root.querySelector('summary').click();
        demo.currentTime = demo.duration;",
    )?;
    wait_for(
        page,
        "demo.ended && root.querySelectorAll('.place:not(:empty)').length === 4
            && root.querySelectorAll('.lane table').length === 3",
    )?;
    page.browser
        .click("interleaved-demo >>> .bar > [aria-haspopup]")?;
    wait_for(page, "root.querySelector('dialog')")?;
    let logs: Vec<String> = script(
        page,
        "return demo.laneNames.map((lane) => demo.logText(lane))",
    )?;
    check("the logs", logs, native_logs(&native(&settings, 60_000)?))?;
    check_script(
        page,
        &format!(
            "return [refused, {REQUESTS}, document.documentElement.lang, root.querySelector('.alert').textContent]"
        ),
        json!([[], [], "ko", ""]),
    )?;
    // Its workers start from a script that the page has made.
    check_script(
        page,
        "root.querySelector('dialog').close();
        demo.predict = false;
        demo.lanes = 'workers';
        demo.lock = true;
        await demo.ready;
        const end = event('ended');
        await demo.play();
        await end;
        return [demo.logText('workers').endsWith('Done!!!\\n'), refused];",
        json!([true, []]),
    )?;
    // It goes on as well, by the clock.
    script::<()>(
        page,
        "demo.lanes = 'sequential async'; await demo.ready; await demo.play()",
    )?;
    wait_for(page, "demo.ended")
}

fn the_query_goes_before_the_block(page: &Page) -> Result<()> {
    let folder = page.keep(Folder::new(with_block(
        "{ \"tasks\": [\"나:1:3\", \"B:2:4\"], \"lanes\": [\"threads\"], \"speed\": 100, \"lock\": true,
           \"predict\": false, \"code\": null, \"theme\": \"dark\", \"lang\": \"ko\" }",
    ))?);
    folder.open(page, "lanes=async")?;
    check_script(
        page,
        "return [demo.toJSON(), document.documentElement.lang, document.documentElement.dataset.theme]",
        json!([
            { "tasks": "나:1:3 B:2:4", "lanes": "async", "speed": "100", "lock": "", "theme": "dark", "lang": "ko" },
            "ko",
            "dark",
        ]),
    )?;
    // With this the query tells everything.
    folder.open(page, "lanes=async&settings=query&lang=en")?;
    check_script(
        page,
        "return [demo.toJSON(), document.documentElement.lang]",
        json!([{ "lanes": "async", "lang": "en" }, "en"]),
    )?;
    folder.open(page, "start-at=1")?;
    check_script(
        page,
        "const url = new URL(demo.permalink);
        return [url.protocol, decodeURI(url.pathname).endsWith('/비동기 수업 1/데모 파일.html'), url.searchParams.get('settings'),
            url.searchParams.get('lock'), url.searchParams.get('start-at')]",
        json!(["file:", true, "query", "", "1"]),
    )
}

fn wrong_settings_are_explained(page: &Page) -> Result<()> {
    for (block, language, parts) in [
        (
            "{\n  \"lanes\": \"async\",\n  \"speed\": 2,\n}",
            "en",
            ["not valid JSON", "not after the last"],
        ),
        (
            "{ 'speed': 2 }",
            "ko",
            ["올바른 JSON이 아닙니다", "큰따옴표"],
        ),
        ("[]", "en", ["between braces", "{\"tasks\""]),
        (
            "{ \"task\": \"A:1:5\" }",
            "en",
            ["“task”", "tasks, interval"],
        ),
        (
            "{ \"task\": \"A:1:5\" }",
            "ko",
            ["“task”", "tasks, interval"],
        ),
        ("{ \"speed\": {} }", "ko", ["speed", "수"]),
    ] {
        let folder = page.keep(Folder::new(with_block(block))?);
        folder.open(page, &format!("lang={language}&lanes=async"))?;
        let [text, role]: [String; 2] = script(
            page,
            "const warning = demo.previousElementSibling; return [warning.textContent, warning.getAttribute('role')]",
        )?;
        check("the role", role.as_str(), "alert")?;
        for part in parts {
            check(&format!("{text:?} has {part:?}"), text.contains(part), true)?;
        }
        // What the query says holds all the same.
        check_script(page, "return demo.laneNames", json!(["async"]))?;
    }
    // What JSON allows and the demo doesn't, the demo says itself.
    let folder = page.keep(Folder::new(with_block("{ \"speed\": 1000 }"))?);
    folder.open(page, "lang=en")?;
    check_script(
        page,
        "return root.querySelector('.alert').textContent",
        json!("speed: “1000” is not a number from 0.1 to 100."),
    )
}

/// Names that would end the block, begin a comment in it, or mean something in a replacement.
const HOSTILE: &str =
    "</script><script>alert(1)</script>:1:3 <!--<script>:1:3 $&$1$`:1:2 \\u003c\"'&amp;:1:2";

/// The text that the menu saves, of a demo in English.
pub fn saved(page: &Page) -> Result<String> {
    script::<()>(
        page,
        "const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => { window.savedBlob = blob; return create(blob); };
        HTMLAnchorElement.prototype.click = function () { window.savedName = this.download; };",
    )?;
    page.browser
        .click("interleaved-demo >>> .bar > [aria-haspopup]")?;
    let save = "interleaved-demo >>> [aria-label='Save: This demo as one file (HTML)']";
    wait_for(page, "root.querySelector('dialog')")?;
    page.browser.click(save)?;
    page.wait_for("window.savedName === 'interleaved.html'")?;
    page.eval("savedBlob.text()")
}

fn a_saved_file_can_be_saved_again(page: &Page) -> Result<()> {
    let query: String = page.eval(&format!("encodeURIComponent({})", json!(HOSTILE)))?;
    open(
        page,
        &format!("lang=en&lanes=threads&lock&speed=100&code=python&tasks={query}"),
    )?;
    let settings: Value = script(page, "return demo.toJSON()")?;
    let first = saved(page)?;
    let folder = page.keep(Folder::new(|_| first.clone())?);
    folder.open(page, "")?;
    check_script(page, "return demo.toJSON()", settings)?;
    let part =
        "[...document.querySelectorAll('script[data-part]')].map((block) => block.dataset.part)";
    check_script(
        page,
        &format!("return {part}"),
        json!(["demo", "menu", "executor", "code"]),
    )?;
    check_script(
        page,
        "return document.querySelectorAll('script').length",
        json!(7),
    )?;
    wait_for(
        page,
        "root.querySelectorAll('.place:not(:empty)').length === 1",
    )?;
    check_script(page, &format!("return {REQUESTS}"), json!([]))?;
    let again = saved(page)?;
    check("the file saved again is the same", again == first, true)?;
    // Without settings it is the file of the site, but for the parts.
    page.open("standalone.html?lang=en&settings=query")?;
    script::<()>(
        page,
        "await customElements.whenDefined('interleaved-demo'); await demo.ready; demo.removeAttribute('lang'); await demo.ready",
    )?;
    let site = fs::read_to_string(places::dist().join("standalone.html"))?;
    let plain = saved(page)?;
    let site = site
        .split("<script type=\"text/plain\" data-part=\"code\">")
        .next()
        .context("no parts")?;
    check(
        "the file of the site",
        plain.replace("{}\n", "{\n}\n").starts_with(site),
        true,
    )
}

fn a_saved_file_says_what_it_lacks(page: &Page) -> Result<()> {
    open(page, "lang=en")?;
    let text = saved(page)?;
    let folder = page.keep(Folder::new(|_| text)?);
    for (language, sentence) in [
        ("en", "This file was saved without the part for “predict”."),
        ("ko", "이 파일은 “predict” 부분 없이 저장되었습니다."),
    ] {
        folder.open(page, &format!("predict&lang={language}"))?;
        check_script(
            page,
            &format!("return demo.previousElementSibling.textContent.startsWith('{sentence}')"),
            json!(true),
        )?;
        check_script(
            page,
            "return [demo.predict, demo.laneNames.length]",
            json!([false, 2]),
        )?;
    }
    folder.open(page, "lanes=workers,threads&work=compute&lang=en")?;
    check_script(
        page,
        "return [demo.toJSON(), [...document.querySelectorAll('[role=alert]')].map((alert) => alert.textContent.slice(0, 51))]",
        json!([
            { "lanes": "threads", "lang": "en" },
            [
                "This file was saved without the part for “workers”.",
                "This file was saved without the part for “work”. Sa",
            ],
        ]),
    )
}

fn what_the_reader_takes_away_stays_away(page: &Page) -> Result<()> {
    let text = fs::read_to_string(places::dist().join("standalone.html"))?;
    let block = with_block("{ \"lanes\": \"threads\", \"lock\": true, \"lang\": \"en\" }")(text);
    let stage = Stage::new(page, &[("one.html", block)], Options::default())?;
    stage.goto(page, "one.html")?;
    script::<()>(
        page,
        "await customElements.whenDefined('interleaved-demo'); await demo.ready; demo.lock = false; await demo.ready",
    )?;
    let query: String = page.eval("location.search")?;
    check(
        "the query",
        query.as_str(),
        "?lanes=threads&lang=en&settings=query",
    )?;
    stage.goto(page, &format!("one.html{query}"))?;
    script::<()>(
        page,
        "await customElements.whenDefined('interleaved-demo'); await demo.ready",
    )?;
    check_script(
        page,
        "return demo.toJSON()",
        json!({ "lanes": "threads", "lang": "en" }),
    )
}

fn the_one_file_runs_in_frames(page: &Page) -> Result<()> {
    let text = fs::read_to_string(places::dist().join("standalone.html"))?;
    let text = with_block("{ \"lang\": \"en\", \"speed\": 100, \"autoplay\": true }")(text);
    let host = document(
        "en",
        &format!(
            "<iframe sandbox='allow-scripts' src='one.html'></iframe>
            <script>
              {VOUCH}
              addEventListener('message', ({{ data }}) => {{ window.height = data.height; }});
              fetch('one.html').then((response) => response.text()).then((text) => {{
                const frame = document.createElement('iframe');
                frame.className = 'text';
                frame.sandbox = 'allow-scripts';
                frame.srcdoc = vouch('createHTML', text);
                document.body.append(frame);
              }});
            </script>"
        ),
    );
    let stage = Stage::new(
        page,
        &[("one.html", text), ("host.html", host)],
        Options::default(),
    )?;
    for frame in ["iframe", "iframe.text"] {
        stage.goto(page, "host.html")?;
        page.wait_for("document.querySelector('.text') && window.height > 300")?;
        page.browser.enter_frame(frame)?;
        wait_for(page, "demo.ended")?;
        page.browser
            .click("interleaved-demo >>> .bar > [aria-haspopup]")?;
        wait_for(page, "root.querySelector('dialog')")?;
        check_script(
            page,
            &format!(
                "return [self.origin, {REQUESTS}, [...root.querySelectorAll('dialog li')].length]"
            ),
            // A page without an address has no link to itself.
            json!(["null", [], if frame == "iframe" { 8 } else { 6 }]),
        )?;
    }
    Ok(())
}
