//! Parses the arguments and starts what they ask for.

#[cfg(feature = "gui")]
fn main() -> std::process::ExitCode {
    let mut words = std::env::args().skip(1).map(|word| paragone::load::Source::from_argument(&word));
    let start = paragone::gui::Start { left: words.next(), right: words.next() };
    match paragone::gui::run(start) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("paragone: {message}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "gui"))]
fn main() {}
