//! Tests of what the overview counts.

use egui::pos2;

use super::*;
use crate::comparison::{Edits, Options, compare};
use crate::gui::fixture;
use crate::load::RawArticle;

fn of_texts(left: &str, right: &str) -> Overview {
    let articles = Pair::new(RawArticle::from_text("left.txt", left), RawArticle::from_text("right.txt", right));
    overview(&compare(articles.as_ref(), &Options::default(), &Edits::default()))
}

fn each(overview: &Overview, name: &str) -> Pair<(usize, usize)> {
    let measure = overview.measures.iter().find(|measure| measure.name == name).expect("the measure is there");
    match measure.value {
        Value::Each(value) => value,
        Value::Both(n, of) => Pair::new((n, of), (n, of)),
    }
}

#[test]
fn every_word_is_counted_once() {
    let comparison = fixture::comparison();
    let overview = overview(&comparison);
    for side in Side::BOTH {
        let document = &comparison.documents[side];
        let words = tokens(&document.text).iter().filter(|token| token.kind != TokenKind::Punctuation).count();
        assert_eq!(overview.coverage[side].all(), words);
        assert_eq!(overview.stretches[side].len(), document.sentences.len());
        assert_eq!(overview.stretches[side].last().map(|last| last.to), Some(1.0));
    }
    let alone = |side: Side| overview.stretches[side].iter().filter(|stretch| stretch.alone).count();
    assert_eq!((alone(Side::Left), alone(Side::Right)), (2, 2));
}

#[test]
fn the_same_text_is_all_the_same_words() {
    let text = "The bridge at Oster closes on Monday.\n\nWorks will cost 40 million crowns, the mayor said.";
    let overview = of_texts(text, text);
    for side in Side::BOTH {
        assert_eq!(overview.coverage[side], Coverage { same: 16, reworded: 0, alone: 0 });
    }
    let claims = each(&overview, "Shared claims");
    assert!(claims.left.1 > 0 && claims.left.0 == claims.left.1, "{claims:?}");
    assert_eq!(each(&overview, "Told in the same order").left, (1, 1));
}

#[test]
fn other_texts_share_nothing() {
    let overview = of_texts("A crane sank nine boats.", "Nobody votes for the old weir.");
    assert_eq!(overview.coverage.left, Coverage { same: 0, reworded: 0, alone: 5 });
    assert!(overview.slopes.is_empty());
    assert_eq!(each(&overview, "Sentences with a counterpart"), Pair::new((0, 1), (0, 1)));
}

#[test]
fn nothing_to_compare_is_no_trouble() {
    let overview = of_texts("", "");
    assert_eq!(overview.coverage, Pair::default());
    assert_eq!(each(&overview, "Told in the same order").left, (0, 0));
}

#[test]
fn slopes_stand_where_their_sentences_stand() {
    let overview = overview(&fixture::comparison());
    let pairs: Vec<_> = overview.slopes.iter().map(|slope| (slope.sentences.left, slope.sentences.right)).collect();
    assert_eq!(pairs, [(0, 0), (1, 2), (2, 4), (4, 3)]);
    assert!(overview.slopes.iter().all(|slope| (0.0..=1.0).contains(&slope.at.left)));
    // The last two cross, the others do not.
    assert_eq!(each(&overview, "Told in the same order").left, (5, 6));
    let last = overview.slopes[3];
    assert!(last.shift() < 0.0 && !last.is_steep());
}

#[test]
fn every_measure_says_what_it_means() {
    for measure in overview(&fixture::comparison()).measures {
        assert!(measure.meaning.ends_with('.') && measure.meaning.len() > 30, "{}", measure.name);
        assert!(!measure.name.to_lowercase().contains("similar"));
    }
}

#[test]
fn the_nearest_line_is_found_within_reach() {
    let lines = [[pos2(0.0, 0.0), pos2(100.0, 0.0)], [pos2(0.0, 20.0), pos2(100.0, 60.0)]];
    assert_eq!(nearest(&lines, pos2(50.0, 3.0), 6.0), Some(0));
    assert_eq!(nearest(&lines, pos2(50.0, 38.0), 6.0), Some(1));
    assert_eq!(nearest(&lines, pos2(50.0, 18.0), 6.0), None);
    assert_eq!(nearest(&lines, pos2(108.0, 0.0), 6.0), None);
    assert_eq!(nearest(&[], pos2(0.0, 0.0), 6.0), None);
}
