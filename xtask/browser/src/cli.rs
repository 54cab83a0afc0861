//! The command line, parsed once; past it every command is well formed.

use clap::Parser;
use xtask::engine::Engine;

/// What drives browsers and isn't JavaScript yet.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub enum Command {
    /// Test the pages of dist/ as they stand
    Pages {
        /// Words of the part or the name of a test
        words: String,
        engines: Vec<Engine>,
    },
    /// Take a picture of a page of dist/ as it stands
    Shot {
        /// The page, relative to the site, with its query
        path: Option<String>,
        /// The file to write, a PNG
        out: Option<String>,
        #[arg(long, default_value_t = 1280)]
        width: u32,
        #[arg(long, default_value_t = 800)]
        height: u32,
        /// The whole page, as high as it is
        #[arg(long)]
        full: bool,
        /// Prefer a dark colour scheme
        #[arg(long)]
        dark: bool,
        /// The browser's language
        #[arg(long)]
        lang: Option<String>,
        /// A script to run in the page first
        #[arg(long)]
        after: Option<String>,
        /// Milliseconds to wait before the picture
        #[arg(long, default_value_t = 300)]
        wait: u64,
        /// A file with a picture a line, in JSON, instead of all that
        #[arg(long)]
        list: Option<String>,
    },
    /// Measure what real threads do here
    Threads { engines: Vec<Engine> },
    /// Measure how smooth the page of dist/ is with the largest run
    Frames {
        /// Words of the name of a case
        words: Vec<String>,
    },
    /// Measure speed and size against what one would use instead
    Bench {
        /// concurrent, virtual, drift, pages, smooth
        parts: Vec<String>,
        #[arg(long)]
        firefox: bool,
    },
    /// Let the page of dist/ run for long, and count what is left behind
    Soak {
        #[arg(long, default_value_t = crate::soak::MINUTES)]
        minutes: u32,
    },
}
