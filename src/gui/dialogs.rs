//! The desktop's file dialogs: asked for on a thread of their own, one at a time.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::project::ENDING;

use super::command::{Command, Picked, Target};
use super::jobs::on_thread;
use super::projects::{ProjectCommand, Purpose, Suggestion};

/// Opens file dialogs and gathers what was chosen.
pub struct Dialogs {
    sender: Sender<Command>,
    receiver: Receiver<Command>,
    kind: Kind,
}

enum Kind {
    Native,
    /// Gives back these files, for tests.
    Fake(Vec<PathBuf>),
    /// A desktop that has none, for tests.
    Absent,
}

/// What articles are usually called; what a file is shows in the file, so any other may be chosen, too.
const ENDINGS: [&str; 20] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht", "eml", "docx", "docm", "dotx", "odt",
    "ott", "fodt", "rtf", "epub", "pdf", "zip",
];

/// Nobody cancels a dialog faster than this, so an empty answer within it means that none was shown.
const FASTER_THAN_ANYONE: Duration = Duration::from_millis(400);

impl Dialogs {
    /// The desktop's own.
    pub fn native() -> Self {
        Self::new(Kind::Native)
    }

    /// One that gives these files back at once.
    pub fn fake(files: Vec<PathBuf>) -> Self {
        Self::new(Kind::Fake(files))
    }

    /// None at all, as on a desktop that offers none.
    pub fn absent() -> Self {
        Self::new(Kind::Absent)
    }

    fn new(kind: Kind) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, kind }
    }

    /// Opens a dialog. The state sees to it that only one is open at a time.
    pub fn open(&self, target: Target, ctx: &egui::Context) {
        match &self.kind {
            Kind::Fake(files) => {
                let _ = self.sender.send(Command::Picked(target, Picked::Files(files.clone())));
            }
            Kind::Absent => {
                let _ = self.sender.send(Command::Picked(target, Picked::NoDialog));
            }
            Kind::Native => self.open_native(target, ctx.clone()),
        }
    }

    /// Opens a dialog for a place to save to.
    pub fn save(&self, suggestion: Suggestion, ctx: &egui::Context) {
        match &self.kind {
            Kind::Fake(files) => {
                let picked = files.first().map_or(Picked::Nothing, |file| Picked::Files(vec![file.clone()]));
                let _ = self.sender.send(placed(picked));
            }
            Kind::Absent => {
                let _ = self.sender.send(placed(Picked::NoDialog));
            }
            Kind::Native => self.save_native(suggestion, ctx.clone()),
        }
    }

    /// What was chosen since the last call.
    pub fn finished(&self) -> Vec<Command> {
        self.receiver.try_iter().collect()
    }

    fn open_native(&self, target: Target, ctx: egui::Context) {
        let title = match target {
            Target::One(side) => format!("Open the {} source", side.name()),
            Target::Both => "Open two articles, or a project".to_owned(),
        };
        // macOS wants the dialog begun on the main thread, and awaited elsewhere.
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        let dialog = match target {
            Target::One(_) => dialog.add_filter("Articles", &ENDINGS),
            Target::Both => {
                let both: Vec<&str> = ENDINGS.into_iter().chain([ENDING]).collect();
                dialog.add_filter("Articles and projects", &both).add_filter("Projects", &[ENDING])
            }
        };
        let dialog = dialog.add_filter("All files", &["*"]);
        let begun = Instant::now();
        let one = (target != Target::Both).then(|| dialog.clone().pick_file());
        let many = (target == Target::Both).then(|| dialog.pick_files());
        let sender = self.sender.clone();
        let wait = move || {
            let one = one.and_then(pollster::block_on).map(|file| vec![file]);
            let files = one.or_else(|| many.and_then(pollster::block_on));
            let files = files.map(|files| files.iter().map(|file| file.path().to_owned()).collect());
            let _ = sender.send(Command::Picked(target, picked(files, begun)));
            ctx.request_repaint();
        };
        if !on_thread("paragone-dialog", wait) {
            let _ = self.sender.send(Command::Picked(target, Picked::NoDialog));
        }
    }

    fn save_native(&self, suggestion: Suggestion, ctx: egui::Context) {
        let dialog = rfd::AsyncFileDialog::new().set_file_name(&suggestion.name);
        let mut dialog = match suggestion.purpose {
            Purpose::Project => dialog.set_title("Save the comparison").add_filter("Projects", &[ENDING]),
            Purpose::Report(form) => dialog.set_title("Save the report").add_filter(form.name(), &[form.ending()]),
            Purpose::Picture(_) => dialog.set_title("Save the picture").add_filter("PNG picture", &["png"]),
        };
        if let Some(folder) = suggestion.folder.filter(|folder| folder.is_absolute()) {
            dialog = dialog.set_directory(folder);
        }
        let begun = Instant::now();
        let one = dialog.save_file();
        let sender = self.sender.clone();
        let wait = move || {
            let files = pollster::block_on(one).map(|file| vec![file.path().to_owned()]);
            let _ = sender.send(placed(picked(files, begun)));
            ctx.request_repaint();
        };
        if !on_thread("paragone-dialog", wait) {
            let _ = self.sender.send(placed(Picked::NoDialog));
        }
    }
}

fn placed(picked: Picked) -> Command {
    Command::Project(ProjectCommand::Placed(picked))
}

/// What a dialog gave back that was opened then.
fn picked(files: Option<Vec<PathBuf>>, begun: Instant) -> Picked {
    match files {
        Some(files) => Picked::Files(files),
        None if begun.elapsed() < FASTER_THAN_ANYONE => Picked::NoDialog,
        None => Picked::Nothing,
    }
}
