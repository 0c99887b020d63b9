//! A witness: the whole text in its own order, each sentence with its name, the words of findings between anchors.

use std::collections::BTreeMap;
use std::io::Result;

use crate::clean::Role;
use crate::comparison::Comparison;
use crate::report::Entry;
use crate::segment::{Document, Sentence};
use crate::text::{Side, Span};

use super::header::tag;
use super::xml::Xml;
use super::{sentence, witness, words};

/// A text that is being written.
struct Text<'a> {
    document: &'a Document,
    side: Side,
    /// The names of the anchors, by the sentence and the byte of the text at which they stand.
    anchors: BTreeMap<(usize, usize), Vec<String>>,
}

/// Sentences of one passage, the first one's id, and the part that the passage plays.
type Passage<'a> = (usize, &'a [Sentence], Role);

pub(super) fn write(xml: &mut Xml<'_>, comparison: &Comparison, side: Side, entries: &[Entry<'_>]) -> Result<()> {
    let document = &comparison.documents[side];
    let text = Text { document, side, anchors: anchors(document, side, entries) };
    let id = format!("text-{}", witness(side));
    let about = [("xml:id", id.as_str()), ("type", "witness"), ("xml:lang", tag(&document.language))];
    let passages = passages(document);
    xml.lines("text", &about, |xml| {
        xml.lines("body", &[], |xml| {
            if passages.is_empty() {
                return xml.said("p", &[], "");
            }
            passages.chunk_by(|_, next| !is_head(next.2)).try_for_each(|section| text.section(xml, section))
        })
    })
}

fn is_head(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Subheading)
}

fn passages(document: &Document) -> Vec<Passage<'_>> {
    let mut first = 0;
    let mut passages = Vec::new();
    for sentences in document.sentences.chunk_by(|a, b| a.passage == b.passage) {
        passages.push((first, sentences, sentences.first().map_or(Role::Body, |sentence| sentence.role)));
        first += sentences.len();
    }
    passages
}

/// Where the words of the findings begin and end. Of what stands at one place, ends come before beginnings.
fn anchors(document: &Document, side: Side, entries: &[Entry<'_>]) -> BTreeMap<(usize, usize), Vec<String>> {
    let mut anchors: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    for entry in entries {
        let Some(place) = entry.finding.places[side] else { continue };
        let Some(whole) = document.sentences.get(place.sentence) else { continue };
        let span = place.span.intersection(whole.span).unwrap_or(whole.span);
        let name = words(entry.number, side);
        anchors.entry((place.sentence, span.start)).or_default().push(format!("{name}-from"));
        anchors.entry((place.sentence, span.end)).or_default().insert(0, format!("{name}-to"));
    }
    anchors
}

impl Text<'_> {
    fn section(&self, xml: &mut Xml<'_>, passages: &[Passage<'_>]) -> Result<()> {
        xml.lines("div", &[], |xml| {
            for run in passages.chunk_by(|a, b| a.2 == Role::List && b.2 == Role::List) {
                match run {
                    [(_, _, Role::List), ..] => xml.lines("list", &[], |xml| self.passages(xml, run))?,
                    _ => self.passages(xml, run)?,
                }
            }
            Ok(())
        })
    }

    fn passages(&self, xml: &mut Xml<'_>, passages: &[Passage<'_>]) -> Result<()> {
        for passage in passages {
            let (element, kind): (&str, &[(&str, &str)]) = match passage.2 {
                Role::Headline => ("head", &[("type", "headline")]),
                Role::Subheading => ("head", &[]),
                Role::List => ("item", &[]),
                Role::Caption => ("ab", &[("type", "caption")]),
                Role::Lead | Role::Body => ("p", &[]),
            };
            xml.element(element, kind, |xml| self.sentences(xml, passage))?;
            xml.line()?;
        }
        Ok(())
    }

    fn sentences(&self, xml: &mut Xml<'_>, (first, sentences, _): &Passage<'_>) -> Result<()> {
        let mut end = None;
        for (id, here) in (*first..).zip(*sentences) {
            // What stands between two sentences belongs to the text.
            xml.text(end.map_or("", |end| Span::new(end, here.span.start).of(&self.document.text)))?;
            end = Some(here.span.end);
            let number = (id + 1).to_string();
            xml.element("s", &[("xml:id", &sentence(self.side, id)), ("n", &number)], |xml| {
                self.words(xml, id, here.span)
            })?;
        }
        Ok(())
    }

    fn words(&self, xml: &mut Xml<'_>, id: usize, span: Span) -> Result<()> {
        let mut from = span.start;
        for ((_, at), names) in self.anchors.range((id, 0)..(id + 1, 0)) {
            xml.text(Span::new(from, *at).of(&self.document.text))?;
            from = *at;
            names.iter().try_for_each(|name| xml.empty("anchor", &[("xml:id", name)]))?;
        }
        xml.text(Span::new(from, span.end).of(&self.document.text))
    }
}
