//! The editor: a form that changes the settings, the address that follows it, and
//! the count of what threads may print.

use anyhow::{Result, ensure};

use crate::key;
use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "typing changes the run and keeps its focus and caret",
        typing_changes_the_run,
    ),
    (
        "a field says what is wrong with it, and the demo stays",
        a_field_says_what_is_wrong,
    ),
    (
        "fifty steps and more can be undone and redone",
        fifty_steps_can_be_undone,
    ),
    (
        "tasks are added and removed by keyboard",
        tasks_are_added_and_removed,
    ),
    (
        "what others change is in the form, and can be undone",
        what_others_change_is_in_the_form,
    ),
    ("many tasks are one text", many_tasks_are_one_text),
    (
        "lanes keep their order, and threads bring their fields",
        lanes_keep_their_order,
    ),
    (
        "the address follows the first demo and no other",
        the_address_follows,
    ),
    ("a permalink carries any name", a_permalink_carries_any_name),
    (
        "shuffling keeps the moment and counts the logs",
        shuffling_counts_the_logs,
    ),
    (
        "the count of possible logs is that of a search",
        the_count_is_that_of_a_search,
    ),
];

const DEMO: &str = "document.querySelector('interleaved-demo')";

/// Selectors of the form's parts.
const NAME: &str = "interleaved-demo >>> .editor li .name";
const LOW: &str = "interleaved-demo >>> .editor li [type=number]";
const INTERVAL: &str = "interleaved-demo >>> .editor label [type=number]";
const ADD: &str = "interleaved-demo >>> .editor .tools button:nth-child(1)";
const UNDO: &str = "interleaved-demo >>> .editor .tools button:nth-child(2)";
const REDO: &str = "interleaved-demo >>> .editor .tools button:nth-child(3)";
const LESSON: &str = "interleaved-demo >>> .editor .tools button:nth-child(4)";
const SHUFFLE: &str = "interleaved-demo >>> .editor label + button";
const LOCK: &str = "interleaved-demo >>> .editor button + label";

/// Opens the demo alone with the editor, and waits for it.
fn open(page: &Page, query: &str) -> Result<()> {
    page.open(&format!("embed.html?editor&speed=100&{query}"))?;
    page.wait_for(&format!("{DEMO}.shadowRoot.querySelector('.editor')"))
}

fn wait_for_tasks(page: &Page, tasks: &str) -> Result<()> {
    page.wait_for(&format!("{DEMO}.toJSON().tasks === '{tasks}'"))
}

/// Selects all that is in a field, so that typing replaces it.
fn select(page: &Page, field: &str) -> Result<()> {
    page.browser
        .of_element(field, "element.focus(); element.select();")
        .map(drop)
}

fn typing_changes_the_run(page: &Page) -> Result<()> {
    open(page, "")?;
    page.browser.of_element(
        NAME,
        "element.focus(); element.setSelectionRange(0, 0); window.field = element;",
    )?;
    // Keys that would step, play and reset, if they weren't text.
    page.browser.keys("r.")?;
    wait_for_tasks(page, "r.A:1:5 B:5:10 C:10:15")?;
    page.browser.keys("가")?;
    wait_for_tasks(page, "r.가A:1:5 B:5:10 C:10:15")?;
    let (same, caret): (bool, u32) =
        page.eval("[field.matches(':focus'), field.selectionStart]")?;
    ensure!(same && caret == 3, "the caret is at {caret}");
    page.browser.keys(&format!("{}{}", key::LEFT, key::HOME))?;
    let (time, paused): (f64, bool) = page.eval(&format!("[{DEMO}.currentTime, {DEMO}.paused]"))?;
    ensure!(time == 0.0 && paused, "the demo is at {time}");
    page.eval::<()>(&format!("void ({DEMO}.currentTime = 99)"))?;
    let log: String = page.eval(&format!("{DEMO}.logText('async')"))?;
    ensure!(log.starts_with("[r.가A] total=1\n"), "{log}");
    select(page, INTERVAL)?;
    page.browser.keys("0.25")?;
    page.wait_for(&format!("{DEMO}.toJSON().interval === '250'"))
}

