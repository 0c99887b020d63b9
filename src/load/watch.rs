//! Who waits for a reading can see how far it is, and stop it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::Problem;

/// Shared between a reading and who waits for it: how far it is, and whether it is still wanted.
///
/// ```
/// use paragone::load::Watch;
/// let watch = Watch::default();
/// assert_eq!(watch.progress(), None);
/// watch.stop();
/// assert!(watch.is_stopped());
/// ```
#[derive(Debug, Default)]
pub struct Watch {
    stopped: AtomicBool,
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Watch {
    /// Asks the reading to stop; it gives [`Problem::Stopped`] at the next place where it looks.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether the reading is no longer wanted.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// How many pages, or bytes of a download, are done, and of how many; `None` where nobody knows yet.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let all = self.all.load(Ordering::Relaxed);
        (all > 0).then(|| (self.done.load(Ordering::Relaxed).min(all), all))
    }

    /// The reading is so far.
    #[cfg_attr(not(feature = "web"), allow(dead_code, reason = "without the web nothing takes long enough"))]
    pub(super) fn reached(&self, done: usize, all: usize) {
        self.done.store(done, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    /// An error where the reading is no longer wanted.
    pub(super) fn go_on(&self) -> Result<(), Problem> {
        if self.is_stopped() { Err(Problem::Stopped) } else { Ok(()) }
    }
}
