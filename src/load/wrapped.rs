//! Lines that an editor or mailer broke at a fixed width: which of them belong to one paragraph.

use crate::text::Span;

/// Lines longer than this are not wrapped: nobody sets a page wider.
const WIDEST: usize = 110;

/// Lines shorter than this are headings and lists, not a page's width.
const NARROWEST: usize = 40;

/// A line counts as full when it falls this far short of the width: a page is rarely broken exactly.
const SLACK: usize = 3;

/// So many lines must break off in the middle of a sentence before a text counts as wrapped.
const LEAST_BROKEN: usize = 2;

/// Shorter lines are items of a list, not sentences that were cut off.
const LEAST_WORDS: usize = 3;

/// No sentence runs over more lines.
const MOST_LINES: usize = 20;

/// The lines of a text gathered into paragraphs: the lines as they are, but where the text is hard-wrapped
/// those that belong together are one span.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let width = width(text, &lines);
    let mut joined: Vec<Span> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let goes_on = at.checked_sub(1).and_then(|before| lines.get(before)).is_some_and(|before| {
            width.is_some_and(|width| continues(text, before, line, width)) || is_cut_off(text, before, &lines[at..])
        });
        match joined.last_mut() {
            Some(open) if goes_on => *open = open.join(line.span),
            _ if line.span.is_empty() => {}
            _ => joined.push(line.span),
        }
    }
    joined
}

struct Line {
    span: Span,
    chars: usize,
    indented: bool,
}

fn lines(text: &str) -> Vec<Line> {
    text.split('\n')
        .filter_map(|line| {
            let span = Span::within(text, line.trim())?;
            let indented = line.starts_with([' ', '\t']);
            Some(Line { span, chars: line.trim_end().chars().count(), indented })
        })
        .collect()
}

/// The width at which the text was wrapped; `None` where it was not.
fn width(text: &str, lines: &[Line]) -> Option<usize> {
    let width = lines.iter().map(|line| line.chars).max()?;
    if !(NARROWEST..=WIDEST).contains(&width) {
        return None;
    }
    let followed = || lines.windows(2).filter(|pair| !pair[0].span.is_empty() && !pair[1].span.is_empty());
    let full = followed().filter(|pair| is_full(text, &pair[0], &pair[1], width)).count();
    let broken =
        followed().filter(|pair| is_full(text, &pair[0], &pair[1], width) && breaks_off(pair[0].span.of(text))).count();
    (broken >= LEAST_BROKEN && 2 * broken >= full && 2 * full > followed().count()).then_some(width)
}

/// Whether a line goes on in the next one.
fn continues(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    !line.span.is_empty()
        && !next.span.is_empty()
        && (!next.indented || line.indented)
        && super::bullet::strip(next.span.of(text)).is_none()
        && is_full(text, line, next, width)
}

/// Whether the next line's first word would not have fitted any more.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let word = next.span.of(text).split_whitespace().next().map_or(0, |word| word.chars().count());
    line.chars + 1 + word + SLACK > width
}

/// Whether a sentence was cut off at the end of a line, whatever the width: the next line goes on in small letters, and
/// so do those after it until one of them ends the sentence.
fn is_cut_off(text: &str, line: &Line, rest: &[Line]) -> bool {
    let mut before = line.span.of(text);
    if before.split_whitespace().count() < LEAST_WORDS {
        return false;
    }
    for next in rest.iter().take(MOST_LINES) {
        let words = next.span.of(text);
        if !breaks_off(before) || !words.starts_with(char::is_lowercase) || super::bullet::strip(words).is_some() {
            return false;
        }
        if words.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', '…']) {
            return true;
        }
        before = words;
    }
    false
}

fn breaks_off(line: &str) -> bool {
    line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '–' | '’' | '\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRAPPED: &str = "\
Harbour bridge to close for repairs

The old harbour bridge will close in March for the first
time in forty years, the council of Westhaven decided late
on Monday. Lorries will be sent along the coast road.

Shop owners along the quay fear for their summer trade and
want the work to begin in autumn.
";

    fn texts(text: &str) -> Vec<String> {
        paragraphs(text).iter().map(|span| span.of(text).replace('\n', " ")).collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let found = texts(WRAPPED);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[1].starts_with("The old") && found[1].ends_with("coast road."));
    }

    #[test]
    fn a_paragraph_a_line_stays_so() {
        let text =
            "A short title\nThe first paragraph ends here.\nThe second is a little longer than the first.\nThird.";
        assert_eq!(texts(text).len(), 4);
    }

    #[test]
    fn a_sentence_that_was_cut_off_is_joined_whatever_the_width() {
        assert_eq!(texts("The ferry was late\nand nobody was told\nuntil noon.\nThe mayor left.").len(), 2);
        assert_eq!(texts("red boats and nets\nblue boats and ropes\ngreen boats").len(), 3);
        assert_eq!(texts("The ferry was late\nThe mayor left.").len(), 2);
    }

    #[test]
    fn a_list_is_not_joined() {
        let text = format!(
            "{WRAPPED}\n- the first item of a list that is about as wide as\n- the second item of the same list, which is wide too\n"
        );
        assert_eq!(texts(&text).len(), 5);
    }
}
