//! Pieces put into lines: ragged at the end, a word parted only where the line would otherwise be too short, and never
//! wider than the measure, whatever the text.

use hypher::Lang;
use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation as _;

use super::fonts::Fonts;
use super::pieces::{Piece, pieces};
use super::styled::Styled;

/// A line that is at least so full stays as it is; only for a shorter one is a word parted.
const FULL_ENOUGH: f32 = 0.86;

/// No more lines in a row end in a hyphen.
const MOST_HYPHENS: usize = 2;

/// Shorter words are never parted, and so many letters stay together on either side of a hyphen.
const SHORTEST_PARTED: usize = 6;
const LEAST_LETTERS: usize = 3;

/// Pieces from left to right.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub pieces: Vec<Piece>,
    /// How far its letters go, without the blanks at its end.
    pub width: f32,
    /// Whether the paragraph runs from right to left, so that the line stands at the right.
    pub right_to_left: bool,
}

/// Sets a paragraph in lines of a width; words are parted by the rules of a language.
pub(super) fn set(fonts: &mut Fonts, styled: &Styled, measure: f32, language: Option<Lang>) -> Vec<Line> {
    let (pieces, right_to_left) = pieces(fonts, styled);
    let mut setter =
        Setter { fonts, measure, language, right_to_left, lines: Vec::new(), line: Vec::new(), hyphens: 0 };
    let mut words = words(pieces);
    let last = words.pop();
    for word in words {
        setter.place(word);
    }
    // The end of a word alone on the last line is worse than a short line before it.
    setter.language = None;
    setter.place(last.unwrap_or_default());
    setter.end_line(false);
    setter.lines
}

