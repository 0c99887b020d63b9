//! The arguments as typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::align::Matching;
use crate::comparison::{Comparison, Options};
use crate::load::Layout;
use crate::report::{Choice, Report};
use crate::text::Language;

use super::report::{ReportCall, Target};

/// Reads two articles side by side: aligned sentences, differences in wording and in claims.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to show in the window.
    #[command(flatten)]
    pub windowed: Windowed,
}

/// The call of the window: nothing for the welcome page, two sources, or a project.
#[derive(Args, Debug)]
pub struct Windowed {
    /// The first article: a file, the address of a page, or - for standard input; or a project alone (.paragone)
    pub left: Option<String>,
    /// The second article
    pub right: Option<String>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare two articles and print the result
    Compare(CompareCall),
    /// Write a report of a project, with your corrections, check-offs and notes
    Report(ReportCall),
    /// Print what is read in one article: sentences, what was removed, claim marks
    Inspect(InspectCall),
    /// JSON Lines in, JSON Lines out: one comparison a line, in the order read
    Batch(BatchCall),
}

/// The words of `paragone compare`.
#[derive(Args, Debug)]
pub struct CompareCall {
    /// The first article: a file, the address of a page, or - for standard input
    pub left: String,
    /// The second article: a file, the address of a page, or - for standard input
    pub right: String,
    /// Which findings are listed; JSON always has all of them
    #[arg(long, value_enum, default_value_t = ChoiceWord::All)]
    pub findings: ChoiceWord,
    /// The form, and where it goes.
    #[command(flatten)]
    pub target: Target,
    /// How sure it must be that two sentences cover the same content to link them
    #[arg(long, value_enum, default_value_t = MatchingWord::Balanced)]
    pub matching: MatchingWord,
    /// How the articles are read.
    #[command(flatten)]
    pub reading: Reading,
    /// What is known of words.
    #[command(flatten)]
    pub meaning: Meaning,
}

/// What the aligner is to know of the meaning of words.
#[derive(Args, Clone, Debug, Default)]
pub struct Meaning {
    /// A folder of all-MiniLM-L6-v2 (vocab.txt, model.safetensors), for better links between English articles
    #[cfg(feature = "encoder")]
    #[arg(long, value_name = "FOLDER")]
    pub encoder: Option<PathBuf>,
}

impl CompareCall {
    /// What the engine is asked for.
    pub fn options(&self) -> Options {
        Options { matching: self.matching.into(), ..self.reading.options() }
    }

    /// What goes into the report.
    pub fn report<'a>(&'a self, comparison: &'a Comparison, options: &'a Options) -> Report<'a> {
        let choice = match self.findings {
            ChoiceWord::All => Choice::Everything,
            ChoiceWord::Conflicts => Choice::Conflicts,
        };
        let (shown, date) = (self.target.shown(), self.target.date.as_deref());
        Report { choice, shown, date, options: Some(options), ..Report::of(comparison) }
    }
}

/// The words of `paragone inspect`.
#[derive(Args, Debug)]
pub struct InspectCall {
    /// The article: a file, the address of a page (http or https), or - for standard input
    pub source: String,
    /// The form of the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Where to write it; standard output if not given
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How the article is read.
    #[command(flatten)]
    pub reading: Reading,
}

/// The words of `paragone batch`.
#[derive(Args, Debug)]
pub struct BatchCall {
    /// A file of requests, one JSON object a line; - for standard input. A "path" in it is a file, never an address
    #[arg(default_value = "-")]
    pub requests: String,
    /// List claims that look different and are not, too
    #[arg(long)]
    pub agreements: bool,
    /// How sure it must be that two sentences cover the same content to link them
    #[arg(long, value_enum, default_value_t = MatchingWord::Balanced)]
    pub matching: MatchingWord,
    /// How the articles are read.
    #[command(flatten)]
    pub reading: Reading,
    /// What is known of words.
    #[command(flatten)]
    pub meaning: Meaning,
}

impl BatchCall {
    /// What the engine is asked for.
    pub fn options(&self) -> Options {
        Options { matching: self.matching.into(), ..self.reading.options() }
    }
}

/// How articles are to be read.
#[derive(Args, Clone, Debug, Default)]
pub struct Reading {
    /// Each non-empty line is one sentence, kept exactly; nothing is removed
    #[arg(long)]
    pub one_sentence_per_line: bool,
    /// Remove no bylines, captions, links or appeals
    #[arg(long)]
    pub keep_everything: bool,
    /// The language of the articles, such as en or de; guessed if not given
    #[arg(long, value_name = "CODE", value_parser = language)]
    pub language: Option<Language>,
}

impl Reading {
    /// What the engine is asked for.
    pub fn options(&self) -> Options {
        Options { language: self.language.clone(), keep_everything: self.keep_everything, ..Options::default() }
    }

    /// How the text of a source is taken.
    pub fn layout(&self) -> Layout {
        if self.one_sentence_per_line { Layout::OneSentencePerLine } else { Layout::Article }
    }
}

/// The matching as a word of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MatchingWord {
    /// Few links, nearly all of them right
    Strict,
    /// Most of the links that can be had with few wrong ones
    Balanced,
    /// More links, more of them wrong
    Generous,
}

impl From<MatchingWord> for Matching {
    fn from(word: MatchingWord) -> Self {
        match word {
            MatchingWord::Strict => Self::Strict,
            MatchingWord::Balanced => Self::Balanced,
            MatchingWord::Generous => Self::Generous,
        }
    }
}

/// The form of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a person at a terminal
    Text,
    /// For a script
    Json,
}

/// Which findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ChoiceWord {
    /// All of them
    All,
    /// Only what cannot both hold
    Conflicts,
}

fn language(code: &str) -> Result<Language, String> {
    let base = code.split(['-', '_']).next().unwrap_or_default();
    if (2..=3).contains(&base.len()) && base.chars().all(|c| c.is_ascii_alphabetic()) {
        Ok(Language::new(code))
    } else {
        Err("give a language code such as en, de or sv".to_owned())
    }
}
