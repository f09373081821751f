#!/bin/sh
# From nothing running to ready, with the example's database in place and the
# file in the page cache; and how large the program is without its fonts.
. "$(dirname "$0")/lib.sh"

house
for every in 1 2 3 4 5 6 7; do
	port=$(free_port)
	node -e '
		const { spawn } = require("child_process");
		const begun = process.hrtime.bigint();
		const one = spawn(process.argv[1], ["serve", "--db",
			process.argv[2], "--listen",
			"127.0.0.1:" + process.argv[3]],
			{ stdio: ["ignore", "ignore", "pipe"] });
		one.stderr.on("data", (text) => {
			if (!String(text).includes("ready: ")) return;
			console.log(Number(process.hrtime.bigint() - begun) / 1e6);
			one.kill("SIGTERM");
		});' "$vagval" "sqlite:$dir/house.db" "$port" >>"$dir/starts"
done
figure start "$(sort -n "$dir/starts" | sed -n 4p | xargs printf '%.0f')" ms \
	"<= 200"

strip -o "$dir/vagval" "$vagval"
whole=$(stat -c %s "$dir/vagval")
fonts=$(cat "$build"/gen/*.ttf static/fonts/*.woff2 | wc -c)
figure program "$(calc "$whole / 1048576" 2)" MB -
figure program_fonts "$(calc "$fonts / 1048576" 2)" MB -
figure program_without_fonts "$(calc "($whole - $fonts) / 1048576" 2)" MB \
	"<= 5"
