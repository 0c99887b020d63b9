//! How long the engine takes: `cargo bench --no-default-features`. What it came to is told in `docs/performance.md`.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use paragone::align::{Matching, Pins, Semantics, align};
use paragone::claims;
use paragone::comparison::{Comparison, Edits, Options, Remark, Remarks, Subject, Verdict, compare, read};
use paragone::load::RawArticle;
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

/// A report on a long comparison with many notes: no form may take longer than two seconds.
#[divan::bench(args = [Form::Docx, Form::Xlsx], max_time = 10)]
fn report(bencher: Bencher, form: Form) {
    let comparison = compared(&articles(5_000), &Edits::default());
    let remarks = noted(&comparison, 1_000);
    let report = Report { remarks: Some(&remarks), ..Report::of(&comparison) };
    bencher.bench(|| {
        let mut out = Vec::new();
        form.write(&mut out, &report).map(|()| out.len())
    });
}

/// So many notes, on findings and on sentences of both sides in turn.
fn noted(comparison: &Comparison, notes: usize) -> Remarks {
    let mut remarks = Remarks::default();
    for id in 0..notes {
        let on = match id % 3 {
            0 => Subject::finding(comparison, id),
            1 => Subject::sentence(comparison, Side::Left, id),
            _ => Subject::sentence(comparison, Side::Right, id),
        };
        let note = Remark { text: format!("Note {id}: ask the desk."), tags: vec!["desk".to_owned()] };
        if let Some(on) = on {
            remarks.set_note(on, note);
        }
    }
    remarks
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
