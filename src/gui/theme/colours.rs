//! Every colour of the window: light and dark, each once for reading at ease and once in high contrast.
//!
//! Blue belongs to the left source and orange to the right one, a pair that people with any of the common forms
//! of colour blindness tell apart; every mark differs in its shape as well. The tests below measure both.

use egui::{Color32, Theme, Visuals};

use crate::text::Pair;

/// The colours of a theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Behind the text.
    pub paper: Color32,
    /// Behind bars and lists.
    pub panel: Color32,
    /// Behind cards on a panel.
    pub card: Color32,
    /// The text.
    pub ink: Color32,
    /// What is said about the text.
    pub quiet: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Edges of controls.
    pub edge: Color32,
    /// What can be pressed next.
    pub accent: Color32,
    /// On the accent.
    pub on_accent: Color32,
    /// Behind the row under the pointer.
    pub hovered: Color32,
    /// Behind the chosen row.
    pub chosen: Color32,
    /// Behind the words of the chosen finding.
    pub mark: Color32,
    /// Around them.
    pub mark_edge: Color32,
    /// Behind the words of the chosen row's other findings.
    pub mark_faint: Color32,
    /// A source's own colour.
    pub side: Pair<Color32>,
    /// Behind words that only this source has, or has otherwise.
    pub tint: Pair<Color32>,
    /// Under words that stand elsewhere in the other source: a grey, as it belongs to neither.
    pub moved: Color32,
    /// Behind what is selected.
    pub selected: Color32,
    /// Behind words that are looked for.
    pub hit: Color32,
    /// Behind those of them that were gone to.
    pub hit_now: Color32,
    /// Around words that are looked for, and beside the scroll bar.
    pub hit_edge: Color32,
    /// Behind a warning.
    pub warning: Color32,
}

/// How strongly a ribbon between two linked sentences is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// As one of many.
    Faint,
    /// Under the pointer.
    Hovered,
    /// Chosen.
    Chosen,
}

impl Palette {
    /// The colour of a ribbon; what lies under it shines through.
    pub fn ribbon(&self, strength: Strength) -> Color32 {
        match strength {
            Strength::Faint => self.quiet.gamma_multiply(0.10),
            Strength::Hovered => self.accent.gamma_multiply(0.14),
            Strength::Chosen => self.accent.gamma_multiply(0.22),
        }
    }

    /// The colour of a ribbon's edges.
    pub fn ribbon_edge(&self, strength: Strength) -> Color32 {
        match strength {
            Strength::Faint => self.quiet.gamma_multiply(0.45),
            Strength::Hovered => self.accent.gamma_multiply(0.7),
            Strength::Chosen => self.accent,
        }
    }

    /// Over text that a filter leaves out, which stays readable.
    pub fn veil(&self) -> Color32 {
        self.paper.gamma_multiply(0.55)
    }

    /// Behind the part of a map that is in view.
    pub fn seen(&self) -> Color32 {
        self.accent.gamma_multiply(0.10)
    }

    /// A sentence with a counterpart, on a map.
    pub fn linked(&self) -> Color32 {
        self.quiet.gamma_multiply(0.38)
    }

    /// Whether what is told by a tint needs an edge, too.
    pub fn is_high_contrast(&self) -> bool {
        [&LIGHT_HIGH, &DARK_HIGH].contains(&self)
    }
}

