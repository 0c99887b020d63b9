//! The card of an article, and what is said about a sentence without a counterpart.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use paragone::comparison::{Comparison, Edits, Options, Verdict, compare};
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::gui::model::RowKey;
use paragone::load::RawArticle;
use paragone::text::{Pair, Side};

use crate::harness::{Window, ask, comparing, key, press, says, showing};

const LEFT: &str = "Crane sinks 40 boats\n\nA crane sank 12 boats in Porto Novo on Monday, a shocking loss.\n\n\
    “We lost everything,” said Mayor Ines Hallow. She said the crane was old.\n\nOrla Finn lost 312 nets.";
const RIGHT: &str = "Crane sinks boats\n\nOn Monday a crane sank 12 boats in Porto Novo.\n\n\
    The museum in the old town sold a chest of tools, a bell and 312 nets last spring.";

fn made(edits: &Edits) -> Comparison {
    let articles = Pair::new(RawArticle::from_text("left.txt", LEFT), RawArticle::from_text("right.txt", RIGHT));
    compare(articles.as_ref(), &Options::default(), edits)
}

fn window() -> Window {
    showing(made(&Edits::default()), (1200.0, 1100.0))
}

#[test]
fn the_card_shows_who_speaks_and_what_the_headline_claims() {
    let mut window = window();
    key(&mut window, Key::F6);
    assert_eq!(window.state().state().card, Some(Side::Left));
    for told in ["Mayor Ines Hallow", "3 words quoted, 4 reported", "Otherwise in the text · Number", "shocking"] {
        assert!(says(&window, told), "{told}");
    }
    window.get_by_role_and_label(Role::CheckBox, "Right").click();
    window.run();
    assert!(says(&window, "Nobody is given as a source."));
    press(&mut window, "Close");
    assert_eq!(window.state().state().card, None);
}

#[test]
fn the_card_opens_from_the_head_and_closes_with_escape() {
    let mut window = comparing();
    window.get_all_by_label("Article card").next().expect("the left head has its button").click();
    window.run();
    assert_eq!(window.state().state().card, Some(Side::Left));
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().card, None);
    press(&mut window, "right.txt");
    assert_eq!(window.state().state().card, Some(Side::Right));
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().card, None);
    assert!(!Action::LeftCard.is_on(window.state().state()));
}

#[test]
fn an_entry_leads_to_its_words() {
    let mut window = window();
    key(&mut window, Key::F6);
    press(&mut window, "shocking");
    let chosen = window.state().state().chosen;
    let (side, place) = chosen.words.expect("words were gone to");
    assert_eq!((side, place.sentence), (Side::Left, 1));
    assert!(chosen.row.is_some() && chosen.finding.is_none());
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().chosen.row, chosen.row);
}

#[test]
fn a_sentence_without_a_counterpart_says_what_was_found() {
    let nets = Pair::new(4, 2);
    let linked = made(&Edits::default());
    let origin = |side: Side| linked.documents[side].sentences[nets[side]].origin;
    let mut edits = Edits::default();
    edits.set_verdict(Pair::from_fn(origin), Some(Verdict::Rejected));
    let mut window = showing(made(&edits), (1200.0, 900.0));
    ask(&mut window, Command::ChooseRow(RowKey::Alone(Side::Left, nets.left)));
    assert!(says(&window, "Nothing like it found in the right source"));
    press(&mut window, "“312 nets” is also in sentence 3");
    let (side, place) = window.state().state().chosen.words.expect("words were gone to");
    assert_eq!((side, place.sentence), (Side::Right, nets.right));
}
