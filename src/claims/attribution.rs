//! Who says so: the source, the word that reports, and what is said.

mod clause;
mod content;
mod evidence;
mod quotation;
mod source;
mod turn;
mod voice;

use std::collections::HashSet;

use crate::text::{Pair, Side, Span};

use super::detector::Detector;
use super::name::{Likeness, likeness};
use super::reading::{Page, Reading};
use super::scene::{Scene, named};
use super::settle::{Judgement, Rules, settle};
use super::{Finding, Kind, Lesson, Mark, Parts, Relation};
use voice::{Candidate, Voice, candidates, voices};

/// Attributions.
pub struct Attribution;

impl Detector for Attribution {
    fn kind(&self) -> Kind {
        Kind::Attribution
    }

    fn description(&self) -> &'static str {
        "Who is given as the source, with what verb; and what one source attributes and the other states."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        voices(page, reading).iter().map(|voice| mark(page, reading, voice)).collect()
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let mut marks = scene.of_kind(Kind::Attribution);
        for side in Side::BOTH {
            marks[side].retain(|mark| states(mark) && (is_named(mark) || is_verb(scene, side, mark)));
        }
        settle(scene, marks, self)
    }
}

/// A source and its verb further apart than this are marked by the verb alone.
const NEAR: usize = 90;

fn mark(page: &Page<'_>, reading: &Reading<'_>, voice: &Voice) -> Mark {
    let cue = reading.span(voice.cue.clone());
    let source = voice.source.clone().map(|words| reading.span(words));
    let span = source.map(|source| source.join(cue)).filter(|joined| joined.len() <= cue.len() + NEAR).unwrap_or(cue);
    let named = voice.source.clone().map_or(String::new(), |words| key(page, reading, words));
    Mark {
        kind: Kind::Attribution,
        sentence: reading.id,
        span,
        value: format!("{}: {named}", voice.stance).trim_end().to_owned(),
        parts: Some(Parts { source, cue: Some(cue), content: voice.content }),
    }
}

/// What can be learned from a sentence.
pub fn lessons(page: &Page<'_>, reading: &Reading<'_>) -> Vec<Lesson> {
    let lesson = |candidate: Candidate| {
        let voice = candidate.voice;
        let source = voice.source.map(|words| reading.span(words));
        let parts = Parts { source, cue: Some(reading.span(voice.cue)), content: voice.content };
        let byte = |at: usize| reading.words.get(at).map_or(0, |word| word.span.start);
        let turns = candidate.turns.into_iter().map(|(at, signs)| (byte(at), signs)).collect();
        Lesson { parts, evidence: candidate.evidence, turns }
    };
    candidates(page, reading, true).into_iter().map(lesson).collect()
}

/// The words that tell one source from another, without titles.
fn key(page: &Page<'_>, reading: &Reading<'_>, words: std::ops::Range<usize>) -> String {
    let all = || words.clone().filter(|&at| reading.words[at].is_word());
    let telling: Vec<&str> = all()
        .filter(|&at| reading.words[at].content && !page.lexicon.titles.has(reading.folded(at)))
        .map(|at| reading.folded(at))
        .collect();
    match telling.as_slice() {
        [] => all().map(|at| reading.folded(at)).collect::<Vec<_>>().join(" "),
        _ => telling.join(" "),
    }
}

fn stance_and_source(value: &str) -> (&str, &str) {
    value.split_once(':').map_or((value, ""), |(stance, source)| (stance, source.trim_start()))
}

/// Whom an attribution names; nobody where the text does not say.
pub fn source(mark: &Mark) -> &str {
    stance_and_source(&mark.value).1
}

/// A pronoun more sentences after the last source that was named stands for nobody in sight.
const IN_SIGHT: usize = 4;

/// Who speaks, a pronoun replaced by the source that was named last before it.
fn speaker<'a>(scene: &'a Scene<'_>, side: Side, mark: &'a Mark) -> &'a str {
    let lexicon = scene.pages[side].lexicon;
    let is_pronoun = |source: &str| source.is_empty() || lexicon.plays(source, "pronoun");
    let own = source(mark);
    if !is_pronoun(own) {
        return own;
    }
    let all = scene.all[side].all;
    let end = all.partition_point(|other| other.span.start < mark.span.start);
    let before = all.get(..end).unwrap_or_default().iter().rev();
    before
        .take_while(|other| other.sentence + IN_SIGHT >= mark.sentence)
        .filter(|other| other.kind == Kind::Attribution)
        .map(source)
        .find(|source| !is_pronoun(source))
        .unwrap_or(own)
}

