//! Generators of documentation: MkDocs, mdBook, Sphinx, Docusaurus, and Markdown itself.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::Test;
use super::host::{Host, run_in};
use super::install::{cargo_program, node_packages, node_program, python_environment};
use super::snippets::{Settings, Source, copy_site, drive, lesson, names, snippet, snippets};
use crate::page_tests::document;
use crate::serve::Options;
use xtask::places;

/// All of the family, in the order in which they run.
pub const ALL: &[Test] = &[
    ("Markdown that markdown-it renders", in_markdown),
    ("MkDocs with Material, files from our site", in_mkdocs),
    ("MkDocs with Material, files of its own", in_mkdocs_alone),
    ("mdBook, files from our site", in_mdbook),
    ("mdBook, files of its own", in_mdbook_alone),
    ("Sphinx with MyST, files from our site", in_sphinx),
    ("Sphinx with MyST, files of its own", in_sphinx_alone),
    ("Docusaurus, files from our site", in_docusaurus),
    ("Docusaurus, files of its own", in_docusaurus_alone),
];

const MDBOOK: &str = "0.5.4";

/// What stands around the code in every page: other Markdown, close by.
fn markdown(title: &str, code: &str) -> String {
    format!("# {title}\n\nSome *words* before.\n\n{code}\n\nSome `words` after.\n")
}

/// Serves what was made in some folder of an address, as such sites often are.
fn serve(host: &Host, folder: &Path) -> Result<String> {
    let options = Options {
        mount: "courses/concurrency".into(),
        ..Options::default()
    };
    host.serve(folder, options)
}

fn in_markdown(host: &Host) -> Result<()> {
    let tools = node_packages("node-sites")?;
    let render = "import { readFileSync } from 'node:fs';
        import markdownIt from 'markdown-it';
        console.log(markdownIt({ html: true }).render(readFileSync(process.argv[1], 'utf8')));";
    let program = ["--input-type=module", "--eval", render, "--"];
    for (name, settings) in [("lesson", lesson()), ("names", names())] {
        let texts = snippets(host, "markdown", &settings, Source::At(host.page.site))?;
        let mut node = Command::new("node");
        node.args(program);
        node.arg(host.write(&format!("{name}.md"), markdown(name, &texts[0]))?);
        let html = run_in(&tools, &mut node)?;
        host.write(&format!("{name}.html"), document("en", &html))?;
        // The link stands alone, where frames are removed.
        let mut node = Command::new("node");
        node.args(program);
        node.arg(host.write("link.md", markdown(name, &texts[1]))?);
        let html = run_in(&tools, &mut node)?;
        host.write(&format!("{name}-link.html"), document("en", &html))?;
    }
    let url = host.serve(&host.folder, Options::default())?;
    drive(
        host,
        &format!("{url}lesson.html"),
        &format!("{url}names.html"),
    )?;
    let browser = host.page.browser;
    browser.goto(&format!("{url}names-link.html"))?;
    let linked: String = host.page.eval("document.querySelector('a').href")?;
    host.open_and_play(&linked)?;
    super::snippets::check_names(host)
}

fn mkdocs(
    host: &Host,
    from: Source,
    once: &str,
    code: impl Fn(&Settings) -> Result<String>,
) -> Result<()> {
    let programs = python_environment("python-sites")?;
    // Material's fonts are another host's.
    let config = "site_name: A course\ntheme:\n  name: material\n  font: false\n";
    host.write("mkdocs.yml", format!("{config}{once}\n"))?;
    host.write("docs/index.md", "# A course\n")?;
    for (name, settings) in [("lesson", lesson()), ("part/names", names())] {
        host.write(
            &format!("docs/{name}.md"),
            markdown(name, &code(&settings)?),
        )?;
    }
    if let Source::At("interleaved/") = from {
        copy_site(&host.folder.join("docs/interleaved"))?;
    }
    let mut mkdocs = Command::new(programs.join("mkdocs"));
    host.run(mkdocs.args(["build", "--strict", "--quiet"]))?;
    let url = serve(host, &host.folder.join("site"))?;
    drive(host, &format!("{url}lesson/"), &format!("{url}part/names/"))
}

fn in_mkdocs(host: &Host) -> Result<()> {
    let from = Source::At(host.page.site);
    mkdocs(host, from, "", |settings| {
        snippet(host, "mkdocs", settings, from)
    })
}

fn in_mkdocs_alone(host: &Host) -> Result<()> {
    let from = Source::At("interleaved/");
    let once = &snippets(host, "mkdocs", &lesson(), from)?[0];
    mkdocs(host, from, once, |settings| {
        Ok(snippets(host, "mkdocs", settings, from)?.remove(1))
    })
}

fn mdbook(host: &Host, pages: [(&str, Settings, Source); 2]) -> Result<()> {
    let program = cargo_program("mdbook", MDBOOK)?;
    host.write("book.toml", "[book]\ntitle = \"A course\"\n")?;
    let [first, second] = pages.clone().map(|(name, ..)| name);
    host.write(
        "src/SUMMARY.md",
        format!("- [Lesson]({first}.md)\n- [Names]({second}.md)\n"),
    )?;
    for (name, settings, from) in &pages {
        let code = snippet(host, "mdbook", settings, *from)?;
        host.write(&format!("src/{name}.md"), markdown(name, &code))?;
    }
    host.run(Command::new(program).arg("build"))?;
    let url = serve(host, &host.folder.join("book"))?;
    drive(
        host,
        &format!("{url}{first}.html"),
        &format!("{url}{second}.html"),
    )
}

