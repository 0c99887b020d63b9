//! Colours and sizes are named in `src/gui/theme`, and nowhere else: a view that writes a number of its own looks a little
//! unlike all others.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails its test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

/// Whatever makes a colour.
const COLOURS: [&str; 5] = ["Color32::from_", "Rgba::from_", "Hsva", "hex_color!", "gamma_multiply"];

/// Whatever takes a size: type, distances, lines, corners, margins, and how large something is.
const SIZED: [&str; 36] = [
    "sans",
    "bold",
    "italic",
    "FontId::new",
    "size",
    "remark",
    "add_space",
    "Stroke::new",
    "CornerRadius::same",
    "corner_radius",
    "rect_filled",
    "rect_stroke",
    "circle",
    "circle_filled",
    "circle_stroke",
    "Margin::same",
    "Margin::symmetric",
    "margin",
    "inner_margin",
    "outer_margin",
    "min_size",
    "set_width",
    "set_height",
    "set_min_width",
    "set_min_height",
    "set_max_width",
    "set_max_height",
    "max_height",
    "desired_width",
    "desired_height",
    "min_col_width",
    "default_size",
    "size_range",
    "allocate_exact_size",
    "add_sized",
    "spacing",
];

/// The files of the window outside the theme, with their code: neither comments nor tests.
fn views() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gui"), &mut files);
    assert!(files.len() > 60, "the views were not found");
    files
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name == "theme" || name == "theme.rs" || name.ends_with("tests.rs") {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            files.push((path, lines.collect::<Vec<_>>().join("\n")));
        }
    }
}

/// What stands between the brackets of each call of a function of this name.
fn arguments<'a>(code: &'a str, function: &str) -> Vec<&'a str> {
    let call = format!("{function}(");
    let begins = code.match_indices(&call).filter(|(at, _)| {
        let before = code[..*at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    });
    begins.map(|(at, _)| inside(&code[at + call.len()..])).collect()
}

/// A text up to the bracket that closes the one before it.
fn inside(text: &str) -> &str {
    let mut open = 1;
    let end = text.find(|c| {
        open += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        open == 0
    });
    &text[..end.unwrap_or(text.len())]
}

/// A number that is a size: not zero, not a factor or divisor of something that has a name, not part of a name or of a text.
fn bare_size(expression: &str) -> Option<String> {
    static TEXT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#""(\\.|[^"\\])*""#).unwrap());
    static FACTOR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b\d+\.\d+ \*|[*/] \d+\.\d+\b").unwrap());
    static SIZE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(^|[^\w.])(\d+(\.\d+)?)\b").unwrap());
    let texts_gone = TEXT.replace_all(expression, "");
    let named = FACTOR.replace_all(&texts_gone, "");
    let sizes = SIZE.captures_iter(&named).map(|found| found[2].to_owned());
    sizes.into_iter().find(|size| size.parse::<f32>().is_ok_and(|size| size != 0.0))
}

/// What a call takes besides a closure, in which other calls have sizes of their own.
fn without_closures(arguments: &str) -> &str {
    arguments.split('|').next().unwrap_or_default()
}

#[test]
fn only_the_theme_makes_a_colour() {
    for (path, code) in views() {
        let made = COLOURS.iter().find(|maker| code.contains(**maker));
        assert!(made.is_none(), "{} makes a colour of its own: {made:?}", path.display());
    }
}

#[test]
fn only_the_theme_names_a_size() {
    let mut found = Vec::new();
    for (path, code) in views() {
        for function in SIZED {
            for arguments in arguments(&code, function) {
                if let Some(size) = bare_size(without_closures(arguments)) {
                    found.push(format!("{}: {size} in {function}({arguments})", path.display()));
                }
            }
        }
        let spacings = code.lines().filter(|line| line.contains("spacing_mut()") && line.contains(" = "));
        found.extend(
            spacings.filter(|line| bare_size(line).is_some()).map(|line| format!("{}: {line}", path.display())),
        );
    }
    assert!(found.is_empty(), "give these a name in src/gui/theme:\n{}", found.join("\n"));
}

#[test]
fn a_size_is_told_from_what_is_none() {
    for size in ["12.5", "1.0, colours.line", "14, 6", "ui.min_size(vec2(0.0, 22.0))", "room.x - 80.0"] {
        assert!(bare_size(size).is_some(), "{size}");
    }
    for none in
        ["theme::SMALL", "0.0", "2.0 * size::LINK", "room / 2.0", "\"12.5\", ink", "line2, x.0", "3.0 * (a + b)"]
    {
        assert_eq!(bare_size(none), None, "{none}");
    }
    assert_eq!(arguments("theme::sans(12.5); other_sans(3)", "sans"), ["12.5"]);
    assert_eq!(arguments("space(f(2), 3)", "space"), ["f(2), 3"]);
}
