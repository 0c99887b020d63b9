//! The encoding that a page declares for itself.

/// A page declares its encoding within its first bytes; browsers look at 1,024, pages by hand begin with long comments.
const READ: usize = 4_096;

/// The label of the encoding in `<meta charset=…>`, in `<meta http-equiv … content="text/html; charset=…">` or in the
/// declaration of XML.
pub(in crate::load) fn declared(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(bytes.get(..READ).unwrap_or(bytes)).to_ascii_lowercase();
    let in_xml = start.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split("?>").next());
    let label = start
        .split("<meta")
        .skip(1)
        .find_map(|rest| after(rest.split('>').next()?, "charset"))
        .or_else(|| after(in_xml?, "encoding"))?;
    // A page that can be read as far as this label is not in UTF-16, whatever it says.
    (!label.starts_with("utf-16")).then_some(label)
}

/// The value behind a name and an equals sign.
fn after(text: &str, name: &str) -> Option<String> {
    let (_, rest) = text.split_once(name)?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label: String =
        value.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')).collect();
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_all_their_dresses() {
        for page in [
            "<meta charset=windows-1251>",
            "<META CHARSET=\"Windows-1251\" />",
            "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
            "<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>",
        ] {
            assert_eq!(declared(page.as_bytes()).as_deref(), Some("windows-1251"), "{page}");
        }
    }

    #[test]
    fn no_label() {
        for page in ["", "<meta charset=>", "<p charset=x>", "<meta charset=utf-16>", "charset=utf-8"] {
            assert_eq!(declared(page.as_bytes()), None, "{page}");
        }
    }
}
