//! What is known about a source: the card that stands over it in the window and in every report.

use serde::{Deserialize, Serialize};

use super::is_address;

/// Facts about a source. An unknown field is `None` and is shown as empty, never guessed silently.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published, as ISO 8601 (`2025-02-21`, with a time where one is given).
    pub published: Option<String>,
    /// The address under which it was published, as the page itself gives it; else the one that it was read from.
    #[serde(default)]
    pub address: Option<String>,
    /// Where the program got it: a path, an address, `-` for standard input, "pasted text".
    pub origin: String,
}

impl Card {
    /// A card that says only where the article came from.
    pub fn from_origin(origin: &str) -> Self {
        Self { origin: origin.to_owned(), ..Self::default() }
    }

    /// The name to show: the outlet, else the site of an address, else the last part of the origin.
    ///
    /// ```
    /// use paragone::load::Card;
    /// assert_eq!(Card::from_origin("https://www.quay.example/news/7").name(), "quay.example");
    /// assert_eq!(Card::from_origin("notes/tide.txt").name(), "tide.txt");
    /// ```
    pub fn name(&self) -> &str {
        self.outlet.as_deref().unwrap_or_else(|| if is_address(&self.origin) { self.site() } else { self.file() })
    }

    fn file(&self) -> &str {
        self.origin.rsplit(['/', '\\']).next().unwrap_or(&self.origin)
    }

    /// The name of the site in an address, without its port.
    fn site(&self) -> &str {
        let host = self.origin.split("//").nth(1).and_then(|rest| rest.split([':', '/', '?', '#']).next());
        let host = host.unwrap_or(&self.origin);
        host.strip_prefix("www.").unwrap_or(host)
    }
}
