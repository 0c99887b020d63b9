//! Pages that are given: what is read, what the card says, what the site was asked.

use super::*;

#[test]
fn a_page_is_read_and_its_card_says_from_where() {
    let site = Site::always(html(PAGE.as_bytes()));
    let asked = site.address("/news/mast?id=3#comments");
    let article = load(&asked).unwrap();
    assert_eq!(article.text, TEXT);
    assert_eq!(article.card.origin, asked);
    assert_eq!(article.card.address, Some(site.address("/news/mast?id=3")));
    assert_eq!(article.card.name(), "127.0.0.1");
}

#[test]
fn a_site_is_told_no_more_than_it_needs() {
    let site = Site::always(html(PAGE.as_bytes()));
    text(&site.address("/a#part"));
    let [request] = &site.asked()[..] else { panic!("asked {} times", site.asked().len()) };
    assert!(request.starts_with("GET /a HTTP/1.1\r\n"), "{request}");
    let mut fields: Vec<String> =
        request.lines().skip(1).filter_map(|line| Some(line.split_once(':')?.0.to_ascii_lowercase())).collect();
    fields.sort();
    assert_eq!(fields, ["accept", "accept-encoding", "accept-language", "host", "user-agent"]);
    assert!(request.contains("Paragone/"), "{request}");
}

#[test]
fn the_site_names_the_encoding_before_the_page_does() {
    let russian = "<meta charset=iso-8859-1><title>x</title><p>\u{43c}\u{430}\u{447}\u{442}\u{430} \u{443}\u{43f}\u{430}\u{43b}\u{430}</p>";
    let bytes = encoding_rs::WINDOWS_1251.encode(russian).0.into_owned();
    let by = |kind: &str, bytes: &[u8]| text_of(answer("200 OK", &[&format!("Content-Type: {kind}")], bytes));
    let right = "\u{43c}\u{430}\u{447}\u{442}\u{430} \u{443}\u{43f}\u{430}\u{43b}\u{430}";
    assert_eq!(by("text/html; charset=windows-1251", &bytes), right);
    assert_ne!(by("text/html", &bytes), right);
    let declared = String::from_utf8_lossy(b"<meta charset=windows-1251><p>").into_owned().into_bytes();
    let page = [&declared, &encoding_rs::WINDOWS_1251.encode(right).0[..]].concat();
    assert_eq!(by("text/html", &page), right);
    assert_eq!(by("text/html; charset=utf-8", &page), right);
    assert_eq!(by("text/html; charset=windows-1251", format!("<p>{right}</p>").as_bytes()), right);
    assert_eq!(by("text/plain; charset=windows-1251", &encoding_rs::WINDOWS_1251.encode(right).0), right);
}

#[test]
fn packed_pages_are_unpacked() {
    let page = PAGE.as_bytes();
    assert_eq!(text_of(answer("200 OK", &["Content-Encoding: gzip"], &packed(page))), TEXT);
    assert_eq!(text_of(answer("200 OK", &["Content-Encoding: br"], &brotli(page))), TEXT);
    assert!(matches!(
        problem_of(answer("200 OK", &["Content-Encoding: gzip"], page)),
        WebProblem::BrokeOff | WebProblem::Garbled
    ));
    assert!(matches!(problem_of(answer("200 OK", &["Content-Encoding: runes"], page)), WebProblem::Garbled));
    let half = &packed(page)[..60];
    assert!(matches!(problem_of(answer("200 OK", &["Content-Encoding: gzip"], half)), WebProblem::BrokeOff));
}

#[test]
fn pages_in_pieces_and_without_a_length() {
    let mut pieces = head("200 OK", &["Transfer-Encoding: chunked"]);
    for piece in PAGE.as_bytes().chunks(7) {
        pieces.extend(format!("{:x}\r\n", piece.len()).bytes().chain(piece.iter().copied()).chain(*b"\r\n"));
    }
    pieces.extend(b"0\r\n\r\n");
    assert_eq!(text_of(pieces), TEXT);
    assert_eq!(text_of([head("200 OK", &[]), PAGE.into()].concat()), TEXT);
}

