//! Korean and English: whole, and where they come from.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use serde_json::json;

use super::helpers::{MODULE, Stage, check, check_script, document, open, script};
use crate::engine::Engine;
use crate::page::{Page, Test};
use crate::serve::Options;

pub const TESTS: &[Test] = &[
    (
        "each language is whole in every state",
        each_language_is_whole_in_every_state,
    ),
    (
        "a change of language changes every text and nothing else",
        a_change_of_language_changes_every_text_and_nothing_else,
    ),
    (
        "without the attribute the language is that of what is around",
        without_the_attribute_the_language_is_that_of_what_is_around,
    ),
    (
        "the pages speak the language of the address",
        the_pages_speak_the_language_of_the_address,
    ),
    (
        "a page loads the words of its reader, and nothing twice",
        a_page_loads_the_words_of_its_reader_and_nothing_twice,
    ),
    (
        "the last of several changes of language counts",
        the_last_of_several_changes_of_language_counts,
    ),
];

/// Everything that a reader sees, or hears from a screen reader.
const TEXTS: &str = "const texts = () => [
    text('.frame'),
    ...[...root.querySelectorAll('*')].flatMap((node) =>
        ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder'].map((name) => node.getAttribute(name) ?? '')),
].join('\\n');";

/// What is the same in both languages: names, and what programs print. WebKit sees
/// nothing between the names in a picture.
const NAMES: [&str; 7] = ["A", "B", "C", "ABC", "range", "total", "Done"];

fn each_language_is_whole_in_every_state(page: &Page) -> Result<()> {
    for lang in ["ko", "en"] {
        open(
            page,
            &format!("lang={lang}&lanes=sequential,async,threads&seed=1"),
        )?;
        let states: Vec<String> = script(
            page,
            &format!(
                "{TEXTS}
                const states = [texts()];
                for (let step = 0; step < 60; step += 1) {{ demo.stepForward(); states.push(texts()); }}
                await demo.play();
                states.push(texts());
                demo.currentTime = 99;
                states.push(texts());
                demo.lanes = 'async';
                await demo.ready;
                demo.currentTime = 99;
                states.push(texts());
                return states;"
            ),
        )?;
        for state in states {
            if lang == "en" {
                ensure!(!state.contains(is_hangul), "Korean in English: {state}");
                continue;
            }
            let words = state.split(|char: char| !char.is_ascii_alphabetic());
            let foreign: Vec<_> = words
                .filter(|word| !word.is_empty() && !NAMES.contains(word))
                .collect();
            ensure!(foreign.is_empty(), "{foreign:?} in Korean: {state}");
            ensure!(state.contains(is_hangul), "no Korean in {state}");
        }
    }
    Ok(())
}

fn is_hangul(char: char) -> bool {
    ('가'..='힣').contains(&char)
}

fn a_change_of_language_changes_every_text_and_nothing_else(page: &Page) -> Result<()> {
    let at = "start-at=2.5&lanes=async,threads";
    let texts = format!("{TEXTS} return texts();");
    open(page, &format!("lang=ko&{at}"))?;
    let korean: String = script(page, &texts)?;
    open(page, &format!("lang=en&{at}"))?;
    let english: String = script(page, &texts)?;
    let rows: Vec<String> = script(page, "return rows(0)")?;
    script::<()>(page, "demo.lang = 'ko'; await demo.ready")?;
    check("in Korean", script::<String>(page, &texts)?, korean)?;
    check(
        "the rows",
        script::<Vec<String>>(page, "return rows(0)")?,
        rows,
    )?;
    check_script(page, "return demo.currentTime", json!(2.5))?;
    script::<()>(page, "demo.lang = 'en-GB'; await demo.ready")?;
    check("in English", script::<String>(page, &texts)?, english)
}

