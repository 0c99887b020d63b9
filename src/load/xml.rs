//! A walk through XML: elements and text in order, whatever names their namespaces have.
//!
//! Entities that a document declares itself are left alone, so none can expand into more than it is.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{Problem, Watch};

/// Elements are not nested deeper: a table in a table in a text box has about thirty levels.
const DEEPEST: usize = 1_000;

/// Between two looks at the watch this many things are told: some milliseconds' worth.
const TOLD_BETWEEN_LOOKS: usize = 10_000;

/// The beginning of an element.
pub(super) struct Element<'a>(&'a BytesStart<'a>);

impl Element<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of the attribute with this name, prefix aside.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.attributes().find(|attribute| attribute.key.local_name().as_ref() == name).map(|found| value(&found))
    }

    /// The value of the attribute with this name and prefix.
    pub(super) fn full_attribute(&self, name: &str) -> Option<String> {
        self.attributes().find(|attribute| attribute.key.as_ref() == name).map(|found| value(&found))
    }

    fn attributes(&self) -> impl Iterator<Item = Attribute<'_>> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        attributes.flatten()
    }
}

fn value(attribute: &Attribute<'_>) -> String {
    let unescaped = quick_xml::escape::unescape(&attribute.value);
    unescaped.map_or_else(|_| attribute.value.to_string(), Cow::into_owned)
}

/// Whether a walk goes into an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// What it holds is told.
    Read,
    /// It is passed over with all that it holds; its end is not told either.
    Skip,
}

/// Who is told what a walk comes by.
pub(super) trait Visitor {
    /// An element begins.
    fn start(&mut self, element: &Element<'_>) -> Inside;
    /// An element ends.
    fn end(&mut self, name: &str);
    /// Text; one stretch may arrive in several pieces.
    fn text(&mut self, text: &str);
}

/// Tells a visitor everything in order.
///
/// # Errors
/// [`Problem::Damaged`] where the text is no whole XML, and what the watch says.
pub(super) fn walk(xml: &str, visitor: &mut impl Visitor, watch: &Watch) -> Result<(), Problem> {
    let mut reader = Reader::from_str(xml);
    let mut depth: usize = 0;
    for told in 0.. {
        if told % TOLD_BETWEEN_LOOKS == 0 {
            watch.go_on()?;
        }
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::Start(start) => match visitor.start(&Element(&start)) {
                _ if depth == DEEPEST => return Err(Problem::Damaged),
                Inside::Read => depth += 1,
                Inside::Skip => {
                    reader.read_to_end(start.name()).map_err(|_| Problem::Damaged)?;
                }
            },
            Event::Empty(start) if visitor.start(&Element(&start)) == Inside::Read => {
                visitor.end(start.local_name().into_inner());
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visitor.end(end.local_name().into_inner());
            }
            Event::Text(text) => visitor.text(&text.xml10_content()),
            Event::CData(text) => visitor.text(&text.xml10_content()),
            Event::GeneralRef(reference) => visitor.text(&resolved(&reference)),
            Event::Eof if depth == 0 => break,
            Event::Eof => return Err(Problem::Damaged),
            _ => {}
        }
    }
    Ok(())
}

/// The character that a reference stands for; a reference to anything else is left as it is written.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.xml10_content();
    named(&name).unwrap_or_else(|| format!("&{name};"))
}

/// What a name of HTML stands for, one character or two: XHTML in books uses them without saying what they mean.
fn named(name: &str) -> Option<String> {
    let (first, second) = *html5ever::data::NAMED_ENTITIES.get(format!("{name};").as_str())?;
    let characters = [first, second].into_iter().filter(|&code| code != 0).filter_map(char::from_u32);
    Some(characters.collect::<String>()).filter(|characters| !characters.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Told(String);

    impl Visitor for Told {
        fn start(&mut self, element: &Element<'_>) -> Inside {
            if element.name() == "aside" {
                return Inside::Skip;
            }
            self.0 += &format!("<{}{}>", element.name(), element.attribute("n").unwrap_or_default());
            Inside::Read
        }

        fn end(&mut self, name: &str) {
            self.0 += &format!("</{name}>");
        }

        fn text(&mut self, text: &str) {
            self.0 += text;
        }
    }

    fn told(xml: &str) -> Option<String> {
        let mut told = Told::default();
        walk(xml, &mut told, &Watch::default()).ok().map(|()| told.0)
    }

    #[test]
    fn elements_and_text_are_told_in_order() {
        let xml = "<?xml version='1.0'?><w:a x:n='1&amp;2'>Tide &amp; &#8211; <b/><aside>no<b>no</b></aside><![CDATA[<c>]]></w:a>";
        assert_eq!(told(xml).as_deref(), Some("<a1&2>Tide & – <b></b><c></a>"));
    }

    #[test]
    fn names_of_html_stand_for_their_characters_and_others_for_nothing() {
        let told = told("<a>caf&eacute;&nbsp;&lt;&nvlt;&eacut;&gate;</a>");
        assert_eq!(told.as_deref(), Some("<a>café\u{a0}<<\u{20d2}&eacut;&gate;</a>"));
    }

    #[test]
    fn entities_of_a_document_are_not_expanded() {
        let xml = "<!DOCTYPE a [<!ENTITY b 'boom'><!ENTITY c '&b;&b;'>]><a>&c;</a>";
        assert_eq!(told(xml).as_deref(), Some("<a>&c;</a>"));
    }

    #[test]
    fn what_is_cut_off_or_too_deep_is_damaged() {
        for xml in ["<a><b></b>", "<a></b>", "<a", "<a>&", &"<a>".repeat(5_000)] {
            assert_eq!(told(xml), None, "{:.40}", xml);
        }
    }
}
