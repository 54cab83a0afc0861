//! What the timelines of the lanes show, say and take.

use anyhow::{Result, ensure};

use super::helpers::VOUCH;
use crate::key;
use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "a timeline has a mark for each print, and a cap for each end",
        a_mark_for_each_print,
    ),
    (
        "a timeline that went back is as one that never went on",
        going_back_forgets,
    ),
    ("torn prints are marked in the timeline", torn_prints),
    (
        "the table says what the timeline shows",
        the_table_says_the_same,
    ),
    (
        "a run too large for its rows is drawn and told in groups",
        large_runs,
    ),
    (
        "a large run that was scrubbed is shown as one that was not",
        scrubbing_a_large_run,
    ),
    (
        "pointing at a mark points at its line, and the other way round",
        pointing,
    ),
    (
        "the keys go from mark to mark, and leave time alone",
        the_keys,
    ),
    ("labels on the axis never overlap", labels_never_overlap),
    (
        "the timeline as a file is well-formed and needs nothing else",
        the_file,
    ),
];

/// Opens a page, and shows it at a time in seconds.
fn open_at(page: &Page, query: &str, time: f64) -> Result<()> {
    page.open(&format!("embed.html?lang=en&start-at={time}&{query}"))?;
    // The picture comes with the first frame.
    page.wait_for(&in_demo(&format!(
        "demo.currentTime === {time} && root.querySelector('.lane:last-child .timeline td') && \
         root.querySelector('.lane:last-child .tick')"
    )))
}

/// An expression: the value of `body`, in which `root` is the demo's tree, `demo`
/// the demo, and `all` gives the elements that match.
fn in_demo(body: &str) -> String {
    format!(
        "((demo) => {{ const root = demo.shadowRoot; \
         const all = (selector) => [...root.querySelectorAll(selector)]; \
         return {body}; }})(document.querySelector('interleaved-demo'))"
    )
}

/// All that is drawn, as text.
const DRAWN: &str = "all('.plot path').map((path) => path.outerHTML).sort().join()";

/// How many shapes there are of a kind, the legend's not counted.
fn count(page: &Page, kind: &str) -> Result<usize> {
    page.eval(&in_demo(&format!(
        "all('.plot svg:last-of-type .{kind}').map((path) => path.getAttribute('d').split('M').length - 1)\
         .reduce((sum, count) => sum + count, 0)"
    )))
}

fn expect<T: PartialEq + std::fmt::Debug>(what: &str, is: T, expected: T) -> Result<()> {
    ensure!(is == expected, "{what}: {is:?} instead of {expected:?}");
    Ok(())
}

fn a_mark_for_each_print(page: &Page) -> Result<()> {
    open_at(page, "lanes=async", 3.0)?;
    expect("prints", count(page, "print")?, 9)?;
    expect("ends", count(page, "end")?, 0)?;
    // One more than prints for each task: the first, which ends at the first await.
    expect("polls", count(page, "poll")?, 12)?;
    expect("turns of the thread", count(page, "turn")?, 12)?;
    page.eval::<()>(&in_demo("void (demo.currentTime = 5)"))?;
    page.wait_for(&in_demo("demo.ended"))?;
    expect("prints", count(page, "print")?, 14)?;
    expect("ends", count(page, "end")?, 3)
}

fn going_back_forgets(page: &Page) -> Result<()> {
    for query in [
        "lanes=threads,async",
        "lanes=threads&lock",
        "lanes=async&interval=7",
    ] {
        let end = if query.ends_with('7') { 0.021 } else { 3.0 };
        open_at(page, query, end)?;
        let expected: String = page.eval(&in_demo(DRAWN))?;
        page.eval::<()>(&in_demo("void (demo.currentTime = demo.duration)"))?;
        page.wait_for(&in_demo("demo.ended"))?;
        // Event by event over the end of an instant, and on again.
        page.eval::<()>(&in_demo(&format!("void (demo.currentTime = {end})")))?;
        page.eval::<()>(&in_demo(
            "[...Array(40).keys()].forEach((i) => (i < 20 ? demo.stepBack() : demo.stepForward()))",
        ))?;
        let drawn: String = page.eval(&in_demo(DRAWN))?;
        ensure!(
            drawn == expected,
            "{query}: another picture after going back"
        );
    }
    Ok(())
}

