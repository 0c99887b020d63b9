//! What the sources claim, and where their claims differ.
//!
//! A detector marks one kind of claim in a single source ([`portray`]); inside a group the marks of both sides are
//! paired by what they are about and compared ([`compare`]). Nothing here says who is right.
//!
//! Each kind has a file of its own and is a `Detector`; what it knows about a language stands in the word lists
//! under `assets/lang/`. For a language without lists only digits, quotations and capitalised names are marked.

mod agency;
mod amount;
mod attribution;
mod certainty;
mod date;
mod detector;
mod finding;
mod interest;
mod lexicon;
mod loaded;
mod mark;
mod name;
mod nearby;
mod number;
mod phrases;
mod polarity;
mod portrait;
mod quotation;
mod quote;
mod rank;
mod reading;
mod register;
mod scene;
mod scope;
mod settle;
#[cfg(test)]
mod testing;
mod unmatched;

pub use certainty::hedging;
pub use detector::description;
pub use finding::{Finding, Place, Relation};
pub use interest::{COUNT, Traits, names};
pub use mark::{Kind, Mark, Parts};
pub use portrait::{Borne, Evaluation, Figure, HeadlineClaim, Portrait, Voice, Voices};
pub use unmatched::{Nearest, Shared, Unmatched, Why};

use lexicon::Lexicon;
use reading::Page;
use register::Register;
use scene::Scene;

use std::cell::RefCell;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use crate::align::{Alignment, Group};
use crate::segment::Document;
use crate::text::{Language, Pair, Side, letters};

/// Whether the program has word lists for a language; without them only digits, quotations and names are found.
pub fn known(language: &Language) -> bool {
    Lexicon::of(language).is_known
}

/// A word that may report, as `examples/train_voices` learns from it.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// What the attribution would consist of.
    pub parts: Parts,
    /// The names of what speaks for and against it.
    pub evidence: Vec<String>,
    /// The bytes at which what is said may end, with the evidence for each.
    pub turns: Vec<(usize, Vec<String>)>,
}

/// Every word of a document that may report.
pub fn lessons(document: &Document) -> Vec<Lesson> {
    let page = Page::read(document);
    page.readings.iter().flat_map(|reading| attribution::lessons(&page, reading)).collect()
}

/// Every claim mark of a document in the order of the text, and what the document shows by itself.
pub fn portray(document: &Document) -> (Vec<Mark>, Portrait) {
    let page = Page::read(document);
    let marks = marks(&page);
    let portrait = portrait::portrait(document, &page, &marks);
    (marks, portrait)
}

/// What was found out about the claims of two documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    /// Every mark of each, in the order of the text.
    pub marks: Pair<Vec<Mark>>,
    /// The differences between linked sentences: conflicts first, then what readers would care about most.
    pub findings: Vec<Finding>,
    /// What each shows by itself.
    pub portraits: Pair<Portrait>,
}

/// Compares the claims of two documents: what readers would care about most first, after the conflicts.
pub fn compare(documents: Pair<&Document>, alignment: &Alignment) -> Claims {
    let pages = Pair::at_once(|side| Page::read(documents[side]));
    let marks = Pair::at_once(|side| marks(&pages[side]));
    let candidates = in_groups(documents, alignment, pages.as_ref(), marks.as_ref());
    let findings =
        candidates.into_iter().map(|(finding, traits)| Finding { interest: interest::interest(&traits), ..finding });
    let findings = rank::in_order(findings.filter(interest::is_worth_telling).collect());
    let portraits = Pair::at_once(|side| portrait::portrait(documents[side], &pages[side], &marks[side]));
    Claims { marks, findings, portraits }
}

/// Everything that could be told of the linked sentences of two documents, with what is seen of it: what the weights of
/// [`Finding::interest`] are learned from.
pub fn candidates(documents: Pair<&Document>, alignment: &Alignment) -> Vec<(Finding, Traits)> {
    let pages = Pair::at_once(|side| Page::read(documents[side]));
    let marks = Pair::at_once(|side| marks(&pages[side]));
    in_groups(documents, alignment, pages.as_ref(), marks.as_ref())
}

