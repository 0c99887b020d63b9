//! Documents that run in parallel: an agency's copy and its rewrite, an original and its version in plain language.
//!
//! News tells the same facts in different orders, so order is no evidence there. Versions of one text keep it, and then a
//! sentence that shares hardly a word with its counterpart is known by its place between others. Here order counts just
//! as far as the two documents run in parallel ([`course`]): runs of sentences that may render one sentence are weighed as
//! a whole ([`rendering`]), the heaviest chain of them ([`mod@chain`]) is raised, and what strays from it is lowered.

mod chain;
mod course;
mod rendering;

pub use rendering::{COUNT, NAMES};

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::text::{Pair, Side};

use super::Candidate;
use super::profile::Profiles;
use super::score::Weights;
use rendering::{Rendering, Texts};

/// The evidence for each rendering that is worth a look: what its weights are trained on.
pub type Evidence = (Pair<Range<usize>>, [f64; COUNT]);

/// Where order hardly counts a rendering needs so much more log-odds of its own than where it counts in full.
const DOUBT: f64 = 1.0;

/// Log-odds that are added for each sentence of a rendering. The weights are learned for whole texts, where leaving out is as
/// grave as making up; a reader who compares versions rather takes a wrong neighbour than none.
const LENIENCE: f64 = 0.2;

/// A pair that strays from a wholly parallel course keeps this part of its probability: one in six of such pairs is right.
/// Doubt in the course counts twice here, as reports that happen to agree in order still stray, and rightly.
const OF_STRAYS: f64 = 0.3;

/// The least and the most that a rendering of the chain makes of its pairs' probability; by measure three in four are right.
const RAISED: (f64, f64) = (0.5, 0.95);

/// What each kind of evidence adds to the log-odds of a rendering.
static EVIDENCE: LazyLock<Weights<COUNT>> = LazyLock::new(|| Weights::parse(DATA, NAMES.into_iter()));

/// Added where one rendering follows another without a sentence between them on either side.
static ADJOINING: LazyLock<f64> = LazyLock::new(|| {
    let [value] = Weights::parse(DATA, std::iter::once("adjoining")).values;
    value
});

const DATA: &str = include_str!("../../../assets/align/parallel.txt");

/// Candidates with their order taken into account, as far as the documents run in parallel. `versions` are the
/// probabilities of the same pairs if the documents are versions of one text.
pub(super) fn in_order(
    scored: Vec<Candidate>,
    profiles: &Profiles,
    versions: impl FnOnce() -> BTreeMap<Pair<usize>, f64>,
    first: Side,
) -> Vec<Candidate> {
    let parallel = course::parallel(&scored, first);
    if parallel == 0.0 {
        return scored;
    }
    let chain = chain(&Texts::of(profiles, &versions()), parallel, first);
    let of_strays = 1.0 - (1.0 - OF_STRAYS) * parallel * parallel;
    let mut settled: BTreeMap<Pair<usize>, f64> =
        scored.into_iter().map(|candidate| (candidate.sentences, candidate.score * of_strays)).collect();
    for rendering in chain {
        let probability = (1.0 / (1.0 + (-rendering.weight).exp())).clamp(RAISED.0, RAISED.1);
        let Pair { left, right } = rendering.sentences;
        for pair in left.flat_map(|left| right.clone().map(move |right| Pair::new(left, right))) {
            if !profiles.have_content(pair) {
                continue;
            }
            let score = settled.entry(pair).or_default();
            *score = score.max(probability);
        }
    }
    settled.into_iter().map(|(sentences, score)| Candidate { sentences, score }).collect()
}

/// All renderings that are worth a look.
pub(super) fn evidence(profiles: &Profiles, versions: &BTreeMap<Pair<usize>, f64>) -> Vec<Evidence> {
    Texts::of(profiles, versions).renderings(|sentences, evidence| Some((sentences, evidence)))
}

