//! OpenDocument texts (.odt): the content with its notes, and as furniture its comments, tables of contents and
//! running heads.

mod content;
mod styles;

use super::flow::Flow;
use super::package::Package;
use super::properties::Properties;
use super::xml::walk;
use super::{BlockKind, Problem, RawArticle};
use crate::text::Note;

use content::Content;
use styles::Styles;

/// Texts, their templates and masters all begin their type so.
const TYPE: &str = "application/vnd.oasis.opendocument.text";

/// In newer files with a password all parts are one.
const LOCKED_PARTS: &str = "encrypted-package";

/// Whether a package holds an OpenDocument text.
pub(super) fn is_in(package: &mut Package<'_>) -> bool {
    (package.has("content.xml") || package.has(LOCKED_PARTS))
        && package.text("mimetype").is_ok_and(|kind| kind.starts_with(TYPE))
}

/// The article in an OpenDocument text.
pub(super) fn article(package: &mut Package<'_>, origin: &str) -> Result<RawArticle, Problem> {
    let is_locked = |manifest: &String| manifest.contains("encryption-data");
    if package.has(LOCKED_PARTS) || package.text_if_any("META-INF/manifest.xml")?.as_ref().is_some_and(is_locked) {
        return Err(Problem::Locked);
    }
    let watch = package.watch;
    let text = package.text("content.xml")?;
    let page_styles = package.text_if_any("styles.xml")?.unwrap_or_default();
    let mut styles = Styles::default();
    for xml in [&page_styles, &text] {
        walk(xml, &mut styles, watch)?;
    }
    let mut content = Content::new(Flow::new(origin), &styles);
    walk(&text, &mut content, watch)?;
    content.flow.set_aside(Some(BlockKind::Furniture));
    walk(&page_styles, &mut content, watch)?;
    let mut properties = Properties::default();
    if package.walk_if_any("meta.xml", &mut properties)? {
        properties.fill(content.flow.card());
    }
    let has_deletions = content.has_deletions;
    let mut article = content.flow.finish();
    if has_deletions {
        article.notes.push(Note::info("deletions that were tracked are left out, insertions are read"));
    }
    Ok(article)
}
