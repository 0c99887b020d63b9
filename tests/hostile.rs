//! An article that tries to break out of the reports: scripts, formulas, controls, signs of every markup, endless words. Every
//! form of report is written, and read as whoever gets it would.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails its test")]

use std::io::Cursor;

use paragone::comparison::{Comparison, Edits, FindingName, Options, Remark, Review, Subject, compare};
use paragone::load::RawArticle;
use paragone::report::{Form, Listed, Report, Shown};
use paragone::text::{Pair, Side};

/// Sentences that each try something; both sources have them, with other numbers, so that there are links and findings.
fn sentences(number: usize) -> Vec<String> {
    let long = "x".repeat(10_000);
    [
        "</title></style><script>alert(1)</script><img src=x onerror=alert(1)> sank NUMBER boats on Monday.",
        "=HYPERLINK(\"http://example.org/?\"&A1) cost NUMBER crowns in Oster.",
        "+NUMBER|cmd' /C calc'!A0 of the ferries, said the mayor of Oster.",
        "@SUM(1+1)*NUMBER people were told to leave the old weir.",
        "-NUMBER degrees were measured at the weir --> <!-- ]]> &lt; &#x3c; <![CDATA[ on Tuesday.",
        "The bridge \u{202e}desolc si\u{202c} to \u{2066}NUMBER\u{2069} cars, the harbour office said.",
        "A bell\u{0}\u{7}\u{1b}[2J\u{1b}]0;owned\u{7} rang NUMBER times\u{85}\u{9f}\u{fffe}\u{ffff} over Oster.",
        "| a | NUMBER | `rm -rf` ``` **bold** __b__ ~~s~~ $x$ ^1^ [link](javascript:alert(1)) ![i](x) <https://example.org> @all #1",
        "\" onmouseover=\"alert(1) ' {{7*7}} ${7*7} #{7*7} \\u003cscript\\u003e NUMBER times on Friday.",
        "LONG rang NUMBER times.",
        "\r\n\tNUMBER tabs;and,commas\u{2028}in \u{2029}one\u{b}cell\u{c}here.",
    ]
    .map(|sentence| sentence.replace("NUMBER", &number.to_string()).replace("LONG", &long))
    .to_vec()
}

fn compared(edits: &Edits) -> Comparison {
    let articles = Pair::new(12, 15).map(|number| RawArticle::from_sentences("<b>\u{202e}|=1.txt", &sentences(number)));
    let mut comparison = compare(articles.as_ref(), &Options::default(), edits);
    let hostile = "=1+1\"><script>alert(1)</script>|`\u{202e}\u{1b}[2J ]]> --> javascript:alert(1)";
    for side in Side::BOTH {
        let card = &mut comparison.documents[side].card;
        (card.title, card.author) = (Some(hostile.to_owned()), Some(hostile.to_owned()));
        (card.published, card.address) = (Some(hostile.to_owned()), Some("javascript:alert(1)".to_owned()));
    }
    comparison
}

/// Every form, of everything: with notes, states, filters and a date that try the same.
fn reports() -> Vec<(Form, Vec<u8>, Comparison)> {
    let comparison = compared(&Edits::default());
    assert!(comparison.findings.len() > 5 && comparison.alignment.links.len() > 5, "there is something to report");
    let hostile = "=1\n# </p><script>alert(1)</script> | `x` \u{202e}\u{0}\u{1b}[2J ]]>";
    let mut edits = Edits::default();
    let note = Remark { text: hostile.to_owned(), tags: vec![hostile.to_owned()] };
    for id in 0..comparison.findings.len() {
        let name = FindingName::of(&comparison, id).unwrap();
        edits.remarks.set_review(name, Some(Review::Dismissed(hostile.to_owned())));
        edits.remarks.set_note(Subject::finding(&comparison, id).unwrap(), note.clone());
    }
    for id in 0..comparison.documents.left.sentences.len() {
        edits.remarks.set_note(Subject::sentence(&comparison, Side::Left, id).unwrap(), note.clone());
    }
    let all: Vec<usize> = (0..comparison.findings.len()).collect();
    let report = Report {
        remarks: Some(&edits.remarks),
        listed: Some(Listed { findings: &all, filters: hostile }),
        shown: Shown { agreements: true, reasons: true },
        date: Some(hostile),
        ..Report::of(&comparison)
    };
    let written = |form: Form| {
        let mut out = Vec::new();
        form.write(&mut out, &report).unwrap_or_else(|error| panic!("{}: {error}", form.name()));
        (form, out, comparison.clone())
    };
    Form::ALL.iter().copied().map(written).collect()
}

