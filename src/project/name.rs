//! What projects are called, and which files are projects by their names.

use std::path::{Path, PathBuf};

use crate::text::Pair;

use super::ENDING;

/// File systems take names of 255 bytes; folders are sent, packed and listed more easily with shorter ones.
const LONGEST_NAME: usize = 100;

/// Signs that some system or other does not take in a name.
const FORBIDDEN: &str = "<>:\"/\\|?*";

/// Names that Windows keeps for devices, whatever ending follows.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether a file is a project, or the backup of one, by its name.
pub fn is_project(path: &Path) -> bool {
    has_ending(path) || original_of(path).is_some()
}

/// The project that a file is the backup of (see [`backup_of`](super::backup_of)); `None` where it is none.
pub fn original_of(path: &Path) -> Option<PathBuf> {
    let is_backup = path.extension().is_some_and(|ending| ending == "bak");
    Some(path.with_extension("")).filter(|original| is_backup && has_ending(original))
}

/// A path with the ending of projects. It is added to any other, as a project is known by it: `draft 1.2` has none.
///
/// ```
/// use paragone::project::with_project_ending;
/// use std::path::Path;
/// assert_eq!(with_project_ending(Path::new("draft 1.2")), Path::new("draft 1.2.paragone"));
/// assert_eq!(with_project_ending(Path::new("bridge.paragone")), Path::new("bridge.paragone"));
/// ```
pub fn with_project_ending(path: &Path) -> PathBuf {
    if has_ending(path) {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ENDING);
    PathBuf::from(name)
}

/// A path that means the same file from any folder and on another day.
pub fn whole_path(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn has_ending(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// A name for a project, made of the names of its sources, that every system takes.
///
/// ```
/// use paragone::project::suggested_name;
/// use paragone::text::Pair;
/// assert_eq!(suggested_name(Pair::new("tide.txt", "The Quay: news")), "tide and The Quay news.paragone");
/// ```
pub fn suggested_name(names: Pair<&str>) -> String {
    let room = LONGEST_NAME - ENDING.len() - 1;
    let parts = names.map(|name| shortened(&plain(name), (room - " and ".len()) / 2));
    let name = match (parts.left.is_empty(), parts.right.is_empty()) {
        (true, true) => "comparison".to_owned(),
        (true, false) => parts.right,
        (false, true) => parts.left,
        (false, false) if parts.left == parts.right => parts.left,
        (false, false) => format!("{} and {}", parts.left, parts.right),
    };
    let is_device = DEVICES.iter().any(|device| name.eq_ignore_ascii_case(device));
    format!("{name}{}.{ENDING}", if is_device { "_" } else { "" })
}

/// A name without the ending of a file and without what a system forbids.
fn plain(name: &str) -> String {
    let name = name.rsplit_once('.').filter(|(_, ending)| is_ending(ending)).map_or(name, |(before, _)| before);
    let is_sign = |c: char| c.is_control() || FORBIDDEN.contains(c);
    let kept: String = name.chars().map(|c| if is_sign(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    words.join(" ").trim_matches(|c| c == '.' || c == ' ').to_owned()
}

fn is_ending(ending: &str) -> bool {
    (1..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The beginning of a text, at most so many bytes.
fn shortened(text: &str, bytes: usize) -> String {
    let end = (0..=bytes.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    text.get(..end).unwrap_or_default().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_every_system_takes() {
        for (left, right, expected) in [
            ("a.txt", "b.html", "a and b.paragone"),
            ("pasted text", "pasted text", "pasted text.paragone"),
            ("../etc/x", "C:\\y\n", "etc x and C y.paragone"),
            ("...", "", "comparison.paragone"),
            ("con", "con", "con_.paragone"),
            ("Морской", "港の新聞", "Морской and 港の新聞.paragone"),
        ] {
            assert_eq!(suggested_name(Pair::new(left, right)), expected);
        }
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        let name = suggested_name(Pair::new(&"ü".repeat(300), &"新".repeat(300)));
        assert!(name.len() <= LONGEST_NAME && name.ends_with(".paragone"), "{name}");
        assert!(name.contains("ü and 新"), "{name}");
    }

    #[test]
    fn projects_and_their_backups_are_known_by_their_names() {
        for (name, project) in
            [("a.paragone", true), ("a.PARAGONE", true), ("a.paragone.bak", true), ("a.bak", false), ("a.txt", false)]
        {
            assert_eq!(is_project(Path::new(name)), project, "{name}");
        }
        assert_eq!(original_of(Path::new("/x/a.paragone.bak")), Some(PathBuf::from("/x/a.paragone")));
        assert_eq!(original_of(Path::new("/x/a.paragone")), None);
    }
}
