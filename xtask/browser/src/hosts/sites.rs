//! Pages, slides and applications: the code for HTML, frames, React, reveal.js, learning
//! platforms and notebooks.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Test;
use super::demo;
use super::host::Host;
use super::install::{node_packages, node_program};
use super::snippets::{
    Settings, Source, check_names, copy_site, drive, lesson, names, snippet, snippets,
};
use crate::page_tests::document;
use crate::serve::Options;
use xtask::need;
use xtask::packages::Package;

/// All of the family, in the order in which they run.
pub const ALL: &[Test] = &[
    (
        "HTML of another origin that allows only our scripts",
        in_html,
    ),
    ("HTML, files of its own", in_html_alone),
    (
        "HTML that Vite builds, with the npm package",
        in_html_of_vite,
    ),
    ("HTML with a frame that gets its height", in_a_frame),
    ("React, files from our site", in_react),
    ("React, files of its own", in_react_alone),
    ("React with the npm package", in_react_of_npm),
    ("reveal.js", in_reveal),
    (
        "a learning platform, which removes scripts",
        in_a_learning_platform,
    ),
    ("a cell of Jupyter, read by Python", in_a_cell),
];

/// Two pages in the test's folder, with the code for `tool`.
fn write_pages(host: &Host, tool: &str, from: Source) -> Result<()> {
    for (name, settings) in [("lesson", lesson()), ("names", names())] {
        let code = snippet(host, tool, &settings, from)?;
        host.write(&format!("{name}.html"), document("en", &code))?;
    }
    Ok(())
}

fn drive_pages(host: &Host, url: &str) -> Result<()> {
    drive(
        host,
        &format!("{url}lesson.html"),
        &format!("{url}names.html"),
    )
}

fn in_html(host: &Host) -> Result<()> {
    write_pages(host, "html", Source::At(host.page.site))?;
    let site = host.page.site.trim_end_matches('/');
    for policy in [
        format!("script-src {site} 'wasm-unsafe-eval'"),
        // What the page for teachers says of stricter ones.
        format!(
            "default-src 'none'; img-src data:; connect-src {site}; script-src {site} 'wasm-unsafe-eval'"
        ),
    ] {
        let options = Options {
            headers: vec![("Content-Security-Policy".into(), policy.clone())],
            ..Options::default()
        };
        let url = host.serve(&host.folder, options)?;
        drive_pages(host, &url).with_context(|| format!("under {policy}"))?;
    }
    Ok(())
}

fn in_html_alone(host: &Host) -> Result<()> {
    copy_site(&host.folder.join("interleaved"))?;
    write_pages(host, "html", Source::At("interleaved/"))?;
    let url = host.serve(&host.folder, Options::default())?;
    drive_pages(host, &url)
}

fn in_html_of_vite(host: &Host) -> Result<()> {
    let inside = vite_project(host, "html")?;
    install_package(&inside)?;
    write_pages(&inside, "html", Source::Npm)?;
    inside.write(
        "vite.config.js",
        "export default { build: { rollupOptions: { input: ['lesson.html', 'names.html'] } } };",
    )?;
    let url = vite_build(&inside)?;
    drive_pages(&inside, &url)
}

fn in_a_frame(host: &Host) -> Result<()> {
    for (name, settings) in [("lesson", lesson()), ("names", names())] {
        let [frame, script] = snippets(host, "iframe", &settings, Source::At(host.page.site))?
            .try_into()
            .map_err(|texts| anyhow::anyhow!("the texts for frames are {texts:?}"))?;
        host.write(&format!("{name}.html"), document("en", &frame))?;
        let both = document("en", &format!("{script}{frame}"));
        host.write(&format!("{name}-high.html"), both)?;
    }
    let url = host.serve(&host.folder, Options::default())?;
    drive_pages(host, &url)?;
    drive(
        host,
        &format!("{url}lesson-high.html"),
        &format!("{url}names-high.html"),
    )?;
    // The frame has the height of the page in it.
    host.page
        .wait_for("innerHeight >= document.documentElement.getBoundingClientRect().height")
        .context("the frame hasn't its height")
}

