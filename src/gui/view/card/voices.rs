//! Who speaks in the article, and how much of it is theirs.

use egui::{Label, Rect, RichText, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::claims::Voice;
use crate::gui::command::Command;
use crate::gui::{theme, words};

use super::{Card, POINTS, list, part, quiet, sentence, way_to};

/// Draws everybody who speaks, and the quotations of nobody.
pub fn show(ui: &mut Ui, card: &Card<'_>, asked: &mut Vec<Command>) {
    let portrait = card.portrait();
    let all = &portrait.voices.all;
    part(ui, "Who speaks");
    let given: usize = all.iter().map(Voice::words).sum();
    if all.is_empty() {
        quiet(ui, "Nobody is given as a source.");
    } else {
        let (words, share) = (portrait.words, given * 100 / portrait.words.max(1));
        quiet(
            ui,
            &format!("{given} of {words} words ({share} %) are given as somebody’s. Filled: quoted. Hollow: reported."),
        );
    }
    let most = all.first().map_or(0, Voice::words);
    list(ui, "voices", all, |ui, voice| one(ui, card, voice, most, asked));
    if portrait.voices.unattributed.is_empty() {
        return;
    }
    ui.add_space(theme::space::USUAL);
    quiet(ui, "In quotation marks, and nobody is named for it");
    list(ui, "unattributed", &portrait.voices.unattributed, |ui, place| {
        way_to(ui, card, &format!("“{}”", card.words(*place)), *place, asked);
    });
}

fn one(ui: &mut Ui, card: &Card<'_>, voice: &Voice, most: usize, asked: &mut Vec<Command>) {
    ui.add_space(theme::space::NEAR);
    let font = if voice.named { theme::bold(POINTS) } else { theme::sans(POINTS) };
    ui.add(Label::new(RichText::new(words::capitalised(&voice.name)).font(font)).wrap());
    bar(ui, card, voice, most);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::space::NEAR;
        quiet(ui, &shares(voice));
        for &id in voice.sentences.iter().take(MOST_NUMBERS) {
            ui.push_id(voice.first.span.start, |ui| sentence(ui, card, card.whole(id), asked));
        }
        if voice.sentences.len() > MOST_NUMBERS {
            quiet(ui, "…");
        }
    });
}

/// More numbers of sentences than this are not looked through.
const MOST_NUMBERS: usize = 16;

fn shares(voice: &Voice) -> String {
    let quoted = words::count(voice.words_quoted, "word", "words");
    let shares = match (voice.words_quoted, voice.words_reported) {
        (_, 0) => format!("{quoted} quoted"),
        (0, reported) => format!("{} reported", words::count(reported, "word", "words")),
        (_, reported) => format!("{quoted} quoted, {reported} reported"),
    };
    format!("{shares}, in {}", if voice.sentences.len() == 1 { "sentence" } else { "sentences" })
}

/// How high the bar of a voice is.
const BAR: f32 = 7.0;

/// The words of a voice as a bar beside that of whoever has most.
fn bar(ui: &mut Ui, card: &Card<'_>, voice: &Voice, most: usize) {
    let colours = theme::palette(ui.visuals());
    let colour = colours.side[card.side];
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    let width = |count: usize| (whole.width() * count as f32 / most.max(1) as f32).round();
    let all = Rect::from_min_size(whole.min, vec2(width(voice.words()).max(2.0), BAR));
    let quoted = Rect::from_min_size(whole.min, vec2(width(voice.words_quoted), BAR));
    ui.painter().rect_filled(quoted, theme::round::WORDS, colour);
    ui.painter().rect_stroke(all, theme::round::WORDS, Stroke::new(theme::line::HAIR, colour), StrokeKind::Inside);
}
