//! A picture of a row as the large view shows it, in light colours whatever the window wears, painted without a screen.

use std::sync::Arc;

use egui::{ColorImage, Context, Pos2, RawInput, Rect, Vec2, ViewportId, vec2};
use egui_system_font_provider::SystemFontProvider;

use super::app::dress;
use super::model::RowKey;
use super::raster::Raster;
use super::state::State;
use super::theme::{self, Wishes};
use super::view;

/// Wide enough for two columns that read well, in points.
const WIDTH: f32 = 900.0;
/// As high as a picture gets, in points; what a row holds beyond that is cut off.
const HIGHEST: f32 = 4_000.0;
/// Pixels to a point: sharp on screens of today and in print.
const SCALE: f32 = 2.0;

/// Paints a row of the open comparison; `None` where there is no such row. With `system_fonts`, letters that no bundled face
/// has are looked for among those of the system.
pub fn of_row(state: &State, key: RowKey, system_fonts: bool) -> Option<ColorImage> {
    let open = state.open.as_ref()?;
    let row = open.row(key)?;
    let ctx = Context::default();
    dress(&ctx);
    if system_fonts {
        ctx.add_font_provider(Arc::new(SystemFontProvider::new()));
    }
    theme::wear(&ctx, Wishes { high_contrast: false, still: true });
    ctx.set_theme(egui::Theme::Light);
    let mut raster = Raster::default();
    // The first pass finds out how high it is.
    let mut size = vec2(WIDTH, HIGHEST);
    let mut shapes = Vec::new();
    for _ in 0..2 {
        let mut used = size;
        let mut output = ctx.run_ui(screen(size), |ui| used = view::picture(ui, state, open, row));
        raster.take(&mut output.textures_delta);
        shapes = output.shapes;
        size.y = used.y.ceil().clamp(1.0, HIGHEST);
    }
    Some(raster.paint(&ctx, shapes, size))
}

fn screen(size: Vec2) -> RawInput {
    let mut input = RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)), ..RawInput::default() };
    input.max_texture_side = Some(8_192);
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(SCALE);
    input
}

/// A picture as a file.
///
/// # Errors
/// A sentence, where it has no size that a file can have.
pub fn png(picture: &ColorImage) -> Result<Vec<u8>, String> {
    let [width, height] = picture.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(picture.as_raw()));
    written.map_err(|why| format!("The picture could not be made: {why}; choose a shorter row."))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_written_as_png() {
        let picture = ColorImage::filled([3, 2], egui::Color32::WHITE);
        let bytes = png(&picture).expect("it can be written");
        assert!(bytes.starts_with(b"\x89PNG\r\n"));
        assert!(png(&ColorImage::filled([0, 0], egui::Color32::WHITE)).is_err());
    }
}
