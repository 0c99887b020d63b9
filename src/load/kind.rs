//! What a file is, told by how it begins; its name decides only where the beginning leaves it open.

/// The kinds of files that are read, each by a module of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A web page.
    Html,
    /// A web page saved with all its parts as one file.
    Mhtml,
    /// A mail.
    Mail,
    /// A zip archive, as the files of word processors and electronic books are inside.
    Archive,
    /// An OpenDocument text that is one file of XML instead of an archive.
    FlatOdt,
    /// The container in which word processors kept files before 2007, and keep those with a password.
    OldOffice,
    /// Rich Text Format.
    Rtf,
    /// A portable document.
    Pdf,
    /// Text with the marks of Markdown.
    Markdown,
    /// Text of any other kind, or no text at all.
    Plain,
}

/// Bytes that files of one kind alone begin with.
const SIGNATURES: [(&[u8], Kind); 4] = [
    (b"PK\x03\x04", Kind::Archive),
    (b"{\\rtf", Kind::Rtf),
    (b"%PDF-", Kind::Pdf),
    (b"\xd0\xcf\x11\xe0", Kind::OldOffice),
];

/// The bytes by which a kind is told: a browser looks at no more, and headers of saved pages are shorter.
const READ: usize = 4_096;

/// The tags by which a browser knows a page that does not say that it is one (WHATWG MIME sniffing, 7.1).
const FIRST_TAGS: [&str; 17] = [
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<title",
    "<meta",
    "<script",
    "<style",
    "<iframe",
    "<table",
    "<div",
    "<font",
    "<h1",
    "<br",
    "<p",
    "<a",
    "<b",
];

/// Tags that no other kind of text begins with, whatever the file is called.
const PAGE_TAGS: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];

/// The outermost element of an OpenDocument text in one file.
const FLAT_ODT: &str = "<office:document";

/// Header fields that only a machine writes: a memo has "From:" and "Date:", too.
const TRANSPORT_FIELDS: [&str; 5] = ["mime-version", "message-id", "received", "return-path", "content-type"];

/// The kind of a file with these bytes and this name.
pub(super) fn kind(bytes: &[u8], origin: &str) -> Kind {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return *kind;
    }
    let start = beginning(bytes);
    let name = origin.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let is_markdown = ends(&[".md", ".markdown"]);
    let first = first_tag(&start);
    if begins_with_tag(first, &PAGE_TAGS) || !is_markdown && begins_with_tag(first, &FIRST_TAGS) {
        return Kind::Html;
    }
    if first.starts_with(FLAT_ODT) {
        return Kind::FlatOdt;
    }
    if let Some(fields) = header_fields(&start)
        && (fields.is_sent() || ends(&[".eml", ".mht", ".mhtml"]))
    {
        return if fields.is_saved_page() || ends(&[".mht", ".mhtml"]) { Kind::Mhtml } else { Kind::Mail };
    }
    match () {
        () if is_markdown => Kind::Markdown,
        () if ends(&[".html", ".htm", ".xhtml"]) => Kind::Html,
        () => Kind::Plain,
    }
}

/// The beginning in lower case, without marks of byte order and without the NUL bytes of UTF-16.
fn beginning(bytes: &[u8]) -> String {
    let start = bytes.get(..READ).unwrap_or(bytes);
    let bare: Vec<u8> = start.iter().copied().filter(|&byte| byte != 0).collect();
    let unmarked = [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"].iter().find_map(|mark| bare.strip_prefix(*mark));
    String::from_utf8_lossy(unmarked.unwrap_or(&bare)).trim_start().to_ascii_lowercase()
}

/// The text from the first tag on, comments and processing instructions before it left out.
fn first_tag(start: &str) -> &str {
    let mut rest = start;
    while let Some((opening, closing)) = [("<!--", "-->"), ("<?", ">")].iter().find(|(open, _)| rest.starts_with(open))
    {
        let inner = rest.get(opening.len()..).unwrap_or_default();
        let Some((_, after)) = inner.split_once(closing) else { break };
        rest = after.trim_start();
    }
    rest
}

fn begins_with_tag(text: &str, tags: &[&str]) -> bool {
    tags.iter().any(|tag| {
        text.strip_prefix(tag).is_some_and(|rest| rest.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()))
    })
}

