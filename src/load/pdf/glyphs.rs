//! The letters of a page in the order in which they are drawn, gathered into words.

use std::collections::BTreeMap;
use std::panic::resume_unwind;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt as _, interpret_page,
};

use super::super::{Problem, Watch};
use super::words::{Letter, Word, Words};

/// Glyphs are drawn in a grid of so many units to their size.
const UNITS: f64 = 1_000.0;

/// No file draws more: a thousand pages full of small print have a tenth of that, and drawings that contain
/// each other could draw for ever.
const MOST_OPERATIONS: usize = 30_000_000;

/// Clips within clips beyond this are drawings that contain each other: pages have a handful.
const USUAL_CLIPS: usize = 12;

/// What a clip deeper than that costs in operations, since a whole drawing is read anew for it.
const COST_OF_DEEP_CLIP: usize = 5_000;

/// Between two looks at the watch this many things are drawn: some milliseconds' worth.
const OPERATIONS_BETWEEN_LOOKS: usize = 5_000;

/// What a page holds.
#[derive(Default)]
pub(super) struct PageText {
    pub(super) words: Vec<Word>,
    pub(super) has_pictures: bool,
}

/// The words of the first pages.
///
/// It may end by unwinding with a [`Problem`], since the library has no other way to be stopped within a page.
pub(super) fn pages(pdf: &Pdf, most: usize, watch: &Watch) -> Result<Vec<PageText>, Problem> {
    let cache = InterpreterCache::new();
    let mut effort = Effort { operations: 0, until_look: 0, watch };
    let all = pdf.pages().len().min(most);
    let mut pages = Vec::with_capacity(all);
    for (number, page) in pdf.pages().iter().take(most).enumerate() {
        watch.go_on()?;
        watch.reached(number, all);
        pages.push(page_text(page, pdf, &cache, &mut effort));
    }
    Ok(pages)
}

fn page_text<'a>(page: &Page<'a>, pdf: &'a Pdf, cache: &InterpreterCache<'a>, effort: &mut Effort<'_>) -> PageText {
    let (width, height) = page.render_dimensions();
    let onto_page = page.initial_transform(true).to_kurbo();
    let sheet = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(onto_page, sheet, cache, pdf.xref(), InterpreterSettings::default());
    let mut sheet = Sheet { letters: Vec::new(), has_pictures: false, marks: Vec::new(), clips: 0, effort };
    interpret_page(page, &mut context, &mut sheet);
    PageText { words: words(sheet.letters), has_pictures: sheet.has_pictures }
}

/// How much the reading of a file may still draw.
struct Effort<'w> {
    operations: usize,
    until_look: usize,
    watch: &'w Watch,
}

impl Effort<'_> {
    fn spend(&mut self, operations: usize) -> Result<(), Problem> {
        self.operations += operations;
        if self.operations > MOST_OPERATIONS {
            return Err(Problem::Swells);
        }
        match self.until_look.checked_sub(operations) {
            Some(left) => self.until_look = left,
            None => {
                self.until_look = OPERATIONS_BETWEEN_LOOKS;
                self.watch.go_on()?;
            }
        }
        Ok(())
    }
}

/// Takes down what is drawn.
struct Sheet<'e, 'w> {
    letters: Vec<(Turn, Letter)>,
    has_pictures: bool,
    /// For each mark that is open whether it says that its content is no part of the text.
    marks: Vec<bool>,
    /// How many clips are open.
    clips: usize,
    effort: &'e mut Effort<'w>,
}

impl Sheet<'_, '_> {
    fn count(&mut self, operations: usize) {
        if let Err(problem) = self.effort.spend(operations) {
            resume_unwind(Box::new(problem));
        }
    }
}

impl Device<'_> for Sheet<'_, '_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        self.count(run.glyphs().len());
        let is_margin = self.marks.contains(&true);
        for glyph in run.glyphs() {
            let transform = props.transform * glyph.transform();
            self.letters.extend(letter(glyph, transform, is_margin));
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.count(1);
        self.has_pictures = true;
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<&Dict<'_>>) {
        self.marks.push(tag == b"Artifact");
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {
        self.count(1);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.clips += 1;
        self.count(if self.clips > USUAL_CLIPS { COST_OF_DEEP_CLIP } else { 1 });
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {
        self.count(1);
    }

    fn pop_clip(&mut self) {
        self.clips = self.clips.saturating_sub(1);
    }

    fn pop_transparency_group(&mut self) {}
}

/// A glyph with its place, as it is when its line is written to the right; `None` where it has none.
fn letter(glyph: &Glyph<'_>, transform: Affine, is_margin: bool) -> Option<(Turn, Letter)> {
    let text = match glyph.as_unicode() {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(text)) => text,
        None => "\u{fffd}".to_owned(),
    };
    let advance = match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    let [a, b, c, d, _, _] = transform.as_coeffs();
    let size = c.hypot(d) * UNITS;
    let turn = Turn::of(a, b);
    let start = turn.undone(transform * Point::ZERO);
    let end = turn.undone(transform * Point::new(f64::from(advance.unwrap_or_default()), 0.0));
    let is_placed = [start.x, start.y, end.x, size].iter().all(|number| number.is_finite());
    let letter = Letter { text, left: start.x, right: end.x.max(start.x), base: start.y, size, is_margin };
    is_placed.then_some((turn, letter))
}

/// The direction in which a line is written on its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    ToRight,
    Down,
    ToLeft,
    Up,
}

impl Turn {
    /// The direction nearest to that of a step along the line.
    fn of(right: f64, down: f64) -> Self {
        match () {
            () if right.abs() > down.abs() && right > 0.0 => Self::ToRight,
            () if right.abs() > down.abs() => Self::ToLeft,
            () if down > 0.0 => Self::Down,
            () => Self::Up,
        }
    }

    /// A place as it is when the sheet is turned so that the line is written to the right.
    fn undone(self, place: Point) -> Point {
        match self {
            Self::ToRight => place,
            Self::Down => Point::new(place.y, -place.x),
            Self::ToLeft => Point::new(-place.x, -place.y),
            Self::Up => Point::new(-place.y, place.x),
        }
    }
}

/// The words of a page, read as most of its letters are turned. What is turned otherwise stands beside the page's text: a
/// stamp, a picture's credit.
fn words(letters: Vec<(Turn, Letter)>) -> Vec<Word> {
    let mut counts: BTreeMap<Turn, usize> = BTreeMap::new();
    for (turn, _) in &letters {
        *counts.entry(*turn).or_default() += 1;
    }
    let main = counts.into_iter().max_by_key(|(_, count)| *count).map(|(turn, _)| turn);
    let mut words = Words::default();
    for (turn, letter) in letters {
        let is_margin = letter.is_margin || Some(turn) != main;
        words.push(&Letter { is_margin, ..letter });
    }
    words.finish()
}
