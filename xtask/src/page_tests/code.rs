//! The programs beside the run: the panel that the setting `code` asks for.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "marks stand where the events say, back and forth",
        marks_stand_where_the_events_say,
    ),
    (
        "marks stand at the lines that a reader expects",
        marks_stand_at_expected_lines,
    ),
    (
        "who computes stands where it computes",
        who_computes_stands_where_it_computes,
    ),
    (
        "a task that waits for the lock stands at the lock",
        a_task_stands_at_the_lock,
    ),
    (
        "what is pointed at in a log is shown in the program",
        what_is_pointed_at_is_shown,
    ),
    ("a program is copied whole", a_program_is_copied_whole),
    (
        "where nothing may be copied the text is selected",
        where_nothing_may_be_copied_the_text_is_selected,
    ),
    (
        "of many tasks few are written out, and all are counted",
        many_tasks_are_counted,
    ),
    (
        "the programs follow the setting, and cost nothing without it",
        the_programs_follow_the_setting,
    ),
    (
        "programs are explained in Korean too",
        programs_are_explained_in_korean,
    ),
    ("a name is shown as text", a_name_is_shown_as_text),
    (
        "a narrow page shows one program at a time",
        a_narrow_page_shows_one_program,
    ),
];

/// What the tests say in the page.
const WORDS: &str = r#"
    window.demo = document.querySelector("interleaved-demo");
    window.all = (selector, root = demo.shadowRoot) => [...root.querySelectorAll(selector)];
    window.listing = (lane) => all(".program")[demo.laneNames.indexOf(lane)];
    // A mark is the name beside it, the place in the program, and the line's text.
    window.marks = (lane) => all(".who:not(.away)", listing(lane)).map((who) => ({
        who: who.textContent,
        at: who.closest(".line").dataset.at,
        text: who.closest(".line").querySelector("code").textContent.trim(),
    }));
    window.stands = (lane) =>
        marks(lane).map(({ who, text }) => `${who}: ${text}`).sort().join("\n");
    // Where the events say that everybody is. It looks at the whole of them each time.
    window.expected = (lane) => {
        const events = demo.events(lane);
        const code = listing(lane);
        const has = (at) => all(`[data-at="${at}"]`, code).length > 0;
        const places = new Map();
        for (const { kind, task, until, text } of events) {
            if (task === undefined) continue;
            if (kind === "started") places.set(task, "head");
            if (kind === "waiting") places.set(task, until === null ? "lock" : "wait");
            if (kind === "wrote") places.set(task, text === "\n" && has("newline") ? "newline" : "text");
            if (kind === "finished") places.delete(task);
        }
        const last = events.at(-1);
        if (last?.task !== undefined) places.set("main", last.kind === "started" || !has("join") ? "call" : "join");
        if (last?.kind === "wrote" && last.task === undefined) places.set("main", "done");
        return [...places].map(([who, at]) => `${who}: ${at}`).sort().join("\n");
    };
    window.differs = () => demo.laneNames
        .filter((lane) => all(".line", listing(lane)).length > 0)
        .map((lane) => [marks(lane).map(({ who, at }) => `${who}: ${at}`).sort().join("\n"), expected(lane)])
        .filter(([shown, expect]) => shown !== expect);
    "#;

fn open(page: &Page, query: &str) -> Result<()> {
    page.open(&format!("embed.html?lang=en&{query}"))?;
    page.wait_for(
        "document.querySelector('interleaved-demo').shadowRoot.querySelector('.program')",
    )?;
    page.browser.run(WORDS, &[])?;
    Ok(())
}

#[track_caller]
fn check_stands(page: &Page, lane: &str, expect: &[&str]) -> Result<()> {
    let stands: String = page.eval(&format!("stands('{lane}')"))?;
    let expect = expect.join("\n");
    ensure!(
        stands == expect,
        "in {lane} there stand\n{stands}\nnot\n{expect}"
    );
    Ok(())
}

