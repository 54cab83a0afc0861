//! The wasm file that the site ships, against hashes of native runs.

use anyhow::{Result, ensure};
use serde_json::json;

use super::helpers::{Stage, script};
use crate::page::{Page, Test};

#[path = "../../../tests/it/golden.rs"]
#[expect(dead_code, reason = "the native runs are in the crate's own test")]
mod native;

pub const TESTS: &[Test] = &[(
    "the finished site's event logs are those of native runs, byte for byte",
    the_event_logs_are_those_of_native_runs,
)];

/// The lines of hashes of some settings: see `hash` in the crate's own test.
const HASHES: &str = "<script>window.hashes = async (all) => {
    const { simulate } = await import('./interleaved.js');
    const encoder = new TextEncoder();
    const hash = ({ events }) => {
        const lines = events.map(({ at, kind, index, until, text }) =>
            `${at} ${kind} ${index ?? -1} ${kind === 'waiting' ? (until ?? -1) : (text ?? '')}\\n`);
        let hash = 0x811c9dc5;
        for (const byte of encoder.encode(lines.join(''))) hash = Math.imul(hash ^ byte, 0x01000193);
        return (hash >>> 0).toString(16).padStart(8, '0');
    };
    const found = [];
    for (const settings of all) {
        const lanes = await simulate(Object.fromEntries(settings));
        found.push(Object.values(lanes).map(hash).join(' '));
    }
    return found;
}</script>";

fn the_event_logs_are_those_of_native_runs(page: &Page) -> Result<()> {
    Stage::open(page, HASHES)?;
    let all = native::configurations();
    let lines: Vec<_> = native::HASHES.lines().collect();
    ensure!(all.len() == lines.len(), "{} lines", lines.len());
    for (all, lines) in all.chunks(64).zip(lines.chunks(64)) {
        let found: Vec<String> = script(page, &format!("return await hashes({})", json!(all)))?;
        for ((settings, found), line) in all.iter().zip(&found).zip(lines) {
            ensure!(found == line, "{settings:?}: {found}, natively {line}");
        }
    }
    Ok(())
}
