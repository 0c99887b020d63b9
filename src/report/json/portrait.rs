//! What one source shows by itself, as it is written in an inspection.

use serde::Serialize;

use crate::claims::{Borne, Evaluation, Figure, HeadlineClaim, Kind, Portrait, Voice};
use crate::segment::Document;

use super::{PlaceJson, place_json};

/// A portrait as it is written; made by [`portrait`].
#[derive(Serialize)]
pub struct PortraitJson<'a> {
    words: usize,
    voices: Vec<VoiceJson<'a>>,
    unattributed: Vec<PlaceJson<'a>>,
    headline: Vec<HeadlineJson<'a>>,
    figures: Vec<FigureJson<'a>>,
    evaluations: Vec<EvaluationJson<'a>>,
}

#[derive(Serialize)]
struct VoiceJson<'a> {
    name: &'a str,
    named: bool,
    first: PlaceJson<'a>,
    quotations: usize,
    reports: usize,
    words_quoted: usize,
    words_reported: usize,
    sentences: &'a [usize],
}

#[derive(Serialize)]
struct HeadlineJson<'a> {
    kind: Kind,
    status: Borne,
    here: PlaceJson<'a>,
    there: Option<PlaceJson<'a>>,
    message: &'a str,
}

#[derive(Serialize)]
struct FigureJson<'a> {
    kind: Kind,
    value: &'a str,
    places: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct EvaluationJson<'a> {
    #[serde(flatten)]
    place: PlaceJson<'a>,
    effect: &'a str,
}

/// A portrait in the form that is written.
pub fn portrait<'a>(document: &'a Document, portrait: &'a Portrait) -> PortraitJson<'a> {
    let Portrait { words, voices, headline, figures, evaluations } = portrait;
    PortraitJson {
        words: *words,
        voices: voices.all.iter().map(|voice| voice_json(document, voice)).collect(),
        unattributed: voices.unattributed.iter().map(|place| place_json(document, *place)).collect(),
        headline: headline.iter().map(|claim| headline_json(document, claim)).collect(),
        figures: figures.iter().map(|figure| figure_json(document, figure)).collect(),
        evaluations: evaluations.iter().map(|evaluation| evaluation_json(document, evaluation)).collect(),
    }
}

fn voice_json<'a>(document: &'a Document, voice: &'a Voice) -> VoiceJson<'a> {
    VoiceJson {
        name: &voice.name,
        named: voice.named,
        first: place_json(document, voice.first),
        quotations: voice.quotations,
        reports: voice.reports,
        words_quoted: voice.words_quoted,
        words_reported: voice.words_reported,
        sentences: &voice.sentences,
    }
}

fn headline_json<'a>(document: &'a Document, claim: &'a HeadlineClaim) -> HeadlineJson<'a> {
    HeadlineJson {
        kind: claim.kind,
        status: claim.borne,
        here: place_json(document, claim.here),
        there: claim.there.map(|place| place_json(document, place)),
        message: &claim.message,
    }
}

fn figure_json<'a>(document: &'a Document, figure: &'a Figure) -> FigureJson<'a> {
    let places = figure.places.iter().map(|place| place_json(document, *place)).collect();
    FigureJson { kind: figure.kind, value: &figure.value, places }
}

fn evaluation_json<'a>(document: &'a Document, evaluation: &'a Evaluation) -> EvaluationJson<'a> {
    EvaluationJson { place: place_json(document, evaluation.place), effect: &evaluation.effect }
}
