//! Settings that can't be used: what the reader is told, and what stays.

use anyhow::{Result, ensure};
use interleaved::Config;
use serde::Deserialize;
use serde_json::json;

use super::helpers::{MODULE, Stage, check, check_script, document, script, wait_for};
use crate::engine::Engine;
use crate::page::{Page, Test};
use crate::serve::Options;

pub const TESTS: &[Test] = &[
    (
        "a bad setting is told in the words of the native crate and in Korean",
        a_bad_setting_is_told_in_the_words_of_the_native_crate_and_in_korean,
    ),
    (
        "an error goes when the setting is right again",
        an_error_goes_when_the_setting_is_right_again,
    ),
    ("markup in a setting is text", markup_in_a_setting_is_text),
    (
        "a misspelt setting is told, and what belongs to others is let alone",
        a_misspelt_setting_is_told,
    ),
    (
        "a part that can't be loaded says so, and comes with the next try",
        a_part_that_cant_be_loaded_comes_with_the_next_try,
    ),
];

/// Settings that no version will take.
const BAD: &[(&str, &str)] = &[
    ("tasks", ""),
    ("tasks", " , "),
    ("tasks", "A"),
    ("tasks", "A:1"),
    ("tasks", "A:1:5 B"),
    ("tasks", ":1:5"),
    ("tasks", "A:x:5"),
    ("tasks", "A:1:"),
    ("tasks", "A:1:2.5"),
    ("tasks", "A:1:1e3"),
    ("tasks", "A:9007199254740992:9"),
    ("tasks", "A:0:100000 B:0:1"),
    ("tasks", "한글"),
    ("interval", "0"),
    ("interval", "-1"),
    ("interval", "3600001"),
    ("interval", "1.5"),
    ("interval", ""),
    ("interval", "soon"),
    ("lanes", ""),
    ("lanes", "async fibers"),
    ("lanes", "async async"),
    ("seed", "-1"),
    ("seed", "4294967296"),
    ("lock", "false"),
    ("work", "play"),
    ("speed", "0"),
    ("speed", "100.001"),
    ("speed", "NaN"),
    ("speed", "fast"),
    ("autoplay", "later"),
    ("start-at", "-1"),
    ("start-at", "1:30"),
    ("controls", "off"),
    ("editor", "no"),
    ("predict", "0"),
    ("code", "cobol"),
    ("lang", "fr"),
    ("theme", "Dark"),
    ("theme", "“”\"'&amp;<b>"),
];

/// What became of a bad setting.
#[derive(Deserialize)]
struct Outcome {
    /// What `role=alert` says.
    alert: String,
    /// What the error events said: the setting, the value, and the message.
    told: Vec<(String, String, String)>,
    /// The logs that are shown and returned.
    logs: Vec<String>,
    /// The name and message of what the property's setter has thrown.
    thrown: Option<(String, String)>,
}

/// Sets `name` to `value`, in the way that `set` says, and returns the [`Outcome`].
const TRY: &str = "
    const attempt = async (demo, name, value, set) => {
        const told = [];
        const listen = ({ error, message }) => told.push([error.setting, error.value, message]);
        demo.addEventListener('error', listen);
        let thrown = null;
        try { set(demo, name, value); } catch (error) { thrown = [error.name, error.message]; }
        await demo.ready;
        demo.removeEventListener('error', listen);
        const root = demo.shadowRoot;
        const alert = root.querySelector('[role=alert]').innerText;
        const rows = [...root.querySelectorAll('.row')].map((row) => row.innerText);
        return { alert, told, thrown, logs: [...rows, ...demo.laneNames.map((lane) => demo.logText(lane))] };
    };
    const attribute = (demo, name, value) => demo.setAttribute(name, value);
    const property = (demo, name, value) => {
        demo[name.replace(/-./, (part) => part[1].toUpperCase())] = value;
    };
    const made = (demo, name, value) => { demo.setAttribute(name, value); document.body.append(demo); };
";

