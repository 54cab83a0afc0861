//! The page for teachers: what is chosen on it, and the code that it gives.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::helpers::{VOUCH, check_script, script, wait_for};
use crate::page::{Page, Test};

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "what is chosen is in the demo, in the code and in the address",
        what_is_chosen_is_everywhere,
    ),
    (
        "the address brings back all that was chosen",
        the_address_brings_back_all,
    ),
    (
        "what the address writes in another way is chosen as well",
        what_is_written_in_another_way,
    ),
    (
        "what is changed in the demo's own form is in the code",
        the_demos_own_form_changes_the_code,
    ),
    (
        "what is refused is said at its field",
        what_is_refused_is_said_at_its_field,
    ),
    (
        "what has no field here can be set to its default",
        what_has_no_field_can_be_mended,
    ),
    ("code is copied, and that is told", code_is_copied),
    (
        "each tool has its code, from each source that it knows",
        each_tool_has_its_code,
    ),
    (
        "numbers and switches are written as Python reads them",
        python_reads_numbers_and_switches,
    ),
    (
        "any name comes back from the code as it was",
        any_name_comes_back,
    ),
    (
        "the page without scripts shows an example that is right",
        the_page_without_scripts,
    ),
];

/// Reads code as markup, but applies no style: the page's policy would tell of that.
const PARSED: &str = "
    const parsed = (code) => new DOMParser().parseFromString(
        vouch('createHTML', code.replaceAll(' style=', ' data-style=')), 'text/html');
";

/// What scripts know here: see [`script`].
const FORM: &str = "
    const field = (name) => document.getElementById(name);
    const choose = (control, value) => {
        if (control.type === 'checkbox' || control.type === 'radio') control.click();
        else {
            control.value = value;
            control.dispatchEvent(new Event('change', { bubbles: true }));
        }
    };
    const codes = () => [...document.querySelectorAll('figure code')].map((code) => code.textContent);
    const settingschange = () => event('settingschange');
";

fn open(page: &Page, query: &str) -> Result<()> {
    page.open(&format!("course.html?{query}"))?;
    wait_for(page, "document.querySelector('figure')")
}

fn check(page: &Page, body: &str, expected: Value) -> Result<()> {
    check_script(page, &format!("{VOUCH} {PARSED} {FORM} {body}"), expected)
}

fn what_is_chosen_is_everywhere(page: &Page) -> Result<()> {
    open(page, "ui=en")?;
    check(
        page,
        "for (const [name, value] of [['speed', '2.5'], ['start-at', '3'], ['predict'], ['controls']]) {
            const changed = settingschange();
            choose(field(name), value);
            await changed;
        }
        const changed = settingschange();
        field('code').selectedIndex = 1;
        choose(field('code'), field('code').value);
        await changed;
        choose(field('editor'));
        const { origin, search } = location;
        return [demo.toJSON(), demo.currentTime, search, codes().map((code) => code.replaceAll(origin, ''))];",
        json!([
            { "speed": "2.5", "start-at": "3", "predict": "", "controls": "none", "editor": "", "code": "python" },
            3,
            "?ui=en&speed=2.5&start-at=3&predict=&controls=none&code=python&editor=",
            ["<script type=\"module\" src=\"/interleaved.js\"></script>\n\
              <interleaved-demo tasks=\"A:1:5 B:5:10 C:10:15\" lanes=\"sequential async\" speed=\"2.5\" \
              start-at=\"3\" controls=\"none\" predict code=\"python\" editor></interleaved-demo>"],
        ]),
    )?;
    // Back to the defaults: nothing is left of it.
    check(
        page,
        "for (const name of ['predict', 'controls']) {
            const changed = settingschange();
            choose(field(name));
            await changed;
        }
        choose(field('editor'));
        return [demo.hasAttribute('controls'), demo.hasAttribute('editor'), location.search];",
        json!([false, true, "?ui=en&speed=2.5&start-at=3&code=python"]),
    )
}

