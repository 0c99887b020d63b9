//! A ring around what the keyboard is at, for whoever goes by keys; whoever points knows where they are.

use egui::{Context, Event, Id, Key, Rect, Response, Stroke, StrokeKind};

use crate::gui::look::UnderSheet;
use crate::gui::theme;

/// Whether the reader goes from one control to the next by keys; the pointer ends that.
fn goes_by_keys(before: bool, events: &[Event]) -> bool {
    events.iter().fold(before, |by_keys, event| match event {
        Event::Key { key, pressed: true, .. } => by_keys || MOVING.contains(key),
        Event::PointerButton { pressed: true, .. } | Event::Touch { .. } => false,
        _ => by_keys,
    })
}

/// The keys that take the keyboard from one control to another.
const MOVING: [Key; 5] = [Key::Tab, Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];

/// When a page over the window is closed, what had the keyboard before has it again, unless something else asks for it.
/// A page that keeps the keyboard to itself does so for a frame longer than it is seen, hence the second try.
pub fn give_back(ctx: &Context, is_covered: bool, under: &mut UnderSheet) {
    let now = ctx.memory(|memory| memory.focused());
    match (is_covered, under.had_keyboard) {
        (true, None) => under.had_keyboard = now,
        (false, Some(id)) => {
            if !under.is_given_back || now.is_none() {
                ctx.memory_mut(|memory| memory.request_focus(id));
                ctx.request_repaint();
            }
            *under = UnderSheet {
                had_keyboard: Some(id).filter(|_| !under.is_given_back),
                is_given_back: !under.is_given_back,
            };
        }
        _ => {}
    }
}

/// Draws the ring, after everything else. `by_keys` is kept from frame to frame.
pub fn show(ctx: &Context, by_keys: &mut bool) {
    *by_keys = ctx.input(|input| goes_by_keys(*by_keys, &input.events));
    let ringed = ctx.memory(|memory| memory.focused()).and_then(|id| ring(ctx, id)).filter(|_| *by_keys);
    let Some((response, rect)) = ringed else { return };
    let colours = theme::palette(&ctx.global_style().visuals);
    let painter = ctx.layer_painter(response.layer_id);
    painter.rect_stroke(
        rect,
        theme::round::BADGE,
        Stroke::new(theme::line::STRONG, colours.accent),
        StrokeKind::Outside,
    );
}

/// Where the ring goes: around what can be seen of the control. Sentences show in their own way where the keyboard is.
fn ring(ctx: &Context, id: Id) -> Option<(Response, Rect)> {
    let response = ctx.read_response(id)?;
    let can_be_pressed = response.sense.senses_click() || response.sense.senses_drag();
    let seen = response.interact_rect.intersect(ctx.content_rect());
    // At an edge the ring stands inside, where it can be seen.
    let rect = seen.intersect(ctx.content_rect().shrink(theme::line::STRONG));
    (can_be_pressed && rect.is_positive()).then_some((response, rect))
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, PointerButton, pos2};

    use super::*;

    fn key(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    #[test]
    fn keys_begin_it_and_the_pointer_ends_it() {
        let click = Event::PointerButton {
            pos: pos2(1.0, 1.0),
            button: PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        };
        assert!(!goes_by_keys(false, &[]));
        assert!(goes_by_keys(false, &[key(Key::Tab)]));
        assert!(goes_by_keys(true, &[key(Key::A)]), "what is typed changes nothing");
        assert!(!goes_by_keys(false, &[key(Key::A)]));
        assert!(!goes_by_keys(true, &[key(Key::Tab), click]));
    }
}
