//! Why an article could not be read: what, where, and what to try.

use thiserror::Error;

/// An article that could not be read. Its message is one sentence for a person.
#[derive(Debug, Error)]
#[error("{origin}: {problem}")]
pub struct LoadError {
    /// Which source.
    pub origin: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a source.
#[derive(Debug, Error)]
pub enum Problem {
    /// Nothing has that name.
    #[error("there is no such file; check the name and the folder")]
    Missing,
    /// The name is a folder's.
    #[error("this is a folder; choose a file in it")]
    Folder,
    /// Nothing but white space.
    #[error("it holds no text; choose another file or paste the text")]
    Empty,
    /// More than [`super::MOST_BYTES`].
    #[error("it is larger than {} MB, which no article is; save the article alone and try again", super::MOST_BYTES / 1_000_000)]
    TooLarge,
    /// Not text in any encoding that is known.
    #[error("it does not hold text that can be read; save it as plain text (.txt) and try again")]
    Binary,
    /// The file ends too early or contradicts itself.
    #[error("it is damaged or cut off; open it in the program that made it, save it again and try that")]
    Damaged,
    /// It needs a password.
    #[error("it is protected by a password; save it without one and try again")]
    Locked,
    /// A small file that unpacks to a huge one.
    #[error("it unpacks to far more text than any article has; save the article alone and try again")]
    Swells,
    /// More text, or more paragraphs, than any article.
    #[error("it holds more text than any article or book; save the article alone and try again")]
    TooLong,
    /// A word processor's file from before 2007.
    #[error("it is the file of an old word processor (.doc); save it as .docx or .odt and try again")]
    OldOffice,
    /// A kind of file that is not read.
    #[error("it is {what}, which Paragone does not read; {instead} and try again")]
    Foreign {
        /// What it is, with its article: "a Kindle book".
        what: &'static str,
        /// What to do with it: "convert it to .epub".
        instead: &'static str,
    },
    /// A scanned document.
    #[error("this PDF holds pictures of text; Paragone reads text only: run text recognition on it or paste the text")]
    Pictures,
    /// This program was built without its feature `pdf`.
    #[error("this Paragone was built without the reading of PDF; save the article as text and try that")]
    NoPdf,
    /// This program was built without its feature `web`.
    #[error(
        "this Paragone was built without the opening of addresses; open the page in a browser, save it and open the file"
    )]
    NoWeb,
    /// A page that cannot be had by its address.
    #[error(transparent)]
    Web(#[from] super::WebProblem),
    /// Whoever waited for it stopped the reading.
    #[error("reading was stopped")]
    Stopped,
    /// It would go on longer than [`super::LONGEST`].
    #[error("reading it takes more than {} seconds; save the article alone, as text if you can, and try again", super::LONGEST.as_secs())]
    TakesLong,
    /// The system said no.
    #[error("it cannot be read ({0}); check that it still exists and may be opened")]
    System(std::io::Error),
}
