//! What a book says about itself: title, author, and its chapters in reading order.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Card;
use super::super::properties::is_author;
use super::super::xml::{Element, Inside, Visitor};

/// Where the list of contents is.
#[derive(Default)]
pub(super) struct Container {
    pub(super) list: Option<String>,
}

impl Visitor for Container {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        if element.name() == "rootfile" && self.list.is_none() {
            self.list = element.attribute("full-path");
        }
        Inside::Read
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// The files that are enciphered; fonts often are in books that can be read.
#[derive(Default)]
pub(super) struct Locks {
    pub(super) files: BTreeSet<String>,
}

impl Visitor for Locks {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        if element.name() == "CipherReference"
            && let Some(file) = element.attribute("URI")
        {
            self.files.insert(unescaped(&file));
        }
        Inside::Read
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// The list of contents.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) card: Card,
    files: BTreeMap<String, String>,
    order: Vec<String>,
    open: String,
}

impl Contents {
    /// The paths of the chapters in the archive, in reading order, each once.
    pub(super) fn chapters(&self, list: &str) -> Vec<String> {
        let mut known = BTreeSet::new();
        let files = self.order.iter().filter_map(|chapter| self.files.get(chapter));
        files.map(|file| path(list, file)).filter(|path| known.insert(path.clone())).collect()
    }
}

impl Visitor for Contents {
    fn start(&mut self, element: &Element<'_>) -> Inside {
        self.open.clear();
        match element.name() {
            "item" => {
                if let (Some(id), Some(file)) = (element.attribute("id"), element.attribute("href")) {
                    self.files.insert(id, file);
                }
            }
            "itemref" => self.order.extend(element.attribute("idref")),
            _ => {}
        }
        Inside::Read
    }

    fn end(&mut self, name: &str) {
        let text = std::mem::take(&mut self.open).trim().to_owned();
        let field = match name {
            "title" => &mut self.card.title,
            "creator" if is_author(&text) => &mut self.card.author,
            "publisher" => &mut self.card.outlet,
            "date" => &mut self.card.published,
            _ => return,
        };
        if !text.is_empty() {
            field.get_or_insert(text);
        }
    }

    fn text(&mut self, text: &str) {
        self.open.push_str(text);
    }
}

/// The path in the archive of a file that is named as seen from the list of contents.
fn path(list: &str, file: &str) -> String {
    let file = file.split('#').next().unwrap_or_default();
    let mut parts: Vec<&str> = list.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." => {}
            part => parts.push(part),
        }
    }
    unescaped(&parts.join("/"))
}

/// The path with `%20` and the like as what they stand for.
fn unescaped(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut parts = path.split('%');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend(part.bytes().skip(2));
            }
            None => {
                bytes.push(b'%');
                bytes.extend(part.bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::super::Watch;
    use super::super::super::xml::walk;
    use super::*;

    #[test]
    fn paths_are_seen_from_the_list() {
        assert_eq!(path("OEBPS/content.opf", "text/a%20b.xhtml#c"), "OEBPS/text/a b.xhtml");
        assert_eq!(path("content.opf", "./a.xhtml"), "a.xhtml");
        assert_eq!(path("a/b/c.opf", "../d/100%.xhtml"), "a/d/100%.xhtml");
    }

    #[test]
    fn chapters_come_in_reading_order() {
        let mut contents = Contents::default();
        let xml = r#"<package><metadata><dc:title>The tide</dc:title><dc:creator>Ines Hallow</dc:creator><dc:date>2024-03-03</dc:date></metadata>
            <manifest><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/></manifest>
            <spine><itemref idref="a"/><itemref idref="none"/><itemref idref="b"/><itemref idref="a"/></spine></package>"#;
        walk(xml, &mut contents, &Watch::default()).unwrap();
        assert_eq!(contents.chapters("p.opf"), ["a.xhtml", "b.xhtml"]);
        assert_eq!(contents.card.published.as_deref(), Some("2024-03-03"));
        assert_eq!(contents.card.author.as_deref(), Some("Ines Hallow"));
    }
}
