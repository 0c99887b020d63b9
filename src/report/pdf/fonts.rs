//! Which font has a character, and its letters shaped: the faces that come with the program first, then those of the
//! system, then a sign in the place of what none of them has.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use harfrust::script::UNKNOWN;
use harfrust::{Direction, FontRef, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer};
use skrifa::MetadataProvider as _;

use super::style::Face;
use super::system::System;
use crate::report::faces;

/// What stands for a character that no font has.
const REPLACEMENT: char = '\u{fffd}';

/// How many fonts come with the program; those of the system have higher numbers.
const OURS: usize = 7;

/// A font of the document, by its place in [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FontId(pub usize);

/// The bytes of a font file, which are kept as long as anything points to them.
pub(super) type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

struct Font {
    bytes: Bytes,
    index: u32,
    shaper: ShaperData,
    /// How letters of a script and a direction are shaped: as dear to find out as to shape some words.
    plans: Vec<ShapePlan>,
    ink: krilla::text::Font,
}

/// Letters in their order from left to right, in parts of the size.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shaped {
    /// What they stand for.
    pub text: Box<str>,
    pub glyphs: Vec<Glyph>,
    /// How far they go.
    pub width: f32,
    /// How much of that is blanks at the end.
    pub blank: f32,
}

/// A shape of a font.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    pub id: u32,
    /// The bytes of the text that it stands for.
    pub start: usize,
    pub end: usize,
    pub advance: f32,
    pub offset: (f32, f32),
}

/// Every font that the document needs.
#[derive(Default)]
pub(super) struct Fonts {
    fonts: Vec<Font>,
    ours: HashMap<Face, [FontId; 4]>,
    of: HashMap<(Face, char), FontId>,
    shapes: HashMap<(FontId, bool), HashMap<Box<str>, Rc<Shaped>>>,
    system: Option<System>,
    /// The system's fonts are not asked.
    is_alone: bool,
    /// What no font has.
    pub missing: BTreeSet<char>,
}

impl Fonts {
    /// The fonts that come with the program.
    pub(super) fn new() -> Self {
        let mut fonts = Self::default();
        let mut add = |bytes: &'static [u8]| fonts.add(Arc::new(bytes), 0).unwrap_or(FontId(0));
        let [serif, bold, italic, sans, sans_bold, math, signs]: [FontId; OURS] = [
            faces::SERIF,
            faces::SERIF_BOLD,
            faces::SERIF_ITALIC,
            faces::SANS,
            faces::SANS_BOLD,
            faces::MATH,
            faces::SIGNS,
        ]
        .map(&mut add);
        fonts.ours = HashMap::from([
            (Face::Serif, [serif, sans, math, signs]),
            (Face::SerifBold, [bold, sans_bold, math, signs]),
            (Face::SerifItalic, [italic, serif, math, signs]),
            (Face::Sans, [sans, serif, math, signs]),
            (Face::SansBold, [sans_bold, sans, math, signs]),
        ]);
        fonts
    }

    /// The same, and none of the system's beside them.
    pub(super) fn alone() -> Self {
        Self { is_alone: true, ..Self::new() }
    }

    fn add(&mut self, bytes: Bytes, index: u32) -> Option<FontId> {
        let font = refer(&bytes, index)?;
        let shaper = ShaperData::new(&font);
        let ink = krilla::text::Font::new(Arc::clone(&bytes).into(), index)?;
        self.fonts.push(Font { bytes, index, shaper, plans: Vec::new(), ink });
        Some(FontId(self.fonts.len() - 1))
    }

    /// The font as the library that writes the file knows it.
    pub(super) fn ink(&self, id: FontId) -> Option<krilla::text::Font> {
        self.fonts.get(id.0).map(|font| font.ink.clone())
    }

    /// The font for a character; `None` where none has it.
    pub(super) fn font_of(&mut self, face: Face, c: char) -> Option<FontId> {
        if let Some(&known) = self.of.get(&(face, c)) {
            return Some(known);
        }
        if self.missing.contains(&c) {
            return None;
        }
        let ours = self.ours.get(&face).copied().unwrap_or([FontId(0); 4]);
        let found = ours.into_iter().find(|&id| self.has(id, c)).or_else(|| self.of_system(c));
        match found {
            Some(id) => drop(self.of.insert((face, c), id)),
            None => drop(self.missing.insert(c)),
        }
        found
    }

    /// The font that a face draws its blanks, its hyphens and the sign for missing characters with.
    pub(super) fn main(&self, face: Face) -> FontId {
        self.ours.get(&face).map_or(FontId(0), |chain| chain[0])
    }

    /// Whether a font has the blank between words, as all that come with the program do.
    pub(super) fn has_blank(&self, id: FontId) -> bool {
        id.0 < OURS || self.has(id, ' ')
    }

    fn has(&self, id: FontId, c: char) -> bool {
        self.fonts
            .get(id.0)
            .and_then(|font| refer(&font.bytes, font.index)?.charmap().map(c))
            .is_some_and(|glyph| glyph.to_u32() != 0)
    }

