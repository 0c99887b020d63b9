//! How long the engine takes: `cargo bench --no-default-features`.

use divan::Bencher;
use divan::counter::ItemsCount;
use paragone::comparison::{Edits, Options, compare};
use paragone::load::RawArticle;
use paragone::text::{Pair, Side};

fn main() {
    divan::main();
}

/// An article of so many sentences: the bundled example again and again, with names and numbers that differ from copy
/// to copy, so that each sentence keeps a best partner.
fn article(side: Side, sentences: usize) -> RawArticle {
    let text = match side {
        Side::Left => include_str!("../assets/examples/left.txt"),
        Side::Right => include_str!("../assets/examples/right.txt"),
    };
    let base = paragone::comparison::read(&RawArticle::from_text("example", text), &Options::default());
    let count = base.sentences.len();
    let all: Vec<String> = (0..sentences)
        .map(|n| {
            let copy = n / count;
            let sentence = base.sentence(n % count);
            if copy == 0 { sentence.to_owned() } else { sentence.replace(" the ", &format!(" the Berth{copy} ")) }
        })
        .collect();
    RawArticle::from_sentences("benchmark", &all)
}

#[divan::bench(args = [50, 200, 1000])]
fn whole_comparison(bencher: Bencher, sentences: usize) {
    let articles = Pair::from_fn(|side| article(side, sentences));
    bencher
        .counter(ItemsCount::new(2 * sentences))
        .bench(|| compare(articles.as_ref(), &Options::default(), &Edits::default()));
}

#[divan::bench]
fn bundled_example(bencher: Bencher) {
    let articles = Pair::new(
        RawArticle::from_text("left.txt", include_str!("../assets/examples/left.txt")),
        RawArticle::from_text("right.txt", include_str!("../assets/examples/right.txt")),
    );
    bencher.bench(|| compare(articles.as_ref(), &Options::default(), &Edits::default()));
}