/// A folder beside the packages of Node, which are looked for in the folders around.
fn vite_project<'a>(host: &Host<'a>, name: &str) -> Result<Host<'a>> {
    let inside = host.in_folder(node_packages("node-sites")?.join("sites").join(name))?;
    inside.write("package.json", r#"{"private": true, "type": "module"}"#)?;
    Ok(inside)
}

/// Installs our package, from the file that is published.
fn install_package(host: &Host) -> Result<()> {
    let file = Package::Npm.make()?;
    let npm = &mut Command::new(need::npm()?);
    let install = ["install", "--offline", "--no-audit", "--no-fund"];
    host.run(npm.args(install).arg(file)).map(drop)
}

/// Builds the project and serves it.
fn vite_build(host: &Host) -> Result<String> {
    let mut vite = Command::new(node_program(&node_packages("node-sites")?, "vite"));
    host.run(
        vite.env("NO_COLOR", "1")
            .args(["build", "--logLevel", "warn"]),
    )?;
    host.serve(&host.folder.join("dist"), Options::default())
}

fn react(host: &Host, name: &str, from: Source) -> Result<()> {
    let inside = vite_project(host, name)?;
    match from {
        Source::Npm => install_package(&inside)?,
        Source::At("interleaved/") => copy_site(&inside.folder.join("public/interleaved"))?,
        Source::At(_) => {}
    }
    for (name, settings) in [("Lesson", lesson()), ("Names", names())] {
        let component = snippet(&inside, "react", &settings, from)?;
        inside.write(&format!("{name}.jsx"), component)?;
    }
    inside.write(
        "main.jsx",
        "import { StrictMode } from 'react';
        import { createRoot } from 'react-dom/client';
        import Lesson from './Lesson.jsx';
        import Names from './Names.jsx';
        const Demo = location.search ? Names : Lesson;
        createRoot(document.querySelector('main')).render(<StrictMode><h1>Lesson</h1><Demo /></StrictMode>);",
    )?;
    inside.write(
        "vite.config.js",
        "import react from '@vitejs/plugin-react';\nexport default { plugins: [react()] };",
    )?;
    let body = "<main></main><script type='module' src='/main.jsx'></script>";
    inside.write("index.html", document("en", body))?;
    let url = vite_build(&inside)?;
    drive(&inside, &url, &format!("{url}?names"))
}

fn in_react(host: &Host) -> Result<()> {
    react(host, "react", Source::At(host.page.site))
}

fn in_react_alone(host: &Host) -> Result<()> {
    react(host, "react-folder", Source::At("interleaved/"))
}

fn in_react_of_npm(host: &Host) -> Result<()> {
    react(host, "react-npm", Source::Npm)
}

fn in_reveal(host: &Host) -> Result<()> {
    let reveal = node_packages("node-sites")?.join("node_modules/reveal.js/dist");
    for (name, from) in [
        ("reveal.css", "reveal.css"),
        ("white.css", "theme/white.css"),
        // By this name our server knows its type.
        ("module.js", "reveal.mjs"),
    ] {
        host.write(name, fs::read(reveal.join(from))?)?;
    }
    for (name, settings) in [("lesson", lesson()), ("names", names())] {
        let slide = snippet(host, "reveal", &settings, Source::At(host.page.site))?;
        let body = format!(
            "<link rel='stylesheet' href='reveal.css'><link rel='stylesheet' href='white.css'>
            <div class='reveal'><div class='slides'>
                <section><h2>First</h2></section>
                {slide}
                <section><h2>Last</h2></section>
            </div></div>
            <script type='module'>
                import Reveal from './module.js';
                window.deck = new Reveal({{ transition: 'none' }});
                await deck.initialize();
                deck.slide({});
            </script>",
            if name == "lesson" { 0 } else { 1 }
        );
        host.write(&format!("{name}.html"), document("en", &body))?;
    }
    let url = host.serve(&host.folder, Options::default())?;
    let browser = host.page.browser;
    browser.goto(&format!("{url}lesson.html"))?;
    host.page.wait_for("window.deck?.isReady()")?;
    browser.run("deck.slide(1)", &[])?;
    demo::enter(&host.page)?;
    let demo = "document.querySelector('interleaved-demo')";
    // What runs pauses when its slide is left, and goes on when it is shown again.
    browser.run_async(&format!("await {demo}.play()"), &[])?;
    for (slide, paused) in [(2, true), (1, false), (0, true), (1, false)] {
        browser.leave_frames()?;
        browser.run(&format!("deck.slide({slide})"), &[])?;
        browser.enter_frame("iframe")?;
        host.page
            .wait_for(&format!("{demo}.paused === {paused} && !{demo}.ended"))
            .with_context(|| format!("with slide {slide}"))?;
    }
    demo::play_to_end(&host.page)?;
    host.page.expect_quiet_console()?;
    host.open_and_play(&format!("{url}names.html"))?;
    check_names(host)
}

