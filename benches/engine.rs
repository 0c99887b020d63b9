//! How long the engine takes: `cargo bench --no-default-features`.

use divan::Bencher;
use divan::counter::ItemsCount;
use paragone::comparison::{Edits, Options, compare};
use paragone::load::RawArticle;
use paragone::text::{Pair, Side};

fn main() {
    divan::main();
}

/// An article of so many sentences: the bundled example again and again, with longer words that differ from copy to
/// copy, so that each sentence has its partner in its own copy as in a long text on one thing after another.
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
            sentence.split(' ').map(|word| of_copy(word, copy)).collect::<Vec<_>>().join(" ")
        })
        .collect();
    RawArticle::from_sentences("benchmark", &all)
}

/// A word as its copy has it: `harbour` in the first, `harbourb` in the second.
fn of_copy(word: &str, copy: usize) -> String {
    let is_long = word.len() > 3 && word.chars().all(|c| c.is_ascii_lowercase());
    if copy == 0 || !is_long {
        return word.to_owned();
    }
    let letters = copy.to_string().bytes().map(|digit| char::from(b'a' + digit - b'0')).collect::<String>();
    format!("{word}{letters}")
}

#[divan::bench(args = [50, 200, 1000], max_time = 10)]
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
