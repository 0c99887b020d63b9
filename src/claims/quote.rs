//! Word for word: what stands between quotation marks, and whether the other source quotes it too.

mod retold;
mod same;

use std::ops::Range;

use crate::text::{Pair, Side};

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::{Scene, named, place};
use super::settle::{Judgement, pair_up};
use super::{Finding, Kind, Mark, Place, Relation};
use same::{bag, missing, shared};

/// Quotations.
pub struct Quote;

impl Detector for Quote {
    fn kind(&self) -> Kind {
        Kind::Quote
    }

    fn description(&self) -> &'static str {
        "Words between quotation marks: quoted alike, changed, cut, in the source's own words, or by one source only."
    }

    fn marks(&self, _page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        reading
            .quoted
            .iter()
            .filter(|range| reading.words[(*range).clone()].iter().any(|word| word.is_word()))
            .map(|range| Mark {
                kind: Kind::Quote,
                sentence: reading.id,
                span: reading.words[range.start].span.join(reading.words[range.end - 1].span),
                value: words(reading, range.clone()).join(" "),
                parts: None,
            })
            .collect()
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let marks = scene.of_kind(Kind::Quote);
        let quoted = marks.as_ref().map(|marks| bag(marks.iter().copied()));
        let same = pairs(scene, &marks);
        let mut findings: Vec<Finding> = same.iter().filter_map(|&pair| same::changed(scene, pair, &quoted)).collect();
        let mut left_over = Pair::from_fn(|side: Side| -> Vec<&Mark> {
            let alone = |mark: &&Mark| !same.iter().any(|pair| std::ptr::eq(pair[side], *mark));
            let lacks = |mark: &&Mark| missing(mark, &quoted[side.other()]) > 0;
            marks[side].iter().copied().filter(alone).filter(lacks).collect()
        });
        for side in Side::BOTH {
            left_over[side].retain(|mark| {
                let found =
                    retold::late(scene, side, mark, &marks, &quoted).or_else(|| retold::unquoted(scene, side, mark));
                let is_known = found.is_some();
                findings.extend(found.flatten());
                !is_known
            });
        }
        findings.extend(retold::unlike(scene, &left_over));
        findings
    }
}

fn words<'a>(reading: &'a Reading<'_>, range: Range<usize>) -> Vec<&'a str> {
    range.map(|at| reading.folded(at)).filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

/// Quotations of the same words, best first, each once.
fn pairs<'a>(scene: &Scene<'_>, marks: &Pair<Vec<&'a Mark>>) -> Vec<Pair<&'a Mark>> {
    let judge = |pair: Pair<&Mark>| same::are_same(pair).then(|| Judgement::differs(shared(pair)));
    pair_up(scene, marks, judge).pairs.into_iter().map(|(pair, _)| pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::{finding, findings, marked};

    #[test]
    fn quotations_are_marked_without_their_marks() {
        assert_eq!(marked(Kind::Quote, "“We paid,” she said, “twice.”"), ["We paid,", "twice."]);
        assert!(marked(Kind::Quote, "It's the boats' turn.").is_empty());
    }

    #[test]
    fn the_same_words_are_no_difference() {
        let (split, whole) =
            ("“We paid,” she said, “and then we paid again.”", "She said: \"We paid, and then we paid again.\"");
        assert!(findings(Kind::Quote, split, whole).is_empty());
        let own = finding(Kind::Quote, "She called it “a costly mistake”.", "Hallow called the sale a costly mistake.");
        assert_eq!(own.0, Relation::Agrees);
    }

    #[test]
    fn changed_and_longer_quotations_differ() {
        let changed =
            finding(Kind::Quote, "“We will never pay them,” she said.", "“We will always pay them,” she said.");
        assert_eq!(changed.0, Relation::Differs);
        let longer = finding(Kind::Quote, "“We paid.”", "“We paid the whole harbour bill.”");
        assert_eq!(longer.0, Relation::Differs);
    }

    #[test]
    fn a_quotation_that_only_one_source_has_is_told() {
        let only = finding(Kind::Quote, "“The harbour is finished,” she said.", "She was angry.");
        assert_eq!(only, (Relation::OnlyLeft, "The harbour is finished,".to_owned(), "-".to_owned()));
    }

    #[test]
    fn what_one_quotes_more_is_marked_alone() {
        let found = finding(
            Kind::Quote,
            "She promised “to pay the crews” by May.",
            "“We are ready to pay the crews and to sell all boats,” she said.",
        );
        assert_eq!(found, (Relation::Differs, "to pay the crews".to_owned(), "and to sell all boats".to_owned()));
    }

    #[test]
    fn the_rest_in_own_words_is_no_difference() {
        let own = "The board's boats “will be sold before the end of May,” she said.";
        let whole = "“Those boats will be sold before the end of May,” Hallow said.";
        assert!(findings(Kind::Quote, own, whole).is_empty());
    }

    #[test]
    fn quotations_about_the_same_are_set_against_each_other_and_others_are_not() {
        let found = finding(
            Kind::Quote,
            "“The sale was a mistake,” said Hallow.",
            "Hallow called the sale “a mistake, this sale”.",
        );
        assert_eq!(found.0, Relation::Differs);
        let unlike = findings(
            Kind::Quote,
            "Hallow called the sale “utterly baseless talk”.",
            "Hallow called it “a tale for tourists”.",
        );
        let is_told_alone =
            |relation: Relation| unlike.len() == 2 && unlike.iter().any(|(found, ..)| *found == relation);
        assert!(is_told_alone(Relation::OnlyLeft) && is_told_alone(Relation::OnlyRight), "{unlike:?}");
    }

    #[test]
    fn a_quotation_and_its_report_are_set_against_each_other() {
        let found = finding(
            Kind::Quote,
            "“Our crews will not leave the harbour for such wages,” Hallow said.",
            "Hallow said the crews wanted better wages.",
        );
        assert_eq!(found.0, Relation::Differs);
    }

    #[test]
    fn one_word_between_marks_is_no_statement() {
        assert!(findings(Kind::Quote, "The “harvest” was good this year.", "This year was good.").is_empty());
        let doubted = finding(Kind::Quote, "She was “furious” about the sale.", "The sale made her furious.");
        assert_eq!(doubted.0, Relation::Differs);
    }
}
