//! What a site says that a page is: a hint, since what a page is shows in its bytes.

use encoding_rs::{Encoding, UTF_8};

/// The header `Content-Type`, in lower case.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ContentType {
    essence: String,
    charset: Option<String>,
}

impl ContentType {
    pub(super) fn parsed(header: &str) -> Self {
        let header = header.to_ascii_lowercase();
        let (essence, parameters) = header.split_once(';').unwrap_or((&header, ""));
        let charset = parameters.split(';').find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            (name.trim() == "charset").then(|| value.trim().trim_matches(['"', '\'']).to_owned())
        });
        Self { essence: essence.trim().to_owned(), charset }
    }

    /// Whether it is of a kind that holds no text, so that nothing needs to be taken in.
    pub(super) fn is_no_text(&self) -> bool {
        ["image/", "video/", "audio/", "font/"].iter().any(|kind| self.essence.starts_with(kind))
    }

    /// The encoding that the site names. UTF-8 is what servers say of every page, and is seen in the bytes anyway.
    pub(super) fn charset(&self) -> Option<&str> {
        let known = |label: &&str| Encoding::for_label(label.as_bytes()).is_some_and(|encoding| encoding != UTF_8);
        self.charset.as_deref().filter(known)
    }

    /// A name whose ending says what the page is where its bytes leave that open. `path` is the path of the address.
    pub(super) fn name<'a>(&self, path: &'a str) -> &'a str {
        let last = path.rsplit('/').next().unwrap_or_default();
        let is_markdown = [".md", ".markdown"].iter().any(|ending| last.to_ascii_lowercase().ends_with(ending));
        match self.essence.as_str() {
            "text/html" | "application/xhtml+xml" => "page.html",
            "text/markdown" => "page.md",
            "message/rfc822" => "page.eml",
            "multipart/related" | "application/x-mimearchive" => "page.mhtml",
            "text/plain" if !is_markdown => "page.txt",
            _ => last,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_in_all_their_dresses() {
        let read = |header: &str| {
            let read = ContentType::parsed(header);
            (read.essence.clone(), read.charset().map(str::to_owned))
        };
        let of = |essence: &str, charset: Option<&str>| (essence.to_owned(), charset.map(str::to_owned));
        assert_eq!(read("text/html"), of("text/html", None));
        assert_eq!(read("Text/HTML; Charset=\"ISO-8859-2\""), of("text/html", Some("iso-8859-2")));
        assert_eq!(read("text/html;level=1;charset=windows-1251"), of("text/html", Some("windows-1251")));
        assert_eq!(read("text/html; charset=utf-8"), of("text/html", None));
        assert_eq!(read("text/html; charset=runes"), of("text/html", None));
        assert_eq!(read(""), of("", None));
    }

    #[test]
    fn the_name_follows_what_the_site_says() {
        let name = |header: &str| ContentType::parsed(header).name("/notes/tide.md");
        assert_eq!(name("text/html"), "page.html");
        assert_eq!(name("text/plain"), "tide.md");
        assert_eq!(ContentType::parsed("text/plain").name("/tide.html"), "page.txt");
        assert_eq!(name(""), "tide.md");
    }

    #[test]
    fn pictures_and_sounds_are_no_text() {
        assert!(ContentType::parsed("image/png").is_no_text());
        assert!(!ContentType::parsed("application/octet-stream").is_no_text());
    }
}