fn the_address_brings_back_all(page: &Page) -> Result<()> {
    let query = "tasks=A:1:3,B:2:4&lanes=async,threads&seed=7&lock=&speed=5&autoplay=visible&start-at=1&\
                 controls=none&editor=&predict=&code=rust&lang=ko&theme=dark&for=reveal&from=folder&\
                 folder=../demo&height=640&ui=en";
    open(page, query)?;
    check(
        page,
        "const chosen = [...document.querySelectorAll('form :checked')].map(({ value }) => value);
        const [code] = codes();
        const slide = parsed(code).querySelector('section > iframe');
        const address = new URL(slide.getAttribute('src'), 'https://example.org/slides/x.html');
        return [
            ['speed', 'start-at', 'folder', 'height'].map((name) => field(name).value),
            ['autoplay', 'code', 'lang', 'theme'].map((name) => field(name).selectedIndex),
            ['predict', 'editor', 'controls'].map((name) => field(name).checked),
            chosen.filter((value) => ['reveal', 'folder'].includes(value)),
            address.origin + address.pathname, slide.height,
            Object.fromEntries(address.searchParams),
            document.documentElement.lang, demo.shadowRoot.querySelector('.frame').lang,
            [...document.querySelectorAll('nav a')].map(({ search }) => new URLSearchParams(search)).map(
                (search) => [search.get('ui'), search.get('lang'), search.get('for')]),
        ];",
        json!([
            ["5", "1", "../demo", "640"],
            [2, 2, 1, 2],
            [true, true, false],
            ["reveal", "folder"],
            "https://example.org/demo/embed.html",
            "640",
            {
                "tasks": "A:1:3,B:2:4", "lanes": "async,threads", "seed": "7", "lock": "", "speed": "5",
                "autoplay": "visible", "start-at": "1", "controls": "none", "editor": "", "predict": "",
                "code": "rust", "lang": "ko", "theme": "dark",
            },
            "en",
            "ko",
            [["ko", "ko", "reveal"], ["en", "ko", "reveal"]],
        ]),
    )
}

fn what_is_written_in_another_way(page: &Page) -> Result<()> {
    open(
        page,
        "ui=en&code=none&theme=auto&autoplay=autoplay&lang=ko-KR&predict=true&controls=",
    )?;
    check(
        page,
        "return [
            ['code', 'theme', 'autoplay', 'lang'].map((name) => field(name).selectedIndex),
            ['predict', 'controls'].map((name) => field(name).checked),
        ];",
        json!([[0, 0, 1, 1], [true, true]]),
    )
}

fn python_reads_numbers_and_switches(page: &Page) -> Result<()> {
    open(
        page,
        "ui=en&for=jupyter&lock=true&predict=predict&autoplay=visible&speed=.5&start-at=2.&seed=007&interval=0100",
    )?;
    check(
        page,
        "return codes()[0].split('Demo(')[1].replace(/^\"[^\"]*\", /, '').split(/, |\\)/).filter(Boolean).sort()",
        json!([
            "autoplay=\"visible\"",
            "interval=100",
            "lanes=\"sequential async\"",
            "lock=True",
            "predict=True",
            "seed=7",
            "speed=0.5",
            "start_at=2"
        ]),
    )
}

fn the_demos_own_form_changes_the_code(page: &Page) -> Result<()> {
    open(page, "ui=ko&for=lms")?;
    wait_for(page, "root.querySelector('.editor [type=checkbox]')")?;
    check(
        page,
        "const changed = settingschange();
        [...root.querySelectorAll('.editor label')].find((label) => label.textContent === '비동기 실행').click();
        await changed;
        const [code] = codes();
        const { src, title } = parsed(code).querySelector('iframe');
        return [new URL(src).search, title, location.search];",
        json!([
            "?tasks=A:1:5+B:5:10+C:10:15&lanes=sequential",
            "동시성 데모",
            "?ui=ko&for=lms&lanes=sequential"
        ]),
    )
}

fn what_is_refused_is_said_at_its_field(page: &Page) -> Result<()> {
    open(page, "ui=en&speed=4")?;
    check(
        page,
        "const [before] = codes();
        const refused = event('error');
        choose(field('speed'), '1000');
        await refused;
        const told = () => {
            const control = field('speed');
            return [control.ariaInvalid, field(control.getAttribute('aria-describedby')).textContent];
        };
        const wrong = told();
        const [during] = codes();
        const changed = settingschange();
        choose(field('speed'), '');
        await changed;
        return [wrong, during === before, told(), codes()[0].includes('speed'), field('speed').value];",
        json!([
            ["true", "speed: “1000” is not a number from 0.1 to 100."],
            true,
            ["false", ""],
            false,
            "",
        ]),
    )?;
    // From the address, too.
    page.open("course.html?ui=ko&code=perl")?;
    wait_for(
        page,
        "document.querySelector('#code').ariaInvalid === 'true'",
    )?;
    check(page, "return field('code').selectedIndex", json!(-1))?;
    check(
        page,
        "const changed = settingschange();
        field('code').selectedIndex = 2;
        choose(field('code'), field('code').value);
        await changed;
        return [field('code').ariaInvalid, codes()[0].includes('code=\"rust\"')];",
        json!(["false", true]),
    )
}

fn what_has_no_field_can_be_mended(page: &Page) -> Result<()> {
    page.open("course.html?ui=en&tasks=A:1&taks=B:1:2")?;
    for name in ["taks", "tasks"] {
        let alert = "document.querySelector('.problem')";
        wait_for(page, &format!("{alert}.textContent.startsWith('{name}: ')"))?;
        check(page, "return codes()", json!([]))?;
        page.browser.click(".problem button")?;
    }
    wait_for(page, "document.querySelector('figure')")?;
    check(
        page,
        "return [location.search, document.querySelector('.problem').textContent]",
        json!(["?ui=en", ""]),
    )
}

