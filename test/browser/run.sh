#!/bin/sh
# vagval as people meet it, in Chromium: every file gets a program of its own
# with example data, started on a free port and stopped when the file is done.
# The gate of accessibility works all the time and the others mostly wait: they
# run beside each other, the gate in what time the others leave.
#
#   test/browser/run.sh                 all files
#   test/browser/run.sh journey.mjs     only these
#   FULL=1 test/browser/run.sh          every page in every state
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "$here" || exit 1
VAGVAL=${VAGVAL:-$here/../../build/vagval}
home=$(mktemp -d "${TMPDIR:-/tmp}/vagval-browser.XXXXXX")
server=
gate=
passed=0
failed=0

stop() {
	[ -z "$server" ] || { kill "$server"; wait "$server"; } 2>/dev/null
	server=
}
trap 'stop; [ -z "$gate" ] || { kill "$gate"; wait "$gate"; } 2>/dev/null
	rm -rf "$home"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

if [ ! -d node_modules/playwright-core ]; then
	npm ci --silent --no-audit --no-fund >/dev/null || exit 1
fi

# Many tests ask for a free port at once; whoever comes late asks again.
start() {
	for try in 1 2 3; do
		port=$(node -e 'const s = require("net").createServer()
			.listen(0, "127.0.0.1", () => {
				console.log(s.address().port); s.close(); })')
		"$VAGVAL" serve --example --db "sqlite:$home/$1.db" \
			--listen "127.0.0.1:$port" >"$home/$1.log" 2>&1 &
		server=$!
		answers && return
		stop
	done
	cat "$home/$1.log"
	return 1
}

answers() {
	for wait in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		kill -0 "$server" 2>/dev/null || return 1
		node -e 'fetch(process.argv[1]).then(
			() => process.exit(0), () => process.exit(1))' \
			"http://127.0.0.1:$port/sign-in" && return
		sleep 0.5
	done
	return 1
}

run() {
	name=${1%.mjs}
	if ! start "$name"; then
		echo "FAIL the program did not start for $1"
		failed=$((failed + 1))
		return
	fi
	VAGVAL=$VAGVAL VAGVAL_URL=http://127.0.0.1:$port \
		VAGVAL_DB=sqlite:$home/$name.db VAGVAL_LOG=$home/$name.log \
		node "$1" | tee "$home/$name.out"
	stop
	line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$home/$name.out" |
		tail -n 1)
	bad=${line##*passed, }
	passed=$((passed + ${line%% passed*} + 0))
	failed=$((failed + ${bad%% failed} + 0))
	[ -n "$line" ] || failed=$((failed + 1))
}

each() {
	for file in "$@"; do
		echo "-- $file"
		run "$file"
	done
}

# The gate beside this process, saying what it says when the others are done.
start_gate() {
	(
		trap stop EXIT
		trap 'exit 143' TERM
		renice -n 10 "$(exec sh -c 'echo "$PPID"')" >/dev/null
		each a11y.mjs
		echo "$passed $failed" >"$home/gate.sum"
	) >"$home/gate.said" &
	gate=$!
}

end_gate() {
	wait "$gate"
	gate=
	cat "$home/gate.said"
	read -r good bad <"$home/gate.sum" || { good=0 bad=1; }
	passed=$((passed + good))
	failed=$((failed + bad))
}

if [ $# -gt 0 ]; then
	each "$@"
else
	start_gate
	each room.mjs journey.mjs draft.mjs decision.mjs bring.mjs doors.mjs \
		phone.mjs live.mjs lead.mjs meeting.mjs loss.mjs
	end_gate
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
