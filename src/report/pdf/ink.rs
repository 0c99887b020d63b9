//! Pages written as a file: letters as letters with their fonts, marks and rules as decoration, and what every part is.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaResult;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

use super::block::Leaf;
use super::flow::{Page, Pages, Shape, Text};
use super::fonts::{FontId, Fonts};
use super::lines::Line;
use super::style::{self, Colour, Mark, PAGE};
use super::tree::{Part, tree};

/// What the file says of itself.
pub(super) struct About {
    pub title: String,
    /// The headings and where they stand, for the list beside the pages.
    pub headings: Vec<(String, Leaf)>,
    /// How many stretches of text there are.
    pub leaves: usize,
}

/// How far below the baseline a mark's line runs, as a share of the size.
const UNDER: f32 = 0.24;

/// Writes the file; `checked` refuses what people who do not see the page could not read (PDF/UA-1).
pub(super) fn write(
    pages: &Pages,
    parts: Vec<Part>,
    fonts: &Fonts,
    about: &About,
    checked: bool,
) -> KrillaResult<Vec<u8>> {
    let mut document = Document::new_with(settings(checked));
    let mut drawn = vec![Vec::new(); about.leaves];
    for page in &pages.pages {
        draw(&mut document, page, pages, fonts, &mut drawn);
    }
    let mut outline = Outline::new();
    for (heading, leaf) in &about.headings {
        if let Some(place) = destination(pages, *leaf) {
            outline.push_child(OutlineNode::new(heading.clone(), place));
        }
    }
    document.set_outline(outline);
    document.set_tag_tree(tree(parts, &drawn));
    let made_by = format!("Paragone {}", env!("CARGO_PKG_VERSION"));
    document.set_metadata(Metadata::new().title(about.title.clone()).language("en".to_owned()).creator(made_by));
    document.finish()
}

fn settings(checked: bool) -> SerializeSettings {
    let mut configuration = ConfigurationBuilder::new();
    if checked {
        configuration = configuration.with_accessibility_validator(Accessibility::UA1);
    }
    SerializeSettings { configuration: configuration.finish().unwrap_or_default(), ..SerializeSettings::default() }
}

fn draw(document: &mut Document, page: &Page, pages: &Pages, fonts: &Fonts, drawn: &mut [Vec<Identifier>]) {
    let Some(settings) = PageSettings::from_wh(PAGE.0, PAGE.1) else { return };
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    surface.start_tagged(decoration(ArtifactType::Layout));
    for text in &page.texts {
        marks(&mut surface, text);
    }
    for shape in &page.shapes {
        rectangle(&mut surface, *shape);
    }
    surface.end_tagged();
    for text in &page.texts {
        let Some(leaf) = text.leaf else {
            surface.start_tagged(decoration(ArtifactType::PaginationOther));
            letters(&mut surface, text, fonts);
            surface.end_tagged();
            continue;
        };
        let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        letters(&mut surface, text, fonts);
        surface.end_tagged();
        if let Some(of_leaf) = drawn.get_mut(leaf) {
            of_leaf.push(identifier);
        }
    }
    surface.finish();
    for link in &page.links {
        let place = Rect::from_xywh(link.x, link.y, link.width.max(1.0), link.height);
        let (Some(place), Some(to)) = (place, destination(pages, link.to)) else { continue };
        let annotation = LinkAnnotation::new(place, Target::Destination(to.into()));
        let annotation = Annotation::new_link(annotation, Some("To the sentence in its text".to_owned()));
        let identifier = sheet.add_tagged_annotation(annotation);
        if let Some(of_leaf) = drawn.get_mut(link.leaf) {
            of_leaf.push(identifier);
        }
    }
    sheet.finish();
}

