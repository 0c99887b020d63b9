//! What the styles of a Word document make of a paragraph.

use std::collections::BTreeMap;

use super::super::BlockKind;
use super::super::xml::{Element, Inside, Visitor};

/// A style rests on no more others than this, or they rest on each other.
const LONGEST_CHAIN: usize = 20;

/// Levels of an outline up to this are headings; the next says "running text".
const LAST_HEADING_LEVEL: u8 = 8;

/// The paragraph styles by their identifiers, which are in the language of the program; names are always English.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The identifier of the style that is being read.
    open: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    rests_on: Option<String>,
    kind: Option<BlockKind>,
}

impl Styles {
    /// What a paragraph of a style is; `None` where the style says nothing.
    pub(super) fn kind(&self, identifier: &str) -> Option<BlockKind> {
        let mut next = Some(identifier);
        for _ in 0..LONGEST_CHAIN {
            let style = self.styles.get(next?)?;
            if let Some(kind) = of_name(&style.name).or(style.kind) {
                return Some(kind);
            }
            next = style.rests_on.as_deref();
        }
        None
    }
}

/// What the names of Word's own styles say.
fn of_name(name: &str) -> Option<BlockKind> {
    let name = name.to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
    match () {
        () if name == "title" || begins(&["heading "]) => Some(BlockKind::Heading),
        () if begins(&["list bullet", "list number"]) => Some(BlockKind::ListItem),
        () if name == "caption" => Some(BlockKind::Caption),
        () if begins(&["toc ", "header", "footer"]) => Some(BlockKind::Furniture),
        () => None,
    }
}

/// What a level of the outline says.
pub(super) fn of_level(level: Option<String>) -> Option<BlockKind> {
    let level: u8 = level?.parse().ok()?;
    (level <= LAST_HEADING_LEVEL).then_some(BlockKind::Heading)
}

impl Visitor for Styles {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        let value = || element.attribute("val");
        if element.name() == "style" {
            self.open =
                element.attribute("styleId").filter(|_| element.attribute("type").as_deref() == Some("paragraph"));
        }
        let Some(identifier) = &self.open else { return Inside::Read };
        let style = self.styles.entry(identifier.clone()).or_default();
        match element.name() {
            "name" => style.name = value().unwrap_or_default(),
            "basedOn" => style.rests_on = value(),
            "outlineLvl" => style.kind = of_level(value()),
            "numPr" => style.kind = style.kind.or(Some(BlockKind::ListItem)),
            _ => {}
        }
        Inside::Read
    }

    fn end(&mut self, name: &str) {
        if name == "style" {
            self.open = None;
        }
    }

    fn text(&mut self, _: &str) {}
}

#[cfg(test)]
mod tests {
    use super::super::super::Watch;
    use super::super::super::xml::walk;
    use super::*;

    #[test]
    fn kinds_come_by_name_by_level_and_from_the_style_beneath() {
        let xml = r#"<w:styles><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Kicker"/><w:basedOn w:val="berschrift1"/></w:style>
            <w:style w:type="paragraph" w:styleId="Gliederung"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Text"><w:name w:val="y"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
            <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>"#;
        let mut styles = Styles::default();
        walk(xml, &mut styles, &Watch::default()).unwrap();
        assert_eq!(styles.kind("Eigen"), Some(BlockKind::Heading));
        assert_eq!(styles.kind("Gliederung"), Some(BlockKind::Heading));
        for none in ["Text", "A", "unknown"] {
            assert_eq!(styles.kind(none), None, "{none}");
        }
    }
}
