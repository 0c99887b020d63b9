//! Writing XML: elements that are always closed, and only characters that XML knows.

use std::io::{Result, Write};

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::report::letters::for_xml;

/// A document that is being written.
pub(super) struct Xml<'w>(Writer<&'w mut dyn Write>);

/// Attributes with their values; no words of a text go here, where white space is not kept.
type Attributes<'a> = [(&'a str, &'a str)];

impl<'w> Xml<'w> {
    pub(super) fn begin(out: &'w mut dyn Write) -> Result<Self> {
        let mut xml = Self(Writer::new(out));
        xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.line()?;
        Ok(xml)
    }

    /// An element with whatever is written inside.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &Attributes<'_>,
        inside: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        inside(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// The same on lines of its own, where white space means nothing.
    pub(super) fn lines(
        &mut self,
        name: &str,
        attributes: &Attributes<'_>,
        inside: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.element(name, attributes, |xml| {
            xml.line()?;
            inside(xml)
        })?;
        self.line()
    }

    /// An element that holds only a text, on a line of its own.
    pub(super) fn said(&mut self, name: &str, attributes: &Attributes<'_>, text: &str) -> Result<()> {
        self.element(name, attributes, |xml| xml.text(text))?;
        self.line()
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// Words of a text.
    pub(super) fn text(&mut self, text: &str) -> Result<()> {
        for (n, part) in text.split('\r').enumerate() {
            if n > 0 {
                // As a character it would be read as a line feed.
                self.0.write_event(Event::Text(BytesText::from_escaped("&#13;")))?;
            }
            // Quotation marks need no escape between tags, and texts are full of them.
            self.0.write_event(Event::Text(BytesText::from_escaped(partial_escape(for_xml(part)))))?;
        }
        Ok(())
    }

    pub(super) fn line(&mut self) -> Result<()> {
        self.0.get_mut().write_all(b"\n")
    }
}

fn start<'a>(name: &'a str, attributes: &Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
