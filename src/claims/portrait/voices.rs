//! Who speaks, and how much: attributions gathered by whom they name, with the words quoted and reported.

mod speaker;

use std::ops::Range;

use crate::claims::reading::Reading;
use crate::claims::scene::place;
use crate::claims::{Kind, Mark, Place};
use crate::text::Span;

use super::{Sketch, counts};
use speaker::Speakers;

/// Everybody who speaks in a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// Who speaks, whoever has most words first.
    pub all: Vec<Voice>,
    /// Words between quotation marks for which nobody is named, in order.
    pub unattributed: Vec<Place>,
}

/// A person, a body or a group who is given as a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// As the source calls them when it names them most fully.
    pub name: String,
    /// It is a name, not a description such as "officials".
    pub named: bool,
    /// Where they are first given as a source.
    pub first: Place,
    /// In how many sentences they are quoted.
    pub quotations: usize,
    /// In how many sentences they are reported without being quoted.
    pub reports: usize,
    /// How many words of theirs stand between quotation marks.
    pub words_quoted: usize,
    /// How many words are given as theirs without being quoted.
    pub words_reported: usize,
    /// The sentences with words of theirs, in order.
    pub sentences: Vec<usize>,
}

impl Voice {
    /// How many words are theirs, quoted or reported.
    pub fn words(&self) -> usize {
        self.words_quoted + self.words_reported
    }
}

/// Who speaks in a document.
pub(super) fn voices(sketch: &Sketch<'_>) -> Voices {
    let speakers = Speakers::of(sketch);
    let mut shares = Shares::of(sketch, &speakers);
    let unattributed = shares.give_quotations(sketch, &speakers);
    let mut all: Vec<Voice> = speakers.all.into_iter().map(speaker::Speaker::into_voice).collect();
    shares.count(sketch, &mut all);
    all.retain(|voice| voice.words() > 0);
    all.sort_by_key(|voice| (std::cmp::Reverse(voice.words()), voice.first));
    Voices { all, unattributed }
}

/// Whose each word of a document is.
struct Shares {
    /// By sentence and word.
    owners: Vec<Vec<Option<Owner>>>,
}

/// Whose a word is, and how long the stretch is by which it is theirs: the innermost of nested reports has it.
#[derive(Clone, Copy)]
struct Owner {
    speaker: usize,
    reach: usize,
}

impl Shares {
    /// Every word of what somebody is said to have said.
    fn of(sketch: &Sketch<'_>, speakers: &Speakers) -> Self {
        let readings = &sketch.page.readings;
        let mut owners: Vec<Vec<Option<Owner>>> =
            readings.iter().map(|reading| vec![None; reading.words.len()]).collect();
        for (mark, speaker) in speakers.attributions(sketch) {
            let Some((parts, content)) = mark.parts.and_then(|parts| Some((parts, parts.content?))) else { continue };
            let frame = [parts.source, parts.cue];
            let inside = readings.iter().zip(&mut owners).skip(mark.sentence);
            for (reading, owners) in inside.take_while(|(reading, _)| starts_before(reading, content.end)) {
                for at in reading.words_in(content) {
                    let Some(word) = reading.words.get(at) else { continue };
                    let in_frame = frame.iter().flatten().any(|part| part.contains(word.bare()));
                    let Some(owner) = owners.get_mut(at).filter(|_| !in_frame) else { continue };
                    if owner.is_none_or(|owner| owner.reach > content.len()) {
                        *owner = Some(Owner { speaker, reach: content.len() });
                    }
                }
            }
        }
        Self { owners }
    }

    /// Gives each quotation as a whole to one speaker; what nobody can be named for is returned.
    fn give_quotations(&mut self, sketch: &Sketch<'_>, speakers: &Speakers) -> Vec<Place> {
        let mut unattributed = Vec::new();
        for mark in sketch.of_kind(Kind::Quote).filter(|mark| !sketch.is_headline(mark.sentence)) {
            let Some(reading) = sketch.reading(mark.sentence) else { continue };
            let range = reading.words_in(mark.span);
            let speaker = self
                .owner_of(mark.sentence, &range)
                .or_else(|| nearest_of_sentence(sketch, speakers, mark))
                .or_else(|| self.speaker_of_next(sketch, reading, &range))
                .or_else(|| speakers.of_mark(mark));
            match speaker {
                Some(speaker) => self.give(mark.sentence, range, speaker),
                None if super::words(reading, range) >= LEAST_QUOTED => unattributed.push(place(mark)),
                None => {}
            }
        }
        unattributed
    }

