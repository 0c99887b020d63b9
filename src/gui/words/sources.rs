//! What the window calls a source, its card, and how far its reading is.

use crate::comparison::{Changes, LostKind};
use crate::load::{Card, CardField, Source};
use crate::report::words::{capitalised, count};

/// The name of a field of a source's card.
pub fn field(field: CardField) -> &'static str {
    match field {
        CardField::Title => "Title",
        CardField::Outlet => "Outlet",
        CardField::Author => "Author",
        CardField::Published => "Published",
        CardField::Address => "Address",
    }
}

/// What is being read, as a person would say it.
pub fn reading(source: &Source) -> String {
    match source {
        Source::Pasted(_) | Source::PastedHtml(_) => "Reading the pasted text".to_owned(),
        Source::StandardInput => "Reading what is piped in".to_owned(),
        Source::Address(_) => format!("Fetching {}", shortened(&source_name(source))),
        Source::File(_) => format!("Reading {}", shortened(&source_name(source))),
    }
}

/// A long name without its middle, as files of one kind often begin alike and end differently.
fn shortened(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    if chars.len() <= LONGEST_NAME {
        return name.to_owned();
    }
    let part = LONGEST_NAME / 2 - 1;
    let (beginning, end) = (&chars[..part], &chars[chars.len() - part..]);
    format!("{}…{}", beginning.iter().collect::<String>(), end.iter().collect::<String>())
}

/// A name of so many characters leaves room for the rest of a line.
const LONGEST_NAME: usize = 34;

/// The short name of a source that was not read yet: the site of an address, the file of a path.
pub fn source_name(source: &Source) -> String {
    Card::from_origin(&source.origin()).name().to_owned()
}

/// How far a reading is: bytes of a page that is fetched, pages of a PDF, and a part of anything else.
pub fn progress(source: &Source, (done, all): (usize, usize)) -> String {
    let is_pdf =
        matches!(source, Source::File(path) if path.extension().is_some_and(|it| it.eq_ignore_ascii_case("pdf")));
    match source {
        Source::Address(_) => format!("{} of {} KB", done / 1000, all.div_ceil(1000)),
        _ if is_pdf => format!("page {done} of {all}"),
        _ => format!("{} %", done * 100 / all.max(1)),
    }
}

/// How a source that was read again differs from what it was.
pub fn changes(changes: Changes) -> String {
    let Changes { changed, new, gone } = changes;
    let mut parts = vec![(changed, "changed"), (new, "new"), (gone, "gone")];
    parts.retain(|(n, _)| *n > 0);
    let mut parts = parts.into_iter();
    let Some((n, first)) = parts.next() else {
        return "Its sentences are the same; how they are set, or what the source says of itself, is not.".to_owned();
    };
    let more: String = parts.map(|(n, what)| format!(", {n} {what}")).collect();
    format!("{} {first}{more}.", count(n, "sentence", "sentences"))
}

/// What the reader did that has no place in the new text, with the words that it was about.
pub fn lost(what: LostKind, words: &str) -> String {
    let what = match what {
        LostKind::Link => "a link of",
        LostKind::Refusal => "“not the same” for",
        LostKind::Alone => "“no counterpart” for",
        LostKind::Restored => "you put back",
        LostKind::TakenOut => "you took out",
        LostKind::Cut => "you split",
        LostKind::Joined => "you joined with the one before",
        LostKind::Note => "a note on",
        LostKind::Review => "a checked or dismissed finding in",
    };
    format!("{} “{words}”", capitalised(what))
}

/// A date of publication as it is read: "9 October 2025, 14:30". What is no date of ours is shown as it is.
pub fn published(date: &str) -> String {
    let day = date.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok());
    let Some(day) = day else { return date.to_owned() };
    let day = format!("{} {} {}", day.day(), MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.year());
    match date.get(10..).and_then(|rest| rest.strip_prefix('T')) {
        Some(time) => format!("{day}, {}", time.replace('Z', " UTC")),
        None => day,
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_counted_in_words() {
        let told = |changed, new, gone| changes(Changes { changed, new, gone });
        assert_eq!(told(3, 1, 2), "3 sentences changed, 1 new, 2 gone.");
        assert_eq!(told(0, 1, 0), "1 sentence new.");
        assert!(told(0, 0, 0).starts_with("Its sentences are the same"));
        assert_eq!(lost(LostKind::Note, "Rain fell."), "A note on “Rain fell.”");
    }

    #[test]
    fn readings_say_what_they_count() {
        let pdf = Source::File("report.PDF".into());
        assert_eq!(reading(&pdf), "Reading report.PDF");
        assert_eq!(progress(&pdf, (120, 300)), "page 120 of 300");
        let long = Source::File("report-of-the-harbour-authority-of-Oster-2025-10.pdf".into());
        assert_eq!(reading(&long), "Reading report-of-the-ha…ster-2025-10.pdf");
        let page = Source::Address("https://www.example.org/a".to_owned());
        assert_eq!(reading(&page), "Fetching example.org");
        assert_eq!(progress(&page, (1_400, 20_100)), "1 of 21 KB");
        assert_eq!(progress(&Source::File("book.epub".into()), (1, 3)), "33 %");
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        assert_eq!(published("2025-10-09"), "9 October 2025");
        assert_eq!(published("2024-03-03T10:05Z"), "3 March 2024, 10:05 UTC");
        for date in ["2024-03-03T10:05Z", "2024-03-03T10:05+01:00", "2024-03-03T00:05", "2024-03-03"] {
            assert_eq!(crate::load::typed_date(&published(date)).as_deref(), Some(date));
        }
        for other in ["some time in spring", "2025-02-30", "2025", ""] {
            assert_eq!(published(other), other);
        }
    }
}
