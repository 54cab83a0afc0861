//! What the page does when it asks before it shows.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::key;
use crate::page::{Page, Test};

pub const TESTS: &[Test] = &[
    (
        "predictions are asked, checked, explained and told",
        predictions_are_asked,
    ),
    (
        "the run stops once on the way for a question",
        the_run_stops_once,
    ),
    (
        "Run points at an open question first, and then runs",
        run_points_at_the_question_first,
    ),
    (
        "a demo that starts by itself waits for the predictions",
        a_demo_that_starts_by_itself_waits,
    ),
    (
        "a demo that is to show a moment shows it",
        a_moment_is_shown,
    ),
    (
        "the keys of the demo leave the choices alone",
        keys_leave_the_choices_alone,
    ),
    (
        "what threads may do is what they have done",
        threads_are_run_to_know,
    ),
    (
        "one task that prints leaves nothing to chance",
        one_task_leaves_nothing_to_chance,
    ),
    ("a lock keeps lines whole", a_lock_keeps_lines_whole),
    (
        "the score outlives the settings",
        the_score_outlives_the_settings,
    ),
    (
        "the card keeps its height from question to question",
        the_card_keeps_its_height,
    ),
    (
        "where nothing runs nothing is asked",
        nothing_runs_nothing_is_asked,
    ),
];

const MAIN: &str = "interleaved-demo >>> .predict .main";

/// Opens the demo with `settings`, waits for the first question, and keeps what is told.
fn open(page: &Page, settings: &str) -> Result<()> {
    page.open(&format!("embed.html?predict&{settings}"))?;
    page.run(
        "window.demo = document.querySelector('interleaved-demo');
         window.told = [];
         document.addEventListener('interleaved-answer', (event) => told.push(JSON.parse(JSON.stringify(event.detail))));
         window.card = () => demo.shadowRoot.querySelector('.predict');
         // The choices of the question that is asked, by its id and their text.
         window.choices = (id) => [...card().querySelectorAll(`.current input[name='${id}']`)].map((input) => input.parentElement);
         window.choose = (id, text) => choices(id).find((label) => label.textContent === text).click();
         window.chooseAll = (nth) => {
             for (const group of card().querySelectorAll('.current fieldset')) group.querySelectorAll('label')[nth].click();
         };
         window.proceed = () => card().querySelector('.main').click();",
    )?;
    page.wait_for("card() && !card().hidden")
}

impl Page<'_> {
    fn run(&self, script: &str) -> Result<Value> {
        self.browser.run(script, &[])
    }
}

/// Answers all that is asked before the run with each question's first choice, and starts it.
fn answer_and_run(page: &Page) -> Result<()> {
    page.run(
        "while (card().querySelector('.current label')) { chooseAll(0); proceed(); proceed(); }",
    )
    .map(drop)
}

fn told(page: &Page) -> Result<Value> {
    page.eval("told")
}

#[track_caller]
fn check(found: &Value, expect: &Value) -> Result<()> {
    ensure!(found == expect, "{found} is not {expect}");
    Ok(())
}

fn predictions_are_asked(page: &Page) -> Result<()> {
    open(page, "lang=en&speed=100")?;
    check(
        &page.eval("choices('duration:async').map((label) => label.textContent)")?,
        &json!(["3.0 s", "4.0 s", "5.0 s", "14.0 s"]),
    )?;
    page.browser.click(MAIN)?;
    page.wait_for("card().querySelector('[role=status]').textContent.includes('Choose')")?;
    page.run("choose('duration:sequential', '14.0 s'); choose('duration:async', '14.0 s');")?;
    page.browser.click(MAIN)?;
    check(
        &told(page)?,
        &json!([
            { "question": "duration:sequential", "answer": 14, "right": true },
            { "question": "duration:async", "answer": 14, "right": false },
        ]),
    )?;
    let heard = page.text("interleaved-demo >>> .predict [role=status]")?;
    ensure!(
        heard.contains("1 of 2 right") && heard.contains("Async: Not so. The answer is 5.0 s."),
        "told was {heard}"
    );
    // The focus is on what goes on, and Enter presses it.
    page.browser.keys(key::ENTER)?;
    page.run("choose('order-varies:sequential', 'No'); choose('order-varies:async', 'No');")?;
    page.browser.click(MAIN)?;
    page.browser.click(MAIN)?;
    page.run("choose('can-tear:sequential', 'No'); choose('can-tear:async', 'Yes');")?;
    page.browser.click(MAIN)?;
    page.wait_for("told.length === 6")?;
    check(
        &page.eval("told.slice(2).map(({ right }) => right)")?,
        &json!([true, true, true, false]),
    )
}

fn the_run_stops_once(page: &Page) -> Result<()> {
    open(page, "lang=en&speed=100")?;
    answer_and_run(page)?;
    page.wait_for("choices('next-line').length")?;
    check(
        &page.eval("[demo.paused, demo.currentTime, demo.logText('async').split('\\n').length]")?,
        &json!([true, 1, 4]),
    )?;
    check(
        &page.eval("choices('next-line').map((label) => label.textContent)")?,
        &json!(["[A] total=2", "[A] total=3", "[B] total=11", "[C] total=21"]),
    )?;
    page.run("choose('next-line', '[A] total=3'); proceed(); proceed();")?;
    check(
        &page.eval("told.at(-1)")?,
        &json!({ "question": "next-line", "answer": "[A] total=3", "right": true }),
    )?;
    page.wait_for("demo.ended && card().querySelector('.current ul li')")?;
    // The next round is about another moment: when the first task has finished.
    page.browser.click(MAIN)?;
    page.wait_for("demo.currentTime === 0 && choices('duration:async').length")?;
    answer_and_run(page)?;
    page.wait_for("choices('next-line').length && demo.currentTime === 4")?;
    page.run("choose('next-line', '[B] total=35'); proceed();")?;
    check(&page.eval("told.at(-1).right")?, &json!(true))
}

