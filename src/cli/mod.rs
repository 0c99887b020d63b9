//! The command line: arguments as typed, then what they ask for. Exit status: 0 done, 1 it could not be done
//! (one line on standard error), 2 the call's words are wrong.

mod arguments;
mod batch;
#[cfg(feature = "encoder")]
mod encoder;
mod output;
mod report;

pub use arguments::{Arguments, Command, Format, Meaning, Reading, Windowed};
#[cfg(feature = "encoder")]
pub use encoder::{EncoderError, open_encoder};
pub use report::{ProjectFindings, ReportCall, Target};

use std::io::Write as _;
use std::process::ExitCode;

use crate::comparison::{Edits, Options, compare, inspect};
use crate::load::{RawArticle, Source, load};
use crate::report::{json, text};
use crate::text::Pair;

use arguments::{CompareCall, InspectCall};
use output::write_to;

/// Does what a command asks for and says how it went.
pub fn run(command: Command) -> ExitCode {
    let done = match command {
        Command::Compare(call) => run_compare(&call),
        Command::Report(call) => report::run(&call),
        Command::Inspect(call) => run_inspect(&call),
        Command::Batch(call) => batch::run(&call),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) if trouble.is_closed_pipe() => ExitCode::SUCCESS,
        Err(trouble) => fail(&trouble.to_string()),
    }
}

/// Says in one line on standard error why something could not be done.
pub fn fail(message: &str) -> ExitCode {
    warn(message);
    ExitCode::FAILURE
}

/// Says in one line on standard error what whoever asked should know.
fn warn(message: &str) {
    let line = message.replace('\n', " ");
    // Nothing can be told to a reader who has closed standard error.
    let _ = writeln!(anstream::stderr(), "paragone: {line}");
}

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error(transparent)]
    Load(#[from] crate::load::LoadError),
    #[error(transparent)]
    Project(#[from] crate::project::OpenError),
    #[cfg(feature = "encoder")]
    #[error(transparent)]
    Encoder(#[from] EncoderError),
    #[error("both sources are standard input; give one of them as a file")]
    TwiceStandardInput,
    #[error("{origin}: it cannot be read ({error}); check that it exists and may be opened")]
    Requests { origin: String, error: std::io::Error },
    #[error("{target}: a report would take the place of what it is made from, or of a project; give it another name")]
    OntoSource { target: String },
    #[error("a report as {form} is no text that a terminal can show; give -o FILE to say where it goes")]
    OntoTerminal { form: &'static str },
    #[error(transparent)]
    Write(#[from] crate::project::WriteError),
}

impl Trouble {
    /// Whether whoever read the output has had enough, as `head` does; that is no failure.
    fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Write(error) if error.why.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

fn run_compare(call: &CompareCall) -> Result<(), Trouble> {
    let sources = Pair::new(Source::from_argument(&call.left), Source::from_argument(&call.right));
    if sources.left == Source::StandardInput && sources.right == Source::StandardInput {
        return Err(Trouble::TwiceStandardInput);
    }
    call.target.check(&[call.left.as_ref(), call.right.as_ref()])?;
    // Side by side, since two sites answer in the time of one.
    let (left, right) = rayon::join(|| read(&sources.left, &call.reading), || read(&sources.right, &call.reading));
    let articles = Pair::new(left?, right?);
    let options = with_meaning(call.options(), &call.meaning)?;
    let comparison = compare(articles.as_ref(), &options, &Edits::default());
    call.target.write(&call.report(&comparison, &options))
}

fn run_inspect(call: &InspectCall) -> Result<(), Trouble> {
    let article = read(&Source::from_argument(&call.source), &call.reading)?;
    let inspection = inspect(&article, &call.reading.options());
    write_to(call.output.as_deref(), call.format == Format::Text, |out| match call.format {
        Format::Text => text::write_inspection(out, &inspection),
        Format::Json => json::write(out, &json::inspection(&inspection)),
    })
}

/// The options with an encoder, where one is asked for; it is read here, once for all comparisons.
#[cfg_attr(
    not(feature = "encoder"),
    allow(clippy::unnecessary_wraps, unused_variables, reason = "only an encoder can fail")
)]
fn with_meaning(options: Options, meaning: &Meaning) -> Result<Options, Trouble> {
    #[cfg(feature = "encoder")]
    if let Some(folder) = &meaning.encoder {
        return Ok(Options { semantics: crate::align::Semantics::Encoder(open_encoder(folder)?), ..options });
    }
    Ok(options)
}

fn read(source: &Source, reading: &Reading) -> Result<RawArticle, Trouble> {
    Ok(load(source, reading.layout())?)
}
