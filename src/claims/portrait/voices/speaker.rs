//! Which attributions name the same person, body or group.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::claims::attribution;
use crate::claims::name::{Likeness, likeness};
use crate::claims::reading::Reading;
use crate::claims::scene::place;
use crate::claims::{Kind, Mark, Place};
use crate::text::Span;

use super::super::{Sketch, counts};
use super::Voice;

/// Everybody given as a source, in the order in which they first are, and whom each attribution means.
pub struct Speakers {
    /// The speakers.
    pub all: Vec<Speaker>,
    of_mark: HashMap<(Kind, Span), usize>,
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

/// A quotation that stands alone belongs to whom the sentence before it is about.
const NEXT_TO_IT: usize = 1;

/// Nobody remembers more speakers than this, and the work stays bounded whatever is read.
const REMEMBERED: usize = 300;

/// A longer description does not fit a line.
const LONGEST_NAME: usize = 60;

impl Speakers {
    /// Whom the attributions of a document name, and whose its quotations are that stand alone.
    pub fn of(sketch: &Sketch<'_>) -> Self {
        let mut speakers = Self { all: Vec::new(), of_mark: HashMap::new() };
        let mut heard: Vec<(usize, usize)> = Vec::new();
        for mark in sketch.marks.iter().filter(|mark| !sketch.is_headline(mark.sentence)) {
            let given = match mark.kind {
                Kind::Attribution => speakers.meant(sketch, mark, &heard),
                Kind::Quote if stands_alone(sketch, mark) => speakers.in_focus(sketch, mark, None, NEXT_TO_IT, &heard),
                _ => None,
            };
            let Some(given) = given else { continue };
            let id = match given {
                Meant::Known(id) => id,
                Meant::Given(given) => speakers.enter(given, mark),
            };
            heard.push((mark.sentence, id));
            speakers.of_mark.insert((mark.kind, mark.span), id);
        }
        speakers.name_in_full(sketch);
        speakers
    }

    /// Whom an attribution means; nobody where its words can be nobody.
    fn meant<'a>(&self, sketch: &Sketch<'a>, mark: &'a Mark, heard: &[(usize, usize)]) -> Option<Meant<'a>> {
        let given = Given::of(sketch, mark)?;
        let Some(pronoun) = given.pronoun() else { return Some(Meant::Given(given)) };
        let known = self.in_focus(sketch, mark, Some(pronoun), IN_SIGHT, heard);
        known.or(Some(Meant::Given(given)))
    }

    /// Whom the text is about just before a mark: who spoke last, or who is named where a sentence begins.
    fn in_focus<'a>(
        &self,
        sketch: &Sketch<'a>,
        mark: &Mark,
        pronoun: Option<&str>,
        reach: usize,
        heard: &[(usize, usize)],
    ) -> Option<Meant<'a>> {
        let fits = |id: &usize| self.all.get(*id).is_some_and(|speaker| pronoun.is_none_or(|it| speaker.can_be(it)));
        let is_person = pronoun.is_none_or(|it| matches!(it, "he" | "she"));
        (mark.sentence.saturating_sub(reach)..=mark.sentence).rev().find_map(|sentence| {
            let here = heard.iter().rev().skip_while(|(at, _)| *at > sentence).take_while(|(at, _)| *at == sentence);
            let speaker = here.map(|&(_, id)| id).into_iter().find(fits).map(Meant::Known);
            let named = || opening_name(sketch, sentence).filter(|name| is_person && name.span.end <= mark.span.start);
            speaker.or_else(|| named().map(|name| Meant::Given(Given::named(sketch, name))))
        })
    }

    /// The place of somebody among the speakers, where they are entered unless they are known.
    fn enter(&mut self, given: Given<'_>, mark: &Mark) -> usize {
        let id = self.find(&given).unwrap_or(self.all.len());
        match self.all.get_mut(id) {
            Some(speaker) => given.add_to(speaker),
            None => self.all.push(given.into_speaker(mark)),
        }
        id
    }

    /// Whom an attribution means, and whose a quotation is that stands alone.
    pub fn of_mark(&self, mark: &Mark) -> Option<usize> {
        self.of_mark.get(&(mark.kind, mark.span)).copied()
    }

    /// Every attribution that states something with its speaker, in order: to want or to praise is not to say.
    pub fn attributions<'a>(&self, sketch: &Sketch<'a>) -> impl Iterator<Item = (&'a Mark, usize)> + use<'a, '_> {
        sketch
            .of_kind(Kind::Attribution)
            .filter(|mark| attribution::states(mark))
            .filter_map(|mark| Some((mark, self.of_mark(mark)?)))
    }

    fn find(&self, given: &Given<'_>) -> Option<usize> {
        let recent = self.all.len().saturating_sub(REMEMBERED)..self.all.len();
        if let Some(name) = given.head {
            let is_it = |speaker: &Speaker| speaker.named && speaker.is_named(&name.value);
            return recent.into_iter().find(|&id| self.all.get(id).is_some_and(is_it));
        }
        let fits = |speaker: &Speaker| {
            let described = !given.words.is_empty() && given.words.is_subset(&speaker.words);
            described && speaker.plural == given.plural
        };
        let mut fitting = recent.into_iter().filter(|&id| self.all.get(id).is_some_and(fits));
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

/// Whom an attribution means.
enum Meant<'a> {
    Known(usize),
    Given(Given<'a>),
}

/// Somebody as one attribution gives them.
struct Given<'a> {
    /// The words that tell them from others; empty where a name does.
    key: &'a str,
    /// The name that stands for the speaker.
    head: Option<&'a Mark>,
    text: String,
    words: BTreeSet<String>,
    plural: bool,
    /// The description is a name by its capitals: "the Seafarers' Union".
    proper: bool,
}

