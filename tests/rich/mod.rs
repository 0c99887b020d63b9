//! A project in which everything is used that a project's file can hold.

use paragone::align::Matching;
use paragone::claims::Kind;
use paragone::comparison::{Anchor, Edits, FindingName, Options, Remark, Review, Subject, Verdict};
use paragone::load::{Block, BlockKind, Card, CardField, RawArticle};
use paragone::project::{Project, Stored};
use paragone::text::{Language, Note, Pair, Side, Span};

const LEFT: &str = "Bridge at Öster closes\n\nBy Nora Whitlam\n\nThe bridge at Öster closes on Monday. Works will cost 40 million crowns, the mayor said.\n\nA café nearby fears for its summer; nobody asked it.\n\nRead more: The weir";
const RIGHT: &str = "Öster loses its bridge\n\nNobody had warned the ferrymen. The bridge at Öster closes on Tuesday.\n\nWorks will cost about 42 million crowns. Buses take the long way round.";

/// The project.
pub fn project() -> Project {
    let sources = Pair::new(source(Side::Left, LEFT), source(Side::Right, RIGHT));
    let options = Options {
        language: Some(Language::new("en")),
        keep_everything: false,
        matching: Matching::Generous,
        ..Options::default()
    };
    Project { sources, options, edits: edits(), ..Project::new(Pair::<RawArticle>::default()) }
}

fn source(side: Side, text: &str) -> Stored {
    let is_left = side == Side::Left;
    let mut card = Card::from_origin(if is_left { "/home/ada/öster.html" } else { "https://news.example/bridge" });
    card.title = text.lines().next().map(str::to_owned);
    card.author = is_left.then(|| "Nora Whitlam".to_owned());
    card.published = Some("2025-10-09T08:30+02:00".to_owned());
    card.address = (!is_left).then(|| "https://news.example/bridge".to_owned());
    let mut article = RawArticle { card, text: text.to_owned(), blocks: blocks(text), notes: Vec::new() };
    article.notes.push(Note::info("The encoding is guessed to be Windows-1252."));
    article.notes.push(Note::warning("A \"table\" was read row by row."));
    Stored { article, read: Some(format!("2025-10-1{}T09:15:00Z", u8::from(is_left))), unknown: serde_json::Map::new() }
}

/// A block for each paragraph; the first is a heading.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let kind = if start == 0 { BlockKind::Heading } else { BlockKind::Paragraph };
        blocks.push(Block { span: Span { start, end: start + paragraph.len() }, kind });
        start += paragraph.len() + 2;
    }
    blocks
}

/// Where some words stand.
fn at(text: &str, words: &str) -> usize {
    text.find(words).unwrap()
}

fn edits() -> Edits {
    let (left, right) = (|words| at(LEFT, words), |words| at(RIGHT, words));
    let mut edits = Edits::default();
    edits.only_these_links = true;
    edits.set_verdict(Pair::new(left("The bridge"), right("The bridge")), Some(Verdict::Confirmed));
    edits.set_verdict(Pair::new(left("Works"), right("Works")), Some(Verdict::Manual));
    edits.set_verdict(Pair::new(left("Works"), right("Buses")), Some(Verdict::Rejected));
    edits.set_alone(Side::Left, left("A café"), true);
    edits.set_alone(Side::Right, right("Nobody"), true);
    edits.set_restored(Side::Left, left("Read more"), true);
    edits.set_taken_out(Side::Left, left("By Nora"), true);
    edits.set_cut(Side::Left, left("nobody asked"), true);
    edits.set_cut(Side::Right, right("Buses"), false);
    edits.set_card_field(Side::Left, CardField::Outlet, Some("The Quay".to_owned()));
    edits.set_card_field(Side::Right, CardField::Published, Some("9 October 2025".to_owned()));
    remarks(&mut edits);
    edits
}

fn remarks(edits: &mut Edits) {
    let anchor =
        |text: &str, sentence: &str, words: &str| Anchor { origin: at(text, sentence), words: words.to_owned() };
    let day = FindingName {
        kind: Kind::Date,
        words: Pair::new(Some(anchor(LEFT, "The bridge", "Monday")), Some(anchor(RIGHT, "The bridge", "Tuesday"))),
    };
    let cost = FindingName {
        kind: Kind::Number,
        words: Pair::new(
            Some(anchor(LEFT, "Works", "40 million crowns")),
            Some(anchor(RIGHT, "Works", "about 42 million crowns")),
        ),
    };
    let voice =
        FindingName { kind: Kind::Attribution, words: Pair::new(Some(anchor(LEFT, "Works", "the mayor said")), None) };
    edits.remarks.set_review(day.clone(), Some(Review::Checked));
    edits.remarks.set_review(cost, Some(Review::Dismissed("both round".to_owned())));
    let note = |text: &str, tags: &[&str]| Remark {
        text: text.to_owned(),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
    };
    let sentence = anchor(RIGHT, "Nobody", "Nobody had warned the ferrymen.");
    let pair = Pair::new(anchor(LEFT, "Works", "Works will cost"), anchor(RIGHT, "Works", "Works will cost"));
    edits.remarks.set_note(Subject::Sentence(Side::Right, sentence), note("Ask the ferrymen.\nTwice.", &[]));
    edits.remarks.set_note(Subject::Pair(pair), note("“Crowns” – of which year?", &["To check", "Money"]));
    edits.remarks.set_note(Subject::Finding(day), note("", &["To check"]));
    edits.remarks.set_note(Subject::Finding(voice), note("Who heard him?", &["Voices"]));
}
