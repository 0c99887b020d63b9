//! Work in the background: reading and comparing on threads of their own, each result tagged with its generation.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::comparison::{Edits, Options, compare_while};
use crate::load::{Layout, RawArticle, Source, Watch, load_watched};
use crate::text::{Pair, Side};

use super::command::{Command, Generation};
use super::originals::Originals;

/// What a comparison is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Where the articles came from.
    pub sources: Pair<Source>,
    /// The articles.
    pub articles: Pair<Arc<RawArticle>>,
    /// How they are compared.
    pub options: Options,
    /// The reader's corrections.
    pub edits: Edits,
}

/// Starts work and gathers its results.
pub struct Jobs {
    sender: Sender<Command>,
    receiver: Receiver<Command>,
    mode: Mode,
    readings: RefCell<Vec<Reading>>,
    comparisons: RefCell<Vec<(Generation, Arc<Watch>)>>,
    originals: Originals,
}

/// A reading that somebody waits for.
struct Reading {
    generation: Generation,
    watch: Arc<Watch>,
    /// What was told of it last.
    told: Option<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Each piece of work on a thread of its own.
    Threads,
    /// At once, for tests.
    Inline,
    /// Begun and never done, for tests of waiting.
    Stuck,
}

impl Jobs {
    /// Work on threads of their own.
    pub fn on_threads() -> Self {
        Self::new(Mode::Threads)
    }

    /// Work that is done at once, so that tests need not wait.
    pub fn inline() -> Self {
        Self::new(Mode::Inline)
    }

    /// Work that is never done, so that tests can look at how it is waited for.
    pub fn stuck() -> Self {
        Self::new(Mode::Stuck)
    }

    fn new(mode: Mode) -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            mode,
            readings: RefCell::default(),
            comparisons: RefCell::default(),
            originals: Originals::default(),
        }
    }

    /// Reads a source.
    pub fn load(&self, side: Side, generation: Generation, source: Source, ctx: &egui::Context) {
        let watch = Arc::new(Watch::default());
        self.readings.borrow_mut().push(Reading { generation, watch: watch.clone(), told: None });
        let originals = self.originals.clone();
        let work = move || {
            originals.begin(&source);
            let read = load_watched(&source, Layout::Article, &watch).map_err(|error| error.to_string());
            Command::Loaded(side, generation, read)
        };
        self.start("paragone-read", generation, ctx, work);
    }

    /// Finds out in the background whether the file of a source was changed since it was read here; each change is told once.
    pub fn look_after(&self, source: Source, ctx: &egui::Context) {
        let (sender, ctx, originals) = (self.sender.clone(), ctx.clone(), self.originals.clone());
        let look = move || {
            if originals.is_changed(&source) {
                let _ = sender.send(Command::FileChanged(source));
                ctx.request_repaint();
            }
        };
        match self.mode {
            Mode::Threads => drop(on_thread("paragone-look", look)),
            Mode::Inline => look(),
            Mode::Stuck => (),
        }
    }

    /// Whether a reading is under way.
    pub fn is_reading(&self) -> bool {
        !self.readings.borrow().is_empty()
    }

    /// How far the readings are, where that is news.
    pub fn reached(&self) -> Vec<Command> {
        let mut readings = self.readings.borrow_mut();
        let news = readings.iter_mut().filter_map(|reading| {
            let now = reading.watch.progress().filter(|now| reading.told != Some(*now))?;
            reading.told = Some(now);
            Some(Command::Reached(reading.generation, now))
        });
        news.collect()
    }

    /// Forgets the work that nobody waits for any more; what is still under way stops.
    pub fn keep(&self, is_awaited: impl Fn(Generation) -> bool) {
        let keep = |generation: Generation, watch: &Watch| {
            let wanted = is_awaited(generation);
            if !wanted {
                watch.stop();
            }
            wanted
        };
        self.readings.borrow_mut().retain(|reading| keep(reading.generation, &reading.watch));
        self.comparisons.borrow_mut().retain(|(generation, watch)| keep(*generation, watch));
    }

    /// Compares two articles.
    pub fn compare(&self, generation: Generation, task: Task, ctx: &egui::Context) {
        let watch = Arc::new(Watch::default());
        self.comparisons.borrow_mut().push((generation, watch.clone()));
        let work = move || {
            let articles = Pair::new(&*task.articles.left, &*task.articles.right);
            let go_on = || if watch.is_stopped() { Err(()) } else { Ok(()) };
            match compare_while(articles, &task.options, &task.edits, go_on) {
                Ok(comparison) => Command::Compared(generation, Box::new(comparison)),
                // Nobody waits for it, so nobody is told.
                Err(()) => Command::Broke(generation),
            }
        };
        self.start("paragone-compare", generation, ctx, work);
    }

    /// What has come back since the last call.
    pub fn finished(&self) -> Vec<Command> {
        self.receiver.try_iter().collect()
    }

    fn start(
        &self,
        name: &str,
        generation: Generation,
        ctx: &egui::Context,
        work: impl FnOnce() -> Command + Send + 'static,
    ) {
        if self.mode == Mode::Stuck {
            return;
        }
        let report = Report { sender: self.sender.clone(), generation, ctx: ctx.clone(), sent: false };
        if self.mode == Mode::Inline {
            report.send(work());
            return;
        }
        // Where no thread can be had the closure is dropped, and with it the report, which then says so.
        on_thread(name, move || report.send(work()));
    }
}