fn in_groups(
    documents: Pair<&Document>,
    alignment: &Alignment,
    pages: Pair<&Page<'_>>,
    marks: Pair<&Vec<Mark>>,
) -> Vec<(Finding, Traits)> {
    let registers = Pair::at_once(|side| Register::of(pages[side], marks[side]));
    let in_group = |(id, group): (usize, &Group)| {
        if is_identical(documents, group) {
            return Vec::new();
        }
        let scene = scene(id, alignment, pages, registers.as_ref());
        let found = rank::without_repeats(detector::ALL.iter().flat_map(|detector| detector.compare(&scene)).collect());
        let traits: Vec<Traits> = found.iter().map(|finding| interest::traits(&scene, finding)).collect();
        found.into_iter().zip(traits).collect()
    };
    let found: Vec<Vec<_>> = alignment.groups.par_iter().enumerate().map(in_group).collect();
    found.into_iter().flatten().collect()
}

/// The sentences of each document that no link was found for, in order.
pub fn unmatched(documents: Pair<&Document>, marks: Pair<&[Mark]>, alignment: &Alignment) -> Pair<Vec<Unmatched>> {
    unmatched::unmatched(documents.map(|document| document.sentences.len()), marks, alignment)
}

fn marks(page: &Page<'_>) -> Vec<Mark> {
    let of_sentence = |reading| detector::ALL.iter().flat_map(|detector| detector.marks(page, reading)).collect();
    let found: Vec<Vec<Mark>> = page.readings.par_iter().map(of_sentence).collect();
    let mut marks: Vec<Mark> = found.into_iter().flatten().collect();
    marks.sort_by_key(|mark| (mark.span, mark.kind));
    marks
}

/// Whether both sides of a group say the same but for typography.
fn is_identical(documents: Pair<&Document>, group: &Group) -> bool {
    let text = |side: Side| -> Vec<String> {
        group.sentences[side].iter().map(|&id| letters(documents[side].sentence(id))).collect()
    };
    text(Side::Left) == text(Side::Right)
}

