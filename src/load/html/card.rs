//! What a page says about its article: the source card.
//!
//! For each field the first that says something counts: JSON-LD (written for machines, by the newsroom's own system),
//! OpenGraph and `article:` properties, other meta elements, then marks in the page itself. What nobody says stays empty.

use dom_query::{Document, NodeRef};

use super::super::{Card, date_in};
use super::json_ld;
use super::published::{self, Time};

const TITLE: [&str; 5] = ["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"];
const OUTLET: [&str; 4] = ["og:site_name", "dc.publisher", "application-name", "copyright-holder"];
const AUTHOR: [&str; 8] = [
    "author",
    "article:author",
    "article:author_name",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cre",
];
const PUBLISHED: [&str; 13] = [
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
];

/// Longer is no title and no name, in characters.
const LONGEST: usize = 300;

/// Reads the card of a page.
pub(super) fn read(origin: &str, document: &Document) -> Card {
    let said = json_ld::read(&scripts(document));
    let meta = Meta::of(document);
    Card {
        outlet: said.outlet.or_else(|| meta.all(&OUTLET).find(|name| !name.starts_with('@')).cloned()),
        title: said.title.or_else(|| meta.first(&TITLE)).or_else(|| title(document, &meta)),
        author: said.author.or_else(|| meta.author()).or_else(|| marked_author(document)).map(|name| without_by(&name)),
        published: published(said.published.as_deref(), &meta, document),
        address: canonical(document).or_else(|| meta.first(&["og:url"])).or(said.address).filter(|url| is_address(url)),
        ..Card::from_origin(origin)
    }
}

/// The first date that is told, as the page's own zone or its time elements show it.
fn published(said: Option<&str>, meta: &Meta, document: &Document) -> Option<String> {
    let day = |text: &str| date_in(text).map(|(date, _)| date);
    let first = said.and_then(day).or_else(|| meta.first(&PUBLISHED).as_deref().and_then(day));
    let first = first.or_else(|| marked_date(document))?;
    let values: Vec<String> = meta.all(&PUBLISHED).cloned().collect();
    let times = document.select("time[datetime]");
    let time =
        |node: &NodeRef<'_>| Some(Time { value: node.attr("datetime")?.to_string(), text: node.text().to_string() });
    let times: Vec<Time> = times.nodes().iter().filter_map(time).collect();
    Some(published::as_marked(first, &values, &times))
}

/// Whether a page says that its article is for subscribers only.
#[cfg(feature = "web")]
pub(super) fn is_for_subscribers(document: &Document) -> bool {
    json_ld::read(&scripts(document)).is_for_subscribers
}

fn scripts(document: &Document) -> Vec<String> {
    let scripts = document.select(r#"script[type="application/ld+json"]"#);
    scripts.nodes().iter().map(|script| script.text().to_string()).collect()
}

/// The meta elements: name or property in lower case, and content.
struct Meta(Vec<(String, String)>);

impl Meta {
    fn of(document: &Document) -> Self {
        let said = |node: &NodeRef<'_>| {
            let name = ["property", "name", "itemprop"].iter().find_map(|key| node.attr(key))?;
            let content = node.attr("content").and_then(|content| clean(&content))?;
            Some((name.trim().to_ascii_lowercase(), content))
        };
        Self(document.select("meta").nodes().iter().filter_map(said).collect())
    }

    fn all(&self, names: &[&str]) -> impl Iterator<Item = &String> {
        names.iter().flat_map(|name| self.0.iter().filter(move |(found, _)| found == name)).map(|(_, content)| content)
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).next().cloned()
    }

    /// OpenGraph's author is often the address of a page about the author, which is no name.
    fn author(&self) -> Option<String> {
        self.all(&AUTHOR).find(|name| !name.contains("://") && !name.starts_with('@')).cloned()
    }
}

/// The title of the window, without the outlet's name behind it.
fn title(document: &Document, meta: &Meta) -> Option<String> {
    let title = clean(&document.select_single("title").text())?;
    let Some(outlet) = meta.first(&OUTLET) else { return Some(title) };
    let bare =
        title.strip_suffix(outlet.as_str()).map(|rest| rest.trim_end_matches([' ', '|', '-', '–', '—', '·', ':']));
    Some(bare.filter(|bare| !bare.is_empty()).map_or(title.clone(), str::to_owned))
}

