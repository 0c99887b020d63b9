//! The files that sources were read from, as they stood then, so that a later change is noticed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::load::Source;
use crate::project::Stamp;

/// How files stood when they were read; every copy knows the same.
#[derive(Clone, Debug, Default)]
pub struct Originals(Arc<Mutex<BTreeMap<PathBuf, Stamp>>>);

impl Originals {
    /// Keeps how a file stands before it is read, so that a change while it is read is noticed, too.
    pub fn begin(&self, source: &Source) {
        let Source::File(path) = source else { return };
        let now = Stamp::of(path);
        let mut known = self.known();
        match now {
            Some(now) => known.insert(path.clone(), now),
            None => known.remove(path),
        };
    }

    /// Whether a file stands otherwise than when it was read, or than when this was last found. One that is gone has not
    /// changed: what was read of it is still there.
    pub fn is_changed(&self, source: &Source) -> bool {
        let Source::File(path) = source else { return false };
        let Some(now) = Stamp::of(path) else { return false };
        let mut known = self.known();
        match known.get_mut(path) {
            Some(then) if *then != now => {
                *then = now;
                true
            }
            _ => false,
        }
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Stamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_once_and_a_file_that_is_gone_is_no_change() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("tide.txt");
        let write = |text: &str| std::fs::write(&path, text).expect("a file can be written");
        write("Rain.");
        let source = Source::File(path.clone());
        let originals = Originals::default();
        assert!(!originals.is_changed(&source), "nobody has read it yet");
        originals.begin(&source);
        assert!(!originals.is_changed(&source));
        write("Rain fell.");
        assert!(originals.clone().is_changed(&source) && !originals.is_changed(&source));
        std::fs::remove_file(&path).expect("the file can be removed");
        assert!(!originals.is_changed(&source));
        assert!(!originals.is_changed(&Source::Pasted("Rain.".to_owned())));
    }
}
