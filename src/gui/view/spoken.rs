//! What a screen reader is told beyond what the toolkit tells by itself: the names of parts, and which entry is chosen.

use egui::accesskit::{Live, Role};
use egui::{Response, Ui, WidgetInfo};

/// Names the part of the window that `ui` draws, so that one hears where one is and can go from part to part.
pub fn part(ui: &Ui, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// The same for words that are to be read out as soon as they are there, wherever the reader is.
pub fn at_once(ui: &Ui, name: &str) {
    part(ui, Role::Status, name);
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_live(Live::Polite));
}

/// An entry of a list, which is chosen or not. The toolkit would call it a box that is ticked or not.
pub fn entry(response: &Response, chosen: bool, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, name));
    selected(response, chosen);
}

/// Whether one of several entries is the chosen one.
pub fn selected(response: &Response, chosen: bool) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_selected(chosen));
}

/// Whether what a button unfolds is to be seen.
pub fn unfolded(response: &Response, unfolded: bool) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_expanded(unfolded));
}

/// Says more of something than its name does.
pub fn about(response: &Response, more: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(more));
}
