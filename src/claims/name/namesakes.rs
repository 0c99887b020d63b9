//! The names of a document, found by what they have in common with another.

use std::collections::HashMap;

use super::alias::{Likeness, initials, likeness};

/// Each name once, with how often it stands in the document.
pub struct Namesakes<'a> {
    names: Vec<(&'a str, usize)>,
    /// The places among the names of those that have a word, or are or make an acronym.
    by_key: HashMap<String, Vec<usize>>,
}

impl<'a> Namesakes<'a> {
    /// Enters names in their comparison form.
    pub fn of(names: impl Iterator<Item = &'a str>) -> Self {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut entered = Self { names: Vec::new(), by_key: HashMap::new() };
        for name in names {
            let place = *places.entry(name).or_insert(entered.names.len());
            if place == entered.names.len() {
                entered.enter(name);
            }
            entered.names[place].1 += 1;
        }
        entered
    }

    fn enter(&mut self, name: &'a str) {
        for key in keys(name) {
            self.by_key.entry(key).or_default().push(self.names.len());
        }
        self.names.push((name, 0));
    }

    /// How often the document names somebody, by whatever form of the name.
    pub fn count(&self, name: &str) -> usize {
        let alike = |other: &&(&str, usize)| likeness(other.0, name) != Likeness::Other;
        self.near(name).filter(alike).map(|(_, times)| times).sum()
    }

    /// The names that have a word in common with this one, and those of which the one may be the other's acronym: all
    /// that can be like it are among them.
    pub fn near<'b>(&'b self, name: &str) -> impl Iterator<Item = &'b (&'a str, usize)> {
        let mut places: Vec<usize> =
            keys(name).iter().filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| self.names.get(place))
    }
}

/// What two names that are alike have in common: a word, or the letters that make the one the other's acronym.
fn keys(name: &str) -> Vec<String> {
    let mut keys: Vec<String> = name.split(' ').map(str::to_owned).collect();
    keys.extend(initials(name).into_iter().map(|letters| format!(".{letters}")));
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_form_of_a_name_counts() {
        let names = ["ines hallow", "hallow", "porto harbour board", "phb", "peter hallow", "hallow"];
        let entered = Namesakes::of(names.into_iter());
        assert_eq!(entered.count("ines hallow"), 3);
        assert_eq!(entered.count("phb"), 2);
        assert_eq!(entered.count("nora whitlam"), 0);
    }

    fn name() -> impl Strategy<Value = String> {
        let word =
            prop::sample::select(vec!["a", "ab", "abc", "a.b.", "bo", "cy", "a-b", "the", "ça", "", "bcd", "abo"]);
        prop::collection::vec(word, 0..4).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn none_that_is_alike_is_missed(names in prop::collection::vec(name(), 0..20), asked in name()) {
            let entered = Namesakes::of(names.iter().map(String::as_str));
            let all = names.iter().filter(|name| likeness(name, &asked) != Likeness::Other).count();
            prop_assert_eq!(entered.count(&asked), all);
        }
    }
}
