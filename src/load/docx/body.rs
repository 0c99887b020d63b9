//! The text of a Word document's parts: paragraphs and runs, without what was deleted, hidden or stands there twice.

use super::super::BlockKind;
use super::super::flow::{Flow, LeftOut};
use super::super::xml::{Element, Inside, Visitor};
use super::styles::{Styles, of_level};

/// Elements whose text is no part of the text: settings and how they were before, older doubles of drawings.
const PASSED_OVER: [&str; 10] =
    ["tabs", "pPrChange", "rPrChange", "Fallback", "sectPr", "sdtPr", "tblPr", "tcPr", "trPr", "tblGrid"];

/// What has been read of a document.
pub(super) struct Body<'a> {
    pub(super) flow: Flow,
    pub(super) left_out: LeftOut,
    styles: &'a Styles,
    /// The settings of a paragraph are being read.
    in_settings: bool,
    /// Whether each of the open runs is hidden, the innermost last.
    hidden: Vec<bool>,
    /// The text of a run is being read.
    in_text: bool,
    /// The mark at the end of this paragraph was deleted: it goes on in the next.
    goes_on: bool,
    /// The beginning of the next paragraph, whose mark was deleted.
    carried: String,
}

impl<'a> Body<'a> {
    pub(super) fn new(flow: Flow, styles: &'a Styles) -> Self {
        Self {
            flow,
            left_out: LeftOut::default(),
            styles,
            in_settings: false,
            hidden: Vec::new(),
            in_text: false,
            goes_on: false,
            carried: String::new(),
        }
    }

    /// An element among the settings of a paragraph.
    fn setting(&mut self, element: &Element<'_>) {
        let value = element.attribute("val");
        let kind = match element.name() {
            "pStyle" => value.and_then(|style| self.styles.kind(&style)),
            "outlineLvl" => of_level(value),
            "numId" if value.as_deref() != Some("0") && self.flow.kind() == Some(BlockKind::Paragraph) => {
                Some(BlockKind::ListItem)
            }
            "del" | "moveFrom" => {
                self.goes_on = true;
                None
            }
            _ => None,
        };
        if let Some(kind) = kind {
            self.flow.set_kind(kind);
        }
    }

    fn push(&mut self, text: &str) {
        if !self.hidden.last().copied().unwrap_or_default() {
            self.flow.push(text);
        }
    }

    fn close_paragraph(&mut self) {
        if std::mem::take(&mut self.goes_on) {
            self.carried = self.flow.take_paragraph();
        } else {
            self.flow.close_paragraph();
        }
    }
}

impl Visitor for Body<'_> {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        let name = element.name();
        if PASSED_OVER.contains(&name) || is_separator(element) {
            return Inside::Skip;
        }
        if self.in_settings {
            self.setting(element);
            return Inside::Read;
        }
        match name {
            "del" | "moveFrom" => {
                self.left_out.deletions = true;
                return Inside::Skip;
            }
            "p" => {
                self.flow.open_paragraph(BlockKind::Paragraph);
                let carried = std::mem::take(&mut self.carried);
                self.flow.push(&carried);
            }
            "pPr" => self.in_settings = true,
            "r" => self.hidden.push(false),
            "vanish" if is_on(element) => {
                if let Some(hidden) = self.hidden.last_mut() {
                    *hidden = true;
                    self.left_out.hidden = true;
                }
            }
            "t" => self.in_text = true,
            "tab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => self.push(&symbol(element)),
            "rt" => self.flow.open_aside(),
            "tr" => self.flow.open_row(),
            "tc" => self.flow.open_cell(),
            _ => {}
        }
        Inside::Read
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.close_paragraph(),
            "pPr" => self.in_settings = false,
            "r" => {
                self.hidden.pop();
            }
            "t" => self.in_text = false,
            "rt" => self.flow.close_aside(),
            "tr" => self.flow.close_row(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.push(&text.replace('\n', " "));
        }
    }
}

/// The line between text and notes is kept among the notes.
fn is_separator(element: &Element<'_>) -> bool {
    matches!(element.name(), "footnote" | "endnote") && element.attribute("type").is_some_and(|kind| kind != "normal")
}

/// Whether a switch is on: it is when it says nothing.
fn is_on(element: &Element<'_>) -> bool {
    !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off"))
}

/// A sign given by its number; those that only a font of symbols knows are left out.
fn symbol(element: &Element<'_>) -> String {
    let number = element.attribute("char").and_then(|char| u32::from_str_radix(&char, 16).ok());
    let sign = number.and_then(char::from_u32).filter(|sign| !('\u{e000}'..='\u{f8ff}').contains(sign));
    sign.map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::super::Watch;
    use super::super::super::xml::walk;
    use super::*;

    fn texts(xml: &str) -> String {
        let styles = Styles::default();
        let mut body = Body::new(Flow::new("test"), &styles);
        walk(&format!("<w:body>{xml}</w:body>"), &mut body, &Watch::default()).unwrap();
        body.flow.finish().text
    }

    #[test]
    fn runs_make_a_paragraph() {
        let xml = r#"<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>The</w:t><w:tab/><w:t xml:space="preserve">tide </w:t></w:r>
            <w:hyperlink><w:r><w:rPr><w:b/></w:rPr><w:t>rose</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/><w:t>up.</w:t><w:br/><w:t>It fell.</w:t></w:r></w:p>"#;
        assert_eq!(texts(xml), "The tide rose-up.\n\nIt fell.");
    }

    #[test]
    fn what_was_deleted_moved_away_or_hidden_is_left_out() {
        let xml = "<w:p><w:r><w:t>The tide</w:t></w:r><w:del><w:r><w:delText> fell</w:delText></w:r></w:del>\
            <w:ins><w:r><w:t> rose</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> away</w:t></w:r></w:moveFrom>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>.</w:t></w:r></w:p>";
        assert_eq!(texts(xml), "The tide rose.");
    }

    #[test]
    fn a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() {
        let xml = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>The tide </w:t></w:r></w:p><w:p><w:r><w:t>rose.</w:t></w:r></w:p>";
        assert_eq!(texts(xml), "The tide rose.");
    }

    #[test]
    fn a_text_box_is_read_once() {
        let xml = "<w:p><w:r><w:t>Beside.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
            <mc:Fallback><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        assert_eq!(texts(xml), "In the box.\n\nBeside.");
    }

    #[test]
    fn the_line_above_the_notes_is_no_note() {
        let xml = r#"<w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t> Two abstained.</w:t></w:r></w:p></w:footnote>"#;
        assert_eq!(texts(xml), "Two abstained.");
    }
}
