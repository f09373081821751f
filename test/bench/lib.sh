# Shared by the benchmarks: a house of one's own on a free port, with the
# example in it and a session. Figures go to stdout, notes to stderr; what was
# started is stopped by its pid when the script ends.
#
#   figure NAME VALUE UNIT ASKED

set -eu
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
vagval=$PWD/$build/vagval
drive=$PWD/$build/bench/drive
dir=$(mktemp -d /tmp/vagval-bench.XXXXXX)
chmod 755 "$dir"
started=
cluster=

clean() {
	for pid in $started; do
		kill "$pid" 2>/dev/null || true
	done
	wait 2>/dev/null || true
	[ -z "$cluster" ] || script/postgres --stop "$cluster"
	rm -rf "$dir"
}
trap clean EXIT
trap 'exit 130' INT TERM HUP

note() {
	echo "$*" >&2
}

figure() {
	printf '%s\t%s\t%s\t%s\n' "$@"
}

# calc EXPRESSION DECIMALS
calc() {
	awk "BEGIN { printf \"%.$2f\", $1 }"
}

free_port() {
	node -e 's = require("net").createServer().listen(0, "127.0.0.1", () => {
		console.log(s.address().port); s.close() })'
}

# Waits until FILE has PATTERN.
await() {
	tries=0
	until grep -q "$2" "$1" 2>/dev/null; do
		tries=$((tries + 1))
		[ "$tries" -le 600 ] || { note "no $2 in $1"; exit 1; }
		sleep 0.05
	done
}

# serve URL [ARGUMENTS]: sets $port, $at, $parent and $server (the child).
serve() {
	database=$1
	shift
	port=$(free_port)
	at=http://127.0.0.1:$port
	: >"$dir/log"
	"$vagval" serve --db "$database" --listen "127.0.0.1:$port" "$@" \
		>"$dir/said" 2>"$dir/log" &
	parent=$!
	started="$started $parent"
	await "$dir/log" '"ready: '
	server=$(sed -n 's/.*ready: pid \([0-9]*\).*/\1/p' "$dir/log")
}

stop() {
	kill "$parent"
	wait "$parent" || true
}

# A fresh house with the example: $dir/house.db, $cookie good for all copies.
house() {
	serve "sqlite:$dir/house.db" --example
	cookie=$("$drive" -l "$(grep -o 'http://.*/link/.*' "$dir/said")")
	stop
	org=$(sqlite3 "$dir/house.db" 'SELECT key FROM org')
	key=$(sqlite3 "$dir/house.db" 'SELECT key FROM assessment
		WHERE id = (SELECT assessment_id FROM finding
		             GROUP BY assessment_id
		             ORDER BY count(*) DESC LIMIT 1)')
}

# filled MANY: $dir/MANY.db, the house with so many assessments more.
filled() {
	sqlite3 "$dir/house.db" "VACUUM INTO '$dir/$1.db'"
	sed "s/:many/$1/" test/bench/fill.sql |
		sqlite3 -bail "$dir/$1.db" >/dev/null
}

# Memory of a process in kB.
memory() {
	awk '/^VmRSS/ { print $2 }' "/proc/$1/status"
}

# field NUMBER, of a line from drive.
field() {
	cut -f "$1"
}
