//! What a reader waits for: the bytes of a page, and the time until it does something.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::contender::{self, ALL};
use super::table::{Cell, Table};
use super::{Bench, site};
use crate::sizes::Sizes;
use xtask::places;

const ROUNDS: usize = 5;

/// The interval of every page, in milliseconds.
const INTERVAL: u32 = 1_000;

/// Waits until the page shows a line. Its value are the milliseconds since it was
/// asked for, less an interval, and the addresses of all that was loaded.
const FIRST_LINE: &str = "
    const texts = (root) => [root.textContent, ...[...root.querySelectorAll('*')]
        .flatMap(({ shadowRoot }) => (shadowRoot ? texts(shadowRoot) : []))];
    while (!texts(document.body).some((text) => /\\] total=\\d/.test(text))) {
        await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const time = performance.now() - arguments[0];
    const entries = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type));
    return [time, entries.map(({ name }) => name)];";

/// A page, with all that it loads.
struct Page<'a> {
    name: String,
    site: &'a str,
    folder: &'a Path,
    path: String,
    times: Vec<f64>,
    loaded: Vec<String>,
}

pub fn measure(bench: &Bench) -> Result<Vec<Table>> {
    let mut table = Table::new(
        "Pages",
        "All that is loaded for three summations until their first line is seen, in KB of \
         1,000 bytes, as it is and as servers compress it; and the milliseconds from the \
         navigation to that line, less the interval of one second. All wasm but Python's is \
         compiled as the one that ships: small. The server is on this machine, sends \
         everything uncompressed, and lets nothing be cached.",
        ["raw", "gzip", "brotli", "ready"].map(str::to_owned).into(),
    );
    let (site, dist) = (site::target().join("site"), places::dist());
    let page = |name: String, site, folder, path: String| Page {
        name,
        site,
        folder,
        path,
        times: Vec::new(),
        loaded: Vec::new(),
    };
    let mut pages: Vec<_> = ["embed.html", "standalone.html"]
        .map(|file| {
            let path = format!("{file}?autoplay&interval={INTERVAL}");
            page(
                format!("interleaved, {file}"),
                &*bench.dist.url,
                &*dist,
                path,
            )
        })
        .into();
    for contender in ALL
        .iter()
        .filter(|contender| !contender::is_ours(contender))
    {
        let path = format!("small/{}/index.html", contender.folder);
        pages.push(page(
            contender.name.to_owned(),
            &bench.site.url,
            &site,
            path,
        ));
    }
    for _ in 0..ROUNDS {
        for page in &mut pages {
            bench.browser.goto("about:blank")?;
            bench.browser.goto(&format!("{}{}", page.site, page.path))?;
            let seen = bench.browser.run_async(FIRST_LINE, &[json!(INTERVAL)])?;
            let (time, loaded): (f64, Vec<String>) = serde_json::from_value(seen)?;
            page.times.push(time);
            page.loaded = loaded;
        }
    }
    for page in pages {
        let sizes = weigh(&page).with_context(|| format!("could not weigh {}", page.path))?;
        let kilobytes = |bytes: usize| Cell::of(vec![bytes as f64 / 1e3]);
        let [raw, gzip, brotli] = [sizes.raw, sizes.gzip, sizes.brotli].map(kilobytes);
        table.push(page.name, vec![raw, gzip, brotli, Cell::of(page.times)]);
    }
    Ok(vec![table.with_ratios()])
}

fn weigh(page: &Page) -> Result<Sizes> {
    let mut sizes = Sizes::default();
    let mut weighed = Vec::new();
    for address in &page.loaded {
        let address = address.split(['?', '#']).next().unwrap_or(address);
        // What a page makes by itself, a blob say, isn't loaded.
        let Some(name) = address.strip_prefix(page.site) else {
            continue;
        };
        if !weighed.contains(&name) {
            weighed.push(name);
            sizes += Sizes::of(&page.folder.join(name))?;
        }
    }
    Ok(sizes)
}
