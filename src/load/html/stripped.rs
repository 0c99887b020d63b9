//! A page whose tree would grow out of bounds, read without a tree: its text between the tags.

use dom_query::Document;

use super::super::{BlockKind, Card, RawArticle};
use super::{push, tags};
use crate::text::Note;

/// An article of all text between tags; nothing can be told apart.
pub(super) fn article(origin: &str, html: &str) -> RawArticle {
    let mut article = RawArticle { card: Card::from_origin(origin), ..RawArticle::default() };
    let note = "the page is damaged and was read without its structure; take out what does not belong to the article";
    article.notes.push(Note::warning(note));
    let text = Document::fragment(without_tags(html)).text();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if !words.is_empty() {
            push(&mut article, &words.join(" "), BlockKind::Paragraph);
        }
    }
    article
}

/// The text with a line break for each tag of a block, and nothing for the others; scripts and styles go with their text.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut unseen: Option<String> = None;
    for (n, part) in html.split('<').enumerate() {
        let (tag, after) = match part.split_once('>') {
            Some((tag, after)) if n > 0 => (tag, after),
            _ => ("", part),
        };
        let name: String = tag.chars().take_while(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        match &unseen {
            Some(open) if name.strip_prefix('/') == Some(open) => unseen = None,
            Some(_) => continue,
            None if matches!(&*name, "script" | "style") => {
                unseen = Some(name);
                continue;
            }
            None => {}
        }
        if !tags::is_inline(name.trim_start_matches('/')) {
            text.push('\n');
        }
        text.push_str(after);
    }
    text
}
