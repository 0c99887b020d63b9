//! The line that says who wrote an article and when.

use std::sync::LazyLock;

use crate::load::date_in;
use crate::text::{WordList, fold};

/// A longer line is a sentence, in characters.
const LONGEST: usize = 140;

/// What a line says about author and date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published, as ISO 8601.
    pub published: Option<String>,
}

static WORDS: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../assets/lang/en/byline_words.txt")));

/// Reads a line as a byline; `None` where it holds anything else than names, dates and the words that go with them.
pub(super) fn read(line: &str) -> Option<Byline> {
    if line.chars().count() > LONGEST {
        return None;
    }
    let (published, rest) = match date_in(line) {
        Some((published, found)) => (Some(published), line.replacen(&found, " | ", 1)),
        None => (None, line.to_owned()),
    };
    let author = author(&rest);
    let outlet = author.as_deref().and_then(|author| outlet(&rest, author));
    let says_something = published.is_some() || author.is_some();
    let is_sentence = line.ends_with(['.', '!', '?']) && !line.ends_with(".m.");
    (says_something && !is_sentence && rest.split_whitespace().all(|word| belongs(word, author.as_deref())))
        .then_some(Byline { author, outlet, published })
}

/// The name after "By", up to the next separator.
fn author(line: &str) -> Option<String> {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let name = ["by ", "written by ", "author: ", "words by "]
        .iter()
        .find(|opening| line.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening)))
        .and_then(|opening| line.get(opening.len()..))?;
    let name = up_to_separator(name);
    let words = name.split_whitespace().count();
    (is_name(name) && (1..=8).contains(&words)).then(|| name.to_owned())
}

/// The name that follows the author's behind a separator, where it is more than what the author is or when it was.
fn outlet(line: &str, author: &str) -> Option<String> {
    let (_, rest) = line.split_once(author)?;
    let name = up_to_separator(rest.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let is_place_of_work = name.split_whitespace().any(|word| !WORDS.has(&fold(word)));
    let separated = rest.trim_start().starts_with(|c: char| !c.is_alphanumeric());
    (separated && is_place_of_work && !name.is_empty() && is_name(name) && !name.contains(|c: char| c.is_ascii_digit()))
        .then(|| name.to_owned())
}

/// The text before the next sign that parts the facts of a byline.
fn up_to_separator(text: &str) -> &str {
    let end = ["//", "|", "•", "·", " – ", " — ", " - ", ",", "\t"].iter().filter_map(|sign| text.find(sign)).min();
    text.get(..end.unwrap_or(text.len())).unwrap_or(text).trim()
}

/// A name: capitalised words, or one word by which somebody is known on the site.
fn is_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let is_handle = words.clone().count() == 1;
    is_handle
        || words.all(|word| {
            word.starts_with(char::is_uppercase) || matches!(word, "and" | "de" | "von" | "van" | "of" | "der")
        })
}

/// Whether a word may stand in a byline.
fn belongs(word: &str, author: Option<&str>) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is_capital = bare.starts_with(char::is_uppercase);
    let is_time = bare.starts_with(|c: char| c.is_ascii_digit());
    bare.is_empty()
        || is_time
        || WORDS.has(&fold(&bare.replace('.', "")))
        || author.is_some_and(|author| author.split_whitespace().any(|part| part == word || part == bare))
        || author.is_some() && is_capital
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn expect(line: &str, author: Option<&str>, published: Option<&str>) {
        let found = read(line).map(|byline| (byline.author, byline.published));
        assert_eq!(found, Some((author.map(str::to_owned), published.map(str::to_owned))), "{line}");
    }

    #[test]
    fn an_outlet_follows_the_author() {
        let outlet = |line: &str| read(line).and_then(|byline| byline.outlet);
        assert_eq!(outlet("By Ada Byrne and Tom Oh, Westhaven Courier").as_deref(), Some("Westhaven Courier"));
        assert_eq!(
            outlet("By Ada Byrne, The Westhaven Courier | 3 March 2024").as_deref(),
            Some("The Westhaven Courier")
        );
        assert_eq!(outlet("By Ada Byrne, Senior Correspondent"), None);
        assert_eq!(outlet("By Ada Byrne // 2025-02-21"), None);
    }

    #[test]
    fn authors_and_dates_in_many_dresses() {
        expect("By Ada Byrne // 2025-02-21", Some("Ada Byrne"), Some("2025-02-21"));
        expect("By ADA BYRNE | March 3, 2024", Some("ADA BYRNE"), Some("2024-03-03"));
        expect("By adab // 2025-02-21", Some("adab"), Some("2025-02-21"));
        expect("Published: 3 March 2024", None, Some("2024-03-03"));
        expect("Updated on Sept. 12, 2023 at 5:30 p.m. EDT", None, Some("2023-09-12"));
        expect("By Ada Byrne and Tom Oh, Westhaven Courier", Some("Ada Byrne and Tom Oh"), None);
        expect("2024-05-01T08:30", None, Some("2024-05-01T08:30"));
    }

    #[test]
    fn sentences_and_headings_are_none() {
        let lines = [
            "By the time the mast fell, all had left",
            "By noon it was over.",
            "The bridge closed on March 3, 2024",
            "On March 3, 2024, the bridge closed.",
            "What happened on 3 March 2024",
            "By land and sea",
            "",
        ];
        for line in lines {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
