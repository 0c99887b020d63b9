//! Which attributions name the same person, body or group.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::claims::attribution;
use crate::claims::name::{Likeness, likeness};
use crate::claims::reading::Reading;
use crate::claims::scene::place;
use crate::claims::{Kind, Mark, Place};
use crate::text::Span;

use super::super::Sketch;
use super::Voice;

/// Everybody given as a source, in the order in which they first are, and whom each attribution means.
pub struct Speakers {
    /// The speakers.
    pub all: Vec<Speaker>,
    of_mark: HashMap<Span, usize>,
}

/// A person, a body or a group.
pub struct Speaker {
    name: String,
    named: bool,
    first: Place,
    /// The forms of the name, as [`Mark::value`] has them.
    forms: Vec<String>,
    /// The words by which the source describes them.
    words: BTreeSet<String>,
    plural: bool,
}

impl Speaker {
    /// The voice, no words counted yet.
    pub fn into_voice(self) -> Voice {
        Voice {
            name: self.name,
            named: self.named,
            first: self.first,
            quotations: 0,
            reports: 0,
            words_quoted: 0,
            words_reported: 0,
            sentences: Vec::new(),
        }
    }

    fn is_named(&self, form: &str) -> bool {
        self.forms.iter().any(|own| likeness(own, form) != Likeness::Other)
    }

    /// Whether a pronoun can stand for them: nobody says "she" of several people.
    fn can_be(&self, pronoun: &str) -> bool {
        !(self.plural && matches!(pronoun, "he" | "she"))
    }
}

/// A pronoun more sentences after the last speaker stands for nobody in sight.
const IN_SIGHT: usize = 4;

/// A name is taken for that of a speaker in sight only if it is longer than a description that fills a line.
const LONGEST_NAME: usize = 60;

impl Speakers {
    /// Whom the attributions of a document name.
    pub fn of(sketch: &Sketch<'_>) -> Self {
        let mut speakers = Self { all: Vec::new(), of_mark: HashMap::new() };
        let mut last: Vec<(usize, usize)> = Vec::new();
        for mark in sketch.of_kind(Kind::Attribution) {
            let Some(given) = Given::of(sketch, mark) else { continue };
            let in_sight = last.iter().rev().filter(|(sentence, _)| sentence + IN_SIGHT >= mark.sentence);
            let known = match given.pronoun() {
                Some(pronoun) => in_sight
                    .map(|&(_, id)| id)
                    .find(|&id| speakers.all.get(id).is_some_and(|known| known.can_be(pronoun))),
                None => speakers.find(&given),
            };
            let id = known.unwrap_or(speakers.all.len());
            match speakers.all.get_mut(id) {
                Some(speaker) => given.add_to(speaker),
                None => speakers.all.push(given.into_speaker(mark)),
            }
            last.push((mark.sentence, id));
            speakers.of_mark.insert(mark.span, id);
        }
        speakers.name_in_full(sketch);
        speakers
    }

    /// Whom an attribution means.
    pub fn of_mark(&self, mark: &Mark) -> Option<usize> {
        self.of_mark.get(&mark.span).copied()
    }

    /// Every attribution with its speaker, in order.
    pub fn attributions<'a>(&self, sketch: &Sketch<'a>) -> impl Iterator<Item = (&'a Mark, usize)> + use<'a, '_> {
        sketch.of_kind(Kind::Attribution).filter_map(|mark| Some((mark, self.of_mark(mark)?)))
    }

    fn find(&self, given: &Given<'_>) -> Option<usize> {
        if let Some(name) = given.head {
            return self.all.iter().position(|speaker| speaker.named && speaker.is_named(&name.value));
        }
        let fits = |speaker: &Speaker| {
            let described = !given.words.is_empty() && given.words.is_subset(&speaker.words);
            described && speaker.plural == given.plural
        };
        let mut fitting = (0..self.all.len()).filter(|&id| self.all.get(id).is_some_and(fits));
        // "The minister" is nobody in particular where two ministers speak.
        let only = fitting.next()?;
        fitting.next().is_none().then_some(only)
    }

    /// Gives those who speak under their surname the full name that stands elsewhere in the text.
    fn name_in_full(&mut self, sketch: &Sketch<'_>) {
        let mut in_full: HashMap<&str, &Mark> = HashMap::new();
        for mark in sketch.of_kind(Kind::Name) {
            if let Some((_, surname)) = mark.value.rsplit_once(' ') {
                in_full.entry(surname).or_insert(mark);
            }
        }
        for speaker in self.all.iter_mut().filter(|speaker| speaker.named) {
            let single = speaker.forms.iter().all(|form| !form.contains(' '));
            let full = speaker.forms.iter().find_map(|form| in_full.get(form.as_str())).filter(|_| single);
            if let Some(full) = full {
                speaker.name = full.span.of(&sketch.document.text).to_owned();
            }
        }
    }
}

