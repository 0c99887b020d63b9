//! Paragraphs as a word processor's file opens and closes them: text boxes inside paragraphs, rows of tables, notes.

use super::draft::Draft;
use super::{BlockKind, Card, RawArticle, bullet};
use crate::text::Note;

/// An article while the file of a word processor is being read.
#[derive(Debug, Default)]
pub(super) struct Flow {
    draft: Draft,
    /// The paragraphs that are open, the innermost last.
    open: Vec<Paragraph>,
    /// The rows and notes that are open, the innermost last.
    places: Vec<Place>,
    /// The notes, which follow at the end.
    notes: Vec<Paragraph>,
    /// What every paragraph is until further notice.
    aside: Option<BlockKind>,
}

#[derive(Debug)]
struct Paragraph {
    text: String,
    kind: BlockKind,
}

impl Paragraph {
    /// The paragraph as an item of a list where somebody typed the sign of one.
    fn into_item(self) -> Self {
        match bullet::strip(self.text.trim()) {
            Some(item) if self.kind == BlockKind::Paragraph => {
                Self { text: item.to_owned(), kind: BlockKind::ListItem }
            }
            _ => self,
        }
    }
}

/// Where finished paragraphs are gathered.
#[derive(Debug)]
enum Place {
    /// A row of a table, cell by cell.
    Row(Vec<Vec<Paragraph>>),
    /// A note in the midst of a paragraph.
    Note(Vec<Paragraph>),
}

/// What a file holds that nobody sees on its page, and that is not read.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    /// Text that was deleted while changes were tracked.
    pub(super) deletions: bool,
    /// Text that is switched off.
    pub(super) hidden: bool,
}

impl LeftOut {
    /// What the reader should know about it.
    pub(super) fn notes(&self) -> Vec<Note> {
        let deletions = "deletions that were tracked are left out, insertions are read";
        let hidden = "text that is set to be hidden is left out";
        let said = [(self.deletions, deletions), (self.hidden, hidden)];
        said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, note)| Note::info(note)).collect()
    }
}

impl Flow {
    /// An empty article.
    pub(super) fn new(origin: &str) -> Self {
        Self { draft: Draft::new(origin), ..Self::default() }
    }

    /// A paragraph begins.
    pub(super) fn open_paragraph(&mut self, kind: BlockKind) {
        self.open.push(Paragraph { text: String::new(), kind });
    }

    /// The paragraph turns out to be of a kind.
    pub(super) fn set_kind(&mut self, kind: BlockKind) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.kind = kind;
        }
    }

    /// The kind of the paragraph that is open.
    pub(super) fn kind(&self) -> Option<BlockKind> {
        self.open.last().map(|paragraph| paragraph.kind)
    }

    /// Text of the paragraph that is open; between paragraphs there is none.
    pub(super) fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    /// The paragraph ends.
    pub(super) fn close_paragraph(&mut self) {
        if let Some(paragraph) = self.open.pop() {
            self.place(paragraph);
        }
    }

    /// The paragraph ends, but its text goes on in the next: it is handed back.
    pub(super) fn take_paragraph(&mut self) -> String {
        self.open.pop().map(|paragraph| paragraph.text).unwrap_or_default()
    }

    /// A row of a table begins.
    pub(super) fn open_row(&mut self) {
        self.places.push(Place::Row(Vec::new()));
    }

    /// A cell of the row begins.
    pub(super) fn open_cell(&mut self) {
        if let Some(Place::Row(cells)) = self.places.last_mut() {
            cells.push(Vec::new());
        }
    }

    /// The row ends.
    pub(super) fn close_row(&mut self) {
        if let Some(Place::Row(cells)) = self.places.pop_if(|place| matches!(place, Place::Row(_))) {
            for paragraph in row(cells) {
                self.place(paragraph);
            }
        }
    }

    /// A note begins in the midst of a paragraph.
    pub(super) fn open_note(&mut self) {
        self.places.push(Place::Note(Vec::new()));
    }

    /// The note ends; it will follow at the end of the article.
    pub(super) fn close_note(&mut self) {
        if let Some(Place::Note(paragraphs)) = self.places.pop_if(|place| matches!(place, Place::Note(_))) {
            self.notes.extend(paragraphs);
        }
    }

    /// Text begins that stands above or beside the line, such as the pronunciation of a sign; it will follow at the end.
    pub(super) fn open_aside(&mut self) {
        self.open_note();
        self.open_paragraph(BlockKind::Furniture);
    }

    /// That text ends.
    pub(super) fn close_aside(&mut self) {
        self.close_paragraph();
        self.close_note();
    }

    /// From now on all is of this kind, whatever the file says; with `None` it is as the file says.
    pub(super) fn set_aside(&mut self, kind: Option<BlockKind>) {
        self.aside = kind;
    }

    /// What is known about the source so far.
    pub(super) fn card(&mut self) -> &mut Card {
        self.draft.card()
    }

    /// What has been read, notes at the end.
    pub(super) fn finish(mut self) -> RawArticle {
        for note in std::mem::take(&mut self.notes) {
            self.draft.block(&note.text, note.kind);
        }
        self.draft.finish()
    }

    fn place(&mut self, mut paragraph: Paragraph) {
        paragraph = paragraph.into_item();
        paragraph.kind = self.aside.unwrap_or(paragraph.kind);
        match self.places.last_mut() {
            Some(Place::Row(cells)) => match cells.last_mut() {
                Some(cell) => cell.push(paragraph),
                None => cells.push(vec![paragraph]),
            },
            Some(Place::Note(paragraphs)) => paragraphs.push(paragraph),
            None => self.draft.block(&paragraph.text, paragraph.kind),
        }
    }
}

