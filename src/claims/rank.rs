//! Few and right: findings that another explains are left out, and the rest stand in the order a reader would want.

use std::collections::BTreeSet;

use crate::text::Pair;

use super::{Finding, Kind, Place, Relation};

/// The findings of one group without those that say the same about the same words as a weightier one. Of two that
/// weigh the same neither gives way, as swapped sources would choose the other.
pub fn without_repeats(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(weight);
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings {
        let repeated = |seen: &Finding| weight(seen) < weight(&finding) && explains(seen, &finding) || *seen == finding;
        if !kept.iter().any(repeated) {
            kept.push(finding);
        }
    }
    kept
}

/// Conflicts first, then what readers care about most.
pub fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| {
        let rest = |finding: &Finding| (finding.group, finding.kind, symmetric(finding), finding.places);
        (urgency(a).0.cmp(&urgency(b).0)).then(b.interest.total_cmp(&a.interest)).then_with(|| rest(a).cmp(&rest(b)))
    });
    // A sentence may stand in several groups. Whom it alone names is told once; when it says a thing happened, where it
    // has that from and whom it quotes is told beside each sentence that leaves it out.
    let mut told: BTreeSet<(Kind, Option<usize>, Pair<Option<Place>>)> = BTreeSet::new();
    findings.retain(|finding| {
        let once = finding.kind == Kind::Name || !is_one_sided(finding);
        told.insert((finding.kind, (!once).then_some(finding.group), finding.places))
    });
    findings
}

/// What a reader would look at first. Both "only here" relations weigh the same, so that swapped sources keep their order.
fn urgency(finding: &Finding) -> (u8, Kind) {
    let weight = match finding.relation {
        Relation::Conflict => 0,
        Relation::Differs => 1,
        Relation::OnlyLeft | Relation::OnlyRight => 2,
        Relation::Agrees => 3,
    };
    (weight, finding.kind)
}

fn is_one_sided(finding: &Finding) -> bool {
    matches!(finding.relation, Relation::OnlyLeft | Relation::OnlyRight)
}

/// What decides between two findings, whichever side is which.
fn weight(finding: &Finding) -> ((u8, Kind), [usize; 4]) {
    (urgency(finding), symmetric(finding))
}

/// An order of places that does not change when the sources are swapped.
fn symmetric(finding: &Finding) -> [usize; 4] {
    let starts = finding.places.map(|place| place.map_or(0, |place| place.span.start));
    let lengths = finding.places.map(|place| place.map_or(0, |place| place.span.len()));
    [
        starts.left + starts.right,
        starts.left.abs_diff(starts.right),
        lengths.left + lengths.right,
        lengths.left.abs_diff(lengths.right),
    ]
}

/// Whether the one finding says about the same words what the other would say again.
fn explains(seen: &Finding, other: &Finding) -> bool {
    let same_words = |a: Option<Place>, b: Option<Place>| match (a, b) {
        (Some(a), Some(b)) => a.sentence == b.sentence && (a.span.contains(b.span) || b.span.contains(a.span)),
        (_, None) => true,
        (None, Some(_)) => false,
    };
    let same_kind = seen.kind == other.kind;
    let close = |kind: Kind| matches!(kind, Kind::Number | Kind::Scope);
    (same_kind || close(seen.kind) && close(other.kind))
        && same_words(seen.places.left, other.places.left)
        && same_words(seen.places.right, other.places.right)
}