    fn give(&mut self, sentence: usize, range: Range<usize>, speaker: usize) {
        let words = self.owners.get_mut(sentence).and_then(|owners| owners.get_mut(range));
        words.unwrap_or_default().fill(Some(Owner { speaker, reach: 0 }));
    }

    /// Whose most words of a range are.
    fn owner_of(&self, sentence: usize, range: &Range<usize>) -> Option<usize> {
        let words = self.owners.get(sentence)?.get(range.clone())?;
        words.iter().flatten().min_by_key(|owner| owner.reach).map(|owner| owner.speaker)
    }

    /// “It is closed. It stays closed,” said Hallow, where each sentence stands between marks of its own.
    fn speaker_of_next(&self, sketch: &Sketch<'_>, reading: &Reading<'_>, range: &Range<usize>) -> Option<usize> {
        let next = sketch.reading(reading.id + 1).filter(|_| is_whole(reading, range))?;
        let quoted = next.quoted.first().filter(|quoted| quoted.start <= 1 && is_one_passage(sketch, reading.id))?;
        self.owner_of(next.id, quoted)
    }

    /// Adds the words up.
    fn count(&self, sketch: &Sketch<'_>, voices: &mut [Voice]) {
        for (reading, owners) in sketch.page.readings.iter().zip(&self.owners) {
            let owned = reading.words.iter().zip(owners).enumerate().filter(|(_, (word, _))| counts(word));
            let mut here: Vec<(usize, bool)> = Vec::new();
            for (at, (_, owner)) in owned {
                let Some(owner) = owner else { continue };
                let Some(voice) = voices.get_mut(owner.speaker) else { continue };
                let quoted = reading.is_quoted(at);
                *(if quoted { &mut voice.words_quoted } else { &mut voice.words_reported }) += 1;
                match here.iter_mut().find(|(speaker, _)| *speaker == owner.speaker) {
                    Some((_, quotes)) => *quotes |= quoted,
                    None => here.push((owner.speaker, quoted)),
                }
            }
            for (speaker, quotes) in here {
                let Some(voice) = voices.get_mut(speaker) else { continue };
                *(if quotes { &mut voice.quotations } else { &mut voice.reports }) += 1;
                voice.sentences.push(reading.id);
            }
        }
    }
}

fn starts_before(reading: &Reading<'_>, end: usize) -> bool {
    reading.words.first().is_none_or(|first| first.span.start < end)
}

/// The speaker nearest to a quotation that stands in their sentence but is no part of what they say there: "Hallow, who
/// spoke of “a mess”, said the pier was closed."
fn nearest_of_sentence(sketch: &Sketch<'_>, speakers: &Speakers, quotation: &Mark) -> Option<usize> {
    let distance = |span: Span| span.start.abs_diff(quotation.span.end).min(span.end.abs_diff(quotation.span.start));
    let attributions = sketch.of_sentence(quotation.sentence).iter().filter(|mark| mark.kind == Kind::Attribution);
    attributions
        .filter_map(|mark| Some((distance(mark.span), speakers.of_mark(mark)?)))
        .min()
        .map(|(_, speaker)| speaker)
}

/// Whether a sentence is nothing but a quotation.
fn is_whole(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    range.start <= 1 && reading.words.len() <= range.end + 2
}

/// Fewer words between quotation marks are a term or a title, not something that somebody said.
const LEAST_QUOTED: usize = 3;

