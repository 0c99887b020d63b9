//! Whether two names name the same.

/// How two names stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same name, or a shorter form of it: a surname, a name without its middle initial.
    Same,
    /// One is made of the other's first letters.
    Acronym,
    /// Another name.
    Other,
}

/// Compares two names in their comparison form.
pub fn likeness(left: &str, right: &str) -> Likeness {
    if left == right || shortens(left, right) || shortens(right, left) {
        Likeness::Same
    } else if abbreviates(left, right) || abbreviates(right, left) {
        Likeness::Acronym
    } else {
        Likeness::Other
    }
}

/// "hallow" for "ines hallow", "porto" for "porto harbour trust": all words of the one in the other, at its beginning or end.
fn shortens(short: &str, long: &str) -> bool {
    short.len() < long.len()
        && (short.split(' ').next() == long.split(' ').next() || short.rsplit(' ').next() == long.rsplit(' ').next())
        && short.split(' ').all(|word| long.split(' ').any(|other| other == word))
}

/// Fewer letters than this are an initial, more are a word.
const ACRONYM: std::ops::RangeInclusive<usize> = 2..=7;

fn abbreviates(short: &str, long: &str) -> bool {
    if short.contains(' ') || !long.contains(' ') || short.chars().next() != long.chars().next() {
        return false;
    }
    let letters = initials(short);
    letters.iter().any(|letters| ACRONYM.contains(&letters.chars().count()) && initials(long).contains(letters))
}

/// The letters that make a name the acronym of another, or another the acronym of it: all those of a single word; of
/// several words their first ones, with the small words and without them.
pub fn initials(name: &str) -> Vec<String> {
    if !name.contains(' ') {
        return vec![name.chars().filter(|c| c.is_alphabetic()).collect()];
    }
    let of_words_longer_than = |least: usize| {
        let words = name.split([' ', '-']).filter(move |word| word.chars().count() > least);
        words.filter_map(|word| word.chars().next()).collect()
    };
    vec![of_words_longer_than(0), of_words_longer_than(SMALL_WORD)]
}

/// Words of so few letters ("of", "and") are often left out of an acronym.
const SMALL_WORD: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_and_an_acronym_name_the_same() {
        assert_eq!(likeness("hallow", "ines hallow"), Likeness::Same);
        assert_eq!(likeness("phb", "porto harbour board"), Likeness::Acronym);
        assert_eq!(likeness("phb", "porto harbour trust"), Likeness::Other);
    }

    #[test]
    fn namesakes_with_other_first_names_are_others() {
        assert_eq!(likeness("ines hallow", "peter hallow"), Likeness::Other);
        assert_eq!(likeness("h", "hallow bay"), Likeness::Other);
    }
}
