//! Tests of what clicks and keys select.

use proptest::prelude::*;

use std::collections::BTreeSet;

use super::*;
use crate::comparison::{Options, read};
use crate::load::RawArticle;

const TEXT: &str = "The weir at Oster\n\nIt won’t open. Nobody knew, said A.\u{301}\n\nRain fell on the café.";

fn document(text: &str) -> Document {
    read(&RawArticle::from_text("made up", text), &Options { keep_everything: true, ..Options::default() })
}

fn go(step: Step, forward: bool) -> Motion {
    Motion { step, forward, extend: false }
}

fn select(step: Step, forward: bool) -> Motion {
    Motion { step, forward, extend: true }
}

fn at(document: &Document, words: &str) -> usize {
    document.text.find(words).expect("the words stand in the text")
}

fn taken(document: &Document, words: &str, unit: Unit) -> String {
    unit_at(document, at(document, words), unit).of(&document.text).to_owned()
}

#[test]
fn clicks_take_a_word_a_sentence_a_paragraph() {
    let document = document(TEXT);
    assert_eq!(taken(&document, "on’t", Unit::Word), "won’t");
    assert_eq!(taken(&document, ", said", Unit::Word), ",");
    assert_eq!(taken(&document, "open", Unit::Sentence), "It won’t open.");
    assert_eq!(taken(&document, "open", Unit::Paragraph), "It won’t open. Nobody knew, said A.\u{301}");
    assert_eq!(taken(&document, "open", Unit::Letter), "");
    assert_eq!(
        [1, 2, 3, 4, 9].map(Unit::of_clicks)[1..],
        [Unit::Word, Unit::Sentence, Unit::Paragraph, Unit::Paragraph]
    );
}

#[test]
fn a_click_past_the_end_takes_the_last_word() {
    let document = document(TEXT);
    let end = document.text.len();
    assert_eq!(unit_at(&document, end, Unit::Word).of(&document.text), ".");
    assert_eq!(unit_at(&document, end + 99, Unit::Sentence).of(&document.text), "Rain fell on the café.");
}

#[test]
fn dragging_keeps_what_was_clicked_first() {
    let (first, later, earlier) = (Span::new(10, 15), Span::new(20, 24), Span::new(2, 4));
    assert_eq!(Selection::between(Side::Left, first, later), Selection { side: Side::Left, anchor: 10, caret: 24 });
    assert_eq!(Selection::between(Side::Left, first, earlier), Selection { side: Side::Left, anchor: 15, caret: 2 });
    assert_eq!(Selection::between(Side::Left, first, first).span(), first);
}

#[test]
fn keys_move_by_letters_and_words() {
    let document = document(TEXT);
    let caret = Selection::caret(Side::Left, at(&document, "won’t"));
    let word = caret.moved(&document, select(Step::Word, true));
    assert_eq!(word.span().of(&document.text), "won’t");
    let more = word.moved(&document, select(Step::Letter, true)).moved(&document, select(Step::Letter, true));
    assert_eq!(more.span().of(&document.text), "won’t o");
    let back = caret.moved(&document, select(Step::Word, false));
    assert_eq!(back.span().of(&document.text), "It ");
    assert_eq!(word.moved(&document, go(Step::Letter, false)), caret, "without Shift to the end of what was selected");
}

#[test]
fn an_accent_belongs_to_its_letter() {
    let document = document("Cafe\u{301} closed.");
    let caret = Selection::caret(Side::Left, 3).moved(&document, select(Step::Letter, true));
    assert_eq!(caret.span().of(&document.text), "e\u{301}");
    assert_eq!(fitted(&document, 4), 3, "never between a letter and its accent");
}

#[test]
fn the_caret_steps_over_what_lies_between_sentences() {
    let document = document(TEXT);
    let (end, next) = (at(&document, " Nobody"), at(&document, "Nobody"));
    let caret = |byte| Selection::caret(Side::Left, byte);
    assert_eq!(caret(end).moved(&document, go(Step::Letter, true)), caret(next));
    assert_eq!(caret(next).moved(&document, go(Step::Letter, false)), caret(end));
    let paragraph = at(&document, "Rain");
    assert_eq!(caret(next).moved(&document, go(Step::Paragraph, true)), caret(paragraph));
    assert_eq!(caret(paragraph).moved(&document, go(Step::Sentence, false)), caret(next));
    assert_eq!(caret(next).moved(&document, select(Step::Article, true)).span().end, document.text.len());
    assert_eq!(caret(next).moved(&document, select(Step::Article, false)).span(), Span::new(0, next));
}

#[test]
fn copying_keeps_paragraphs_and_no_other_line_breaks() {
    let document = document(TEXT);
    let all = Span::new(0, document.text.len());
    assert_eq!(
        copied(&document, all, &BTreeSet::new()),
        "The weir at Oster\n\nIt won’t open. Nobody knew, said A.\u{301}\n\nRain fell on the café."
    );
    let part = Span::new(at(&document, "Oster"), at(&document, " open"));
    assert_eq!(copied(&document, part, &BTreeSet::new()), "Oster\n\nIt won’t");
    assert_eq!(copied(&document, Span::new(5, 5), &BTreeSet::new()), "");
}

