//! The letters of a page in the order in which they are drawn, gathered into words.

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
    let mut sheet = Sheet { words: Words::default(), has_pictures: false, marks: Vec::new(), clips: 0, effort };
    interpret_page(page, &mut context, &mut sheet);
    PageText { words: sheet.words.finish(), has_pictures: sheet.has_pictures }
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
    words: Words,
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
            if let Some(letter) = letter(glyph, transform, is_margin) {
                self.words.push(&letter);
            }
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

/// A glyph with its place; `None` where it has none.
fn letter(glyph: &Glyph<'_>, transform: Affine, is_margin: bool) -> Option<Letter> {
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
    let start = transform * Point::ZERO;
    let end = transform * Point::new(f64::from(advance.unwrap_or_default()), 0.0);
    let is_upright = b.abs() < a.abs() && a > 0.0;
    let is_placed = [start.x, start.y, end.x, size].iter().all(|number| number.is_finite());
    is_placed.then(|| Letter {
        text,
        left: start.x,
        right: end.x.max(start.x),
        base: start.y,
        size,
        is_upright,
        is_margin,
    })
}
