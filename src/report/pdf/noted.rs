//! What the reader wrote beside the findings, each note with the words that it is about.

use krilla::tagging::{ListNumbering, Tag};

use super::block::{Block, Paragraph};
use super::press::{Press, told};
use super::style::{self, BODY, HANG, LABEL, LABEL_BOLD, LEFT_EDGE, NOTE, RIGHT_EDGE};
use super::styled::Styled;
use super::tree::Part;
use crate::report::{Noted, Report, words};
use crate::text::{Pair, Side};

/// From the left to the right of the page.
const WIDE: (f32, f32) = (LEFT_EDGE, RIGHT_EDGE - LEFT_EDGE);

/// The same with the words of the sources set in.
const SET_IN: (f32, f32) = (LEFT_EDGE + HANG, WIDE.1 - HANG);

/// The notes under their heading; nothing where there are none.
pub(super) fn list(press: &mut Press, report: &Report<'_>, names: &Pair<String>) -> Vec<Part> {
    let noted = report.noted();
    if noted.is_empty() {
        return Vec::new();
    }
    let heading = press.heading("Notes", 28.0);
    let legend = press.line(words::BESIDE, LABEL, WIDE);
    let about = told(&legend, None);
    press.blocks.push(Block { with_next: true, ..Block::of(vec![legend], 3.0) });
    let items = noted.iter().map(|note| item(press, report, note, names)).collect();
    vec![heading, about, Part::of(Tag::L(ListNumbering::None), items)]
}

fn item(press: &mut Press, report: &Report<'_>, note: &Noted<'_>, names: &Pair<String>) -> Part {
    let styled = Styled::of(&note.about(), LABEL_BOLD).and("  ", LABEL).and(&note.said(), NOTE);
    let said = press.paragraph(&styled, WIDE, None).level_with(BODY);
    let mut body = vec![told(&said, None)];
    let mut paragraphs = vec![said];
    for side in Side::BOTH {
        if let Some(on) = note.on[side] {
            let words = on_words(press, report, side, &words::found_at(&names[side], on), on.words);
            body.push(told(&words, Some(&report.comparison.documents[side].language)));
            paragraphs.push(words);
        }
    }
    press.blocks.push(Block::of(paragraphs, 7.0));
    Part::of(Tag::LI, vec![Part::of(Tag::LBody, body)])
}

/// The words of a source, after where they stand.
fn on_words(press: &mut Press, report: &Report<'_>, side: Side, place: &str, words: &str) -> Paragraph {
    let label = LABEL.coloured(style::of(side));
    let styled = Styled::of(place, label).and("  ", LABEL).and(&format!("“{words}”"), BODY);
    let language = &report.comparison.documents[side].language;
    press.paragraph(&styled, SET_IN, Some(language)).level_with(BODY)
}
