//! What every kind of claim has: how it is marked in one source and how it is compared across two.

use super::agency::Agency;
use super::attribution::Attribution;
use super::certainty::Certainty;
use super::date::Date;
use super::loaded::Loaded;
use super::name::Name;
use super::number::Number;
use super::polarity::Polarity;
use super::quote::Quote;
use super::reading::{Page, Reading};
use super::scene::Scene;
use super::scope::Scope;
use super::{Finding, Kind, Mark};

/// One kind of claim.
pub trait Detector: Sync {
    /// The kind.
    fn kind(&self) -> Kind;

    /// What it looks for, in one sentence for a reader.
    fn description(&self) -> &'static str;

    /// The marks of one sentence, in order.
    fn marks(&self, page: &Page<'_>, reading: &Reading<'_>) -> Vec<Mark>;

    /// The differences between the two sides of a group.
    fn compare(&self, scene: &Scene<'_>) -> Vec<Finding>;
}

/// Every detector, in the order in which the kinds are listed.
pub const ALL: [&dyn Detector; 10] =
    [&Number, &Date, &Name, &Attribution, &Certainty, &Polarity, &Quote, &Agency, &Scope, &Loaded];

/// What the program looks for under a kind of claim, in one sentence for a reader.
pub fn description(kind: Kind) -> &'static str {
    ALL.iter()
        .find(|detector| detector.kind() == kind)
        .map_or("Words that carry a stance.", |found| found.description())
}
