//! Pasted logs: `checkLog`, its view, and `simulate`, which runs lanes without one.

use std::process::Command;

use anyhow::{Result, ensure};
use interleaved::{Verdict, check_log};
use serde_json::{Value, json};

use super::helpers::{
    Stage, VOUCH, check, check_script, document, native, native_events, native_logs, script,
};
use crate::page::{Page, Test};
use crate::serve::Options;
use xtask::places;

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "a log is checked as it is natively",
        a_log_is_checked_as_it_is_natively,
    ),
    (
        "tasks may be text or objects, and wrong ones are refused",
        tasks_may_be_text_or_objects,
    ),
    (
        "lanes are simulated as they run natively",
        lanes_are_simulated_as_they_run_natively,
    ),
    (
        "nothing of both is loaded before it is called",
        nothing_is_loaded_before_it_is_called,
    ),
    ("a worker can do both", a_worker_can_do_both),
    ("Node can do both", node_can_do_both),
    (
        "the lesson shows who wrote what",
        the_lesson_shows_who_wrote_what,
    ),
    (
        "an impossible log is shown where it is impossible",
        an_impossible_log_is_shown_where_it_is_impossible,
    ),
    (
        "what is pasted or typed is checked",
        what_is_typed_is_checked,
    ),
    (
        "of a megabyte only what is in view is there",
        of_a_megabyte_only_what_is_in_view_is_there,
    ),
    (
        "the checker speaks the reader's language",
        the_checker_speaks_the_readers_language,
    ),
    (
        "the checker works under a strict policy and on a narrow page",
        the_checker_works_under_a_strict_policy,
    ),
];

/// What the course's notebook printed, as it was handed down.
const COURSE: &str = "[C] total=10\n[B] total=5\n[A] total=1\n[C] total=21[A] total=3\n\
     [B] total=11\n\n[B] total=18\n[C] total=33\n[A] total=6\n[B] total=26[A] total=10\n\
     [C] total=46\n[B] total=35[C] total=60\n\nDone!!!\n";

/// From Python 3.12 in Jupyter.
const JUPYTER: &str = "[A] total = 1\n[B] total = 5\n[C] total = 10\n\
     [B] total = 11[C] total = 21\n[A] total = 3\n\n[C] total = 33[A] total = 6\n\
     [B] total = 18\n\n[A] total = 10[B] total = 26\n[C] total = 46\n\n\
     [C] total = 60[B] total = 35\n\nDone!\n";

/// What `checkLog` is to say of a log.
fn expected(log: &str) -> Value {
    let found = check_log(log, None);
    let tasks: Vec<Value> = found
        .tasks
        .iter()
        .map(|task| json!({ "name": task.name, "low": task.low, "high": task.high }))
        .collect();
    let mut result = json!({ "tasks": tasks, "torn": found.torn, "lost": found.lost });
    result["verdict"] = json!(found.verdict.name());
    if let Verdict::Impossible { line, .. } = found.verdict {
        result["line"] = json!(line);
    }
    result
}

fn a_log_is_checked_as_it_is_natively(page: &Page) -> Result<()> {
    page.open("embed.html?lang=en")?;
    let sequential = "[A] total=1\n[A] total=3\n[가] total=5\r\nDone!!\n";
    let futures = "[A] total=1\n[가 🙂] total=-5\n[A] total=3\n[가 🙂] total=-9\n";
    let more = [
        "[A] total=1\n[A] total=4\n",
        "\n[A] total=1\n",
        "[A] total=1[A] total=3\n",
        "[A] total=1Done!",
        "[A] total=1\nDone!\n[B] total=1\n",
        "",
        "no log",
    ];
    for log in [COURSE, JUPYTER, sequential, futures]
        .into_iter()
        .chain(more)
    {
        let body = format!(
            "const {{ checkLog }} = await import('./interleaved.js');
            const {{ reason, code, ...rest }} = await checkLog({});
            return [rest, typeof reason, typeof code]",
            json!(log)
        );
        let wanted = expected(log);
        let doubtful = ["impossible", "undecided"].contains(&wanted["verdict"].as_str().unwrap());
        let kind = if doubtful { "string" } else { "undefined" };
        check_script(page, &body, json!([wanted, kind, kind]))?;
    }
    Ok(())
}

