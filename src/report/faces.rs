//! The faces that come with the program, for the window and for printed reports: a serif for reading, a sans for what is
//! said about a text, and signs.

/// The reading face.
pub static SERIF: &[u8] = include_bytes!("../../assets/fonts/NotoSerif-Regular.ttf");
/// The reading face for titles.
pub static SERIF_BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSerif-Bold.ttf");
/// The reading face for captions and what is said about a text.
pub static SERIF_ITALIC: &[u8] = include_bytes!("../../assets/fonts/NotoSerif-Italic.ttf");
/// The face for labels and figures.
pub static SANS: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
/// The same for what is to stand out.
pub static SANS_BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");
/// Signs of mathematics.
pub static MATH: &[u8] = include_bytes!("../../assets/fonts/NotoSansMath-Regular.ttf");
/// Other signs.
pub static SIGNS: &[u8] = include_bytes!("../../assets/fonts/NotoSansSymbols2-Regular.ttf");