const LIGHT: Palette = Palette {
    paper: Color32::from_rgb(0xFF, 0xFE, 0xFB),
    panel: Color32::from_rgb(0xF4, 0xF2, 0xEC),
    card: Color32::from_rgb(0xFF, 0xFE, 0xFB),
    ink: Color32::from_rgb(0x1E, 0x1D, 0x1A),
    quiet: Color32::from_rgb(0x66, 0x62, 0x5A),
    line: Color32::from_rgb(0xE4, 0xE0, 0xD6),
    edge: Color32::from_rgb(0xC9, 0xC3, 0xB6),
    accent: Color32::from_rgb(0x1F, 0x4E, 0x79),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    hovered: Color32::from_rgb(0xF8, 0xF6, 0xF0),
    chosen: Color32::from_rgb(0xF1, 0xEE, 0xE4),
    mark: Color32::from_rgb(0xFF, 0xDD, 0x57),
    mark_edge: Color32::from_rgb(0x5E, 0x4A, 0x00),
    mark_faint: Color32::from_rgb(0xF8, 0xE8, 0xA6),
    side: Pair::new(Color32::from_rgb(0x1D, 0x62, 0xA8), Color32::from_rgb(0xA3, 0x4A, 0x05)),
    tint: Pair::new(Color32::from_rgb(0xDD, 0xEA, 0xF7), Color32::from_rgb(0xFB, 0xE7, 0xD2)),
    moved: Color32::from_rgb(0x55, 0x53, 0x4E),
    selected: Color32::from_rgb(0xA9, 0xC9, 0xEF),
    hit: Color32::from_rgb(0xDD, 0xF1, 0xE4),
    hit_now: Color32::from_rgb(0x8F, 0xD9, 0xAC),
    hit_edge: Color32::from_rgb(0x1E, 0x6B, 0x45),
    warning: Color32::from_rgb(0xFB, 0xEF, 0xCF),
};

const DARK: Palette = Palette {
    paper: Color32::from_rgb(0x17, 0x18, 0x1B),
    panel: Color32::from_rgb(0x1F, 0x21, 0x25),
    card: Color32::from_rgb(0x26, 0x28, 0x2D),
    ink: Color32::from_rgb(0xE9, 0xE6, 0xDF),
    quiet: Color32::from_rgb(0xA3, 0xA1, 0x9A),
    line: Color32::from_rgb(0x2F, 0x32, 0x37),
    edge: Color32::from_rgb(0x4A, 0x4E, 0x55),
    accent: Color32::from_rgb(0x8F, 0xC1, 0xF2),
    on_accent: Color32::from_rgb(0x0E, 0x1A, 0x26),
    hovered: Color32::from_rgb(0x1C, 0x1E, 0x21),
    chosen: Color32::from_rgb(0x24, 0x27, 0x2C),
    mark: Color32::from_rgb(0x6E, 0x57, 0x0B),
    mark_edge: Color32::from_rgb(0xFF, 0xD8, 0x4D),
    mark_faint: Color32::from_rgb(0x3C, 0x35, 0x17),
    side: Pair::new(Color32::from_rgb(0x7F, 0xB8, 0xF0), Color32::from_rgb(0xF2, 0xA4, 0x5C)),
    tint: Pair::new(Color32::from_rgb(0x1B, 0x36, 0x52), Color32::from_rgb(0x4C, 0x31, 0x14)),
    moved: Color32::from_rgb(0xC9, 0xC7, 0xC1),
    selected: Color32::from_rgb(0x2C, 0x52, 0x7E),
    hit: Color32::from_rgb(0x1D, 0x38, 0x2A),
    hit_now: Color32::from_rgb(0x1F, 0x66, 0x43),
    hit_edge: Color32::from_rgb(0x7A, 0xD6, 0xA5),
    warning: Color32::from_rgb(0x3D, 0x34, 0x17),
};

