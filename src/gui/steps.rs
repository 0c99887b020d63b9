//! What the steps are called that can be taken back: what was done, and where. A name quotes no words of the sources, so
//! that the sides in it can be exchanged with the sources.

use crate::comparison::Verdict;
use crate::load::CardField;
use crate::segment::Mended;
use crate::text::{Pair, Side};

use super::words;

/// What a verdict on pairs of sentences is called.
pub fn judged(verdict: Verdict, pairs: &[Pair<usize>]) -> String {
    let whose = match pairs {
        [pair] => format!("left {} with right {}", pair.left + 1, pair.right + 1),
        _ => words::count(pairs.len(), "pair of sentences", "pairs of sentences"),
    };
    match verdict {
        Verdict::Confirmed => format!("confirm {whose}"),
        Verdict::Manual => format!("link {whose}"),
        Verdict::Rejected => format!("part {whose}"),
    }
}

/// The end of a link brought from one sentence to another.
pub fn moved(from: Pair<usize>, to: Pair<usize>) -> String {
    let side = if from.left == to.left { Side::Left } else { Side::Right };
    let (here, there) = (words::side(side), words::side(side.other()));
    let ends = format!("from {there} {} to {there} {}", from[side.other()] + 1, to[side.other()] + 1);
    format!("move the link of {here} {} {ends}", from[side] + 1)
}

/// That a sentence has no counterpart, or may have one.
pub fn alone(side: Side, sentence: usize, alone: bool) -> String {
    let what = if alone { "has no counterpart" } else { "may have a counterpart" };
    format!("{} {what}", of_sentence(side, sentence))
}

/// Passages put back or taken out.
pub fn kept(side: Side, passages: usize, kept: bool) -> String {
    let what = if kept { "put back" } else { "take out" };
    format!("{what} {} on the {}", words::count(passages, "passage", "passages"), words::side(side))
}

/// A sentence cut in two.
pub fn split(side: Side, sentence: usize) -> String {
    format!("split {}", of_sentence(side, sentence))
}

/// A sentence joined with the next one.
pub fn joined(side: Side, sentence: usize) -> String {
    format!("join sentences {} and {} on the {}", sentence + 1, sentence + 2, words::side(side))
}

/// A cut or a joint taken back.
pub fn unmended(side: Side, sentence: usize, how: Mended) -> String {
    match how {
        Mended::Cut => format!("undo the cut before {}", of_sentence(side, sentence)),
        Mended::Joined => format!("part {} again", of_sentence(side, sentence)),
    }
}

/// A field of a source's card written, or what the source says put back.
pub fn card(side: Side, field: CardField) -> String {
    format!("write the {} of the {} source", words::field(field).to_lowercase(), words::side(side))
}

/// A source read again.
pub fn reloaded(side: Side) -> String {
    format!("reload the {} source", words::side(side))
}

fn of_sentence(side: Side, sentence: usize) -> String {
    format!("sentence {} on the {}", sentence + 1, words::side(side))
}

/// A name for the sources exchanged: what was left is right.
pub fn mirrored(name: &str) -> String {
    let word = |word: &str| match word {
        "left" => "right".to_owned(),
        "right" => "left".to_owned(),
        _ => word.to_owned(),
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_says_what_was_done_and_where() {
        assert_eq!(judged(Verdict::Confirmed, &[Pair::new(1, 2)]), "confirm left 2 with right 3");
        assert_eq!(judged(Verdict::Rejected, &[Pair::new(1, 2), Pair::new(1, 3)]), "part 2 pairs of sentences");
        let told = moved(Pair::new(1, 2), Pair::new(1, 6));
        assert_eq!(told, "move the link of left 2 from right 3 to right 7");
        assert_eq!(moved(Pair::new(2, 1), Pair::new(6, 1)), mirrored(&told));
        assert_eq!(alone(Side::Right, 4, true), "sentence 5 on the right has no counterpart");
        assert_eq!(kept(Side::Left, 1, false), "take out 1 passage on the left");
        assert_eq!(split(Side::Left, 3), "split sentence 4 on the left");
        assert_eq!(joined(Side::Right, 3), "join sentences 4 and 5 on the right");
        assert_eq!(unmended(Side::Left, 4, Mended::Cut), "undo the cut before sentence 5 on the left");
    }

    #[test]
    fn the_sides_of_a_name_are_exchanged_and_nothing_else() {
        assert_eq!(mirrored("confirm left 2 with right 3"), "confirm right 2 with left 3");
        assert_eq!(mirrored("put back 2 passages on the right"), "put back 2 passages on the left");
        assert_eq!(mirrored(&mirrored("split sentence 4 on the left")), "split sentence 4 on the left");
    }
}
