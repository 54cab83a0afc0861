//! The Python package, and the notebooks that show its demos.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Test;
use super::demo;
use super::host::{Host, Running, run_in};
use super::install::{node_packages, python_environment};
use crate::page_tests::{document, saved};
use crate::serve::Options;
use xtask::packages::Package;
use xtask::places;

/// All of the family, in the order in which they run.
pub const ALL: &[Test] = &[
    ("Python package: its tests and its types", its_tests),
    (
        "Python package: logs, as the page checks them",
        logs_as_the_page,
    ),
    (
        "Python package: files, as the page saves them",
        files_as_the_page,
    ),
    ("Python package: in Pyodide", in_pyodide),
    ("JupyterLab", in_jupyterlab),
    ("JupyterLab with a notebook that nobody trusts", untrusted),
    ("Jupyter Notebook", in_notebook),
    ("nbconvert, to HTML", nbconvert),
    ("marimo", in_marimo),
    ("VS Code's rules for outputs", as_in_vs_code),
    ("a page that runs no scripts of outputs", without_scripts),
];

/// What browsers and servers do is waited for so long, on a machine with other work.
const LIMIT: Duration = Duration::from_secs(120);

const TOKEN: &str = "only-for-this-test";

/// The cells of the notebooks. The second demo is another output of the same page.
const CELLS: [&str; 3] = [
    "from interleaved import Demo, check
Demo('A:1:5 B:5:10 C:10:15', lanes='sequential async threads', code='python', lang='en')",
    "Demo([('</script>', 1, 3)], lanes='async', lang='ko')",
    "check('[A] total=1[B] total=5\\n\\n[A] total=3\\nDone!!!\\n')",
];

/// The folder of the programs: Jupyter and the others, with the wheel installed.
fn programs() -> Result<PathBuf> {
    static PROGRAMS: OnceLock<PathBuf> = OnceLock::new();
    if let Some(folder) = PROGRAMS.get() {
        return Ok(folder.clone());
    }
    let folder = python_environment("notebooks")?;
    let wheel = Package::Python.make()?;
    let mut pip = Command::new(folder.join("python"));
    pip.args(["-m", "pip", "--disable-pip-version-check", "install"])
        .args(["--quiet", "--no-deps", "--no-index", "--force-reinstall"]);
    run_in(&places::hosts(), pip.arg(wheel))?;
    Ok(PROGRAMS.get_or_init(|| folder).clone())
}

/// One of these programs, which neither knows nor changes what its user has set up.
fn program(host: &Host, name: &str) -> Result<Command> {
    let mut command = Command::new(programs()?.join(name));
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if ["JUPYTER", "IPYTHON", "PYTHON", "MARIMO"]
            .iter()
            .any(|start| name.starts_with(start))
        {
            command.env_remove(&*name);
        }
    }
    command.env("HOME", host.folder.join("home"));
    Ok(command)
}

/// What Python prints that runs `code`.
fn python(host: &Host, code: &str) -> Result<String> {
    host.run(program(host, "python")?.args(["-c", code]))
}

fn its_tests(host: &Host) -> Result<()> {
    let package = places::root().join("packages/python");
    let tests = package.join("tests");
    // What they leave behind goes into the folder of this test.
    let cache = format!("cache_dir={}", host.folder.join("pytest").display());
    host.run(
        program(host, "pytest")?
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .args(["--quiet", "-o", &cache])
            .arg(&tests),
    )?;
    host.run(
        program(host, "mypy")?
            .args(["--strict", "--cache-dir", "mypy"])
            .args([&tests, &package.join("interleaved")]),
    )?;
    let mistakes = "from interleaved import Demo\nDemo(lane='async')\nDemo(code='pyton')\n";
    host.write("mistakes.py", mistakes)?;
    let found = host
        .run(program(host, "mypy")?.args(["--strict", "mistakes.py"]))
        .map_or_else(|error| format!("{error:#}"), |_| "nothing".into());
    ensure!(
        found.contains("mistakes.py:2:") && found.contains("mistakes.py:3:"),
        "of the mistakes mypy says {found}"
    );
    Ok(())
}

/// Logs with all that can be told of one.
const LOGS: [(&str, &str); 10] = [
    ("[A] total=1\n[A] total=3\n[B] total=5\nDone!!\n", ""),
    ("[A] total=1[B] total=5\n\n[A] total=3\nDone!!!\n", ""),
    ("[A] total=1[B] total=5\n[A] total=3\nDone!!!\n", ""),
    ("[가] total=1\n[가] total=4\n", "가:1:3"),
    ("[A] total=1\n[A] total=3\n[A] total=6\n", "A:1:3"),
    ("[A] total=1[A] total=3\n\n", ""),
    ("\n[A] total=1\n", ""),
    ("[A] total=1\nDone!\n", "A:1:3"),
    ("[D] total=1\n[A] total=1", "A:1:3"),
    ("hello", ""),
];

