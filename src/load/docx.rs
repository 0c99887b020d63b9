//! Word documents (.docx): the document's part, its notes, and as furniture its comments, headers and footers.

mod body;
mod styles;

use super::flow::Flow;
use super::package::Package;
use super::properties::Properties;
use super::xml::{Element, Inside, Visitor};
use super::{BlockKind, Problem, RawArticle};

use body::Body;
use styles::Styles;

/// Where the document's part is when the package does not say.
const USUAL_PART: &str = "word/document.xml";

/// Whether a package holds a Word document.
pub(super) fn is_in(package: &Package<'_>) -> bool {
    package.has("[Content_Types].xml") && package.names().iter().any(|name| name.starts_with("word/"))
}

/// The article in a Word document.
pub(super) fn article(package: &mut Package<'_>, origin: &str) -> Result<RawArticle, Problem> {
    let document = document_part(package)?;
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut styles = Styles::default();
    package.walk_if_any(&format!("{folder}/styles.xml"), &mut styles)?;
    let mut body = Body::new(Flow::new(origin), &styles);
    package.walk(&document, &mut body)?;
    for part in ["footnotes", "endnotes"] {
        package.walk_if_any(&format!("{folder}/{part}.xml"), &mut body)?;
    }
    body.flow.set_aside(Some(BlockKind::Furniture));
    for part in margins(package, folder) {
        package.walk(&part, &mut body)?;
    }
    let mut properties = Properties::default();
    if package.walk_if_any("docProps/core.xml", &mut properties)? {
        properties.fill(body.flow.card());
    }
    let notes = body.left_out.notes();
    Ok(RawArticle { notes, ..body.flow.finish() })
}

/// The parts around the text: comments, running heads and feet, what stands in charts and diagrams.
fn margins(package: &Package<'_>, folder: &str) -> Vec<String> {
    let starts =
        ["comments.", "header", "footer", "charts/chart", "diagrams/data"].map(|name| format!("{folder}/{name}"));
    let mut parts: Vec<String> = package
        .names()
        .into_iter()
        .filter(|name| name.ends_with(".xml") && starts.iter().any(|start| name.starts_with(start.as_str())))
        .collect();
    parts.sort();
    parts
}

/// The part that the package names as its document: some programs call it otherwise than most.
fn document_part(package: &mut Package<'_>) -> Result<String, Problem> {
    let mut relations = Relations::default();
    package.walk_if_any("_rels/.rels", &mut relations)?;
    let named = relations.document.map(|target| target.trim_start_matches('/').to_owned());
    Ok(named.filter(|part| package.has(part)).unwrap_or_else(|| USUAL_PART.to_owned()))
}

#[derive(Default)]
struct Relations {
    document: Option<String>,
}

impl Visitor for Relations {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        if element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
            self.document = element.attribute("Target");
        }
        Inside::Read
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}