/// Every text at least seven to one against what it stands on, every edge to be seen.
const LIGHT_HIGH: Palette = Palette {
    paper: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    panel: Color32::from_rgb(0xF3, 0xF3, 0xF3),
    card: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    ink: Color32::from_rgb(0x00, 0x00, 0x00),
    quiet: Color32::from_rgb(0x33, 0x33, 0x33),
    line: Color32::from_rgb(0x76, 0x76, 0x76),
    edge: Color32::from_rgb(0x00, 0x00, 0x00),
    accent: Color32::from_rgb(0x00, 0x3A, 0x80),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    hovered: Color32::from_rgb(0xF0, 0xF0, 0xF0),
    chosen: Color32::from_rgb(0xE6, 0xE6, 0xE6),
    mark: Color32::from_rgb(0xFF, 0xD5, 0x00),
    mark_edge: Color32::from_rgb(0x00, 0x00, 0x00),
    mark_faint: Color32::from_rgb(0xFF, 0xF0, 0xA0),
    side: Pair::new(Color32::from_rgb(0x00, 0x3F, 0x94), Color32::from_rgb(0x7A, 0x2B, 0x00)),
    tint: Pair::new(Color32::from_rgb(0xCF, 0xE2, 0xFF), Color32::from_rgb(0xFF, 0xDD, 0xB8)),
    moved: Color32::from_rgb(0x4A, 0x4A, 0x4A),
    selected: Color32::from_rgb(0xA9, 0xC9, 0xEF),
    hit: Color32::from_rgb(0xD5, 0xF5, 0xE0),
    hit_now: Color32::from_rgb(0x8F, 0xE0, 0xAC),
    hit_edge: Color32::from_rgb(0x00, 0x50, 0x28),
    warning: Color32::from_rgb(0xFF, 0xF0, 0xA0),
};

/// Every text at least seven to one against what it stands on, every edge to be seen.
const DARK_HIGH: Palette = Palette {
    paper: Color32::from_rgb(0x00, 0x00, 0x00),
    panel: Color32::from_rgb(0x0C, 0x0C, 0x0C),
    card: Color32::from_rgb(0x14, 0x14, 0x14),
    ink: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    quiet: Color32::from_rgb(0xD8, 0xD8, 0xD8),
    line: Color32::from_rgb(0x8C, 0x8C, 0x8C),
    edge: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    accent: Color32::from_rgb(0x8C, 0xC8, 0xFF),
    on_accent: Color32::from_rgb(0x00, 0x00, 0x00),
    hovered: Color32::from_rgb(0x14, 0x14, 0x14),
    chosen: Color32::from_rgb(0x22, 0x22, 0x22),
    mark: Color32::from_rgb(0x6B, 0x52, 0x00),
    mark_edge: Color32::from_rgb(0xFF, 0xE1, 0x4D),
    mark_faint: Color32::from_rgb(0x33, 0x2A, 0x00),
    side: Pair::new(Color32::from_rgb(0x99, 0xCC, 0xFF), Color32::from_rgb(0xFF, 0xB3, 0x66)),
    tint: Pair::new(Color32::from_rgb(0x0A, 0x35, 0x66), Color32::from_rgb(0x5A, 0x32, 0x00)),
    moved: Color32::from_rgb(0xD0, 0xD0, 0xD0),
    selected: Color32::from_rgb(0x1F, 0x45, 0x78),
    hit: Color32::from_rgb(0x0A, 0x33, 0x1C),
    hit_now: Color32::from_rgb(0x0C, 0x50, 0x2C),
    hit_edge: Color32::from_rgb(0x86, 0xF0, 0xB4),
    warning: Color32::from_rgb(0x3A, 0x2F, 0x00),
};

/// The colours of a theme.
pub(super) fn of(theme: Theme, high_contrast: bool) -> &'static Palette {
    match (theme, high_contrast) {
        (Theme::Light, false) => &LIGHT,
        (Theme::Dark, false) => &DARK,
        (Theme::Light, true) => &LIGHT_HIGH,
        (Theme::Dark, true) => &DARK_HIGH,
    }
}