fn a_field_says_what_is_wrong(page: &Page) -> Result<()> {
    open(page, "lang=ko&start-at=2")?;
    let before: String = page.eval(&format!("{DEMO}.logText('async')"))?;
    select(page, LOW)?;
    page.browser.keys(key::BACKSPACE)?;
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.querySelector('.problems').textContent.includes('“A::5” 항목의 시작 값은')"
    ))?;
    let described: bool = page.eval(&format!(
        "(root => {{
            const field = root.querySelector('[aria-invalid]');
            return field === root.activeElement
                && root.getElementById(field.getAttribute('aria-describedby')).textContent.length > 0;
        }})({DEMO}.shadowRoot)"
    ))?;
    ensure!(described, "the field has no description");
    let after: String = page.eval(&format!("{DEMO}.logText('async')"))?;
    ensure!(before == after && !before.is_empty(), "the log is {after}");
    page.browser.keys("3")?;
    wait_for_tasks(page, "A:3:5 B:5:10 C:10:15")?;
    page.wait_for(&format!(
        "!{DEMO}.shadowRoot.querySelector('[aria-invalid]')"
    ))?;
    // A name can't have a space; what is wrong is what is undone.
    select(page, NAME)?;
    page.browser.keys("A B")?;
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.querySelector('.name[aria-invalid]')"
    ))?;
    page.browser.keys(&format!("{}z", key::CONTROL))?;
    let name: String = page.eval(&format!("{DEMO}.shadowRoot.querySelector('.name').value"))?;
    ensure!(name == "A", "the name is {name}");
    wait_for_tasks(page, "A:3:5 B:5:10 C:10:15")
}

fn fifty_steps_can_be_undone(page: &Page) -> Result<()> {
    open(page, "tasks=A:0:1")?;
    select(page, LOW)?;
    for low in 1..=55 {
        page.browser.of_element(
            LOW,
            &format!(
                "element.value = -{low}; element.dispatchEvent(new Event('change', {{ bubbles: true }}));"
            ),
        )?;
    }
    wait_for_tasks(page, "A:-55:1")?;
    for _ in 0..55 {
        page.browser.keys(&format!("{}z", key::CONTROL))?;
    }
    wait_for_tasks(page, "A:0:1")?;
    page.browser
        .keys(&format!("{}{}Z", key::CONTROL, key::SHIFT))?;
    wait_for_tasks(page, "A:-1:1")?;
    page.browser.click(REDO)?;
    wait_for_tasks(page, "A:-2:1")?;
    page.browser.click(UNDO)?;
    wait_for_tasks(page, "A:-1:1")?;
    page.browser.click(LESSON)?;
    wait_for_tasks(page, "A:0:1")?;
    page.browser.click(UNDO)?;
    wait_for_tasks(page, "A:-1:1")
}

fn tasks_are_added_and_removed(page: &Page) -> Result<()> {
    open(page, "")?;
    page.browser.of_element(ADD, "element.focus();")?;
    page.browser.keys(key::ENTER)?;
    wait_for_tasks(page, "A:1:5 B:5:10 C:10:15 D:15:20")?;
    // The new name is selected.
    page.browser.keys("x")?;
    wait_for_tasks(page, "A:1:5 B:5:10 C:10:15 x:15:20")?;
    let remove = "interleaved-demo >>> .editor li button";
    page.browser.of_element(remove, "element.focus();")?;
    for left in ["B:5:10 C:10:15 x:15:20", "C:10:15 x:15:20", "x:15:20"] {
        page.browser.keys(key::ENTER)?;
        wait_for_tasks(page, left)?;
    }
    // The last one stays, and so does the focus.
    page.browser.keys(key::ENTER)?;
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.activeElement.matches('li button[aria-disabled=true]')"
    ))?;
    wait_for_tasks(page, "x:15:20")
}

fn what_others_change_is_in_the_form(page: &Page) -> Result<()> {
    open(page, "")?;
    page.eval::<()>(&format!(
        "void ({DEMO}.setAttribute('tasks', 'P:0:1,Q:2:3'), {DEMO}.setAttribute('interval', '500'))"
    ))?;
    let values = format!(
        "[...{DEMO}.shadowRoot.querySelectorAll('.editor input:not([type=checkbox])')].map(({{ value }}) => value).join()"
    );
    page.wait_for(&format!("{values} === 'P,0,1,Q,2,3,0.5,1'"))?;
    page.browser.click(UNDO)?;
    page.wait_for(&format!("{values} === 'A,1,5,B,5,10,C,10,15,1,1'"))?;
    page.wait_for(&format!("!('tasks' in {DEMO}.toJSON())"))
}

