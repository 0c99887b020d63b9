//! What is said about the texts, off them: links, findings, notes, what was left out.

use std::io::Result;

use crate::report::{Entry, Noted, Report, words as told};
use crate::text::{Pair, Side};

use super::header::{kind_id, relation_id};
use super::xml::Xml;
use super::{pointers, sentence, witness, words};

pub(super) fn write(xml: &mut Xml<'_>, report: &Report<'_>, entries: &[Entry<'_>]) -> Result<()> {
    let alignment = &report.comparison.alignment;
    let links = alignment.links.iter().map(|link| (link.status.name(), link.sentences, link.score));
    let possible = alignment.possible.iter().map(|candidate| ("offered", candidate.sentences, candidate.score));
    xml.lines("standOff", &[], |xml| {
        link_group(xml, "alignment", &links.collect::<Vec<_>>())?;
        link_group(xml, "possible", &possible.collect::<Vec<_>>())?;
        xml.lines("spanGrp", &[("type", "words")], |xml| entries.iter().try_for_each(|entry| spans(xml, entry)))?;
        list(xml, "findings", entries, finding)?;
        list(xml, "notes", &report.noted(), note)?;
        left_out(xml, report)
    })
}

fn link_group(xml: &mut Xml<'_>, kind: &str, links: &[(&str, Pair<usize>, f64)]) -> Result<()> {
    if links.is_empty() {
        return Ok(());
    }
    xml.lines("linkGrp", &[("type", kind), ("domains", "#text-A #text-B")], |xml| {
        links.iter().try_for_each(|(status, ids, score)| {
            let target = pointers(Side::BOTH.map(|side| sentence(side, ids[side])));
            let cert = format!("{score:.4}");
            xml.empty("link", &[("type", status), ("target", &target), ("cert", &cert)])?;
            xml.line()
        })
    })
}

fn list<T>(xml: &mut Xml<'_>, kind: &str, all: &[T], one: impl Fn(&mut Xml<'_>, &T) -> Result<()>) -> Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    xml.lines("listAnnotation", &[("type", kind)], |xml| all.iter().try_for_each(|thing| one(xml, thing)))
}

fn spans(xml: &mut Xml<'_>, entry: &Entry<'_>) -> Result<()> {
    for side in sides(entry) {
        let name = words(entry.number, side);
        let (from, to) = (format!("#{name}-from"), format!("#{name}-to"));
        xml.empty("span", &[("xml:id", &name), ("from", &from), ("to", &to)])?;
        xml.line()?;
    }
    Ok(())
}

fn sides(entry: &Entry<'_>) -> impl Iterator<Item = Side> {
    let places = entry.finding.places.map(|place| place.is_some());
    Side::BOTH.into_iter().filter(move |&side| places[side])
}

fn finding(xml: &mut Xml<'_>, entry: &Entry<'_>) -> Result<()> {
    let id = format!("finding-{}", entry.number);
    let target = pointers(sides(entry).map(|side| words(entry.number, side)));
    let of = pointers([kind_id(entry.finding.kind), relation_id(entry.finding.relation)]);
    let about = [
        ("xml:id", id.as_str()),
        ("motivation", "describing"),
        ("target", &target),
        ("ana", &of),
        ("resp", "#paragone"),
    ];
    xml.lines("annotation", &about, |xml| {
        xml.said("note", &[("type", "finding")], &entry.finding.message)?;
        if let Some(review) = entry.review {
            xml.said("note", &[("type", "state"), ("resp", "#reader")], &told::standing(review))?;
        }
        entry
            .note
            .map_or(Ok(()), |note| xml.said("note", &[("type", "remark"), ("resp", "#reader")], &told::remark(note)))
    })
}

/// A note points to the sentences that it is about; words that are not found any more are quoted.
fn note(xml: &mut Xml<'_>, noted: &Noted<'_>) -> Result<()> {
    let number = |side: Side| noted.on[side].and_then(|on| on.number);
    let target = pointers(Side::BOTH.into_iter().filter_map(|side| Some(sentence(side, number(side)? - 1))));
    let mut about = vec![("type", "remark"), ("resp", "#reader")];
    about.extend((!target.is_empty()).then_some(("target", target.as_str())));
    xml.lines("note", &about, |xml| {
        xml.said("p", &[], &format!("{}: {}", noted.about(), noted.said()))?;
        for side in Side::BOTH {
            if let Some(on) = noted.on[side].filter(|on| on.number.is_none()) {
                let source = pointers([witness(side)]);
                xml.element("p", &[], |xml| xml.said("quote", &[("source", &source)], on.words))?;
            }
        }
        Ok(())
    })
}

fn left_out(xml: &mut Xml<'_>, report: &Report<'_>) -> Result<()> {
    let documents = report.comparison.documents.iter();
    let all: Vec<_> =
        documents.flat_map(|(side, document)| document.removed.iter().map(move |passage| (side, passage))).collect();
    list(xml, "left-out", &all, |xml, (side, passage)| {
        let source = pointers([witness(*side)]);
        xml.lines("note", &[("type", "left-out"), ("target", &source)], |xml| {
            xml.said("p", &[], told::reason(passage.why))?;
            xml.said("p", &[], &passage.text)
        })
    })
}