/// The words for what the core says are written twice, for the page and for Python.
fn logs_as_the_page(host: &Host) -> Result<()> {
    host.write("logs.json", json!(LOGS).to_string())?;
    let module = places::dist().join("interleaved.js");
    let script = "
        const { readFileSync } = await import('node:fs');
        const { pathToFileURL } = await import('node:url');
        const { checkLog } = await import(pathToFileURL(process.argv[1]).href);
        const all = [];
        for (const [log, tasks] of JSON.parse(readFileSync('logs.json', 'utf8'))) {
            for (const lang of ['en', 'ko']) all.push(await checkLog(log, { tasks: tasks || undefined, lang }));
        }
        console.log(JSON.stringify(all));";
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", script])
        .arg(module);
    let page: Value = serde_json::from_str(&host.run(&mut node)?)?;
    let found = python(
        host,
        "import dataclasses, json, interleaved
all = []
for log, tasks in json.load(open('logs.json', encoding='utf-8')):
    for lang in ('en', 'ko'):
        found = dataclasses.asdict(interleaved.check(log, tasks or None, lang=lang))
        found['tasks'] = [dict(zip(('name', 'low', 'high'), task)) for task in found['tasks']]
        all.append({name: value for name, value in found.items() if value is not None and name != 'lang'})
print(json.dumps(all))",
    )?;
    let found: Value = serde_json::from_str(&found)?;
    ensure!(
        found == page,
        "Python says\n    {found}\n    and the page\n    {page}"
    );
    Ok(())
}

/// Python itself in WebAssembly, as in JupyterLite: whoever runs that runs the core.
fn in_pyodide(host: &Host) -> Result<()> {
    let module = node_packages("pyodide")?.join("node_modules/pyodide/pyodide.mjs");
    let script = "
        import { readFileSync } from 'node:fs';
        import { pathToFileURL } from 'node:url';
        const [module, wheel] = process.argv.slice(2);
        const { loadPyodide } = await import(pathToFileURL(module).href);
        const python = await loadPyodide();
        python.unpackArchive(new Uint8Array(readFileSync(wheel)), 'wheel');
        console.log(python.runPython(readFileSync('test.py', 'utf8')));";
    let test = "
from interleaved import Demo, check
assert check('[가] total=1[B] total=5\\n\\n').verdict == 'threads'
try:
    Demo(interval=0)
except ValueError as error:
    found = str(error)
assert '가:1:3' in Demo('가:1:3')._repr_html_()
found";
    host.write("test.mjs", script)?;
    host.write("test.py", test)?;
    let mut node = Command::new("node");
    node.arg("test.mjs")
        .arg(module)
        .arg(Package::Python.make()?);
    let printed = host.run(&mut node)?;
    ensure!(
        printed.trim() == "interval: “0” is not a whole number from 1 to 3600000.",
        "Pyodide printed {printed}"
    );
    Ok(())
}

/// A demo that is saved by Python is, to the letter, the one that its menu saves.
fn files_as_the_page(host: &Host) -> Result<()> {
    for (number, settings) in [
        "",
        "'</script>:1:3 <!--:1:2 나:1:3', lanes='threads', lock=True, lang='en', start_at=1.5",
        "lanes=['async', 'workers'], code='rust', predict=True, editor=True, controls=True",
        "work='compute', autoplay=False, theme='dark', speed=2",
    ]
    .iter()
    .enumerate()
    {
        let name = format!("demo {number}.html");
        python(
            host,
            &format!("from interleaved import Demo; Demo({settings}).save('{name}')"),
        )?;
        let file = host.folder.join(&name);
        let browser = host.page.browser;
        browser.goto(&format!("file://{}", file.display()))?;
        host.page
            .wait_for("document.querySelector('interleaved-demo')?.laneNames?.length")?;
        let again = saved(&host.page)?;
        ensure!(
            again == fs::read_to_string(&file)?,
            "Demo({settings}) is another file than the page saves"
        );
    }
    Ok(())
}

/// Writes the notebook into the test's folder.
fn write_notebook(host: &Host) -> Result<PathBuf> {
    let cells = CELLS.iter().enumerate().map(|(number, source)| {
        json!({
            "cell_type": "code",
            "id": format!("cell-{number}"),
            "execution_count": null,
            "metadata": {},
            "outputs": [],
            "source": source,
        })
    });
    let notebook = json!({
        "cells": cells.collect::<Vec<_>>(),
        "metadata": { "kernelspec": { "name": "python3", "display_name": "Python 3" } },
        "nbformat": 4,
        "nbformat_minor": 5,
    });
    host.write("demo.ipynb", notebook.to_string())
}

