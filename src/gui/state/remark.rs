//! What the reader writes beside the comparison: findings checked off and dismissed, notes and their tags.

use crate::comparison::{FindingName, Remark, Remarks, Review, Subject};
use crate::gui::command::Effect;
use crate::gui::model::RowKey;
use crate::text::{Pair, Side};

use super::{Open, State};

/// What is being written, until it is kept or thrown away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// What it is for.
    pub topic: Topic,
    /// What is written so far.
    pub draft: Remark,
}

/// What something is written for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A note.
    Note(Subject),
    /// Why a finding is dismissed.
    Dismissal(FindingName),
}

impl State {
    /// Whether a finding is checked off, or dismissed.
    pub fn review(&self, finding: usize) -> Option<&Review> {
        self.open.as_ref()?.reviews.get(finding)?.as_ref()
    }

    /// What a note would be written on now: the chosen finding, else the chosen row.
    pub fn subject(&self) -> Option<Subject> {
        let comparison = &self.open.as_ref()?.comparison;
        match self.chosen.finding {
            Some(id) => Subject::finding(comparison, id),
            None => self.subject_of_row(self.chosen.row?),
        }
    }

    fn subject_of_row(&self, key: RowKey) -> Option<Subject> {
        let open = self.open.as_ref()?;
        let row = open.row(key)?;
        let first = |side: Side| row.sentences[side].first().copied();
        match (first(Side::Left), first(Side::Right)) {
            (Some(left), Some(right)) => Subject::pair(&open.comparison, Pair::new(left, right)),
            (Some(left), None) => Subject::sentence(&open.comparison, Side::Left, left),
            (None, Some(right)) => Subject::sentence(&open.comparison, Side::Right, right),
            (None, None) => None,
        }
    }

    /// Checks the chosen finding off and goes on to the next that is not; one that is checked off is taken up again.
    pub(super) fn check_chosen(&mut self) -> Vec<Effect> {
        let Some(id) = self.chosen.finding else { return Vec::new() };
        if self.review(id) == Some(&Review::Checked) {
            return self.set_review(id, None);
        }
        self.going_on(|state| state.set_review(id, Some(Review::Checked)))
    }

    /// Does something about the chosen finding and goes on to the next that is not reviewed.
    fn going_on(&mut self, review: impl FnOnce(&mut Self) -> Vec<Effect>) -> Vec<Effect> {
        let next = self.chosen.finding.and_then(|id| self.next_to_check(id));
        let mut effects = review(self);
        if let Some(next) = next {
            effects.extend(self.choose_finding(next));
        }
        effects
    }

    /// The first finding of the ledger after this one, and then from its start, that is not reviewed.
    fn next_to_check(&self, after: usize) -> Option<usize> {
        let at = self.ledger.iter().position(|&id| id == after)?;
        let (before, from) = self.ledger.split_at(at);
        from.iter().skip(1).chain(before).copied().find(|&id| self.review(id).is_none())
    }

    pub(super) fn set_review(&mut self, id: usize, review: Option<Review>) -> Vec<Effect> {
        let Some(name) = self.open.as_ref().and_then(|open| FindingName::of(&open.comparison, id)) else {
            return Vec::new();
        };
        let step = match &review {
            None => "take a finding up again",
            Some(Review::Checked) => "check a finding off",
            Some(Review::Dismissed(_)) => "dismiss a finding",
        };
        self.remark(step, |remarks| remarks.set_review(name, review))
    }

    /// Begins to write why the chosen finding is dismissed; one that is dismissed is taken up again.
    pub(super) fn dismiss_chosen(&mut self) -> Vec<Effect> {
        let (Some(id), Some(open)) = (self.chosen.finding, &self.open) else { return Vec::new() };
        if matches!(self.review(id), Some(Review::Dismissed(_))) {
            return self.set_review(id, None);
        }
        match FindingName::of(&open.comparison, id) {
            Some(name) => self.begin_writing(Topic::Dismissal(name)),
            None => Vec::new(),
        }
    }

