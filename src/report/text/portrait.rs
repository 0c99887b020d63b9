//! What one source shows by itself.

use std::io::{Result, Write};

use crate::claims::{Borne, Figure, HeadlineClaim, Place, Portrait, Voice};
use crate::report::letters::one_line;
use crate::report::words::count;
use crate::segment::Document;
use crate::text::Side;

use super::{CONFLICT, QUIET, STRONG, heading, listed, side_name};

/// Writes all of it.
pub fn write(out: &mut dyn Write, document: &Document, portrait: &Portrait) -> Result<()> {
    voices(out, document, portrait)?;
    headline(out, document, portrait)?;
    figures(out, document, portrait)?;
    evaluations(out, document, portrait)
}

/// Writes in a few lines what a comparison needs of it.
pub fn write_short(out: &mut dyn Write, side: Side, document: &Document, portrait: &Portrait) -> Result<()> {
    let told: Vec<String> =
        portrait.voices.all.iter().map(|voice| format!("{} ({})", one_line(&voice.name), shares(voice))).collect();
    let nobody = if told.is_empty() { "nobody is given as a source".to_owned() } else { told.join(", ") };
    heading(out, &format!("{}: who speaks", side_name(side)))?;
    writeln!(out, "  {nobody}")?;
    for place in &portrait.voices.unattributed {
        writeln!(
            out,
            "  {QUIET}nobody is named for{QUIET:#} “{}”  {QUIET}{}{QUIET:#}",
            words(document, *place),
            place.sentence
        )?;
    }
    for claim in portrait.headline.iter().filter(|claim| claim.borne != Borne::Carried) {
        headline_line(out, document, claim)?;
    }
    writeln!(out)
}

fn words(document: &Document, place: Place) -> String {
    one_line(place.span.of(&document.text))
}

fn shares(voice: &Voice) -> String {
    match (voice.words_quoted, voice.words_reported) {
        (quoted, 0) => format!("{} quoted", count(quoted, "word", "words")),
        (0, reported) => format!("{} reported", count(reported, "word", "words")),
        (quoted, reported) => format!("{} quoted, {reported} reported", count(quoted, "word", "words")),
    }
}

fn voices(out: &mut dyn Write, document: &Document, portrait: &Portrait) -> Result<()> {
    let all = &portrait.voices.all;
    let given: usize = all.iter().map(Voice::words).sum();
    heading(out, &format!("Who speaks: {given} of {}", count(portrait.words, "word", "words")))?;
    if all.is_empty() {
        writeln!(out, "  {QUIET}nobody is given as a source{QUIET:#}")?;
    }
    for voice in all {
        let (name, sentences) = (one_line(&voice.name), listed(&voice.sentences));
        writeln!(out, "  {name}: {}  {QUIET}{sentences}{QUIET:#}", shares(voice))?;
    }
    for place in &portrait.voices.unattributed {
        let (words, sentence) = (words(document, *place), place.sentence);
        writeln!(out, "  {QUIET}nobody is named for{QUIET:#} “{words}”  {QUIET}{sentence}{QUIET:#}")?;
    }
    writeln!(out)
}

fn headline(out: &mut dyn Write, document: &Document, portrait: &Portrait) -> Result<()> {
    if portrait.headline.is_empty() {
        return Ok(());
    }
    heading(out, "Headline and text")?;
    for claim in &portrait.headline {
        headline_line(out, document, claim)?;
    }
    writeln!(out)
}

fn headline_line(out: &mut dyn Write, document: &Document, claim: &HeadlineClaim) -> Result<()> {
    let (style, status) = match claim.borne {
        Borne::Carried => (QUIET, "carried"),
        Borne::Differs => (CONFLICT, "differs"),
        Borne::NotFound => (STRONG, "not found"),
    };
    let kind = claim.kind.name();
    writeln!(out, "  {style}{kind} {status}{style:#}  {}", one_line(&claim.message))?;
    if let Some(there) = claim.there {
        writeln!(out, "       {QUIET}{}  {}{QUIET:#}", words(document, there), there.sentence)?;
    }
    Ok(())
}

fn figures(out: &mut dyn Write, document: &Document, portrait: &Portrait) -> Result<()> {
    if portrait.figures.is_empty() {
        return Ok(());
    }
    heading(out, "Numbers and dates")?;
    for Figure { kind, value, places } in &portrait.figures {
        let Some(first) = places.first() else { continue };
        let sentences: Vec<usize> = places.iter().map(|place| place.sentence).collect();
        let (kind, words) = (kind.name(), words(document, *first));
        writeln!(out, "  {QUIET}{kind:<7}{QUIET:#} {words}  {QUIET}{value}  {}{QUIET:#}", listed(&sentences))?;
    }
    writeln!(out)
}

fn evaluations(out: &mut dyn Write, document: &Document, portrait: &Portrait) -> Result<()> {
    if portrait.evaluations.is_empty() {
        return Ok(());
    }
    heading(out, "Words that judge, in the source’s own voice")?;
    for evaluation in &portrait.evaluations {
        let (words, effect) = (words(document, evaluation.place), &evaluation.effect);
        writeln!(out, "  {words}: {effect}  {QUIET}{}{QUIET:#}", evaluation.place.sentence)?;
    }
    writeln!(out)
}
