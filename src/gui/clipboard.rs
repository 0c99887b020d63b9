//! What is pasted as a source, and what is copied with its form. The window system hands over and takes plain text only; the
//! HTML beside it is read and written here.

use std::cell::RefCell;

use egui::{Context, Event};

use crate::load::Source;
use crate::text::Side;

use super::command::Command;
use super::copied::Rich;
use super::look::{Look, draft_id};
use super::state::{Page, State};

/// The desktop's clipboard, as far as the window system neither reads nor writes it itself.
pub struct Clipboard(Kind);

enum Kind {
    /// What was put there lives as long as this does, on systems where programs hand it over themselves.
    Native(RefCell<Option<arboard::Clipboard>>),
    /// Holds this HTML, and keeps what is put there, for tests.
    Fake(Option<String>, RefCell<Option<Rich>>),
}

impl Clipboard {
    /// The desktop's own.
    pub fn native() -> Self {
        Self(Kind::Native(RefCell::default()))
    }

    /// One that holds this HTML.
    pub fn fake(html: Option<String>) -> Self {
        Self(Kind::Fake(html, RefCell::default()))
    }

    fn html(&self) -> Option<String> {
        match &self.0 {
            Kind::Native(_) => arboard::Clipboard::new().ok()?.get().html().ok(),
            Kind::Fake(html, _) => html.clone(),
        }
    }

    /// Puts a text there with its form; whether that worked. Under Wayland the window system alone can be relied on, and it
    /// takes plain text: some desktops do not let other ways through, and do not say so.
    pub fn put(&self, rich: &Rich) -> bool {
        match &self.0 {
            Kind::Native(_) if std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty()) => false,
            Kind::Native(kept) => {
                let mut kept = kept.borrow_mut();
                if kept.is_none() {
                    *kept = arboard::Clipboard::new().ok();
                }
                kept.as_mut().is_some_and(|clipboard| clipboard.set_html(&rich.html, Some(&rich.plain)).is_ok())
            }
            Kind::Fake(_, put) => {
                *put.borrow_mut() = Some(rich.clone());
                true
            }
        }
    }

    /// What was put there last, in tests.
    pub fn put_last(&self) -> Option<Rich> {
        match &self.0 {
            Kind::Native(_) => None,
            Kind::Fake(_, put) => put.borrow().clone(),
        }
    }
}

/// Takes a paste that is meant as a source out of the input, so that no field gets it: one outside of all fields, and one
/// into an empty field for pasting where the clipboard holds more structure than the field could show.
pub fn pasted(ctx: &Context, state: &State, look: &Look, clipboard: &Clipboard) -> Option<Command> {
    let field = empty_draft(ctx, state, look);
    if field.is_none() && ctx.text_edit_focused() {
        return None;
    }
    let (place, event) = ctx.input(|input| {
        let events = input.events.iter().enumerate();
        events.rev().find(|(_, event)| is_paste(event)).map(|(place, event)| (place, event.clone()))
    })?;
    let command = match event {
        Event::Paste(text) => {
            let source = Source::from_clipboard(clipboard.html().as_deref(), &text);
            // Plain text belongs into the field that the keyboard writes into.
            if field.is_some() && !matches!(source, Source::PastedHtml(_)) {
                return None;
            }
            Command::Take(vec![source], field)
        }
        _ => Command::Warn(PICTURE.to_owned()),
    };
    ctx.input_mut(|input| input.events.remove(place));
    Some(command)
}

const PICTURE: &str = "The clipboard holds a picture; copy the text of the article and paste that.";

fn is_paste(event: &Event) -> bool {
    matches!(event, Event::Paste(_) | Event::PasteImage(_))
}

/// The side whose field for pasting has the keyboard and is empty.
fn empty_draft(ctx: &Context, state: &State, look: &Look) -> Option<Side> {
    let focused = ctx.memory(|memory| memory.focused())?;
    let side = Side::BOTH.into_iter().find(|&side| draft_id(side) == focused)?;
    (state.page == Page::Welcome && look.drafts[side].trim().is_empty()).then_some(side)
}
