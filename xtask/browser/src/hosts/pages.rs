//! Pages that anybody writes by hand.

use anyhow::Result;

use super::Test;
use super::host::Host;
use crate::page_tests::document;
use crate::serve::Options;

/// All of the family, in the order in which they run.
pub const ALL: &[Test] = &[(
    "a page with a frame of another origin in a sandbox",
    a_frame_of_another_origin,
)];

fn a_frame_of_another_origin(host: &Host) -> Result<()> {
    let frame = format!(
        "<iframe sandbox='allow-scripts' loading='lazy' width='100%' height='900'
            title='demo' src='{}embed.html?lang=en&amp;tasks=A:1:3&amp;lanes=async,threads'></iframe>",
        host.page.site
    );
    // Far down, and in a frame of its own.
    host.write("inner.html", document("en", &frame))?;
    host.write(
        "index.html",
        document(
            "en",
            "<div style='height: 9000px'></div><iframe src='inner.html' loading='lazy'></iframe>",
        ),
    )?;
    let url = host.serve(&host.folder, Options::default())?;
    host.open_and_play(&url)?;
    host.page.expect_quiet_console()
}
