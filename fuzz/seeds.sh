#!/bin/sh
# Puts the inputs with which the fuzzing of a loader begins into fuzz/seeds/TARGET: fuzz/seeds.sh TARGET
# They are the files of the tests, and what has been found to be too much before.
set -eu
target=$1
fuzz=$(cd "$(dirname "$0")" && pwd)
formats=$fuzz/../tests/data/formats
damaged=$fuzz/../tests/data/damaged
seeds=$fuzz/seeds/$target
mkdir -p "$seeds"

# The parts of an archive as one input: behind each other, with a zero byte between them.
parts() {
    file=$formats/$1
    shift
    for part; do
        unzip -p "$file" "$part" 2>/dev/null || true
        printf '\000'
    done
}

mail() {
    printf 'MIME-Version: 1.0\r\nFrom: Ines Hallow <ines@quay.example>\r\n%s\r\n' "$1"
    printf 'Content-Type: multipart/related; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    cat "$formats/article.txt"
    printf '\r\n--cut\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    base64 "$formats/article.html"
    printf '\r\n--cut--\r\n'
}

case $target in
archive) cp "$formats"/*.docx "$formats"/article.odt "$formats"/*.epub "$seeds" ;;
docx)
    for name in article writer; do
        parts $name.docx word/document.xml word/styles.xml word/footnotes.xml word/comments.xml docProps/core.xml \
            _rels/.rels >"$seeds/$name"
    done
    ;;
odt)
    for name in article writer; do
        parts $name.odt content.xml styles.xml meta.xml >"$seeds/$name"
    done
    ;;
epub) parts article.epub EPUB/text/ch001.xhtml EPUB/content.opf EPUB/text/title_page.xhtml >"$seeds/article" ;;
html | pasted_html) cp "$formats/article.html" "$seeds" ;;
mail) mail 'Subject: Tide' >"$seeds/article.eml" ;;
mhtml) mail 'Snapshot-Content-Location: https://quay.example/tide' >"$seeds/article.mhtml" ;;
markdown) cp "$formats/article.md" "$seeds" ;;
plain) cp "$formats/article.txt" "$seeds" ;;
rtf) cp "$formats"/*.rtf "$seeds" ;;
pdf)
    cp "$formats"/*.pdf "$seeds"
    # Once more without compression, so that a change reaches what is packed.
    for name in writer columns; do
        qpdf --qdf --object-streams=disable "$formats/$name.pdf" "$seeds/$name.open.pdf" || echo "without qpdf: $name" >&2
    done
    ;;
pdf_page) printf 'BT /F 12 Tf 10 150 Td (The tide rose) Tj 0 -14 Td [(fe) -20 (ll.)] TJ ET\n/X Do q 1 0 0 1 9 9 cm Q' >"$seeds/page" ;;
kind) find "$formats" -type f -size -60k ! -name '.*' -exec cp {} "$seeds" \; ;;
*) echo "no such target: $target" >&2 && exit 1 ;;
esac
for file in "$damaged/$target"*; do
    [ ! -e "$file" ] || cp "$file" "$seeds"
done
