//! The headline against the text, the numbers and dates, and the words that judge.

use egui::{Label, RichText, Ui};

use crate::claims::{Borne, Figure, HeadlineClaim, Kind};
use crate::clean::Role;
use crate::gui::command::Command;
use crate::gui::{theme, words};

use super::{Card, SMALL, entry, list, part, part_with_numbers, quiet, way_to, words_of};

/// Draws what the text says to each claim of its headline: what it does not carry first.
pub fn headline(ui: &mut Ui, card: &Card<'_>, asked: &mut Vec<Command>) {
    let claims = &card.portrait().headline;
    part(ui, "Headline and text");
    if card.document().sentences.iter().all(|sentence| sentence.role != Role::Headline) {
        quiet(ui, "No headline was found.");
    } else if claims.is_empty() {
        quiet(ui, "The headline gives no number, date, name or quotation to look up.");
    }
    let mut ordered: Vec<&HeadlineClaim> = claims.iter().collect();
    ordered.sort_by_key(|claim| claim.borne == Borne::Carried);
    list(ui, "headline", &ordered, |ui, claim| one(ui, card, claim, asked));
}

fn one(ui: &mut Ui, card: &Card<'_>, claim: &HeadlineClaim, asked: &mut Vec<Command>) {
    let colours = theme::palette(ui.visuals());
    ui.add_space(theme::space::CLOSE);
    let carried = claim.borne == Borne::Carried;
    let ink = if carried { colours.quiet } else { colours.ink };
    let font = if carried { theme::sans(SMALL) } else { theme::bold(SMALL) };
    let label = format!("{} · {}", words::borne(claim.borne), words::kind(claim.kind));
    ui.add(Label::new(RichText::new(label).font(font).color(ink)));
    let to = claim.there.unwrap_or(claim.here);
    way_to(ui, card, &claim.message, to, asked);
}

/// Draws the table of numbers and dates.
pub fn figures(ui: &mut Ui, card: &Card<'_>, asked: &mut Vec<Command>) {
    let all = &card.portrait().figures;
    for (kind, title, none) in [
        (Kind::Number, "Numbers", "The article gives no number."),
        (Kind::Date, "Dates and times", "The article gives no date."),
    ] {
        let of_kind: Vec<&Figure> = all.iter().filter(|figure| figure.kind == kind).collect();
        part_with_numbers(ui, title, !of_kind.is_empty());
        if of_kind.is_empty() {
            quiet(ui, none);
        }
        list(ui, title, &of_kind, |ui, figure| row(ui, card, figure, asked));
    }
}

fn row(ui: &mut Ui, card: &Card<'_>, figure: &Figure, asked: &mut Vec<Command>) {
    let Some(&first) = figure.places.first() else { return };
    entry(ui, card, &figure.places, asked, |ui, asked| words_of(ui, card, first, asked));
}

/// Draws the words that judge.
pub fn evaluations(ui: &mut Ui, card: &Card<'_>, asked: &mut Vec<Command>) {
    let all = &card.portrait().evaluations;
    part_with_numbers(ui, "Words that judge, in the article’s own voice", !all.is_empty());
    if all.is_empty() {
        quiet(ui, "None of the listed ones.");
    }
    list(ui, "evaluations", all, |ui, evaluation| {
        entry(ui, card, &[evaluation.place], asked, |ui, asked| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = theme::space::NEAR;
                words_of(ui, card, evaluation.place, asked);
                quiet(ui, &evaluation.effect);
            });
        });
    });
}