/// Two sources with a telling word in common are taken for the same.
fn is_same_source(left: &str, right: &str) -> bool {
    likeness(left, right) != Likeness::Other
        || left.split(' ').any(|word| word.len() > 3 && right.split(' ').any(|other| other == word))
}

/// Stances that report without colouring what is said.
fn is_plain(stance: &str) -> bool {
    matches!(stance, "neutral" | "source")
}

/// Whether a mark tells that somebody holds something to be so. Who wants, praises or asks for something is marked too, but it
/// is no source for it.
pub fn states(mark: &Mark) -> bool {
    matches!(
        stance_and_source(&mark.value).0,
        "neutral" | "source" | "belief" | "insist" | "doubt" | "concede" | "deny"
    )
}

/// Whether the sentence says who speaks.
fn is_named(mark: &Mark) -> bool {
    mark.parts.is_some_and(|parts| parts.source.is_some())
}

/// Whether the cue is a form that no noun has: then somebody speaks, if only somebody named before.
fn is_verb(scene: &Scene<'_>, side: Side, mark: &Mark) -> bool {
    let cue = mark.parts.and_then(|parts| parts.cue);
    let reading = scene.reading(side, mark);
    let word = reading.zip(cue).map_or("", |(reading, cue)| reading.folded(reading.words_in(cue).start));
    scene.pages[side].lexicon.reporting.value(word).is_some_and(|value| !value.ends_with(" noun"))
}

/// With this many words of content in common two sources report the same thing.
const SAME_CONTENT: usize = 2;

impl Rules for Attribution {
    fn judge(&self, scene: &Scene<'_>, marks: Pair<&Mark>) -> Option<Judgement> {
        let stances = marks.map(|mark| stance_and_source(&mark.value).0);
        let speakers = Pair::from_fn(|side| speaker(scene, side, marks[side]));
        let lexicon = scene.pages.left.lexicon;
        let shared = shared_content(scene, marks);
        let likeness = u32::try_from(shared).unwrap_or(0);
        if Side::BOTH.iter().any(|&side| speakers[side].is_empty() || lexicon.plays(speakers[side], "pronoun")) {
            return (shared > 0).then_some(Judgement { likeness, relation: None });
        }
        if is_same_source(speakers.left, speakers.right) {
            let same_stance = stances.left == stances.right || is_plain(stances.left) && is_plain(stances.right);
            let other_verb = !same_stance && shared >= SAME_CONTENT;
            return (shared > 0).then(|| if other_verb { Judgement::differs(100 + shared) } else { Judgement::SAME });
        }
        let alone = Side::BOTH.iter().all(|&side| is_only_one(scene, side, marks[side]));
        (shared > 0 || alone && scene.are_linked(marks)).then(|| Judgement::differs(shared))
    }

    fn is_told_alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> bool {
        let Some(own) = content(scene, side, mark).filter(|_| is_named(mark) && !is_negated(scene, side, mark)) else {
            return false;
        };
        let attributed = attributed(scene, side.other());
        let shared = || own.intersection(scene.content(side.other()));
        shared().count() >= SAME_CONTENT && !shared().any(|word| attributed.contains(word))
    }

    fn both(&self, scene: &Scene<'_>, marks: Pair<&Mark>, _relation: Relation) -> String {
        let (left, right) = (voiced(scene, Side::Left, marks.left), voiced(scene, Side::Right, marks.right));
        let speakers = Pair::from_fn(|side| speaker(scene, side, marks[side]));
        if is_same_source(speakers.left, speakers.right) {
            return format!("One speaker, reported in different words: left “{left}”, right “{right}”.");
        }
        format!("The two name different sources for it: left “{left}”, right “{right}”.")
    }

    fn alone(&self, scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
        let words = voiced(scene, side, mark);
        let own = speaker(scene, side, mark);
        if scene.all[side.other()].sources.near(own).any(|(other, _)| is_same_source(own, other)) {
            return format!(
                "{} names its source here (“{words}”), {} does so elsewhere.",
                named(side),
                side.other().name()
            );
        }
        format!("Only the {} source says where it has this from: “{words}”.", side.name())
    }
}

