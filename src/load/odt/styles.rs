//! What the styles of an OpenDocument text make of a paragraph.

use std::collections::{BTreeMap, BTreeSet};

use super::super::BlockKind;
use super::super::xml::{Element, Inside, Visitor};

/// A style rests on no more others than this, or they rest on each other.
const LONGEST_CHAIN: usize = 20;

/// For each style the one on which it rests: a paragraph's own settings are a style without a name of its own.
#[derive(Debug, Default)]
pub(super) struct Styles {
    rests_on: BTreeMap<String, String>,
    hidden: BTreeSet<String>,
    /// The style that is being read.
    open: String,
}

impl Styles {
    /// Whether text of a style is not seen.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.hidden.contains(name)
    }

    /// What a paragraph of a style is.
    pub(super) fn kind(&self, name: &str) -> BlockKind {
        let mut name = name;
        for _ in 0..LONGEST_CHAIN {
            match (of_name(name), self.rests_on.get(name)) {
                (Some(kind), _) => return kind,
                (None, Some(next)) => name = next,
                (None, None) => break,
            }
        }
        BlockKind::Paragraph
    }
}

/// What the names of the styles say that every program brings along.
fn of_name(name: &str) -> Option<BlockKind> {
    match name {
        "Title" | "Heading" => Some(BlockKind::Heading),
        "Caption" | "Illustration" | "Figure" => Some(BlockKind::Caption),
        "Header" | "Footer" => Some(BlockKind::Furniture),
        name if name.starts_with("Heading_20_") => Some(BlockKind::Heading),
        name if name.starts_with("Contents_20_") => Some(BlockKind::Furniture),
        _ => None,
    }
}

impl Visitor for Styles {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        if element.name() == "body" {
            return Inside::Skip;
        }
        match element.name() {
            "style" => {
                self.open = element.full_attribute("style:name").unwrap_or_default();
                if let Some(beneath) = element.attribute("parent-style-name") {
                    self.rests_on.insert(self.open.clone(), beneath);
                }
            }
            "text-properties" if element.full_attribute("text:display").is_some_and(|display| display == "none") => {
                self.hidden.insert(self.open.clone());
            }
            _ => {}
        }
        Inside::Read
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}
