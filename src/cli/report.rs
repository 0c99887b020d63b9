//! `paragone report`: what a project holds, written as a report.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::comparison::compare;
use crate::project::{ENDING, Opened, Project, VERSION, open};
use crate::report::{Choice, Form, Report, Shown};
use crate::text::Pair;

use super::arguments::Meaning;
use super::output::write_to;
use super::{Trouble, warn, with_meaning};

/// The words of `paragone report`.
#[derive(Args, Debug)]
pub struct ReportCall {
    /// The project: a file that ends in .paragone
    pub project: PathBuf,
    /// Which findings are listed
    #[arg(long, value_enum, default_value_t = ProjectFindings::All)]
    pub findings: ProjectFindings,
    /// List the findings that you dismissed, too
    #[arg(long)]
    pub dismissed: bool,
    /// Leave out your notes and tags
    #[arg(long)]
    pub no_notes: bool,
    /// The form, and where it goes.
    #[command(flatten)]
    pub target: Target,
    /// What is known of words.
    #[command(flatten)]
    pub meaning: Meaning,
}

/// In which form a report is written, where to, and what is in it whatever it is made from.
#[derive(Args, Clone, Debug)]
pub struct Target {
    /// The form of the result; told by the ending of FILE if not given, else text
    #[arg(long, value_enum)]
    pub format: Option<Form>,
    /// Where to write it; standard output if not given
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// List claims that look different and are not, too
    #[arg(long)]
    pub agreements: bool,
    /// Say under each row of the text why its sentences are linked
    #[arg(long)]
    pub reasons: bool,
    /// The day to put on the report, in your words; without it the same call writes the same bytes on every day
    #[arg(long, value_name = "DAY")]
    pub date: Option<String>,
}

/// Which findings of a project are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProjectFindings {
    /// All that you did not dismiss
    All,
    /// Only what cannot both hold
    Conflicts,
    /// Only those that you checked off
    Checked,
}

impl From<ProjectFindings> for Choice {
    fn from(word: ProjectFindings) -> Self {
        match word {
            ProjectFindings::All => Self::Everything,
            ProjectFindings::Conflicts => Self::Conflicts,
            ProjectFindings::Checked => Self::Checked,
        }
    }
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(self.about()))
    }
}

impl Target {
    /// What is to be put in besides the findings.
    pub fn shown(&self) -> Shown {
        Shown { agreements: self.agreements, reasons: self.reasons }
    }

    /// The form that is asked for, or the one that the file's name tells.
    pub fn form(&self) -> Form {
        let by_name = || self.output.as_deref().and_then(Form::of_file);
        self.format.or_else(by_name).unwrap_or(Form::Text)
    }

    /// That the report does not take the place of a file that it is made from, or of a project, and is nothing that a
    /// terminal cannot show.
    pub(super) fn check(&self, sources: &[&Path]) -> Result<(), Trouble> {
        let Some(output) = &self.output else { return fits(self.form(), std::io::stdout().is_terminal()) };
        let there = |path: &Path| path.canonicalize().ok().filter(|path| path.is_file());
        let target = there(output);
        let is_source = target.is_some() && sources.iter().any(|source| there(source) == target);
        if is_source || output.extension().is_some_and(|ending| ending == ENDING) {
            return Err(Trouble::OntoSource { target: output.display().to_string() });
        }
        Ok(())
    }

    /// Writes a report there.
    pub(super) fn write(&self, report: &Report<'_>) -> Result<(), Trouble> {
        let form = self.form();
        write_to(self.output.as_deref(), form == Form::Text, |out| form.write(out, report))
    }
}

/// Whether a form may go to standard output.
fn fits(form: Form, is_terminal: bool) -> Result<(), Trouble> {
    if is_terminal && !form.is_text() { Err(Trouble::OntoTerminal { form: form.word() }) } else { Ok(()) }
}

/// Compares what a project holds, with its own options and the reader's corrections, and writes the report.
pub(super) fn run(call: &ReportCall) -> Result<(), Trouble> {
    call.target.check(&[&call.project])?;
    let opened = open(&call.project)?;
    tell(call, &opened);
    let Project { sources, options, mut edits, .. } = opened.project;
    let options = with_meaning(options, &call.meaning)?;
    if call.no_notes {
        edits.remarks = edits.remarks.without_notes();
    }
    let comparison = compare(Pair::new(&sources.left.article, &sources.right.article), &options, &edits);
    call.target.write(&Report {
        remarks: Some(&edits.remarks),
        choice: call.findings.into(),
        shown: call.target.shown(),
        dismissed: call.dismissed,
        options: Some(&options),
        date: call.target.date.as_deref(),
        ..Report::of(&comparison)
    })
}

/// Says what of the project is not in the report.
fn tell(call: &ReportCall, opened: &Opened) {
    let project = call.project.display();
    if let Some(version) = opened.newer {
        warn(&format!(
            "{project}: a later version of Paragone wrote it (form {version}, this one knows {VERSION}); what is new in it \
             is not in the report"
        ));
    }
    for lost in &opened.lost {
        warn(&format!("{project}: {lost}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_terminal_can_show_asks_for_a_file() {
        let refused = fits(Form::Docx, true).unwrap_err().to_string();
        assert_eq!(refused, "a report as docx is no text that a terminal can show; give -o FILE to say where it goes");
        for (form, is_terminal) in [(Form::Docx, false), (Form::Text, true), (Form::Html, true)] {
            assert!(fits(form, is_terminal).is_ok(), "{form:?}");
        }
    }
}