/// "It did not comment": nothing is said.
fn is_negated(scene: &Scene<'_>, side: Side, mark: &Mark) -> bool {
    let (Some(reading), Some(cue)) = (scene.reading(side, mark), mark.parts.and_then(|parts| parts.cue)) else {
        return false;
    };
    let cue = reading.words_in(cue).start;
    let negations = &scene.pages[side].lexicon.negations;
    (cue.saturating_sub(2)..cue).any(|at| negations.at(&reading.words, at).is_some())
}

/// Whether a sentence has no other mark that states something.
fn is_only_one(scene: &Scene<'_>, side: Side, mark: &Mark) -> bool {
    let same = |other: &&&Mark| other.sentence == mark.sentence && other.kind == Kind::Attribution && states(other);
    scene.marks[side].iter().filter(same).count() == 1
}

/// The content words of a side that it has from somebody.
fn attributed<'a>(scene: &Scene<'a>, side: Side) -> HashSet<&'a str> {
    let marks = scene.marks[side].iter().filter(|mark| mark.kind == Kind::Attribution && states(mark));
    marks.filter_map(|mark| content(scene, side, mark)).flatten().collect()
}

/// Who says it and the verb, also where the two stand apart: "the mayor … insisting".
fn voiced(scene: &Scene<'_>, side: Side, mark: &Mark) -> String {
    let near = scene.words(side, mark.span);
    match mark.parts.and_then(|parts| parts.source) {
        Some(source) if source.end <= mark.span.start => format!("{} … {near}", scene.words(side, source)),
        Some(source) if source.start >= mark.span.end => format!("{near} … {}", scene.words(side, source)),
        _ => near,
    }
}

/// How many content words are in what both report.
fn shared_content(scene: &Scene<'_>, marks: Pair<&Mark>) -> usize {
    match (content(scene, Side::Left, marks.left), content(scene, Side::Right, marks.right)) {
        (Some(left), Some(right)) => left.intersection(&right).count(),
        _ => 0,
    }
}