    /// Opens the field; a note that was being written in it is kept.
    pub(super) fn begin_writing(&mut self, topic: Topic) -> Vec<Effect> {
        if matches!(&self.writing, Some(Writing { topic: Topic::Note(_), .. })) {
            self.finish_writing();
        }
        let known = match &topic {
            Topic::Note(on) => self.open.as_ref().and_then(|open| open.edits.remarks.note(on)),
            Topic::Dismissal(_) => None,
        };
        self.writing = Some(Writing { draft: known.cloned().unwrap_or_default(), topic });
        vec![Effect::FocusWriting]
    }

    pub(super) fn draft(&mut self, draft: Remark) -> Vec<Effect> {
        if let Some(writing) = &mut self.writing {
            writing.draft = draft;
        }
        Vec::new()
    }

    /// Keeps what was written; an empty note is taken away, and from a dismissed finding it goes on to the next.
    pub(super) fn finish_writing(&mut self) -> Vec<Effect> {
        let Some(Writing { topic, draft }) = self.writing.take() else { return Vec::new() };
        match topic {
            Topic::Note(on) => self.set_note(on, draft),
            Topic::Dismissal(name) => {
                let review = Review::Dismissed(draft.text.trim().to_owned());
                self.going_on(|state| {
                    state.remark("dismiss a finding", |remarks| remarks.set_review(name, Some(review)))
                })
            }
        }
    }

    pub(super) fn set_tags(&mut self, tags: Vec<String>) -> Vec<Effect> {
        self.settings.tags = tags;
        self.settings = std::mem::take(&mut self.settings).checked();
        Vec::new()
    }

    pub(super) fn set_note(&mut self, on: Subject, note: Remark) -> Vec<Effect> {
        let step = if note.is_empty() { "delete a note" } else { "write a note" };
        self.remark(step, |remarks| remarks.set_note(on, note))
    }

    /// Changes what is written, as a step that can be undone. Nothing has to be compared anew for it.
    pub(super) fn remark(&mut self, step: &str, change: impl FnOnce(&mut Remarks)) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let before = open.snapshot();
        change(&mut open.edits.remarks);
        if open.edits == before.edits {
            return Vec::new();
        }
        open.history.record(before, step.to_owned());
        self.settle_remarks();
        Vec::new()
    }

    /// A comparison that is under way began before this was written; it must not take it back when it comes.
    fn settle_remarks(&mut self) {
        let Some(open) = &mut self.open else { return };
        open.compared_with.remarks = open.edits.remarks.clone();
        if let Some(task) = &mut self.awaited {
            task.edits.remarks = open.edits.remarks.clone();
        }
        open.place_remarks();
        self.refresh();
    }
}

/// A note and the sentences that it is about now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// What it is about.
    pub on: Subject,
    /// What it says.
    pub note: Remark,
    /// Its sentences; both `None` where nothing of it is found any more.
    pub sentences: Pair<Option<usize>>,
}

impl Open {
    /// Finds out where everything stands that the reader wrote.
    pub(super) fn place_remarks(&mut self) {
        let remarks = &self.edits.remarks;
        let reviewed = remarks.reviewed(&self.comparison);
        self.reviews = reviewed.findings.into_iter().map(Option::<&Review>::cloned).collect();
        let unplaced = reviewed.without_place.into_iter();
        self.unplaced = unplaced.map(|(name, review)| (name.clone(), review.clone())).collect();
        self.notes = remarks
            .notes()
            .map(|(on, note)| Placed {
                on: on.clone(),
                note: note.clone(),
                sentences: on.sentences_in(&self.comparison),
            })
            .collect();
        self.remarked += 1;
    }

    /// The notes on the sentences of a row, on their pair, or on a finding in it.
    pub fn notes_of(&self, key: RowKey) -> impl Iterator<Item = &Placed> {
        let row = self.row(key);
        self.notes.iter().filter(move |placed| {
            let has = |side: Side| match (row, placed.sentences[side]) {
                (Some(row), Some(id)) => Some(row.sentences[side].contains(&id)),
                (_, None) => None,
                (None, _) => Some(false),
            };
            match (has(Side::Left), has(Side::Right)) {
                (Some(left), Some(right)) => left && right,
                (Some(one), None) | (None, Some(one)) => one,
                (None, None) => false,
            }
        })
    }
}
