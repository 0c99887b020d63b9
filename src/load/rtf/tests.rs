//! Rich text as several programs write it.

use super::super::BlockKind;
use super::*;

fn blocks(rtf: &str) -> Vec<(String, BlockKind)> {
    let article = article(rtf.as_bytes(), "test.rtf", &Watch::default()).unwrap();
    article.blocks.iter().map(|block| (block.span.of(&article.text).to_owned(), block.kind)).collect()
}

fn texts(rtf: &str) -> Vec<String> {
    blocks(rtf).into_iter().map(|(text, _)| text).collect()
}

#[test]
fn paragraphs_headings_items_notes_and_furniture() {
    let found = blocks(
        r"{\rtf1\ansi\ansicpg1252{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\*\cs9 Strong;}}{\header Courier\par}\pard\s1 The tide\par
\pard\plain It {\b rose}{\super\chftn}{\footnote\pard\plain{\super\chftn} At night.} and {\v hidden}{\deleted gone}fell \'96 twice.\par
{\listtext\'b7\tab}\ls1 One item\par\pard\outlinelevel1 Quay{\*\unknown lost}\par}",
    );
    let kinds: Vec<_> = found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
    assert_eq!(
        kinds,
        [
            ("The tide", BlockKind::Heading),
            ("It rose and fell – twice.", BlockKind::Paragraph),
            ("One item", BlockKind::ListItem),
            ("Quay", BlockKind::Heading),
            ("Courier", BlockKind::Furniture),
            ("At night.", BlockKind::Paragraph),
        ]
    );
}

#[test]
fn rows_of_a_table_are_lines_whether_their_cells_are_paragraphs_or_not() {
    let flat = r"{\rtf1\trowd\cellx1\cellx2\pard\intbl Alma\cell 140 t\cell\row\pard After it.\par}";
    let deep = r"{\rtf1{\trowd\cellx1\cellx2{{\pard\intbl Alma\par}\cell}{{\pard\intbl 140 t\par}\cell}\intbl\row}{\pard\tab After it.\par}}";
    for rtf in [flat, deep] {
        assert_eq!(texts(rtf), ["Alma 140 t", "After it."], "{rtf}");
    }
}

#[test]
fn characters_in_many_dresses() {
    assert_eq!(texts(r"{\rtf1\ansi\ldblquote Caf\'e9\rdblquote\emdash\u8211?\u-10179 ?\u-8704 ?}"), ["“Café”—–😀"]);
    assert_eq!(
        texts(r"{\rtf1{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}}\f1 \'ec\'ee\'f1\'f2 \f0 caf\'e9}"),
        ["мост café"]
    );
    assert_eq!(texts(r"{\rtf1\uc2\u233\'e9\'e9t\uc0\u233 s}"), ["étés"]);
    assert_eq!(texts("{\\rtf1 Straße}"), ["Straße"]);
}

#[test]
fn title_and_author_go_on_the_card() {
    let read =
        article(br"{\rtf1{\info{\title The tide rose}{\author Ines Hallow}}It rose.}", "test", &Watch::default())
            .unwrap();
    assert_eq!((read.card.title.as_deref(), read.card.author.as_deref()), (Some("The tide rose"), Some("Ines Hallow")));
    assert_eq!(read.text, "It rose.");
}

#[test]
fn what_is_cut_off_is_read_as_far_as_it_goes() {
    for rtf in [r"{\rtf1 The tide", r"{\rtf1 {\b The tide}", r"{\rtf1{\footnote The tide", r"{\rtf1 The tide}}}\'"] {
        assert_eq!(texts(rtf), ["The tide"], "{rtf}");
    }
    let deep = "{\\rtf1 ".to_owned() + &"{".repeat(100_000);
    assert!(matches!(article(deep.as_bytes(), "test", &Watch::default()), Err(Problem::Damaged)));
}