/// The colours in force. They are known by the fill of panels, as egui has no place for a name of ours.
pub fn palette(visuals: &Visuals) -> &'static Palette {
    let usual = if visuals.dark_mode { &DARK } else { &LIGHT };
    [&LIGHT, &DARK, &LIGHT_HIGH, &DARK_HIGH]
        .into_iter()
        .find(|palette| palette.panel == visuals.panel_fill)
        .unwrap_or(usual)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::theme::vision::{Sight, contrast, distance};

    const ALL: [(&str, &Palette); 4] =
        [("light", &LIGHT), ("dark", &DARK), ("light, high", &LIGHT_HIGH), ("dark, high", &DARK_HIGH)];

    /// What text can stand on.
    fn grounds(colours: &Palette) -> [(&'static str, Color32); 13] {
        [
            ("paper", colours.paper),
            ("panel", colours.panel),
            ("card", colours.card),
            ("chosen", colours.chosen),
            ("hovered", colours.hovered),
            ("mark", colours.mark),
            ("mark_faint", colours.mark_faint),
            ("tint left", colours.tint.left),
            ("tint right", colours.tint.right),
            ("warning", colours.warning),
            ("selected", colours.selected),
            ("hit", colours.hit),
            ("hit_now", colours.hit_now),
        ]
    }

    /// The inks for which only calm grounds are used.
    fn inks(colours: &Palette) -> [(&'static str, Color32); 5] {
        [
            ("quiet", colours.quiet),
            ("left", colours.side.left),
            ("right", colours.side.right),
            ("moved", colours.moved),
            ("accent", colours.accent),
        ]
    }

    fn is_at_least(least: f32, what: &str, ink: Color32, ground: Color32) {
        let found = contrast(ink, ground);
        assert!(found >= least, "{what}: {found:.2}, which is less than {least}");
    }

    #[test]
    fn text_is_readable_on_everything_it_stands_on() {
        for (name, colours) in ALL {
            let least = if name.ends_with("high") { 7.0 } else { 4.5 };
            for (ground, behind) in grounds(colours) {
                is_at_least(least, &format!("{name}: ink on {ground}"), colours.ink, behind);
            }
            for (ink, colour) in inks(colours) {
                for (ground, behind) in &grounds(colours)[..5] {
                    is_at_least(least, &format!("{name}: {ink} on {ground}"), colour, *behind);
                }
            }
            is_at_least(least, &format!("{name}: on the accent"), colours.on_accent, colours.accent);
            is_at_least(3.0, &format!("{name}: the edge of a mark"), colours.mark_edge, colours.paper);
            for (ground, behind) in [
                ("paper", colours.paper),
                ("hit", colours.hit),
                ("hit_now", colours.hit_now),
                ("selected", colours.selected),
            ] {
                is_at_least(3.0, &format!("{name}: the caret on {ground}"), colours.accent, behind);
                is_at_least(3.0, &format!("{name}: the edge of a hit on {ground}"), colours.hit_edge, behind);
            }
        }
    }

    #[test]
    fn high_contrast_has_edges_that_are_seen() {
        for colours in [LIGHT_HIGH, DARK_HIGH] {
            for (ground, behind) in &grounds(&colours)[..5] {
                is_at_least(3.0, &format!("a line on {ground}"), colours.line, *behind);
                is_at_least(7.0, &format!("an edge on {ground}"), colours.edge, *behind);
            }
        }
    }

    /// Colours that stand for different things look different to everybody. Twenty is well over what is seen as another
    /// colour in small areas (about five); two ends of the same grey differ by a hundred.
    #[test]
    fn colours_with_a_meaning_are_told_apart_whatever_the_sight() {
        for (name, colours) in ALL {
            let pairs = [
                ("left and right", colours.side.left, colours.side.right),
                ("left and moved", colours.side.left, colours.moved),
                ("right and moved", colours.side.right, colours.moved),
                ("a mark and the paper", colours.mark, colours.paper),
                ("the edges of a mark and its ground", colours.mark_edge, colours.mark),
            ];
            for (what, one, other) in pairs {
                for sight in Sight::ALL {
                    let found = distance(one, other, sight);
                    assert!(found >= 20.0, "{name}: {what} with {sight:?}: {found:.1}");
                }
            }
        }
    }

    #[test]
    fn every_palette_is_found_again_by_its_visuals() {
        for theme in [Theme::Light, Theme::Dark] {
            for high in [false, true] {
                let mut visuals = theme.default_visuals();
                visuals.panel_fill = of(theme, high).panel;
                assert_eq!(palette(&visuals), of(theme, high));
            }
        }
    }
}
