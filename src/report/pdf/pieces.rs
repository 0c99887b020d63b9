//! A paragraph cut into pieces that are shaped as one: between two places where a line may end, in one look, one font
//! and one direction.

use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation as _;

use super::fonts::{FontId, Fonts, Shaped};
use super::style::{Face, Look};
use super::styled::Styled;

/// A word of more letters is no word: it is cut, so that it cannot cost more than its letters do.
const MOST_LETTERS: usize = 128;

/// A stretch that is shaped as one.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub look: Look,
    pub font: FontId,
    pub level: Level,
    pub shaped: Rc<Shaped>,
    /// Whether a line may end after it.
    pub may_end: bool,
}

impl Piece {
    /// How far it goes.
    pub(super) fn width(&self) -> f32 {
        self.shaped.width * self.look.size
    }

    /// How far its letters go, without the blanks at its end.
    pub(super) fn letters(&self) -> f32 {
        (self.shaped.width - self.shaped.blank) * self.look.size
    }

    /// The same piece with other text in it.
    pub(super) fn reshaped(&self, fonts: &mut Fonts, text: &str, may_end: bool) -> Self {
        Self { shaped: fonts.shape(self.font, self.level.is_rtl(), text), may_end, ..self.clone() }
    }
}

/// Where a piece begins, and what is known of it there.
#[derive(Clone, Copy, PartialEq)]
struct Cut {
    look: Look,
    level: Level,
    /// `None` for characters that no font has.
    font: Option<FontId>,
    /// Which stretch between two possible ends of lines it stands in.
    word: usize,
}

/// The pieces in the order of the text, and whether it runs from right to left.
pub(super) fn pieces(fonts: &mut Fonts, styled: &Styled) -> (Vec<Piece>, bool) {
    let text = styled.text();
    let bidi = BidiInfo::new(text, None);
    let right_to_left = bidi.paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl());
    let ends = ends_of_words(text);
    let mut cuts: Vec<(usize, Cut)> = Vec::new();
    let mut looks = styled.ends().iter().peekable();
    let mut before = None;
    for (at, c) in text.char_indices() {
        while looks.next_if(|(end, _)| *end <= at).is_some() {}
        let Some(&&(_, look)) = looks.peek() else { break };
        let font = font_of(fonts, look.face, c, before);
        before = font;
        let level = bidi.levels.get(at).copied().unwrap_or_else(Level::ltr);
        let cut = Cut { look, level, font, word: ends.partition_point(|end| *end <= at) };
        if cuts.last().is_none_or(|(_, last)| *last != cut) {
            cuts.push((at, cut));
        }
    }
    let stops = cuts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let mut pieces = Vec::with_capacity(cuts.len());
    for ((start, cut), end) in cuts.iter().zip(stops) {
        let Some(part) = text.get(*start..end) else { continue };
        pieces.push(piece(fonts, *cut, part, ends.binary_search(&end).is_ok()));
    }
    (pieces, right_to_left)
}

fn piece(fonts: &mut Fonts, cut: Cut, text: &str, may_end: bool) -> Piece {
    let shaped = match cut.font {
        Some(font) => fonts.shape(font, cut.level.is_rtl(), text),
        None => fonts.replaced(cut.look.face, text),
    };
    let font = cut.font.unwrap_or_else(|| fonts.main(cut.look.face));
    Piece { look: cut.look, font, level: cut.level, shaped, may_end }
}

/// The font for a character. What follows a letter and belongs to it stays in its font, so that accents sit right.
fn font_of(fonts: &mut Fonts, face: Face, c: char, before: Option<FontId>) -> Option<FontId> {
    let belongs = matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    match before {
        Some(font) if belongs => Some(font),
        Some(font) if c == ' ' && fonts.has_blank(font) => Some(font),
        _ => fonts.font_of(face, c),
    }
}

/// The bytes after which a line may end, in order: after a word, and within what is too long to be one.
fn ends_of_words(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut from = 0;
    for (end, _) in linebreaks(text) {
        let word = text.get(from..end).unwrap_or_default();
        let letters = word.grapheme_indices(true).enumerate().skip(1);
        ends.extend(letters.filter(|(number, _)| number % MOST_LETTERS == 0).map(|(_, (at, _))| from + at));
        ends.push(end);
        from = end;
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::super::style::{BODY, BODY_BOLD};
    use super::*;

    fn cut(styled: &Styled) -> (Vec<(String, bool)>, bool) {
        let (pieces, right_to_left) = pieces(&mut Fonts::new(), styled);
        (pieces.iter().map(|piece| (piece.shaped.text.to_string(), piece.may_end)).collect(), right_to_left)
    }

    #[test]
    fn a_piece_ends_where_a_line_may_end_or_the_look_changes() {
        let styled = Styled::of("The old ", BODY).and("weir", BODY_BOLD).and(", broken", BODY);
        let expected = [("The ", true), ("old ", true), ("weir", false), (", ", true), ("broken", true)];
        assert_eq!(cut(&styled).0, expected.map(|(text, may_end)| (text.to_owned(), may_end)));
    }

    #[test]
    fn a_paragraph_runs_as_its_first_letters_do() {
        assert!(!cut(&Styled::of("Oster שלום", BODY)).1);
        assert!(cut(&Styled::of("שלום Oster", BODY)).1);
    }

    #[test]
    fn a_word_that_is_none_is_cut() {
        let (pieces, _) = cut(&Styled::of(&"x".repeat(10_000), BODY));
        assert_eq!(pieces.len(), 10_000_usize.div_ceil(MOST_LETTERS));
        assert!(pieces.iter().all(|(_, may_end)| *may_end));
    }

    #[test]
    fn an_accent_stays_with_its_letter() {
        let (pieces, _) = cut(&Styled::of("e\u{301}e\u{20e3}", BODY));
        assert!(pieces[0].0.starts_with("e\u{301}"));
    }
}