    fn of_system(&mut self, c: char) -> Option<FontId> {
        // What is drawn for a number of private use is every font's own, so another font's drawing would mislead.
        if matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..) {
            return None;
        }
        // One of the system's fonts that is loaded already keeps a word in one face.
        if let Some(id) = (OURS..self.fonts.len()).map(FontId).find(|&id| self.has(id, c)) {
            return Some(id);
        }
        if self.is_alone {
            return None;
        }
        let (bytes, index) = self.system.get_or_insert_with(System::new).font_for(c)?;
        self.add(bytes, index)
    }

    /// A stretch of text in one font and one direction.
    pub(super) fn shape(&mut self, id: FontId, right_to_left: bool, text: &str) -> Rc<Shaped> {
        let of_font = self.shapes.entry((id, right_to_left)).or_default();
        if let Some(shaped) = of_font.get(text) {
            return Rc::clone(shaped);
        }
        let shaped =
            Rc::new(self.fonts.get_mut(id.0).and_then(|font| font.shape(right_to_left, text)).unwrap_or_default());
        of_font.insert(text.into(), Rc::clone(&shaped));
        shaped
    }

    /// A sign for each character that no font has; what is copied from the page are the characters themselves.
    pub(super) fn replaced(&mut self, face: Face, text: &str) -> Rc<Shaped> {
        let sign = self.shape(self.main(face), false, REPLACEMENT.encode_utf8(&mut [0; 4]));
        let Some(&glyph) = sign.glyphs.first() else { return sign };
        let glyphs: Vec<Glyph> =
            text.char_indices().map(|(start, c)| Glyph { start, end: start + c.len_utf8(), ..glyph }).collect();
        let width = glyph.advance * glyphs.len() as f32;
        Rc::new(Shaped { text: text.into(), glyphs, width, blank: 0.0 })
    }

    /// The hyphen at the end of a line, which reads as what it is: no letter of the word.
    pub(super) fn hyphen(&mut self, face: Face) -> Rc<Shaped> {
        const SOFT: &str = "\u{ad}";
        let hyphen = self.shape(self.main(face), false, "-");
        let glyphs = hyphen.glyphs.iter().map(|glyph| Glyph { start: 0, end: SOFT.len(), ..*glyph }).collect();
        Rc::new(Shaped { text: SOFT.into(), glyphs, ..(*hyphen).clone() })
    }
}

impl Default for Shaped {
    fn default() -> Self {
        Self { text: "".into(), glyphs: Vec::new(), width: 0.0, blank: 0.0 }
    }
}

fn refer(bytes: &Bytes, index: u32) -> Option<FontRef<'_>> {
    FontRef::from_index((**bytes).as_ref(), index).ok()
}

impl Font {
    fn shape(&mut self, right_to_left: bool, text: &str) -> Option<Shaped> {
        let font = refer(&self.bytes, self.index)?;
        let shaper = self.shaper.shaper(&font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        let (direction, script) = (buffer.direction(), Some(buffer.script()).filter(|&script| script != UNKNOWN));
        let known = self.plans.iter().position(|plan| (plan.direction(), plan.script()) == (direction, script));
        let known = known.unwrap_or_else(|| {
            self.plans.push(ShapePlan::new(&shaper, direction, script, buffer.language().as_ref(), &[]));
            self.plans.len() - 1
        });
        let shaped = shaper.shape(buffer, ShapeOptions::new().plan(self.plans.get(known)));
        let em = shaper.units_per_em().max(1) as f32;
        let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let end_of = |start: usize| {
            let next = starts.partition_point(|&other| other <= start);
            starts.get(next).copied().unwrap_or(text.len())
        };
        let glyphs: Vec<Glyph> = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, place)| Glyph {
                id: info.glyph_id,
                start: info.cluster as usize,
                end: end_of(info.cluster as usize),
                advance: place.x_advance as f32 / em,
                offset: (place.x_offset as f32 / em, place.y_offset as f32 / em),
            })
            .collect();
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        let letters = text.trim_end_matches(' ').len();
        let blank = glyphs.iter().filter(|glyph| glyph.start >= letters).map(|glyph| glyph.advance).sum();
        Some(Shaped { text: text.into(), glyphs, width, blank })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_shaped_with_all_its_letters_and_the_blank_after_it() {
        let mut fonts = Fonts::new();
        let shaped = fonts.shape(fonts.main(Face::Serif), false, "weir ");
        assert_eq!(shaped.glyphs.len(), 5);
        assert!(shaped.blank > 0.0 && shaped.width > shaped.blank);
        assert_eq!(shaped.glyphs.last().map(|glyph| (glyph.start, glyph.end)), Some((4, 5)));
    }

    #[test]
    fn what_no_font_has_is_noticed_and_keeps_its_text() {
        let mut fonts = Fonts::new();
        assert_eq!(fonts.font_of(Face::Serif, '\u{e123}'), None);
        assert!(fonts.missing.contains(&'\u{e123}'));
        let shaped = fonts.replaced(Face::Serif, "\u{e123}\u{e123}");
        assert_eq!((&*shaped.text, shaped.glyphs.len()), ("\u{e123}\u{e123}", 2));
        assert!(shaped.width > 0.5);
    }

    #[test]
    fn the_hyphen_of_a_line_is_soft() {
        let hyphen = Fonts::new().hyphen(Face::Serif);
        assert_eq!((&*hyphen.text, hyphen.glyphs.len()), ("\u{ad}", 1));
    }
}
