//! What is read back from the document is what went in.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::*;
use crate::comparison::{Comparison, Edits, FindingName, Options, Remark, Remarks, Review, Subject};
use crate::comparison::{RowKey, compare, fixture, rows};
use crate::load::RawArticle;
use crate::text::Pair;

/// An element as it is read.
#[derive(Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    inside: Vec<Inside>,
}

enum Inside {
    Words(String),
    Element(Element),
}

impl Element {
    fn begin(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let name: &str = attribute.key.as_ref();
            (name.to_owned(), attribute.value.to_string())
        });
        let name: &str = start.name().0;
        Self { name: name.to_owned(), attributes: attributes.collect(), inside: Vec::new() }
    }

    fn get(&self, attribute: &str) -> &str {
        self.attributes.iter().find(|(name, _)| name == attribute).map_or("", |(_, value)| value)
    }

    /// All elements in it of these names, in order, this one included.
    fn all<'a>(&'a self, names: &[&str]) -> Vec<&'a Self> {
        let mut found = Vec::new();
        if names.is_empty() || names.contains(&self.name.as_str()) {
            found.push(self);
        }
        for inside in &self.inside {
            if let Inside::Element(element) = inside {
                found.extend(element.all(names));
            }
        }
        found
    }

    fn text(&self, wit: Option<&str>) -> String {
        let part = |inside: &Inside| match inside {
            Inside::Words(words) => words.clone(),
            Inside::Element(element) if element.name == "rdg" && wit.is_some_and(|wit| element.get("wit") != wit) => {
                String::new()
            }
            Inside::Element(element) => element.text(wit),
        };
        self.inside.iter().map(part).collect()
    }
}

fn read(document: &str) -> Element {
    let mut reader = Reader::from_str(document);
    let mut open = vec![Element::default()];
    loop {
        let words = match reader.read_event().unwrap() {
            Event::Start(start) => {
                open.push(Element::begin(&start));
                continue;
            }
            Event::Empty(start) => {
                open.last_mut().unwrap().inside.push(Inside::Element(Element::begin(&start)));
                continue;
            }
            Event::End(_) => {
                let closed = open.pop().unwrap();
                open.last_mut().unwrap().inside.push(Inside::Element(closed));
                continue;
            }
            Event::Text(text) => text.xml10_content().into_owned(),
            Event::GeneralRef(name) => quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap().into_owned(),
            Event::Eof => return open.pop().unwrap(),
            _ => continue,
        };
        open.last_mut().unwrap().inside.push(Inside::Words(words));
    }
}

fn written(report: &Report<'_>) -> String {
    let mut out = Vec::new();
    write(&mut out, report).unwrap();
    String::from_utf8(out).unwrap()
}

fn compared(left: &str, right: &str) -> Comparison {
    let articles = Pair::new(left, right).map(|text| RawArticle::from_text("a.txt", text));
    compare(articles.as_ref(), &Options::default(), &Edits::default())
}

/// Both texts, and both readings of each row, are what the comparison holds.
fn assert_complete(comparison: &Comparison, document: &Element) {
    for (side, source) in comparison.documents.iter() {
        let texts = document.all(&["text"]);
        let text = texts.iter().find(|text| text.get("xml:id") == format!("text-{}", witness(side))).unwrap();
        let passages: Vec<String> =
            text.all(&["head", "p", "item", "ab"]).iter().map(|passage| passage.text(None)).collect();
        assert_eq!(passages.join("\n"), source.text);
        let sentences: Vec<String> = text.all(&["s"]).iter().map(|sentence| sentence.text(None)).collect();
        assert_eq!(sentences, (0..source.sentences.len()).map(|id| source.sentence(id)).collect::<Vec<_>>());
    }
    let collated: Vec<&Element> =
        document.all(&["ab"]).into_iter().filter(|ab| ab.get("xml:id").starts_with("row-")).collect();
    let rows = rows(comparison, Side::Left);
    assert_eq!(collated.len(), rows.len());
    for (row, ab) in rows.iter().zip(collated) {
        for (side, source) in comparison.documents.iter() {
            let sentences: Vec<&str> = row.sentences[side].iter().map(|&id| source.sentence(id)).collect();
            let reading = ab.text(Some(&format!("#{}", witness(side))));
            assert_eq!(reading, sentences.join(" "), "{:?}", row.key);
            let is_read = !ab.all(&["rdg"]).iter().all(|rdg| rdg.get("wit") != format!("#{}", witness(side)));
            assert!(
                matches!(row.key, RowKey::Group(_))
                    || is_read
                        == (row.key == RowKey::Alone(side, row.sentences[side].first().copied().unwrap_or(usize::MAX)))
            );
        }
    }
}

