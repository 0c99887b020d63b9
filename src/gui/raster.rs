//! Paints egui's triangles on the CPU: pictures that need no graphics driver and are the same on every machine.

use std::collections::BTreeMap;

use egui::epaint::{ClippedShape, Primitive, Vertex};
use egui::{ColorImage, Context, ImageData, Mesh, Pos2, Rect, TextureId, TexturesDelta, Vec2};

/// The textures it was told of.
#[derive(Default)]
pub struct Raster {
    textures: BTreeMap<TextureKey, ColorImage>,
}

type TextureKey = (bool, u64);

fn key(id: TextureId) -> TextureKey {
    match id {
        TextureId::Managed(n) => (true, n),
        TextureId::User(n) => (false, n),
    }
}

impl Raster {
    /// Takes over what became of the textures; before what is painted with them.
    #[allow(clippy::iter_over_hash_type, reason = "each texture is changed by itself, so the order does not matter")]
    pub fn take(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for change in images {
                let ImageData::Color(patch) = change.image;
                match (change.pos, self.textures.get_mut(&key(id))) {
                    (Some([x, y]), Some(texture)) => write_patch(texture, &patch, x, y),
                    _ => drop(self.textures.insert(key(id), (*patch).clone())),
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&key(id));
        }
    }

    /// Paints shapes onto a picture of a size, in points of the context; what nothing is painted on stays transparent.
    pub fn paint(&self, ctx: &Context, shapes: Vec<ClippedShape>, size: Vec2) -> ColorImage {
        let scale = ctx.pixels_per_point();
        let size = size * scale;
        let mut canvas = Canvas::new(size.x.round().max(1.0) as usize, size.y.round().max(1.0) as usize);
        for clipped in ctx.tessellate(shapes, scale) {
            if let Primitive::Mesh(mesh) = &clipped.primitive
                && let Some(texture) = self.textures.get(&key(mesh.texture_id))
            {
                canvas.mesh(mesh, texture, clipped.clip_rect, scale);
            }
        }
        canvas.into_image()
    }
}

fn write_patch(texture: &mut ColorImage, patch: &ColorImage, x: usize, y: usize) {
    let (wide, high) = (patch.size[0], patch.size[1]);
    for row in 0..high {
        let from = row * wide;
        let to = (y + row) * texture.size[0] + x;
        let there = texture.pixels.get_mut(to..to + wide).zip(patch.pixels.get(from..from + wide));
        if let Some((to, from)) = there {
            to.copy_from_slice(from);
        }
    }
}

/// Premultiplied colours in gamma space, as egui's own painters blend them.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![[0.0; 4]; width * height] }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
        let (x0, x1) = ((clip.min.x * scale).round().max(0.0), (clip.max.x * scale).round().min(self.width as f32));
        let (y0, y1) = ((clip.min.y * scale).round().max(0.0), (clip.max.y * scale).round().min(self.height as f32));
        let clip = Rect::from_min_max(Pos2::new(x0, y0), Pos2::new(x1, y1));
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |n: usize| mesh.vertices.get(*corners.get(n)? as usize).copied();
            if let (Some(a), Some(b), Some(c)) = (corner(0), corner(1), corner(2)) {
                self.triangle([a, b, c], texture, clip, scale);
            }
        }
    }

    fn triangle(&mut self, corners: [Vertex; 3], texture: &ColorImage, clip: Rect, scale: f32) {
        let at = corners.map(|corner| corner.pos * scale);
        let area = cross(at[0], at[1], at[2]);
        if area == 0.0 || !area.is_finite() {
            return;
        }
        // A mirrored triangle covers the same pixels.
        let (corners, at) =
            if area > 0.0 { (corners, at) } else { ([corners[0], corners[2], corners[1]], [at[0], at[2], at[1]]) };
        let area = area.abs();
        let bounds = Rect::from_points(&at).intersect(clip);
        for y in bounds.min.y.floor().max(0.0) as usize..bounds.max.y.ceil().max(0.0).min(clip.max.y) as usize {
            for x in
                bounds.min.x.floor().max(clip.min.x) as usize..bounds.max.x.ceil().max(0.0).min(clip.max.x) as usize
            {
                let centre = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
                let weights = [cross(at[1], at[2], centre), cross(at[2], at[0], centre), cross(at[0], at[1], centre)];
                let edges = [(at[1], at[2]), (at[2], at[0]), (at[0], at[1])];
                let inside = weights.iter().zip(edges).all(|(&w, (a, b))| w > 0.0 || (w == 0.0 && owns_edge(a, b)));
                if inside {
                    self.blend(x, y, shade(&corners, weights.map(|w| w / area), texture));
                }
            }
        }
    }

    fn blend(&mut self, x: usize, y: usize, source: [f32; 4]) {
        let below = &mut self.pixels[y * self.width + x];
        for (channel, value) in below.iter_mut().zip(source) {
            *channel = value + *channel * (1.0 - source[3]);
        }
    }

    fn into_image(self) -> ColorImage {
        let bytes =
            self.pixels.iter().flat_map(|pixel| pixel.map(|part| (part * 255.0).round().clamp(0.0, 255.0) as u8));
        ColorImage::from_rgba_premultiplied([self.width, self.height], &bytes.collect::<Vec<u8>>())
    }
}

