//! How colours look to whom: contrast, and what people with a form of colour blindness see. For tests of the palettes.

use egui::Color32;

/// A way of seeing colours.
#[derive(Clone, Copy, Debug)]
pub enum Sight {
    /// As most people do.
    Full,
    /// Without the cones for long waves.
    Protanopia,
    /// Without those for middle waves; the most common.
    Deuteranopia,
    /// Without those for short waves.
    Tritanopia,
}

impl Sight {
    pub const ALL: [Self; 4] = [Self::Full, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    /// What becomes of linear red, green and blue: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
    /// Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), table 1, severity 1.0.
    fn matrix(self) -> [[f32; 3]; 3] {
        match self {
            Self::Full => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}

/// Red, green and blue as light (sRGB, IEC 61966-2-1).
fn linear(colour: Color32) -> [f32; 3] {
    [colour.r(), colour.g(), colour.b()].map(|value| {
        let value = f32::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: [[f32; 3]; 3], vector: [f32; 3]) -> [f32; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(factor, value)| factor * value).sum())
}

/// The contrast of two colours, 1 to 21, as WCAG 2 defines it.
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |colour| {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// How different two colours look: the distance in CIE L*a*b* of 1976, white D65.
pub fn distance(a: Color32, b: Color32, sight: Sight) -> f32 {
    let [a, b] = [a, b].map(|colour| lab(times(sight.matrix(), linear(colour)).map(|part| part.clamp(0.0, 1.0))));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

fn lab(light: [f32; 3]) -> [f32; 3] {
    const TO_XYZ: [[f32; 3]; 3] =
        [[0.412_456, 0.357_576, 0.180_437], [0.212_673, 0.715_152, 0.072_175], [0.019_334, 0.119_192, 0.950_304]];
    const WHITE: [f32; 3] = [0.950_47, 1.0, 1.088_83];
    let xyz = times(TO_XYZ, light);
    let part = |n: usize| {
        let t = xyz[n] / WHITE[n];
        if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 }
    };
    let (x, y, z) = (part(0), part(1), part(2));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn known_values_come_out() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    assert!((distance(Color32::BLACK, Color32::WHITE, Sight::Full) - 100.0).abs() < 0.1);
    // Red and green, as bright as each other, are one colour to many.
    let (red, green) = (Color32::from_rgb(0xC8, 0x5A, 0x3C), Color32::from_rgb(0x78, 0x82, 0x1E));
    assert!(distance(red, green, Sight::Full) > 3.0 * distance(red, green, Sight::Deuteranopia));
}
