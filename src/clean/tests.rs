//! Whole invented pages, and what holds for every page.

use proptest::prelude::*;

use super::*;

const PAGE: &str = "\
Harbour mast falls in night storm
By ADA BYRNE | March 3, 2024
The harbour mast of Westhaven fell on Sunday night. Nobody was hurt.
The old mast, in a file image.
\u{2022} It stood for ninety years.
What the council says
“It was old,” said Tom Oh. “We knew.” (Related: Council delays harbour repairs again.) A new one will be built.
Harbour mast falls in night storm
Watch the video below of the fall. The council meets in May. Follow us on Quaybook.
Repairs at U.S. ports
The same happened in two other ports.
More related stories:
Ferry runs aground. Storm closes the coast road.
Sources include:
Westhaven.com Quay.news
";

fn read(text: &str, choices: &Choices) -> (RawArticle, Article) {
    let raw = RawArticle::from_text("test", text);
    let article = clean(&raw, choices);
    (raw, article)
}

fn removed(article: &Article) -> Vec<(&str, Reason)> {
    article.removed.iter().map(|removed| (removed.text.as_str(), removed.why)).collect()
}

#[test]
fn a_page_is_taken_apart() {
    let (raw, article) = read(PAGE, &Choices::default());
    assert_eq!(
        removed(&article),
        [
            ("By ADA BYRNE | March 3, 2024", Reason::Byline),
            ("The old mast, in a file image.", Reason::Caption),
            ("(Related: Council delays harbour repairs again.)", Reason::Related),
            ("Harbour mast falls in night storm", Reason::RepeatedTitle),
            ("Watch the video below of the fall.", Reason::Appeal),
            ("Follow us on Quaybook.", Reason::Appeal),
            ("More related stories:", Reason::Related),
            ("Ferry runs aground. Storm closes the coast road.", Reason::Related),
            ("Sources include:", Reason::LinkList),
            ("Westhaven.com Quay.news", Reason::LinkList),
        ]
    );
    let kept: Vec<(Role, &str)> =
        article.passages.iter().map(|passage| (passage.role, passage.span.of(&raw.text))).collect();
    assert_eq!(
        kept,
        [
            (Role::Headline, "Harbour mast falls in night storm"),
            (Role::Lead, "The harbour mast of Westhaven fell on Sunday night. Nobody was hurt."),
            (Role::List, "It stood for ninety years."),
            (Role::Subheading, "What the council says"),
            (Role::Body, "“It was old,” said Tom Oh. “We knew.”"),
            (Role::Body, "A new one will be built."),
            (Role::Body, "The council meets in May."),
            (Role::Subheading, "Repairs at U.S. ports"),
            (Role::Body, "The same happened in two other ports."),
        ]
    );
}

#[test]
fn the_card_is_filled_and_never_overwritten() {
    let (_, article) = read(PAGE, &Choices::default());
    assert_eq!(article.card.title.as_deref(), Some("Harbour mast falls in night storm"));
    assert_eq!(article.card.author.as_deref(), Some("ADA BYRNE"));
    assert_eq!(article.card.published.as_deref(), Some("2024-03-03"));
    let mut raw = RawArticle::from_text("test", PAGE);
    raw.card.author = Some("Tom Oh".to_owned());
    assert_eq!(clean(&raw, &Choices::default()).card.author.as_deref(), Some("Tom Oh"));
}

#[test]
fn an_article_without_title_begins_with_its_lead() {
    let (_, article) = read("The mast fell on Sunday.\nNobody was hurt.\n", &Choices::default());
    assert_eq!(article.card.title, None);
    assert_eq!(article.passages.iter().map(|passage| passage.role).collect::<Vec<_>>(), [Role::Lead, Role::Body]);
}

#[test]
fn a_second_title_is_a_standfirst() {
    let page = "Harbour mast falls\nA night of wind and a long wait for help on the quay\nThe mast fell on Sunday.";
    let (_, article) = read(page, &Choices::default());
    let roles: Vec<Role> = article.passages.iter().map(|passage| passage.role).collect();
    assert_eq!(roles, [Role::Headline, Role::Lead, Role::Body]);
}