fn torn_prints(page: &Page) -> Result<()> {
    // Seed 1 tears two prints, of B and C, at two seconds.
    open_at(page, "lanes=threads", 1.0)?;
    expect("torn", count(page, "torn")?, 0)?;
    open_at(page, "lanes=threads", 2.0)?;
    ensure!(count(page, "torn")? >= 2, "no torn print is marked");
    open_at(page, "lanes=threads&lock", 5.0)?;
    expect("torn with a lock", count(page, "torn")?, 0)
}

fn the_table_says_the_same(page: &Page) -> Result<()> {
    open_at(page, "lanes=sequential,threads", 2.0)?;
    let rows: Vec<String> = page.eval(&in_demo(
        "all('.timeline table tr').map((row) => [...row.cells].map((cell) => cell.textContent).join('|'))",
    ))?;
    expect(
        "the rows",
        rows.iter().map(String::as_str).collect(),
        vec![
            "Task|State|Waits until|Polls|Prints",
            "A|waiting|3.0 s|3|2: 1.0 s, 2.0 s",
            "B|not started||0|0",
            "C|not started||0|0",
            "Task|State|Waits until|Polls|Prints",
            "A|waiting|3.0 s|5|2: 1.0 s, 2.0 s",
            "B|waiting|3.0 s|5|2, 1 torn: 1.0 s, 2.0 s",
            "C|waiting|3.0 s|5|2, 1 torn: 1.0 s, 2.0 s",
        ],
    )?;
    let live: usize = page.eval(&in_demo("all('.timeline [aria-live]').length"))?;
    expect("live regions", live, 0)
}

fn large_runs(page: &Page) -> Result<()> {
    open_at(page, "lanes=async", 0.0)?;
    page.eval::<()>(&in_demo(
        "void demo.setAttribute('tasks', Array.from({ length: 1000 }, (_, i) => `t${i}:0:5`).join())",
    ))?;
    page.wait_for(&in_demo(
        "root.querySelectorAll('.timeline tr').length === 97",
    ))?;
    page.eval::<()>(&in_demo("void (demo.currentTime = 2)"))?;
    page.wait_for(&in_demo(
        "demo.currentTime === 2 && root.querySelector('.timeline td:last-child').textContent === '22'",
    ))?;
    let row: String = page.eval(&in_demo(
        "[...root.querySelectorAll('.timeline tr')[1].cells].map((cell) => cell.textContent).join('|')",
    ))?;
    expect(
        "the first row",
        row.as_str(),
        "t0 … t10|waiting 11|3.0 s|33|22",
    )?;
    // The picture is bounded, however large the run is.
    let (high, nodes): (f64, usize) = page.eval(&in_demo(
        "[root.querySelector('.plot').clientHeight / parseFloat(getComputedStyle(root.querySelector('.plot')).fontSize), \
         all('.plot path').length]",
    ))?;
    ensure!(high < 15.0 && nodes < 2000, "{high} em high, {nodes} nodes");
    Ok(())
}

fn scrubbing_a_large_run(page: &Page) -> Result<()> {
    let tasks: Vec<_> = (0..100).map(|task| format!("t{task}:0:60")).collect();
    let query = format!("lanes=threads,async&tasks={}", tasks.join(","));
    // The tables come last, when there was time for everything.
    let told = in_demo(
        "all('.timeline table').every(({ rows }) => rows[1].cells[2].textContent === '21.0 s')",
    );
    let seen = in_demo(&format!(
        "[{DRAWN}, all('.rows').map(({{ lastChild }}) => lastChild.innerText).join(), \
         all('.told').map(({{ textContent }}) => textContent).join()]"
    ));
    open_at(page, &query, 20.0)?;
    page.wait_for(&told)?;
    let expected: Vec<String> = page.eval(&seen)?;
    page.eval::<()>(&in_demo("void (demo.currentTime = demo.duration)"))?;
    page.wait_for(&in_demo(
        "demo.ended && all('.timeline table').every(({ rows }) => rows[1].cells[1].textContent.startsWith('fin'))",
    ))?;
    // Several in one frame, of which only the last is drawn.
    page.eval::<()>(&in_demo(
        "[3, 40, 7, 60, 20].forEach((time) => (demo.currentTime = time))",
    ))?;
    page.wait_for(&told)?;
    let found: Vec<String> = page.eval(&seen)?;
    for (what, (found, expected)) in ["picture", "log", "table"]
        .iter()
        .zip(found.iter().zip(&expected))
    {
        ensure!(found == expected, "another {what} after scrubbing");
    }
    Ok(())
}

