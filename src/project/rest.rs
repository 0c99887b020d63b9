//! What of a file is left when it was read: what a later version wrote into it, which goes back into it when it is saved,
//! and what was read as something else than stands there.

use serde_json::{Map, Value};

/// What a value has that is not found in what was read from it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Rest {
    /// Fields that are not known, at their places. Of a list, the elements that have such fields.
    pub unknown: Option<Value>,
    /// What stands otherwise in what was read, at its place. Of a list, the elements that are not found in it.
    pub differing: Option<Value>,
}

/// What stands in a file and not in what was `read` from it, written again.
pub(super) fn of(file: &Value, read: &Value) -> Rest {
    match (file, read) {
        (Value::Object(file), Value::Object(read)) => of_object(file, read),
        (Value::Array(file), Value::Array(read)) => of_list(file, read),
        _ if file == read => Rest::default(),
        _ => Rest { unknown: None, differing: Some(file.clone()) },
    }
}

fn of_object(file: &Map<String, Value>, read: &Map<String, Value>) -> Rest {
    let (mut unknown, mut differing) = (Map::new(), Map::new());
    for (name, value) in file {
        let rest = match read.get(name) {
            Some(read) => of(value, read),
            None => Rest { unknown: Some(value.clone()), differing: None },
        };
        unknown.extend(rest.unknown.map(|value| (name.clone(), value)));
        differing.extend(rest.differing.map(|value| (name.clone(), value)));
    }
    let some = |fields: Map<String, Value>| (!fields.is_empty()).then_some(Value::Object(fields));
    Rest { unknown: some(unknown), differing: some(differing) }
}

/// Lists may have been put in order while they were read, and what stood twice may stand once.
fn of_list(file: &[Value], read: &[Value]) -> Rest {
    let (mut unknown, mut differing) = (Vec::new(), Vec::new());
    for (n, element) in file.iter().enumerate() {
        let mut candidates = read.get(n..=n).unwrap_or_default().iter().chain(read);
        match candidates.find(|read| is_read_as(element, read)) {
            None => differing.push(element.clone()),
            Some(read) if of(element, read).unknown.is_some() => unknown.push(element.clone()),
            Some(_) => (),
        }
    }
    let some = |elements: Vec<Value>| (!elements.is_empty()).then_some(Value::Array(elements));
    Rest { unknown: some(unknown), differing: some(differing) }
}

/// Whether an element of a list was read as this one: nothing in it differs, and what this one has beside it says nothing.
fn is_read_as(element: &Value, read: &Value) -> bool {
    of(element, read).differing.is_none() && of(read, element).unknown.is_none_or(|added| is_blank(&added))
}

/// What fields hold of which a file says nothing.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(is_on) => !is_on,
        Value::Number(_) => false,
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.iter().all(is_blank),
        Value::Object(fields) => fields.values().all(is_blank),
    }
}

/// Puts the unknown fields back into what is written. What the reader has changed since is as the reader left it.
pub(super) fn put_back(written: &mut Value, unknown: &Value) {
    match (written, unknown) {
        (Value::Object(written), Value::Object(unknown)) => {
            for (name, value) in unknown {
                match written.get_mut(name) {
                    Some(written) => put_back(written, value),
                    None => drop(written.insert(name.clone(), value.clone())),
                }
            }
        }
        (Value::Array(written), Value::Array(unknown)) => {
            for element in unknown {
                if let Some(same) = written.iter_mut().find(|written| is_read_as(element, written)) {
                    put_back(same, element);
                }
            }
        }
        _ => (),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_known_goes_back_to_its_place() {
        let file = json!({"a": {"b": 1, "new": [2]}, "list": [{"on": 1}, {"on": 2, "by": "Ada"}], "later": null});
        let read = json!({"a": {"b": 1}, "list": [{"on": 1, "tags": []}, {"on": 2, "tags": []}]});
        let rest = of(&file, &read);
        assert_eq!(rest.differing, None);
        let unknown = rest.unknown.unwrap();
        assert_eq!(unknown, json!({"a": {"new": [2]}, "list": [{"on": 2, "by": "Ada"}], "later": null}));
        let mut written = json!({"a": {"b": 5}, "list": [{"on": 2, "tags": []}, {"on": 3}]});
        put_back(&mut written, &unknown);
        let whole =
            json!({"a": {"b": 5, "new": [2]}, "list": [{"on": 2, "tags": [], "by": "Ada"}, {"on": 3}], "later": null});
        assert_eq!(written, whole);
    }

    #[test]
    fn what_was_read_otherwise_is_told_apart_from_what_was_put_in_order() {
        assert_eq!(of(&json!([3, 1, 1]), &json!([1, 3])), Rest::default());
        let rest = of(&json!({"a": [{"on": 1, "is": 2}, {"on": 1, "is": 3}]}), &json!({"a": [{"on": 1, "is": 3}]}));
        assert_eq!(rest.differing, Some(json!({"a": [{"on": 1, "is": 2}]})));
        let rest = of(&json!([{"pair": 1, "tags": ["a"]}]), &json!([{"finding": 1, "tags": ["a"]}]));
        assert_eq!(rest.differing, Some(json!([{"pair": 1, "tags": ["a"]}])));
    }
}
