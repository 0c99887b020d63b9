//! The table of numbers and dates: each value once, with every place where it stands.

use std::collections::HashMap;

use crate::claims::scene::place;
use crate::claims::{Kind, Mark, Place};

/// A number or date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// [`Kind::Number`] or [`Kind::Date`].
    pub kind: Kind,
    /// What it comes to, as in [`Mark::value`].
    pub value: String,
    /// Where it stands, in order; never empty.
    pub places: Vec<Place>,
}

/// The numbers and dates, in the order in which they first stand.
pub fn figures(marks: &[Mark]) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    let mut entered: HashMap<(Kind, &str), usize> = HashMap::new();
    for mark in marks.iter().filter(|mark| is_figure(mark)) {
        let at = *entered.entry((mark.kind, &mark.value)).or_insert(figures.len());
        match figures.get_mut(at) {
            Some(figure) => figure.places.push(place(mark)),
            None => figures.push(Figure { kind: mark.kind, value: mark.value.clone(), places: vec![place(mark)] }),
        }
    }
    figures
}

/// Numbers, and dates that say when: "now" and "later" do not, and neither does "first".
fn is_figure(mark: &Mark) -> bool {
    match mark.kind {
        Kind::Number => !matches!(mark.value.split(' ').next(), Some("#1" | "1")),
        Kind::Date => {
            !matches!(mark.value.as_str(), "now" | "soon" | "recently" | "later" | "earlier" | "then" | "so far")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::testing::document;
    use crate::claims::testing::inspect;

    fn table(sentences: &[&str]) -> Vec<(String, Vec<usize>)> {
        let document = document(sentences);
        let figures = figures(&inspect(&document));
        figures
            .into_iter()
            .map(|figure| (figure.value, figure.places.iter().map(|place| place.sentence).collect()))
            .collect()
    }

    #[test]
    fn each_value_stands_once_with_all_its_places() {
        let table = table(&["The storm of January 2021 sank 12 boats.", "Nobody counted.", "Twelve boats were lost."]);
        assert_eq!(table, [("2021-01".to_owned(), vec![0]), ("12 boat".to_owned(), vec![0, 2])]);
    }

    #[test]
    fn words_that_count_and_date_nothing_are_left_out() {
        assert!(table(&["Now the first boat left, and later one boat came."]).is_empty());
    }
}
