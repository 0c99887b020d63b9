//! Where articles come from.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::kind::{Kind, kind};
use super::{LoadError, Problem, RawArticle, Watch, WebLimits, address};
use super::{decode, foreign, html, mail, markdown, package, plain, rtf};

/// The largest file that is read: a novel has 1 MB, so 50 MB is no article, and reading it would only fill memory.
pub const MOST_BYTES: u64 = 50_000_000;

/// No text has more paragraphs: a book of a thousand pages has 20,000. The memory that all later work takes goes with
/// their number.
const MOST_BLOCKS: usize = 500_000;

/// No text is longer, in bytes: a thousand full pages have 4 MB. All later work takes a hundred times that memory and more.
const MOST_TEXT: usize = 6_000_000;

/// Where an article is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file on this machine.
    File(PathBuf),
    /// Whatever is piped in.
    StandardInput,
    /// Text that the reader pasted.
    Pasted(String),
    /// HTML that the reader pasted: its headings, paragraphs and lists are kept.
    PastedHtml(String),
    /// A page on the web, by its address (`http` or `https`).
    Address(String),
}

impl Source {
    /// The source that a word of the command line names: an address, a path, or `-` for standard input.
    ///
    /// ```
    /// use paragone::load::Source;
    /// assert_eq!(Source::from_argument("https://example.org/a"), Source::Address("https://example.org/a".into()));
    /// assert_eq!(Source::from_argument("notes/https.txt"), Source::File("notes/https.txt".into()));
    /// ```
    pub fn from_argument(word: &str) -> Self {
        match word {
            "-" => Self::StandardInput,
            word if is_address(word) => Self::Address(word.to_owned()),
            path => Self::File(PathBuf::from(path)),
        }
    }

    /// How the source is named in messages and on its card.
    pub fn origin(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::StandardInput => "-".to_owned(),
            Self::Pasted(_) | Self::PastedHtml(_) => "pasted text".to_owned(),
            Self::Address(address) => address.clone(),
        }
    }

    /// The source that a reader typed into a field: an address, with or without its scheme, or a path.
    ///
    /// ```
    /// use paragone::load::Source;
    /// assert_eq!(Source::from_field(" www.example.org/a "), Source::Address("https://www.example.org/a".into()));
    /// assert_eq!(Source::from_field("-"), Source::File("-".into()));
    /// ```
    pub fn from_field(typed: &str) -> Self {
        let typed = typed.trim();
        if is_address(typed) {
            Self::Address(typed.to_owned())
        } else if typed.starts_with("www.") {
            Self::page(typed)
        } else {
            Self::File(PathBuf::from(typed))
        }
    }

    /// The page that a reader means by an address, with or without its scheme.
    ///
    /// ```
    /// use paragone::load::Source;
    /// assert_eq!(Source::page("example.org/a"), Source::Address("https://example.org/a".into()));
    /// ```
    pub fn page(typed: &str) -> Self {
        let typed = typed.trim();
        Self::Address(if is_address(typed) { typed.to_owned() } else { format!("https://{typed}") })
    }

    /// The word that names this source again on another day, as [`from_argument`](Self::from_argument) reads it; `None` for
    /// what was pasted or piped in, and for a path that is no text.
    pub fn argument(&self) -> Option<String> {
        match self {
            Self::File(path) => std::path::absolute(path).ok()?.to_str().map(str::to_owned),
            Self::Address(address) => Some(address.clone()),
            Self::StandardInput | Self::Pasted(_) | Self::PastedHtml(_) => None,
        }
    }
}

/// Whether a word is the address of a page; its scheme may be written in capitals.
pub fn is_address(word: &str) -> bool {
    let begins = |scheme: &str| word.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins("http://") || begins("https://")
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
    load_watched(source, layout, &Watch::default())
}

/// Reads a source while somebody waits, who can see how far the reading is and stop it.
///
/// # Errors
/// As for [`load`]; a reading that was stopped is [`Problem::Stopped`].
pub fn load_watched(source: &Source, layout: Layout, watch: &Watch) -> Result<RawArticle, LoadError> {
    let origin = source.origin();
    read(source, layout, &origin, watch).map_err(|problem| LoadError { origin, problem })
}

fn read(source: &Source, layout: Layout, origin: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    let bytes = match source {
        Source::File(path) => file_bytes(path)?,
        Source::StandardInput => bounded(std::io::stdin().lock())?,
        Source::Pasted(text) => return from_text(text, layout, origin),
        Source::PastedHtml(html) => return checked(RawArticle::from_pasted_html(origin, html)),
        Source::Address(address) => return address::read(address, layout, watch, WebLimits::default()),
    };
    watch.go_on()?;
    laid_out(&bytes, layout, origin, watch)
}

/// The article in bytes, wherever they came from.
pub(super) fn laid_out(bytes: &[u8], layout: Layout, origin: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    match layout {
        Layout::OneSentencePerLine => decoded(bytes, |text| from_text(text, layout, origin)),
        Layout::Article => from_bytes(bytes, origin, watch),
    }
}

/// Hands the bytes of a file to the module that reads its kind.
pub(super) fn from_bytes(bytes: &[u8], origin: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Problem::TooLarge);
    }
    if let Some(problem) = foreign::problem(bytes) {
        return Err(problem);
    }
    match kind(bytes, origin) {
        Kind::Markdown => decoded(bytes, |text| checked(markdown::article(origin, text))),
        Kind::Archive => package::article(bytes, origin, watch).and_then(checked),
        Kind::FlatOdt => super::odt::flat(bytes, origin, watch).and_then(checked),
        Kind::OldOffice => Err(foreign::problem_of_old(bytes)),
        #[cfg(feature = "pdf")]
        Kind::Pdf => super::pdf::article(bytes, origin, watch).and_then(checked),
        #[cfg(not(feature = "pdf"))]
        Kind::Pdf => Err(Problem::NoPdf),
        Kind::Rtf => rtf::article(bytes, origin, watch).and_then(checked),
        Kind::Html => checked(html::article_from_bytes(origin, bytes, watch)?),
        Kind::Mhtml => checked(mail::saved_page(origin, bytes, watch)?),
        Kind::Mail => checked(mail::article(origin, bytes)?),
        Kind::Plain => decoded(bytes, |text| from_text(text, Layout::Article, origin)),
    }
}

/// The article in the text of the bytes, with what there is to say about their encoding.
fn decoded(bytes: &[u8], article: impl FnOnce(&str) -> Result<RawArticle, Problem>) -> Result<RawArticle, Problem> {
    let (text, notes) = decode(bytes)?;
    plain::check_lines(&text)?;
    let mut article = article(&text)?;
    article.notes.splice(0..0, notes);
    Ok(article)
}

fn from_text(text: &str, layout: Layout, origin: &str) -> Result<RawArticle, Problem> {
    checked(match layout {
        Layout::OneSentencePerLine => {
            let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            RawArticle::from_sentences(origin, &lines)
        }
        Layout::Article => plain::article(origin, text),
    })
}

/// The article, where it is one.
fn checked(article: RawArticle) -> Result<RawArticle, Problem> {
    match article.blocks.len() {
        0 => Err(Problem::Empty),
        ..=MOST_BLOCKS if article.text.len() <= MOST_TEXT => Ok(article),
        _ => Err(Problem::TooLong),
    }
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
