//! Notes at the foot of a column: smaller than the text, each behind its mark.

use super::lines::{Line, is_number_or_star};
use super::paragraphs::{Paragraph, joined};

/// Notes are set smaller than this part of the text.
const NOTE_SIZE: f64 = 0.93;

/// Takes the notes out of a column.
pub(super) fn take_out(region: &mut Vec<Line>, usual_size: f64) -> Vec<Paragraph> {
    let small = region.iter().rev().take_while(|line| line.size < NOTE_SIZE * usual_size).count();
    let first_small = region.len() - small;
    let Some(first) = region.iter().skip(first_small).position(begins_note) else { return Vec::new() };
    let lines = region.split_off(first_small + first);
    lines.chunk_by(|_, line| !begins_note(line)).map(note).collect()
}

fn begins_note(line: &Line) -> bool {
    line.words.len() > 1 && line.words.first().is_some_and(|word| is_number_or_star(&word.text))
}

/// A note without its mark.
fn note(lines: &[Line]) -> Paragraph {
    let mut lines = lines.to_vec();
    if let Some(first) = lines.first_mut() {
        first.words.remove(0);
    }
    let texts: Vec<String> = lines.iter().map(Line::text).collect();
    Paragraph { text: joined(&texts, &Default::default()), is_large: false }
}