impl<'a> Given<'a> {
    fn of(sketch: &Sketch<'a>, mark: &'a Mark) -> Option<Self> {
        let reading = sketch.reading(mark.sentence)?;
        let source = mark.parts?.source?;
        let mut range = reading.words_in(source);
        range.start = range.clone().find(|&at| reading.words.get(at).is_some_and(counts)).unwrap_or(range.start);
        let head = head(sketch, reading, &range, mark).or_else(|| name_before(sketch, reading, &range));
        let shown = head.map_or_else(|| description(sketch, reading, &range), |head| head.span);
        let text: String = shown.of(reading.text).chars().take(LONGEST_NAME).collect();
        let described = reading.words.get(range.clone()).unwrap_or_default().iter();
        let words: BTreeSet<String> = described.filter(|word| word.content).map(|word| word.folded.clone()).collect();
        let first = reading.folded(range.start);
        let is_pronoun = sketch.page.lexicon.plays(first, "pronoun");
        // "She further said": whatever follows a pronoun belongs to the verb.
        let key = if is_pronoun && head.is_none() { first } else { attribution::source(mark) };
        let can_speak = is_pronoun || !words.is_empty();
        if head.is_none() && (!can_speak || is_preposition(sketch, first) || is_verb(sketch, first)) {
            return None;
        }
        let plural = head.is_none() && is_plural(sketch, reading, &range);
        let proper = is_proper(reading, &reading.words_in(shown));
        Some(Self { key, head, text, words, plural, proper })
    }

    /// Somebody by a name that stands anywhere.
    fn named(sketch: &Sketch<'a>, name: &'a Mark) -> Self {
        let text = name.span.of(&sketch.document.text).to_owned();
        Self { key: "", head: Some(name), text, words: BTreeSet::new(), plural: false, proper: true }
    }

    fn pronoun(&self) -> Option<&'a str> {
        matches!(self.key, "he" | "she" | "it" | "they" | "who" | "which").then_some(self.key)
    }

    fn add_to(self, speaker: &mut Speaker) {
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
            named: self.head.is_some() || self.proper,
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
        // "A trader from Porto, New Bay": after an indefinite description no comma brings the name.
        let indefinite = sketch.page.lexicon.plays(reading.folded(source.start), "article");
        let from = if indefinite { source.start } else { own.start };
        let part =
            (source.start..own.start).rev().take_while(|&at| reading.folded(at) != ",").last().unwrap_or(own.start);
        let part = part.min(from);
        let governed = (part..own.start).any(|at| is_preposition(sketch, reading.folded(at)));
        let speaks_for = (part..own.start).any(|at| sketch.page.lexicon.plays(reading.folded(at), "mouthpiece"));
        let next = reading.words.get(own.end).filter(|_| own.end < source.end);
        // "The Seafarers' Union" is not the seafarers.
        let owns_in_plural = next.is_some_and(|next| next.folded == "'" && !next.spaced);
        let owns = owns_in_plural
            || own.end.checked_sub(1).and_then(|last| reading.words.get(last)).is_some_and(|last| last.possessive);
        let goes_on = next.is_some_and(|next| next.content && !next.capital);
        let joint = (own.end..source.end).any(|at| reading.folded(at) == "and");
        (!governed || speaks_for) && !owns && !goes_on && !joint
    })
}

