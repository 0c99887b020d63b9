//! How sure: hedges and weasels, and whether the other source states the same thing more or less plainly.

mod event;
mod hedge;
mod leaning;

pub use leaning::hedging;

use super::detector::Detector;
use super::reading::{Page, Reading};
use super::scene::Scene;
use super::{Finding, Kind, Mark};

/// Hedges and weasels.
pub struct Certainty;

impl Detector for Certainty {
    fn kind(&self) -> Kind {
        Kind::Certainty
    }

    fn description(&self) -> &'static str {
        "How sure a source is: alleged, possible, likely, planned, or stated as fact."
    }

    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark> {
        hedge::hedges(page.lexicon, reading)
            .into_iter()
            .map(|hedge| Mark {
                kind: Kind::Certainty,
                sentence: reading.id,
                span: reading.span(hedge.words),
                value: hedge.step.to_owned(),
                parts: None,
            })
            .collect()
    }

    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding> {
        event::compare(scene)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::Relation;
    use crate::claims::testing::{finding, findings, marks};

    #[test]
    fn hedges_and_weasels_are_marked_with_their_step() {
        let found = marks(Kind::Certainty, "The pier may close; some critics reportedly agree.");
        let steps: Vec<&str> = found.iter().map(|(_, step)| step.as_str()).collect();
        assert_eq!(steps, ["possible", "weasel", "alleged"]);
    }

    #[test]
    fn plain_statements_and_the_month_of_may_are_no_hedges() {
        assert!(marks(Kind::Certainty, "The pier closed in May.").is_empty());
        assert!(marks(Kind::Certainty, "Ines Hallow sold some 300 boats on 4 May 2019.").is_empty());
    }

    #[test]
    fn a_modal_hedges_what_somebody_in_particular_does() {
        let found = marks(Kind::Certainty, "The council may close the pier.");
        assert_eq!(found, [("may".to_owned(), "possible".to_owned())]);
        assert!(marks(Kind::Certainty, "Nets may be made of hemp or nylon.").is_empty());
    }

    #[test]
    fn every_step_of_the_ladder_is_set_against_the_plain_statement() {
        for (hedged, words) in [
            ("The mayor allegedly sold the boats.", "allegedly sold the boats"),
            ("The mayor reportedly sold the boats.", "reportedly sold the boats"),
            ("The mayor is expected to sell the boats.", "is expected to sell the boats"),
            ("The mayor will sell the boats.", "will sell the boats"),
            ("The mayor plans to sell the boats.", "plans to sell the boats"),
            ("The mayor must sell the boats.", "must sell the boats"),
            ("The trust urged the mayor to sell the boats.", "urged the mayor to sell the boats"),
        ] {
            let found = finding(Kind::Certainty, hedged, "The mayor sold the boats.");
            assert_eq!((found.1.as_str(), found.2.as_str()), (words, "sold the boats"));
        }
    }

    #[test]
    fn the_last_of_several_words_qualifies_most() {
        let found = findings(
            Kind::Certainty,
            "The council will reportedly sell the boats.",
            "The council will sell the boats.",
        );
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn other_deeds_are_set_against_each_other_where_both_are_qualified() {
        let found = finding(
            Kind::Certainty,
            "The sale could cost the harbour its licence.",
            "The sale would endanger the licence of the harbour.",
        );
        assert_eq!(found.0, Relation::Differs);
        let unlike = findings(Kind::Certainty, "The pier could close.", "Boats would sail from Porto Novo.");
        assert!(unlike.is_empty(), "{unlike:?}");
    }

    #[test]
    fn possible_against_done_differs() {
        let found = finding(Kind::Certainty, "The council may close the pier.", "The council closed the pier.");
        assert_eq!(found, (Relation::Differs, "may close the pier".to_owned(), "closed the pier".to_owned()));
        let planned =
            finding(Kind::Certainty, "The council plans to close the pier.", "The council will close the pier.");
        assert_eq!(planned.0, Relation::Differs);
    }

    #[test]
    fn the_same_step_in_other_words_and_reported_speech_are_silent() {
        assert!(findings(Kind::Certainty, "It might rain on the pier.", "Perhaps rain will hit the pier.").is_empty());
        assert!(findings(Kind::Certainty, "She would close the pier.", "She will close the pier.").is_empty());
    }
}
