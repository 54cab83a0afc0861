//! Settings made by chance: what links say of them, and that none of them becomes markup.

use anyhow::Result;
use serde_json::json;

use super::helpers::{MODULE, Stage, VOUCH, check_script};
use crate::page::{Page, Test};

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "a link says what the settings are, whatever they are",
        a_link_says_what_the_settings_are,
    ),
    (
        "no name of a task becomes markup anywhere",
        no_name_of_a_task_becomes_markup,
    ),
];

fn a_link_says_what_the_settings_are(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!(
            "{MODULE}<interleaved-demo></interleaved-demo><interleaved-demo></interleaved-demo>"
        ),
    )?;
    check_script(
        page,
        r#"
        let seed = 7;
        const chance = (count) => {
            seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
            return Math.floor((seed / 2 ** 32) * count);
        };
        const one = (list) => list[chance(list.length)];
        const some = (most, make) => Array.from({ length: chance(most) }, make);
        const crumb = () => one(['A', '가', '🦀', '&', '=', '+', '%', '%00', '#', '?', '"', "'", '<b>', '\0', '\ud800', ':', '[', ']', '/../', '\\']);
        const task = () => `${some(5, crumb).join('')}:${chance(9) - 4}:${chance(9)}`;
        const settings = {
            tasks: () => ['A:1:5', ...some(4, task)].join(one([' ', ',', '\n'])),
            lanes: () => one(['threads', 'async,sequential', ' async', 'async async', 'workers threads']),
            interval: () => one(['1', '3600000', ' 7 ', '0', crumb()]),
            seed: () => String(chance(2 ** 32)),
            speed: () => one(['0.1', '.5', '100', '1e2']),
            lock: () => one(['', 'true', 'off']),
            theme: () => one(['dark', 'light', 'auto', crumb()]),
            lang: () => one(['ko', 'en-GB', 'fr']),
            controls: () => one(['', 'none']),
        };
        const [first, second] = document.querySelectorAll('interleaved-demo');
        const put = async (demo, given) => {
            for (const name of Object.keys(settings)) demo.removeAttribute(name);
            let refused = false;
            demo.onerror = () => { refused = true; };
            for (const [name, value] of given) demo.setAttribute(name, value);
            await demo.ready;
            return refused;
        };
        const seen = (demo) => {
            demo.currentTime = 1e9;
            // Half of a character can't be in an address.
            return new URLSearchParams([...Object.entries(demo.toJSON()), ...demo.laneNames.map((lane) => [lane, demo.logText(lane)])]).toString();
        };
        const counts = { taken: 0, refused: 0, different: [] };
        for (let round = 0; round < 300; round += 1) {
            const given = Object.entries(settings).filter(() => chance(3)).map(([name, value]) => [name, value()]);
            if (await put(first, given)) { counts.refused += 1; continue; }
            counts.taken += 1;
            first.currentTime = chance(4000) / 1000;
            const link = new URL(first.permalink);
            const start = Number(link.searchParams.get('start-at') ?? 0);
            link.searchParams.delete('start-at');
            await put(second, link.searchParams);
            if (start !== first.currentTime || seen(first) !== seen(second)) counts.different.push(link.search);
        }
        return [counts.taken > 20, counts.refused > 20, counts.different]"#,
        json!([true, true, []]),
    )
}

fn no_name_of_a_task_becomes_markup(page: &Page) -> Result<()> {
    let name = "&lt;img/src=x/onerror=window.hit=1>\"'&amp;lt;/text>]]>";
    let demo = format!(
        "<interleaved-demo tasks='{}:1:4' code='javascript' editor predict></interleaved-demo>",
        name.replace('\'', "&#39;")
    );
    Stage::open(page, &format!("{MODULE}{demo}"))?;
    let body = format!(
        "{VOUCH}{}",
        r#"
        await demo.ready;
        demo.currentTime = 99;
        const all = (tree) => [...tree.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? all(node.shadowRoot) : [])]);
        const until = async (condition) => { while (!condition()) await new Promise(requestAnimationFrame); };
        await until(() => root.querySelectorAll('.place:not(:empty)').length >= 3);
        root.querySelector('.bar > [aria-haspopup]').click();
        await until(() => root.querySelector('dialog'));
        const name = demo.toJSON().tasks.slice(0, -4);
        const svg = new DOMParser().parseFromString(vouch('createHTML', demo.toSVG()), 'image/svg+xml');
        await new Promise((resolve) => setTimeout(resolve));
        return [
            all(document).filter((node) => node.localName === 'img').length,
            svg.querySelectorAll('img, parsererror').length,
            svg.documentElement.textContent.includes('<'),
            JSON.stringify(JSON.parse(demo.trace())).includes(JSON.stringify(name).slice(1, -1)),
            demo.logText('async').startsWith(`[${name}] total=1\n`),
            root.textContent.includes(name),
            'hit' in window,
        ]"#
    );
    check_script(page, &body, json!([0, 0, true, true, true, true, false]))
}