/// "Ines Hallow, a trader from Porto, said": the name that a description explains, where the description alone was taken
/// for the source.
fn name_before<'a>(sketch: &Sketch<'a>, reading: &Reading<'_>, source: &Range<usize>) -> Option<&'a Mark> {
    let comma = source.start.checked_sub(1).filter(|&at| reading.folded(at) == ",")?;
    let explains =
        sketch.page.lexicon.plays(reading.folded(source.start), "article") || reading.folded(source.start) == "the";
    let names = sketch.of_sentence(reading.id).iter().filter(|mark| mark.kind == Kind::Name && explains);
    names.into_iter().find(|name| reading.words_in(name.span).end == comma)
}

fn is_preposition(sketch: &Sketch<'_>, folded: &str) -> bool {
    sketch.page.lexicon.plays(folded, "of") || sketch.page.lexicon.plays(folded, "circumstance")
}

/// Whether a quotation makes up its sentence, so that nobody can be named beside it.
fn stands_alone(sketch: &Sketch<'_>, quotation: &Mark) -> bool {
    let Some(reading) = sketch.reading(quotation.sentence) else { return false };
    let attributed = sketch.of_sentence(quotation.sentence).iter().any(|mark| mark.kind == Kind::Attribution);
    !attributed && super::is_whole(reading, &reading.words_in(quotation.span))
}

/// A name so near to the beginning of its sentence is what the sentence is about.
const OPENING: usize = 3;

/// Whom a sentence is about: the name with which it begins, unless that is a country's or a party's.
fn opening_name<'a>(sketch: &Sketch<'a>, sentence: usize) -> Option<&'a Mark> {
    let reading = sketch.reading(sentence).filter(|_| !sketch.is_headline(sentence))?;
    let name = sketch.of_sentence(sentence).iter().find(|mark| mark.kind == Kind::Name)?;
    let words = reading.words_in(name.span);
    let article = words.start.checked_sub(1).is_some_and(|before| reading.folded(before) == "the");
    let owns = words.end.checked_sub(1).and_then(|last| reading.words.get(last)).is_some_and(|last| last.possessive);
    let goes_on = reading.words.get(words.end).is_some_and(|next| next.content && next.folded.ends_with('s'));
    let opens = words.start < OPENING && !article && !owns && !goes_on;
    (opens && !sketch.page.lexicon.is_alias(&name.value)).then_some(name)
}

/// A description without what is added behind a comma, a relative pronoun or the verb.
fn description(sketch: &Sketch<'_>, reading: &Reading<'_>, source: &Range<usize>) -> Span {
    let ends = |at: &usize| {
        let folded = reading.folded(*at);
        let dash = matches!(folded, "(" | "--" | "-") && reading.words.get(*at).is_some_and(|word| word.spaced);
        dash || matches!(folded, "," | "who" | "which") || is_verb(sketch, folded)
    };
    let end = source.clone().skip(1).find(ends).unwrap_or(source.end);
    reading.span(source.start..end)
}

/// "Has", "also": what stands between those who speak and the verb that says so.
fn is_verb(sketch: &Sketch<'_>, folded: &str) -> bool {
    let lexicon = sketch.page.lexicon;
    lexicon.plays(folded, "auxiliary") || lexicon.plays(folded, "verb") || lexicon.plays(folded, "between")
}

/// Whether every word of a description that tells something begins with a capital, beyond what a sentence asks for.
fn is_proper(reading: &Reading<'_>, shown: &Range<usize>) -> bool {
    let words = reading.words.get(shown.clone()).unwrap_or_default();
    let telling = || words.iter().filter(|word| word.content);
    telling().count() > 1 && telling().all(|word| word.capital) && !reading.title_case
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
