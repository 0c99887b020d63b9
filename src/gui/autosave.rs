//! When unsaved work is kept aside: soon after the reader pauses, and every few seconds while they do not. Pure: time comes
//! in as seconds, so nothing has to be waited for in tests, and where nothing is unsaved nothing has to be woken up for.

/// A pause of so many seconds after a change: nobody loses more than the word being typed, and typing is not disturbed.
const PAUSE: f64 = 2.0;

/// At most five seconds of work may be lost; writing takes up to one of them.
const LONGEST: f64 = 4.0;

/// What is to be done about unsaved work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Nothing, until something changes.
    Rest,
    /// Nothing for so many seconds.
    Wait(f64),
    /// Keep it aside.
    Keep,
    /// Nothing is unsaved any more: forget what was kept.
    Forget,
}

/// What was seen of unsaved work so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Autosave {
    /// The change that was seen last.
    seen: Option<u64>,
    /// Since when something is not kept aside, and when it changed last, in seconds.
    waiting: Option<(f64, f64)>,
    /// Something was kept aside.
    kept: bool,
}

impl Autosave {
    /// What to do now, where the number of the last change to unsaved work is given; `None` where all is saved.
    pub fn step(&mut self, change: Option<u64>, now: f64) -> Step {
        if change != self.seen {
            self.seen = change;
            let first = self.waiting.map_or(now, |(first, _)| first);
            self.waiting = change.map(|_| (first, now));
        }
        match self.waiting {
            None if self.seen.is_none() && std::mem::take(&mut self.kept) => Step::Forget,
            None => Step::Rest,
            Some((first, last)) => match (first + LONGEST).min(last + PAUSE) - now {
                left if left > 0.0 => Step::Wait(left),
                _ => {
                    self.waiting = None;
                    self.kept = true;
                    Step::Keep
                }
            },
        }
    }

    /// Something was kept aside otherwise.
    pub fn note_kept(&mut self) {
        self.kept = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_kept_after_a_pause_and_once() {
        let mut autosave = Autosave::default();
        assert_eq!(autosave.step(None, 0.0), Step::Rest);
        assert_eq!(autosave.step(Some(1), 10.0), Step::Wait(2.0));
        assert_eq!(autosave.step(Some(1), 11.5), Step::Wait(0.5));
        assert_eq!(autosave.step(Some(1), 12.0), Step::Keep);
        assert_eq!(autosave.step(Some(1), 99.0), Step::Rest);
    }

    #[test]
    fn whoever_types_on_and_on_loses_five_seconds_at_most() {
        let mut autosave = Autosave::default();
        let mut kept = Vec::new();
        for n in 0..100u32 {
            let now = f64::from(n) / 10.0;
            if autosave.step(Some(u64::from(n)), now) == Step::Keep {
                kept.push(now);
            }
        }
        assert_eq!(kept.len(), 2);
        assert!(kept[0] <= LONGEST && kept[1] - kept[0] <= LONGEST + 0.11, "{kept:?}");
    }

    #[test]
    fn what_is_saved_is_forgotten_once() {
        let mut autosave = Autosave::default();
        autosave.step(Some(1), 0.0);
        assert_eq!(autosave.step(Some(1), 3.0), Step::Keep);
        assert_eq!(autosave.step(None, 4.0), Step::Forget);
        assert_eq!(autosave.step(None, 5.0), Step::Rest);
    }

    #[test]
    fn what_was_saved_before_it_was_kept_needs_no_forgetting() {
        let mut autosave = Autosave::default();
        autosave.step(Some(1), 0.0);
        assert_eq!(autosave.step(None, 1.0), Step::Rest);
        assert_eq!(autosave.step(Some(2), 9.0), Step::Wait(2.0));
    }
}
