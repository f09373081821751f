#!/bin/sh
# Papers. A tagged PDF of some 200 pages, fonts loaded, and the same paper as
# HTML printed by Chromium (its start included, since every print needs one; the
# print of an empty page stands beside it) and by LibreOffice, where it is. A
# decision sheet. And what a page takes while papers are rendered in the helper
# all the time, in turns with a house that renders none.
. "$(dirname "$0")/lib.sh"

pages() {
	pdfinfo "$1" | awk '/^Pages/ { print $2 }'
}

# taken COMMAND...: milliseconds that it took.
taken() {
	node -e 'const { spawnSync } = require("child_process");
		const begun = process.hrtime.bigint();
		const done = spawnSync(process.argv[1], process.argv.slice(2),
			{ stdio: "ignore" });
		if (done.status !== 0) process.exit(1);
		console.log(Number(process.hrtime.bigint() - begun) / 1e6);' \
		"$@"
}

# printed HTML PDF: by Chromium, or what of it the tests install.
printed() {
	taken "$(command -v chromium || echo chromium-headless-shell)" \
		--headless --no-sandbox --disable-gpu \
		--no-pdf-header-footer "--user-data-dir=$dir/profile" \
		"--print-to-pdf=$2" "file://$1"
}

# As many chapters as give some 200 pages.
"$build/bench/report" 20 "$dir/try.pdf" "$dir/try.html" >/dev/null
chapters=$(calc "20 * 200 / $(pages "$dir/try.pdf") + 0.5" 0)
for every in 1 2 3; do
	"$build/bench/report" "$chapters" "$dir/ours.pdf" "$dir/paper.html" \
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

if command -v soffice >/dev/null; then
	office=$(taken soffice --headless "-env:UserInstallation=file://$dir/lo" \
		--convert-to pdf:writer_web_pdf_Export --outdir "$dir/office" \
		"$dir/paper.html")
	office_pages=$(pages "$dir/office/paper.pdf")
	figure paper_to_libreoffice "$(calc \
		"($office / $office_pages) / ($ours / $ours_pages)" 1)" \
		ratio ">= 10"
else
	figure paper_to_libreoffice - "soffice is not here" ">= 10"
fi

"$build/bench/report" -s 21 >"$dir/sheets"
middle() {
	sed '$d' "$dir/sheets" | cut -f "$1" | sort -n | sed -n 11p
}
figure sheet "$(middle 1)" ms "<= 50"
figure sheet_apart "$(middle 2)" ms "<= 50"
figure same_bytes "$(sed -n '$p' "$dir/sheets")" - alike

# A page by one reader at a time, and by the same while papers are made.
house
serve "sqlite:$dir/house.db"
page=$at/a/$key/steps/1/1
paper=$at/a/$key/report.pdf
"$drive" -c 1 -s 1 -k "$cookie" "$page" >/dev/null
turn=0
while [ $turn -lt 5 ]; do
	turn=$((turn + 1))
	"$drive" -c 1 -s 2 -k "$cookie" "$page" >>"$dir/without"
	"$drive" -c 1 -s 3 -k "$cookie" "$paper" >>"$dir/papers" &
	papers=$!
	sleep 0.3
	"$drive" -c 1 -s 2 -k "$cookie" "$page" >>"$dir/with"
	wait "$papers"
done
p99() {
	cut -f 5 "$1" | sort -n | sed -n 3p
}
figure papers_made "$(awk '{ n += $1; s += $2 } END { printf "%.1f", n / s }' \
	"$dir/papers")" "each second" -
figure page_p99 "$(p99 "$dir/without")" ms -
figure page_p99_papers "$(p99 "$dir/with")" ms -
figure page_p99_ratio "$(calc "$(p99 "$dir/with") / $(p99 "$dir/without")" 2)" \
	ratio "<= 1.10"