fn without_the_attribute_the_language_is_that_of_what_is_around(page: &Page) -> Result<()> {
    let demo = "<interleaved-demo></interleaved-demo>";
    let body = format!(
        "{MODULE}{demo}<div lang='en-US'>{demo}</div><div lang='ko-KR'>{demo}</div>
        <div lang='en'><interleaved-demo lang='ko'></interleaved-demo></div>
        <div lang='fr'>{demo}</div>"
    );
    let stage = Stage::new(
        page,
        &[("stage.html", document("ko", &body))],
        Options::default(),
    )?;
    stage.goto(page, "stage.html")?;
    // The last one's surroundings speak what we don't, so the browser is asked.
    check_script(
        page,
        "const said = [];
        for (const each of document.querySelectorAll('interleaved-demo')) {
            await each.ready;
            const frame = each.shadowRoot.querySelector('.frame');
            said.push([frame.lang, frame.querySelector('.play').innerText.trim()]);
        }
        return said;",
        json!([
            ["ko", "실행"],
            ["en", "Run"],
            ["ko", "실행"],
            ["ko", "실행"],
            ["en", "Run"],
        ]),
    )
}

/// What the build and language.js write down for a page is what its modules then load.
fn a_page_loads_the_words_of_its_reader_and_nothing_twice(page: &Page) -> Result<()> {
    for lang in ["ko", "en"] {
        for path in ["index.html", "embed.html"] {
            page.open(&format!("{path}?lang={lang}"))?;
            script::<()>(page, "await demo.ready")?;
            let names: Vec<String> = script(
                page,
                "return performance.getEntriesByType('resource').map(({ name }) => name)
                    .filter((name) => /\\.(js|wasm)$/.test(name))
                    .map((name) => name.slice(name.lastIndexOf('/') + 1))",
            )?;
            let mut once = BTreeSet::new();
            let mut twice: Vec<_> = names
                .iter()
                .filter(|name| !once.insert(name.as_str()))
                .collect();
            // WebKitGTK fetches this file anew although it has been asked for.
            if page.browser.engine == Engine::Webkit {
                twice.retain(|name| *name != "core_bg.wasm");
            }
            check(path, twice, vec![])?;
            let words = format!("texts-{lang}.js");
            let least = [
                "core_bg.wasm",
                "interleaved-demo.js",
                "language.js",
                "page.js",
                "texts.js",
                &words,
            ];
            let missing: Vec<_> = least.iter().filter(|name| !once.contains(*name)).collect();
            check(path, missing, vec![])?;
            let others = once.iter().filter(|name| name.starts_with("texts-"));
            check(path, others.count(), 1)?;
        }
    }
    Ok(())
}

fn the_last_of_several_changes_of_language_counts(page: &Page) -> Result<()> {
    let _stage = Stage::open(page, MODULE)?;
    let demo = "const each = document.createElement('interleaved-demo');
        const seen = () => each.shadowRoot.querySelector('.play').innerText.trim();
        each.lang = 'en';
        document.body.append(each);";
    check_script(
        page,
        &format!(
            "{demo}
            // Its words are on their way when others are asked for.
            await Promise.resolve().then(() => null);
            each.lang = 'ko';
            await each.ready;
            const first = seen();
            each.lang = 'en';
            each.lang = 'ko';
            each.lang = 'en';
            await each.ready;
            return [first, seen()];"
        ),
        json!(["실행", "Run"]),
    )
}

fn the_pages_speak_the_language_of_the_address(page: &Page) -> Result<()> {
    for (query, lang) in [("lang=ko", "ko"), ("lang=en", "en"), ("", "en")] {
        for path in ["index.html", "embed.html"] {
            page.open(&format!("{path}?{query}"))?;
            script::<()>(page, "await demo.ready")?;
            check_script(
                page,
                "return [document.documentElement.lang, root.querySelector('.frame').lang]",
                json!([lang, lang]),
            )?;
        }
        page.open(&format!("index.html?{query}"))?;
        let heading: String = script(
            page,
            "return [...document.querySelectorAll('h1')].map((node) => node.innerText).filter((_, index) =>
                document.querySelectorAll('h1')[index].checkVisibility()).join('|')",
        )?;
        check(
            "whether the heading is Korean",
            heading.contains(is_hangul),
            lang == "ko",
        )?;
        check("the number of headings", heading.matches('|').count(), 0)?;
    }
    Ok(())
}
