//! Every word that a reader of the finished page sees is in the text or in what was left out of it, whatever the format
//! and wherever in it the word stands; and what nobody sees is in neither.
//!
//! The words looked for are invented and stand once in their file ("Footnoted", "Nestedcell").

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use paragone::clean::{Choices, clean};
use paragone::load::{Layout, RawArticle, Source, load};
use paragone::segment::{Cuts, Document, segment};

/// In all that LibreOffice wrote of `structures.fodt`.
const EVERYWHERE: &str = "Topheading opening ending commented tracked insertedword hidden harbourside quayside \
    thousand seen efficient office brokenline gap stopped Outeritem Inneritem Innermost Seconditem Itemparagraph Almaria \
    Northquay Mergedcell Nestedcell anchored shape linkedword bookmarkedboldly Firstcolumn council Lastcolumn lighthouse \
    lastparagraph";

/// What a word processor keeps outside of the text, and what it shows beside it.
const AROUND: &str = "Runninghead Runningfoot Marginal Captioned";

/// What was deleted or hidden, and what only describes a picture or names who commented.
const UNSEEN: &str = "struckword concealedword Commentator Alttitle Altdescription";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/formats").join(name)
}

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

fn document(raw: &RawArticle) -> Document {
    segment(raw, clean(raw, &Choices::default()), None, &Cuts::default())
}

/// Where each word of an article went.
#[track_caller]
fn expect_read(what: &str, raw: &RawArticle, text: &[&str], aside: &[&str], unseen: &[&str]) {
    let document = document(raw);
    let in_text = words(&document.text);
    let removed: String = document.removed.iter().map(|removed| format!("{} ", removed.text)).collect();
    let in_removed = words(&removed);
    let of =
        |lists: &[&str]| lists.iter().flat_map(|list| list.split_whitespace()).map(str::to_owned).collect::<Vec<_>>();
    let lost: Vec<_> = of(text).into_iter().filter(|word| !in_text.contains(word)).collect();
    assert!(lost.is_empty(), "{what}: not in the text: {lost:?}\n{}\n--\n{removed}", document.text);
    let lost: Vec<_> = of(aside).into_iter().filter(|word| !in_removed.contains(word)).collect();
    assert!(lost.is_empty(), "{what}: not shown as left out: {lost:?}\n{}\n--\n{removed}", document.text);
    let seen: Vec<_> =
        of(unseen).into_iter().filter(|word| in_text.contains(word) || in_removed.contains(word)).collect();
    assert!(seen.is_empty(), "{what}: read though nobody sees it: {seen:?}");
}

#[track_caller]
fn expect(name: &str, text: &[&str], aside: &[&str], unseen: &[&str]) {
    let raw = load(&Source::File(path(name)), Layout::Article).unwrap();
    expect_read(name, &raw, text, aside, unseen);
}

#[test]
fn word_processors() {
    let notes = "Footnoted Endnoted Boxedtext Smallcapital LETTERSPACED HEADLINE Vessel Tonnage Berth";
    for name in ["structures.docx", "structures.odt", "structures.fodt"] {
        expect(name, &[EVERYWHERE, notes, "basetext Shapedtext"], &[AROUND, "rubytext"], &[UNSEEN]);
    }
    // Drawn lettering and the pronunciation above signs are instructions for drawing in this format.
    expect("structures.rtf", &[EVERYWHERE, notes], &[AROUND], &[UNSEEN]);
}

#[test]
fn what_is_deleted_or_hidden_is_told() {
    for name in ["structures.docx", "structures.odt", "structures.fodt", "structures.rtf"] {
        let raw = load(&Source::File(path(name)), Layout::Article).unwrap();
        for beginning in ["deletions that were tracked", "text that is set to be hidden"] {
            assert!(raw.notes.iter().any(|note| note.message.starts_with(beginning)), "{name}: {:?}", raw.notes);
        }
    }
}

#[test]
fn books_and_pages_of_a_word_processor() {
    // What is not asked for here, LibreOffice did not write.
    expect("structures.epub", &[EVERYWHERE, "Footnoted Endnoted Boxedtext Smallcapital HEADLINE"], &[], &["Alttitle"]);
    let page = "Runninghead Footnoted Endnoted Smallcapital HEADLINE basetext Runningfoot Captioned";
    expect("structures.html", &[EVERYWHERE, "Vessel", page], &[], &["Marginal Alttitle"]);
}

#[cfg(feature = "pdf")]
#[test]
fn printed_documents() {
    // In print a deletion is struck through and read like any other word.
    let print = "struckword Footnoted Endnoted Boxedtext Shapedtext SMALLCAPITAL LETTERSPACED HEADLINE Vessel figures \
        flags basetext rubytext Captioned";
    expect("structures.pdf", &[EVERYWHERE, print], &["Runninghead Runningfoot"], &["concealedword Marginal Alttitle"]);
}

