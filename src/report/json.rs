//! The JSON that scripts rely on, version 1. Fields are only ever added; a breaking change raises [`VERSION`].

mod mark;
mod portrait;
mod remarks;

pub use remarks::{ReportJson, report};

use serde::Serialize;

use crate::align::{ReasonKind, Status};
use crate::claims::{Finding, Kind, Place, Relation, Shared, Unmatched, Why};
use crate::clean::{Reason, Role};
use crate::comparison::{Comparison, Inspection};
use crate::load::CardField;
use crate::segment::Document;
use crate::text::{Note, Pair, Side, Span};
use crate::wording::{Op, Piece};

use mark::{MarkJson, mark_json};

use super::Shown;

/// The version of both forms.
pub const VERSION: u32 = 1;

/// Writes a document of this form, indented, with a line end.
///
/// # Errors
/// Only those of the output.
pub fn write(mut out: &mut dyn std::io::Write, value: &impl Serialize) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)
}

/// A comparison as it is written; made by [`comparison`].
#[derive(Serialize)]
pub struct ComparisonJson<'a> {
    format: &'static str,
    version: u32,
    sources: [SidedSourceJson<'a>; 2],
    links: Vec<LinkJson<'a>>,
    groups: Vec<GroupJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    possible: Vec<CandidateJson<'a>>,
    unmatched: Vec<UnmatchedJson<'a>>,
    notes: &'a [Note],
}

/// An inspection as it is written; made by [`inspection`].
#[derive(Serialize)]
pub struct InspectionJson<'a> {
    format: &'static str,
    version: u32,
    source: SourceJson<'a>,
    portrait: portrait::PortraitJson<'a>,
    marks: Vec<MarkJson<'a>>,
    notes: &'a [Note],
}

#[derive(Serialize)]
struct SidedSourceJson<'a> {
    side: Side,
    #[serde(flatten)]
    source: SourceJson<'a>,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    author: Option<&'a str>,
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    edited: Vec<CardField>,
    language: &'a str,
    origin: &'a str,
    text: &'a str,
    sentences: Vec<SentenceJson<'a>>,
    removed: Vec<RemovedJson<'a>>,
}

#[derive(Serialize)]
struct SentenceJson<'a> {
    id: usize,
    start: usize,
    end: usize,
    text: &'a str,
    role: Role,
}

#[derive(Serialize)]
struct RemovedJson<'a> {
    text: &'a str,
    why: Reason,
}

#[derive(Serialize)]
struct LinkJson<'a> {
    id: usize,
    left: usize,
    right: usize,
    score: f64,
    status: Status,
    reasons: Vec<ReasonJson<'a>>,
}

/// Why two sentences are linked or offered.
#[derive(Serialize)]
struct ReasonJson<'a> {
    kind: ReasonKind,
    text: String,
    left: Vec<WordsJson<'a>>,
    right: Vec<WordsJson<'a>>,
}

#[derive(Serialize)]
struct GroupJson<'a> {
    id: usize,
    left: &'a [usize],
    right: &'a [usize],
    links: &'a [usize],
    wording: Vec<PieceJson>,
}

#[derive(Serialize)]
struct PieceJson {
    op: Op,
    left: Option<Span>,
    right: Option<Span>,
    #[serde(skip_serializing_if = "is_false")]
    typographic: bool,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    id: usize,
    group: usize,
    kind: Kind,
    relation: Relation,
    left: Option<PlaceJson<'a>>,
    right: Option<PlaceJson<'a>>,
    message: &'a str,
    interest: f64,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    sentence: usize,
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct CandidateJson<'a> {
    left: usize,
    right: usize,
    score: f64,
    reasons: Vec<ReasonJson<'a>>,
}

#[derive(Serialize)]
struct UnmatchedJson<'a> {
    side: Side,
    sentence: usize,
    why: Why,
    nearest: Option<NearestJson>,
    shared: Vec<SharedJson<'a>>,
}

#[derive(Serialize)]
struct NearestJson {
    sentence: usize,
    score: f64,
}

/// A claim of an unmatched sentence that the other source has, too.
#[derive(Serialize)]
struct SharedJson<'a> {
    kind: Kind,
    here: PlaceJson<'a>,
    there: PlaceJson<'a>,
}

#[derive(Serialize)]
struct WordsJson<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// A comparison in the form that is written.
pub fn comparison(comparison: &Comparison, shown: Shown) -> ComparisonJson<'_> {
    let documents = comparison.documents.as_ref();
    ComparisonJson {
        format: "paragone.comparison",
        version: VERSION,
        sources: Side::BOTH.map(|side| SidedSourceJson { side, source: source(documents[side]) }),
        links: links(comparison),
        groups: groups(comparison),
        findings: findings(comparison, shown),
        possible: possible(comparison),
        unmatched: unmatched(comparison),
        notes: &comparison.notes,
    }
}

/// An inspection in the form that is written.
pub fn inspection(inspection: &Inspection) -> InspectionJson<'_> {
    let Inspection { document, marks, portrait } = inspection;
    InspectionJson {
        format: "paragone.inspection",
        version: VERSION,
        source: source(document),
        portrait: portrait::portrait(document, portrait),
        marks: marks.iter().map(|mark| mark_json(document, mark)).collect(),
        notes: &document.notes,
    }
}

