//! `custom-elements.json` of the npm package: it says of the elements what is true.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::helpers::{check, check_script, open, script, wait_for};
use crate::page::{Page, Test};
use xtask::packages;

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    (
        "the manifest has every attribute, property and method",
        it_has_every_attribute_and_member,
    ),
    (
        "attributes take what the manifest gives as their defaults",
        attributes_take_their_defaults,
    ),
    ("the manifest has every event", it_has_every_event),
];

/// What the class has for others of the site, or for the browser.
const INTERNAL: [&str; 5] = [
    "attributeChangedCallback",
    "connectedCallback",
    "constructor",
    "disconnectedCallback",
    "texts",
];

/// What the style alone knows.
const STYLED: &str = "theme";

/// What the manifest says of an element.
fn declared(tag: &str) -> Result<Value> {
    let manifest: Value = serde_json::from_str(&packages::manifest()?)?;
    let modules = manifest["modules"].as_array().into_iter().flatten();
    modules
        .filter_map(|module| module["declarations"].as_array())
        .flatten()
        .find(|declaration| declaration["tagName"] == tag)
        .cloned()
        .with_context(|| format!("the manifest doesn't know {tag}"))
}

/// The names in a list of the manifest, if `which` wants them.
fn names(list: &Value, which: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let all = list.as_array().into_iter().flatten();
    all.filter(|entry| which(entry))
        .filter_map(|entry| entry["name"].as_str().map(str::to_owned))
        .collect()
}

fn it_has_every_attribute_and_member(page: &Page) -> Result<()> {
    open(page, "lang=en")?;
    script::<()>(page, "await import('./interleaved-check.js')")?;
    for (tag, unobserved) in [
        ("interleaved-demo", None),
        ("interleaved-check", Some(STYLED)),
    ] {
        let declared = declared(tag)?;
        let class = format!("customElements.get('{tag}')");
        let mut attributes: BTreeSet<String> =
            script(page, &format!("return {class}.observedAttributes"))?;
        attributes.extend(unobserved.map(str::to_owned));
        check(tag, names(&declared["attributes"], |_| true), attributes)?;
        for (kind, is_method) in [("method", true), ("field", false)] {
            let mut members: BTreeSet<String> = script(
                page,
                &format!(
                    "const members = Object.getOwnPropertyDescriptors({class}.prototype);
                    return Object.keys(members).filter((name) => ('value' in members[name]) === {is_method})"
                ),
            )?;
            members.retain(|name| !INTERNAL.contains(&name.as_str()));
            let found = names(&declared["members"], |member| member["kind"] == kind);
            check(tag, found, members)?;
        }
    }
    // Every setting is a property by the name that the manifest gives; `lang` is HTML's own.
    let fields = names(&declared("interleaved-demo")?["attributes"], |attribute| {
        attribute["fieldName"].is_string()
    });
    let settings: BTreeSet<String> = script(
        page,
        "return demo.constructor.observedAttributes.filter((name) => name !== 'lang')",
    )?;
    check("attributes with a field", fields, settings)
}

fn attributes_take_their_defaults(page: &Page) -> Result<()> {
    open(page, "lang=en")?;
    let declared = declared("interleaved-demo")?;
    script::<()>(
        page,
        "window.failed = []; demo.addEventListener('error', ({ message }) => failed.push(message))",
    )?;
    let before: Value = script(page, "return [demo.duration, demo.speed, demo.laneNames]")?;
    for attribute in declared["attributes"].as_array().into_iter().flatten() {
        let (Some(name), Some(default)) =
            (attribute["name"].as_str(), attribute["default"].as_str())
        else {
            continue;
        };
        script::<()>(
            page,
            &format!(
                "demo.setAttribute({}, {}); await demo.ready",
                json!(name),
                json!(default)
            ),
        )?;
    }
    check_script(
        page,
        "return [failed, [demo.duration, demo.speed, demo.laneNames]]",
        json!([[], before]),
    )
}

fn it_has_every_event(page: &Page) -> Result<()> {
    let record = "window.told = [];
        demo.dispatchEvent = function (event) {
            told.push(event.type);
            return EventTarget.prototype.dispatchEvent.call(this, event);
        };";
    let mut told: BTreeSet<String> = BTreeSet::new();
    open(page, "lang=en")?;
    script::<()>(
        page,
        &format!(
            "{record}
            demo.speed = 100;
            demo.currentTime = 2;
            await demo.play();"
        ),
    )?;
    wait_for(page, "demo.ended")?;
    script::<()>(
        page,
        "demo.setAttribute('interval', 'soon'); await demo.ready",
    )?;
    told.extend(script::<Vec<String>>(page, "return told")?);

    open(page, "lang=en&predict")?;
    wait_for(page, "root.querySelector('.predict .current label')")?;
    script::<()>(
        page,
        &format!(
            "{record}
            for (const group of root.querySelectorAll('.predict .current fieldset')) group.querySelector('label').click();
            root.querySelector('.predict .main').click();"
        ),
    )?;
    wait_for(page, "told.includes('interleaved-answer')")?;
    told.extend(script::<Vec<String>>(page, "return told")?);
    let declared = declared("interleaved-demo")?;
    check("the events", names(&declared["events"], |_| true), told)
}