fn many_tasks_are_one_text(page: &Page) -> Result<()> {
    let tasks: Vec<_> = ('A'..='L').map(|name| format!("{name}:0:1")).collect();
    open(page, &format!("tasks={}", tasks.join(",")))?;
    page.browser.click(ADD)?;
    let text = format!("{} M:1:2", tasks.join(" "));
    wait_for_tasks(page, &text)?;
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.activeElement.matches('textarea')"
    ))?;
    page.browser.keys(&format!("{} N:5", key::END))?;
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.querySelector('.problems').textContent.includes('N:5')"
    ))?;
    page.browser.keys(":7")?;
    wait_for_tasks(page, &format!("{text} N:5:7"))?;
    // Few again, but not taken out of the writer's hands.
    select(page, "interleaved-demo >>> textarea")?;
    page.browser.keys("A:0:1")?;
    wait_for_tasks(page, "A:0:1")?;
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.activeElement.matches('textarea')"
    ))
}

fn lanes_keep_their_order(page: &Page) -> Result<()> {
    open(page, "lanes=async,sequential")?;
    let threads = format!("!{DEMO}.shadowRoot.querySelector('.seed').checkVisibility()");
    page.wait_for(&threads)?;
    let boxes = format!("[...{DEMO}.shadowRoot.querySelectorAll('fieldset input')]");
    page.eval::<()>(&format!("{boxes}[2].click()"))?;
    page.wait_for(&format!(
        "{DEMO}.toJSON().lanes === 'async sequential threads'"
    ))?;
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.querySelector('.seed').checkVisibility()"
    ))?;
    page.browser.click(LOCK)?;
    page.wait_for(&format!("{DEMO}.toJSON().lock === ''"))?;
    page.eval::<()>(&format!(
        "void {boxes}.forEach((box) => box.checked && box.click())"
    ))?;
    page.wait_for(&format!(
        "{boxes}[0].getAttribute('aria-invalid') === 'true'"
    ))?;
    let lanes: String = page.eval(&format!("{DEMO}.toJSON().lanes"))?;
    ensure!(lanes == "threads", "the lanes are {lanes}");
    Ok(())
}

fn the_address_follows(page: &Page) -> Result<()> {
    page.open("embed.html?editor&tasks=A:0:3,B:0:3&other=x#here")?;
    page.wait_for(&format!("{DEMO}.shadowRoot.querySelector('.editor')"))?;
    let end = |page: &Page| page.eval::<String>("location.search + location.hash");
    let first = end(page)?;
    ensure!(
        first == "?editor&tasks=A:0:3,B:0:3&other=x#here",
        "opening has changed the address to {first}"
    );
    select(page, NAME)?;
    page.browser.keys("%&#")?;
    page.wait_for("location.href.endsWith('?editor=&tasks=%25%26%23:0:3+B:0:3&other=x#here')")?;
    let tasks: String = page.eval(&format!("{DEMO}.toJSON().tasks"))?;
    let opened = end(page)?;
    page.open(&format!("embed.html{opened}"))?;
    page.wait_for(&format!("{DEMO}.toJSON().tasks === '{tasks}'"))?;
    page.browser.run_async(
        "const other = document.createElement('interleaved-demo');
         other.setAttribute('editor', '');
         document.body.append(other);
         await other.ready;
         other.setAttribute('tasks', 'Z:0:1');
         await other.ready;",
        &[],
    )?;
    let now = end(page)?;
    ensure!(
        now == opened,
        "another demo has changed the address to {now}"
    );
    Ok(())
}

fn a_permalink_carries_any_name(page: &Page) -> Result<()> {
    page.open("embed.html")?;
    page.wait_for(&format!("{DEMO}.laneNames.length === 2"))?;
    for (name, shown) in [
        ("'a&b=c#d%41+e?f'", "a&b=c#d%41+e?f"),
        ("'🧵:가:é'", "🧵:가:é"),
        ("'\\u05d0\\u05d1\\u202e!'", "\u{5d0}\u{5d1}\u{202e}!"),
        ("'<b>\"\\'\\\\'", "<b>\"'\\"),
        // Half a character becomes what stands for one that is unknown.
        ("'\\ud83d'", "\u{fffd}"),
        ("'x\\udc00y\\0z'", "x\u{fffd}y\u{fffd}z"),
    ] {
        page.open("embed.html")?;
        page.wait_for(&format!("{DEMO}.laneNames.length === 2"))?;
        let link: String = page
            .browser
            .run_async(
                &format!(
                    "const demo = {DEMO};
                 demo.setAttribute('tasks', {name} + ':1:3');
                 await demo.ready;
                 demo.currentTime = 1.0004;
                 return demo.permalink;"
                ),
                &[],
            )?
            .as_str()
            .unwrap_or_default()
            .to_owned();
        ensure!(link.ends_with("&start-at=1"), "the link is {link}");
        page.browser.goto(&link)?;
        page.wait_for(&format!("{DEMO}.laneNames.length === 2"))?;
        let log: String = page.eval(&format!("{DEMO}.logText('async')"))?;
        ensure!(
            log == format!("[{shown}] total=1\n"),
            "{link} shows {log:?}"
        );
    }
    Ok(())
}