fn marks_stand_where_the_events_say(page: &Page) -> Result<()> {
    for code in ["python", "rust", "javascript"] {
        for lock in ["", "&lock"] {
            let lanes = "lanes=sequential,async,threads&tasks=A:1:4,B:5:7,C:3:3";
            open(page, &format!("code={code}&{lanes}{lock}"))?;
            let differs: Vec<Value> = page.eval(
                r#"(() => {
                    const found = differs();
                    while (!demo.ended) demo.stepForward(), found.push(...differs());
                    while (demo.currentTime > 0) demo.stepBack(), found.push(...differs());
                    for (const time of [9, 2, 2.5, 0, 1, 99, 3]) demo.currentTime = time, found.push(...differs());
                    demo.reset();
                    return [...found, ...differs()];
                })()"#,
            )?;
            ensure!(differs.is_empty(), "in {code}{lock}: {differs:?}");
        }
    }
    Ok(())
}

fn marks_stand_at_expected_lines(page: &Page) -> Result<()> {
    open(page, "code=python&lanes=sequential,async,threads")?;
    check_stands(page, "sequential", &[])?;
    page.browser.run("demo.currentTime = 4;", &[])?;
    let sleeps = "time.sleep(1)";
    check_stands(
        page,
        "sequential",
        &[&format!("B: {sleeps}"), "main: sum_range(\"B\", 5, 10)"],
    )?;
    check_stands(
        page,
        "async",
        &[
            "B: await asyncio.sleep(1)",
            "C: await asyncio.sleep(1)",
            "main: async with asyncio.TaskGroup() as group:",
        ],
    )?;
    check_stands(
        page,
        "threads",
        &[
            &format!("B: {sleeps}"),
            &format!("C: {sleeps}"),
            "main: thread.join()",
        ],
    )?;
    page.browser.run("demo.currentTime = 99;", &[])?;
    for lane in ["sequential", "async", "threads"] {
        check_stands(page, lane, &[])?;
    }
    Ok(())
}

fn who_computes_stands_where_it_computes(page: &Page) -> Result<()> {
    // In the lane `threads`, since in others such tasks run in earnest.
    open(
        page,
        "code=python&lanes=threads&work=block&tasks=A:1:3,B:5:7",
    )?;
    page.browser.run("demo.currentTime = 0.5;", &[])?;
    check_stands(
        page,
        "threads",
        &["A: compute(1)", "B: time.sleep(1)", "main: thread.join()"],
    )?;
    open(
        page,
        "code=python&lanes=threads&work=compute&tasks=A:1:3,B:5:7",
    )?;
    page.browser.run("demo.currentTime = 1.5;", &[])?;
    check_stands(
        page,
        "threads",
        &["A: compute(1)", "B: compute(1)", "main: thread.join()"],
    )
}

fn a_task_stands_at_the_lock(page: &Page) -> Result<()> {
    for (code, line) in [
        ("python", "with lock:"),
        ("rust", "let _locked = task.lock().await;"),
    ] {
        open(page, &format!("code={code}&lanes=threads&lock&seed=4"))?;
        let stood: bool = page.eval(&format!(
            r#"(() => {{
                const waits = () => demo.events("threads").at(-1)?.until === null;
                while (!demo.ended && !waits()) demo.stepForward();
                const who = demo.events("threads").at(-1).task;
                return marks("threads").some((mark) => mark.who === who && mark.text === "{line}");
            }})()"#
        ))?;
        ensure!(stood, "nobody stands at {line}");
    }
    Ok(())
}

fn what_is_pointed_at_is_shown(page: &Page) -> Result<()> {
    open(page, "code=python")?;
    let shown: Vec<String> = page.eval(
        r#"(() => {
            demo.currentTime = 2;
            const rows = all(".rows")[1];
            const row = all(".row", rows)[4];
            row.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
            const seen = all(".line.pointed").map((line) => line.textContent.trim());
            rows.dispatchEvent(new PointerEvent("pointerleave"));
            return [row.textContent, ...seen, String(all(".line.pointed, .by").length)];
        })()"#,
    )?;
    let expect = ["[B] total=11", "print(f\"[{name}] total={total}\")\nB", "0"];
    ensure!(shown == expect, "{shown:?}");
    Ok(())
}

/// Clicks on the first button to copy, and waits for what it says.
fn copy(page: &Page, said: &str) -> Result<()> {
    page.browser
        .run("all('.program button')[0].click();", &[])?;
    page.wait_for(&format!("all('.said')[0].textContent === '{said}'"))
}

