//! Which commands the reader most likely means by a few letters. Pure.

use crate::text::fold;

use super::action::Action;

/// Every command that fits the letters, the likeliest first. Without letters: those used last, then all in the order
/// of the menus. Each word must be found in the command's text, else in the names of its menu, else in what it does.
pub fn ranked(letters: &str, used: &[Action]) -> Vec<Action> {
    let letters = fold(letters);
    let words: Vec<&str> = letters.split_whitespace().collect();
    let mut hits: Vec<(u32, usize, Action)> = Action::ALL
        .into_iter()
        .filter(|action| *action != Action::Commands)
        .filter_map(|action| {
            let score = words.iter().map(|word| score(word, action)).sum::<Option<u32>>()?;
            let recency = used.iter().position(|used| *used == action).unwrap_or(used.len());
            Some((score, recency, action))
        })
        .collect();
    // A stable sort: what fits as well keeps the order of the menus.
    hits.sort_by_key(|&(score, recency, _)| (std::cmp::Reverse(score), recency));
    hits.into_iter().map(|(_, _, action)| action).collect()
}

/// How well a word fits a command; `None` where it does not. Each way of fitting is worth more than all those below it.
fn score(word: &str, action: Action) -> Option<u32> {
    let text = fold(action.text());
    let (menu, heading) = action.place();
    let place = fold(&format!("{} {}", menu.name(), heading.unwrap_or_default()));
    let begun = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word));
    if text.starts_with(word) {
        Some(600)
    } else if begun(&text) {
        Some(500)
    } else if let Some(beginnings) = spelled_by(word, &text) {
        let whole = text.contains(word) || beginnings as usize == word.chars().count();
        Some(if whole { 400 } else { 200 } + beginnings.min(90))
    } else if text.contains(word) {
        Some(300)
    } else if begun(&place) {
        Some(100)
    } else {
        begun(&fold(action.tooltip())).then_some(10)
    }
}

/// Whether the letters of a word stand in a text in this order, the first where a word begins; how many of them begin one.
fn spelled_by(word: &str, text: &str) -> Option<u32> {
    let mut wanted = word.chars().peekable();
    let mut beginnings = 0;
    let mut before = ' ';
    for c in text.chars() {
        let begins = !before.is_alphanumeric();
        if wanted.peek() == Some(&c) && (begins || beginnings > 0) {
            wanted.next();
            beginnings += u32::from(begins);
        }
        before = c;
    }
    wanted.peek().is_none().then_some(beginnings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Action as A;

    #[test]
    fn nothing_typed_gives_everything_the_last_used_first() {
        let all = ranked("", &[A::Swap, A::Undo]);
        assert_eq!(all.len(), A::ALL.len() - 1);
        assert_eq!(all[..3], [A::Swap, A::Undo, A::ALL[0]]);
        assert!(!all.contains(&A::Commands));
    }

    #[test]
    fn beginnings_come_before_middles_and_these_before_scattered_letters() {
        assert_eq!(ranked("find", &[])[..3], [A::Find, A::FindNext, A::FindPrevious]);
        assert_eq!(ranked("swap", &[])[0], A::Swap);
        assert_eq!(ranked("nf", &[])[0], A::NextFinding);
        assert_eq!(ranked("PREV ROW", &[])[0], A::PreviousRow);
    }

    #[test]
    fn the_menu_and_the_meaning_are_searched_as_well() {
        assert!(ranked("colours dark", &[]).starts_with(&[A::DarkTheme]));
        assert!(ranked("quotations", &[]).contains(&A::CopyRow));
        assert!(ranked("view", &[]).contains(&A::Ledger));
    }

    #[test]
    fn what_fits_nothing_finds_nothing() {
        assert!(ranked("xqzt", &[]).is_empty());
        assert!(ranked("swap xqzt", &[]).is_empty());
    }

    #[test]
    fn of_what_fits_as_well_the_last_used_comes_first() {
        assert_eq!(ranked("find", &[A::FindPrevious])[0], A::FindPrevious);
    }
}