fn tasks_may_be_text_or_objects(page: &Page) -> Result<()> {
    page.open("embed.html?lang=ko")?;
    check_script(
        page,
        "const { checkLog, SettingError } = await import('./interleaved.js');
        const tasks = [{ name: 'A', low: 1, high: 5 }];
        const said = [];
        for (const given of ['A:1:5', ['A:1:5'], tasks, [{ name: 'A', low: 1n, high: '5' }]]) {
            const { verdict, line, code, tasks } = await checkLog('[A] total=1\\n[A] total=4', { tasks: given });
            said.push([verdict, line, code, tasks]);
        }
        for (const given of ['A:1', [{ name: 'A', low: 1 }]]) {
            const error = await checkLog('', { tasks: given }).catch((error) => error);
            said.push([error instanceof SettingError, error.setting, error.message]);
        }
        const { reason } = await checkLog('[A] total=4', { tasks, lang: 'en' });
        return [...said, reason]",
        json!([
            ["impossible", 2, "wrongTotal", [{ "name": "A", "low": 1, "high": 5 }]],
            ["impossible", 2, "wrongTotal", [{ "name": "A", "low": 1, "high": 5 }]],
            ["impossible", 2, "wrongTotal", [{ "name": "A", "low": 1, "high": 5 }]],
            ["impossible", 2, "wrongTotal", [{ "name": "A", "low": 1, "high": 5 }]],
            [true, "tasks", "tasks: “A:1” 항목은 태스크 형식이 아닙니다. A:1:5처럼 이름:시작:끝으로 쓰세요."],
            [true, "tasks", "tasks: “A:1:undefined” 항목의 끝 값은 -9007199254740991부터 9007199254740991까지의 정수여야 합니다."],
            "A can’t print 4 here: its next total is 1.",
        ]),
    )
}

fn lanes_are_simulated_as_they_run_natively(page: &Page) -> Result<()> {
    page.open("embed.html?lang=en")?;
    let all = ("lanes", "sequential async threads");
    for settings in [
        vec![],
        vec![all, ("seed", "7")],
        vec![all, ("seed", "7"), ("lock", "")],
        vec![all, ("tasks", "가:-3:2 B:5:5"), ("interval", "250")],
        vec![("tasks", "A:5:5")],
        vec![("tasks", "A:0:3000 B:0:2500"), ("lanes", "threads")],
    ] {
        let object: serde_json::Map<String, Value> = settings
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect();
        let mut demo = native(&settings, u64::MAX)?;
        if demo.duration() == 0 {
            demo.play(0);
            demo.advance(0, u32::MAX);
        }
        let mut runs = json!({});
        for (lane, log) in native_logs(&demo).into_iter().enumerate() {
            let kind = demo.lanes()[lane].kind().name();
            let duration = demo.lanes()[lane].duration();
            let events = native_events(&demo, lane);
            runs[kind] = json!({ "log": log, "events": events, "duration": duration });
        }
        let body = format!(
            "const {{ simulate }} = await import('./interleaved.js');
            return await simulate({})",
            Value::from(object)
        );
        let found: Value = script(page, &body)?;
        ensure!(found == runs, "{settings:?} is simulated in another way");
    }
    check_script(
        page,
        "const { simulate, SettingError } = await import('./interleaved.js');
        const tasks = [{ name: 'A', low: 1, high: 3 }];
        const { async: run } = await simulate({ tasks, lanes: ['async'], lock: false, startAt: 1, editor: true });
        const wrong = await Promise.all([{ interval: 0 }, { nonsense: 1 }].map((settings) =>
            simulate(settings).catch((error) => [error instanceof SettingError, error.message])));
        return [run.log, ...wrong]",
        json!([
            "[A] total=1\n[A] total=3\nDone!!!\n",
            [true, "interval: “0” is not a whole number from 1 to 3600000."],
            [true, "nonsense: there is no setting of this name."],
        ]),
    )
}

fn nothing_is_loaded_before_it_is_called(page: &Page) -> Result<()> {
    page.open("embed.html?lang=en")?;
    check_script(
        page,
        "await demo.ready;
        const loaded = () => performance.getEntriesByType('resource')
            .map(({ name }) => name.split('/').at(-1))
            .filter((name) => /^(check|simulate|headless)/.test(name)).sort();
        const before = loaded();
        const { simulate, checkLog } = await import('./interleaved.js');
        await simulate();
        const between = loaded();
        await checkLog('');
        return [before, between, loaded()]",
        json!([
            [],
            ["headless.js", "simulate.js"],
            [
                "check-log.js",
                "check_bg.wasm",
                "headless.js",
                "simulate.js"
            ],
        ]),
    )
}

/// Uses the module's functions where there is no page, and says what came of it.
const WITHOUT_A_PAGE: &str = "
    const [{ async: run }, found] = await Promise.all([simulate(), checkLog('[A] total=1[B] total=5\\n\\n')]);
    const said = JSON.stringify([run.log.length, run.duration, found.verdict]);";

const SAID: &str = "[186,5000,\"threads\"]";

