//! Pages by their address, from sites of the tests' own on this machine: what is read, what is asked, and what is said
//! when a site does not give the page. No test leaves this machine.

#![cfg(feature = "web")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod site;

use std::io::Write as _;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use paragone::load::{Layout, Problem, RawArticle, Watch, WebLimits, WebProblem, load_address};

use site::{Site, answer, head};

const PAGE: &str =
    "<!DOCTYPE html><title>Mast falls</title><h1>Mast falls</h1><p>The mast of Westhaven fell on Sunday.</p>";
const TEXT: &str = "Mast falls\n\nThe mast of Westhaven fell on Sunday.";

/// Short enough to wait for, long enough for a busy machine to answer from memory.
const SHORT: Duration = Duration::from_millis(700);

fn html(body: &[u8]) -> Vec<u8> {
    answer("200 OK", &["Content-Type: text/html"], body)
}

fn load_within(address: &str, limits: WebLimits) -> Result<RawArticle, Problem> {
    load_address(address, Layout::Article, &Watch::default(), limits).map_err(|error| {
        assert_eq!(error.origin, address);
        error.problem
    })
}

fn load(address: &str) -> Result<RawArticle, Problem> {
    load_within(address, WebLimits::default())
}

/// The text at an address.
fn text(address: &str) -> String {
    load(address).unwrap_or_else(|problem| panic!("{address}: {problem}")).text
}

/// The text of a site that gives the same answer to everything.
fn text_of(answer: Vec<u8>) -> String {
    text(&Site::always(answer).address("/"))
}

/// What is wrong with an address, after checking that it is one sentence which says what to try.
fn problem(address: &str) -> WebProblem {
    problem_within(address, WebLimits::default())
}

fn problem_within(address: &str, limits: WebLimits) -> WebProblem {
    match load_within(address, limits) {
        Err(Problem::Web(problem)) => {
            let message = problem.to_string();
            let tries = ["check", "try", "open", "look", "give the", "take out", "save"];
            assert!(tries.iter().any(|word| message.contains(word)), "{message}");
            assert!(!message.contains('\n') && !message.ends_with('.'), "{message}");
            problem
        }
        other => panic!("{address}: {other:?}"),
    }
}

fn problem_of(answer: Vec<u8>) -> WebProblem {
    problem(&Site::always(answer).address("/"))
}

