//! The bundled example: two invented reports of one event.

use std::sync::Arc;

use crate::load::RawArticle;
use crate::text::Pair;

/// Both reports, ready to be compared.
pub fn articles() -> Pair<Arc<RawArticle>> {
    Pair::new(
        Arc::new(RawArticle::from_text("example, left", include_str!("../../assets/examples/left.txt"))),
        Arc::new(RawArticle::from_text("example, right", include_str!("../../assets/examples/right.txt"))),
    )
}
