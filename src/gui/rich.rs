//! Texts with their fonts, ready to be laid out. What a mark looks like is painted behind the text instead
//! (see [`marks`](super::marks)), so that choosing and hovering lay nothing out anew.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId};

use crate::clean::Role;

use super::theme;

/// A sentence in the type of its role, wrapped to a width.
pub fn sentence(text: &str, role: Role, colour: Color32, width: f32) -> LayoutJob {
    let (font, line) = theme::reading(role);
    let mut job = plain(text, font, colour, width);
    for section in &mut job.sections {
        section.format.line_height = Some(line);
    }
    job
}

/// A passage set large, to be looked at word by word.
pub fn large(text: &str, colour: Color32, width: f32) -> LayoutJob {
    let (font, line) = theme::reading_large();
    let mut job = plain(text, font, colour, width);
    for section in &mut job.sections {
        section.format.line_height = Some(line);
    }
    job
}

/// What is said about a sentence, on the same line as the sentence beside it.
pub fn aside(text: &str, colour: Color32, width: f32) -> LayoutJob {
    let mut job = plain(text, theme::italic(theme::BODY), colour, width);
    for section in &mut job.sections {
        section.format.line_height = Some(theme::reading(Role::Body).1);
    }
    job
}

/// A text in one font, wrapped to a width.
pub fn plain(text: &str, font: FontId, colour: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, colour));
    job.wrap.max_width = width;
    job
}

/// The same in at most so many lines, with an ellipsis where there is more.
pub fn clipped(text: &str, font: FontId, colour: Color32, width: f32, lines: usize) -> LayoutJob {
    let mut job = plain(text, font, colour, width);
    // What has one line is a name, of which each letter counts; a file's may have no place to break at.
    job.wrap =
        TextWrapping { max_width: width, max_rows: lines, break_anywhere: lines == 1, ..TextWrapping::default() };
    job
}

/// A text in one font in which some words have a colour of their own, each where it stands first.
pub fn coloured(text: &str, font: FontId, colour: Color32, words: &[(&str, Color32)], width: f32) -> LayoutJob {
    let mut stretches: Vec<_> =
        words.iter().filter_map(|&(words, ink)| text.find(words).map(|at| (at, at + words.len(), ink))).collect();
    stretches.sort_by_key(|&(from, ..)| from);
    let mut parts = Vec::new();
    let mut done = 0;
    for (from, to, ink) in stretches {
        if from >= done {
            parts.push((&text[done..from], font.clone(), colour));
            parts.push((&text[from..to], font.clone(), ink));
            done = to;
        }
    }
    parts.push((&text[done..], font, colour));
    parts.retain(|(part, ..)| !part.is_empty());
    pieces(&parts, width)
}

/// A line of pieces, each in its own font and colour.
pub fn pieces(pieces: &[(&str, FontId, Color32)], width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (text, font, colour) in pieces {
        job.append(text, 0.0, TextFormat::simple(font.clone(), *colour));
    }
    job.wrap.max_width = width;
    job
}

/// About how many points high a sentence will be: good enough until it is measured.
pub fn estimated_height(text: &str, role: Role, width: f32) -> f32 {
    let (points, line) = theme::reading_size(role);
    let per_line = (width / (points * AVERAGE_WIDTH)).max(4.0);
    (text.len() as f32 / per_line).ceil().max(1.0) * line
}

/// The width of an average character of running text, as a part of the font's size.
const AVERAGE_WIDTH: f32 = 0.52;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_a_sentence_is_laid_out_in_one_run() {
        let job = sentence("Zürich – “ja”", Role::Headline, Color32::BLACK, 300.0);
        job.debug_sanity_check();
        assert_eq!(job.sections.len(), 1);
        assert_eq!(job.wrap.max_width, 300.0);
    }

    #[test]
    fn words_get_their_colour_where_they_stand_and_nothing_else_changes() {
        let text = "Left says “31 boats”, right “1 boat”.";
        let words = [("“1 boat”", Color32::RED), ("“31 boats”", Color32::BLUE), ("“2”", Color32::GREEN)];
        let job = coloured(text, theme::sans(14.0), Color32::BLACK, &words, 300.0);
        job.debug_sanity_check();
        assert_eq!(job.text, text);
        let inks: Vec<_> = job.sections.iter().map(|section| section.format.color).collect();
        assert_eq!(inks, [Color32::BLACK, Color32::BLUE, Color32::BLACK, Color32::RED, Color32::BLACK]);
        // The same words for both sides are coloured once.
        let twice = [("“1 boat”", Color32::RED), ("“1 boat”", Color32::BLUE)];
        assert_eq!(coloured(text, theme::sans(14.0), Color32::BLACK, &twice, 300.0).sections.len(), 3);
    }

    #[test]
    fn longer_texts_and_narrower_columns_are_higher() {
        let short = estimated_height("A weir.", Role::Body, 400.0);
        let long = estimated_height(&"A weir. ".repeat(40), Role::Body, 400.0);
        let narrow = estimated_height(&"A weir. ".repeat(40), Role::Body, 200.0);
        assert!(short < long && long < narrow);
    }
}
