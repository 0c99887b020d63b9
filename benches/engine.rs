//! How long the engine takes: `cargo bench --no-default-features`. What it came to is told in `docs/performance.md`.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use paragone::align::{Matching, Pins, Semantics, align};
use paragone::claims;
use paragone::comparison::{Comparison, Edits, FindingName, Options, Remark, Remarks, Review, Subject, Verdict};
use paragone::comparison::{compare, read};
use paragone::load::RawArticle;
use paragone::project::{self, Project};
use paragone::report::{Form, Report};
use paragone::text::{Pair, Side};
use paragone::wording;

mod made_up;

fn main() {
    divan::main();
}

fn articles(sentences: usize) -> Pair<RawArticle> {
    made_up::reports(sentences).map(|text| RawArticle::from_text("made up", &text))
}

fn compared(articles: &Pair<RawArticle>, edits: &Edits) -> Comparison {
    compare(articles.as_ref(), &Options::default(), edits)
}

/// From the raw text to the findings.
#[divan::bench(args = [50, 200, 1_000, 10_000], max_time = 10)]
fn whole_comparison(bencher: Bencher, sentences: usize) {
    let articles = articles(sentences);
    bencher.counter(ItemsCount::new(2 * sentences)).bench(|| compared(&articles, &Edits::default()));
}

#[divan::bench]
fn bundled_example(bencher: Bencher) {
    let articles = Pair::new(
        RawArticle::from_text("left.txt", include_str!("../assets/examples/left.txt")),
        RawArticle::from_text("right.txt", include_str!("../assets/examples/right.txt")),
    );
    bencher.bench(|| compared(&articles, &Edits::default()));
}

/// What happens when the reader corrects a link in the window.
#[divan::bench(args = [50, 200], consts = [CONFIRM, REJECT, JOIN], max_time = 5)]
fn edit<const WHAT: u8>(bencher: Bencher, sentences: usize) {
    let articles = articles(sentences);
    let plain = compared(&articles, &Edits::default());
    let edits = edited(&plain, WHAT);
    bencher.bench(|| compared(&articles, &edits));
}

const CONFIRM: u8 = 0;
const REJECT: u8 = 1;
const JOIN: u8 = 2;

fn edited(plain: &Comparison, what: u8) -> Edits {
    let linked = plain.alignment.links.first().map(|link| link.sentences).unwrap_or_default();
    let lone = Pair::from_fn(|side| plain.unmatched[side].first().map_or(0, |alone| alone.sentence));
    let (sentences, verdict) = match what {
        CONFIRM => (linked, Verdict::Confirmed),
        REJECT => (linked, Verdict::Rejected),
        _ => (lone, Verdict::Manual),
    };
    let mut edits = Edits::default();
    let origins = Pair::from_fn(|side: Side| plain.documents[side].sentences[sentences[side]].origin);
    edits.set_verdict(origins, Some(verdict));
    edits
}

/// The stages of a comparison, each on the result of the one before.
mod stages {
    use super::*;

    const SIZES: [usize; 3] = [50, 1_000, 10_000];

    #[divan::bench(args = SIZES, max_time = 5)]
    fn a_clean_and_segment(bencher: Bencher, sentences: usize) {
        let articles = articles(sentences);
        bencher.bench(|| articles.as_ref().map(|article| read(article, &Options::default())));
    }

    #[divan::bench(args = SIZES, max_time = 5)]
    fn b_align(bencher: Bencher, sentences: usize) {
        let documents = compared(&articles(sentences), &Edits::default()).documents;
        bencher.bench(|| align(documents.as_ref(), &Pins::default(), Matching::default(), &Semantics::default()));
    }

    #[divan::bench(args = SIZES, max_time = 5)]
    fn c_wording(bencher: Bencher, sentences: usize) {
        let made = compared(&articles(sentences), &Edits::default());
        let documents = made.documents.as_ref();
        bencher.bench(|| {
            for group in &made.alignment.groups {
                black_box(wording::compare(documents, group));
            }
        });
    }

    #[divan::bench(args = SIZES, max_time = 5)]
    fn d_claims(bencher: Bencher, sentences: usize) {
        let made = compared(&articles(sentences), &Edits::default());
        bencher.bench(|| claims::compare(made.documents.as_ref(), &made.alignment));
    }
}

/// A project of 5,000 sentences a side with 1,000 notes and as many findings looked at.
#[allow(clippy::expect_used, reason = "without a folder there is nothing to measure")]
mod projects {
    use super::*;

    const SENTENCES: usize = 5_000;
    const NOTES: usize = 1_000;

    fn annotated() -> (Project, Comparison) {
        let mut project = Project::new(articles(SENTENCES));
        let plain = compared(&articles(SENTENCES), &Edits::default());
        project.edits.remarks = remarks(&plain, NOTES);
        (project, plain)
    }

    /// To the disk and back to the reader, with everything that makes it safe.
    #[divan::bench(max_time = 5)]
    fn a_save(bencher: Bencher) {
        let folder = tempfile::tempdir().expect("a folder for the bench");
        let path = folder.path().join("long.paragone");
        let (project, _) = annotated();
        bencher.bench(|| project::save(&path, &project::write(&project)));
    }

    #[divan::bench(max_time = 5)]
    fn b_open(bencher: Bencher) {
        let folder = tempfile::tempdir().expect("a folder for the bench");
        let path = folder.path().join("long.paragone");
        project::save(&path, &project::write(&annotated().0)).expect("it can be saved");
        bencher.bench(|| project::open(&path));
    }

    /// Finding the places of all notes and check-offs in a comparison.
    #[divan::bench(max_time = 5)]
    fn c_place(bencher: Bencher) {
        let (project, made) = annotated();
        let remarks = &project.edits.remarks;
        bencher.bench(|| {
            for (on, _) in remarks.notes() {
                black_box(on.sentences_in(&made));
            }
            black_box(remarks.reviews_of(&made));
        });
    }
}

/// A report in each form of 5,000 sentences a side, with a thousand notes and reviews.
#[divan::bench(args = Form::ALL.iter().map(|form| form.word()), max_time = 5)]
fn report(bencher: Bencher, word: &str) {
    let Some(form) = Form::ALL.iter().copied().find(|form| form.word() == word) else { return };
    let comparison = compared(&articles(5_000), &Edits::default());
    let remarks = remarks(&comparison, 1_000);
    let report = Report { remarks: Some(&remarks), ..Report::of(&comparison) };
    bencher.bench(|| {
        let mut out = Vec::new();
        form.write(&mut out, &report).map(|()| out.len())
    });
}

/// As many notes, half of them on findings, and as many reviews.
fn remarks(comparison: &Comparison, notes: usize) -> Remarks {
    let mut remarks = Remarks::default();
    for n in 0..notes {
        let note = Remark { text: format!("Note {n}: who says so?"), tags: vec!["To check".to_owned()] };
        let on = match n % 2 {
            0 => Subject::finding(comparison, n),
            _ => Subject::sentence(comparison, Side::BOTH[n / 2 % 2], n),
        };
        on.into_iter().for_each(|on| remarks.set_note(on, note.clone()));
        FindingName::of(comparison, n).into_iter().for_each(|name| remarks.set_review(name, Some(Review::Checked)));
    }
    remarks
}
