//! Notes at the foot of a column: smaller than the text, each behind its mark.

use std::collections::BTreeSet;

use super::lines::{Line, is_number_or_star};
use super::paragraphs::{Paragraph, joined};

/// Notes are set smaller than this part of the text.
const NOTE_SIZE: f64 = 0.93;

/// Takes the notes out of a column; `marks` are those that refer to notes anywhere.
pub(super) fn take_out(region: &mut Vec<Line>, usual_size: f64, marks: &BTreeSet<String>) -> Vec<Paragraph> {
    let small = region.iter().rev().take_while(|line| line.size < NOTE_SIZE * usual_size).count();
    let first_small = region.len() - small;
    let begins = |line: &Line| bare(line, marks).is_some();
    let Some(first) = region.iter().skip(first_small).position(begins) else { return Vec::new() };
    let lines = region.split_off(first_small + first);
    lines.chunk_by(|_, line| !begins(line)).map(|note| paragraph(note, marks)).collect()
}

/// The first line of a note without its mark, which may be set without a space behind it; `None` for other lines.
fn bare(line: &Line, marks: &BTreeSet<String>) -> Option<Line> {
    let mut line = line.clone();
    let first = line.words.first_mut()?;
    let begins = |rest: &str| rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'));
    if let Some(rest) = marks.iter().filter_map(|mark| first.text.strip_prefix(mark.as_str())).find(|rest| begins(rest))
    {
        first.text = rest.to_owned();
        return Some(line);
    }
    let is_mark = is_number_or_star(&first.text) || marks.contains(&first.text);
    line.words.remove(0);
    (is_mark && !line.words.is_empty()).then_some(line)
}

/// A note without its mark.
fn paragraph(lines: &[Line], marks: &BTreeSet<String>) -> Paragraph {
    let text = |line: &Line| bare(line, marks).as_ref().unwrap_or(line).text();
    let texts: Vec<String> = lines.iter().map(text).collect();
    Paragraph { text: joined(&texts, &Default::default()), is_large: false }
}