fn a_worker_can_do_both(page: &Page) -> Result<()> {
    let worker = format!(
        "import {{ checkLog, simulate }} from './interleaved.js';
        {WITHOUT_A_PAGE}
        postMessage(said);"
    );
    let pages = [("stage.html", document("en", "")), ("worker.js", worker)];
    let stage = Stage::new(page, &pages, Options::default())?;
    stage.goto(page, "stage.html")?;
    let body = format!(
        "{VOUCH} const worker = new Worker(vouch('createScriptURL', 'worker.js'), {{ type: 'module' }});
        return await new Promise((resolve) => {{
            worker.onmessage = ({{ data }}) => resolve(data);
            worker.onerror = ({{ message }}) => resolve(message);
        }})"
    );
    check(
        "what it says",
        script::<String>(page, &body)?,
        SAID.to_owned(),
    )
}

fn node_can_do_both(_: &Page) -> Result<()> {
    let module = places::dist().join("interleaved.js");
    let program = format!(
        "const {{ checkLog, simulate }} = await import({});
        {WITHOUT_A_PAGE}
        console.log(said);",
        json!(module.display().to_string())
    );
    let mut node = Command::new("node");
    let Ok(output) = node
        .args(["--input-type=module", "--eval", &program])
        .output()
    else {
        println!("Node is not installed, so nothing is run in it.");
        return Ok(());
    };
    let said = String::from_utf8_lossy(&output.stdout);
    ensure!(said.trim() == SAID, "{output:?}");
    Ok(())
}

/// What the checks of its view know: the checker, its tree, and what is seen of it.
const KNOWN: &str = "
    const checker = document.querySelector('interleaved-check');
    const tree = checker.shadowRoot;
    const said = (selector) => tree.querySelector(selector).innerText;
    const lines = () => [...tree.querySelectorAll('.log .row')].map((row) =>
        [...row.querySelectorAll('.at, .piece, .plain, .tag')].map((part) => part.innerText).join('|'));
    const happened = () => [...tree.querySelectorAll('.happened :is(p, li)')].map((part) => part.innerText);
    const until = async (condition) => { while (!condition()) await new Promise(requestAnimationFrame); };
    const button = (index) => tree.querySelectorAll('button')[index].click();
    const type = (selector, text) => {
        const field = tree.querySelector(selector);
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };
";

#[track_caller]
fn check_view(page: &Page, body: &str, wanted: Value) -> Result<()> {
    check_script(page, &format!("{KNOWN} {body}"), wanted)
}

/// Opens the lesson at its checker.
fn open(page: &Page, query: &str) -> Result<()> {
    page.open(&format!("index.html?{query}"))?;
    // Again and again: what comes above it moves it out of view where a browser doesn't
    // hold on to what is seen, as WebKit doesn't.
    page.wait_for(
        "(document.querySelector('interleaved-check').scrollIntoView(),
        document.querySelector('interleaved-check').shadowRoot?.querySelector('.log .row'))",
    )
}

fn the_lesson_shows_who_wrote_what(page: &Page) -> Result<()> {
    page.open("index.html?lang=en")?;
    let defined = "!!customElements.get('interleaved-check')";
    check("whether it is there", page.eval::<bool>(defined)?, false)?;
    open(page, "lang=en")?;
    check_view(
        page,
        "return [said('.verdict'), lines().slice(3, 6), lines().slice(11), happened()]",
        json!([
            "Threads",
            [
                "4|[C] total=21|[A] total=3|↵|torn",
                "5|[B] total=11|↵",
                "6|↵|the newline of A, line 4",
            ],
            [
                "12|[B] total=35|[C] total=60|↵|torn · the newline of A, line 10",
                "13|↵|the newline of B, line 12 · after this a newline of C was lost",
                "14|Done!!!",
            ],
            [
                "Torn lines: 3. One way in which it can have been:",
                "Line 4: C and A wrote here before the first of their newlines came. The newlines end lines 4 and 6.",
                "Line 10: B and A wrote here before the first of their newlines came. The newlines end lines 10 and 12.",
                "Line 12: B and C wrote here before the first of their newlines came. One newline ends line 13. One was lost in copying.",
            ],
        ]),
    )?;
    // Each write has its column; those that are apart are joined by a dashed line.
    check_view(
        page,
        "const count = (selector) => tree.querySelectorAll(`.order ${selector}`).length;
        return [count('.write'), count('.write.lost'), count('.join'), count('.far'), count('.line.torn')]",
        json!([28, 1, 14, 6, 3]),
    )?;
    check_view(
        page,
        "button(1);
        await until(() => lines()[0]?.includes('total = 1'));
        return [said('.verdict'), happened()[0], lines().length, tree.querySelectorAll('.lost').length]",
        json!(["Threads", "Torn lines: 4. One way in which it can have been:", 15, 0]),
    )
}

