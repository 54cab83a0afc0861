//! The code that the page for teachers gives out, as the tests of hosts use it.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use super::host::Host;
use xtask::places;

/// Names that would end an attribute, a script, a string or a comment, or that some
/// tool could take for its own.
const NAMES: [&str; 9] = [
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

/// Settings as texts by name, in the order in which the code names them.
pub type Settings = Vec<(&'static str, String)>;

/// What the lesson shows, with a program, which is a part that is loaded later.
pub fn lesson() -> Settings {
    vec![
        ("tasks", "A:1:5 B:5:10 C:10:15".into()),
        ("lanes", "sequential async threads".into()),
        ("code", "python".into()),
    ]
}

/// Settings of every kind, and names that a tool could take for marks of its own.
pub fn names() -> Settings {
    let mut settings = named_tasks();
    settings.extend([
        ("lanes", "async threads".into()),
        ("seed", "7".into()),
        ("lock", String::new()),
        ("editor", String::new()),
        // As fast as the tests play it.
        ("speed", "100".into()),
        ("start-at", "0.5".into()),
        ("lang", "ko".into()),
    ]);
    settings
}

fn named_tasks() -> Settings {
    let tasks = NAMES.map(|name| format!("{name}:1:3"));
    vec![("tasks", tasks.join(" "))]
}

/// Where the code finds the files.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// In a folder, or at an address, that ends with `/`.
    At(&'a str),
    Npm,
}

/// The texts of what is pasted for a tool, in their order.
pub fn snippets(host: &Host, tool: &str, settings: &Settings, from: Source) -> Result<Vec<String>> {
    let (base, script) = match from {
        Source::At(base) => (base, format!("{base}interleaved.js")),
        Source::Npm => ("", "interleaved".into()),
    };
    let settings: Map<String, Value> = settings
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect();
    let wanted = json!({
        "settings": settings,
        "page": format!("{base}embed.html"),
        "script": script,
        "title": "Concurrency demo",
        "height": 900,
    });
    let program = "const [file, tool, wanted] = process.argv.slice(1);
        const { TOOLS } = await import(file);
        console.log(JSON.stringify(TOOLS[tool](JSON.parse(wanted)).map(({ text }) => text)));";
    // Beside what says that they are modules.
    host.write("code/package.json", r#"{"type": "module"}"#)?;
    for name in ["snippets.js", "course-tools.js"] {
        host.write(&format!("code/{name}"), fs::read(places::www().join(name))?)?;
    }
    let module = host.folder.join("code/course-tools.js");
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", program, "--"]);
    node.arg(&module).args([tool, &wanted.to_string()]);
    let printed = host.run(&mut node)?;
    serde_json::from_str(&printed).with_context(|| format!("node printed {printed}"))
}

/// The only text of what is pasted for a tool.
pub fn snippet(host: &Host, tool: &str, settings: &Settings, from: Source) -> Result<String> {
    let mut texts = snippets(host, tool, settings, from)?;
    ensure!(texts.len() == 1, "{tool} has {} texts", texts.len());
    Ok(texts.remove(0))
}

/// Opens the page with [`lesson`] and that with [`names`], plays both demos, and
/// checks that the settings of the second have come through as they were.
pub fn drive(host: &Host, lesson_url: &str, names_url: &str) -> Result<()> {
    host.open_and_play(lesson_url)?;
    host.page.expect_quiet_console()?;
    host.open_and_play(names_url)?;
    check_names(host)?;
    host.page.expect_quiet_console()
}

/// Checks the settings of the demo that has just been played.
pub fn check_names(host: &Host) -> Result<()> {
    let found: Map<String, Value> = host
        .page
        .eval("document.querySelector('interleaved-demo').toJSON()")?;
    for (name, value) in names() {
        let arrived = found.get(name).and_then(Value::as_str);
        ensure!(
            arrived == Some(&value),
            "`{name}` was\n    {value}\n    and arrived as\n    {arrived:?}"
        );
    }
    ensure!(found.len() == names().len(), "there are more: {found:?}");
    Ok(())
}

/// Copies the site to `folder`, as a teacher does who has the files at hand.
pub fn copy_site(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for name in xtask::files::list(&places::dist())? {
        fs::copy(places::dist().join(&name), folder.join(&name))
            .with_context(|| format!("could not copy {name} to {}", folder.display()))?;
    }
    Ok(())
}
