//! The document taken apart again: nothing missing, nothing broken out, the same file twice.

use std::collections::BTreeSet;

use crate::comparison::{Comparison, Edits, Options, compare, fixture};
use crate::load::RawArticle;
use crate::report::letters::printable;
use crate::report::opened::{empty, hostile, hostile_sentences, parts, remarks, texts};
use crate::text::{Pair, Side};

use super::*;

fn written(report: &Report<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out, report).unwrap();
    out
}

fn document_of(comparison: &Comparison) -> String {
    parts(&written(&Report::of(comparison))).remove("word/document.xml").unwrap()
}

/// Every paragraph's words.
fn paragraphs(xml: &str) -> Vec<String> {
    xml.split("</w:p>").map(|paragraph| texts(&format!("<x>{}</x>", runs(paragraph)), "w:t").concat()).collect()
}

/// The texts of a stretch of XML, whatever surrounds them.
fn runs(xml: &str) -> String {
    xml.split("<w:t ").skip(1).filter_map(|run| Some(format!("<w:t {}</w:t>", run.split_once("</w:t>")?.0))).collect()
}

fn assert_holds_everything(comparison: &Comparison) {
    let all = paragraphs(&document_of(comparison));
    let has = |words: &str| all.iter().any(|paragraph| paragraph.contains(words.trim()));
    for (_, document) in comparison.documents.iter() {
        for id in 0..document.sentences.len() {
            assert!(has(&printable(document.sentence(id))), "{}", document.sentence(id));
        }
    }
    for entry in Report::of(comparison).entries() {
        assert!(has(&printable(&entry.finding.message)), "{}", entry.finding.message);
    }
    let names = Report::of(comparison).names();
    assert!(has(&format!("Left: {}", printable(&names.left))) && has(&format!("Right: {}", printable(&names.right))));
}

#[test]
fn every_sentence_and_finding_is_in_it() {
    assert_holds_everything(&fixture::comparison());
    assert_holds_everything(&fixture::long(60));
}

#[test]
fn an_article_cannot_break_out_of_it() {
    assert_holds_everything(&hostile());
    assert_holds_everything(&hostile_sentences());
    let xml = document_of(&hostile());
    assert!(!xml.contains('\u{202e}') && xml.contains("&lt;/w:t&gt;&lt;/w:r&gt;&lt;w:p&gt;&amp;"), "{xml}");
}

#[test]
fn our_own_reader_opens_it() {
    let comparison = fixture::comparison();
    let read = RawArticle::from_bytes("report.docx", &written(&Report::of(&comparison))).unwrap();
    for sentence in fixture::LEFT.iter().chain(&fixture::RIGHT) {
        assert!(read.text.contains(sentence), "{sentence}");
    }
}

#[test]
fn with_nothing_found_it_says_so() {
    let all = paragraphs(&document_of(&empty())).join("\n");
    assert!(all.contains("0 findings\nShown: all findings.\nNothing was found of what was to be shown."), "{all}");
    assert!(all.contains("Nothing.") && all.contains("No counterpart found"));
}

#[test]
fn what_to_be_warned_of_stands_before_the_findings() {
    let mut comparison = fixture::comparison();
    comparison.notes.push(crate::text::Note::warning("few sentences can be aligned".to_owned()));
    let all = paragraphs(&document_of(&comparison));
    let at = |words: &str| all.iter().position(|paragraph| paragraph == words).unwrap();
    assert!(at("Please note: few sentences can be aligned") < at("3 findings"));
}

