//! What the window owes to the reader's files: nothing unsaved is lost, and no file is held longer than it is needed.

use egui::{Context, Event, ViewportCommand};

use crate::gui::autosave::Step;
use crate::gui::command::Command;
use crate::gui::projects::{Aside, Order, ProjectCommand};

use super::App;

impl App {
    /// Closing is put off while something is unsaved, and whoever comes back may find the file changed.
    pub(super) fn heed_window(&mut self, ctx: &Context) {
        let (closes, came_back) =
            ctx.input(|input| (input.viewport().close_requested(), input.events.contains(&Event::WindowFocused(true))));
        if closes && !self.state.may_close() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            self.execute(ctx, vec![Command::Project(ProjectCommand::CloseWindow)]);
        }
        if came_back {
            self.execute(ctx, vec![Command::Project(ProjectCommand::LookForChanges)]);
            self.look_after_sources(ctx);
        }
    }

    /// Finds out whether the files of the open sources were changed by another program.
    fn look_after_sources(&self, ctx: &Context) {
        let Some(open) = &self.state.open else { return };
        for (_, source) in open.sources.iter() {
            self.services.jobs.look_after(source.clone(), ctx);
        }
    }

    /// Sees to it that unsaved work is kept aside in time, and that of no file the lock is kept that nobody needs.
    pub(super) fn keep_files(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        match self.autosave.step(self.state.unsaved_change(), now) {
            Step::Rest => {}
            Step::Wait(seconds) => ctx.request_repaint_after_secs(seconds as f32),
            Step::Keep => self.keep_aside(ctx),
            Step::Forget => self.services.keeper.order(Order::Forget, ctx),
        }
        let held = self.state.files_in_hand();
        if held != self.held {
            self.services.keeper.order(Order::Hold(held.clone()), ctx);
            self.held = held;
        }
    }

    fn keep_aside(&self, ctx: &Context) {
        if let Some(work) = self.state.work() {
            let aside = Aside { work, file: self.state.bond.file.clone() };
            self.services.keeper.order(Order::KeepAside(Box::new(aside)), ctx);
        }
    }

    /// The window closes: what is unsaved and was not thrown away is kept aside, and every file let go of.
    pub fn end(&mut self, ctx: &Context) {
        match self.state.unsaved_change() {
            Some(_) => self.keep_aside(ctx),
            None => self.services.keeper.order(Order::Forget, ctx),
        }
        self.services.keeper.end();
    }
}
