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

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of this test's own, gone when the test is over.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("paragone-{name}-{}", std::process::id()));
            std::fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn file(&self, name: &str, bytes: &[u8]) -> Source {
            let path = self.0.join(name);
            std::fs::write(&path, bytes).unwrap();
            Source::File(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn problem(source: &Source) -> Problem {
        load(source, Layout::Article).unwrap_err().problem
    }

    #[test]
    fn bad_files_are_named_for_what_they_are() {
        let folder = Folder::new("bad");
        assert!(matches!(problem(&Source::File(folder.0.join("none.txt"))), Problem::Missing));
        assert!(matches!(problem(&Source::File(folder.0.clone())), Problem::Folder));
        assert!(matches!(problem(&folder.file("empty.txt", b"")), Problem::Empty));
        assert!(matches!(problem(&folder.file("blank.txt", b" \r\n\t\n")), Problem::Empty));
        assert!(matches!(problem(&folder.file("mark.txt", b"\xef\xbb\xbf\n")), Problem::Empty));
        assert!(matches!(problem(&folder.file("image.txt", b"\x89PNG\r\n\x1a\n\0\0")), Problem::Binary));
    }

    #[test]
    fn a_file_that_is_too_large_is_not_read() {
        let folder = Folder::new("large");
        let path = folder.0.join("large.txt");
        File::create(&path).unwrap().set_len(MOST_BYTES + 1).unwrap();
        assert!(matches!(problem(&Source::File(path)), Problem::TooLarge));
    }

    #[test]
    fn the_message_says_which_file_and_what_to_try() {
        let message = load(&Source::from_argument("no such file.txt"), Layout::Article).unwrap_err().to_string();
        assert!(message.starts_with("no such file.txt: ") && message.contains("check the name"), "{message}");
    }

    #[test]
    fn the_format_follows_the_name() {
        let folder = Folder::new("format");
        let markdown = load(&folder.file("a.md", b"# Tide\r\n\r\nIt *rose*."), Layout::Article).unwrap();
        assert_eq!(markdown.text, "Tide\n\nIt rose.");
        let plain = load(&folder.file("a.txt", b"# Tide\n\nIt *rose*."), Layout::Article).unwrap();
        assert_eq!(plain.blocks[0].span.of(&plain.text), "# Tide");
    }

    #[test]
    fn one_sentence_per_line_is_kept_exactly() {
        let source = Source::Pasted("  First one.\n\nSecond; and still second. Really.\n".to_owned());
        let article = load(&source, Layout::OneSentencePerLine).unwrap();
        assert_eq!(article.blocks.len(), 2);
        assert_eq!(article.blocks[0].span.of(&article.text), "  First one.");
    }
}
