//! Letters on the screen: whether every one of the articles can be shown – neither the faces that come with the program nor
//! those of the system may have it, and then nothing or a box stands in its place –, and those that are drawn ahead.

use std::collections::BTreeSet;

use egui::{Color32, Context};

use crate::clean::Role;
use crate::segment::Document;
use crate::text::Pair;

use super::theme;

/// So many different letters of a text may be missing before it is spoken of: a rare sign here and there hinders nobody.
const FEW: usize = 3;

/// What to do about texts of which letters cannot be shown; `None` where all can. To be asked while a frame is drawn, as
/// there are no fonts before.
pub fn missing(ctx: &Context, documents: Pair<&Document>) -> Option<String> {
    let (font, _) = theme::reading(Role::Body);
    let lacks = documents.map(|document| {
        let letters = letters_beyond_ascii(&document.text);
        ctx.fonts_mut(|fonts| letters.into_iter().filter(|&letter| !fonts.has_glyph(&font, letter)).count())
    });
    told(lacks.map(|lacks| lacks > FEW))
}

/// Draws the letters of one of the faces in which articles are shown, so that the first frame with articles need not: half
/// of its time went into them. Tells whether there is a face of this number.
pub fn draw_ahead(ctx: &Context, face: usize) -> bool {
    let faces = [
        theme::reading(Role::Body).0,
        theme::sans(theme::NOTE),
        theme::sans(theme::SMALL),
        theme::bold(theme::NOTE),
        theme::reading(Role::Subheading).0,
    ];
    let Some(font) = faces.get(face) else { return false };
    for letter in LETTERS.chars() {
        // The same letter is another picture in each of the four places between two pixels where it can begin.
        let line = letter.to_string().repeat(4);
        ctx.fonts_mut(|fonts| fonts.layout_no_wrap(line, font.clone(), Color32::PLACEHOLDER));
    }
    true
}

/// The letters and signs of which English text consists, nearly all of it.
const LETTERS: &str = "etaoinshrdlcumwfgypbvkjxqzETAOINSHRDLCUMWFGYPBVKJXQZ0123456789.,;:’“”-–()";

/// The different letters of a text that are not in ASCII, all of which the faces of the program have. To look at each letter
/// of long texts would delay the first frame, so words are gone by as a whole.
fn letters_beyond_ascii(text: &str) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for letter in text.split(' ').filter(|word| !word.is_ascii()).flat_map(str::chars) {
        if !letter.is_ascii() && letter.is_alphanumeric() {
            found.insert(letter);
        }
    }
    found
}

fn told(lacks: Pair<bool>) -> Option<String> {
    let which = match (lacks.left, lacks.right) {
        (false, false) => return None,
        (true, true) => "both texts",
        (true, false) => "the left text",
        (false, true) => "the right text",
    };
    Some(format!(
        "No font on this computer has all letters of {which}, so they are not shown here. Install a font for the script, \
         such as one of the Noto fonts, and start the program again."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Options, read};
    use crate::load::RawArticle;

    #[test]
    fn letters_are_drawn_ahead_face_by_face() {
        let ctx = Context::default();
        theme::install(&ctx);
        let mut faces = 0;
        let mut frame = ctx.run_ui(egui::RawInput::default(), |ui| {
            faces = (0..).take_while(|&face| draw_ahead(ui.ctx(), face)).count();
        });
        frame.textures_delta.clear();
        assert_eq!(faces, 5);
    }

    #[test]
    fn letters_beyond_ascii_are_found_wherever_they_stand() {
        let found = letters_beyond_ascii("Öster, “naïve” – 1\u{a0}Ёлка\nand Öster");
        assert_eq!(found.into_iter().collect::<String>(), "ÖïЁакл");
    }

    #[test]
    fn letters_that_no_font_has_are_told_of_by_their_side() {
        let ctx = Context::default();
        theme::install(&ctx);
        let document = |text: &str| read(&RawArticle::from_text("made up", text), &Options::default());
        let (known, unknown) = (document("The weir at Öster: Ωμέγα, Ёлка."), document("奥斯特的旧堤坝决堤了。"));
        let mut found = Vec::new();
        ctx.run_ui(egui::RawInput::default(), |ui| {
            let told = |left, right| missing(ui.ctx(), Pair::new(left, right));
            found = vec![told(&known, &known), told(&known, &unknown), told(&unknown, &unknown)];
        })
        .textures_delta
        .clear();
        let holds = |n: usize, words: &str| found[n].as_ref().is_some_and(|told| told.contains(words));
        assert_eq!(found[0], None);
        assert!(holds(1, "all letters of the right text") && holds(2, "both texts"), "{found:?}");
    }
}
