//! The signs between rows or paragraphs, laid out for the columns in which they stand.

use std::sync::Arc;

use egui::{Context, Galley, Rangef, Vec2, vec2};

use crate::clean::{Removed, Role};
use crate::gui::columns::Columns;
use crate::gui::left_out::Sign;
use crate::gui::state::Open;
use crate::gui::theme::{self, Palette, size};
use crate::gui::{rich, words};
use crate::text::{Pair, Side, Span};

/// Where signs stand.
pub struct Among {
    /// The text of each side's.
    text: Pair<Rangef>,
    /// Those of the right side stand below those of the left one.
    stacked: bool,
    /// From the bar of their side to their text.
    to_bar: f32,
    /// What was put back may be any sentence of the paragraph above, so its words are told.
    tells_words: bool,
}

impl Among {
    /// Between rows of a width, the bars in the margin of the numbers.
    pub fn rows(width: f32) -> Self {
        let Columns { text, stacked, .. } = Columns::of(width);
        Self { text, stacked, to_bar: size::NUMBERS - 6.0, tells_words: false }
    }

    /// Between paragraphs of a width; set in like a quotation, as both margins are taken.
    pub fn paragraphs(width: f32) -> Self {
        let text = Rangef::new(SET_IN, width.max(SET_IN));
        Self { text: Pair::new(text, text), stacked: true, to_bar: SET_IN, tells_words: true }
    }
}

/// How far signs between paragraphs are set in.
const SET_IN: f32 = 14.0;

/// What stands between two rows or paragraphs.
#[derive(Default)]
pub struct Laid {
    /// How high all of it is; nothing where there is nothing.
    pub height: f32,
    pub(super) parts: Vec<Part>,
    pub(super) to_bar: f32,
}

/// A sign in its place, counted from the corner of all of them.
pub(super) struct Part {
    pub at: Vec2,
    pub size: Vec2,
    pub side: Side,
    pub line: Arc<Galley>,
    pub what: What,
}

pub(super) enum What {
    /// Passages were left out, named by where they begin in the raw text; those that are shown.
    LeftOut { origins: Vec<usize>, passages: Vec<Passage> },
    /// The reader put a passage back, which begins with these words.
    PutBack { origin: usize, beginning: String },
}

/// A passage that is shown: its reason, and under it its text.
pub(super) struct Passage {
    pub y: f32,
    pub origin: usize,
    pub reason: Arc<Galley>,
    pub text: Arc<Galley>,
    pub whole: String,
}

/// A passage shows so many lines of its text; the whole of it on hovering.
const LINES: usize = 6;

/// More of a passage's text than fills its lines on any screen need not be laid out.
const MOST_CHARS: usize = 2_000;

/// What is said of a passage that the reader put back.
pub(super) const PUT_BACK: &str = "Put back by you";

/// The room for the button beside it.
const TAKE_OUT: f32 = 104.0;

/// So much of a passage that was put back tells which it is.
const BEGINNING: usize = 40;

/// About how high the signs will be.
pub fn estimate(open: &Open, signs: &[Sign], among: &Among) -> f32 {
    let height = |sign: &Sign| match sign {
        Sign::LeftOut(side, passages) if open.is_unfolded(*side, passages.clone()) => {
            let removed = open.comparison.documents[*side].removed.iter();
            let shown = removed.skip(passages.start).take(passages.len());
            let texts = shown.map(|removed| {
                let beginning = words::beginning(&removed.text, MOST_CHARS);
                let most = LINES as f32 * theme::reading(Role::Body).1;
                size::SIGN + rich::estimated_height(&beginning, Role::Body, among.text[*side].span()).min(most)
            });
            size::SIGN + texts.sum::<f32>()
        }
        _ => size::SIGN,
    };
    let of = |side: Side| signs.iter().filter(|sign| sign.side() == side).map(height).sum::<f32>();
    if among.stacked { of(Side::Left) + of(Side::Right) } else { of(Side::Left).max(of(Side::Right)) }
}