#[test]
fn five_turns_are_followed_and_no_more() {
    let site = stairs();
    let article = load(&site.address("/5")).unwrap();
    assert_eq!((article.text.as_str(), article.card.address), (TEXT, Some(site.address("/0"))));
    assert_eq!(article.card.origin, site.address("/5"));
    assert!(matches!(problem(&site.address("/6")), WebProblem::TooManyRedirects));
    assert!(matches!(problem(&site.address("/circle")), WebProblem::TooManyRedirects));
    assert!(matches!(problem_of(redirect("ftp://quay.example/")), WebProblem::Malformed));
    assert!(matches!(problem_of(answer("302 Found", &[], b"")), WebProblem::Garbled));
}

#[test]
fn a_page_says_itself_what_its_address_is() {
    let page = format!("<link rel=canonical href='https://quay.example/mast'>{PAGE}");
    let article = load(&Site::always(html(page.as_bytes())).address("/mast?from=mail")).unwrap();
    assert_eq!(article.card.address.as_deref(), Some("https://quay.example/mast"));
}

#[test]
fn documents_are_known_by_what_they_hold() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/formats");
    let files: &[&str] = if cfg!(feature = "pdf") { &["columns.pdf", "article.docx"] } else { &["article.docx"] };
    for name in files {
        let file = folder.join(name);
        let from_file = paragone::load::load(&paragone::load::Source::File(file.clone()), Layout::Article).unwrap();
        for kind in ["application/octet-stream", "text/html; charset=windows-1252"] {
            let bytes = answer("200 OK", &[&format!("Content-Type: {kind}")], &std::fs::read(&file).unwrap());
            assert_eq!(text_of(bytes), from_file.text, "{name} as {kind}");
        }
    }
    let plain = |kind: &str, path: &str| {
        let site = Site::always(answer("200 OK", &[&format!("Content-Type: {kind}")], b"# Tide\n\nIt *rose*."));
        text(&site.address(path))
    };
    assert_eq!(plain("text/plain", "/tide"), "# Tide\n\nIt *rose*.");
    assert_eq!(plain("text/plain", "/tide.md"), "Tide\n\nIt rose.");
    assert_eq!(plain("text/markdown", "/tide"), "Tide\n\nIt rose.");
}

#[test]
fn sentences_can_be_given_line_by_line() {
    let site = Site::always(answer("200 OK", &["Content-Type: text/plain"], b"First. And on.\nSecond.\n"));
    let article =
        load_address(&site.address("/"), Layout::OneSentencePerLine, &Watch::default(), WebLimits::default()).unwrap();
    assert_eq!((article.blocks.len(), article.card.origin), (2, site.address("/")));
}

#[test]
fn a_download_is_seen_and_can_be_stopped() {
    let site = dripping();
    let address = site.address("/");
    let watch = Watch::default();
    std::thread::scope(|scope| {
        let reading = std::thread::Builder::new()
            .spawn_scoped(scope, || load_address(&address, Layout::Article, &watch, WebLimits::default()))
            .unwrap();
        while watch.progress().is_none_or(|(done, _)| done < 3) {
            std::thread::sleep(Duration::from_millis(10));
            assert!(!reading.is_finished());
        }
        assert_eq!(watch.progress().unwrap().1, 1_000_000);
        let stopped = Instant::now();
        watch.stop();
        let result = reading.join().unwrap();
        assert!(stopped.elapsed() < Duration::from_secs(1));
        assert!(matches!(result.unwrap_err().problem, Problem::Stopped));
    });
}

#[test]
fn what_was_stopped_before_is_not_asked_for() {
    let site = dripping();
    let watch = Watch::default();
    watch.stop();
    let result = load_address(&site.address("/"), Layout::Article, &watch, WebLimits::default());
    assert!(matches!(result.unwrap_err().problem, Problem::Stopped));
    assert_eq!(site.asked(), Vec::<String>::new());
}

#[test]
fn a_page_for_subscribers_comes_with_a_warning() {
    let story = "The mast of Westhaven fell on Sunday night, and nobody was hurt. ".repeat(5);
    let said = r#"<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>"#;
    let page = |head: &str| format!("<!DOCTYPE html>{head}<h1>Mast falls</h1><p>{story}</p>");
    let notes = |head: &str| load(&Site::always(html(page(head).as_bytes())).address("/")).unwrap().notes;
    assert!(notes(said).iter().any(|note| note.message.contains("for subscribers")));
    assert!(!notes("").iter().any(|note| note.message.contains("for subscribers")));
}
