//! Where articles come from.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::{LoadError, Problem, RawArticle, decode, markdown, plain};

/// The largest file that is read: a novel has 1 MB, so 50 MB is no article, and reading it would only fill memory.
pub const MOST_BYTES: u64 = 50_000_000;

/// Where an article is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file on this machine.
    File(PathBuf),
    /// Whatever is piped in.
    StandardInput,
    /// Text that the reader pasted.
    Pasted(String),
}

impl Source {
    /// The source that a word of the command line names: a path, or `-` for standard input.
    pub fn from_argument(word: &str) -> Self {
        match word {
            "-" => Self::StandardInput,
            path => Self::File(PathBuf::from(path)),
        }
    }

    /// How the source is named in messages and on its card.
    pub fn origin(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::StandardInput => "-".to_owned(),
            Self::Pasted(_) => "pasted text".to_owned(),
        }
    }
}

/// How the text of a source is to be taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// An article, cut into blocks as its format says.
    #[default]
    Article,
    /// Each non-empty line is one sentence, kept exactly.
    OneSentencePerLine,
}

/// Reads a source.
///
/// # Errors
/// Where it cannot be read or holds no text: [`LoadError`] says what, where and what to try.
pub fn load(source: &Source, layout: Layout) -> Result<RawArticle, LoadError> {
    let origin = source.origin();
    read(source, layout, &origin).map_err(|problem| LoadError { origin, problem })
}

fn read(source: &Source, layout: Layout, origin: &str) -> Result<RawArticle, Problem> {
    let (text, notes) = match source {
        Source::File(path) => decode(&file_bytes(path)?)?,
        Source::StandardInput => decode(&bounded(std::io::stdin().lock())?)?,
        Source::Pasted(text) => (text.clone(), Vec::new()),
    };
    if text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    let mut article = match layout {
        Layout::OneSentencePerLine => {
            let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            RawArticle::from_sentences(origin, &lines)
        }
        Layout::Article if markdown::is_named_so(origin) => markdown::article(origin, &text),
        Layout::Article => plain::article(origin, &text),
    };
    article.notes.splice(0..0, notes);
    Ok(article)
}

fn file_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let file = File::open(path).map_err(from_system)?;
    let about = file.metadata().map_err(from_system)?;
    if about.is_dir() {
        return Err(Problem::Folder);
    }
    if about.len() > MOST_BYTES {
        return Err(Problem::TooLarge);
    }
    bounded(file)
}

fn bounded(input: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    input.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(from_system)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Problem::TooLarge);
    }
    Ok(bytes)
}

fn from_system(error: std::io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound => Problem::Missing,
        ErrorKind::IsADirectory => Problem::Folder,
        _ => Problem::System(error),
    }
}