/// Runs the notebook's cells, and returns the HTML of their outputs.
fn executed(host: &Host) -> Result<Vec<String>> {
    let file = write_notebook(host)?;
    host.run(
        program(host, "jupyter-nbconvert")?
            .args(["--to", "notebook", "--execute", "--inplace"])
            .arg(&file),
    )?;
    let notebook: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
    let cells = notebook["cells"].as_array().context("no cells")?;
    let outputs = cells.iter().map(|cell| {
        let lines = &cell["outputs"][0]["data"]["text/html"];
        let lines = lines
            .as_array()
            .map_or(vec![lines], |lines| lines.iter().collect());
        let lines: Option<String> = lines.into_iter().map(Value::as_str).collect();
        lines.with_context(|| format!("a cell printed {}", cell["outputs"]))
    });
    outputs.collect()
}

/// Starts one of Jupyter's servers on the test's folder.
fn start_jupyter(host: &Host, name: &str, class: &str) -> Result<(Running, String)> {
    let mut server = host.start(
        program(host, name)?
            .args(["--no-browser", "--allow-root", "--ip=127.0.0.1"])
            .arg("--ServerApp.port=0")
            .arg(format!("--IdentityProvider.token={TOKEN}"))
            // What a reader does with the mouse is done by the names of its commands.
            .arg(format!("--{class}.expose_app_in_browser=True")),
    )?;
    let address = server.address()?;
    Ok((server, address))
}

/// Opens the notebook, and runs its cells as a reader does who chooses "Run All Cells".
fn run_all_cells(host: &Host, url: &str) -> Result<()> {
    let browser = host.page.browser;
    browser.goto(url)?;
    let session = "jupyterapp.shell.currentWidget.sessionContext.session";
    browser.wait_for(&format!("{session}.kernel.status === 'idle'"), LIMIT)?;
    browser.run(
        "void jupyterapp.commands.execute('notebook:run-all-cells')",
        &[],
    )?;
    browser.wait_for(
        "document.body.innerText.includes('Threads can have')",
        LIMIT,
    )
}

/// Plays the first demo, and checks that both frames have the height of their demos.
fn play(host: &Host) -> Result<()> {
    let browser = host.page.browser;
    demo::play_to_end(&host.page)?;
    // Here is its frame: nothing of it is cut off.
    browser.wait_for(
        "document.documentElement.scrollHeight <= innerHeight && innerHeight > 300",
        LIMIT,
    )?;
    browser.leave_frames()?;
    let frames = "[...document.querySelectorAll('iframe[data-height=fit]')]";
    browser.wait_for(
        &format!(
            "{frames}.length === 2 && {frames}.every((frame) => {{
                frame.scrollIntoView();
                return parseFloat(frame.style.height) > 300;
            }})"
        ),
        LIMIT,
    )
}

fn in_jupyterlab(host: &Host) -> Result<()> {
    write_notebook(host)?;
    let (server, address) = start_jupyter(host, "jupyter-lab", "LabApp")?;
    let played = || {
        run_all_cells(
            host,
            &format!("{address}/lab/tree/demo.ipynb?token={TOKEN}"),
        )?;
        play(host)?;
        dark(host)
    };
    server.explain(played())
}

/// A demo is as dark as the notebook around it, whatever the reader's system prefers.
fn dark(host: &Host) -> Result<()> {
    let browser = host.page.browser;
    for (theme, is_dark) in [("JupyterLab Dark", true), ("JupyterLab Light", false)] {
        browser.leave_frames()?;
        browser.run_async(
            "await jupyterapp.commands.execute('apputils:change-theme', { theme: arguments[0] })",
            &[theme.into()],
        )?;
        browser.enter_frame("iframe[data-height]")?;
        browser.wait_for(
            &format!("matchMedia('(prefers-color-scheme: dark)').matches === {is_dark}"),
            LIMIT,
        )?;
    }
    Ok(())
}

/// Outputs that were made elsewhere are shown without frames; a sentence says why.
fn untrusted(host: &Host) -> Result<()> {
    executed(host)?;
    let (server, address) = start_jupyter(host, "jupyter-lab", "LabApp")?;
    let browser = host.page.browser;
    let seen = || {
        browser.goto(&format!("{address}/lab/tree/demo.ipynb?token={TOKEN}"))?;
        browser.wait_for(
            "[['run this cell'], ['셀을 실행'], ['Threads can have']].every(([words], at) =>
                document.querySelectorAll('.jp-OutputArea-output')[at].innerText.includes(words)
            ) && !document.querySelector('iframe')",
            LIMIT,
        )
    };
    server.explain(seen())
}

fn in_notebook(host: &Host) -> Result<()> {
    write_notebook(host)?;
    let (server, address) = start_jupyter(host, "jupyter-notebook", "JupyterNotebookApp")?;
    let played = || {
        run_all_cells(
            host,
            &format!("{address}/notebooks/demo.ipynb?token={TOKEN}"),
        )?;
        play(host)
    };
    server.explain(played())
}

