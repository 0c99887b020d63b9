//! The window: both articles side by side or in aligned rows, the findings beside them, the reader's corrections.
//!
//! [`State`](state::State) is what is true and changes only by [`Command`](command::Command)s; [`Look`](look::Look)
//! is how it is shown; the views draw both and ask for commands; [`App`] carries them out.

pub mod action;
pub mod app;
pub mod autosave;
pub mod clipboard;
pub mod columns;
pub mod command;
pub mod copied;
pub mod dialogs;
pub mod example;
pub mod export;
pub mod filter;
pub mod find;
pub mod flow;
#[cfg(test)]
pub(crate) use crate::comparison::fixture;
pub mod follow;
pub mod fonts;
pub mod gesture;
mod glyphs;
pub mod history;
mod icon;
pub mod jobs;
pub mod keeper;
pub mod left_out;
pub mod listing;
pub mod look;
pub mod marks;
pub mod minimap;
pub mod model;
pub mod originals;
pub mod overview;
pub mod passage;
pub mod picture;
mod place;
pub mod projects;
pub mod pull;
pub mod quotation;
pub mod ranking;
pub mod raster;
pub mod reading;
pub mod ribbon;
pub mod rich;
pub mod rows;
pub mod selection;
pub mod settings;
pub mod spread;
pub mod state;
pub mod steps;
pub mod theme;
mod view;
pub mod wheel;
pub mod words;
pub mod work;

use app::{App, Services};

use crate::load::Source;

/// What the window opens with: no source, one for the left side, two to compare, or a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The first source named.
    pub left: Option<Source>,
    /// The second source named.
    pub right: Option<Source>,
}

/// The name by which desktops and the settings folder know the program.
const APP_ID: &str = "paragone";

/// Opens the window; returns when it is closed.
///
/// # Errors
/// Where no window can be had: one sentence that says why and what to try.
pub fn run(start: Start) -> Result<(), String> {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_title("Paragone")
            .with_inner_size([1280.0, 820.0])
            .with_min_inner_size([420.0, 320.0])
            .with_icon(icon::picture())
            .with_drag_and_drop(true),
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    eframe::run_native(APP_ID, options, Box::new(|cc| Ok(Box::new(App::new(cc, start, Services::real()))))).map_err(
        |error| {
            let why = error.to_string();
            let why = reason(&why);
            format!(
                "the window could not be opened ({why}); check that a display and OpenGL are there, \
                 or compare without a window: paragone compare LEFT RIGHT"
            )
        },
    )
}

/// What an error of the window system says, without the place in that library's source that it begins with.
fn reason(error: &str) -> &str {
    let said = error.rsplit_once(".rs:").and_then(|(_, rest)| rest.split_once(": ")).map_or(error, |(_, said)| said);
    said.trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn a_reader_is_told_the_reason_and_not_the_line_of_source() {
        assert_eq!(reason("os error at /far/away/mod.rs:765: no display is set."), "no display is set");
        assert_eq!(reason("OpenGL 2.0 is missing"), "OpenGL 2.0 is missing");
    }
}
