//! What the reader wrote on a comparison, as it is written beside it. The comparison itself stays as it is.

use serde::Serialize;

use crate::comparison::{Remark, Review};
use crate::report::{Noted, Report};
use crate::text::{Pair, Side};

use super::ComparisonJson;

/// A comparison with what the reader wrote on it; made by [`report`].
#[derive(Serialize)]
pub struct ReportJson<'a> {
    #[serde(flatten)]
    comparison: ComparisonJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<RemarksJson<'a>>,
}

#[derive(Serialize)]
struct RemarksJson<'a> {
    findings: Vec<JudgedJson<'a>>,
    beside: Vec<BesideJson<'a>>,
}

/// A finding that was judged or noted on; `finding` is its id.
#[derive(Serialize)]
struct JudgedJson<'a> {
    finding: usize,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    note: Option<&'a Remark>,
}

/// What stands with no finding.
#[derive(Serialize)]
struct BesideJson<'a> {
    about: String,
    left: Option<OnJson<'a>>,
    right: Option<OnJson<'a>>,
    state: Option<&'static str>,
    note: Option<&'a Remark>,
}

#[derive(Serialize)]
struct OnJson<'a> {
    sentence: Option<usize>,
    text: &'a str,
}

/// A report in the form that is written: always with every finding, since scripts choose for themselves.
pub fn report<'a>(report: &Report<'a>) -> ReportJson<'a> {
    let comparison = super::comparison(report.comparison, report.shown);
    ReportJson { comparison, remarks: report.written().map(|_| remarks(report)) }
}

fn remarks<'a>(report: &Report<'a>) -> RemarksJson<'a> {
    let everything = Report { dismissed: true, listed: None, choice: super::super::Choice::Everything, ..*report };
    let judged = everything.entries().into_iter().filter(|entry| entry.review.is_some() || entry.note.is_some());
    let findings = judged.map(|entry| JudgedJson {
        finding: entry.number - 1,
        state: entry.review.map_or("open", state),
        why: match entry.review {
            Some(Review::Dismissed(why)) => Some(why),
            _ => None,
        },
        note: entry.note,
    });
    RemarksJson { findings: findings.collect(), beside: report.noted().iter().map(beside).collect() }
}

fn beside<'a>(noted: &Noted<'a>) -> BesideJson<'a> {
    let on = Pair::from_fn(|side: Side| {
        noted.on[side].map(|on| OnJson { sentence: on.number.map(|number| number - 1), text: on.words })
    });
    let Pair { left, right } = on;
    BesideJson { about: noted.about(), left, right, state: noted.review.map(state), note: noted.note }
}

fn state(review: &Review) -> &'static str {
    match review {
        Review::Checked => "checked",
        Review::Dismissed(_) => "dismissed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{FindingName, Remarks, Subject, fixture};

    #[test]
    fn remarks_stand_beside_the_comparison_and_only_where_there_are_any() {
        let comparison = fixture::comparison();
        let plain = serde_json::to_value(report(&Report::of(&comparison))).unwrap();
        assert_eq!(plain, serde_json::to_value(super::super::comparison(&comparison, Default::default())).unwrap());
        let mut remarks = Remarks::default();
        let dismissed = Review::Dismissed("a slip".to_owned());
        remarks.set_review(FindingName::of(&comparison, 1).unwrap(), Some(dismissed));
        let note = Remark { text: "Who?".to_owned(), tags: vec!["Vague".to_owned()] };
        remarks.set_note(Subject::sentence(&comparison, Side::Right, 1).unwrap(), note);
        let written =
            serde_json::to_value(report(&Report { remarks: Some(&remarks), ..Report::of(&comparison) })).unwrap();
        let first = &written["remarks"]["findings"][0];
        assert_eq!(
            (&first["finding"], &first["state"], &first["why"]),
            (&1.into(), &"dismissed".into(), &"a slip".into())
        );
        let note = &written["remarks"]["beside"][0];
        assert_eq!((&note["right"]["sentence"], &note["note"]["tags"][0]), (&1.into(), &"Vague".into()));
        assert_eq!(written["findings"], plain["findings"]);
    }
}
