//! Words of a source as a quotation that says where they are from. Pure.

use jiff::civil::Date;

use crate::load::{Card, is_address};

/// `“The words.” — Author, Outlet, 21 February 2025, https://…`: what is known of the source, in this order; its name
/// where neither author nor outlet is. The words stay exactly as they are, quotation marks within them included.
pub fn quotation(words: &str, card: &Card) -> String {
    format!("“{words}” — {}", source(card))
}

/// What is known of a source, in this order: author, outlet, day, address; its name where neither of the first two is.
pub fn source(card: &Card) -> String {
    let given =
        |field: &Option<String>| field.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let (author, outlet) = (given(&card.author), given(&card.outlet));
    let name = (author.is_none() && outlet.is_none()).then(|| card.name().to_owned());
    let address = given(&card.address).or_else(|| is_address(&card.origin).then(|| card.origin.clone()));
    let address = address.filter(|address| name.as_ref() != Some(address));
    let source: Vec<String> =
        [author, outlet, name, card.published.as_deref().map(day), address].into_iter().flatten().collect();
    source.join(", ")
}

/// The day of a date as people write it; a date in another form stays as it is.
fn day(published: &str) -> String {
    let date: Option<Date> = published.get(..10).and_then(|day| day.parse().ok());
    date.map_or_else(|| published.to_owned(), |date| date.strftime("%-d %B %Y").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Card {
        Card {
            author: Some("Ada Brink".to_owned()),
            outlet: Some("The Oster Post".to_owned()),
            published: Some("2025-02-01T18:30+01:00".to_owned()),
            address: Some("https://post.example/bridge".to_owned()),
            ..Card::from_origin("bridge.html")
        }
    }

    #[test]
    fn a_quotation_names_its_source() {
        assert_eq!(
            quotation("It won’t open.", &card()),
            "“It won’t open.” — Ada Brink, The Oster Post, 1 February 2025, https://post.example/bridge"
        );
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let card = Card { author: Some(" ".to_owned()), outlet: None, address: None, ..card() };
        assert_eq!(quotation("Rain.", &card), "“Rain.” — bridge.html, 1 February 2025");
        assert_eq!(quotation("Rain.", &Card::from_origin("pasted text")), "“Rain.” — pasted text");
        let page = Card { outlet: Some("Post".to_owned()), ..Card::from_origin("https://post.example/a") };
        assert_eq!(quotation("Rain.", &page), "“Rain.” — Post, https://post.example/a");
    }

    #[test]
    fn a_date_in_words_stays_as_it_is() {
        assert_eq!(day("2025-02-21"), "21 February 2025");
        assert_eq!(day("last spring"), "last spring");
    }
}