fn code_is_copied(page: &Page) -> Result<()> {
    open(page, "ui=en&for=markdown")?;
    // Tests have no clipboard, for it is everybody's on the machine.
    page.browser.run(
        "window.copies = [];
         const value = { writeText: async (text) => void copies.push(text) };
         Object.defineProperty(navigator, 'clipboard', { configurable: true, value });",
        &[],
    )?;
    page.browser.click("figure:last-child button")?;
    wait_for(
        page,
        "document.querySelector('[role=status]').textContent === 'Copied: Where frames are removed, as on GitHub: a link'",
    )?;
    check(page, "return copies[0] === codes()[1]", json!(true))?;
    // Where that is refused, the text is selected.
    page.browser.run(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
         document.execCommand = () => false;",
        &[],
    )?;
    page.browser.click("figure:first-child button")?;
    wait_for(
        page,
        "document.querySelector('[role=status]').textContent.includes('Ctrl+C')",
    )?;
    check(
        page,
        "return String(getSelection()) === codes()[0]",
        json!(true),
    )
}

fn each_tool_has_its_code(page: &Page) -> Result<()> {
    open(page, "ui=en")?;
    let found: Vec<(String, Vec<(String, usize)>)> = script(
        page,
        &format!(
            "{FORM}
            const found = [];
            for (const tool of document.querySelectorAll('[name=for]')) {{
                choose(tool);
                const sources = [...document.querySelectorAll('[name=from]')].filter((radio) => !radio.parentElement.hidden);
                found.push([tool.value, sources.map((radio) => {{
                    choose(radio);
                    return [radio.value, codes().filter((code) => code).length];
                }})]);
            }}
            return found;"
        ),
    )?;
    let tools: Vec<_> = found.iter().map(|(tool, _)| tool.as_str()).collect();
    ensure!(
        tools.join(" ")
            == "html iframe markdown jupyter mkdocs mdbook sphinx docusaurus react reveal lms",
        "{tools:?}"
    );
    for (tool, sources) in &found {
        ensure!(
            sources.iter().all(|&(_, codes)| codes > 0),
            "{tool}: {sources:?}"
        );
    }
    let expected = [
        ("site".to_owned(), 1),
        ("folder".into(), 1),
        ("npm".into(), 1),
    ];
    ensure!(found[0].1 == expected, "{:?}", found[0]);
    Ok(())
}

/// Names that would end an attribute, a script, a string or a comment, or that some
/// tool could take for its own.
pub const NAMES: [&str; 9] = [
    r#""<b>&quot;'"#,
    "</script><!--",
    r"\n\u0041\",
    "{{#x}}{%y%}${z}",
    "|`$a$`|*_b_*~~[c](d)",
    "<!--]]>-->",
    "한글😀é",
    "a:b:c",
    ":smile:@x#1=%41+&lt;",
];

fn any_name_comes_back(page: &Page) -> Result<()> {
    let tasks = NAMES.map(|name| format!("{name}:1:3")).join(" ");
    open(page, "ui=en")?;
    // Of HTML and JSX, where references are the same, the browser is the right parser;
    // the other tools read it in `cargo xtask test --hosts`.
    check(
        page,
        &format!(
            "const tasks = {};
            const changed = settingschange();
            demo.setAttribute('tasks', tasks);
            await changed;
            const wrong = [];
            for (const tool of document.querySelectorAll('[name=for]')) {{
                choose(tool);
                for (const code of codes()) {{
                    const page = parsed(code);
                    const element = page.querySelector('interleaved-demo');
                    const frame = page.querySelector('iframe');
                    const address = frame?.src ?? /https?:[^\")]*embed[^\")]*/.exec(code)?.[0];
                    if (element || address) {{
                        const found = element?.getAttribute('tasks') ?? new URL(address).searchParams.get('tasks');
                        if (found !== tasks) wrong.push([tool.value, found]);
                    }} else wrong.push(tool.value);
                }}
            }}
            return wrong;",
            json!(tasks)
        ),
        // What has none of both: a script for the head, a call in Python, a configuration.
        json!(["iframe", "jupyter", "docusaurus"]),
    )
}

fn the_page_without_scripts(page: &Page) -> Result<()> {
    open(page, "ui=en")?;
    check(
        page,
        "const page = parsed(document.querySelector('main noscript').textContent);
        const example = parsed(page.querySelector('code').textContent);
        const address = new URL(example.querySelector('iframe').getAttribute('src'), location.href);
        return [
            [...page.querySelectorAll('p')].map(({ lang }) => lang),
            (await fetch(address)).ok,
            Object.fromEntries(address.searchParams),
        ];",
        json!([["en", "ko"], true, { "tasks": "A:1:5,B:5:10,C:10:15", "lanes": "sequential,async" }]),
    )
}
