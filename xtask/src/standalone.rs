//! The one file that holds everything: `standalone.html`.
//!
//! Its sources are in `www/standalone/`. The modules become scripts, and these, the
//! wasm files and the page's own text are packed into blocks, one for each part, as
//! `unpack.js` there explains; deflate is what browsers can unpack by themselves.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::bundle::{self, Part};
use crate::minify;

/// The file, in the site.
pub const FILE: &str = "standalone.html";

/// The folder of its sources.
const SOURCES: &str = "standalone/";

/// The part without which there is no demo.
const DEMO: &str = "demo";

/// The other parts, and the module of each. One that has a setting's name is left
/// out of a saved file whose settings don't ask for it.
const OPTIONAL: [(&str, &str); 6] = [
    ("menu", "menu.js"),
    ("executor", "executor-view.js"),
    ("code", "code-view.js"),
    ("predict", "predict.js"),
    ("editor", "editor.js"),
    ("workers", "crew.js"),
];

/// Whether a file of the site's sources goes into the one file alone.
pub fn is_source(name: &str) -> bool {
    name.starts_with(SOURCES)
}

/// Writes the file into `dist`, from the site as it is written.
pub fn write(site: &Path, dist: &Path) -> Result<()> {
    if !site.join(SOURCES).is_dir() {
        return Ok(());
    }
    let source = |name: &str| -> Result<String> {
        fs::read_to_string(site.join(name)).with_context(|| format!("could not read {name}"))
    };
    let unpack = minify::script(Path::new("unpack.js"), &source("standalone/unpack.js")?)?;
    let page = source("standalone/page.html")?
        .replace(
            "/* embed.css */",
            minify::style(&source("embed.css")?).trim(),
        )
        .replace("/* unpack.js */", unpack.trim());
    let blocks = bundle::bundle(site, DEMO, "standalone/main.js", &OPTIONAL)?
        .into_iter()
        .map(|part| block(site, part, &page))
        .collect::<Result<Vec<_>>>()?;
    let text = page.replace("<!-- parts -->", &blocks.join("\n"));
    fs::write(dist.join(FILE), text).with_context(|| format!("could not write {FILE}"))
}

/// The sizes of what the file consists of, by name: the demo alone, with what is
/// around it, and each of the parts that may be left out.
pub fn sizes(dist: &Path) -> Result<Vec<(String, usize)>> {
    let text = fs::read_to_string(dist.join(FILE))?;
    let mut sizes = vec![(DEMO.to_owned(), text.len())];
    for (name, _) in OPTIONAL {
        let (_, rest) = text
            .split_once(&start_tag(name))
            .with_context(|| format!("{FILE} has no part {name}"))?;
        let block = rest.split_once("</script>").context("it has no end")?.0;
        let size = start_tag(name).len() + block.len() + "</script>\n".len();
        sizes[0].1 -= size;
        sizes.push((name.to_owned(), size));
    }
    Ok(sizes)
}

fn start_tag(part: &str) -> String {
    format!(r#"<script type="text/plain" data-part="{part}">"#)
}

/// A part as a block of the page.
fn block(site: &Path, part: Part, page: &str) -> Result<String> {
    let mut files = vec![(String::new(), part.code.into_bytes())];
    for name in part.files {
        let bytes = match name.rsplit_once('.') {
            Some((_, "wasm")) => {
                fs::read(site.join(&name)).with_context(|| format!("could not read {name}"))?
            }
            Some((_, "js")) => worker(site, &name)?,
            _ => bail!("{name} can't be put into {FILE}"),
        };
        files.push((name, bytes));
    }
    if part.name == DEMO {
        // For a copy with other settings: what scripts have changed since is not in it.
        files.push(("page.html".into(), page.into()));
    }
    let list: Vec<_> = files
        .iter()
        .map(|(name, bytes)| (name, bytes.len()))
        .collect();
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    writeln!(encoder, "{}", serde_json::to_string(&list)?)?;
    for (_, bytes) in &files {
        encoder.write_all(bytes)?;
    }
    Ok(format!(
        "{}{}</script>",
        start_tag(&part.name),
        encode(&encoder.finish()?)
    ))
}

/// The script of a worker, which loads nothing either.
pub fn worker(site: &Path, name: &str) -> Result<Vec<u8>> {
    let parts = bundle::bundle(site, DEMO, name, &[])?;
    let [part] = parts.as_slice() else {
        bail!("{name} has more than one part");
    };
    // It can load no wasm file, though its bindings name one: it is sent the module.
    // The script was a module, and is none any more.
    Ok(format!("\"use strict\";{}", part.code).into_bytes())
}

/// Writes bytes as text: thirteen bits are two digits in base 91.
fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let mut digit = |value: u32| {
        let digit = u8::try_from(value).expect("it is less than 91") + b'#';
        // The one that could end a block of the page.
        text.push(if digit == b'<' { '~' } else { digit.into() });
    };
    let (mut bits, mut count) = (0u32, 0);
    for byte in bytes {
        bits |= u32::from(*byte) << count;
        count += 8;
        if count >= 13 {
            digit((bits & 0x1fff) % 91);
            digit((bits & 0x1fff) / 91);
            bits >>= 13;
            count -= 13;
        }
    }
    // No digit too many: nothing may follow the end of the stream.
    match count {
        0 => {}
        1..=6 => digit(bits),
        _ => {
            digit(bits % 91);
            digit(bits / 91);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `unpack.js` does it.
    fn decode(text: &str) -> Vec<u8> {
        let digit = |byte: u8| u32::from(if byte == b'~' { b'<' } else { byte } - b'#');
        let (mut bits, mut count, mut bytes) = (0u32, 0, Vec::new());
        for pair in text.as_bytes().chunks(2) {
            let high = pair.get(1).copied().map_or(0, digit);
            bits |= (digit(pair[0]) + 91 * high) << count;
            count += 13;
            while count > 7 {
                bytes.push((bits & 0xff) as u8);
                bits >>= 8;
                count -= 8;
            }
        }
        bytes.truncate((text.len() * 13) >> 4);
        bytes
    }

    #[test]
    fn bytes_come_back_from_their_text() {
        for length in 0..300usize {
            for seed in [0, 1, 77] {
                let bytes: Vec<u8> = (0..length)
                    .map(|place| (place * 151 * seed + seed) as u8)
                    .collect();
                let text = encode(&bytes);
                assert_eq!(decode(&text), bytes);
                assert!(
                    text.bytes()
                        .all(|byte| matches!(byte, b'#'..=b'~') && byte != b'<')
                );
            }
        }
        assert_eq!(decode(&encode(&[255; 40])), [255; 40]);
    }
}
