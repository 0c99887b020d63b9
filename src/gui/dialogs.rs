//! The desktop's file dialogs: asked for on a thread of their own, one at a time.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::command::{Command, Picked, Target};
use super::jobs::on_thread;

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
}

/// What articles are usually called; what a file is shows in the file, so any other may be chosen, too.
const ENDINGS: [&str; 20] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht", "eml", "docx", "docm", "dotx", "odt",
    "ott", "fodt", "rtf", "epub", "pdf", "zip",
];

/// Nobody cancels a dialog faster than this, so an empty answer within it means that none was shown.
const FASTER_THAN_ANYONE: Duration = Duration::from_millis(400);

const NO_PLACE: &str = "No file window could be opened, as this desktop offers none (it needs a desktop portal or zenity); \
copy the picture and paste it where it is to go.";

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes)
        .map_err(|why| format!("{} could not be saved: {why}; choose another folder or make room.", path.display()))
}

impl Dialogs {
    /// The desktop's own.
    pub fn native() -> Self {
        Self::new(Kind::Native)
    }

    /// One that gives these files back at once.
    pub fn fake(files: Vec<PathBuf>) -> Self {
        Self::new(Kind::Fake(files))
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
            Kind::Native => self.open_native(target, ctx.clone()),
        }
    }

    /// What was chosen since the last call.
    pub fn finished(&self) -> Vec<Command> {
        self.receiver.try_iter().collect()
    }

    /// Asks where something is to be saved, and saves it there.
    pub fn save(&self, name: &str, bytes: Vec<u8>, ctx: &egui::Context) {
        match &self.kind {
            Kind::Fake(files) => {
                let failed = files.first().and_then(|path| write(path, &bytes).err());
                failed.into_iter().for_each(|why| self.warn(why));
            }
            Kind::Native => self.save_native(name, bytes, ctx.clone()),
        }
    }

    /// Tells the reader what went wrong.
    pub fn warn(&self, why: String) {
        let _ = self.sender.send(Command::Warn(why));
    }

    fn save_native(&self, name: &str, bytes: Vec<u8>, ctx: egui::Context) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Save the picture")
            .set_file_name(name)
            .add_filter("PNG picture", &["png"]);
        let begun = Instant::now();
        let chosen = dialog.save_file();
        let sender = self.sender.clone();
        let wait = move || {
            let failed = match pollster::block_on(chosen) {
                Some(file) => write(file.path(), &bytes).err(),
                None => (begun.elapsed() < FASTER_THAN_ANYONE).then(|| NO_PLACE.to_owned()),
            };
            if let Some(why) = failed {
                let _ = sender.send(Command::Warn(why));
                ctx.request_repaint();
            }
        };
        if !on_thread("paragone-dialog", wait) {
            self.warn(NO_PLACE.to_owned());
        }
    }

    fn open_native(&self, target: Target, ctx: egui::Context) {
        let title = match target {
            Target::One(side) => format!("Open the {} source", side.name()),
            Target::Both => "Open two sources".to_owned(),
        };
        // macOS wants the dialog begun on the main thread, and awaited elsewhere.
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .add_filter("Articles", &ENDINGS)
            .add_filter("All files", &["*"]);
        let begun = Instant::now();
        let one = (target != Target::Both).then(|| dialog.clone().pick_file());
        let many = (target == Target::Both).then(|| dialog.pick_files());
        let sender = self.sender.clone();
        let wait = move || {
            let one = one.and_then(pollster::block_on).map(|file| vec![file]);
            let files = one.or_else(|| many.and_then(pollster::block_on));
            let picked = match files {
                Some(files) => Picked::Files(files.iter().map(|file| file.path().to_owned()).collect()),
                None if begun.elapsed() < FASTER_THAN_ANYONE => Picked::NoDialog,
                None => Picked::Nothing,
            };
            let _ = sender.send(Command::Picked(target, picked));
            ctx.request_repaint();
        };
        if !on_thread("paragone-dialog", wait) {
            let _ = self.sender.send(Command::Picked(target, Picked::NoDialog));
        }
    }
}