fn a_program_is_copied_whole(page: &Page) -> Result<()> {
    for (code, lang, said) in [
        ("python", "en", "Copied"),
        ("rust", "en", "Copied"),
        ("javascript", "ko", "복사했습니다"),
    ] {
        open(page, &format!("code={code}&lang={lang}"))?;
        page.browser.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });
             demo.lang = arguments[0];",
            &[lang.into()],
        )?;
        page.eval::<Value>("demo.ready.then(() => null)")?;
        copy(page, said)?;
        let same: bool = page.eval(
            "copied === all('code', all('pre')[0]).map((line) => line.textContent).join('')",
        )?;
        ensure!(same, "what is shown isn't what is copied");
        let ends: bool = page.eval("/[);,]\\n$/.test(copied) && !copied.includes('main\\n')")?;
        ensure!(ends, "a program in {code} ends otherwise");
    }
    Ok(())
}

fn where_nothing_may_be_copied_the_text_is_selected(page: &Page) -> Result<()> {
    open(page, "code=python")?;
    page.browser.run(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });
         document.execCommand = () => false;",
        &[],
    )?;
    copy(page, "Press Ctrl+C or ⌘C")?;
    let selected: bool = page.eval(
        r#"(() => {
            const [area] = all("textarea");
            const whole = all("code", all("pre")[0]).map((line) => line.textContent).join("");
            const text = area.value.slice(area.selectionStart, area.selectionEnd);
            return demo.shadowRoot.activeElement === area && text === whole;
        })()"#,
    )?;
    ensure!(selected, "the text isn't selected");
    page.browser.run("all('textarea')[0].blur();", &[])?;
    page.wait_for("all('textarea').length === 0")?;
    // A frame without leave to write may still copy what is selected, at a real click.
    page.browser.run("delete document.execCommand;", &[])?;
    page.browser.click("interleaved-demo >>> .program button")?;
    page.wait_for("all('.said')[0].textContent === 'Copied'")?;
    let left: usize = page.eval("all('textarea').length")?;
    ensure!(left == 0, "the text stays");
    Ok(())
}

fn many_tasks_are_counted(page: &Page) -> Result<()> {
    let tasks: Vec<_> = (0..20).map(|task| format!("t{task}:0:3")).collect();
    open(page, &format!("code=python&tasks={}", tasks.join(",")))?;
    page.browser.run("demo.currentTime = 1;", &[])?;
    let counts: Vec<String> = page.eval("all('.others:not(:empty)', listing('async')).map((node) => node.textContent + node.closest('.line').dataset.at)")?;
    ensure!(counts == ["+15wait"], "{counts:?}");
    let sequential: Vec<String> =
        page.eval("(demo.currentTime = 22, [...marks('sequential').map(({ who, at, text }) => `${who} ${at} ${text}`), ...all('.others:not(:empty)', listing('sequential')).map((node) => node.textContent)])")?;
    ensure!(
        sequential == ["+1", "main call # … and 15 more"]
            || sequential == ["main call # … and 15 more", "+1"],
        "{sequential:?}"
    );
    // Going back takes them away again.
    let back: Vec<String> = page.eval(
        "(demo.currentTime = 1, demo.reset(), all('.others:not(:empty)').map((node) => node.textContent))",
    )?;
    ensure!(back.is_empty(), "{back:?}");
    page.browser.run(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });",
        &[],
    )?;
    copy(page, "Copied")?;
    let calls: usize = page.eval("copied.match(/^sum_range\\(\"t\\d+\", 0, 3\\)$/gm).length")?;
    ensure!(calls == 20, "{calls} calls are copied");
    Ok(())
}

