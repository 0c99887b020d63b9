//! Electronic books (.epub): all chapters in reading order as one article.

mod chapter;
mod contents;

use super::flow::Flow;
use super::package::Package;
use super::{Card, Problem, RawArticle};
use crate::text::Note;

use chapter::Chapter;
use contents::{Container, Contents, Locks};

/// Where every book says where its list of contents is.
const CONTAINER: &str = "META-INF/container.xml";

/// Whether a package holds a book.
pub(super) fn is_in(package: &Package<'_>) -> bool {
    package.has(CONTAINER)
}

/// The article in a book.
pub(super) fn article(package: &mut Package<'_>, origin: &str) -> Result<RawArticle, Problem> {
    let mut container = Container::default();
    package.walk(CONTAINER, &mut container)?;
    let list = container.list.ok_or(Problem::Damaged)?;
    let mut contents = Contents::default();
    package.walk(&list, &mut contents)?;
    let chapters = contents.chapters(&list);
    let mut locks = Locks::default();
    package.walk_if_any("META-INF/encryption.xml", &mut locks)?;
    if chapters.iter().any(|chapter| locks.files.contains(chapter)) {
        return Err(Problem::Locked);
    }
    let mut reader = Chapter::new(Flow::new(origin));
    let mut is_whole = true;
    for (number, chapter) in chapters.iter().enumerate() {
        package.watch.reached(number, chapters.len());
        is_whole &= package.walk_if_any(chapter, &mut reader)?;
    }
    let mut article = reader.finish();
    article.card = Card { origin: article.card.origin, ..contents.card };
    if !is_whole {
        article.notes.push(Note::warning("a chapter that the book lists is not in the file"));
    }
    Ok(article)
}
