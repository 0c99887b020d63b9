//! Whole invented pages, and what holds for every page.

use proptest::prelude::*;

use super::*;

fn article(origin: &str, html: &str) -> RawArticle {
    super::article(origin, html, &Watch::default()).unwrap()
}

const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en"><head><title>Harbour mast falls in night storm | Westhaven Courier</title>
<meta property="og:site_name" content="Westhaven Courier">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour mast falls in night storm",
 "author":{"name":"Ines Hallow"},"datePublished":"2024-03-04T08:30:00+01:00"}</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="top"><h1>Harbour mast falls in night storm</h1><p class="byline">By Ines Hallow</p></div>
<div class="story">
<p>The harbour mast of Westhaven fell on Sunday night, <b>ninety</b> years after it was raised, and nobody was hurt in the
 fall, the harbour master said.</p>
<figure><img src="mast.jpg"><figcaption>The mast in May, when it still stood.</figcaption></figure>
<p>&ldquo;It was old,&rdquo; said Tom Oh, who has kept the light for thirty years. &ldquo;We knew that it would fall one day,
 and we asked the council for money, again and again.&rdquo;</p>
<aside><h3>Most read</h3><p><a href="/ferry">Ferry runs aground off the northern coast</a></p></aside>
<h2>What the council says</h2>
<p>A new mast will be built by autumn, the council decided on Monday, and it will cost 40,000 crowns, half of which the
 fishermen have promised to pay, as Mayor Ada Byrne told reporters.</p>
<ul><li>The quay stays closed, and boats have to use the northern harbour.</li><li>The ferry sails.</li></ul>
<p><a href="/storm">Read more: how the storm came over the bay</a></p>
</div>
<div class="newsletter-box"><p>Get the tides by mail every morning.</p></div>
<footer>Westhaven Courier, Quay Street 3</footer></body></html>"#;

fn blocks(article: &RawArticle) -> Vec<(&str, BlockKind)> {
    article.blocks.iter().map(|block| (block.span.of(&article.text), block.kind)).collect()
}

#[track_caller]
fn expect(html: &str, expected: &[(&str, BlockKind)]) {
    assert_eq!(blocks(&article("page.html", html)), expected, "{html}");
}

#[test]
fn a_page_is_read_whole_and_in_order() {
    use BlockKind::{Caption, Furniture, Heading, ListItem, Paragraph};
    let article = article("page.html", PAGE);
    let found: Vec<(String, BlockKind)> =
        blocks(&article).into_iter().map(|(text, kind)| (text.chars().take(18).collect(), kind)).collect();
    let found: Vec<(&str, BlockKind)> = found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
    assert_eq!(
        found,
        [
            ("Home", Furniture),
            ("Sport", Furniture),
            ("Harbour mast falls", Heading),
            ("By Ines Hallow", Furniture),
            ("The harbour mast o", Paragraph),
            ("The mast in May, w", Caption),
            ("“It was old,” said", Paragraph),
            ("Most read", Furniture),
            ("Ferry runs aground", Furniture),
            ("What the council s", Heading),
            ("A new mast will be", Paragraph),
            ("The quay stays clo", ListItem),
            ("The ferry sails.", ListItem),
            ("Read more: how the", Furniture),
            ("Get the tides by m", Furniture),
            ("Westhaven Courier,", Furniture),
        ]
    );
    assert!(article.text.contains("Sunday night, ninety years after"), "{}", article.text);
    assert_eq!(article.card.title.as_deref(), Some("Harbour mast falls in night storm"));
    assert_eq!(article.card.author.as_deref(), Some("Ines Hallow"));
    assert_eq!(article.card.published.as_deref(), Some("2024-03-04T08:30+01:00"));
}

#[test]
fn block_elements_separate_and_inline_elements_do_not() {
    use BlockKind::{ListItem, Paragraph};
    expect(
        "<p>It <i>ro</i>se.<div>It fell.</div><table><tr><td>9 m<td>3 m</table><ul><li>One<li>Two</ul>",
        &[
            ("It rose.", Paragraph),
            ("It fell.", Paragraph),
            ("9 m 3 m", Paragraph),
            ("One", ListItem),
            ("Two", ListItem),
        ],
    );
}

#[test]
fn rows_of_sentences_are_paragraphs_and_links_to_notes_are_left_out() {
    use BlockKind::Paragraph;
    expect(
        "<table><tr><td>It rose.<td>Nobody<p>slept</table><p>It fell.<a role=doc-noteref href='#n'>1</a></p>",
        &[("It rose.", Paragraph), ("Nobody", Paragraph), ("slept", Paragraph), ("It fell.", Paragraph)],
    );
}

#[test]
fn line_breaks_part_paragraphs_but_no_sentences() {
    use BlockKind::Paragraph;
    expect(
        "<div>The tide<br>rose.<br>It fell.<br><br>And rose</div><pre>first line\nsecond line</pre>",
        &[
            ("The tide rose.", Paragraph),
            ("It fell.", Paragraph),
            ("And rose", Paragraph),
            ("first line", Paragraph),
            ("second line", Paragraph),
        ],
    );
}

#[test]
fn of_several_stories_on_a_page_the_one_under_the_main_heading_is_meant() {
    let story =
        |words: &str| format!("<p>{}</p>", format!("The {words} came in, and the harbour was full of it. ").repeat(9));
    let page = format!(
        "<body><main><article><h1>Tide</h1>{}</article><article><h2>Fog</h2>{}{}</article></main></body>",
        story("tide"),
        story("fog"),
        story("fog")
    );
    let article = article("page.html", &page);
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds[..2], [BlockKind::Heading, BlockKind::Paragraph]);
    assert!(kinds[2..].iter().all(|kind| *kind == BlockKind::Furniture), "{kinds:?}");
}