fn nbconvert(host: &Host) -> Result<()> {
    let file = write_notebook(host)?;
    host.run(
        program(host, "jupyter-nbconvert")?
            .args(["--to", "html", "--execute"])
            .arg(&file),
    )?;
    let page = file.with_extension("html");
    let folder = host.folder.join("수업 1");
    fs::create_dir_all(&folder)?;
    let moved = folder.join("노트북.html");
    fs::rename(&page, &moved)?;
    host.page
        .browser
        .goto(&format!("file://{}", moved.display()))?;
    play(host)
}

fn in_marimo(host: &Host) -> Result<()> {
    let [first, second, third] = CELLS.map(|cell| cell.replace('\n', "\n    "));
    let notebook = format!(
        "import marimo

app = marimo.App()


@app.cell
def _():
    {first}
    return Demo, check


@app.cell
def _(Demo):
    {second}
    return


@app.cell
def _(check):
    {third}
    return
"
    );
    host.write("demo.py", notebook)?;
    let mut server = host.start(program(host, "marimo")?.args([
        "run",
        "demo.py",
        "--headless",
        "--no-token",
        "--host=127.0.0.1",
    ]))?;
    let address = server.address()?;
    host.page.browser.goto(&address)?;
    server.explain(play_in_marimo(host))
}

/// Its outputs may be in shadow trees, so frames are found as the demo is.
fn play_in_marimo(host: &Host) -> Result<()> {
    demo::play_to_end(&host.page)?;
    host.page.browser.wait_for(
        "document.documentElement.scrollHeight <= innerHeight && innerHeight > 300",
        LIMIT,
    )
}

/// The policy of VS Code's outputs with the setting `notebook.experimental.enableCsp`;
/// without it there is none. It is in `generateContent` of microsoft/vscode's
/// `src/vs/workbench/contrib/notebook/browser/view/renderers/backLayerWebView.ts`,
/// with `webviewGenericCspSource` of `src/vs/workbench/contrib/webview/common/webview.ts`.
/// A frame that has its page as text inherits it.
const VS_CODE: &str = "default-src 'none'; \
    script-src 'self' https://*.vscode-cdn.net 'unsafe-inline' 'unsafe-eval'; \
    style-src 'self' https://*.vscode-cdn.net 'unsafe-inline'; \
    img-src 'self' https://*.vscode-cdn.net https: http: data:; \
    font-src 'self' https://*.vscode-cdn.net https:; \
    connect-src https:; \
    child-src https: data:;";

/// What `renderHTML` and `domEval` of `extensions/notebook-renderers/src/index.ts` do.
const RENDER: &str = "
    const policy = trustedTypes?.createPolicy('notebookRenderer', {
        createHTML: (text) => text, createScript: (text) => text });
    for (const output of outputs) {
        const node = document.createElement('div');
        node.innerHTML = policy.createHTML(output);
        document.querySelector('#container').append(node);
        for (const script of node.getElementsByTagName('script')) {
            const copy = document.createElement('script');
            copy.text = policy.createScript(script.innerText);
            node.appendChild(copy).remove();
        }
    }";

fn as_in_vs_code(host: &Host) -> Result<()> {
    let outputs = json!(executed(host)?).to_string().replace('<', "\\u003c");
    for (name, policy) in [("free.html", ""), ("strict.html", VS_CODE)] {
        let body = format!(
            "<meta http-equiv='Content-Security-Policy' content=\"{policy}\">
            <body style='overflow: hidden; background: rgb(31, 31, 31)'>
            <div id='container' style='position: absolute; width: 100%; top: 0'></div>
            <script type='module'>const outputs = {outputs}; {RENDER}</script>"
        );
        host.write(name, document("en", &body))?;
        let url = host.serve(&host.folder, Options::default())?;
        host.page.browser.goto(&format!("{url}{name}"))?;
        play(host)?;
        host.page.browser.enter_frame("iframe")?;
        host.page
            .wait_for("matchMedia('(prefers-color-scheme: dark)').matches")?;
        host.page
            .expect_quiet_console()
            .with_context(|| format!("in {name}"))?;
    }
    Ok(())
}

/// Where frames are let through, but no scripts in them, they say so themselves.
fn without_scripts(host: &Host) -> Result<()> {
    let outputs = executed(host)?;
    let first = outputs.first().context("no output")?;
    let policy = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\">";
    host.write("index.html", document("en", &format!("{policy}{first}")))?;
    let url = host.serve(&host.folder, Options::default())?;
    let browser = host.page.browser;
    browser.goto(&url)?;
    browser.enter_frame("iframe")?;
    browser.wait_for(
        "document.body.innerText.includes('needs JavaScript') && document.querySelector('p').offsetHeight > 0",
        LIMIT,
    )
}
