//! Reports: what goes into one, where it is written, and how that went.

use crate::claims::Relation;
use crate::comparison::Review;
use crate::gui::command::Effect;
use crate::gui::export::{Draft, Export, Which, filters_in_words};
use crate::gui::filter;

use super::{Open, State};

impl State {
    /// How many findings a report would have.
    pub fn count_for_export(&self, which: Which) -> usize {
        let Some(open) = &self.open else { return 0 };
        match which {
            Which::Listed => self.ledger.len(),
            Which::Everything => count(open, |_, review| !is_dismissed(review)),
            Which::Conflicts => count(open, |relation, review| relation == Relation::Conflict && !is_dismissed(review)),
            Which::Checked => count(open, |_, review| review == Some(&Review::Checked)),
        }
    }

    /// Whether the reader wrote notes or judged findings.
    pub fn has_remarks(&self) -> bool {
        self.open.as_ref().is_some_and(|open| !open.edits.remarks.is_empty())
    }

    pub(super) fn set_export(&mut self, export: Export) -> Vec<Effect> {
        self.export = export;
        Vec::new()
    }

    /// Everything that the report wanted now is made of.
    pub(super) fn draft(&self) -> Option<Draft> {
        let open = self.open.as_ref()?;
        Some(Draft {
            export: self.export,
            comparison: open.comparison.clone(),
            remarks: open.edits.remarks.clone(),
            listed: self.ledger.clone(),
            filters: filters_in_words(&self.filter),
        })
    }
}

/// How many findings that are no agreements meet a condition.
fn count(open: &Open, holds: impl Fn(Relation, Option<&Review>) -> bool) -> usize {
    let findings = open.comparison.findings.iter().enumerate();
    findings
        .filter(|(_, finding)| finding.relation != Relation::Agrees)
        .filter(|(id, finding)| holds(finding.relation, open.reviews.get(*id).and_then(Option::as_ref)))
        .count()
}

fn is_dismissed(review: Option<&Review>) -> bool {
    filter::Standing::of(review) == filter::Standing::Dismissed
}