/// Runs work on a thread of its own; `false` where the system has no thread to give.
pub fn on_thread(name: &str, work: impl FnOnce() + Send + 'static) -> bool {
    std::thread::Builder::new().name(name.to_owned()).spawn(work).is_ok()
}

/// Sends one result; dropped without one (the work panicked, or never began) it says that the work broke off.
struct Report {
    sender: Sender<Command>,
    generation: Generation,
    ctx: egui::Context,
    sent: bool,
}

impl Report {
    fn send(mut self, result: Command) {
        self.sent = true;
        self.deliver(result);
    }

    fn deliver(&self, result: Command) {
        // Nobody listens any more only when the window is closing.
        let _ = self.sender.send(result);
        self.ctx.request_repaint();
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        if !self.sent {
            self.deliver(Command::Broke(self.generation));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_work_is_there_at_once() {
        let jobs = Jobs::inline();
        let generation = Generation(7);
        jobs.load(Side::Left, generation, Source::Pasted("It rained.".to_owned()), &egui::Context::default());
        let commands = jobs.finished();
        assert!(
            matches!(&commands[..], [Command::Loaded(Side::Left, Generation(7), Ok(article))] if article.text == "It rained.")
        );
    }

    #[test]
    fn a_source_that_cannot_be_read_is_one_sentence() {
        let jobs = Jobs::inline();
        jobs.load(Side::Right, Generation(1), Source::from_argument("no/such/file.txt"), &egui::Context::default());
        let commands = jobs.finished();
        assert!(matches!(&commands[..], [Command::Loaded(Side::Right, _, Err(why))] if why.contains("no such file")));
    }

    #[test]
    fn a_reading_that_nobody_waits_for_is_stopped() {
        let jobs = Jobs::on_threads();
        let ctx = egui::Context::default();
        for n in [1, 2] {
            jobs.load(Side::Left, Generation(n), Source::Pasted("It rained.".to_owned()), &ctx);
        }
        let watches: Vec<Arc<Watch>> = jobs.readings.borrow().iter().map(|reading| reading.watch.clone()).collect();
        jobs.keep(|generation| generation == Generation(2));
        assert_eq!([watches[0].is_stopped(), watches[1].is_stopped()], [true, false]);
        assert!(jobs.is_reading() && jobs.reached().is_empty());
        jobs.keep(|_| false);
        assert!(!jobs.is_reading() && watches[1].is_stopped());
    }

    #[test]
    fn a_comparison_that_nobody_waits_for_is_stopped() {
        let jobs = Jobs::stuck();
        let article = || Arc::new(RawArticle::from_text("a", "It rained."));
        let task = Task {
            sources: Pair::new(Source::StandardInput, Source::StandardInput),
            articles: Pair::new(article(), article()),
            options: Options::default(),
            edits: Edits::default(),
        };
        for n in [1, 2] {
            jobs.compare(Generation(n), task.clone(), &egui::Context::default());
        }
        let watches: Vec<Arc<Watch>> = jobs.comparisons.borrow().iter().map(|(_, watch)| watch.clone()).collect();
        jobs.keep(|generation| generation == Generation(2));
        assert_eq!([watches[0].is_stopped(), watches[1].is_stopped()], [true, false]);
        assert!(!jobs.is_reading() && jobs.comparisons.borrow().len() == 1);
    }

    #[test]
    fn work_that_panics_is_reported() {
        let jobs = Jobs::on_threads();
        jobs.start("paragone-test", Generation(3), &egui::Context::default(), || panic!("on purpose"));
        let waited = jobs.receiver.recv_timeout(std::time::Duration::from_secs(10));
        assert_eq!(waited, Ok(Command::Broke(Generation(3))));
    }
}