fn run_points_at_the_question_first(page: &Page) -> Result<()> {
    open(page, "lang=en&speed=100")?;
    page.browser.click("interleaved-demo >>> .bar .play")?;
    page.wait_for("demo.shadowRoot.activeElement.matches('.predict .current input')")?;
    check(
        &page.eval("[demo.paused, demo.currentTime, demo.logText('async')]")?,
        &json!([true, 0, ""]),
    )?;
    page.browser.click("interleaved-demo >>> .bar .play")?;
    page.wait_for("demo.ended && card().matches('.off') && told.length === 0")
}

fn a_demo_that_starts_by_itself_waits(page: &Page) -> Result<()> {
    open(page, "autoplay&speed=100")?;
    page.wait_for("demo.paused && demo.currentTime === 0 && choices('duration:async').length")
}

fn a_moment_is_shown(page: &Page) -> Result<()> {
    open(page, "start-at=3")?;
    page.wait_for("demo.currentTime === 3 && card().matches('.off')")?;
    page.browser.click(MAIN)?;
    page.wait_for("demo.currentTime === 0 && choices('duration:async').length")
}

fn keys_leave_the_choices_alone(page: &Page) -> Result<()> {
    open(page, "")?;
    page.run("choices('duration:sequential')[0].control.focus();")?;
    page.browser.keys(&format!(" {}.", key::RIGHT))?;
    check(
        &page.eval("[demo.paused, demo.currentTime, demo.events('async').length, choices('duration:sequential').findIndex((label) => label.control.checked)]")?,
        &json!([true, 0, 0, 1]),
    )?;
    page.run("choices('duration:async')[0].click();")?;
    page.browser.keys(key::ENTER)?;
    page.wait_for("told.length === 2")
}

/// Goes through what is asked before the run; the first choice is Yes.
fn verdict_on_yes(page: &Page, settings: &str, id: &str, expect: bool) -> Result<()> {
    open(page, settings)?;
    answer_and_run(page)?;
    page.wait_for("told.length > 0")?;
    let right = page.eval(&format!(
        "told.find(({{ question }}) => question === '{id}').right"
    ))?;
    check(&right, &json!(expect))
}

fn threads_are_run_to_know(page: &Page) -> Result<()> {
    let lanes = "lanes=async,threads";
    verdict_on_yes(page, lanes, "order-varies:threads", true)?;
    verdict_on_yes(page, lanes, "can-tear:threads", true)?;
    verdict_on_yes(page, lanes, "order-varies:async", false)?;
    // However little there is to see in each run.
    let short = "lanes=threads&tasks=A:1:2,B:1:2";
    verdict_on_yes(page, short, "order-varies:threads", true)?;
    verdict_on_yes(page, short, "can-tear:threads", true)
}

fn one_task_leaves_nothing_to_chance(page: &Page) -> Result<()> {
    let alone = "lanes=threads&tasks=A:1:5,B:5:5";
    verdict_on_yes(page, alone, "order-varies:threads", false)?;
    verdict_on_yes(page, alone, "can-tear:threads", false)
}

fn a_lock_keeps_lines_whole(page: &Page) -> Result<()> {
    verdict_on_yes(page, "lanes=threads&lock", "can-tear:threads", false)
}

fn the_score_outlives_the_settings(page: &Page) -> Result<()> {
    open(page, "lang=en&speed=100&lanes=async&tasks=A:1:2")?;
    answer_and_run(page)?;
    page.wait_for("demo.ended")?;
    page.run("demo.setAttribute('tasks', 'A:2:3')")?;
    page.wait_for("choices('duration:async').length")?;
    answer_and_run(page)?;
    page.wait_for("card().querySelector('.current p')?.textContent.includes('of 6')")
}

fn the_card_keeps_its_height(page: &Page) -> Result<()> {
    page.browser.resize(320, 700)?;
    open(page, "lang=ko&lanes=async,threads")?;
    let heights: Vec<f64> = serde_json::from_value(page.run(
        "const heights = [];
         const measure = () => heights.push(card().getBoundingClientRect().height);
         for (let asked = 0; asked < 3; asked += 1) {
             measure(); chooseAll(0); proceed(); measure(); if (asked < 2) proceed();
         }
         return heights;",
    )?)?;
    ensure!(
        heights.iter().all(|height| *height == heights[0]),
        "the heights are {heights:?}"
    );
    page.run(
        "demo.speed = 100; window.watching = (proceed(), card().getBoundingClientRect().height);",
    )?;
    page.wait_for("choices('next-line').length")?;
    page.wait_for("watching === card().getBoundingClientRect().height")?;
    page.run("chooseAll(0); proceed(); proceed();")?;
    page.wait_for("demo.ended && watching === card().getBoundingClientRect().height")
}

fn nothing_runs_nothing_is_asked(page: &Page) -> Result<()> {
    page.open("embed.html?predict&tasks=A:1:1")?;
    page.wait_for(
        "document.querySelector('interleaved-demo').shadowRoot.querySelector('.predict').hidden",
    )
}