/// How many things are ringed.
const RINGED: &str = "all('.ring').filter((ring) => !ring.hidden).length";

fn pointing(page: &Page) -> Result<()> {
    open_at(page, "lanes=async&tasks=A:0:1", 1.0)?;
    // A click comes where the middle of the picture is; the nearest mark takes it.
    page.browser.click("interleaved-demo >>> .plot")?;
    page.wait_for(&in_demo(&format!("{RINGED} === 1")))?;
    page.eval::<()>(&in_demo(
        "void root.querySelector('.rows .row').dispatchEvent(new MouseEvent('click', { bubbles: true }))",
    ))?;
    page.wait_for(&in_demo(&format!(
        "{RINGED} === 1 && root.querySelector('.row.pointed').textContent.includes('[A] total=0')"
    )))?;
    page.eval::<()>(&in_demo(
        "void root.querySelector('.rows').dispatchEvent(new PointerEvent('pointerleave'))",
    ))?;
    page.wait_for(&in_demo(&format!("{RINGED} === 0")))
}

fn the_keys(page: &Page) -> Result<()> {
    open_at(page, "lanes=async", 3.0)?;
    page.eval::<()>(&in_demo("void root.querySelector('.plot').focus()"))?;
    page.browser.keys(key::DOWN)?;
    page.wait_for(&in_demo(
        "root.querySelector('.row.pointed')?.textContent.includes('[C] total=33')",
    ))?;
    page.browser.keys(key::UP)?;
    page.browser.keys(key::UP)?;
    page.wait_for(&in_demo(
        "root.querySelector('.row.pointed')?.textContent.includes('[B] total=18')",
    ))?;
    let time: f64 = page.eval(&in_demo("demo.currentTime"))?;
    expect("the time", time, 3.0)?;
    page.browser.keys(key::LEFT)?;
    page.wait_for(&in_demo("demo.currentTime === 2"))
}

fn labels_never_overlap(page: &Page) -> Result<()> {
    for (width, query) in [
        (320, ""),
        (320, "&interval=3600000"),
        (1920, "&tasks=A:0:997"),
    ] {
        page.browser.resize(width, 900)?;
        open_at(page, &format!("lanes=sequential,async{query}"), 0.0)?;
        let gap: f64 = page.eval(&in_demo(
            "Math.min(...all('.timeline').flatMap((line) => [...line.querySelectorAll('.tick')]\
             .map((tick) => tick.getBoundingClientRect())\
             .map((box, i, boxes) => (i ? box.left - boxes[i - 1].right : Infinity))))",
        ))?;
        ensure!(gap > 0.0, "{width} {query}: labels are {gap} pixels apart");
    }
    Ok(())
}

fn the_file(page: &Page) -> Result<()> {
    open_at(
        page,
        "lanes=async,threads&tasks=%3Cb%3E%26%22:0:2,나비:0:3",
        2.0,
    )?;
    let problem: String = page.eval(&in_demo(
        &[
            "(() => {",
            VOUCH,
            "const text = demo.toSVG(); \
         const file = new DOMParser().parseFromString(vouch('createHTML', text), 'image/svg+xml'); \
         if (file.querySelector('parsererror')) return 'not well-formed'; \
         if (file.documentElement.localName !== 'svg') return 'no svg'; \
         if (!file.querySelector('title').textContent.includes('Async')) return 'no title'; \
         if (!file.querySelector('desc').textContent.includes('2')) return 'no description'; \
         if (/undefined|NaN|var\\(|href|url\\(/.test(text)) return 'not complete: ' + text; \
         if (!text.includes('나비')) return 'a name is missing'; \
         return ''; })()",
        ]
        .concat(),
    ))?;
    expect("the file", problem.as_str(), "")?;
    let same: bool = page.eval(&in_demo("demo.toSVG() === demo.toSVG()"))?;
    expect("the same each time", same, true)
}