fn a_bad_setting_is_told_in_the_words_of_the_native_crate_and_in_korean(page: &Page) -> Result<()> {
    let body = format!("<body>{MODULE}<interleaved-demo></interleaved-demo>");
    let stage = Stage::new(
        page,
        &[
            ("en.html", document("en", &body)),
            ("ko.html", document("ko", &body)),
        ],
        Options::default(),
    )?;
    for lang in ["en", "ko"] {
        stage.goto(page, &format!("{lang}.html"))?;
        let before: Outcome = script(
            page,
            &format!(
                "{TRY} await demo.ready; demo.currentTime = 99; return attempt(demo, 'theme', 'light', attribute)"
            ),
        )?;
        check("what a good setting is told", before.alert.as_str(), "")?;
        ensure!(before.logs.len() > 20, "no logs: {:?}", before.logs);
        for &(name, value) in BAD {
            let outcomes: [Outcome; 3] = script(
                page,
                &format!(
                    "{TRY}
                    const [name, value] = {};
                    const outcomes = [await attempt(demo, name, value, attribute)];
                    demo.removeAttribute(name);
                    await demo.ready;
                    outcomes.push(await attempt(demo, name, value, property));
                    demo.removeAttribute(name);
                    demo.toggleAttribute('lock', !demo.hasAttribute('lock'));
                    demo.toggleAttribute('lock', !demo.hasAttribute('lock'));
                    await demo.ready;
                    const fresh = document.createElement('interleaved-demo');
                    outcomes.push(await attempt(fresh, name, value, made));
                    fresh.remove();
                    return outcomes;",
                    json!([name, value])
                ),
            )?;
            let [attribute, property, fresh] = outcomes;
            check_outcome(lang, name, value, &attribute)?;
            check("the logs", &attribute.logs, &before.logs)?;
            check_outcome(lang, name, value, &fresh)?;
            check("the logs of a demo that never ran", fresh.logs.len(), 0)?;
            // `lang` is a property of every element, which throws nothing.
            if name != "lang" {
                let thrown = ("SettingError".to_owned(), property.alert.clone());
                check("what was thrown", property.thrown.as_ref(), Some(&thrown))?;
            }
            check_outcome(lang, name, value, &property)?;
            check("the logs", &property.logs, &before.logs)?;
        }
    }
    Ok(())
}

/// Checks what was told of a bad setting, against what the native crate says of it.
#[track_caller]
fn check_outcome(lang: &str, name: &str, value: &str, outcome: &Outcome) -> Result<()> {
    let Err(error) = Config::parse([(name, value)]) else {
        anyhow::bail!("{name}={value:?} is no error");
    };
    let setting = format!("{name}={value:?}");
    if lang == "en" {
        check(&setting, &outcome.alert, &error.to_string())?;
    } else {
        let quoted = format!("“{}”", error.value());
        ensure!(
            outcome.alert.starts_with(&format!("{name}: "))
                && outcome.alert.contains(&quoted)
                && outcome.alert.contains(|char| ('가'..='힣').contains(&char)),
            "{setting} in Korean: {}",
            outcome.alert
        );
    }
    let told = (
        name.to_owned(),
        error.value().to_owned(),
        outcome.alert.clone(),
    );
    check(&setting, &outcome.told, &vec![told])
}

fn an_error_goes_when_the_setting_is_right_again(page: &Page) -> Result<()> {
    // The first settings are refused, so that there is no demo at all at first.
    Stage::open(
        page,
        &format!("{MODULE}<interleaved-demo tasks='A' interval='500'>Text</interleaved-demo>"),
    )?;
    let state = "await demo.ready; return [text('[role=alert]') !== '', demo.duration || null, root.querySelector('.body').hidden]";
    script::<()>(page, "await demo.ready")?;
    check_script(page, state, json!([true, null, true]))?;
    script::<()>(page, "demo.setAttribute('tasks', 'A:1:5')")?;
    check_script(page, state, json!([false, 2, false]))?;
    // What is refused later leaves the demo as it is.
    script::<()>(
        page,
        "demo.setAttribute('interval', '0'); demo.setAttribute('lang', 'ko')",
    )?;
    check_script(page, state, json!([true, 2, false]))?;
    script::<()>(page, "demo.removeAttribute('interval')")?;
    check_script(page, state, json!([false, 4, false]))
}