/// A pixel on an edge that two triangles share belongs to one of them only.
fn owns_edge(a: Pos2, b: Pos2) -> bool {
    (a.y == b.y && b.x > a.x) || b.y < a.y
}

fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn shade(corners: &[Vertex; 3], weights: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mut colour = [0.0; 4];
    let (mut u, mut v) = (0.0, 0.0);
    for (corner, weight) in corners.iter().zip(weights) {
        for (part, value) in colour.iter_mut().zip(corner.color.to_array()) {
            *part += f32::from(value) / 255.0 * weight;
        }
        u += corner.uv.x * weight;
        v += corner.uv.y * weight;
    }
    let texel = sample(texture, u, v);
    std::array::from_fn(|n| colour[n] * texel[n])
}

/// Linear between the four nearest texels.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let (wide, high) = (texture.size[0], texture.size[1]);
    let (x, y) =
        ((u * wide as f32 - 0.5).clamp(0.0, wide as f32 - 1.0), (v * high as f32 - 0.5).clamp(0.0, high as f32 - 1.0));
    let (x0, y0) = (x.floor() as usize, y.floor() as usize);
    let (x1, y1) = ((x0 + 1).min(wide - 1), (y0 + 1).min(high - 1));
    let (fx, fy) = (x - x0 as f32, y - y0 as f32);
    let texel = |x: usize, y: usize| texture.pixels[y * wide + x].to_array().map(|part| f32::from(part) / 255.0);
    let (a, b, c, d) = (texel(x0, y0), texel(x1, y0), texel(x0, y1), texel(x1, y1));
    std::array::from_fn(|n| (a[n] * (1.0 - fx) + b[n] * fx) * (1.0 - fy) + (c[n] * (1.0 - fx) + d[n] * fx) * fy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_white_square_is_painted_once_where_its_triangles_meet() {
        let white = ColorImage::filled([1, 1], egui::Color32::WHITE);
        let corner = |x: f32, y: f32| Vertex {
            pos: Pos2::new(x, y),
            uv: Pos2::ZERO,
            color: egui::Color32::WHITE.gamma_multiply(0.5),
        };
        let mut canvas = Canvas::new(4, 4);
        let everything = Rect::from_min_max(Pos2::ZERO, Pos2::new(4.0, 4.0));
        let square = [corner(0.0, 0.0), corner(4.0, 0.0), corner(4.0, 4.0), corner(0.0, 4.0)];
        canvas.triangle([square[0], square[1], square[2]], &white, everything, 1.0);
        canvas.triangle([square[0], square[2], square[3]], &white, everything, 1.0);
        let first = canvas.pixels[0];
        let same = |pixel: &[f32; 4]| (pixel[3] - first[3]).abs() < 0.001;
        assert!(first[3] > 0.4 && canvas.pixels.iter().all(same), "{:?}", canvas.pixels);
    }
}