#[test]
fn what_was_taken_out_can_be_put_back() {
    let (raw, article) = read(PAGE, &Choices::default());
    let restored: BTreeSet<usize> = article.removed.iter().map(|removed| removed.span.start).collect();
    let all = clean(&raw, &Choices { restored, ..Choices::default() });
    assert!(all.removed.is_empty());
    assert_eq!(all.passages.len(), raw.blocks.len());
    assert_eq!(all, clean(&raw, &Choices { keep_everything: true, ..Choices::default() }));
    let caption = all.passages.iter().find(|passage| passage.span.of(&raw.text).contains("file image"));
    assert_eq!(caption.map(|passage| passage.role), Some(Role::Caption));
}

#[test]
fn the_reader_takes_out_what_the_program_keeps() {
    let (raw, article) = read(PAGE, &Choices::default());
    let first = article.passages[0].span.start;
    let taken_out = BTreeSet::from([first]);
    let less = clean(&raw, &Choices { taken_out, keep_everything: true, ..Choices::default() });
    assert_eq!(
        less.removed.iter().map(|removed| (removed.span.start, removed.why)).collect::<Vec<_>>(),
        [(first, Reason::ByHand)]
    );
}

#[test]
fn a_passage_made_of_several_stretches_is_taken_out_whole() {
    let page = "Mast falls\nIt fell on Sunday. Click here for more. Nobody was hurt.\nThe council meets.";
    let (raw, article) = read(page, &Choices::default());
    let appeal = article.removed[0].span.start;
    let (_, whole) = read(page, &Choices { restored: BTreeSet::from([appeal]), ..Choices::default() });
    let passage = whole.passages[1].span;
    assert_eq!(passage.of(page), "It fell on Sunday. Click here for more. Nobody was hurt.");
    let parts: Vec<Span> = stretches(&raw).into_iter().filter(|part| part.touches(passage)).collect();
    assert_eq!(parts.len(), 3);
    let taken_out = parts.iter().map(|part| part.start).collect();
    let (_, less) = read(page, &Choices { taken_out, ..Choices::default() });
    let why: Vec<Reason> = less.removed.iter().map(|removed| removed.why).collect();
    assert_eq!(why, [Reason::ByHand, Reason::Appeal, Reason::ByHand]);
    assert_eq!(less.passages.len(), 2);
}

#[test]
fn a_list_of_links_ends_where_the_article_goes_on() {
    let page = "Mast falls\nIt fell on Sunday.\nRECOMMENDED\nFerry runs aground off the northern coast\nWhat now\nThe council meets.";
    let (_, article) = read(page, &Choices::default());
    assert_eq!(article.removed.len(), 2);
    assert_eq!(article.passages.last().map(|passage| passage.role), Some(Role::Body));
}

#[test]
fn given_sentences_are_never_taken_out() {
    let raw = RawArticle::from_sentences("test", &["Click here.", "By Ada Byrne // 2025-02-21", ""]);
    let article = clean(&raw, &Choices::default());
    assert!(article.removed.is_empty());
    assert!(article.passages.iter().all(|passage| passage.given));
    assert_eq!(article.passages.len(), 3);
}

/// Pages made of lines that mean something here, in any order.
fn pages() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        proptest::sample::select(PAGE.lines().map(str::to_owned).collect::<Vec<_>>()),
        "\\PC{0,40}",
        "(\\(Related: )?[A-Z][a-z]{1,5}( [a-z“”\"()]{1,6}){0,6}[.!?:)]{0,2} (Click here\\.)?",
    ];
    proptest::collection::vec(line, 0..12).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_is_there_twice(page in pages()) {
        let (raw, article) = read(&page, &Choices::default());
        let passages = article.passages.iter().map(|passage| passage.span);
        let mut spans: Vec<Span> = passages.chain(article.removed.iter().map(|removed| removed.span)).collect();
        spans.sort();
        prop_assert!(spans.is_sorted_by(|a, b| a.end <= b.start));
        prop_assert!(article.removed.is_sorted_by_key(|removed| removed.span.start));
        let whole = |spans: &mut dyn Iterator<Item = Span>| -> String {
            spans.flat_map(|span| span.of(&raw.text).chars()).filter(|c| !c.is_whitespace()).collect()
        };
        prop_assert_eq!(whole(&mut spans.into_iter()), whole(&mut raw.blocks.iter().map(|block| block.span)));
    }
}