/// The pieces from one place where a line may end to the next.
fn words(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut words = vec![Vec::new()];
    for piece in pieces {
        let may_end = piece.may_end;
        if let Some(word) = words.last_mut() {
            word.push(piece);
        }
        if may_end {
            words.push(Vec::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

struct Setter<'a> {
    fonts: &'a mut Fonts,
    measure: f32,
    language: Option<Lang>,
    right_to_left: bool,
    lines: Vec<Line>,
    line: Vec<Piece>,
    /// How many lines before this one end in a hyphen, in a row.
    hyphens: usize,
}

impl Setter<'_> {
    fn place(&mut self, mut word: Vec<Piece>) {
        while !word.is_empty() {
            let taken: f32 = self.line.iter().map(Piece::width).sum();
            let room = self.measure - taken;
            if letters(&word) <= room {
                self.line.append(&mut word);
                return;
            }
            if let Some((head, tail)) = self.parted(&word, room) {
                self.line.extend(head);
                self.end_line(true);
                word = tail;
            } else if self.line.is_empty() {
                let (head, tail) = self.forced(&word);
                self.line.extend(head);
                self.end_line(false);
                word = tail;
            } else {
                self.end_line(false);
            }
        }
    }

    /// The word parted by the rules of its language, as late as the room allows; `None` where it need not or cannot be.
    fn parted(&mut self, word: &[Piece], room: f32) -> Option<(Vec<Piece>, Vec<Piece>)> {
        let language = self.language?;
        let is_full = room < self.measure * (1.0 - FULL_ENOUGH) || self.hyphens >= MOST_HYPHENS;
        if is_full && letters(word) <= self.measure {
            return None;
        }
        let mut before = 0.0;
        let mut best = None;
        for (number, piece) in word.iter().enumerate() {
            let hyphen = self.fonts.hyphen(piece.look.face);
            for at in partings(piece, language) {
                let head = piece.reshaped(self.fonts, piece.shaped.text.get(..at)?, false);
                if before + head.width() + hyphen.width * piece.look.size <= room {
                    best = Some((number, at, head));
                }
            }
            before += piece.width();
        }
        let (number, at, head) = best?;
        let piece = word.get(number)?;
        let hyphen = Piece {
            shaped: self.fonts.hyphen(piece.look.face),
            font: self.fonts.main(piece.look.face),
            ..head.clone()
        };
        let tail = piece.reshaped(self.fonts, piece.shaped.text.get(at..)?, piece.may_end);
        let first = word.iter().take(number).cloned().chain([head, hyphen]).collect();
        let rest = std::iter::once(tail).chain(word.iter().skip(number + 1).cloned()).collect();
        Some((first, rest))
    }

    /// As many letters of the word as the measure holds, at least one: for what has no place to be parted.
    fn forced(&mut self, word: &[Piece]) -> (Vec<Piece>, Vec<Piece>) {
        let mut head: Vec<Piece> = Vec::new();
        let mut room = self.measure;
        for (number, piece) in word.iter().enumerate() {
            if piece.letters() <= room {
                room -= piece.width();
                head.push(piece.clone());
                continue;
            }
            let at = fitting(piece, room, head.is_empty());
            let text = &piece.shaped.text;
            let (first, rest) = text.split_at_checked(at).unwrap_or((text, ""));
            if !first.is_empty() {
                head.push(self.cut_off(piece, first, false));
            }
            let mut tail = Vec::new();
            if !rest.is_empty() {
                tail.push(self.cut_off(piece, rest, piece.may_end));
            }
            tail.extend(word.iter().skip(number + 1).cloned());
            return (head, tail);
        }
        (head, Vec::new())
    }

    fn cut_off(&mut self, piece: &Piece, text: &str, may_end: bool) -> Piece {
        let is_missing = text.chars().any(|c| self.fonts.missing.contains(&c));
        if is_missing {
            return Piece { shaped: self.fonts.replaced(piece.look.face, text), may_end, ..piece.clone() };
        }
        piece.reshaped(self.fonts, text, may_end)
    }

    fn end_line(&mut self, with_hyphen: bool) {
        self.hyphens = if with_hyphen { self.hyphens + 1 } else { 0 };
        let pieces = std::mem::take(&mut self.line);
        if pieces.is_empty() {
            return;
        }
        let width = letters(&pieces);
        self.lines.push(Line { pieces: as_seen(pieces), width, right_to_left: self.right_to_left });
    }
}

/// How far the letters of pieces go, without the blanks at their end.
fn letters(pieces: &[Piece]) -> f32 {
    let Some((last, before)) = pieces.split_last() else { return 0.0 };
    before.iter().map(Piece::width).sum::<f32>() + last.letters()
}

/// The pieces of a line from left to right.
fn as_seen(pieces: Vec<Piece>) -> Vec<Piece> {
    if pieces.iter().all(|piece| piece.level == Level::ltr()) {
        return pieces;
    }
    let levels: Vec<Level> = pieces.iter().map(|piece| piece.level).collect();
    BidiInfo::reorder_visual(&levels).into_iter().filter_map(|at| pieces.get(at).cloned()).collect()
}

/// The bytes of a piece before which it can be parted. Names are left whole, where a language tells them by a capital.
fn partings(piece: &Piece, language: Lang) -> Vec<usize> {
    let text = &*piece.shaped.text;
    let start = text.find(char::is_alphabetic).unwrap_or(text.len());
    let letters = text.get(start..).unwrap_or_default();
    let length = letters.find(|c: char| !c.is_alphabetic()).unwrap_or(letters.len());
    let word = letters.get(..length).unwrap_or_default();
    let is_name = language != Lang::German && word.chars().next().is_some_and(char::is_uppercase);
    if piece.level.is_rtl() || is_name || word.chars().count() < SHORTEST_PARTED {
        return Vec::new();
    }
    let mut at = start;
    let mut partings: Vec<usize> = hypher::hyphenate_bounded(word, language, LEAST_LETTERS, LEAST_LETTERS)
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .collect();
    partings.pop();
    partings
}

/// How many bytes of a piece fit into the room, whole letters with their accents; at least one where that is asked for.
fn fitting(piece: &Piece, room: f32, at_least_one: bool) -> usize {
    let mut glyphs: Vec<_> = piece.shaped.glyphs.iter().collect();
    glyphs.sort_by_key(|glyph| glyph.start);
    let mut glyphs = glyphs.into_iter().peekable();
    let mut width = 0.0;
    let mut fits = 0;
    for (start, letter) in piece.shaped.text.grapheme_indices(true) {
        let end = start + letter.len();
        while let Some(glyph) = glyphs.next_if(|glyph| glyph.start < end) {
            width += glyph.advance * piece.look.size;
        }
        if width > room && !(at_least_one && fits == 0) {
            break;
        }
        fits = end;
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::super::style::{BODY, BODY_BOLD};
    use super::*;

    fn read(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| line.pieces.iter().map(|piece| &*piece.shaped.text).collect()).collect()
    }

    fn set_in(text: &str, measure: f32, language: Option<Lang>) -> Vec<Line> {
        set(&mut Fonts::new(), &Styled::of(text, BODY), measure, language)
    }

    #[test]
    fn no_letter_is_lost_and_no_line_is_too_wide() {
        let text = "The harbour authority announced extraordinary maintenance, notwithstanding the incomprehensibility of its \
                    timetable and the considerable dissatisfaction of commuters.";
        for measure in [40.0, 90.0, 200.0, 500.0] {
            let lines = set_in(text, measure, Some(Lang::English));
            assert_eq!(read(&lines).concat().replace('\u{ad}', ""), text);
            assert!(lines.iter().all(|line| line.width <= measure + 0.01), "{measure}");
        }
    }

    #[test]
    fn a_word_is_parted_with_a_soft_hyphen_where_the_line_would_be_short() {
        let lines = read(&set_in("An incomprehensibility of it", 70.0, Some(Lang::English)));
        assert!(lines[0].ends_with('\u{ad}') && lines.len() > 1, "{lines:?}");
        let whole = read(&set_in("An incomprehensibility", 100.0, None));
        assert_eq!(whole, ["An ", "incomprehensibility"]);
    }

    #[test]
    fn names_stay_whole() {
        let lines = read(&set_in("An Incomprehensibility of it", 100.0, Some(Lang::English)));
        assert_eq!(lines[..2], ["An ", "Incomprehensibility "]);
    }

    #[test]
    fn ten_thousand_letters_without_a_blank_go_into_lines() {
        let text = "y".repeat(10_000);
        let lines = set_in(&text, 200.0, Some(Lang::English));
        assert_eq!(read(&lines).concat(), text);
        assert!(lines.len() > 100 && lines.iter().all(|line| line.width <= 200.01));
    }

    #[test]
    fn a_measure_narrower_than_a_letter_still_ends() {
        assert_eq!(set_in("weir", 0.5, None).len(), 4);
    }

    #[test]
    fn words_that_run_from_right_to_left_change_places() {
        let styled = Styled::of("אחת ", BODY).and("שתיים", BODY_BOLD);
        let lines = set(&mut Fonts::new(), &styled, 300.0, None);
        assert!(lines[0].right_to_left);
        assert_eq!(lines[0].pieces.first().map(|piece| &*piece.shaped.text), Some("שתיים"));
    }
}
