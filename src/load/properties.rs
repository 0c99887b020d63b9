//! What a word processor's file says about itself: title and author.

use super::Card;
use super::xml::{Element, Inside, Visitor};

/// Names that programs put where nobody has entered an author.
const NO_AUTHORS: [&str; 8] =
    ["Microsoft Office User", "Windows User", "Unknown", "Admin", "Administrator", "python-docx", "User", "Author"];

/// Whether this is a title that a person gave; programs put the file's name there.
pub(super) fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let names_a_file = [".doc", ".odt", ".rtf", ".pdf", ".txt", ".indd", ".qxp"].iter().any(|end| lower.contains(end));
    title.trim().contains(' ') && !names_a_file && !lower.starts_with("microsoft ")
}

/// Whether this is an author's name and not what a program puts in its place.
pub(super) fn is_author(author: &str) -> bool {
    let author = author.trim();
    author.contains(char::is_alphabetic) && !NO_AUTHORS.iter().any(|name| name.eq_ignore_ascii_case(author))
}

/// What stands in `docProps/core.xml` or `meta.xml`.
///
/// The dates in there are those of the file, not of publication, so they do not go on the card.
#[derive(Default)]
pub(super) struct Properties {
    title: Option<String>,
    /// In OOXML who wrote it, in ODF who changed it last.
    author: Option<String>,
    /// In ODF who wrote it.
    first_author: Option<String>,
    open: String,
}

impl Properties {
    /// Puts on the card what a person entered.
    pub(super) fn fill(self, card: &mut Card) {
        card.title = self.title.filter(|title| is_title(title));
        let author = self.first_author.or(self.author);
        card.author = author.filter(|author| is_author(author));
    }
}

impl Visitor for Properties {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        self.open.clear();
        // In a text that is one file, who commented is named in it like its author.
        if element.name() == "body" { Inside::Skip } else { Inside::Read }
    }

    fn end(&mut self, name: &str) {
        let text = std::mem::take(&mut self.open).trim().to_owned();
        let field = match name {
            "title" => &mut self.title,
            "creator" => &mut self.author,
            "initial-creator" => &mut self.first_author,
            _ => return,
        };
        if !text.is_empty() {
            *field = Some(text);
        }
    }

    fn text(&mut self, text: &str) {
        self.open.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Watch;
    use super::super::xml::walk;
    use super::*;

    fn filled(xml: &str) -> Card {
        let mut properties = Properties::default();
        walk(xml, &mut properties, &Watch::default()).unwrap();
        let mut card = Card::default();
        properties.fill(&mut card);
        card
    }

    #[test]
    fn titles_and_authors_that_a_person_gave() {
        let card = filled("<p><dc:title>The tide &amp; the quay</dc:title><dc:creator>Ines Hallow</dc:creator></p>");
        assert_eq!(card.title.as_deref(), Some("The tide & the quay"));
        assert_eq!(card.author.as_deref(), Some("Ines Hallow"));
        let card = filled("<m><initial-creator>Ines Hallow</initial-creator><creator>Tom Oh</creator></m>");
        assert_eq!(card.author.as_deref(), Some("Ines Hallow"));
    }

    #[test]
    fn what_programs_put_there_is_left() {
        for title in ["Document1", "Microsoft Word - tide.docx", "the tide v3.odt", ""] {
            assert!(!is_title(title), "{title}");
        }
        assert_eq!(filled("<p><creator>Microsoft Office User</creator></p>"), Card::default());
    }
}