/// A row of figures and names is one line; a row that only lays out a page holds paragraphs.
fn row(cells: Vec<Vec<Paragraph>>) -> Vec<Paragraph> {
    let filled: Vec<Vec<Paragraph>> = cells
        .into_iter()
        .map(|cell| cell.into_iter().filter(|paragraph| !paragraph.text.trim().is_empty()).collect())
        .collect();
    if filled.iter().any(|cell: &Vec<Paragraph>| cell.len() > 1 || cell.iter().any(is_sentence)) {
        return filled.into_iter().flatten().collect();
    }
    let line: Vec<Paragraph> = filled.into_iter().flatten().collect();
    let kind = line.first().map_or(BlockKind::Paragraph, |first| first.kind);
    let texts: Vec<&str> = line.iter().map(|paragraph| paragraph.text.trim()).collect();
    vec![Paragraph { text: texts.join(" "), kind }]
}

fn is_sentence(paragraph: &Paragraph) -> bool {
    paragraph.text.trim_end_matches(['"', '”', '’', '\'', ')', ' ']).ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(flow: &mut Flow, text: &str) {
        flow.open_paragraph(BlockKind::Paragraph);
        flow.push(text);
        flow.close_paragraph();
    }

    fn table_row(flow: &mut Flow, cells: &[&[&str]]) {
        flow.open_row();
        for cell in cells {
            flow.open_cell();
            cell.iter().for_each(|text| paragraph(flow, text));
        }
        flow.close_row();
    }

    #[test]
    fn rows_of_figures_are_lines_and_rows_of_sentences_are_paragraphs() {
        let mut flow = Flow::new("test");
        table_row(&mut flow, &[&["Alma"], &[], &["140 t"]]);
        table_row(&mut flow, &[&["The tide rose."], &["Picture"]]);
        assert_eq!(flow.finish().text, "Alma 140 t\n\nThe tide rose.\n\nPicture");
    }

    #[test]
    fn notes_follow_at_the_end() {
        let mut flow = Flow::new("test");
        flow.open_paragraph(BlockKind::Paragraph);
        flow.push("The tide");
        flow.open_note();
        paragraph(&mut flow, "At night.");
        flow.close_note();
        flow.push(" rose.");
        flow.close_paragraph();
        paragraph(&mut flow, "It fell.");
        assert_eq!(flow.finish().text, "The tide rose.\n\nIt fell.\n\nAt night.");
    }

    #[test]
    fn ends_without_beginnings_do_no_harm() {
        let mut flow = Flow::new("test");
        flow.close_row();
        flow.open_note();
        flow.close_row();
        flow.open_cell();
        flow.close_paragraph();
        flow.push("lost");
        flow.close_note();
        assert_eq!(flow.finish().text, "");
    }
}