/// The author that an element of the page is marked to name; several different names are none.
fn marked_author(document: &Document) -> Option<String> {
    only(texts(document, r#"[itemprop="author"] [itemprop="name"]"#))
        .or_else(|| only(texts(document, r#"[itemprop="author"]"#)))
        .or_else(|| only(texts(document, r#"a[rel="author"]"#)))
        .filter(|name| !name.contains("://"))
}

/// The day that the page is marked to be published, or the only one that its time elements name.
fn marked_date(document: &Document) -> Option<String> {
    let dates = |selector: &str| -> Vec<String> {
        let nodes = document.select(selector);
        let written = nodes.nodes().iter().filter_map(|node| node.attr("datetime").or_else(|| node.attr("content")));
        written.filter_map(|written| date_in(&written)).map(|(date, _)| date).collect()
    };
    only(dates(r#"[itemprop="datePublished"], time[pubdate]"#)).or_else(|| only(dates("time[datetime]")))
}

fn canonical(document: &Document) -> Option<String> {
    document.select_single(r#"link[rel="canonical"]"#).attr("href").and_then(|address| clean(&address))
}

fn is_address(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme))
}

fn texts(document: &Document, selector: &str) -> Vec<String> {
    document.select(selector).nodes().iter().filter_map(|node| clean(&node.text())).collect()
}

/// The value, where all are the same.
fn only(mut values: Vec<String>) -> Option<String> {
    values.dedup();
    if values.len() == 1 { values.pop() } else { None }
}

fn without_by(name: &str) -> String {
    let rest = name.get(..3).filter(|start| start.eq_ignore_ascii_case("by ")).and_then(|_| name.get(3..));
    rest.unwrap_or(name).trim().to_owned()
}

/// A value as it is read: character references resolved, white space collapsed; `None` where nothing is left.
pub(super) fn clean(value: &str) -> Option<String> {
    let is_coded = value.contains('&') && value.contains(';') || value.contains('<');
    let plain = if is_coded { Document::fragment(value).text().to_string() } else { value.to_owned() };
    let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && text.chars().count() <= LONGEST).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(head: &str, body: &str) -> Card {
        read("page.html", &Document::from(format!("<html><head>{head}</head><body>{body}</body></html>")))
    }

    #[test]
    fn json_ld_goes_before_meta_and_meta_before_the_page() {
        let head = r#"<title>Mast falls - The Quay</title><meta property="og:site_name" content="The Quay">
            <meta name="author" content="By Tom Oh"><meta property="og:title" content="Mast falls at last">"#;
        let found = card(head, r#"<a rel="author">Ada Byrne</a>"#);
        assert_eq!(found.title.as_deref(), Some("Mast falls at last"));
        assert_eq!(found.outlet.as_deref(), Some("The Quay"));
        assert_eq!(found.author.as_deref(), Some("Tom Oh"));
        let said = r#"<script type="application/ld+json">{"@type":"NewsArticle","author":"Ines Hallow"}</script>"#;
        assert_eq!(card(&format!("{head}{said}"), "").author.as_deref(), Some("Ines Hallow"));
    }

    #[test]
    fn the_page_itself_is_asked_last() {
        let body = r#"<a rel="author">Ada Byrne</a><time datetime="2024-03-03T10:00:00+01:00">Sunday</time>"#;
        let found = card("<title>Mast falls | The Quay</title>", body);
        assert_eq!(found.title.as_deref(), Some("Mast falls | The Quay"));
        assert_eq!(found.author.as_deref(), Some("Ada Byrne"));
        assert_eq!(found.published.as_deref(), Some("2024-03-03T10:00+01:00"));
    }

    #[test]
    fn what_is_not_said_or_said_in_two_ways_stays_empty() {
        let body = r#"<time datetime="2024-03-03">a</time><time datetime="2024-04-01">b</time>
            <a rel="author">Ada Byrne</a><a rel="author">Tom Oh</a>"#;
        let head =
            r#"<meta property="article:author" content="https://quay.example/ada"><meta name="date" content="today">"#;
        assert_eq!(card(head, body), Card::from_origin("page.html"));
    }

    #[test]
    fn the_address_is_the_canonical_one() {
        let head = r#"<meta property="og:url" content="https://quay.example/a?b"><link rel="canonical" href="https://quay.example/a">"#;
        assert_eq!(card(head, "").address.as_deref(), Some("https://quay.example/a"));
        assert_eq!(card(r#"<link rel="canonical" href="/a">"#, "").address, None);
    }
}
