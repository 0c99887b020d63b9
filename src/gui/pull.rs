//! A link drawn with the pointer: from the grip of a sentence to the sentence of the other article on which it is let go.
//! Pure.

use crate::align::Status;
use crate::text::{Pair, Side};

use super::command::Command;
use super::theme::size;
use super::words;

/// What the pointer holds while a link is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pull {
    /// The sentence at which the line begins; it stays.
    pub from: (Side, usize),
    /// The link whose other end is moved; none where a new link is drawn.
    pub moves: Option<Pair<usize>>,
}

impl Pull {
    /// Begins at the grip of a sentence.
    pub const fn of_sentence(side: Side, sentence: usize) -> Self {
        Self { from: (side, sentence), moves: None }
    }

    /// Takes hold of the end of a link that lies on a side.
    pub fn of_end(link: Pair<usize>, loose: Side) -> Self {
        let stays = loose.other();
        Self { from: (stays, link[stays]), moves: Some(link) }
    }

    /// The side on which it can be let go.
    pub fn to(&self) -> Side {
        self.from.0.other()
    }

    /// The sentences that are linked where it is let go on one.
    pub fn pair(&self, on: usize) -> Pair<usize> {
        let mut pair = Pair::new(on, on);
        pair[self.from.0] = self.from.1;
        pair
    }

    /// What is asked for where it is let go on a sentence; nothing where that changes nothing.
    pub fn let_go(&self, on: usize) -> Option<Command> {
        let to = self.pair(on);
        match self.moves {
            Some(from) if from == to => None,
            Some(from) => Some(Command::MoveLink { from, to }),
            None => Some(Command::Link(to)),
        }
    }

    /// What letting go on a sentence does, in a few words; `status` is that of the link which is there already.
    pub fn told(&self, on: usize, status: Option<Status>) -> String {
        let pair = self.pair(on);
        let which = format!("left {} with right {}", pair.left + 1, pair.right + 1);
        match (self.moves, status) {
            (Some(from), _) if from == pair => "Leave the link here".to_owned(),
            (Some(_), None) => format!("Link {which} instead"),
            (Some(_), Some(_)) => format!("Only {which}"),
            (None, None) => format!("Link {which}"),
            (None, Some(Status::Suggested)) => format!("Confirm {which}"),
            (None, Some(status)) => format!("{}: {which}", words::capitalised(words::status(status))),
        }
    }
}

/// How far the middle of a grip is from its text, where so much room is left to the middle of the gutter, in points: beside
/// the number of findings, and as far as it fits before the sign of the link.
pub fn grip_distance(to_middle: f32) -> f32 {
    GRIP_DISTANCE.min(to_middle - size::LINK - GRIP_RADIUS - 1.0)
}

/// The same where there is room enough.
const GRIP_DISTANCE: f32 = 32.0;

/// How large a grip is drawn, in points.
pub const GRIP_RADIUS: f32 = 7.0;

/// How wide and high a grip is to be hit, in points: as much as a fingertip or an unsteady hand needs.
pub const GRIP: f32 = 24.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_from_either_side_links_left_with_right() {
        assert_eq!(Pull::of_sentence(Side::Left, 2).let_go(6), Some(Command::Link(Pair::new(2, 6))));
        assert_eq!(Pull::of_sentence(Side::Right, 2).let_go(6), Some(Command::Link(Pair::new(6, 2))));
        assert_eq!(Pull::of_sentence(Side::Right, 2).to(), Side::Left);
    }

    #[test]
    fn the_end_of_a_link_is_moved_and_its_other_end_stays() {
        let link = Pair::new(3, 5);
        let pull = Pull::of_end(link, Side::Right);
        assert_eq!((pull.from, pull.to()), ((Side::Left, 3), Side::Right));
        assert_eq!(pull.let_go(8), Some(Command::MoveLink { from: link, to: Pair::new(3, 8) }));
        assert_eq!(pull.let_go(5), None, "where it was");
    }

    #[test]
    fn what_letting_go_does_is_told() {
        let pull = Pull::of_sentence(Side::Left, 2);
        assert_eq!(pull.told(6, None), "Link left 3 with right 7");
        assert_eq!(pull.told(6, Some(Status::Suggested)), "Confirm left 3 with right 7");
        assert_eq!(pull.told(6, Some(Status::Manual)), "Linked by you: left 3 with right 7");
        let end = Pull::of_end(Pair::new(2, 4), Side::Right);
        assert_eq!(end.told(6, None), "Link left 3 with right 7 instead");
        assert_eq!(end.told(4, Some(Status::Suggested)), "Leave the link here");
    }

    #[test]
    fn a_grip_keeps_clear_of_the_sign_in_the_middle() {
        assert_eq!(grip_distance(64.0), GRIP_DISTANCE);
        assert!(grip_distance(44.0) + GRIP_RADIUS + size::LINK < 44.0);
    }
}