#[test]
fn every_look_is_a_style_that_it_brings() {
    let comparison = fixture::comparison();
    let remarks = remarks(&comparison);
    let made = parts(&written(&Report { remarks: Some(&remarks), ..Report::of(&comparison) }));
    let values = |xml: &str, before: &str| -> BTreeSet<String> {
        xml.split(before).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let known = values(&made["word/styles.xml"], "w:styleId=\"");
    for used in ["<w:pStyle w:val=\"", "<w:rStyle w:val=\"", "<w:tblStyle w:val=\""] {
        let used = values(&made["word/document.xml"], used);
        assert!(!used.is_empty() && used.is_subset(&known), "{:?}", used.difference(&known));
    }
    assert!(values(&made["word/styles.xml"], "<w:basedOn w:val=\"").is_subset(&known));
}

#[test]
fn every_part_that_is_named_is_there() {
    let made = parts(&written(&Report::of(&fixture::comparison())));
    for name in made.keys() {
        let is_known = name == "[Content_Types].xml" || name.ends_with(".rels");
        assert!(is_known || made["[Content_Types].xml"].contains(&format!("\"/{name}\"")), "{name}");
    }
    for (part, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        for target in made[part].split("Target=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(made.contains_key(&format!("{folder}{target}")), "{target}");
        }
    }
    assert_eq!(texts(&made["docProps/core.xml"], "dc:title"), ["left.txt and right.txt, compared"]);
    assert_eq!(texts(&made["docProps/core.xml"], "dc:creator"), ["Paragone"]);
}

#[test]
fn heads_are_repeated_and_short_rows_stay_whole() {
    let xml = document_of(&hostile());
    assert_eq!(xml.matches("<w:tblHeader>").count(), xml.matches("<w:tbl>").count());
    let (rows, whole) = (xml.matches("<w:tr>").count(), xml.matches("<w:cantSplit>").count());
    assert!(whole >= rows - 2 && whole < rows, "{whole} of {rows}: only a row that could fill a page may be broken");
}

#[test]
fn differences_are_marked_by_line_and_colour() {
    let xml = document_of(&fixture::comparison());
    for (look, word) in [("LeftReplaced", "Monday"), ("RightReplaced", "Tuesday"), ("Conflict", "Conflict")] {
        let marked = xml.split("<w:r>").any(|run| run.contains(&format!("w:val=\"{look}\"")) && run.contains(word));
        assert!(marked, "{look}");
    }
    for look in ["LeftOnly", "RightOnly", "LeftReplaced", "RightReplaced", "Moved"] {
        let style = STYLES.split("<w:style ").find(|style| style.contains(&format!("w:styleId=\"{look}\""))).unwrap();
        assert!(style.contains("<w:strike/>") || style.contains("<w:u "), "{look} is marked by colour alone");
    }
}

#[test]
fn findings_and_sentences_lead_to_each_other() {
    let xml = document_of(&fixture::comparison());
    let marks: Vec<&str> = xml.split("w:name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(marks.iter().filter(|mark| !mark.starts_with("finding")).count(), 12, "{marks:?}");
    assert_eq!(marks.iter().collect::<BTreeSet<_>>().len(), 15);
    let numbers = xml.split("<w:bookmarkStart w:id=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    assert_eq!(numbers.collect::<BTreeSet<_>>().len(), 15);
    for target in xml.split("w:anchor=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(marks.contains(&target), "{target}");
    }
}

#[test]
fn a_row_says_which_findings_are_in_it_and_why_it_is_one() {
    let comparison = fixture::comparison();
    let all = paragraphs(&document_of(&comparison));
    assert!(
        all.contains(&"Finding 1".to_owned()) && !all.iter().any(|words| words.contains("Why side by side")),
        "{all:#?}"
    );
    let mut report = Report::of(&comparison);
    report.shown.reasons = true;
    let all = paragraphs(&parts(&written(&report))["word/document.xml"]);
    assert!(
        all.contains(&"Finding 2 · Why side by side: both say “Works will cost”; other figures: 40 / 42".to_owned()),
        "{all:#?}"
    );
}

#[test]
fn each_text_has_its_language_and_direction() {
    let hebrew =
        ["הגשר באוסטר נסגר ביום שני לתיקונים, אמר ראש העיר David Brink אתמול בערב.", "העבודות יעלו 40 מיליון כתרים."];
    let english = ["The bridge at Oster closes on Monday for repairs, the mayor said.", "Works will cost 40 million."];
    let articles =
        Pair::new(RawArticle::from_sentences("a.txt", &hebrew), RawArticle::from_sentences("b.txt", &english));
    let xml = document_of(&compare(articles.as_ref(), &Options::default(), &Edits::default()));
    let run = |word: &str| xml.split("<w:r>").find(|run| run.contains(word)).unwrap_or_default().to_owned();
    assert!(run("באוסטר").contains("<w:rtl>") && run("באוסטר").contains("w:bidi=\"he-IL\""));
    assert!(!run("David Brink").contains("<w:rtl>") && run("David Brink").contains("w:val=\"he-IL\""));
    assert!(run("the mayor said").contains("w:val=\"en-US\"") && run("Overview").contains("w:val=\"en-GB\""));
    let paragraph = xml.split("<w:p>").find(|paragraph| paragraph.contains("באוסטר")).unwrap();
    assert!(paragraph.contains("<w:bidi>"));
}

#[test]
fn remarks_have_a_column_and_their_places_only_where_there_are_any() {
    let comparison = fixture::comparison();
    assert!(!paragraphs(&document_of(&comparison)).contains(&"State".to_owned()));
    let remarks = remarks(&comparison);
    let made = parts(&written(&Report { remarks: Some(&remarks), ..Report::of(&comparison) }));
    let all = paragraphs(&made["word/document.xml"]);
    for words in ["State", "checked", "to check", "Note: Call the ferrymen. · desk", "Which buses? · desk"] {
        assert!(all.iter().any(|paragraph| paragraph == words), "{words}: {all:#?}");
    }
    let two = all.iter().position(|paragraph| paragraph == "Two budgets? · desk").unwrap();
    let about = [all[two - 1].as_str(), all[two + 1].as_str(), all[two + 2].as_str()];
    let quoted = Pair::new(fixture::LEFT[2], fixture::RIGHT[4]);
    assert_eq!(about, ["Two sentences", &format!("“{}”\u{a0}3", quoted.left), &format!("“{}”\u{a0}5", quoted.right)]);
    assert!(
        all.contains(&"Sentence, not found any more".to_owned())
            && all.contains(&"Kept from before. · desk".to_owned())
    );
}

#[test]
fn made_twice_it_is_the_same_file() {
    let comparison = fixture::comparison();
    assert_eq!(written(&Report::of(&comparison)), written(&Report::of(&comparison)));
}

#[test]
fn both_sides_have_names_of_their_own() {
    let names = Side::BOTH.map(|side| texts::bookmark(side, 0));
    assert_eq!(names, ["left_1", "right_1"]);
}