#[test]
fn no_report_is_broken_out_of() {
    for (form, bytes, comparison) in reports() {
        let text = || String::from_utf8(bytes.clone()).unwrap();
        match form.word() {
            "html" => check_html(&text(), &comparison),
            "markdown" => check_markdown(&text(), &comparison),
            "csv" | "csv-links" => check_csv(&text()),
            "tei" => check_xml(&text()),
            "json" => check_json(&text(), &comparison),
            "text" => check_text(&bytes),
            _ => check_binary(form, bytes),
        }
    }
}

fn check_html(page: &str, comparison: &Comparison) {
    let document = dom_query::Document::from(page);
    assert_eq!(document.errors.borrow().as_slice(), [] as [&str; 0], "a parser finds nothing wrong");
    assert_eq!(document.select("script, img, iframe, object, embed, link, base, form, meta[http-equiv]").length(), 0);
    assert_eq!(document.select("style").length(), 1);
    assert_eq!(document.select("#findings tbody tr").length(), comparison.findings.len());
    for node in document.select("*").nodes() {
        for attribute in node.attrs() {
            let (name, value) = (attribute.name.local.to_string(), attribute.value.to_string());
            assert!(!name.starts_with("on"), "{name}");
            assert!(name != "href" || value.starts_with('#') || value.starts_with("http"), "{value}");
        }
    }
    let turning = |selector: &str| {
        let selected = document.select(selector);
        selected.nodes().iter().filter(|node| node.immediate_text().contains('\u{202e}')).count()
    };
    let (turned, held) = (turning("*"), turning("[dir=auto], [dir=auto] *, bdi"));
    assert!(turned > 0 && turned == held, "{held} of {turned} stand where they can turn nothing else");
    assert!(page.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'));
}

fn check_markdown(text: &str, comparison: &Comparison) {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let mut rows = 0;
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Start(Tag::TableRow) => rows += 1,
            Event::Start(
                Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::CodeBlock(_)
                | Tag::Emphasis
                | Tag::Strikethrough
                | Tag::HtmlBlock,
            )
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::Rule => panic!("a text made {event:?}"),
            _ => {}
        }
    }
    let notes = comparison.documents.left.sentences.len();
    assert_eq!(rows, comparison.findings.len() + notes);
    assert!(!text.contains(['\u{202e}', '\u{0}', '\u{1b}']));
    // Whoever pastes it into a page has no tags in it, whatever the page makes of the rest.
    assert!(!text.contains('<'));
}

fn check_csv(text: &str) {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(text.as_bytes()).records().collect::<Result<_, _>>().unwrap();
    assert!(rows.len() > 5);
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:.40}");
        assert!(!cell.contains(|c: char| c.is_control()), "{cell:.40}");
    }
}

fn check_xml(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut open, mut sentences) = (0_i64, 0);
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(start) => {
                open += 1;
                sentences += usize::from(start.name().0 == "s");
            }
            quick_xml::events::Event::End(_) => open -= 1,
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::CData(_) | quick_xml::events::Event::Comment(_) => panic!("a text made it"),
            _ => {}
        }
    }
    assert_eq!((open, sentences), (0, self::sentences(1).len() * 2));
    assert!(!text.contains(|c: char| c < ' ' && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}')));
}

fn check_json(text: &str, comparison: &Comparison) {
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(value["findings"].as_array().unwrap().len(), comparison.findings.len());
    assert_eq!(value["sources"][0]["text"], comparison.documents.left.text);
}

/// Without the styles, nothing in it steers a terminal.
fn check_text(bytes: &[u8]) {
    let plain = anstream::adapter::strip_bytes(bytes).into_vec();
    let styles = bytes.iter().filter(|&&byte| byte == 0x1b).count();
    let ours = bytes.windows(2).filter(|pair| pair == b"\x1b[").count();
    assert_eq!(styles, ours, "no other escape than for styles");
    assert!(!String::from_utf8(bytes.to_vec()).unwrap().contains("\u{1b}[2J"));
    let plain = String::from_utf8(plain).unwrap();
    assert!(plain.chars().all(|c| !c.is_control() || c == '\n'));
}

/// At least it is what its name says.
fn check_binary(form: Form, bytes: Vec<u8>) {
    match form.ending() {
        "pdf" => assert!(bytes.starts_with(b"%PDF-"), "{}", form.name()),
        "docx" | "xlsx" => drop(zip::ZipArchive::new(Cursor::new(bytes)).unwrap()),
        ending => panic!("{}: no check for .{ending}", form.name()),
    }
}