#[cfg(feature = "pdf")]
fn lines(name: &str) -> Vec<String> {
    let raw = load(&Source::File(path(name)), Layout::Article).unwrap();
    document(&raw).text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(feature = "pdf")]
#[test]
fn a_printed_table_is_read_cell_by_cell() {
    let expected = [
        "Vessel Berth Remark",
        "Alma of Westhaven",
        "Northern quay, second berth",
        "Repaired in May and inspected by the harbour master in June. She sails again.",
        "Sea Otter",
        "Dry dock",
        "Waits for a new mast from the yard at Easthaven, which is late.",
        "Gull Old mole 140 tonnes",
    ];
    assert_eq!(lines("table.pdf")[1..9], expected);
}

#[cfg(feature = "pdf")]
#[test]
fn a_printed_paper_is_read_column_by_column() {
    let lines = lines("paper.pdf");
    assert_eq!(lines[..3], ["Ferry aground in the bay", "Ines Hallow", "The ferry ran aground."]);
    assert_eq!(lines.len(), 11, "{lines:#?}");
    // Over the end of a column, and over the end of a page with its running head and foot.
    assert!(lines[5].contains("the company is to explain itself before"), "{}", lines[5]);
    assert!(lines[9].ends_with("bring a list of it with them, signed by two neighbours who are not of the family."));
    assert_eq!(lines[10], "The light has been out of order since the storm in March.");
    expect("paper.pdf", &[], &["WESTHAVEN COURIER", "Sold"], &["hap experi"]);
}

/// What the page shows as its article, whatever it is wrapped in.
const PAGE: &str = "Topheading emphasised harbourside quayside thousand brokenline CO2 5th abbrword linkedword deletedword \
    insertedword markedword keyword codeword quotedword Afterchain Lastchain Blockquoted Citedname Outeritem Inneritem \
    Innermost Itemparagraph Seconditemparagraph Termword Definitionword Seconddefinition Vessel Tonnage Almaria 140 \
    Mergedcell Secondcellparagraph Nestedcell Footcell Detailword mathword Prefirst Presecond Looseword Innerdivision \
    Tailword Centredword Fontword Customword Subheading lastparagraph";

/// What it shows beside it.
const BESIDE: &str = "Navigationword Bylinename Captionword Summaryword rubyword svgword Noscriptword \
    Labelword Optionword Areaword Buttonword Dialogword Asideword Addressword hiddenword unseenword";

/// What no browser shows.
const BEHIND: &str = "styleword scriptword commentword abbrtitle linktitle altword svgtitle templateword inputvalue \
    placeholderword frameword objectword videoword 99";

fn page() -> String {
    std::fs::read_to_string(path("structures.page.html")).unwrap()
}

/// The page as a reader gets it when a program hands it over as this file.
fn as_file(ending: &str, head: &str) -> RawArticle {
    let file = tempfile::Builder::new().suffix(ending).tempfile().unwrap();
    std::fs::write(file.path(), format!("{head}{}", page()).replace('\n', "\r\n")).unwrap();
    load(&Source::File(file.path().to_owned()), Layout::Article).unwrap()
}

#[test]
fn pages() {
    let everywhere = [PAGE, BESIDE, "Pageheader Tablecaption Notedword"];
    let mail = "Subject: Subjectword\nFrom: Ines <ines@quay.example>\nMIME-Version: 1.0\n\
        Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
    let saved = format!("Snapshot-Content-Location: https://quay.example/\n{mail}");
    let read = [
        ("html", as_file(".html", "")),
        ("mhtml", as_file(".mhtml", &saved)),
        ("eml", as_file(".eml", mail)),
        ("pasted", RawArticle::from_pasted_html("pasted text", &page())),
    ];
    for (what, raw) in &read {
        expect_either(what, raw, &everywhere);
        expect_read(what, raw, &[], &[BESIDE], &[BEHIND]);
    }
    for (what, raw) in &read[2..] {
        expect_read(what, raw, &[PAGE, "Notedword"], &[], &[]);
    }
    expect_read("eml", &read[2].1, &["Subjectword"], &[], &[]);
}

/// Every word is in the text or in what was left out.
#[track_caller]
fn expect_either(what: &str, raw: &RawArticle, all: &[&str]) {
    let document = document(raw);
    let mut found = words(&document.text);
    found.extend(document.removed.iter().flat_map(|removed| words(&removed.text)));
    let lost: Vec<&str> =
        all.iter().flat_map(|list| list.split_whitespace()).filter(|word| !found.contains(*word)).collect();
    assert!(lost.is_empty(), "{what} lost {lost:?}");
}