fn decoration(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn destination(pages: &Pages, leaf: Leaf) -> Option<XyzDestination> {
    let &(page, y) = pages.places.get(&leaf)?;
    Some(XyzDestination::new(page, Point::from_xy(0.0, (y - style::TOP_EDGE / 2.0).max(0.0))))
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: rgb::Color::new(colour.0, colour.1, colour.2).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn rectangle(surface: &mut Surface<'_>, shape: Shape) {
    let Some(rect) = Rect::from_xywh(shape.x, shape.y, shape.width, shape.height) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_stroke(None);
        surface.set_fill(Some(fill(shape.colour)));
        surface.draw_path(&path);
    }
}

/// Pieces of a line that can be written at once: one font, one size, one colour.
struct Run {
    x: f32,
    font: FontId,
    size: f32,
    colour: Colour,
    text: String,
    glyphs: Vec<KrillaGlyph>,
}

fn letters(surface: &mut Surface<'_>, text: &Text, fonts: &Fonts) {
    surface.set_stroke(None);
    for run in runs(&text.line, text.x) {
        let Some(font) = fonts.ink(run.font) else { continue };
        surface.set_fill(Some(fill(run.colour)));
        surface.draw_glyphs(Point::from_xy(run.x, text.y), &run.glyphs, font, &run.text, run.size, false);
    }
}

fn runs(line: &Line, mut x: f32) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for piece in &line.pieces {
        let (font, size, colour) = (piece.font, piece.look.size, piece.look.colour);
        let is_same = |run: &Run| run.font == font && run.size.to_bits() == size.to_bits() && run.colour == colour;
        if !runs.last().is_some_and(is_same) {
            runs.push(Run { x, font, size, colour, text: String::new(), glyphs: Vec::new() });
        }
        x += piece.width();
        let Some(run) = runs.last_mut() else { continue };
        let from = run.text.len();
        run.text.push_str(&piece.shaped.text);
        run.glyphs.extend(piece.shaped.glyphs.iter().map(|glyph| {
            let (right, up) = glyph.offset;
            let place = from + glyph.start..from + glyph.end;
            KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, right, up, 0.0, place, None)
        }));
    }
    runs
}

/// The tints and lines of a line's marks.
fn marks(surface: &mut Surface<'_>, text: &Text) {
    for (from, to, size, mark) in marked(&text.line, text.x) {
        let (colour, tint) = match mark {
            Mark::Only(side) | Mark::Replaced(side) => (style::of(side), Some(style::tint(side))),
            Mark::Moved => (style::MOVED, None),
        };
        if let Some(colour) = tint {
            let height = size * 1.22;
            rectangle(surface, Shape { x: from - 0.6, y: text.y - size * 0.9, width: to - from + 1.2, height, colour });
        }
        let mut path = PathBuilder::new();
        path.move_to(from, text.y + size * UNDER);
        path.line_to(to, text.y + size * UNDER);
        if let Some(path) = path.finish() {
            surface.set_fill(None);
            surface.set_stroke(Some(stroke(mark, colour)));
            surface.draw_path(&path);
        }
    }
}

/// Where the marks of a line begin and end, with the size of their letters; blanks at an end are no part of one.
fn marked(line: &Line, mut x: f32) -> Vec<(f32, f32, f32, Mark)> {
    let mut marks: Vec<(f32, f32, f32, Mark)> = Vec::new();
    let mut goes_on = false;
    for piece in &line.pieces {
        let (blank, width) = (piece.shaped.blank * piece.look.size, piece.width());
        if let Some(mark) = piece.look.mark {
            let (from, to) = if piece.level.is_rtl() { (x + blank, x + width) } else { (x, x + width - blank) };
            match marks.last_mut() {
                Some(last) if goes_on && last.3 == mark => last.1 = to,
                _ => marks.push((from, to, piece.look.size, mark)),
            }
        }
        goes_on = piece.look.mark.is_some();
        x += width;
    }
    marks
}

fn stroke(mark: Mark, colour: Colour) -> Stroke {
    let (width, line_cap, dash) = match mark {
        Mark::Only(_) => (0.8, LineCap::Butt, None),
        Mark::Replaced(_) => (1.0, LineCap::Round, Some(vec![0.0, 2.2])),
        Mark::Moved => (0.8, LineCap::Butt, Some(vec![3.4, 2.0])),
    };
    let dash = dash.map(|array| StrokeDash { array, offset: 0.0 });
    Stroke { paint: fill(colour).paint, width, line_cap, dash, ..Stroke::default() }
}
