#!/bin/sh
# A tagged PDF of some 200 pages, fonts loaded, and the same paper as HTML
# printed by Chromium (its start included, since every print needs one; the
# print of an empty page stands beside it).
. "$(dirname "$0")/lib.sh"

pages() {
	pdfinfo "$1" | awk '/^Pages/ { print $2 }'
}

# printed HTML PDF: milliseconds that Chromium took.
printed() {
	node -e 'const { spawnSync } = require("child_process");
		const begun = process.hrtime.bigint();
		const done = spawnSync("chromium", ["--headless",
			"--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
			"--user-data-dir=" + process.argv[3],
			"--print-to-pdf=" + process.argv[2],
			"file://" + process.argv[1]], { stdio: "ignore" });
		if (done.status !== 0) process.exit(1);
		console.log(Number(process.hrtime.bigint() - begun) / 1e6);' \
		"$1" "$2" "$dir/profile"
}

# As many chapters as give some 200 pages.
"$build/bench/paper" 20 "$dir/try.pdf" "$dir/try.html" >/dev/null
chapters=$(calc "20 * 200 / $(pages "$dir/try.pdf") + 0.5" 0)
for every in 1 2 3; do
	"$build/bench/paper" "$chapters" "$dir/ours.pdf" "$dir/paper.html" \
		>>"$dir/ours"
done
ours=$(sort -n "$dir/ours" | sed -n 2p | cut -f 1)
ours_pages=$(pages "$dir/ours.pdf")

echo "<!DOCTYPE html><title>x</title>x" >"$dir/empty.html"
empty=$(printed "$dir/empty.html" "$dir/empty.pdf")
theirs=$(printed "$dir/paper.html" "$dir/theirs.pdf")
theirs_pages=$(pages "$dir/theirs.pdf")

figure paper_pages "$ours_pages" pages "about 200"
figure paper_200 "$(calc "$ours * 200 / $ours_pages" 0)" ms "<= 3000"
figure paper_chromium_pages "$theirs_pages" pages -
figure paper_chromium_200 "$(calc "$theirs * 200 / $theirs_pages" 0)" ms -
figure paper_chromium_empty "$(calc "$empty" 0)" ms -
figure paper_to_chromium "$(calc \
	"($theirs / $theirs_pages) / ($ours / $ours_pages)" 1)" ratio ">= 5"
