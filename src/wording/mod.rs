//! How the wording of a group's two sides differs, word by word.

mod matching;
mod moves;
mod pieces;
mod readable;
mod typography;
mod words;

use serde::{Deserialize, Serialize};

use crate::align::Group;
use crate::segment::Document;
use crate::text::{Pair, Side, Span, fold};

pub use typography::{Typography, tally};

use pieces::Stretch;
use words::Word;

/// What happened to a stretch of words on the way from the left source to the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// The same words on both sides.
    Equal,
    /// Only in the left source.
    Delete,
    /// Only in the right source.
    Insert,
    /// Other words in the same place.
    Replace,
    /// The same words in another place.
    Move,
}

/// A stretch of words and its counterpart. The pieces of a group, put together in order, give back each side exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What happened.
    pub op: Op,
    /// Where, in each document's text; `None` where a side has nothing.
    pub spans: Pair<Option<Span>>,
    /// The two differ in typography only: quotes, dashes, spacing, case.
    pub typographic: bool,
}

/// The wording comparison of a group, piece by piece in the order of the left side; a piece that only the right side
/// has stands before the one that follows it there. Within a side the pieces tile each sentence exactly, white space
/// included, and none reaches into another sentence.
pub fn compare(documents: Pair<&Document>, group: &Group) -> Vec<Piece> {
    let words = Pair::from_fn(|side| words::words(documents[side], &group.sentences[side]));
    let matched = matching::matches(&words.left, &words.right);
    let matched = readable::without_crumbs(&words.left, &words.right, &matched);
    let moved = moves::moves(&words.left, &words.right, &matched);
    let stretches = pieces::stretches(&words.left, &words.right, &matched, &moved);
    let pieces = stretches.into_iter().map(|stretch| piece(documents, &words, &stretch)).collect();
    in_order(joined(documents, pieces))
}

fn piece(documents: Pair<&Document>, words: &Pair<Vec<Word>>, stretch: &Stretch) -> Piece {
    let ranges = Pair::new(&stretch.left, &stretch.right);
    let spans = Pair::from_fn(|side| {
        let words = words[side].get(ranges[side].clone()).unwrap_or_default();
        words.iter().map(|word| word.tile).reduce(Span::join)
    });
    let text = Pair::from_fn(|side| spans[side].map_or("", |span| span.of(&documents[side].text)).trim());
    let differs = text.left != text.right;
    let op = if differs && stretch.op == Op::Equal { Op::Replace } else { stretch.op };
    let typographic = differs && op != Op::Move && letters_and_signs(text.left) == letters_and_signs(text.right);
    Piece { op, spans, typographic }
}

/// Signs that change what is said; with quotation marks, since words put into them are somebody's.
const SIGNS: &str = "\"$%&+=<>@#/*";

/// What is left of a text when typography is taken away: letters, digits, and the signs that mean something.
fn letters_and_signs(text: &str) -> String {
    let mut folded = fold(text);
    if folded == "'" {
        return "\"".to_owned();
    }
    folded.retain(|c| c.is_alphanumeric() || SIGNS.contains(c) || !c.is_ascii() && !is_mere_mark(c));
    folded
}

fn is_mere_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '…' | '•' | '·' | '¿' | '¡')
}

/// The pieces, those of the same kind that follow each other in one sentence of both sides made one.
fn joined(documents: Pair<&Document>, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if last.is_followed_by(&piece, documents) => {
                last.spans = last.spans.zip(piece.spans).map(|(a, b)| a.zip(b).map(|(a, b)| a.join(b)));
            }
            _ => joined.push(piece),
        }
    }
    joined
}

impl Piece {
    /// Whether another piece goes on where this one ends, in the same way.
    fn is_followed_by(&self, next: &Self, documents: Pair<&Document>) -> bool {
        let is_whole = self.op == Op::Equal || self.typographic;
        let touches = |side: Side| {
            let (Some(a), Some(b)) = (self.spans[side], next.spans[side]) else { return false };
            a.end == b.start && documents[side].sentence_at(a.start) == documents[side].sentence_at(b.start)
        };
        is_whole && self.op == next.op && self.typographic == next.typographic && Side::BOTH.into_iter().all(touches)
    }
}

/// The pieces in the order of the left side, those without a left side before what follows them on the right.
fn in_order(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let right = |piece: &Piece| piece.spans.right.map_or(0, |span| span.start);
    pieces.sort_by_key(right);
    let mut next = usize::MAX;
    let mut keyed: Vec<((usize, bool, usize), Piece)> = Vec::new();
    for piece in pieces.into_iter().rev() {
        let stays = piece.op != Op::Move && piece.spans.right.is_some();
        let key = match piece.spans.left {
            Some(left) => (left.start, true, 0),
            None => (next, false, right(&piece)),
        };
        if let Some(left) = piece.spans.left.filter(|_| stays) {
            next = left.start;
        }
        keyed.push((key, piece));
    }
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, piece)| piece).collect()
}

#[cfg(test)]
mod tests;
