//! Files on which a reading once failed, hung or filled the memory, or which were made to try that: each is read or
//! refused, and soon. What each of them is stands in `tests/data/damaged/README.md`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::time::{Duration, Instant};

use paragone::clean::{Choices, clean};
use paragone::load::{Layout, Source, load};
use paragone::segment::{Cuts, segment};

/// No file keeps the reader waiting longer, not even in a build for tests on a busy machine.
const LONGEST: Duration = Duration::from_secs(5);

#[test]
fn every_file_is_read_or_refused_soon() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/damaged");
    let described = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let begun = Instant::now();
        if let Ok(raw) = load(&Source::File(path), Layout::Article) {
            let document = segment(&raw, clean(&raw, &Choices::default()), None, &Cuts::default());
            assert!(document.sentences.is_sorted_by(|a, b| a.span.end <= b.span.start), "{name}");
        }
        assert!(begun.elapsed() < LONGEST, "{name} took {:?}", begun.elapsed());
        assert!(
            [".gitattributes", "README.md"].contains(&&*name) || described.contains(&name),
            "{name} is not described"
        );
        count += 1;
    }
    assert!(count > 5, "the files were not found");
}