fn packed(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn brotli(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let quick = brotli::enc::BrotliEncoderParams { quality: 1, ..Default::default() };
    brotli::BrotliCompress(&mut &*text, &mut bytes, &quick).unwrap();
    bytes
}

fn redirect(to: &str) -> Vec<u8> {
    answer("302 Found", &[&format!("Location: {to}")], b"")
}

/// A site whose path `/n` leads to `/n-1`, and `/0` is the page.
fn stairs() -> Site {
    Site::new(|path, wire| match path.trim_start_matches('/').parse::<u32>() {
        Ok(0) => wire.write_all(&html(PAGE.as_bytes())),
        Ok(step) => wire.write_all(&redirect(&(step - 1).to_string())),
        Err(_) => wire.write_all(&redirect(path)),
    })
}

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
fn each_refusal_of_a_site_has_its_sentence() {
    let of = |status: &str| problem_of(answer(status, &["Content-Type: text/html"], PAGE.as_bytes()));
    assert!(matches!(of("404 Not Found"), WebProblem::NoPage(404)));
    assert!(matches!(of("410 Gone"), WebProblem::NoPage(410)));
    for (status, number) in [("401 x", 401), ("402 x", 402), ("403 x", 403), ("451 x", 451)] {
        assert!(matches!(of(status), WebProblem::Forbidden(said) if said == number));
    }
    assert!(matches!(of("429 Too Many Requests"), WebProblem::TooOften));
    assert!(matches!(of("418 x"), WebProblem::Denied(418)));
    assert!(matches!(of("500 x"), WebProblem::Fault(500)));
    assert!(matches!(of("503 x"), WebProblem::Fault(503)));
}

#[test]
fn a_page_that_scripts_would_fill_is_told_as_such() {
    let shell = "<title>Quay</title><div id=app></div><script src=/app.js></script><noscript>Please switch on JavaScript.</noscript>";
    assert!(matches!(problem_of(html(shell.as_bytes())), WebProblem::HardlyAnyText));
    assert!(matches!(problem_of(html(b"<html></html>")), WebProblem::HardlyAnyText));
    assert!(matches!(problem_of(answer("204 No Content", &[], b"")), WebProblem::HardlyAnyText));
}

#[test]
fn what_is_no_text_is_not_taken_in() {
    let endless = Site::new(|_, wire| {
        wire.write_all(&head("200 OK", &["Content-Type: video/mp4"]))?;
        loop {
            wire.write_all(&[0; 1_000])?;
        }
    });
    assert!(matches!(problem(&endless.address("/")), WebProblem::NoText));
    assert!(matches!(problem_of(html(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")), WebProblem::NoText));
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
fn a_page_that_is_too_large_is_not_taken_in() {
    let announced = Site::new(|_, wire| wire.write_all(&head("200 OK", &["Content-Length: 10000001"])));
    assert!(matches!(problem(&announced.address("/")), WebProblem::TooLarge(10)));
    let endless = Site::new(|_, wire| {
        wire.write_all(&head("200 OK", &[]))?;
        loop {
            wire.write_all(&[b'a'; 100_000])?;
        }
    });
    assert!(matches!(problem(&endless.address("/")), WebProblem::TooLarge(10)));
}

#[test]
fn a_page_that_unpacks_without_end_is_left_early() {
    let bomb = Site::new(|_, wire| {
        let member = packed(&vec![b' '; 1_000_000]);
        wire.write_all(&head("200 OK", &["Content-Encoding: gzip"]))?;
        loop {
            wire.write_all(&member)?;
        }
    });
    assert!(matches!(problem(&bomb.address("/")), WebProblem::TooLarge(10)));
    let small = brotli(&vec![b' '; 11_000_000]);
    assert!(small.len() < 100_000);
    assert!(matches!(problem_of(answer("200 OK", &["Content-Encoding: br"], &small)), WebProblem::TooLarge(10)));
}

/// A site that sends a byte every few milliseconds, for ever.
fn dripping() -> Site {
    Site::new(|_, wire| {
        wire.write_all(&head("200 OK", &["Content-Length: 1000000"]))?;
        loop {
            wire.write_all(b"a")?;
            wire.flush()?;
            std::thread::sleep(Duration::from_millis(20));
        }
    })
}

#[test]
fn a_slow_site_is_not_waited_for_beyond_the_limit() {
    let silent = Site::new(|_, _| {
        std::thread::sleep(Duration::from_secs(60));
        Ok(())
    });
    let limits = WebLimits { time: SHORT, ..WebLimits::default() };
    for site in [dripping(), silent] {
        let began = Instant::now();
        let problem = problem_within(&site.address("/"), limits);
        assert!(matches!(problem, WebProblem::TimeOut(_)), "{problem:?}");
        assert!(began.elapsed() < SHORT + Duration::from_secs(2));
    }
}

#[test]
fn turns_have_no_time_of_their_own() {
    let site = Site::new(|_, wire| {
        std::thread::sleep(SHORT / 2);
        wire.write_all(&redirect("/on"))
    });
    let limits = WebLimits { time: SHORT, ..WebLimits::default() };
    assert!(matches!(problem_within(&site.address("/"), limits), WebProblem::TimeOut(_)));
}

#[test]
fn connections_that_break() {
    let cut = [head("200 OK", &["Content-Length: 5000"]), PAGE.into()].concat();
    assert!(matches!(problem_of(cut), WebProblem::BrokeOff));
    let cut_in_pieces = [head("200 OK", &["Transfer-Encoding: chunked"]), b"ff\r\nabc".to_vec()].concat();
    assert!(matches!(problem_of(cut_in_pieces), WebProblem::BrokeOff | WebProblem::Garbled));
    assert!(matches!(problem_of(Vec::new()), WebProblem::BrokeOff));
    assert!(matches!(problem_of(b"220 quay.example ESMTP\r\n\r\n".to_vec()), WebProblem::Garbled));
}

#[test]
fn nobody_at_the_port_and_no_such_site() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    assert!(matches!(problem(&format!("http://127.0.0.1:{port}/")), WebProblem::Refused));
    // A name that no resolver may know (RFC 6761); a machine without a resolver may need its time to say so.
    let limits = WebLimits { time: Duration::from_secs(5), ..WebLimits::default() };
    let unknown = problem_within("http://quay.invalid/", limits);
    assert!(matches!(unknown, WebProblem::UnknownSite | WebProblem::TimeOut(_)), "{unknown:?}");
    assert!(matches!(problem("http://"), WebProblem::Malformed));
    assert!(matches!(problem("http://ada:secret@127.0.0.1/"), WebProblem::Credentials));
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
fn what_was_stopped_before_is_not_asked_for_long() {
    let site = dripping();
    let watch = Watch::default();
    watch.stop();
    let result = load_address(&site.address("/"), Layout::Article, &watch, WebLimits::default());
    assert!(matches!(result.unwrap_err().problem, Problem::Stopped));
}

#[test]
fn a_certificate_that_nobody_vouches_for_ends_the_reading() {
    let site = Site::secure("server.pem", |_, wire| wire.write_all(&html(PAGE.as_bytes())));
    let problem = problem(&site.address("/"));
    // A machine without any certificates of its own can make no secure connection at all.
    assert!(matches!(problem, WebProblem::Certificate(_) | WebProblem::Insecure(_)), "{problem:?}");
    assert_eq!(site.asked(), Vec::<String>::new());
}

#[test]
fn a_site_without_security_under_https_is_not_read() {
    let site = Site::always(html(PAGE.as_bytes()));
    let problem = problem(&site.address("/").replace("http:", "https:"));
    assert!(matches!(problem, WebProblem::Insecure(_) | WebProblem::BrokeOff), "{problem:?}");
}
