//! The faces that come with the program: a serif for reading, a sans for the interface, and signs. Characters that
//! none of them has are looked for among the system's fonts, where the window allows it.

use std::sync::Arc;

use egui::epaint::text::FontDefinitions;
use egui::{FontData, FontFamily};

use crate::report::faces;

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
        (SANS, faces::SANS),
        (SANS_BOLD, faces::SANS_BOLD),
        (SERIF, faces::SERIF),
        (SERIF_BOLD, faces::SERIF_BOLD),
        (SERIF_ITALIC, faces::SERIF_ITALIC),
        (MATH, faces::MATH),
        (SIGNS, faces::SIGNS),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use egui::FontId;

    use super::*;
    use crate::gui::theme;

    /// The characters of the texts in a file or a folder: what stands before the tests of code and is no comment.
    fn characters(path: &Path, found: &mut BTreeSet<char>) {
        if path.is_dir() {
            for entry in std::fs::read_dir(path).expect("the folder can be listed") {
                characters(&entry.expect("the folder can be listed").path(), found);
            }
            return;
        }
        let text = std::fs::read_to_string(path).expect("the file is text");
        let is_code = path.extension().is_some_and(|ending| ending == "rs");
        let is_test = path.file_name().is_some_and(|name| name.to_string_lossy().ends_with("tests.rs"));
        let code = if is_code { text.split("#[cfg(test)]").next().unwrap_or_default() } else { &text };
        let comment = if is_code { "//" } else { "#" };
        let lines = code.lines().filter(|line| !is_test && !line.trim_start().starts_with(comment));
        found.extend(lines.flat_map(str::chars).filter(|c| !c.is_control()));
    }

    fn missing(of: &BTreeSet<char>) -> Vec<String> {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        // Fonts are there from the first frame on.
        ctx.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
        let families = [FontFamily::Proportional, FontFamily::Monospace]
            .into_iter()
            .chain([SERIF, SERIF_BOLD, SERIF_ITALIC, SANS_BOLD].map(family));
        let mut missing = Vec::new();
        for family in families {
            let font = FontId::new(14.0, family);
            let lacks = |c: &&char| !ctx.fonts_mut(|fonts| fonts.has_glyph(&font, **c));
            missing.extend(of.iter().filter(lacks).map(|c| format!("{c:?} in {:?}", font.family)));
        }
        missing
    }

    #[test]
    fn the_fonts_that_come_along_have_every_character_of_the_window() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found: BTreeSet<char> = ('!'..='~').collect();
        for part in ["gui", "report", "comparison", "load/error.rs", "clean", "align", "claims"] {
            characters(&root.join("src").join(part), &mut found);
        }
        for part in ["lang", "examples"] {
            characters(&root.join("assets").join(part), &mut found);
        }
        assert!(found.contains(&'✓') && found.contains(&'›') && found.len() > 100, "the texts were not found");
        let missing = missing(&found);
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn characters_that_no_font_has_are_noticed() {
        assert!(!missing(&BTreeSet::from(['\u{E123}'])).is_empty());
    }

    #[test]
    fn every_font_lies_beside_its_licence() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
        let licence = std::fs::read_to_string(folder.join("OFL.txt")).expect("the licence is there");
        assert!(licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
        for entry in std::fs::read_dir(folder).expect("the fonts are there") {
            let name = entry.expect("the folder can be listed").file_name().to_string_lossy().into_owned();
            let of_family = name.split('-').next().unwrap_or_default();
            assert!(name == "OFL.txt" || licence.contains(of_family), "{name} is not named in the licence");
        }
    }
}
