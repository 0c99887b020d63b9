#!/bin/sh
# Fuzzes one loader: fuzz/run.sh TARGET [SECONDS [OPTIONS OF LIBFUZZER]]
# What reaches new places of the code is kept in fuzz/corpus/TARGET, what fails in fuzz/artifacts/TARGET.
set -eu
target=$1
seconds=${2:-600}
shift
[ $# -eq 0 ] || shift
fuzz=$(cd "$(dirname "$0")" && pwd)
"$fuzz/seeds.sh" "$target"
mkdir -p "$fuzz/corpus/$target"

dictionary=
case $target in
archive | docx | odt | epub) dictionary=xml ;;
html | pasted_html | mhtml | mail) dictionary=html ;;
pdf | pdf_page) dictionary=pdf ;;
rtf | markdown) dictionary=$target ;;
esac
[ -z "$dictionary" ] || set -- "-dict=$fuzz/dictionaries/$dictionary.dict" "$@"

cp "$fuzz/../Cargo.lock" "$fuzz/Cargo.lock" # The versions that ship.
cd "$fuzz"
exec cargo +nightly fuzz run --fuzz-dir . --release "$target" "corpus/$target" "seeds/$target" -- \
    "-max_total_time=$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=131072 -print_final_stats=1 "$@"
