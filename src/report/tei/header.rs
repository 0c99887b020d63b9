//! The header: what the document is, the witnesses, how they were compared.

use std::collections::BTreeSet;
use std::io::Result;

use crate::claims::{Kind, Relation};
use crate::report::letters::is_unknown_to_xml;
use crate::report::{Report, words};
use crate::text::{Language, Side};

use super::witness;
use super::xml::Xml;

pub(super) fn write(xml: &mut Xml<'_>, report: &Report<'_>) -> Result<()> {
    xml.lines("teiHeader", &[], |xml| {
        file(xml, report)?;
        encoding(xml, report)?;
        languages(xml, report)
    })
}

fn file(xml: &mut Xml<'_>, report: &Report<'_>) -> Result<()> {
    xml.lines("fileDesc", &[], |xml| {
        xml.lines("titleStmt", &[], |xml| {
            xml.said("title", &[], &report.title())?;
            responsible(xml, "paragone", "linked and compared by", "Paragone")?;
            if report.written().is_some() {
                responsible(xml, "reader", "notes and judgements by", "the reader")?;
            }
            Ok(())
        })?;
        xml.lines("publicationStmt", &[], |xml| {
            xml.said("p", &[], "A working paper, not published.")?;
            report.date.map_or(Ok(()), |date| xml.element("p", &[], |xml| xml.said("date", &[], date)))
        })?;
        xml.lines("sourceDesc", &[], |xml| {
            xml.lines("listWit", &[], |xml| Side::BOTH.into_iter().try_for_each(|side| source(xml, report, side)))
        })
    })
}

fn responsible(xml: &mut Xml<'_>, id: &str, what: &str, who: &str) -> Result<()> {
    xml.lines("respStmt", &[("xml:id", id)], |xml| {
        xml.said("resp", &[], what)?;
        xml.said("name", &[], who)
    })
}

fn source(xml: &mut Xml<'_>, report: &Report<'_>, side: Side) -> Result<()> {
    let card = &report.comparison.documents[side].card;
    xml.lines("witness", &[("xml:id", witness(side)), ("n", side.name())], |xml| {
        xml.said("name", &[], &report.names()[side])?;
        let facts = [
            ("title", &card.title),
            ("author", &card.author),
            ("publisher", &card.outlet),
            ("date", &card.published),
            ("idno", &card.address),
        ];
        xml.lines("bibl", &[], |xml| {
            for (element, value) in facts {
                if let Some(value) = value {
                    xml.said(element, &[], value)?;
                }
            }
            Ok(())
        })
    })
}

fn encoding(xml: &mut Xml<'_>, report: &Report<'_>) -> Result<()> {
    xml.lines("encodingDesc", &[], |xml| {
        xml.lines("editorialDecl", &[], |xml| {
            report.making().iter().try_for_each(|told| xml.said("p", &[], told))?;
            let warnings = report.warnings();
            warnings.iter().try_for_each(|warning| xml.said("p", &[], &format!("Please note: {warning}")))?;
            xml.said("p", &[], READING)?;
            match unknown_characters(report) {
                0 => Ok(()),
                n => {
                    let which = words::count(n, "character", "characters");
                    xml.said("p", &[], &format!("{which} of the texts that XML does not know: each is a U+FFFD here."))
                }
            }
        })?;
        xml.empty("variantEncoding", &[("method", "parallel-segmentation"), ("location", "internal")])?;
        xml.line()?;
        categories(xml)?;
        xml.lines("appInfo", &[], |xml| {
            let program = [("ident", "paragone"), ("version", env!("CARGO_PKG_VERSION"))];
            xml.element("application", &program, |xml| xml.said("label", &[], "Paragone"))
        })
    })
}

/// How the document is to be read; the same stands in this module's documentation.
const READING: &str = "The texts A and B are the witnesses, whole and in their own order; their passages with line breaks \
    between them are the text to the letter. The collation has a row for what covers the same content, in the order of A. A \
    row without a reading of one witness has no counterpart that was found there. Apparatus entries are of these types: \
    other-words, only-in-one, moved (two entries that point to each other), typography, spacing.";

fn unknown_characters(report: &Report<'_>) -> usize {
    let texts = report.comparison.documents.iter();
    texts.map(|(_, document)| document.text.chars().filter(|&c| is_unknown_to_xml(c)).count()).sum()
}

fn categories(xml: &mut Xml<'_>) -> Result<()> {
    xml.lines("classDecl", &[], |xml| {
        xml.lines("taxonomy", &[("xml:id", "kinds")], |xml| {
            let kinds = Kind::ALL.into_iter();
            kinds
                .map(|kind| (kind_id(kind), words::kind(kind), words::about_kind(kind)))
                .try_for_each(|of| category(xml, of))
        })?;
        xml.lines("taxonomy", &[("xml:id", "relations")], |xml| {
            let relations = Relation::ALL.into_iter();
            let told = |relation| (relation_id(relation), words::relation(relation), words::about_relation(relation));
            relations.map(told).try_for_each(|of| category(xml, of))
        })
    })
}

fn category(xml: &mut Xml<'_>, (id, name, about): (String, &str, &str)) -> Result<()> {
    xml.element("category", &[("xml:id", &id)], |xml| xml.said("catDesc", &[], &format!("{name}: {about}")))?;
    xml.line()
}

/// The name of a kind of finding.
pub(super) fn kind_id(kind: Kind) -> String {
    format!("kind-{}", kind.name())
}

/// The name of a relation.
pub(super) fn relation_id(relation: Relation) -> String {
    format!("relation-{}", relation.name())
}

fn languages(xml: &mut Xml<'_>, report: &Report<'_>) -> Result<()> {
    let known: BTreeSet<&Language> =
        report.comparison.documents.iter().map(|(_, document)| &document.language).collect();
    xml.lines("profileDesc", &[], |xml| {
        xml.lines("langUsage", &[], |xml| {
            known
                .into_iter()
                .try_for_each(|language| xml.said("language", &[("ident", tag(language))], language.name()))
        })
    })
}

/// The language as XML may name it; a project's file may hold anything.
pub(super) fn tag(language: &Language) -> &str {
    let code = language.code();
    let is_tag = (2..=8).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphabetic());
    if is_tag { code } else { "und" }
}
