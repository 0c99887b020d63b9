//! Invented sentences, and what holds for every pair of texts.

use proptest::prelude::*;

use super::*;
use crate::clean::{Choices, clean};
use crate::load::RawArticle;
use crate::segment::{Cuts, segment};
use crate::text::Language;

fn document(sentences: &[&str]) -> Document {
    let raw = RawArticle::from_sentences("test", sentences);
    segment(&raw, clean(&raw, &Choices::default()), Some(&Language::english()), &Cuts::default())
}

fn pieces_of(documents: &Pair<Document>) -> Vec<Piece> {
    let sentences = documents.as_ref().map(|document| (0..document.sentences.len()).collect());
    compare(documents.as_ref(), &Group { sentences, links: Vec::new() })
}

/// The pieces as text: ` same `, `[-old-]`, `[+new+]`, `[old~new]`, `[>moved<]`, and `'` before what is only typographic.
fn shown(left: &[&str], right: &[&str]) -> String {
    let documents = Pair::new(document(left), document(right));
    let text = |side: Side, piece: &Piece| {
        piece.spans[side].map_or("", |span| span.of(&documents[side].text)).trim().to_owned()
    };
    let show = |piece: &Piece| {
        let (left, right) = (text(Side::Left, piece), text(Side::Right, piece));
        let mark = if piece.typographic { "'" } else { "" };
        match piece.op {
            Op::Equal => left,
            Op::Delete => format!("{mark}[-{left}-]"),
            Op::Insert => format!("{mark}[+{right}+]"),
            Op::Replace => format!("{mark}[{left}~{right}]"),
            Op::Move => format!("[>{left}<]"),
        }
    };
    pieces_of(&documents).iter().map(show).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn expect(left: &str, right: &str, pieces: &str) {
    assert_eq!(shown(&[left], &[right]), pieces);
}

#[test]
fn words_that_stay_go_and_come() {
    expect(
        "The old mast fell on Sunday.",
        "The mast fell on Monday night.",
        "The [-old-] mast fell on [Sunday~Monday night] .",
    );
    expect("It fell.", "It fell.", "It fell.");
    expect("", "It fell.", "[+It fell.+]");
    expect("", "", "");
}

#[test]
fn small_words_between_changes_go_with_them() {
    expect(
        "The mayor declined to disclose her plans.",
        "The mayor refused to reveal her plans.",
        "The mayor [declined to disclose~refused to reveal] her plans.",
    );
}

#[test]
fn forms_of_a_word_stand_for_each_other() {
    expect(
        "He spoke of waging a long war.",
        "He wants to wage a long war.",
        "He [spoke of~wants to] [waging~wage] a long war.",
    );
}

#[test]
fn words_in_another_place_are_moved() {
    let found = shown(
        &["On Sunday night in Westhaven harbour the old mast fell and broke."],
        &["The old mast fell and broke on Sunday night in Westhaven harbour."],
    );
    assert!(found.contains("[>the old mast fell and broke<]"), "{found}");
    assert!(!shown(&["The dog and the cat left."], &["The cat left."]).contains('>'));
}

#[test]
fn typography_is_a_class_of_its_own() {
    expect("He said “no” – twice", "He said \"no\" - twice", "He said '[“~\"] no '[” –~\" -] twice");
    expect("The Mayor co-operated.", "The mayor cooperated.", "The '[Mayor co-operated~mayor cooperated] .");
    expect("It fell, and broke.", "It fell and broke.", "It fell '[-,-] and broke.");
}

#[test]
fn signs_that_mean_something_are_no_typography() {
    expect("It cost $5 then.", "It cost 5 then.", "It cost [-$-] 5 then.");
    expect("The \"expert\" came.", "The expert came.", "The [-\"-] expert [-\"-] came.");
}

#[test]
fn typographic_pieces_are_counted() {
    let documents = Pair::new(document(&["The Mayor left."]), document(&["The mayor stayed."]));
    assert_eq!(tally(documents.as_ref(), &pieces_of(&documents)).values().sum::<usize>(), 1);
}

#[test]
fn what_is_written_anew_is_gone_and_new() {
    let found = shown(
        &["Experts expect that the bank will soon lower its rates again."],
        &["Experts guess that a further cut of interest is near."],
    );
    assert!(found.contains("[-") && found.contains("[+") && found.starts_with("Experts"), "{found}");
}

#[test]
fn no_piece_reaches_into_another_sentence() {
    let found = shown(&["The mast fell.", "Nobody was hurt."], &["The mast fell and nobody was hurt."]);
    assert_eq!(found, "The mast fell [.~and] '[Nobody~nobody] was hurt.");
}

#[test]
fn a_book_in_one_sentence_takes_no_time() {
    let start = std::time::Instant::now();
    let left: String = (0..30_000).map(|n| format!("word{} ", n % 977)).collect();
    let right: String = (0..30_000).map(|n| format!("word{} ", (n + 5) % 983)).collect();
    let documents = Pair::new(document(&[&left]), document(&[&right]));
    assert!(!pieces_of(&documents).is_empty());
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}

fn sentences() -> impl Strategy<Value = Vec<String>> {
    let word = "(The|the|mast|Mast|fell|falling|on|Sunday|in|Westhaven|and|12|12%|,|\\.|“|\"|–|-|…|é|\\PC{0,3}) {0,2}";
    let sentence = proptest::collection::vec(word, 0..14).prop_map(|words| words.concat());
    proptest::collection::vec(sentence, 0..4)
}

fn documents() -> impl Strategy<Value = Pair<Document>> {
    let document = || sentences().prop_map(|all| document(&all.iter().map(String::as_str).collect::<Vec<_>>()));
    (document(), document()).prop_map(|(left, right)| Pair::new(left, right))
}

proptest! {
    #[test]
    fn pieces_give_back_each_side_exactly(documents in documents()) {
        let pieces = pieces_of(&documents);
        for (side, document) in documents.iter() {
            let mut spans: Vec<Span> = pieces.iter().filter_map(|piece| piece.spans[side]).collect();
            prop_assert!(side == Side::Right || spans.is_sorted());
            spans.sort();
            for sentence in &document.sentences {
                let mut end = sentence.span.start;
                for span in spans.iter().filter(|span| sentence.span.contains(**span)) {
                    prop_assert_eq!(span.start, end);
                    end = span.end;
                }
                prop_assert_eq!(end, sentence.span.end);
            }
            let inside = |span: &Span| document.sentences.iter().any(|sentence| sentence.span.contains(*span));
            prop_assert!(spans.iter().all(inside));
        }
        for piece in &pieces {
            let sides = (piece.spans.left.is_some(), piece.spans.right.is_some());
            prop_assert_eq!(sides, (piece.op != Op::Insert, piece.op != Op::Delete));
        }
    }

    #[test]
    fn swapping_the_sides_mirrors_the_pieces(documents in documents()) {
        let mirrored_op = |op| match op { Op::Delete => Op::Insert, Op::Insert => Op::Delete, other => other };
        let mut mirrored: Vec<_> = pieces_of(&documents.clone().swap())
            .into_iter()
            .map(|piece| (mirrored_op(piece.op), piece.spans.swap(), piece.typographic))
            .collect();
        let mut pieces: Vec<_> =
            pieces_of(&documents).into_iter().map(|piece| (piece.op, piece.spans, piece.typographic)).collect();
        mirrored.sort();
        pieces.sort();
        prop_assert_eq!(pieces, mirrored);
    }

    #[test]
    fn identical_sides_are_equal_throughout(sentences in sentences()) {
        let one = document(&sentences.iter().map(String::as_str).collect::<Vec<_>>());
        let pieces = pieces_of(&Pair::new(one.clone(), one));
        prop_assert!(pieces.iter().all(|piece| piece.op == Op::Equal));
    }
}
