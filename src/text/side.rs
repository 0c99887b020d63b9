//! Which of the two sources something belongs to, and "the same thing for both sides".

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

/// One of the two sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The first source given; shown on the left.
    Left,
    /// The second source given; shown on the right.
    Right,
}

impl Side {
    /// Both sides, in the order in which everything is listed.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other side.
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// `"left"` or `"right"`, as in the JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// The same thing for both sides; indexed by [`Side`].
///
/// ```
/// use paragone::text::{Pair, Side};
/// let words = Pair::new("one two", "three").map(|text| text.split(' ').count());
/// assert_eq!(words[Side::Left], 2);
/// assert_eq!(words.swap(), Pair::new(1, 2));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pair<T> {
    /// What belongs to the left source.
    pub left: T,
    /// What belongs to the right source.
    pub right: T,
}

impl<T> Pair<T> {
    /// A pair of the two values.
    pub const fn new(left: T, right: T) -> Self {
        Self { left, right }
    }

    /// A pair whose values are made from their side.
    pub fn from_fn(mut make: impl FnMut(Side) -> T) -> Self {
        Self { left: make(Side::Left), right: make(Side::Right) }
    }

    /// As [`Pair::from_fn`], on two cores where there are two.
    pub fn at_once(make: impl Fn(Side) -> T + Sync) -> Self
    where
        T: Send,
    {
        let (left, right) = rayon::join(|| make(Side::Left), || make(Side::Right));
        Self { left, right }
    }

    /// Both values changed by the same function.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Pair<U> {
        Pair { left: change(self.left), right: change(self.right) }
    }

    /// A pair of references.
    pub fn as_ref(&self) -> Pair<&T> {
        Pair { left: &self.left, right: &self.right }
    }

    /// Left and right exchanged.
    pub fn swap(self) -> Self {
        Self { left: self.right, right: self.left }
    }

    /// Each value beside its counterpart in another pair.
    pub fn zip<U>(self, other: Pair<U>) -> Pair<(T, U)> {
        Pair { left: (self.left, other.left), right: (self.right, other.right) }
    }

    /// Both values with their sides, left first.
    pub fn iter(&self) -> impl Iterator<Item = (Side, &T)> {
        [(Side::Left, &self.left), (Side::Right, &self.right)].into_iter()
    }
}

impl<T> Index<Side> for Pair<T> {
    type Output = T;

    fn index(&self, side: Side) -> &T {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

impl<T> IndexMut<Side> for Pair<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }
}
