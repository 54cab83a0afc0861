//! The browser engines that the site is tested in.

use std::fmt;

use clap::ValueEnum;

/// A browser engine, named as on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    Chrome,
    Firefox,
    Webkit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chrome, Self::Firefox, Self::Webkit];

    /// The variable in which wasm-bindgen's test runner looks for the driver.
    ///
    /// WebKitGTK's driver speaks as Safari's does.
    pub fn driver_variable(self) -> &'static str {
        match self {
            Self::Chrome => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            Self::Webkit => "SAFARIDRIVER",
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chrome => "chrome",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        })
    }
}
