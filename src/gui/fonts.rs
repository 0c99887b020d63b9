//! The faces that come with the program: a serif for reading, a sans for the interface, and signs. Characters that
//! none of them has are looked for among the system's fonts, where the window allows it.

use std::sync::Arc;

use egui::epaint::text::FontDefinitions;
use egui::{FontData, FontFamily};

/// The reading face.
pub const SERIF: &str = "serif";
/// The reading face for titles.
pub const SERIF_BOLD: &str = "serif-bold";
/// The reading face for captions and what is said about a text.
pub const SERIF_ITALIC: &str = "serif-italic";
/// The interface's face for what is to stand out.
pub const SANS_BOLD: &str = "sans-bold";

const SANS: &str = "sans";
const MATH: &str = "math";
const SIGNS: &str = "signs";

/// A family of ours by its name.
pub fn family(name: &'static str) -> FontFamily {
    FontFamily::Name(name.into())
}

/// Every face, and which stands in for which where a character is missing.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in faces() {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let chain = |first: &[&str]| first.iter().chain(&[SANS, MATH, SIGNS]).map(|&name| name.to_owned()).collect();
    for (family, first) in [
        (FontFamily::Proportional, &[SANS][..]),
        (FontFamily::Monospace, &[SANS][..]),
        (family(SERIF), &[SERIF][..]),
        (family(SERIF_BOLD), &[SERIF_BOLD][..]),
        (family(SERIF_ITALIC), &[SERIF_ITALIC, SERIF][..]),
        (family(SANS_BOLD), &[SANS_BOLD][..]),
    ] {
        fonts.families.insert(family, chain(first));
    }
    fonts
}

fn faces() -> [(&'static str, &'static [u8]); 7] {
    [
        (SANS, include_bytes!("../../assets/fonts/NotoSans-Regular.ttf")),
        (SANS_BOLD, include_bytes!("../../assets/fonts/NotoSans-Bold.ttf")),
        (SERIF, include_bytes!("../../assets/fonts/NotoSerif-Regular.ttf")),
        (SERIF_BOLD, include_bytes!("../../assets/fonts/NotoSerif-Bold.ttf")),
        (SERIF_ITALIC, include_bytes!("../../assets/fonts/NotoSerif-Italic.ttf")),
        (MATH, include_bytes!("../../assets/fonts/NotoSansMath-Regular.ttf")),
        (SIGNS, include_bytes!("../../assets/fonts/NotoSansSymbols2-Regular.ttf")),
    ]
}