/// Every name stands once, and every pointer leads to one.
fn assert_linked(document: &Element) {
    let all = document.all(&[]);
    let mut names: Vec<&str> = all.iter().map(|element| element.get("xml:id")).filter(|id| !id.is_empty()).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "a name stands twice");
    for element in all {
        for attribute in ["wit", "target", "corresp", "resp", "ana", "from", "to", "domains", "source"] {
            for pointer in element.get(attribute).split_whitespace() {
                assert!(names.binary_search(&&pointer[1..]).is_ok(), "{attribute}={pointer}");
            }
        }
    }
}

#[test]
fn both_texts_come_back_to_the_letter() {
    for comparison in [
        fixture::comparison(),
        compared("", ""),
        compared(
            "Weir breaks\n\nThe old weir broke on Monday, said the mayor. Two boats sank & one <was> saved.\n\n- First  item\n- Second item",
            "## Boats lost\n\nThe mayor said the old weir broke on Tuesday. Nobody was hurt. Two boats, one of them new, sank.",
        ),
    ] {
        let document = read(&written(&Report::of(&comparison)));
        assert_complete(&comparison, &document);
        assert_linked(&document);
    }
}

#[test]
fn characters_that_xml_does_not_know_are_replaced_and_told() {
    let comparison = {
        let sentences = ["A bell\u{7} rang.\r\nTwice.", "\u{fffe}Then ]]> silence."];
        let articles = Pair::new(sentences, ["Bells.", "Silence."]);
        let articles = articles.map(|sentences| RawArticle::from_sentences("a.txt", &sentences));
        compare(articles.as_ref(), &Options::default(), &Edits::default())
    };
    let text = written(&Report::of(&comparison));
    assert!(text.contains("2 characters of the texts that XML does not know"), "{text}");
    let document = read(&text);
    let first = document.all(&["s"])[0].text(None);
    assert_eq!(first, "A bell\u{fffd} rang.\r\nTwice.");
}

#[test]
fn findings_point_to_their_words_and_notes_to_their_sentences() {
    let comparison = fixture::comparison();
    let mut remarks = Remarks::default();
    remarks.set_review(FindingName::of(&comparison, 0).unwrap(), Some(Review::Checked));
    let note = Remark { text: "Who?".to_owned(), tags: vec!["Vague".to_owned()] };
    remarks.set_note(Subject::sentence(&comparison, Side::Right, 1).unwrap(), note);
    let report = Report { remarks: Some(&remarks), ..Report::of(&comparison) };
    let text = written(&report);
    let document = read(&text);
    assert_linked(&document);
    assert_eq!(document.all(&["annotation"]).len(), 3);
    assert!(text.contains("<anchor xml:id=\"finding-1-A-from\"/>Monday<anchor xml:id=\"finding-1-A-to\"/>"), "{text}");
    assert!(text.contains("<note type=\"state\" resp=\"#reader\">checked</note>"), "{text}");
    assert!(text.contains("<note type=\"remark\" resp=\"#reader\" target=\"#B-2\">\n<p>Sentence: Who? · Vague</p>"));
    assert!(!written(&Report::of(&comparison)).contains("#reader"));
}

#[test]
fn words_that_moved_are_two_entries_that_point_to_each_other() {
    let comparison = compared(
        "On Monday evening the old weir near Oster broke and two boats sank.",
        "The old weir near Oster broke and two boats sank on Monday evening.",
    );
    let document = read(&written(&Report::of(&comparison)));
    assert_complete(&comparison, &document);
    assert_linked(&document);
    let moved: Vec<&Element> = document.all(&["app"]).into_iter().filter(|app| app.get("type") == "moved").collect();
    assert_eq!(moved.len(), 2);
    assert_eq!(moved[0].get("corresp"), format!("#{}", moved[1].get("xml:id")));
}
