//! What is remembered from one start to the next. Anything broken or out of range falls back to how it was made.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::align::Matching;
use crate::project::whole_path;
use crate::text::{Pair, Side};

/// The reader's preferences and recent sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system.
    pub theme: ThemeChoice,
    /// Black and white with strong edges, light or dark.
    pub high_contrast: bool,
    /// Nothing moves, turns or blinks by itself.
    pub still: bool,
    /// How large everything is; 1 is normal.
    pub zoom: f32,
    /// Differences in quotes, dashes, spacing and case are not marked.
    pub hide_typographic: bool,
    /// The list of findings is shown.
    pub ledger: bool,
    /// The chosen row is shown large below the others.
    pub detail: bool,
    /// Whose order the rows follow.
    pub lead: Side,
    /// How both articles are laid out.
    pub mode: Mode,
    /// Side by side, one article follows where the other is scrolled.
    pub together: bool,
    /// How sure the program must be to link two sentences.
    pub matching: Matching,
    /// The tags that are offered for notes.
    pub tags: Vec<String>,
    /// How wide a line of an article may get, in letters.
    pub line_length: usize,
    /// The hint of the first start was read.
    pub hint_read: bool,
    /// Pairs of files and addresses compared lately, the latest first, each as the command line would name it.
    pub recent: Vec<Pair<String>>,
    /// The files of projects opened or saved lately, the latest first.
    pub recent_projects: Vec<String>,
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

/// The sizes that the zoom steps through; the ends are the bounds.
pub const ZOOM_STEPS: [f32; 12] = [0.6, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 3.0];

/// The shortest and the longest line that an article may be set in, in letters: below and above these, lines are hard to
/// follow (the usual advice is 45 to 75).
pub const LINE_LENGTHS: (usize, usize) = (40, 80);

/// As many pairs as fit on the welcome page without scrolling.
const MOST_RECENT: usize = 6;

/// As many projects as a menu shows without becoming a list to search.
const MOST_PROJECTS: usize = 10;

/// The tags that are offered until the reader has a list of their own.
const TAGS: [&str; 4] = ["To check", "Ask back", "Error", "Quote"];

/// More tags than this are no help for finding anything again.
const MOST_TAGS: usize = 24;

/// A longer tag is a note.
const LONGEST_TAG: usize = 40;

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            high_contrast: false,
            still: false,
            zoom: 1.0,
            hide_typographic: true,
            ledger: true,
            detail: false,
            lead: Side::Left,
            mode: Mode::default(),
            together: true,
            matching: Matching::Balanced,
            tags: TAGS.map(str::to_owned).to_vec(),
            line_length: LINE_LENGTHS.1,
            hint_read: false,
            recent: Vec::new(),
            recent_projects: Vec::new(),
        }
    }
}

impl Settings {
    /// The settings as they were written by [`written`](Self::written). A field that is missing, or broken, or of another
    /// kind than expected stays as it is made; the others are kept.
    pub fn read(text: &str) -> Self {
        let made = Self::default();
        let (Ok(Value::Object(read)), Ok(Value::Object(mut kept))) =
            (serde_json::from_str(text), serde_json::to_value(&made))
        else {
            return made;
        };
        for (name, value) in read {
            let Some(before) = kept.get(&name).cloned() else { continue };
            kept.insert(name.clone(), value);
            if Self::deserialize(Value::Object(kept.clone())).is_err() {
                kept.insert(name, before);
            }
        }
        Self::deserialize(Value::Object(kept)).unwrap_or(made).checked()
    }

    /// The settings as a line of text.
    pub fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As they were made. What the reader did, not wished for, stays: what was open lately, and that the hint was read.
    pub fn reset(&mut self) {
        let (recent, hint_read) = (std::mem::take(&mut self.recent), self.hint_read);
        let recent_projects = std::mem::take(&mut self.recent_projects);
        *self = Self { recent, recent_projects, hint_read, ..Self::default() };
    }

