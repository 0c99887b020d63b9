//! The system's fonts, for scripts that those of the program do not have. They are looked at only when such a character
//! is met, and only those with outlines are taken, as pictures of letters cannot be set.

use fontique::{
    Collection, CollectionOptions, FallbackKey, GenericFamily, Language, Query, QueryFamily, QueryFont, QueryStatus,
    Script, SourceCache, SourceCacheOptions,
};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use unicode_script::UnicodeScript as _;

use super::fonts::Bytes;

/// Han characters are drawn differently in these places, and one font has those of one: simplified Chinese first, as
/// most readers of Han read it.
const PLACES_OF_HAN: [&str; 4] = ["zh-SG", "zh-TW", "ja", "ko"];

/// Families that may have signs that belong to no script.
const GENERAL: [GenericFamily; 5] = [
    GenericFamily::SansSerif,
    GenericFamily::SystemUi,
    GenericFamily::Math,
    GenericFamily::Serif,
    GenericFamily::Emoji,
];

/// The system's fonts.
pub(super) struct System {
    collection: Collection,
    files: SourceCache,
}

impl System {
    /// Lists them, which can take a tenth of a second.
    pub(super) fn new() -> Self {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: true });
        Self { collection, files: SourceCache::new(SourceCacheOptions::default()) }
    }

    /// A font that can draw the character, and its number within its file.
    pub(super) fn font_for(&mut self, c: char) -> Option<(Bytes, u32)> {
        let script = match c.script() {
            unicode_script::Script::Common | unicode_script::Script::Inherited | unicode_script::Script::Unknown => {
                None
            }
            script => Script::parse(script.short_name()).ok(),
        };
        let mut query = self.collection.query(&mut self.files);
        let found = match script {
            None => {
                query.set_families(GENERAL.map(QueryFamily::Generic));
                with_outline(&mut query, c)
            }
            Some(script) => {
                let places = PLACES_OF_HAN.iter().filter_map(|place| Language::parse(place).ok()).map(Some);
                let places: Vec<Option<Language>> =
                    if script == Script::from_bytes(*b"Hani") { places.collect() } else { vec![None] };
                query.set_families([QueryFamily::Generic(GenericFamily::Serif)]);
                places.iter().find_map(|place| {
                    query.set_fallbacks(FallbackKey::new(script, place.as_ref()));
                    with_outline(&mut query, c)
                })
            }
        }?;
        let index = found.index;
        Some((found.blob.into_raw_parts().0, index))
    }
}

fn with_outline(query: &mut Query<'_>, c: char) -> Option<QueryFont> {
    let mut found = None;
    query.matches_with(|font| {
        if draws(font, c) {
            found = Some(font.clone());
            QueryStatus::Stop
        } else {
            QueryStatus::Continue
        }
    });
    found
}

fn draws(font: &QueryFont, c: char) -> bool {
    let glyph = font.charmap().and_then(|charmap| charmap.map(c)).map(GlyphId::new);
    let Some(glyph) = glyph.filter(|glyph| *glyph != GlyphId::NOTDEF) else { return false };
    let Ok(font) = FontRef::from_index(font.blob.as_ref(), font.index) else { return false };
    font.outline_glyphs().get(glyph).is_some()
}