/// The stems of the content words of what is said.
fn content<'a>(scene: &Scene<'a>, side: Side, mark: &Mark) -> Option<HashSet<&'a str>> {
    let reading = scene.reading(side, mark)?;
    let span: Span = mark.parts?.content?;
    let page = scene.pages[side];
    let words = reading.words.get(reading.words_in(span))?;
    Some(words.iter().filter(|word| word.content).map(|word| page.stem(&word.folded)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{document, finding, findings, inspect};

    /// Source, cue and content of each attribution of a sentence.
    fn parts(sentence: &str) -> Vec<[String; 3]> {
        let document = document(&[sentence]);
        let words = |span: Option<Span>| span.map_or("-", |span| span.of(&document.text)).to_owned();
        let marks = inspect(&document);
        let parts = marks.iter().filter_map(|mark| mark.parts);
        parts.map(|parts| [words(parts.source), words(parts.cue), words(parts.content)]).collect()
    }

    #[test]
    fn the_source_may_stand_before_or_after_its_verb() {
        assert_eq!(
            parts("Police said that the harbour was closed."),
            [["Police", "said", "that the harbour was closed"]]
        );
        assert_eq!(
            parts("The harbour was closed, police said on Friday."),
            [["police", "said", "The harbour was closed"]]
        );
        assert_eq!(parts("“It is closed,” said Ines Hallow, the mayor."), [["Ines Hallow", "said", "“It is closed,”"]]);
        assert_eq!(parts("Ines Hallow, the mayor, insisted it was closed.")[0][0], "Ines Hallow, the mayor");
    }

    #[test]
    fn according_to_names_the_source_after_it() {
        assert_eq!(parts("According to the board, it rained."), [["the board", "According to", "it rained"]]);
        assert_eq!(parts("It rained, according to the board."), [["the board", "according to", "It rained"]]);
    }

    #[test]
    fn an_apposition_before_the_verb_is_part_of_the_source() {
        assert_eq!(
            parts("The harbour master, who lives there, said the ferry would be sold."),
            [["The harbour master, who lives there", "said", "the ferry would be sold"]]
        );
    }

    #[test]
    fn the_subject_before_another_verb_speaks() {
        let found = parts("Ines Hallow closed the harbour on Monday, saying that the piers were unsafe.");
        assert_eq!(found, [["Ines Hallow", "saying", "that the piers were unsafe"]]);
        let found = parts("PORTO NOVO - The harbour board met on Monday, saying it would sell the ferry.");
        assert_eq!(found[0][1..], ["saying", "it would sell the ferry"]);
        assert!(!found[0][0].contains("PORTO"), "{found:?}");
    }

    #[test]
    fn what_is_said_ends_where_the_sentence_turns() {
        let found = parts("Hallow said that the ferry was unsafe, adding that the board would meet on Monday.");
        assert_eq!(found[0], ["Hallow", "said", "that the ferry was unsafe"]);
    }

    #[test]
    fn attitudes_are_marked_too() {
        assert_eq!(parts("The board wants to sell the old ferry.")[0], ["The board", "wants", "to sell the old ferry"]);
        let found = parts("Fishermen urged the council to close the harbour.");
        assert_eq!(found[0], ["Fishermen", "urged", "the council to close the harbour"]);
    }

    /// The contents of the attributions of a paragraph, cut into sentences.
    fn contents(sentences: &[&str]) -> Vec<String> {
        let mut document = document(sentences);
        document.text = document.text.replace('\n', " ");
        let marks = inspect(&document);
        let contents = marks.iter().filter_map(|mark| mark.parts?.content);
        contents.map(|content| content.of(&document.text).to_owned()).collect()
    }

    #[test]
    fn a_quotation_runs_over_sentences_of_its_paragraph() {
        let before = ["“We paid for the new pier with our own money.", "Nobody helped us at all,” Hallow said."];
        assert_eq!(contents(&before), ["“We paid for the new pier with our own money. Nobody helped us at all,”"]);
        let after = ["“We paid for the pier,” Hallow said.", "“Nobody helped us, and nobody will help us next year.”"];
        assert!(contents(&after)[0].ends_with("next year.”"), "{:?}", contents(&after));
    }

    #[test]
    fn two_apostrophes_are_a_quotation_mark() {
        let found = parts("''The harbour will stay closed for weeks,'' Hallow said on Monday.");
        assert_eq!(found, [["Hallow", "said", "''The harbour will stay closed for weeks,''"]]);
    }

    #[test]
    fn what_somebody_did_not_say_is_no_source_for_it() {
        let found = findings(Kind::Attribution, "The mayor did not say the pier was unsafe.", "The pier was unsafe.");
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn nouns_and_quoted_verbs_report_nothing() {
        assert!(parts("The report and the claim of the state were read.").is_empty());
        assert!(parts("“He said no,”").is_empty());
        assert!(parts("Boats left the harbour.").is_empty());
    }

    #[test]
    fn another_source_or_none_is_told() {
        let other =
            finding(Kind::Attribution, "The pier is unsafe, the mayor said.", "The pier is unsafe, fishermen said.");
        assert_eq!(other.0, Relation::Differs);
        let none = finding(Kind::Attribution, "The pier is unsafe, the mayor said.", "The pier is unsafe.");
        assert_eq!(none, (Relation::OnlyLeft, "the mayor said".to_owned(), "-".to_owned()));
    }

    #[test]
    fn who_wants_something_is_no_source_for_it() {
        let wish =
            findings(Kind::Attribution, "The board wants to sell the old ferry.", "The old ferry is to be sold.");
        assert!(wish.is_empty(), "{wish:?}");
    }

    #[test]
    fn what_the_other_attributes_to_the_same_speaker_is_not_told() {
        let left = "The pier is unsafe and will be closed, the mayor said.";
        assert!(findings(Kind::Attribution, left, "According to the mayor, the pier is unsafe.").is_empty());
    }

    #[test]
    fn the_same_source_is_no_difference_unless_its_verb_judges() {
        let plain = findings(Kind::Attribution, "Mayor Ines Hallow said it was shut.", "It was shut, Hallow added.");
        assert!(plain.is_empty(), "{plain:?}");
        let turned = findings(
            Kind::Attribution,
            "The pier is unsafe, former and current keepers said.",
            "The pier is unsafe, current and former keepers said.",
        );
        assert!(turned.is_empty(), "{turned:?}");
        let doubt = finding(
            Kind::Attribution,
            "Hallow said that the harbour was shut.",
            "Hallow claimed that the harbour was shut.",
        );
        assert_eq!(doubt.0, Relation::Differs);
    }
}
