//! Turning of the wheel for readers who want nothing to roll on by itself: each notch moves the text at once.

use egui::{Event, MouseWheelUnit, Options};

/// egui spreads larger moves over several frames and does smaller ones at once; this is safely below where it begins.
const AT_ONCE: f32 = 6.0;
/// More parts than this are no notch of a wheel.
const MOST_PARTS: usize = 200;

/// The same events, with notches of the wheel in parts so small that none is spread over several frames.
pub fn at_once(events: Vec<Event>, options: &Options) -> Vec<Event> {
    events.into_iter().flat_map(|event| parts(event, options)).collect()
}

fn parts(event: Event, options: &Options) -> Vec<Event> {
    let Event::MouseWheel { unit: MouseWheelUnit::Line, delta, phase, source, modifiers } = event else {
        return vec![event];
    };
    let whole = delta * options.input_options.line_scroll_speed;
    let count = ((whole.length() / AT_ONCE).ceil() as usize).clamp(1, MOST_PARTS);
    let delta = whole / count as f32;
    vec![Event::MouseWheel { unit: MouseWheelUnit::Point, delta, phase, source, modifiers }; count]
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, MouseWheelSource, TouchPhase, Vec2, vec2};

    use super::*;

    fn wheel(unit: MouseWheelUnit, delta: Vec2) -> Event {
        let (phase, source) = (TouchPhase::Move, MouseWheelSource::Unknown);
        Event::MouseWheel { unit, delta, phase, source, modifiers: Modifiers::NONE }
    }

    #[test]
    fn a_notch_moves_as_far_as_before_in_small_parts() {
        let options = Options::default();
        let events = at_once(vec![wheel(MouseWheelUnit::Line, vec2(0.0, -3.0)), Event::Copy], &options);
        let moved: Vec<Vec2> = events
            .iter()
            .filter_map(|event| if let Event::MouseWheel { delta, .. } = event { Some(*delta) } else { None })
            .collect();
        assert!(moved.iter().all(|part| part.length() < 8.0), "{moved:?}");
        let sum = moved.iter().fold(0.0, |sum, part| sum + part.y);
        assert!((sum + 3.0 * options.input_options.line_scroll_speed).abs() < 0.01, "{sum}");
        assert_eq!(events.last(), Some(&Event::Copy));
    }

    #[test]
    fn what_is_fine_already_stays() {
        let touch = wheel(MouseWheelUnit::Point, vec2(0.0, 30.0));
        assert_eq!(at_once(vec![touch.clone()], &Options::default()), [touch]);
        assert_eq!(at_once(vec![wheel(MouseWheelUnit::Line, vec2(0.0, 1e9))], &Options::default()).len(), MOST_PARTS);
    }
}
