//! The same person under two offices or labels.

use crate::text::{Pair, Side};

use super::super::scene::Scene;
use super::super::{Finding, Kind, Mark, Place, Relation};
use super::alias::{Likeness, likeness};
use super::{label, role};

/// Where the two sources call somebody otherwise beside the name that both have.
pub fn otherwise(scene: &Scene<'_>, marks: &Pair<Vec<&Mark>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &left in &marks.left {
        for &right in marks.right.iter().filter(|right| likeness(&left.value, &right.value) == Likeness::Same) {
            let pair = Pair::new(left, right);
            findings.extend(rival_offices(scene, pair).or_else(|| unlike_labels(scene, pair)));
        }
    }
    findings
}

/// "Transport Minister Ines Hallow" and "Ines Hallow, the fisheries minister".
fn rival_offices(scene: &Scene<'_>, pair: Pair<&Mark>) -> Option<Finding> {
    let role = |side: Side| role::role(scene.pages[side], scene.reading(side, pair[side])?, pair[side]);
    let (here, there) = (role(Side::Left)?, role(Side::Right)?);
    let places = Pair::new(here.place, there.place);
    here.is_rival(&there).then(|| {
        let words = words(scene, places);
        let message = format!("The same person in another office: left “{}”, right “{}”.", words.left, words.right);
        scene.finding(Kind::Name, Relation::Differs, places.map(Some), message)
    })
}

/// "the radio host Ines Hallow" and "Ines Hallow, a former mayor".
fn unlike_labels(scene: &Scene<'_>, pair: Pair<&Mark>) -> Option<Finding> {
    let label = |side: Side| label::label(scene.pages[side], scene.reading(side, pair[side])?, pair[side]);
    let (here, there) = (label(Side::Left)?, label(Side::Right)?);
    let places = Pair::new(here.place, there.place);
    here.is_unlike(&there).then(|| {
        let words = words(scene, places);
        let name = scene.words(Side::Left, pair.left.span);
        let message = format!("Left calls {name} “{}”, right “{}”.", words.left, words.right);
        scene.finding(Kind::Name, Relation::Differs, places.map(Some), message)
    })
}

fn words(scene: &Scene<'_>, places: Pair<Place>) -> Pair<String> {
    Pair::from_fn(|side| scene.words(side, places[side].span))
}
