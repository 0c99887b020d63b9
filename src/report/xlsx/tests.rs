//! The workbook taken apart again: nothing missing, nothing a formula, the same file twice.

use std::collections::BTreeMap;

use crate::comparison::{Comparison, fixture};
use crate::report::letters::printable;
use crate::report::opened::{empty, hostile, hostile_sentences, parts, remarks, texts};
use crate::text::Side;

use super::*;

/// A cell read back.
#[derive(Clone, Debug, PartialEq)]
enum Read {
    Text(String),
    Number(f64),
}

/// The sheets by name, each as rows of cells by the letters of their columns.
type Sheets = BTreeMap<String, Vec<BTreeMap<String, Read>>>;

fn written(report: &Report<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out, report).unwrap();
    out
}

fn sheets(report: &Report<'_>) -> Sheets {
    let made = parts(&written(report));
    let strings: Vec<String> = texts(&made["xl/sharedStrings.xml"], "t");
    let names = attributes(&made["xl/workbook.xml"], "<sheet name=\"");
    (1..)
        .zip(names)
        .map(|(number, name)| {
            let xml = &made[&format!("xl/worksheets/sheet{number}.xml")];
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "{name} has a formula");
            assert!(xml.contains("state=\"frozen\""), "{name} lets its head go");
            (name, xml.split("<row ").skip(1).map(|row| cells(row, &strings)).collect())
        })
        .collect()
}

fn cells(row: &str, strings: &[String]) -> BTreeMap<String, Read> {
    row.split("<c r=\"")
        .skip(1)
        .filter_map(|cell| {
            let column = cell.split(|c: char| !c.is_alphabetic()).next()?.to_owned();
            let value = cell.split_once("<v>")?.1.split_once("</v>")?.0;
            let is_text = cell.split('>').next()?.contains("t=\"s\"");
            assert!(is_text || !cell.split('>').next()?.contains("t=\""), "{cell}");
            let read = |text: &String| Read::Text(text.replace("_x005F_", "_"));
            Some((
                column,
                if is_text {
                    read(&strings[value.parse::<usize>().unwrap()])
                } else {
                    Read::Number(value.parse().unwrap())
                },
            ))
        })
        .collect()
}

fn attributes(xml: &str, before: &str) -> Vec<String> {
    xml.split(before).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

fn text(words: &str) -> Read {
    Read::Text(words.to_owned())
}

fn holds(rows: &[BTreeMap<String, Read>], words: &str) -> bool {
    rows.iter().flat_map(BTreeMap::values).any(|cell| *cell == text(words))
}

/// What is left of a text in a cell.
fn in_a_cell(words: &str) -> String {
    printable(words).into_owned()
}

fn assert_holds_everything(comparison: &Comparison) {
    let report = Report::of(comparison);
    let (made, names) = (sheets(&report), report.names().map(|name| in_a_cell(&name)));
    for (side, document) in comparison.documents.iter() {
        for id in 0..document.sentences.len() {
            let words = in_a_cell(document.sentence(id));
            assert!(words.len() > 32_000 || holds(&made["Links"], &words), "{side:?} {words}");
        }
    }
    assert_eq!(made["Findings"].len(), report.entries().len() + 1);
    for entry in report.entries().iter().filter(|entry| entry.finding.message.len() < 32_000) {
        assert!(holds(&made["Findings"], &in_a_cell(&entry.finding.message)), "{}", entry.finding.message);
    }
    for row in made["Findings"].iter().skip(1).chain(made["Links"].iter().skip(1)) {
        let has = |side: Side| row.values().any(|cell| *cell == text(&names[side]));
        assert!(has(Side::Left) && has(Side::Right), "{row:?}");
    }
}

#[test]
fn every_sentence_and_finding_has_a_row_with_both_names() {
    assert_holds_everything(&fixture::comparison());
    assert_holds_everything(&fixture::long(60));
}

#[test]
fn nothing_of_an_article_is_a_formula() {
    assert_holds_everything(&hostile());
    assert_holds_everything(&hostile_sentences());
    let made = parts(&written(&Report::of(&hostile())));
    assert!(made["xl/styles.xml"].contains("quotePrefix=\"1\""));
    assert!(made.keys().all(|name| !name.contains("externalLink") && !name.contains("calcChain")));
}

#[test]
fn a_text_too_long_for_a_cell_says_that_it_was_cut() {
    let made = sheets(&Report::of(&hostile()));
    let cut = made["Findings"].iter().flat_map(BTreeMap::values).any(
        |cell| matches!(cell, Read::Text(text) if text.starts_with("@mmm") && text.ends_with("[cut: a cell holds no more]")),
    );
    assert!(cut);
}

#[test]
fn numbers_are_numbers() {
    let made = sheets(&Report::of(&fixture::comparison()));
    assert_eq!(made["Findings"][1]["A"], Read::Number(1.0));
    assert_eq!(made["Links"][1]["F"], Read::Number(0.8));
    let together = made["Overview"].iter().find(|row| row.get("E") == Some(&text("Together"))).unwrap();
    assert_eq!(together["K"], Read::Number(3.0));
    let sentences = made["Overview"].iter().find(|row| row.get("A") == Some(&text("Sentences"))).unwrap();
    assert_eq!((&sentences["B"], &sentences["C"]), (&Read::Number(6.0), &Read::Number(6.0)));
}

#[test]
fn tables_can_be_filtered_and_conflicts_stand_out() {
    let made = parts(&written(&Report::of(&fixture::comparison())));
    let findings = &made["xl/worksheets/sheet1.xml"];
    assert_eq!(attributes(findings, "<autoFilter ref=\""), ["A1:L4"]);
    let look = |cell: &str| attributes(findings, &format!("<c r=\"{cell}\" s=\"")).remove(0);
    assert_ne!(look("B2"), look("B3"), "a conflict and a difference look the same");
    assert_eq!(sheets(&Report::of(&fixture::comparison()))["Findings"][1]["B"], text("Conflict"));
}

#[test]
fn notes_have_a_sheet_only_where_there_are_any() {
    let comparison = fixture::comparison();
    let plain = sheets(&Report::of(&comparison));
    assert_eq!(plain.keys().collect::<Vec<_>>(), ["About", "Findings", "Links", "Overview"]);
    assert!(!holds(&plain["Findings"], "State"));
    let remarks = remarks(&comparison);
    let made = sheets(&Report { remarks: Some(&remarks), ..Report::of(&comparison) });
    assert_eq!(made["Notes"].len(), 4, "notes on findings stand with these");
    for words in ["Which buses?", "Two budgets?", "Kept from before.", "Two sentences", "desk", fixture::RIGHT[5]] {
        assert!(holds(&made["Notes"], words), "{words}");
    }
    assert!(holds(&made["Findings"], "checked") && holds(&made["Findings"], "Call the ferrymen. · desk"));
}

#[test]
fn what_to_be_warned_of_is_said() {
    let mut comparison = fixture::comparison();
    comparison.notes.push(crate::text::Note::warning("few sentences can be aligned".to_owned()));
    assert!(holds(&sheets(&Report::of(&comparison))["About"], "few sentences can be aligned"));
}

#[test]
fn with_nothing_found_there_are_heads_and_what_it_is() {
    let made = sheets(&Report::of(&empty()));
    assert_eq!(made["Findings"].len(), 1);
    assert!(holds(&made["Links"], "no counterpart found") && holds(&made["About"], "How it was made"));
}

#[test]
fn made_twice_it_is_the_same_file() {
    let comparison = fixture::comparison();
    assert_eq!(written(&Report::of(&comparison)), written(&Report::of(&comparison)));
}
