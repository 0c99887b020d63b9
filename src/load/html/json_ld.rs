//! What a page says about its article in JSON-LD, in the vocabulary of schema.org.

use serde_json::{Map, Value};

/// Types that stand for the article of a page and do not end in "Article".
const TYPES: [&str; 4] = ["BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"];

/// More authors are a list of the staff.
const MOST_AUTHORS: usize = 12;

/// What was said; what was not is `None`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub author: Option<String>,
    pub published: Option<String>,
    pub address: Option<String>,
    /// Whether it says that not everyone may read it.
    pub is_for_subscribers: bool,
}

/// Reads all scripts of a page; what is no JSON is passed over.
pub(super) fn read(scripts: &[String]) -> Said {
    let values: Vec<Value> = scripts.iter().filter_map(|script| serde_json::from_str(bare(script)).ok()).collect();
    let mut nodes = Vec::new();
    for value in &values {
        collect(value, &mut nodes);
    }
    let Some(article) = nodes.iter().find(|node| is_article(node)) else { return Said::default() };
    Said {
        title: text(article, "headline").or_else(|| text(article, "name")),
        outlet: article.get("publisher").and_then(|publisher| names(publisher, &nodes)),
        author: article.get("author").or_else(|| article.get("creator")).and_then(|author| names(author, &nodes)),
        published: text(article, "datePublished"),
        address: text(article, "url").or_else(|| text(article, "mainEntityOfPage")).filter(|url| url.contains("://")),
        is_for_subscribers: article.get("isAccessibleForFree").is_some_and(is_no),
    }
}

/// "No" as newsrooms write it: `false`, `"False"`, `"http://schema.org/False"`.
fn is_no(value: &Value) -> bool {
    value == false || value.as_str().is_some_and(|text| text.to_ascii_lowercase().ends_with("false"))
}

/// The script without the marks that hide it from readers of XML.
fn bare(script: &str) -> &str {
    let script = script.trim();
    let inner = script.strip_prefix("//").unwrap_or(script).trim_start();
    let inner = inner.strip_prefix("<![CDATA[").unwrap_or(inner);
    inner
        .strip_suffix("]]>")
        .map_or(inner, |inner| inner.trim_end().trim_end_matches("//"))
        .trim()
        .trim_end_matches(';')
}

/// The objects on the first levels: single, in a list, or in a graph.
fn collect<'a>(value: &'a Value, nodes: &mut Vec<&'a Map<String, Value>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, nodes)),
        Value::Object(node) => {
            nodes.push(node);
            for inner in ["@graph", "mainEntity", "mainEntityOfPage"].iter().filter_map(|key| node.get(*key)) {
                collect(inner, nodes);
            }
        }
        _ => {}
    }
}

fn is_article(node: &Map<String, Value>) -> bool {
    let is_one = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("Article") || TYPES.contains(&kind));
    match node.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_one),
        Some(kind) => is_one(kind),
        None => false,
    }
}

fn text(node: &Map<String, Value>, key: &str) -> Option<String> {
    node.get(key)?.as_str().and_then(super::card::clean)
}

/// The names of persons or organisations, given as text, as objects, by reference, or as a list of these.
fn names(value: &Value, nodes: &[&Map<String, Value>]) -> Option<String> {
    let values = match value {
        Value::Array(values) => values.as_slice(),
        other => std::slice::from_ref(other),
    };
    let mut found: Vec<String> = Vec::new();
    for name in values.iter().take(MOST_AUTHORS).filter_map(|value| name(value, nodes)) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    (!found.is_empty()).then(|| found.join(", "))
}

fn name(value: &Value, nodes: &[&Map<String, Value>]) -> Option<String> {
    match value {
        // An address is a page about somebody, not a name.
        Value::String(name) => super::card::clean(name).filter(|name| !name.contains("://")),
        Value::Object(node) => match node.get("name") {
            Some(Value::String(name)) => super::card::clean(name),
            Some(Value::Array(names)) => names.first().and_then(Value::as_str).and_then(super::card::clean),
            _ => {
                let id = node.get("@id")?;
                let meant = nodes.iter().find(|other| other.get("@id") == Some(id) && other.contains_key("name"))?;
                text(meant, "name")
            }
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(script: &str) -> Said {
        read(&[script.to_owned()])
    }

    #[test]
    fn an_article_in_a_graph_with_references() {
        let said = said(
            r##"{"@context":"https://schema.org","@graph":[
                {"@type":"WebSite","name":"The Quay"},
                {"@type":["Thing","NewsArticle"],"headline":"Mast &amp; sail","datePublished":"2024-03-03T10:00:00Z",
                 "author":[{"@id":"#ines"},"Tom Oh",{"name":"Tom Oh"}],"publisher":{"name":"Westhaven Courier"},
                 "url":"https://quay.example/mast"},
                {"@id":"#ines","@type":"Person","name":"Ines Hallow"}]}"##,
        );
        assert_eq!(said.title.as_deref(), Some("Mast & sail"));
        assert_eq!(said.author.as_deref(), Some("Ines Hallow, Tom Oh"));
        assert_eq!(said.outlet.as_deref(), Some("Westhaven Courier"));
        assert_eq!(said.published.as_deref(), Some("2024-03-03T10:00:00Z"));
        assert_eq!(said.address.as_deref(), Some("https://quay.example/mast"));
    }

    #[test]
    fn what_is_no_article_or_no_json_says_nothing() {
        for script in ["", "{", "[1, null]", r#"{"@type":"WebSite","name":"The Quay"}"#, r#"{"@type":7,"headline":1}"#]
        {
            assert_eq!(said(script), Said::default(), "{script}");
        }
    }
}