/// Lays the signs out, each side's in its own column.
pub fn lay(ctx: &Context, open: &Open, signs: &[Sign], among: &Among, colours: &Palette) -> Laid {
    let mut laid = Laid { to_bar: among.to_bar, ..Laid::default() };
    for side in Side::BOTH {
        let mut y = if among.stacked { laid.height } else { 0.0 };
        for sign in signs.iter().filter(|sign| sign.side() == side) {
            let part = part(ctx, open, sign, (among, y), colours);
            y += part.size.y;
            laid.parts.push(part);
        }
        laid.height = laid.height.max(y);
    }
    laid.height = laid.height.ceil();
    laid
}

fn part(ctx: &Context, open: &Open, sign: &Sign, (among, y): (&Among, f32), colours: &Palette) -> Part {
    let column = among.text[sign.side()];
    let at = vec2(column.min, y);
    match sign {
        Sign::LeftOut(side, passages) => {
            let removed = &open.comparison.documents[*side].removed;
            let removed: Vec<&Removed> = removed.iter().skip(passages.start).take(passages.len()).collect();
            let unfolded = open.is_unfolded(*side, passages.clone());
            let text = if unfolded { count(removed.len()) } else { told(&removed) };
            let line = line(ctx, &text, column.span(), colours);
            let origins = removed.iter().map(|passage| passage.span.start).collect();
            let shown = if unfolded { &removed[..] } else { &[] };
            let (passages, height) = lay_passages(ctx, shown, column.span(), colours);
            let size = vec2(column.span(), size::SIGN + height);
            Part { at, size, side: *side, line, what: What::LeftOut { origins, passages } }
        }
        Sign::PutBack(side, origin) => {
            let text = &open.articles[*side].text;
            let rest = Span::new(*origin, text.len()).of(text).trim_start();
            let beginning = words::beginning(rest.lines().next().unwrap_or_default(), BEGINNING);
            let text = if among.tells_words { format!("{PUT_BACK}: “{beginning}”") } else { PUT_BACK.to_owned() };
            let line = line(ctx, &text, (column.span() - TAKE_OUT).max(0.0), colours);
            let size = vec2(column.span(), size::SIGN);
            Part { at, size, side: *side, line, what: What::PutBack { origin: *origin, beginning } }
        }
    }
}

fn lay_passages(ctx: &Context, removed: &[&Removed], width: f32, colours: &Palette) -> (Vec<Passage>, f32) {
    let mut y = size::SIGN;
    let mut passages = Vec::new();
    for removed in removed {
        let why = words::capitalised(words::reason(removed.why));
        let reason =
            ctx.fonts_mut(|fonts| fonts.layout_job(rich::plain(&why, theme::bold(theme::SMALL), colours.ink, width)));
        let text = words::beginning(removed.text.trim(), MOST_CHARS);
        let job = rich::clipped(&text, theme::reading(Role::Body).0, colours.quiet, width, LINES);
        let text = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let height = size::SIGN + text.size().y + size::BETWEEN_SENTENCES;
        passages.push(Passage { y, origin: removed.span.start, reason, text, whole: removed.text.clone() });
        y += height;
    }
    (passages, y - size::SIGN)
}

fn line(ctx: &Context, text: &str, width: f32, colours: &Palette) -> Arc<Galley> {
    let job = rich::clipped(text, theme::sans(theme::SMALL), colours.quiet, width, 1);
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

pub(super) fn count(passages: usize) -> String {
    words::count(passages, "passage left out", "passages left out")
}

/// How many passages were left out, and why, each reason once.
fn told(removed: &[&Removed]) -> String {
    let mut reasons: Vec<&str> = Vec::new();
    for passage in removed {
        let reason = words::reason(passage.why);
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    format!("{}: {}", count(removed.len()), reasons.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::Reason;

    #[test]
    fn a_folded_sign_says_how_many_and_why() {
        let removed = |why| Removed { span: Span::new(0, 1), text: String::new(), why };
        let all = [removed(Reason::Caption), removed(Reason::Byline), removed(Reason::Caption)];
        let all: Vec<&Removed> = all.iter().collect();
        assert_eq!(told(&all), "3 passages left out: picture caption, byline or date line");
        assert_eq!(told(&all[..1]), "1 passage left out: picture caption");
    }
}
