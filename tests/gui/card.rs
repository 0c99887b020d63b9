//! The card of an article and the fields that the reader writes on it, and what is said about a sentence without a counterpart.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use paragone::comparison::{Comparison, Edits, Options, Verdict, compare};
use paragone::gui::action::Action;
use paragone::gui::command::Command;
use paragone::gui::model::RowKey;
use paragone::gui::state::Beside;
use paragone::load::{CardField, RawArticle};
use paragone::text::{Pair, Side};

use crate::harness::{Window, ask, comparing, ctrl, key, press, says, showing};

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
    assert_eq!(window.state().state().beside, Beside::Card(Side::Left));
    for told in ["Mayor Ines Hallow", "3 words quoted, 4 reported", "Otherwise in the text · Number", "shocking"] {
        assert!(says(&window, told), "{told}");
    }
    window.get_by_role_and_label(Role::RadioButton, "Right").click();
    window.run();
    assert!(says(&window, "Nobody is given as a source."));
    press(&mut window, "Close");
    assert_eq!(window.state().state().beside, Beside::Findings);
}

#[test]
fn the_card_opens_from_the_head_and_closes_with_escape() {
    let mut window = comparing();
    window.get_by_label("Article card, left").click();
    window.run();
    assert_eq!(window.state().state().beside, Beside::Card(Side::Left));
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().beside, Beside::Findings);
    press(&mut window, "right.txt");
    assert_eq!(window.state().state().beside, Beside::Card(Side::Right));
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().beside, Beside::Findings);
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

/// Types into a field of the card, in the place of what stands there.
fn write(window: &mut Window, name: &str, text: &str) {
    window.get_by_role_and_label(Role::MultilineTextInput, name).focus();
    window.run();
    ctrl(window, false, Key::A);
    window.get_by_role_and_label(Role::MultilineTextInput, name).type_text(text);
    window.run();
}

fn known(window: &Window, field: CardField) -> Option<String> {
    window.state().state().open.as_ref()?.comparison.documents.left.card.get(field).map(str::to_owned)
}

#[test]
fn fields_of_the_card_are_written_and_given_back() {
    let mut window = comparing();
    key(&mut window, Key::F6);
    write(&mut window, "Outlet", "The Quay");
    key(&mut window, Key::Enter);
    assert_eq!(known(&window, CardField::Outlet).as_deref(), Some("The Quay"));
    assert!(window.query_by_label("The Quay").is_some(), "the head has its name");
    assert!(says(&window, "by you"));
    write(&mut window, "Author", "Ada Byrne");
    key(&mut window, Key::Tab);
    assert_eq!(known(&window, CardField::Author).as_deref(), Some("Ada Byrne"));
    window.get_all_by_label("Back to what the source says").next().expect("the way back is shown").click();
    window.run();
    assert_eq!(known(&window, CardField::Outlet), None);
    ctrl(&mut window, false, Key::Z);
    assert_eq!(known(&window, CardField::Outlet).as_deref(), Some("The Quay"));
}

#[test]
fn escape_puts_back_what_stood_in_a_field_and_leaves_the_card_open() {
    let mut window = comparing();
    key(&mut window, Key::F6);
    write(&mut window, "Author", "Ada");
    key(&mut window, Key::Escape);
    assert_eq!((known(&window, CardField::Author), window.state().state().beside), (None, Beside::Card(Side::Left)));
    let shown = window.get_by_role_and_label(Role::MultilineTextInput, "Author").accesskit_node().value();
    assert_eq!(shown.unwrap_or_default(), "");
    key(&mut window, Key::Escape);
    assert_eq!(window.state().state().beside, Beside::Findings);
}

#[test]
fn leaving_a_card_keeps_what_was_being_written() {
    let mut window = comparing();
    key(&mut window, Key::F6);
    write(&mut window, "Author", "Ada Byrne");
    window.get_by_role_and_label(Role::RadioButton, "Right").click();
    window.run();
    assert_eq!(window.state().state().beside, Beside::Card(Side::Right));
    assert_eq!(known(&window, CardField::Author).as_deref(), Some("Ada Byrne"));
    assert_eq!(window.state().look().card_draft, None);
}

#[test]
fn a_date_is_read_as_typed_or_remarked_on() {
    let mut window = comparing();
    key(&mut window, Key::F6);
    write(&mut window, "Published", "2025-10-09 14:30");
    key(&mut window, Key::Enter);
    assert_eq!(known(&window, CardField::Published).as_deref(), Some("2025-10-09T14:30"));
    assert!(says(&window, "Read as 9 October 2025, 14:30."));
    write(&mut window, "Published", "in spring");
    key(&mut window, Key::Enter);
    assert_eq!(known(&window, CardField::Published).as_deref(), Some("in spring"));
    assert!(says(&window, "Not understood as a date"));
}
