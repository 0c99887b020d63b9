//! Where the window stands. A place kept from another screen must not leave it out of sight.

use egui::{Context, Rect, ViewportCommand, pos2};

/// So much of the window's top edge must be on the screen for it to be seen and moved, in points.
const HANDLE: f32 = 160.0;
/// The frame of a maximised window may stand out by this much; a window that is brought back stands as far inside.
const FRAME: f32 = 20.0;

/// Brings a window back that stands out of sight. The toolkit does so itself on Windows and macOS; under X11 it does not,
/// and there every screen lies right of and below the origin. Wayland lets nobody choose a place. Tells whether the
/// place is known by now.
pub fn bring_back(ctx: &Context) -> bool {
    let Some(window) = ctx.input(|input| input.viewport().outer_rect) else { return false };
    if cfg!(all(unix, not(target_os = "macos"))) && !is_in_sight(window) {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(pos2(FRAME, FRAME)));
    }
    true
}

/// Whether a window stands neither left of nor above all screens. How far screens reach to the right is not known, so a
/// window there is the window manager's to keep.
fn is_in_sight(window: Rect) -> bool {
    window.right() >= HANDLE && window.top() >= -FRAME
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;

    #[test]
    fn a_window_left_of_or_above_all_screens_is_out_of_sight() {
        let at = |x: f32, y: f32| is_in_sight(Rect::from_min_size(pos2(x, y), vec2(1000.0, 600.0)));
        for (x, y) in [(-5000.0, -5000.0), (-900.0, 40.0), (60.0, -582.0)] {
            assert!(!at(x, y), "{x}, {y}");
        }
        for (x, y) in [(0.0, 0.0), (-8.0, -8.0), (-700.0, 30.0), (1500.0, 900.0), (2400.0, 100.0)] {
            assert!(at(x, y), "{x}, {y}");
        }
    }
}