#[test]
fn an_empty_article_has_one_place() {
    let document = document("");
    assert_eq!(unit_at(&document, 7, Unit::Paragraph), Span::default());
    assert_eq!(Selection::caret(Side::Right, 0).moved(&document, select(Step::Word, true)).span(), Span::default());
    assert_eq!(copied(&document, Span::new(0, 3), &BTreeSet::new()), "");
}

fn is_place(document: &Document, byte: usize) -> bool {
    let at_letter = byte == document.text.len() || document.text.grapheme_indices(true).any(|(at, _)| at == byte);
    let in_sentence = document.sentences.iter().any(|s| s.span.start <= byte && byte <= s.span.end);
    at_letter && (in_sentence || document.sentences.is_empty())
}

proptest! {
    #[test]
    fn every_selection_ends_at_letters_of_sentences(
        text in "([A-Za-z .!?“”\\n-]|e\u{301}|👩\u{200d}🚀|\\PC){0,80}", byte in 0_usize..200, extend: bool,
    ) {
        let document = document(&text);
        for unit in [Unit::Letter, Unit::Word, Unit::Sentence, Unit::Paragraph] {
            let span = unit_at(&document, byte, unit);
            let place = fitted(&document, byte);
            prop_assert!(is_place(&document, place) || document.sentences.is_empty());
            prop_assert!(span.start <= place && place <= span.end, "{unit:?} {span:?} {place}");
            prop_assert!(document.text.is_char_boundary(span.start) && document.text.is_char_boundary(span.end));
        }
        for step in [Step::Letter, Step::Word, Step::Sentence, Step::Paragraph, Step::Article] {
            for forward in [true, false] {
                let from = Selection::caret(Side::Left, byte).fitted(&document);
                let to = from.moved(&document, Motion { step, forward, extend });
                prop_assert!(is_place(&document, to.caret), "{step:?} {from:?} {to:?}");
                let onward = if forward { to.caret >= from.caret } else { to.caret <= from.caret };
                prop_assert!(onward, "{step:?} {from:?} {to:?}");
                prop_assert_eq!(to.is_empty(), !extend || to.caret == from.caret);
            }
        }
    }

    #[test]
    fn letter_by_letter_leads_from_end_to_end_and_back(text in "([A-Za-z .!?\\n]|é|e\u{301}|\\PC){0,60}") {
        let document = document(&text);
        let mut there = vec![fitted(&document, 0)];
        while let Some(&last) = there.last() {
            let next = Selection::caret(Side::Left, last).moved(&document, go(Step::Letter, true)).caret;
            if next == last { break; }
            prop_assert!(next > last && there.len() <= text.len());
            there.push(next);
        }
        let end = document.sentences.last().map_or(0, |sentence| sentence.span.end);
        prop_assert_eq!(there.last().copied(), Some(end));
        let mut back = vec![end];
        while let Some(&last) = back.last() {
            let next = Selection::caret(Side::Left, last).moved(&document, go(Step::Letter, false)).caret;
            if next == last { break; }
            prop_assert!(next < last);
            back.push(next);
        }
        back.reverse();
        prop_assert_eq!(there, back);
    }

    #[test]
    fn copying_everything_loses_no_letter(text in "([A-Za-z .!?\\n]|é|\\PC){0,80}") {
        let document = document(&text);
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        let all = copied(&document, Span::new(0, document.text.len()), &BTreeSet::new());
        prop_assert_eq!(letters(&all), letters(&document.text));
    }
}

#[test]
fn what_was_left_out_and_is_shown_is_copied_where_the_selection_runs_over_it() {
    let text = "Bridge closes\n\nThe bridge at Oster closes on Monday.\n\nClick here to sign up.\n\nThe ferry sails.\n\nRead also: Weirs";
    let document = read(&RawArticle::from_text("made up", text), &Options::default());
    let origin = |words: &str| text.find(words).expect("the words are there");
    let shown = BTreeSet::from([origin("Click"), origin("Read also")]);
    let at = |words: &str| document.text.find(words).expect("the words are there");
    let over = Span::new(at("Monday"), at("ferry"));
    assert_eq!(copied(&document, over, &shown), "Monday.\n\nClick here to sign up.\n\nThe");
    assert_eq!(copied(&document, over, &BTreeSet::new()), "Monday.\n\nThe");
    let before = Span::new(at("The bridge"), at("The ferry"));
    assert!(!copied(&document, before, &shown).contains("Click"), "it ends before the sentence behind");
    let all = copied(&document, Span::new(0, document.text.len()), &shown);
    assert!(all.ends_with("The ferry sails.\n\nRead also: Weirs"), "{all}");
    assert!(!copied(&document, Span::new(at("The ferry"), document.text.len()), &shown).contains("Read also"));
}