fn source(document: &Document) -> SourceJson<'_> {
    let Document { card, language, text, sentences: _, removed, notes: _ } = document;
    SourceJson {
        title: card.title.as_deref(),
        outlet: card.outlet.as_deref(),
        author: card.author.as_deref(),
        published: card.published.as_deref(),
        address: card.address.as_deref(),
        edited: card.overwritten.keys().copied().collect(),
        language: language.code(),
        origin: &card.origin,
        text,
        sentences: sentences(document),
        removed: removed.iter().map(|removed| RemovedJson { text: &removed.text, why: removed.why }).collect(),
    }
}

fn sentences(document: &Document) -> Vec<SentenceJson<'_>> {
    let one = |(id, sentence): (usize, &crate::segment::Sentence)| SentenceJson {
        id,
        start: sentence.span.start,
        end: sentence.span.end,
        text: document.sentence(id),
        role: sentence.role,
    };
    document.sentences.iter().enumerate().map(one).collect()
}

fn links(comparison: &Comparison) -> Vec<LinkJson<'_>> {
    let one = |(id, link): (usize, &crate::align::Link)| LinkJson {
        id,
        left: link.sentences.left,
        right: link.sentences.right,
        score: rounded(link.score),
        status: link.status,
        reasons: reasons(comparison, link.sentences),
    };
    comparison.alignment.links.iter().enumerate().map(one).collect()
}

fn reasons(comparison: &Comparison, sentences: Pair<usize>) -> Vec<ReasonJson<'_>> {
    let documents = comparison.documents.as_ref();
    let reasons = comparison.alignment.reasons_for(sentences).iter();
    reasons
        .map(|reason| {
            let words =
                |side: Side| reason.places[side].iter().map(|span| words_json(documents[side], *span)).collect();
            ReasonJson {
                kind: reason.kind,
                text: reason.phrase(documents),
                left: words(Side::Left),
                right: words(Side::Right),
            }
        })
        .collect()
}

fn groups(comparison: &Comparison) -> Vec<GroupJson<'_>> {
    let groups = comparison.alignment.groups.iter().zip(&comparison.wording).enumerate();
    groups
        .map(|(id, (group, pieces))| GroupJson {
            id,
            left: &group.sentences.left,
            right: &group.sentences.right,
            links: &group.links,
            wording: pieces.iter().map(piece).collect(),
        })
        .collect()
}

fn piece(piece: &Piece) -> PieceJson {
    PieceJson { op: piece.op, left: piece.spans.left, right: piece.spans.right, typographic: piece.typographic }
}

fn findings(comparison: &Comparison, shown: Shown) -> Vec<FindingJson<'_>> {
    let listed = comparison.findings.iter().enumerate();
    let listed = listed.filter(|(_, finding)| shown.agreements || finding.relation != Relation::Agrees);
    listed.map(|(id, finding)| finding_json(comparison.documents.as_ref(), id, finding)).collect()
}

fn finding_json<'a>(documents: Pair<&'a Document>, id: usize, finding: &'a Finding) -> FindingJson<'a> {
    let place = |side: Side| finding.places[side].map(|place| place_json(documents[side], place));
    FindingJson {
        id,
        group: finding.group,
        kind: finding.kind,
        relation: finding.relation,
        left: place(Side::Left),
        right: place(Side::Right),
        message: &finding.message,
        interest: finding.interest,
    }
}

fn place_json(document: &Document, place: Place) -> PlaceJson<'_> {
    let Place { sentence, span } = place;
    PlaceJson { sentence, start: span.start, end: span.end, text: span.of(&document.text) }
}

fn possible(comparison: &Comparison) -> Vec<CandidateJson<'_>> {
    let candidates = comparison.alignment.possible.iter();
    candidates
        .map(|candidate| CandidateJson {
            left: candidate.sentences.left,
            right: candidate.sentences.right,
            score: rounded(candidate.score),
            reasons: reasons(comparison, candidate.sentences),
        })
        .collect()
}

fn unmatched(comparison: &Comparison) -> Vec<UnmatchedJson<'_>> {
    let of = |side: Side| comparison.unmatched[side].iter().map(move |one| unmatched_json(comparison, side, one));
    Side::BOTH.into_iter().flat_map(of).collect()
}

fn unmatched_json<'a>(comparison: &'a Comparison, side: Side, unmatched: &Unmatched) -> UnmatchedJson<'a> {
    let (here, there) = (&comparison.documents[side], &comparison.documents[side.other()]);
    let shared_json = |shared: &Shared| SharedJson {
        kind: shared.kind,
        here: place_json(here, shared.here),
        there: place_json(there, shared.there),
    };
    let nearest = unmatched.nearest;
    UnmatchedJson {
        side,
        sentence: unmatched.sentence,
        why: unmatched.why,
        nearest: nearest.map(|near| NearestJson { sentence: near.sentence, score: rounded(near.score) }),
        shared: unmatched.shared.iter().map(shared_json).collect(),
    }
}

fn words_json(document: &Document, span: Span) -> WordsJson<'_> {
    WordsJson { start: span.start, end: span.end, text: span.of(&document.text) }
}

/// Scores to four places: more would only show the noise of the arithmetic.
fn rounded(score: f64) -> f64 {
    (score * 10_000.0).round() / 10_000.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_false(value: &bool) -> bool {
    !*value
}
