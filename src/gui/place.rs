//! Where the window stands. A place kept from another screen must not leave it out of sight.

use egui::{Context, Pos2, Rect, Vec2, ViewportCommand, pos2};

/// So much of the window's top edge must be on the screen for it to be seen and moved, in points.
const HANDLE: f32 = 160.0;
/// The frame of a maximised window may stand out by this much.
const FRAME: f32 = 20.0;

/// Brings a window back that stands out of sight. The toolkit does so itself on Windows and macOS; under X11 it does not,
/// and there every screen lies right of and below the origin. Wayland lets nobody choose a place. Tells whether the
/// place is known by now.
pub fn bring_back(ctx: &Context) -> bool {
    let (window, screen) = ctx.input(|input| (input.viewport().outer_rect, input.viewport().monitor_size));
    let (Some(window), Some(screen)) = (window, screen) else { return false };
    if cfg!(all(unix, not(target_os = "macos")))
        && let Some(place) = place_in_sight(window, screen)
    {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(place));
    }
    true
}

/// Where a window belongs that stands left of or above all screens; `None` where it is in sight. How far screens reach to
/// the right is not known, so a window there is the window manager's to keep.
fn place_in_sight(window: Rect, screen: Vec2) -> Option<Pos2> {
    let in_sight = window.right() >= HANDLE && window.top() >= -FRAME;
    (!in_sight).then(|| {
        let spare = (screen - window.size()) / 2.0;
        pos2(spare.x.max(0.0), spare.y.max(0.0))
    })
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;

    const SCREEN: Vec2 = vec2(1600.0, 1000.0);

    fn at(x: f32, y: f32) -> Option<Pos2> {
        place_in_sight(Rect::from_min_size(pos2(x, y), vec2(1000.0, 600.0)), SCREEN)
    }

    #[test]
    fn a_window_out_of_sight_comes_to_the_middle() {
        assert_eq!(at(-1439.0, 40.0), Some(pos2(300.0, 200.0)));
        assert_eq!(at(60.0, -882.0), Some(pos2(300.0, 200.0)));
        let large = Rect::from_min_size(pos2(-5000.0, 0.0), vec2(3000.0, 600.0));
        assert_eq!(place_in_sight(large, SCREEN), Some(pos2(0.0, 200.0)));
    }

    #[test]
    fn a_window_in_sight_stays() {
        for (x, y) in [(0.0, 0.0), (-8.0, -8.0), (-700.0, 30.0), (1500.0, 900.0), (2400.0, 100.0)] {
            assert_eq!(at(x, y), None, "{x}, {y}");
        }
    }
}