/// What editors of learning platforms leave of HTML: no script, and of a frame what
/// says where it leads and how large it is.
const SANITIZE: &str = "
    const page = new DOMParser().parseFromString(arguments[0], 'text/html');
    for (const node of page.querySelectorAll('script')) node.remove();
    const kept = ['src', 'title', 'width', 'height', 'style'];
    for (const frame of page.querySelectorAll('iframe')) {
        for (const name of frame.getAttributeNames()) if (!kept.includes(name)) frame.removeAttribute(name);
        frame.setAttribute('sandbox', 'allow-scripts');
    }
    return page.body.innerHTML;";

fn in_a_learning_platform(host: &Host) -> Result<()> {
    host.write("editor.html", document("en", ""))?;
    let options = Options {
        headers: vec![("Content-Security-Policy".into(), "script-src 'none'".into())],
        ..Options::default()
    };
    let url = host.serve(&host.folder, options)?;
    host.page.browser.goto(&format!("{url}editor.html"))?;
    for (name, settings) in [("lesson", lesson()), ("names", names())] {
        let code = snippet(host, "lms", &settings, Source::At(host.page.site))?;
        let kept = host.page.browser.run(SANITIZE, &[code.into()])?;
        let kept = kept.as_str().context("the editor gives no text")?;
        host.write(&format!("{name}.html"), document("en", kept))?;
    }
    drive_pages(host, &url)
}

/// Runs the code for a cell with what it imports replaced by what tells of the call.
const PYTHON: &str = "
import json, sys, types
calls = []
def record(*given, **named):
    calls.append([given, named])
for name, members in [('interleaved', ['Demo']), ('IPython', []), ('IPython.display', ['IFrame'])]:
    sys.modules[name] = types.ModuleType(name)
    for member in members:
        setattr(sys.modules[name], member, record)
for code in json.load(open('cells.json', encoding='utf-8')):
    exec(code)
print(json.dumps(calls))";

fn in_a_cell(host: &Host) -> Result<()> {
    let cells = snippets(host, "jupyter", &names(), Source::At(host.page.site))?;
    host.write("cells.json", json!(cells).to_string())?;
    let printed = host.run(Command::new(need::python()?).args(["-c", PYTHON]))?;
    let calls: Value = serde_json::from_str(&printed).with_context(|| printed.clone())?;
    let settings: Settings = names();
    let expected = json!([
        [settings[0].1],
        { "lanes": "async threads", "seed": 7, "lock": true, "editor": true, "speed": 100, "start_at": 0.5, "lang": "ko" },
    ]);
    ensure!(
        calls[0] == expected,
        "the cell calls Demo with {}",
        calls[0]
    );
    ensure!(
        calls[1][1] == json!({ "width": "100%", "height": 900 }),
        "{}",
        calls[1]
    );
    let address = calls[1][0][0].as_str().context("no address")?;
    // In the way in which IPython writes it.
    let frame = format!("<iframe width='100%' height='900' src=\"{address}\"></iframe>");
    host.write("names.html", document("en", &frame))?;
    let url = host.serve(&host.folder, Options::default())?;
    host.open_and_play(&format!("{url}names.html"))?;
    check_names(host)
}
