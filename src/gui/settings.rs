//! What is remembered from one start to the next. Anything broken or out of range falls back to how it was made.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::align::Matching;
use crate::text::{Pair, Side};

/// The reader's preferences and recent sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system.
    pub theme: ThemeChoice,
    /// How large everything is; 1 is normal.
    pub zoom: f32,
    /// Differences in quotes, dashes, spacing and case are not marked.
    pub hide_typographic: bool,
    /// The list of findings is shown.
    pub ledger: bool,
    /// Whose order the rows follow.
    pub lead: Side,
    /// How both articles are laid out.
    pub mode: Mode,
    /// Side by side, one article follows where the other is scrolled.
    pub together: bool,
    /// How sure the program must be to link two sentences.
    pub matching: Matching,
    /// Pairs of files compared lately, the latest first.
    pub recent: Vec<Pair<PathBuf>>,
}

/// How both articles are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// Each in its own column and its own order, for reading.
    #[default]
    SideBySide,
    /// Linked sentences in one row, for checking.
    Rows,
}

impl Mode {
    /// Both with their names.
    pub const ALL: [(Self, &'static str); 2] = [(Self::SideBySide, "Side by side"), (Self::Rows, "Rows")];

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::SideBySide => Self::Rows,
            Self::Rows => Self::SideBySide,
        }
    }
}

/// Light, dark, or as the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Dark ink on paper.
    Light,
    /// Light ink on black.
    Dark,
}

impl ThemeChoice {
    /// All three with their names.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::System, "As the system"), (Self::Light, "Light"), (Self::Dark, "Dark")];
}

/// The sizes that the zoom steps through; the ends are the bounds.
pub const ZOOM_STEPS: [f32; 12] = [0.6, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 3.0];

/// As many pairs as fit on the welcome page without scrolling.
const MOST_RECENT: usize = 6;

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            zoom: 1.0,
            hide_typographic: true,
            ledger: true,
            lead: Side::Left,
            mode: Mode::default(),
            together: true,
            matching: Matching::Balanced,
            recent: Vec::new(),
        }
    }
}

impl Settings {
    /// The same with everything brought back into its range.
    pub fn checked(mut self) -> Self {
        let (least, most) = (ZOOM_STEPS[0], ZOOM_STEPS[ZOOM_STEPS.len() - 1]);
        self.zoom = if self.zoom.is_finite() { self.zoom.clamp(least, most) } else { 1.0 };
        self.recent.truncate(MOST_RECENT);
        self
    }

    /// The next step up or down.
    pub fn zoom_by(&mut self, steps: isize) {
        let nearest = (0..ZOOM_STEPS.len())
            .min_by(|&a, &b| (ZOOM_STEPS[a] - self.zoom).abs().total_cmp(&(ZOOM_STEPS[b] - self.zoom).abs()))
            .unwrap_or(0);
        let next = nearest.saturating_add_signed(steps).min(ZOOM_STEPS.len() - 1);
        self.zoom = ZOOM_STEPS[next];
    }

    /// Puts a pair first among the recent ones.
    pub fn remember(&mut self, files: Pair<PathBuf>) {
        self.recent.retain(|pair| *pair != files);
        self.recent.insert(0, files);
        self.recent.truncate(MOST_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(name: &str) -> Pair<PathBuf> {
        Pair::new(PathBuf::from(format!("{name}-a.txt")), PathBuf::from(format!("{name}-b.txt")))
    }

    #[test]
    fn broken_values_fall_back() {
        let broken = Settings {
            zoom: f32::NAN,
            recent: (0..40).map(|n| files(&n.to_string())).collect(),
            ..Settings::default()
        };
        let checked = broken.checked();
        assert_eq!(checked.zoom, 1.0);
        assert_eq!(checked.recent.len(), MOST_RECENT);
        assert_eq!(Settings { zoom: 99.0, ..Settings::default() }.checked().zoom, 3.0);
    }

    #[test]
    fn unknown_and_missing_fields_are_passed_over() {
        let read: Settings =
            serde_json::from_str(r#"{"zoom": 1.5, "colour": "mauve"}"#).expect("only known fields are read");
        assert_eq!(read, Settings { zoom: 1.5, ..Settings::default() });
    }

    #[test]
    fn zoom_steps_stop_at_the_ends() {
        let mut settings = Settings::default();
        settings.zoom_by(1);
        assert_eq!(settings.zoom, 1.1);
        settings.zoom_by(-90);
        assert_eq!(settings.zoom, ZOOM_STEPS[0]);
        settings.zoom_by(90);
        assert_eq!(settings.zoom, 3.0);
    }

    #[test]
    fn a_pair_is_remembered_once() {
        let mut settings = Settings::default();
        settings.remember(files("x"));
        settings.remember(files("y"));
        settings.remember(files("x"));
        assert_eq!(settings.recent, vec![files("x"), files("y")]);
    }
}