    /// The same with everything brought back into its range.
    pub fn checked(mut self) -> Self {
        let (least, most) = (ZOOM_STEPS[0], ZOOM_STEPS[ZOOM_STEPS.len() - 1]);
        self.zoom = if self.zoom.is_finite() { self.zoom.clamp(least, most) } else { 1.0 };
        self.line_length = self.line_length.clamp(LINE_LENGTHS.0, LINE_LENGTHS.1);
        self.recent.truncate(MOST_RECENT);
        self.recent_projects.truncate(MOST_PROJECTS);
        let mut seen = std::collections::BTreeSet::new();
        self.tags = self.tags.iter().map(|tag| tag.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        self.tags.retain(|tag| !tag.is_empty() && tag.chars().count() <= LONGEST_TAG && seen.insert(tag.clone()));
        self.tags.truncate(MOST_TAGS);
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
    pub fn remember(&mut self, sources: Pair<String>) {
        self.recent.retain(|pair| *pair != sources);
        self.recent.insert(0, sources);
        self.recent.truncate(MOST_RECENT);
    }

    /// Puts a project first among the recent ones; a path that is no text cannot be kept.
    pub fn remember_project(&mut self, file: &Path) {
        self.forget_project(file);
        if let Some(name) = whole_path(file).to_str() {
            self.recent_projects.insert(0, name.to_owned());
            self.recent_projects.truncate(MOST_PROJECTS);
        }
    }

    /// Takes a project from the recent ones, as it is gone.
    pub fn forget_project(&mut self, file: &Path) {
        let file = whole_path(file);
        self.recent_projects.retain(|known| Path::new(known) != file);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(name: &str) -> Pair<String> {
        Pair::new(format!("{name}-a.txt"), format!("https://example.org/{name}"))
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
    fn what_is_written_is_read_again() {
        let mut settings =
            Settings { zoom: 1.5, high_contrast: true, matching: Matching::Strict, ..Settings::default() };
        settings.remember(files("x"));
        assert_eq!(Settings::read(&settings.written()), settings);
    }

    #[test]
    fn a_broken_field_loses_itself_alone() {
        let text = r#"{"zoom": "huge", "colour": "mauve", "theme": "Sepia", "ledger": false, "lead": 7,
            "recent": [1, 2], "matching": "strict", "line_length": -3, "hint_read": null, "high_contrast": true}"#;
        let expected =
            Settings { ledger: false, matching: Matching::Strict, high_contrast: true, ..Settings::default() };
        assert_eq!(Settings::read(text), expected);
    }

    #[test]
    fn every_field_can_be_broken_in_every_way() {
        let Ok(Value::Object(fields)) = serde_json::to_value(Settings::default()) else { panic!("fields have names") };
        let odd = ["null", "-1", "1e999", "1e300", "99999999999999999999", "\"x\"", "[]", "{}", "true", "[[[[]]]]"];
        for name in fields.keys() {
            for value in odd {
                let read = Settings::read(&format!("{{\"{name}\": {value}, \"ledger\": false}}"));
                assert_eq!(read.clone().checked(), read, "{name}: {value}");
                assert!(
                    !read.ledger || name == "ledger" || serde_json::from_str::<Value>(value).is_err(),
                    "{name}: {value}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_settings_at_all_is_passed_over() {
        for text in ["", "{", "[]", "null", "(zoom:1.5)", "{\"zoom\": ", "\u{0}\u{0}", &"[".repeat(100_000)] {
            assert_eq!(Settings::read(text), Settings::default());
        }
    }

    #[test]
    fn resetting_keeps_what_was_done() {
        let mut settings = Settings { zoom: 2.0, still: true, hint_read: true, ..Settings::default() };
        settings.remember(files("x"));
        settings.reset();
        assert_eq!(settings, Settings { hint_read: true, recent: vec![files("x")], ..Settings::default() });
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
    fn a_project_is_remembered_once_and_forgotten_when_it_is_gone() {
        let mut settings = Settings::default();
        for n in 0..40 {
            settings.remember_project(Path::new(&format!("/desk/{}.paragone", n % 12)));
        }
        assert_eq!((settings.recent_projects.len(), &*settings.recent_projects[0]), (10, "/desk/3.paragone"));
        settings.forget_project(Path::new("/desk/3.paragone"));
        assert_eq!(settings.recent_projects[0], "/desk/2.paragone");
        let kept = settings.clone();
        settings.reset();
        assert_eq!(settings.recent_projects, kept.recent_projects);
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