fn the_programs_follow_the_setting(page: &Page) -> Result<()> {
    page.open("embed.html?lang=en&start-at=2")?;
    page.browser.run(WORDS, &[])?;
    page.wait_for("demo.currentTime === 2")?;
    let loaded = "performance.getEntriesByType('resource').some(({ name }) => /code-view|programs|rust-source/.test(name))";
    ensure!(
        !page.eval::<bool>(loaded)?,
        "the programs are loaded unasked"
    );
    for (code, line) in [
        ("rust", "task.work().await;"),
        ("python", "await asyncio.sleep(1)"),
        ("javascript", "await sleep(1000);"),
    ] {
        page.browser
            .run("demo.setAttribute('code', arguments[0]);", &[code.into()])?;
        page.wait_for(&format!(
            "marks('async').some(({{ text }}) => text === '{line}')"
        ))?;
        ensure!(
            page.eval::<f64>("demo.currentTime")? == 2.0,
            "another run began"
        );
    }
    page.browser
        .run("demo.setAttribute('code', 'cobol');", &[])?;
    page.wait_for("all('.alert')[0].textContent.includes('cobol')")?;
    ensure!(
        page.eval::<bool>("all('.program').length === 2")?,
        "the programs are gone"
    );
    page.browser.run("demo.removeAttribute('code');", &[])?;
    page.wait_for("all('.program').length === 0")
}

fn programs_are_explained_in_korean(page: &Page) -> Result<()> {
    open(page, "code=javascript&lanes=async,threads")?;
    let words = |selector: &str| {
        page.eval::<String>(&format!(
            "all('{selector}').map((node) => node.textContent).join('|')"
        ))
    };
    let english = words(".code .title, .code .name, .code .note")?;
    ensure!(
        english.starts_with("The program in JavaScript||Async|"),
        "{english}"
    );
    ensure!(
        english.contains("JavaScript has no threads that share a print"),
        "{english}"
    );
    page.browser
        .run("demo.currentTime = 1; demo.lang = 'ko';", &[])?;
    page.wait_for("all('.code .title')[0].textContent === 'JavaScript 프로그램'")?;
    let korean = words(".code .title, .code .name, .code .note")?;
    ensure!(
        korean.contains("출력을 함께 쓰는 스레드가 없습니다"),
        "{korean}"
    );
    // The marks are there at once, not only after the next event.
    ensure!(page.eval::<bool>(
        "marks('async').length === 4 && marks('async').some(({ who }) => who === '메인')"
    )?);
    Ok(())
}

fn a_name_is_shown_as_text(page: &Page) -> Result<()> {
    open(
        page,
        "code=python&tasks=%3Cimg/src=x/onerror=alert(1)%3E:1:3,a%22b%5Cn|:1:3,%E2%80%AE%EC%84%9C%EC%9A%B8:1:3",
    )?;
    let calls: Vec<String> = page.eval(
        "all('[data-at=call] code', listing('sequential')).map((line) => line.textContent)",
    )?;
    let expect = [
        "sum_range(\"<img/src=x/onerror=alert(1)>\", 1, 3)\n",
        "sum_range(\"a\\\"b\\\\n|\", 1, 3)\n",
        "sum_range(\"\\u202e서울\", 1, 3)\n",
    ];
    ensure!(calls == expect, "{calls:?}");
    ensure!(
        page.eval::<bool>("all('.program img').length === 0")?,
        "a name became an element"
    );
    Ok(())
}

fn a_narrow_page_shows_one_program(page: &Page) -> Result<()> {
    page.browser.resize(320, 800)?;
    let result = narrow(page);
    page.browser.resize(1280, 800)?;
    result
}

fn narrow(page: &Page) -> Result<()> {
    open(
        page,
        "code=rust&lanes=sequential,async,threads&tasks=Wolfeschlegelsteinhausen:1:5,B:5:10,C:10:15",
    )?;
    page.browser.run("demo.currentTime = 2;", &[])?;
    let visible = "all('.program').map((program) => program.offsetWidth > 0)";
    for chosen in 0..3 {
        page.browser
            .run(&format!("all('.chooser button')[{chosen}].click();"), &[])?;
        let shown: Vec<bool> = page.eval(visible)?;
        let expect: Vec<_> = (0..3).map(|each| each == chosen).collect();
        ensure!(shown == expect, "{shown:?}");
        let wider: f64 = page.eval("Math.max(document.documentElement.scrollWidth, ...all('.program *').map((node) => node.getBoundingClientRect().right)) - innerWidth")?;
        ensure!(wider <= 0.0, "something is {wider} pixels too wide");
    }
    page.browser.resize(1600, 800)?;
    // A window may take a while to have its size.
    page.wait_for("all('.program').every((program) => program.offsetWidth > 0)")
}
