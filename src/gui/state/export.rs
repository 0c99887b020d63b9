//! Reports and pictures: what goes into one, where it is written, and how that went.

use std::path::{Path, PathBuf};

use crate::claims::Relation;
use crate::comparison::Review;
use crate::gui::command::{Effect, Picked};
use crate::gui::export::{Export, Outgoing, Reported, Which, filters_in_words};
use crate::gui::filter;
use crate::gui::projects::{Fault, Order, Purpose, Suggestion};
use crate::text::Note;

use super::{Naming, Open, State};

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

    /// Lets the reader say where the report is to go.
    pub(super) fn choose_report_file(&mut self) -> Vec<Effect> {
        self.choose_file(Purpose::Report(self.export.form))
    }

    /// Lets the reader say where a picture of the chosen row is to go.
    pub(super) fn save_picture(&mut self) -> Vec<Effect> {
        self.chosen.row.map(|row| self.choose_file(Purpose::Picture(row))).unwrap_or_default()
    }

    fn choose_file(&mut self, purpose: Purpose) -> Vec<Effect> {
        if self.open.is_none() || std::mem::replace(&mut self.asking, true) {
            return Vec::new();
        }
        self.sheet = None;
        self.projects.purpose = purpose;
        vec![Effect::AskWhere(self.place_for(purpose))]
    }

    fn place_for(&self, purpose: Purpose) -> Suggestion {
        let names = self.open.as_ref().map(|open| open.names.as_ref().map(String::as_str));
        Suggestion {
            purpose,
            folder: self.likely_folder(),
            name: names.map(|names| purpose.name(names)).unwrap_or_default(),
        }
    }

    /// The dialog for the place of a report or a picture closed.
    pub(super) fn export_placed(&mut self, picked: Picked) -> Vec<Effect> {
        match picked {
            Picked::Files(files) => {
                let Some(file) = files.into_iter().next() else { return Vec::new() };
                let whole = self.projects.purpose.with_ending(&file);
                // The dialog asked whether the file may be replaced that it knew of.
                self.export_to(&whole, whole == file)
            }
            Picked::Nothing => Vec::new(),
            Picked::NoDialog => {
                self.projects.naming = Some(Naming::default());
                vec![Effect::FillPlace(self.place_for(self.projects.purpose))]
            }
        }
    }

    /// Has what was asked for written into a file.
    pub(super) fn export_to(&mut self, file: &Path, replace: bool) -> Vec<Effect> {
        let file = self.projects.purpose.with_ending(file);
        match self.projects.purpose {
            Purpose::Picture(row) => vec![Effect::SavePicture(row, file, replace)],
            Purpose::Project | Purpose::Report(_) => {
                let report = self.reported().map(|reported| Outgoing::Report(Box::new(reported)));
                report.map(|report| Effect::Order(Order::Export(report, file, replace))).into_iter().collect()
            }
        }
    }

    /// What came of writing it.
    pub(super) fn exported(&mut self, result: Result<PathBuf, Fault>) -> Vec<Effect> {
        match result {
            Ok(file) => self.notify(Note::info(format!("Saved as {}.", file.display()))),
            Err(Fault::Exists(file)) => return self.ask_to_replace(file),
            Err(Fault::Refused(why)) => self.warn(format!("{why}.")),
            Err(Fault::Changed | Fault::Taken) => {}
        }
        Vec::new()
    }

    /// Everything that the report wanted now is made of.
    fn reported(&self) -> Option<Reported> {
        let open = self.open.as_ref()?;
        Some(Reported {
            export: self.export,
            options: open.options.clone(),
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