/// The fields of a mail's header.
struct Fields<'a>(Vec<(&'a str, &'a str)>);

/// The header with which a text begins; `None` where another line stands among its fields.
fn header_fields(start: &str) -> Option<Fields<'_>> {
    let mut fields = Vec::new();
    for line in start.lines() {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) || is_mailbox_mark(line) {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            // The beginning may be cut off in the middle of a line.
            return (start.len() + 1 >= READ && start.ends_with(line)).then_some(Fields(fields));
        };
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !is_name {
            return None;
        }
        fields.push((name, value.trim()));
    }
    (!fields.is_empty()).then_some(Fields(fields))
}

/// The line before the header in the files of some mail programs.
fn is_mailbox_mark(line: &str) -> bool {
    line.starts_with("from ") && line.contains('@')
}

impl Fields<'_> {
    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| *found == name).map(|(_, value)| *value)
    }

    fn is_sent(&self) -> bool {
        TRANSPORT_FIELDS.iter().any(|name| self.value(name).is_some())
    }

    /// Browsers write a header of their own, and a saved page has no addressee.
    fn is_saved_page(&self) -> bool {
        let is_related = self.value("content-type").is_some_and(|kind| kind.starts_with("multipart/related"));
        let is_addressed = self.value("to").is_some() || self.value("received").is_some();
        self.value("snapshot-content-location").is_some() || is_related && !is_addressed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn expect(expected: Kind, name: &str, text: &str) {
        assert_eq!(kind(text.as_bytes(), name), expected, "{name}: {text}");
    }

    #[test]
    fn pages_whatever_they_are_called() {
        for text in [
            "<!DOCTYPE html><html>",
            "\u{feff}\n <HTML lang=en>",
            "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>",
            "<!-- saved from url=(0014)about:internet -->\n<html>",
        ] {
            for name in ["page.html", "page", "page.txt", "page.md"] {
                expect(Kind::Html, name, text);
            }
        }
        expect(Kind::Html, "page", "<p>The tide rose.</p>");
        expect(Kind::Html, "page.htm", "The tide <b>rose</b>.");
        let wide: Vec<u8> = "\u{feff}<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kind(&wide, "page"), Kind::Html);
    }

    #[test]
    fn an_opendocument_text_in_one_file() {
        expect(Kind::FlatOdt, "a.xml", "<?xml version='1.0'?>\n<office:document office:version='1.3'>");
    }

    #[test]
    fn mails_and_saved_pages() {
        let mail = "Received: from quay.example\nFrom: Ines Hallow <ines@quay.example>\nTo: desk@quay.example\nContent-Type: multipart/related;\n boundary=x\n\nThe tide rose.";
        expect(Kind::Mail, "a.txt", mail);
        expect(Kind::Mail, "a.eml", "Subject: Tide\nFrom: Ines\n\nIt rose.");
        let page = "From: <Saved by Blink>\nSnapshot-Content-Location: https://quay.example/\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n";
        expect(Kind::Mhtml, "a", page);
        expect(Kind::Mhtml, "a.mht", "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>");
    }

    #[test]
    fn what_only_looks_so_is_text() {
        expect(Kind::Markdown, "a.md", "<div align=center>\n\n# Tide");
        expect(Kind::Markdown, "a.md", "# Tide");
        expect(Kind::Plain, "a.txt", "From: the mayor\nDate: 3 May\n\nThe quay is closed.");
        expect(Kind::Plain, "a.txt", "The tide: it rose.\nReceived: nothing");
        expect(Kind::Plain, "a.txt", "<3 is what she wrote");
        expect(Kind::Plain, "a.txt", "<people> were seen");
        expect(Kind::Plain, "a.txt", "");
    }
}