fn an_impossible_log_is_shown_where_it_is_impossible(page: &Page) -> Result<()> {
    open(page, "lang=en")?;
    check_view(
        page,
        "button(2);
        await until(() => said('.verdict') === 'Impossible');
        return [said('[role=status]').trim().split('\\n').at(-1), tree.querySelector('.row.wrong').innerText.trim().split('\\n'),
            tree.querySelectorAll('.row.unread').length, said('.order .wrong')]",
        json!([
            "No schedule prints line 5. A goes on to its next text, but the newline of the last hasn’t come yet. No program does that.",
            ["5", "[A] total = 3", "[A] total = 6", "no schedule prints this"],
            10,
            "5 ✗",
        ]),
    )
}

fn what_is_typed_is_checked(page: &Page) -> Result<()> {
    open(page, "lang=en")?;
    check_view(
        page,
        "const verdict = async (log, tasks, wanted) => {
            type('textarea', log);
            type('input', tasks);
            await until(() => said('.verdict') === wanted);
            return tree.querySelector('.tasks').textContent;
        };
        const found = [
            await verdict('[A] total=1\\n[A] total=3\\n', '', 'One after the other'),
            await verdict('[A] total=1\\n[B] total=1\\n[A] total=3\\n', '', 'Futures in turn'),
            await verdict('[A] total=3\\n', 'A:1:5', 'Impossible'),
            await verdict('hello', '', 'Undecided'),
        ];
        type('input', 'A:1');
        await until(() => said('#mistake'));
        const alert = [said('#mistake'), tree.querySelector('input').getAttribute('aria-invalid')];
        type('input', '');
        await until(() => !said('#mistake'));
        button(3);
        await until(() => said('[role=status]').startsWith('Paste'));
        const clear = [tree.querySelector('textarea').value, tree.activeElement.id];
        checker.setAttribute('tasks', 'A:1:3');
        checker.setAttribute('log', '[A] total=1');
        await until(() => said('.verdict') === 'One after the other');
        return [...found.slice(0, 3), alert, clear]",
        json!([
            "The log tells of:A:1:3",
            "The log tells of:A:1:3B:1:2",
            "Tasks:A:1:5",
            [
                "“A:1” is not a task. Write name:low:high with whole numbers, such as A:1:5.",
                "true"
            ],
            ["", "log"],
        ]),
    )
}

fn of_a_megabyte_only_what_is_in_view_is_there(page: &Page) -> Result<()> {
    open(page, "lang=en")?;
    check_view(
        page,
        "const { simulate } = await import('./interleaved.js');
        const tasks = Array.from({ length: 50 }, (_, task) => `task${task}:0:1000`).join(' ');
        const { threads } = await simulate({ tasks, lanes: 'threads' });
        type('textarea', threads.log);
        const large = threads.log.length > 1 << 20;
        await until(() => lines()[0]?.startsWith('1|[task'));
        const parts = () => tree.querySelectorAll('*').length < 1500;
        const start = parts();
        const [log, order] = [tree.querySelector('.log'), tree.querySelector('.order')];
        log.scrollTop = log.scrollHeight;
        order.scrollTo(order.scrollWidth, order.scrollHeight);
        await until(() => lines().at(-1) === `${threads.log.trimEnd().split('\\n').length}|Done!!!`);
        await until(() => tree.querySelector('.order .names span:last-child').innerText.startsWith('task'));
        type('textarea', 'x'.repeat(5 << 20));
        await until(() => said('.verdict') === 'Undecided');
        return [large, start, parts(), said('[role=status]').trim().split('\\n').at(-1)]",
        json!([
            true,
            true,
            true,
            "The log is too long to decide: at most 4 MiB are looked at, and less where many names have brackets.",
        ]),
    )
}

fn the_checker_speaks_the_readers_language(page: &Page) -> Result<()> {
    open(page, "lang=ko")?;
    check_view(
        page,
        "const korean = [said('.verdict'), tree.querySelector('.frame').lang];
        checker.lang = 'en';
        await until(() => said('.verdict') === 'Threads');
        const words = said('.frame');
        return [korean, /[가-힣]/.test(words)]",
        json!([["스레드", "ko"], false]),
    )
}

fn the_checker_works_under_a_strict_policy(page: &Page) -> Result<()> {
    let body = "<script type='module' src='interleaved-check.js'></script>
        <interleaved-check theme='dark'></interleaved-check>";
    let pages = [("stage.html", document("en", body))];
    let policy = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; \
        require-trusted-types-for 'script'";
    let options = Options {
        headers: vec![("Content-Security-Policy".to_owned(), policy.to_owned())],
        ..Options::default()
    };
    page.browser.resize(320, 800)?;
    let stage = Stage::new(page, &pages, options)?;
    stage.goto(page, "stage.html")?;
    page.wait_for("document.querySelector('interleaved-check').shadowRoot?.querySelector('.row')")?;
    check_view(
        page,
        "const { scrollWidth, clientWidth } = document.documentElement;
        return [said('.verdict'), scrollWidth <= clientWidth, checker.matches(':defined')]",
        json!(["Threads", true, true]),
    )
}
