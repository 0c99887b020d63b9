//! The lines at the head of a Markdown file that are about it ("author: Ada Byrne"), in YAML or TOML as far as both are
//! one line a value.

use super::{Card, date_in};

/// Puts on the card what it has a place for, and hands back the other lines.
pub(super) fn fill(card: &mut Card, metadata: &str) -> Vec<String> {
    let mut rest = Vec::new();
    let mut key = String::new();
    for line in metadata.lines() {
        let (name, value) = match line.trim_start().strip_prefix("- ") {
            Some(item) => (key.clone(), item),
            None => match line.split_once(['=', ':']) {
                Some((name, value)) => (name.trim().to_lowercase(), value),
                None => (String::new(), line),
            },
        };
        if !put(card, &name, &bare(value)) {
            rest.push(line.to_owned());
        }
        key = name;
    }
    rest
}

/// Whether the card has a place for this; what stands there already is gone on with, as authors are listed one by one.
fn put(card: &mut Card, key: &str, value: &str) -> bool {
    if key == "date" || key == "published" {
        card.published = date_in(value).map(|(date, _)| date).or(card.published.take());
        return card.published.is_some() || value.is_empty();
    }
    let field = match key {
        "title" => &mut card.title,
        "author" | "authors" | "by" => &mut card.author,
        "outlet" | "source" | "publisher" => &mut card.outlet,
        "url" | "canonical_url" if value.contains("://") => &mut card.address,
        _ => return false,
    };
    if !value.is_empty() {
        *field = Some(field.take().map_or(value.to_owned(), |before| format!("{before}, {value}")));
    }
    true
}

/// A value without its quotation marks; a list on one line becomes its items.
fn bare(value: &str) -> String {
    let value = value.trim();
    let unquoted = |value: &str| value.trim().trim_matches(['"', '\'']).to_owned();
    match value.strip_prefix('[').and_then(|value| value.strip_suffix(']')) {
        Some(list) => list.split(',').map(unquoted).collect::<Vec<_>>().join(", "),
        None => unquoted(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(metadata: &str) -> (Card, Vec<String>) {
        let mut card = Card::default();
        let rest = fill(&mut card, metadata);
        (card, rest)
    }

    #[test]
    fn what_the_card_has_a_place_for_goes_there_and_the_rest_is_handed_back() {
        let (card, rest) =
            filled("title: \"Mast: found\"\nauthors:\n  - Ada Byrne\n  - Tom Oh\ndate: May 1, 2024\nlayout: post");
        assert_eq!(card.title.as_deref(), Some("Mast: found"));
        assert_eq!(card.author.as_deref(), Some("Ada Byrne, Tom Oh"));
        assert_eq!(card.published.as_deref(), Some("2024-05-01"));
        assert_eq!(rest, ["layout: post"]);
    }

    #[test]
    fn lists_on_a_line_and_dates_of_programs() {
        let (card, rest) = filled("author = [\"Ada Byrne\", 'Tom Oh']\ndate = 2024-05-01 08:30:00 +0200\ntags: [sea]");
        assert_eq!(card.author.as_deref(), Some("Ada Byrne, Tom Oh"));
        assert_eq!(card.published.as_deref(), Some("2024-05-01T08:30+02:00"));
        assert_eq!(rest, ["tags: [sea]"]);
        assert_eq!(filled("date: soon").1, ["date: soon"]);
    }
}
