//! Who waits for a reading can see how far it is, and stop it; and no reading goes on for ever.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::Problem;

/// No reading takes longer: a PDF of a thousand full pages takes a tenth of this, and who has waited a minute for an
/// article believes that the program hangs.
pub const LONGEST: Duration = Duration::from_secs(60);

/// Shared between a reading and who waits for it: how far it is, and whether it is still wanted.
///
/// ```
/// use paragone::load::Watch;
/// let watch = Watch::default();
/// assert_eq!(watch.progress(), None);
/// watch.stop();
/// assert!(watch.is_stopped());
/// ```
#[derive(Debug)]
pub struct Watch {
    stopped: AtomicBool,
    done: AtomicUsize,
    all: AtomicUsize,
    /// When the reading first looked here.
    begun: OnceLock<Instant>,
    longest: Duration,
}

impl Default for Watch {
    fn default() -> Self {
        Self::with_bound(LONGEST)
    }
}

impl Watch {
    fn with_bound(longest: Duration) -> Self {
        Self {
            stopped: AtomicBool::default(),
            done: AtomicUsize::default(),
            all: AtomicUsize::default(),
            begun: OnceLock::new(),
            longest,
        }
    }

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

    /// An error where the reading is no longer wanted, or takes longer than [`LONGEST`] since it first asked.
    pub(super) fn go_on(&self) -> Result<(), Problem> {
        if self.is_stopped() {
            return Err(Problem::Stopped);
        }
        let begun = self.begun.get_or_init(Instant::now);
        if begun.elapsed() > self.longest { Err(Problem::TakesLong) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_goes_on_until_it_is_stopped() {
        let watch = Watch::default();
        assert!(watch.go_on().is_ok());
        watch.stop();
        assert!(matches!(watch.go_on(), Err(Problem::Stopped)));
    }

    #[test]
    fn the_time_runs_from_the_first_look() {
        let watch = Watch::with_bound(Duration::from_millis(20));
        std::thread::sleep(Duration::from_millis(30));
        assert!(watch.go_on().is_ok());
        std::thread::sleep(Duration::from_millis(30));
        assert!(matches!(watch.go_on(), Err(Problem::TakesLong)));
    }

    #[test]
    fn progress_never_passes_its_end() {
        let watch = Watch::default();
        watch.reached(9, 3);
        assert_eq!(watch.progress(), Some((3, 3)));
    }
}
