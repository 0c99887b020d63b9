//! The program's sign in the window's title and the task bar: two columns of text, blue and orange, with a line that
//! joins them.

use egui::IconData;

use super::theme;

/// The sign is as many pixels wide and high.
const SIDE: usize = 64;

/// The lines of the two columns: first and last pixel across, first and last down.
const LINES: [[usize; 4]; 6] =
    [[10, 27, 14, 20], [10, 27, 28, 34], [10, 22, 42, 48], [36, 53, 14, 20], [36, 53, 28, 34], [36, 48, 42, 48]];

/// Draws the sign.
pub fn picture() -> IconData {
    let colours = theme::palette(&egui::Visuals::light());
    let mut rgba = Vec::with_capacity(SIDE * SIDE * 4);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let inside = LINES
                .iter()
                .any(|&[left, right, top, bottom]| (left..=right).contains(&x) && (top..=bottom).contains(&y));
            let joined = (28..=35).contains(&x) && (30..=32).contains(&y);
            let colour = match (inside, joined) {
                (true, _) if x < SIDE / 2 => colours.side.left,
                (true, _) => colours.side.right,
                (false, true) => colours.quiet,
                (false, false) => colours.paper,
            };
            let corner = is_outside_corner(x, y);
            rgba.extend(if corner { [0; 4] } else { colour.to_array() });
        }
    }
    IconData { rgba, width: SIDE as u32, height: SIDE as u32 }
}

/// Whether a pixel lies outside the rounded corners.
fn is_outside_corner(x: usize, y: usize) -> bool {
    const RADIUS: usize = 10;
    let beyond = |at: usize| RADIUS.saturating_sub(at).max((at + RADIUS).saturating_sub(SIDE - 1));
    beyond(x).pow(2) + beyond(y).pow(2) > RADIUS.pow(2)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sign_has_four_bytes_a_pixel_and_round_corners() {
        let icon = super::picture();
        assert_eq!(icon.rgba.len(), (icon.width * icon.height * 4) as usize);
        assert_eq!(icon.rgba[3], 0);
        assert_eq!(icon.rgba[(32 * 64 + 32) * 4 + 3], 255);
    }
}
