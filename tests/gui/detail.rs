//! The chosen row, large.

use egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::harness::{comparing, key, press, says};

#[test]
fn the_chosen_row_is_shown_with_all_that_is_known_of_it() {
    let mut window = comparing();
    key(&mut window, Key::F2);
    assert!(says(&window, "Choose a row to see it here."));
    window.get_by_label_contains("Conflict, Date:").click();
    window.run();
    assert!(says(&window, "Point at words to see what stands for them"));
    assert!(says(&window, "difference in words") || says(&window, "differences in words"));
    assert!(says(&window, "Left 2 with right 3: "));
    press(&mut window, "Close");
    assert!(!says(&window, "Point at words"));
}

#[test]
fn words_that_correspond_are_told_on_pointing_and_in_a_list() {
    let mut window = comparing();
    key(&mut window, Key::F2);
    window.get_by_label_contains("Conflict, Date:").click();
    window.run();
    window.get_by_label_contains("in words").click();
    window.run();
    let listed = window.query_all_by_label_contains("Left says").count();
    assert!(listed > 0);
    let passage = window.get_by_label_contains("left: ");
    let at = passage.rect().left_top() + egui::vec2(12.0, 14.0);
    window.hover_at(at);
    window.run();
    assert!(!says(&window, "Point at words"));
}