/// Whether a sentence and the next stand in one paragraph.
fn is_one_passage(sketch: &Sketch<'_>, sentence: usize) -> bool {
    let passage = |id: usize| sketch.document.sentences.get(id).map(|sentence| sentence.passage);
    passage(sentence) == passage(sentence + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::portray;
    use crate::claims::testing::document;

    fn voices(sentences: &[&str]) -> Voices {
        portray(&document(sentences)).1.voices
    }

    /// Name, words quoted, words reported.
    fn shares(sentences: &[&str]) -> Vec<(String, usize, usize)> {
        voices(sentences).all.into_iter().map(|voice| (voice.name, voice.words_quoted, voice.words_reported)).collect()
    }

    fn row(name: &str, quoted: usize, reported: usize) -> (String, usize, usize) {
        (name.to_owned(), quoted, reported)
    }

    #[test]
    fn a_person_is_one_voice_under_every_form_of_the_name() {
        let shares = shares(&[
            "Mayor Ines Hallow said the pier was closed.",
            "“It stays closed,” Hallow said.",
            "She added that the boats were safe.",
            "The mayor said nobody was hurt.",
        ]);
        assert_eq!(shares, [row("Mayor Ines Hallow", 3, 4 + 5 + 3)]);
    }

    #[test]
    fn a_body_its_officials_and_its_speakers_are_told_apart() {
        let shares = shares(&[
            "The pier is unsafe, according to the Porto Harbour Trust.",
            "A spokeswoman for the Porto Harbour Trust said the crane had been sold.",
            "Porto Harbour Trust lawyers said nothing was decided.",
            "Two former officials of the Porto Harbour Trust said the crane was old.",
        ]);
        let names: Vec<&str> = shares.iter().map(|share| share.0.as_str()).collect();
        assert_eq!(
            names,
            ["Porto Harbour Trust", "Two former officials of the Porto Harbour Trust", "Porto Harbour Trust lawyers"]
        );
    }

    #[test]
    fn a_description_leads_to_the_name_that_it_explains() {
        let named = [
            "Orla Finn, a trader from Porto, New Bay, said the nets were old.",
            "A trader from Porto, New Bay, said so.",
        ];
        let names: Vec<String> = named.map(|sentence| voices(&[sentence]).all[0].name.clone()).to_vec();
        assert_eq!(names, ["Orla Finn", "A trader from Porto"]);
    }

    #[test]
    fn a_body_named_after_its_members_is_named_in_full() {
        let told =
            voices(&["The Netmakers' Union said the nets were old.", "The nets were cheap, according to the union."]);
        assert_eq!(told.all.len(), 1);
        assert_eq!((told.all[0].name.as_str(), told.all[0].named), ("The Netmakers' Union", true));
    }

    #[test]
    fn the_innermost_report_has_the_words() {
        let shares = shares(&["Hallow said that Orla Finn claimed that the crane was stolen."]);
        assert_eq!(shares, [row("Orla Finn", 0, 5), row("Hallow", 0, 4)]);
        let both = voices(&["Hallow said the pier was shut.", "“We paid,” said Orla Finn."]).all;
        assert_eq!(both.iter().map(|voice| (voice.quotations, voice.reports)).collect::<Vec<_>>(), [(0, 1), (1, 0)]);
    }

    #[test]
    fn a_pronoun_and_a_quotation_that_stands_alone_belong_to_whom_the_text_is_about() {
        let told = shares(&[
            "Orla Finn lost her boat in the storm.",
            "“I saw it sink in the dark.”",
            "She said nobody helped.",
        ]);
        assert_eq!(told, [row("Orla Finn", 7, 2)]);
        let other = voices(&["The council met in Porto Novo.", "“I saw it sink in the dark.”"]);
        assert_eq!((other.all.len(), other.unattributed.len()), (0, 1));
    }

    #[test]
    fn a_quotation_without_a_speaker_is_told() {
        let told = voices(&["The “harbour of the future” stands empty.", "“We paid,” Hallow said."]);
        assert_eq!(told.unattributed.iter().map(|place| place.sentence).collect::<Vec<_>>(), [0]);
        assert_eq!(told.all.len(), 1);
        assert_eq!(voices(&["Boats left the harbour."]), Voices::default());
    }
}
