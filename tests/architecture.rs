//! The house rules that a compiler does not keep: who may use whom, where the outside world is touched, and how large
//! a file may grow.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails its test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with the modules that it may use: those to its left.
const LAYERS: [(&str, &[&str]); 14] = [
    ("text", &[]),
    ("load", &["text"]),
    ("clean", &["text", "load"]),
    ("segment", &["text", "load", "clean"]),
    ("align", &["text", "load", "clean", "segment"]),
    ("encoder", &["text", "align"]),
    ("wording", &["text", "load", "clean", "segment", "align"]),
    ("claims", &["text", "load", "clean", "segment", "align"]),
    ("comparison", &["text", "load", "clean", "segment", "align", "wording", "claims"]),
    ("project", &["text", "load", "clean", "segment", "align", "wording", "claims", "comparison"]),
    ("report", &["text", "load", "clean", "segment", "align", "wording", "claims", "comparison"]),
    (
        "cli",
        &[
            "text",
            "load",
            "clean",
            "segment",
            "align",
            "encoder",
            "wording",
            "claims",
            "comparison",
            "report",
            "project",
        ],
    ),
    ("gui", &["text", "load", "clean", "segment", "align", "wording", "claims", "comparison", "report", "project"]),
    ("main", &["cli", "gui", "load"]),
];

/// No file is longer than a person can hold in the head.
const MOST_LINES: usize = 500;

/// The outside world, and the only modules that may touch it.
const EDGES: [(&str, &[&str]); 7] = [
    ("std::fs", &["load", "project", "cli", "gui"]),
    ("File::open", &["load", "project", "cli", "gui"]),
    ("std::time::SystemTime", &["project", "gui"]),
    ("std::env", &["cli", "gui", "main"]),
    ("egui", &["gui"]),
    ("rfd::", &["gui"]),
    ("arboard::", &["gui"]),
];

/// Whatever opens a connection: in the standard library, in the crates that are used for it, in others that could be.
const NETWORK: [&str; 13] = [
    "std::net",
    "net::",
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "UnixStream",
    "ToSocketAddrs",
    "ureq",
    "rustls",
    "native_tls",
    "reqwest",
    "hyper::",
    "tungstenite",
];

/// The only folder that may use it.
const WEB: &str = "src/load/address/";

struct SourceFile {
    module: String,
    path: PathBuf,
    text: String,
}

impl SourceFile {
    /// Whether it is this file, or in this folder.
    fn is_in(&self, part: &str) -> bool {
        self.path.display().to_string().replace('\\', "/").contains(part)
    }
}

fn source_files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    assert!(files.len() > 30, "the sources were not found");
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let first = path.strip_prefix(root).unwrap().components().next().unwrap();
            let module = first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            files.push(SourceFile { module, path, text });
        }
    }
}

/// The lines that are code: no documentation and no comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// The first parts of all `crate::…` paths (`paragone::…` in main).
fn used(text: &str) -> BTreeSet<String> {
    let prefixes = ["crate::", "paragone::"];
    code(text)
        .flat_map(|line| prefixes.iter().flat_map(move |prefix| line.split(prefix).skip(1)))
        .flat_map(|rest| {
            let grouped = rest.strip_prefix('{').map(|list| list.split(',').collect());
            grouped.unwrap_or_else(|| vec![rest])
        })
        .map(|path| path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        .collect()
}

#[test]
fn a_module_uses_only_what_stands_to_its_left() {
    let modules: BTreeSet<&str> = LAYERS.iter().map(|(module, _)| *module).collect();
    for file in source_files().iter().filter(|file| file.module != "lib") {
        let Some((_, allowed)) = LAYERS.iter().find(|(module, _)| *module == file.module) else {
            panic!("{} belongs to no layer: give it a place in LAYERS", file.path.display());
        };
        for used in used(&file.text).iter().filter(|used| modules.contains(used.as_str())) {
            let is_own = *used == file.module;
            assert!(is_own || allowed.contains(&used.as_str()), "{} uses {used}", file.path.display());
        }
    }
}

#[test]
fn only_the_edges_touch_the_outside_world() {
    for file in source_files().iter().filter(|file| file.module != "lib") {
        for (what, allowed) in EDGES.iter().filter(|(_, allowed)| !allowed.contains(&file.module.as_str())) {
            let hit = code(&file.text).find(|line| line.contains(what));
            assert!(hit.is_none(), "{} touches {what} ({allowed:?} may): {hit:?}", file.path.display());
        }
    }
}

#[test]
fn one_folder_alone_touches_the_network() {
    let files = source_files();
    let (web, rest): (Vec<&SourceFile>, Vec<&SourceFile>) = files.iter().partition(|file| file.is_in(WEB));
    assert!(web.iter().any(|file| file.text.contains("ureq")), "the code that opens addresses was not found");
    for file in rest {
        let hit = code(&file.text).find(|line| NETWORK.iter().any(|what| line.contains(what)));
        assert!(hit.is_none(), "{} touches the network, which only {WEB} may: {hit:?}", file.path.display());
    }
}

#[test]
fn addresses_are_opened_by_load_alone() {
    for file in source_files().iter().filter(|file| !file.is_in(WEB)) {
        let is_load = file.is_in("src/load/mod.rs") || file.is_in("src/load/source.rs");
        let ways: &[&str] = if file.module == "load" { &["address::", "load_address"] } else { &["load_address"] };
        let hit = code(&file.text).find(|line| !is_load && ways.iter().any(|way| line.contains(way)));
        assert!(hit.is_none(), "{} goes around load::load: {hit:?}", file.path.display());
    }
}

#[test]
fn the_cores_of_the_window_know_no_egui() {
    let pure = [
        "src/gui/state/",
        "src/gui/find.rs",
        "src/gui/history.rs",
        "src/gui/left_out.rs",
        "src/gui/model.rs",
        "src/gui/quotation.rs",
        "src/gui/selection.rs",
        "src/gui/steps.rs",
    ];
    let files = source_files();
    let cores: Vec<&SourceFile> =
        files.iter().filter(|file| pure.iter().any(|part| file.path.display().to_string().contains(part))).collect();
    assert!(cores.len() > 4, "the cores of the window were not found");
    for file in cores {
        assert!(!code(&file.text).any(|line| line.contains("egui")), "{} knows egui", file.path.display());
    }
}

#[test]
fn no_file_is_too_long() {
    for file in source_files() {
        let lines = file.text.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines: split it", file.path.display());
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in source_files() {
        assert!(file.text.starts_with("//!"), "{} has no module documentation", file.path.display());
    }
}
