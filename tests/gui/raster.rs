//! The program's own painter of pictures as the one for image tests.

use egui::{Context, FullOutput, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use paragone::gui::raster;

/// Paints the window on the CPU.
#[derive(Default)]
pub struct Raster(raster::Raster);

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.take(delta);
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let image = self.0.paint(ctx, output.shapes.clone(), ctx.content_rect().size());
        let [width, height] = image.size.map(|side| side as u32);
        RgbaImage::from_raw(width, height, image.as_raw().to_vec()).ok_or_else(|| "no picture of that size".to_owned())
    }
}