/// Somebody as one attribution gives them.
struct Given<'a> {
    key: &'a str,
    /// The name that stands for the speaker.
    head: Option<&'a Mark>,
    text: String,
    words: BTreeSet<String>,
    plural: bool,
}

impl<'a> Given<'a> {
    fn of(sketch: &Sketch<'a>, mark: &'a Mark) -> Option<Self> {
        let reading = sketch.reading(mark.sentence)?;
        let source = mark.parts?.source?;
        let range = reading.words_in(source);
        let head = head(sketch, reading, &range, mark);
        let shown = head.map_or_else(|| description(reading, &range), |head| head.span);
        let text: String = shown.of(reading.text).chars().take(LONGEST_NAME).collect();
        let described = reading.words.get(range.clone()).unwrap_or_default().iter();
        let words: BTreeSet<String> = described.filter(|word| word.content).map(|word| word.folded.clone()).collect();
        Some(Self {
            key: attribution::source(mark),
            head,
            text,
            words,
            plural: head.is_none() && is_plural(sketch, reading, &range),
        })
    }

    fn pronoun(&self) -> Option<&'a str> {
        matches!(self.key, "he" | "she" | "it" | "they" | "who" | "which").then_some(self.key)
    }

    fn add_to(self, speaker: &mut Speaker) {
        if self.pronoun().is_some() {
            return;
        }
        speaker.words.extend(self.words);
        let Some(head) = self.head else { return };
        if self.text.split(' ').count() > speaker.name.split(' ').count() {
            speaker.name = self.text;
        }
        if !speaker.forms.contains(&head.value) {
            speaker.forms.push(head.value.clone());
        }
    }

    fn into_speaker(self, mark: &Mark) -> Speaker {
        Speaker {
            name: self.text,
            named: self.head.is_some(),
            first: place(mark),
            forms: self.head.map(|head| head.value.clone()).into_iter().collect(),
            words: self.words,
            plural: self.plural,
        }
    }
}

/// The name that stands for the speaker: "Ines Hallow, the mayor of Porto", "a spokesman for the Harbour Trust", but not
/// "officials of the Trust", "Trust lawyers" or "Hallow's lawyer".
fn head<'a>(sketch: &Sketch<'a>, reading: &Reading<'_>, source: &Range<usize>, mark: &Mark) -> Option<&'a Mark> {
    let span = reading.span(source.clone());
    let names =
        sketch.of_sentence(mark.sentence).iter().filter(|name| name.kind == Kind::Name && span.contains(name.span));
    names.into_iter().find(|name| {
        let own = reading.words_in(name.span);
        let part =
            (source.start..own.start).rev().take_while(|&at| reading.folded(at) != ",").last().unwrap_or(own.start);
        let governed = (part..own.start).any(|at| is_preposition(sketch, reading.folded(at)));
        let speaks_for = (part..own.start).any(|at| sketch.page.lexicon.plays(reading.folded(at), "mouthpiece"));
        let owns = own.end.checked_sub(1).and_then(|last| reading.words.get(last)).is_some_and(|last| last.possessive);
        let next = reading.words.get(own.end).filter(|_| own.end < source.end);
        let goes_on = next.is_some_and(|next| next.content && !next.capital);
        let joint = (own.end..source.end).any(|at| reading.folded(at) == "and");
        (!governed || speaks_for) && !owns && !goes_on && !joint
    })
}

fn is_preposition(sketch: &Sketch<'_>, folded: &str) -> bool {
    sketch.page.lexicon.plays(folded, "of") || sketch.page.lexicon.plays(folded, "circumstance")
}

/// A description without what is added behind a comma or a relative pronoun.
fn description(reading: &Reading<'_>, source: &Range<usize>) -> Span {
    let ends = |at: &usize| {
        matches!(reading.folded(*at), "," | "who" | "which" | "(" | "--" | "-")
            && reading.words.get(*at).is_some_and(|word| word.spaced || word.folded == ",")
    };
    let end = source.clone().skip(1).find(ends).unwrap_or(source.end);
    reading.span(source.start..end)
}

/// Whether a description is of several people: its noun, before anything that belongs to it, is a plural.
fn is_plural(sketch: &Sketch<'_>, reading: &Reading<'_>, source: &Range<usize>) -> bool {
    let noun = source.clone().take_while(|&at| {
        let folded = reading.folded(at);
        folded != "," && !(is_preposition(sketch, folded) && folded != "and")
    });
    let Some(noun) = noun.last().map(|at| reading.folded(at)) else { return false };
    noun == "police"
        || noun.ends_with('s') && !noun.ends_with("ss")
        || sketch.page.lexicon.plays(noun, "plural")
        || noun == "they"
}