#[test]
fn markdown_and_what_is_about_it() {
    let text = "Topheading emphasised strong linkedword codeword struckword brokenline inlinetag brokentag Almaria afloat \
        Setextheading Outeritem Inneritem Innermost Seconditem Itemparagraph Taskitem Quotedblock Innerquote Termword \
        Definitionword Vessel 140 Detailword Cellword Fencedword Indentedword referenceword autolink lastparagraph Footnoted \
        Secondnote";
    expect("structures.md", &[text], &["Alttext Summaryword Subtitled"], &["Commentword summary"]);
    let raw = load(&Source::File(path("structures.md")), Layout::Article).unwrap();
    assert_eq!(raw.card.author.as_deref(), Some("Ines Hallow, Tom Oh"));
    assert_eq!(raw.card.published.as_deref(), Some("2024-03-03"));
}

#[test]
fn plain_text_and_plain_mails() {
    let text = "Topline\n\n  Indented line\n\tTabbed line\n- Bulleted\n* Starred\n1) Numbered\n===\nHar\u{ad}bour quay\u{200b}side\u{c}Newpage\n\
        > Quoted reply\n-- \nSignature\n";
    let all = "Topline Indented Tabbed Bulleted Starred Numbered Harbour quayside Newpage Quoted Signature";
    expect_either("plain", &RawArticle::from_text("pasted text", text), &[all]);
    let file = tempfile::Builder::new().suffix(".eml").tempfile().unwrap();
    let mail = format!("Message-ID: <1@quay>\nFrom: Ines <ines@quay.example>\nSubject: Subjectword\n\n{text}");
    std::fs::write(file.path(), mail).unwrap();
    let raw = load(&Source::File(file.path().to_owned()), Layout::Article).unwrap();
    expect_either("mail", &raw, &[all, "Subjectword"]);
}

/// A text in each language as its users wrote it before UTF-8.
const LEGACY: [(&str, &str); 11] = [
    ("windows-1252", "Das Café öffnet später – „endlich“, sagt der Wirt für alle Gäste, die auf der Straße stehen."),
    (
        "iso-8859-2",
        "Prezydent ogłosił, że most zostanie zamknięty, a mieszkańcy będą musieli jeździć naokoło przez łąkę.",
    ),
    ("windows-1251", "Мэр города сообщил, что мост закроют в марте, а паром будет ходить два раза в день."),
    ("koi8-r", "Мэр города сообщил, что мост закроют в марте, а паром будет ходить два раза в день."),
    ("windows-1253", "Ο δήμαρχος ανακοίνωσε ότι η γέφυρα θα κλείσει τον Μάρτιο και το πλοίο θα περνά δύο φορές."),
    ("windows-1254", "Belediye başkanı köprünün mart ayında kapanacağını ve vapurun günde iki kez geçeceğini söyledi."),
    ("shift_jis", "市長は月曜日、古い橋を三月に閉鎖すると発表した。フェリーは一日に二回運航される。"),
    ("euc-jp", "市長は月曜日、古い橋を三月に閉鎖すると発表した。フェリーは一日に二回運航される。"),
    ("gb18030", "市长星期一宣布，老桥将于三月关闭，渡轮每天往返两次，居民们对此表示担忧。"),
    ("big5", "市長星期一宣布，老橋將於三月關閉，渡輪每天往返兩次，居民們對此表示擔憂。"),
    ("euc-kr", "시장은 월요일에 오래된 다리를 삼월에 폐쇄하고 나룻배가 하루에 두 번 다닌다고 밝혔다."),
];

fn loaded(ending: &str, bytes: &[u8]) -> RawArticle {
    let file = tempfile::Builder::new().suffix(ending).tempfile().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    load(&Source::File(file.path().to_owned()), Layout::Article).unwrap()
}

#[test]
fn encodings_that_are_declared_or_guessed() {
    for (label, text) in LEGACY {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        let encoded = |text: &str| {
            let (bytes, _, is_lossy) = encoding.encode(text);
            assert!(!is_lossy, "{label}");
            bytes.into_owned()
        };
        assert_eq!(loaded(".txt", &encoded(text)).text, text, "{label}, guessed");
        let page = format!("<!DOCTYPE html><meta charset={label}><p>{text}</p>");
        assert_eq!(loaded(".html", &encoded(&page)).text, text, "{label}, declared by a page");
        let mail = format!(
            "MIME-Version: 1.0\nContent-Type: text/plain; charset={label}\nContent-Transfer-Encoding: 8bit\n\n{text}\n"
        );
        assert_eq!(loaded(".eml", &encoded(&mail)).text.trim(), text, "{label}, declared by a mail");
    }
}

#[test]
fn marks_of_byte_order() {
    for (_, text) in LEGACY {
        for page in [text.to_owned(), format!("<!DOCTYPE html><p>{text}</p>")] {
            let marked = format!("\u{feff}{page}");
            let orders = [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes];
            let wide = orders.map(|order| marked.encode_utf16().flat_map(order).collect::<Vec<u8>>());
            for bytes in wide.iter().map(Vec::as_slice).chain([marked.as_bytes()]) {
                assert_eq!(loaded(".txt", bytes).text, text);
            }
        }
    }
}