fn shuffling_counts_the_logs(page: &Page) -> Result<()> {
    open(page, "lanes=threads&lang=en")?;
    let count = |page: &Page| page.text("interleaved-demo >>> .permutations p");
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.querySelector('.permutations').textContent.includes('Seeds tried: 1. Different logs: 1.')"
    ))?;
    let text = count(page)?;
    ensure!(text.contains(" 3,240,000 "), "{text}");
    page.eval::<()>(&format!("void ({DEMO}.currentTime = 99)"))?;
    page.browser.of_element(SHUFFLE, "element.focus();")?;
    page.browser.run_async(
        &format!("window.logs = new Set([{DEMO}.logText('threads')]);"),
        &[],
    )?;
    for seeds in 2..=6 {
        page.browser.keys(key::ENTER)?;
        page.wait_for(&format!(
            "{DEMO}.shadowRoot.querySelector('.permutations').textContent.includes('Seeds tried: {seeds}.') && {DEMO}.ended && logs.add({DEMO}.logText('threads'))"
        ))?;
    }
    let (different, lines): (usize, usize) =
        page.eval("[logs.size, [...logs][0].split('\\n').length]")?;
    let text = count(page)?;
    ensure!(lines == 16, "the log has {lines} lines");
    ensure!(
        text.contains(&format!("Different logs: {different}.")),
        "{different} were different: {text}"
    );
    page.browser.click(LOCK)?;
    page.wait_for(&format!(
        "{DEMO}.shadowRoot.querySelector('.permutations').textContent.includes(' 2,592 ')"
    ))
}

/// Every order in which at each instant the writes of those who are due can come.
fn the_count_is_that_of_a_search(page: &Page) -> Result<()> {
    page.open_modules("embed.html")?;
    let wrong: Vec<String> = page.eval(
        "(async () => {
            const { countLogs } = await import('./permutations.js');
            const search = (left, lock) => {
                const logs = new Set();
                const go = (log, left) => {
                    if (left.every((writes) => !writes.length)) logs.add(log);
                    for (const [index, [first, ...rest]] of left.entries()) {
                        if (first !== undefined) go(log + first, left.with(index, rest));
                    }
                };
                go('', left.map((text) => (lock ? [text + '|'] : [text, '|'])));
                return logs.size;
            };
            const wrong = [];
            const task = (name, low, steps) => ({ name, low: String(low), high: '', steps });
            for (const tasks of [
                [task('A', 1, 3)],
                [task('A', 1, 0), task('B', 1, 0)],
                [task('A', 1, 2), task('B', 1, 1)],
                [task('A', 1, 2), task('A', 1, 1)],
                [task('A', 1, 2), task('A', 2, 2), task('B', 1, 1)],
                [task('A', 1, 1), task('A', 1, 1), task('A', 1, 2)],
                [task('A', 1, 1), task('B', 1, 1), task('C', 1, 1), task('D', 1, 1)],
                [task('A', 1, 1), task('A', 1, 1), task('C', 1, 1), task('C', 1, 1)],
            ]) for (const lock of [false, true]) {
                let found = 1;
                for (let step = 0; step < 3; step++) {
                    const due = tasks.filter(({ steps }) => steps > step);
                    found *= search(due.map(({ name, low }) => `[${name}:${low}]`), lock);
                }
                const count = countLogs(tasks, lock);
                if (count !== BigInt(found)) wrong.push(`${JSON.stringify(tasks)} ${lock}: ${count} for ${found}`);
            }
            const many = Array.from({ length: 1000 }, (_, index) => task('T' + index, 0, 100));
            // lg((2n)! / (n + 1)!) by Stirling's formula is 3164.6 for n = 1000.
            const power = countLogs(many, false);
            if (power < 316400 || power > 316600) wrong.push(`about 10^${power}`);
            return wrong;
        })()",
    )?;
    ensure!(wrong.is_empty(), "{}", wrong.join("; "));
    Ok(())
}
