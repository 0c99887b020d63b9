//! The text of an OpenDocument file: paragraphs, lists, tables and notes, without what was deleted.

use super::super::BlockKind;
use super::super::flow::{Flow, LeftOut};
use super::super::xml::{Element, Inside, Visitor};
use super::styles::Styles;

/// Elements whose text is no part of the text: pictures, descriptions for machines, numbers that only refer, who commented when.
const PASSED_OVER: [&str; 11] = [
    "binary-data",
    "title",
    "desc",
    "forms",
    "number",
    "note-citation",
    "change-info",
    "table-of-content-source",
    "creator-initials",
    "sender-initials",
    "meta-creator-initials",
];

/// What has been read of the text.
pub(super) struct Content<'a> {
    pub(super) flow: Flow,
    pub(super) left_out: LeftOut,
    styles: &'a Styles,
    /// So many lists are open.
    lists: usize,
    in_comment: bool,
    in_chart: bool,
}

impl<'a> Content<'a> {
    pub(super) fn new(flow: Flow, styles: &'a Styles) -> Self {
        Self { flow, left_out: LeftOut::default(), styles, lists: 0, in_comment: false, in_chart: false }
    }

    /// Whether an element is not seen on the page: by its style, or as a section or field that is switched off.
    fn is_hidden(&self, element: &Element<'_>) -> bool {
        match element.name() {
            "span" | "p" | "h" => element.attribute("style-name").is_some_and(|style| self.styles.is_hidden(&style)),
            "section" => element.full_attribute("text:display").is_some_and(|display| display == "none"),
            "hidden-text" => element.full_attribute("text:is-hidden").is_some_and(|hidden| hidden == "true"),
            _ => false,
        }
    }

    fn kind(&self, element: &Element<'_>) -> BlockKind {
        let by_style = element.attribute("style-name").map_or(BlockKind::Paragraph, |style| self.styles.kind(&style));
        match by_style {
            _ if self.in_comment => BlockKind::Furniture,
            BlockKind::Paragraph if self.lists > 0 => BlockKind::ListItem,
            kind => kind,
        }
    }
}

impl Visitor for Content<'_> {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        let name = element.name();
        // The title of a chart is seen, that of a picture only describes it.
        let is_passed_over = PASSED_OVER.contains(&name) && !(name == "title" && self.in_chart);
        if is_passed_over || self.in_comment && matches!(name, "creator" | "date") {
            return Inside::Skip;
        }
        if self.is_hidden(element) {
            self.left_out.hidden = true;
            return Inside::Skip;
        }
        self.in_chart |= name == "chart";
        match name {
            "deletion" => {
                self.left_out.deletions = true;
                return Inside::Skip;
            }
            "h" => self.flow.open_paragraph(BlockKind::Heading),
            "p" => self.flow.open_paragraph(self.kind(element)),
            "list" => self.lists += 1,
            "s" => self.flow.push(" "),
            "tab" => self.flow.push("\t"),
            "line-break" => self.flow.push("\n"),
            "table-row" => self.flow.open_row(),
            "table-cell" => self.flow.open_cell(),
            "note-body" => self.flow.open_note(),
            "annotation" => {
                self.in_comment = true;
                self.flow.open_note();
            }
            "ruby-text" => self.flow.open_aside(),
            "table-of-content" | "master-styles" | "chart" => self.flow.set_aside(Some(BlockKind::Furniture)),
            _ => {}
        }
        Inside::Read
    }

    fn end(&mut self, name: &str) {
        match name {
            "h" | "p" => self.flow.close_paragraph(),
            "list" => self.lists = self.lists.saturating_sub(1),
            "table-row" => self.flow.close_row(),
            "note-body" => self.flow.close_note(),
            "annotation" => {
                self.in_comment = false;
                self.flow.close_note();
            }
            "ruby-text" => self.flow.close_aside(),
            "table-of-content" | "master-styles" | "chart" => self.flow.set_aside(None),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        // A line break in the file is a space of the text.
        self.flow.push(&text.replace('\n', " "));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Watch;
    use super::super::super::xml::walk;
    use super::*;

    fn blocks(xml: &str) -> Vec<(String, BlockKind)> {
        let mut styles = Styles::default();
        let xml = format!("<office:text>{xml}</office:text>");
        walk(&xml, &mut styles, &Watch::default()).unwrap();
        let mut content = Content::new(Flow::new("test"), &styles);
        walk(&xml, &mut content, &Watch::default()).unwrap();
        let article = content.flow.finish();
        article.blocks.iter().map(|block| (block.span.of(&article.text).to_owned(), block.kind)).collect()
    }

    fn texts(xml: &str) -> Vec<String> {
        blocks(xml).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn kinds_come_from_elements_and_styles() {
        let found = blocks(
            r#"<style:style style:name="P1" style:parent-style-name="Title"/><text:p text:style-name="P1">Tide</text:p>
            <text:h>Quay</text:h><text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>
            <text:p text:style-name="Text_20_body">Two.</text:p>"#,
        );
        let kinds: Vec<_> = found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
        assert_eq!(
            kinds,
            [
                ("Tide", BlockKind::Heading),
                ("Quay", BlockKind::Heading),
                ("one", BlockKind::ListItem),
                ("Two.", BlockKind::Paragraph)
            ]
        );
    }

    #[test]
    fn white_space_is_spelt_out() {
        let xml = r#"<text:p>The<text:s text:c="3"/>tide<text:tab/>rose
            again.<text:line-break/>It fell.</text:p>"#;
        assert_eq!(texts(xml), ["The tide rose again.", "It fell."]);
    }

    #[test]
    fn deletions_are_left_out_and_comments_stand_aside() {
        let xml = "<text:tracked-changes><text:changed-region><text:deletion><text:p>fell</text:p></text:deletion></text:changed-region></text:tracked-changes>\
            <text:p>The tide<office:annotation><dc:creator>Tom</dc:creator><dc:date>2024</dc:date><text:p>Really?</text:p></office:annotation> rose.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>At night.</text:p></text:note-body></text:note></text:p>";
        let found = blocks(xml);
        let kinds: Vec<_> = found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
        assert_eq!(
            kinds,
            [
                ("The tide rose.", BlockKind::Paragraph),
                ("Really?", BlockKind::Furniture),
                ("At night.", BlockKind::Paragraph)
            ]
        );
    }
}
