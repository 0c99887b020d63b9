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
pdf_page)
    text='BT /F 12 Tf 10 150 Td (The tide rose) Tj 0 -14 Td [(fe) -20 (ll.)] TJ ET'
    printf '%s\n/X Do q 1 0 0 1 9 9 cm Q' "$text" >"$seeds/page"
    printf 'BT /F 12 Tf 10 150 Td <004100420043> Tj ET\000%s\000%s\000%s' \
        '/Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[8 0 R]/ToUnicode 9 0 R' '' \
        '8 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 900/W[65[500 600]67 90 700]>>endobj
9 0 obj<</Length 165>>stream
begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0041> <0050> <0061> endbfrange 1 beginbfchar <0043> <00660066> endbfchar endcmap
endstream endobj' >"$seeds/cid"
    printf '/G gs /P /Pattern cs /S scn %s /H sh\000%s\000%s\000%s' "$text" \
        '/Type/Font/Subtype/TrueType/BaseFont/Arial/FirstChar 32/LastChar 40/Widths[300 400 500 600]/Encoding<</Differences[65/B/C/uni0041]>>' \
        '/Shading<</H<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 9 9]/Function 8 0 R>>>>/ExtGState<</G<</ca 0.5/SMask<</S/Luminosity/G 6 0 R>>>>>>/Pattern<</S 9 0 R>>' \
        '8 0 obj<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0]/C1[1 1 1]>>endobj
9 0 obj<</PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources 7 0 R/Length 20>>stream
0 0 m 5 5 l S /X Do
endstream endobj' >"$seeds/paint"
    printf 'BT /F 12 Tf 10 150 Td (ab) Tj ET\000%s\000\000%s' \
        '/Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[0.1 0 0 0.1 0 0]/CharProcs<</a 8 0 R/b 8 0 R>>/Encoding<</Differences[97/a/b]>>/FirstChar 97/LastChar 98/Widths[9 9]/Resources 7 0 R' \
        '8 0 obj<</Length 24>>stream
9 0 d0 0 0 5 5 re f /X Do
endstream endobj' >"$seeds/drawn"
    ;;
kind) find "$formats" -type f -size -60k ! -name '.*' -exec cp {} "$seeds" \; ;;
*) echo "no such target: $target" >&2 && exit 1 ;;
esac
for file in "$damaged/$target"*; do
    [ ! -e "$file" ] || cp "$file" "$seeds"
done
