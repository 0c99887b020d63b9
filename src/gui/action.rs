//! What a reader can ask for by name. One row of the table gives menus, buttons, the list of all commands and the
//! page of keys their words.

mod table;
mod when;

pub use table::{Action, Menu, Section};

use egui::KeyboardShortcut;

impl Action {
    /// Its name in menus and on buttons.
    pub fn text(self) -> &'static str {
        self.entry().text
    }

    /// What it does, in a sentence.
    pub fn tooltip(self) -> &'static str {
        self.entry().about
    }

    /// The keys for it; the first is the one shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        self.entry().keys
    }

    /// Where it stands in the menus: the menu, and the heading over it where there is one.
    pub fn place(self) -> (Menu, Option<&'static str>) {
        let section = Self::SECTIONS.iter().find(|section| section.actions.contains(&self));
        section.map_or((Menu::Help, None), |section| (section.menu, section.title))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_action_stands_in_one_menu_and_says_what_it_does() {
        let mut placed = BTreeSet::new();
        for action in Action::SECTIONS.iter().flat_map(|section| section.actions) {
            assert!(placed.insert(*action), "{action:?} stands twice");
        }
        assert_eq!(placed.len(), Action::ALL.len());
        for action in Action::ALL {
            let sentence = action.tooltip();
            assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{action:?}: {sentence}");
            assert!(!action.text().is_empty() && !action.text().ends_with('.'), "{action:?}");
        }
    }

    #[test]
    fn no_two_actions_share_a_key() {
        let all: Vec<_> = Action::ALL.iter().flat_map(|action| action.shortcuts()).collect();
        let distinct: BTreeSet<String> = all.iter().map(|keys| format!("{keys:?}")).collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn texts_tell_actions_apart() {
        let names: BTreeSet<_> = Action::ALL.iter().map(|action| (action.place().1, action.text())).collect();
        assert_eq!(names.len(), Action::ALL.len());
    }

    #[test]
    fn menus_come_in_the_order_of_the_bar() {
        let order = Action::SECTIONS.iter().map(|section| section.menu as usize);
        assert!(order.is_sorted());
        assert_eq!(Action::Help.place().0, Menu::Help);
        assert_eq!(Action::StrictMatching.place(), (Menu::Edit, Some("Matching")));
    }
}
