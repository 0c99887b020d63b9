//! What is known about a source: the card that stands over it in the window and in every report.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{is_address, typed_date};

/// Facts about a source. An unknown field is `None` and is shown as empty, never guessed silently.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published, as ISO 8601 (`2025-02-21`, with a time where one is given); a date of the reader's that
    /// is not understood stands as it was typed.
    pub published: Option<String>,
    /// The address under which it was published, as the page itself gives it; else the one that it was read from.
    #[serde(default)]
    pub address: Option<String>,
    /// Where the program got it: a path, an address, `-` for standard input, "pasted text".
    pub origin: String,
    /// The fields that the reader wrote, each with what the source says instead.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub overwritten: BTreeMap<CardField, Option<String>>,
}

/// A field of the card that a reader may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CardField {
    /// The headline.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Author,
    /// When it was published.
    Published,
    /// Where it was published.
    Address,
}

impl CardField {
    /// All fields, in the order in which a card shows them.
    pub const ALL: [Self; 5] = [Self::Title, Self::Outlet, Self::Author, Self::Published, Self::Address];

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Author => "author",
            Self::Published => "published",
            Self::Address => "address",
        }
    }
}

impl Card {
    /// A card that says only where the article came from.
    pub fn from_origin(origin: &str) -> Self {
        Self { origin: origin.to_owned(), ..Self::default() }
    }

    /// The name to show: the outlet, else the site of an address without its port, else the last part of a path.
    pub fn name(&self) -> &str {
        self.outlet.as_deref().unwrap_or_else(|| short(&self.origin))
    }

    /// What a field says; `None` where nothing is known.
    pub fn get(&self, field: CardField) -> Option<&str> {
        match field {
            CardField::Title => &self.title,
            CardField::Outlet => &self.outlet,
            CardField::Author => &self.author,
            CardField::Published => &self.published,
            CardField::Address => &self.address,
        }
        .as_deref()
    }

    /// What the source itself says of a field, whatever the reader wrote there.
    pub fn said(&self, field: CardField) -> Option<&str> {
        self.overwritten.get(&field).map_or_else(|| self.get(field), Option::as_deref)
    }

    /// Puts what the reader typed in the place of what the source says; nothing typed empties the field.
    ///
    /// ```
    /// use paragone::load::{Card, CardField};
    /// let mut card = Card::from_origin("tide.txt");
    /// card.overwrite(CardField::Published, "9 October 2025");
    /// assert_eq!(card.published.as_deref(), Some("2025-10-09"));
    /// assert_eq!(card.said(CardField::Published), None);
    /// ```
    pub fn overwrite(&mut self, field: CardField, typed: &str) {
        let typed = typed.trim();
        let date = (field == CardField::Published).then(|| typed_date(typed)).flatten();
        let text = date.unwrap_or_else(|| typed.to_owned());
        let said = std::mem::replace(self.field(field), (!text.is_empty()).then_some(text));
        self.overwritten.entry(field).or_insert(said);
    }

    fn field(&mut self, field: CardField) -> &mut Option<String> {
        match field {
            CardField::Title => &mut self.title,
            CardField::Outlet => &mut self.outlet,
            CardField::Author => &mut self.author,
            CardField::Published => &mut self.published,
            CardField::Address => &mut self.address,
        }
    }
}

/// The part of an origin that a reader knows it by: the site of an address, the file of a path.
fn short(origin: &str) -> &str {
    if is_address(origin) {
        let site = origin.split("//").nth(1).and_then(|rest| rest.split([':', '/', '?', '#']).next()).unwrap_or(origin);
        return site.strip_prefix("www.").unwrap_or(site);
    }
    origin.rsplit(['/', '\\']).next().unwrap_or(origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_called_by_its_outlet_its_site_or_its_file() {
        let name = |origin: &str| Card::from_origin(origin).name().to_owned();
        assert_eq!(name("/home/ada/tide.txt"), "tide.txt");
        assert_eq!(name("C:\\texts\\tide.txt"), "tide.txt");
        assert_eq!(name("https://www.example.org/2025/tide/?page=1"), "example.org");
        assert_eq!(name("pasted text"), "pasted text");
        let card = Card { outlet: Some("The Quay".to_owned()), ..Card::from_origin("tide.txt") };
        assert_eq!(card.name(), "The Quay");
    }

    #[test]
    fn what_the_source_says_is_kept_under_what_the_reader_writes() {
        let mut card = Card { author: Some("Ada Byrne".to_owned()), ..Card::default() };
        card.overwrite(CardField::Author, " Nora Whitlam ");
        card.overwrite(CardField::Author, "Nora Whitlam, Tom Oh");
        assert_eq!(card.author.as_deref(), Some("Nora Whitlam, Tom Oh"));
        assert_eq!(card.said(CardField::Author), Some("Ada Byrne"));
        card.overwrite(CardField::Author, "  ");
        assert_eq!((card.author.as_deref(), card.said(CardField::Author)), (None, Some("Ada Byrne")));
    }

    #[test]
    fn a_date_that_is_not_understood_stands_as_it_was_typed() {
        let mut card = Card::default();
        card.overwrite(CardField::Published, "some time in spring");
        assert_eq!(card.published.as_deref(), Some("some time in spring"));
    }
}
