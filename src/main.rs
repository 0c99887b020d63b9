//! Parses the arguments and starts what they ask for.

use std::process::ExitCode;

use clap::Parser as _;
use paragone::cli::{self, Arguments, Windowed};

fn main() -> ExitCode {
    let Arguments { command, windowed } = Arguments::parse();
    match command {
        Some(command) => cli::run(command),
        None => open_window(&windowed),
    }
}

#[cfg(feature = "gui")]
fn open_window(windowed: &Windowed) -> ExitCode {
    let source = |word: &Option<String>| word.as_deref().map(paragone::load::Source::from_argument);
    let start = paragone::gui::Start { left: source(&windowed.left), right: source(&windowed.right) };
    match paragone::gui::run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => cli::fail(&message),
    }
}

#[cfg(not(feature = "gui"))]
fn open_window(_windowed: &Windowed) -> ExitCode {
    cli::fail("this build has no window; use `paragone compare LEFT RIGHT`, or build with the feature `gui`")
}
