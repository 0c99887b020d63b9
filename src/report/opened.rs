//! For tests: a file of an office program taken apart again, as strictly as such programs read it, and what to try forms with.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::comparison::{Anchor, FindingName};
use crate::comparison::{Comparison, Edits, Options, Remark, Remarks, Review, Subject, compare, fixture};
use crate::load::RawArticle;
use crate::text::{Pair, Side};

/// The parts of a package by their names. Every one must be well-formed.
pub(super) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names
        .into_iter()
        .map(|name| {
            let mut xml = String::new();
            archive.by_name(&name).unwrap().read_to_string(&mut xml).unwrap();
            assert_well_formed(&xml);
            (name, xml)
        })
        .collect()
}

fn assert_well_formed(xml: &str) {
    assert!(texts(xml, "no element has this name").is_empty());
}

/// The text inside each element of a name, in order; panics where the XML is broken or holds what XML forbids.
pub(super) fn texts(xml: &str, element: &str) -> Vec<String> {
    assert!(!xml.chars().any(|c| c < ' ' && !"\n\r\t".contains(c)), "a control character");
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut found, mut inside, mut open) = (Vec::new(), 0, 0);
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                open += 1;
                inside += u32::from(start.name().as_ref() == element);
            }
            Event::End(end) => {
                open -= 1;
                if end.name().as_ref() == element {
                    inside -= 1;
                    found.push(std::mem::take(&mut text));
                }
            }
            Event::Text(words) if inside > 0 => text.push_str(&words),
            Event::GeneralRef(name) if inside > 0 => text.push_str(&meant(&name)),
            Event::Eof => {
                assert_eq!(open, 0, "an element has no end");
                return found;
            }
            _ => {}
        }
    }
}

fn meant(name: &str) -> String {
    quick_xml::escape::unescape(&format!("&{name};")).unwrap().into_owned()
}

/// An article that tries everything: formulas, markup, bidirectional and control characters, endless words.
pub(super) fn hostile() -> Comparison {
    let mut made = fixture::comparison();
    let nasty = "=cmd|'/c calc'!A1 </w:t></w:r><w:p>& \"]]> <f>1+1</f> _x0041_ \u{202e}txt\u{0}\u{7}\u{1b}[31m\u{fffe}";
    made.findings[0].message = nasty.to_owned();
    made.findings[1].message = format!("@{}", "m".repeat(40_000));
    made.documents.left.card.title = Some(nasty.to_owned());
    made.documents.left.card.author = Some("x".repeat(10_000));
    made.documents.right.card.outlet = Some(format!("+1+1 &P {nasty}"));
    made
}

/// A comparison of hostile sentences, made by the engine.
pub(super) fn hostile_sentences() -> Comparison {
    let long = "x".repeat(10_000);
    let endless = "=endless ".repeat(5_000);
    let left =
        ["=1+1 opens the bridge", "The <w:p> bridge & ]]> closes on Monday.", &long, "-2 crowns \u{202e}desrever."];
    let right = ["+1 opens the bridge", "The <w:p> bridge & ]]> closes on Tuesday.", &long, &endless];
    let articles = Pair::new(RawArticle::from_sentences("@l.txt", &left), RawArticle::from_sentences("=r.txt", &right));
    compare(articles.as_ref(), &Options::default(), &Edits::default())
}

/// Two articles of which neither has a sentence that the other has, the right one none at all.
pub(super) fn empty() -> Comparison {
    let articles =
        Pair::new(RawArticle::from_sentences("l.txt", &["Nothing."]), RawArticle::from_sentences::<&str>("r.txt", &[]));
    compare(articles.as_ref(), &Options::default(), &Edits::default())
}

/// Remarks on the fixture: a finding checked and noted, notes on a sentence, a pair, and words that are gone.
pub(super) fn remarks(comparison: &Comparison) -> Remarks {
    let note = |text: &str| Remark { text: text.to_owned(), tags: vec!["desk".to_owned()] };
    let mut remarks = Remarks::default();
    remarks.set_review(FindingName::of(comparison, 0).unwrap(), Some(Review::Checked));
    remarks.set_note(Subject::finding(comparison, 0).unwrap(), note("Call the ferrymen."));
    remarks.set_note(Subject::sentence(comparison, Side::Right, 5).unwrap(), note("Which buses?"));
    remarks.set_note(Subject::pair(comparison, Pair::new(2, 4)).unwrap(), note("Two budgets?"));
    let gone = Anchor { origin: 9_000, words: "Words of an older version.".to_owned() };
    remarks.set_note(Subject::Sentence(Side::Left, gone), note("Kept from before."));
    remarks
}