fn scene<'a>(id: usize, alignment: &Alignment, pages: Pair<&'a Page<'a>>, all: Pair<&'a Register<'a>>) -> Scene<'a> {
    let group = &alignment.groups[id];
    let links = group.links.iter().filter_map(|&link| alignment.links.get(link)).map(|link| link.sentences).collect();
    let sentences = Pair::from_fn(|side| {
        group.sentences[side].iter().filter_map(|&sentence| pages[side].readings.get(sentence)).collect()
    });
    let marks = Pair::from_fn(|side| {
        group.sentences[side].iter().flat_map(|&sentence| all[side].of_sentence(sentence)).collect()
    });
    Scene { group: id, pages, sentences, marks, links, all, contexts: RefCell::default(), content: Pair::default() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::testing::{document, inspect, told};
    use super::*;

    const LEFT: [&str; 3] = [
        "Mayor Ines Hallow said on Friday that about 300 boats may be sold, a \u{201c}painful step\u{201d} for Porto Novo.",
        "The council has not approved the sale, according to the Harbour Trust.",
        "Most fishermen, many of them over 60, declined to comment.",
    ];
    const RIGHT: [&str; 3] = [
        "The council approved the sale of 320 boats last week, an official claimed.",
        "\u{201c}It is a painful and needless step,\u{201d} said Hallow, 51, who was elected in 2019.",
        "Some fishermen have not commented; two will sue.",
    ];

    fn mirrored(mut finding: Finding) -> Finding {
        finding.places = finding.places.swap();
        finding.relation = match finding.relation {
            Relation::OnlyLeft => Relation::OnlyRight,
            Relation::OnlyRight => Relation::OnlyLeft,
            other => other,
        };
        finding.message = String::new();
        finding
    }

    fn is_mirrored(left: &Document, right: &Document) -> bool {
        let key = |finding: &Finding| format!("{finding:?}");
        let mut there: Vec<Finding> = told(Pair::new(left, right)).into_iter().map(mirrored).collect();
        let mut back: Vec<Finding> = told(Pair::new(right, left));
        back.iter_mut().for_each(|finding| finding.message.clear());
        there.sort_by_key(key);
        back.sort_by_key(key);
        there == back
    }

    #[test]
    fn swapped_sources_mirror_the_findings() {
        let (left, right) = (document(&LEFT), document(&RIGHT));
        assert!(told(Pair::new(&left, &right)).len() > 5);
        assert!(is_mirrored(&left, &right));
    }

    #[test]
    fn a_word_that_stands_twice_in_a_quotation_is_shared_once() {
        let (left, right) = (document(&["\" 2021 2021 A"]), document(&["\u{201c} 2021 January said"]));
        assert!(is_mirrored(&left, &right));
    }

    #[test]
    fn identical_sources_give_no_findings() {
        let left = document(&LEFT);
        assert!(told(Pair::new(&left, &left.clone())).is_empty());
    }

    #[test]
    fn conflicts_come_first_and_every_message_is_a_sentence() {
        let found = told(Pair::new(&document(&LEFT), &document(&RIGHT)));
        let relations: Vec<Relation> = found.iter().map(|finding| finding.relation).collect();
        let first = relations.iter().rposition(|&relation| relation == Relation::Conflict);
        assert!(first.is_some_and(|last| relations[..=last].iter().all(|&relation| relation == Relation::Conflict)));
        assert!(found.iter().all(|finding| finding.message.ends_with('.')), "{found:?}");
    }

    #[test]
    fn a_paragraph_without_end_is_read_in_bounded_time() {
        let endless = LEFT.join(" ").repeat(3_000);
        let (left, right) = (document(&[&endless]), document(&[&endless[1..]]));
        assert!(inspect(&left).len() > 100);
        assert!(told(Pair::new(&left, &right)).len() < 1_000);
    }

    #[test]
    fn an_unknown_language_gives_digits_quotations_and_names() {
        let mut other = document(&["Im Hafen sah Ines Hallow 12 Boote, \u{201e}alle leer\u{201c}."]);
        other.language = Language::new("xx");
        let kinds: Vec<Kind> = inspect(&other).iter().map(|mark| mark.kind).collect();
        assert!(!known(&other.language) && known(&Language::english()));
        assert!([Kind::Number, Kind::Quote, Kind::Name].iter().all(|kind| kinds.contains(kind)), "{kinds:?}");
        assert!(kinds.iter().all(|kind| matches!(kind, Kind::Number | Kind::Quote | Kind::Name)), "{kinds:?}");
    }

    /// Words that set off every detector, between characters of all sorts.
    fn odd_text() -> impl Strategy<Value = String> {
        const WORDS: &[&str] = &[
            "said",
            "about",
            "12,000",
            "$",
            "3.5bn",
            "January",
            "28",
            ",",
            "2021",
            "Mr.",
            "U.S.",
            "not",
            "all",
            "\u{201c}",
            "\u{201d}",
            "\"",
            "may",
            "according to",
            "'s",
            "-",
            "twenty",
            "percent",
            "was fired",
            "\u{fb01}",
            "\u{130}",
            "e\u{301}",
            "9",
            ":",
            "p.m.",
        ];
        let piece = prop_oneof![proptest::sample::select(WORDS).prop_map(str::to_owned), ".{0,6}"];
        proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.join(" "))
    }

    proptest! {
        #[test]
        fn no_text_panics_and_every_place_fits(a in odd_text(), b in odd_text(), c in odd_text()) {
            let (left, right) = (document(&[&a, &c]), document(&[&b]));
            for document in [&left, &right] {
                for mark in inspect(document) {
                    prop_assert!(document.text.get(mark.span.range()).is_some_and(|words| !words.is_empty()));
                    prop_assert!(document.sentences[mark.sentence].span.contains(mark.span));
                }
            }
            prop_assert!(is_mirrored(&left, &right));
        }
    }
}