#[test]
fn declared_encodings_are_followed() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("<meta charset=windows-1251><p>Прилив пришёл ночью.");
    let article = article_from_bytes("page.html", &bytes, &Watch::default()).unwrap();
    assert_eq!(article.text, "Прилив пришёл ночью.");
}

#[test]
fn what_would_take_too_long_is_read_without_its_tags() {
    for tag in ["<div>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<div><table></div></table>"] {
        let article = article("page.html", &format!("{}The tide &amp; fog.<p>They <b>went</b>.", tag.repeat(20_000)));
        assert_eq!(article.text, "The tide & fog.\n\nThey went.", "{tag}");
        assert_eq!(article.notes.len(), 1);
    }
    let attributes: String = (0..30_000).map(|n| format!(" a{n}='x y'")).collect();
    let swollen = article("page.html", &format!("<p{attributes}>The tide rose.</p>"));
    assert_eq!((swollen.text.as_str(), swollen.notes.len()), ("The tide rose.", 1));
    let unclosed: String = (0..400).map(|n| format!("<b id={n}>")).collect();
    let article = article("page.html", &format!("{unclosed}{}", "<p>tide</p>".repeat(2_000)));
    assert_eq!(article.blocks.len(), 2_000);
}

/// Tags and text in any order, closed or not.
fn pages() -> impl Strategy<Value = String> {
    let tag = proptest::sample::select(vec![
        "p",
        "div",
        "b",
        "a",
        "li",
        "ul",
        "h1",
        "h2",
        "table",
        "tr",
        "td",
        "br",
        "aside",
        "article",
        "figure",
        "figcaption",
        "pre",
        "form",
        "button",
        "span",
        "blockquote",
        "nav",
        "section",
        "font",
        "dl",
        "dd",
        "noscript",
        "select",
        "option",
        "math",
        "q",
    ]);
    let piece = prop_oneof![
        3 => "[a-z]{1,8}( [a-z]{1,8}){0,30}[.,]? ?",
        1 => "\\PC{0,20}",
        2 => tag.clone().prop_map(|tag| format!("<{tag}>")),
        2 => tag.clone().prop_map(|tag| format!("</{tag}>")),
        1 => tag.prop_map(|tag| format!("<{tag} class=\"related caption\" itemprop=articleBody>")),
        1 => Just("<!-- -- >".to_owned()),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// The letters of a text in order, whatever cuts it.
fn letters_of<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.flat_map(str::chars).filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn nothing_that_is_seen_is_lost(page in pages()) {
        let article = article("page.html", &page);
        let seen = Document::from(page.as_str());
        for unseen in seen.select("head, svg, script, style, template, iframe, title").nodes() {
            unseen.remove_from_parent();
        }
        prop_assert_eq!(
            letters_of(article.blocks.iter().map(|block| block.span.of(&article.text))),
            letters_of(std::iter::once(&*seen.root().text()))
        );
        prop_assert!(article.blocks.is_sorted_by(|a, b| a.span.end <= b.span.start));
        for block in &article.blocks {
            let text = block.span.of(&article.text);
            prop_assert!(!text.is_empty() && text.trim() == text && !text.contains(['\n', '\r']), "{:?}", text);
        }
    }
}

#[test]
fn a_row_of_a_table_is_one_line_whether_its_cells_are_paragraphs_or_not() {
    expect(
        "<table><tr><td><p>Alma</p></td><td><p>140 t</p></td></tr><tr><td>Sea</td><td>90 t</td></tr></table>",
        &[("Alma 140 t", BlockKind::Paragraph), ("Sea 90 t", BlockKind::Paragraph)],
    );
}

#[test]
fn what_a_page_shows_without_writing_it_and_what_stands_beside_a_line() {
    expect(
        "<p>She said <q>no</q> to <ruby>東<rp>(</rp><rt>tō</rt><rp>)</rp></ruby> and<svg><title>No</title><text>Chart</text></svg> to \
         <math><mi>x</mi><mo>=</mo><mn>2</mn></math>.</p>",
        &[
            ("tō", BlockKind::Furniture),
            ("Chart", BlockKind::Furniture),
            ("She said “no” to 東 and to x = 2.", BlockKind::Paragraph),
        ],
    );
}

#[test]
fn marks_that_lead_to_notes_and_back_are_left_out() {
    expect(
        r##"<p>It rose<sup><a href="#cite_note-1">[1]</a></sup> in <a href="#notes">2024</a>.</p>
            <p><a href="#fnref1">1</a> At night. <a href="#fnref1">↩</a></p><p>See <a href="#top">12</a>.</p>"##,
        &[
            ("It rose in 2024.", BlockKind::Paragraph),
            ("At night.", BlockKind::Paragraph),
            ("See 12.", BlockKind::Paragraph),
        ],
    );
}

#[test]
fn the_day_that_the_page_shows_goes_on_the_card() {
    let day = |byline: &str| {
        let page = PAGE.replace("2024-03-04T08:30:00+01:00", "2024-03-05T01:30:00Z");
        let page = page.replace("By Ines Hallow</p>", &format!("By Ines Hallow</p><p>{byline}</p>"));
        article("page.html", &page).card.published
    };
    assert_eq!(day("Monday 4 March 2024").as_deref(), Some("2024-03-04"));
    assert_eq!(day("Tuesday 5 March 2024").as_deref(), Some("2024-03-05T01:30Z"));
    let local = r#"<time datetime="2024-03-04T20:30:00-05:00">last night</time>"#;
    assert_eq!(day(local).as_deref(), Some("2024-03-04T20:30-05:00"));
}
