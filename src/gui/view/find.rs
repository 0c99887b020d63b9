//! The field in which words are looked for, while it is open: how many there are in each source, and how to go to them.

use egui::text::{CCursor, CCursorRange};
use egui::{Frame, Key, Panel, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::look::Look;
use crate::gui::model::RowFilter;
use crate::gui::state::{Find, State};
use crate::gui::theme::{self, size};

use super::controls;

/// Draws the field.
pub fn show(ui: &mut Ui, state: &State, look: &mut Look, asked: &mut Vec<Command>) {
    let Some(find) = &state.find else { return };
    let colours = theme::palette(ui.visuals());
    let frame = Frame::NONE.fill(colours.panel).inner_margin(theme::margin::BAR);
    Panel::top("find").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            field(ui, &find.wanted.words, look, asked);
            controls::action(ui, state, asked, Action::FindPrevious);
            controls::action(ui, state, asked, Action::FindNext);
            ways(ui, find, asked);
            ui.label(RichText::new(tally(find)).color(colours.ink));
            if find.counts().1 > 0 && controls::quiet(ui, "Show all rows").clicked() {
                asked.push(Command::ShowRows(RowFilter::All));
            }
            if ui.button("Close").on_hover_text("Close the field; the words that you went to stay selected.").clicked()
            {
                asked.push(Command::Find(None));
            }
        });
    });
}

fn field(ui: &mut Ui, words: &str, look: &mut Look, asked: &mut Vec<Command>) {
    let mut text = words.to_owned();
    let mut output = TextEdit::singleline(&mut text).id_salt("find").desired_width(size::FIELD).show(ui);
    let response = output.response.response;
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Find"));
    if std::mem::take(&mut look.focus_find) {
        response.request_focus();
        let all = CCursorRange::two(CCursor::default(), CCursor::new(text.chars().count()));
        output.state.cursor.set_char_range(Some(all));
        output.state.store(ui.ctx(), response.id);
    }
    if text != words {
        asked.push(Command::Find(Some(text)));
    }
    let (enter, shift) = ui.input(|input| (input.key_pressed(Key::Enter), input.modifiers.shift));
    if response.lost_focus() && enter {
        asked.push(Command::Do(if shift { Action::FindPrevious } else { Action::FindNext }));
        response.request_focus();
    }
}

/// In which ways the words are looked for.
fn ways(ui: &mut Ui, find: &Find, asked: &mut Vec<Command>) {
    let case = controls::chip(ui, find.wanted.match_case, "Match case");
    if case.on_hover_text("Find only what has the same capitals and accents.").clicked() {
        asked.push(Command::ToggleMatchCase);
    }
    let whole = controls::chip(ui, find.wanted.whole_words, "Whole words");
    if whole.on_hover_text("Do not find the words within longer ones.").clicked() {
        asked.push(Command::ToggleWholeWords);
    }
}

/// How many places there are, and which of them the reader is at.
fn tally(find: &Find) -> String {
    let (found, hidden) = find.counts();
    let all = found.left + found.right;
    if find.wanted.is_empty() {
        return "Find words in both articles".to_owned();
    }
    if all == 0 {
        return "Not found".to_owned();
    }
    let sides = format!("{} left · {} right", found.left, found.right);
    let counted = match find.current {
        Some(current) => format!("{} of {}: {sides}", current + 1, all - hidden),
        None => sides,
    };
    if hidden == 0 { counted } else { format!("{counted} ({hidden} in rows not shown)") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::find::Wanted;
    use crate::gui::model::RowKey;
    use crate::gui::state::Hit;
    use crate::text::{Pair, Side, Span};

    fn found(left: usize, right: usize, shown: usize, current: Option<usize>) -> String {
        let hit = |place| Hit { side: Side::Left, span: Span::new(place, place + 1), row: RowKey::Group(0), place };
        tally(&Find {
            wanted: Wanted { words: "weir".to_owned(), ..Wanted::default() },
            hits: Pair::new(left, right).map(|count| vec![Span::default(); count]),
            order: (0..shown).map(hit).collect(),
            current,
        })
    }

    #[test]
    fn places_are_counted_for_each_source() {
        assert_eq!(found(3, 5, 8, Some(1)), "2 of 8: 3 left · 5 right");
        assert_eq!(found(3, 5, 8, None), "3 left · 5 right");
        assert_eq!(found(3, 0, 1, Some(0)), "1 of 1: 3 left · 0 right (2 in rows not shown)");
        assert_eq!(found(0, 0, 0, None), "Not found");
        assert_eq!(tally(&Find::default()), "Find words in both articles");
    }
}