fn markup_in_a_setting_is_text(page: &Page) -> Result<()> {
    Stage::open(
        page,
        &format!(
            "<script>window.alert = () => {{ window.alerted = true; }};</script>{MODULE}<interleaved-demo></interleaved-demo>"
        ),
    )?;
    script::<()>(page, "await demo.ready")?;
    // A name can hold no white space, but HTML needs none.
    let name = "<img/src=x/onerror=alert(1)>&amp;<script>alert(1)</script>";
    script::<()>(
        page,
        &format!(
            "demo.setAttribute('tasks', {} + ':1:5');
            await demo.ready;
            demo.currentTime = 99;",
            json!(name)
        ),
    )?;
    check_script(
        page,
        "return rows(1)[0]",
        json!(format!("[{name}] total=1")),
    )?;
    check_script(
        page,
        "return text('.tasks').trim()",
        json!(format!("{name} range(1, 5)")),
    )?;
    script::<()>(
        page,
        "demo.stepBack(); demo.setAttribute('lanes', '<img src=x onerror=alert(1)>'); await demo.ready",
    )?;
    check_script(
        page,
        "return text('[role=alert]').includes('“<img”')",
        json!(true),
    )?;
    script::<()>(
        page,
        "demo.setAttribute('theme', '<img src=x onerror=alert(1)>'); await demo.ready",
    )?;
    // White space separates tasks, so this is a task of no form.
    script::<()>(
        page,
        "demo.setAttribute('tasks', '<img src=x onerror=alert(1)>:1:5'); await demo.ready",
    )?;
    check_script(
        page,
        "return text('[role=alert]').includes('“<img”')",
        json!(true),
    )?;
    check_script(
        page,
        "return [root.querySelectorAll('img, script').length, window.alerted ?? false]",
        json!([0, false]),
    )
}

fn a_misspelt_setting_is_told(page: &Page) -> Result<()> {
    for (query, alert) in [
        (
            "taks=A:1:2&lang=en",
            "taks: there is no setting of this name. Is it tasks?",
        ),
        (
            "lang=en&start_at=2",
            "start_at: there is no setting of this name. Is it start-at?",
        ),
        (
            "lang=ko&speeed=2",
            "speeed: 이런 이름의 설정은 없습니다. speed 아닌가요?",
        ),
        (
            "lang=en&utm_source=mail&fbclid=x&mode=y&t=1&page=2&ref=z",
            "",
        ),
    ] {
        page.open(&format!("embed.html?{query}"))?;
        script::<()>(page, "await demo.ready")?;
        check_script(page, "return text('[role=alert]')", json!(alert))?;
        check_script(
            page,
            "return demo.laneNames.length > 0",
            json!(alert.is_empty()),
        )?;
    }
    Ok(())
}

fn a_part_that_cant_be_loaded_comes_with_the_next_try(page: &Page) -> Result<()> {
    let stage = Stage::new(page, &[], Options::default())?;
    let put_back = stage.take_away("predict.js")?;
    stage.goto(page, "embed.html?predict&lang=ko")?;
    script::<()>(
        page,
        "window.unhandled = [];
        addEventListener('unhandledrejection', ({ reason }) => unhandled.push(String(reason)));",
    )?;
    let missing = "root.querySelector('.place .missing')";
    wait_for(
        page,
        &format!("{missing}?.innerText.startsWith('데모의 이 부분을 불러오지 못했습니다.')"),
    )?;
    script::<()>(page, "demo.lang = 'en'; await demo.ready;")?;
    wait_for(page, &format!("{missing}?.innerText.endsWith('Try again')"))?;
    // Tried in vain, the button still has the focus.
    script::<()>(page, &format!("window.before = {missing};"))?;
    page.browser.click("interleaved-demo >>> .missing button")?;
    wait_for(
        page,
        &format!("{missing} !== before && root.activeElement?.closest('.missing')"),
    )?;
    put_back()?;
    page.browser.click("interleaved-demo >>> .missing button")?;
    // Others remember for as long as the page is there what they couldn't fetch.
    if page.browser.engine == Engine::Chrome {
        wait_for(page, "root.querySelector('.predict:not([hidden])')")?;
    }
    check_script(page, "return unhandled", json!([]))?;
    // What couldn't be fetched is logged by the browser itself.
    page.browser.console_errors()?;
    Ok(())
}
