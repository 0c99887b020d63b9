//! What is known about the source, as fields that the reader may write, and what was read of it.

use egui::{
    Align, EventFilter, FontId, FontSelection, Key, Label, Layout, Response, RichText, TextEdit, TextWrapMode, Ui, vec2,
};

use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::theme::size;
use crate::gui::{theme, words};
use crate::load::{CardField, typed_date};

use super::super::controls;
use super::{Card, POINTS, SMALL, quiet};

/// The room for the names of the fields.
const NAMES: f32 = 66.0;
/// As high as a field of one line.
const LINE: f32 = 24.0;

/// Draws the fields, and under them what was read.
pub fn show(ui: &mut Ui, card: &Card<'_>, look: &mut Look, asked: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = theme::space::CLOSE;
    for field in CardField::ALL {
        ui.push_id(("field", field), |ui| one(ui, card, field, look, asked));
    }
    ui.add_space(theme::space::CLOSE);
    ui.spacing_mut().item_spacing.y = theme::space::CLOSE;
    read(ui, card);
}

fn one(ui: &mut Ui, card: &Card<'_>, field: CardField, look: &mut Look, asked: &mut Vec<Command>) {
    ui.horizontal_top(|ui| {
        let label =
            ui.allocate_ui_with_layout(vec2(NAMES, LINE), Layout::top_down(Align::LEFT), |ui| name(ui, card, field));
        ui.vertical(|ui| {
            input(ui, card, field, look, asked, &label.inner);
            remarks(ui, card, field, asked);
        });
    });
}

/// The name of a field, and who wrote it where that was the reader.
fn name(ui: &mut Ui, card: &Card<'_>, field: CardField) -> Response {
    let colours = theme::palette(ui.visuals());
    ui.set_width(NAMES);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut line = |text: &str, ink| {
        let text = RichText::new(text).font(theme::sans(SMALL)).color(ink);
        let layout = Layout::left_to_right(Align::Center);
        let label = Label::new(text).wrap_mode(TextWrapMode::Extend);
        ui.allocate_ui_with_layout(vec2(NAMES, LINE), layout, |ui| ui.add(label)).inner
    };
    let name = line(words::field(field), colours.quiet);
    if card.open.edits.card_field(card.side, field).is_some() {
        line("by you", colours.ink).on_hover_text("You wrote this; the source says something else.");
    }
    name
}

/// The field itself: Enter, Tab or a click elsewhere keep what was written, Esc puts back what stood there.
fn input(ui: &mut Ui, card: &Card<'_>, field: CardField, look: &mut Look, asked: &mut Vec<Command>, label: &Response) {
    let shown = shown(card, field);
    let is_this = |draft: &(_, _, String)| (draft.0, draft.1) == (card.side, field);
    let mut text =
        look.card_draft.as_ref().filter(|draft| is_this(draft)).map_or_else(|| shown.clone(), |it| it.2.clone());
    let input = TextEdit::multiline(&mut text)
        .desired_rows(1)
        .desired_width(ui.available_width())
        .return_key(None)
        .event_filter(EventFilter { escape: true, horizontal_arrows: true, vertical_arrows: true, tab: false })
        .font(FontSelection::FontId(font(field)))
        .hint_text("not given");
    let response = ui.add(input).labelled_by(label.id);
    let (enter, escape) = ui.input(|input| (input.key_pressed(Key::Enter), input.key_pressed(Key::Escape)));
    let has_focus = response.has_focus();
    if has_focus && (enter || escape) {
        response.surrender_focus();
    }
    if has_focus && !enter && !escape {
        look.card_draft = Some((card.side, field, text));
    } else if has_focus || response.lost_focus() {
        look.card_draft = None;
        // A line break can only be pasted.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !escape && text != shown {
            asked.push(Command::SetCardField(card.side, field, Some(text)));
        }
    }
}

fn font(field: CardField) -> FontId {
    if field == CardField::Title { theme::bold(POINTS) } else { theme::sans(POINTS) }
}

/// What stands in a field: what the reader typed, else what is known.
fn shown(card: &Card<'_>, field: CardField) -> String {
    let typed = card.open.edits.card_field(card.side, field).map(str::to_owned);
    typed.unwrap_or_else(|| said(card, field).unwrap_or_default())
}

/// What the source itself says, as a person reads it.
fn said(card: &Card<'_>, field: CardField) -> Option<String> {
    let said = card.document().card.said(field)?;
    Some(if field == CardField::Published { words::published(said) } else { said.to_owned() })
}

/// Under a field that the reader wrote: how it is understood, and the way back.
fn remarks(ui: &mut Ui, card: &Card<'_>, field: CardField, asked: &mut Vec<Command>) {
    let Some(typed) = card.open.edits.card_field(card.side, field) else { return };
    ui.spacing_mut().button_padding.x = 0.0;
    ui.spacing_mut().interact_size.y = size::LOW_LINE;
    if let Some(remark) = remark(field, typed) {
        quiet(ui, &remark);
    }
    let said = match said(card, field) {
        Some(said) => format!("The source says: {said}"),
        None => "The source does not say.".to_owned(),
    };
    if controls::quiet(ui, "Back to what the source says").on_hover_text(said).clicked() {
        asked.push(Command::SetCardField(card.side, field, None));
    }
}

/// What there is to say about a date that was typed.
fn remark(field: CardField, typed: &str) -> Option<String> {
    if field != CardField::Published || typed.is_empty() {
        return None;
    }
    match typed_date(typed).map(|date| words::published(&date)) {
        Some(read) if read == typed => None,
        Some(read) => Some(format!("Read as {read}.")),
        None => Some(NO_DATE.to_owned()),
    }
}

const NO_DATE: &str = "Not understood as a date, so “yesterday” or “Tuesday” is not counted from it. Write it like \
9 October 2025 or 2025-10-09 14:30.";

fn read(ui: &mut Ui, card: &Card<'_>) {
    let document = card.document();
    quiet(ui, &format!("From {}", document.card.origin));
    let sentences = words::count(document.sentences.len(), "sentence", "sentences");
    let count = words::count(card.portrait().words, "word", "words");
    quiet(ui, &format!("{sentences}, {count} under the headline, in {}", document.language.name()));
    let left_out = match document.removed.as_slice() {
        [] => "Nothing was left out".to_owned(),
        removed => {
            let mut why: Vec<&str> = removed.iter().map(|removed| words::reason(removed.why)).collect();
            why.sort_unstable();
            why.dedup();
            format!("{}: {}", words::count(removed.len(), "passage left out", "passages left out"), why.join(", "))
        }
    };
    quiet(ui, &left_out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_remarked_on_only_where_there_is_something_to_say() {
        assert_eq!(remark(CardField::Published, "9 October 2025"), None);
        assert_eq!(remark(CardField::Published, "2025-10-09 14:30").as_deref(), Some("Read as 9 October 2025, 14:30."));
        assert!(remark(CardField::Published, "in spring").is_some_and(|told| told.starts_with("Not understood")));
        assert_eq!(remark(CardField::Author, "in spring"), None);
        assert_eq!(remark(CardField::Published, ""), None);
    }
}
