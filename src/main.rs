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

fn open_window(_windowed: &Windowed) -> ExitCode {
    cli::fail("this build has no window; use `paragone compare LEFT RIGHT`")
}
