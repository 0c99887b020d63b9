//! What the window says of projects and of what is not saved.

use std::path::Path;
use std::time::Duration;

use crate::gui::projects::Leftover;
use crate::gui::state::{State, Then, Trouble, name_of};

/// How the open comparison stands to its file, in few words; `None` where there is nothing to say.
pub fn saved(state: &State) -> Option<String> {
    let name = state.bond.file.as_deref().map(name_of);
    let stands = if state.bond.saving.is_some() {
        "saving…"
    } else if state.is_unsaved() {
        "not saved"
    } else {
        name.as_ref()?;
        "saved"
    };
    Some(name.map_or_else(|| super::capitalised(stands), |name| format!("{name} · {stands}")))
}

/// What is asked before unsaved work would be lost.
pub fn question(name: &str, then: &Then) -> String {
    match then {
        Then::Quit => format!("Save “{name}” before the window closes?"),
        Then::Close => format!("Save “{name}” before it closes?"),
        Then::Adopt(_) => format!("Save “{name}” before the other comparison opens?"),
    }
}

/// What is wrong with the file of the open comparison.
pub fn trouble(file: Option<&Path>, trouble: &Trouble) -> String {
    let name = file.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match trouble {
        Trouble::Changed => format!("“{name}” was changed by another program since it was opened or saved here."),
        Trouble::Gone => format!(
            "“{name}” is no longer where it was: moved, renamed, or on a drive that is not connected. Your work is still here."
        ),
        Trouble::Failed(why) => super::capitalised(why),
    }
}

/// Work that was left unsaved: what it is about, since when, and where it belongs.
pub fn leftover(leftover: &Leftover) -> String {
    let about = match &leftover.names {
        Ok(names) => format!("{} / {}", names.left, names.right),
        Err(why) => format!("This cannot be opened: {why}"),
    };
    let age = leftover.when.and_then(|when| when.elapsed().ok()).map(|age| format!(", {}", ago(age)));
    let file = leftover.file.as_deref().map(|file| format!(", of the project {}", name_of(file)));
    format!("{about}{}{}", age.unwrap_or_default(), file.unwrap_or_default())
}

/// How long ago something was, in the largest unit that fits. The hour of the day would need the time zone.
pub fn ago(age: Duration) -> String {
    let minutes = age.as_secs() / 60;
    let (count, unit) = match minutes {
        0 => return "a moment ago".to_owned(),
        1..60 => (minutes, "minute"),
        60..1440 => (minutes / 60, "hour"),
        _ => (minutes / 1440, "day"),
    };
    format!("{count} {unit}{} ago", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Pair;

    #[test]
    fn ages_are_told_in_the_largest_unit() {
        for (seconds, told) in [
            (59, "a moment ago"),
            (60, "1 minute ago"),
            (3599, "59 minutes ago"),
            (7200, "2 hours ago"),
            (90_000, "1 day ago"),
        ] {
            assert_eq!(ago(Duration::from_secs(seconds)), told);
        }
    }

    #[test]
    fn what_was_left_says_what_it_is() {
        let mut left = Leftover {
            path: "/state/unsaved-1.paragone".into(),
            when: None,
            names: Ok(Pair::new("The Quay".to_owned(), "The Tide".to_owned())),
            file: Some("/desk/bridge.paragone".into()),
        };
        assert_eq!(leftover(&left), "The Quay / The Tide, of the project bridge");
        left.names = Err("it is damaged at line 3".to_owned());
        left.file = None;
        assert_eq!(leftover(&left), "This cannot be opened: it is damaged at line 3");
    }
}
