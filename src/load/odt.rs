//! OpenDocument texts (.odt): the content with its notes, and as furniture its comments, tables of contents and
//! running heads.

mod content;
mod styles;

use super::flow::Flow;
use super::package::Package;
use super::properties::Properties;
use super::xml::walk;
use super::{Problem, RawArticle, Watch, decode};

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
    let properties = package.text_if_any("meta.xml")?.unwrap_or_default();
    let objects = objects(package)?;
    let parts: Vec<&str> = [&page_styles].into_iter().chain(&objects).chain([&text]).map(String::as_str).collect();
    read(&parts, &properties, origin, watch)
}

/// What stands in charts and the like, which are documents of their own in the package.
fn objects(package: &mut Package<'_>) -> Result<Vec<String>, Problem> {
    let names = package.names().into_iter().filter(|name| name.ends_with("/content.xml"));
    names.map(|name| package.text(&name)).collect()
}

/// The article in an OpenDocument text that is one file.
pub(super) fn flat(bytes: &[u8], origin: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    let (xml, _) = decode(bytes)?;
    read(&[&xml], &xml, origin, watch)
}

/// The article in the parts of a file, the last of which holds the text.
fn read(parts: &[&str], properties: &str, origin: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    let mut styles = Styles::default();
    for xml in parts {
        walk(xml, &mut styles, watch)?;
    }
    let mut content = Content::new(Flow::new(origin), &styles);
    // What stands around the text follows it.
    for xml in parts.iter().rev() {
        walk(xml, &mut content, watch)?;
    }
    if !properties.is_empty() {
        let mut said = Properties::default();
        walk(properties, &mut said, watch)?;
        said.fill(content.flow.card());
    }
    let notes = content.left_out.notes();
    Ok(RawArticle { notes, ..content.flow.finish() })
}