fn in_mdbook(host: &Host) -> Result<()> {
    let from = Source::At(host.page.site);
    mdbook(
        host,
        [("lesson", lesson(), from), ("part/names", names(), from)],
    )
}

fn in_mdbook_alone(host: &Host) -> Result<()> {
    copy_site(&host.folder.join("src/interleaved"))?;
    let lesson = ("lesson", lesson(), Source::At("interleaved/"));
    // As the page for teachers says: from a folder the path begins with `../`.
    let names = ("part/names", names(), Source::At("../interleaved/"));
    mdbook(host, [lesson, names])
}

fn sphinx(host: &Host, from: Source, once: &str) -> Result<()> {
    let programs = python_environment("python-sites")?;
    host.write(
        "conf.py",
        format!(
            "project = \"A course\"\nextensions = [\"myst_parser\"]\nhtml_static_path = [\"_static\"]\nhtml_favicon = \"icon.svg\"\n{once}\n"
        ),
    )?;
    host.write("icon.svg", fs::read(places::dist().join("icon.svg"))?)?;
    host.write("_static/empty.txt", "")?;
    host.write(
        "index.rst",
        "A course\n========\n\n.. toctree::\n\n   lesson\n   part/names\n   part/old\n",
    )?;
    // Of the texts the last two are for MyST and for reStructuredText.
    let code = |settings: &Settings| -> Result<[String; 2]> {
        let mut texts = snippets(host, "sphinx", settings, from)?;
        let rst = texts.pop().unwrap_or_default();
        Ok([texts.pop().unwrap_or_default(), rst])
    };
    let [myst, _] = code(&lesson())?;
    host.write("lesson.md", markdown("Lesson", &myst))?;
    let [myst, rst] = code(&names())?;
    host.write("part/names.md", markdown("Names", &myst))?;
    host.write(
        "part/old.rst",
        format!("Names\n=====\n\nSome *words* before.\n\n{rst}\n\nAnd after.\n"),
    )?;
    let mut sphinx = Command::new(programs.join("sphinx-build"));
    host.run(sphinx.args(["--fail-on-warning", "--quiet", ".", "_build"]))?;
    let url = serve(host, &host.folder.join("_build"))?;
    drive(
        host,
        &format!("{url}lesson.html"),
        &format!("{url}part/names.html"),
    )?;
    drive(
        host,
        &format!("{url}lesson.html"),
        &format!("{url}part/old.html"),
    )
}

fn in_sphinx(host: &Host) -> Result<()> {
    sphinx(host, Source::At(host.page.site), "")
}

fn in_sphinx_alone(host: &Host) -> Result<()> {
    let from = Source::At("interleaved/");
    copy_site(&host.folder.join("_static/interleaved"))?;
    let once = &snippets(host, "sphinx", &lesson(), from)?[0];
    sphinx(host, from, once)
}

/// Builds a site in the folder of the tool, since Node looks for packages in the
/// folders around.
fn docusaurus(host: &Host, from: Source) -> Result<()> {
    let tools = node_packages("docusaurus")?;
    let inside = host.in_folder(tools.join("site"))?;
    let once = &snippets(&inside, "docusaurus", &lesson(), from)?[0];
    inside.write("package.json", r#"{"private": true}"#)?;
    inside.write(
        "docusaurus.config.js",
        format!(
            "module.exports = {{
                title: 'A course',
                url: 'https://example.org',
                baseUrl: '/',
                favicon: 'icon.svg',
                presets: [['classic', {{ docs: false, blog: false }}]],
                {once}
            }};"
        ),
    )?;
    for (name, settings) in [("lesson", lesson()), ("names", names())] {
        let code = snippets(&inside, "docusaurus", &settings, from)?.remove(1);
        inside.write(&format!("src/pages/{name}.mdx"), markdown(name, &code))?;
    }
    // Every page has a link to it.
    inside.write("src/pages/index.mdx", "# A course\n")?;
    let icon = fs::read(places::dist().join("icon.svg"))?;
    inside.write("static/icon.svg", icon)?;
    if let Source::At("interleaved/") = from {
        copy_site(&inside.folder.join("static/interleaved"))?;
    }
    let mut build = Command::new(node_program(&tools, "docusaurus"));
    build
        .env("NO_UPDATE_NOTIFIER", "1")
        .env("DOCUSAURUS_IGNORE_SSG_WARNINGS", "1");
    inside.run(build.arg("build"))?;
    let url = host.serve(&inside.folder.join("build"), Options::default())?;
    drive(host, &format!("{url}lesson/"), &format!("{url}names/"))
}

fn in_docusaurus(host: &Host) -> Result<()> {
    docusaurus(host, Source::At(host.page.site))
}

fn in_docusaurus_alone(host: &Host) -> Result<()> {
    docusaurus(host, Source::At("interleaved/"))
}