/// The heaviest chain of renderings.
fn chain(texts: &Texts, parallel: f64, first: Side) -> Vec<Rendering> {
    let (weights, adjoining) = (&EVIDENCE.values, *ADJOINING);
    let mut renderings = texts.renderings(|sentences, evidence| {
        let size = (sentences.left.len() + sentences.right.len()) as f64;
        let sum: f64 = weights.iter().zip(evidence).map(|(weight, value)| weight * value).sum();
        let weight = sum + (LENIENCE * parallel - DOUBT * (1.0 - parallel)) * size;
        // What its neighbours cannot make up for is in no heaviest chain.
        (weight > -2.0 * adjoining.max(0.0)).then_some(Rendering { sentences, weight })
    });
    let place = |Rendering { sentences, .. }: &Rendering| {
        let (ours, others) = (&sentences[first], &sentences[first.other()]);
        (ours.start + others.start, ours.start, ours.end, others.end)
    };
    renderings.sort_by_key(place);
    chain::heaviest(&renderings, adjoining).into_iter().map(|at| renderings[at].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::twins::Twins;
    use crate::align::{Semantics, as_versions, evidence_in, order};
    use crate::clean::{Choices, clean};
    use crate::load::RawArticle;
    use crate::segment::{Cuts, Document, segment};
    use crate::text::Language;

    const ORIGINAL: [&str; 11] = [
        "Der Müller Anselm besaß am Rande des Dorfes eine alte Windmühle, deren Flügel sich schon lange nicht mehr drehten.",
        "Eines Abends klopfte ein fremder Uhrmacher an das Tor und bat um ein Lager für die Nacht.",
        "Anselm führte ihn in die Kammer unter dem Dach und brachte ihm Suppe und ein Stück Käse.",
        "In der Nacht erwachte der Uhrmacher von einem seltsamen Knarren, das aus dem Räderwerk kam.",
        "Er stieg mit einer Laterne hinab und entdeckte im größten Zahnrad einen eingeklemmten silbernen Löffel.",
        "Behutsam zog er ihn heraus, und sogleich begann sich das Werk zu regen.",
        "Als der Morgen graute, rauschten die Flügel über den Feldern, und alle Bauern eilten herbei.",
        "Der Bürgermeister schenkte dem Fremden einen Esel und nannte ihn den Retter der Ernte.",
        "Der Uhrmacher aber verlangte nichts als den silbernen Löffel zum Andenken.",
        "Seither hängt über dem Tor der Windmühle ein Schild mit einer Laterne.",
        "Und jeden Herbst backen die Kinder im Dorf ein Brot in der Form eines Zahnrads.",
    ];

    /// What renders which sentence of the original, as far as it renders one.
    const PLAIN: [(&str, Option<usize>); 22] = [
        ("Das ist ein Märchen.", None),
        ("Anselm ist ein Müller und hat eine alte Windmühle.", Some(0)),
        ("Die Flügel der Windmühle drehen sich nicht mehr.", Some(0)),
        ("Am Abend klopft ein fremder Uhrmacher an das Tor.", Some(1)),
        ("Er möchte dort schlafen.", Some(1)),
        ("Anselm bringt ihn in die Kammer unter dem Dach.", Some(2)),
        ("Dort bekommt er Suppe und Käse.", Some(2)),
        ("In der Nacht wacht der Uhrmacher auf.", Some(3)),
        ("Das Räderwerk macht ein seltsames Knarren.", Some(3)),
        ("Der Uhrmacher nimmt eine Laterne.", Some(4)),
        ("Im größten Zahnrad steckt ein silberner Löffel.", Some(4)),
        ("Er nimmt ihn ganz vorsichtig weg.", Some(5)),
        ("Da bewegt sich das Werk wieder.", Some(5)),
        ("Am Morgen drehen sich die Flügel über den Feldern.", Some(6)),
        ("Alle Bauern kommen schnell.", Some(6)),
        ("Der Bürgermeister schenkt dem Fremden einen Esel.", Some(7)),
        ("Er sagt: Du bist der Retter der Ernte.", Some(7)),
        ("Der Uhrmacher will nur den silbernen Löffel zum Andenken.", Some(8)),
        ("Nun hängt ein Schild mit einer Laterne über dem Tor der Windmühle.", Some(9)),
        ("Im Herbst backen die Kinder im Dorf ein Brot.", Some(10)),
        ("Das Brot hat die Form von einem Zahnrad.", Some(10)),
        ("Ende.", None),
    ];

    fn document(sentences: &[&str]) -> Document {
        let article = RawArticle::from_sentences("invented", sentences);
        segment(&article, clean(&article, &Choices::default()), Some(&Language::new("de")), &Cuts::default())
    }

    /// The pairs of the heaviest chain, if the documents run wholly in parallel.
    fn chained(documents: Pair<&Document>) -> Vec<(usize, usize)> {
        let profiles = Profiles::of(documents);
        let evidence = evidence_in(documents, &profiles, Semantics::default().of(documents));
        let versions = as_versions(&evidence, Weights::of_versions(), &Twins::of(documents));
        let renderings = chain(&Texts::of(&profiles, &versions), 1.0, order::first(documents));
        let of = |rendering: Rendering| {
            let Pair { left, right } = rendering.sentences;
            left.flat_map(move |left| right.clone().map(move |right| (left, right)))
        };
        renderings.into_iter().flat_map(of).collect()
    }

    #[test]
    fn runs_of_short_sentences_go_with_the_long_one_they_render() {
        let documents = Pair::new(document(&ORIGINAL), document(&PLAIN.map(|(text, _)| text)));
        let found = chained(documents.as_ref());
        let rendered = || PLAIN.iter().enumerate().filter_map(|(right, (_, left))| left.map(|left| (left, right)));
        let right = rendered().filter(|pair| found.contains(pair)).count();
        assert!(right >= 15 && found.len() - right <= 3, "{right} of 19: {found:?}");
        let mut back: Vec<_> =
            chained(documents.as_ref().swap()).into_iter().map(|(right, left)| (left, right)).collect();
        back.sort_unstable();
        assert_eq!(back, found);
    }

    #[test]
    fn where_the_order_is_another_nothing_changes() {
        let plain = PLAIN.map(|(text, _)| text);
        let mixed: Vec<&str> = (0..plain.len()).map(|n| plain[(n * 9) % plain.len()]).collect();
        let documents = Pair::new(document(&ORIGINAL), document(&mixed));
        let profiles = Profiles::of(documents.as_ref());
        let scored: Vec<Candidate> = (0..ORIGINAL.len())
            .map(|n| Candidate { sentences: Pair::new(n, (n * 5) % mixed.len()), score: 0.9 })
            .collect();
        let settled = in_order(scored.clone(), &profiles, BTreeMap::new, order::first(documents.as_ref()));
        assert_eq!(settled, scored);
    }
}
